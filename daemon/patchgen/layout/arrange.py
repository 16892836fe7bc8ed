"""Lays out one part in rows along its flow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from patchgen.layout import across, down
from patchgen.layout.cycles import forward
from patchgen.layout.groups import GRID
from patchgen.layout.lattice import Lattice, lattice
from patchgen.layout.layers import rows
from patchgen.layout.line import Line, covered, crossings, length, lines
from patchgen.layout.near import neighbourhood
from patchgen.layout.order import as_before, improved, orders
from patchgen.layout.part import Part
from patchgen.layout.shape import Shape
from patchgen.layout.sheet import Bundle, Places, Sheet, unfolded, whole_area
from patchgen.pd.model import Connection
from patchgen.pd.rectangle import Rectangle

FEW_BOXES = 150
COMPARED = 3
"""Up to this size so many orders are laid out and compared."""

PIXELS_A_FAULT = 100
"""A crossing or a covered box is as bad as this many pixels of cord."""


TRIES = 4
"""Times a part is laid out until its comments have room."""

Before = tuple[tuple[int, ...], tuple[int, ...]]
"""Boxes in the order in which they stood, from left to right and from top to bottom."""

KEPT = 200
"""Pixels of cord that it is worth to keep the boxes in the order they had."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the boxes of a part stand, from the part's own upper left corner."""

    places: Places
    """Box index -> x, y."""
    width: int
    height: int
    inset: tuple[int, int] = (0, 0)
    """Pixels from that corner, which is on the grid, to the first of the boxes."""


def arranged(part: Part, sheet: Sheet, remarks: Mapping[int, Bundle] | None = None) -> Arrangement:
    """A part in rows along its flow; `remarks` are the boxes with their comments.

    Only comments that find no room otherwise have it kept free for them. Without `remarks` the
    boxes were nowhere before.
    """
    bundles = {box: remarks[box] for box in part.boxes if remarks and box in remarks}
    before = None if remarks is None else as_they_were(part, sheet)
    kept: set[int] = set() if len(part.boxes) <= FEW_BOXES else set(bundles)
    for attempt in range(TRIES):
        drawn = sheet.with_bundles(bundles[box] for box in sorted(kept))
        shapes = tuple(drawn.shapes[box] for box in part.boxes)
        found = coordinates(replace(part, boxes=()), shapes, before)
        places = dict(zip(part.boxes, found, strict=True))
        if len(kept) == len(bundles):
            break
        cords = lines(part.cords, dict(enumerate(found)), shapes)
        tight = crowded(bundles, places, sheet, cords)
        if tight <= kept:
            break
        kept = kept | tight if attempt < TRIES - 2 else set(bundles)
    return cornered(unfolded(places, bundles.values()), dict(enumerate(sheet.shapes)))


def crowded(
    bundles: Mapping[int, Bundle], places: Places, sheet: Sheet, cords: list[Line]
) -> set[int]:
    """The boxes whose comments would lie on something else or under a cord."""
    spaces = {box: sheet.shapes[box].space.moved(*place) for box, place in places.items()}
    texts: dict[int, Rectangle] = {}
    owner = {}
    for box, bundle in bundles.items():
        for comment, (x, y) in unfolded({box: places[box]}, [bundle]).items():
            if comment != box:
                texts[comment] = sheet.shapes[comment].space.moved(x, y)
                owner[comment] = box
    around = neighbourhood(spaces | texts)
    return {
        owner[comment]
        for comment, area in texts.items()
        if any(
            around.areas[other].overlaps(area)
            for other in around.around(area, 0)
            if other != comment
        )
        or any(cord.runs_over(area) for cord in cords)
    }


def as_they_were(part: Part, sheet: Sheet) -> Before:
    """The boxes of a part, by their places in it, from left to right and from top to bottom."""
    boxes = [sheet.boxes[box] for box in part.boxes]
    centre = [
        box.x + sheet.shapes[i].border.width / 2 for i, box in zip(part.boxes, boxes, strict=True)
    ]
    ranked = range(len(boxes))
    return (
        tuple(sorted(ranked, key=centre.__getitem__)),
        tuple(sorted(ranked, key=lambda i: boxes[i].y)),
    )


def coordinates(
    part: Part, shapes: tuple[Shape, ...], before: Before | None
) -> tuple[tuple[int, int], ...]:
    """The x and y of each box of a part: in the order it had, unless another is much better."""
    cords = forward(len(shapes), part.cords)
    widths = [int(shape.space.width) for shape in shapes]
    down = None if before is None else before[1]
    row = tuple(rows(widths, cords, part.inlets, part.outlets, down))
    fault, found = best_of_all(part, shapes, row)
    if before is not None and len(shapes) <= FEW_BOXES:
        kept_fault, kept = in_order(part, shapes, row, before[0])
        if kept_fault < fault + KEPT:
            return kept
    return found


Try = tuple[float, tuple[tuple[int, int], ...]]
"""How bad a layout is, and the places of its boxes."""


@lru_cache(maxsize=500)
def best_of_all(part: Part, shapes: tuple[Shape, ...], row: tuple[int, ...]) -> Try:
    """The best layout there is. A patch that is laid out again need not wait for it again."""
    found = lattice(shapes, part.cords, row)
    tries = orders(found, part.inlets | part.outlets)
    if len(shapes) > FEW_BOXES:
        return 0, laid_in_order(tries[0], found, shapes)
    laid = [laid_in_order(order, found, shapes) for order in tries[:COMPARED]]
    return min((ugliness(places, part.cords, shapes), places) for places in laid)


@lru_cache(maxsize=500)
def in_order(
    part: Part, shapes: tuple[Shape, ...], row: tuple[int, ...], before: tuple[int, ...]
) -> Try:
    """The layout that starts from the order of the boxes from left to right."""
    found = lattice(shapes, part.cords, row)
    order = improved(as_before(found, before), found, part.inlets | part.outlets)
    places = laid_in_order(order, found, shapes)
    return ugliness(places, part.cords, shapes), places


def laid_in_order(
    order: list[list[int]], lattice: Lattice, shapes: tuple[Shape, ...]
) -> tuple[tuple[int, int], ...]:
    """The place of each box, with the order of the rows decided."""
    x = across.positions(order, lattice)
    return tuple(zip(x, down.positions(order, lattice, x, shapes), strict=False))


def ugliness(
    places: tuple[tuple[int, int], ...], cords: tuple[Connection, ...], shapes: tuple[Shape, ...]
) -> float:
    """Crossings, covered boxes and the length of the cords in one figure, in pixels."""
    placed = dict(enumerate(places))
    drawn = lines(cords, placed, shapes)
    borders = {box: shapes[box].border.moved(x, y) for box, (x, y) in placed.items()}
    return PIXELS_A_FAULT * (crossings(drawn) + covered(drawn, borders)) + length(drawn)


def cornered(places: Places, shapes: Mapping[int, Shape]) -> Arrangement:
    """The same places, counted from the upper left corner of all spaces together."""
    whole = whole_area(shapes[box].space.moved(*place) for box, place in places.items())
    left, top = (int(edge // GRID) * GRID for edge in (whole.left, whole.top))
    moved = {box: (x - left, y - top) for box, (x, y) in places.items()}
    inset = (int(whole.left) - left, int(whole.top) - top)
    return Arrangement(moved, int(whole.right) - left, int(whole.bottom) - top, inset)
