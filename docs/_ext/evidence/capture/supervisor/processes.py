"""The process tree of a run: who is in it, and how it is ended.

The witness is child subreaper (prctl(2) PR_SET_CHILD_SUBREAPER): whatever an
example starts, double-forked daemons included, stays below it or comes back to it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import time
from collections.abc import Container, Iterable

PR_SET_PDEATHSIG = 1
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
CAP_SYS_ADMIN = 21
LIBC = ctypes.CDLL(None, use_errno=True)


def become_subreaper() -> None:
    """Make orphans among our descendants our own children."""
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent(signum: int) -> None:
    """Ask the kernel to send us a signal when our parent ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signum, 0, 0, 0)


def forbid_forged_credentials() -> None:
    """Drop CAP_SYS_ADMIN for good, else a child of root may name any pid (unix(7))."""
    LIBC.prctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN, 0, 0, 0)


def children(pid: int) -> list[int]:
    """The children of a process, all its threads' (proc(5) task/TID/children)."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with (
                contextlib.suppress(OSError),
                open(f"/proc/{pid}/task/{thread}/children") as listing,
            ):
                found += map(int, listing.read().split())
    return found


def descendants(pid: int, most: int = 1 << 22) -> list[int]:
    """All processes below one, nearest first, zombies too; stops after ``most``."""
    found = children(pid)
    for each in found:  # the list grows while we walk it
        if len(found) > most:
            break
        found += children(each)
    return found


def state(pid: int) -> tuple[str, str] | None:
    """``(state letter, command line)`` of a process, or None when it is gone."""
    try:
        with open(f"/proc/{pid}/stat", errors="replace") as stat:
            letter = stat.read().rpartition(")")[2].split()[0]
        with open(f"/proc/{pid}/cmdline", "rb") as cmdline:
            words = cmdline.read().rstrip(b"\0").split(b"\0")
    except OSError:
        return None
    return letter, b" ".join(words).decode("utf-8", "replace")


def living() -> list[tuple[int, str]]:
    """``(pid, command line)`` of each descendant of ours that still runs."""
    seen = ((pid, state(pid)) for pid in descendants(os.getpid()))
    return [(pid, how[1]) for pid, how in seen if how and how[0] not in "ZX"]


def reap() -> tuple[list[tuple[int, int]], bool]:
    """Collect what has ended: ``([(pid, wait status) …], is anything left)``."""
    ended: list[tuple[int, int]] = []
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended, False
        if not pid:
            return ended, True
        ended.append((pid, status))


def groups(pids: Iterable[int]) -> set[int]:
    """The process groups of these, without ours: who is too young is still in it.

    A group never reaches beyond its session, and each run has one of its own.
    """
    found = set()
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            found.add(os.getpgid(pid))
    return found - {os.getpgrp()}


def signal_all(pids: list[int], signum: int) -> None:
    """Send it to their groups first: the kernel reaches a whole group at once, where
    a storm may fork faster than we can list it."""
    for group in groups(pids):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signum)
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signum)


def end_all(spare: Container[int] = ()) -> list[tuple[int, int]]:
    """Stop, then kill, all our descendants until there are none; ``[(pid, status) …]``.

    Our children in ``spare`` go on, and so does what is below them.
    """
    ended = []
    while ours := [pid for pid in children(os.getpid()) if pid not in spare]:
        for signum in (signal.SIGSTOP, signal.SIGKILL):
            for pid in ours:
                signal_all([pid, *descendants(pid)], signum)
        ended += [os.waitpid(pid, os.WNOHANG) for pid in ours]
        time.sleep(0.005)
    return [(pid, status) for pid, status in ended if pid]
