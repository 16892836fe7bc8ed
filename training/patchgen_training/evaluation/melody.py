"""What was played, as notes: pitches one after the other, steps, loops, chords."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.sound import RATE, Samples, samples
from patchgen_training.evaluation.spectrum import peaks, spectrum

HOP = 0.01
"""Seconds between two looks at the pitch."""
SHORTEST = 3
"""Looks that a note must last."""
Note = tuple[float, float]
"""Seconds at which it begins, and its pitch in Hz."""


def note_number(hertz: float) -> int:
    """The nearest MIDI note of a pitch."""
    return round(69 + 12 * log2(hertz / 440))


def tune(
    seen: Observation, start: float = 0.0, end: float | None = None, window: float = 0.06
) -> list[Note]:
    """Stretches of one semitone. A note that comes again without a gap counts as one long note.

    All beginnings are early by about the same part of the window, so their distances are right.
    """
    heard = looks_at(samples(seen, start, end), window)
    numbers = [note_number(hertz) if hertz else None for hertz in heard]
    found: list[Note] = []
    first = 0
    for place in range(1, len(heard) + 1):
        if place < len(heard) and numbers[place] == numbers[first]:
            continue
        if numbers[first] is not None and place - first >= SHORTEST:
            found.append((start + first * HOP, float(np.median(heard[first:place]))))
        first = place
    return found


def looks_at(part: Samples, window: float) -> list[float]:
    """The strongest frequency at each look; 0 where it is quiet."""
    size, step = round(window * RATE), round(HOP * RATE)
    if len(part) < size or float(np.std(part)) < 1e-4:
        return [0.0]
    looks = np.lib.stride_tricks.sliding_window_view(part, size)[::step]
    looks = looks - looks.mean(axis=1, keepdims=True)
    loudness = looks.std(axis=1)
    power = np.abs(np.fft.rfft(looks * np.hanning(size), 2 * size, axis=1)) ** 2
    strongest = peaks(np.log(power + 1e-20)) * RATE / (2 * size)
    return [
        float(hertz) if hertz > 8 and level > 0.06 * loudness.max() else 0.0
        for hertz, level in zip(strongest, loudness, strict=True)
    ]


def note_numbers(notes: Sequence[Note]) -> list[int]:
    """The MIDI notes of a tune."""
    return [note_number(hertz) for _, hertz in notes]


def steps(notes: Sequence[Note]) -> list[float]:
    """Seconds from each note to the next."""
    return [float(step) for step in np.diff([at for at, _ in notes])]


def is_steady(distances: Sequence[float], wanted: float) -> bool:
    """Whether the steps last the wanted seconds: 15 ms on the whole, 35 ms each."""
    if not distances:
        return False
    return abs(float(np.mean(distances)) - wanted) <= 0.015 and all(
        abs(distance - wanted) <= 0.035 for distance in distances
    )


def is_loop(found: Sequence[int], wanted: Sequence[int]) -> bool:
    """Whether the notes go round in this order, wherever they begin, one and a half times."""
    count = len(wanted)
    return len(found) >= 1.5 * count and any(
        all(note == wanted[(turn + place) % count] for place, note in enumerate(found))
        for turn in range(count)
    )


def chord(seen: Observation, start: float, end: float, voices: int = 3) -> set[int]:
    """The strongest pitch classes from C = 0, whatever the octaves."""
    part = samples(seen, start, end)
    if len(part) < 64 or float(np.std(part)) < 1e-3:
        return set()
    hertz, power = spectrum(part)
    is_peak = (power[1:-1] > power[:-2]) & (power[1:-1] >= power[2:])
    classes = np.zeros(12)
    for place in np.flatnonzero(is_peak) + 1:
        if 50 < hertz[place] < 3000:
            classes[note_number(float(hertz[place])) % 12] += float(power[place])
    strongest = np.argsort(classes)[::-1][:voices]
    return {int(c) for c in strongest if classes[c] > 0.02 * classes.max()}


def is_near(found: float, wanted: float, part: float = 0.03) -> bool:
    """Whether a pitch in Hz is right, up to a part of it."""
    return abs(found - wanted) <= part * wanted


def repetition(seen: Observation, start: float, end: float) -> float:
    """The pitch in Hz of any sound that repeats itself, between 60 and 1000; 0: none."""
    part = samples(seen, start, end)
    if len(part) < 2048 or float(np.std(part)) < 1e-4:
        return 0.0
    part = part - part.mean()
    power = np.abs(np.fft.rfft(part, 2 * len(part))) ** 2
    likeness = np.fft.irfft(power)[: RATE // 60]
    likeness[: RATE // 1000] = 0
    best = float(likeness.max())
    lags = np.flatnonzero(likeness > 0.85 * best)
    if best <= 0 or not len(lags):
        return 0.0
    first = int(lags[0])
    while first + 1 < len(likeness) and likeness[first + 1] > likeness[first]:
        first += 1
    return RATE / first
