"""From what the kernel delivered to lines under blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..core.model import NOBODY, Block, Line
from .testimony import Segment

STREAMS = {1: "stdout", 2: "stderr"}


@dataclass(frozen=True)
class Mark:
    """What the bootstrap wrote when a process crossed a block boundary."""

    time: int
    pid: int
    what: str
    """``at`` a boundary, ``born`` by a fork, ``end`` of the script."""
    block: int
    claimed: int
    """The pid that the process itself gives; the only one where nothing attests."""
    lost: tuple[tuple[int, int], ...]
    """(block, time) of the marks that this process could not write before."""


def read_marks(segments: Iterable[Segment], token: bytes) -> Iterator[Segment | Mark]:
    """Tell the bootstrap's marks from what the script wrote.

    Where nothing attests, several writes arrive as one piece, marks among them.
    """
    for segment in segments:
        first, *rest = segment.data.split(b"\0" + token + b" ")
        if first:
            yield Segment(segment.time, segment.pid, segment.stream, first)
        for piece in rest:
            words, _, after = piece.partition(b"\0")
            yield parse_mark(segment, words)
            if after:
                yield Segment(segment.time, segment.pid, segment.stream, after)


def parse_mark(segment: Segment, words: bytes) -> Mark:
    """``what block pid lost`` as `bootstrap` writes it."""
    what, block, claimed, told = words.split(b" ")
    pairs = (pair.split(b":") for pair in told.split(b",") if pair)
    lost = tuple((int(number), int(time)) for number, time in pairs)
    return Mark(
        segment.time, segment.pid, what.decode(), int(block), int(claimed), lost
    )


@dataclass
class Piece:
    """A line that may still grow."""

    pid: int
    stream: str
    data: bytes

    @property
    def finished(self) -> bool:
        """Has its newline arrived?"""
        return self.data.endswith(b"\n")


@dataclass
class Placing:
    """Puts each line under the block in which its process was when it began."""

    main: int
    """The script's own process."""
    attested: bool = True
    """False where all text comes without a pid: then the script's marks place it."""
    blocks: dict[int, list[Piece]] = field(default_factory=dict)
    """Block number: its lines, in the order in which their first bytes came."""
    ambiguous: int = 0
    """A block whose mark was lost while its process went on speaking, or 0."""
    position: dict[int, int] = field(default_factory=dict)
    growing: dict[tuple[int, str], Piece] = field(default_factory=dict)
    spoke: dict[int, int] = field(default_factory=dict)

    def place(self, told: Iterable[Segment | Mark]) -> Placing:
        """Take in all that was written, marks and text."""
        self.position[self.main] = 1
        for each in told:
            if isinstance(each, Mark):
                self.move(each)
            else:
                self.write(each)
        return self

    def move(self, mark: Mark) -> None:
        """A process says where it is now, and which boundaries it could not tell of."""
        pid = mark.pid if self.attested else mark.claimed
        for block, time in mark.lost:
            if self.spoke.get(pid, 0) > time:
                self.ambiguous = self.ambiguous or block
        if self.attested or pid == self.main:
            self.position[pid] = mark.block
            for stream in STREAMS.values():  # a line ends with its block
                self.growing.pop((mark.pid, stream), None)

    def write(self, segment: Segment) -> None:
        """Text: the rest of a line joins its beginning."""
        # A program started without a mark counts as being where the script is
        # when it first speaks.
        origin = segment.pid if self.attested else self.main
        block = self.position.setdefault(origin, self.position[self.main])
        self.spoke[segment.pid] = segment.time
        key = segment.pid, STREAMS[segment.stream]
        for data in lines_of(segment.data):
            piece = self.growing.get(key)
            if piece is None:
                piece = self.growing[key] = Piece(*key, b"")
                self.blocks.setdefault(block, []).append(piece)
            piece.data += data
            if piece.finished:
                del self.growing[key]


def lines_of(data: bytes) -> list[bytes]:
    """Split after each newline, and only there."""
    return [line for line in re.split(rb"(?<=\n)", data) if line]


def name_writers(pids: Iterable[int], main: int, pid_max: int) -> dict[int, str]:
    """parent, child, child-2 …: numbered by birth, not by who first spoke.

    The kernel hands out pids upwards and begins anew at ``pid_max`` (proc(5)).
    """
    others = sorted(set(pids) - {main}, key=lambda pid: (pid - main) % pid_max)
    names = (f"child-{n}" if n > 1 else "child" for n in range(1, len(others) + 1))
    return {main: "parent", **dict(zip(others, names, strict=False))}


def read_blocks(
    placing: Placing, names: dict[int, str], newline: bytes = b"\n"
) -> tuple[Block, ...]:
    """The lines under their blocks; ``names`` says who is which pid.

    ``newline`` is what ends a line of text on that platform. A bare line feed ends
    one there as well: ``os.write`` translates nothing.
    """

    def line(piece: Piece) -> Line:
        data = piece.data.removesuffix(newline).removesuffix(b"\n")
        text = data.decode("utf-8", "surrogateescape")
        writer = names.get(piece.pid, NOBODY)
        return Line(writer, text, piece.stream, piece.finished)

    return tuple(
        Block(number, tuple(map(line, pieces)))
        for number, pieces in sorted(placing.blocks.items())
    )
