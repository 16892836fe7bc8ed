"""How far down each box stands: rows share a line, and tall boxes reach into other rows."""

from __future__ import annotations

from patchgen.layout.lattice import Lattice
from patchgen.layout.shape import Shape
from patchgen.pd.rectangle import Rectangle

GRID = 10
"""Pixels; every box starts at a multiple."""

GAP = 10
"""Pixels between the spaces of two boxes, one below the other."""

TALL = 45
"""Pixels from which on a box does not count for the height of its row."""

ASLANT = ((400, 20), (120, 10))
"""A cord that runs this many pixels aside gets so many pixels more between the rows."""


def positions(
    rows: list[list[int]], lattice: Lattice, x: list[int], shapes: tuple[Shape, ...]
) -> list[int]:
    """The y of each box; x are those of all slots."""
    y = [0] * len(shapes)
    low = [0] * len(x)
    placed: list[Rectangle] = []
    top = 0
    for row in rows:
        boxes = [slot for slot in row if slot < len(shapes)]
        usual = [box for box in boxes if shapes[box].space.height < TALL] or boxes[:1]
        line = on_grid(top - min((shapes[box].space.top for box in usual), default=0))
        height = min(TALL, max((int(shapes[box].space.bottom) for box in usual), default=0))
        obstacles = [area for area in placed if area.bottom + GAP > line - TALL]
        areas = []
        for box in boxes:
            space = shapes[box].space.moved(x[box], 0)
            is_hanging = space.height >= TALL and not lattice.above[box]
            wanted = line + height - int(space.bottom) if is_hanging else line
            fed = max((low[link.slot] + GAP for link in lattice.above[box]), default=wanted)
            y[box] = below(placed if is_hanging else obstacles, space, max(wanted, fed))
            areas.append(space.moved(0, y[box]))
            low[box] = y[box] + int(shapes[box].border.bottom)
        for slot in row:
            if slot >= len(shapes):
                low[slot] = max(low[link.slot] for link in lattice.above[slot])
        placed += areas
        top = line + height + GAP + room_for_slant(row, lattice, x)
    return y


def below(obstacles: list[Rectangle], space: Rectangle, wanted: int) -> int:
    """The wanted y or the first below it at which a space is clear of all obstacles."""
    y = on_grid(wanted)
    for area in sorted(obstacles, key=lambda area: area.bottom):
        kept_free = Rectangle(area.left - GAP, area.top - GAP, area.right + GAP, area.bottom + GAP)
        if kept_free.overlaps(space.moved(0, y)):
            y = on_grid(area.bottom + GAP - space.top)
    return y


def on_grid(y: float) -> int:
    """The next multiple of GRID."""
    return -int(-y // GRID) * GRID


def room_for_slant(row: list[int], lattice: Lattice, x: list[int]) -> int:
    """Pixels to add below a row so that its flattest cord is not too flat."""
    run = max(
        (
            abs(x[slot] + link.own_x - x[link.slot] - link.other_x)
            for slot in row
            for link in lattice.below[slot]
        ),
        default=0,
    )
    return next((extra for least, extra in ASLANT if run >= least), 0)
