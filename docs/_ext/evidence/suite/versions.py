"""``make matrix``: all probes and examples under every interpreter, kept for review.

``python -m evidence.suite.versions [COMMAND …]`` runs those that are named, or all
that are found; the files of other interpreters stay as they are.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..capture.interpreters import Interpreter, ask, find_interpreters
from ..capture.runner import LIMITS, Runner
from ..core.differences import difference
from ..core.examples import find_examples
from ..core.model import (
    NOBODY,
    EvidenceError,
    Example,
    Record,
    Run,
    SourceBlock,
    Transcript,
)
from ..core.records import RecordStore
from ..core.result import Group, Result, Seen
from ..core.results import probe_digest, probe_files, read_results, record_digest

CHECKOUT = Path(__file__).parents[4]
REFERENCE = CHECKOUT / "docs" / "reference"
EXAMPLES = CHECKOUT / "examples"
ROOMY = {
    "emscripten": replace(LIMITS, seconds=60.0, memory=64 << 30),
    "windows-wine": replace(LIMITS, seconds=60.0),
}
"""Both start slowly; WebAssembly reserves address space that it never touches."""


def main(words: list[str]) -> int:
    """Run and write; the exit status."""
    try:
        examples = find_examples(EXAMPLES)
        kept = read_results(REFERENCE)
        chosen = named(words) if words else found()
        faults = 0
        for interpreter in chosen:
            result, told = look(interpreter, examples)
            written = kept.write(result)
            print(f"{'recorded' if written else 'the same'}: {kept.path(result)}")
            for line in told:
                print(f"  {line}", file=sys.stderr)
            faults += len(told)
    except EvidenceError as error:
        print(error, file=sys.stderr)
        return 1
    return 1 if faults or not chosen else 0


def named(words: list[str]) -> list[Interpreter]:
    """Those of the command line; each word is a whole command."""
    return [ask(tuple(shlex.split(word))) for word in words]


def found() -> list[Interpreter]:
    """Those of this machine; what does not start is told."""
    interpreters, silent = find_interpreters(CHECKOUT / ".cache")
    for line in silent:
        print(f"left out: {line}", file=sys.stderr)
    if not interpreters:
        print("no interpreter found: name one, make matrix INTERPRETERS=…")
    return interpreters


def look(
    interpreter: Interpreter, examples: tuple[Example, ...]
) -> tuple[Result, list[str]]:
    """All that one interpreter says, and which probes failed."""
    limits = ROOMY.get(interpreter.name, LIMITS)
    with Runner(interpreter.command, limits=limits) as runner:
        probes = [probe(path) for path in probe_files(REFERENCE).values()]
        for each in (*probes, *examples):
            runner.start(each)
        told: list[str] = []
        platform = runner.platform
        facts = {key: platform.facts[key] for key in ("system", "libc", "python")}
        result = Result(platform.name, facts)
        for each in probes:
            try:
                result.groups[each.path.stem] = group(each, runner.result(each))
            except ValueError as error:
                told.append(f"{each.path}: {error}; look: {runner.repeat(each)}")
        result.examples.update(beside_records(runner, examples, platform.name))
        return result, told


def probe(path: Path) -> Example:
    """A file of probes, as something that can be run."""
    code = path.read_text("utf-8")
    block = SourceBlock(1, 1, code)
    return Example(f"probes/{path.name}", path, probe_digest(path), "", "", (block,))


def group(example: Example, run: Run) -> Group:
    """What a file of probes printed; ValueError where it failed."""
    lines = run.transcript.lines() if run.transcript else ()
    if run.failure:
        raise ValueError(" ".join([run.failure.cause, *(x.text for x in lines[-1:])]))
    values = {}
    for line in lines:
        word, bar, value = line.text.partition(" | ")
        ours = line.writer in ("parent", NOBODY) and line.stream == "stdout"
        if not (bar and ours) or word in values:
            raise ValueError(f"this is no word of a probe: {line.text!r}")
        values[word] = value
    return Group(example.digest, values)


def beside_records(
    runner: Runner, examples: tuple[Example, ...], platform: str
) -> Iterator[tuple[str, Seen]]:
    """Each example that has a record, of this platform or else of Linux."""
    store = RecordStore(EXAMPLES / "records")
    for example in examples:
        record = store.read(platform, example.name) or store.read("linux", example.name)
        if record and record.source == example.digest:
            yield example.name, beside(record, runner.result(example))


def beside(record: Record, run: Run) -> Seen:
    """Does this run say what the record says? Heads and counts are left out."""
    digest = record_digest(record)
    if run.failure:
        lines = run.transcript.lines() if run.transcript else ()
        last = next((x.text for x in lines[::-1] if x.stream == "stderr"), "")
        return Seen(digest, f"fails: {last or run.failure.cause}")
    if run.transcript is None or record.transcript is None:
        missing = run.unsupported or record.unsupported
        same = run.unsupported == record.unsupported
        return Seen(
            digest, f"unsupported: {missing}" if run.unsupported or same else "differs"
        )
    told = difference(bare(record.transcript), bare(run.transcript))
    changed = tuple(line for line in told if line[0] in "-+")
    return Seen(digest, "differs" if changed else "same", changed)


def bare(transcript: Transcript) -> Transcript:
    """What was said, by whom, and how it ended."""
    return replace(transcript, attested_by="", normalized=())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
