"""Which row a box belongs to: below everything that feeds it, controls just above their box."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from patchgen.pd.model import Connection

SPREAD = 80
"""Pixels by which controls may be wider than the box they feed before they stand in steps."""

NARROW = 40
"""Controls of this width in pixels, or less, find room side by side."""

WIDEST_ROW = 400
"""Pixels from which on controls of one inlet stand below each other."""

MOST_IN_CASCADE = 40
"""More controls than this stay side by side."""

CONTROL_GAP = 20
"""Pixels between two controls in a row."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What feeds what; the cords have no cycle."""

    cords: tuple[Connection, ...]
    above: list[list[int]]
    """Box -> the boxes that feed it, once for each cord."""
    below: list[list[int]]
    """Box -> the boxes it feeds."""

    def shows(self, box: int) -> bool:
        """Whether a box only displays what one other box says."""
        return not self.below[box] and len(self.above[box]) == 1

    def only_sink(self, box: int) -> int | None:
        """The one box that a box feeds besides those that only show something, or None."""
        sinks = [sink for sink in self.below[box] if not self.shows(sink)]
        return sinks[0] if len(sinks) == 1 else None


def rows(
    widths: list[int],
    cords: tuple[Connection, ...],
    top: frozenset[int],
    bottom: frozenset[int],
    before: tuple[int, ...] | None = None,
) -> list[int]:
    """The row of each box, from 0 downwards; the cords must have no cycle.

    Boxes in `top` are held in the first row and those in `bottom` in the last: the inlets and
    outlets of a subpatch. Widths are in pixels. `before` has the boxes from top to bottom as they
    were, where they were anywhere.
    """
    flow = Flow(cords, [[] for _ in widths], [[] for _ in widths])
    for cord in cords:
        flow.above[cord.sink].append(cord.source)
        flow.below[cord.source].append(cord.sink)
    order = in_flow_order(flow)
    row = [0] * len(widths)
    for box in order:
        row[box] = max((row[source] + 1 for source in flow.above[box]), default=0)
    lower(row, order, flow, top)
    step(row, flow, widths, top)
    cascade(row, flow, widths, top, before or tuple(range(len(widths))))
    for box in order:
        if flow.shows(box):
            row[box] = row[flow.above[box][0]] + 1
    hold(row, top, bottom)
    return row


def in_flow_order(flow: Flow) -> list[int]:
    """All boxes, each after everything that feeds it."""
    waiting = [len(sources) for sources in flow.above]
    ready = deque(box for box, sources in enumerate(flow.above) if not sources)
    order = []
    while ready:
        box = ready.popleft()
        order.append(box)
        for sink in flow.below[box]:
            waiting[sink] -= 1
            if not waiting[sink]:
                ready.append(sink)
    return order


def lower(row: list[int], order: list[int], flow: Flow, top: frozenset[int]) -> None:
    """Moves boxes down to what they feed wherever that makes the cords shorter."""
    for box in reversed(order):
        sinks = [sink for sink in flow.below[box] if not flow.shows(sink)] or flow.below[box]
        if sinks and box not in top and len(sinks) >= len(flow.above[box]):
            row[box] = min(row[sink] for sink in sinks) - 1


def step(row: list[int], flow: Flow, widths: list[int], top: frozenset[int]) -> None:
    """Puts wide controls of one box on rows of their own, the one for the last inlet lowest.

    So each can stand upright above its inlet, and its cord runs down left of the next control.
    """
    only = [flow.only_sink(box) for box in range(len(row))]
    controls: dict[int, dict[int, list[int]]] = {}
    for cord in flow.cords:
        box = cord.source
        if not flow.above[box] and box not in top and only[box] == cord.sink:
            controls.setdefault(cord.sink, {}).setdefault(cord.inlet, []).append(box)
    for sink, inlets in controls.items():
        wide = sum(widths[box] + CONTROL_GAP for boxes in inlets.values() for box in boxes)
        many = sum(len(boxes) for boxes in inlets.values())
        is_wide = wide > widths[sink] + SPREAD and wide > many * (NARROW + CONTROL_GAP)
        if len(inlets) > 1 and is_wide:
            for steps, inlet in enumerate(sorted(inlets, reverse=True)):
                for box in inlets[inlet]:
                    row[box] = row[sink] - 1 - steps


def cascade(
    row: list[int], flow: Flow, widths: list[int], top: frozenset[int], before: tuple[int, ...]
) -> None:
    """Puts many wide controls of one inlet below each other, each a little further right."""
    rank = {box: i for i, box in enumerate(before)}
    controls: dict[tuple[int, int], list[int]] = {}
    for cord in flow.cords:
        box = cord.source
        if not flow.above[box] and box not in top and flow.below[box] == [cord.sink]:
            controls.setdefault((cord.sink, cord.inlet), []).append(box)
    for (sink, _), boxes in controls.items():
        wide = sum(widths[box] + CONTROL_GAP for box in boxes)
        if 2 < len(boxes) <= MOST_IN_CASCADE and wide > WIDEST_ROW:
            for steps, box in enumerate(sorted(boxes, key=rank.__getitem__, reverse=True)):
                row[box] = row[sink] - 1 - steps


def hold(row: list[int], top: frozenset[int], bottom: frozenset[int]) -> None:
    """Numbers the rows anew without gaps, inlets in the first and outlets in the last."""
    first, last = min(row, default=0), max(row, default=0) + 1
    for box in bottom:
        row[box] = last
    for box in top:
        row[box] = first
    number = {old: new for new, old in enumerate(sorted(set(row)))}
    row[:] = [number[old] for old in row]
