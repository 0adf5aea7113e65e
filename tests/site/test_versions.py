"""Tables of versions: runs joined, gaps told, rows that exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.core.result import Group, Result
from evidence.core.results import probe_files, read_results
from evidence.site.versions.rows import Row, runs
from small_site import Site
from test_site_build import record

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGE = """
# Page

```{versions} born
# Files
open: `open()`
memfd: `memfd_create()`
```
"""


def result(platform: str, version: str, **values: str) -> Result:
    """What one Python says of the group born."""
    facts = {"system": "S", "libc": "l", "python": f"CPython {version}"}
    return Result(platform, facts, {"born": Group("", values)})


def joined(*said: tuple[str, str, str]) -> list[tuple[str, str, int]]:
    """(value, where, columns) of the runs of one row."""
    pairs = ((result(platform, version), value) for platform, version, value in said)
    return [(run.value, run.where, len(run.columns)) for run in runs(pairs)]


def test_equal_neighbours_are_one_run() -> None:
    assert joined(
        ("linux", "3.6.1", "no"),
        ("linux", "3.10.1", "no"),
        ("linux", "3.11.1", "yes"),
    ) == [("no", "Linux 3.6 to 3.10", 2), ("yes", "Linux 3.11", 1)]


def test_a_run_ends_with_its_platform() -> None:
    assert joined(("linux", "3.13.1", "no"), ("windows-wine", "3.13.1", "no")) == [
        ("no", "Linux 3.13", 1),
        ("no", "Windows (Wine) 3.13", 1),
    ]


def test_a_gap_splits_a_run_and_is_never_no() -> None:
    assert joined(
        ("linux", "3.6.1", "no"), ("linux", "3.7.1", ""), ("linux", "3.8.1", "no")
    ) == [
        ("no", "Linux 3.6", 1),
        ("not looked at", "Linux 3.7", 1),
        ("no", "Linux 3.8", 1),
    ]


def test_what_is_not_possible_tells_why() -> None:
    (run,) = runs([(result("linux", "3.6.1"), "unsupported: no os.eventfd")])
    assert (run.value, run.shape, run.reason) == ("n/a", "none", "no os.eventfd")


@pytest.fixture
def tabled(site: Site) -> Site:
    """A small site with a table of two Pythons; 3.7 was not asked for memfd."""
    site.write("docs/reference/probes/probing.py", "")
    site.write("docs/reference/probes/born.py", "print('open | no')\n")
    site.write("docs/page.md", PAGE)
    keep(site, "3.6.15", open="no", memfd="unsupported: no <memfd>")
    keep(site, "3.7.1", open="no")
    return site


def keep(site: Site, version: str, platform: str = "linux", **values: str) -> None:
    """Write what one Python said."""
    results = read_results(site.root / "docs" / "reference")
    said = result(platform, version)
    said.groups["born"] = Group(results.digests["born"], values)
    results.write(said)


def test_a_page_shows_runs_and_leads_to_them(tabled: Site) -> None:
    record(tabled)
    built = tabled.build("-W")
    page = built.page("page")
    opened, memfd = (page.find(id=f"born-{name}") for name in ("open", "memfd"))
    assert [(td["colspan"], td.get_text()) for td in opened.select("td")] == [
        ("2", "no, Linux 3.6 to 3.7")
    ]
    assert [td.get_text() for td in memfd.select("td")] == [
        "n/a, Linux 3.6: no <memfd>",
        "not looked at, Linux 3.7",
    ]
    assert memfd.select_one('[data-is="unknown"]')
    assert "Not looked at: Windows, macOS." in page.get_text()
    for link in page.select("thead a, .legend a"):
        assert (built.folder / link["href"]).exists(), link


def test_a_new_result_is_shown_by_the_next_build(tabled: Site) -> None:
    record(tabled)
    tabled.build("-W")
    keep(tabled, "3.8.1", open="yes", memfd="no")
    page = tabled.build("-W").page("page")
    assert [td.get_text() for td in page.find(id="born-open").select("td")] == [
        "no, Linux 3.6 to 3.7",
        "yes, Linux 3.8",
    ]


def test_a_changed_probe_is_a_warning_and_a_gap(tabled: Site) -> None:
    record(tabled)
    tabled.build("-W")
    tabled.write("docs/reference/probes/born.py", "print('open | yes')\n")
    built = tabled.build()
    assert (
        "reference/results/linux-cpython-3.6.txt: the probes have changed"
        in built.output
    )
    texts = [td.get_text() for td in built.page("page").select("td[colspan]")]
    assert texts == ["not looked at, Linux 3.6 to 3.7"] * 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "open: `",
            "opn: `",
            "no Python said anything of born/opn; nearest: born/open",
        ),
        ("{versions} born", "{versions} bron", "no file of probes probes/bron.py"),
        ("open: `open()`", "open", "write 'word: what it says', not 'open'"),
    ],
)
def test_a_row_of_nothing_is_an_error_at_each_build(
    tabled: Site, old: str, new: str, said: str
) -> None:
    tabled.write("docs/page.md", PAGE.replace(old, new))
    for _ in range(2):
        built = tabled.build()
        assert built.status == 1
        assert said in built.output


def test_a_broken_result_is_an_error_with_its_line(tabled: Site) -> None:
    path = tabled.root / "docs/reference/results/linux-cpython-3.6.txt"
    path.write_text(path.read_text().replace("open | no", "open no"))
    built = tabled.build()
    assert built.status == 1
    assert "linux-cpython-3.6.txt:7: this belongs to nothing" in built.output
    assert "make matrix" in built.output


def test_a_claim_may_stand_on_a_table(tabled: Site) -> None:
    claim = "\n```{{claim}} born\nIt is.\n\n-- reference/born/open, {} --\n{}\n```\n"
    record(tabled)
    tabled.write("docs/page.md", PAGE + claim.format("CPython 3.7", "no"))
    built = tabled.build()
    assert built.status == 0, built.output
    pop = built.page("page").select_one("aside.pop")
    assert "born/open: no" in pop.get_text()
    assert pop.select_one("a")["href"].endswith("#born-open")
    for where, value, said in (
        ("CPython 3.7", "yes", "born/open says 'no' under CPython 3.7, not 'yes'"),
        ("CPython 3.9", "no", "no results of 'CPython 3.9'"),
    ):
        tabled.write("docs/page.md", PAGE + claim.format(where, value))
        built = tabled.build()
        assert built.status == 1
        assert said in built.output


def test_every_behaviour_that_was_kept_has_a_row() -> None:
    pages = [path.read_text() for path in REFERENCE.glob("*.md")]
    results = read_results(REFERENCE)
    for group in probe_files(REFERENCE):
        known = results.behaviours(group)
        assert known
        for behaviour in known:
            row = f"\n{behaviour.partition('/')[2]}: "
            assert any(f"{{versions}} {group}" in p and row in p for p in pages), (
                behaviour
            )


def test_an_anchor_is_made_of_words() -> None:
    assert Row("born/os.pipe2-0", "").anchor == "born-os-pipe2-0"


@pytest.mark.parametrize(
    ("more", "drawn"),
    [
        ("", {"emscripten": "verified"}),
        (
            "\n\n-- reference/born/open, CPython 3.7 --\nno",
            {
                "linux": "verified",
                "windows": "unclaimed",
                "macos": "unclaimed",
                "emscripten": "verified",
            },
        ),
    ],
)
def test_a_platform_beside_the_three_is_named_in_the_mark(
    tabled: Site, more: str, drawn: dict[str, str]
) -> None:
    keep(tabled, "3.14.1", "emscripten", open="no")
    evidence = f"-- reference/born/open, CPython 3.14 on emscripten --\nno{more}"
    tabled.write(
        "docs/page.md", f"{PAGE}\n```{{claim}} open\nIt is off.\n\n{evidence}\n```\n"
    )
    mark = tabled.build().page("page").select_one("#claim-open button")
    cells = mark.select("i.cell")
    assert {each["data-platform"]: each["data-status"] for each in cells} == drawn
    assert mark.get_text() == "Wasm (Pyodide)"
    assert "Wasm (Pyodide): seen" in mark["aria-label"]
