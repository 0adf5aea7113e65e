"""What authors write: a table of behaviours, or of examples, over versions."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..domain import domain_of
from ..nodes import Request
from .nodes import versions
from .rows import Row

EXAMPLES = "examples"


class Versions(SphinxDirective):
    """``{versions} born``, and a line for each row, in its order::

        os.pipe2-0: `os.pipe2(0)`

    First the word that the probe prints, then the words of the page; ``# Sockets``
    is a heading. Each row can be referred to by its anchor, ``#born-os-pipe2-0``.
    ``{versions} examples`` has a row for each example that has a record.
    """

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The semantic node; the Domain remembers the page."""
        group = self.arguments[0]
        self.note(Request(f"reference/{group}", line=self.lineno))
        rows, heading = [], ""
        for line in filter(None, map(str.strip, self.content)):
            if line.startswith("# "):
                heading = line[2:]
            else:
                rows.append(self.row(group, heading, line))
        return [versions(group=group, rows=rows)]

    def note(self, request: Request) -> None:
        """Whether it exists is asked at each build."""
        domain_of(self.env).note(self.env.docname, request)

    def row(self, group: str, heading: str, line: str) -> Row:
        """One line; its behaviour is asked for, its anchor made known."""
        word, colon, label = line.partition(": ")
        row = Row(f"{group}/{word.strip()}", label.strip(), heading)
        problem = "" if colon else f"write 'word: what it says', not {line!r}"
        request = f"reference/{row.behaviour}"
        self.note(Request(request, line=self.lineno, problem=problem))
        standard = self.env.domains.standard_domain
        title = row.label.replace("`", "")
        standard.labels[row.anchor] = self.env.docname, row.anchor, title
        standard.anonlabels[row.anchor] = self.env.docname, row.anchor
        return row
