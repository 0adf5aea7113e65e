"""Our side of the supervisor: ask it for runs, wait for what it answers."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .testimony import ENVIRONMENT, Limits, Segment, Testimony

PATIENCE = 30.0  # seconds of silence, beyond a run's limits, until we give up


class Supervisor:
    """One small process that owns all runs. Linux only: the kernel is its witness."""

    def __init__(
        self,
        jobs: int,
        environment: dict[str, str] | None = None,
        links: tuple[str, ...] = (),
        owned: str = "",
    ) -> None:
        """``environment`` adds to what runs find, ``links`` are named in TMPDIR.

        The folder ``owned`` is removed when it ends, however we end.
        """
        self.environment = ENVIRONMENT | (environment or {})
        self.links = links
        ours, theirs = socket.socketpair()
        program = Path(__file__).with_name("supervisor")
        descriptor = theirs.fileno()
        words = (program, descriptor, jobs, owned)
        argv = [sys.executable, "-I", "-S", *map(str, words)]
        with theirs:
            self.process = subprocess.Popen(
                argv,
                pass_fds=[descriptor],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={},
                cwd="/",
            )
        self.connection = ours
        self.replies = ours.makefile("rb")
        self.answers: dict[int, dict[str, Any]] = {}
        self.asked, self.patience = 0, PATIENCE

    def ask(self, argv: tuple[str, ...], limits: Limits) -> int:
        """Have a program run; the number is what `answer` takes."""
        self.asked += 1
        request = {
            "id": self.asked,
            "argv": argv,
            "limits": asdict(limits),
            "environment": self.environment,
            "links": self.links,
            "temporary": tempfile.gettempdir(),
        }
        # Runs end within their limits: a longer silence means that one stopped it.
        longest = limits.seconds + limits.grace + PATIENCE
        self.patience = max(self.patience, longest)
        self.connection.settimeout(self.patience)
        with suppress(OSError):  # it is gone or stopped: `answer` finds that out
            self.connection.sendall(json.dumps(request).encode() + b"\n")
        return self.asked

    def answer(self, number: int) -> Testimony:
        """Wait for one run; others that end meanwhile are kept."""
        while number not in self.answers:
            reply = self.next_reply() or {"id": number, "limit": "supervisor"}
            self.answers[reply.pop("id")] = reply
        return testimony(self.answers.pop(number))

    def next_reply(self) -> dict[str, Any] | None:
        """As it came, or None where nothing will come any more."""
        with suppress(OSError):
            if line := self.replies.readline():
                reply: dict[str, Any] = json.loads(line)
                return reply
        return None

    def close(self) -> None:
        """End it, and with it every run."""
        self.replies.close()
        self.connection.close()
        self.process.send_signal(signal.SIGCONT)  # a run may have stopped it
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # and does so again: the witnesses end all
            self.process.kill()
            self.process.wait()


def testimony(reply: dict[str, Any]) -> Testimony:
    """Read what ``supervisor/witness.py`` wrote."""
    segments = tuple(
        Segment(time, pid, stream, base64.b64decode(data))
        for time, pid, stream, data in reply.get("segments", ())
    )
    status = reply.get("status")
    return Testimony(
        segments=segments,
        main=reply.get("main", 0),
        status=-9 if status is None else os.waitstatus_to_exitcode(status),
        folder=reply.get("folder", ""),
        limit=reply["limit"],
        left=tuple(reply.get("left", ())),
        pid_max=reply.get("pid_max", 1 << 22),
    )
