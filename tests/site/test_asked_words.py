"""Words by which people ask, which lead to pages that do not say them."""

from __future__ import annotations

from small_site import Site

WORDS = '"gallery/first/fork" = ["EOF never comes", "OSError: [Errno 9] x"]\n'


def test_asked_words_stand_in_the_index(site: Site) -> None:
    site.write("docs/search.toml", WORDS)
    index = site.build("-W", "-D", "evidence_run=0").page("genindex")
    links = {each.get_text(): each["href"] for each in index.select("li a")}
    place = "gallery/first/fork.html#does-the-child-speak"
    assert links["EOF never comes"] == place
    assert links["OSError: [Errno 9] x"] == place


def test_changed_words_are_read_again(site: Site) -> None:
    site.write("docs/search.toml", WORDS)
    site.build("-D", "evidence_run=0")
    site.write("docs/search.toml", WORDS.replace("EOF", "End"))
    index = site.build("-D", "evidence_run=0").page("genindex")
    assert "End never comes" in index.get_text()
    assert "EOF never comes" not in index.get_text()


def test_words_for_no_page_are_an_error_and_all_pages_are_written(site: Site) -> None:
    site.write("docs/search.toml", WORDS + '"gallery/frok" = ["x"]\n')
    built = site.build("-D", "evidence_run=0")
    assert built.status == 1
    assert "search.toml: there is no page gallery/frok" in built.output
    assert built.page("gallery/first/fork").select("h1")


def test_a_file_that_is_no_toml_is_named(site: Site) -> None:
    site.write("docs/search.toml", "gallery =\n")
    built = site.build("-D", "evidence_run=0")
    assert built.status != 0
    assert "search.toml: Invalid value (at line 1" in built.output
    assert "Traceback" not in built.output
