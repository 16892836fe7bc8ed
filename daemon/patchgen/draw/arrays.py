"""The contents of arrays as a file saves them, and the curves that Pd draws of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from patchgen.draw.colours import colour
from patchgen.draw.marks import BLACK, NOTHING, Line, Mark, Point, Role, moved_into, rectangle
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Canvas, Record
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import coords, number

FARTHEST = 16_000
"""Pixels; an array that reaches further is cut there."""

POINTS, CURVE = 1, 2
"""How an array is drawn; everything else is a line from element to element."""


@dataclass(slots=True)
class Array:
    """An array of a canvas with the elements that the file saves; the others are 0."""

    box: Box
    saved: dict[int, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As in the file: a `$0` stays what it is."""
        return unescape(self.box.atoms[0]) if self.box.atoms else ""

    @property
    def count(self) -> int:
        """The number of elements."""
        return max(0, int(number(self.box.atoms, 1, 100)))

    @property
    def flags(self) -> int:
        """Bit 0: saved with its contents; 1 and 2: the style; 3: without its name."""
        return int(number(self.box.atoms, 3, 0))

    @property
    def style(self) -> int:
        """0, POINTS or CURVE."""
        return self.flags >> 1 & 3

    @property
    def has_name(self) -> bool:
        """Whether Pd writes its name above the graph."""
        return not self.flags & 8


def arrays(canvas: Canvas) -> list[Array]:
    """The arrays of a canvas; `#A` records belong to the array before them."""
    found: list[Array] = []
    for item in canvas.items:
        if isinstance(item, Box) and item.kind == "array":
            found.append(Array(item))
        elif isinstance(item, Record) and item.atoms[0] == "#A" and found:
            fill(found[-1], item.atoms[1:])
    return found


def fill(array: Array, atoms: tuple[str, ...]) -> None:
    """Takes over a record with elements, which begins with the index of the first."""
    first = int(number(atoms, 0, 0))
    for index, atom in enumerate(atoms[1:], first):
        if 0 <= index < array.count and is_number(atom):
            array.saved[index] = moved_into(float(atom), 1e12)


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the numbers of a graph are on the screen."""

    area: Rectangle
    left: float
    top: float
    right: float
    bottom: float
    """The numbers at the edges of the area; `top` is usually the larger one."""

    def x(self, value: float) -> float:
        """The place of a number across."""
        span = (self.right - self.left) or 1.0
        return moved_into(
            self.area.left + self.area.width * ((value - self.left) / span), 2 * FARTHEST
        )

    def y(self, value: float) -> float:
        """The place of a number down."""
        span = (self.bottom - self.top) or 1.0
        return moved_into(
            self.area.top + self.area.height * ((value - self.top) / span), 2 * FARTHEST
        )


def plane(canvas: Canvas, area: Rectangle) -> Plane:
    """The numbers that `coords` gives to the edges of a graph."""
    record = coords(canvas)
    atoms = () if record is None else record.atoms
    edges = [number(atoms, 2 + i, usual) for i, usual in enumerate((0, 1, 100, -1))]
    return Plane(area, *(moved_into(edge, 1e12) for edge in edges))


def curve(array: Array, plane: Plane) -> Iterator[Mark]:
    """What Pd draws of an array: one place for each pixel across, not more."""
    ink = colour(array.box.atoms[5] if len(array.box.atoms) > 5 else None, BLACK)
    places = list(sampled(array, plane))
    if array.style == POINTS:
        for first, last in places:
            x, end = int(plane.x(first)), int(plane.x(last))
            low, high = sorted(int(plane.y(value)) for value in extremes(array, first, last))
            dash = Rectangle(x, low, max(end, x + 1), high + 2)
            yield rectangle(Role.PART, dash, colour=NOTHING, fill=ink, width=0)
    elif len(places) > 1:
        points: tuple[Point, ...] = tuple(
            (rounded(plane.x(first)), plane.y(array.saved.get(first, 0.0))) for first, _ in places
        )
        yield Line(Role.PART, points, ink, is_smooth=array.style == CURVE)


def sampled(array: Array, plane: Plane) -> Iterator[tuple[int, int]]:
    """Elements to draw: the first of each pixel, and the first of the next one."""
    span = abs(plane.right - plane.left) or 1.0
    step = max(1.0, span / max(1.0, abs(plane.area.width)))
    for place in range(min(FARTHEST, array.count)):
        first, last = int(place * step), int((place + 1) * step)
        if first >= array.count:
            return
        yield first, min(last, array.count)


def extremes(array: Array, first: int, last: int) -> tuple[float, float]:
    """The smallest and the largest of some elements; of very many only the first few count."""
    values = [array.saved.get(i, 0.0) for i in range(first, min(last, first + 100))] or [0.0]
    return min(values), max(values)


def rounded(value: float) -> int:
    """The nearest pixel."""
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)
