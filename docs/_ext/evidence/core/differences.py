"""What a run saw that its record does not say, and what its author insists on."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from .model import Example, Expectation, Line, Transcript
from .text import visible

MARKS = {"stdout": "|", "stderr": "!"}


def show(line: Line) -> str:
    """``child | text``, as in ``#>`` and in records, but with single backslashes."""
    end = "" if line.newline else " (no newline)"
    return f"{line.writer} {MARKS[line.stream]} {visible(line.text)}{end}"


def flat(transcript: Transcript) -> list[str]:
    """All that a record keeps, a line each."""
    said = [f"attested-by: {transcript.attested_by}"]
    for block in transcript.blocks:
        said.append(f"-- block {block.number} --")
        said += map(show, block.lines)
    said += [f"normalized: {name}*{count}" for name, count in transcript.normalized]
    return [*said, f"exit: {transcript.exit}"]


def difference(expected: Transcript, seen: Transcript) -> tuple[str, ...]:
    """``- `` before a line of the record alone, ``+ `` of the run; () if equal."""
    if expected == seen:
        return ()
    told = difflib.ndiff(flat(expected), flat(seen))
    return tuple(line for line in told if not line.startswith("? "))


def unmet(
    example: Example, transcript: Transcript, platform: str
) -> tuple[Expectation, ...]:
    """The points of the author (``#>``) that their block did not show."""

    def missing() -> Iterator[Expectation]:
        for point in example.expectations:
            wanted = point.writer, point.stream, point.text
            lines = transcript.block(point.block)
            said = {(line.writer, line.stream, visible(line.text)) for line in lines}
            if point.platform in ("", platform) and wanted not in said:
                yield point

    return tuple(missing())
