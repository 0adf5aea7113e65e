"""What a request shows where there is no HTML: headed literal blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from ..core.text import visible
from .library import Library
from .nodes import Request
from .panels import SAID
from .transcripts import name
from .views import Seen, View, places, views


def request_plain(library: Library, request: Request) -> list[nodes.Node]:
    """A paragraph and a literal block for each platform."""
    shown = views(library, request)
    if request.part:
        blocks = places(shown, len(library.examples[request.example].blocks))
        if request.blocks[0] not in blocks:
            return []
    found = [node for view in shown for node in view_plain(view, request)]
    missing = "" if request.platform else ", ".join(library.missing_on(request.example))
    if missing and not request.part:
        found.append(nodes.paragraph(text=f"Not captured yet: {missing}."))
    return found


def view_plain(view: View, request: Request) -> Iterator[nodes.Node]:
    """One platform: who saw it, and what."""
    where = view.platform.where() or view.platform.label
    note = visible(view.cause or view.lacks)
    head = f"{where} ({SAID[view.status]})" + (f": {note}" if note else ":")
    yield nodes.paragraph(text=head)
    for telling in filter(None, (view.first, view.second)):
        shown = telling.lines(request)
        if shown:
            text = "\n".join(map(plain_line, shown))
            yield nodes.literal_block(text, text, language="none")


def plain_line(seen: Seen) -> str:
    """As in a record."""
    bar = "!" if seen.line.stream == "stderr" else "|"
    return f"{name(seen.line.writer)} {bar} {visible(seen.line.text)}"


def cards_plain(library: Library, examples: Iterable[str]) -> list[nodes.Node]:
    """Question and answer, one example after the other."""
    items = [
        nodes.list_item("", nodes.paragraph(text=f"{example.title} {example.answer}"))
        for example in library.named(examples)
    ]
    return [nodes.bullet_list("", *items)] if items else []
