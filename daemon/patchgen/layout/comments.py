"""Comments: the title on top, remarks at the right of the box they were written for."""

from __future__ import annotations

from collections.abc import Iterable

from patchgen.layout.line import Line
from patchgen.layout.shape import WEIGHTLESS, Shape
from patchgen.pd.model import Box
from patchgen.pd.rectangle import Rectangle

GAP = 10
"""Pixels between a box and its comment."""

REACH = 60
"""A comment further than this many pixels from every box belongs to none."""

ABOVE = 3
"""How many times nearer a box beside a comment counts than one above or below it."""

Places = dict[int, tuple[int, int]]


def nearest_boxes(
    boxes: tuple[Box, ...], shapes: tuple[Shape, ...], members: Iterable[int], comments: set[int]
) -> dict[int, int]:
    """Comment -> the member nearest to it before the layout, unless it is the title or far away."""
    if len({(box.x, box.y) for box in boxes if box.kind not in WEIGHTLESS}) <= 1:
        return {}
    areas = {
        i: shapes[i].border.moved(boxes[i].x, boxes[i].y) for i in members if boxes[i].name != "cnv"
    }
    owners: dict[int, int] = {}
    for i in sorted(comments - {0}) if areas else ():
        area = shapes[i].border.moved(boxes[i].x, boxes[i].y)
        found, owner = min((distance(area, other), index) for index, other in areas.items())
        if found <= REACH:
            owners[i] = owner
    return owners


def distance(comment: Rectangle, box: Rectangle) -> float:
    """Pixels between a comment and a box, the vertical ones counting more."""
    aside = max(box.left - comment.right, comment.left - box.right, 0)
    away = max(box.top - comment.bottom, comment.top - box.bottom, 0)
    return aside + ABOVE * away


def beside(
    owners: dict[int, int], places: Places, shapes: tuple[Shape, ...], lines: list[Line]
) -> Places:
    """The place of each comment whose box has a place: right of it, where nothing else is."""
    taken = [shapes[box].space.moved(x, y) for box, (x, y) in places.items()]
    found: Places = {}
    mine = [comment for comment, box in owners.items() if box in places]
    for comment in sorted(mine, key=lambda comment: (places[owners[comment]][1], comment)):
        own = shapes[comment].space
        area = free_area(own, shapes[owners[comment]], places[owners[comment]], taken, lines)
        taken.append(area)
        found[comment] = (int(area.left - own.left), int(area.top - own.top))
    return found


def free_area(
    comment: Rectangle,
    owner: Shape,
    place: tuple[int, int],
    taken: list[Rectangle],
    lines: list[Line],
) -> Rectangle:
    """Right of the box, else just below it, else further right; nothing is covered."""
    border, space = owner.border.moved(*place), owner.space.moved(*place)
    corner = comment.moved(-comment.left, -comment.top)
    right = corner.moved(space.right + GAP, border.top + 1)
    below = [corner.moved(border.left, space.bottom + 1 + i * corner.height) for i in range(2)]
    for area in (right, *below):
        is_under_cord = any(line.runs_over(area) for line in lines)
        if not is_under_cord and not any(area.overlaps(other) for other in taken):
            return area
    return slid_right(right, taken, lines)


def slid_right(area: Rectangle, taken: list[Rectangle], lines: list[Line]) -> Rectangle:
    """The area moved right until it covers neither a box nor a cord."""
    obstacles = [other for other in taken if other.top < area.bottom and area.top < other.bottom]
    obstacles += [within for line in lines if (within := line.within(area.top, area.bottom))]
    for other in sorted(obstacles, key=lambda other: other.left):
        if other.left < area.right + GAP and area.left < other.right + GAP:
            area = area.moved(other.right + GAP - area.left, 0)
    return area
