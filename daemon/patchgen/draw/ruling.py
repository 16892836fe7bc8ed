"""The lines of a piano roll: which keys it shows, and which bars and octaves it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.music.score import Score, bars

OCTAVE = 12
FEWEST = 36
"""Keys that a roll shows in any case: three octaves."""

MARGIN = 2
"""Keys above the highest and below the lowest one."""

STEPS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
"""Bars from one named bar to the next."""


@dataclass(frozen=True, slots=True)
class Span:
    """The keys that a roll shows, both included."""

    low: int
    high: int

    @property
    def octaves(self) -> Iterator[tuple[int, str]]:
        """Each C with its name; 60 is C4."""
        for key in range(-(-self.low // OCTAVE) * OCTAVE, self.high + 1, OCTAVE):
            yield key, f"C{key // OCTAVE - 1}"


def span(score: Score) -> Span:
    """All keys of a piece, and some more where they are few."""
    pitches = [note.pitch for note in score.notes] or [60]
    low, high = min(pitches) - MARGIN, max(pitches) + MARGIN
    lack = max(0, FEWEST - (high - low + 1))
    low = max(0, low - lack // 2)
    return Span(low, max(high, low + FEWEST - 1))


def last_tick(score: Score) -> int:
    """Where the piece is over, its last note gone; a beat after the start at the least."""
    ends = (note.end for note in score.notes)
    whole = (bar.start + bar.ticks for bar in bars(score))
    return max((score.resolution, score.length, *ends, *whole))


def named_bars(score: Score, most: int) -> Iterator[tuple[int, int]]:
    """Tick and number of the bars that have room for their number."""
    all_bars = bars(score)
    step = next((step for step in STEPS if len(all_bars) <= step * most), STEPS[-1])
    for number in range(0, len(all_bars), step):
        yield all_bars[number].start, number + 1
