"""Where everything in a diagram stands: processes left, what they refer to right.

All in units of the picture's own grid, which is 252 wide.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import mean

from .diagram_text import Behind, Slot, Stage

WIDTH = 252
BOX = 132
"""The width of a process."""
ROW = 32
"""From one slot to the next."""
HEAD = 26
"""From the top of a process to its first slot."""
TOP = 30
"""Below the stage's title."""
PILL, THING, GAP = 30, 32, 14
"""Heights of an open file description and of a file, and the wire between them."""


@dataclass
class Group:
    """A file, pipe or socket with its openings: one above it, a second one below."""

    kind: str
    name: str
    keys: list[str]
    top: float = 0

    @property
    def height(self) -> int:
        """From the first opening to the end of the last part."""
        return PILL + GAP + THING + (GAP + PILL if len(self.keys) > 1 else 0)

    def thing(self) -> float:
        """The top of the file itself."""
        return self.top + PILL + GAP

    def opening(self, key: str) -> float:
        """The top of one opening."""
        below = self.keys.index(key) > 0
        return self.thing() + THING + GAP if below else self.top


@dataclass
class Places:
    """The tops of everything in one stage."""

    boxes: list[int] = field(default_factory=list)
    """Of the processes, in their order."""
    ends: list[tuple[Slot, float]] = field(default_factory=list)
    """Slots that refer to something, and the middle of each."""
    groups: list[Group] = field(default_factory=list)
    height: int = 0


def place(stage: Stage) -> Places:
    """Processes below one another; each group as near to its slots as there is room."""
    places = Places()
    top = TOP
    for process in stage.processes:
        places.boxes.append(top)
        for row, slot in enumerate(process.slots):
            if slot.target:
                places.ends.append((slot, top + HEAD + ROW * row + 13))
        top += HEAD + ROW * len(process.slots) + 14
    places.groups = grouped(stage.behind, places.ends)
    low = settle(places.groups, places.ends, top - 12)
    places.height = round(max(top - 10, low + 2))
    return places


def grouped(behind: dict[str, Behind], ends: list[tuple[Slot, float]]) -> list[Group]:
    """What stands behind, from top to bottom, so that few wires cross."""
    found: dict[tuple[str, str], Group] = {}
    for key in sorted(behind, key=lambda key: middle([key], ends)):
        of = behind[key]
        group = found.setdefault((of.kind, of.name), Group(of.kind, of.name, []))
        group.keys.append(key)
    return sorted(found.values(), key=lambda group: middle(group.keys, ends))


def middle(keys: list[str], ends: list[tuple[Slot, float]]) -> float:
    """The mean height of the slots that refer to these."""
    return mean(y for slot, y in ends if slot.target in keys)


def settle(groups: list[Group], ends: list[tuple[Slot, float]], low: float) -> float:
    """Move each group beside its slots, apart from the others; the lowest end."""
    cursor = float(TOP)
    for group in groups:
        single = len(group.keys) == 1
        wanted = middle(group.keys, ends) - (PILL if single else group.height) / 2
        group.top = round(max(cursor, wanted), 1)
        cursor = group.top + group.height + GAP
    if len(groups) > 1:
        lift(groups, low)
    return max((group.top + group.height for group in groups), default=0)


def lift(groups: list[Group], low: float) -> None:
    """Move them up again where they hang below the processes and there is room."""
    limit = max(low, TOP + sum(group.height + GAP for group in groups) - GAP)
    for group in reversed(groups):
        group.top = min(group.top, limit - group.height)
        limit = group.top - GAP
