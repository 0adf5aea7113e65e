"""Records: one text file for each example and platform, written for people to review.

::

    example: article/prevent_inheritance.py
    source: sha256:a2b866277ba2351f
    attested-by: SCM_CREDENTIALS
    normalized: tmpdir*1
    exit: 0

    -- block 2 --
    parent | secret.txt is inheritable: False
    child  ! OSError: [Errno 9] Bad file descriptor

    -- end --

A bar is standard output, an exclamation mark standard error. Writers are padded to
the longest. `escape` writes the text; one single backslash at the end of a line means
that no newline followed. ``unsupported: os.fork`` stands in place of all that comes
after ``source`` where the platform lacks what the example requires. The last line
proves that the file is whole.
"""

from __future__ import annotations

import re

from .model import Line, Record
from .text import escape

END = "-- end --"
MARKS = {"|": "stdout", "!": "stderr"}
LINE = re.compile(r"(parent|child|child-[2-9]|child-[1-9]\d+|nobody) *([|!])(?: (.*))?")


def format_record(record: Record) -> str:
    """The text of a record; `record_reader.parse_record` is its inverse."""
    head = [f"example: {record.example}", f"source: {record.source}"]
    seen = record.transcript
    if seen is None:
        return "\n".join([*head, f"unsupported: {record.unsupported}", "", END, ""])
    counts = ", ".join(f"{name}*{count}" for name, count in seen.normalized)
    head.append(f"attested-by: {seen.attested_by}")
    head += [f"normalized: {counts}"] if counts else []
    head += [f"exit: {seen.exit}", ""]
    width = max((len(line.writer) for line in seen.lines()), default=0)
    for block in seen.blocks:
        head.append(f"-- block {block.number} --")
        head += [format_line(line, width) for line in block.lines]
        head.append("")
    return "\n".join([*head, END, ""])


def format_line(line: Line, width: int) -> str:
    """``child  | text``, without a space at the end where there is no text."""
    mark = next(mark for mark, stream in MARKS.items() if stream == line.stream)
    text = escape(line.text) + ("" if line.newline else "\\")
    return f"{line.writer:{width}} {mark} {text}".rstrip(" ")
