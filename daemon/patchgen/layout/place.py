"""Lays out a patch: every box of every canvas gets its place, every window its size."""

from __future__ import annotations

from dataclasses import replace

from patchgen.layout.backgrounds import Layout, grown, laid_out
from patchgen.layout.controls import labelled
from patchgen.layout.faces import clear_of, face, shown
from patchgen.layout.metric import measure
from patchgen.layout.page import page
from patchgen.layout.sheet import Places, Sheet, sheet, whole_area, with_places
from patchgen.pd.model import Canvas
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order
from patchgen.pd.sizes import number

BORDER = 20
"""Pixels between the edge of the window and the boxes."""

SMALLEST = (300, 200)
LARGEST = (1200, 850)
"""Width and height of a window, in pixels."""

MOST_CORDS = 500
"""A canvas with more cords is not compared with what it was before: that would take long."""

ROUNDS = 8
"""Times a canvas is laid out again until nothing moves any more."""


def place(canvas: Canvas) -> Canvas:
    """The same patch, well laid out; what is laid out already stays as it is."""
    return with_canvases_inside(canvas, int(number(canvas.rest, 0, 10)))


def with_canvases_inside(canvas: Canvas, font: int) -> Canvas:
    """A canvas and all canvases inside it, laid out."""
    inner = tuple(
        box if box.canvas is None else replace(box, canvas=with_canvases_inside(box.canvas, font))
        for box in canvas.boxes
    )
    return settled(canvas.with_boxes(inner), font)


def settled(canvas: Canvas, font: int) -> Canvas:
    """A canvas laid out until it stays as it is, or as it was where that was better.

    Where it goes round in a circle instead, each start leads to the best station of it.
    """
    seen = [canvas]
    for _ in range(ROUNDS):
        fresh = tidy(seen[-1], font)
        if fresh in seen:
            circle = seen[seen.index(fresh) :]
            best = fresh if len(circle) == 1 else min(circle, key=lambda one: ranked(one, font))
            return better(canvas, best, font)
        seen.append(fresh)
    return better(canvas, seen[-1], font)


def ranked(canvas: Canvas, font: int) -> tuple[int, int, list[tuple[float, float]]]:
    """A key by which the best of several layouts comes first."""
    found = measure(canvas, font)
    return found.overlaps, found.faults, [(box.x, box.y) for box in canvas.boxes]


def better(before: Canvas, after: Canvas, font: int) -> Canvas:
    """The laid out canvas, but the one before where that has fewer faults and no more overlaps.

    Boxes beyond the upper left corner, where no scroll bar leads, are never better.
    """
    if len(before.connections) > MOST_CORDS or is_beyond(before) > is_beyond(after):
        return after
    old, new = measure(before, font), measure(after, font)
    is_worse = new.faults > old.faults and new.overlaps >= old.overlaps
    return before if is_worse else after


def is_beyond(canvas: Canvas) -> bool:
    """Whether a box stands beyond the window's upper left corner."""
    return any(box.x < 0 or box.y < 0 for box in canvas.boxes)


def tidy(canvas: Canvas, font: int) -> Canvas:
    """A canvas laid out once; its inlets and outlets keep their order whatever happens."""
    members = with_places(canvas.boxes)
    visible = face(canvas)
    fixed = shown(sheet(canvas, font), members, visible)
    free = set(members).difference(fixed)
    moving = [i for i in members if i in free]
    if not moving:
        return canvas
    drawn = sheet(with_labels(canvas, free), font)
    for found in (laid_out(drawn, moving), Layout(page(drawn, moving), {})):
        tries: list[Places]
        if visible is None:
            tries = [{box: (x + BORDER, y + BORDER) for box, (x, y) in found.places.items()}]
        else:
            tries = [*clear_of(visible, fixed, found.places, drawn)]
        laid = [moved(canvas, drawn, Layout(places, found.sizes), font) for places in tries]
        laid = [after for after in laid if keeps_ports(canvas, after)]
        if laid:
            return min(laid, key=lambda after: measure(after, font).faults) if visible else laid[0]
    return canvas


def with_labels(canvas: Canvas, free: set[int]) -> Canvas:
    """A canvas with the labels of the boxes that may move where no cord runs over them."""
    fed = {cord.sink for cord in canvas.connections}
    return canvas.with_boxes(
        tuple(labelled(box, i in fed) if i in free else box for i, box in enumerate(canvas.boxes))
    )


def keeps_ports(before: Canvas, after: Canvas) -> bool:
    """Whether Pd counts the inlets and outlets of two canvases alike."""
    return all(
        ports_in_order(before.boxes, names) == ports_in_order(after.boxes, names)
        for names in (INLETS, OUTLETS)
    )


def moved(canvas: Canvas, drawn: Sheet, found: Layout, font: int) -> Canvas:
    """A canvas with its boxes at their places, in a window that shows them."""
    boxes = tuple(
        replace(box, x=found.places[i][0], y=found.places[i][1]) if i in found.places else box
        for i, box in enumerate(grown(drawn.boxes, found.sizes))
    )
    after = canvas.with_boxes(boxes)
    width, height = window(after, font)
    return replace(after, width=width, height=height)


def window(canvas: Canvas, font: int) -> tuple[int, int]:
    """Width and height of a window that shows all boxes, within sensible bounds."""
    areas = sheet(canvas, font).areas
    whole = whole_area(areas[i] for i in with_places(canvas.boxes))
    wanted = (int(whole.right) + BORDER, int(whole.bottom) + BORDER)
    width, height = (
        min(largest, max(smallest, pixels))
        for pixels, smallest, largest in zip(wanted, SMALLEST, LARGEST, strict=True)
    )
    return width, height
