"""``make matrix``: what is found, what is run, what is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from evidence.capture import interpreters
from evidence.capture.interpreters import ask, find_interpreters
from evidence.core.model import EvidenceError, Record, Run
from evidence.core.results import read_results
from evidence.suite import versions

PROBE = """
print("open | no")
print("other | unsupported: no <thing>")
"""


@pytest.fixture
def reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one file of probes, and no examples."""
    (tmp_path / "probes").mkdir()
    (tmp_path / "probes" / "probing.py").write_text("")
    (tmp_path / "probes" / "born.py").write_text(PROBE)
    monkeypatch.setattr(versions, "REFERENCE", tmp_path)
    monkeypatch.setattr(versions, "EXAMPLES", tmp_path / "examples")
    return tmp_path


def test_one_interpreter_is_asked_and_kept(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert versions.main([sys.executable]) == 0
    assert capsys.readouterr().out.startswith("recorded: ")
    (result,) = read_results(reference).kept
    assert result.groups["born"].values == {
        "open": "no",
        "other": "unsupported: no <thing>",
    }
    assert versions.main([sys.executable]) == 0
    assert capsys.readouterr().out.startswith("the same: ")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('open | no')\nraise SystemExit(3)", "ended with exit status 3"),
        ("print('open')", "this is no word of a probe: 'open'"),
        ("print('open | no')\n" * 2, "this is no word of a probe: 'open | no'"),
        ("import sys\nprint('a | no', file=sys.stderr)", "no word of a probe"),
        ("import os\nos.system('echo a \\\\| no')", "no word of a probe"),
    ],
)
def test_a_probe_that_fails_is_told_and_not_kept(
    reference: Path, capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    (reference / "probes" / "born.py").write_text(code + "\n")
    assert versions.main([sys.executable]) == 1
    assert said in capsys.readouterr().err
    assert read_results(reference).kept[0].groups == {}


def test_other_interpreters_stay_as_they_are(reference: Path) -> None:
    versions.main([sys.executable])
    (kept,) = (reference / "results").iterdir()
    other = reference / "results" / "linux-cpython-3.5.txt"
    version = read_results(reference).kept[0].python
    other.write_text(kept.read_text().replace(version, "CPython 3.5.1"))
    before = other.stat().st_mtime_ns
    versions.main([sys.executable])
    assert other.stat().st_mtime_ns == before


def test_what_is_no_python_is_one_line(
    reference: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert versions.main(["/bin/false"]) == 1
    assert "/bin/false: this is no Python that starts" in capsys.readouterr().err
    assert not (reference / "results").exists()


def test_the_newest_patch_of_a_minor_version_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fake(command: tuple[str, ...]) -> interpreters.Interpreter:
        if command[0] == "shim":
            raise EvidenceError("this is no Python that starts", "shim")
        return interpreters.Interpreter(command, "linux", f"CPython {command[0]}")

    names = ["3.11.2", "3.9.1", "shim", "3.11.10", "3.11.7"]
    monkeypatch.setattr(interpreters, "ask", fake)
    monkeypatch.setattr(interpreters, "candidates", lambda cache: ((n,) for n in names))
    found, silent = find_interpreters(tmp_path)
    assert [each.python for each in found] == ["CPython 3.9.1", "CPython 3.11.10"]
    assert len(silent) == 1


def test_an_interpreter_is_asked_what_it_is() -> None:
    said = [sys.executable, "-c", "import platform as p; print(p.python_version())"]
    version = subprocess.run(said, capture_output=True, text=True, check=True).stdout
    assert ask((sys.executable,)).python == f"CPython {version.strip()}"


def test_unlike_refusals_differ() -> None:
    record = Record("a/b.py", "sha256:0", unsupported="msvcrt")
    for missing, value in (
        ("msvcrt", "unsupported: msvcrt"),
        ("os.fork", "unsupported: os.fork"),
    ):
        run = Run("a/b.py", "sha256:0", unsupported=missing)
        assert versions.beside(record, run).value == value
