"""The ways to start a child, read from transcripts.

A line of the form ``os.system | flag on | open`` fills one cell of the landing table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..core.model import Status
from .library import Library
from .platforms import page_order
from .transcripts import line_id
from .views import number, view

PROOF = re.compile(r"(?P<way>.+?) +\| flag (?P<flag>off|on) +\| (?P<state>.+)")


@dataclass(frozen=True)
class Proof:
    """One line of a transcript that fills one cell."""

    way: str
    flag: str
    state: str
    target: str
    """The example's page and the id of the line on it."""


Table = dict[str, dict[str, Proof]]
"""Way: flag: proof."""


def proofs(library: Library, names: Iterable[str], platform: str) -> Iterator[Proof]:
    """All cells that one platform's transcripts fill, in their order."""
    for name in names:
        told = view(library, platform, name).first
        for seen in number(told.transcript) if told else ():
            if match := PROOF.fullmatch(seen.line.text):
                target = f"{name}#{line_id(name, platform, str(seen.number))}"
                way, flag, state = match.group("way", "flag", "state")
                yield Proof(way, flag, state, target)


def rows(found: Iterable[Proof]) -> Table:
    """One row for each way, in the order in which they were seen."""
    table: Table = {}
    for proof in found:
        table.setdefault(proof.way, {})[proof.flag] = proof
    return table


def states(table: Table) -> dict[tuple[str, str], str]:
    """What stands in each cell."""
    cells = (proof for row in table.values() for proof in row.values())
    return {(proof.way, proof.flag): proof.state for proof in cells}


def platforms(library: Library, names: list[str]) -> list[str]:
    """Names, in page order."""
    seen = {platform for name in names for platform in library.seen_on(name)}
    return sorted(seen, key=page_order)


def worst(library: Library, names: list[str], platform: str) -> Status:
    """Verified, unless one of the examples is not."""
    statuses = [library.status(platform, name) for name in names]
    silent = (Status.VERIFIED, Status.UNSUPPORTED, Status.MISSING)
    return next((each for each in statuses if each not in silent), Status.VERIFIED)
