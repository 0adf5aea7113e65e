"""What a platform can do, and what it is: by asking, never by its name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from evidence.capture import describe, probes
from evidence.capture.host import describe_interpreter
from evidence.capture.runner import Runner
from evidence.core.model import EvidenceError

CAPTURE = Path(describe.__file__).parent


def answers(program: str) -> dict[str, str]:
    """What a program of ours says, run by itself."""
    said = subprocess.run(
        [sys.executable, str(CAPTURE / program)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return json.loads(said)


def test_every_probe_answers():
    assert set(answers("probes.py")) == set(probes.PROBES)


def test_what_is_there_is_done_and_what_is_not_says_why():
    said = answers("probes.py")
    assert said["subprocess"] == ""
    assert bool(said["msvcrt"]) != bool(said["fcntl"])


def test_a_name_that_only_refuses_is_no_facility(monkeypatch):
    def refuse():
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(probes, "PROBES", {"os.fork": refuse})
    assert probes.probe() == {"os.fork": "OSError: [Errno 38] Function not implemented"}


def test_a_platform_describes_itself():
    said = answers("describe.py")
    assert said == describe.describe()
    assert {"name", "system", "kernel", "libc", "python", "machine"} <= set(said)


def test_the_runner_names_its_platform():
    with Runner(jobs=1) as runner:
        assert runner.platform.name == describe.describe()["name"]
        assert runner.platform.facts["python"].startswith("CPython 3.")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("/nowhere/python", "No such file or directory"),
        ("/bin/false", "exit status 1"),
        ("/bin/true", "it does not answer as one"),
    ],
)
def test_what_is_no_python_is_one_clear_line(command, why):
    with pytest.raises(
        EvidenceError, match=rf"no Python that starts: .*{why}"
    ) as caught:
        describe_interpreter((command,))
    assert str(caught.value).endswith("; name one with --interpreter")


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("pyenv: python3.9: command not found\n\nIt is of 3.9.1", "pyenv: python3.9"),
        ("Traceback (most recent call last):\n  ...\nOSError: x", "OSError: x"),
    ],
)
def test_a_command_that_says_why_it_does_not_start_is_quoted(tmp_path, said, quoted):
    shim = tmp_path / "python3.9"
    shim.write_text(f"#!/bin/sh\nprintf '{said}' >&2\nexit 127\n")
    shim.chmod(0o755)
    with pytest.raises(EvidenceError, match=f"that starts: {quoted}"):
        describe_interpreter((str(shim),))
