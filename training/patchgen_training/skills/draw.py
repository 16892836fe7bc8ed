"""Seeded chance for skills: choices, whole numbers, and numbers a musician would type."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Draw:
    """One source of chance; the same seed gives the same examples."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return self.random.choice(items)

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """At most `count` different items, in random order."""
        return self.random.sample(items, min(count, len(items)))

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.random.random() < probability

    def integer(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(low, high)

    def number(self, low: float, high: float, step: float = 1) -> float:
        """A multiple of `step` between the ends, both included."""
        lowest, highest = round(low / step), round(high / step)
        return round(self.random.randint(lowest, highest) * step, 6)

    def text(self, value: float) -> str:
        """The shortest way to write a number."""
        return f"{value:.6f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
