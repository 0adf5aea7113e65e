"""Writing records: all runs first, then every file, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..core.examples import example_paths
from ..core.model import EvidenceError, Example, Platform, Record, Run
from ..core.records import RecordStore

HOW = "pytest examples --update-records"


class Recording:
    """What one platform showed in this session."""

    def __init__(self, platform: Platform, folder: Path) -> None:
        """``folder`` is the one of all examples, of which some are run."""
        self.platform = replace(platform, facts={"obtained": HOW} | platform.facts)
        self.folder, self.store = folder, RecordStore(folder / "records")
        self.records: list[Record] = []
        self.failed: list[str] = []
        self.said: list[str] = []
        """What became of it, for the end of the session."""

    def add(self, example: Example, run: Run) -> None:
        """Keep a run, or only the name of one that failed."""
        if run.failure:
            self.failed.append(example.name)
            return
        seen = run.transcript, run.unsupported
        self.records.append(Record(example.name, example.digest, *seen))

    def is_whole(self) -> bool:
        """Is every example among the records of this session?"""
        return len(self.records) == len(example_paths(self.folder))

    def refused(self) -> str:
        """One Python records a platform: another one must do it all, or nothing."""
        known = self.store.platform(self.platform.name)
        before = known.facts["python"] if known else ""
        if self.is_whole() or not before or before == self.platform.facts["python"]:
            return ""
        return (
            f"{self.platform.name} was taken with {before}, this is "
            f"{self.platform.facts['python']} and not every example: run `{HOW}` alone"
        )

    def finish(self, interrupted: bool) -> bool:
        """Write, and keep what is to be said; False where nothing may be written."""
        why = "interrupted" if interrupted else self.refused()
        try:
            self.said = [f"nothing recorded: {why}"] if why else list(self.write())
        except EvidenceError as error:
            why = str(error)
            self.said = [f"not recorded: {why}"]
        return not why

    def write(self) -> Iterator[str]:
        """Each file whole or not at all, and only where it says something new."""
        for name in self.failed:
            yield f"not recorded, as its run failed: {name}"
        written = [r for r in self.records if self.store.write(self.platform.name, r)]
        # It names the machine of all records: who took a few does not rewrite it.
        new = self.records and not self.store.platform(self.platform.name)
        if new or self.is_whole():
            self.store.write_platform(self.platform)
        for record in written:
            yield f"recorded {self.store.path(self.platform.name, record.example)}"
        same = len(self.records) - len(written)
        yield f"{len(written)} records written, {same} say the same as before"
