"""The order of the house: what stands where, how long and how wide it may be."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from evidence.core.examples import find_examples
from evidence.core.records import RecordStore

ROOT = Path(__file__).parents[1]
TOP = {
    ".ci",
    ".github",
    ".gitignore",
    ".readthedocs.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "conf.py",
    "docs",
    "examples",
    "pyproject.toml",
    "requirements-docs.in",
    "requirements-docs.txt",
    "tests",
}
# Why each may be longer stands in docs/design.md.
LONGER = {"core/model.py", "capture/bootstrap.py"}
LINES = 160
# Folders of one person's disk; /home/reader is a name that examples use.
MACHINE = re.compile(
    r"(?<![\w>])/(work|root)/[a-z]|/home/(?!reader\b)\w|/Users/\w|[A-Z]:\\Users\\"
)


def tracked() -> list[Path]:
    """Every file in git."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [path for name in listing.split("\0") if (path := ROOT / name).is_file()]


def lines(path: Path) -> list[str]:
    """The lines of a text file."""
    return path.read_text("utf-8").splitlines()


def inside(path: Path) -> str:
    """Its name below the extension."""
    return path.relative_to(ROOT / "docs/_ext/evidence").as_posix()


FILES = tracked()
EXTENSION = [p for p in FILES if p.suffix == ".py" and "_ext" in p.parts]
EXAMPLES = [p for p in FILES if p.suffix == ".py" and p.parts[-3] == "examples"]


def test_the_top_level_is_as_agreed() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == TOP


def test_the_configuration_is_short() -> None:
    assert len(lines(ROOT / "conf.py")) < 90


def test_files_of_the_extension_are_short() -> None:
    assert len(EXTENSION) > 20
    long = {inside(path) for path in EXTENSION if len(lines(path)) > LINES}
    design = (ROOT / "docs/design.md").read_text("utf-8")
    assert long <= LONGER, f"split it: {sorted(long - LONGER)}"
    assert [name for name in sorted(long) if f"`{name}`" not in design] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_code_of_examples_fits_beside_its_transcript(path: Path) -> None:
    # A link cannot be broken.
    told = [line for line in lines(path) if "://" not in line]
    wide = [line for line in told if len(line) > 72]
    assert wide == []


def test_every_record_belongs_to_an_example() -> None:
    folder = ROOT / "examples"
    RecordStore(folder / "records").check(find_examples(folder))


def test_nothing_names_a_path_of_one_machine() -> None:
    found = []
    for path in FILES:
        if path.suffix in {".png", ".woff2", ".ico"} or path == Path(__file__):
            continue
        for number, line in enumerate(lines(path), 1):
            if match := MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match.group()}")
    assert found == []


def test_what_the_design_names_is_there() -> None:
    text = (ROOT / "docs/design.md").read_text("utf-8")
    named = set(re.findall(r"`([\w./-]+\.(?:py|toml|txt)|tests/[\w/.-]+)`", text))
    rooms = (ROOT, ROOT / "docs/_ext/evidence", ROOT / "examples/records/linux")
    rooms += tuple(ROOT / "docs/_ext/evidence" / room for room in ("capture", "core"))
    assert named
    gone = [
        name for name in sorted(named) if not any((r / name).exists() for r in rooms)
    ]
    assert gone == []
