"""Removing models: only what lies in the models folder goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.catalog.checksum import note
from patchgen.catalog.remove import remove
from patchgen.errors import ModelUnknown


def put(path: Path) -> Path:
    """A file that counts as a model."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"GGUF")
    return path


def test_a_model_goes_with_its_note_and_card(tmp_path: Path) -> None:
    models = tmp_path / "models"
    path, other = put(models / "hub/a/b/q4.gguf"), put(models / "mine.gguf")
    note(path, "0" * 64)
    path.with_suffix(".json").write_text("{}", "utf-8")

    gone = remove(path, models)

    assert len(gone) == 3
    assert list(models.rglob("*")) == [other]


def test_folders_that_hold_more_stay(tmp_path: Path) -> None:
    path, other = put(tmp_path / "hub/a/b/q4.gguf"), put(tmp_path / "hub/a/b/q8.gguf")

    remove(path, tmp_path)

    assert other.exists()


@pytest.mark.parametrize("place", ["elsewhere/q4.gguf", "models/../elsewhere/q4.gguf"])
def test_a_file_elsewhere_stays(tmp_path: Path, place: str) -> None:
    (tmp_path / "models").mkdir()
    path = put(tmp_path / place)

    with pytest.raises(ModelUnknown, match="stays"):
        remove(path, tmp_path / "models")

    assert path.exists()


def test_what_a_link_leads_to_stays(tmp_path: Path) -> None:
    target = put(tmp_path / "elsewhere/q4.gguf")
    link = tmp_path / "models/q4.gguf"
    link.parent.mkdir()
    link.symlink_to(target)

    remove(link, tmp_path / "models")

    assert target.exists() and not link.is_symlink()


def test_a_linked_folder_leads_out(tmp_path: Path) -> None:
    target = put(tmp_path / "elsewhere/q4.gguf")
    (tmp_path / "models").mkdir()
    (tmp_path / "models/more").symlink_to(target.parent)

    with pytest.raises(ModelUnknown):
        remove(tmp_path / "models/more/q4.gguf", tmp_path / "models")

    assert target.exists()
