"""Data sets in the layout of the Hub, read by the real `datasets`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import datasets
import pyarrow
import pyarrow.parquet
import pytest

from patchgen.errors import PatchgenError
from patchgen_training.datasets.hub import Source, facts, load

CARD = """---
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train-*
  - split: test
    path: data/test-*
---
# Patches
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of a data set as it lies on the Hub: a card, and each split in numbered files."""
    folder = tmp_path / "Pd-patches"
    (folder / "data").mkdir(parents=True)
    (folder / "README.md").write_text(CARD)
    files = {
        "train-00000-of-00002": "one",
        "train-00001-of-00002": "two",
        "test-00000-of-00001": "3",
    }
    for name, text in files.items():
        columns = {"Patch Contents": [text], "Unnamed: 0": [1]}
        pyarrow.parquet.write_table(pyarrow.table(columns), folder / "data" / f"{name}.parquet")
    return folder


def test_a_folder_in_the_layout_of_the_hub_is_read_by_split(copy: Path, tmp_path: Path) -> None:
    columns = {"patch": "Patch Contents"}

    train = load(Source(str(copy), columns), tmp_path / "cache")
    test = load(Source(str(copy), columns, split="test"), tmp_path / "cache")

    assert (train.column_names, list(train["patch"])) == (["patch"], ["one", "two"])
    assert list(test["patch"]) == ["3"]


def test_the_originals_pairs_are_read_from_csv(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(
            [("instruction", "prompt", "output"), ("create", "a, sine", "#N canvas;\n#X obj;\n")]
        )

    columns = {"instruction": "instruction", "prompt": "prompt", "output": "output"}

    rows = load(Source(str(path), columns), tmp_path / "cache")

    wanted = {"instruction": "create", "prompt": "a, sine", "output": "#N canvas;\n#X obj;\n"}
    assert list(rows) == [wanted]


def test_a_missing_column_is_told_with_those_that_are_there(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match="no column 'patch'") as caught:
        load(Source(str(copy), {"patch": "patch"}), tmp_path / "cache")

    assert "Patch Contents" in caught.value.hint


def test_what_is_not_there_is_an_error_with_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)

    with pytest.raises(PatchgenError, match="nobody/nothing cannot be read"):
        load(Source("nobody/nothing"), tmp_path / "cache")


def test_a_broken_file_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("no json\n")

    with pytest.raises(PatchgenError, match="cannot be read"):
        load(Source(str(tmp_path / "rows.jsonl")), tmp_path / "cache")


def test_the_facts_change_with_the_content(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    told = []
    for text in ("one", "two"):
        path.write_text(json.dumps({"patch": text}) + "\n")
        source = Source(str(path))
        told.append(facts(source, load(source, tmp_path / text)))

    assert told[0]["rows"] == told[1]["rows"] == 1
    assert told[0]["content"] != told[1]["content"]
