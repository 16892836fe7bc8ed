"""Blocks keep their side of each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from patchgen.layout.metric import overlaps
from patchgen.layout.spread import FARTHEST, NEAREST, spread
from patchgen.pd.rectangle import Rectangle

PLACES = st.tuples(
    st.integers(0, 600), st.integers(0, 600), st.integers(1, 300), st.integers(1, 300)
)


def areas(corners: list[tuple[int, int]], sizes: list[tuple[int, int]]) -> list[Rectangle]:
    """The areas of some blocks at their corners."""
    pairs = zip(corners, sizes, strict=True)
    return [Rectangle(x, y, x + width, y + height) for (x, y), (width, height) in pairs]


@given(st.lists(PLACES, max_size=12), st.lists(PLACES, min_size=12, max_size=12))
def test_blocks_never_overlap(
    before: list[tuple[int, int, int, int]], after: list[tuple[int, int, int, int]]
) -> None:
    sizes = [(width, height) for _, _, width, height in after[: len(before)]]

    corners = spread([Rectangle(x, y, x + w, y + h) for x, y, w, h in before], sizes)

    assert overlaps(areas(corners, sizes)) == 0


@given(st.lists(PLACES, min_size=1, max_size=8))
def test_a_page_that_is_spread_stays_as_it_is(found: list[tuple[int, int, int, int]]) -> None:
    sizes = [(width, height) for _, _, width, height in found]
    once = spread([Rectangle(x, y, x + w, y + h) for x, y, w, h in found], sizes)

    twice = spread(areas(once, sizes), sizes)

    assert twice == once


def test_left_stays_left_and_above_stays_above() -> None:
    before = [Rectangle(0, 0, 50, 50), Rectangle(200, 10, 250, 60), Rectangle(20, 300, 80, 340)]

    first, second, third = spread(before, [(120, 90), (50, 50), (60, 40)])

    assert second[0] >= first[0] + 120 + NEAREST
    assert third[1] >= first[1] + 90 + NEAREST


def test_gaps_become_neither_narrow_nor_wide() -> None:
    before = [Rectangle(0, 0, 50, 50), Rectangle(52, 0, 100, 50), Rectangle(900, 0, 950, 50)]

    first, second, third = spread(before, [(50, 50), (48, 50), (50, 50)])

    assert NEAREST <= second[0] - first[0] - 50 <= NEAREST + 9
    assert FARTHEST <= third[0] - second[0] - 48 <= FARTHEST + 9


def test_blocks_that_overlapped_go_to_the_side_they_were_on() -> None:
    before = [Rectangle(0, 0, 100, 100), Rectangle(60, 10, 160, 110)]

    corners = spread(before, [(100, 100), (100, 100)])

    assert corners == [(0, 0), (120, 0)] or corners[1][0] > corners[0][0] + 100
