"""The landing table: way to start a child, flag off or on, open or closed.

Each cell leads to the line of a transcript that proves it.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from markupsafe import Markup

from .html import element, lines
from .library import Library
from .page import Page
from .platforms import LABELS
from .tabs import Tab, frame, missing
from .ways import Proof, Table, platforms, proofs, rows, states, worst

HEAD = (("off", "as Python opens it"), ("on", "after set_inheritable"))
MEANS = {"open": "the child can use it", "closed": "it cannot"}
SURPRISES = {("off", "open"): "flag not asked", ("on", "closed"): "not enough"}
"""Said beside a cell where the flag alone would mislead."""


def matrix_html(library: Library, names: list[str], page: Page) -> Markup:
    """A tab for each platform that ran one of the examples, and what the words mean."""
    tables = {
        platform: rows(proofs(library, names, platform))
        for platform in platforms(library, names)
    }
    tabs = [
        tab(library, names, platform, table, tables.get("linux", {}), page)
        for platform, table in tables.items()
        if table
    ]
    if not tabs:
        return Markup("")
    nowhere = set.intersection(*(set(library.missing_on(name)) for name in names))
    gap = missing([label for label in LABELS.values() if label in nowhere], page)
    framed = frame(tabs, 0, page, gap, label="The matrix on")
    return lines(framed, legend(tables.values()))


def tab(
    library: Library,
    names: list[str],
    platform: str,
    table: Table,
    linux: Table,
    page: Page,
) -> Tab:
    """One platform's table."""
    known, status = library.platform(platform), worst(library, names, platform)
    where = element("p", element("span", known.where()), class_="where")
    cells = states(linux)  # what only one of them has does not differ
    differs = any(
        cells.get(key, state) != state for key, state in states(table).items()
    )
    return Tab(known, status, lines(where, table_html(table, page)), differs)


def legend(tables: Iterable[Table]) -> Markup:
    """What the words in the tables mean."""
    found = {state for table in tables for state in states(table).values()}
    words = [
        element(
            "span",
            element("span", state, class_="mark", data_is=shape(state)),
            f" {MEANS.get(state, 'something else arrives')}",
        )
        for state in sorted(
            found, key=lambda state: ((*MEANS, state).index(state), state)
        )
    ]
    words.append(element("span", "Every cell opens its transcript."))
    return element("p", Markup(" ").join(words), class_="legend")


def shape(state: str) -> str:
    """The mark of a state: see ``[data-is]`` in site.css."""
    return state if state in MEANS else "differs"


def table_html(table: Table, page: Page) -> Markup:
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
        data_is=shape(proof.state),
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
