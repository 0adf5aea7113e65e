"""Sentences about behaviour, and the lines of records that show them.

The body of a claim is the sentence, a blank line, and its evidence::

    The forked child reads the secret, whatever the flag says.

    -- article/prevent_inheritance.py, block 2 --
    child | read b'launch code'

After the source may stand a block and a platform. Without a platform every one that
recorded a transcript must show the lines. A source that is an address is followed by
what it says, in quotation marks: only for what no machine here can show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .model import Line
from .record_format import LINE, format_line

HEAD = re.compile(
    r"-- (?P<source>[^\s,]+)(?:, block (?P<block>[1-9]\d*))?(?:, (?P<where>[^,]+?))? --"
)
QUOTATION = re.compile(r'"[^"]+"|“[^”]+”')
VERDICTS = ("true", "incomplete", "misleading", "false")


@dataclass(frozen=True)
class Evidence:
    """Where to look, and what stands there."""

    source: str
    """Name of an example, an address, or ``reference/…``, a table of versions."""
    block: int = 0
    """Of the example, or 0 for all."""
    where: str = ""
    """A platform, or a column of the table; "" for all."""
    lines: tuple[str, ...] = ()
    """As written in a record with one blank, or a quotation."""

    @property
    def quoted(self) -> bool:
        """Is it the word of somebody else?"""
        return "://" in self.source

    @property
    def tabled(self) -> bool:
        """Does it point into the tables of versions?"""
        return self.source.startswith("reference/")

    @property
    def behaviour(self) -> str:
        """Of a table, the row: ``born/os.pipe``."""
        return self.source.removeprefix("reference/")


@dataclass(frozen=True)
class Claim:
    """One sentence about behaviour, where it stands, and what it stands on."""

    id: str
    """Unique over the site; its anchor is ``claim-<id>``."""
    sentence: str
    """Plain text."""
    line: int
    """Of its page, from 1."""
    evidence: tuple[Evidence, ...] = ()
    """In the order of the page; a claim without any is an error."""
    verdict: str = ""
    """One of `VERDICTS` where it judges a statement, or ""."""
    says: str = ""
    """The statement that is judged, as a paraphrase in plain text."""
    problem: str = ""
    """What cannot be read in the claim itself, or ""."""


def parse_evidence(body: Iterable[str]) -> tuple[Evidence, ...]:
    """Read all that follows the sentence; ValueError says which line is nothing."""
    found: list[Evidence] = []
    for line in filter(None, map(str.strip, body)):
        if line.startswith("-- "):
            found.append(parse_head(line))
        elif not found:
            raise ValueError(f"evidence begins with '-- example.py --', not {line!r}")
        else:
            told = found.pop()
            lines = (*told.lines, as_written(line, told))
            found.append(Evidence(told.source, told.block, told.where, lines))
    return tuple(found)


def parse_head(line: str) -> Evidence:
    """``-- source[, block N][, platform] --``."""
    match = HEAD.fullmatch(line)
    if not match:
        raise ValueError(
            f"write '-- example.py[, block N][, platform] --', not {line!r}"
        )
    source, block, where = match.group("source", "block", "where")
    return Evidence(source, int(block or 0), where or "")


def as_written(line: str, under: Evidence) -> str:
    """One line of evidence, without the padding that records have."""
    if under.tabled:
        return line
    if under.quoted:
        if not QUOTATION.fullmatch(line):
            raise ValueError(f"what {under.source} says stands in quotation marks")
        return line
    match = LINE.fullmatch(line)
    if not match:
        raise ValueError(f"this is no line of a transcript: {line!r}")
    writer, mark, text = match.groups()
    return f"{writer} {mark} {text or ''}".rstrip(" ")


def shows(line: Line, wanted: str) -> bool:
    """Is this the line? Where nobody names the writers only the text is compared."""
    if line.writer != "nobody":
        return format_line(line, 0) == wanted
    return format_line(line, 0).partition(" | ")[2] == after_mark(wanted)


def after_mark(wanted: str) -> str:
    """The text of a line as written."""
    return re.sub(r"^\S+ [|!] ?", "", wanted)
