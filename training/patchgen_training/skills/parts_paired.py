"""Chance that repeats itself but for one choice, so that two patches differ in one part or one number."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from patchgen_training.skills.draw import Draw

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

Item = TypeVar("Item")


class Paired(random.Random):
    """Follows a seed turn by turn; one turn, and all after it is let go, is left to free chance."""

    def __init__(self, base: int, changed: int, free: random.Random) -> None:
        super().__init__(base)
        self.base = base
        self.changed = changed
        self.free = free
        self.turns = 0
        self.is_free = False

    def source(self) -> random.Random:
        """The chance of this turn."""
        self.turns += 1
        if self.is_free or self.turns == self.changed:
            return self.free
        # Each turn has a seed of its own: a turn more or less before it changes nothing else.
        return random.Random(self.base * 1009 + self.turns)

    def random(self) -> float:
        """A number below one."""
        return self.source().random()

    def choice(self, seq: SupportsLenAndGetItem[Item]) -> Item:
        """One of the items."""
        return self.source().choice(seq)

    def sample(self, population: Sequence[Item], k: int, *, counts: Iterable[int] | None = None) -> list[Item]:
        """Some of the items."""
        return self.source().sample(population, k, counts=counts)

    def randint(self, a: int, b: int) -> int:
        """A whole number, both ends included."""
        return self.source().randint(a, b)


def paired(draw: Draw, bases: int, turns: int) -> Draw:
    """One of a few seeds with one of its first turns changed."""
    made = Draw(0)
    made.random = Paired(draw.integer(1, bases), draw.integer(1, turns), draw.random)
    return made


def let_go(draw: Draw) -> None:
    """From here on, chance is free: the words are, where the patch is not."""
    if isinstance(draw.random, Paired):
        draw.random.is_free = True
