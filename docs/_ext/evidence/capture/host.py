"""What starts a Python and witnesses what it does: this system, or Wine on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from ..core.model import EvidenceError, Platform
from . import describe
from .facilities import Witness
from .portable import Unattested
from .supervised import Supervisor
from .wine import Wine, is_windows_program, windows_path

HERE = Path(__file__).parent
LABELS = {"linux": "Linux", "macos": "macOS", "windows": "Windows"}


def can_attest() -> bool:
    """Does this system have what the supervisor stands on (Linux 5.3 and later)?"""
    listing = Path("/proc/thread-self/children")  # a kernel may be built without
    return hasattr(os, "pidfd_open") and listing.exists()


class Host:
    """For one Python, to be closed. EvidenceError where that does not start."""

    def __init__(self, command: tuple[str, ...] | None = None) -> None:
        """``command`` starts the Python (our own by default)."""
        first, *rest = command or (sys.executable,)
        first = shutil.which(first) or first
        self.wine: Wine | None = None
        self.command = (first, *rest)
        if is_windows_program(first):
            self.wine = Wine(os.path.abspath(first))
            self.command = (*self.wine.command, *rest)
        try:
            self.facts = self.asked() if command else describe.describe()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End what was started for all runs."""
        if self.wine:
            self.wine.close()

    def asked(self) -> dict[str, str]:
        """What the interpreter says it is; see `describe`."""
        program = [*self.command, "-I", str(HERE / "describe.py")]
        try:
            said = subprocess.run(
                program,
                stdin=subprocess.DEVNULL,
                env=self.wine.own_environment if self.wine else None,
                capture_output=True,
                timeout=60,
                check=True,
            ).stdout
            facts: dict[str, str] = json.loads(said)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            what = f"this is no Python that starts: {why_not(error)}"
            raise EvidenceError(
                what, self.command[0], repair="name one with --interpreter"
            ) from error
        return facts

    @property
    def platform(self) -> Platform:
        """What the interpreter said it is."""
        name = self.facts["name"]
        label = LABELS.get(name, self.facts["system"])
        keys = ("system", "kernel", "libc", "python", "machine")
        facts = {key: self.facts[key] for key in keys}
        if self.wine:
            facts["obtained"] = "make records-windows (the embeddable build)"
        return Platform(name, label, facts)

    @property
    def newline(self) -> bytes:
        """What ends a line of text there."""
        return b"\r\n" if self.facts["name"].startswith("windows") else b"\n"

    def path(self, path: str | Path) -> str:
        """How programs there name a path of ours."""
        return windows_path(path) if self.wine else str(path)

    def witness(self, jobs: int) -> Witness:
        """A new one for that many runs at a time."""
        if self.wine:
            return self.wine.supervisor(jobs)
        return Supervisor(jobs) if can_attest() else Unattested(jobs)


def why_not(error: Exception) -> str:
    """A few words, without the command line, which is long."""
    if isinstance(error, subprocess.CalledProcessError):
        said: list[str] = error.stderr.decode(errors="replace").splitlines()
        said = said or [f"exit status {error.returncode}"]
        return said[-1 if said[0].startswith("Traceback") else 0]
    if isinstance(error, OSError):
        return str(error.strerror)
    return "it does not answer as one"


def describe_interpreter(command: tuple[str, ...]) -> dict[str, str]:
    """Ask an interpreter what it is."""
    with closing(Host(command)) as host:
        return host.facts
