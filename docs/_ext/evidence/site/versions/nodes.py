"""A table of versions, before anything knows how it will look."""

from __future__ import annotations

from docutils import nodes


class versions(nodes.General, nodes.Element):
    """``group``: a file of probes, or ``examples``; ``rows``: `Row`s, or none."""
