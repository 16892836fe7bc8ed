"""Which boxes lie on which: what is drawn later covers what it overlaps."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from patchgen.pd.model import Box
from patchgen.pd.sizes import outline

MOST_PAIRS = 200_000
MOST_LOOKS = 10_000_000
"""Boxes that overlap more often, or stand in longer rows, would take seconds."""


def covering(boxes: Sequence[Box], font: int) -> list[tuple[int, int]] | None:
    """Pairs (below, above) of boxes that share a pixel; None for a heap that has too many.

    A box that comes from another file counts with the size of its text: how large it draws itself
    is known to that file alone.
    """
    areas = [outline(box, font).moved(box.x, box.y) for box in boxes]
    reaching: list[tuple[float, int]] = []
    pairs: list[tuple[int, int]] = []
    looks = 0
    for index in sorted(range(len(boxes)), key=lambda i: areas[i].top):
        area = areas[index]
        while reaching and reaching[0][0] <= area.top:
            heapq.heappop(reaching)
        looks += len(reaching)
        if looks > MOST_LOOKS or len(pairs) > MOST_PAIRS:
            return None
        pairs += [
            (min(index, other), max(index, other))
            for _, other in reaching
            if areas[other].overlaps(area)
        ]
        heapq.heappush(reaching, (area.bottom, index))
    return pairs
