"""The seam to sphinx-gallery: it finds, orders and renders; nothing of ours runs in it.

Both hooks are public configuration values (`show_memory` and `image_scrapers`).
``tests/site/test_gallery_seam.py`` turns red where an upgrade moves them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..core.examples import has_code

DIRECTIVE = """
.. observed:: {example}
   :block: {block}
   :part:

"""


@dataclass(frozen=True)
class RunElsewhere:
    """For ``show_memory``: sphinx-gallery hands it each block, and it runs none.

    An instance of a frozen class, because the configuration is pickled and compared:
    with a plain function every build would read every page again.
    """

    def __call__(self, execute: Callable[[], Any]) -> tuple[float, None]:
        """Memory used, and no result.

        After a block that ends in an expression sphinx-gallery reads ``___`` from the
        module in which it believes to have run the block.
        """
        module = getattr(execute, "fake_main", None)
        if module is not None:
            module.___ = None
        return 0.0, None


def scrape(
    block: Any, block_vars: dict[str, Any], gallery_conf: Mapping[str, Any]
) -> str:
    """For ``image_scrapers``: what stands under a code block, as a directive.

    The transcript itself is looked up whenever the page is written, because
    sphinx-gallery comes here only when the script has changed.
    """
    if not has_code(block.content):  # front matter alone is no block
        return ""
    number = block_vars["evidence_block"] = block_vars.get("evidence_block", 0) + 1
    folder = examples_folder(gallery_conf)
    example = os.path.relpath(block_vars["src_file"], folder).replace(os.sep, "/")
    return DIRECTIVE.format(example=example, block=number)


def examples_folder(gallery_conf: Mapping[str, Any]) -> Path:
    """The one folder of examples."""
    folders = gallery_conf["examples_dirs"]
    folder = folders if isinstance(folders, (str, Path)) else folders[0]
    return Path(gallery_conf["src_dir"], folder).resolve()


def gallery_name(gallery_conf: Mapping[str, Any]) -> str:
    """The folder of the generated pages, as a prefix of their names."""
    folders = gallery_conf["gallery_dirs"]
    folder = folders if isinstance(folders, (str, Path)) else folders[0]
    source = Path(gallery_conf["src_dir"])
    return Path(source, folder).relative_to(source).as_posix()


def example_of(docname: str, gallery_conf: Mapping[str, Any]) -> str:
    """The name of the example whose page this is, or ""."""
    prefix = gallery_name(gallery_conf) + "/"
    name = docname.removeprefix(prefix) + ".py"
    if not docname.startswith(prefix) or name.count("/") != 1:
        return ""
    return name if (examples_folder(gallery_conf) / name).is_file() else ""


def leave_out(gallery_conf: dict[str, Any], names: Iterable[str]) -> None:
    """Keep scripts from sphinx-gallery, which would end the build at one of them."""
    patterns = [gallery_conf["ignore_pattern"]]
    patterns += [f"^{re.escape(Path(name).name)}$" for name in names]
    gallery_conf["ignore_pattern"] = "|".join(patterns)


def remove_strays(app: Sphinx) -> None:
    """Remove what sphinx-gallery once generated for scripts that are gone.

    It never does so itself, and their pages would be errors for ever.
    """
    conf = app.config.sphinx_gallery_conf
    folder, examples = app.srcdir / gallery_name(conf), examples_folder(conf)
    for digest in sorted(folder.rglob("*.py.md5")):
        script = digest.with_suffix("")
        if not (examples / script.relative_to(folder)).exists():
            for generated in script.parent.glob(f"{escape(script.stem)}.*"):
                generated.unlink()
    for index in sorted(folder.rglob("index.rst")):
        if not (examples / index.parent.relative_to(folder)).is_dir():
            index.unlink()


def drop_code_links(app: Sphinx) -> None:
    """Forget the names that sphinx-gallery found in the code.

    They are for links into other sites' inventories, which are not fetched here;
    without links its transform only writes the same code in three times the bytes.
    """
    folder = app.srcdir / gallery_name(app.config.sphinx_gallery_conf)
    for names in folder.rglob("*.codeobj.json"):
        names.unlink()
