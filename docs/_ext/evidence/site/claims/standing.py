"""How a claim stands on each platform, for its mark."""

from __future__ import annotations

from ...core.claims import Claim, Evidence
from ...core.model import Status
from ...core.records import judge
from ..library import Library
from ..platforms import FAMILIES, LABELS
from ..versions.check import doubts_of_table
from .check import lost

UNCLAIMED = "unclaimed"
"""In place of a status: the claim does not speak of that platform."""
WORTH_SAYING = (
    Status.FAILED,
    Status.VERIFIED,
    Status.STALE,
    Status.UNSUPPORTED,
    Status.MISSING,
)


def standing(library: Library, claim: Claim) -> list[tuple[str, str, str]]:
    """``(platform, label, status)`` of each family of platforms, in page order."""
    found = []
    for family in FAMILIES:
        each = [
            (WORTH_SAYING.index(status), name, status)
            for name in family
            for evidence in claim.evidence
            if (status := status_of(library, name, evidence)) is not None
        ]
        if each:
            _, name, status = min(each, key=lambda one: one[0])
            found.append((name, LABELS[name], status.value))
        else:
            found.append((family[0], LABELS[family[0]], UNCLAIMED))
    return found


def status_of(library: Library, platform: str, evidence: Evidence) -> Status | None:
    """How one platform stands by its record; None where it is not spoken of."""
    if evidence.tabled:
        column = library.results.column(evidence.where)
        if column is None or column.platform != platform:
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
