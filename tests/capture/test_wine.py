"""Windows Pythons under Wine: attested, held to their limits, and ended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from evidence.capture import wine, wine_prefix
from evidence.capture.runner import Runner
from evidence.capture.testimony import Limits
from evidence.core.model import EvidenceError
from stage import Stage

PYTHONS = sorted(wine_prefix.CACHE.glob("pythons/windows-*/python.exe"))


def lacking() -> str:
    """Why nothing here can be tested, or ""."""
    if not shutil.which("wine"):
        return f"Wine is missing: {wine_prefix.INSTALL}"
    return "" if PYTHONS else "no Windows Python here: fetch it, make records-windows"


@pytest.fixture(scope="module", autouse=True)
def here() -> None:
    """What is lacking is a reason to skip, but a fault in the gate."""
    if why := lacking():
        if os.environ.get("EVIDENCE_REQUIRE_WINE"):
            pytest.fail(why)
        pytest.skip(why)


@pytest.fixture(scope="module", params=PYTHONS, ids=lambda path: path.parent.name)
def stage(request, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A runner of each; after all tests its Wine must be gone."""
    temporary = tmp_path_factory.mktemp("runs")
    limits = Limits(seconds=10)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        with Runner((str(request.param),), jobs=2, limits=limits) as runner:
            yield Stage(runner, temporary)
        assert wines_in(temporary) == []
        assert list(temporary.iterdir()) == []


def wines_in(temporary: Path, what: str = "comm") -> list[str]:
    """Processes whose prefix lies in this folder: servers, services, programs."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"WINEPREFIX={temporary}".encode() in (process / "environ").read_bytes():
                found.append((process / what).read_text().strip())
        except OSError:
            continue
    return sorted(found)


def test_the_platform_is_known_by_asking(stage):
    platform = stage.runner.platform
    assert platform.name == "windows-wine"
    assert platform.label.startswith("Windows 10 as Wine ")
    assert platform.facts["python"].startswith("CPython 3.1")


def test_the_kernel_names_three_programs_and_their_streams(stage):
    assert stage.lines("windows/three_programs") == [
        "1 parent | I am cmd.exe",
        "1 parent ! I complain",
        "1 child | I am the parent",
        "1 child ! so do I",
        "2 child-2 | I am python.exe",
    ]
    transcript = stage.run("windows/three_programs").transcript
    assert transcript.attested_by == "SCM_CREDENTIALS"


def test_marks_stay_out_of_files_and_paths_are_replaced(stage):
    run = stage.run("windows/uses_descriptor_1")
    assert run.failure.line == 26
    told = [line.text for line in run.transcript.block(3)]
    assert told[0] == r"the file holds b'text\n'"
    assert told[1] == "a bare line feed"
    assert told[-1] == r"ValueError: <tmp>\held"
    assert r'File "<checkout>\scripts\windows\uses_descriptor_1.py"' in told[3]


def test_the_limit_of_time_holds_for_all(stage):
    assert (
        stage.cause("windows/endless_child") == "was still running after 10 s (limit)"
    )


def test_what_is_left_behind_is_told_and_ended(stage):
    assert stage.cause("windows/leaves_a_program").startswith("left behind 1 s after")


def test_a_run_leaves_only_the_session(stage):
    """Before the session ends: its server, its services, its idle Python."""
    stage.run("windows/endless_child")
    assert wines_in(stage.temporary).count("python.exe") == 1


def test_addresses_are_the_same_at_each_start(stage):
    """Else Wine's heap lies where Windows' shared data must be, now and then."""
    if not wine.same_addresses():
        pytest.skip("personality(2) is forbidden here, so Wine fails now and then")
    randomness = set(wines_in(stage.temporary, "personality"))
    assert randomness == {"00040000"}  # ADDR_NO_RANDOMIZE


KILLED = """
import sys, time
sys.path.insert(0, sys.argv[1])
from evidence.capture.wine import Wine
wine = Wine(sys.argv[2])
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_us_however_we_end(tmp_path, signum):
    extension = str(Path(wine.__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, extension, str(PYTHONS[0])],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        assert program.stdout and program.stdout.readline() == b"ready\n"
        assert "wineserver64" in " ".join(wines_in(tmp_path))
        program.send_signal(signum)
    deadline = time.monotonic() + 10
    while [*tmp_path.iterdir()] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert wines_in(tmp_path) == []
    assert [*tmp_path.iterdir()] == []


def test_each_version_of_wine_has_a_prefix_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(wine_prefix, "CACHE", tmp_path)

    def make_prefix(loader, folder):
        (folder / "prefix").mkdir()

    monkeypatch.setattr(wine_prefix, "make_prefix", make_prefix)
    for version in ("8.0", "9.1"):
        loader = ("echo", f"wine-{version} (Debian)")
        made = wine_prefix.made_once(loader)
        assert made == tmp_path / f"wine-{version}" / "prefix"
        assert made.is_dir()


def test_without_wine_one_line_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(wine.shutil, "which", lambda name: None)
    with pytest.raises(EvidenceError, match="sudo apt install wine"):
        wine.find_loader()
