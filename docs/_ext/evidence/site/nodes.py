"""What a page asks for, before anything knows how it will look.

A directive returns one of these; `transforms` turns them into what the builder at
hand can write. They are pickled with the page, so they hold names and no results.
"""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes


@dataclass(frozen=True)
class Request:
    """One transcript on one page, as asked for."""

    example: str
    """Name below ``examples/``."""
    blocks: tuple[int, ...] = ()
    """Code blocks; all of them where empty."""
    lines: tuple[int, ...] = ()
    """Line numbers of the whole record; all of them where empty."""
    platform: str = ""
    """Only this one, or "" for all."""
    code: bool = False
    """Show the code of the blocks above their transcript."""
    part: bool = False
    """True on the example's own page, where each block has its part."""
    line: int = 0
    """Where on the page it stands, for messages."""
    problem: str = ""
    """What cannot be read in the request itself, or ""."""


class Wanted(nodes.General, nodes.Element):
    """Base of the nodes that are filled when everything has been read and run."""


class observed(Wanted):
    """A transcript; attribute ``request``."""


class matrix(Wanted):
    """The table of ways to start a child; attribute ``request``."""


class cards(Wanted):
    """A list of examples; attribute ``examples`` holds names."""


class facts(Wanted):
    """Where an example works and what it needs; ``example``, and a link as child."""


class diagram(Wanted):
    """A picture; attributes ``stages``, as `diagram_text` reads them, and ``ident``."""
