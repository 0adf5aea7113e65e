"""What one interpreter said of behaviours and of examples; see `results`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Group:
    """What the probes of one file said."""

    digest: str
    """Of the probes that said it: ``sha256:`` and 16 hexadecimal digits."""
    values: dict[str, str]
    """Name of a behaviour: ``yes``, ``no``, a word, or ``unsupported: why``."""


@dataclass(frozen=True)
class Seen:
    """How one example did, beside its record."""

    digest: str
    """Of the record it was compared with."""
    value: str
    """``same``, ``differs``, ``fails: how`` or ``unsupported: what is missing``."""
    difference: tuple[str, ...] = ()
    """``- `` before a line of the record alone, ``+ `` before one of this run."""


@dataclass(frozen=True)
class Result:
    """All that one interpreter said."""

    platform: str
    """As in `model.Platform`: ``linux``."""
    facts: dict[str, str]
    """system, libc, python."""
    groups: dict[str, Group] = field(default_factory=dict)
    examples: dict[str, Seen] = field(default_factory=dict)
    """By name of the example."""

    @property
    def python(self) -> str:
        """``CPython 3.12.1``."""
        return self.facts["python"]

    @property
    def minor(self) -> str:
        """``CPython 3.12``."""
        return ".".join(self.python.split(".")[:2])

    @property
    def file(self) -> str:
        """The name of its file: ``linux-cpython-3.12.txt``."""
        return f"{self.platform}-{self.minor.replace(' ', '-').lower()}.txt"
