"""The folder of records: where files lie, how they are written, which are strays."""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from evidence.core.model import (
    Block,
    EvidenceError,
    Example,
    Line,
    Platform,
    Record,
    Transcript,
)
from evidence.core.records import RecordStore, write_whole

SEEN = Transcript("SCM_CREDENTIALS", "0", (Block(1, (Line("parent", "hello"),)),))
RECORD = Record("section/name.py", "sha256:0123456789abcdef", SEEN)
FACTS = {"system": "Linux 6.1", "python": "CPython 3.13.0"}
EXAMPLE = Example(
    "section/name.py", Path("section/name.py"), RECORD.source, "Why?", "So.", ()
)


@pytest.fixture
def store(tmp_path: Path) -> RecordStore:
    """One platform with one record."""
    made = RecordStore(tmp_path / "records")
    made.write_platform(Platform("linux", "Linux", FACTS))
    made.write("linux", RECORD)
    return made


def test_what_is_written_is_read(store: RecordStore) -> None:
    assert store.read("linux", "section/name.py") == RECORD
    assert store.read("macos", "section/name.py") is None
    assert store.platform("macos") is None
    assert store.platforms() == (Platform("linux", "Linux", FACTS),)
    assert store.check([EXAMPLE]) is None


def test_it_is_not_rewritten_when_it_says_the_same(store: RecordStore) -> None:
    path = store.path("linux", RECORD.example)
    os.utime(path, ns=(1, 1))
    inode = path.stat().st_ino
    assert store.write("linux", RECORD) is False
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (1, inode)
    assert store.write("linux", replace(RECORD, source="sha256:" + "0" * 16)) is True
    assert path.stat().st_mtime_ns != 1


def test_a_write_that_fails_leaves_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "section" / "name.txt"
    write_whole(path, "before")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(EvidenceError, match="cannot be written: No space left"):
        write_whole(path, "after")
    assert path.read_text() == "before"
    assert list(path.parent.iterdir()) == [path]


def test_unreadable_bytes_are_an_error(store: RecordStore) -> None:
    path = store.path("linux", RECORD.example)
    path.write_bytes(path.read_bytes().replace(b"hello", b"\xff\xfe"))
    with pytest.raises(EvidenceError, match=r"cannot be read.*make records") as error:
        store.read("linux", RECORD.example)
    assert error.value.where == str(path)


def test_a_record_in_the_place_of_another_is_an_error(store: RecordStore) -> None:
    path = store.path("linux", "section/other.py")
    store.path("linux", RECORD.example).rename(path)
    with pytest.raises(EvidenceError) as error:
        store.read("linux", "section/other.py")
    what = "the record of section/name.py lies in the place of section/other.py"
    assert str(error.value).startswith(f"{path}:1: {what}; ")
    assert "make records" in error.value.repair


@pytest.mark.parametrize(
    "name",
    ["linux/section/gone.txt", "linux/a b.txt", "linux/section/name.txt.orig", "x"],
)
def test_a_stray_file_is_an_error(store: RecordStore, name: str) -> None:
    path = store.folder / name
    path.write_text("example: section/gone.py\n")
    with pytest.raises(EvidenceError, match="stray record") as error:
        store.check([EXAMPLE])
    assert error.value.where == str(path)
    assert shlex.split(error.value.repair) == ["delete", "it:", "rm", str(path)]


def test_records_of_a_platform_that_nobody_described(store: RecordStore) -> None:
    store.write("macos", RECORD)
    with pytest.raises(EvidenceError, match=r"nobody described.*make records") as error:
        store.check([EXAMPLE])
    assert error.value.where == str(store.folder / "macos" / "platform.toml")
