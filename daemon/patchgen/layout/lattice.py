"""Rows of slots: boxes, and the passages that long cords take through the rows between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from patchgen.layout.shape import Shape
from patchgen.pd.model import Connection

MAX_PASSAGES = 3000
"""Beyond this many passages in all, the longest cords run without any."""

PASSAGE = 4
"""Pixels that a passage keeps free at either side of its cord."""

GAP = 20
"""Pixels between the spaces of two boxes in a row."""

NARROW_GAP = 6
"""Pixels between a box and a passing cord."""


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a cord between two neighbouring rows, seen from one of its slots."""

    slot: int
    """The slot at the other end."""
    own_x: int
    other_x: int
    """Pixels from the x of either slot to where the cord touches it."""
    own_share: float
    other_share: float
    """The same as shares of the width, for comparing places in the order of a row."""
    weight: int
    """How much the piece wants to be straight."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """Slots up to `boxes` are the boxes, the rest are passages."""

    boxes: int
    rows: list[list[int]]
    above: list[list[Link]]
    below: list[list[Link]]
    """Slot -> its links to the row above and to the row below."""
    left: list[int]
    right: list[int]
    """Slot -> pixels from its x to the ends of its space."""

    def apart(self, left: int, right: int) -> int:
        """Pixels that the x of two neighbours in a row lie apart at least."""
        are_boxes = left < self.boxes and right < self.boxes
        return self.right[left] + (GAP if are_boxes else NARROW_GAP) - self.left[right]


@dataclass(frozen=True, slots=True)
class End:
    """Where a piece of cord touches a slot."""

    slot: int
    x: int
    share: float


def lattice(shapes: tuple[Shape, ...], cords: tuple[Connection, ...], row: list[int]) -> Lattice:
    """The rows of a part, with passages for cords that span several rows."""
    rows: list[list[int]] = [[] for _ in range(max(row, default=0) + 1)]
    for box, place in enumerate(row):
        rows[place].append(box)
    left = [int(shape.space.left) for shape in shapes]
    right = [int(shape.space.right) for shape in shapes]
    found = Lattice(
        len(shapes), rows, [[] for _ in shapes], [[] for _ in shapes], left, right
    )
    longest = longest_with_passages([row[cord.sink] - row[cord.source] for cord in cords])
    for cord in cords:
        source, sink = shapes[cord.source], shapes[cord.sink]
        upper = End(cord.source, source.outlet_x(cord.outlet), cord.outlet / source.outlets)
        lower = End(cord.sink, sink.inlet_x(cord.inlet), cord.inlet / sink.inlets)
        if row[cord.sink] - row[cord.source] > longest:
            continue
        is_first = cord.outlet == 0 and cord.inlet == 0
        thread(found, upper, lower, range(row[cord.source] + 1, row[cord.sink]), is_first)
    return found


def longest_with_passages(spans: list[int]) -> int:
    """The longest span, in rows, up to which all cords together fit into MAX_PASSAGES."""
    total = 0
    for span in sorted(spans):
        total += max(0, span - 1)
        if total > MAX_PASSAGES:
            return max(1, span - 1)
    return max(spans, default=1)


def thread(lattice: Lattice, upper: End, lower: End, between: range, is_first: bool) -> None:
    """Leads one cord from row to row; its middle pieces insist most on being straight."""
    ends = [upper]
    for row in between:
        slot = len(lattice.left)
        lattice.left.append(-PASSAGE)
        lattice.right.append(PASSAGE)
        lattice.above.append([])
        lattice.below.append([])
        lattice.rows[row].append(slot)
        ends.append(End(slot, 0, 0.5))
    ends.append(lower)
    boxes = (upper.slot, lower.slot)
    for start, stop in pairwise(ends):
        touching = (start.slot in boxes) + (stop.slot in boxes)
        weight = (8, 4, 3 if is_first else 2)[touching]
        lattice.below[start.slot].append(
            Link(stop.slot, start.x, stop.x, start.share, stop.share, weight)
        )
        lattice.above[stop.slot].append(
            Link(start.slot, stop.x, start.x, stop.share, start.share, weight)
        )
