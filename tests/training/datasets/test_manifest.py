"""Manifests and tables."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from datasets import Dataset

from patchgen import __version__
from patchgen_training.datasets import manifest, table


def test_a_folder_is_described_by_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b").write_text("two")
    (tmp_path / "a").write_text("one")

    told = manifest.described(tmp_path)

    digest = hashlib.sha256(b"one").hexdigest()
    assert told["files"][0] == {"file": "a", "bytes": 3, "sha256": digest}
    assert [file["file"] for file in told["files"]] == ["a", "b"]


def test_a_manifest_says_which_program_wrote_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    manifest.write(tmp_path / "it.json", {"seed": 1})

    told = json.loads((tmp_path / "it.json").read_text())
    assert told == {"commit": __version__, "seed": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["it.json"]


def test_a_table_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    class Broken:
        def to_parquet(self, path: str, **options: Any) -> None:
            Path(path).write_text("half")
            raise OSError("disk full")

    target = tmp_path / "rows.parquet"
    table.save(Dataset.from_list([{"text": "old"}]), target)
    old = target.read_bytes()

    with pytest.raises(OSError, match="disk full"):
        table.save(Broken(), target)

    assert target.read_bytes() == old
    assert [path.name for path in tmp_path.iterdir()] == ["rows.parquet"]
