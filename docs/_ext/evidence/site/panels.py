"""What one platform says to one request, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from ..core.model import NOBODY, Status
from ..core.text import visible
from .html import element, lines
from .nodes import Request
from .transcripts import Differences, lanes, line_id, transcript
from .views import Seen, Telling, View, counterparts

SAID = {
    Status.VERIFIED: "seen",
    Status.CHANGED: "seen, but not by this build",
    Status.STALE: "seen, script changed since",
    Status.LIVE: "seen by this build only",
    Status.UNSUPPORTED: "not possible there",
    Status.MISSING: "not captured yet",
    Status.FAILED: "failed in this build",
}
"""What a shape says, for those who cannot see it."""
RECORD_AGAIN = Markup("<code>make records</code> captures it again.")


@dataclass(frozen=True)
class Page:
    """The page that is being written."""

    unique: Callable[[str], str]
    """Makes an id unique on it."""
    link: Callable[[str], str]
    """Makes an address below the root of the site relative to it."""
    contributing: str
    """Where to read how to send a record."""


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
        if view.first is None:
            return lines(self.where(None), self.banner(), self.gap())
        shown = view.first.lines(self.request)
        differences = self.from_linux(shown)
        return lines(
            self.where(view.first),
            self.banner(),
            self.told(view.first, shown, differences),
            self.contradiction(shown),
            self.end(view.first, len(differences.instead), len(shown)),
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
            lanes(telling.transcript),
            lambda n: self.page.unique(line_id(self.request.example, kind, n)),
            differences,
        )

    def from_linux(self, shown: tuple[Seen, ...]) -> Differences:
        """Lines that Linux has otherwise."""
        if self.linux is None:
            return Differences()
        others = self.linux.lines(self.request)
        return Differences("Linux", counterparts(shown, others) if others else {})

    def contradiction(self, shown: tuple[Seen, ...]) -> Markup:
        """The second transcript, where it says something else in these lines."""
        second, first = self.view.second, self.view.first
        if second is None or first is None:
            return Markup("")
        others = second.lines(self.request)
        same = [each.line for each in others] == [each.line for each in shown]
        if same and (
            first.transcript.exit == second.transcript.exit or not self.closes
        ):
            return Markup("")
        whom = "this build" if second.kept else "the record"
        differences = Differences(whom, counterparts(others, shown))
        return lines(second_banner(second), self.told(second, others, differences))

    def banner(self) -> Markup:
        """What is wrong with the lines below."""
        status, first = self.view.status, self.view.first
        if status is Status.STALE and (first is None or first.kept):
            return changed_since(
                "What stands here belongs to an earlier version of it;"
            )
        if status is Status.CHANGED and self.view.second is None:
            what = f"Only one of record and build found {self.view.lacks}."
            return banner("This build saw something else.", what, " ", RECORD_AGAIN)
        if status is Status.LIVE and self.opens:
            what = "Nobody has sent a record for this platform yet."
            return banner("Seen by this build only.", what)
        if status is Status.FAILED:
            repeat = element("code", self.view.command)
            then = Markup(" {} shows it again.").format(repeat)
            more = "" if not self.view.command else then
            return banner(
                "The run of this build failed:", visible(self.view.cause), ".", more
            )
        return Markup("")

    def gap(self) -> Markup:
        """There is no transcript: say why."""
        if self.view.status is Status.FAILED:
            return element("p", "Nothing was printed before.", class_="gap")
        if self.view.status is Status.MISSING:
            what = f" Nobody has run this on {self.view.platform.label}; "
            what += "that says nothing about what would happen."
            return element(
                "p", element("strong", "Not captured yet."), what, class_="gap"
            )
        asked = element("code", self.view.lacks)
        return element(
            "p",
            element("strong", "Not possible there."),
            " Asked for ",
            asked,
            "; this Python has none.",
            class_="gap",
        )

    def end(self, telling: Telling, differing: int, of: int) -> Markup:
        """How the run ended, and the file that keeps it."""
        spans = []
        if self.closes:
            spans.append(element("span", ended(telling.transcript.exit)))
        if differing:
            many = f"{differing} of {of} lines differ from Linux"
            spans.append(element("span", many if of > 1 else "differs from Linux"))
        if self.closes and telling.kept:
            file = self.request.example.removesuffix(".py") + ".txt"
            address = f"_records/{self.view.platform.name}/{file}"
            spans.append(element("a", "the record", href=self.page.link(address)))
        return element("p", *spans, class_="end") if spans else Markup("")


def attestation(attested_by: str) -> Markup:
    """Who names the writers."""
    if attested_by == NOBODY:
        return element("span", "writers unnamed: nothing here attests them")
    facility = element("code", attested_by)
    return element("span", "writers named by the kernel (", facility, ")")


def ended(status: str) -> str:
    """``exit 0``, or ``ended by SIGKILL``."""
    return f"exit {status}" if status.isdigit() else f"ended by {status}"


def banner(what: str, *more: str) -> Markup:
    """A word in bold, and what it means."""
    return element("p", element("strong", what), " ", *more, class_="banner")


def changed_since(what: str) -> Markup:
    """The script is not the one that was recorded."""
    return banner("The script has changed since.", what, " ", RECORD_AGAIN)


def second_banner(second: Telling) -> Markup:
    """Whom the second transcript comes from."""
    if second.kept:
        return changed_since("The record below belongs to an earlier version;")
    where = second.platform.where()
    return banner("This build saw something else", f"({where}). ", RECORD_AGAIN)
