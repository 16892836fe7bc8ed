"""Seven figures that tell what is wrong with written music, none of which needs the model.

They are those of midi-gen-ai's second version, so that its published figures can be compared. Drums
count nowhere. Entropies are in bits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import log2

from patchgen.music.key import estimated_key
from patchgen.music.score import DRUMS, Note, Score, seconds
from patchgen.music.symbols import KEY_NAMES

GRAM = 4
"""Notes of a run that is looked for again."""
_MAJOR = frozenset({0, 2, 4, 5, 7, 9, 11})
_MINOR = frozenset({0, 2, 3, 5, 7, 8, 10})


def figures(score: Score) -> dict[str, float]:
    """All seven, by name; 0 where there are too few notes to tell."""
    return {name: tell(score) for name, tell in FIGURES.items()}


def pitch_class_entropy(score: Score) -> float:
    """How evenly the twelve pitch classes are used: 0 for one of them, 3.58 for all alike."""
    return _entropy(note.pitch % 12 for note in _notes(score))


def scale_consistency(score: Score) -> float:
    """The share of notes in the scale of the likeliest key, natural where it is minor."""
    notes = _notes(score)
    key = estimated_key(score)
    tonic = KEY_NAMES.index(key.removesuffix("m"))
    scale = _MINOR if key.endswith("m") else _MAJOR
    return _share(sum((note.pitch - tonic) % 12 in scale for note in notes), len(notes))


def polyphony(score: Score) -> float:
    """How many notes sound on average where one is struck, with those before it at its onset."""
    total = 0
    ends: list[int] = []
    notes = _notes(score)
    for note in notes:
        while ends and ends[0] <= note.onset:
            heappop(ends)
        heappush(ends, note.end)
        total += len(ends)
    return _share(total, len(notes))


def notes_a_second(score: Score) -> float:
    """Until the last note ends."""
    notes = _notes(score)
    return _share(len(notes), seconds(score, max((note.end for note in notes), default=0)))


def pitch_range(score: Score) -> float:
    """Semitones from the lowest to the highest note."""
    pitches = [note.pitch for note in _notes(score)]
    return max(pitches, default=0) - min(pitches, default=0)


def repetition(score: Score) -> float:
    """The share of runs of four pitches that come more than once: high where a model is stuck."""
    pitches = [note.pitch for note in _notes(score)]
    runs = Counter(zip(*(pitches[start:] for start in range(GRAM)), strict=False))
    return _share(sum(count for count in runs.values() if count > 1), runs.total())


def onset_entropy(score: Score) -> float:
    """How varied the times between onsets are, in sixteenths: low where all are on one grid."""
    waits = (after.onset - before.onset for before, after in pairwise(_notes(score)))
    return _entropy(round(4 * wait / score.resolution) for wait in waits if wait > 0)


FIGURES: dict[str, Callable[[Score], float]] = {
    "pitch_class_entropy": pitch_class_entropy,
    "scale_consistency": scale_consistency,
    "polyphony": polyphony,
    "notes_a_second": notes_a_second,
    "pitch_range": pitch_range,
    "repetition": repetition,
    "onset_entropy": onset_entropy,
}


def _notes(score: Score) -> Sequence[Note]:
    return [note for note in score.notes if note.channel != DRUMS]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _entropy(values: Iterable[Hashable]) -> float:
    counts = Counter(values)
    total = counts.total()
    return abs(sum(count / total * log2(count / total) for count in counts.values()))
