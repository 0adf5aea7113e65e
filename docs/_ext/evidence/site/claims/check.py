"""Does the evidence of a claim live, and say what the claim says?

Claims are judged against records, never against this build's own run: a reader's
unusual machine cannot break them.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ...core.claims import Claim, Evidence, shows
from ...core.model import Record
from ...core.platform_file import NAME
from ...core.record_format import format_line
from ..domain import EvidenceDomain
from ..library import Library
from ..platforms import ORDER
from ..requests import unknown
from ..versions.check import doubts_of_table
from ..views import Seen, number


def wrong_claims(domain: EvidenceDomain) -> Iterator[tuple[str, int, str]]:
    """``(page, line, what)`` of each claim that does not stand, and each bad name."""
    places: dict[str, str] = {}
    for docname, claims in sorted(domain.claims.items()):
        for claim in claims:
            for problem in problems(domain.library, claim):
                yield docname, claim.line, f"claim {claim.id!r}: {problem}"
            if claim.id in places:
                what = (
                    f"claim {claim.id!r}: this id stands on {places[claim.id]} already"
                )
                yield docname, claim.line, what
            places.setdefault(claim.id, docname)
    for docname, references in sorted(domain.references.items()):
        for target, line in references:
            if target not in places:
                yield docname, line, unknown("claim", target, tuple(places))


def problems(library: Library, claim: Claim) -> Iterator[str]:
    """All that is wrong with a claim; nothing where its evidence lives."""
    if claim.problem:
        yield claim.problem
    elif not claim.evidence:
        yield "no evidence: add '-- example.py --' and a line of its record"
    for evidence in claim.evidence:
        if not evidence.lines:
            yield f"no line says what {evidence.source} shows for it"
        elif not evidence.quoted:
            yield from doubts(library, evidence)


def doubts(library: Library, evidence: Evidence) -> Iterator[str]:
    """What is wrong with one piece of evidence: a table of versions, an example."""
    if evidence.tabled:
        yield from doubts_of_table(library.results, evidence)
        return
    example = library.examples.get(evidence.source)
    if example is None:
        if evidence.source not in library.errors:
            yield unknown("example", evidence.source, tuple(library.examples))
        return
    if evidence.block > len(example.blocks):
        many = len(example.blocks)
        yield f"{example.name} has no block {evidence.block}, it has {many}"
        return
    known = tuple(dict.fromkeys((*ORDER, *library.platforms)))
    if evidence.where and evidence.where not in known:
        yield unknown("platform", evidence.where, known)
        return
    told = {name: library.record(name, example.name) for name in library.platforms}
    if evidence.where:
        told = {evidence.where: library.record(evidence.where, example.name)}
    for name, record in told.items():
        if record or evidence.where:
            yield from doubts_of(library, name, record, evidence)
    transcripts = any(each and each.transcript for each in told.values())
    if not (evidence.where or transcripts or unread(library, example.name)):
        yield f"no platform has a transcript of {example.name}; `make records`"


def unread(library: Library, example: str) -> bool:
    """Is a record of it, or a whole platform, an error already?"""
    lost = (f"/{example.removesuffix('.py')}.txt", f"/{NAME}")
    return any(where.endswith(lost) for where in library.errors)


def doubts_of(
    library: Library, platform: str, record: Record | None, evidence: Evidence
) -> Iterator[str]:
    """What is wrong with it on one platform."""
    place = f"records/{platform}/{evidence.source.removesuffix('.py')}.txt"
    if record is None and unread(library, evidence.source):
        return
    if record is None:
        yield f"nobody has recorded {evidence.source} on {platform}"
    elif record.source != library.examples[evidence.source].digest:
        yield f"{place} is out of date, its script has changed; `make records`"
    elif record.transcript is None:
        if evidence.where:
            yield f"{place} says unsupported: {record.unsupported}"
    else:
        written = [format_line(seen.line, 0) for seen in within(record, evidence)]
        block = f" in block {evidence.block}" if evidence.block else ""
        for line in lost(record, evidence):
            near = get_close_matches(line, written, 1, 0.3)
            hint = f"; nearest: {near[0]}" if near else ""
            yield f"{place} does not show {line!r}{block}{hint}"


def within(record: Record, evidence: Evidence) -> list[Seen]:
    """The lines among which the evidence must be."""
    if record.transcript is None:
        return []
    numbered = number(record.transcript)
    return [seen for seen in numbered if evidence.block in (0, seen.block)]


def lost(record: Record, evidence: Evidence) -> list[str]:
    """The lines that the record does not show."""
    seen = within(record, evidence)
    return [
        line for line in evidence.lines if not any(shows(s.line, line) for s in seen)
    ]
