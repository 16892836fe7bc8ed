"""What can be heard in a recording: loudness, brightness, pitch, beginnings of notes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from patchgen.headless.probe import Observation

RATE = 44100
Samples = npt.NDArray[np.float64]


def samples(
    seen: Observation, start: float = 0.0, end: float | None = None, channel: int = 0
) -> Samples:
    """A stretch of a channel, in seconds; empty where there is no [dac~] or no such channel."""
    if len(seen.audio) <= channel:
        return np.zeros(0)
    stop = None if end is None else round(end * RATE)
    return np.asarray(seen.audio[channel], dtype=np.float64)[round(start * RATE) : stop]


def rms(seen: Observation, start: float = 0.0, end: float | None = None, channel: int = 0) -> float:
    """Loudness of what can be heard, so without a constant offset; 0 where there is no sound."""
    part = samples(seen, start, end, channel)
    return float(np.std(part)) if len(part) else 0.0


def is_heard(seen: Observation, start: float = 0.0, end: float | None = None) -> bool:
    """Whether one of the first two channels sounds."""
    return max(rms(seen, start, end, 0), rms(seen, start, end, 1)) > 0.002


def is_silent(seen: Observation, start: float = 0.0, end: float | None = None) -> bool:
    """Whether nothing is left to hear, a constant offset apart."""
    return max(rms(seen, start, end, 0), rms(seen, start, end, 1)) < 5e-4


def spectrum(part: Samples) -> tuple[Samples, Samples]:
    """Frequencies in Hz and the power at each, of a stretch under a Hann window."""
    power = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
    hertz = np.asarray(np.fft.rfftfreq(len(part), 1 / RATE), dtype=np.float64)
    return hertz, np.asarray(power, dtype=np.float64)


def centroid(seen: Observation, start: float = 0.1, end: float | None = None) -> float:
    """The spectrum's centre of gravity in Hz; 0 for silence."""
    part = samples(seen, start, end)
    if len(part) < 2:
        return 0.0
    hertz, power = spectrum(part - part.mean())
    return float((hertz * power).sum() / max(float(power.sum()), 1e-12))


def pitch(
    seen: Observation, start: float = 0.05, end: float | None = None, channel: int = 0
) -> float:
    """The strongest frequency in Hz, between the bins of the transform; 0 for silence."""
    part = samples(seen, start, end, channel)
    if len(part) < 64 or float(np.std(part)) < 1e-4:
        return 0.0
    _, power = spectrum(part - part.mean())
    peak = int(np.argmax(power[1:-1])) + 1
    left, middle, right = (float(np.log(power[peak + step] + 1e-20)) for step in (-1, 0, 1))
    bend = left - 2 * middle + right
    shift = 0.5 * (left - right) / bend if bend else 0.0
    return (peak + shift) * RATE / len(part)


def has_pitch(
    seen: Observation, hertz: float, start: float = 0.05, end: float | None = None
) -> bool:
    """Whether this frequency stands out within 3 %: at least a hundredth of the strongest."""
    part = samples(seen, start, end)
    if len(part) < 64:
        return False
    found, power = spectrum(part - part.mean())
    near = (found > hertz * 0.97) & (found < hertz * 1.03)
    return bool(near.any()) and float(power[near].max()) > 0.01 * float(power.max()) > 1e-9


def share(seen: Observation, low: float, high: float, start: float = 0.1) -> float:
    """The part of the sound's power between two frequencies in Hz; 0 for silence."""
    part = samples(seen, start)
    if len(part) < 64:
        return 0.0
    hertz, power = spectrum(part - part.mean())
    return float(power[(hertz >= low) & (hertz < high)].sum() / max(float(power.sum()), 1e-12))


def levels(seen: Observation, step: float = 0.01, channel: int = 0) -> Samples:
    """Loudness of each stretch of `step` seconds."""
    part = samples(seen, channel=channel)
    size = round(step * RATE)
    whole = part[: len(part) // size * size].reshape(-1, size)
    return np.sqrt((whole**2).mean(axis=1)) if len(whole) else np.zeros(0)


def onsets(seen: Observation, gap: float = 0.05, channel: int = 0) -> list[float]:
    """Seconds at which something begins after quiet: a rise to over a third of the loudest.

    Between two beginnings the sound must fall below a sixth, and `gap` seconds must pass.
    """
    found: list[float] = []
    heard = levels(seen, 0.005, channel)
    if not len(heard) or float(heard.max()) < 1e-3:
        return found
    high, low = float(heard.max()) / 3, float(heard.max()) / 6
    is_quiet = True
    for place, level in enumerate(heard):
        if is_quiet and level > high and (not found or place * 0.005 - found[-1] >= gap):
            found.append(place * 0.005)
            is_quiet = False
        elif level < low:
            is_quiet = True
    return found


def wobble(seen: Observation, start: float = 0.1) -> float:
    """The strongest rate in Hz, between 0.5 and 40, at which loudness goes up and down; 0: none."""
    heard = levels(seen, 0.005)[round(start / 0.005) :]
    if (
        len(heard) < 40
        or float(heard.mean()) < 1e-4
        or float(heard.std()) < 0.05 * float(heard.mean())
    ):
        return 0.0
    power = (
        np.abs(np.fft.rfft((heard - heard.mean()) * np.hanning(len(heard)), 8 * len(heard))) ** 2
    )
    hertz = np.fft.rfftfreq(8 * len(heard), 0.005)
    power[(hertz < 0.5) | (hertz > 40)] = 0
    return float(hertz[int(np.argmax(power))])


def loudness(seen: Observation, start: float = 0.15, end: float | None = None) -> float:
    """The louder of the first two channels."""
    return max(rms(seen, start, end, 0), rms(seen, start, end, 1))


def partial(
    seen: Observation,
    hertz: float,
    start: float = 0.15,
    end: float | None = None,
    channel: int = 0,
) -> float:
    """Strength of what sounds within 3 % of a frequency, to compare within one stretch."""
    part = samples(seen, start, end, channel)
    if len(part) < 64:
        return 0.0
    found, power = spectrum(part - part.mean())
    near = (found > hertz * 0.97) & (found < hertz * 1.03)
    return float(np.sqrt(power[near].sum())) / len(part)


def partials(
    seen: Observation, start: float = 0.15, end: float | None = None, floor: float = 0.1
) -> list[float]:
    """The frequencies in Hz that stand out, rising: `floor` is a part of the strongest."""
    part = samples(seen, start, end)
    if len(part) < 64 or float(np.std(part)) < 1e-4:
        return []
    hertz, power = spectrum(part - part.mean())
    middle = power[1:-1]
    tops = (middle > power[:-2]) & (middle >= power[2:]) & (middle > floor**2 * power.max())
    return [float(value) for value in hertz[1:-1][tops]]


def is_sine(seen: Observation, hertz: float, start: float = 0.15) -> bool:
    """Whether nearly all that is heard lies within 3 % of the frequency."""
    return loudness(seen, start) > 1e-4 and share(seen, 0.97 * hertz, 1.03 * hertz, start) > 0.97


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
