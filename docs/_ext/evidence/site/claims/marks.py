"""The mark at the end of a claim, and what it opens."""

from __future__ import annotations

from markupsafe import Markup

from ...core.claims import Claim, Evidence, shows
from ..html import element, lines
from ..library import Library
from ..page import Page
from ..panels import SAID
from ..platforms import ORDER
from ..transcripts import lanes, line_id, transcript
from ..versions.rows import Row
from ..views import Seen, number
from .standing import UNCLAIMED, Stands, standing

WORDS = {status.value: word for status, word in SAID.items()}
WORDS |= {UNCLAIMED: "not said of it"}


def cells(library: Library, claim: Claim) -> tuple[Markup, str]:
    """One bar a platform, and the same in words."""
    if all(evidence.quoted for evidence in claim.evidence):
        return element("span", "quoted", class_="quoted"), "Quoted, not seen here"
    stands = spoken_of(standing(library, claim))
    bars = [bar(*each) for each in stands]
    words = ". ".join(f"{label}: {WORDS[status]}" for _, label, status in stands)
    return Markup("").join(bars), words


def spoken_of(stands: list[Stands]) -> list[Stands]:
    """Three empty bars beside the one of another platform would say nothing."""
    told = [each for each in stands if each[2] != UNCLAIMED]
    return stands if any(name in ORDER for name, *_ in told) else told or stands


def bar(platform: str, label: str, status: str) -> Markup:
    """Three places are known by heart; any other platform is named beside its bar."""
    cell = element("i", class_="cell", data_platform=platform, data_status=status)
    named = "" if platform in ORDER else element("span", label, class_="elsewhere")
    return cell + named


def button(library: Library, claim: Claim) -> Markup:
    """Opens the evidence at the sentence, without a script."""
    bars, words = cells(library, claim)
    return element(
        "button",
        bars,
        type="button",
        class_="tally",
        popovertarget=f"seen-{claim.id}",
        aria_label=f"Evidence. {words}",
    )


def reference(library: Library, claim: Claim, address: str) -> Markup:
    """The mark of a claim that stands elsewhere, and leads there."""
    bars, words = cells(library, claim)
    mark = element("span", bars, class_="tally", role="img", aria_label=words)
    return element("a", mark, href=address, class_="claim-reference")


def pop(library: Library, claim: Claim, page: Page) -> Markup:
    """What the mark opens; on paper the style sheet gives both one number."""
    shown = [each_html(library, evidence, page) for evidence in claim.evidence]
    return element(
        "aside",
        lines("", *shown),
        class_="pop",
        popover=True,
        id=f"seen-{claim.id}",
        aria_label="Evidence",
    )


def each_html(library: Library, evidence: Evidence, page: Page) -> Markup:
    """One piece: where, the lines, the way to the whole."""
    if evidence.quoted:
        quotes = [element("p", line) for line in evidence.lines]
        source = element("a", evidence.source.partition("://")[2], href=evidence.source)
        end = element("p", source, class_="end")
        return lines(element("blockquote", *quotes), end)
    if evidence.tabled:
        return table_html(evidence, page)
    found = first_seen(library, evidence)
    if not found:
        return Markup("")
    platform, seen, most = found
    where = library.platform(platform).where()
    target = (
        f"{evidence.source}#{line_id(evidence.source, platform, str(seen[0].number))}"
    )
    title = library.examples[evidence.source].name
    whole = element("a", "The whole transcript", href=page.link(target))
    return lines(
        element("p", element("span", where), element("span", title), class_="where"),
        transcript(seen, most, lambda _: ""),
        element("p", whole, class_="end"),
    )


def table_html(evidence: Evidence, page: Page) -> Markup:
    """A cell of a table of versions."""
    said = f"{evidence.behaviour}: {', '.join(evidence.lines)}"
    whole = element("a", "The whole table", href=table_address(evidence, page))
    return lines(
        element("p", element("span", evidence.where), class_="where"),
        element("p", element("code", said), class_="told"),
        element("p", whole, class_="end"),
    )


def table_address(evidence: Evidence, page: Page) -> str:
    """The row of its table."""
    group = evidence.behaviour.partition("/")[0]
    return page.document(f"reference/{group}", Row(evidence.behaviour, "").anchor)


def first_seen(
    library: Library, evidence: Evidence
) -> tuple[str, tuple[Seen, ...], int] | None:
    """The first platform that shows the lines, the lines, and its number of lanes."""
    for platform in [evidence.where] if evidence.where else library.platforms:
        record = library.record(platform, evidence.source)
        if record is None or record.transcript is None:
            continue
        seen = tuple(
            each
            for each in number(record.transcript)
            if evidence.block in (0, each.block)
            and any(shows(each.line, line) for line in evidence.lines)
        )
        if seen:
            return platform, seen, lanes(record.transcript)
    return None
