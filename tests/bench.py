"""``make bench``: what it costs to have the examples run apart, as a table of ratios.

Works on a copy of the checkout. Every round measures everything, so that a busy minute
touches all figures; the table gives medians.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))

from bench_memory import Meter  # noqa: E402
from evidence.capture.runner import Runner  # noqa: E402
from evidence.core.examples import find_examples  # noqa: E402

NOT_COPIED = (".git", ".venv", "_build", "gallery", "__pycache__", ".*cache")
OFF = "-D evidence_run=0"
TITLES = {
    "a": "python script.py, all examples, one after the other",
    "b1": "our runs of all examples, one job",
    "b2": "our runs of all examples, two jobs",
    "c": "make html, cold, nothing to install",
    "d": "make html again: no run, no file changed",
    "e": "make html, one script changed: one run",
    "f": "make html, cold, execution switched off",
}
COUNT = re.compile(r"evidence: (\d+) examples run")


class Checkout:
    """A copy of this checkout, and builds of it as a reader makes them."""

    def __init__(self, parent: Path) -> None:
        self.root = parent / "checkout"
        shutil.copytree(ROOT, self.root, ignore=shutil.ignore_patterns(*NOT_COPIED))
        (self.root / ".venv").symlink_to(ROOT / ".venv")
        self.examples = find_examples(self.root / "examples")

    def plain(self) -> None:
        """Each script by itself."""
        nowhere = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        for each in self.examples:
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, each.path], cwd=folder, **nowhere)

    def runs(self, jobs: int) -> None:
        """The same, as the build does it."""
        with Runner(jobs=jobs) as runner:
            for example in self.examples:
                runner.start(example)
            for example in self.examples:
                runner.result(example)

    def make(self, options: str = "") -> int:
        """``make html``: how many examples it ran."""
        done = subprocess.run(
            ["make", "html", f"SPHINXOPTS={options}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.root,
            env={k: v for k, v in os.environ.items() if k != "MAKEFLAGS"},
            text=True,
        )
        if done.returncode:
            sys.exit(f"{done.stdout}bench: make html failed, mend that first")
        found = COUNT.search(done.stdout)
        return int(found.group(1)) if found else 0

    def cold(self, options: str = "") -> None:
        """As after a clone."""
        for folder in ("docs/_build", "docs/gallery"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        expect("a cold build runs examples", (self.make(options) > 0) != bool(options))

    def again(self) -> None:
        """A second build."""
        before = self.files()
        expect("a second build runs nothing", self.make() == 0)
        expect("a second build changes no file", self.files() == before)

    def changed(self) -> None:
        """One script says the same in other bytes."""
        with self.examples[0].path.open("a") as script:
            script.write("# One more comment.\n")
        expect("a changed script is the one that runs", self.make() == 1)

    def files(self) -> dict[Path, bytes]:
        """Every file of the site, and what it says."""
        site = self.root / "docs" / "_build" / "html"
        return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def expect(what: str, holds: bool) -> None:
    """A figure for something else would be worth nothing."""
    if not holds:
        sys.exit(f"bench: this does not hold: {what}")


def measure(checkout: Checkout) -> dict[str, float]:
    """One round: seconds of each."""
    actions: dict[str, Callable[[], None]] = {
        "a": checkout.plain,
        "b1": lambda: checkout.runs(1),
        "b2": lambda: checkout.runs(2),
        "f": lambda: checkout.cold(OFF),
        "c": checkout.cold,
        "d": checkout.again,
        "e": checkout.changed,
    }
    took = {}
    for name, action in actions.items():
        start = time.perf_counter()
        action()
        took[name] = time.perf_counter() - start
    return took


def table(took: dict[str, float], memory: tuple[int, int]) -> list[str]:
    """Seconds, then what they are held against."""
    rows = [f"({x:2}) {title:52} {took[x]:7.2f} s" for x, title in TITLES.items()]
    held = (
        ("(b1) / (a)", took["b1"] / took["a"], "at most 1.3"),
        ("(b2) / (a)", took["b2"] / took["a"], "less than 1"),
        ("(c) / ((f) + (b2))", took["c"] / (took["f"] + took["b2"]), "at most 1.2"),
        ("memory beyond (f), MB", (memory[0] - memory[1]) / 1e6, "under 40"),
    )
    return rows + [f"{what:57} {value:7.2f}   {goal}" for what, value, goal in held]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        checkout = Checkout(Path(folder))
        all_rounds = [measure(checkout) for _ in range(rounds)]
        with Meter() as with_runs:
            checkout.cold()
        with Meter() as without:
            checkout.cold(OFF)
    took = {name: median(each[name] for each in all_rounds) for name in TITLES}
    print(f"medians of {rounds}, {len(checkout.examples)} examples")
    print(*table(took, (with_runs.peak, without.peak)), sep="\n")


if __name__ == "__main__":
    main()
