"""Each status has its panel; without a build, from values made by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from evidence.core.model import (
    Block,
    Example,
    Failure,
    Line,
    Platform,
    Record,
    Run,
    SourceBlock,
    Status,
    Transcript,
)
from evidence.site.library import Library
from evidence.site.nodes import Request
from evidence.site.notes import ended
from evidence.site.panels import SAID, Page
from evidence.site.tabs import request_html

NAME = "first/fork.py"
CODE = tuple(SourceBlock(n, n, "x") for n in (1, 2))
EXAMPLE = Example(NAME, Path(NAME), "sha256:new", "Question?", "Answer.", CODE)
LINUX = Platform("linux", "Linux", {"system": "Linux 6.1", "python": "CPython 3.13.0"})
HERE = Platform("linux", "Linux", {"system": "Linux 6.9", "python": "CPython 3.11.7"})


def told(*texts: str, status: str = "0") -> Transcript:
    """A transcript of one block."""
    return Transcript(
        "SCM_CREDENTIALS", status, (Block(1, tuple(Line("parent", t) for t in texts)),)
    )


RECORD = Record(NAME, "sha256:new", told("one", "two"))
RUN = Run(NAME, "sha256:new", told("one", "two"), command="python x.py")
FAILED = replace(
    RUN, transcript=told("one", status="3"), failure=Failure("ended with 3, not 0", 1)
)


def shown(record: Record | None, run: Run | None, **options: object) -> Tag:
    """The frame that stands on a page."""
    library = Library(Path(), {NAME: EXAMPLE}, {"linux": LINUX})
    if record:
        library.records["linux", NAME] = record
    if run:
        library.runs[NAME], library.here = run, HERE
    ids: Counter[str] = Counter()

    def unique(wanted: str) -> str:
        ids[wanted] += 1
        return f"{wanted}.{ids[wanted]}"

    page = Page(
        unique, lambda name: name, lambda anchor: f"c.html#{anchor}", "{}#{}".format
    )
    request = Request(NAME, **options)  # type: ignore[arg-type]
    return BeautifulSoup(request_html(library, request, page), "html.parser")


CASES = [
    (Status.VERIFIED, RECORD, RUN, ["one", "two"], None),
    (Status.VERIFIED, RECORD, None, ["one", "two"], None),
    (
        Status.CHANGED,
        RECORD,
        replace(RUN, transcript=told("one", "2")),
        ["one", "two", "one", "2"],
        "This build saw something else (Linux 6.9, CPython 3.11.7).",
    ),
    (
        Status.CHANGED,
        RECORD,
        replace(RUN, transcript=None, unsupported="os.fork"),
        ["one", "two"],
        "Only one of record and build found os.fork.",
    ),
    (
        Status.CHANGED,
        replace(RECORD, transcript=None, unsupported="os.fork"),
        RUN,
        ["one", "two"],
        "Only one of record and build found os.fork.",
    ),
    (
        Status.CHANGED,
        RECORD,
        replace(RUN, transcript=replace(told("one", "two"), normalized=(("pid", 1),))),
        ["one", "two"],
        "This build differs from the head of the record alone.",
    ),
    (
        Status.STALE,
        replace(RECORD, source="sha256:old"),
        replace(RUN, transcript=told("1", "two")),
        ["1", "two", "one", "two"],
        "The script has changed since. The record below belongs",
    ),
    (
        Status.STALE,
        replace(RECORD, source="sha256:old"),
        None,
        ["one", "two"],
        "The script has changed since. What stands here belongs",
    ),
    (
        Status.STALE,
        replace(RECORD, source="sha256:old"),
        RUN,
        ["one", "two"],
        "The script has changed since. The record says the same here;",
    ),
    (Status.LIVE, None, RUN, ["one", "two"], "Seen by this build only."),
    (
        Status.UNSUPPORTED,
        replace(RECORD, transcript=None, unsupported="os.fork"),
        None,
        [],
        "Not possible there. Asked for os.fork; this Python has none.",
    ),
    (
        Status.FAILED,
        RECORD,
        FAILED,
        ["one"],
        "The run of this build failed: ended with 3, not 0. python x.py shows it",
    ),
    (
        Status.FAILED,
        None,
        replace(FAILED, transcript=None),
        [],
        "Nothing was printed before.",
    ),
]


@pytest.mark.parametrize(("status", "record", "run", "texts", "note"), CASES)
def test_a_panel_says_how_it_stands(
    status: Status,
    record: Record | None,
    run: Run | None,
    texts: list[str],
    note: str | None,
) -> None:
    frame = shown(record, run)
    (panel,) = frame.select(".tab-content")
    assert panel["data-status"] == status.value
    assert [li.code.get_text() for li in panel.select("li")] == texts
    notes = " ".join(p.get_text() for p in panel.select(".banner, .gap"))
    assert (note or "") in notes
    assert bool(note) == bool(notes)
    label = frame.select_one(".tab-label")
    assert label.get_text() == f"Linux, {SAID[status]}"


def test_every_status_is_drawn_or_shares_the_line_below() -> None:
    drawn = {status for status, *_ in CASES}
    assert drawn == set(Status) - {Status.MISSING}
    below = shown(RECORD, None).select_one('.tab-set > [data-status="missing"]')
    assert "Not captured yet: Windows, macOS." in below.get_text()


def test_a_platform_that_is_asked_for_and_missing_says_so() -> None:
    (panel,) = shown(RECORD, None, platform="macos").select(".tab-content")
    assert panel["data-status"] == "missing"
    assert "Nobody has run this on macOS" in panel.get_text()


def test_a_failure_has_its_place_under_the_block_where_it_happened() -> None:
    silent = replace(FAILED, transcript=None, failure=Failure("hung", block=2))
    assert not shown(None, silent, part=True, blocks=(1,)).select(".tab-set")
    assert "hung" in shown(None, silent, part=True, blocks=(2,)).get_text()


def test_blocks_that_only_an_outdated_record_has_do_not_hide_the_end() -> None:
    old = Transcript(
        "SCM_CREDENTIALS",
        "0",
        (*told("one").blocks, Block(7, (Line("parent", "gone"),))),
    )
    stale = replace(RECORD, source="sha256:old", transcript=old)
    frame = shown(stale, None, part=True, blocks=(1,))
    assert "exit 0" in frame.select_one(".end").get_text()
    assert frame.select('[data-status="missing"]')


def test_another_exit_status_is_said() -> None:
    run = replace(RUN, transcript=told("one", "two", status="SIGKILL"))
    frame = shown(RECORD, run)
    assert frame.select_one(".end span").get_text() == "exit 0"
    assert "This build ended otherwise: ended by SIGKILL." in frame.get_text()
    assert ended("3") == "exit 3"


def test_lanes_align_both_transcripts() -> None:
    children = Block(1, (Line("parent", "one"), Line("child-3", "two")))
    run = replace(RUN, transcript=Transcript("SCM_CREDENTIALS", "0", (children,)))
    lanes = {ol["data-lanes"] for ol in shown(RECORD, run).select("ol.transcript")}
    assert lanes == {"4"}
