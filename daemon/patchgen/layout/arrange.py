"""Lays out one part in rows along its flow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from patchgen.layout import across, down
from patchgen.layout.comments import Places, beside
from patchgen.layout.cycles import forward
from patchgen.layout.groups import GRID
from patchgen.layout.lattice import Lattice, lattice
from patchgen.layout.layers import rows
from patchgen.layout.line import lines
from patchgen.layout.metric import covered, crossings, length
from patchgen.layout.order import orders
from patchgen.layout.part import Part
from patchgen.layout.shape import Shape
from patchgen.pd.model import Connection
from patchgen.pd.rectangle import Rectangle

FEW_BOXES = 150
"""Up to this size several orders are laid out and compared."""

PIXELS_A_FAULT = 100
"""A crossing or a covered box is as bad as this many pixels of cord."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the boxes of a part stand, from the part's own upper left corner."""

    places: Places
    """Box index -> x, y."""
    width: int
    height: int


def arranged(part: Part, shapes: tuple[Shape, ...], owners: dict[int, int]) -> Arrangement:
    """A part in rows along its flow, with the comments that go with its boxes."""
    own = tuple(shapes[box] for box in part.boxes)
    places = dict(enumerate(coordinates(part, own)))
    cords = lines(part.cords, places, own)
    places = {box: places[i] for i, box in enumerate(part.boxes)}
    return cornered(places | beside(owners, places, shapes, cords), shapes)


def coordinates(part: Part, shapes: tuple[Shape, ...]) -> list[tuple[int, int]]:
    """The x and y of each box of a part: the best of several tries."""
    cords = forward(len(shapes), part.cords)
    widths = [int(shape.space.width) for shape in shapes]
    row = rows(widths, cords, top=part.inlets, bottom=part.outlets)
    found = lattice(shapes, cords, row)
    tries = orders(found, fixed=part.inlets | part.outlets)
    if len(shapes) > FEW_BOXES or len(tries) == 1:
        return laid_in_order(tries[0], found, shapes)
    laid = [laid_in_order(order, found, shapes) for order in tries]
    return min(laid, key=lambda places: ugliness(places, part.cords, shapes))


def laid_in_order(
    order: list[list[int]], lattice: Lattice, shapes: tuple[Shape, ...]
) -> list[tuple[int, int]]:
    """The place of each box, with the order of the rows decided."""
    x = across.positions(order, lattice)
    return list(zip(x, down.positions(order, lattice, x, shapes), strict=False))


def ugliness(
    places: list[tuple[int, int]], cords: tuple[Connection, ...], shapes: tuple[Shape, ...]
) -> float:
    """Crossings, covered boxes and the length of the cords in one figure, in pixels."""
    placed = dict(enumerate(places))
    drawn = lines(cords, placed, shapes)
    borders = {box: shapes[box].border.moved(x, y) for box, (x, y) in placed.items()}
    return PIXELS_A_FAULT * (crossings(drawn) + covered(drawn, borders)) + length(drawn)


def cornered(places: Places, shapes: tuple[Shape, ...]) -> Arrangement:
    """The same places, counted from the upper left corner of all spaces together."""
    whole = whole_area(shapes[box].space.moved(*place) for box, place in places.items())
    left, top = (int(edge // GRID) * GRID for edge in (whole.left, whole.top))
    moved = {box: (x - left, y - top) for box, (x, y) in places.items()}
    return Arrangement(moved, int(whole.right) - left, int(whole.bottom) - top)


def whole_area(areas: Iterable[Rectangle]) -> Rectangle:
    """The smallest area that holds all of them; nothing at the corner where there are none."""
    whole: Rectangle | None = None
    for area in areas:
        whole = area if whole is None else whole.joined(area)
    return whole or Rectangle(0, 0, 0, 0)
