"""Boxes without cords: those that stand together move as one, as they stood."""

from __future__ import annotations

from patchgen.layout.near import distance, neighbourhood
from patchgen.layout.shape import Shape
from patchgen.layout.sheet import Bundle, Places, Sheet, whole_area
from patchgen.layout.together import together
from patchgen.pd.rectangle import Rectangle

LINE = 5
"""Pixels between two lines of one comment that somebody wrote in several boxes."""

INDENT = 40
"""Pixels by which such a line may start further right than the one before."""

ASIDE, AWAY = 30, 19
"""Pixels up to which boxes without cords stand together."""

LARGEST = 400
"""More boxes than this do not move as one."""

GAP = 2
"""Pixels between two boxes that overlapped before."""


def comment_blocks(sheet: Sheet, comments: list[int]) -> list[list[int]]:
    """Comments, those that follow each other line by line together."""
    areas = {comment: sheet.areas[comment] for comment in comments}
    around = neighbourhood(areas)
    pairs = [
        (comment, other)
        for comment in comments
        for other in around.around(areas[comment], LINE)
        if is_next_line(areas[comment], areas[other])
    ]
    return together(comments, pairs)


def is_next_line(upper: Rectangle, lower: Rectangle) -> bool:
    """Whether a line of text goes on in another just below."""
    return (
        upper.top < lower.top
        and -LINE <= lower.top - upper.bottom <= LINE
        and abs(lower.left - upper.left) <= INDENT
    )


def clusters(sheet: Sheet, loose: list[int], others: list[Rectangle]) -> list[list[int]]:
    """Boxes without cords, neighbours together where nothing else stands between them.

    Where something does, only nearer neighbours stay together.
    """
    areas = {box: sheet.areas[box] for box in loose}
    strangers = neighbourhood(dict(enumerate(others)))
    found: list[list[int]] = []
    waiting = [(loose, 1)]
    while waiting:
        members, factor = waiting.pop()
        for group in neighbours(areas, members, factor):
            whole = whole_area(areas[box] for box in group)
            is_mixed = any(whole.overlaps(others[i]) for i in strangers.around(whole, 0))
            if len(group) > 1 and (is_mixed or len(group) > LARGEST) and factor < 8:
                waiting.append((group, 2 * factor))
            elif is_mixed or len(group) > LARGEST:
                found += [[box] for box in group]
            else:
                found.append(group)
    return sorted(found)


def neighbours(
    areas: dict[int, Rectangle], members: list[int], factor: int
) -> list[list[int]]:
    """The members in groups in which each is near another; a higher factor means nearer."""
    around = neighbourhood({box: areas[box] for box in members})
    pairs = []
    for box in members:
        for other in around.around(areas[box], ASIDE):
            aside, away = distance(areas[box], areas[other])
            if box < other and aside * factor <= ASIDE and away * factor <= AWAY:
                pairs.append((box, other))
    return together(members, pairs)


def bundled(sheet: Sheet, group: list[int]) -> Bundle:
    """Some boxes as one, with the places they had; what overlapped moves down."""
    head = group[0]
    left, top = int(sheet.boxes[head].x), int(sheet.boxes[head].y)
    offsets: Places = {}
    taken: list[Rectangle] = []
    for box in sorted(group, key=lambda box: (sheet.areas[box].top, sheet.areas[box].left, box)):
        taken = [other for other in taken if other.bottom > sheet.areas[box].top]
        area = clear_of(taken, sheet.areas[box])
        taken.append(area)
        down = int(area.top - sheet.areas[box].top)
        offsets[box] = (int(sheet.boxes[box].x) - left, int(sheet.boxes[box].y) - top + down)
    dx, dy = offsets[head]
    offsets = {box: (x - dx, y - dy) for box, (x, y) in offsets.items()}
    border = whole_area(sheet.shapes[box].border.moved(*place) for box, place in offsets.items())
    space = whole_area(sheet.shapes[box].space.moved(*place) for box, place in offsets.items())
    area = whole_area(sheet.areas[box] for box in group)
    return Bundle(head, offsets, Shape(border, space), area)


def clear_of(taken: list[Rectangle], area: Rectangle) -> Rectangle:
    """The area, moved down until it overlaps none of the others."""
    for other in sorted(taken, key=lambda other: other.bottom):
        if other.overlaps(area):
            area = area.moved(0, int(other.bottom + GAP - area.top))
    return area
