"""A small site with everything a reader's browser gets: the real conf.py and assets."""

from __future__ import annotations

from pathlib import Path

from small_site import FORK, Site

ROOT = Path(__file__).parents[2]
CONF = f"""
import runpy
from pathlib import Path

real = runpy.run_path({str(ROOT / "conf.py")!r})
globals().update({{k: v for k, v in real.items() if not k.startswith("_")}})
sphinx_gallery_conf |= {{"examples_dirs": str(Path(__file__).parent / "examples")}}
sphinx_gallery_conf.pop("subsection_order", None)  # names the real sections
"""
INDEX = """
# Which question?

Less than one & two, "the answer".

```{toctree}
:caption: Understand

words
plain
gallery/index
```
"""
WORDS = """
# Words

```{glossary}
descriptor
  A number.
```

## More

None.
"""


def dress(site: Site) -> Site:
    """Write its sources; the examples and records of a test may be added."""
    site.write("conf.py", CONF)
    site.write("docs/index.md", INDEX)
    site.write("docs/words.md", WORDS)
    site.write("docs/plain.md", "# Plain\n\nNothing here scrolls or opens.\n")
    site.example("first/fork.py", FORK)
    head = "Which one?\n----------\n\nThe one below.\n"
    site.write("examples/first/GALLERY_HEADER.rst", head)
    site.write("examples/GALLERY_HEADER.rst", head.replace("-", "="))
    return site
