"""The fixture of the small sites."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import CONF, FORK, INDEX, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with one example, in a path with a space."""
    made = Site(tmp_path / "small site")
    made.write("conf.py", CONF)
    made.write("docs/index.md", INDEX)
    made.write(
        "docs/contributing.md", "# Contributing\n\n(send-a-record)=\n## Send one\n"
    )
    made.write("examples/GALLERY_HEADER.rst", "Examples\n========\n")
    made.example("first/fork.py", FORK)
    return made
