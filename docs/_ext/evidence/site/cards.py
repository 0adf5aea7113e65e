"""Examples as a list of cards, and the line of facts on an example's own page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from ..core.model import Example, Status, Transcript
from .html import element, lines
from .library import Library
from .page import Page
from .panels import SAID
from .platforms import LABELS
from .transcripts import lane
from .views import view

WIDTH, HEIGHT, ROWS = 96, 64, 5
SHAPES = (
    element("rect", x=-4, y=-4, width=8, height=8),
    element("circle", r=4),
    element("path", d="M0-5 5 4H-5Z"),
    element("path", d="M0-5.5 5.5 0 0 5.5-5.5 0Z"),
    element(
        "path", d="M0-4a4 4 0 1 1 0 8 4 4 0 0 1 0-8m0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4"
    ),
)
"""The marks of parent, child, child-2, child-3 and all others, as in a transcript."""

NOTHING = element("path", class_="fd-wire", d="M32 32h32", stroke_dasharray="4 4")
"""In the place of a transcript that nobody has captured."""


def cards_html(library: Library, names: Iterable[str], page: Page) -> Markup:
    """The list; what could not be read is left out, and is an error of the build."""
    items = (card(library, example, page) for example in library.named(names))
    return element("ul", lines("", *items), class_="cards", role="list")


def card(library: Library, example: Example, page: Page) -> Markup:
    """The question, one line of answer, where it was seen, and a small picture."""
    address = page.link(example.name)
    kind = example.name.partition("/")[0]
    slug = example.name.removesuffix(".py").replace("/", "-")
    inside = element(
        "div",
        element("a", inline(example.title), href=address),
        element("p", inline(example.answer)),
        platforms_html(library, example.name),
    )
    picture = thumbnail(library, example)
    return element(
        "li", picture, inside, class_=f"card {kind}", id=page.unique(f"card-{slug}")
    )


def inline(text: str) -> Markup:
    """The little reST that a title or an answer may hold: literals, roles and links."""
    plain = re.sub(r":[\w:-]+:`([^`<]+?)(?: *<[^`]*)?`", r"``\1``", text)
    plain = re.sub(r"(?<!`)`([^`<]+?)(?: *<[^`]*)?`_*", r"\1", plain)
    pieces = re.split(r"``(.+?)``", plain)
    told = [element("code", p) if n % 2 else escape(p) for n, p in enumerate(pieces)]
    return Markup("").join(told)


def platforms_html(library: Library, example: str) -> Markup:
    """Each platform with the shape of its status."""
    seen = [
        (library.platform(name).label, library.status(name, example))
        for name in library.seen_on(example)
    ]
    order = list(LABELS.values())
    missing = [(label, Status.MISSING) for label in library.missing_on(example)]
    by_order = sorted(
        seen + missing,
        key=lambda each: order.index(each[0]) if each[0] in order else len(order),
    )
    marks = [platform_html(label, status) for label, status in by_order]
    return element("span", Markup(" ").join(marks), class_="platforms")


def platform_html(label: str, status: Status) -> Markup:
    """One platform's cell and name."""
    return element(
        "span",
        element("i", class_="cell", data_status=status.value),
        f" {label}",
        element("span", f": {SAID[status]}", class_="visually-hidden"),
        data_status=status.value,
    )


def thumbnail(library: Library, example: Example) -> Markup:
    """The first lines of the transcript without words: who speaks, and how much."""
    shown = [
        view(library, name, example.name) for name in library.seen_on(example.name)
    ]
    told = next((each.first.transcript for each in shown if each.first), None)
    rows = thumbnail_rows(told) if told else (NOTHING,)
    ground = element("rect", class_="fd-ground", width=WIDTH, height=HEIGHT)
    return element(
        "svg",
        ground,
        *rows,
        class_="fd-thumb",
        aria_hidden="true",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
    )


def thumbnail_rows(told: Transcript) -> Iterable[Markup]:
    """A mark in its writer's lane, and a bar as long as the line."""
    shown = told.lines()[:ROWS]
    lanes = max((lane(line.writer) for line in shown), default=1)
    left = 12 + 11 * lanes
    for row, line in enumerate(shown):
        place = lane(line.writer)
        y = 10 + 11 * row
        mark = element(
            "g",
            SHAPES[place - 1],
            class_="fd-mark",
            transform=f"translate({11 * place} {y})",
        )
        width = min(WIDTH - 8 - left, 6 + len(line.text))
        bar = element(
            "rect",
            class_="fd-said",
            x=left,
            y=y - 2,
            width=width,
            height=4,
            rx=2,
            fill="currentColor",
            fill_opacity=".4",
        )
        yield element("g", mark, bar, data_writer=line.writer)
