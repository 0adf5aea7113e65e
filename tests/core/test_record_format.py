"""The text of a record: what is written reads back, what is broken is said."""

from __future__ import annotations

import pytest
from evidence.core.model import Block, EvidenceError, Line, Record, Transcript
from evidence.core.record_format import format_record
from evidence.core.record_reader import parse_record
from evidence.core.text import HIDDEN
from hypothesis import given
from hypothesis import strategies as some

WRITERS = some.sampled_from(("parent", "child", "child-2", "child-10", "nobody"))
BYTES = some.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)  # PEP 383
CHARACTERS = some.one_of(some.characters(exclude_categories=("Cs",)), BYTES)
TEXTS = some.text(CHARACTERS.filter(lambda c: c != "\n"))
LINES = some.builds(
    Line, WRITERS, TEXTS, some.sampled_from(("stdout", "stderr")), some.booleans()
)
COUNTS = some.tuples(some.sampled_from(("tmpdir", "pid")), some.integers(1, 99))


@some.composite
def transcripts(draw: some.DrawFn) -> Transcript:
    """Any that a run can leave."""
    numbers = sorted(draw(some.sets(some.integers(1, 40), max_size=4)))
    lines = some.lists(LINES, min_size=1, max_size=4).map(tuple)
    blocks = tuple(Block(number, draw(lines)) for number in numbers)
    counts = tuple(draw(some.lists(COUNTS, max_size=2, unique_by=lambda c: c[0])))
    exit_name = draw(some.sampled_from(("0", "3", "255", "SIGKILL")))
    return Transcript("SCM_CREDENTIALS", exit_name, blocks, counts)


@given(transcripts())
def test_any_transcript_reads_back(transcript: Transcript) -> None:
    record = Record("section/name.py", "sha256:0123456789abcdef", transcript)
    text = format_record(record)
    assert parse_record(text, "here") == record
    assert format_record(parse_record(text, "here")) == text


@given(transcripts())
def test_its_text_is_fit_for_review(transcript: Transcript) -> None:
    text = format_record(Record("a/b.py", "sha256:0123456789abcdef", transcript))
    text.encode()  # whatever was written, the record is UTF-8
    lines = text.removesuffix("\n").split("\n")
    assert lines == text.splitlines()  # nothing else breaks a line
    assert lines == [line.rstrip(" \t") for line in lines]
    assert not HIDDEN.search(text.replace("\n", ""))


WHOLE = r"""example: section/name.py
source: sha256:0123456789abcdef
attested-by: SCM_CREDENTIALS
normalized: tmpdir*1, pid*2
exit: 0

-- block 1 --
parent  | begins in <tmp>
child-2 ! no newline\

-- block 3 --
parent  |

-- end --
"""
UNSUPPORTED = """example: section/name.py
source: sha256:0123456789abcdef
unsupported: os.fork

-- end --
"""


def test_a_record_as_people_review_it() -> None:
    first = (
        Line("parent", "begins in <tmp>"),
        Line("child-2", "no newline", "stderr", False),
    )
    blocks = Block(1, first), Block(3, (Line("parent", ""),))
    counts = ("tmpdir", 1), ("pid", 2)
    seen = Transcript("SCM_CREDENTIALS", "0", blocks, counts)
    record = Record("section/name.py", "sha256:0123456789abcdef", seen)
    assert format_record(record) == WHOLE
    assert parse_record(WHOLE, "here") == record


def test_what_a_platform_refused_reads_back() -> None:
    record = Record("section/name.py", "sha256:0123456789abcdef", None, "os.fork")
    assert format_record(record) == UNSUPPORTED
    assert parse_record(UNSUPPORTED, "here") == record


def test_cut_off_anywhere_it_is_broken() -> None:
    for text in (WHOLE, UNSUPPORTED):
        for length in range(len(text)):
            with pytest.raises(EvidenceError) as error:
                parse_record(text[:length], "some.txt")
            assert error.value.line <= text.count("\n") + 1
            assert "make records" in str(error.value)


BROKEN = {
    "duplicated key": ("exit: 0\n", "exit: 0\nexit: 0\n", 6, "stands here twice"),
    "unknown key": ("exit: 0", "exist: 0", 5, "unknown header line"),
    "no colon": ("exit: 0", "exit 0", 5, "unknown header line"),
    "other order": ("exit: 0\n", "", 5, "attested-by, normalized, exit in"),
    "key of the other kind": ("exit: 0", "exit: 0\nunsupported: os.fork", 7, "header"),
    "short digest": ("def\n", "de\n", 2, "no value for 'source'"),
    "exit in words": ("exit: 0", "exit: well", 5, "no value for 'exit'"),
    "count of nothing": ("pid*2", "pid*0", 4, "no value for 'normalized'"),
    "unknown writer": ("parent  | begins", "mother  | begins", 8, "no line of a"),
    "child-1": ("child-2", "child-1", 9, "no line of a transcript"),
    "unknown mark": ("parent  | begins", "parent  ; begins", 8, "no line of a"),
    "glued text": ("parent  | begins", "parent  |begins", 8, "no line of a transcript"),
    "odd escape": ("<tmp>", r"\q", 8, "a backslash that is no escape"),
    "empty block": ("-- block 3 --\nparent  |\n", "-- block 3 --\n", 12, "empty block"),
    "block twice": ("-- block 3", "-- block 1", 11, "block 1 after block 1"),
    "blocks out of order": ("-- block 1", "-- block 4", 11, "block 3 after block 4"),
    "block zero": ("-- block 1", "-- block 0", 7, "neither a block nor"),
    "text between": ("-- block 3", "x\n-- block 3", 11, "neither a block nor"),
    "tail": ("-- end --\n", "-- end --\nmore\n", 15, "something follows"),
    "no last newline": ("-- end --\n", "-- end --", 15, "something follows"),
    "old end of lines": ("exit: 0\n", "exit: 0\r\n", 5, "no value for 'exit'"),
}


@pytest.mark.parametrize(("old", "new", "line", "what"), BROKEN.values(), ids=BROKEN)
def test_broken_by_hand(old: str, new: str, line: int, what: str) -> None:
    assert old in WHOLE
    with pytest.raises(EvidenceError) as error:
        parse_record(WHOLE.replace(old, new, 1), "records/linux/some.txt")
    assert error.value.line == line, error.value
    said = str(error.value)
    assert said.startswith(f"records/linux/some.txt:{line}: ")
    assert what in said
    assert said.endswith("make records`")
    assert "\n" not in said


def test_what_was_refused_has_no_blocks() -> None:
    text = UNSUPPORTED.replace("-- end", "-- block 1 --\nparent | x\n\n-- end")
    with pytest.raises(EvidenceError, match="has no blocks"):
        parse_record(text, "here")
