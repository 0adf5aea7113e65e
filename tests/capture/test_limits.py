"""What a run may use: time, output, processes, memory, size of a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import pytest
from evidence.capture.runner import Runner
from evidence.capture.testimony import Limits
from stage import Stage, lines


@pytest.fixture(scope="module")
def short(tmp_path_factory) -> Iterator[Stage]:
    """A stage on which time is short."""
    temporary = tmp_path_factory.mktemp("runs")
    limits = Limits(seconds=2)
    with pytest.MonkeyPatch.context() as patch, Runner(jobs=2, limits=limits) as runner:
        patch.setattr(tempfile, "tempdir", str(temporary))
        yield Stage(runner, temporary)


def test_an_endless_script_ends_at_the_limit_of_time(short):
    run = short.run("limits/endless")
    assert run.failure.cause == "was still running after 2 s (limit)"
    assert run.failure.block == 2
    assert lines(run) == ["1 parent | one"]
    assert short.remains() == []


@pytest.mark.parametrize("name", ["busy", "waits_for_input"])
def test_neither_a_busy_nor_a_waiting_script_goes_on(short, name):
    assert "limit" in short.cause(f"limits/{name}")
    assert short.remains() == []


@pytest.mark.parametrize("name", ["floods", "floods_in_silence"])
def test_output_has_a_limit_and_what_came_before_is_kept(stage, name):
    run = stage.run(f"limits/{name}")
    assert run.failure.cause == "wrote more than 1000000 bytes (limit)"
    size = sum(len(line.text) for line in run.transcript.lines())
    assert 900_000 < size < 1_200_000
    assert stage.remains() == []


@pytest.mark.parametrize("name", ["storm", "doubling", "doubling_sessions"])
def test_a_storm_of_processes_ends_at_the_limit(stage, name):
    cause = stage.cause(f"limits/{name}")
    assert cause == "had more than 256 processes at once (limit)"
    assert stage.remains() == []


def test_too_much_memory_fails_where_the_script_dies_of_it(stage):
    run = stage.run("limits/memory")
    assert lines(run)[-1] == "1 parent ! MemoryError"
    assert run.failure is None


def test_too_much_memory_that_the_script_expects_is_no_failure(stage):
    assert stage.lines("limits/memory_handled") == ["1 parent | no such room"]


def test_a_file_has_a_limit(stage):
    run = stage.run("limits/large_file")
    assert run.failure.cause == "ended with exit status 1, not 0"
    assert lines(run)[-1] == "1 parent ! OSError: [Errno 27] File too large"


def test_one_write_larger_than_any_datagram_fails_in_the_script(stage):
    run = stage.run("limits/too_large_write")
    assert lines(run)[-1] == "1 parent ! OSError: [Errno 90] Message too long"
