"""A transcript as HTML: number, lane, writer, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from ..core.model import NOBODY, Line, Transcript
from ..core.text import visible
from .html import element, lines
from .views import Seen

FOLDED_OVER, UNFOLDED = 16, 12
LANES = 5
"""Parent, three children with a shape of their own, and all further ones together."""
Identify = Callable[[str], str]


@dataclass(frozen=True)
class Differences:
    """Lines that say something else than another transcript does."""

    whom: str = ""
    """The other: ``Linux``, or ``the record``."""
    instead: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)
    """Number of the line: what the other has; empty where it has nothing."""


def transcript(
    shown: tuple[Seen, ...],
    lanes: int,
    identify: Identify,
    differences: Differences = Differences(),
) -> Markup:
    """A list; ``identify`` makes an id from a line's number, or "" for no number.

    What is long is folded after its first lines.
    """
    items = [
        item(each, identify(str(each.number)), differences, previous)
        for each, previous in zip(shown, (None, *shown), strict=False)
    ]
    if len(items) <= FOLDED_OVER:
        return listed(items, lanes)
    rest = items[UNFOLDED:]
    summary = element("summary", f"{len(rest)} more lines")
    folded = listed(rest, lanes, start=shown[UNFOLDED].number)
    return lines(
        listed(items[:UNFOLDED], lanes),
        element("details", summary, folded, class_="more"),
    )


def listed(items: list[Markup], lanes: int, start: int | str = "") -> Markup:
    """The list itself."""
    return element(
        "ol",
        lines(*items),
        class_="transcript",
        role="list",
        start=start,
        data_lanes=lanes,
    )


def item(
    seen: Seen, id_: str, differences: Differences, previous: Seen | None
) -> Markup:
    """One line; where lines were left out before it, that shows."""
    line, number = seen.line, str(seen.number)
    error = line.stream == "stderr"
    mark = element("b", "err", class_="stream") if error else ""
    words = {"data_n": number, "aria_label": f"Line {number}"}
    anchor = element("a", class_="at", href=f"#{id_}", **words) if id_ else ""
    differs = seen.number in differences.instead
    return element(
        "li",
        anchor,
        element("span", name(line.writer), class_="who"),
        element("span", " ! " if error else " | ", class_="sep"),
        element("code", mark, visible(line.text)),
        "" if line.newline else element("span", "no newline", class_="unended"),
        instead(seen, differences) if differs else "",
        id=id_,
        data_writer=line.writer,
        data_stream="stderr" if error else "",
        data_differs=differs,
        data_skipped=previous is not None and previous.number + 1 != seen.number,
    )


def instead(seen: Seen, differences: Differences) -> Markup:
    """What the other transcript has in place of this line."""
    others = differences.instead[seen.number]
    said = [element("code", visible(line.text)) for line in others]
    whom = f"≠ {differences.whom}: " if said else f"not in {differences.whom}"
    return element("span", whom, *said, class_="instead")


def name(writer: str) -> str:
    """A writer is never guessed."""
    return "unnamed" if writer == NOBODY else writer


def line_id(example: str, kind: str, number: str) -> str:
    """``o-article-prevent_inheritance-linux-2``; the first of its page has it."""
    stem = example.removesuffix(".py").replace("/", "-")
    return f"o-{stem}-{kind}-{number}"


def lanes(transcript: Transcript) -> int:
    """The highest lane in use, so that all blocks of a record are aligned."""
    return max((lane(line.writer) for line in transcript.lines()), default=1)


def lane(writer: str) -> int:
    """Parent (and nobody) 1, child 2, child-2 3 …, from child-4 on the last."""
    word, _, ordinal = writer.partition("-")
    return min(LANES, 1 + int(ordinal or 1)) if word == "child" else 1
