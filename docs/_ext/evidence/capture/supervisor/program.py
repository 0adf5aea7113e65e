"""From the witness's fork to the program: what ``python script.py`` would find."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
from typing import Any

from channel import Channel
from processes import die_with_parent, forbid_forged_credentials

SIGNALS = set(range(1, signal.NSIG)) - {signal.SIGKILL, signal.SIGSTOP}


def become_program(request: dict[str, Any], channels: list[Channel]) -> None:
    """In the fork: take on what ``python script.py`` would find, and exec."""
    os.setsid()
    die_with_parent(signal.SIGKILL)
    forbid_forged_credentials()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for channel in channels:
        os.dup2(channel.theirs.fileno(), channel.stream)
    os.closerange(3, 1 << 16)
    os.umask(0o022)
    for kind, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, request["limits"]["memory"]),
        (resource.RLIMIT_FSIZE, request["limits"]["file"]),
    ):
        resource.setrlimit(kind, (value, value))
    os.chdir(request["folder"] + "/work")
    for signum in SIGNALS:
        with contextlib.suppress(OSError, ValueError):
            signal.signal(signum, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.execve(request["argv"][0], request["argv"], request["environment"])
