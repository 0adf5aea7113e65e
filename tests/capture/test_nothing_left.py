"""Nothing that a run started outlives it, and one that leaves something fails."""

from __future__ import annotations

import os
import signal
import time

import pytest
from evidence.capture import supervised
from evidence.capture.runner import Runner
from evidence.capture.testimony import Limits
from stage import SCRIPTS, alive, below, example, lines

GONE = "was not seen to its end: the supervisor is gone or stuck"
WITNESS = "ended or stopped the process that watched it"


@pytest.fixture(autouse=True)
def nothing_left(stage):
    """Holds after each test: no process, no folder, nobody below the supervisor."""
    yield
    assert stage.remains() == []
    assert below(stage.runner.witness.process.pid) == []


@pytest.mark.parametrize("name", ["daemon", "ignores_signals", "stopped"])
def test_a_process_that_stays_is_named_and_ended(stage, name):
    run = stage.run(f"left/{name}")
    assert lines(run) == ["1 parent | done"]
    command = f"python {SCRIPTS / 'left' / name}.py"
    assert run.failure.cause == f"left behind 1 s after it ended: {command}"


def test_a_program_without_our_environment_is_found_too(stage):
    cause = stage.cause("left/another_program")
    assert cause == "left behind 1 s after it ended: /bin/sleep 1000"


def test_all_that_stay_are_named(stage):
    assert stage.cause("left/two_programs").endswith("/bin/sleep 1000; /bin/sleep 2000")


def test_children_that_nobody_waits_for_are_not_left_behind(stage):
    assert stage.lines("left/zombies") == ["1 parent | done"]


def test_a_child_may_speak_for_a_moment_after_the_script(stage):
    assert stage.lines("left/soon_gone") == [
        "1 parent | done",
        "1 child | last words",
    ]


def test_a_script_may_kill_its_own_group_and_nobody_else(stage):
    assert stage.lines("left/kills_its_group") == ["1 parent | one"]
    assert stage.lines("left/kills_everyone_below") == ["1 parent | -9"]


def test_a_script_that_kills_its_witness_fails_alone(stage):
    neighbour = example("left/takes_its_time")
    stage.runner.start(neighbour)
    assert stage.cause("left/kills_its_witness") == WITNESS
    assert [each for each in alive(stage.temporary) if "kills" in each] == []
    assert stage.runner.result(neighbour).failure is None


def test_a_script_that_stops_its_witness_hangs_nothing(stage):
    with Runner(jobs=1, limits=Limits(seconds=3)) as runner:
        run = runner.result(example("left/stops_its_witness"))
    assert run.failure.cause == WITNESS


def test_a_script_may_delete_its_folder_or_lock_it(stage):
    assert stage.lines("left/deletes_its_folder") == ["1 parent | FileNotFoundError"]
    assert stage.lines("left/locks_its_folder") == ["1 parent | done"]


def test_closing_the_runner_ends_what_still_runs(stage):
    with Runner(jobs=4) as runner:
        for name in ("limits/endless", "limits/busy", "left/stops_its_witness"):
            runner.start(example(name))
        runner.result(example("limits/memory_handled"))


def test_a_script_that_kills_the_supervisor_fails_and_so_do_later_ones(stage):
    with Runner(jobs=1) as runner:
        for name in ("left/kills_the_supervisor", "left/zombies"):
            run = runner.result(example(name))
            assert run.failure.cause == GONE
    wait_for_the_witnesses(stage)


def test_a_script_that_stops_the_supervisor_fails_and_so_do_later_ones(
    stage, monkeypatch
):
    monkeypatch.setattr(supervised, "PATIENCE", 1.0)
    with Runner(jobs=1, limits=Limits(seconds=5, grace=0)) as runner:
        for name in ("left/stops_the_supervisor", "left/zombies"):
            assert runner.result(example(name)).failure.cause == GONE
    assert runner.witness.process.returncode == 0  # it went on, and ended by itself


def test_a_supervisor_that_cannot_be_continued_is_killed(stage, monkeypatch):
    monkeypatch.setattr(supervised, "PATIENCE", 1.0)
    with Runner(jobs=1) as runner:
        supervisor = start_endless(runner)
        supervisor.send_signal(signal.SIGSTOP)
        monkeypatch.setattr(signal, "SIGCONT", 0)  # as if it were stopped again
    assert supervisor.returncode == -signal.SIGKILL
    wait_for_the_witnesses(stage)


def wait_for_the_witnesses(stage):
    """Nobody is left whom we could ask whether they have ended."""
    for _ in range(100):
        if stage.remains():
            time.sleep(0.05)


def test_a_supervisor_that_ends_removes_the_folder_of_a_killed_witness(stage):
    with Runner(jobs=1) as runner:
        supervisor = start_endless(runner)
        supervisor.send_signal(signal.SIGSTOP)
        os.kill(below(supervisor.pid)[0], signal.SIGKILL)
        supervisor.terminate()  # it acts on it before it can hear of the witness
        supervisor.send_signal(signal.SIGCONT)
        supervisor.wait()


def start_endless(runner):
    """The process of the supervisor, as soon as it has a witness and a script."""
    runner.start(example("limits/endless"))
    supervisor = runner.witness.process
    while len(below(supervisor.pid)) < 2:
        time.sleep(0.01)
    return supervisor
