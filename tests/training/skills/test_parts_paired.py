"""Paired chance repeats a seed but for one choice."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.parts_paired import let_go, paired
from patchgen_training.skills.parts_twins import BASES, SKILLS


def test_only_one_turn_differs_from_the_base() -> None:
    rows = [[paired(draw, 1, 20)] * 20 for draw in map(Draw, range(30))]

    drawn = [[chance.integer(0, 2**32 - 1) for chance in row] for row in rows]

    usual = [max(set(column), key=column.count) for column in zip(*drawn, strict=True)]
    for row in drawn:
        assert sum(value != common for value, common in zip(row, usual, strict=True)) == 1


def test_let_go_leaves_everything_to_free_chance() -> None:
    chances = [paired(Draw(seed), 1, 20) for seed in range(2)]

    for chance in chances:
        let_go(chance)

    one, other = ([chance.integer(0, 999) for _ in range(9)] for chance in chances)
    assert one != other


def test_twins_meet_and_differ() -> None:
    patches = [SKILLS["thump"](Draw(seed)).patch for seed in range(40)]

    assert BASES < len(set(patches)) < 30
