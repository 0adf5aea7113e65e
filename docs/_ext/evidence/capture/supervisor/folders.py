"""The folders of a run: an empty one to work in, HOME and TMPDIR beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile


def make(parent: str) -> str:
    """A new folder with ``work``, ``home`` and ``tmp``; its real path."""
    folder = os.path.realpath(tempfile.mkdtemp(prefix="evidence-", dir=parent))
    for name in ("work", "home", "tmp"):
        os.mkdir(os.path.join(folder, name))
    return folder


def variables(folder: str) -> dict[str, str]:
    """What the environment says of them."""
    names = {"HOME": "home", "TMPDIR": "tmp"}
    return {key: os.path.join(folder, name) for key, name in names.items()}


def link(folder: str, paths: list[str]) -> None:
    """Name these in TMPDIR as well: Wine looks for its server's folder there."""
    for path in paths:
        os.symlink(path, os.path.join(folder, "tmp", os.path.basename(path)))


def remove(folder: str) -> None:
    """Delete it, also where a script has taken its own permissions away."""
    shutil.rmtree(folder, ignore_errors=True)
    if os.path.exists(folder):
        open_up(folder)
        shutil.rmtree(folder, ignore_errors=True)


def open_up(folder: str) -> None:
    """Give its owner all permissions, and nothing outside of it: follow no link."""
    found = [folder]
    for each in found:  # the list grows while we walk it
        with contextlib.suppress(OSError):
            os.chmod(each, 0o700)
            with os.scandir(each) as entries:
                found += [e.path for e in entries if e.is_dir(follow_symlinks=False)]
