"""Where cords want a slot to stand, and the middle between several such wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from patchgen.layout.lattice import Link

IDLE = 0.01
"""The weight of staying where one is, for slots that nothing pulls."""

Wishes = list[tuple[int, float]]
"""Places in pixels with their weights, in ascending order."""

Middle = Callable[[Wishes], int]


def wishes(slot: int, links: Iterable[Link], x: list[int], offset: int) -> Wishes:
    """Where the cords of a slot want it, counted from an offset; where it is if it has none."""
    found: Wishes = [
        (x[link.slot] + link.other_x - link.own_x - offset, link.weight) for link in links
    ]
    found.sort()
    return found or [(x[slot] - offset, IDLE)]


def weighted_mean(wishes: Wishes) -> int:
    """The balance point of all wishes."""
    return round(sum(value * weight for value, weight in wishes) / sum(w for _, w in wishes))


def weighted_median(wishes: Wishes) -> int:
    """The wish with half of the weight on either side: somebody's cord becomes straight."""
    half = sum(weight for _, weight in wishes) / 2
    passed = 0.0
    for value, weight in wishes:
        passed += weight
        if passed >= half:
            return value
    return wishes[-1][0]
