"""How a script is read: blocks, points, and the digest that ties a record to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from evidence.core.examples import example_paths, find_examples, read_example
from evidence.core.model import EvidenceError, Example, Expectation

ROOT = Path(__file__).parents[2]
SCRIPT = '''"""
Does the child read?
====================

It does, and is seen to.
It was written so.
"""
# requires: os.fork
# exits: 3

# %%
# Import what is needed.
import os  # the system

# %%
# Some prose.
name = "secret"
print(
    f"{name!r} {'#' + name}",  # a comment
)  #> parent | 'secret' #secret

# %%
# The end.
os._exit(3)  #> parent ! bye
'''
DIGEST = "sha256:c5c48867facb20c6"


def read(folder: Path, source: str = SCRIPT) -> Example:
    """A script of that text."""
    path = folder / "section" / "name.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, "utf-8")
    return read_example(path, folder)


def test_all_that_a_script_says(tmp_path: Path) -> None:
    example = read(tmp_path)
    assert example.name == "section/name.py"
    assert example.title == "Does the child read?"
    assert example.answer == "It does, and is seen to. It was written so."
    assert [(b.number, b.first_line) for b in example.blocks] == [
        (1, 13),
        (2, 17),
        (3, 24),
    ]
    assert example.requires == ("os.fork",)
    assert example.exits == "3"
    assert example.expectations == (
        Expectation(20, 2, "parent", "'secret' #secret"),
        Expectation(24, 3, "parent", "bye", "stderr"),
    )


def test_records_are_no_examples(tmp_path: Path) -> None:
    for name in ("b/x.py", "a/y.py", "records/z.py", "conf.py", "a/deep/w.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SCRIPT)
    found = [path.relative_to(tmp_path).as_posix() for path in example_paths(tmp_path)]
    assert found == ["a/y.py", "b/x.py"]
    assert [example.name for example in find_examples(tmp_path)] == found


def test_the_digest_is_this_one(tmp_path: Path) -> None:
    # A change of how it is made would turn every record in the world stale.
    assert read(tmp_path).digest == DIGEST


PROSE = {
    "typo in the docstring": ("It was written so.", "It was written like that."),
    "title": ("Does the child read?\n====================", "Does it?\n========"),
    "typo in the prose": ("# Some prose.", "# Other prose,\n# and more of it."),
    "comment in the code": ("# a comment", "# another"),
    "comment taken away": ("  # the system", ""),
    "blank line": ("import os  # the system\n", "import os  # the system\n\n\n"),
    "space at a line's end": ('name = "secret"', 'name = "secret"   '),
    "point": ("#> parent | 'secret' #secret", "#> parent | something else"),
    "title of a cell": ("# %%\n# The end.", "# %% Last\n# The end."),
}
CODE = {
    "code": ('name = "secret"', 'name = "secrets"'),
    "string that looks like a comment": ("'#' + name", "'# ' + name"),
    "indentation": ("    f", "  f"),
    "line less": ("import os  # the system\n\n", "\n"),
    "block more": ('name = "secret"\n', 'name = "secret"\n\n# %%\n# More.\n'),
    "block less": ("# %%\n# The end.\n", "# The end.\n"),
    "front matter": ("# requires: os.fork", "# requires: os.posix_spawn"),
    "front matter taken away": ("# exits: 3\n", ""),
}


@pytest.mark.parametrize(("old", "new"), PROSE.values(), ids=PROSE)
def test_a_mended_typo_keeps_the_digest(tmp_path: Path, old: str, new: str) -> None:
    assert old in SCRIPT
    assert read(tmp_path, SCRIPT.replace(old, new)).digest == DIGEST


@pytest.mark.parametrize(("old", "new"), CODE.values(), ids=CODE)
def test_what_can_change_the_output_changes_it(
    tmp_path: Path, old: str, new: str
) -> None:
    assert old in SCRIPT
    assert read(tmp_path, SCRIPT.replace(old, new, 1)).digest != DIGEST


def find_python(version: str) -> str:
    """On the path or at pyenv's; one that starts, or ""."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = [
        shutil.which(f"python{version}"),
        *pyenv.glob(f"versions/{version}.*/bin/python"),
    ]
    for python in filter(None, found):
        if subprocess.run([python, "-c", ""], capture_output=True).returncode == 0:
            return str(python)
    return ""


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14", "3.15"])
def test_every_python_makes_the_same_digest(version: str) -> None:
    python = find_python(version)
    if not python:
        pytest.skip(f"Python {version} is not here")
    program = (
        "from pathlib import Path; from evidence.core.examples import find_examples;"
        "print([(e.name, e.digest) for e in find_examples(Path('examples'))])"
    )
    # What our parser needs is pure Python: another interpreter can use it from here.
    path = os.pathsep.join((str(ROOT / "docs/_ext"), sysconfig.get_path("purelib")))
    answers = [
        subprocess.run(
            [each, "-c", program],
            env={**os.environ, "PYTHONPATH": path},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in (sys.executable, python)
    ]
    assert answers[0] == answers[1]
    assert answers[0].count("sha256:") >= 6


BROKEN = {
    "no docstring": ("import os\n", 1, "no docstring"),
    "no title": ('"""Just a sentence."""\nimport os\n', 1, "no title"),
    "boundary in a statement": (
        SCRIPT.replace("print(\n", "print(\n# %%\n# Inside.\n"),
        21,
        "inside a statement",
    ),
    "point in the prose": (
        SCRIPT.replace("# Some prose.", "# Some prose.\n#> parent | x"),
        17,
        "stands in the prose",
    ),
}


@pytest.mark.parametrize(("source", "line", "what"), BROKEN.values(), ids=BROKEN)
def test_a_broken_script_is_one_line(
    tmp_path: Path, source: str, line: int, what: str
) -> None:
    with pytest.raises(EvidenceError) as error:
        read(tmp_path, source)
    said = str(error.value)
    assert said.startswith(f"{tmp_path / 'section/name.py'}:{line}: "), said
    assert what in said
    assert error.value.repair
    assert "\n" not in said


def test_bytes_that_are_not_utf8_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "section" / "name.py"
    path.parent.mkdir()
    path.write_bytes(SCRIPT.encode().replace(b"secret", b"\xff"))
    with pytest.raises(EvidenceError, match=r"cannot be read.*save it as UTF-8"):
        read_example(path, tmp_path)


def test_a_syntax_error_is_an_example_all_the_same(tmp_path: Path) -> None:
    example = read(tmp_path, SCRIPT.replace("os._exit(3)", "os._exit(3"))
    assert example.name == "section/name.py"
    assert example.exits == "3"
