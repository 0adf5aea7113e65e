"""Fill what pages asked for, when everything has been read and run."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.transforms.post_transforms import SphinxPostTransform

from .cards import cards_html, platforms_html
from .diagrams import diagram_html, diagram_plain
from .domain import domain_of
from .html import element
from .library import Library
from .matrix import matrix_html, matrix_plain
from .nodes import Request, Wanted, cards, diagram, facts, matrix, observed
from .page import page_of
from .plain import cards_plain, request_plain
from .requests import problem
from .tabs import request_html

REPORT = "report-a-wrong-sentence"


class ResolveEvidence(SphinxPostTransform):
    """Puts HTML, or plain nodes for other builders, in the place of `nodes.Wanted`.

    Runs in the main process, also where pages are written by several.
    """

    default_priority = 10

    def run(self, **kwargs: Any) -> None:
        """Each node of ours, in the order of the page."""
        domain = domain_of(self.env)
        self.library, self.builder = domain.library, domain.builder
        self.html = self.builder.format == "html"
        self.page = page_of(self.env, self.builder)
        for node in list(self.document.findall(Wanted)):
            node.replace_self(self.resolve(node))

    def resolve(self, node: Wanted) -> list[nodes.Node]:
        """What stands in its place."""
        if isinstance(node, observed):
            return self.observed(node["request"])
        if isinstance(node, matrix):
            return self.matrix(node["examples"])
        if isinstance(node, cards):
            return self.cards(node["examples"])
        if isinstance(node, diagram):
            return self.diagram(node)
        assert isinstance(node, facts)
        return self.facts(node)

    def observed(self, request: Request) -> list[nodes.Node]:
        """A transcript, the code above it where that was asked for."""
        wrong = problem(self.library, request)
        error = self.library.errors.get(request.example)
        if wrong or error:
            text = f"There is no transcript to show: {wrong or error}."
            return [nodes.paragraph(text=text, classes=["gap"])]
        code = source(self.library, request) if request.code else []
        if self.html:
            return [*code, *raw(request_html(self.library, request, self.page))]
        return [*code, *request_plain(self.library, request)]

    def matrix(self, names: list[str]) -> list[nodes.Node]:
        """The table, from the lines of the transcripts."""
        known = [example.name for example in self.library.named(names)]
        if self.html:
            return raw(matrix_html(self.library, known, self.page))
        return matrix_plain(self.library, known)

    def cards(self, names: list[str]) -> list[nodes.Node]:
        """The list of examples."""
        if self.html:
            return raw(cards_html(self.library, names, self.page))
        return cards_plain(self.library, names)

    def diagram(self, node: diagram) -> list[nodes.Node]:
        """The picture, or its words."""
        if self.html:
            return raw(diagram_html(node["stages"], self.page.unique(node["ident"])))
        return diagram_plain(node["stages"])

    def facts(self, node: facts) -> list[nodes.Node]:
        """The line under the answer on an example's own page."""
        example = self.library.examples.get(node["example"])
        if example is None or not self.html:
            return []
        line = nodes.paragraph("", classes=["facts"])
        line += nodes.inline(text=example.name)
        for facility in example.requires:
            line += nodes.inline("", "needs ", nodes.literal(text=facility))
        line += raw(platforms_html(self.library, example.name))
        line += node.children
        report = element(
            "a", "Report a wrong output", href=self.page.contributing(REPORT)
        )
        line += raw(report if self.page.contributing(REPORT) else Markup(""))
        return [line]


def raw(html: Markup) -> list[nodes.Node]:
    """Our own markup: text in it has been escaped by `html.element`."""
    return [nodes.raw("", str(html), format="html")] if html else []


def source(library: Library, request: Request) -> list[nodes.Node]:
    """The code of the blocks that were asked for, as it stands in the script."""
    blocks = library.examples[request.example].blocks
    wanted = [b for b in blocks if not request.blocks or b.number in request.blocks]
    code = "\n\n".join(block.code.strip("\n") for block in wanted)
    return [nodes.literal_block(code, code, language="python")]
