"""The records themselves, beside the pages: a reader may check what a page says."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders import Builder

FOLDER = "_records"


def publishes(builder: Builder) -> bool:
    """A book has no folder beside its pages, nor has plain text."""
    return builder.format == "html" and builder.name != "epub"


def copy_records(examples: Path, outdir: Path) -> None:
    """Make ``_records`` what ``examples/records`` is; rewrite nothing that is."""
    source, target = examples / "records", outdir / FOLDER
    files = sorted(path for path in source.rglob("*") if path.is_file())
    wanted = {target / path.relative_to(source) for path in files}
    for path in sorted(target.rglob("*")):
        if path.is_file() and path not in wanted:
            path.unlink()
    for path in files:
        copy_when_different(path, target / path.relative_to(source))


def copy_when_different(source: Path, target: Path) -> None:
    """Same bytes, same file."""
    content = source.read_bytes()
    if not target.exists() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
