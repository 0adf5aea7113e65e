"""What is hidden in text is shown, and nothing is lost on the way to a record."""

from __future__ import annotations

import sys
from unicodedata import bidirectional, category

import pytest
from evidence.core.text import escape, unescape, visible
from hypothesis import given
from hypothesis import strategies as some

BYTES = some.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)  # PEP 383
CHARACTERS = some.one_of(some.characters(exclude_categories=("Cs",)), BYTES)


@given(some.text(CHARACTERS))
def test_escaped_text_reads_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(some.text(CHARACTERS))
def test_escaped_text_hides_nothing(text: str) -> None:
    escaped = escape(text)
    escaped.encode()
    assert escaped == escaped.rstrip(" \t")
    assert not {"\x1b", "\n", "\r", "\u202e", "\u2066", "\ufeff"} & set(escaped)


ORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # UAX #9


def test_whatever_controls_or_reorders_text_is_shown() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        controls = category(character) in {"Cc", "Zl", "Zp", "Cs"}
        if controls or bidirectional(character) in ORDERING:
            assert (character == "\t") == (visible(character) == character)


@given(some.binary())
def test_any_bytes_come_back(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    assert unescape(escape(text)).encode("utf-8", "surrogateescape") == data


@pytest.mark.parametrize(
    ("text", "in_record", "on_page"),
    [
        ("\x1b[31mred", r"\x1b[31mred", r"\x1b[31mred"),
        ("C:\\new", r"C:\\new", r"C:\new"),
        ("abc\u202edef", r"abc\u202edef", r"abc\u202edef"),
        ("odd \udcff byte", r"odd \xff byte", r"odd \xff byte"),
        ("\u200bno\u200f w\u2060idth\ufeff",)
        + (r"\u200bno\u200f w\u2060idth\ufeff",) * 2,
        ("C1 \x9b", r"C1 \u009b", r"C1 \u009b"),
        ("end ", r"end\x20", "end "),
        ("end\t", r"end\x09", "end\t"),
        ("a\tb  c", "a\tb  c", "a\tb  c"),
        ("umlaut ä, 日本", "umlaut ä, 日本", "umlaut ä, 日本"),
    ],
)
def test_how_it_looks(text: str, in_record: str, on_page: str) -> None:
    assert (escape(text), visible(text)) == (in_record, on_page)


@pytest.mark.parametrize("text", ["\\", r"\q", r"\x1", r"\u12", r"\xFF", r"a\\\ b"])
def test_a_backslash_for_nothing_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no escape"):
        unescape(text)
