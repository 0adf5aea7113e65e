"""How a difference is told, and when a point is met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evidence.core.differences import difference, unmet
from evidence.core.model import Block, Example, Expectation, Line, Transcript

SEEN = Transcript(
    "SCM_CREDENTIALS",
    "0",
    (
        Block(1, (Line("parent", "begins"),)),
        Block(2, (Line("child", "launch code", "stderr"), Line("parent", "ends"))),
    ),
)


def changed(line: Line) -> Transcript:
    """The same, with another last line."""
    first, second = SEEN.blocks
    return replace(SEEN, blocks=(first, Block(2, (second.lines[0], line))))


def test_nothing_differs_from_itself() -> None:
    assert difference(SEEN, SEEN) == ()


def test_it_is_told_line_by_line() -> None:
    assert difference(SEEN, changed(Line("parent", "stops"))) == (
        "  attested-by: SCM_CREDENTIALS",
        "  -- block 1 --",
        "  parent | begins",
        "  -- block 2 --",
        "  child ! launch code",
        "- parent | ends",
        "+ parent | stops",
        "  exit: 0",
    )


def test_whatever_a_record_keeps_is_told() -> None:
    last = Line("parent", "ends")
    others = {
        "writer": changed(replace(last, writer="child")),
        "stream": changed(replace(last, stream="stderr")),
        "newline": changed(replace(last, newline=False)),
        "exit": replace(SEEN, exit="3"),
        "witness": replace(SEEN, attested_by="nobody"),
        "normalized": replace(SEEN, normalized=(("pid", 1),)),
        "block": replace(
            SEEN, blocks=(SEEN.blocks[0], replace(SEEN.blocks[1], number=3))
        ),
    }
    for name, other in others.items():
        told = difference(SEEN, other)
        assert {line[:2] for line in told} >= {"+ "}, name


def test_a_hidden_character_is_seen() -> None:
    told = difference(SEEN, changed(Line("parent", "ends\x1b[0m")))
    assert r"+ parent | ends\x1b[0m" in told


def point(
    block: int, writer: str, text: str, stream: str = "stdout", platform: str = ""
):
    """A point at line 9."""
    return Expectation(9, block, writer, text, stream, platform)


def example(*points: Expectation) -> Example:
    """A script that insists on something."""
    name = "section/name.py"
    return Example(name, Path(name), "sha256:", "Why?", "So.", (), points)


def test_a_point_is_met_in_its_block_by_its_writer_on_its_stream() -> None:
    met = point(2, "child", "launch code", "stderr")
    others = (
        point(1, "child", "launch code", "stderr"),
        point(2, "parent", "launch code", "stderr"),
        point(2, "child", "launch code", "stdout"),
        point(2, "child", "launch", "stderr"),
        point(7, "child", "launch code", "stderr"),
    )
    assert unmet(example(met, *others), SEEN, "linux") == others


def test_a_point_of_another_platform_waits_for_it() -> None:
    there = point(2, "child", "something", platform="windows")
    assert unmet(example(there), SEEN, "linux") == ()
    assert unmet(example(there), SEEN, "windows") == (there,)
