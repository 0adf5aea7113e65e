"""The choice of a section in the gallery's index."""

from __future__ import annotations

from dressed_site import ROOT
from evidence.site.kinds import MOST
from small_site import FORK, Site

STYLES = (ROOT / "docs/_static/site.css").read_text("utf-8")


def test_each_section_can_be_chosen(site: Site) -> None:
    site.example("second/other.py", FORK)
    shown = site.build("-D", "evidence_run=0").page("gallery/index")
    labels = [each.get_text() for each in shown.select(".filter label")]
    inputs = [each["id"] for each in shown.select(".filter input")]
    assert labels == ["all", "first", "second"]
    assert inputs == ["kind-0", "kind-1", "kind-2"]
    for place, name in ((1, "first"), (2, "second")):
        (section,) = shown.select(f"section.kind-{place}")
        assert section.select_one(".card")["class"] == ["card", name]


def test_one_section_offers_no_choice(site: Site) -> None:
    built = site.build("-D", "evidence_run=0")
    for name in ("gallery/index", "gallery/first/index"):
        assert not built.page(name).select(".filter")


def test_the_style_sheet_has_a_rule_for_each_that_is_offered() -> None:
    rule = "article:has(#kind-{0}:checked) .kind:not(.kind-{0})"
    missing = [n for n in range(1, MOST + 1) if rule.format(n) not in STYLES]
    assert not missing
    sections = list((ROOT / "examples").glob("*/GALLERY_HEADER.rst"))
    assert len(sections) <= MOST, "more sections than rules in site.css"
