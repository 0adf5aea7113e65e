"""Tables of descriptors and what stands behind them, as inline SVG.

One picture a stage, so that stages can stand side by side or one below the other.
The style sheet paints the classes. A slot's shape says its flag: pointed goes through
exec, barred stops there, dashed is closed, dotted was not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from markupsafe import Markup

from .diagram_places import BOX, HEAD, PILL, ROW, THING, WIDTH, Group, place
from .diagram_shapes import MARKS, THINGS, slot_shape, text
from .diagram_text import WRITERS, Process, Slot, Stage
from .html import element, lines

WORDS = {"on": "stays", "off": "closes", "closed": "closed", "unknown": "not seen"}
"""What exec does to a slot, in a word."""
KEYS = {
    "on": "pointed: inheritable, exec keeps it",
    "off": "barred: not inheritable, exec closes it",
    "closed": "dashed: closed",
    "unknown": "dotted: not seen",
}
LEFT = WIDTH - 88
MIDDLE = WIDTH - 44.5


def diagram_html(stages: list[Stage], ident: str) -> Markup:
    """All stages, and below them what the shapes mean."""
    drawn = (stage_svg(stage, f"{ident}-{n}") for n, stage in enumerate(stages, 1))
    return element(
        "figure",
        element("div", lines("", *drawn), class_="fd-stages"),
        element("figcaption", *keys(stages)),
        class_="fds",
        id=ident,
    )


def keys(stages: list[Stage]) -> Iterator[Markup]:
    """The meaning of each shape that occurs."""
    used = {slot.flag for s in stages for p in s.processes for slot in p.slots}
    shapes = [
        (slot_shape(flag, 1, 1, 24, 12, 5), KEYS[flag]) for flag in KEYS if flag in used
    ]
    if any(stage.behind for stage in stages):
        pill = element("rect", x=1, y=1, width=24, height=12, rx=6)
        shapes.append((element("g", pill, class_="fd-open"), "open file description"))
    for drawing, words in shapes:
        svg = element(
            "svg",
            drawing,
            class_="fd",
            aria_hidden="true",
            viewBox="0 0 26 14",
            width=26,
            height=14,
        )
        yield element("span", svg, f" {words}", class_="key")


def stage_svg(stage: Stage, ident: str) -> Markup:
    """One stage; its description is made of the data that draw it."""
    places = place(stage)
    boxes = zip(stage.processes, places.boxes, strict=True)
    tops = {key: each.opening(key) for each in places.groups for key in each.keys}
    return element(
        "svg",
        element("title", stage.title, id=f"{ident}-t"),
        element("desc", stage.told(), id=f"{ident}-d"),
        text(stage.title, 0, 16, class_="fd-title"),
        *(process_svg(process, top) for process, top in boxes),
        *(wire(slot, y, tops[slot.target]) for slot, y in places.ends),
        *(group_svg(group, stage) for group in places.groups),
        class_="fd",
        role="img",
        aria_labelledby=f"{ident}-t {ident}-d",
        viewBox=f"0 0 {WIDTH} {places.height}",
        width=WIDTH,
        height=places.height,
    )


def process_svg(process: Process, top: int) -> Markup:
    """A frame with its mark, its name and its slots."""
    tall = HEAD + ROW * len(process.slots) + 2
    mark = MARKS[WRITERS.index(process.writer)]
    note = element("tspan", process.note, class_="fd-note", dx=6)
    return element(
        "g",
        element("rect", x=".75", y=top, width=BOX, height=tall, rx=3),
        element("g", mark, class_="fd-mark", transform=f"translate(15 {top + 14})"),
        text(process.writer, 27, top + 18.5, note if process.note else ""),
        *(slot_svg(slot, top + HEAD + ROW * n) for n, slot in enumerate(process.slots)),
        class_="fd-process",
        data_writer=process.writer,
    )


def slot_svg(slot: Slot, top: int) -> Markup:
    """A number, in the shape of its flag, and a word."""
    word = slot.word or WORDS[slot.flag]
    return element(
        "g",
        slot_shape(slot.flag, 8, top, BOX - 16, 26, 8),
        text(slot.number, 16, top + 17.5, class_="fd-n"),
        text(word, BOX - 20, top + 17.5, class_="fd-w", text_anchor="end"),
        class_=culprit("", slot),
    )


def culprit(classes: str, slot: Slot) -> str:
    """A slot with a word of its own is the one to look at."""
    return f"{classes} is-culprit".strip() if slot.word else classes


def wire(slot: Slot, y: float, top: float) -> Markup:
    """From a slot to the open file description it refers to."""
    end = f"{top + PILL / 2:g}"
    path = f"M{BOX - 8} {y:g}C{BOX + 20} {y:g} {LEFT - 20} {end} {LEFT - 1} {end}"
    return element("path", class_=culprit("fd-wire", slot), d=path)


def group_svg(group: Group, stage: Stage) -> Markup:
    """A file, pipe or socket with its openings."""
    low = group.thing()
    outline = element("path", d=f"M{LEFT + 8} {low:g}{THINGS[group.kind]}")
    name = text(group.name, MIDDLE, low + 20.5, text_anchor="middle")
    parts = [element("g", outline, name, class_="fd-thing")]
    for key in group.keys:
        top = group.opening(key)
        line = f"M{MIDDLE} {top + PILL:g}V{low:g}"
        if top > low:
            line = f"M{MIDDLE} {low + THING:g}V{top:g}"
        pill = element("rect", x=LEFT, y=f"{top:g}", width=87, height=PILL, rx=15)
        says = text(stage.behind[key].says, MIDDLE, top + 19.5, text_anchor="middle")
        parts.append(element("path", class_="fd-wire", d=line))
        parts.append(element("g", pill, says, class_="fd-open"))
    return element("g", *parts)


def diagram_plain(stages: list[Stage]) -> list[nodes.Node]:
    """The same in words, for builders other than HTML."""
    items = [
        nodes.list_item("", nodes.paragraph(text=f"{stage.title}: {stage.told()}"))
        for stage in stages
    ]
    return [nodes.bullet_list("", *items)]
