"""What authors write: a transcript, the matrix, the rules, cards of examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..core.rules import RULES
from .diagram_text import DiagramError, read_stages
from .domain import domain_of
from .nodes import Request, cards, diagram, matrix, observed


class Observed(SphinxDirective):
    """A transcript: ``{observed} article/prevent_inheritance.py``.

    ``:block: 2`` or ``1,3``; ``:lines: 2-3``, numbers of the whole record;
    ``:platform: linux``, only that one; ``:code:``, the code above it, in one frame.
    Whether all that exists is asked at each build, not only when the page is read.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "block": directives.unchanged_required,
        "lines": directives.unchanged_required,
        "platform": directives.unchanged_required,
        "code": directives.flag,
        "part": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """The semantic node; the Domain remembers the page."""
        request = self.request()
        domain_of(self.env).note(self.env.docname, request)
        return [observed(request=request)]

    def request(self) -> Request:
        """Read the options; what cannot be read is said by the build, with the rest."""
        problem = ""
        numbers: dict[str, tuple[int, ...]] = {"block": (), "lines": ()}
        for option in numbers:
            try:
                numbers[option] = read_numbers(self.options.get(option, ""))
            except ValueError:
                written = self.options[option]
                problem = f":{option}: {written} is not of the form 1,3 or 2-4"
        return Request(
            example=self.arguments[0],
            blocks=numbers["block"],
            lines=numbers["lines"],
            platform=self.options.get("platform", ""),
            code="code" in self.options,
            part="part" in self.options and bool(numbers["block"]),
            line=self.lineno,
            problem=problem,
        )


class Matrix(SphinxDirective):
    """The ways to start a child, from the examples or sections that are named."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Filled when all runs are known."""
        names = (self.arguments or ["ways/"])[0].split()
        for name in names:
            request = Request(name, line=self.lineno)
            domain_of(self.env).note(self.env.docname, request)
        return [matrix(examples=names)]


class Cards(SphinxDirective):
    """Examples as cards: names, or ``leaks/`` for a section, one a line."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Filled when all runs are known."""
        names = [line.strip() for line in self.content if line.strip()]
        for name in names:
            request = Request(name, line=self.lineno)
            domain_of(self.env).note(self.env.docname, request)
        return [cards(examples=names)]


class Diagram(SphinxDirective):
    """Tables of descriptors: ``{diagram} NAME``, and text as in `diagram_text`."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The picture's data; what cannot be read is said by the build."""
        try:
            stages = read_stages(self.content)
        except DiagramError as error:
            place = self.lineno + 1 + self.content_offset + error.line  # as MyST counts
            request = Request("", line=place, problem=f"in a diagram, {error}")
            domain_of(self.env).note(self.env.docname, request)
            return [nodes.paragraph(text=f"No picture: {error}.", classes=["gap"])]
        return [diagram(stages=stages, ident=f"fd-{self.arguments[0]}")]


class Rules(SphinxDirective):
    """All rules of normalisation, in their order, as a table."""

    def run(self) -> list[nodes.Node]:
        """A table of docutils."""
        rows: list[tuple[str, ...]] = [
            (rule.name, rule.writes, rule.reason) for rule in RULES
        ]
        head = ("Rule", "Writes", "Why")
        return [table(head, rows)]


def read_numbers(text: str) -> tuple[int, ...]:
    """``1,3-5`` is 1, 3, 4, 5. Raises ValueError."""
    found: list[int] = []
    for part in filter(None, text.replace(" ", "").split(",")):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    if text and (not found or min(found) < 1):
        raise ValueError(text)
    return tuple(found)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> nodes.table:
    """Plain text in cells; the first of a row is a literal."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", row(nodes.paragraph(text=text) for text in head))
    body = nodes.tbody()
    for first, *rest in rows:
        cell = nodes.paragraph("", "", nodes.literal(text=first))
        body += row([cell, *(nodes.paragraph(text=text) for text in rest)])
    group += body
    return nodes.table("", group, classes=["rules"])


def row(cells: Iterable[nodes.Node]) -> nodes.row:
    """One row from what its cells hold."""
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))
