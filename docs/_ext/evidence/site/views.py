"""From what is known of an example to what one panel says; no markup yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..core.model import Line, Platform, Status, Transcript
from .library import Library
from .nodes import Request


@dataclass(frozen=True)
class Seen:
    """A line in its place."""

    number: int
    """From 1, through the whole transcript."""
    block: int
    """The code block it stands under."""
    line: Line


@dataclass(frozen=True)
class Telling:
    """One transcript, and whom it comes from."""

    transcript: Transcript
    platform: Platform
    kept: bool
    """True for a record, False for what this build saw."""

    def blocks(self) -> tuple[int, ...]:
        """The blocks in which something was written."""
        return tuple(block.number for block in self.transcript.blocks)

    def lines(self, request: Request) -> tuple[Seen, ...]:
        """Those that were asked for."""
        return tuple(seen for seen in number(self.transcript) if wanted(seen, request))


@dataclass(frozen=True)
class View:
    """What one panel says."""

    platform: Platform
    status: Status
    first: Telling | None = None
    """What stands first; None where there is no transcript."""
    second: Telling | None = None
    """What contradicts it: this build's run (changed) or the old record (stale)."""
    lacks: str = ""
    """What is missing there, where unsupported."""
    cause: str = ""
    """Why the run failed."""
    command: str = ""
    """What a person types to repeat the run."""
    block: int = 0
    """The block in which the run failed, or 0."""

    def tellings(self) -> tuple[Telling, ...]:
        """What there is of both."""
        return tuple(filter(None, (self.first, self.second)))


def number(transcript: Transcript) -> Iterator[Seen]:
    """Number the lines through all blocks."""
    count = 0
    for block in transcript.blocks:
        for line in block.lines:
            count += 1
            yield Seen(count, block.number, line)


def wanted(seen: Seen, request: Request) -> bool:
    """Does the request ask for this line?"""
    in_block = not request.blocks or seen.block in request.blocks
    return in_block and (not request.lines or seen.number in request.lines)


def views(library: Library, request: Request) -> tuple[View, ...]:
    """One for each platform of which there is something to say."""
    names = library.seen_on(request.example)
    if request.platform:
        names = (request.platform,)
    return tuple(view(library, name, request.example) for name in names)


def view(library: Library, platform: str, example: str) -> View:
    """What stands first, and what second: see the table of statuses."""
    status = library.status(platform, example)
    record, run = library.record(platform, example), library.run(platform, example)
    where = library.platform(platform)
    kept = seen = None
    if record and record.transcript:
        kept = Telling(record.transcript, where, True)
    if run and run.transcript and library.here:
        seen = Telling(run.transcript, library.here, False)
    order = {
        Status.VERIFIED: (kept or seen, None),
        Status.CHANGED: (kept or seen, seen if kept else None),
        Status.STALE: (seen or kept, kept if seen else None),
        Status.LIVE: (seen, None),
        Status.FAILED: (seen, None),
    }
    first, second = order.get(status, (None, None))
    failure = run.failure if run else None
    return View(
        platform=where,
        status=status,
        first=first,
        second=second,
        lacks=(record and record.unsupported) or (run.unsupported if run else ""),
        cause=failure.cause if failure else "",
        command=run.command if run else "",
        block=failure.block if failure else 0,
    )


def places(shown: tuple[View, ...], last: int) -> tuple[int, ...]:
    """On an example's own page: the blocks under which a panel stands.

    Nothing stands under a block in which nobody wrote, but a failure has its place,
    and an example without any output says so under its last block.
    """
    found = {
        number for view in shown for each in view.tellings() for number in each.blocks()
    }
    found |= {view.block or last for view in shown if view.status is Status.FAILED}
    return tuple(sorted(each for each in found if each <= last)) or (last,)


def counterparts(
    lines: tuple[Seen, ...], others: tuple[Seen, ...]
) -> dict[int, tuple[Line, ...]]:
    """Lines that differ: their number, and what the other transcript has instead.

    Only text is compared: on some platforms nobody names the writers.
    """
    old, new = ([seen.line.text for seen in each] for each in (others, lines))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: dict[int, tuple[Line, ...]] = {}
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        for place in range(c, d):
            other = others[a + place - c : min(a + place - c + 1, b)]
            found[lines[place].number] = tuple(seen.line for seen in other)
    return found
