"""The fixtures of the small suites."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_suite import SCRIPTS, Suite


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    """Three examples that nobody has recorded, in a path with a space."""
    made = Suite(tmp_path / "a clone")
    for name, code in SCRIPTS.items():
        made.write(name, code)
    return made


@pytest.fixture
def recorded(suite: Suite) -> Suite:
    """The same, recorded here."""
    ran = suite.pytest("--update-records")
    assert ran.status == 0, ran.output
    return suite
