"""What one Python said: written, read back, and told where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.core.model import EvidenceError
from evidence.core.result import Group, Result, Seen
from evidence.core.result_format import format_result, parse_result
from evidence.core.results import Results, read_result, read_results

DIGEST = "sha256:0123456789abcdef"
FACTS = {"system": "Linux 6.18", "libc": "glibc 2.36", "python": "CPython 3.12.1"}
RESULT = Result(
    "linux",
    FACTS,
    {
        "born": Group(
            DIGEST, {"open": "no", "memfd": "unsupported: no \\ such\x1bone"}
        ),
        "popen": Group(DIGEST, {}),
    },
    {
        "a/one.py": Seen(DIGEST, "differs", ("- parent | 1 ", "+ parent | \u202e2")),
        "a/two.py": Seen(DIGEST, "same"),
    },
)
TEXT = format_result(RESULT)


def test_what_is_written_is_read_back() -> None:
    assert parse_result(TEXT, "x") == RESULT
    assert format_result(parse_result(TEXT, "x")) == TEXT


def test_the_file_is_named_by_platform_and_minor_version() -> None:
    assert RESULT.file == "linux-cpython-3.12.txt"
    assert RESULT.minor == "CPython 3.12"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("\n-- end --\n", "\n", 18, "cut off"),
        ("platform: linux", "platform: Linux!", 1, "'platform: …'"),
        ("system: Linux 6.18\n", "", 2, "'system: …'"),
        ("CPython 3.12.1", "CPython", 4, "'python: …'"),
        ("open | no", "open|no", 7, "belongs to nothing"),
        ("open | no", "open | no\nopen | yes", 8, "stands here again"),
        ("open | no", "open | a\\q", 7, "belongs to nothing"),
        (f"-- born {DIGEST} --", "-- born --", 6, "belongs to nothing"),
        (f"-- popen {DIGEST} --", f"-- born {DIGEST} --", 10, "stands here again"),
        (f"a/two.py {DIGEST} | same", "a/two.py | same", 16, "belongs to nothing"),
        ("a/two.py", "a/one.py", 16, "stands here again"),
        ("-- examples --\n", "", 12, "belongs to nothing"),
    ],
)
def test_a_broken_file_names_line_and_repair(
    old: str, new: str, line: int, said: str
) -> None:
    assert old in TEXT
    with pytest.raises(EvidenceError) as caught:
        parse_result(TEXT.replace(old, new), "results/x.txt")
    assert caught.value.line == line
    assert said in str(caught.value)
    assert "make matrix" in caught.value.repair


def test_a_file_under_the_name_of_another_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "linux-cpython-3.11.txt"
    path.write_text(TEXT)
    with pytest.raises(EvidenceError, match=r"belongs to linux-cpython-3\.12\.txt"):
        read_result(path)


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "linux-cpython-3.12.txt"
    path.write_bytes(b"\xff")
    with pytest.raises(EvidenceError, match="cannot be read"):
        read_result(path)


def kept(folder: Path, *results: Result) -> Results:
    """A folder with a file of probes, and these results."""
    (folder / "probes").mkdir(exist_ok=True)
    (folder / "probes" / "probing.py").write_text("")
    (folder / "probes" / "born.py").write_text("print('open | no')\n")
    for result in results:
        read_results(folder).write(result)
    return read_results(folder)


def test_nothing_is_rewritten_that_says_the_same(tmp_path: Path) -> None:
    results = kept(tmp_path)
    assert results.write(RESULT)
    assert not results.write(RESULT)
    assert [path.name for path in (tmp_path / "results").iterdir()] == [RESULT.file]


def test_versions_are_numbers(tmp_path: Path) -> None:
    older = Result("linux", {**FACTS, "python": "CPython 3.9.18"})
    assert [r.minor for r in kept(tmp_path, RESULT, older).kept] == [
        "CPython 3.9",
        "CPython 3.12",
    ]


def test_a_changed_probe_makes_what_was_said_unseen(tmp_path: Path) -> None:
    digest = kept(tmp_path).digests["born"]
    said = Result("linux", FACTS, {"born": Group(digest, {"open": "no"})})
    results = kept(tmp_path, said)
    column = results.column("CPython 3.12")
    assert column is not None
    assert results.value(column, "born/open") == "no"
    assert results.value(column, "born/other") == ""
    assert not list(results.stale())
    for name in ("born.py", "probing.py"):
        with (tmp_path / "probes" / name).open("a") as file:
            file.write("# more\n")
        changed = read_results(tmp_path)
        assert changed.value(column, "born/open") == ""
        assert list(changed.stale()) == [(RESULT.file, ["born"])]


def test_a_column_is_found_by_version_and_platform(tmp_path: Path) -> None:
    windows = Result("windows-wine", FACTS)
    results = kept(tmp_path, RESULT, windows)
    assert results.column("CPython 3.12") == RESULT
    assert results.column("CPython 3.12 on windows-wine") == windows
    assert results.column("CPython 3.1") is None
