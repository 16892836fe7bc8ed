"""New boxes in a patch that somebody has laid out: each beside what it is connected with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache

from patchgen.layout.faces import GAP, face
from patchgen.layout.near import neighbourhood
from patchgen.layout.place import place, window
from patchgen.layout.shape import WEIGHTLESS
from patchgen.layout.sheet import Sheet, sheet
from patchgen.pd.model import Box, Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import number

ROOM = 6
"""Pixels that stay free around a new box."""

STEP = 10
FARTHEST = 60
"""Steps that a box goes from where it should stand, in each direction."""

EDGE = 5
"""Pixels that stay free at the upper and left edge."""


def nearby(canvas: Canvas, fresh: Collection[int]) -> Canvas:
    """The same patch with a place for each of these boxes; no other box moves."""
    waiting = [i for i in fresh if canvas.boxes[i].kind not in WEIGHTLESS]
    if not waiting:
        return canvas
    font = int(number(canvas.rest, 0, 10))
    boxes = [laid_out(box) if i in fresh else box for i, box in enumerate(canvas.boxes)]
    canvas = canvas.with_boxes(tuple(boxes))
    standing = {i for i in range(len(boxes)) if i not in waiting}
    while waiting:
        found = sheet(canvas, font)
        index = next((i for i in waiting if partners(canvas, i) & standing), waiting[0])
        canvas = moved(canvas, index, place_for(canvas, found, index, standing))
        waiting.remove(index)
        standing.add(index)
    return fitting(canvas, fresh, font)


def laid_out(box: Box) -> Box:
    """A new subpatch with places for the boxes in it."""
    return box if box.canvas is None else replace(box, canvas=place(box.canvas))


def partners(canvas: Canvas, index: int) -> set[int]:
    """The boxes that a box is connected with."""
    pairs = ((cord.source, cord.sink) for cord in canvas.connections)
    return {one + other - index for one, other in pairs if index in (one, other)}


def moved(canvas: Canvas, index: int, to: tuple[int, int]) -> Canvas:
    """The canvas with one box at another place."""
    boxes = canvas.boxes
    there = replace(boxes[index], x=to[0], y=to[1])
    return canvas.with_boxes((*boxes[:index], there, *boxes[index + 1 :]))


def place_for(canvas: Canvas, found: Sheet, index: int, standing: set[int]) -> tuple[int, int]:
    """The free place nearest to where the box should stand."""
    box, space = canvas.boxes[index], found.areas[index]
    own = space.moved(-box.x, -box.y)
    left, top = wanted(canvas, found, index, standing)
    areas = {i: found.areas[i] for i in standing if blocks(canvas.boxes[i])}
    visible = face(canvas)
    if visible is not None:
        areas[-1] = visible
    taken = neighbourhood(areas)
    for dx, dy in offsets():
        x, y = round(left - own.left) + dx, round(top - own.top) + dy
        area = grown(own.moved(x, y))
        if area.left < EDGE - ROOM or area.top < EDGE - ROOM:
            continue
        if not any(area.overlaps(areas[key]) for key in taken.around(area, ROOM)):
            return x, y
    lowest = max((area.bottom for area in areas.values()), default=0)
    return round(left - own.left), round(lowest + GAP - own.top)


def blocks(box: Box) -> bool:
    """Whether nothing may stand on it: panels are there to be stood on."""
    return box.kind not in WEIGHTLESS and box.name != "cnv"


def wanted(canvas: Canvas, found: Sheet, index: int, standing: set[int]) -> tuple[float, float]:
    """Where a box should stand: below what feeds it, else above what it feeds, else below all."""
    above = [c.source for c in canvas.connections if c.sink == index and c.source in standing]
    below = [c.sink for c in canvas.connections if c.source == index and c.sink in standing]
    height = found.areas[index].height
    if above:
        lowest = max((found.areas[i] for i in above), key=lambda area: area.bottom)
        return lowest.left, lowest.bottom + ROOM
    if below:
        highest = min((found.areas[i] for i in below), key=lambda area: area.top)
        return highest.left, max(EDGE, highest.top - height - 2 * ROOM)
    areas = [found.areas[i] for i in standing if blocks(canvas.boxes[i])]
    left = min((area.left for area in areas), default=GAP)
    return left, max((area.bottom for area in areas), default=0) + GAP


@cache
def offsets() -> tuple[tuple[int, int], ...]:
    """Steps away from a place, the nearest first; to the right before to the left."""
    reach = range(-FARTHEST, FARTHEST + 1)
    every = ((x * STEP, y * STEP) for y in reach for x in reach)
    return tuple(
        sorted(every, key=lambda step: (abs(step[0]) + 2 * abs(step[1]), -step[0], -step[1]))
    )


def grown(area: Rectangle) -> Rectangle:
    """The area with free room around it."""
    return Rectangle(area.left - ROOM, area.top - ROOM, area.right + ROOM, area.bottom + ROOM)


def fitting(canvas: Canvas, fresh: Collection[int], font: int) -> Canvas:
    """The canvas in a window that shows the new boxes."""
    areas = sheet(canvas, font).areas
    right = max(areas[i].right for i in fresh)
    bottom = max(areas[i].bottom for i in fresh)
    if right <= canvas.width and bottom <= canvas.height:
        return canvas
    width, height = window(canvas, font)
    return replace(canvas, width=max(canvas.width, width), height=max(canvas.height, height))
