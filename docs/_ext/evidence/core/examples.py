"""Scripts of the gallery: found, split into blocks, read. Runs nothing."""

from __future__ import annotations

import ast
import hashlib
import re
from pathlib import Path

from .front_matter import Comment, comments, entries, points
from .model import EvidenceError, Example, Expectation, NoPage, SourceBlock

STREAMS = {"|": "stdout", "!": "stderr"}


def example_paths(folder: Path) -> tuple[Path, ...]:
    """All scripts in the sections of ``examples/``, by name."""
    return tuple(sorted(p for p in folder.glob("*/*.py") if p.parent.name != "records"))


def find_examples(folder: Path) -> tuple[Example, ...]:
    """All examples, by name; EvidenceError for the first that cannot be read."""
    return tuple(read_example(path, folder) for path in example_paths(folder))


def read_example(path: Path, folder: Path) -> Example:
    """Read one script; EvidenceError names file, line and repair.

    A script with a SyntaxError is an example all the same: its run shows the error.
    """
    source = read_source(path)
    docstring, blocks = split(path, source)
    found = comments(source)
    said = list(entries(found, path))
    title, answer = heading(docstring, path)
    return Example(
        name=path.relative_to(folder).as_posix(),
        path=path,
        digest=digest(source, found, blocks, said),
        title=title,
        answer=answer,
        blocks=blocks,
        expectations=tuple(expectations(found, blocks, path)),
        requires=tuple(value for word, value, _ in said if word == "requires"),
        exits=next((value for word, value, _ in said if word == "exits"), "0"),
    )


def read_source(path: Path) -> str:
    """The text of a script, with newlines as Python sees them."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = f"this cannot be read: {error}"
        raise NoPage(what, path, repair="save it as UTF-8") from None


def split(path: Path, source: str) -> tuple[str, tuple[SourceBlock, ...]]:
    """Docstring and code blocks; the only door to sphinx-gallery's parser."""
    from sphinx.errors import ExtensionError
    from sphinx_gallery.py_source_parser import split_code_and_text_blocks

    try:
        _, parts = split_code_and_text_blocks(str(path))
    except ExtensionError:
        repair = "begin it with a question, underlined with =, and an answer"
        raise NoPage("the script has no docstring", path, 1, repair) from None
    code = [part for part in parts if part.type == "code" and has_code(part.content)]
    blocks = tuple(
        SourceBlock(number, part.lineno, part.content)
        for number, part in enumerate(code, 1)
    )
    check_boundaries(path, source, blocks)
    return parts[0].content, blocks


def has_code(text: str) -> bool:
    """More than comments and blank lines?"""
    return bool(re.search(r"^\s*[^#\s]", text, re.MULTILINE))


def check_boundaries(path: Path, source: str, blocks: tuple[SourceBlock, ...]) -> None:
    """A block that begins inside a statement could not be marked: EvidenceError."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return
    for block in blocks:
        for statement in body:
            if statement.lineno < block.first_line <= (statement.end_lineno or 0):
                what = "a block begins here, inside a statement"
                repair = (
                    f"move '# %%' before line {statement.lineno} or after the statement"
                )
                raise EvidenceError(what, path, block.first_line, repair)


def heading(docstring: str, path: Path) -> tuple[str, str]:
    """Title and first paragraph, each in one line, as reStructuredText."""
    match = re.match(r"\s*(.+)\n=+\s*\n+((?:.+\n?)*)", docstring)
    if match:
        return match.group(1).strip(), " ".join(match.group(2).split())
    if "SyntaxError" in docstring:
        return path.stem, "This script cannot be read by Python."
    repair = "put a question there, underlined with =, and an answer"
    raise NoPage("the docstring has no title and answer", path, 1, repair)


def expectations(
    found: tuple[Comment, ...], blocks: tuple[SourceBlock, ...], path: Path
) -> list[Expectation]:
    """The points of the author, each with the block it stands in."""
    told = []
    for line, platform, writer, mark, text in points(found, path):
        if not any(
            b.first_line <= line < b.first_line + b.code.count("\n") for b in blocks
        ):
            repair = "put it beside the call, after the blank line that ends the text"
            raise EvidenceError("this point stands in the prose", path, line, repair)
        block = max((b.number for b in blocks if b.first_line <= line), default=1)
        told.append(Expectation(line, block, writer, text, STREAMS[mark], platform))
    return told


def digest(
    source: str,
    found: tuple[Comment, ...],
    blocks: tuple[SourceBlock, ...],
    said: list[tuple[str, str, int]],
) -> str:
    """Of all that can change what is written: the code, its blocks, its front matter.

    Comments, prose, blank lines and space at line ends are left out, so that a typo
    mended in them does not make a record stale that nobody here can take again.
    Comments are found by the positions of their tokens; neither tokens nor trees are
    hashed, as those differ from one Python to the next.
    """
    lines = source.split("\n")
    for comment in found:
        lines[comment.line - 1] = lines[comment.line - 1][: comment.column]
    starts = {block.first_line for block in blocks}
    end = docstring_end(source)
    kept = []
    for number, line in enumerate(lines, 1):
        kept += ["%%"] if number in starts else []
        kept += [line.rstrip()] if number > end and line.strip() else []
    kept += [f"{word}: {value}" for word, value, _ in said]
    text = "\n".join(kept)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def docstring_end(source: str) -> int:
    """The last line of the docstring, or 0."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return 0
    return body[0].end_lineno or 0 if body else 0
