"""Sentences around a transcript: what is wrong with it, or why there is none."""

from __future__ import annotations

from markupsafe import Markup

from ..core.model import NOBODY, Status
from ..core.text import visible
from .html import element
from .views import Telling, View

RECORD_AGAIN = Markup("<code>make records</code> captures it again.")


def warning(view: View, opens: bool, here: bool) -> Markup:
    """What is wrong with the lines below; a failure is told where it happened."""
    status, first = view.status, view.first
    if status is Status.STALE and (first is None or first.kept):
        return changed_since("What stands here belongs to an earlier version of it;")
    if status is Status.CHANGED and view.second is None:
        lacks = element("code", view.lacks)
        found = Markup("Only one of record and build found {}. ").format(lacks)
        return banner("This build saw something else.", found, RECORD_AGAIN)
    if status is Status.LIVE and opens:
        what = "Nobody has sent a record for this platform yet."
        return banner("Seen by this build only.", what)
    return failure(view) if status is Status.FAILED and here else Markup("")


def failure(view: View) -> Markup:
    """Why the run failed, and how to see it again."""
    again = Markup(" {} shows it again.").format(element("code", view.command))
    cause = visible(view.cause) + "."
    more = again if view.command else ""
    return banner("The run of this build failed:", cause, more)


def gap(view: View) -> Markup:
    """There is no transcript: say why."""
    if view.status is Status.FAILED:
        return element("p", "Nothing was printed before.", class_="gap")
    if view.status is Status.MISSING:
        what = f" Nobody has run this on {view.platform.label}; "
        what += "that says nothing about what would happen."
        return element("p", element("strong", "Not captured yet."), what, class_="gap")
    return element(
        "p",
        element("strong", "Not possible there."),
        " Asked for ",
        element("code", view.lacks),
        "; this Python has none.",
        class_="gap",
    )


def contradicted(first: Telling, second: Telling, closes: bool) -> Markup:
    """How the second transcript ended, or that only their heads differ."""
    one, other = first.transcript, second.transcript
    if not closes:
        return Markup("")
    if one.exit != other.exit:
        whom = "The record" if second.kept else "This build"
        return banner(f"{whom} ended otherwise:", f"{ended(other.exit)}.")
    if one.blocks == other.blocks and one != other:
        return banner("This build differs", "from the head of the record alone.")
    return Markup("")


def agreed(second: Telling) -> Markup:
    """Why the tab is marked although both say the same in these lines."""
    if second.kept:
        return changed_since("The record says the same here;")
    return element("p", "This build saw the same here.", class_="gap")


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
