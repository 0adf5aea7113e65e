"""A runner for the tests of one module."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import pytest
from evidence.capture.runner import Runner
from evidence.capture.testimony import Limits
from stage import Stage


@pytest.fixture(scope="module")
def stage(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """With a temporary folder of its own, so that what is left in it is seen.

    A module that is not about limits sets generous ``LIMITS``: a busy machine must
    not turn it red.
    """
    limits = getattr(request.module, "LIMITS", Limits())
    temporary = tmp_path_factory.mktemp("runs")
    with pytest.MonkeyPatch.context() as patch, Runner(jobs=2, limits=limits) as runner:
        patch.setattr(tempfile, "tempdir", str(temporary))
        yield Stage(runner, temporary)
