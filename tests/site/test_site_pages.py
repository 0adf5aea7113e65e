"""What pages ask for, and what they get."""

from __future__ import annotations

import pytest
from evidence.core.model import Block, Line
from evidence.site.cards import SHAPES, inline
from evidence.site.directives import read_numbers
from evidence.site.transcripts import LANES
from small_records import record
from small_site import Site
from test_site_build import lines, panel

PAGE = """
# Page

```{{observed}} {}
```
"""


def page(site: Site, asked: str) -> None:
    """A page with one directive."""
    site.write("docs/page.md", PAGE.format(asked))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("first/frok.py", "unknown example 'first/frok.py'; nearest: first/fork.py"),
        ("first/fork.py\n:block: 9", "first/fork.py has no block 9, it has 3"),
        ("first/fork.py\n:lines: 7", "first/fork.py has no line 7, it has 2 lines"),
        (
            "first/fork.py\n:platform: linus",
            "unknown platform 'linus'; nearest: linux",
        ),
        ("first/fork.py\n:block: two", ":block: two is not of the form 1,3 or 2-4"),
    ],
)
def test_what_does_not_exist_is_an_error_at_each_build(
    site: Site, asked: str, said: str
) -> None:
    page(site, asked)
    for _ in range(2):
        built = site.build()
        assert built.status == 1
        assert f"page.md:3: ERROR: {said}" in built.output
        assert said in built.page("page").get_text()
        assert built.page("gallery/first/fork").select(".transcript")


def test_chosen_blocks_and_lines_keep_their_numbers(site: Site) -> None:
    record(site)
    page(site, "first/fork.py\n:block: 3\n:code:")
    built = site.build("-W")
    shown = panel(built.page("page"))
    assert [a["data-n"] for a in shown.select("a.at")] == ["2"]
    assert shown.select_one(".where")
    assert shown.select_one(".end")
    code = built.page("page").select_one(".highlight")
    assert code.get_text().strip() == 'print("done")'


def test_ids_are_unique_where_a_transcript_stands_twice(site: Site) -> None:
    site.write("docs/page.md", "# P\n" + 2 * "\n```{observed} first/fork.py\n```\n")
    ids = [each["id"] for each in site.build("-W").page("page").select("[id]")]
    assert "o-first-fork-linux-1" in ids
    assert len(ids) == len(set(ids))


def test_where_it_comes_from_stands_once_on_the_examples_page(site: Site) -> None:
    record(site)
    shown = site.build("-W").page("gallery/first/fork")
    first, second = shown.select(".tab-content")
    assert first.select_one(".where")
    assert not second.select_one(".where")
    assert not first.select_one(".end")
    assert second.select_one(".end")
    assert len(shown.select('.gap[data-status="missing"]')) == 1


def test_platforms_that_nobody_recorded_share_a_line(site: Site) -> None:
    page(site, "first/fork.py")
    record(site)
    record(site, platform="windows-wine", unsupported="os.fork")
    shown = site.build("-W").page("page")
    missing = shown.select_one('.tab-set > .gap[data-status="missing"]')
    assert missing.get_text() == (
        "Not captured yet: macOS. make records captures it there: send the record."
    )
    assert missing.a["href"] == "contributing.html#send-a-record"
    wine = panel(shown, "windows-wine")
    assert wine["data-status"] == "unsupported"
    assert "Asked for os.fork; this Python has none." in wine.get_text()
    assert [label["data-status"] for label in shown.select(".tab-label")] == [
        "verified",
        "unsupported",
    ]


def test_real_windows_stands_before_wine(site: Site) -> None:
    page(site, "first/fork.py")
    for platform in ("windows-wine", "windows", "linux"):
        record(site, platform=platform)
    shown = site.build("-W").page("page")
    panels = shown.select(".tab-set [data-platform]")
    order = list(dict.fromkeys(each["data-platform"] for each in panels))
    assert order == ["linux", "windows", "windows-wine"]


def test_lines_that_differ_from_linux_say_so(site: Site) -> None:
    page(site, "first/fork.py")
    record(site)
    other = (
        Block(2, (Line("nobody", "I am a child"),)),
        Block(3, (Line("nobody", "done"),)),
    )
    record(site, platform="macos", blocks=other)
    mac = panel(site.build("-W").page("page"), "macos")
    differing = mac.select("li[data-differs]")
    assert [li.code.get_text() for li in differing] == ["I am a child"]
    assert differing[0].select_one(".instead").get_text() == "≠ Linux: I am the parent"
    assert differing[0].select_one(".who").get_text() == "unnamed"
    assert "1 of 2 lines differ from Linux" in mac.select_one(".end").get_text()
    label = mac.find_previous_sibling("label")
    assert label.has_attr("data-differs")
    assert label.get_text() == "macOS, seen, differs from Linux"


def test_what_is_long_is_folded_after_twelve_lines(site: Site) -> None:
    site.example(
        "first/long.py", '"""\nT\n=\n\nA.\n"""\nfor n in range(17):\n    print(n)\n'
    )
    shown = panel(site.build("-W").page("gallery/first/long"))
    assert len(lines(shown)) == 17
    assert shown.select_one("details.more summary").get_text() == "5 more lines"
    assert shown.select_one("details.more ol")["start"] == "13"


def test_lanes_hold_over_the_record_and_end_at_five(site: Site) -> None:
    writers = ("child", "child-2", "child-3", "child-4", "child-12")
    told = tuple(Line(writer, "done") for writer in writers)
    record(site, blocks=(Block(2, told[:1]), Block(3, told)))
    shown = site.build("-D", "evidence_run=0").page("gallery/first/fork")
    lists = shown.select("ol.transcript")
    assert [each["data-lanes"] for each in lists] == ["5", "5"]
    assert len(SHAPES) == LANES


def test_what_a_machine_wrote_is_never_markup(site: Site) -> None:
    site.example(
        "first/hostile.py",
        '"""\nT\n=\n\nA.\n"""\n'
        'print("<script>alert(1)</script> **b** |x|_ \\x1b[1m \\u202e &amp;")\n'
        'import os\nos.write(1, b"\\xff\\n")\n',
    )
    shown = panel(site.build("-W").page("gallery/first/hostile"))
    assert not shown.select("script, strong b, a:not(.at)")
    assert [text for _, text in lines(shown)] == [
        "<script>alert(1)</script> **b** |x|_ \\x1b[1m \\u202e &amp;",
        "\\xff",
    ]


def test_cards_stand_in_the_place_of_thumbnails(site: Site) -> None:
    record(site)
    built = site.build("-W")
    for name, address in (
        ("gallery/index", "first/fork.html"),
        ("gallery/first/index", "fork.html"),
    ):
        shown = built.page(name)
        (card,) = shown.select("ul.cards > li.card.first")
        assert card.a.get_text() == "Does the child speak?"
        assert card.a["href"] == address
        assert card.p.get_text() == "It does, and is seen to."
        assert card.select_one("svg.fd-thumb")["aria-hidden"] == "true"
        statuses = [each["data-status"] for each in card.select(".platforms > span")]
        assert statuses == ["verified", "missing", "missing"]
        assert "sphx-glr-thumb" not in str(shown)


def test_cards_name_platforms_shortly_and_in_order(site: Site) -> None:
    record(site)
    record(site, platform="windows-wine", unsupported="os.fork")
    path = site.root / "examples/records/windows-wine/platform.toml"
    long = path.read_text().replace("Windows (Wine)", "Windows 10 as Wine plays it")
    path.write_text(long)
    card = site.build("-D", "evidence_run=0").page("gallery/index").select_one(".card")
    names = [each.get_text() for each in card.select(".platforms > span")]
    assert names == [
        " Linux: seen",
        " Windows (Wine): not possible there",
        " macOS: not captured yet",
    ]


def test_each_cell_of_the_matrix_leads_to_its_proof(site: Site) -> None:
    site.example(
        "first/ways.py",
        '"""\nT\n=\n\nA.\n"""\n'
        'print("os.fork | flag off | open")\nprint("os.fork | flag on | open")\n'
        'print("subprocess | flag on | closed")\n',
    )
    site.write("docs/page.md", "# P\n\n```{matrix} first/ways.py\n```\n")
    built = site.build("-W")
    table = built.page("page").select_one("table.matrix")
    cells = {a.get_text(): a["href"] for a in table.select("td a")}
    assert cells["closed"] == "gallery/first/ways.html#o-first-ways-linux-3"
    assert built.page("gallery/first/ways").select_one("#o-first-ways-linux-3")
    assert table.select_one('[data-is="unknown"]').get_text() == "not run"
    frame = table.find_parent(class_="tab-set")
    assert "Not captured yet: Windows, macOS." in frame.select_one(".gap").get_text()
    legend = frame.find_next_sibling("p", class_="legend")
    said = [mark["data-is"] for mark in legend.select(".mark")]
    assert said == ["open", "closed"]


def test_only_cells_of_both_platforms_can_differ(site: Site) -> None:
    head = '"""\nWhich?\n======\n\nAll.\n"""\n'
    windows = "# requires: msvcrt\nprint('what it prints is of no account')\n"
    site.example("ways/here.py", head + 'print("a | flag on | open")\n')
    site.example("ways/there.py", head + windows)
    site.write("docs/page.md", "# P\n\n```{matrix}\n```\n")
    for said in ("b | flag on | closed", "a | flag on | closed"):
        blocks = (Block(1, (Line("parent", said),)),)
        record(site, "ways/there.py", "windows-wine", blocks)
        tabs = site.build("-W").page("page").select(".tab-label")
        differ = [tab.has_attr("data-differs") for tab in tabs]
        assert differ == [False, said.startswith("a")]


def test_the_rules_are_a_table(site: Site) -> None:
    site.write("docs/page.md", "# P\n\n```{rules}\n```\n")
    first = site.build("-W").page("page").select_one("table.rules tbody tr")
    assert first.select_one("code").get_text() == "tmpdir"


def test_cards_and_matrix_take_whole_sections(site: Site) -> None:
    head = '"""\nWhich?\n======\n\nAll.\n"""\n'
    cards = "\n```{cards}\nways/\nfirst/fork.py\n```\n"
    site.example("ways/one.py", head + 'print("a | flag on | open")\n')
    site.write("docs/page.md", "# P\n\n```{matrix}\n```\n" + cards)
    shown = site.build("-W").page("page")
    assert [a.get_text() for a in shown.select(".card a")] == [
        "Which?",
        "Does the child speak?",
    ]
    assert shown.select_one("table.matrix a.mark").get_text() == "open"
    site.example("ways/two.py", head + 'print("b | flag on | closed")\n')
    shown = site.build("-W").page("page")
    assert [th.get_text() for th in shown.select(".matrix tbody th")] == ["a", "b"]


def test_links_hold_in_folders_too(site: Site) -> None:
    record(site)
    site.write("docs/page.md", "# P\n\n```{observed} first/fork.py\n```\n")
    built = site.build("-W", builder="dirhtml")
    links = built.page("page/index").select(".tab-set a:not(.at)")
    assert links
    for link in links:
        target = built.folder / "page" / link["href"].partition("#")[0]
        assert target.exists(), link["href"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("", ()), ("2", (2,)), ("1,3", (1, 3)), ("2-4, 9", (2, 3, 4, 9))],
)
def test_numbers_are_read(text: str, numbers: tuple[int, ...]) -> None:
    assert read_numbers(text) == numbers


@pytest.mark.parametrize("text", ["0", "a", "4-2", "-1", "1,,x"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_numbers(text)


def test_titles_keep_their_literals_and_lose_their_links() -> None:
    text = "Does :func:`os.fork` ask ``<the flag>`` of `PEP 446 <https://x>`__?"
    assert str(inline(text)) == (
        "Does <code>os.fork</code> ask <code>&lt;the flag&gt;</code> of PEP 446?"
    )
