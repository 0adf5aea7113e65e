"""How text that a machine wrote is shown, and how it is kept.

Control and bidirectional characters, and bytes that are not UTF-8, would change
what a reader sees around them. Both ways show them as escapes.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Control characters but the tab, what reorders or hides text (UAX #9), surrogates."""
ESCAPE = re.compile(r"\\(\\|x[0-9a-f]{2}|u[0-9a-f]{4})")


def visible(text: str) -> str:
    """For pages and messages: hidden characters as escapes, a backslash as it is."""
    return HIDDEN.sub(lambda match: escape_character(match.group()), text)


def escape_character(character: str) -> str:
    r"""``\x1b`` below U+0020, ``\u202e`` above U+007F, ``\xff`` for an odd byte.

    A byte that is not UTF-8 stands in the text as U+DC80 to U+DCFF (PEP 383) and is
    written as the byte it was, so characters U+0080 to U+009F are written ``\u0080``.
    """
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"


def escape(text: str) -> str:
    r"""For records: as `visible`, with a backslash written ``\\``; see `unescape`.

    White space at the end is written ``\x20``, as editors and mail drop it.
    """
    text = visible(text.replace("\\", "\\\\"))
    return re.sub("[ \t]$", lambda match: f"\\x{ord(match.group()):02x}", text)


def unescape(text: str) -> str:
    r"""The inverse of `escape`; ValueError where a backslash stands for nothing."""
    if "\\" in ESCAPE.sub("", text):
        raise ValueError("a backslash that is no escape; write \\\\")
    return ESCAPE.sub(lambda match: unescape_one(match.group(1)), text)


def unescape_one(word: str) -> str:
    """``\\``, ``x1b``, ``xff`` or ``u202e`` back to its character."""
    if word == "\\":
        return word
    code = int(word[1:], 16)
    return chr(code + 0xDC00 if word[0] == "x" and code >= 0x80 else code)
