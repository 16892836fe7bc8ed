from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from patchgen.layout.metric import overlaps
from patchgen.layout.pack import GAP, packed
from patchgen.pd.rectangle import Rectangle

SIDES = st.tuples(st.integers(1, 900), st.integers(1, 900))


@given(st.lists(SIDES, max_size=15))
def test_areas_keep_their_distance(sizes: list[tuple[int, int]]) -> None:
    corners = packed(sizes)

    areas = [
        Rectangle(x, y, x + width + GAP, y + height + GAP)
        for (x, y), (width, height) in zip(corners, sizes, strict=True)
    ]
    assert overlaps(areas) == 0


def test_small_areas_go_side_by_side() -> None:
    assert packed([(100, 100), (100, 100)]) == [(0, 0), (130, 0)]


def test_area_fills_the_hole_beside_a_taller_one() -> None:
    corners = packed([(100, 400), (270, 100), (270, 100)])

    assert corners == [(0, 0), (130, 0), (130, 130)]
