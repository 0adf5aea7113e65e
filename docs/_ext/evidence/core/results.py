"""What many interpreters did with the probes and the examples, as kept for review.

A *group* is a file of probes (``docs/reference/probes/born.py``), a *behaviour* one
of the words it prints: ``born/os.pipe2-0``. One file for each minor version of Python
on each platform keeps what they said; see `result_format`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .model import EvidenceError, Record
from .record_format import format_record
from .records import write_whole
from .result import Result
from .result_format import REPAIR, format_result, parse_result

SHARED = "probing.py"
"""What all groups import; a part of each of them."""


@dataclass
class Results:
    """All that the folder ``reference/`` keeps."""

    folder: Path = Path()
    """Holds ``probes/`` and ``results/``; need not exist."""
    digests: dict[str, str] = field(default_factory=dict)
    """Name of a group: digest of its probes as they are now."""
    kept: tuple[Result, ...] = ()
    """In the order of platform, implementation and version."""

    def value(self, result: Result, behaviour: str) -> str:
        """``yes``, ``no`` …; "" where nobody looked with the probe as it is now."""
        name, _, word = behaviour.partition("/")
        group = result.groups.get(name)
        if group is None or group.digest != self.digests.get(name):
            return ""
        return group.values.get(word, "")

    def column(self, where: str) -> Result | None:
        """``CPython 3.12``, or ``CPython 3.12 on windows-wine``; Linux without."""
        python, _, platform = where.partition(" on ")
        for result in self.kept:
            if result.platform == (platform or "linux") and result.minor == python:
                return result
        return None

    def known(self) -> tuple[str, ...]:
        """All names that `column` takes."""
        return tuple(f"{each.minor} on {each.platform}" for each in self.kept)

    def behaviours(self, group: str) -> tuple[str, ...]:
        """Those of a group of which any interpreter said something, as first said."""
        known = (each.groups.get(group) for each in self.kept)
        words = {word: None for each in known if each for word in each.values}
        return tuple(f"{group}/{word}" for word in words)

    def stale(self) -> Iterator[tuple[str, list[str]]]:
        """Names of files, and their groups that belong to probes as they were."""
        for result in self.kept:
            groups = sorted(result.groups.items())
            old = [n for n, each in groups if each.digest != self.digests.get(n)]
            if old:
                yield result.file, old

    def path(self, result: Result) -> Path:
        """Where the file of an interpreter lies."""
        return self.folder / "results" / result.file

    def write(self, result: Result) -> bool:
        """Whole or not at all; False where the file says the same already."""
        return write_whole(self.path(result), format_result(result))


def probe_files(folder: Path) -> dict[str, Path]:
    """Name of a group: its file; ``folder`` holds ``probes/``."""
    files = sorted((folder / "probes").glob("*.py"))
    return {path.stem: path for path in files if path.name != SHARED}


def probe_digest(path: Path) -> str:
    """Of all that decides what a group says: its file, and what it imports."""
    digest = hashlib.sha256(path.read_bytes())
    digest.update(path.with_name(SHARED).read_bytes())
    return f"sha256:{digest.hexdigest()[:16]}"


def record_digest(record: Record) -> str:
    """Of what an example is compared with: the script's digest is a part of it."""
    return f"sha256:{hashlib.sha256(format_record(record).encode()).hexdigest()[:16]}"


def read_results(
    folder: Path, errors: dict[str, EvidenceError] | None = None
) -> Results:
    """All files; a broken one is raised, or kept in ``errors`` by its path."""
    found = []
    for path in sorted((folder / "results").glob("*")):
        try:
            found.append(read_result(path))
        except EvidenceError as error:
            if errors is None:
                raise
            errors[error.where] = error
    digests = {name: probe_digest(path) for name, path in probe_files(folder).items()}
    return Results(folder, digests, tuple(in_order(found)))


def read_result(path: Path) -> Result:
    """One file; EvidenceError where it is broken, or bears another's name."""
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise EvidenceError(f"this cannot be read: {error}", path, 0, REPAIR) from None
    result = parse_result(text, path)
    if result.file != path.name:
        what = (
            f"what {result.python} said on {result.platform} belongs to {result.file}"
        )
        raise EvidenceError(what, path, 1, f"git mv it, or {REPAIR}")
    return result


def in_order(results: Iterable[Result]) -> list[Result]:
    """By platform, implementation and version: 3.9 stands before 3.10."""

    def key(result: Result) -> tuple[str, str, list[int]]:
        implementation, version = result.python.split(" ", 1)
        numbers = [int(number) for number in re.findall(r"\d+", version)]
        return result.platform, implementation, numbers

    return sorted(results, key=key)
