"""What one platform says to one request, as HTML."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..core.model import Status
from .html import element, lines
from .nodes import Request
from .notes import (
    agreed,
    attestation,
    contradicted,
    ended,
    gap,
    second_banner,
    warning,
)
from .page import Page
from .publish import FOLDER
from .transcripts import Differences, lanes, line_id, transcript
from .views import Seen, Telling, View, counterparts

SAID = {
    Status.VERIFIED: "seen",
    Status.CHANGED: "changed",
    Status.STALE: "out of date",
    Status.LIVE: "this build only",
    Status.UNSUPPORTED: "not possible there",
    Status.MISSING: "not captured yet",
    Status.FAILED: "failed",
}
"""The word of each status, as explained on the page about outputs."""


@dataclass(frozen=True)
class Panel:
    """One platform's tab in one request."""

    page: Page
    request: Request
    view: View
    linux: Telling | None
    """What Linux says, or None where this is Linux or nothing is known of it."""
    opens: bool
    """Does a record begin here? Then the panel says where it comes from."""
    closes: bool
    """Does it end here? Then the panel says how."""

    def html(self) -> Markup:
        """All that stands below the tab."""
        view = self.view
        here = self.opens or view.block in self.request.blocks
        if view.first is None:
            return lines(self.where(None), warning(view, self.opens, here), gap(view))
        shown, differences = view.first.lines(self.request), self.from_linux()
        return lines(
            self.where(view.first),
            warning(view, self.opens, here),
            self.told(view.first, shown, differences),
            self.end(view.first, len(differences.instead), len(shown)),
            self.contradiction(shown),
        )

    def where(self, telling: Telling | None) -> Markup:
        """Where, with which Python, and who says which process wrote which line."""
        platform = telling.platform if telling else self.view.platform
        if not self.opens or not platform.where():
            return Markup("")
        spans = [element("span", platform.where())]
        if telling:
            spans.append(attestation(telling.transcript.attested_by))
        if telling and not telling.kept:
            spans.append(element("span", "this build"))
        return element("p", *spans, class_="where")

    def told(
        self, telling: Telling, shown: tuple[Seen, ...], differences: Differences
    ) -> Markup:
        """The lines, or a word that there are none."""
        if not shown:
            return element("p", "Nothing was printed here.", class_="gap")
        kind = self.view.platform.name
        if telling is self.view.second:
            kind += "-record" if telling.kept else "-build"
        return transcript(
            shown,
            max(lanes(told.transcript) for told in self.view.tellings()),
            lambda n: self.page.unique(line_id(self.request.example, kind, n)),
            differences,
        )

    def from_linux(self) -> Differences:
        """Lines that Linux has otherwise."""
        if self.linux is None or self.view.first is None:
            return Differences()
        others = self.linux.lines(self.request)
        shown = self.view.first.lines(self.request)
        return Differences("Linux", counterparts(shown, others) if others else {})

    def contradiction(self, shown: tuple[Seen, ...]) -> Markup:
        """The second transcript, where it says something else in these lines."""
        second, first = self.view.second, self.view.first
        if second is None or first is None:
            return Markup("")
        others = second.lines(self.request)
        same = [each.line for each in others] == [each.line for each in shown]
        end = contradicted(first, second, self.closes)
        if same:
            return lines(agreed(second), end)
        whom = "this build" if second.kept else "the record"
        differences = Differences(whom, counterparts(others, shown))
        told = self.told(second, others, differences)
        return lines(second_banner(second), told, end)

    def end(self, telling: Telling, differing: int, of: int) -> Markup:
        """How the run ended, and the file that keeps it."""
        spans = []
        if self.closes:
            spans.append(element("span", ended(telling.transcript.exit)))
        if differing:
            many = f"{differing} of {of} lines differ from Linux"
            spans.append(element("span", many if of > 1 else "differs from Linux"))
        if self.closes and any(told.kept for told in self.view.tellings()):
            file = self.request.example.removesuffix(".py") + ".txt"
            address = self.page.link(f"{FOLDER}/{self.view.platform.name}/{file}")
            spans += [element("a", "the record", href=address)] if address else []
        return element("p", *spans, class_="end") if spans else Markup("")
