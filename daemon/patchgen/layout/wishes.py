"""Where cords want a slot to stand, and the middle between several such wishes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate

from patchgen.layout.lattice import Link

IDLE = 0.01
"""The weight of staying where one is, for slots that nothing pulls."""

Wishes = list[tuple[float, float]]
"""Places in pixels with their weights, in ascending order."""

Middle = Callable[[Wishes], tuple[int, Wishes]]
"""The middle of some wishes, and what has to be remembered of them to add more."""


def wishes(slot: int, links: Iterable[Link], x: list[int], offset: int) -> Wishes:
    """Where the cords of a slot want it, counted from an offset; where it is if it has none."""
    found: Wishes = [
        (x[link.slot] + link.other_x - link.own_x - offset, link.weight) for link in links
    ]
    found.sort()
    return found or [(x[slot] - offset, IDLE)]


def weighted_mean(wishes: Wishes) -> tuple[int, Wishes]:
    """The balance point of all wishes."""
    whole = sum(weight for _, weight in wishes)
    mean = sum(value * weight for value, weight in wishes) / whole
    return round(mean), [(mean, whole)]


def weighted_median(wishes: Wishes) -> tuple[int, Wishes]:
    """The wish with half of the weight on either side: somebody's cord becomes straight."""
    passed = list(accumulate(weight for _, weight in wishes))
    return int(wishes[bisect_left(passed, passed[-1] / 2)][0]), wishes
