"""What a build runs, keeps, writes and complains of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from evidence.core.model import Block, Line
from small_records import SEEN, record
from small_site import CONF, EXTENSIONS, FORK, Site


def panel(page: object, platform: str = "linux", block: int = 0) -> object:
    """One platform's panel on a page."""
    return page.select(f'.tab-content[data-platform="{platform}"]')[block]


def lines(panel: object) -> list[tuple[str, str]]:
    """Writer and text of each line."""
    return [(li["data-writer"], li.code.get_text()) for li in panel.select("li")]


def test_without_a_record_the_build_shows_what_it_saw(site: Site) -> None:
    built = site.build("-W")
    page = built.page("gallery/first/fork")
    assert built.status == 0, built.output
    assert "evidence: 1 examples run, 0 kept" in built.output
    assert [p["data-status"] for p in page.select(".tab-content")] == ["live", "live"]
    assert lines(panel(page)) == [("child", "I am the parent")]
    assert lines(panel(page, block=1)) == [("parent", "done")]
    assert "sphx-glr-script-out" not in str(page)


def test_what_is_not_possible_here_is_neither_run_nor_kept(site: Site) -> None:
    handle = '"""\nT\n=\n\nA.\n"""\n# requires: msvcrt\nimport msvcrt\n'
    site.example("first/handle.py", handle)
    said = "examples run, {} kept, 1 not possible here"
    assert "1 " + said.format(0) in site.build().output
    assert "0 " + said.format(1) in site.build().output


def test_a_record_that_the_run_confirms_is_verified(site: Site) -> None:
    record(site)
    built = site.build("-W")
    page = built.page("gallery/first/fork")
    assert built.status == 0, built.output
    assert panel(page)["data-status"] == "verified"
    assert "Linux 6.1, CPython 3.13.0" in panel(page).select_one(".where").get_text()
    end = panel(page, block=1).select_one(".end")
    kept = built.folder / "gallery/first" / end.a["href"]
    assert end.span.get_text() == "exit 0"
    assert "I am the parent" in kept.read_text()


def test_a_second_build_runs_nothing_and_changes_no_file(site: Site) -> None:
    record(site)
    first = site.build("-W")
    names = "gallery/first/fork.html", "index.html", "_records/linux/first/fork.txt"
    before, times = first.files(), [first.written(name) for name in names]
    built = site.build("-W")
    assert "evidence: 0 examples run, 1 kept" in built.output
    assert built.files() == before
    assert [built.written(name) for name in names] == times


def test_a_change_of_the_extension_reaches_every_page(site: Site) -> None:
    copy = site.root / "extension"
    shutil.copytree(EXTENSIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    site.write("conf.py", f"import sys\nsys.path.insert(0, {str(copy)!r})\n{CONF}")
    site.build()
    code = copy / "evidence/site/descriptions.py"
    old = 'text = description(doctree) if doctree else ""'
    assert old in code.read_text()
    code.write_text(code.read_text().replace(old, "text = 'changed'"))
    built = site.build()
    for name in ("index", "contributing", "gallery/first/fork"):
        assert built.page(name).select('meta[content="changed"]'), name


def test_a_second_build_finds_the_terms_of_a_glossary(site: Site) -> None:
    site.write(
        "docs/words.rst",
        ":orphan:\n\nWords\n=====\n\n.. glossary::\n\n   fork\n      A copy.\n",
    )
    first = site.build("-W").files()
    assert b'"indexentries":{"fork"' in first["searchindex.js"]
    assert site.build("-W").files() == first


def test_a_changed_record_shows_at_the_next_build(site: Site) -> None:
    record(site)
    site.build("-W")
    record(site, blocks=(Block(2, (Line("child", "something else"),)), SEEN[1]))
    built = site.build()
    shown = panel(built.page("gallery/first/fork"))
    assert "evidence: 0 examples run, 1 kept" in built.output
    assert "examples/first/fork.py: this build saw something else" in built.output
    assert "make records" in built.output
    assert built.status == 0
    assert shown["data-status"] == "changed"
    texts = [text for _, text in lines(shown)]
    assert texts == ["something else", "I am the parent"]
    assert shown.select_one("li[data-differs] .instead").get_text().startswith("≠")
    before = built.files()
    again = site.build()
    assert "this build saw something else" in again.output
    assert again.files() == before


def test_a_changed_script_runs_alone_and_makes_its_record_stale(site: Site) -> None:
    site.example("first/other.py", FORK.replace("done", "other"))
    record(site)
    site.build()
    site.example("first/fork.py", FORK.replace("I am the parent", "new"))
    built = site.build()
    shown = panel(built.page("gallery/first/fork"))
    assert "evidence: 1 examples run, 1 kept" in built.output
    assert "the script has changed since records/linux/first/fork.txt" in built.output
    assert shown["data-status"] == "stale"
    assert [text for _, text in lines(shown)] == ["new", "I am the parent"]


def test_without_execution_the_records_are_shown(site: Site) -> None:
    record(site)
    built = site.build("-W", "-D", "evidence_run=0")
    assert "examples run" not in built.output
    assert panel(built.page("gallery/first/fork"))["data-status"] == "verified"


def test_a_failing_example_keeps_its_place(site: Site) -> None:
    site.example("first/fails.py", FORK + "raise SystemExit(3)\n")
    for _ in range(2):
        built = site.build()
        page = built.page("gallery/first/fails")
        assert built.status == 1
        assert "ended with exit status 3, not 0" in built.output
        assert panel(page)["data-status"] == "failed"
        assert lines(panel(page)) == [("child", "I am the parent")]
        assert built.page("gallery/first/fork").select(".transcript")


def test_a_script_that_python_cannot_read_shows_its_traceback(site: Site) -> None:
    site.example("first/broken.py", '"""\nT\n=\n\nA.\n"""\nprint("x"\n')
    built = site.build()
    page = built.page("gallery/first/broken")
    shown = panel(page)
    assert built.status == 1
    assert str(site.root) not in str(page)
    assert shown["data-status"] == "failed"
    assert "SyntaxError: '(' was never closed" in shown.get_text()


def test_a_broken_example_is_one_error_and_the_others_are_written(site: Site) -> None:
    site.example("first/bad.py", FORK + "#> chlid | x\n")
    built = site.build()
    assert built.status == 1
    assert built.output.count("bad.py:22: ") == 1, built.output
    assert built.page("gallery/first/fork").select(".transcript")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"print(1)\n", "bad.py:1: the script has no docstring; begin it with"),
        (b'"""\nNo title.\n"""\nprint(1)\n', "bad.py:1: the docstring has no title"),
        (b"\xff\xfe\n", "bad.py: this cannot be read: "),
    ],
)
def test_a_script_without_a_page_is_one_error_and_the_others_are_written(
    site: Site, text: bytes, said: str
) -> None:
    site.example("first/bad.py", "").write_bytes(text)
    for _ in range(2):
        built = site.build()
        assert built.status == 1
        assert built.output.count(said) == 1, built.output
        assert "Traceback" not in built.output
        assert "WARNING" not in built.output
        assert built.page("gallery/first/fork").select(".transcript")


def test_a_broken_record_is_one_error_with_its_line(site: Site) -> None:
    record(site)
    path = site.root / "examples/records/linux/first/fork.txt"
    path.write_text(path.read_text().replace("exit: 0", "exist: 0"))
    built = site.build()
    assert built.status == 1
    assert "fork.txt:" in built.output
    assert "make records" in built.output
    assert built.page("gallery/first/fork").select(".transcript")


def test_a_stray_record_is_an_error(site: Site) -> None:
    record(site)
    folder = site.root / "examples/records/linux/first"
    (folder / "gone.txt").write_text((folder / "fork.txt").read_text())
    built = site.build()
    assert built.status == 1
    assert "gone.txt" in built.output


def test_a_removed_example_takes_its_page_with_it(site: Site) -> None:
    gone = site.example("first/gone.py", FORK)
    site.build()
    gone.unlink()
    built = site.build("-W")
    assert built.status == 0, built.output
    assert not (site.root / "docs/gallery/first/gone.rst").exists()


def test_two_processes_write_the_same_site(site: Site) -> None:
    for number in range(6):
        site.write(f"docs/page{number}.md", "# P\n\n```{observed} first/fork.py\n```\n")
    record(site)
    one = site.build().files()
    two = site.build("-j", "2", "-E", "-a")
    assert "I am the parent" in str(two.page("page3"))
    assert two.files() == one


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub"])
def test_other_builders_get_plain_text(site: Site, builder: str) -> None:
    site.write("docs/page.md", "# Page\n\n```{observed} first/fork.py\n```\n")
    record(site)
    built = site.build(builder=builder)
    assert built.status == 0, built.output
    if builder == "text":
        text = (built.folder / "page.txt").read_text()
        assert "child | I am the parent" in text
        assert "Not captured yet: Windows, macOS." in text


def test_nothing_of_sphinx_gallery_is_shipped(site: Site) -> None:
    built = site.build()
    names = [name for name in built.files() if not name.startswith("_static/")]
    assert not [name for name in names if name.endswith((".zip", ".png", ".ipynb"))]
    page = str(built.page("gallery/first/fork"))
    for word in ("Estimated memory", "Gallery generated by", "Go to the end", "zipped"):
        assert word not in page
    assert built.page("gallery/first/fork").select_one(".facts a[download]")


def test_a_build_that_breaks_leaves_no_process_behind(site: Site) -> None:
    site.example("first/slow.py", '"""\nT\n=\n\nA.\n"""\nimport time\ntime.sleep(9)\n')
    site.write(
        "conf.py",
        CONF
        + "\ndef setup(app):\n"
        + "    app.connect('env-before-read-docs', lambda *_: 1 / 0)\n",
    )
    built = site.build()
    left = [
        path.parent.name
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if str(site.root).encode() in read(path)
    ]
    assert built.status == 2
    assert "division by zero" in built.output
    assert left == []


def read(path: Path) -> bytes:
    """The command line of a process that may end meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
