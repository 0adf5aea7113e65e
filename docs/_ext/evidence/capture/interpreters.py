"""The Pythons of this machine: each asked what it is, none taken for its name.

Looked for in ``.cache/`` (fetched), in pyenv, uv and the ``py`` launcher, and as
``python3.X`` on the PATH. A name may be a shim that starts nothing; it is told and
left out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.model import EvidenceError
from .host import describe_interpreter

PYODIDE = Path(__file__).with_name("pyodide.mjs")
NAMES = [f"python3.{minor}" for minor in range(6, 30)] + ["python3", "pypy3"]


@dataclass(frozen=True)
class Interpreter:
    """One that starts."""

    command: tuple[str, ...]
    """What starts it."""
    name: str
    """Its platform: ``linux``."""
    python: str
    """``CPython 3.12.1``."""

    @property
    def minor(self) -> tuple[str, str]:
        """One for each of these is enough: platform and ``CPython 3.12``."""
        return self.name, ".".join(self.python.split(".")[:2])

    @property
    def patch(self) -> list[int]:
        """Its version, to be compared."""
        return [int(number) for number in re.findall(r"\d+", self.python)]


def ask(command: tuple[str, ...]) -> Interpreter:
    """EvidenceError where it does not start."""
    first, *rest = command
    command = (shutil.which(first) or first, *rest)
    facts = describe_interpreter(command)
    return Interpreter(command, facts["name"], facts["python"])


def find_interpreters(cache: Path) -> tuple[list[Interpreter], list[str]]:
    """The newest of each minor version and platform, and why others do not start."""
    newest: dict[tuple[str, str], Interpreter] = {}
    silent = []
    for command in dict.fromkeys(candidates(cache)):
        try:
            found = ask(command)
        except EvidenceError as error:
            silent.append(str(error))
            continue
        best = newest.get(found.minor)
        if best is None or found.patch > best.patch:
            newest[found.minor] = found
    order = sorted(newest.values(), key=lambda each: (each.name, each.patch))
    return order, silent


def candidates(cache: Path) -> Iterator[tuple[str, ...]]:
    """Commands that may start a Python, each as it would be typed."""
    yield from ((str(path),) for path in sorted(cache.glob("pythons/*/bin/python3.*")))
    yield from ((str(path),) for path in sorted(cache.glob("pythons/*/python.exe")))
    yield from fetched_elsewhere(cache)
    yield from ((path,) for path in [*pyenv(), *uv(), *launcher()])
    yield from ((path,) for name in NAMES if (path := shutil.which(name)))


def fetched_elsewhere(cache: Path) -> Iterator[tuple[str, ...]]:
    """Windows Pythons where Wine is there, the one for WebAssembly where Node.js is."""
    if shutil.which("wine"):
        yield from ((str(each),) for each in sorted(cache.glob("pythons/*/python.exe")))
    package = cache / "node_modules" / "pyodide" / "pyodide.mjs"
    if package.exists() and (node := shutil.which("node")):
        yield (node, str(PYODIDE), str(package.resolve()))


def pyenv() -> Iterable[str]:
    """Each has a folder of its own; its shims are not looked at."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = [*root.glob("versions/*/bin/python3"), *root.glob("versions/*/python.exe")]
    return map(str, sorted(found))


def uv() -> Iterable[str]:
    """What uv has installed or knows of; it is not asked to fetch."""
    words = ("uv", "python", "list", "--only-installed", "--output-format", "json")
    try:
        return [each["path"] for each in json.loads(said(words) or "[]")]
    except (ValueError, KeyError):
        return []


def launcher() -> Iterable[str]:
    """Windows: the paths that ``py -0p`` lists."""
    return re.findall(r"\S:\\.*python\.exe", said(("py", "-0p")))


def said(words: tuple[str, ...]) -> str:
    """What a program prints, or "" where there is none."""
    if not shutil.which(words[0]):
        return ""
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.stdout
