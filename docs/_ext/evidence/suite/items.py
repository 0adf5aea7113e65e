"""What is tested of an example: its transcript, and each point of its author."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..capture.runner import Runner
from ..core.differences import MARKS, difference, flat, unmet
from ..core.model import EvidenceError, Example, Expectation, Record, Run, Status
from ..core.records import RecordStore, judge
from .recording import Recording

if TYPE_CHECKING:
    from .plugin import ExampleFile

RUNNER = pytest.StashKey[Runner]()
RECORDING = pytest.StashKey[Recording]()
CONTRIBUTE = "`make records` takes one, see docs/contributing.md"
RECORD_AGAIN = "if this is right, record it: pytest examples --update-records"


class Unlike(Exception):
    """A test failed; the message is all there is to say."""


class ExampleItem(pytest.Item):
    """A test that needs the run of an example."""

    parent: ExampleFile

    @property
    def example(self) -> Example:
        """The script it belongs to."""
        return self.parent.example

    def run(self) -> Run:
        """What was seen; fails where the run failed, skips where it is unsupported."""
        run = self.config.stash[RUNNER].result(self.example)
        if run.failure:
            place = f"{self.path}:{run.failure.line}" if run.failure.line else self.path
            lines = all_of(run)
            message = f"{place}: {run.failure.cause}\n{lines}\nrepeat it: {run.command}"
            raise Unlike(message)
        return run

    def record(self) -> Record | None:
        """What this platform is recorded to show."""
        store = RecordStore(self.path.parents[1] / "records")
        return store.read(self.platform, self.example.name)

    @property
    def platform(self) -> str:
        """The name of the one we run on."""
        return self.config.stash[RUNNER].platform.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """No frames of ours."""
        if isinstance(excinfo.value, (Unlike, EvidenceError)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """For the list of failures."""
        return self.path, 0, f"{self.example.name}: {self.name}"


class Comparison(ExampleItem):
    """Does the run say what the record says?"""

    def runtest(self) -> None:
        """Or, with --update-records, keep what it says."""
        if recording := self.config.stash.get(RECORDING, None):
            recording.add(self.example, self.config.stash[RUNNER].result(self.example))
        run = self.run()
        if recording:
            return
        record = self.record()
        self.compare(record, run, judge(self.example, record, run))
        if run.unsupported:
            pytest.skip(f"{run.unsupported} is missing on this platform")

    def compare(self, record: Record | None, run: Run, status: Status) -> None:
        """Fail where the record is missing, stale or says something else."""
        if record is None:
            self.without_record()
        elif status is Status.STALE:
            raise Unlike(f"{self.path}: the script changed since; {RECORD_AGAIN}")
        elif status is Status.CHANGED:
            raise Unlike(self.told(record, run))

    def without_record(self) -> None:
        """A fault on a platform that has records, news on any other."""
        store = RecordStore(self.path.parents[1] / "records")
        if store.platform(self.platform):
            raise Unlike(f"{self.path}: there is no record of it; {RECORD_AGAIN}")
        pytest.skip(f"nobody has recorded {self.platform} yet; {CONTRIBUTE}")

    def told(self, record: Record, run: Run) -> str:
        """The difference line by line, how to repeat it, and the repair."""
        if record.transcript is None or run.transcript is None:
            recorded, seen = record.unsupported or "a run", run.unsupported or "a run"
            lines = [f"- {recorded}", f"+ {seen}"]
        else:
            lines = list(difference(record.transcript, run.transcript))
        head = f"{self.path}: - as recorded, + as seen now"
        return "\n".join([head, *lines, f"repeat it: {run.command}", RECORD_AGAIN])


class Point(ExampleItem):
    """Does the run show the line that its author insists on?"""

    def __init__(self, *, point: Expectation, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]
        self.point = point

    def runtest(self) -> None:
        """In its block, by its writer, on its stream."""
        run = self.run()
        if run.transcript is None:
            pytest.skip(f"{run.unsupported} is missing on this platform")
        if self.point.platform not in ("", self.platform):
            pytest.skip(f"said of {self.point.platform} only")
        if self.point in unmet(self.example, run.transcript, self.platform):
            place = f"{self.path}:{self.point.line}: block {self.point.block}"
            head = f"{place} did not show\n  {said(self.point)}\nseen:"
            raise Unlike(f"{head}\n{all_of(run)}\nrepeat it: {run.command}")


def said(point: Expectation) -> str:
    """A point as its author wrote it."""
    return f"{point.writer} {MARKS[point.stream]} {point.text}"


def all_of(run: Run) -> str:
    """All that a run wrote, with writers."""
    return "\n".join(f"  {x}" for x in flat(run.transcript)) if run.transcript else ""
