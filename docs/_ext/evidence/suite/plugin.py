"""``pytest examples``: one test for each example, one for each point (``#>``).

``--update-records`` writes what was seen instead of comparing it; ``--interpreter``
runs the examples under another Python. Each xdist worker has a runner of its own.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..capture.runner import Runner
from ..core.differences import MARKS, difference, flat, unmet
from ..core.examples import read_example
from ..core.model import EvidenceError, Example, Expectation, Record, Run, Status
from ..core.records import RecordStore, judge
from .recording import Recording

RUNNER = pytest.StashKey[Runner]()
RECORDING = pytest.StashKey[Recording]()
CONTRIBUTE = "`make records` takes one, see docs/contributing.md"
RECORD_AGAIN = "if this is right, record it: pytest examples --update-records"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two options."""
    group = parser.getgroup("evidence")
    group.addoption(
        "--update-records",
        action="store_true",
        help="record what the examples show here, instead of comparing it",
    )
    group.addoption(
        "--interpreter", metavar="COMMAND", help="run the examples under this Python"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Recording is one process's business: all or nothing."""
    if config.getoption("--update-records") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-records works without -n: leave -n out")


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Scripts in the sections of a folder named ``examples``."""
    folder = file_path.parent.parent
    if file_path.suffix != ".py" or folder.name != "examples":
        return None
    return ExampleFile.from_parent(parent, path=file_path)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start all that will be wanted, as many at a time as there are cores."""
    config = session.config
    files = dict.fromkeys(i.parent for i in session.items if isinstance(i, ExampleItem))
    if not files or config.getoption("collectonly"):
        return
    command = config.getoption("--interpreter")
    try:
        runner = Runner(tuple(shlex.split(command)) if command else None)
    except EvidenceError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[RUNNER] = runner
    chosen = [file.example for file in files if isinstance(file, ExampleFile)]
    if config.getoption("--update-records"):
        config.stash[RECORDING] = Recording(runner.platform, chosen[0].path.parents[1])
    # Workers of xdist share the items out later; they run what they are given.
    for example in [] if hasattr(config, "workerinput") else chosen:
        runner.start(example)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nothing that a run started outlives the tests."""
    if runner := session.config.stash.get(RUNNER, None):
        runner.close()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """After all runs: write the records, whole or not at all, and say which."""
    if recording := config.stash.get(RECORDING, None):
        for line in recording.write():
            terminalreporter.write_line(line)


class ExampleFile(pytest.File):
    """One script; unreadable ones are one line."""

    example: Example

    def collect(self) -> Iterator[ExampleItem]:
        """The transcript, then the points in their order."""
        self.example = read_example(self.path, self.path.parent.parent)
        yield Comparison.from_parent(self, name="transcript")
        for point in self.example.expectations:
            name = (
                f"line {point.line}: {point.writer} {MARKS[point.stream]} {point.text}"
            )
            yield Point.from_parent(self, name=name, point=point)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """What, where, and the repair."""
        if isinstance(excinfo.value, EvidenceError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))


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
        run = self.run()
        if recording := self.config.stash.get(RECORDING, None):
            recording.add(self.example, run)
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
            seen = all_of(run)
            place = (
                f"{self.path}:{self.point.line}: block {self.point.block} did not show"
            )
            wanted = f"{self.point.writer} {MARKS[self.point.stream]} {self.point.text}"
            raise Unlike(
                f"{place}\n  {wanted}\nseen:\n{seen}\nrepeat it: {run.command}"
            )


def all_of(run: Run) -> str:
    """All that a run wrote, with writers."""
    return "\n".join(f"  {x}" for x in flat(run.transcript)) if run.transcript else ""
