"""``platform.toml``: who took a folder of records."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.core.model import EvidenceError, Platform
from evidence.core.platform_file import format_platform, read_platform

FACTS = {
    "system": 'Linux "6.1" \\ ä',
    "kernel": "6.1.0",
    "libc": "glibc 2.36",
    "python": "CPython 3.13.0",
    "machine": "x86_64",
    "obtained": "pytest examples --update-records",
}
GOOD = 'label = "Linux"\nsystem = "Linux 6.1"\npython = "CPython 3.13.0"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where one lies."""
    (tmp_path / "linux").mkdir()
    return tmp_path / "linux" / "platform.toml"


def test_it_reads_back(path: Path) -> None:
    platform = Platform("linux", "Linux", FACTS)
    path.write_text(format_platform(platform), "utf-8")
    assert read_platform(path) == platform


def test_its_entries_stand_in_one_order(path: Path) -> None:
    backwards = Platform("linux", "Linux", dict(reversed(FACTS.items())))
    assert format_platform(backwards) == format_platform(
        Platform("linux", "Linux", FACTS)
    )


BROKEN = {
    "no TOML": (GOOD + "what\n", "cannot be read"),
    "bytes": (GOOD.encode() + b"# \xff\n", "cannot be read"),
    "unknown entry": (GOOD + 'colour = "red"\n', "unknown entry 'colour'"),
    "number": (GOOD + "libc = 2\n", "unknown entry 'libc'"),
    "no label": (GOOD.replace("label", "libc"), "no text for 'label'"),
    "no python": (GOOD.replace("python", "libc"), "no text for 'python'"),
}


@pytest.mark.parametrize(("text", "what"), BROKEN.values(), ids=BROKEN)
def test_a_broken_one_is_one_line(path: Path, text: str | bytes, what: str) -> None:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(EvidenceError) as error:
        read_platform(path)
    said = str(error.value)
    assert said.startswith(f"{path}: ")
    assert what in said
    assert "make records" in said
    assert "\n" not in said
