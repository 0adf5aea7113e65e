"""Where no kernel facility names the writers: as on macOS and on Windows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import pytest
from evidence.capture import host as module
from evidence.capture.runner import Runner
from evidence.capture.testimony import Limits
from stage import Stage, lines


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A runner that finds nothing of what attestation stands on."""
    temporary = tmp_path_factory.mktemp("runs")
    limits = Limits(seconds=2, grace=0.3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "can_attest", lambda: False)
        patch.setattr(tempfile, "tempdir", str(temporary))
        with Runner(jobs=2, limits=limits) as runner:
            yield Stage(runner, temporary)


@pytest.fixture(autouse=True)
def nothing_left(stage: Stage) -> Iterator[None]:
    """Holds after each test."""
    yield
    assert stage.remains() == []


def test_nobody_attests_and_no_writer_is_guessed(stage):
    run = stage.run("attestation/liar")
    assert run.transcript.attested_by == "nobody"
    assert run.failure is None
    assert lines(run) == ["1 nobody | I am the parent"] * 2


def test_both_streams_come_in_order_and_as_one(stage):
    wanted = [f"1 nobody | {x} {n}" for n in range(1000) for x in ("out", "err")]
    assert stage.lines("faithful/both_streams") == wanted


def test_the_marks_of_the_script_place_the_lines(stage):
    blocks = [line.split()[0] for line in stage.lines("positions/statements")]
    assert blocks == ["1", "2", "3", "4", "4", "5"]


def test_a_child_that_goes_on_moves_nobody_else(stage):
    assert stage.lines("positions/late_child")[0] == "2 nobody | second"


def test_a_script_finds_the_same_world(stage):
    assert stage.lines("faithful/descriptors")[:2] == [
        "1 nobody | open: [0, 1, 2]",
        "1 nobody | the next one is 3",
    ]


def test_status_and_signal_are_known(stage):
    assert stage.run("faithful/exit_3").transcript.exit == "3"
    assert stage.run("faithful/segfault").transcript.exit == "SIGSEGV"
    assert stage.cause("failures/killed") == "was ended by SIGTERM, not 0"


def test_an_exception_names_its_line(stage):
    assert stage.run("failures/raises").failure.line == 14


def test_an_endless_script_ends_at_the_limit_of_time(stage):
    run = stage.run("limits/endless")
    assert run.failure.cause == "was still running after 2 s (limit)"
    assert run.failure.block == 2
    assert lines(run) == ["1 nobody | one"]


@pytest.mark.parametrize("name", ["floods", "floods_in_silence"])
def test_output_has_a_limit(stage, name):
    assert stage.cause(f"limits/{name}") == "wrote more than 1000000 bytes (limit)"


def test_a_child_that_holds_the_pipe_is_left_behind(stage):
    cause = stage.cause("left/ignores_signals")
    assert cause.startswith("left behind 0.3 s after it ended: a process that nobody")


def test_what_is_missing_is_no_failure_here_either(stage):
    assert stage.run("failures/unmet_need").unsupported == "msvcrt"
