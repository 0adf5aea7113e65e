"""A run gives what ``python script.py`` gives, to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from evidence.capture import testimony
from evidence.capture.failures import exit_name
from evidence.capture.runner import Runner
from evidence.core.rules import RULES
from stage import SCRIPTS, Stage, example, lines

LIMITS = testimony.Limits(seconds=60, grace=20)

APART = {"opens_dev_stdout", "environment"}  # see "What differs" in docs/evidence.md
ALIKE = sorted({path.stem for path in (SCRIPTS / "faithful").glob("*.py")} - APART)


def plain(stage: Stage, name: str, folder: Path) -> tuple[str, str]:
    """All that ``python script.py`` prints on one pipe, and how it ends."""
    for each in ("work", "home", "tmp"):
        (folder / each).mkdir()
    own = {"HOME": f"{folder}/home", "TMPDIR": f"{folder}/tmp"}
    done = subprocess.run(
        [sys.executable, "-u", "-X", "utf8", str(example(name).path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**testimony.ENVIRONMENT, **own},
        cwd=folder / "work",
    )
    text = done.stdout.decode("utf-8", "surrogateescape")
    seen = testimony.Testimony((), 0, 0, str(folder))
    context = stage.runner.context(example(name), seen)
    for rule in RULES:
        text, _ = rule.apply(text, context)
    return text, exit_name(done.returncode)


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A fork server's socket lies in it: its path has 108 characters (unix(7))."""
    with tempfile.TemporaryDirectory(prefix="plain-", dir="/tmp") as folder:
        yield Path(folder).resolve()


@pytest.mark.parametrize("name", ALIKE)
def test_as_python_prints_it(stage, name, short_folder):
    run = stage.run(f"faithful/{name}")
    assert run.failure is None, run.failure
    seen = run.transcript.lines()
    text = "".join(line.text + "\n" * line.newline for line in seen)
    wanted = plain(stage, f"faithful/{name}", short_folder)
    assert (text, run.transcript.exit) == wanted


def test_the_script_has_three_descriptors_and_the_next_is_3(stage):
    assert stage.lines("faithful/leaves_descriptors")  # its neighbour has no part in it
    assert stage.lines("faithful/descriptors")[:2] == [
        "1 parent | open: [0, 1, 2]",
        "1 parent | the next one is 3",
    ]


def test_what_its_supervisor_has_open_does_not_reach_the_script(stage, monkeypatch):
    expected = stage.lines("faithful/descriptors")
    start = subprocess.Popen
    with open(os.devnull) as spare:

        def careless(argv, pass_fds, **options):
            return start(argv, pass_fds=[*pass_fds, spare.fileno()], **options)

        monkeypatch.setattr(subprocess, "Popen", careless)
        with Runner(jobs=1) as runner:
            assert lines(runner.result(example("faithful/descriptors"))) == expected


def test_both_streams_are_in_the_order_in_which_they_were_written(stage):
    wanted = [f"1 parent {x} {n}" for n in range(1000) for x in ("| out", "! err")]
    assert stage.lines("faithful/both_streams") == wanted


def test_a_build_keeps_its_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "launch code")
    names = "HOME LC_ALL PATH PYTHONNOUSERSITE PYTHONUNBUFFERED PYTHONUTF8 TMPDIR"
    with Runner(jobs=1) as runner:
        assert lines(runner.result(example("faithful/environment"))) == [
            f"1 parent | {names.split()}",
            "1 parent | of the process above: ''",
        ]


def test_a_terminal_s_language_is_shown_as_text(stage):
    assert stage.lines("faithful/escapes") == [
        r"1 parent | \x1b[31mred\x1b[0m \x1b]0;title\x07",
        r"1 parent | \u202ereversed \u2028 separated \ufeff",
    ]


def test_bytes_that_are_not_text_are_shown_as_bytes(stage):
    assert stage.lines("faithful/odd_bytes") == [
        r"1 parent | \xff\xfe caf\xe9",
        "1 parent | é",
        r"1 parent | NUL \x00, bell \x07, return\x0dback, form\x0cfeed",
    ]


def test_a_missing_newline_is_said(stage):
    assert stage.lines("faithful/no_newline")[-1] == "1 parent | two (no newline)"


def test_nothing_printed_is_a_transcript(stage):
    run = stage.run("faithful/silent")
    assert run.transcript.exit == "0"
    assert run.transcript.blocks == ()


def test_nothing_written_is_no_line_and_no_end(stage):
    assert stage.lines("faithful/empty_write") == ["1 parent | 0", "1 parent | one"]


def test_opening_standard_output_by_name_fails_and_says_why(stage):
    cause = stage.cause("faithful/opens_dev_stdout")
    assert cause.startswith("ended with exit status 1, not 0")
    assert "/dev/stdout cannot be opened here, use descriptor 1 itself" in cause
