"""Coloured areas: what lay on a [cnv] is laid out on it, and the area grows where it must."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from patchgen.layout.loose import bundled
from patchgen.layout.page import is_fresh, page
from patchgen.layout.shape import Shape, is_background
from patchgen.layout.sheet import Bundle, Places, Sheet, unfolded, whole_area
from patchgen.pd.labels import label_area
from patchgen.pd.model import Box, Connection
from patchgen.pd.rectangle import Rectangle

SHARE = 0.6
"""A box lies on an area that covers this much of it."""

MARGIN = 5
"""Pixels between the edge of an area and what lies on it, at least."""

MOST = 200
"""The largest areas count, the others are boxes like any other."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all boxes, and the areas that have become larger."""

    places: Places
    sizes: dict[int, tuple[int, int]]
    """Box index of a [cnv] -> its width and height in pixels."""


def laid_out(sheet: Sheet, members: list[int]) -> Layout:
    """The places of the members, what lies on an area together with it."""
    content = contents(sheet, members)
    covered = {box for boxes in content.values() for box in boxes}
    bundles: list[Bundle] = []
    sizes = {}
    for area in sorted(content, key=lambda area: (size_of(sheet.areas[area]), -area)):
        bundle, cords = with_content(sheet, area, content[area])
        sheet = replace(sheet.with_bundles([bundle]), cords=cords)
        bundles.append(bundle)
        border = bundle.shape.border
        sizes[area] = (int(border.width), int(border.height))
    places = page(sheet, [box for box in members if box not in covered])
    return Layout(unfolded(places, reversed(bundles)), sizes)


def contents(sheet: Sheet, members: list[int]) -> dict[int, list[int]]:
    """Area -> the boxes that lie on it and on no smaller one."""
    if is_fresh(sheet, members):
        return {}
    borders = {i: sheet.shapes[i].border.moved(sheet.boxes[i].x, sheet.boxes[i].y) for i in members}
    areas = [i for i in members if is_background(sheet.boxes[i])]
    areas.sort(key=lambda area: (-size_of(borders[area]), area))
    rank = {area: i for i, area in enumerate(areas[:MOST])}
    found: dict[int, list[int]] = {}
    for box in members:
        below = [
            area
            for area in areas[: min(MOST, rank.get(box, MOST))]
            if lies_on(borders[box], borders[area])
        ]
        if below:
            found.setdefault(below[-1], []).append(box)
    return found


def lies_on(box: Rectangle, area: Rectangle) -> bool:
    """Whether most of a box is within an area."""
    width = min(box.right, area.right) - max(box.left, area.left)
    height = min(box.bottom, area.bottom) - max(box.top, area.top)
    return width > 0 and height > 0 and width * height >= SHARE * size_of(box) > 0


def size_of(area: Rectangle) -> float:
    """Square pixels."""
    return area.width * area.height


def with_content(
    sheet: Sheet, area: int, content: list[int]
) -> tuple[Bundle, tuple[Connection, ...]]:
    """An area and what lies on it as one, and the cords as they run to it from outside."""
    inside = set(content)
    is_tied = any(cord.source in inside and cord.sink in inside for cord in sheet.cords)
    places = page(sheet, content) if is_tied else bundled(sheet, content).offsets
    own, corner = sheet.boxes[area], sheet.shapes[area].border
    before = whole_area(sheet.areas[box] for box in content)
    now = whole_area(sheet.shapes[box].space.moved(*places[box]) for box in content)
    left = max(MARGIN, int(before.left - own.x))
    top = max(MARGIN, int(before.top - own.y))
    label = label_area(own)
    spaces = [sheet.shapes[box].space.moved(*places[box]) for box in content]
    shifted = [space.moved(left - now.left, top - now.top) for space in spaces]
    if label is not None and any(label.overlaps(space) for space in shifted):
        top = int(label.bottom) + MARGIN
    dx, dy = left - int(now.left), top - int(now.top)
    offsets = {box: (x + dx, y + dy) for box, (x, y) in places.items()}
    width = max(corner.width, left + now.width + min(left, 2 * MARGIN))
    height = max(corner.height, top + now.height + min(top, 2 * MARGIN))
    border = Rectangle(0, 0, int(width), int(height))
    cords, inlets, outlets = led_to(area, sheet, inside, offsets)
    space = border if label is None else border.joined(label)
    shape = Shape(border, space, tuple(inlets), tuple(outlets))
    return Bundle(area, {area: (0, 0)} | offsets, shape, sheet.areas[area]), cords


def led_to(
    area: int, sheet: Sheet, inside: set[int], offsets: Places
) -> tuple[tuple[Connection, ...], list[int], list[int]]:
    """The cords with an area in place of what lies on it, and where they enter and leave it."""
    cords = []
    # Files may have cords that end at the area itself, where Pd sees no inlet.
    inlets, outlets = list(sheet.shapes[area].inlets), list(sheet.shapes[area].outlets)
    for cord in sheet.cords:
        starts, ends = cord.source in inside, cord.sink in inside
        if starts and not ends:
            x = offsets[cord.source][0] + sheet.shapes[cord.source].outlet_x(cord.outlet)
            cord = replace(cord, source=area, outlet=index_in(outlets, x))
        elif ends and not starts:
            x = offsets[cord.sink][0] + sheet.shapes[cord.sink].inlet_x(cord.inlet)
            cord = replace(cord, sink=area, inlet=index_in(inlets, x))
        if not (starts and ends):
            cords.append(cord)
    return tuple(dict.fromkeys(cords)), inlets, outlets


def index_in(places: list[int], x: int) -> int:
    """The index of a place in a list, which gets it where it is new."""
    if x not in places:
        places.append(x)
    return places.index(x)


def grown(boxes: tuple[Box, ...], sizes: dict[int, tuple[int, int]]) -> tuple[Box, ...]:
    """The boxes with the areas that need more room made larger."""
    return tuple(
        box if i not in sizes else with_size(box, sizes[i]) for i, box in enumerate(boxes)
    )


def with_size(box: Box, size: Iterable[int]) -> Box:
    """A coloured area with another width and height."""
    texts = [str(pixels) for pixels in size]
    if list(box.atoms[2:4]) == texts or len(box.atoms) < 4:
        return box
    return replace(box, atoms=(*box.atoms[:2], *texts, *box.atoms[4:]))
