"""Windows programs on Linux: Wine, with everything it starts below one supervisor.

Wine keeps its settings and its disk C: in a folder, the prefix. A whole one is made
once, under `.cache/`. Each session has one of its own that shares the disk, a server
of its own, and an idle Python that keeps the server and its services running: a run
that had to start them would find them left behind. All of it ends with the session,
also where that is killed: the supervisor ends what it owns.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from ..core.model import EvidenceError
from .supervised import Limits, Supervisor

CACHE = Path(__file__).parents[4] / ".cache"
INSTALL = "install Wine (Debian, Ubuntu: sudo apt install wine)"
SETTINGS = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;winedbg.exe=d",
}
"""No talk of Wine's own, and neither its browser, its .NET nor its debugger."""
IDLE = "import sys, time; open(sys.argv[1], 'w').close(); time.sleep(1e6)"
PATIENCE = 60.0  # seconds until a server must have started
COPIED = ("system.reg", "user.reg", "userdef.reg", ".update-timestamp")


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


def own_places(folder: Path) -> dict[str, str]:
    """HOME and TMPDIR of Wine itself."""
    for name in ("tmp", "home"):
        (folder / name).mkdir()
    return {"TMPDIR": str(folder / "tmp"), "HOME": str(folder / "home")}


def version_of(loader: tuple[str, ...]) -> str:
    """``wine-8.0``; a prefix of one version is not shared by another."""
    said = subprocess.run((*loader, "--version"), capture_output=True, check=False)
    words = said.stdout.decode().split()
    return words[0] if words else "wine"


def made_once(loader: tuple[str, ...]) -> Path:
    """The whole prefix under `.cache/`; made if missing, whole or not at all."""
    whole = CACHE / version_of(loader)
    if not (whole / "prefix").exists():
        CACHE.mkdir(exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=CACHE))
        try:
            make_prefix(loader, making)
            making.rename(whole)
        except OSError as error:  # another session was first, or it failed
            if not (whole / "prefix").exists():
                what = f"Wine could not make its prefix: {error}"
                raise EvidenceError(what, whole, repair=INSTALL) from None
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return whole / "prefix"


def make_prefix(loader: tuple[str, ...], folder: Path) -> None:
    """A new one, as Windows 10. Its server writes it down when all have ended."""
    prefix = {"WINEPREFIX": str(folder / "prefix")}
    owner = Supervisor(1, SETTINGS | prefix | own_places(folder))
    limits = Limits(seconds=PATIENCE, file=1 << 30, grace=PATIENCE)
    try:
        for words in (("wineboot", "-i"), ("winecfg", "-v", "win10")):
            seen = owner.answer(owner.ask((*loader, *words), limits))
            if seen.status or seen.limit or seen.left:
                said = b"".join(each.data for each in seen.segments)
                raise OSError(f"{words[0]} failed: {said.decode(errors='replace')}")
    finally:
        owner.close()


def share(whole: Path, prefix: Path) -> None:
    """A prefix that shares the disk of the whole one; its settings are its own."""
    (prefix / "dosdevices").mkdir(parents=True)
    for name in COPIED:
        shutil.copy2(whole / name, prefix)
    (prefix / "drive_c").symlink_to(whole / "drive_c")
    (prefix / "dosdevices" / "c:").symlink_to("../drive_c")
    (prefix / "dosdevices" / "z:").symlink_to("/")
