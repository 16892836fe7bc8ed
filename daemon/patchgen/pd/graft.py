"""Boxes and cords put into a canvas and taken out of it; every other record keeps its bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from patchgen.pd.graph import is_content
from patchgen.pd.model import Box, Canvas, Connection, Record, is_coords

Item = Box | Connection | Record

Ends = tuple[int, int, int, int]
"""Source, outlet, sink, inlet."""


def ends(cord: Connection) -> Ends:
    """What a connection joins."""
    return cord.source, cord.outlet, cord.sink, cord.inlet


def with_new(items: tuple[Item, ...], fresh: Sequence[Box | Record]) -> tuple[Item, ...]:
    """The items with new boxes after the last one and its content."""
    last = max((i for i, item in enumerate(items) if isinstance(item, Box)), default=-1) + 1
    while last < len(items) and isinstance(found := items[last], Record) and is_content(found):
        last += 1
    return (*items[:last], *fresh, *items[last:])


def grafted(canvas: Canvas, boxes: Sequence[Box], cords: Iterable[Connection]) -> Canvas:
    """The canvas with more boxes, the first has the index `len(canvas.boxes)`, and more cords.

    New cords come last, so that what was there fires first; one that is there already stays one.
    """
    items = with_new(canvas.items, boxes)
    had = {ends(cord) for cord in canvas.connections}
    fresh = [cord for cord in cords if ends(cord) not in had]
    place = 1 + max(
        (i for i, item in enumerate(items) if isinstance(item, Box | Connection)), default=-1
    )
    while place < len(items) and not isinstance(items[place], Connection):
        found = items[place]
        if isinstance(found, Record) and is_coords(found):
            break
        place += 1
    return replace(canvas, items=(*items[:place], *dict.fromkeys(fresh), *items[place:]))


def recorded(canvas: Canvas, change: Callable[[Connection], Iterable[Connection]]) -> Canvas:
    """The canvas with other cords in the place of each; none is made twice."""
    items: list[Item] = []
    seen: set[Ends] = set()
    for item in canvas.items:
        if not isinstance(item, Connection):
            items.append(item)
            continue
        for cord in change(item):
            if cord is item or ends(cord) not in seen:
                items.append(cord)
            seen.add(ends(cord))
    return replace(canvas, items=tuple(items))


def with_box(canvas: Canvas, index: int, box: Box) -> Canvas:
    """The canvas with another box at an index."""
    boxes = canvas.boxes
    return canvas.with_boxes((*boxes[:index], box, *boxes[index + 1 :]))


def without(canvas: Canvas, doomed: Collection[int]) -> Canvas:
    """The canvas without some boxes, what is saved in them, and their cords."""
    places: dict[int, int] = {}
    items: list[Item] = []
    count, is_going = 0, False
    for item in canvas.items:
        if isinstance(item, Box):
            is_going = count in doomed
            if not is_going:
                places[count] = len(places)
            count += 1
        elif is_going and isinstance(item, Record) and is_content(item):
            continue
        else:
            is_going = False
        if not is_going:
            items.append(item)
    return recorded(replace(canvas, items=tuple(items)), lambda cord: renumbered(cord, places))


def renumbered(cord: Connection, places: dict[int, int]) -> Iterable[Connection]:
    """The cord between the same boxes under their new numbers; none where one is gone."""
    if cord.source not in places or cord.sink not in places:
        return ()
    return (replace(cord, source=places[cord.source], sink=places[cord.sink]),)
