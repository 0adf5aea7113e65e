"""One run: start a program, own everything it starts, write down what is written."""

from __future__ import annotations

import base64
import os
import select
import time
from operator import itemgetter
from typing import Any

from channel import Channel
from processes import (
    become_subreaper,
    descendants,
    end_all,
    living,
    reap,
)
from program import become_program

TICK = 0.02  # seconds between two counts of the processes


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
