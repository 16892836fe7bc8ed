"""How good a layout is: overlaps, crossings, length and direction of the cords."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import hypot

from patchgen.layout.line import Line, lines
from patchgen.layout.shape import WEIGHTLESS, shapes
from patchgen.pd.model import Canvas
from patchgen.pd.rectangle import Rectangle


@dataclass(frozen=True, slots=True)
class Metric:
    """The figures of one canvas, without the canvases inside it; less is better."""

    overlaps: int
    """Pairs of boxes of which one covers a part of the other or of its label."""
    crossings: int
    """Pairs of cords that cross."""
    covered: int
    """Pairs of a cord and a box that the cord runs over without being tied to it."""
    length: float
    """Pixels of all cords together."""
    upward: int
    """Cords whose end lies above their start."""
    straight: int
    """Cords that run straight down (more is better)."""
    cords: int


def measure(canvas: Canvas, font: int = 10) -> Metric:
    """The figures of a canvas as it stands."""
    measured = shapes(canvas, font)
    places = {
        i: (box.x, box.y) for i, box in enumerate(canvas.boxes) if box.kind not in WEIGHTLESS
    }
    cords = lines(canvas.connections, places, measured)
    borders = {i: measured[i].border.moved(*place) for i, place in places.items()}
    return Metric(
        overlaps=overlaps([measured[i].space.moved(*place) for i, place in places.items()]),
        crossings=crossings(cords),
        covered=covered(cords, borders),
        length=length(cords),
        upward=sum(cord.y2 < cord.y1 for cord in cords),
        straight=sum(cord.x1 == cord.x2 and cord.y1 < cord.y2 for cord in cords),
        cords=len(cords),
    )


def overlaps(areas: list[Rectangle]) -> int:
    """Pairs of areas that share pixels."""
    ranked = sorted(areas, key=lambda area: area.left)
    lefts = [area.left for area in ranked]
    return sum(
        area.overlaps(other)
        for i, area in enumerate(ranked)
        for other in ranked[i + 1 : bisect_left(lefts, area.right)]
    )


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
