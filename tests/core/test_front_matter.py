"""What a script says of itself in comments, and what is no such thing."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.core.front_matter import Comment, comments, entries, points
from evidence.core.model import EvidenceError

PATH = Path("examples/section/name.py")


def said(source: str) -> list[tuple[str, str, int]]:
    """All entries of a script."""
    return list(entries(comments(source), PATH))


def told(source: str) -> list[tuple[int, str, str, str, str]]:
    """All points of a script."""
    return list(points(comments(source), PATH))


def test_entries_at_the_margin() -> None:
    source = "# requires: os.fork\n# exits: SIGKILL\n#exits: 3\nx = 1\n"
    assert said(source) == [
        ("requires", "os.fork", 1),
        ("exits", "SIGKILL", 2),
        ("exits", "3", 3),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "# Note: the child reads.\n",
        "# The exits: none\n",
        "if 1:\n    # requires: os.fork\n    pass\n",
        "x = 1  # requires: os.fork\n",
        "x = '''\n# requires: os.fork\n'''\n",
    ],
)
def test_other_comments_are_comments(source: str) -> None:
    assert said(source) == []


@pytest.mark.parametrize("word", ["require", "Requires", "exit", "reqires", "EXITS"])
def test_a_word_that_nearly_is_one_is_an_error(word: str) -> None:
    with pytest.raises(EvidenceError) as error:
        said(f"x = 1\n# {word}: 3\n")
    assert str(error.value).startswith(f"{PATH}:2: unknown word {word!r}; write '# ")


@pytest.mark.parametrize("entry", ["exits: three", "exits:", "requires:", "exits: -9"])
def test_a_value_that_cannot_be_one_is_an_error(entry: str) -> None:
    with pytest.raises(EvidenceError, match=r"name\.py:1: this is no value for"):
        said(f"# {entry}\n")


def test_points_name_writer_stream_and_platform() -> None:
    source = (
        "f()  #> child | read b'launch code'\n"
        "if 1:\n"
        "    #> child-2 ! OSError: # is no comment here\n"
        "    pass\n"
        "#>[windows-wine] nobody |\n"
    )
    assert told(source) == [
        (1, "", "child", "|", "read b'launch code'"),
        (3, "", "child-2", "!", "OSError: # is no comment here"),
        (5, "windows-wine", "nobody", "|", ""),
    ]


@pytest.mark.parametrize(
    "point",
    ["#> chlid | x", "#> child: x", "#>", "#> child-1 | x", "#>[Linux] parent | x"],
)
def test_what_only_looks_like_a_point_is_an_error(point: str) -> None:
    with pytest.raises(EvidenceError) as error:
        told(f"x = 1\n{point}\n")
    assert str(error.value).startswith(f"{PATH}:2: this is no point; write '#> ")


def test_a_string_holds_no_point() -> None:
    assert told("x = '#> parent | x'\n") == []


def test_a_script_that_python_cannot_read_still_speaks() -> None:
    broken = "# requires: os.fork\nprint('x'\n"
    assert comments(broken) == (Comment(1, 0, "# requires: os.fork"),)
    assert said(broken) == [("requires", "os.fork", 1)]
