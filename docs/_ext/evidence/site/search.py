"""Search: parts of names are found, and the words by which people ask."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search.en import SearchEnglish
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from .domain import domain_of

logger = logging.getLogger(__name__)

FILE = "search.toml"
"""Beside the pages: name of a page, and words that lead to it."""


class EnglishWithParts(SearchEnglish):
    """``pass_fds`` is indexed as it is, and as ``pass`` and ``fds``.

    Sphinx finds parts of words by itself, but only of three letters and more, and
    only after stemming: ``fds`` becomes ``fd`` and would not be found.
    """

    def split(self, input: str) -> list[str]:
        """Whole words and, where they are names, their parts."""
        return list(words_and_parts(super().split(input)))


def words_and_parts(words: list[str]) -> Iterator[str]:
    """Each word, then what stands between its underscores."""
    for word in words:
        yield word
        if "_" in word:
            yield from filter(None, word.split("_"))


class IndexAskedWords(SphinxTransform):
    """Enter the words of `FILE` into the general index, which search ranks highest."""

    default_priority = 800
    """Before the index is collected."""

    def apply(self, **kwargs: Any) -> None:
        """The place is the title of the page."""
        words = domain_of(self.env).asked_words.get(self.env.docname, [])
        section = next(self.document.findall(nodes.section), None)
        if section is None or not words:
            return
        self.env.note_dependency(str(Path(self.app.srcdir, FILE)))
        place = section["ids"][0]
        entries = [("single", word, place, "main", None) for word in words]
        section.insert(1, addnodes.index(entries=entries))


def read_asked_words(app: Sphinx) -> None:
    """``builder-inited``: one bad file must not take the pages with it."""
    path = Path(app.srcdir, FILE)
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        domain_of(app.env).asked_words = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        domain_of(app.env).asked_words = {}
        wrong(app, str(error))


def check_asked_words(app: Sphinx, env: BuildEnvironment) -> None:
    """``env-check-consistency``: words must lead to a page."""
    for name in sorted(set(domain_of(env).asked_words) - env.found_docs):
        wrong(app, f"there is no page {name}")


def wrong(app: Sphinx, message: str) -> None:
    """Say it, and let the build fail in the end."""
    logger.error("%s: %s", Path(app.srcdir, FILE), message)
    app.statuscode = 1
