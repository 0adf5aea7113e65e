"""The table of versions in HTML, and as a list for other builders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from docutils import nodes
from markupsafe import Markup, escape

from ...core.result import Result
from ...core.text import visible
from ..html import element, lines
from ..library import Library
from ..page import Page
from ..publish import PROBES, RESULTS
from .rows import Row, Run, columns, label_of, not_looked_at, row_runs, version


def compat_html(
    library: Library, heading: str, rows: Iterable[Row], page: Page
) -> Markup:
    """One table; a group with a name has a row that says it."""
    shown = columns(library.results)
    bodies = [
        body(library, name, list(group), len(shown), page)
        for name, group in groupby(rows, lambda row: row.group)
    ]
    table = element(
        "table", head(shown, heading, page), lines("", *bodies), class_="compat"
    )
    return element("div", table, class_="table-wrapper")


def below_html(library: Library, group: str, page: Page) -> Markup:
    """Where nobody looked, and where all this comes from."""
    missing = ", ".join(not_looked_at(library))
    source = element("a", f"{group}.py", href=page.link(f"{PROBES}/{group}.py.txt"))
    said = (
        element("span", element("strong", "Not looked at:"), f" {missing}."),
        element("span", "A version at the head leads to all that it said."),
        element("span", "What was run: ", source, "."),
    )
    shown = said[0 if missing else 1 : 3 if group else 2]
    return element("p", *shown, class_="legend")


def head(shown: list[Result], heading: str, page: Page) -> Markup:
    """Platforms over versions; each version leads to all that it said."""
    over = [element("td")]
    for name, group in groupby(shown, lambda result: result.platform):
        count = len(list(group))
        label = label_of(name)
        over.append(element("th", label, scope="colgroup", colspan=count))
    under = [element("th", heading, scope="col")]
    for result in shown:
        href = page.link(f"{RESULTS}/{result.file}")
        link = element("a", version(result), href=href, title=result.python)
        under.append(element("th", link, scope="col"))
    return element("thead", lines(element("tr", *over), element("tr", *under)))


def body(
    library: Library, name: str, rows: list[Row], width: int, page: Page
) -> Markup:
    """Rows of a group."""
    title = element("th", name, scope="rowgroup", colspan=width + 1)
    first = element("tr", title, class_="group") if name else Markup("")
    return element("tbody", lines(first, *(tr(library, row, page) for row in rows)))


def tr(library: Library, row: Row, page: Page) -> Markup:
    """A behaviour, and its runs."""
    example = row.behaviour.endswith(".py")
    anchor = page.unique(row.anchor)
    href = page.link(row.behaviour) if example else f"#{anchor}"
    first = element("th", element("a", label(row), href=href), scope="row")
    return element("tr", first, *map(cell, row_runs(library, row)), id=anchor)


def cell(run: Run) -> Markup:
    """The word; where it holds is read aloud, and shown where there is no head."""
    said = f", {run.where}" + (f": {run.reason}" if run.reason else "")
    where = element("span", visible(said), class_="visually-hidden")
    mark = element("span", run.value, where, class_="mark", data_is=run.shape)
    return element("td", mark, colspan=len(run.columns))


def label(row: Row) -> Markup:
    """Words, and code between backticks."""
    pieces = enumerate(re.split(r"`(.+?)`", row.label))
    return Markup("").join(
        element("code", piece) if place % 2 else escape(piece)
        for place, piece in pieces
    )


def compat_plain(library: Library, rows: Iterable[Row]) -> list[nodes.Node]:
    """One item for each row."""
    items = [
        nodes.list_item("", nodes.paragraph(text=f"{row.label}: {plain(library, row)}"))
        for row in rows
    ]
    return [nodes.bullet_list("", *items)] if items else []


def plain(library: Library, row: Row) -> str:
    """``no (Linux 3.6 to 3.14), yes (Linux 3.15)``."""
    return ", ".join(f"{run.value} ({run.where})" for run in row_runs(library, row))
