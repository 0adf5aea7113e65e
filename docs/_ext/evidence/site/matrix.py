"""The landing table: way to start a child, flag off or on, open or closed.

It is read from transcripts, from lines of the form ``os.system | flag on | open``,
and each cell leads to the line that proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils import nodes
from markupsafe import Markup

from ..core.model import Status
from .html import element, lines
from .library import ORDER, Library
from .page import Page
from .tabs import frame
from .transcripts import line_id
from .views import number, view

PROOF = re.compile(r"(?P<way>.+?) +\| flag (?P<flag>off|on) +\| (?P<state>.+)")
HEAD = (("off", "as Python opens it"), ("on", "after set_inheritable"))
MARKS = {"open": "open", "closed": "closed"}
SURPRISES = {("off", "open"): "flag not asked", ("on", "closed"): "not enough"}
"""Said beside a cell where the flag alone would mislead."""


@dataclass(frozen=True)
class Proof:
    """One line of a transcript that fills one cell."""

    way: str
    flag: str
    state: str
    target: str
    """The example's page and the id of the line on it."""


def proofs(library: Library, names: Iterable[str], platform: str) -> Iterator[Proof]:
    """All cells that one platform's transcripts fill, in their order."""
    for name in names:
        told = view(library, platform, name).first
        for seen in number(told.transcript) if told else ():
            if match := PROOF.fullmatch(seen.line.text):
                target = f"{name}#{line_id(name, platform, str(seen.number))}"
                way, flag, state = match.group("way", "flag", "state")
                yield Proof(way, flag, state, target)


def rows(found: Iterable[Proof]) -> dict[str, dict[str, Proof]]:
    """way: flag: proof."""
    table: dict[str, dict[str, Proof]] = {}
    for proof in found:
        table.setdefault(proof.way, {})[proof.flag] = proof
    return table


def matrix_html(library: Library, names: list[str], page: Page) -> Markup:
    """A tab for each platform that ran one of the examples."""
    tabs = []
    for platform in platforms(library, names):
        table = rows(proofs(library, names, platform))
        if table:
            known = library.platform(platform)
            where = element("p", element("span", known.where()), class_="where")
            inside = lines(where, table_html(table, page))
            tabs.append((known, worst(library, names, platform), inside))
    return frame(tabs, 0, page, label="The matrix on") if tabs else Markup("")


def platforms(library: Library, names: list[str]) -> list[str]:
    """Names, in page order."""
    seen = {platform for name in names for platform in library.seen_on(name)}
    return sorted(seen, key=lambda name: (*ORDER, name).index(name))


def worst(library: Library, names: list[str], platform: str) -> Status:
    """Verified, unless one of the examples is not."""
    statuses = [library.status(platform, name) for name in names]
    silent = (Status.VERIFIED, Status.UNSUPPORTED, Status.MISSING)
    return next((each for each in statuses if each not in silent), Status.VERIFIED)


def table_html(table: dict[str, dict[str, Proof]], page: Page) -> Markup:
    """One row for each way."""
    columns = [
        element("th", f"flag {flag}", element("small", note), scope="col")
        for flag, note in HEAD
    ]
    first = element("th", "Way to start a child", scope="col")
    head = element("thead", element("tr", first, *columns))
    body = [
        element(
            "tr",
            element("th", element("code", way), scope="row"),
            *(cell_html(cells.get(flag), page) for flag, _ in HEAD),
        )
        for way, cells in table.items()
    ]
    return element("table", head, element("tbody", lines(*body)), class_="matrix")


def cell_html(proof: Proof | None, page: Page) -> Markup:
    """A word that leads to its proof."""
    if proof is None:
        return element(
            "td", element("span", "not run", class_="mark", data_is="unknown")
        )
    word = element(
        "a",
        proof.state,
        class_="mark",
        data_is=MARKS.get(proof.state, "differs"),
        href=page.link(proof.target),
    )
    surprise = SURPRISES.get((proof.flag, proof.state), "")
    return element("td", word, element("small", surprise) if surprise else "")


def matrix_plain(library: Library, names: list[str]) -> list[nodes.Node]:
    """A list, for builders other than HTML."""
    found: list[nodes.Node] = []
    for platform in platforms(library, names):
        items = [
            nodes.list_item(
                "", nodes.paragraph(text=f"{p.way}, flag {p.flag}: {p.state}")
            )
            for p in proofs(library, names, platform)
        ]
        found += [nodes.paragraph(text=library.platform(platform).label)]
        found += [nodes.bullet_list("", *items)]
    return found
