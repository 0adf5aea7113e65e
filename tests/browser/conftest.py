"""Chromium, driven by Playwright, on a small site and on the real one.

Where one of them is missing these tests are skipped, but not in the gate: there
EVIDENCE_REQUIRE_BROWSER=1 makes the same reason a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from panels_site import panels_site
from serving import Served, serving
from small_site import Site

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOME = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if HOME in item.path.parents:
            item.add_marker("browser")


def missing() -> str:
    """What a browser test lacks here, and how to get it; "" where nothing."""
    if not all(map(find_spec, ("playwright", "axe_playwright_python"))):
        return "playwright is not installed: sh .ci/venv browser"
    if not any(map(shutil.which, NAMES)):
        return "Chromium is not installed: apt-get install chromium"
    return ""


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """One headless browser for all tests."""
    if reason := missing():
        if os.environ.get("EVIDENCE_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def small(
    chromium: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Panels of two platforms, a fold, claims; with all that readers get."""
    site = panels_site(Site(tmp_path_factory.mktemp("small")))
    built = site.build("-W", "--keep-going", "-D", "evidence_run=0")
    assert built.status == 0, built.output
    with serving(built.folder) as served:
        yield served


@pytest.fixture
def opened(chromium: object, small: Served) -> Iterator[Callable[..., object]]:
    """``opened("page.html", width=390)``: settings are Playwright's."""
    contexts = []

    def go(address: str, width: int = 1280, **settings: object) -> object:
        viewport = {"width": width, "height": 800}
        settings.setdefault("reduced_motion", "reduce")
        contexts.append(chromium.new_context(viewport=viewport, **settings))
        page = contexts[-1].new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.goto(small.base + address)
        return page

    yield go
    for context in contexts:
        context.close()
