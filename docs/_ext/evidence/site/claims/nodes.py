"""What a page says of behaviour, before anything knows how it will look."""

from __future__ import annotations

from docutils import nodes


class claim(nodes.General, nodes.Element):
    """A sentence as its children; ``claim`` the Claim, ``says`` what is judged."""

    child_text_separator = ""


class claim_reference(nodes.Inline, nodes.Element):
    """The mark of a claim that stands elsewhere; ``target`` is its id."""


class claim_list(nodes.General, nodes.Element):
    """The list of all claims."""
