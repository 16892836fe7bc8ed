"""What a recording is made of: pitches, partials, brightness, how fast it wavers."""

from __future__ import annotations

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.sound import RATE, Samples, levels, loudness, samples

SHORTEST = 64
"""Samples in which frequencies can be told apart at all."""


def spectrum(part: Samples) -> tuple[Samples, Samples]:
    """Frequencies in Hz and the power at each, of a stretch under a Hann window.

    A constant does not count; what is too short to tell is silence.
    """
    if len(part) < SHORTEST:
        return np.zeros(1), np.zeros(1)
    power = np.abs(np.fft.rfft((part - part.mean()) * np.hanning(len(part)))) ** 2
    hertz = np.asarray(np.fft.rfftfreq(len(part), 1 / RATE), dtype=np.float64)
    return hertz, np.asarray(power, dtype=np.float64)


def peaks(rows: Samples) -> Samples:
    """The place of the highest value in each row, between the columns by a parabola."""
    places = np.argmax(rows[:, 1:-1], axis=1) + 1
    left, middle, right = (rows[np.arange(len(rows)), places + step] for step in (-1, 0, 1))
    bend = left - 2 * middle + right
    bend[bend == 0] = -1
    return np.asarray(places + 0.5 * (left - right) / bend, dtype=np.float64)


def rate(values: Samples, step: float, lowest: float = 0.0, highest: float = np.inf) -> float:
    """How often a second the values, `step` seconds apart, go up and down."""
    size = 8 * len(values)
    power = np.abs(np.fft.rfft((values - values.mean()) * np.hanning(len(values)), size))
    hertz = np.fft.rfftfreq(size, step)
    power[(hertz < lowest) | (hertz > highest)] = 0
    return float(hertz[int(np.argmax(power))])


def centroid(seen: Observation, start: float = 0.1, end: float | None = None) -> float:
    """The spectrum's centre of gravity in Hz; 0 for silence."""
    hertz, power = spectrum(samples(seen, start, end))
    return float((hertz * power).sum() / max(float(power.sum()), 1e-12))


def middle(part: Samples) -> float:
    """The frequency in Hz that has as much power below it as above; 0 for silence."""
    hertz, power = spectrum(part)
    return float(hertz[int(np.searchsorted(np.cumsum(power), 0.5 * power.sum()))])


def pitch(
    seen: Observation, start: float = 0.05, end: float | None = None, channel: int = 0
) -> float:
    """The strongest frequency in Hz, between the bins of the transform; 0 for silence."""
    part = samples(seen, start, end, channel)
    if len(part) < SHORTEST or float(np.std(part)) < 1e-4:
        return 0.0
    _, power = spectrum(part)
    return float(peaks(np.log(power[np.newaxis] + 1e-20))[0]) * RATE / len(part)


def pitches(seen: Observation, step: float = 0.01, start: float = 0.1) -> Samples:
    """The pitch in Hz of each stretch of `step` seconds, of a sound that is nearly a sine."""
    part = samples(seen, start)
    size = round(step * RATE)
    if len(part) < 4 * size:
        return np.zeros(0)
    weights = np.zeros(len(part))
    weights[: len(part) // 2] = 2
    phase = np.unwrap(np.angle(np.fft.ifft(np.fft.fft(part - part.mean()) * weights)))
    return np.asarray(np.diff(phase[::size])[2:-2] * RATE / (2 * np.pi * size), dtype=np.float64)


def has_pitch(
    seen: Observation, hertz: float, start: float = 0.05, end: float | None = None
) -> bool:
    """Whether this frequency stands out within 3 %: at least a hundredth of the strongest."""
    found, power = spectrum(samples(seen, start, end))
    near = (found > hertz * 0.97) & (found < hertz * 1.03)
    return bool(near.any()) and float(power[near].max()) > 0.01 * float(power.max()) > 1e-9


def share(
    seen: Observation, low: float, high: float, start: float = 0.1, end: float | None = None
) -> float:
    """The part of the sound's power between two frequencies in Hz; 0 for silence."""
    hertz, power = spectrum(samples(seen, start, end))
    return float(power[(hertz >= low) & (hertz < high)].sum() / max(float(power.sum()), 1e-12))


def partial(
    seen: Observation,
    hertz: float,
    start: float = 0.15,
    end: float | None = None,
    channel: int = 0,
) -> float:
    """Strength of what sounds within 3 % of a frequency, to compare within one stretch."""
    part = samples(seen, start, end, channel)
    found, power = spectrum(part)
    near = (found > hertz * 0.97) & (found < hertz * 1.03)
    return float(np.sqrt(power[near].sum())) / max(1, len(part))


def partials(
    seen: Observation, start: float = 0.15, end: float | None = None, floor: float = 0.1
) -> list[float]:
    """The frequencies in Hz that stand out, rising: `floor` is a part of the strongest."""
    part = samples(seen, start, end)
    if not len(part) or float(np.std(part)) < 1e-4:
        return []
    hertz, power = spectrum(part)
    inner = power[1:-1]
    tops = (inner > power[:-2]) & (inner >= power[2:]) & (inner > floor**2 * power.max())
    return [float(value) for value in hertz[1:-1][tops]]


def wobble(seen: Observation, start: float = 0.1) -> float:
    """The strongest rate in Hz, between 0.5 and 40, at which loudness goes up and down; 0: none."""
    heard = levels(seen, 0.005)[round(start / 0.005) :]
    if (
        len(heard) < 40
        or float(heard.mean()) < 1e-4
        or float(heard.std()) < 0.05 * float(heard.mean())
    ):
        return 0.0
    return rate(heard, 0.005, 0.5, 40)


def is_sine(seen: Observation, hertz: float, start: float = 0.15) -> bool:
    """Whether nearly all that is heard lies within 3 % of the frequency."""
    return loudness(seen, start) > 1e-4 and share(seen, 0.97 * hertz, 1.03 * hertz, start) > 0.97


def harmonics(seen: Observation, hertz: float, *numbers: int) -> list[float]:
    """Strength of some harmonics as parts of the fundamental; zeros for silence."""
    first = partial(seen, hertz)
    return [partial(seen, hertz * n) / first if first > 1e-6 else 0.0 for n in numbers]


def is_shape(seen: Observation, hertz: float, *wanted: float) -> bool:
    """Whether the harmonics from the second on have these strengths, give or take a third."""
    found = harmonics(seen, hertz, *range(2, 2 + len(wanted)))
    is_near = (abs(f - w) < 0.02 + w / 3 for f, w in zip(found, wanted, strict=True))
    return loudness(seen) > 1e-3 and abs(pitch(seen, 0.15) / hertz - 1) < 0.03 and all(is_near)


def is_saw(seen: Observation, hertz: float) -> bool:
    """Harmonics at a half, a third, a quarter."""
    return is_shape(seen, hertz, 1 / 2, 1 / 3, 1 / 4)


def is_square(seen: Observation, hertz: float) -> bool:
    """Odd harmonics only, at a third and a fifth."""
    return is_shape(seen, hertz, 0, 1 / 3, 0, 1 / 5)
