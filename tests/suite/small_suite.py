"""A small folder of examples, and pytest run on it as a reader runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from evidence.capture.runner import Runner
from evidence.core.model import Platform
from evidence.core.records import RecordStore

EXTENSIONS = Path(__file__).parents[2] / "docs" / "_ext"
HEAD = '"""\nWhat is seen?\n=============\n\nThis.\n"""\n'
SCRIPTS = {
    "first/fork.py": "# requires: os.fork\n\n# %%\n# It forks.\nimport os\n\n"
    "pid = os.fork()\nif pid == 0:\n"
    "    print('from the child')  #> child | from the child\n    os._exit(0)\n"
    "os.waitpid(pid, 0)\nprint('from the parent')  #> parent | from the parent\n",
    "first/hello.py": "# %%\n# It speaks.\nprint('hello')  #> parent | hello\n",
    "second/missing.py": "# requires: msvcrt\n\n# %%\n# It cannot run here.\n"
    "import msvcrt  #> parent | never\n",
}


@dataclass(frozen=True)
class Ran:
    """What one run of pytest said."""

    status: int
    output: str


@dataclass(frozen=True)
class Suite:
    """A folder with examples and records."""

    root: Path

    def write(self, name: str, code: str) -> Path:
        """Write one example."""
        path = self.root / "examples" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + code, "utf-8")
        return path

    def edit(self, path: Path, old: str, new: str) -> None:
        """Change one file by hand."""
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    @property
    def store(self) -> RecordStore:
        """Its records."""
        return RecordStore(self.root / "examples" / "records")

    def record(self, name: str, platform: str = "") -> Path:
        """Where the record of an example lies."""
        return self.store.path(platform or here().name, name)

    def kept(self) -> dict[str, bytes]:
        """Every file below the records, and what it says."""
        return {
            path.relative_to(self.store.folder).as_posix(): path.read_bytes()
            for path in sorted(self.store.folder.rglob("*"))
            if path.is_file()
        }

    def pytest(self, *options: str) -> Ran:
        """``pytest examples``, with the plugin and nothing else of this project."""
        argv = [sys.executable, "-m", "pytest", "-p", "evidence.suite.plugin", "-ra"]
        done = subprocess.run(
            [*argv, "-p", "no:cacheprovider", "examples", *options],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(EXTENSIONS)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout)


def here() -> Platform:
    """The platform of this machine, as its interpreter tells it."""
    with Runner() as runner:
        return runner.platform
