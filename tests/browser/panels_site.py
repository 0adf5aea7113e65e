"""A site of panels: Linux and Windows, lines that differ, a fold, and claims."""

from __future__ import annotations

from dressed_site import dress
from evidence.core.model import Block, Line
from small_records import record
from small_site import FORK, Site

PAGE = """
# Which platform?

```{observed} first/fork.py
```

## Wide

A wide piece of code:

```python
print("a line that is much longer than any telephone is wide, so that it has to scroll")
```

```{observed} first/long.py
```

## Claims

```{claim} panels-child
A child **speaks**, and is heard.

-- first/fork.py --
child | I am the parent
```
"""
LONG = '"""\nHow long?\n=========\n\nVery.\n"""\nfor n in range(20):\n    print(n)\n'
LINES = tuple(Line("parent", str(number)) for number in range(20))


def panels_site(site: Site) -> Site:
    """Write its sources and records."""
    dress(site)
    site.write("docs/plain.md", PAGE)
    site.example("first/long.py", LONG)
    site.example("second/fork.py", FORK)
    head = "Which one?\n----------\n\nThe one below.\n"
    for section in ("first", "second"):
        site.write(f"examples/{section}/GALLERY_HEADER.rst", head)
    for platform, said in (("linux", "done"), ("windows-wine", "otherwise")):
        blocks = (
            Block(2, (Line("child", "I am the parent"),)),
            Block(3, (Line("parent", said),)),
        )
        record(site, "first/fork.py", platform, blocks)
        record(site, "first/long.py", platform, (Block(1, LINES),))
    return site
