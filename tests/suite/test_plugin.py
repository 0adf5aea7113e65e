"""``pytest examples``: what is a test, what turns red, and what is said then."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from small_suite import Suite, here

RECORD_AGAIN = "if this is right, record it: pytest examples --update-records"


def test_one_test_for_each_example_and_each_point(recorded: Suite) -> None:
    ran = recorded.pytest("--collect-only", "-q")
    assert [line for line in ran.output.splitlines() if "::" in line] == [
        "examples/first/fork.py::transcript",
        "examples/first/fork.py::line 15: child | from the child",
        "examples/first/fork.py::line 18: parent | from the parent",
        "examples/first/hello.py::transcript",
        "examples/first/hello.py::line 9: parent | hello",
        "examples/second/missing.py::transcript",
        "examples/second/missing.py::line 11: parent | never",
    ]


def test_what_is_as_recorded_passes(recorded: Suite) -> None:
    ran = recorded.pytest()
    assert ran.status == 0, ran.output
    assert "5 passed, 2 skipped" in ran.output


def test_what_is_missing_here_is_named(recorded: Suite) -> None:
    ran = recorded.pytest("-k", "missing")
    assert ran.status == 0, ran.output
    assert "2 skipped" in ran.output
    assert ran.output.count("msvcrt is missing on this platform") == 2


def test_a_broken_letter_turns_red(recorded: Suite) -> None:
    record = recorded.record("first/fork.py")
    recorded.edit(record, "from the child", "from thy child")
    ran = recorded.pytest("-k", "transcript")
    path = recorded.root / "examples/first/fork.py"
    assert ran.status == 1
    told = [
        f"{path}: - as recorded, + as seen now",
        "  attested-by: SCM_CREDENTIALS",
        "  -- block 1 --",
        "- child | from thy child",
        "+ child | from the child",
        "  parent | from the parent",
        "  exit: 0",
        RECORD_AGAIN,
    ]
    lines = ran.output.splitlines()
    start = lines.index(told[0])
    repeat = lines.pop(start + 7)
    assert repeat.startswith("repeat it: python")
    assert repeat.endswith(" examples/first/fork.py")
    assert lines[start : start + 8] == told
    assert "Traceback" not in ran.output
    assert "1 failed, 1 passed, 1 skipped" in ran.output


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("child  |", "parent |", "- parent | from the child"),
        ("child  |", "child  !", "- child ! from the child"),
        ("exit: 0", "exit: 3", "- exit: 3"),
        ("-- block 1 --", "-- block 2 --", "- -- block 2 --"),
        ("SCM_CREDENTIALS", "nobody", "- attested-by: nobody"),
    ],
)
def test_all_that_a_record_says_is_compared(
    recorded: Suite, old: str, new: str, told: str
) -> None:
    recorded.edit(recorded.record("first/fork.py"), old, new)
    ran = recorded.pytest("-k", "fork and transcript")
    assert ran.status == 1
    assert told in ran.output.splitlines()


def test_a_record_broken_by_hand_is_one_line(recorded: Suite) -> None:
    record = recorded.record("first/hello.py")
    recorded.edit(record, "parent | hello", "mother | hello")
    ran = recorded.pytest("-k", "hello and transcript")
    assert ran.status == 1
    what = "this is no line of a transcript: 'mother | hello'"
    assert f"{record}:7: {what}; restore the file, or" in ran.output
    assert "Traceback" not in ran.output


def test_a_changed_script_makes_its_record_stale(recorded: Suite) -> None:
    path = recorded.root / "examples/first/hello.py"
    recorded.edit(path, "print('hello')", "print('hel' + 'lo')")
    ran = recorded.pytest("-k", "hello")
    assert ran.status == 1
    assert f"{path}: the script changed since; {RECORD_AGAIN}" in ran.output
    assert "1 failed, 1 passed" in ran.output


def test_a_point_that_is_not_shown_turns_red(recorded: Suite) -> None:
    path = recorded.root / "examples/first/fork.py"
    recorded.edit(path, "#> child | from", "#> parent | from")
    ran = recorded.pytest("-k", "fork")
    lines = ran.output.splitlines()
    start = lines.index(f"{path}:15: block 1 did not show")
    assert ran.status == 1
    assert lines[start + 1 : start + 3] == ["  parent | from the child", "seen:"]
    assert "  child | from the child" in lines[start:]
    assert "1 failed, 2 passed" in ran.output


def test_a_run_that_fails_says_how(suite: Suite) -> None:
    path = suite.write("first/fails.py", "# %%\n# It ends.\nprint('x')\n1 / 0\n")
    ran = suite.pytest("-k", "fails")
    assert ran.status == 1
    assert f"{path}:10: ended with exit status 1, not 0" in ran.output
    assert "  parent | x" in ran.output
    assert "  parent ! ZeroDivisionError: division by zero" in ran.output
    assert "repeat it: python" in ran.output


def test_an_announced_end_is_no_failure(suite: Suite) -> None:
    suite.write("first/three.py", "# exits: 3\n\n# %%\n# So.\nraise SystemExit(3)\n")
    suite.write(
        "first/killed.py",
        "# exits: SIGKILL\n\n# %%\n# So.\nimport os\n\nos.kill(os.getpid(), 9)\n",
    )
    suite.write("first/zero.py", "# exits: 3\n\n# %%\n# So.\nprint('x')\n")
    ran = suite.pytest("-k", "three or killed")
    assert ran.status == 0, ran.output
    ran = suite.pytest("-k", "zero")
    assert ran.status == 1
    assert "ended with exit status 0, not 3" in ran.output


def test_a_script_that_cannot_be_read_is_one_line(suite: Suite) -> None:
    path = suite.write("first/odd.py", "# exit: 3\n\n# %%\n# So.\nprint('x')\n")
    ran = suite.pytest()
    assert ran.status == 2
    assert f"{path}:7: unknown word 'exit'; write '# exits: 3'" in ran.output
    assert "Traceback" not in ran.output


def test_a_record_that_is_gone_turns_red(recorded: Suite) -> None:
    recorded.record("first/hello.py").unlink()
    ran = recorded.pytest("-k", "hello")
    path = recorded.root / "examples/first/hello.py"
    assert ran.status == 1
    assert f"{path}: there is no record of it; {RECORD_AGAIN}" in ran.output


def test_a_platform_that_nobody_recorded_is_green_and_says_so(suite: Suite) -> None:
    suite.store.write_platform(replace(here(), name="plan9", label="Plan 9"))
    ran = suite.pytest()
    assert ran.status == 0, ran.output
    said = f"nobody has recorded {here().name} yet; `make records` takes one"
    assert said in ran.output
    assert "3 passed, 4 skipped" in ran.output


def test_x_stops_at_the_first(recorded: Suite) -> None:
    for name in ("first/fork.py", "first/hello.py"):
        recorded.edit(recorded.record(name), "exit: 0", "exit: 3")
    ran = recorded.pytest("-x")
    assert ran.status == 1
    assert "1 failed" in ran.output
    assert "stopping after 1 failures" in ran.output


def test_workers_share_the_tests(recorded: Suite) -> None:
    recorded.edit(recorded.record("first/hello.py"), "hello\n\n", "hallo\n\n")
    ran = recorded.pytest("-n", "2")
    assert ran.status == 1
    assert "- parent | hallo" in ran.output
    assert "1 failed, 4 passed, 2 skipped" in ran.output


def test_the_report_names_examples_and_points(recorded: Suite) -> None:
    recorded.edit(recorded.record("first/hello.py"), "hello\n\n", "hallo\n\n")
    recorded.pytest("--junitxml=report.xml")
    cases = ET.parse(recorded.root / "report.xml").findall(".//testcase")
    told = {case.get("name"): case for case in cases}
    assert len(cases) == 7
    assert told["line 9: parent | hello"].find("failure") is None
    failure = [case for case in cases if case.find("failure") is not None]
    assert [case.get("classname") for case in failure] == ["examples.first.hello"]
    assert "- parent | hallo" in (failure[0].find("failure").text or "")


@pytest.mark.parametrize("command", ["no-such-python", "false", "'unclosed"])
def test_an_interpreter_that_does_not_start_is_one_line(
    suite: Suite, command: str
) -> None:
    ran = suite.pytest("--interpreter", command)
    assert ran.status == 4
    errors = [line for line in ran.output.splitlines() if line.startswith("ERROR")]
    assert len(errors) == 1, ran.output
    assert "--interpreter" in errors[0]
    assert "Traceback" not in ran.output
