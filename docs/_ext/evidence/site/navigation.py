"""The menu of the site: the branch of the page at hand, of the others their head.

The theme writes every page into every page; with fifty examples that is 2 KB and a
hundred Tab stops for a reader who is looking for something else.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from furo.navigation import get_navigation_tree
from sphinx.application import Sphinx


def collapse(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """``html-page-context``, after the theme has written its own."""
    if "furo_navigation_tree" in context:
        tree = context["toctree"](
            collapse=True, titles_only=True, maxdepth=-1, includehidden=True
        )
        context["furo_navigation_tree"] = get_navigation_tree(tree)
