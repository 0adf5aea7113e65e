"""The records themselves, beside the pages: a reader may check what a page says."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders import Builder

FOLDER = "_records"
RESULTS = "_reference/results"
PROBES = "_reference/probes"


def publishes(builder: Builder) -> bool:
    """A book has no folder beside its pages, nor has plain text."""
    return builder.format == "html" and builder.name != "epub"


def copy_records(examples: Path, outdir: Path) -> None:
    """Make ``_records`` what ``examples/records`` is."""
    source = examples / "records"
    files = (path for path in sorted(source.rglob("*")) if path.is_file())
    mirror(
        {path.relative_to(source).as_posix(): path for path in files}, outdir / FOLDER
    )


def copy_reference(reference: Path, outdir: Path) -> None:
    """What each Python said, and the probes: as text, so that browsers show them."""
    results = {path.name: path for path in sorted(reference.glob("results/*.txt"))}
    probes = {
        f"{path.name}.txt": path for path in sorted(reference.glob("probes/*.py"))
    }
    mirror(results, outdir / RESULTS)
    mirror(probes, outdir / PROBES)


def mirror(files: dict[str, Path], target: Path) -> None:
    """Have a folder hold these files and no others; rewrite nothing that is."""
    wanted = {target / name for name in files}
    for path in sorted(target.rglob("*")):
        if path.is_file() and path not in wanted:
            path.unlink()
    for name, path in files.items():
        copy_when_different(path, target / name)


def copy_when_different(source: Path, target: Path) -> None:
    """Same bytes, same file."""
    content = source.read_bytes()
    if not target.exists() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
