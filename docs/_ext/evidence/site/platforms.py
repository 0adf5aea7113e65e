"""The platforms that pages know by name, in page order."""

from __future__ import annotations

FAMILIES = (("linux",), ("windows", "windows-wine"), ("macos",))
"""A family counts as seen where one of its members was."""
LABELS = {
    "linux": "Linux",
    "windows": "Windows",
    "windows-wine": "Windows (Wine)",
    "macos": "macOS",
    "emscripten": "Wasm (Pyodide)",
}
"""Short enough for a tab; a panel says in full what machine it was."""
ORDER = tuple(name for family in FAMILIES for name in family)


def page_order(name: str) -> tuple[int, str]:
    """A sort key: the known platforms first, others after them by name."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)
