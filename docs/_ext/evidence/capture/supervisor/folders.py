"""The folders of a run: an empty one to work in, HOME and TMPDIR beside it."""

import contextlib
import os
import shutil
import tempfile


def make(parent):
    """A new folder with ``work``, ``home`` and ``tmp``; its real path."""
    folder = os.path.realpath(tempfile.mkdtemp(prefix="evidence-", dir=parent))
    for name in ("work", "home", "tmp"):
        os.mkdir(os.path.join(folder, name))
    return folder


def remove(folder):
    """Delete it, also where a script has taken its own permissions away."""

    def open_up(function, path, _):
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(path), 0o700)
            os.chmod(path, 0o700)
            function(path)

    shutil.rmtree(folder, onerror=open_up)
