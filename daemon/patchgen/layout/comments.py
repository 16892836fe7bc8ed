"""Comments: remarks stay at the side of the box they were written for, headings on top."""

from __future__ import annotations

from collections.abc import Iterable

from patchgen.layout.loose import clear_of
from patchgen.layout.near import distance, neighbourhood
from patchgen.layout.shape import Shape
from patchgen.layout.sheet import Bundle, Places, Sheet, whole_area
from patchgen.pd.rectangle import Rectangle

GAP = 10
"""Pixels between a box and a comment at its side."""

NEAR = 3
"""Pixels between a box and a comment above or below it."""

REACH = 120
"""A comment further than this many pixels from every box belongs to none."""

ABOVE = 6
"""How many times nearer a box beside a comment counts than one above or below it."""

TALL = 60
"""A comment higher than this many pixels is a text of its own."""

RIGHT, LEFT, OVER, UNDER = range(4)


def owned(sheet: Sheet, comments: list[int], corded: list[int], loose: list[int]) -> Places:
    """Comment -> the box with cords nearest to it and the side, 0 to 3, it stands on.

    A heading above all boxes with cords belongs to none, and neither does a comment that is
    nearer to a box without cords.
    """
    if not corded:
        return {}
    areas = {box: sheet.areas[box] for box in (*corded, *loose)}
    top = min(areas[box].top for box in corded)
    around = neighbourhood(areas)
    has_cords = set(corded)
    found: Places = {}
    for comment in comments:
        area = sheet.areas[comment]
        near = [(separation(area, areas[box]), box) for box in around.around(area, REACH)]
        is_text = area.bottom <= top or area.height > TALL
        if not is_text and near and min(near)[0] <= REACH and min(near)[1] in has_cords:
            owner = min(near)[1]
            found[comment] = (owner, side(area, areas[owner]))
    return found


def separation(comment: Rectangle, box: Rectangle) -> float:
    """Pixels between a comment and a box, the vertical ones counting more."""
    aside, away = distance(comment, box)
    return aside + ABOVE * away


def side(comment: Rectangle, box: Rectangle) -> int:
    """Where a comment stands, seen from its box."""
    if comment.bottom <= (box.top + box.bottom) / 2 and comment.left < box.right:
        return OVER
    if comment.left >= (box.left + box.right) / 2:
        return RIGHT
    if comment.right <= (box.left + box.right) / 2:
        return LEFT
    return UNDER


def remarked(sheet: Sheet, owners: Places) -> list[Bundle]:
    """Each box that has comments as one with them; cords that come or go have their way."""
    fed = {cord.sink for cord in sheet.cords}
    feeding = {cord.source for cord in sheet.cords}
    comments: dict[int, list[int]] = {}
    for comment, (box, _) in owners.items():
        comments.setdefault(box, []).append(comment)
    bundles = []
    for box, own in comments.items():
        ranked = sorted(own, key=lambda comment: (sheet.areas[comment].top, comment))
        sides = {}
        for comment in ranked:
            where = owners[comment][1]
            is_in_the_way = (where == OVER and box in fed) or (where == UNDER and box in feeding)
            sides[comment] = RIGHT if is_in_the_way else where
        bundles.append(with_comments(sheet, box, sides))
    return bundles


def with_comments(sheet: Sheet, box: int, sides: dict[int, int]) -> Bundle:
    """A box with its comments, several at one side below each other."""
    shape = sheet.shapes[box]
    offsets: Places = {box: (0, 0)}
    taken: list[Rectangle] = []
    over = [comment for comment, where in sides.items() if where == OVER]
    others = [comment for comment, where in sides.items() if where != OVER]
    for comment in [*reversed(over), *others]:
        own = sheet.shapes[comment].space
        area = beside(own, shape, sides[comment])
        if sides[comment] == OVER and taken:
            area = area.moved(0, taken[-1].top - NEAR - area.bottom)
        area = clear_of(taken, area)
        taken.append(area)
        offsets[comment] = (int(area.left - own.left), int(area.top - own.top))
    space = shape.space.joined(whole_area(all_areas(sheet, offsets)))
    area = whole_area(sheet.areas[i] for i in offsets)
    return Bundle(box, offsets, Shape(shape.border, space, shape.inlets, shape.outlets), area)


def all_areas(sheet: Sheet, places: Places) -> Iterable[Rectangle]:
    """The areas of boxes at some places."""
    return [sheet.shapes[box].space.moved(x, y) for box, (x, y) in places.items()]


def beside(comment: Rectangle, owner: Shape, where: int) -> Rectangle:
    """Where a comment stands at one side of its box."""
    border, space = owner.border, owner.space
    corner = comment.moved(-comment.left, -comment.top)
    if where == RIGHT:
        return corner.moved(space.right + GAP, border.top + comment.top)
    if where == LEFT:
        return corner.moved(space.left - GAP - corner.width, border.top + comment.top)
    if where == OVER:
        return corner.moved(border.left, space.top - NEAR - corner.height)
    return corner.moved(border.left, space.bottom + NEAR)
