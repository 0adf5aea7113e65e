"""Real queries find their page: error messages, names, parts of names, symptoms."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from dressed_site import ROOT
from evidence.site.search import EnglishWithParts
from serving import Served, serving

ASKED = tomllib.loads((Path(__file__).parent / "queries.toml").read_text("utf-8"))
SUMMARY = "#search-results .search-summary[role=status]"
DONE = """() => /found|did not match/.test(
    document.querySelector("#search-results .search-summary")?.textContent ?? "")"""
LINKS = "[...document.querySelectorAll('#search-results li > a')].map(a => a.href)"


@pytest.fixture(scope="module")
def real(
    chromium: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The real site, from its records."""
    out = tmp_path_factory.mktemp("real")
    options = ("-q", "-b", "html", "-D", "evidence_run=0", "-d", str(out / "doctrees"))
    argv = [
        sys.executable,
        "-m",
        "sphinx",
        *options,
        "-c",
        ".",
        "docs",
        str(out / "html"),
    ]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert (out / "html" / "searchindex.js").is_file(), done.stderr
    with serving(out / "html") as served:
        yield served


def found(page: object, base: str, text: str) -> list[str]:
    """Pages, best first, each once."""
    page.goto(f"{base}search.html?q={quote_plus(text)}")
    page.wait_for_function(DONE, timeout=20_000)
    page.wait_for_timeout(300)  # results are added one after the other
    links = (url.partition("#")[0].partition("?")[0] for url in page.evaluate(LINKS))
    return list(dict.fromkeys(url.removeprefix(base) for url in links))


def test_people_find_what_they_ask_for(chromium: object, real: Served) -> None:
    page = chromium.new_page()
    missed = []
    for query in ASKED["query"]:
        first = found(page, real.base, query["text"])[: ASKED["top"]]
        if not set(first) & set(query["pages"]):
            missed.append(f"{query['text']}: {', '.join(first) or 'nothing'}")
    page.close()
    right = len(ASKED["query"]) - len(missed)
    assert right >= ASKED["least"], "\n".join(missed)


def test_every_query_names_pages_that_exist(real: Served) -> None:
    names = {name for query in ASKED["query"] for name in query["pages"]}
    assert sorted(name for name in names if not (real.folder / name).is_file()) == []
    assert len(ASKED["query"]) == 40


def test_the_number_of_hits_is_announced(chromium: object, real: Served) -> None:
    page = chromium.new_page()
    found(page, real.base, "pass_fds")
    assert "found" in page.locator(SUMMARY).inner_text()
    page.close()


def test_names_are_split_and_kept() -> None:
    words = EnglishWithParts({}).split("call _exit or pass_fds")
    assert words == ["call", "_exit", "exit", "or", "pass_fds", "pass", "fds"]
