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
from ..core.examples import read_example
from ..core.model import EvidenceError, Example
from .items import RECORDING, RUNNER, Comparison, ExampleItem, Point, said
from .recording import Recording


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
    except ValueError as error:
        raise pytest.UsageError(f"--interpreter {command}: {error}") from None
    except EvidenceError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[RUNNER] = runner
    chosen = [file.example for file in files if isinstance(file, ExampleFile)]
    if config.getoption("--update-records"):
        folder = chosen[0].path.parents[1]
        config.stash[RECORDING] = Recording(runner.platform, folder)
    # Workers of xdist share the items out later; they run what they are given.
    for example in [] if hasattr(config, "workerinput") else chosen:
        runner.start(example)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Nothing that a run started outlives the tests; records are written after all."""
    if runner := session.config.stash.get(RUNNER, None):
        runner.close()
    recording = session.config.stash.get(RECORDING, None)
    interrupted = exitstatus == pytest.ExitCode.INTERRUPTED
    if recording and not recording.finish(interrupted):
        session.exitstatus = exitstatus or pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which records were written."""
    recording = config.stash.get(RECORDING, None)
    for line in recording.said if recording else ():
        terminalreporter.write_line(line)


class ExampleFile(pytest.File):
    """One script; unreadable ones are one line."""

    example: Example

    def collect(self) -> Iterator[ExampleItem]:
        """The transcript, then the points in their order."""
        self.example = read_example(self.path, self.path.parent.parent)
        yield Comparison.from_parent(self, name="transcript")
        for point in self.example.expectations:
            name = f"line {point.line}: {said(point)}"
            yield Point.from_parent(self, name=name, point=point)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """What, where, and the repair."""
        if isinstance(excinfo.value, EvidenceError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))
