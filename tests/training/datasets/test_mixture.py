"""Mixtures of data sets."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen_training.datasets.form import Wording
from patchgen_training.datasets.hub import Source
from patchgen_training.datasets.mixture import Part, mixed

RAW = Wording("raw")


def part(folder: Path, name: str, count: int, share: float = 1, wording: Wording = RAW) -> Part:
    """A part with so many rows."""
    path = folder / f"{name}.jsonl"
    rows = ({"patch": f"{name} {i}", "prompt": "p", "output": "o"} for i in range(count))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return Part(Source(str(path)), wording, share)


def test_the_same_seed_gives_the_same_rows_and_another_one_others(tmp_path: Path) -> None:
    parts = [part(tmp_path, "a", 40), part(tmp_path, "b", 40)]

    one, again, other = (mixed(parts, seed, tmp_path / "cache") for seed in (1, 1, 2))

    assert list(one.rows["text"]) == list(again.rows["text"])
    assert one.facts["sha256"] == again.facts["sha256"] != other.facts["sha256"]
    assert sorted(one.rows["text"]) == sorted(other.rows["text"])


def test_shares_say_how_often_rows_are_drawn(tmp_path: Path) -> None:
    parts = [part(tmp_path, "half", 20, 0.5), part(tmp_path, "more", 20, 2.5)]

    texts = Counter(mixed(parts, 1, tmp_path / "cache").rows["text"])

    drawn = {name: [n for text, n in texts.items() if name in text] for name in ("half", "more")}
    assert drawn["half"] == [1] * 10
    assert sorted(drawn["more"]) == [2] * 10 + [3] * 10


def test_the_facts_tell_what_went_in(tmp_path: Path) -> None:
    told = mixed([part(tmp_path, "a", 3), part(tmp_path, "b", 4)], 7, tmp_path / "cache").facts

    assert (told["seed"], told["rows"], len(told["sha256"])) == (7, 7, 64)
    assert [p["used"] for p in told["parts"]] == [3, 4]
    assert all(len(p["content"]["sha256"]) == 64 for p in told["parts"])


def test_parts_of_different_columns_do_not_mix(tmp_path: Path) -> None:
    parts = [part(tmp_path, "a", 3), part(tmp_path, "b", 3, wording=Wording("instruction"))]

    with pytest.raises(PatchgenError, match="different columns"):
        mixed(parts, 1, tmp_path / "cache")


def test_a_part_without_a_usable_row_is_an_error(tmp_path: Path) -> None:
    wording = Wording("raw", is_notation=True)

    with pytest.raises(PatchgenError, match="no row of .* can be used"):
        mixed([part(tmp_path, "a", 3, wording=wording)], 1, tmp_path / "cache")
