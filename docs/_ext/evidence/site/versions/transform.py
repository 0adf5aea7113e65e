"""Puts tables of versions in their place, when all results are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain import domain_of
from ..html import lines
from ..page import page_of
from .directive import EXAMPLES
from .html import below_html, compat_html, compat_plain
from .nodes import versions
from .rows import Row


class ResolveVersions(SphinxPostTransform):
    """HTML, or a list for other builders."""

    default_priority = 12

    def run(self, **kwargs: Any) -> None:
        """Each node of ours."""
        self.library = domain_of(self.env).library
        self.page = page_of(self.env, self.app.builder)
        for node in list(self.document.findall(versions)):
            node.replace_self(self.table(node))

    def table(self, node: versions) -> list[nodes.Node]:
        """One table and where it comes from."""
        group = node["group"]
        rows = list(self.examples()) if group == EXAMPLES else node["rows"]
        if self.app.builder.format != "html":
            return compat_plain(self.library, rows)
        heading = "Example" if group == EXAMPLES else "Behaviour"
        html = compat_html(self.library, heading, rows, self.page)
        source = "" if group == EXAMPLES else group
        below = below_html(self.library, source, self.page)
        return [nodes.raw("", lines(html, below), format="html")]

    def examples(self) -> Iterator[Row]:
        """Those with a record, as otherwise there is nothing to compare."""
        known = {example for _, example in self.library.records}
        for name, example in self.library.examples.items():
            if name in known:
                folder = name.partition("/")[0]
                yield Row(name, example.title.replace("``", "`"), folder)
