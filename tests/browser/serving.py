"""A folder of pages on 127.0.0.1, below a path as on a host for many projects."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/project/"


class Handler(SimpleHTTPRequestHandler):
    """Quiet, and with a base path."""

    def translate_path(self, path: str) -> str:
        """Nothing is found beside the base."""
        below = path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE) if below else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:
        """Tests look at what the browser saw."""


@dataclass(frozen=True)
class Served:
    """A site that answers."""

    base: str
    folder: Path


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve until the end of the block."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Handler, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}{BASE}", folder)
    finally:
        server.shutdown()
        server.server_close()
