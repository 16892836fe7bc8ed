"""The bars of a score as texts can write them: each whole, and of a metre that has a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.music.score import Bar, Score, bars
from patchgen.music.words import BAR_TICKS, METRES


@dataclass(frozen=True, slots=True)
class WrittenBar:
    """A bar of a text."""

    start: int
    """The tick of the score at place 0; negative where the first bar begins late."""
    end: int
    """The tick of the score at which the next bar begins."""
    metre: int
    """Its number in METRES."""


def written_bars(score: Score) -> list[WrittenBar]:
    """The bars of a score whose resolution is that of the texts; one at the least.

    A first bar cut short begins late. Any other, and one whose metre has no word, is written as
    bars of metres that have one and fill the same time, but for what is shorter than an eighth."""
    metre = score.metres[0]
    first, *others = bars(score) or (Bar(0, metre.ticks(score.resolution), metre),)
    number = _number(first)
    if number is not None and first.ticks <= BAR_TICKS[number]:
        written = [WrittenBar(first.ticks - BAR_TICKS[number], first.ticks, number)]
    else:
        written = list(_parts(first))
    return written + [part for bar in others for part in _parts(bar)]


def _number(bar: Bar) -> int | None:
    metre = (bar.metre.beats, bar.metre.unit)
    return METRES.index(metre) if metre in METRES else None


def _parts(bar: Bar) -> Iterator[WrittenBar]:
    """The bar, or shorter ones that make it up."""
    number = _number(bar)
    start, end = bar.start, bar.start + bar.ticks
    if number is None or BAR_TICKS[number] != bar.ticks:
        number = _longest_within(bar.ticks)
    while start < end:
        yield WrittenBar(start, min(end, start + BAR_TICKS[number]), number)
        start += BAR_TICKS[number]
        number = _longest_within(end - start)


def _longest_within(ticks: int) -> int:
    """The commonest metre of the longest bar that fits; the shortest where none does."""
    fits = [length for length in BAR_TICKS if length <= ticks]
    return BAR_TICKS.index(max(fits) if fits else min(BAR_TICKS))
