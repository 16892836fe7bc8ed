"""Cords as straight lines on the screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot

from patchgen.layout.shape import Shape
from patchgen.pd.model import Connection
from patchgen.pd.rectangle import Rectangle


@dataclass(frozen=True, slots=True)
class Line:
    """A cord from the middle of an outlet to the middle of an inlet, in pixels."""

    source: int
    sink: int
    x1: float
    y1: float
    x2: float
    y2: float

    def within(self, top: float, bottom: float) -> Rectangle | None:
        """The area around the piece of the line between two heights, None where there is none."""
        low, high = min(self.y1, self.y2), max(self.y1, self.y2)
        if low >= bottom or high <= top:
            return None
        start, stop = max(low, top), min(high, bottom)
        if low == high:
            ends = (self.x1, self.x2)
        else:
            slope = (self.x2 - self.x1) / (self.y2 - self.y1)
            ends = (self.x1 + slope * (start - self.y1), self.x1 + slope * (stop - self.y1))
        return Rectangle(min(ends), start, max(ends), stop)

    def runs_over(self, area: Rectangle) -> bool:
        """Whether the line enters an area."""
        if max(self.x1, self.x2) <= area.left or min(self.x1, self.x2) >= area.right:
            return False
        piece = self.within(area.top, area.bottom)
        return piece is not None and piece.right > area.left and piece.left < area.right

    def crosses(self, other: Line) -> bool:
        """Whether two lines cross; those that only share an end do not."""
        a, b = self.side(other.x1, other.y1), self.side(other.x2, other.y2)
        c, d = other.side(self.x1, self.y1), other.side(self.x2, self.y2)
        return a * b < 0 and c * d < 0

    def side(self, x: float, y: float) -> float:
        """Positive on one side of the line, negative on the other, 0 on it."""
        return (self.x2 - self.x1) * (y - self.y1) - (self.y2 - self.y1) * (x - self.x1)


def lines(
    connections: Iterable[Connection],
    places: Mapping[int, tuple[float, float]],
    shapes: tuple[Shape, ...],
) -> list[Line]:
    """The cords between boxes that have a place."""
    found = []
    for cord in dict.fromkeys(connections):
        if cord.source in places and cord.sink in places:
            source, sink = shapes[cord.source], shapes[cord.sink]
            (x1, y1), (x2, y2) = places[cord.source], places[cord.sink]
            start = (x1 + source.outlet_x(cord.outlet), y1 + source.border.bottom)
            stop = (x2 + sink.inlet_x(cord.inlet), y2 + sink.border.top)
            found.append(Line(cord.source, cord.sink, *start, *stop))
    return found


def length(cords: list[Line]) -> float:
    """Pixels of all cords together."""
    return sum(hypot(cord.x2 - cord.x1, cord.y2 - cord.y1) for cord in cords)


def crossings(cords: list[Line]) -> int:
    """Pairs of cords that cross."""
    ranked = sorted(cords, key=lambda cord: min(cord.x1, cord.x2))
    lefts = [min(cord.x1, cord.x2) for cord in ranked]
    return sum(
        cord.crosses(other)
        for i, cord in enumerate(ranked)
        for other in ranked[i + 1 : bisect_right(lefts, max(cord.x1, cord.x2))]
    )


def covered(cords: list[Line], borders: dict[int, Rectangle]) -> int:
    """Pairs of a cord and a foreign box that the cord runs over."""
    ranked = sorted(borders.items(), key=lambda item: item[1].top)
    tops = [area.top for _, area in ranked]
    return sum(
        box not in (cord.source, cord.sink) and cord.runs_over(area)
        for cord in cords
        for box, area in ranked[: bisect_left(tops, max(cord.y1, cord.y2))]
    )
