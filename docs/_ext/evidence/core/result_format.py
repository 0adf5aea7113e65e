"""Results: one text file for each minor version of Python on each platform.

::

    platform: linux
    system: Linux 6.18
    libc: glibc 2.36
    python: CPython 3.12.1

    -- born sha256:a2b866277ba2351f --
    os.pipe | no
    memfd | unsupported: AttributeError: module 'os' has no attribute 'memfd_create'

    -- examples --
    article/check_inheritance.py sha256:0e1f4d2c5b6a7988 | same
    article/pipe_inheritance.py sha256:5b6a79880e1f4d2c | differs
    - parent | read 5 bytes
    + parent | read 6 bytes

    -- end --

A behaviour that is not there is one that nobody looked at. The digest of a group
belongs to its probes, that of an example to the record it was compared with; where
either has changed since, nobody looked. What differs stands below, as in a diff.
The last line proves that the file is whole.
"""

from __future__ import annotations

import re
from pathlib import Path

from .model import EvidenceError
from .result import Group, Result, Seen
from .text import escape, unescape

END = "-- end --"
HEAD = ("platform", "system", "libc", "python")
DIGEST = r"sha256:[0-9a-f]{16}"
VALUES = {
    "platform": re.compile(r"[a-z0-9-]+"),
    "python": re.compile(r"[A-Za-z]+ \d+\.\d+\S*"),
}
ANY = re.compile(".+")
GROUP = re.compile(rf"-- ([a-z0-9_]+)(?: ({DIGEST}))? --")
WORD = re.compile(r"([a-z0-9._-]+) \| (\S.*)")
EXAMPLE = re.compile(rf"(\S+/\S+\.py) ({DIGEST}) \| (\S.*)")
EXAMPLES = "examples"
REPAIR = "restore the file, or take it again with `make matrix`"


def format_result(result: Result) -> str:
    """The text of a file; `parse_result` is its inverse."""
    values = {"platform": result.platform, **result.facts}
    told = [f"{key}: {values[key]}" for key in HEAD]
    for name, group in sorted(result.groups.items()):
        told += ["", f"-- {name} {group.digest} --"]
        told += [f"{word} | {escape(value)}" for word, value in group.values.items()]
    told += ["", f"-- {EXAMPLES} --"] if result.examples else []
    for name, seen in sorted(result.examples.items()):
        told.append(f"{name} {seen.digest} | {escape(seen.value)}")
        told += map(escape, seen.difference)
    return "\n".join([*told, "", END, ""])


def parse_result(text: str, path: Path | str) -> Result:
    """Raises EvidenceError: file, line, what is wrong there, and the repair."""
    lines = text.split("\n")
    if lines[-2:] != [END, ""]:
        what = f"the file is cut off: it does not end with {END!r}"
        raise EvidenceError(what, path, len(lines), REPAIR)
    result = Result(*parse_head(lines, path))
    group = ""
    for number, line in enumerate(lines[len(HEAD) : -2], len(HEAD) + 1):
        if match := GROUP.fullmatch(line):
            group = begin(result, match)
        if line and not (group and (match or add(result, group, line))):
            what = f"this belongs to nothing, or stands here again: {line!r}"
            raise EvidenceError(what, path, number, REPAIR)
    return result


def parse_head(lines: list[str], path: Path | str) -> tuple[str, dict[str, str]]:
    """The platform, and the other facts."""
    facts: dict[str, str] = {}
    for number, (line, key) in enumerate(zip(lines, HEAD, strict=False), 1):
        word, _, value = line.partition(": ")
        if word != key or not VALUES.get(key, ANY).fullmatch(value):
            raise EvidenceError(f"here should stand '{key}: …'", path, number, REPAIR)
        facts[key] = value
    return facts.pop("platform"), facts


def begin(result: Result, match: re.Match[str]) -> str:
    """A group begins; its name, or "" where it cannot begin here."""
    name, digest = match.groups()
    if name == EXAMPLES:
        return name if not digest and not result.examples else ""
    if not digest or name in result.groups:
        return ""
    result.groups[name] = Group(digest, {})
    return name


def add(result: Result, group: str, line: str) -> bool:
    """Take one line into the group that has begun; False where it does not fit."""
    try:
        line = unescape(line)
    except ValueError:
        return False
    if group == EXAMPLES:
        return add_example(result.examples, line)
    match = WORD.fullmatch(line)
    if not match or match.group(1) in result.groups[group].values:
        return False
    result.groups[group].values[match.group(1)] = match.group(2)
    return True


def add_example(examples: dict[str, Seen], line: str) -> bool:
    """An example, or a line of its difference."""
    if line[:2] in ("- ", "+ ") and examples:
        name, seen = examples.popitem()
        difference = (*seen.difference, line)
        examples[name] = Seen(seen.digest, seen.value, difference)
        return True
    match = EXAMPLE.fullmatch(line)
    if not match or match.group(1) in examples:
        return False
    examples[match.group(1)] = Seen(match.group(2), match.group(3))
    return True
