"""Pictures of descriptors: what their text says is what is drawn, and read aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from evidence.site.diagram_places import GAP, HEAD, PILL, ROW, THING, TOP, WIDTH, place
from evidence.site.diagram_text import DiagramError, Stage, read_stages
from evidence.site.diagrams import diagram_html
from small_site import Site

PIPE = """
-- after the start --
parent
  3      off -> reading
  4      closed
child bystander
  0 1 2  on
  4      on "forgotten" -> writing
reading = read end of pipe letters
writing = write end of pipe letters
"""
FILES = """
-- many --
parent
  3 off -> a
  4 off -> b
  5 off -> c
child
  3 unknown
  4 off -> b
a = offset 0 of file one
b = offset 7 of file two
c = listening of socket port
"""
ALONE = """
-- alone --
parent
  3 off -> r
  4 off -> w
r = read end of pipe p
w = write end of pipe p
"""


def read(text: str) -> Stage:
    """The only stage."""
    (stage,) = read_stages(text.strip().splitlines())
    return stage


def drawn(text: str) -> Tag:
    """The figure of one diagram."""
    html = diagram_html(read_stages(text.strip().splitlines()), "fd-test")
    figure = BeautifulSoup(html, "html.parser").figure
    assert figure
    return figure


def test_each_slot_has_the_shape_of_its_flag() -> None:
    figure = drawn(PIPE)
    slots = figure.select(".fd-stages .fd-slot")
    flags = [slot["class"][1] for slot in slots]
    assert flags == ["is-off", "is-closed", "is-on", "is-on"]
    assert [bool(slot.select(".fd-bar")) for slot in slots] == [True, *[False] * 3]
    assert [slot.find("path") is not None for slot in slots] == [
        *[False] * 2,
        True,
        True,
    ]


def test_wires_lead_from_slots_to_what_stands_behind() -> None:
    figure = drawn(PIPE)
    wires = figure.select("svg > .fd-wire")
    assert len(wires) == 2
    ends = [float(str(wire["d"]).split()[-1]) for wire in wires]
    pills = {
        pill.get_text(): float(str(pill.rect["y"])) + PILL / 2
        for pill in figure.select(".fd-stages .fd-open")
    }
    assert ends == [pills["read end"], pills["write end"]]


def test_the_one_to_look_at_has_a_word_and_a_colour() -> None:
    figure = drawn(PIPE)
    (culprit,) = figure.select("g.is-culprit")
    assert culprit.select_one(".fd-w").get_text() == "forgotten"
    assert len(figure.select(".fd-wire.is-culprit")) == 1


def test_the_description_says_what_is_drawn() -> None:
    figure = drawn(PIPE)
    svg = figure.svg
    assert svg["role"] == "img"
    assert svg["aria-labelledby"] == f"{svg.title['id']} {svg.desc['id']}"
    assert svg.title["id"].startswith("fd-test-1")
    assert svg.title.get_text() == "after the start"
    assert svg.desc.get_text() == (
        "parent has 3 close-on-exec, to the pipe letters, read end; 4 closed. "
        "child bystander has 0 1 2 inheritable; "
        "4 inheritable (forgotten), to the pipe letters, write end."
    )


def test_the_key_names_only_shapes_that_occur() -> None:
    words = [
        key.get_text().split(":")[0].strip() for key in drawn(FILES).select(".key")
    ]
    assert words == ["barred", "dotted", "open file description"]


@pytest.mark.parametrize("text", [PIPE, FILES, ALONE])
def test_nothing_overlaps_or_leaves_the_picture(text: str) -> None:
    places = place(read(text))
    groups = [(group.top, group.top + group.height) for group in places.groups]
    assert all(low < top for (_, low), (top, _) in pairwise(groups))
    assert min(top for top, _ in groups) >= TOP
    assert max(low for _, low in groups) <= places.height
    for group in places.groups:
        tops = [group.opening(key) for key in group.keys]
        assert tops[0] + PILL < group.thing()
        assert all(group.thing() + THING < top for top in tops[1:])
    svg = drawn(text).svg
    assert svg["viewbox"] == f"0 0 {WIDTH} {places.height}"


def test_the_picture_is_no_higher_than_it_must_be() -> None:
    stage = read(FILES)
    places = place(stage)
    processes = places.boxes[-1] + HEAD + ROW * len(stage.processes[-1].slots) + 2
    right = TOP + sum(group.height + GAP for group in places.groups) - GAP
    assert places.height <= max(processes, right) + 2


def test_no_style_stands_in_the_picture() -> None:
    assert not drawn(PIPE).select("[style], style, script")


def test_words_are_escaped() -> None:
    text = PIPE.replace("forgotten", "<b>&amp").replace("letters", "<i>")
    figure = drawn(text)
    assert not figure.select("b, i")
    assert "<b>&amp" in figure.get_text()


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("parent\n  3 on", "a stage begins with its title", 0),
        ("", "the diagram is empty", 0),
        ("-- a --\nparnet", "cannot read 'parnet'", 1),
        ("-- a --\nparent\n  3 perhaps", "cannot read '3 perhaps'", 2),
        ("-- a --\nparent\n  3 on -> x", "'x' in 'a' stands nowhere", 0),
        ("-- a --\nparent\nx = it of file f", "'x' in 'a' has no descriptor", 0),
        ("-- a --\nparent\n  3 on\nx = it of disk f", "cannot read 'x = it", 3),
        (
            "-- a --\nparent\n  3 on -> x\n  4 on -> y\n  5 on -> z\n"
            "x = a of file f\ny = b of file f\nz = c of file f",
            "file f in 'a' has more than two openings",
            0,
        ),
    ],
)
def test_what_cannot_be_drawn_is_said(text: str, said: str, line: int) -> None:
    with pytest.raises(DiagramError, match="^" + said.split("'")[0]) as caught:
        read_stages(text.splitlines())
    assert said in str(caught.value)
    assert caught.value.line == line


def test_a_page_shows_the_picture_and_other_builders_its_words(site: Site) -> None:
    site.write("docs/page.md", f"# Page\n\n```{{diagram}} pipe\n{PIPE.strip()}\n```\n")
    built = site.build()
    assert built.status == 0, built.output
    figure = built.page("page").select_one("figure#fd-pipe")
    assert figure.select_one("svg title").get_text() == "after the start"
    text = (site.build(builder="text").folder / "page.txt").read_text("utf-8")
    assert "after the start: parent has 3 close-on-exec, to the pipe" in text


def test_a_mistake_is_an_error_with_its_line_at_each_build(site: Site) -> None:
    text = PIPE.strip().replace("closed", "clsoed")
    site.write("docs/page.md", f"# Page\n\n```{{diagram}} pipe\n{text}\n```\n")
    for _ in range(2):
        built = site.build()
        assert built.status == 1
        assert (
            "page.md:7: ERROR: in a diagram, cannot read '4      clsoed'"
            in built.output
        )
        assert "No picture" in built.page("page").get_text()
