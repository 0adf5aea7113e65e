"""Scripts of ``scripts/``, run as examples are, and what was seen of them."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from evidence.capture.runner import Runner
from evidence.core.differences import show
from evidence.core.examples import read_example
from evidence.core.model import Example, Run

SCRIPTS = Path(__file__).parent / "scripts"


@dataclass(frozen=True)
class Stage:
    """One runner, and the folder in which all its runs have theirs."""

    runner: Runner
    temporary: Path

    def run(self, name: str) -> Run:
        """The run of ``scripts/NAME.py``."""
        return self.runner.result(example(name))

    def lines(self, name: str) -> list[str]:
        """``2 child | text``, all of a run that must not fail."""
        run = self.run(name)
        assert run.failure is None, (run.failure, lines(run))
        return lines(run)

    def cause(self, name: str) -> str:
        """Why a run failed."""
        run = self.run(name)
        assert run.failure, lines(run)
        return run.failure.cause

    def remains(self) -> list[str]:
        """What is alive of all runs, and what lies in their folders."""
        return [*alive(self.temporary), *map(str, self.temporary.iterdir())]


def example(name: str) -> Example:
    """``scripts/NAME.py``."""
    return read_example(SCRIPTS / f"{name}.py", SCRIPTS)


def lines(run: Run) -> list[str]:
    """``2 child | text``: block, writer, stream and text of each line."""
    assert run.transcript, run.unsupported
    blocks = run.transcript.blocks
    return [f"{block.number} {show(x)}" for block in blocks for x in block.lines]


def alive(temporary: Path) -> list[str]:
    """Processes whose environment names this folder (all of a run's do), or that
    work in it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            folder = os.readlink(process / "cwd")
            command = (process / "cmdline").read_bytes()
        except OSError:  # it is gone, or another user's
            continue
        ours = bytes(temporary) in environment or folder.startswith(str(temporary))
        if ours and state not in "ZX":
            found.append(f"{process.name} {command!r}")
    return found


def below(pid: int) -> list[int]:
    """All processes that descend from one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = stat.read_text(errors="replace").rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(words[1])
    found = [pid]
    for each in found:  # it grows while we walk it
        found += [child for child, parent in parents.items() if parent == each]
    return found[1:]
