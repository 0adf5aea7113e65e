"""What counts as a failing run, and how that is said."""

from __future__ import annotations

import os
import re
import signal

from ..core.model import Example, Failure
from .testimony import Limits, Testimony
from .transcript import Placing

LIMITS = {
    "time": "was still running after {seconds:g} s (limit)",
    "output": "wrote more than {output} bytes (limit)",
    "processes": "had more than {processes} processes at once (limit)",
    "witness": "ended or stopped the process that watched it",
    "supervisor": "was not seen to its end: the supervisor is gone or stuck",
}
NO_DEVICE = b"No such device or address: '/dev/std"


def exit_name(status: int) -> str:
    """``0``, ``3``, ``SIGKILL`` from an exit status or minus a signal's number."""
    return signal.Signals(-status).name if status < 0 else str(status)


def find_failure(
    example: Example, testimony: Testimony, placing: Placing, limits: Limits
) -> Failure | None:
    """Why this run fails, or None."""
    cause = find_cause(example, testimony, placing, limits)
    if not cause:
        return None
    block = placing.ambiguous or placing.position[placing.main]
    written = b"".join(segment.data for segment in testimony.segments)
    if NO_DEVICE in written:
        cause += "; /dev/stdout cannot be opened here, use descriptor 1 itself"
    first = next((b.first_line for b in example.blocks if b.number == block), 0)
    return Failure(cause, block, last_line(example, written) or first)


def find_cause(
    example: Example, testimony: Testimony, placing: Placing, limits: Limits
) -> str:
    """One sentence without its subject, or ""."""
    if testimony.limit:
        return LIMITS[testimony.limit].format_map(vars(limits))
    if testimony.left:
        several = "; ".join(sorted(set(map(as_typed, testimony.left)))[:5])
        return f"left behind {limits.grace:g} s after it ended: {several}"
    if placing.ambiguous:
        return (
            "wrote after a block had begun that could not be marked: "
            "restore descriptor 1 or 2 before the block ends"
        )
    seen = exit_name(testimony.status)
    if seen != example.exits:
        how = "was ended by" if testimony.status < 0 else "ended with exit status"
        return f"{how} {seen}, not {example.exits}"
    return ""


def as_typed(command: str) -> str:
    """A command line without our bootstrap: what a fork of the script would show."""
    started = r"^.+ -u -X utf8 .+[/\\]bootstrap\.py (.+) [0-9a-f]{16} ?[\d,]*$"
    return re.sub(started, r"python \1", command)


def last_line(example: Example, written: bytes) -> int:
    """The line of the script that the last traceback names, or 0."""
    parts = map(re.escape, os.fsencode(example.path).split(b"/"))
    path = rb"[/\\]".join(parts)  # under Wine Z:\ and backslashes
    named = re.findall(rb'File "(?:Z:)?' + path + rb'", line (\d+)', written)
    return int(named[-1]) if named else 0
