"""The folder of records, and what a record says of an example today."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .model import EvidenceError, Example, Platform, Record, Run, Status
from .platform_file import NAME, format_platform, read_platform
from .record_format import format_record
from .record_reader import parse_record


def write_whole(path: Path, text: str) -> bool:
    """Write a file whole or not at all; False where it says the same already.

    EvidenceError where it cannot be written.
    """
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and path.read_bytes() == text.encode():
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(text.encode())
        waiting.replace(path)
    except OSError as error:
        what = f"this cannot be written: {error.strerror}"
        raise EvidenceError(what, path, repair="make that folder yours") from error
    finally:
        with suppress(OSError):
            waiting.unlink()
    return True


class RecordStore:
    """``examples/records/<platform>/platform.toml`` and ``<section>/<name>.txt``."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is ``examples/records``; it need not exist yet."""
        self.folder = folder

    def path(self, platform: str, example: str) -> Path:
        """Where the record of an example (``section/name.py``) lies."""
        return self.folder / platform / Path(example).with_suffix(".txt")

    def platforms(self) -> tuple[Platform, ...]:
        """All that have a ``platform.toml``, by name."""
        return tuple(read_platform(p) for p in sorted(self.folder.glob(f"*/{NAME}")))

    def platform(self, name: str) -> Platform | None:
        """One of them, or None."""
        path = self.folder / name / NAME
        return read_platform(path) if path.exists() else None

    def read(self, platform: str, example: str) -> Record | None:
        """The record, or None; EvidenceError where it is broken or misplaced."""
        path = self.path(platform, example)
        if not path.exists():
            return None
        repair = "restore the file, or take it again with `make records`"
        try:
            text = path.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise EvidenceError(
                f"this cannot be read: {error}", path, 0, repair
            ) from None
        record = parse_record(text, path)
        if record.example != example:
            what = f"the record of {record.example} lies in the place of {example}"
            raise EvidenceError(what, path, 1, repair)
        return record

    def write(self, platform: str, record: Record) -> bool:
        """False where the file says the same already."""
        return write_whole(self.path(platform, record.example), format_record(record))

    def write_platform(self, platform: Platform) -> bool:
        """False where the file says the same already."""
        path = self.folder / platform.name / NAME
        return write_whole(path, format_platform(platform))

    def check(self, examples: Iterable[Example]) -> None:
        """Raise EvidenceError for the first file that belongs to nothing."""
        names = {Path(example.name).with_suffix(".txt") for example in examples}
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder)
            if path.is_dir() or (inside.name == NAME and len(inside.parts) == 2):
                continue
            platform = self.folder / inside.parts[0] / NAME
            if len(inside.parts) < 3 or Path(*inside.parts[1:]) not in names:
                what = "a stray record: there is no such example"
                repair = f"delete it: rm {shlex.quote(str(path))}"
                raise EvidenceError(what, path, repair=repair)
            if not platform.exists():
                what = "records of a platform that nobody described"
                raise EvidenceError(
                    what, platform, repair="take them with `make records`"
                )


def judge(example: Example, record: Record | None, run: Run | None) -> Status:
    """How a panel stands: the record first, this machine's run second."""
    if run and run.failure:
        return Status.FAILED
    if record is None:
        if run is None:
            return Status.MISSING
        return Status.UNSUPPORTED if run.unsupported else Status.LIVE
    if record.source != example.digest:
        return Status.STALE
    if run and not says_the_same(record, run):
        return Status.CHANGED
    return Status.UNSUPPORTED if record.unsupported else Status.VERIFIED


def says_the_same(record: Record, run: Run) -> bool:
    """Everything that a record keeps, but for the digest of the script."""
    seen = Record(record.example, record.source, run.transcript, run.unsupported)
    return seen == record
