"""Folders are there whole or not at all."""

from pathlib import Path

import pytest

from patchgen_training.tuning import whole


def test_a_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "model"
    target.mkdir()
    (target / "old.txt").touch()

    with whole.folder(target) as partial:
        (partial / "new.txt").write_text("weights", encoding="utf-8")

    assert [path.name for path in target.iterdir()] == ["new.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_an_error_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "model"
    target.mkdir()
    (target / "old.txt").touch()

    with pytest.raises(RuntimeError), whole.folder(target) as partial:
        (partial / "new.txt").touch()
        raise RuntimeError("disk full")

    assert [path.name for path in target.iterdir()] == ["old.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
