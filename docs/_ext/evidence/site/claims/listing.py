"""All claims of the site: a page for people, a file for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.builders import Builder

from ...core.claims import Claim, Evidence
from ...core.records import write_whole
from ..domain import EvidenceDomain
from ..html import element, lines
from ..library import Library
from ..page import Page
from .marks import reference, table_address
from .standing import standing

FILE = "claims.json"


def list_html(
    domain: EvidenceDomain, page: Page, titles: Mapping[str, nodes.title]
) -> Markup:
    """Page by page: the sentence, what it stands on, where it was seen."""
    found = []
    for docname, claims in sorted(domain.claims.items()):
        address = page.document(docname, f"claim-{claims[0].id}")
        title = element("a", titles[docname].astext(), href=address)
        rows = (row(domain.library, docname, each, page) for each in claims)
        heading = element("tr", element("th", title, colspan=3, scope="rowgroup"))
        found.append(element("tbody", heading, *rows))
    heads = ("Sentence", "Stands on", "Seen")
    columns = [element("th", head, scope="col") for head in heads]
    head = element("thead", element("tr", *columns))
    table = element("table", head, lines("", *found), class_="claims")
    file = element("a", f"The same as {FILE}", href=page.link(FILE))
    return lines(table, element("p", file) if page.link(FILE) else "")


def row(library: Library, docname: str, claim: Claim, page: Page) -> Markup:
    """One claim."""
    address = page.document(docname, f"claim-{claim.id}")
    sources = [source_html(each, page) for each in claim.evidence]
    sentence = element("a", claim.sentence, href=address)
    return element(
        "tr",
        element("td", judged_html(claim), sentence),
        element("td", Markup("<br>").join(sources)),
        element("td", reference(library, claim, address)),
    )


def judged_html(claim: Claim) -> Markup:
    """The statement that is judged, and the verdict."""
    if not claim.verdict:
        return Markup("")
    mark = element("span", claim.verdict, class_="mark", data_is=claim.verdict)
    return element("small", f"“{claim.says}” ", mark)


def source_html(evidence: Evidence, page: Page) -> Markup:
    """The example, or whoever is quoted."""
    if evidence.quoted:
        host = evidence.source.partition("://")[2].partition("/")[0]
        return element("a", host, href=evidence.source)
    where = f", {evidence.where}" if evidence.where else ""
    block = f", block {evidence.block}" if evidence.block else ""
    address = table_address(evidence, page) if evidence.tabled else ""
    link = element("a", evidence.source, href=address or page.link(evidence.source))
    return Markup("{}{}{}").format(link, block, where)


def list_plain(
    domain: EvidenceDomain, titles: Mapping[str, nodes.title]
) -> list[nodes.Node]:
    """For builders other than HTML."""
    found: list[nodes.Node] = []
    for docname, claims in sorted(domain.claims.items()):
        found.append(nodes.paragraph(text=titles[docname].astext()))
        items = [nodes.list_item("", nodes.paragraph(text=c.sentence)) for c in claims]
        found.append(nodes.bullet_list("", *items))
    return found


def write_file(domain: EvidenceDomain, builder: Builder) -> None:
    """``claims.json`` at the root of the site: what is claimed, where, on what."""
    told = [
        as_json(domain.library, claim, builder.get_target_uri(docname))
        for docname, claims in sorted(domain.claims.items())
        for claim in claims
    ]
    text = json.dumps({"claims": told}, indent=1, ensure_ascii=False)
    write_whole(Path(builder.outdir, FILE), text + "\n")


def as_json(library: Library, claim: Claim, page: str) -> dict[str, Any]:
    """One claim, with how it stands on each platform."""
    judgement = {"verdict": claim.verdict, "says": claim.says}
    return {
        "id": claim.id,
        "page": f"{page}#claim-{claim.id}",
        "sentence": claim.sentence,
        **(judgement if claim.verdict else {}),
        "evidence": [evidence_json(each) for each in claim.evidence],
        "platforms": {name: status for name, _, status in standing(library, claim)},
    }


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """One piece of it; what is not said is left out."""
    told = {
        "source": evidence.source,
        "block": evidence.block,
        "where": evidence.where,
        "quotes" if evidence.quoted else "shows": list(evidence.lines),
    }
    return {key: value for key, value in told.items() if value}
