"""Small sites, each in a folder of its own, built as a reader builds the real one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from bs4 import BeautifulSoup, Tag

EXTENSIONS = Path(__file__).parents[2] / "docs" / "_ext"
CONF = """
from pathlib import Path
from evidence.site.gallery import RunElsewhere

project = "Small"
extensions = ["myst_parser", "sphinx_gallery.gen_gallery", "evidence.site"]
html_theme = "basic"
html_copy_source = False
suppress_warnings = [
    "sphinx_gallery.example_error", "sphinx_gallery.space_in_filename"
]
sphinx_gallery_conf = {
    "examples_dirs": str(Path(__file__).parent / "examples"),
    "gallery_dirs": "gallery",
    "filename_pattern": r"\\.py$",
    "ignore_pattern": "records",
    "show_memory": RunElsewhere(),
    "image_scrapers": ("evidence.site.gallery.scrape",),
    "capture_repr": (),
    "reset_modules": (),
    "show_signature": False,
    "write_computation_times": False,
    "inspect_global_variables": False,
    "download_all_examples": False,
    "notebook_extensions": set(),
    "min_reported_time": 1e9,
    "only_warn_on_example_error": True,
    "nested_sections": True,
}
"""
INDEX = """
# Small

```{toctree}
gallery/index
contributing
```
"""
FORK = '''
"""
Does the child speak?
=====================

It does, and is seen to.
"""
# %%
# Import what is needed.
import os

# %%
# The child speaks.
pid = os.fork()
if pid == 0:
    print("I am the parent")
    os._exit(0)
os.waitpid(pid, 0)

# %%
# The parent speaks.
print("done")
'''


@dataclass(frozen=True)
class Built:
    """What one build did."""

    status: int
    output: str
    folder: Path

    def page(self, name: str) -> Tag:
        """A page, by its name."""
        text = (self.folder / f"{name}.html").read_text("utf-8")
        return BeautifulSoup(text, "html.parser")

    def files(self) -> dict[str, bytes]:
        """Every file of the site, and what it says."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".doctrees" not in path.parts
        }

    def written(self, name: str) -> int:
        """When a file was written, in nanoseconds."""
        return (self.folder / name).stat().st_mtime_ns


@dataclass(frozen=True)
class Site:
    """A source folder that can be built."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """Write one source file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), "utf-8")
        return path

    def example(self, name: str, text: str) -> Path:
        """Write one example, and the header of its section."""
        section = name.partition("/")[0]
        self.write(f"examples/{section}/GALLERY_HEADER.rst", f"{section}\n=======\n")
        return self.write(f"examples/{name}", text)

    def build(self, *options: str, builder: str = "html") -> Built:
        """Run ``sphinx-build`` in a process of its own."""
        out = f"docs/_build/{builder}"
        argv = [sys.executable, "-m", "sphinx", "-b", builder, "-c", "."]
        environment = {**os.environ, "PYTHONPATH": str(EXTENSIONS)}
        done = subprocess.run(
            [*argv, *options, "docs", out],
            cwd=self.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        return Built(done.returncode, done.stdout, self.root / out)
