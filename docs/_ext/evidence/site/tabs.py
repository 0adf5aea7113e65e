"""The frame around platforms: sphinx-inline-tabs' DOM, no JavaScript needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..core.model import Platform, Status
from .html import element, lines
from .library import Library
from .nodes import Request
from .page import Page
from .panels import SAID, Panel
from .views import Telling, View, places, views

SEND = "send-a-record"
"""Where on the page for contributors it is told how."""

SHAPE_IS_ENOUGH = (Status.VERIFIED, Status.UNSUPPORTED, Status.MISSING)
"""Of the others the word stands in the tab for everybody."""


@dataclass(frozen=True)
class Tab:
    """One platform in a frame."""

    platform: Platform
    status: Status
    inside: Markup
    differs: bool = False
    """Does it say something else than Linux? No status, but the tab shows it."""


def request_html(library: Library, request: Request, page: Page) -> Markup:
    """All that a request shows; empty where nobody wrote anything under its block."""
    shown = views(library, request)
    blocks: tuple[int, ...] = ()
    if request.part:
        blocks = places(shown, len(library.examples[request.example].blocks))
        if request.blocks[0] not in blocks:
            return Markup("")
    panels = [
        Panel(
            page,
            request,
            view,
            linux_for(view, shown),
            opens=at_end(view, request, blocks, 0),
            closes=at_end(view, request, blocks, -1),
        )
        for view in shown
    ]
    last = not blocks or request.blocks[0] == blocks[-1]
    silent = library.missing_on(request.example)
    gap = missing(silent if last and not request.platform else (), page)
    return frame([tab_of(panel) for panel in panels], chosen(panels), page, gap)


def linux_for(view: View, shown: tuple[View, ...]) -> Telling | None:
    """What Linux says, for a panel of another platform."""
    linux = (each.first for each in shown if each.platform.name == "linux")
    return None if view.platform.name == "linux" else next(linux, None)


def at_end(view: View, request: Request, blocks: tuple[int, ...], end: int) -> bool:
    """Does the record begin (0) or end (-1) here? Always, but on the example's page.

    There it does so once, under the first or last block in which it has lines.
    """
    told = view.first.blocks() if view.first else ()
    own = [block for block in blocks if block in told] or blocks
    return not own or own[end] == request.blocks[0]


def tab_of(panel: Panel) -> Tab:
    """What `frame` takes."""
    view, differs = panel.view, bool(panel.from_linux().instead)
    return Tab(view.platform, view.status, panel.html(), differs)


def chosen(panels: list[Panel]) -> int:
    """The tab that is open at first: the first that has lines."""
    for place, panel in enumerate(panels):
        if panel.view.first and panel.view.first.lines(panel.request):
            return place
    return 0


def missing(labels: Sequence[str], page: Page) -> Markup:
    """One line for all platforms on which nobody has run it."""
    if not labels:
        return Markup("")
    return element(
        "p",
        element("strong", "Not captured yet:"),
        f" {', '.join(labels)}. ",
        element("code", "make records"),
        " captures it there: ",
        element("a", "send the record", href=page.contributing(SEND)),
        ".",
        class_="gap",
        data_status="missing",
    )


def frame(
    tabs: Iterable[Tab],
    checked: int,
    page: Page,
    below: str = "",
    label: str = "Seen on",
) -> Markup:
    """A set of tabs; ``below`` stands under all of them."""
    name = page.unique("tab-set")
    inner = [
        tab_html(f"{name}--input--{place + 1}", name, place == checked, each)
        for place, each in enumerate(tabs)
    ]
    return element(
        "div",
        lines("", *inner, below),
        class_="tab-set docutils seen",
        role="group",
        aria_label=label,
    )


def tab_html(id_: str, name: str, checked: bool, tab: Tab) -> Markup:
    """An input, its label, its panel."""
    radio = element(
        "input", class_="tab-input", id=id_, name=name, type="radio", checked=checked
    )
    label = element(
        "label",
        tab.platform.label,
        said(tab),
        class_="tab-label",
        for_=id_,
        data_status=tab.status.value,
        data_differs=tab.differs,
    )
    panel = element(
        "div",
        tab.inside,
        class_="tab-content docutils",
        data_platform=tab.platform.name,
        data_status=tab.status.value,
    )
    return lines(radio + label, panel)


def said(tab: Tab) -> Markup:
    """The shape in words; most of them for those only who cannot see it."""
    word = SAID[tab.status] + (", differs from Linux" if tab.differs else "")
    hidden = "visually-hidden" if tab.status in SHAPE_IS_ENOUGH else ""
    return element("span", f", {word}", class_=hidden)
