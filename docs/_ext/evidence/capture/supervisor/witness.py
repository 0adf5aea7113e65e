"""One run: start a program, own everything it starts, write down what is written."""

from __future__ import annotations

import base64
import contextlib
import os
import resource
import select
import signal
import time
from operator import itemgetter
from typing import Any

from channel import Channel
from processes import (
    become_subreaper,
    descendants,
    die_with_parent,
    end_all,
    forbid_forged_credentials,
    living,
    reap,
)

TICK = 0.02  # seconds between two counts of the processes
SIGNALS = set(range(1, signal.NSIG)) - {signal.SIGKILL, signal.SIGSTOP}


class Witness:
    """Runs one request (a dict, see ``supervised.py``) and answers it."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.request = request
        self.limits = request["limits"]
        room = self.limits["output"] + 65536
        self.channels = [Channel(stream, room) for stream in (1, 2)]
        self.segments: list[tuple[int, int, int, bytes]] = []
        self.written, self.counted = 0, 0.0
        self.status: int | None = None
        self.limit = ""

    def run(self) -> dict[str, Any]:
        """The reply, a dict that JSON can hold; nothing of the run is left after it."""
        become_subreaper()
        try:
            self.start()
            left = self.watch()
        finally:
            self.note(end_all())
        self.read()
        return self.reply(left)

    def start(self) -> None:
        """Fork, and become the program in the fork."""
        self.main = os.fork()
        if self.main == 0:
            try:
                become_program(self.request, self.channels)
            except OSError as error:
                program = self.request["argv"][0]
                os.write(2, f"cannot start {program}: {error}\n".encode())
            finally:
                os._exit(127)
        for channel in self.channels:
            channel.theirs.close()

    def watch(self) -> list[tuple[int, str]]:
        """Read until the program ended and its children too; who was left behind."""
        poll = select.poll()
        for channel in self.channels:
            poll.register(channel, select.POLLIN)
        pidfd = os.pidfd_open(self.main)
        poll.register(pidfd, select.POLLIN)
        self.until(poll, time.monotonic() + self.limits["seconds"], "time")
        poll.unregister(pidfd)
        os.close(pidfd)
        if self.limit:
            return []
        gone = self.until(poll, time.monotonic() + self.limits["grace"], "")
        return [] if gone or self.limit else living()

    def until(self, poll: select.poll, deadline: float, limit: str) -> bool:
        """Watch until the program (``limit``) or everything has ended; has all?"""
        while not self.limit:
            ended, left = reap()
            self.note(ended)
            if not left or (limit and self.status is not None):
                return not left
            if time.monotonic() > deadline:
                self.limit = limit
                break
            poll.poll(TICK * 1000)
            self.read()
            self.count()
        return False

    def count(self) -> None:
        """Hold the limit on processes; not at each line of one that prints much."""
        if time.monotonic() > self.counted + TICK:
            most = self.limits["processes"]
            if len(descendants(os.getpid(), most)) > most:
                self.limit = "processes"
            self.counted = time.monotonic()

    def note(self, ended: list[tuple[int, int]]) -> None:
        """Keep the program's own wait status."""
        for pid, status in ended:
            if pid == self.main:
                self.status = status

    def read(self) -> None:
        """Take all that the kernel holds for us, as far as the limit goes."""
        for channel in self.channels:
            while self.written <= self.limits["output"]:
                segment = channel.receive()
                if segment is None:
                    break
                self.segments.append(segment)
                self.written += len(segment[3])
        if self.written > self.limits["output"]:
            self.limit = "output"

    def reply(self, left: list[tuple[int, str]]) -> dict[str, Any]:
        """See ``run``. Segments in the order of the kernel's time."""
        return {
            "main": self.main,
            "status": self.status,
            "limit": self.limit,
            "left": sorted(command for _, command in left),
            "folder": self.request["folder"],
            "pid_max": int(open("/proc/sys/kernel/pid_max").read()),
            "segments": [
                (time, pid, stream, base64.b64encode(data).decode())
                for time, pid, stream, data in sorted(self.segments, key=itemgetter(0))
            ],
        }


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
