"""Windows programs on Linux: Wine, with everything it starts below one supervisor.

Each session has a prefix of its own (see `wine_prefix`), a server of its own, and an
idle Python that keeps the server and its services running: a run that had to start them
would find them left behind. All of it ends with the session, also where that is killed:
the supervisor ends what it owns.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from ..core.model import EvidenceError
from .supervised import Supervisor
from .testimony import Limits
from .wine_prefix import INSTALL, PATIENCE, SETTINGS, made_once, own_places, share

IDLE = "import sys, time; open(sys.argv[1], 'w').close(); time.sleep(1e6)"


def is_windows_program(program: str) -> bool:
    """Does Linux need Wine to start this? Known by its first bytes, not its name."""
    try:
        with open(program, "rb") as file:
            return os.name == "posix" and file.read(2) == b"MZ"
    except OSError:
        return False


def windows_path(path: str | Path) -> str:
    """The name of a Linux path under Wine, where the root is the disk Z:."""
    return "Z:" + os.path.abspath(path).replace("/", "\\")


def find_loader() -> tuple[str, ...]:
    """The command that starts Windows programs; EvidenceError where there is none.

    Debian's `wine` is a shell script that speaks up on standard error.
    """
    for name in ("/usr/lib/wine/wine64", "wine64", "wine"):
        if found := shutil.which(name):
            return (*same_addresses(), found)
    raise EvidenceError("Windows programs need Wine here", "wine", repair=INSTALL)


def same_addresses() -> tuple[str, ...]:
    """What starts a program without random addresses; () where that is forbidden.

    Debian's loader lies at 0x7d000000, its heap at random up to 1 GiB above. In one of
    some 6000 starts that was 0x7ffe0000, where Windows has its shared data: the program
    ended before it began. Containers often forbid personality(2).
    """
    command = (shutil.which("setarch") or "setarch", "-R")
    try:
        subprocess.run((*command, "true"), capture_output=True, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return command


class Wine:
    """One session, for any number of runs. Linux only."""

    def __init__(self, python: str) -> None:
        """``python`` is the path of a python.exe. EvidenceError where it fails."""
        loader = find_loader()
        self.command = (*loader, python)
        self.folder = Path(tempfile.mkdtemp(prefix="evidence-wine-")).resolve()
        self.environment = SETTINGS | {"WINEPREFIX": str(self.folder / "prefix")}
        self.owner: Supervisor | None = None
        try:
            share(made_once(loader), self.folder / "prefix")
            self.own_environment = self.environment | own_places(self.folder)
            self.owner = Supervisor(1, self.own_environment, owned=str(self.folder))
            self.idle()
        except BaseException:
            self.close()
            raise

    def idle(self) -> None:
        """Start the server and its services, and wait until they serve."""
        ready = self.folder / "ready"
        argv = (*self.command, "-c", IDLE, windows_path(ready))
        assert self.owner is not None
        self.owner.ask(argv, Limits(seconds=1e6))
        deadline = time.monotonic() + PATIENCE
        while not ready.exists():
            if time.monotonic() > deadline:
                what = f"this Python did not start under Wine within {PATIENCE:g} s"
                repair = "fetch it with `make records-windows`"
                raise EvidenceError(what, self.command[-1], repair=repair)
            time.sleep(0.02)

    def supervisor(self, jobs: int) -> Supervisor:
        """One whose runs find our server: its folder is named in their TMPDIR."""
        links = tuple(map(str, (self.folder / "tmp").glob("wine*")))
        return Supervisor(jobs, self.environment, links)

    def close(self) -> None:
        """End the server, its services and whatever else they started."""
        if self.owner:
            self.owner.close()
        shutil.rmtree(self.folder, ignore_errors=True)
