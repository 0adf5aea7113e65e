"""``platform.toml``: the machine that took a folder of records, in a few lines."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from .model import EvidenceError, Platform

NAME = "platform.toml"
KEYS = ("system", "kernel", "libc", "python", "machine", "obtained")
REPAIR = "restore the file, or take all records again with `make records`"


def format_platform(platform: Platform) -> str:
    """TOML: the label and the facts, in a fixed order."""
    values = {"label": platform.label} | platform.facts
    keys = ("label", *KEYS)
    # A JSON string of printable text is a TOML basic string.
    return "".join(
        f"{key} = {json.dumps(values[key], ensure_ascii=False)}\n"
        for key in keys
        if key in values
    )


def read_platform(path: Path) -> Platform:
    """The platform a folder is named after; EvidenceError where the file is broken."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EvidenceError(
            f"this cannot be read: {error}", path, repair=REPAIR
        ) from None
    for key in ("label", "system", "python"):
        if not isinstance(values.get(key), str):
            raise EvidenceError(f"no text for {key!r}", path, repair=REPAIR)
    for key, value in values.items():
        if key not in {"label", *KEYS} or not isinstance(value, str):
            raise EvidenceError(f"unknown entry {key!r}", path, repair=REPAIR)
    return Platform(path.parent.name, values.pop("label"), values)
