"""``pytest examples --update-records``: the one way to write a record."""

from __future__ import annotations

import os
from dataclasses import replace

from small_suite import Suite, here


def test_it_records_every_example_and_the_platform(suite: Suite) -> None:
    name = here().name
    ran = suite.pytest("--update-records")
    assert ran.status == 0, ran.output
    assert set(suite.kept()) == {
        f"{name}/platform.toml",
        f"{name}/first/fork.txt",
        f"{name}/first/hello.txt",
        f"{name}/second/missing.txt",
    }
    assert f"recorded {suite.record('first/fork.py')}" in ran.output
    assert "3 records written, 0 say the same as before" in ran.output
    assert "unsupported: msvcrt" in suite.record("second/missing.py").read_text()


def test_what_says_the_same_is_not_written(recorded: Suite) -> None:
    path = recorded.record("first/fork.py")
    os.utime(path, ns=(1, 1))
    ran = recorded.pytest("--update-records")
    assert "0 records written, 3 say the same as before" in ran.output
    assert path.stat().st_mtime_ns == 1


def test_only_what_changed_is_written(recorded: Suite) -> None:
    before = recorded.kept()
    script = recorded.root / "examples/first/hello.py"
    recorded.edit(script, "print('hello')", "print('hello');print('again')")
    ran = recorded.pytest("--update-records")
    assert ran.status == 0, ran.output
    assert "1 records written, 2 say the same as before" in ran.output
    after = recorded.kept()
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [f"{here().name}/first/hello.txt"]


def test_a_failing_example_keeps_the_record_it_had(recorded: Suite) -> None:
    before = recorded.kept()
    script = recorded.root / "examples/first/fork.py"
    recorded.edit(script, "os.waitpid(pid, 0)", "os.waitpid(pid, 0);1 / 0")
    ran = recorded.pytest("--update-records")
    assert ran.status == 1
    assert "ZeroDivisionError" in ran.output
    assert recorded.kept() == before
    assert "not recorded, as its run failed: first/fork.py" in ran.output


def test_only_a_run_that_failed_is_said_to_have_failed(recorded: Suite) -> None:
    recorded.edit(recorded.root / "examples/first/fork.py", "import os", "1 / 0")
    for options in (["-k", "hello"], ["-k", "parent"], ["-x"]):
        ran = recorded.pytest("--update-records", *options)
        said = [x for x in ran.output.splitlines() if x.startswith("not recorded")]
        failed = ["not recorded, as its run failed: first/fork.py"]
        assert said == (failed if options == ["-x"] else [])


def test_who_records_a_few_does_not_sign_for_all(recorded: Suite) -> None:
    platform = here()
    other = replace(platform, facts={**platform.facts, "kernel": "6.18.1"})
    recorded.store.write_platform(other)
    before = recorded.kept()
    recorded.record("first/hello.py").unlink()
    ran = recorded.pytest("--update-records", "-k", "hello")
    assert ran.status == 0, ran.output
    assert recorded.kept() == before
    assert recorded.pytest("--update-records").status == 0
    kernel = recorded.store.platform(platform.name).facts["kernel"]
    assert kernel == platform.facts["kernel"]


def test_a_place_that_cannot_be_written_is_one_line(suite: Suite) -> None:
    place = suite.record("first/fork.py").parents[1]
    place.parent.mkdir(parents=True)
    place.write_text("a file where a folder should be")
    ran = suite.pytest("--update-records")
    assert ran.status == 1
    assert f"not recorded: {place}" in ran.output
    assert "this cannot be written: " in ran.output
    assert "Traceback" not in ran.output
    assert place.read_text() == "a file where a folder should be"


def test_a_failing_example_gets_no_record(suite: Suite) -> None:
    suite.write("first/fails.py", "# %%\n# It ends.\nprint('x')\n1 / 0\n")
    ran = suite.pytest("--update-records")
    assert ran.status == 1
    assert not suite.record("first/fails.py").exists()
    assert suite.record("first/hello.py").exists()


def test_what_was_seen_is_recorded_also_against_its_author(recorded: Suite) -> None:
    script = recorded.root / "examples/first/fork.py"
    recorded.edit(script, "print('from the child')", "print('from a child')")
    ran = recorded.pytest("--update-records")
    assert ran.status == 1
    assert "child  | from a child" in recorded.record("first/fork.py").read_text()
    assert "block 1 did not show" in ran.output


def test_interrupted_it_writes_nothing(suite: Suite) -> None:
    (suite.root / "conftest.py").write_text(
        "def pytest_runtest_logreport(report):\n"
        "    if 'hello' in report.nodeid: raise KeyboardInterrupt\n"
    )
    ran = suite.pytest("--update-records")
    assert ran.status == 2
    assert "nothing recorded: interrupted" in ran.output
    assert suite.kept() == {}


def test_another_python_records_all_or_nothing(recorded: Suite) -> None:
    platform = here()
    other = replace(platform, facts={**platform.facts, "python": "CPython 3.6.0"})
    recorded.store.write_platform(other)
    recorded.record("first/hello.py").unlink()
    before = recorded.kept()
    ran = recorded.pytest("--update-records", "-k", "hello")
    assert recorded.kept() == before
    assert ran.status == 1
    python = platform.facts["python"]
    assert f"was taken with CPython 3.6.0, this is {python}" in ran.output
    assert "run `pytest examples --update-records` alone" in ran.output
    assert recorded.pytest("--update-records").status == 0
    assert recorded.store.platform(platform.name).facts["python"] == python


def test_workers_do_not_record(suite: Suite) -> None:
    ran = suite.pytest("--update-records", "-n", "2")
    assert ran.status == 4
    assert "--update-records works without -n: leave -n out" in ran.output
    assert "Traceback" not in ran.output
    assert not suite.store.folder.exists()
