"""Claims on pages: where they stand, what they open, what breaks them."""

from __future__ import annotations

import json

import pytest
from evidence.core.model import Block, Line
from small_records import record
from small_site import Site

CLAIM = """
---
orphan: true
---

# Page

```{{claim}} child-speaks
The *child* speaks in its own `name`.

{}
```
"""
GOOD = "-- first/fork.py, block 2 --\nchild  | I am the parent"


def claim(site: Site, evidence: str, more: str = "") -> None:
    """A page with one claim, in a site with a record."""
    site.write("docs/page.md", CLAIM.format(evidence) + more)
    record(site)


def test_a_claim_carries_its_evidence(site: Site) -> None:
    claim(site, GOOD)
    record(site, platform="windows-wine", unsupported="os.fork")
    page = site.build("-W").page("page")
    sentence = page.select_one("#claim-child-speaks")
    assert sentence.get_text() == "The child speaks in its own name. "
    button = sentence.select_one(".claim-end > button.tally")
    assert [cell["data-status"] for cell in button.select("i.cell")] == [
        "verified",
        "unsupported",
        "missing",
    ]
    assert button["aria-label"] == (
        "Evidence. Linux: seen. Windows (Wine): not possible there. "
        "macOS: not captured yet"
    )
    pop = page.select_one(f"aside#{button['popovertarget']}")
    assert [li.code.get_text() for li in pop.select("li")] == ["I am the parent"]
    link = pop.select_one(".end a")["href"]
    assert link == "gallery/first/fork.html#o-first-fork-linux-1"
    assert "style" not in str(page.select("article [style]"))


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("", "no evidence: add"),
        ("-- first/fork.py --", "no line says what first/fork.py shows for it"),
        (
            "-- first/frok.py --\nchild | x",
            "unknown example 'first/frok.py'; nearest: first/fork.py",
        ),
        ("-- first/fork.py, block 9 --\nchild | x", "has no block 9, it has 3"),
        ("-- first/fork.py, linus --\nchild | x", "unknown platform 'linus'"),
        (
            "-- first/fork.py, block 3 --\nchild | I am the parent",
            "does not show 'child | I am the parent' in block 3; nearest: parent |",
        ),
        (
            "-- first/fork.py, macos --\nchild | x",
            "nobody has recorded first/fork.py on macos",
        ),
        ("-- first/fork.py --\nI am the parent", "this is no line of a transcript"),
    ],
)
def test_a_claim_without_living_evidence_turns_the_build_red(
    site: Site, evidence: str, said: str
) -> None:
    claim(site, evidence)
    for _ in range(2):
        built = site.build()
        assert built.status == 1
        assert "page.md:7: ERROR: claim 'child-speaks': " in built.output
        assert said in built.output, built.output
        assert built.page("gallery/first/fork").select(".transcript")


def test_a_record_that_changes_breaks_the_claim_on_it(site: Site) -> None:
    claim(site, GOOD)
    assert site.build("-W").status == 0
    path = site.root / "examples/records/linux/first/fork.txt"
    path.write_text(path.read_text().replace("the parent", "the paremt"))
    built = site.build("-D", "evidence_run=0")
    assert built.status == 1
    assert "claim 'child-speaks': records/linux/first/fork.txt" in built.output
    cell = built.page("page").select_one("#claim-child-speaks i.cell")
    assert cell["data-status"] == "failed"


def test_a_record_that_is_broken_is_one_error_not_one_for_each_claim(
    site: Site,
) -> None:
    claim(site, GOOD)
    linux = site.root / "examples/records/linux"
    record, platform = linux / "first/fork.txt", linux / "platform.toml"
    whole = record.read_text()
    record.write_text(whole.replace("exit: 0", "exist: 0"))
    assert "claim 'child-speaks'" not in site.build().output
    record.unlink()
    said = "no platform has a transcript of first/fork.py; `make records`"
    assert said in site.build().output
    record.write_text(whole)
    platform.write_text("bogus")
    built = site.build()
    assert built.status == 1
    assert "platform.toml" in built.output
    assert "claim 'child-speaks'" not in built.output


def test_a_script_that_changes_makes_the_claim_on_it_stale(site: Site) -> None:
    claim(site, GOOD)
    path = site.root / "examples/first/fork.py"
    path.write_text(path.read_text().replace("done", "ready"))
    built = site.build()
    assert built.status == 1
    assert "records/linux/first/fork.txt is out of date" in built.output


def test_every_platform_with_a_transcript_must_show_it(site: Site) -> None:
    claim(site, GOOD)
    other = (Block(2, (Line("nobody", "I am the parent"),)),)
    record(site, platform="macos", blocks=other)
    assert site.build("-W").status == 0
    other = (Block(2, (Line("nobody", "I am a child"),)),)
    record(site, platform="macos", blocks=other)
    assert "records/macos/first/fork.txt does not show" in site.build().output
    claim(site, GOOD.replace("block 2", "block 2, linux"))
    cells = site.build("-W").page("page").select("#claim-child-speaks i.cell")
    assert [cell["data-status"] for cell in cells] == [
        "verified",
        "unclaimed",
        "unclaimed",
    ]


def test_claims_that_follow_one_another_are_one_paragraph(site: Site) -> None:
    second = CLAIM.format(GOOD).replace("child-speaks", "again").partition("# Page")[2]
    claim(site, GOOD, second + "\nText between.\n" + second.replace("again", "third"))
    page = site.build("-W").page("page")
    groups = [len(p.select(".claim")) for p in page.select("p") if p.select(".claim")]
    assert groups == [2, 1]


def test_an_id_stands_once_and_a_name_must_exist(site: Site) -> None:
    claim(site, GOOD, "\nSee {claim}`child-speak`.\n")
    site.write("docs/other.md", CLAIM.format(GOOD))
    built = site.build()
    assert built.status == 1
    assert "this id stands on other already" in built.output
    assert "unknown claim 'child-speak'; nearest: child-speaks" in built.output


def test_a_reference_leads_to_the_claim_and_shows_how_it_stands(site: Site) -> None:
    claim(site, GOOD)
    site.write("docs/other.md", "# Other\n\nSee {claim}`child-speaks`.\n")
    link = site.build("-W").page("other").select_one("a.claim-reference")
    assert link["href"] == "page.html#claim-child-speaks"
    assert link.select_one("[role=img]")["aria-label"].startswith("Linux: seen.")


def test_a_judged_statement_is_a_row(site: Site) -> None:
    judged = "```{claim} child-speaks\n:verdict: false\n:says: The `child` is mute.\n"
    claim(site, GOOD)
    path = site.root / "docs/page.md"
    path.write_text(path.read_text().replace("```{claim} child-speaks\n", judged))
    row = site.build("-W").page("page").select_one("table.verdicts tbody tr")
    assert [td.get_text().strip() for td in row.select("td")] == [
        "The child is mute.",
        "false",
        "The child speaks in its own name.",
    ]
    path.write_text(path.read_text().replace("verdict: false", "verdict: wrong"))
    assert ":verdict: is one of true, incomplete" in site.build().output


def test_the_word_of_others_is_shown_as_such(site: Site) -> None:
    claim(site, '-- https://example.org/manual --\n"It is so."')
    page = site.build("-W").page("page")
    assert page.select_one("button.tally").get_text() == "quoted"
    assert page.select_one("aside.pop blockquote").get_text() == '"It is so."'


def test_all_claims_are_listed_and_kept_for_machines(site: Site) -> None:
    claim(site, GOOD)
    site.write("docs/claims.md", "# Claims\n\n```{claims}\n```\n")
    built = site.build("-W")
    row = built.page("claims").select("table.claims tbody tr")[1]
    assert row.a["href"] == "page.html#claim-child-speaks"
    (told,) = json.loads(built.files()["claims.json"])["claims"]
    assert told["page"] == "page.html#claim-child-speaks"
    assert told["evidence"] == [
        {"source": "first/fork.py", "block": 2, "shows": ["child | I am the parent"]}
    ]
    assert told["platforms"]["linux"] == "verified"
    claim(site, GOOD, CLAIM.format(GOOD).replace("child-speaks", "second"))
    again = site.build("-W")
    assert len(again.page("claims").select("table.claims tbody tr")) == 3


@pytest.mark.parametrize("builder", ["text", "man", "epub"])
def test_claims_are_sentences_elsewhere(site: Site, builder: str) -> None:
    claim(site, GOOD, "\n```{claims}\n```\n")
    built = site.build(builder=builder)
    assert built.status == 0, built.output
    if builder == "text":
        assert 'in its own "name"' in (built.folder / "page.txt").read_text()
