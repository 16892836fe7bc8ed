"""How far right each slot stands: cords straight where possible, neighbours apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from patchgen.layout.branches import branches, draw_near
from patchgen.layout.groups import gather, snap
from patchgen.layout.lattice import Lattice, Link
from patchgen.layout.wishes import Middle, Wishes, weighted_mean, weighted_median, wishes

ROUGH_SWEEPS = 2
"""Times the rows are settled downwards and upwards by the mean of all wishes."""

FINE_SWEEPS = 4
"""Times they are settled by the median, which makes cords straight."""


@dataclass(frozen=True, slots=True)
class Block:
    """Slots of a row that stand as close together as they may."""

    middle: int
    wishes: Wishes
    slots: list[tuple[int, int]]
    """Each with its distance from the start of the row, in pixels."""


def positions(rows: list[list[int]], lattice: Lattice) -> list[int]:
    """The x of each slot."""
    x = packed(rows, lattice)
    both = [above + below for above, below in zip(lattice.above, lattice.below, strict=True)]
    for _ in range(ROUGH_SWEEPS):
        sweep(rows, lattice, x, weighted_mean)
        for row in rows:
            settle(row, lattice, both, x, weighted_mean)
    neighbours = [pair for row in rows for pair in pairwise(row)]
    after = dict(neighbours)
    before = {right: left for left, right in neighbours}
    found = branches(lattice)
    tries = []
    for round_ in range(FINE_SWEEPS):
        sweep(rows, lattice, x, weighted_median)
        if round_ >= FINE_SWEEPS // 2:
            for row in rows:
                settle(row, lattice, both, x, weighted_median)
            gather(lattice, x, before, after)
            draw_near(found, lattice, x, before, after)
            gather(lattice, x, before, after)
            tries.append(list(x))
    best = min(tries, key=lambda x: slant(lattice, x))
    snap(lattice, best)
    return best


def packed(rows: list[list[int]], lattice: Lattice) -> list[int]:
    """Each row on its own, from the left edge on."""
    x = [0] * len(lattice.left)
    for row in rows:
        for previous, slot in pairwise(row):
            x[slot] = x[previous] + lattice.apart(previous, slot)
    return x


def slant(lattice: Lattice, x: list[int]) -> int:
    """How far from upright all cords together are, in weighted pixels."""
    return sum(
        link.weight * abs(x[slot] + link.own_x - x[link.slot] - link.other_x)
        for slot, links in enumerate(lattice.below)
        for link in links
    )


def sweep(rows: list[list[int]], lattice: Lattice, x: list[int], middle: Middle) -> None:
    """Settles all rows once downwards, after their upper ends, and once upwards."""
    for row in rows[1:]:
        settle(row, lattice, lattice.above, x, middle)
    for row in reversed(rows[:-1]):
        settle(row, lattice, lattice.below, x, middle)


def settle(
    row: list[int], lattice: Lattice, links: list[list[Link]], x: list[int], middle: Middle
) -> None:
    """Puts the slots of a row as near to where their cords want them as their order allows.

    Neighbours that want the same place form a block, and the block stands in the middle of all
    its wishes; where that is the weighted median, the heaviest cord is straight.
    """
    blocks: list[Block] = []
    offset = 0
    for i, slot in enumerate(row):
        if i:
            offset += lattice.apart(row[i - 1], slot)
        own = wishes(slot, links[slot], x, offset)
        blocks.append(Block(*middle(own), [(slot, offset)]))
        while len(blocks) > 1 and blocks[-2].middle > blocks[-1].middle:
            last = blocks.pop()
            first = blocks.pop()
            # Two runs in order: sorting them is one merge.
            both = sorted(first.wishes + last.wishes)
            first.slots.extend(last.slots)
            blocks.append(Block(*middle(both), first.slots))
    for block in blocks:
        for slot, place in block.slots:
            x[slot] = block.middle + place
