"""A panel as people use it: by keyboard, by link, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Open = Callable[..., object]
WINE = '.tab-content[data-platform="windows-wine"]'
LINE = "#o-first-long-windows-wine-20"


def shown(page: object, selector: str) -> list[bool]:
    """Which of the elements are drawn."""
    return [each.is_visible() for each in page.query_selector_all(selector)]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_keyboard_chooses_each_platform(opened: Open, scripts: bool) -> None:
    page = opened("plain.html", java_script_enabled=scripts)
    page.locator(".tab-set input").first.focus()
    assert shown(page, WINE) == [False, False]
    page.keyboard.press("ArrowRight")
    assert shown(page, WINE)[0]
    page.keyboard.press("ArrowLeft")
    assert not shown(page, WINE)[0]


def test_a_chosen_platform_is_chosen_on_every_panel(opened: Open) -> None:
    page = opened("plain.html")
    page.locator(".tab-label").nth(3).click()
    assert shown(page, WINE) == [True, True]
    page.locator(".tab-label").nth(0).click()
    assert shown(page, WINE) == [False, False]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_line_opens_its_tab_and_fold(opened: Open, scripts: bool) -> None:
    page = opened("plain.html" + LINE, java_script_enabled=scripts)
    page.wait_for_timeout(200)
    line = page.locator(LINE)
    assert line.is_visible()
    top = line.bounding_box()["y"]
    assert 0 <= top < 800
    # A style sheet shows the panel; only a script can choose its tab.
    tab = page.get_by_role("radio", name="Windows (Wine)").nth(1)
    assert tab.is_checked() == scripts


def test_writers_and_differences_are_text(opened: Open) -> None:
    page = opened("plain.html")
    page.locator(".tab-label").nth(1).click()
    text = page.locator(WINE).first.inner_text()
    assert page.locator(f"{WINE} .who").all_inner_texts()[:2] == ["child", "parent"]
    assert "≠ Linux: done" in text
    assert "1 of 2 lines differ from Linux" in text


@pytest.mark.parametrize("scripts", [True, False])
def test_a_claim_shows_what_it_stands_on(opened: Open, scripts: bool) -> None:
    page = opened("plain.html", java_script_enabled=scripts)
    box = page.locator("aside.pop")
    assert not box.is_visible()
    page.locator("button.tally").focus()
    page.keyboard.press("Enter")
    assert box.is_visible()
    assert "I am the parent" in box.inner_text()
    page.keyboard.press("Escape")
    assert not box.is_visible()


def test_evidence_of_a_mark_at_the_edge_is_not_squeezed(opened: Open) -> None:
    page = opened("plain.html")
    at_edge = "document.querySelector('p:has(.claim)').style.cssText = {!r}"
    page.evaluate(at_edge.format("text-align: right; max-width: none"))
    page.locator("button.tally").click()
    box = page.locator("aside.pop").bounding_box()
    assert box["width"] >= 380
    assert box["x"] + box["width"] <= 1280


def test_paper_shows_every_panel_fold_and_claim(opened: Open) -> None:
    page = opened("plain.html", width=718)
    page.emulate_media(media="print")
    assert all(shown(page, ".tab-content, .tab-set li, .tab-label, .pop"))
    # The sentence and its evidence bear the same number.
    written = "([q, w]) => getComputedStyle(document.querySelector(q), w).content"
    assert "counter(claim)" in page.evaluate(written, [".claim-end", "::after"])
    assert "counter(pop)" in page.evaluate(written, ["aside.pop", "::before"])
    assert "I am the parent" in page.locator("aside.pop").inner_text()
    wide = (
        "[...document.querySelectorAll('pre')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert max(page.evaluate(wide)) <= 1


def test_without_scripts_nothing_is_lost(opened: Open) -> None:
    text = "document.querySelector('article').innerText.length"
    whole = opened("plain.html").evaluate(text)
    page = opened("plain.html", java_script_enabled=False)
    assert len(page.locator("article").inner_text()) >= 0.98 * whole


def test_what_scrolls_has_a_tab_stop(opened: Open) -> None:
    page = opened("plain.html", width=390)
    page.wait_for_timeout(100)
    stops = "[...document.querySelectorAll('pre')].map(e => e.tabIndex)"
    assert page.evaluate(stops) == [0]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_timeout(100)
    assert page.evaluate(stops) == [-1]


def test_a_narrow_menu_opens_closes_and_lets_go(opened: Open) -> None:
    page = opened("plain.html", width=390)
    menu = page.locator("#site-menu")
    assert not menu.is_visible()
    page.locator("[popovertarget=site-menu]").focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    page.locator("[popovertarget=page-menu] >> visible=true").click()
    page.locator("#page-menu a[href='#claims']").click()
    assert not page.locator("#page-menu").is_visible()


def test_nothing_that_has_the_focus_is_under_the_header(opened: Open) -> None:
    page = opened("plain.html", width=390)
    header = page.locator(".mobile-header").bounding_box()["height"]
    tops = """[...document.querySelectorAll("article :is(a, button)")]
        .map((each) => {
            scrollBy(0, each.getBoundingClientRect().top - 10);
            each.focus();
            const { top } = each.getBoundingClientRect();
            return document.activeElement === each ? top : innerHeight;
        })"""
    assert min(page.evaluate(tops)) >= header


def test_one_kind_of_examples_can_be_chosen(opened: Open) -> None:
    page = opened("gallery/index.html")
    assert shown(page, "section.kind") == [True, True]
    page.locator("#kind-0").focus()
    page.keyboard.press("ArrowRight")
    assert shown(page, "section.kind") == [True, False]
