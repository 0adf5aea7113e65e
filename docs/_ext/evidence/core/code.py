"""The extension's own code: what it made before a change of it is stale."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

CODE = Path(__file__).parent.parent


def code_digest(*rooms: str) -> str:
    """Of every Python file in these rooms (``core``, ``site`` …), or in all."""
    digest = sha256()
    for path in sorted(CODE.rglob("*.py")):
        if not rooms or path.relative_to(CODE).parts[0] in rooms:
            digest.update(path.read_bytes())
    return digest.hexdigest()
