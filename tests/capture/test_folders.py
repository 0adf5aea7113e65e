"""The folders of a run go, and nothing beside them is touched."""

from __future__ import annotations

import importlib.util
import shutil
import stat
from pathlib import Path
from types import ModuleType

import evidence.capture
import pytest


@pytest.fixture
def folders() -> ModuleType:
    """A program's module, which is never imported as a part of the package."""
    package = Path(evidence.capture.__file__ or "").parent
    path = package / "supervisor" / "folders.py"
    spec = importlib.util.spec_from_file_location("folders", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mode(path: Path) -> int:
    """Its permissions."""
    return stat.S_IMODE(path.stat().st_mode)


def test_what_cannot_be_removed_at_once_leaves_the_rest_alone(
    folders: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    tmp_path.chmod(0o755)
    beside.chmod(0o555)
    folder = Path(folders.make(str(tmp_path)))
    (folder / "work" / "link").symlink_to(beside)
    (folder / "work" / "shut").mkdir(mode=0)
    removed, calls = shutil.rmtree, []

    def fail_once(path: str, ignore_errors: bool) -> None:
        calls.append(path)
        if len(calls) > 1:
            removed(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", fail_once)
    folders.remove(str(folder))
    assert len(calls) == 2
    assert not folder.exists()
    assert (mode(tmp_path), mode(beside)) == (0o755, 0o555)


def test_a_folder_that_is_gone_already_is_no_error(
    folders: ModuleType, tmp_path: Path
) -> None:
    folders.remove(str(tmp_path / "gone"))
