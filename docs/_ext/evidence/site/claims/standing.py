"""How a claim stands on each platform, for its mark."""

from __future__ import annotations

from ...core.claims import Claim, Evidence
from ...core.model import Status
from ...core.records import judge
from ..library import Library
from ..platforms import FAMILIES, ORDER
from ..versions.check import doubts_of_table
from .check import lost

Stands = tuple[str, str, str]
"""Platform, its label, its status."""
UNCLAIMED = "unclaimed"
"""In place of a status: the claim does not speak of that platform."""
WORTH_SAYING = (
    Status.FAILED,
    Status.VERIFIED,
    Status.STALE,
    Status.UNSUPPORTED,
    Status.MISSING,
)


def standing(library: Library, claim: Claim) -> list[Stands]:
    """Each family of platforms in page order, then what else the claim names."""
    found = []
    for family in (*FAMILIES, *elsewhere(library, claim)):
        each = [
            (WORTH_SAYING.index(status), name, status)
            for name in family
            for evidence in claim.evidence
            if (status := status_of(library, name, evidence)) is not None
        ]
        if each:
            _, name, status = min(each, key=lambda one: one[0])
            found.append((name, library.platform(name).label, status.value))
        else:
            label = library.platform(family[0]).label
            found.append((family[0], label, UNCLAIMED))
    return found


def elsewhere(library: Library, claim: Claim) -> list[tuple[str]]:
    """Each a family of its own, such as WebAssembly."""
    named = {platform_of(library, evidence) for evidence in claim.evidence}
    return [(name,) for name in sorted(named.difference(ORDER, [""]))]


def platform_of(library: Library, evidence: Evidence) -> str:
    """The one platform that the evidence names, or ""."""
    if not evidence.tabled:
        return evidence.where
    column = library.results.column(evidence.where)
    return column.platform if column else ""


def status_of(library: Library, platform: str, evidence: Evidence) -> Status | None:
    """How one platform stands by its record; None where it is not spoken of."""
    if evidence.tabled:
        if platform_of(library, evidence) != platform:
            return None
        wrong = any(doubts_of_table(library.results, evidence))
        return Status.FAILED if wrong else Status.VERIFIED
    example = library.examples.get(evidence.source)
    if example is None or evidence.where not in ("", platform):
        return None
    record = library.record(platform, evidence.source)
    status = judge(example, record, None)
    if record and status is Status.VERIFIED and lost(record, evidence):
        return Status.FAILED
    return status
