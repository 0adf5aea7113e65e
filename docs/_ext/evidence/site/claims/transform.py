"""Puts claims in their place: a sentence with its mark, or a row of judgements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain import domain_of
from ..html import element
from ..page import page_of
from .listing import list_html, list_plain
from .marks import button, pop, reference
from .nodes import claim, claim_list, claim_reference

COLUMNS = ("It says", "Verdict", "What happens")


class ResolveClaims(SphinxPostTransform):
    """Claims that follow one another with nothing between form one paragraph."""

    default_priority = 11

    def run(self, **kwargs: Any) -> None:
        """Each node of ours, in the order of the page."""
        self.domain = domain_of(self.env)
        self.library = self.domain.library
        self.html = self.app.builder.format == "html"
        self.page = page_of(self.env, self.app.builder)
        for group in groups(self.document):
            judged = bool(group[0]["claim"].verdict)
            made = self.judged(group) if judged else self.paragraph(group)
            parent = group[0].parent
            place = parent.index(group[0])
            parent.children[place : place + len(group)] = []
            parent.insert(place, made)
        for told in list(self.document.findall(claim_reference)):
            told.replace_self(self.referred(told["target"]))
        for whole in list(self.document.findall(claim_list)):
            whole.replace_self(self.listed())

    def paragraph(self, group: list[claim]) -> list[nodes.Node]:
        """The sentences, each with its mark at its last word."""
        made = nodes.paragraph()
        for node in group:
            made += [nodes.Text(" ")] if made.children else []
            made += self.sentence(node)
        return [made, *self.pops(group)]

    def sentence(self, node: claim) -> nodes.Node:
        """One claim as inline text."""
        children = list(node.children)
        anchor = f"claim-{node['claim'].id}"
        if not self.html:
            return nodes.inline("", "", *children)
        last = children.pop() if children else nodes.Text("")
        if isinstance(last, nodes.Text):
            before, blank, last_word = last.astext().rpartition(" ")
            children += [nodes.Text(before + blank)]
            last = nodes.Text(last_word)
        mark = raw(button(self.library, node["claim"]))
        end = nodes.inline("", "", last, nodes.Text(" "), mark, classes=["claim-end"])
        return nodes.inline("", "", *children, end, classes=["claim"], ids=[anchor])

    def judged(self, group: list[claim]) -> list[nodes.Node]:
        """A table: what is said, the verdict, what happens."""
        if not self.html:
            return [nodes.bullet_list("", *map(judged_plain, group))]
        heads = [element("th", word, scope="col") for word in COLUMNS]
        start = Markup('<table class="verdicts">{}<tbody>').format(
            element("thead", element("tr", *heads))
        )
        rows = [part for node in group for part in self.row(node)]
        return [raw(start), *rows, raw(Markup("</tbody></table>")), *self.pops(group)]

    def row(self, node: claim) -> Iterator[nodes.Node]:
        """One judgement; raw tags around nodes of docutils."""
        told = node["claim"]
        said, what = COLUMNS[0], COLUMNS[2]
        mark = element("span", told.verdict, class_="mark", data_is=told.verdict)
        verdict = element("td", mark, data_label=COLUMNS[1])
        yield raw(Markup('<tr><td data-label="{}">').format(said))
        yield nodes.inline("", "", *node["says"].children)
        yield raw(Markup('</td>{}<td data-label="{}">').format(verdict, what))
        yield self.sentence(node)
        yield raw(Markup("</td></tr>"))

    def pops(self, group: list[claim]) -> list[nodes.Node]:
        """What the marks open."""
        if not self.html:
            return []
        return [raw(pop(self.library, node["claim"], self.page)) for node in group]

    def referred(self, target: str) -> list[nodes.Node]:
        """The mark of a claim, as a link to it."""
        for docname, claims in self.domain.claims.items():
            for told in claims:
                if told.id == target and self.html:
                    address = self.page.document(docname, f"claim-{target}")
                    return [raw(reference(self.library, told, address))]
        return []

    def listed(self) -> list[nodes.Node]:
        """All claims of the site."""
        if self.html:
            return [raw(list_html(self.domain, self.page, self.env.titles))]
        return list_plain(self.domain, self.env.titles)


def groups(document: nodes.document) -> list[list[claim]]:
    """Claims that follow one another; judgements and others apart."""
    found: list[list[claim]] = []
    for node in document.findall(claim):
        if found and belongs(node, found[-1][-1]):
            found[-1].append(node)
        else:
            found.append([node])
    return found


def belongs(node: claim, before: claim) -> bool:
    """Does it follow at once, and is it of the same kind?"""
    alike = bool(before["claim"].verdict) == bool(node["claim"].verdict)
    return alike and node.previous_sibling() is before


def judged_plain(node: claim) -> nodes.list_item:
    """One judgement without HTML."""
    said = nodes.inline("", "", *node["says"].children)
    verdict = nodes.Text(f" ({node['claim'].verdict}) ")
    text = nodes.paragraph("", "", said, verdict, *node.children)
    return nodes.list_item("", text)


def raw(html: Markup) -> nodes.raw:
    """Our own markup: text in it has been escaped by `html.element`."""
    return nodes.raw("", str(html), format="html")
