"""Runs are kept, and used again only while all they depend on is the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from evidence.capture.runner import LIMITS, Runner
from evidence.core.examples import read_example
from evidence.core.model import Run

SCRIPT = '"""\nTitle\n=====\n\nAnswer.\n"""\n# %%\nprint("one")\n'


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A script that may be changed."""
    path = tmp_path / "examples" / "section" / "script.py"
    path.parent.mkdir(parents=True)
    path.write_text(SCRIPT)
    return path


def build(script: Path, **options: object) -> tuple[Run, int]:
    """The run, and how many were executed for it."""
    store = script.parents[2] / "store"
    example = read_example(script, script.parents[1])
    with Runner(jobs=1, store=store, **options) as runner:
        return runner.result(example), runner.executed


def test_a_run_is_used_again_and_says_the_same(script):
    first, executed = build(script)
    assert (build(script), executed) == ((first, 0), 1)


@pytest.mark.parametrize("more", ['print("two")\n', "# a comment\n"])
def test_a_changed_script_runs(script, more):
    build(script)
    script.write_text(SCRIPT + more)
    assert build(script)[1] == 1


def test_other_limits_are_another_run(script):
    build(script)
    assert build(script, limits=replace(LIMITS, seconds=5))[1] == 1


def test_a_failed_run_is_not_kept(script):
    script.write_text(SCRIPT + "raise SystemExit(3)\n")
    assert [build(script)[1] for _ in range(2)] == [1, 1]


def test_a_kept_run_that_was_cut_off_is_made_again(script):
    build(script)
    (kept,) = (script.parents[2] / "store").glob("*.txt")
    kept.write_text(kept.read_text()[:40])
    run, executed = build(script)
    assert (executed, run.failure) == (1, None)


def test_a_runner_without_a_store_keeps_nothing(script):
    example = read_example(script, script.parents[1])
    for _ in range(2):
        with Runner(jobs=1) as runner:
            runner.result(example)
            assert runner.executed == 1
