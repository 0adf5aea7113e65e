"""Records beside the examples of a small site."""

from __future__ import annotations

from evidence.core.examples import read_example
from evidence.core.model import Block, Line, Platform, Record, Transcript
from evidence.core.records import RecordStore
from evidence.site.platforms import LABELS
from small_site import Site

SEEN = (
    Block(2, (Line("child", "I am the parent"),)),
    Block(3, (Line("parent", "done"),)),
)


def record(
    site: Site,
    name: str = "first/fork.py",
    platform: str = "linux",
    blocks: tuple[Block, ...] = SEEN,
    source: str = "",
    unsupported: str = "",
) -> None:
    """Put a record beside the examples, as `make records` would."""
    folder = site.root / "examples"
    store = RecordStore(folder / "records")
    digest = source or read_example(folder / name, folder).digest
    told = None if unsupported else Transcript("SCM_CREDENTIALS", "0", blocks)
    facts = {"system": "Linux 6.1", "kernel": "6.1.0", "libc": "glibc 2.36"}
    facts |= {"python": "CPython 3.13.0", "machine": "x86_64"}
    store.write_platform(Platform(platform, LABELS[platform], facts))
    store.write(platform, Record(name, digest, told, unsupported))
