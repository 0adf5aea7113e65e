"""Runs that need not be made again: kept while all they depend on is the same."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ..core.code import code_digest
from ..core.model import EvidenceError, Example, Record
from ..core.record_format import format_record
from ..core.record_reader import parse_record


class RunStore:
    """A folder of records, named by the digest of everything a run depends on.

    A kept run has the format of a record, but is no evidence: it lives in the
    build's own folder, and pytest never reads it.
    """

    def __init__(self, folder: Path, identity: str) -> None:
        """``identity`` says interpreter, kernel, libc and limits."""
        code = code_digest("core", "capture")
        self.folder, self.common = folder, hashlib.sha256((identity + code).encode())

    def path(self, example: Example) -> Path:
        """Where its run is kept, if it is."""
        digest = self.common.copy()
        digest.update(os.fsencode(example.path) + b"\0" + example.path.read_bytes())
        return self.folder / f"{digest.hexdigest()[:32]}.txt"

    def read(self, example: Example) -> Record | None:
        """The run of this very script; None where there is none, or a broken one."""
        path = self.path(example)
        try:
            return parse_record(path.read_text("utf-8"), path)
        except (OSError, UnicodeDecodeError, EvidenceError):
            return None

    def write(self, example: Example, record: Record) -> None:
        """Whole or not at all, also where two builds do it at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.path(example)
        waiting = path.with_suffix(f".{os.getpid()}")
        waiting.write_text(format_record(record), "utf-8")
        waiting.replace(path)
