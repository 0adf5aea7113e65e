"""``.ci/venv``: .venv is made whole or not at all, and each fault is one line.

The interpreters are shell scripts on a PATH of the test's own; where one must be
good, it is the one that runs these tests.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REAL = f'exec "{Path(sys.executable).resolve()}" "$@"'
OLD = 'case "$2" in *version_info*) exit 1;; *) echo /usr/bin/python3 3.10.1;; esac'
SHIM = 'echo "pyenv: $(basename "$0"): command not found" >&2; exit 127'
NO_VENV = f'case "$2" in *ensurepip*) exit 1;; esac; {REAL}'
NEEDED = "sed", "cksum", "basename", "rm", "grep", "tail", "sleep", "cat", "id"
LOCK = "furo==2025.12.19 --hash=sha256:" + "0" * 64 + "\n"


@dataclass
class Checkout:
    """A folder with what `.ci/venv` needs, and the programs it finds."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    through: tuple[str, ...] = ()

    def program(self, name: str, text: str) -> None:
        """Put a shell script on the PATH."""
        path = self.root / "bin" / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def start(self, **variables: str) -> subprocess.Popen[str]:
        """`sh .ci/venv` in a process group of its own."""
        environment = {"PATH": str(self.root / "bin"), "HOME": str(self.root)}
        return subprocess.Popen(
            [*self.through, "/bin/sh", ".ci/venv"],
            cwd=self.root,
            env={**environment, **self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def make(self, **variables: str) -> tuple[int, list[str]]:
        """Its status, and what it said line by line."""
        process = self.start(**variables)
        said, _ = process.communicate(timeout=120)
        return process.returncode, said.splitlines()

    @property
    def venv(self) -> Path:
        """What it makes."""
        return self.root / ".venv"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """One whose lock wants nothing, so that no network is needed."""
    root = tmp_path / "a clone"
    (root / "bin").mkdir(parents=True)
    (root / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "venv", root / ".ci" / "venv")
    (root / "requirements-docs.txt").write_text("# nothing\n")
    for name in NEEDED:
        (root / "bin" / name).symlink_to(shutil.which(name) or name)
    return Checkout(root)


def version() -> str:
    """As the setup says it."""
    return sys.version.split()[0]


def test_it_is_made_once(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    status, said = checkout.make()
    assert status == 0, said
    assert len(said) == 1
    assert said[0].startswith("make: setting up .venv with ")
    assert checkout.make() == (0, [])


def test_without_a_python_it_says_what_to_install(checkout: Checkout) -> None:
    status, said = checkout.make()
    assert status == 1
    assert len(said) == 1
    assert "no Python 3.11 or newer found; install one" in said[0]
    assert not checkout.venv.exists()


def test_an_old_one_gives_way_to_the_newest_that_starts(checkout: Checkout) -> None:
    checkout.program("python3", OLD)
    checkout.program("python3.15", SHIM)
    checkout.program("python3.14", REAL)
    checkout.program("python3.12", OLD)
    status, said = checkout.make()
    assert status == 0, said
    assert said[0] == "make: python3 is missing or too old; using python3.14"
    assert len(said) == 2


def test_one_that_only_is_a_shim_is_no_python(checkout: Checkout) -> None:
    for name in ("python3", "python3.13", "python3.12"):
        checkout.program(name, SHIM)
    status, said = checkout.make()
    assert status == 1
    assert len(said) == 1
    assert "no Python 3.11 or newer found" in said[0]


@pytest.mark.parametrize(("name", "text"), [("old", OLD), ("shim", SHIM), ("gone", "")])
def test_a_chosen_one_is_never_replaced(
    checkout: Checkout, name: str, text: str
) -> None:
    checkout.program("python3", REAL)
    if text:
        checkout.program(name, text)
    status, said = checkout.make(PYTHON=name)
    assert status == 1
    assert len(said) == 1
    assert said[0].startswith(f"make: PYTHON={name} ")
    assert not checkout.venv.exists()


def test_another_choice_makes_it_anew(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    assert checkout.make()[0] == 0
    assert checkout.make(PYTHON="python3") == (0, [])
    stamp = checkout.venv / "made-from-requirements-docs.txt"
    lock, _ = stamp.read_text().splitlines()
    stamp.write_text(f"{lock}\n/usr/bin/python3.12 3.12.0\n")
    assert checkout.make() == (0, [])
    status, said = checkout.make(PYTHON="python3")
    assert status == 0
    assert said[0].startswith("make: setting up .venv with ")


def test_another_lock_makes_it_anew(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    checkout.make()
    (checkout.root / "requirements-docs.txt").write_text("# still nothing\n")
    assert checkout.make()[1][0].startswith("make: setting up .venv with ")


def test_an_interpreter_that_is_gone_makes_it_anew(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    checkout.make()
    python = checkout.venv / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/such/python3")
    status, said = checkout.make()
    assert status == 0, said
    assert said[0].startswith("make: setting up .venv with ")


def test_without_the_venv_module_it_says_what_to_install(checkout: Checkout) -> None:
    checkout.program("python3", NO_VENV)
    status, said = checkout.make()
    minor = ".".join(version().split(".")[:2])
    assert status == 1
    assert said == [
        "make: python3 has no venv module; install it (Debian, Ubuntu: "
        f"sudo apt install python{minor}-venv)"
    ]
    assert not checkout.venv.exists()


def test_a_folder_that_is_not_ours_is_named(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    assert checkout.make()[0] == 0
    built = checkout.root / "docs" / "_build"
    built.mkdir(parents=True)
    built.chmod(0o555)
    if os.geteuid() == 0:  # root may write anywhere, but for this
        setpriv = shutil.which("setpriv") or pytest.skip("setpriv is not here")
        checkout.through = (setpriv, "--bounding-set=-dac_override")
    status, said = checkout.make()
    assert status == 1
    assert len(said) == 1
    assert said[0].startswith(f"make: {built} cannot be written to; make it yours")


def test_a_venv_that_fails_says_why(checkout: Checkout) -> None:
    fails = f'case "$2" in venv) echo no room left; exit 1;; esac; {REAL}'
    checkout.program("python3", fails)
    status, said = checkout.make()
    assert status == 1
    assert said[1:] == ["make: python3 -m venv .venv failed: no room left"]
    assert not checkout.venv.exists()


def test_without_a_network_it_says_so(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    (checkout.root / "requirements-docs.txt").write_text(LOCK)
    index = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    status, said = checkout.make(**index, PIP_CONFIG_FILE=os.devnull)
    assert status == 1
    assert len(said) == 2, said
    assert said[1].startswith("make: no network: the packages of requirements-docs.txt")
    assert not checkout.venv.exists()


def test_interrupted_it_leaves_nothing(checkout: Checkout) -> None:
    checkout.program("python3", REAL)
    (checkout.root / "requirements-docs.txt").write_text(LOCK)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/simple"
        process = checkout.start(PIP_INDEX_URL=index, PIP_CONFIG_FILE=os.devnull)
        silent.settimeout(60)
        connection, _ = silent.accept()  # pip asks, and waits for an answer
        with connection:
            os.killpg(process.pid, signal.SIGINT)
            said, _ = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    for _ in range(20):
        if not checkout.venv.exists():
            break
        time.sleep(0.1)
    assert not checkout.venv.exists()


def test_make_alone_lists_every_target() -> None:
    make = shutil.which("make")
    if not make:
        pytest.skip("make is not here")
    # Under `make test` the outer make's flags would make this one chatty.
    command = [make, "--no-print-directory"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in said.stdout.splitlines()}
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = next(line for line in text.splitlines() if line.startswith(".PHONY"))
    assert listed == set(phony.split()[1:]) - {"venv"}
