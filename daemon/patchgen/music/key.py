"""The key of a piece, estimated from how long each pitch class sounds.

The profiles are those of Krumhansl and Kessler, "Tracing the dynamic changes in perceived tonal
organization in a spatial representation of musical keys", Psychological Review 89 (1982), and the
key is the one whose profile correlates best, as in Krumhansl, "Cognitive Foundations of Musical
Pitch" (1990), chapter 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from patchgen.music.score import DRUMS, Score
from patchgen.music.symbols import KEY_NAMES, pitch_classes

_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)


def estimated_key(score: Score) -> str:
    """The likeliest key; C where nothing sounds or all keys are equally likely."""
    weights = _weights(score)
    return max(
        (name + minor for minor in ("", "m") for name in KEY_NAMES),
        key=lambda key: _likeness(weights, key),
    )


def _weights(score: Score) -> list[int]:
    """For how many ticks each pitch class sounds, in the notes or else in the chords."""
    weights = [0] * 12
    for note in score.notes:
        if note.channel != DRUMS:
            weights[note.pitch % 12] += note.duration
    if not any(weights):
        ends = [symbol.at for symbol in score.chords[1:]] + [score.length]
        for symbol, end in zip(score.chords, ends, strict=False):
            for note_class in pitch_classes(symbol.chord):
                weights[note_class] += end - symbol.at
    return weights


def _likeness(weights: Sequence[int], key: str) -> float:
    tonic = KEY_NAMES.index(key.removesuffix("m"))
    profile = _MINOR if key.endswith("m") else _MAJOR
    return _correlation([weights[(tonic + step) % 12] for step in range(12)], profile)


def _correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's; 0 where one of the two is flat."""
    firsts = [value - sum(first) / len(first) for value in first]
    seconds = [value - sum(second) / len(second) for value in second]
    spread = sqrt(sum(value**2 for value in firsts) * sum(value**2 for value in seconds))
    return sum(a * b for a, b in zip(firsts, seconds, strict=True)) / spread if spread else 0.0
