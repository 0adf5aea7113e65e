"""The form of claims: a sentence's evidence is read, or said to be unreadable."""

from __future__ import annotations

import pytest
from evidence.core.claims import Evidence, parse_evidence, shows
from evidence.core.model import Line


def test_evidence_is_read_as_it_stands_in_a_record() -> None:
    body = [
        "-- article/x.py, block 2, windows-wine --",
        "child   | read b'launch code'",
        "parent  !",
        "",
        "-- article/y.py --",
        "nobody | done",
    ]
    assert parse_evidence(body) == (
        Evidence(
            "article/x.py",
            2,
            "windows-wine",
            ("child | read b'launch code'", "parent !"),
        ),
        Evidence("article/y.py", lines=("nobody | done",)),
    )


def test_others_are_quoted_in_quotation_marks() -> None:
    address = "https://docs.python.org/3/"
    (told,) = parse_evidence([f"-- {address} --", '"It is so."'])
    assert told == Evidence(address, lines=('"It is so."',))
    assert told.quoted
    with pytest.raises(ValueError, match="quotation marks"):
        parse_evidence([f"-- {address} --", "It is so."])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("child | x", "evidence begins with"),
        ("-- article/x.py block 2 --", "write '-- example.py"),
        ("-- article/x.py, block two, a, b --", "write '-- example.py"),
    ],
)
def test_what_is_no_evidence_is_named(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_evidence([line])


def test_a_line_without_writer_is_no_evidence() -> None:
    with pytest.raises(ValueError, match="no line of a transcript: 'launch code'"):
        parse_evidence(["-- article/x.py --", "launch code"])


def test_writer_stream_and_text_must_be_the_same() -> None:
    line = Line("child", "read \\ it")
    assert shows(line, r"child | read \\ it")
    assert not shows(line, r"parent | read \\ it")
    assert not shows(line, r"child ! read \\ it")
    assert not shows(line, r"child | read \\ i")


def test_only_the_text_counts_where_nobody_names_the_writers() -> None:
    line = Line("nobody", "a | b")
    assert shows(line, "child-2 | a | b")
    assert not shows(line, "child-2 | b")
