"""The choice above all examples: one section of them, or all. No script is needed."""

from __future__ import annotations

from docutils import nodes
from markupsafe import Markup

from .html import element, lines
from .nodes import cards

MOST = 10
"""site.css has a rule for each; `tests/site/test_kinds.py` counts them."""


def offer_kinds(doctree: nodes.document) -> None:
    """Mark the sections of a page that hold cards, and put the choice above them."""
    sections = [each for each in doctree.findall(nodes.section) if kind(each)][:MOST]
    if len(sections) < 2:
        return
    for place, section in enumerate(sections, 1):
        section["classes"] += ["kind", f"kind-{place}"]
    page = sections[0].parent
    assert page is not None
    choice = fieldset([kind(section) for section in sections])
    page.insert(page.index(sections[0]), nodes.raw("", str(choice), format="html"))


def kind(section: nodes.section) -> str:
    """The folder of the examples that stand directly in it, or ""."""
    for node in section.children:
        if isinstance(node, cards) and node["examples"]:
            return str(node["examples"][0]).partition("/")[0]
    return ""


def fieldset(kinds: list[str]) -> Markup:
    """Radio buttons: ``kind-0`` for all, then one for each section in its order."""
    choices = [
        choice(place, name.replace("_", " "))
        for place, name in enumerate(["all", *kinds])
    ]
    legend = element("legend", "Show")
    return element("fieldset", lines(legend, *choices), class_="filter")


def choice(place: int, label: str) -> Markup:
    """One button and its label; all are shown at first."""
    id_ = f"kind-{place}"
    radio = element("input", type="radio", name="kind", id=id_, checked=place == 0)
    return radio + element("label", label, for_=id_)
