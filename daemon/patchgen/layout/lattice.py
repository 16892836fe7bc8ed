"""Rows of slots: boxes, and the passages that long cords take through the rows between."""

from __future__ import annotations

from collections.abc import Sequence
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

MAIN = 5
"""How much a cord of a long chain wants to be straight; others 2, a cord that goes up 1."""

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
    spans: list[tuple[int, int, float]]
    """The boxes at both ends of each passage's cord, and which share of its way lies above."""

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


def lattice(
    shapes: tuple[Shape, ...], cords: tuple[Connection, ...], row: Sequence[int]
) -> Lattice:
    """The rows of a part, with passages for cords that span several rows.

    Cords that go up are led down the other way round, so that loops get a side of their own.
    """
    rows: list[list[int]] = [[] for _ in range(max(row, default=0) + 1)]
    for box, place in enumerate(row):
        rows[place].append(box)
    left = [int(shape.space.left) for shape in shapes]
    right = [int(shape.space.right) for shape in shapes]
    found = Lattice(
        len(shapes), rows, [[] for _ in shapes], [[] for _ in shapes], left, right, []
    )
    main = main_cords(cords, row)
    longest = longest_with_passages([abs(row[cord.sink] - row[cord.source]) for cord in cords])
    for cord in cords:
        upper, lower = ends(cord, shapes)
        span = row[cord.sink] - row[cord.source]
        if span and abs(span) <= longest:
            if span < 0:
                upper, lower = lower, upper
            weight = 1 if span < 0 else MAIN if cord in main else 2
            thread(found, upper, lower, range(row[upper.slot] + 1, row[lower.slot]), weight)
    return found


def main_cords(cords: tuple[Connection, ...], row: Sequence[int]) -> set[Connection]:
    """The cords of the longest chains: from each box the one that most hangs on, and back up."""
    down = [cord for cord in cords if row[cord.source] < row[cord.sink]]
    below, above = [0] * len(row), [0] * len(row)
    for cord in sorted(down, key=lambda cord: -row[cord.source]):
        below[cord.source] = max(below[cord.source], below[cord.sink] + 1)
    for cord in sorted(down, key=lambda cord: row[cord.sink]):
        above[cord.sink] = max(above[cord.sink], above[cord.source] + 1)
    leaving: dict[int, Connection] = {}
    entering: dict[int, Connection] = {}
    for cord in down:
        other = leaving.setdefault(cord.source, cord)
        if (below[cord.sink], -cord.inlet) > (below[other.sink], -other.inlet):
            leaving[cord.source] = cord
        other = entering.setdefault(cord.sink, cord)
        if (above[cord.source], -cord.inlet) > (above[other.source], -other.inlet):
            entering[cord.sink] = cord
    return set(leaving.values()) & set(entering.values())


def ends(cord: Connection, shapes: tuple[Shape, ...]) -> tuple[End, End]:
    """Where a cord leaves one box and where it enters the other."""
    source, sink = shapes[cord.source], shapes[cord.sink]
    return (
        End(cord.source, source.outlet_x(cord.outlet), cord.outlet / len(source.outlets)),
        End(cord.sink, sink.inlet_x(cord.inlet), cord.inlet / len(sink.inlets)),
    )


def longest_with_passages(spans: list[int]) -> int:
    """The longest span, in rows, up to which all cords together fit into MAX_PASSAGES."""
    total = 0
    for span in sorted(spans):
        total += max(0, span - 1)
        if total > MAX_PASSAGES:
            return max(1, span - 1)
    return max(spans, default=1)


def thread(lattice: Lattice, upper: End, lower: End, between: range, weight: int) -> None:
    """Leads one cord from row to row; its middle pieces insist most on being straight."""
    touched = [upper]
    for row in between:
        slot = len(lattice.left)
        lattice.left.append(-PASSAGE)
        lattice.right.append(PASSAGE)
        lattice.above.append([])
        lattice.below.append([])
        lattice.rows[row].append(slot)
        share = (row - between.start + 1) / (len(between) + 1)
        lattice.spans.append((upper.slot, lower.slot, share))
        touched.append(End(slot, 0, 0.5))
    touched.append(lower)
    boxes = (upper.slot, lower.slot)
    for start, stop in pairwise(touched):
        touching = (start.slot in boxes) + (stop.slot in boxes)
        pull = weight if weight == 1 else max(weight, (8, 4, 0)[touching])
        lattice.below[start.slot].append(
            Link(stop.slot, start.x, stop.x, start.share, stop.share, pull)
        )
        lattice.above[stop.slot].append(
            Link(start.slot, stop.x, start.x, stop.share, start.share, pull)
        )
