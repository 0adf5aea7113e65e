"""The table of statuses: the record first, what was seen here second."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from evidence.core.model import (
    Block,
    Example,
    Failure,
    Line,
    Record,
    Run,
    Status,
    Transcript,
)
from evidence.core.records import judge

NAME, NOW, BEFORE = "section/name.py", "sha256:" + "1" * 16, "sha256:" + "0" * 16
EXAMPLE = Example(NAME, Path(NAME), NOW, "Why?", "So.", ())
SEEN = Transcript("SCM_CREDENTIALS", "0", (Block(1, (Line("parent", "hello"),)),))
OTHER = replace(SEEN, blocks=(Block(1, (Line("child", "hello"),)),))
FAILED = Run(NAME, NOW, SEEN, failure=Failure("ended with exit status 3, not 0"))


def record(seen: Transcript | None, source: str = NOW) -> Record:
    """What the platform is recorded to have shown; None: it refused."""
    return Record(NAME, source, seen, "" if seen else "os.fork")


def run(seen: Transcript | None) -> Run:
    """What this machine showed."""
    return Run(NAME, NOW, seen, "" if seen else "os.fork")


TABLE = [
    # record, run, status
    (record(SEEN), run(SEEN), Status.VERIFIED),
    (record(SEEN), None, Status.VERIFIED),
    (record(SEEN), run(OTHER), Status.CHANGED),
    (record(SEEN), run(replace(SEEN, exit="1")), Status.CHANGED),
    (record(SEEN), run(replace(SEEN, attested_by="nobody")), Status.CHANGED),
    (record(SEEN), run(None), Status.CHANGED),
    (record(None), run(SEEN), Status.CHANGED),
    (record(SEEN, BEFORE), run(SEEN), Status.STALE),
    (record(SEEN, BEFORE), None, Status.STALE),
    (record(None, BEFORE), None, Status.STALE),
    (None, run(SEEN), Status.LIVE),
    (None, run(None), Status.UNSUPPORTED),
    (record(None), run(None), Status.UNSUPPORTED),
    (record(None), None, Status.UNSUPPORTED),
    (None, None, Status.MISSING),
    (None, FAILED, Status.FAILED),
    (record(SEEN), FAILED, Status.FAILED),
    (record(SEEN, BEFORE), FAILED, Status.FAILED),
]


@pytest.mark.parametrize(("kept", "seen", "status"), TABLE)
def test_the_table(kept: Record | None, seen: Run | None, status: Status) -> None:
    assert judge(EXAMPLE, kept, seen) is status


def test_every_status_stands_in_the_table() -> None:
    assert {status for _, _, status in TABLE} == set(Status)
