"""The supervisor: ``python -I -S supervisor FD JOBS OWNED``, one for each build.

It is asked over a socket, one JSON object a line, and answers the same way. Each
request is run by a fork of it, the witness; no more than JOBS run at a time. It is a
program of its own, never imported, so that a run never sees the build's process.
When the socket closes, everything it ever started ends, the folder OWNED (which may
be "") is removed, then it ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, NoReturn

import folders
from processes import become_subreaper, die_with_parent, end_all
from witness import Witness

PATIENCE = 5.0  # seconds that a witness may take to end what is left of a run


def testify(
    request: dict[str, Any], connection: socket.socket, answer: int
) -> NoReturn:
    """In the fork: run one request, write the reply, never return."""
    connection.close()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    die_with_parent(signal.SIGTERM)
    try:
        reply = Witness(request).run()
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(json.dumps(reply).encode())
    except (OSError, ValueError) as error:
        os.write(2, f"evidence supervisor: {error}\n".encode())
    finally:
        folders.remove(request["folder"])
        os._exit(0)


@dataclass
class Running:
    """A request, and the witness that runs it."""

    ident: int
    pid: int
    folder: str
    deadline: float
    """Of ``time.monotonic()``: a witness that answers later is no witness."""
    reply: bytearray = field(default_factory=bytearray)


class Server:
    """Takes requests, keeps JOBS of them running, sends replies."""

    def __init__(self, connection: socket.socket, jobs: int) -> None:
        self.connection, self.jobs, self.open = connection, jobs, True
        self.waiting: deque[dict[str, Any]] = deque()
        self.running: dict[int, Running] = {}
        self.incoming, self.outgoing = b"", b""
        self.selector = selectors.DefaultSelector()
        self.selector.register(connection, selectors.EVENT_READ, self.take)

    def serve(self) -> None:
        """Until the other side closes the connection."""
        while self.open:
            while self.waiting and len(self.running) < self.jobs:
                self.start(self.waiting.popleft())
            wanted = selectors.EVENT_READ
            wanted |= selectors.EVENT_WRITE if self.outgoing else 0
            self.selector.modify(self.connection, wanted, self.take)
            for key, events in self.selector.select(1.0):
                key.data(key.fileobj, events)
            for run in self.running.values():
                if time.monotonic() > run.deadline:  # its run stopped it
                    os.kill(run.pid, signal.SIGKILL)

    def take(self, connection: socket.socket, events: int) -> None:
        """Move what can be moved over the connection without waiting."""
        received = b""
        # Whoever goes without reading our replies resets the connection.
        with contextlib.suppress(ConnectionResetError, BrokenPipeError):
            if events & selectors.EVENT_WRITE:
                sent = connection.send(self.outgoing)
                self.outgoing = self.outgoing[sent:]
            if not events & selectors.EVENT_READ:
                return
            received = connection.recv(65536)
        self.open = bool(received)
        *lines, self.incoming = (self.incoming + received).split(b"\n")
        self.waiting.extend(map(json.loads, lines))

    def start(self, request: dict[str, Any]) -> None:
        """Fork a witness, and listen to it."""
        folder = request["folder"] = folders.make(request.pop("temporary"))
        request["environment"] = folders.variables(folder) | request["environment"]
        folders.link(folder, request.pop("links"))
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            testify(request, self.connection, writing)
        os.close(writing)
        limits = request["limits"]
        deadline = time.monotonic() + limits["seconds"] + limits["grace"] + PATIENCE
        self.running[reading] = Running(request["id"], pid, folder, deadline)
        self.selector.register(reading, selectors.EVENT_READ, self.collect)

    def collect(self, reading: int, _: int) -> None:
        """Take a piece of a witness's reply, or its end."""
        run = self.running[reading]
        piece = os.read(reading, 1 << 20)
        if piece:
            run.reply += piece
            return
        self.selector.unregister(reading)
        os.close(reading)
        del self.running[reading]
        os.waitpid(run.pid, 0)
        # A run that killed its witness left its orphans to us.
        end_all(spare={other.pid for other in self.running.values()})
        folders.remove(run.folder)
        answer = json.loads(run.reply) if run.reply else {"limit": "witness"}
        self.outgoing += json.dumps({"id": run.ident, **answer}).encode() + b"\n"


def main() -> None:
    """See the module."""
    descriptor, jobs, owned = sys.argv[1:]
    become_subreaper()
    die_with_parent(signal.SIGTERM)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    connection = socket.socket(fileno=int(descriptor))
    connection.setblocking(False)
    server = Server(connection, int(jobs))
    try:
        server.serve()
    finally:
        # Whoever closes the socket by ending sends this too, while we clean up.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        for run in server.running.values():
            os.kill(run.pid, signal.SIGTERM)
            os.kill(run.pid, signal.SIGCONT)
            os.waitpid(run.pid, 0)
            folders.remove(run.folder)
        end_all()
        folders.remove(owned)


if __name__ == "__main__":
    main()
