from __future__ import annotations

from patchgen.layout.lattice import Lattice, lattice
from patchgen.layout.order import crossings, orders, places
from patchgen.layout.shape import shapes
from patchgen.pd.model import Canvas

from .canvases import canvas


def rows_of(found: Canvas, row: list[int]) -> Lattice:
    """The lattice of a canvas whose rows are decided."""
    return lattice(shapes(found, 10), found.connections, row)


def test_crossed_pairs_are_uncrossed() -> None:
    found = rows_of(canvas("f\nf\nf\nf", "0>3 1>2"), [0, 0, 1, 1])

    best = orders(found, frozenset())[0]

    assert crossings(best, found, places(best, 4)) == 0


def test_outlets_decide_the_order_of_what_they_feed() -> None:
    found = rows_of(canvas("t b b b\nf\nf\nf", "0:2>1 0:0>2 0:1>3"), [0, 1, 1, 1])

    best = orders(found, frozenset())[0]

    assert best[1] == [2, 3, 1]


def test_fixed_slots_keep_their_order_even_at_the_price_of_a_crossing() -> None:
    found = rows_of(canvas("inlet\ninlet\nf\nf", "0>3 1>2"), [0, 0, 1, 1])

    for order in orders(found, fixed=frozenset({0, 1, 2, 3})):
        assert order == [[0, 1], [2, 3]]


def test_long_cord_goes_around_the_boxes_between() -> None:
    found = rows_of(canvas("f\nf\nf\nf", "0>1 1>2 2>3 0>3:1"), [0, 1, 2, 3])

    best = orders(found, frozenset())[0]

    assert [len(row) for row in best] == [1, 2, 2, 1]
    assert crossings(best, found, places(best, 6)) == 0
