"""Reading records: the inverse of `record_format`, which shows what one looks like."""

from __future__ import annotations

import re
from pathlib import Path

from .model import Block, EvidenceError, Line, Record, Transcript
from .record_format import END, LINE, MARKS
from .text import unescape

SEEN = ("example", "source", "attested-by", "normalized", "exit")
REFUSED = ("example", "source", "unsupported")
BLOCK = re.compile(r"-- block ([1-9]\d*) --")
VALUES = {
    "source": re.compile(r"sha256:[0-9a-f]{16}"),
    "normalized": re.compile(r"[a-z]+\*[1-9]\d*(, [a-z]+\*[1-9]\d*)*|"),
    "exit": re.compile(r"\d{1,3}|SIG[A-Z0-9]+"),
}
REPAIR = "restore the file, or take it again with `make records`"


class Reader:
    """Goes through the lines of one record; errors name the line it stands at."""

    def __init__(self, text: str, path: Path | str) -> None:
        self.path, self.number = path, 0
        self.lines = text.split("\n")

    def error(self, what: str) -> EvidenceError:
        """Ready to be raised."""
        return EvidenceError(what, self.path, self.number, REPAIR)

    def next(self) -> str:
        """The next line; the record must not stop before its end."""
        if self.number >= len(self.lines):
            raise self.error(f"the record is cut off: no line {END!r}")
        self.number += 1
        return self.lines[self.number - 1]

    def header(self) -> dict[str, str]:
        """``key: value`` lines up to the blank one, each key once and in order."""
        found: dict[str, str] = {}
        while line := self.next():
            key, colon, value = line.partition(": ")
            if not colon or key not in {*SEEN, *REFUSED}:
                raise self.error(f"unknown header line {line!r}")
            if key in found:
                raise self.error(f"{key!r} stands here twice")
            if key in VALUES and not VALUES[key].fullmatch(value):
                raise self.error(f"this is no value for {key!r}: {value!r}")
            found[key] = value
        order = REFUSED if "unsupported" in found else SEEN
        wanted = [key for key in order if key in found or key != "normalized"]
        if list(found) != wanted:
            raise self.error(f"the header must be {', '.join(wanted)} in this order")
        return found

    def blocks(self) -> tuple[Block, ...]:
        """Everything up to the end."""
        found: list[Block] = []
        while (line := self.next()) != END:
            match = BLOCK.fullmatch(line)
            if not match:
                raise self.error(f"neither a block nor {END!r}: {line!r}")
            number = int(match.group(1))
            if found and number <= found[-1].number:
                raise self.error(f"block {number} after block {found[-1].number}")
            found.append(Block(number, self.block()))
        if self.lines[self.number :] != [""]:
            self.number += 1
            raise self.error(f"something follows {END!r}")
        return tuple(found)

    def block(self) -> tuple[Line, ...]:
        """The lines of one block, up to the blank one."""
        found: list[Line] = []
        while line := self.next():
            found.append(self.line(line))
        if not found:
            raise self.error("an empty block")
        return tuple(found)

    def line(self, line: str) -> Line:
        """``writer | text``."""
        match = LINE.fullmatch(line)
        if not match:
            raise self.error(f"this is no line of a transcript: {line!r}")
        writer, mark, text = match.group(1), match.group(2), match.group(3) or ""
        newline = (len(text) - len(text.rstrip("\\"))) % 2 == 0
        try:
            return Line(
                writer, unescape(text[: None if newline else -1]), MARKS[mark], newline
            )
        except ValueError as error:
            raise self.error(str(error)) from None


def parse_record(text: str, path: Path | str) -> Record:
    """Read a record; EvidenceError names file, line and repair where it is broken."""
    reader = Reader(text, path)
    head = reader.header()
    blocks = reader.blocks()
    example, source = head["example"], head["source"]
    if "exit" not in head:
        if blocks:
            raise reader.error("an unsupported example has no blocks")
        return Record(example, source, unsupported=head["unsupported"])
    pairs = [pair.split("*") for pair in head.get("normalized", "").split(", ") if pair]
    counts = tuple((name, int(count)) for name, count in pairs)
    return Record(
        example, source, Transcript(head["attested-by"], head["exit"], blocks, counts)
    )
