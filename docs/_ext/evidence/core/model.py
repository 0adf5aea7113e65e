"""The nouns of this site: example, point, line, block, transcript, record, run."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from pathlib import Path

NOBODY = "nobody"
"""The writer of a line where no kernel facility names one."""


class EvidenceError(Exception):
    """Bad input, said in one line: what, where, and the command that repairs it."""

    def __init__(
        self, what: str, where: Path | str, line: int = 0, repair: str = ""
    ) -> None:
        self.what = what
        """One sentence without a full stop."""
        self.where = str(where)
        """The file, as a path the reader can open."""
        self.line = line
        """Line number from 1, or 0 where no line is to blame."""
        self.repair = repair
        """The command or step that repairs it, or ""."""
        place = f"{self.where}:{line}" if line else self.where
        super().__init__(f"{place}: {what}" + (f"; {repair}" if repair else ""))

    def __reduce__(self) -> tuple[type[EvidenceError], tuple[str, str, int, str]]:
        return type(self), (self.what, self.where, self.line, self.repair)


class NoPage(EvidenceError):
    """A script of which no page can be made: no text, no docstring, no title."""


class Status(enum.Enum):
    """How a panel stands: from the record first, from this build second."""

    VERIFIED = "verified"
    """The record belongs to this script; a run of this build, if any, saw the same."""
    CHANGED = "changed"
    """The record belongs to this script, but this build saw something else."""
    STALE = "stale"
    """The script changed since the record was taken."""
    LIVE = "live"
    """No record for this platform, but this build ran it."""
    UNSUPPORTED = "unsupported"
    """The platform was asked for what the example requires, and refused."""
    MISSING = "missing"
    """Nobody looked. This never means "no"."""
    FAILED = "failed"
    """The run ended in a way its front matter does not announce."""


@dataclass(frozen=True)
class Line:
    """One line of output, as the kernel delivered it."""

    writer: str
    """parent, child, child-2 … numbered by birth, or ``nobody``."""
    text: str
    """Without its newline; bytes that are not UTF-8 are lone surrogates (PEP 383)."""
    stream: str = "stdout"
    """``stdout`` or ``stderr``; always ``stdout`` where nothing attests."""
    newline: bool = True
    """False where the writer never sent the newline."""


@dataclass(frozen=True)
class Block:
    """What was written while its writers stood in one code block of the script."""

    number: int
    """From 1: the n-th code block."""
    lines: tuple[Line, ...]
    """Never empty: a block in which nothing was written has no Block."""


@dataclass(frozen=True)
class Transcript:
    """Everything one run wrote."""

    attested_by: str
    """What named the writers, e.g. ``SCM_CREDENTIALS`` (unix(7)), or ``nobody``."""
    exit: str
    """The exit status as decimal digits, or the name of the signal that ended it."""
    blocks: tuple[Block, ...]
    """In the order of the script, only those in which something was written."""
    normalized: tuple[tuple[str, int], ...] = ()
    """(rule, how often it replaced something), in the order of the rules."""

    def lines(self) -> tuple[Line, ...]:
        """All lines in page order: by block, then by arrival."""
        return tuple(line for block in self.blocks for line in block.lines)

    def block(self, number: int) -> tuple[Line, ...]:
        """The lines of one block; empty where nothing was written."""
        return next(
            (block.lines for block in self.blocks if block.number == number), ()
        )


@dataclass(frozen=True)
class Record:
    """What one platform said to one example, as kept in the repository."""

    example: str
    """Path below ``examples/``, with slashes: ``article/prevent_inheritance.py``."""
    source: str
    """Digest of the script it belongs to: ``sha256:`` and 16 hexadecimal digits."""
    transcript: Transcript | None = None
    """None where the platform lacks what the example requires."""
    unsupported: str = ""
    """What is missing there (``os.fork``), or "" where there is a transcript."""


@dataclass(frozen=True)
class Failure:
    """Why a run counts as failing."""

    cause: str
    """One sentence: which limit, which status, which process was left behind."""
    block: int = 0
    """The block in which the script was, or 0 where unknown."""
    line: int = 0
    """The line of the script, or 0 where unknown."""


@dataclass(frozen=True)
class Run:
    """What this machine saw, this time."""

    example: str
    """As in `Record`."""
    source: str
    """As in `Record`: the digest of the script that was run."""
    transcript: Transcript | None = None
    """None where unsupported; what was written so far where the run failed."""
    unsupported: str = ""
    """As in `Record`."""
    failure: Failure | None = None
    """Set where the run failed."""
    command: str = ""
    """What a person types to repeat it."""


@dataclass(frozen=True)
class Expectation:
    """A line the author insists on, written beside the call that causes it (``#>``)."""

    line: int
    """Line number in the script, from 1."""
    block: int
    """The code block it stands in, from 1."""
    writer: str
    """As in `Line`."""
    text: str
    """The whole line, as printed."""
    stream: str = "stdout"
    """As in `Line`."""
    platform: str = ""
    """Only on this platform, or "" for all."""


@dataclass(frozen=True)
class SourceBlock:
    """One code block of a script."""

    number: int
    """From 1."""
    first_line: int
    """Line number in the script, from 1, at which its code begins."""
    code: str
    """Its text."""


@dataclass(frozen=True)
class Example:
    """One script of the gallery."""

    name: str
    """Path below ``examples/``, with slashes."""
    path: Path
    """Where the file lies."""
    digest: str
    """As in `Record`."""
    title: str
    """The question that heads its page."""
    answer: str
    """The first paragraph under the title: one or two sentences."""
    blocks: tuple[SourceBlock, ...]
    """In order."""
    expectations: tuple[Expectation, ...] = ()
    """In order of line."""
    requires: tuple[str, ...] = ()
    """Facilities to be probed, e.g. ``os.fork``."""
    exits: str = "0"
    """The exit status or signal that is expected."""


@dataclass(frozen=True)
class Platform:
    """One ``platform.toml``: the machine that took a folder of records."""

    name: str
    """Its folder: ``linux``, ``windows-wine``, ``windows``, ``macos``."""
    label: str
    """For people: ``Linux``."""
    facts: dict[str, str] = field(default_factory=dict)
    """system, kernel, libc, python, obtained … as written in the file."""

    def where(self) -> str:
        """System and Python in one phrase: ``Linux 6.18, CPython 3.13.0``."""
        return ", ".join(
            self.facts[key] for key in ("system", "python") if key in self.facts
        )
