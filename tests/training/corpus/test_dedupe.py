"""Copies and near copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.pd.parse import parse
from patchgen_training.corpus import likeness
from patchgen_training.corpus.dedupe import dedupe
from patchgen_training.corpus.patch import Patch
from training.corpus.packs import CLOCK, SINE, rows, table

HEAD = "#N canvas 0 50 450 300 12;\n"


def chain(*names: str) -> str:
    """A patch of boxes one below the other, each connected with the next."""
    boxes = [f"#X obj 30 {30 * i} {name};\n" for i, name in enumerate(names)]
    cords = [f"#X connect {i} 0 {i + 1} 0;\n" for i in range(len(names) - 1)]
    return "".join((HEAD, *boxes, *cords))


LONG = tuple(f"+ {i}" for i in range(20))


def kept(tmp_path: Path, *patches: Patch, threshold: float = 0.8) -> list[tuple[str, list[str]]]:
    """Paths that stay, with the places of their copies."""
    found = table(tmp_path / "in.parquet", patches)
    dedupe([found], tmp_path / "out.parquet", threshold=threshold)
    return [(row["path"], row["also_in"]) for row in rows(tmp_path / "out.parquet")]


def test_a_copy_moved_and_repainted_is_the_same_patch(tmp_path: Path) -> None:
    moved = SINE.replace("30 60", "200 7").replace("450 300", "999 888")

    found = kept(tmp_path, Patch(SINE, "a", "1.pd"), Patch(moved, "b", "2.pd"))

    assert found == [("1.pd", ["b:2.pd"])]


def test_the_copy_that_says_most_stays(tmp_path: Path) -> None:
    silent = Patch(SINE, "a", "silent.pd", also_in=("x:1",))
    licensed = Patch(SINE, "b", "licensed.pd", "MIT", also_in=("y:1",))
    both = Patch(SINE, "c", "both.pd", "MIT", description="a sine")

    found = kept(tmp_path, silent, licensed, both)

    assert found == [("both.pd", ["a:silent.pd", "b:licensed.pd"])]


def test_near_copies_are_one_and_others_are_not(tmp_path: Path) -> None:
    longer = chain(*LONG, "* 2")
    other = chain(*(f"- {i}" for i in range(20)))

    found = kept(
        tmp_path,
        Patch(chain(*LONG), "a", "long.pd"), Patch(longer, "b", "longer.pd"),
        Patch(other, "c", "other.pd"), Patch(CLOCK, "d", "clock.pd"),
    )  # fmt: skip

    assert found == [("long.pd", ["b:longer.pd"]), ("other.pd", []), ("clock.pd", [])]


def test_the_threshold_decides(tmp_path: Path) -> None:
    pair = (Patch(chain(*LONG), "a", "1.pd"), Patch(chain(*LONG, "* 2"), "b", "2.pd"))

    assert len(kept(tmp_path, *pair, threshold=0.99)) == 2


def test_the_same_boxes_with_other_cords_are_another_patch() -> None:
    one, other = (
        likeness.traits(parse(chain(*names))) for names in (("f", "+", "*"), ("f", "*", "+"))
    )

    assert likeness.exact(one) != likeness.exact(other)
    assert likeness.alike(likeness.numbers(one), likeness.numbers(other)) < 0.8


@pytest.mark.parametrize("extra", [1, 4, 12])
def test_equal_minima_tell_how_alike_patches_are(extra: int) -> None:
    names = (LONG, (*LONG, *(f"max {i}" for i in range(extra))))
    one, other = (likeness.numbers(likeness.traits(parse(chain(*n)))) for n in names)

    equal = (likeness.minima(one) == likeness.minima(other)).mean()

    # 120 orders: three standard deviations are at most 0.14.
    assert abs(equal - likeness.alike(one, other)) < 0.14
