"""What a platform can do, by a run of `probes` and not by its name."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Protocol

from ..core.model import EvidenceError, Example
from .probes import PROBES
from .testimony import Limits, Testimony

PROGRAM = Path(__file__).with_name("probes.py")


class Witness(Protocol):
    """What runs programs: `supervised.Supervisor` or `portable.Unattested`."""

    def ask(self, argv: tuple[str, ...], limits: Limits) -> int:
        """Have a program run."""

    def answer(self, number: int) -> Testimony:
        """Wait for one run."""

    def close(self) -> None:
        """End what still runs."""


class Facilities:
    """The answers of one interpreter on one machine."""

    def __init__(
        self, command: tuple[str, ...], witness: Witness, limits: Limits
    ) -> None:
        number = witness.ask((*command, "-u", str(PROGRAM)), limits)
        testimony = witness.answer(number)
        said = b"".join(piece.data for piece in testimony.segments if piece.stream == 1)
        try:
            self.answers: dict[str, str] = json.loads(said)
        except ValueError as error:
            what = f"the probes ended with {said.decode(errors='replace').strip()!r}"
            raise EvidenceError(what, PROGRAM, repair="run it by hand") from error

    def missing(self, example: Example) -> str:
        """The first thing an example requires and this platform has not, or ""."""
        for name in example.requires:
            if self.answers[name]:
                return name
        return ""


def unknown(example: Example) -> str:
    """What is wrong with the words of ``# requires:``, in one sentence, or ""."""
    for name in example.requires:
        if name not in PROBES:
            near = difflib.get_close_matches(name, PROBES, 3) or sorted(PROBES)
            known = ", ".join(near)
            return f"requires {name}, for which there is no probe; known: {known}"
    return ""
