"""All that one build knows: examples, records, runs, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..core.examples import example_paths, read_example
from ..core.model import EvidenceError, Example, Platform, Record, Run, Status
from ..core.records import RecordStore, judge
from ..core.results import Results, read_results
from .platforms import FAMILIES, LABELS, page_order


@dataclass
class Library:
    """Filled by `read_library` and, with what was run, by the session."""

    folder: Path
    """The folder of examples."""
    examples: dict[str, Example] = field(default_factory=dict)
    """By name, in order of name."""
    platforms: dict[str, Platform] = field(default_factory=dict)
    """Those with records, by name, in page order."""
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    """By name of platform and name of example."""
    errors: dict[str, EvidenceError] = field(default_factory=dict)
    """What could not be read: by name of the example, or by path."""
    runs: dict[str, Run] = field(default_factory=dict)
    """What this build saw, by name of example; empty without execution."""
    here: Platform | None = None
    """Where ``runs`` were made."""
    results: Results = field(default_factory=Results)
    """What many Pythons said to probes and examples."""

    def record(self, platform: str, example: str) -> Record | None:
        """The kept record, or None."""
        return self.records.get((platform, example))

    def run(self, platform: str, example: str) -> Run | None:
        """What this build saw on that platform, or None."""
        here = self.here and self.here.name == platform
        return self.runs.get(example) if here else None

    def status(self, platform: str, example: str) -> Status:
        """How that panel stands."""
        record, run = self.record(platform, example), self.run(platform, example)
        return judge(self.examples[example], record, run)

    def platform(self, name: str) -> Platform:
        """What is known of a platform, be it only its label, short where we know it."""
        known = self.platforms.get(name)
        if known is None and self.here and self.here.name == name:
            known = self.here
        known = known or Platform(name, name)
        return replace(known, label=LABELS.get(name, known.label))

    def seen_on(self, example: str) -> tuple[str, ...]:
        """Platforms of which there is something to show."""
        names = {platform for platform, of in self.records if of == example}
        if self.here and example in self.runs:
            names.add(self.here.name)
        return tuple(sorted(names, key=page_order))

    def missing_on(self, example: str) -> tuple[str, ...]:
        """Labels of the platform families on which nobody has run it."""
        seen = self.seen_on(example)
        return tuple(
            LABELS[family[0]] for family in FAMILIES if not set(family) & set(seen)
        )

    def named(self, names: Iterable[str]) -> list[Example]:
        """The examples of these names; ``ways/`` is a whole section."""
        return [
            each
            for name in names
            for each in self.examples.values()
            if each.name == name or (name.endswith("/") and each.name.startswith(name))
        ]

    def digest(self, name: str) -> str:
        """Of all that a page can show of an example or of a section."""
        if name.startswith("reference/"):
            return self.digest_of_results
        if name.endswith("/"):
            return " ".join(self.digest(each.name) for each in self.named([name]))
        return self.digest_of_example(name)

    @cached_property
    def digest_of_results(self) -> str:
        """Of all tables of versions; records decide what is out of date there."""
        shown = repr((self.results, sorted(self.records.items())))
        return hashlib.sha256(shown.encode()).hexdigest()[:16]

    def digest_of_example(self, example: str) -> str:
        """Of the script, its records, and what this build saw."""
        names = [platform for platform, of in self.records if of == example]
        shown = (
            self.examples.get(example),
            [self.records[platform, example] for platform in names],
            self.errors.get(example),
            self.runs.get(example),
            *sorted(map(repr, self.platforms.values())),
            self.here,
        )
        return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def read_library(folder: Path, reference: Path) -> Library:
    """Read every example, record and result; what is broken is kept as an error.

    One bad file must not take the other pages with it.
    """
    library = Library(folder)
    for path in example_paths(folder):
        try:
            example = read_example(path, folder)
        except EvidenceError as error:
            library.errors[path.relative_to(folder).as_posix()] = error
        else:
            library.examples[example.name] = example
    read_records(library)
    library.results = read_results(reference, library.errors)
    return library


def read_records(library: Library) -> None:
    """All records of all platforms, and the platforms themselves."""
    store = RecordStore(library.folder / "records")
    try:
        platforms = store.platforms()
    except EvidenceError as error:
        library.errors[error.where] = error
        return
    for platform in sorted(platforms, key=lambda each: page_order(each.name)):
        library.platforms[platform.name] = platform
        for example in library.examples.values():
            read_record(library, store, platform.name, example.name)


def read_record(
    library: Library, store: RecordStore, platform: str, example: str
) -> None:
    """One record, where there is one."""
    try:
        record = store.read(platform, example)
    except EvidenceError as error:
        library.errors[error.where] = error
        return
    if record:
        library.records[platform, example] = record
