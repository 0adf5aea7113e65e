"""The text of a diagram: processes, their descriptors, and what stands behind them.

::

    -- after os.fork() --
    parent
      0 1 2  on
      3      off -> book
    child
      0 1 2  on
      3      off -> book
    book = offset 3 of file notes
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

SAID = {
    "on": "inheritable",
    "off": "close-on-exec",
    "closed": "closed",
    "unknown": "not seen",
}
"""Each flag in words, for the description that is read aloud."""

WRITERS = ("parent", "child", "child-2", "child-3")
TITLE = re.compile(r"-- (?P<title>.{1,32}) --")
PROCESS = re.compile(rf"(?P<writer>{'|'.join(WRITERS)})(?: (?P<note>.{{1,9}}))?")
SLOT = re.compile(
    r"(?P<number>\d+(?: \d+){0,2}) +(?P<flag>on|off|closed|unknown)"
    r'(?: "(?P<word>[^"]{1,9})")?(?: -> (?P<target>\w+))?'
)
BEHIND = re.compile(
    r"(?P<key>\w+) = (?P<says>.{1,10}) of (?P<kind>file|pipe|socket) (?P<name>\S{1,8})"
)


class DiagramError(Exception):
    """The text cannot be drawn; ``line`` counts from 0 in the text."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


@dataclass(frozen=True)
class Slot:
    """A place in a table of descriptors, or several that are alike."""

    number: str
    flag: str
    word: str
    """Said in place of the flag's own word, to draw the eye; or ""."""
    target: str
    """The key of what it refers to; "" where that is not drawn."""


@dataclass(frozen=True)
class Process:
    """One process, by its name in a transcript."""

    writer: str
    note: str
    slots: list[Slot] = field(default_factory=list)


@dataclass(frozen=True)
class Behind:
    """An open file description, and the file, pipe or socket it belongs to."""

    says: str
    kind: str
    name: str


@dataclass(frozen=True)
class Stage:
    """How things stand at one moment."""

    title: str
    processes: list[Process] = field(default_factory=list)
    behind: dict[str, Behind] = field(default_factory=dict)

    def told(self) -> str:
        """The picture in words."""
        return " ".join(self.sentence(process) for process in self.processes)

    def sentence(self, process: Process) -> str:
        """One process in words."""
        slots = "; ".join(map(self.clause, process.slots))
        return f"{f'{process.writer} {process.note}'.strip()} has {slots}."

    def clause(self, slot: Slot) -> str:
        """One slot in words."""
        told = f"{slot.number} {SAID[slot.flag]}"
        if slot.word:
            told += f" ({slot.word})"
        if slot.target:
            behind = self.behind[slot.target]
            told += f", to the {behind.kind} {behind.name}, {behind.says}"
        return told


def read_stages(text: Iterable[str]) -> list[Stage]:
    """All stages of a diagram. Raises `DiagramError`."""
    stages: list[Stage] = []
    for number, written in enumerate(text):
        if not written.strip():
            continue
        if title := TITLE.fullmatch(written):
            stages.append(Stage(title["title"]))
        elif not stages:
            raise DiagramError("a stage begins with its title, -- title --", number)
        else:
            read_line(stages[-1], written, number)
    if not stages:
        raise DiagramError("the diagram is empty", 0)
    for problem in problems(stages):
        raise DiagramError(problem, 0)
    return stages


def read_line(stage: Stage, written: str, number: int) -> None:
    """One line inside a stage."""
    line = re.sub(" +", " ", written.strip())
    if match := BEHIND.fullmatch(line):
        stage.behind[match["key"]] = Behind(match["says"], match["kind"], match["name"])
    elif match := PROCESS.fullmatch(line):
        stage.processes.append(Process(match["writer"], match["note"] or ""))
    elif (match := SLOT.fullmatch(line)) and stage.processes:
        slot = Slot(*(match[key] or "" for key in ("number", "flag", "word", "target")))
        stage.processes[-1].slots.append(slot)
    else:
        known = "a process, a slot (3 off -> key) or key = offset 0 of file name"
        raise DiagramError(f"cannot read {written.strip()!r}; write {known}", number)


def problems(stages: list[Stage]) -> Iterator[str]:
    """What cannot be drawn, although each line can be read."""
    for stage in stages:
        pointed = {s.target for p in stage.processes for s in p.slots if s.target}
        for key in sorted(pointed ^ set(stage.behind)):
            what = "stands nowhere" if key in pointed else "has no descriptor"
            yield f"{key!r} in {stage.title!r} {what}"
        of = [(each.kind, each.name) for each in stage.behind.values()]
        for kind, name in of:
            if of.count((kind, name)) > 2:
                yield f"{kind} {name} in {stage.title!r} has more than two openings"
