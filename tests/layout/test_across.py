from __future__ import annotations

from patchgen.layout.across import positions
from patchgen.layout.lattice import GAP, lattice
from patchgen.layout.shape import shapes

from .canvases import canvas


def test_first_cord_of_a_box_runs_upright() -> None:
    found = canvas("osc~ 440\nosc~ 220\n*~", "0>2 1>2:1")
    grid = lattice(shapes(found, 10), found.connections, [0, 0, 1])

    x = positions(grid.rows, grid)

    assert x[2] == x[0]
    assert x[1] - x[0] == 70


def test_inlet_stands_under_the_outlet_that_feeds_it() -> None:
    found = canvas("f\npack 0 0 0", "0>1:2")
    grid = lattice(shapes(found, 10), found.connections, [0, 1])

    x = positions(grid.rows, grid)

    assert x[0] == x[1] + 57


def test_branch_comes_near_however_wide_the_rows_above_are() -> None:
    wide = "print a_very_long_name_that_takes_a_lot_of_room\n" * 4
    found = canvas(f"t b b b b b\n{wide}f\nf\nf", "0>1 0:1>2 0:2>3 0:3>4 0:4>5 5>6 6>7")
    grid = lattice(shapes(found, 10), found.connections, [0, 1, 1, 1, 1, 1, 2, 3])

    x = positions(grid.rows, grid)

    right_edge = x[4] + grid.right[4]
    assert x[5] == x[6] == x[7]
    assert x[5] - right_edge <= 2 * GAP
