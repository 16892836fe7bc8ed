"""How long a run of notes is that a piece has in common with others, in whatever key.

The piece becomes a suffix automaton (Blumer et al., "The smallest automaton recognizing the
subwords of a text", 1985), through which the others pass once, note by note: so a piece is held
against millions of notes in seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from patchgen.music.arrange import requantised
from patchgen.music.score import DRUMS, Score

GRID = 12
"""Ticks in a quarter note."""
Step = tuple[int, int]
"""From a note to the next: ticks and semitones."""


def longest_copy(score: Score, others: Iterable[Score]) -> int:
    """The most notes in a row that the score shares with one of the others, 0 for none."""
    piece = _Steps(_steps(score))
    longest = max((piece.longest(_steps(other)) for other in others), default=0)
    return longest + 1 if longest else 0


def _steps(score: Score) -> Iterator[Step]:
    notes = [note for note in requantised(score, GRID).notes if note.channel != DRUMS]
    for before, after in pairwise(notes):
        yield after.onset - before.onset, after.pitch - before.pitch


class _Steps:
    """All runs in a row of steps."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._onward: list[dict[Step, int]] = [{}]
        self._shorter = [-1]
        self._length = [0]
        last = 0
        for step in steps:
            last = self._add(last, step)

    def _add(self, last: int, step: Step) -> int:
        """Adds a step behind the last state; gives the new last state."""
        new = self._state({}, self._length[last] + 1)
        at = last
        while at >= 0 and step not in self._onward[at]:
            self._onward[at][step] = new
            at = self._shorter[at]
        self._shorter[new] = 0 if at < 0 else self._split(at, step)
        return new

    def _split(self, at: int, step: Step) -> int:
        """The state of the run that the one at `at` makes with the step, for itself if need be."""
        onward = self._onward[at][step]
        if self._length[onward] == self._length[at] + 1:
            return onward
        copy = self._state(dict(self._onward[onward]), self._length[at] + 1)
        self._shorter[copy], self._shorter[onward] = self._shorter[onward], copy
        while at >= 0 and self._onward[at].get(step) == onward:
            self._onward[at][step] = copy
            at = self._shorter[at]
        return copy

    def _state(self, onward: dict[Step, int], length: int) -> int:
        self._onward.append(onward)
        self._shorter.append(-1)
        self._length.append(length)
        return len(self._length) - 1

    def longest(self, steps: Iterable[Step]) -> int:
        """The longest run among the steps that is one of these."""
        at = length = longest = 0
        for step in steps:
            while at and step not in self._onward[at]:
                at = self._shorter[at]
                length = self._length[at]
            onward = self._onward[at].get(step)
            if onward is not None:
                at, length = onward, length + 1
                longest = max(longest, length)
        return longest
