"""How good a layout is: overlaps, crossings, length and direction of the cords."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import reduce

from patchgen.layout.line import covered, crossings, length, lines
from patchgen.layout.near import neighbourhood
from patchgen.layout.shape import is_background
from patchgen.layout.sheet import Sheet, sheet, whole_area, with_places
from patchgen.pd.labels import label_area
from patchgen.pd.model import Canvas, walk
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import number

OVERLAP = 3
"""An overlap is as bad as this many crossings: something cannot be read."""

SHORTER = 0.7
"""Of two layouts with as many faults, one is better if its cords are this short, as a share."""


@dataclass(frozen=True, slots=True)
class Metric:
    """The figures of a canvas or a whole patch; less is better."""

    overlaps: int = 0
    """Pairs of boxes of which one covers a part of the other or of its label."""
    hidden: int = 0
    """Labels among these that lie under or over another box."""
    crossings: int = 0
    """Pairs of cords that cross."""
    covered: int = 0
    """Pairs of a cord and a box that the cord runs over without being tied to it."""
    length: float = 0
    """Pixels of all cords together."""
    upward: int = 0
    """Cords whose end lies above their start."""
    straight: int = 0
    """Cords that run straight down (more is better)."""
    cords: int = 0
    area: float = 0
    """Square pixels of the smallest area with all boxes in it."""

    def __add__(self, other: Metric) -> Metric:
        """The figures of both together."""
        names = [field.name for field in fields(self)]
        return Metric(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def faults(self) -> int:
        """What a reader stumbles over, in one figure."""
        return OVERLAP * self.overlaps + self.crossings + self.covered + self.upward


def improves(before: Metric, after: Metric) -> bool:
    """Whether a layout is better than another: fewer faults, or as few and much shorter cords."""
    if after.faults != before.faults:
        return after.faults < before.faults
    return after.length < SHORTER * before.length


def metric(canvas: Canvas) -> Metric:
    """The figures of a whole patch: of its canvas and of all inside it."""
    font = int(number(canvas.rest, 0, 10))
    return reduce(Metric.__add__, (measure(found, font) for _, found in walk(canvas)), Metric())


def measure(canvas: Canvas, font: int = 10) -> Metric:
    """The figures of one canvas as it stands, without the canvases inside it."""
    found = sheet(canvas, font)
    boxes = found.boxes
    members = with_places(boxes)
    places = {i: (boxes[i].x, boxes[i].y) for i in members}
    cords = lines(found.cords, places, found.shapes)
    borders = {i: found.shapes[i].border.moved(*place) for i, place in places.items()}
    foreign = {i: area for i, area in borders.items() if not is_background(boxes[i])}
    labels = {
        i: label.moved(*places[i])
        for i in members
        if (label := label_area(boxes[i], font)) is not None
    }
    whole = whole_area(found.areas[i] for i in members)
    return Metric(
        overlaps=overlaps([found.areas[i] for i in foreign]) + on_edges(found, borders, labels),
        hidden=hidden(labels, foreign),
        crossings=crossings(cords),
        covered=covered(cords, foreign),
        length=length(cords),
        upward=sum(cord.y2 < cord.y1 for cord in cords),
        straight=sum(cord.x1 == cord.x2 and cord.y1 < cord.y2 for cord in cords),
        cords=len(cords),
        area=whole.width * whole.height,
    )


def overlaps(areas: list[Rectangle]) -> int:
    """Pairs of areas that share pixels."""
    ranked, stops = min(
        sweep(areas, lambda area: (area.left, area.right)),
        sweep(areas, lambda area: (area.top, area.bottom)),
        key=lambda found: sum(found[1]),
    )
    return sum(
        area.overlaps(other)
        for i, area in enumerate(ranked)
        for other in ranked[i + 1 : stops[i]]
    )


def sweep(
    areas: list[Rectangle], sides: Callable[[Rectangle], tuple[float, float]]
) -> tuple[list[Rectangle], list[int]]:
    """Areas in the order in which they start, and for each the first that starts after its end."""
    ranked = sorted(areas, key=lambda area: sides(area)[0])
    starts = [sides(area)[0] for area in ranked]
    return ranked, [bisect_left(starts, sides(area)[1]) for area in ranked]


def on_edges(found: Sheet, borders: dict[int, Rectangle], labels: dict[int, Rectangle]) -> int:
    """Pairs of a coloured area and a box that lies on its edge or on its label."""
    areas = {i for i in borders if is_background(found.boxes[i])}
    return sum(
        is_cut(borders[area], borders[box])
        or (box not in areas and area in labels and labels[area].overlaps(found.areas[box]))
        for area in areas
        for box in borders
        if box not in areas or box > area
    )


def is_cut(area: Rectangle, box: Rectangle) -> bool:
    """Whether two areas overlap without one lying within the other."""
    return area.overlaps(box) and area.joined(box) not in (area, box)


def hidden(labels: dict[int, Rectangle], borders: dict[int, Rectangle]) -> int:
    """Labels that another box lies on."""
    around = neighbourhood(borders)
    return sum(
        any(borders[box].overlaps(label) for box in around.around(label, 0) if box != owner)
        for owner, label in labels.items()
    )
