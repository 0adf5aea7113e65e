"""Wine's prefix: the folder with its settings and its disk C:.

A whole one is made once for each version of Wine, under `.cache/`. Each session has one
of its own that shares the disk.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ..core.model import EvidenceError
from .supervised import Supervisor
from .testimony import Limits

CACHE = Path(__file__).parents[4] / ".cache"
INSTALL = "install Wine (Debian, Ubuntu: sudo apt install wine)"
SETTINGS = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;winedbg.exe=d",
}
"""No talk of Wine's own, and neither its browser, its .NET nor its debugger."""
PATIENCE = 60.0  # seconds until a server must have started
COPIED = ("system.reg", "user.reg", "userdef.reg", ".update-timestamp")


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
