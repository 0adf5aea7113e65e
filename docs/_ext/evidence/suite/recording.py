"""Writing records: all runs first, then every file, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..core.examples import example_paths
from ..core.model import Example, Platform, Record, Run
from ..core.records import RecordStore

HOW = "pytest examples --update-records"


class Recording:
    """What one platform showed in this session."""

    def __init__(self, platform: Platform, folder: Path) -> None:
        """``folder`` is the one of all examples."""
        self.platform = replace(platform, facts={**platform.facts, "obtained": HOW})
        self.folder, self.store = folder, RecordStore(folder / "records")
        self.records: list[Record] = []

    def add(self, example: Example, run: Run) -> None:
        """Keep a run that did not fail."""
        seen = run.transcript, run.unsupported
        self.records.append(Record(example.name, example.digest, *seen))

    def refused(self) -> str:
        """One Python records a platform: another one must do it all, or nothing."""
        known = self.store.platform(self.platform.name)
        before = known.facts["python"] if known else ""
        whole = len(self.records) == len(example_paths(self.folder))
        if whole or not before or before == self.platform.facts["python"]:
            return ""
        return (
            f"nothing recorded: {self.platform.name} was taken with {before}, this is "
            f"{self.platform.facts['python']} and not every example: run `{HOW}` alone"
        )

    def write(self) -> Iterator[str]:
        """Write, and say what changed."""
        if not self.records:
            yield "nothing recorded: no run ended well"
            return
        if why := self.refused():
            yield why
            return
        written = [r for r in self.records if self.store.write(self.platform.name, r)]
        self.store.write_platform(self.platform)
        for record in written:
            yield f"recorded {self.store.path(self.platform.name, record.example)}"
        same = len(self.records) - len(written)
        yield f"{len(written)} records written, {same} say the same as before"
