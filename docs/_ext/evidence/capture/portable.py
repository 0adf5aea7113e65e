"""Runs where no kernel facility names the writer of a line (macOS, Windows).

One pipe takes both streams, so their order is right; who wrote and on which of them
nobody attests. Same interface as `supervised.Supervisor`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from ..core.model import NOBODY
from .testimony import ENVIRONMENT, Limits, Segment, Testimony


class Unattested:
    """A pool of threads, each with one run at a time."""

    def __init__(self, jobs: int) -> None:
        self.pool = ThreadPoolExecutor(jobs)
        self.futures: list[Future[Testimony]] = []

    def ask(self, argv: tuple[str, ...], limits: Limits) -> int:
        """Have a program run; the number is what `answer` takes."""
        self.futures.append(self.pool.submit(run, argv, limits))
        return len(self.futures) - 1

    def answer(self, number: int) -> Testimony:
        """Wait for one run."""
        return self.futures[number].result()

    def close(self) -> None:
        """Wait for what still runs; begin nothing more."""
        self.pool.shutdown(cancel_futures=True)


def run(argv: tuple[str, ...], limits: Limits) -> Testimony:
    """Start a program in a session of its own, read it, end what it leaves."""
    folder = Path(tempfile.mkdtemp(prefix="evidence-")).resolve()
    try:
        return watch(start(argv, folder), folder, limits)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(argv: tuple[str, ...], folder: Path) -> subprocess.Popen[bytes]:
    """The program, with one pipe as both its streams."""
    for name in ("work", "home", "tmp"):
        (folder / name).mkdir()
    home, tmp = str(folder / "home"), str(folder / "tmp")
    environment = {**ENVIRONMENT, "HOME": home, "TMPDIR": tmp}
    if sys.platform == "win32":  # without it Python finds no randomness there
        environment |= {"SYSTEMROOT": os.environ["SYSTEMROOT"], "TEMP": tmp, "TMP": tmp}
        environment["PATH"] = os.environ["PATH"]
    return subprocess.Popen(
        argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder / "work",
        env=environment,
        start_new_session=sys.platform != "win32",
    )


def watch(process: subprocess.Popen[bytes], folder: Path, limits: Limits) -> Testimony:
    """Read until the program ended, or a limit is met."""
    pieces: list[bytes] = []
    full = threading.Event()

    def read() -> None:
        assert process.stdout is not None
        while piece := process.stdout.read1(65536):  # type: ignore[attr-defined]
            pieces.append(piece)
            if sum(map(len, pieces)) > limits.output:
                full.set()
                end(process)
                return

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    limit = ""
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        limit = "time"
        end(process)
    # The pipe ends when its last holder does: what still holds it was left behind.
    reader.join(limits.grace)
    left = ("a process that nobody can name here",) if reader.is_alive() else ()
    end(process)
    reader.join(limits.grace)
    return Testimony(
        segments=(Segment(0, 0, 1, b"".join(pieces)),),
        main=process.pid,
        status=process.wait(),
        folder=str(folder),
        limit=limit or ("output" if full.is_set() else ""),
        left=left,
        attested_by=NOBODY,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started, as far as the system can name that."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
