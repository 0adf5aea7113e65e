"""The direction of imports: core <- capture <- site | suite, read with ``ast``."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EVIDENCE = Path(__file__).parents[1] / "docs" / "_ext" / "evidence"
MAY = {
    "core": {"core"},
    "capture": {"core", "capture"},
    "site": {"core", "capture", "site"},
    "suite": {"core", "capture", "suite"},
}
LIBRARIES = {
    "core": set(),
    "capture": set(),
    "site": {"docutils", "markupsafe", "sphinx", "sphinx_gallery", "furo"},
    "suite": {"pytest"},
}
DOOR = "core/examples.py"  # the one place of core that opens sphinx-gallery's parser
PROGRAMS = [
    *sorted((EVIDENCE / "capture").glob("supervisor/*.py")),
    *(
        EVIDENCE / "capture" / f"{name}.py"
        for name in ("bootstrap", "describe", "probes")
    ),
]


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """``(absolute name, line)`` of everything a file imports, in functions too."""
    package = path.relative_to(EVIDENCE.parent).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*start, *filter(None, [node.module])))
            # ``from .. import core`` names a room, ``from .model import Run`` does not.
            names = {alias.name for alias in node.names} & set(MAY)
            yield from ((f"{base}.{name}", node.lineno) for name in names)
            yield base, node.lineno


def modules(room: str) -> list[Path]:
    """The files of one room."""
    return sorted((EVIDENCE / room).rglob("*.py"))


@pytest.mark.parametrize("room", MAY)
def test_imports_go_one_way(room: str) -> None:
    assert modules(room)
    for path in modules(room):
        for name, line in imported(path):
            inside = name.split(".")[1:2] if name.startswith("evidence") else []
            assert set(inside) <= MAY[room], f"{path}:{line}: {room} imports {name}"


@pytest.mark.parametrize("room", MAY)
def test_each_room_has_its_libraries(room: str) -> None:
    for path in modules(room):
        if path.as_posix().endswith(DOOR) or path in PROGRAMS:
            continue
        for name, line in imported(path):
            top = name.partition(".")[0]
            known = top in sys.stdlib_module_names or top == "evidence"
            assert known or top in LIBRARIES[room], f"{path}:{line}: imports {name}"


def test_the_door_to_the_parser_is_the_only_one() -> None:
    opened = {name for name, _ in imported(EVIDENCE / DOOR)}
    foreign = {n for n in opened if n.split(".")[0] in ("sphinx", "sphinx_gallery")}
    assert foreign == {"sphinx.errors", "sphinx_gallery.py_source_parser"}


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_programs_stand_on_the_standard_library(path: Path) -> None:
    neighbours = {each.stem for each in path.parent.glob("*.py")}
    neighbours = neighbours if path.parent.name == "supervisor" else set()
    for name, line in imported(path):
        known = sys.stdlib_module_names | neighbours
        assert name.partition(".")[0] in known, f"{path}:{line}: imports {name}"
