"""What can be heard in a recording: how loud it is, and where something begins."""

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


def loudness(seen: Observation, start: float = 0.15, end: float | None = None) -> float:
    """The louder of the first two channels."""
    return max(rms(seen, start, end, 0), rms(seen, start, end, 1))


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
