"""Runs examples, ahead of time and each at most once, and tells what was seen."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from ..core.model import (
    NOBODY,
    Example,
    Failure,
    Platform,
    Record,
    Run,
    Transcript,
)
from ..core.normalize import normalize
from ..core.rules import Context
from .facilities import Facilities, unknown
from .failures import exit_name, find_failure
from .host import Host
from .store import RunStore
from .testimony import Limits, Testimony
from .transcript import Placing, name_writers, read_blocks, read_marks

LIMITS = Limits()
HERE = Path(__file__).parent


class Runner:
    """Runs examples under one interpreter; a context manager.

    ``command`` starts the interpreter (our own by default); ``jobs`` runs at a time
    (one a core by default); ``store`` is a folder in which successful runs are kept
    as long as script, capture code, interpreter, kernel and libc stay the same.
    """

    def __init__(
        self,
        command: tuple[str, ...] | None = None,
        jobs: int | None = None,
        store: Path | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.host, self.limits = Host(command), limits
        self.facts, self.command = self.host.facts, self.host.command
        identity = json.dumps([self.facts, self.command, vars(limits)], sort_keys=True)
        self.store = RunStore(store, identity) if store else None
        self.witness = self.host.witness(jobs or os.cpu_count() or 1)
        self.asked: dict[str, tuple[int, bytes]] = {}
        self.runs: dict[str, Run] = {}
        self.executed = 0

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what still runs, and the supervisor."""
        self.witness.close()
        self.host.close()

    @property
    def platform(self) -> Platform:
        """What the interpreter said it is."""
        return self.host.platform

    @cached_property
    def facilities(self) -> Facilities:
        """What this platform can do; asked once."""
        return Facilities(self.command, self.witness, self.limits)

    def start(self, example: Example) -> None:
        """Have it run as soon as there is room; nothing where it ran or is kept."""
        if example.name in self.asked or example.name in self.runs:
            return
        run = self.without_running(example)
        if run:
            self.runs[example.name] = run
            return
        token = secrets.token_hex(8)
        lines = ",".join(str(block.first_line) for block in example.blocks[1:])
        bootstrap = self.host.path(HERE / "bootstrap.py")
        words = ("-u", "-X", "utf8", bootstrap, self.host.path(example.path))
        argv = (*self.command, *words, token, lines)
        self.asked[example.name] = self.witness.ask(argv, self.limits), token.encode()
        self.executed += 1

    def without_running(self, example: Example) -> Run | None:
        """What is known already: kept, impossible here, or asking for the unknown."""
        run = Run(example.name, example.digest, command=self.repeat(example))
        if wrong := unknown(example):
            return replace(run, failure=Failure(wrong))
        if kept := self.store and self.store.read(example):
            return replace(
                run, transcript=kept.transcript, unsupported=kept.unsupported
            )
        missing = self.facilities.missing(example) if example.requires else ""
        return replace(run, unsupported=missing) if missing else None

    def result(self, example: Example) -> Run:
        """What was seen; waits for it, starts it where nobody has."""
        self.start(example)
        if example.name not in self.runs:
            number, token = self.asked.pop(example.name)
            run = self.judge(example, self.witness.answer(number), token)
            self.runs[example.name] = run
            if self.store and not run.failure:
                record = Record(run.example, run.source, run.transcript)
                self.store.write(example, record)
        return self.runs[example.name]

    def judge(self, example: Example, testimony: Testimony, token: bytes) -> Run:
        """From what was witnessed to a transcript, and to a verdict."""
        attested = testimony.attested_by != NOBODY
        placing = Placing(testimony.main, attested)
        placing.place(read_marks(testimony.segments, token))
        pids = {piece.pid for pieces in placing.blocks.values() for piece in pieces}
        names = (
            name_writers(pids, testimony.main, testimony.pid_max) if attested else {}
        )
        status = exit_name(testimony.status)
        blocks = read_blocks(placing, names, self.host.newline)
        seen = Transcript(testimony.attested_by, status, blocks)
        return Run(
            example=example.name,
            source=example.digest,
            transcript=normalize(seen, self.context(example, testimony)),
            failure=find_failure(example, testimony, placing, self.limits),
            command=self.repeat(example),
        )

    def context(self, example: Example, testimony: Testimony) -> Context:
        """What normalisation may know of this run."""
        depth = example.name.count("/") + 2
        return Context(
            folder=self.host.path(testimony.folder) if testimony.folder else "",
            checkout=self.host.path(example.path.parents[depth - 1]),
            interpreter=tuple(
                self.facts[key] for key in ("executable", "prefix", "base_prefix")
            ),
            pids=frozenset({testimony.main, *(s.pid for s in testimony.segments)}),
        )

    def repeat(self, example: Example) -> str:
        """What a person types to run it by hand."""
        return " ".join(
            (*map(os.path.basename, self.command), f"examples/{example.name}")
        )
