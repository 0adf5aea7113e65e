"""Every kind of page: no finding of axe, no other host, a policy that holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_modes import MODES, violations
from serving import Served

PAGES = ("plain.html", "gallery/first/fork.html", "gallery/index.html", "search.html")
Open = Callable[..., object]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(opened: Open, address: str, mode: str) -> None:
    assert violations(opened(address, **MODES[mode])) == []


def test_axe_would_find_something(opened: Open) -> None:
    page = opened("plain.html")
    page.evaluate("document.querySelector('article').append(new Image())")
    assert any("image-alt" in each for each in violations(page))


@pytest.mark.parametrize("address", PAGES)
def test_nothing_leaves_this_host_or_breaks_the_policy(
    opened: Open, small: Served, address: str
) -> None:
    page = opened(address)
    page.wait_for_load_state("networkidle")
    assert len(page.asked) > 5
    assert [url for url in page.asked if not url.startswith(small.base)] == []
    assert page.said == []


def test_the_policy_forbids_what_is_not_ours(opened: Open) -> None:
    page = opened("plain.html")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert any("Content Security Policy" in said for said in page.said)
