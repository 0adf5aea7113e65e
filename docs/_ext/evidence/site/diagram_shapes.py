"""The shapes that diagrams are made of; the style sheet paints their classes."""

from __future__ import annotations

from markupsafe import Markup

from .html import element

MARKS = (
    element("rect", x=-5, y=-5, width=10, height=10),
    element("circle", r="5.5"),
    element("path", d="M0-6 6 5H-6Z"),
    element("path", d="M0-6.5 6.5 0 0 6.5-6.5 0Z"),
)
"""Of the writers, as in a transcript."""
THINGS = {
    "file": "h58l12 12v20h-70z",
    "pipe": "h70q8 16 0 32h-70q-8-16 0-32z",
    "socket": "h60l10 16-10 16h-60l-10-16z",
}
"""What stands behind an open file description, drawn from its upper left."""


def slot_shape(flag: str, x: int, y: int, wide: int, tall: int, point: int) -> Markup:
    """The outline of a slot."""
    half = f"{tall / 2:g}"
    outline = element("rect", x=x, y=y, width=wide, height=tall)
    bar = Markup("")
    if flag == "on":
        path = f"M{x} {y}h{wide - point}l{point} {half}-{point} {half}h-{wide - point}z"
        outline = element("path", d=path)
    if flag == "off":
        at, thick = f"{x + wide - point * 0.6:g}", f"{point * 0.6:g}"
        bar = element("rect", class_="fd-bar", x=at, y=y, width=thick, height=tall)
    return element("g", outline, bar, class_=f"fd-slot is-{flag}")


def text(words: str, x: float, y: float, *inside: str, **more: str) -> Markup:
    """Words at a place."""
    return element("text", words, *inside, x=f"{x:g}", y=f"{y:g}", **more)
