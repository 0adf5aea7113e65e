"""What counts as failing, and how that is said."""

from __future__ import annotations

from evidence.capture.failures import as_typed
from evidence.core.model import Failure
from stage import lines


def test_a_status_that_nobody_announced(stage):
    run = stage.run("failures/other_status")
    assert run.failure == Failure("ended with exit status 3, not 0", block=2, line=14)
    assert lines(run) == ["1 parent | one"]
    assert run.transcript.exit == "3"


def test_a_status_that_was_announced_and_did_not_come(stage):
    assert stage.cause("failures/announced_status") == "ended with exit status 0, not 3"


def test_a_signal_that_nobody_announced(stage):
    assert stage.cause("failures/killed") == "was ended by SIGTERM, not 0"


def test_an_exception_names_the_last_line_of_the_script_that_it_passed(stage):
    run = stage.run("failures/raises")
    assert run.failure == Failure("ended with exit status 1, not 0", block=2, line=14)


def test_a_word_that_nobody_can_probe(stage):
    cause = stage.cause("failures/unknown_need")
    assert cause.startswith("requires os.frok, for which there is no probe; known: os.")


def test_what_is_missing_here_is_no_failure(stage):
    run = stage.run("failures/unmet_need")
    assert (run.failure, run.transcript, run.unsupported) == (None, None, "msvcrt")


def test_the_command_that_repeats_a_run_is_told(stage):
    command = stage.run("failures/killed").command
    assert command.endswith(" examples/failures/killed.py")


def test_a_command_line_is_told_as_typed_where_paths_have_spaces():
    token = "0123456789abcdef 5,9"
    run = f"/a b/.venv/bin/python -u -X utf8 /a b/bootstrap.py /a b/x.py {token}"
    assert as_typed(run) == "python /a b/x.py"
    assert as_typed("/bin/sleep 1000") == "/bin/sleep 1000"
