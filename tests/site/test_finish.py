"""What the last look does to a page, and that each of its patterns has work to do."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from docutils import nodes
from dressed_site import ROOT, dress
from evidence.site.descriptions import LONGEST, description, shortened
from evidence.site.finish import MENDS, SIGNS, Mend, finish
from small_site import Built, Site

ICONS = "_templates/partials/icons.html"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page as the theme alone writes it."""
    site = dress(Site(tmp_path_factory.mktemp("raw")))
    return pages(site.build("-D", "template_bridge=", "-D", "evidence_run=0"))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page as it is served."""
    site = dress(Site(tmp_path_factory.mktemp("finished")))
    return pages(site.build("-D", "evidence_run=0"))


def pages(built: Built) -> dict[str, str]:
    """Name of each page: its text."""
    assert built.status == 0, built.output
    files = built.files().items()
    return {name: text.decode() for name, text in files if name.endswith(".html")}


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.reason)
def test_each_mend_still_has_work(mend: Mend, raw: dict[str, str]) -> None:
    pattern = re.compile(mend.pattern, re.DOTALL)
    texts = [text for text in raw.values() if pattern.search(text)]
    assert texts, f"no page holds {mend.pattern!r} any more: drop or mend the mend"


@pytest.mark.parametrize("asset", SIGNS)
def test_each_asset_that_is_dropped_is_still_there(
    asset: str, raw: dict[str, str]
) -> None:
    assert f"/{asset}" in raw["index.html"]
    assert f"/{asset}" not in finish(raw["plain.html"])


def test_what_a_page_uses_stays(finished: dict[str, str]) -> None:
    example = finished["gallery/first/fork.html"]
    for name in ("copybutton.css", "clipboard.min.js", "copybutton.js"):
        assert name in example
        assert name not in finished["plain.html"]
    for name in ("site.css", "site.js", "furo.css", "furo.js"):
        assert name in finished["plain.html"]


def test_no_page_writes_styles_or_asks_another_host(finished: dict[str, str]) -> None:
    for name, text in finished.items():
        assert " style=" not in text, name
        assert "<style" not in text, name
        fetched = re.findall(r'<(?:link|script|img|iframe)[^>]*"(?:https?:)?//', text)
        assert not fetched, name


def test_the_policy_names_every_script_in_the_page(finished: dict[str, str]) -> None:
    for name, text in finished.items():
        policy = re.search(r'<head><meta http-equiv="[^"]+" content="([^"]+)">', text)
        assert policy, f"{name}: the policy does not stand first"
        assert "unsafe" not in policy[1]
        for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            digest = b64encode(sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[1], name


def test_menus_open_without_a_script(finished: dict[str, str]) -> None:
    page = finished["words.html"]
    for id_ in ("site-menu", "page-menu"):
        assert len(re.findall(f'id="{id_}" popover aria-label=', page)) == 1
        assert f'popovertarget="{id_}" aria-label=' in page
    assert "sidebar-toggle" not in page
    assert "__toc" not in page


def test_each_page_has_one_heading_and_one_description(
    finished: dict[str, str],
) -> None:
    for name, text in finished.items():
        assert text.count("<h1") == 1, name
        assert text.count('name="viewport"') == 1, name
        if name != "genindex.html":
            assert text.count('<meta name="description"') == 1, name


def test_descriptions_are_answers(finished: dict[str, str]) -> None:
    example = 'name="description" content="It does, and is seen to."'
    assert example in finished["gallery/first/fork.html"]
    said = 'content="Less than one &amp; two, &#34;the answer&#34;."'
    assert said in finished["index.html"].replace("“", "&#34;").replace("”", "&#34;")


def test_the_menu_opens_the_branch_of_its_page_only(finished: dict[str, str]) -> None:
    def menu(name: str) -> str:
        return finished[name].partition('id="site-menu"')[2].partition("</aside>")[0]

    assert "gallery/first/fork.html" not in menu("index.html")
    assert "gallery/index.html" in menu("index.html")
    assert 'class="toctree-l3 current' in menu("gallery/first/fork.html")


def test_search_speaks_without_scripts(finished: dict[str, str]) -> None:
    page = finished["search.html"]
    assert "<h1>Search</h1>" in page
    assert 'href="gallery/index.html"' in page.partition("<noscript>")[2]


def test_the_copied_icons_are_those_of_the_theme() -> None:
    import furo

    theirs = Path(furo.__file__).parent / "theme/furo/partials/icons.html"
    ids = re.compile(r'<symbol id="([\w-]+)"')
    ours = set(ids.findall((ROOT / "docs" / ICONS).read_text("utf-8")))
    assert ours == set(ids.findall(theirs.read_text())) - {"svg-pencil", "svg-eye"}


def test_a_lede_is_preferred_and_markup_left_out() -> None:
    document = nodes.document(None, None)
    document += nodes.paragraph(text="First.")
    lede = nodes.paragraph("", "The ", nodes.raw("", "<b>x</b>", format="html"))
    lede["classes"].append("lede")
    lede += nodes.literal(text="answer")
    assert description(document) == "First."
    document += lede
    assert description(document) == "The answer"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Short. Enough.", "Short. Enough."),
        ("A sentence of fifty characters, which stands alone. " + "word " * 40,
         "A sentence of fifty characters, which stands alone."),
        ("word " * 60, ("word " * 40).strip() + " …"),
    ],
)  # fmt: skip
def test_long_texts_end_after_a_sentence_or_a_word(text: str, kept: str) -> None:
    assert shortened(text) == kept
    assert len(kept) <= LONGEST + 2
