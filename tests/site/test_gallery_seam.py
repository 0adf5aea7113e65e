"""The contract with sphinx-gallery; an upgrade that moves the seam turns this red.

Each failure says what moved and where the extension stands on it.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from evidence.site.gallery import RunElsewhere, scrape
from sphinx_gallery import gen_rst, py_source_parser, scrapers

MOVED = "sphinx-gallery has moved its seam, see docs/_ext/evidence/site/gallery.py: "
SCRIPT = '"""\nTitle\n=====\n\nAnswer.\n"""\n# %%\n# Text.\nx = 1\nopen("ran", "w")\n'


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A script of one block that ends in an expression, executed by sphinx-gallery."""
    calls = SimpleNamespace(wrapped=[], scraped=[], output="", ran=False)

    class Watching(RunElsewhere):
        def __call__(self, execute: Any) -> tuple[float, None]:
            calls.wrapped.append(execute)
            return super().__call__(execute)

    def watch(block: Any, block_vars: Any, conf: Any) -> str:
        calls.scraped.append((block, dict(block_vars)))
        return scrape(block, block_vars, conf)

    path = tmp_path / "section" / "script.py"
    path.parent.mkdir()
    path.write_text(SCRIPT, "utf-8")
    monkeypatch.chdir(tmp_path)
    conf = {
        "show_memory": Watching(),
        "plot_gallery": True,
        "parallel": False,
        "image_scrapers": (watch,),
        "reset_argv": lambda conf, script: [],
        "capture_repr": (),
        "ignore_repr_types": "",
        "abort_on_example_error": False,
        "only_warn_on_example_error": True,
        "examples_dirs": str(tmp_path),
        "src_dir": str(tmp_path),
    }
    file_conf, blocks = py_source_parser.split_code_and_text_blocks(str(path))
    variables = {
        "execute_script": True,
        "src_file": str(path),
        "target_file": str(tmp_path / "target.py"),
        "image_path_iterator": scrapers.ImagePathIterator(str(tmp_path / "{0}.png")),
    }
    Path(variables["target_file"]).write_text(SCRIPT)
    outputs, _ = gen_rst.execute_script(blocks, variables, conf, file_conf)
    calls.output = outputs[-1]
    calls.ran = (path.parent / "ran").exists()
    return calls


def test_every_block_goes_through_the_callable(seen: SimpleNamespace) -> None:
    assert seen.wrapped, MOVED + "show_memory no longer takes a callable"
    assert not seen.ran, MOVED + "a block was executed in the build's own process"


def test_the_value_of_a_last_expression_can_be_set(seen: SimpleNamespace) -> None:
    modules = [getattr(each, "fake_main", None) for each in seen.wrapped]
    assert any(modules), MOVED + "what show_memory receives has no fake_main any more"
    assert "Error" not in seen.output, MOVED + f"___ is read elsewhere: {seen.output}"


def test_the_scraper_is_asked_after_each_block(seen: SimpleNamespace) -> None:
    assert len(seen.scraped) == 1, MOVED + "the scraper is not called once a block"
    block, variables = seen.scraped[0]
    assert block.type == "code", MOVED + "blocks have no type"
    assert block.lineno == 9, MOVED + "blocks have no line number"
    assert "open(" in block.content, MOVED + "blocks have no content"
    assert variables["src_file"].endswith("script.py"), MOVED + "src_file is gone"


def test_its_answer_stands_alone_under_the_code(seen: SimpleNamespace) -> None:
    said = seen.output.strip()
    assert said.startswith(".. observed:: section/script.py"), MOVED + said
    assert ":block: 1" in said
    assert "sphx-glr-script-out" not in said, MOVED + "it adds an output of its own"


def test_the_callable_leaves_the_configuration_cached() -> None:
    again = pickle.loads(pickle.dumps(RunElsewhere()))
    assert again == RunElsewhere()
    assert again
