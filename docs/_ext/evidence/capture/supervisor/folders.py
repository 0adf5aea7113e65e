"""The folders of a run: an empty one to work in, HOME and TMPDIR beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from typing import Any


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


def remove(folder: str) -> None:
    """Delete it, also where a script has taken its own permissions away."""

    def open_up(function: Any, path: str, _: object) -> None:
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(path), 0o700)
            os.chmod(path, 0o700)
            function(path)

    shutil.rmtree(folder, onerror=open_up)
