"""Splitting by source."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen_training.corpus.patch import Patch
from patchgen_training.corpus.split import sides, split
from patchgen_training.datasets.hub import Source, load
from training.corpus.packs import CLOCK, rows, table

SHARES = {"validation": 0.1, "test": 0.2}


def corpus(path: Path, sizes: dict[str, int]) -> Path:
    """A table with so many patches of each source."""
    return table(
        path, [Patch(CLOCK, name, f"{i}.pd") for name, size in sizes.items() for i in range(size)]
    )


def test_no_source_stands_on_two_sides(tmp_path: Path) -> None:
    found = corpus(tmp_path / "in.parquet", {f"library {i}": 1 + i % 7 for i in range(50)})

    counts = split([found], tmp_path / "out", SHARES)

    sources = {
        name: {row["source"] for row in rows(tmp_path / "out" / f"{name}.parquet")}
        for name in ("train", "validation", "test")
    }
    assert sum(map(len, sources.values())) == len(set.union(*sources.values())) == 50
    total = sum(counts.values())
    assert counts["validation"] / total == pytest.approx(0.1, abs=0.02)
    assert counts["test"] / total == pytest.approx(0.2, abs=0.02)


def test_a_source_that_would_be_most_of_a_side_stays_in_training() -> None:
    sizes = {"giant": 500, **{f"small {i}": 10 for i in range(50)}}

    for seed in range(10):
        assert "giant" not in sides(sizes, SHARES, seed)


def test_the_same_seed_splits_the_same_way() -> None:
    sizes = {f"library {i}": 3 for i in range(40)}

    assert sides(sizes, SHARES, 1) == sides(dict(reversed(sizes.items())), SHARES, 1)
    assert sides(sizes, SHARES, 1) != sides(sizes, SHARES, 2)


def test_a_side_without_patches_is_an_error(tmp_path: Path) -> None:
    found = corpus(tmp_path / "in.parquet", {"only": 10})

    with pytest.raises(PatchgenError, match="no patch is left for validation"):
        split([found], tmp_path / "out", SHARES)


def test_the_folder_is_a_data_set_for_training(tmp_path: Path) -> None:
    found = corpus(tmp_path / "in.parquet", {f"library {i}": 2 for i in range(50)})
    split([found], tmp_path / "out", SHARES)
    source = Source(str(tmp_path / "out"), {"patch": "text"}, split="validation")

    patches = load(source, tmp_path / "cache")

    assert list(patches["patch"]) == [CLOCK] * 10
