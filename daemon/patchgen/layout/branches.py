"""Branches: slots that only one neighbour ties to the rest, moved nearer as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.layout.groups import limited
from patchgen.layout.lattice import Lattice


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch and where it grows."""

    root: int
    """The slot of the branch that is tied to the rest."""
    stem: int
    """The slot outside that it is tied to."""
    slots: list[int]


def branches(lattice: Lattice) -> list[Branch]:
    """All branches, large ones before those inside them."""
    near = [
        sorted({link.slot for link in above + below})
        for above, below in zip(lattice.above, lattice.below, strict=True)
    ]
    order: list[int] = []
    number = [-1] * len(near)
    parent = [-1] * len(near)
    for start in range(len(near)):
        if number[start] < 0:
            walk(start, near, order, number, parent)
    reach = list(number)
    size = [1] * len(near)
    for slot in reversed(order):
        for other in near[slot]:
            if parent[other] == slot:
                reach[slot] = min(reach[slot], reach[other])
                size[slot] += size[other]
            elif other != parent[slot]:
                reach[slot] = min(reach[slot], number[other])
    return [
        Branch(slot, parent[slot], order[number[slot] : number[slot] + size[slot]])
        for slot in order
        if parent[slot] >= 0 and reach[slot] == number[slot]
    ]


def walk(
    start: int, near: list[list[int]], order: list[int], number: list[int], parent: list[int]
) -> None:
    """Visits everything that hangs together with a slot, depth first, and notes how."""
    waiting = [(start, -1)]
    while waiting:
        slot, source = waiting.pop()
        if number[slot] < 0:
            number[slot] = len(order)
            parent[slot] = source
            order.append(slot)
            waiting += [(other, slot) for other in near[slot] if number[other] < 0]


def draw_near(
    found: list[Branch],
    lattice: Lattice,
    x: list[int],
    before: dict[int, int],
    after: dict[int, int],
) -> None:
    """Moves each branch towards its stem as far as there is room."""
    for branch in found:
        links = lattice.above[branch.root] + lattice.below[branch.root]
        asked = [
            x[link.slot] + link.other_x - x[branch.root] - link.own_x
            for link in links
            if link.slot == branch.stem
        ]
        shift = min(asked, key=abs)
        if shift:
            shift = limited(shift, branch.slots, before if shift < 0 else after, lattice, x)
            for slot in branch.slots:
                x[slot] += shift
