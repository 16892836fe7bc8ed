"""Graphs on their parent: what the parent shows stays where it is, the rest keeps clear of it."""

from __future__ import annotations

from patchgen.layout.sheet import Places, Sheet, whole_area
from patchgen.pd.model import Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import coords, face_size, number

GAP = 20
"""Pixels between the visible part and the rest."""


def face(canvas: Canvas) -> Rectangle | None:
    """The part of a canvas that its parent shows, None where it shows none."""
    size, record = face_size(canvas), coords(canvas)
    if size is None or record is None:
        return None
    left, top = number(record.atoms, 9, 0), number(record.atoms, 10, 0)
    return Rectangle(left, top, left + size[0], top + size[1])


def shown(sheet: Sheet, members: list[int], visible: Rectangle | None) -> list[int]:
    """The boxes that stand at least partly in the visible part."""
    return [i for i in members if visible is not None and visible.overlaps(sheet.areas[i])]


def clear_of(
    visible: Rectangle, fixed: list[int], places: Places, sheet: Sheet
) -> tuple[Places, Places]:
    """The places of all other boxes below the visible part, and those right of it."""
    kept = whole_area([visible, *(sheet.areas[box] for box in fixed)])
    right, below = int(kept.right) + GAP, int(kept.bottom) + GAP
    return (
        {box: (GAP + x, below + y) for box, (x, y) in places.items()},
        {box: (right + x, GAP + y) for box, (x, y) in places.items()},
    )
