"""A canvas as the layout sees it: what has a place, where it stood, what moves as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from patchgen.layout.shape import WEIGHTLESS, Shape, shapes
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.rectangle import Rectangle

Places = dict[int, tuple[int, int]]
"""Box index -> x, y."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Boxes that move as one; the layout sees only the head, with the measures of all."""

    head: int
    offsets: Places
    """Pixels from the head's place to those of the others."""
    shape: Shape
    area: Rectangle
    """Where they stood together before the layout."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The boxes of a canvas, some of which already stand for others."""

    boxes: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    areas: tuple[Rectangle, ...]
    """Where each box stood before, with all that goes with it."""
    cords: tuple[Connection, ...]

    def with_bundles(self, bundles: Iterable[Bundle]) -> Sheet:
        """The same sheet with heads that stand for all in their bundles."""
        shapes, areas = list(self.shapes), list(self.areas)
        for bundle in bundles:
            shapes[bundle.head] = bundle.shape
            areas[bundle.head] = bundle.area
        return replace(self, shapes=tuple(shapes), areas=tuple(areas))

    def tied(self) -> set[int]:
        """The boxes that have cords."""
        return {end for cord in self.cords for end in (cord.source, cord.sink)}


def sheet(canvas: Canvas, font: int) -> Sheet:
    """The boxes of a canvas, each for itself."""
    found = shapes(canvas, font)
    areas = tuple(
        shape.space.moved(box.x, box.y) for box, shape in zip(canvas.boxes, found, strict=True)
    )
    cords = tuple(dict.fromkeys(canvas.connections))
    return Sheet(canvas.boxes, found, areas, cords)


def with_places(boxes: tuple[Box, ...]) -> list[int]:
    """The boxes that have a place on their canvas."""
    return [i for i, box in enumerate(boxes) if box.kind not in WEIGHTLESS]


def unfolded(places: Places, bundles: Iterable[Bundle]) -> Places:
    """The places of all boxes; outer bundles come first, those inside them later."""
    found = dict(places)
    for bundle in bundles:
        if bundle.head in found:
            x, y = found[bundle.head]
            found |= {box: (x + dx, y + dy) for box, (dx, dy) in bundle.offsets.items()}
    return found


def whole_area(areas: Iterable[Rectangle]) -> Rectangle:
    """The smallest area that holds all of them; nothing at the corner where there are none."""
    found = list(areas)
    return reduce(Rectangle.joined, found) if found else Rectangle(0, 0, 0, 0)
