"""The folders of a run are removed, and nothing above them is touched."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from evidence.capture import runner

FOLDERS = Path(runner.__file__).parent / "supervisor" / "folders.py"


@pytest.fixture
def folders() -> ModuleType:
    """A part of a program, loaded by its path."""
    spec = importlib.util.spec_from_file_location("folders", FOLDERS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_they_go_whatever_a_script_did_to_them(
    folders: ModuleType, tmp_path: Path
) -> None:
    made = Path(folders.make(str(tmp_path)))
    (made / "work" / "file").write_text("x")
    (made / "work").chmod(0)
    made.chmod(0)
    folders.remove(str(made))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_leaves_its_parent_as_it_was(
    folders: ModuleType, tmp_path: Path
) -> None:
    tmp_path.chmod(0o755)
    made = folders.make(str(tmp_path))
    folders.remove(made)
    folders.remove(made)
    assert tmp_path.stat().st_mode & 0o777 == 0o755
