"""What a script says of itself in comments.

``# requires: os.fork``   a facility that is probed before the run
``# exits: 3``            the exit status, or ``SIGKILL``; 0 where it says nothing
``#> child | text``       a line the author insists on; ``!`` for standard error
``#>[macos] child | …``   only on that platform
"""

from __future__ import annotations

import difflib
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .model import EvidenceError

WORDS = ("requires", "exits")
ENTRY = re.compile(r"# ?([A-Za-z]+): *(.*?) *$")
POINT = re.compile(r"#>(?:\[([a-z-]+)\])? *([a-z0-9-]+) *([|!])(?: (.*))?$")
WRITER = re.compile(r"parent|child(-[2-9]|-[1-9]\d+)?|nobody")
EXIT = re.compile(r"\d{1,3}|SIG[A-Z0-9]+")


@dataclass(frozen=True)
class Comment:
    """One comment of a script."""

    line: int
    """From 1."""
    column: int
    """From 0."""
    text: str
    """From its ``#`` on."""


def comments(source: str) -> tuple[Comment, ...]:
    """Those of a script, by the tokenizer; of a broken one, the lines that begin so."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        lines = enumerate(source.split("\n"), 1)
        return tuple(Comment(n, 0, line) for n, line in lines if line.startswith("#"))
    return tuple(
        Comment(*token.start, token.string)
        for token in tokens
        if token.type == tokenize.COMMENT
    )


def entries(found: tuple[Comment, ...], path: Path) -> Iterator[tuple[str, str, int]]:
    """``(word, value, line)`` of each ``# word: value`` at the margin.

    A word that nearly is one of ours is an error; any other is a comment.
    """
    for comment in found:
        match = ENTRY.match(comment.text)
        if not match or comment.column:
            continue
        word, value = match.groups()
        if word in WORDS:
            check_entry(word, value, path, comment.line)
            yield word, value, comment.line
        elif near := difflib.get_close_matches(word.lower(), WORDS, 1, 0.75):
            repair = f"write '# {near[0]}: {value}'"
            raise EvidenceError(f"unknown word {word!r}", path, comment.line, repair)


def check_entry(word: str, value: str, path: Path, line: int) -> None:
    """EvidenceError where a value cannot be one."""
    if not value or (word == "exits" and not EXIT.fullmatch(value)):
        repair = "write '# exits: 3' or '# exits: SIGKILL', '# requires: os.fork'"
        raise EvidenceError(
            f"this is no value for {word!r}: {value!r}", path, line, repair
        )


def points(
    found: tuple[Comment, ...], path: Path
) -> Iterator[tuple[int, str, str, str, str]]:
    """``(line, platform, writer, mark, text)`` of each ``#>``."""
    for comment in found:
        if not comment.text.startswith("#>"):
            continue
        match = POINT.match(comment.text)
        if not match or not WRITER.fullmatch(match.group(2)):
            repair = "write '#> parent | text', '#> child ! text' or '#>[macos] …'"
            raise EvidenceError("this is no point", path, comment.line, repair)
        platform, writer, mark, text = match.groups()
        yield comment.line, platform or "", writer, mark, text or ""
