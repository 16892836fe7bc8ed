"""Lays out a patch: every box of every canvas gets its place, every window its size."""

from __future__ import annotations

from dataclasses import replace

from patchgen.layout.arrange import Arrangement, arranged, whole_area
from patchgen.layout.comments import Places, nearest_boxes
from patchgen.layout.controls import labelled
from patchgen.layout.groups import GRID
from patchgen.layout.pack import packed
from patchgen.layout.part import Part, parts
from patchgen.layout.shape import WEIGHTLESS, Shape, shapes
from patchgen.pd.model import Box, Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import face_size, number

BORDER = 20
"""Pixels between the edge of the window and the boxes."""

SMALLEST = (300, 200)
LARGEST = (1200, 850)
"""Width and height of a window, in pixels."""


def place(canvas: Canvas) -> Canvas:
    """The same patch, well laid out; graphs on their parent stay as they are inside."""
    return laid_out(canvas, int(number(canvas.rest, 0, 10)))


def laid_out(canvas: Canvas, font: int) -> Canvas:
    """A canvas and all canvases inside it."""
    fed = {cord.sink for cord in canvas.connections}
    inner = tuple(
        box if box.canvas is None else replace(box, canvas=laid_out(box.canvas, font))
        for box in canvas.boxes
    )
    if face_size(canvas) is not None or holds_arrays(canvas):
        return canvas.with_boxes(inner)
    boxes = tuple(labelled(box, i in fed) for i, box in enumerate(inner))
    canvas = canvas.with_boxes(boxes)
    found = shapes(canvas, font)
    places = all_places(canvas, found)
    boxes = tuple(
        replace(box, x=places[i][0], y=places[i][1]) if i in places else box
        for i, box in enumerate(boxes)
    )
    width, height = window(boxes, found)
    return replace(canvas.with_boxes(boxes), width=width, height=height)


def holds_arrays(canvas: Canvas) -> bool:
    """Whether a canvas only holds arrays, which have no places."""
    return bool(canvas.boxes) and all(box.kind in WEIGHTLESS for box in canvas.boxes)


def is_meta(box: Box) -> bool:
    """Whether a box is the subpatch with a help patch's keywords."""
    return box.canvas is not None and box.args == ("META",)


def all_places(canvas: Canvas, measured: tuple[Shape, ...]) -> Places:
    """Box index -> x, y for every box of a canvas that has a place."""
    boxes = canvas.boxes
    aside = [i for i, box in enumerate(boxes) if is_meta(box)]
    tied = {end for cord in canvas.connections for end in (cord.source, cord.sink)}
    loose = {i for i, box in enumerate(boxes) if box.kind == "text" and i not in tied}
    members = [
        i
        for i, box in enumerate(boxes)
        if box.kind not in WEIGHTLESS and i not in loose and i not in aside
    ]
    owners = nearest_boxes(boxes, measured, members, loose)
    places: Places = {}
    y = BORDER
    for comment in sorted(loose - owners.keys()):
        places[comment] = (BORDER, y)
        y = next_line(y + measured[comment].space.bottom)
    found = sorted(parts(boxes, members, canvas.connections), key=lambda part: rank(part, boxes))
    arrangements = [arranged(part, measured, owners) for part in found]
    add_packed(places, arrangements, y if y == BORDER else y + GRID)
    add_in_corner(places, aside, measured)
    return places


def rank(part: Part, boxes: tuple[Box, ...]) -> tuple[bool, bool, int]:
    """Parts with cords come first, graphs last, otherwise the order of the file holds."""
    first = boxes[part.boxes[0]]
    is_graph_box = first.canvas is not None and face_size(first.canvas) is not None
    is_area = is_graph_box or first.name == "cnv"
    return len(part.boxes) == 1 and is_area, len(part.boxes) == 1, min(part.boxes)


def next_line(y: float) -> int:
    """The next place on the grid below a comment."""
    return -int(-(y + 2) // GRID) * GRID


def add_packed(places: Places, arrangements: list[Arrangement], top: int) -> None:
    """Places the parts below the comments at the top."""
    corners = packed([(found.width, found.height) for found in arrangements])
    for found, (left, high) in zip(arrangements, corners, strict=True):
        for box, (x, y) in found.places.items():
            places[box] = (BORDER + left + x, top + high + y)


def add_in_corner(places: Places, boxes: list[int], measured: tuple[Shape, ...]) -> None:
    """Places boxes in the lower right corner, below everything else."""
    whole = used_area(places, measured)
    right = max(whole.right, SMALLEST[0] - BORDER)
    y = max(whole.bottom + GRID, SMALLEST[1] - BORDER - GRID * 2)
    for box in boxes:
        x = int(right - measured[box].space.right) // GRID * GRID
        places[box] = (max(BORDER, x), next_line(y - 2))
        y = places[box][1] + measured[box].space.bottom + GRID


def used_area(places: Places, measured: tuple[Shape, ...]) -> Rectangle:
    """The area that all placed boxes take together."""
    return whole_area(measured[box].space.moved(x, y) for box, (x, y) in places.items())


def window(boxes: tuple[Box, ...], measured: tuple[Shape, ...]) -> tuple[int, int]:
    """Width and height of a window that shows all boxes, within sensible bounds."""
    places = {
        i: (int(box.x), int(box.y)) for i, box in enumerate(boxes) if box.kind not in WEIGHTLESS
    }
    whole = used_area(places, measured)
    wanted = (int(whole.right) + BORDER, int(whole.bottom) + BORDER)
    width, height = (
        min(largest, max(smallest, pixels))
        for pixels, smallest, largest in zip(wanted, SMALLEST, LARGEST, strict=True)
    )
    return width, height
