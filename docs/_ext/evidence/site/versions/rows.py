"""Which Python on which platform does what: from kept results to rows of runs.

A *run* is a row's equal neighbours on one platform. Where nobody looked stands
"not looked at", which is never "no".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ...core.result import Result
from ...core.results import Results, record_digest
from ..library import Library
from ..platforms import FAMILIES, LABELS, page_order

UNKNOWN = "not looked at"
SHAPES = {"yes": "yes", "same": "yes", "no": "no", "": "unknown"}
"""What draws a value that has a shape of its own; any other is a word in a box."""


@dataclass(frozen=True)
class Row:
    """One behaviour, as the page names it."""

    behaviour: str
    """``born/os.pipe``, or the name of an example."""
    label: str
    """Markdown; only literals between backticks are told apart."""
    group: str = ""
    """The heading above it, or ""."""

    @property
    def anchor(self) -> str:
        """Its id on the page: ``born-os-pipe``."""
        return re.sub(r"[^a-z0-9_]+", "-", self.behaviour.lower()).strip("-")


@dataclass(frozen=True)
class Run:
    """Equal neighbours."""

    value: str
    """``yes``, ``fork``, ``n/a`` …, or `UNKNOWN`."""
    shape: str
    """For ``data-is``: yes, no, differs, unknown, none or word."""
    reason: str
    """Why it is not possible there, or how it failed; the first one's."""
    columns: tuple[Result, ...]
    """At least one."""

    @property
    def where(self) -> str:
        """``Linux 3.6 to 3.15``."""
        first, last = version(self.columns[0]), version(self.columns[-1])
        label = label_of(self.columns[0].platform)
        return f"{label} {first}" + (f" to {last}" if last != first else "")


def columns(results: Results) -> list[Result]:
    """Platforms in page order, versions ascending in each."""
    return sorted(results.kept, key=lambda each: page_order(each.platform))


def label_of(name: str) -> str:
    """For people."""
    return LABELS.get(name, name)


def version(result: Result) -> str:
    """``3.12``; other implementations say who they are."""
    return result.minor.removeprefix("CPython ")


def runs(said: Iterable[tuple[Result, str]]) -> Iterator[Run]:
    """Join equal neighbours of one platform."""

    def key(pair: tuple[Result, str]) -> tuple[str, str, str]:
        return pair[0].platform, *shown(pair[1])[:2]

    for (_, value, shape), group in groupby(said, key):
        pairs = list(group)
        reason = shown(pairs[0][1])[2]
        yield Run(value, shape, reason, tuple(result for result, _ in pairs))


def shown(value: str) -> tuple[str, str, str]:
    """Word, shape and reason of a kept value."""
    word, _, reason = value.partition(": ")
    if word == "unsupported":
        return "n/a", "none", reason
    if word in ("fails", "differs"):
        return word, "differs", reason
    return value or UNKNOWN, SHAPES.get(value, "word"), ""


def row_runs(library: Library, row: Row) -> tuple[Run, ...]:
    """What stands in one row."""
    value = example_value if row.behaviour.endswith(".py") else behaviour_value
    return tuple(runs((c, value(library, c, row)) for c in columns(library.results)))


def behaviour_value(library: Library, result: Result, row: Row) -> str:
    """What the probe said."""
    return library.results.value(result, row.behaviour)


def example_value(library: Library, result: Result, row: Row) -> str:
    """Beside its record as it is now; "" where that has changed since."""
    seen = result.examples.get(row.behaviour)
    for platform in (result.platform, "linux"):
        record = library.record(platform, row.behaviour)
        if record:
            return seen.value if seen and seen.digest == record_digest(record) else ""
    return ""


def not_looked_at(library: Library) -> tuple[str, ...]:
    """Labels of the platforms of which there is no column."""
    seen = {result.platform for result in library.results.kept}
    return tuple(LABELS[family[0]] for family in FAMILIES if not seen & set(family))
