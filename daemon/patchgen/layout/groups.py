"""Groups of slots that hang on upright cords, and moves of whole groups."""

from __future__ import annotations

from patchgen.layout.lattice import Lattice
from patchgen.layout.together import together
from patchgen.layout.wishes import Wishes, weighted_median

GRID = 10
"""Pixels."""

ROUNDS = 5
"""Times all groups are offered a better place."""


def groups(lattice: Lattice, x: list[int]) -> list[list[int]]:
    """All slots, those that hang on upright cords together."""
    upright = (
        (slot, link.slot)
        for slot, links in enumerate(lattice.below)
        for link in links
        if x[slot] + link.own_x == x[link.slot] + link.other_x
    )
    return together(range(len(x)), upright)


def gather(
    lattice: Lattice, x: list[int], before: dict[int, int], after: dict[int, int]
) -> None:
    """Moves groups to where the other cords of their slots want them, without bending any.

    `before` and `after` name the neighbours of a slot in its row.
    """
    for _ in range(ROUNDS):
        has_moved = False
        for group in groups(lattice, x):
            shift = wanted_shift(group, lattice, x)
            if shift:
                shift = limited(shift, group, before if shift < 0 else after, lattice, x)
            for slot in group:
                x[slot] += shift
            has_moved = has_moved or shift != 0
        if not has_moved:
            return


def limited(
    shift: int, slots: list[int], beside: dict[int, int], lattice: Lattice, x: list[int]
) -> int:
    """The shift, or as much of it as the neighbours on that side leave room for."""
    inside = set(slots)
    free = abs(shift)
    for slot in slots:
        other = beside.get(slot)
        if other is not None and other not in inside:
            left, right = (other, slot) if shift < 0 else (slot, other)
            free = min(free, x[right] - x[left] - lattice.apart(left, right))
    return free if shift > 0 else -free


def wanted_shift(group: list[int], lattice: Lattice, x: list[int]) -> int:
    """Pixels by which a group wants to move, in the middle of what its outward cords ask for."""
    asked: Wishes = sorted(
        (x[link.slot] + link.other_x - x[slot] - link.own_x, float(link.weight))
        for slot in group
        for link in lattice.above[slot] + lattice.below[slot]
        if x[link.slot] + link.other_x != x[slot] + link.own_x
    )
    return weighted_median(asked)[0] if asked else 0


def snap(lattice: Lattice, x: list[int]) -> None:
    """Moves each group onto the grid, by at most half of it; upright cords stay upright."""
    for group in groups(lattice, x):
        start = x[group[0]]
        shift = (start + GRID // 2) // GRID * GRID - start
        for slot in group:
            x[slot] += shift
