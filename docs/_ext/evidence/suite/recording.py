"""Writing records: all runs first, then every file, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..core.examples import example_paths
from ..core.model import Example, Platform, Record, Run
from ..core.records import RecordStore

HOW = "pytest examples --update-records"


class Recording:
    """What one platform showed in this session."""

    def __init__(
        self, platform: Platform, folder: Path, chosen: Iterable[Example]
    ) -> None:
        """``folder`` is the one of all examples, of which some are chosen."""
        self.platform = replace(platform, facts={"obtained": HOW} | platform.facts)
        self.folder, self.store = folder, RecordStore(folder / "records")
        self.chosen = [example.name for example in chosen]
        self.records: list[Record] = []
        self.said: list[str] = []
        """What became of it, for the end of the session."""

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
            f"{self.platform.name} was taken with {before}, this is "
            f"{self.platform.facts['python']} and not every example: run `{HOW}` alone"
        )

    def finish(self, interrupted: bool) -> bool:
        """Write, and keep what is to be said; False where nothing may be written."""
        why = "interrupted" if interrupted else self.refused()
        self.said = [f"nothing recorded: {why}"] if why else list(self.write())
        return not why

    def write(self) -> Iterator[str]:
        """Each file whole or not at all, and only where it says something new."""
        names = {record.example for record in self.records}
        for name in self.chosen:
            if name not in names:
                yield f"not recorded, as its run failed: {name}"
        written = [r for r in self.records if self.store.write(self.platform.name, r)]
        if self.records:
            self.store.write_platform(self.platform)
        for record in written:
            yield f"recorded {self.store.path(self.platform.name, record.example)}"
        same = len(self.records) - len(written)
        yield f"{len(written)} records written, {same} say the same as before"
