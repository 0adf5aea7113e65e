"""How much memory the processes below this one hold at their peak (Linux only)."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path


class Meter(threading.Thread):
    """A context manager; ``peak`` is in bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.peak, self.ended = 0, threading.Event()

    def __enter__(self) -> Meter:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.join()

    def run(self) -> None:
        """Shared pages count once: the kernel gives each process its part (PSS)."""
        while not self.ended.wait(0.05):
            tree = children(os.getpid())
            for pid in tree:  # it grows while we walk it
                tree += children(pid)
            self.peak = max(self.peak, sum(map(share, tree)))


def children(pid: int) -> list[int]:
    """Those of its main thread, which is the one that starts programs here."""
    with suppress(OSError):
        words = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return list(map(int, words))
    return []


def share(pid: int) -> int:
    """Bytes that a process holds, its part of shared ones included."""
    with suppress(OSError, IndexError, ValueError):
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(told.split("Pss:")[1].split()[0]) * 1024
    return 0
