"""Run every example many times, and say which of them do not repeat their record.

``python tests/stability.py --runs 50 --interpreter python3.13 --busy``, in a checkout.
The status is 1 where one differed. No part of ``make test``, as it takes minutes.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))

from evidence.capture.runner import Runner  # noqa: E402
from evidence.core.differences import difference, show  # noqa: E402
from evidence.core.examples import find_examples  # noqa: E402
from evidence.core.model import EvidenceError, Example, Record, Run  # noqa: E402
from evidence.core.records import RecordStore, says_the_same  # noqa: E402

BURN = """
import os, sys, threading
threading.Thread(target=lambda: os._exit(len(sys.stdin.read()))).start()
while True: pass
"""


@contextlib.contextmanager
def burning(cores: int) -> Iterator[None]:
    """Keep that many cores busy; they rest when we end, however we do."""
    with contextlib.ExitStack() as stack:
        for _ in range(cores):
            program = [sys.executable, "-c", BURN]
            stack.enter_context(subprocess.Popen(program, stdin=subprocess.PIPE))
        yield


def unlike(record: Record | None, run: Run) -> str:
    """What differs, in lines, or ""."""
    if run.failure:
        told = map(show, run.transcript.lines() if run.transcript else ())
        return "\n".join((run.failure.cause, *list(told)[-5:]))
    if record is None:
        return "there is no record"
    if says_the_same(record, run):
        return ""
    if record.transcript is None or run.transcript is None:
        return f"recorded {record.unsupported!r}, seen {run.unsupported!r}"
    told = difference(record.transcript, run.transcript)
    return "\n".join(line for line in told if line[0] in "+-")


def one_pass(
    command: tuple[str, ...] | None, examples: tuple[Example, ...]
) -> Iterator[tuple[str, str]]:
    """``(example, what differs)``, once for each."""
    records = RecordStore(ROOT / "examples" / "records")
    with Runner(command) as runner:
        for example in examples:
            runner.start(example)
        for example in examples:
            record = records.read(runner.platform.name, example.name)
            yield example.name, unlike(record, runner.result(example))


def arguments() -> argparse.Namespace:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--interpreter", type=shlex.split, metavar="COMMAND")
    parser.add_argument("--busy", action="store_true", help="with all cores busy")
    parser.add_argument("-k", default="", metavar="TEXT", help="names that hold TEXT")
    return parser.parse_args()


def main() -> int:
    """Print one line for each example that differed, with its first difference."""
    options = arguments()
    command = tuple(options.interpreter) if options.interpreter else None
    chosen = tuple(e for e in find_examples(ROOT / "examples") if options.k in e.name)
    differed: Counter[tuple[str, str]] = Counter()
    with burning((os.cpu_count() or 1) if options.busy else 0):
        for _ in range(options.runs):
            seen = one_pass(command, chosen)
            differed.update((name, how) for name, how in seen if how)
    for (name, how), count in sorted(differed.items()):
        print(f"{name}: {count} of {options.runs} runs differed\n{how}")
    names = {name for name, _ in differed}
    print(f"{len(chosen)} examples, {options.runs} runs each: {len(names)} differed")
    return 1 if differed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except EvidenceError as error:
        sys.exit(str(error))
