"""Puts the records of a patch in the order of their places on the screen; the graph stays."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from math import isfinite

from patchgen.pd.above import covering
from patchgen.pd.atoms import is_number
from patchgen.pd.model import PLACED, Box, Canvas, Connection, Record
from patchgen.pd.ports import INLETS, OUTLETS

Held = Mapping[tuple[int, ...], Iterable[Sequence[int]]]
"""Path of a canvas, as `walk` gives it -> groups of its boxes that keep their order."""

FREE: Held = {}

Item = Box | Connection | Record


@dataclass(slots=True)
class Stretch:
    """Boxes that follow each other in the file, until a record that nothing may pass."""

    boxes: list[int] = field(default_factory=list)
    records: dict[int, list[Record]] = field(default_factory=dict)
    """What belongs to a box and stands after it: the `#A` of an array or a [text define]."""
    fence: Record | None = None
    """The record at the end; None for the last stretch and around a scalar or an array."""


def sorted_by_place(canvas: Canvas, held: Held = FREE) -> Canvas:
    """The patch with its boxes from top to bottom, then from left to right, in every canvas.

    Kept are the order in which an outlet fires, the numbers of inlets and outlets, and what is
    drawn on what: a box does not pass one that it overlaps. Records that do not belong to a box,
    scalars and arrays have no place, so nothing passes them either.

    Pd also loads boxes, fires their loadbangs, fills their receivers and computes their signals
    in the order of the file. Whoever wants that kept says so in `held`, as
    `patchgen.lint.turns.turns` does.
    """
    return in_order(canvas, font_size(canvas), (), held)


def font_size(canvas: Canvas) -> int:
    """The font size of a patch, which its subpatches share."""
    last = canvas.rest[-1] if canvas.rest else ""
    return int(float(last)) if is_number(last) and 0 < float(last) < 1000 else 10


def in_order(canvas: Canvas, font: int, path: tuple[int, ...], held: Held) -> Canvas:
    """A canvas and those inside it, sorted."""
    boxes = tuple(
        box if box.canvas is None
        else replace(box, canvas=in_order(box.canvas, font, (*path, index), held))
        for index, box in enumerate(canvas.boxes)
    )  # fmt: skip
    canvas = canvas.with_boxes(boxes)
    if not can_be_sorted(canvas):
        return canvas
    pairs = covering(boxes, font)
    if pairs is None:
        return canvas
    before = [*pairs, *ties(boxes)]
    for group in held.get(path, ()):
        before += pairwise(sorted(group))
    return rebuilt(canvas, before)


def can_be_sorted(canvas: Canvas) -> bool:
    """Whether every cord is understood and comes after its boxes, as in all that Pd saves."""
    count = 0
    total = len(canvas.boxes)
    for item in canvas.items:
        if isinstance(item, Box):
            count += 1
        elif isinstance(item, Record):
            if item.atoms[:2] == ("#X", "connect"):
                return False
        elif any(count <= end < total for end in (item.source, item.sink)):
            return False  # Pd refuses a cord to a box that is not there yet.
    return True


def ties(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Inlets above each other: Pd numbers them by x, and by their order in the file where equal."""
    pairs: list[tuple[int, int]] = []
    for names in (INLETS, OUTLETS):
        columns: dict[int, list[int]] = {}
        for index, box in enumerate(boxes):
            if box.kind == "obj" and box.name in names:
                column = int(box.x) if isfinite(box.x) else 0
                columns.setdefault(column, []).append(index)
        for indices in columns.values():
            pairs += pairwise(indices)
    return pairs


def rebuilt(canvas: Canvas, before: Iterable[tuple[int, int]]) -> Canvas:
    """The canvas with its boxes by place, except that of each pair the first stays before."""
    boxes = canvas.boxes
    waiting, after = [0] * len(boxes), [list[int]() for _ in boxes]
    for first, second in before:
        after[first].append(second)
        waiting[second] += 1
    order: list[int] = []
    items: list[Item] = []
    for stretch in stretches(canvas):
        for index in by_place(boxes, stretch.boxes, waiting, after):
            order.append(index)
            items += [boxes[index], *stretch.records.get(index, ())]
        if stretch.fence is not None:
            items.append(stretch.fence)
    place = max(cord_place(canvas), boxes_end(items))
    return replace(canvas, items=(*items[:place], *moved_cords(canvas, order), *items[place:]))


def stretches(canvas: Canvas) -> list[Stretch]:
    """The boxes and records of a canvas, cut where no box may pass."""
    found = [Stretch()]
    index = -1
    for item in canvas.items:
        if isinstance(item, Box):
            index += 1
            if item.kind not in PLACED:
                found += [Stretch([index]), Stretch()]
            else:
                found[-1].boxes.append(index)
        elif isinstance(item, Record):
            owner = owner_of(item, found, index)
            if owner is not None:
                owner.records.setdefault(index, []).append(item)
            else:
                found[-1].fence = item
                found.append(Stretch())
    return found


def owner_of(record: Record, found: Sequence[Stretch], last: int) -> Stretch | None:
    """The stretch of the last box, where the record speaks of that box: its content, its width."""
    if not speaks_of_box(record):
        return None
    holds = (s for s in found[-2:] if s.boxes and s.boxes[-1] == last and s.fence is None)
    return next(holds, None)


def speaks_of_box(record: Record) -> bool:
    """Whether it belongs to the box before it: saved content, or the width of the box."""
    return record.atoms[0] == "#A" or record.atoms[:2] == ("#X", "f")


def by_place(
    boxes: Sequence[Box], indices: Sequence[int], waiting: list[int], after: list[list[int]]
) -> list[int]:
    """The indices by y, then x; a box that waits for others comes as soon as they have come."""
    inside = set(indices)
    ready = [(boxes[i].y, boxes[i].x, i) for i in indices if not waiting[i]]
    heapq.heapify(ready)
    order: list[int] = []
    while ready:
        index = heapq.heappop(ready)[2]
        order.append(index)
        for later in after[index]:
            waiting[later] -= 1
            if not waiting[later] and later in inside:
                heapq.heappush(ready, (boxes[later].y, boxes[later].x, later))
    return order


def moved_cords(canvas: Canvas, order: Sequence[int]) -> tuple[Connection, ...]:
    """The cords with their boxes' new numbers, in the order in which Pd would save them."""
    place = {old: new for new, old in enumerate(order)}
    cords = [
        replace(cord, source=place.get(cord.source, cord.source),
                sink=place.get(cord.sink, cord.sink))
        for cord in canvas.connections
    ]  # fmt: skip
    return tuple(sorted(cords, key=lambda cord: (cord.source, cord.outlet)))


def cord_place(canvas: Canvas) -> int:
    """How many boxes and records come before the last cord."""
    cords = [i for i, item in enumerate(canvas.items) if isinstance(item, Connection)]
    return cords[-1] + 1 - len(cords) if cords else 0


def boxes_end(items: Sequence[Item]) -> int:
    """How many items there are up to the last box and what speaks of it: cords come after it."""
    end = max((i for i, item in enumerate(items, 1) if isinstance(item, Box)), default=0)
    speaking = takewhile(lambda item: isinstance(item, Record) and speaks_of_box(item), items[end:])
    return end + len(list(speaking))
