"""Checks on how sounds go in time: strikes, fades, pulses, glides, and what lies in the spectrum."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from patchgen_training.skills.expect_audio import (
    SAMPLE_RATE,
    Sound,
    centroid,
    dominant,
    energy_near,
    envelope,
    level,
)

Check = Callable[[Sound], bool]


def part(heard: Sound, start: float, end: float | None = None) -> Sound:
    """What is heard between two times in seconds."""
    return heard[:, int(start * SAMPLE_RATE) : None if end is None else int(end * SAMPLE_RATE)]


def every(*checks: Check) -> Check:
    """All of them hold."""
    return lambda heard: all(check(heard) for check in checks)


def sounds(low: float = 0.003, high: float = 0.5) -> Check:
    """The level lies between the two."""
    return lambda heard: low < level(heard) < high


def during(start: float, end: float, check: Check) -> Check:
    """The check holds between two times in seconds."""
    return lambda heard: check(part(heard, start, end))


def quiet(heard: Sound) -> bool:
    """Next to nothing is heard."""
    return level(heard) < 1e-3


def strikes(at: float, gone: float, low: float = 0.01) -> Check:
    """A sound begins at `at` and has died away at `gone`, in seconds."""

    def check(heard: Sound) -> bool:
        before, after = envelope(part(heard, 0, at - 0.003)), envelope(part(heard, at))
        tail = level(part(heard, gone))
        early = float(before.max()) if before.size else 0.0
        return early < 1e-4 and float(after.max()) > low and tail < 0.12 * float(after.max())

    return check


def rises(start: float, end: float) -> Check:
    """The level at the end of a time is at least three times that at its start."""

    def check(heard: Sound) -> bool:
        third = (end - start) / 3
        first, last = level(part(heard, start, start + third)), level(part(heard, end - third, end))
        return last > 1.8 * first and last > 0.003

    return check


def falls(start: float, end: float) -> Check:
    """The level at the end of a time is well below that at its start."""

    def check(heard: Sound) -> bool:
        third = (end - start) / 3
        first, last = level(part(heard, start, start + third)), level(part(heard, end - third, end))
        return first > 1.8 * last and first > 0.003

    return check


def has_pitch(frequency: float, tolerance: float = 0.03) -> Check:
    """The strongest frequency is this one."""
    return lambda heard: abs(dominant(heard) - frequency) <= max(tolerance * frequency, 4)


def contains(*frequencies: float, at_least: float = 0.02, width: float = 12.0) -> Check:
    """Each frequency has its share of the energy."""
    return lambda heard: all(energy_near(heard, frequency, width) > at_least for frequency in frequencies)


def glides(start: float, end: float, upwards: bool) -> Check:
    """The pitch or brightness in the last quarter of a time is above or below that in the first."""

    def check(heard: Sound) -> bool:
        quarter = (end - start) / 4
        first, last = centroid(part(heard, start, start + quarter)), centroid(part(heard, end - quarter, end))
        return last > 1.15 * first if upwards else last < 0.87 * first

    return check


def pulses(count: int, start: float = 0.0, threshold: float = 0.3, tolerance: int = 1) -> Check:
    """The sound begins anew about so many times."""

    def check(heard: Sound) -> bool:
        shape = envelope(part(heard, start), 0.005)
        loud = shape > threshold * float(shape.max())
        found = int(np.sum(loud[1:] & ~loud[:-1])) + int(loud[0])
        return float(shape.max()) > 0.003 and abs(found - count) <= tolerance

    return check


def onsets(count: int, tolerance: int = 1, rise: float = 2.0) -> Check:
    """The level jumps up about so many times, decays in between or not."""

    def check(heard: Sound) -> bool:
        shape = envelope(heard, 0.01)
        floor = 0.05 * float(shape.max())
        jumps = (shape[2:] > rise * np.maximum(shape[:-2], floor)) & (shape[2:] > 3 * floor)
        found = int(np.sum(jumps[1:] & ~jumps[:-1])) + int(jumps[0])
        return float(shape.max()) > 0.003 and abs(found - count) <= tolerance

    return check


def beats(start: float, period: float, count: int) -> Check:
    """Each beat is louder than what comes right before it; times in seconds."""

    def check(heard: Sound) -> bool:
        times = [start + i * period for i in range(count)]
        return all(
            level(part(heard, at, at + 0.04)) > 2 * level(part(heard, at - 0.04, at - 0.005)) + 0.001
            for at in times
        )

    return check


def varies(amount: float = 0.15) -> Check:
    """The brightness moves: its standard deviation over its mean, in windows of 50 ms."""

    def check(heard: Sound) -> bool:
        step = 0.05
        count = int(heard.shape[1] / SAMPLE_RATE / step)
        bright = np.array([centroid(part(heard, i * step, (i + 1) * step)) for i in range(count)])
        return float(bright.std() / bright.mean()) > amount

    return check


def left(check: Check) -> Check:
    """The check on the left channel."""
    return lambda heard: check(heard[:1])


def right(check: Check) -> Check:
    """The check on the right channel."""
    return lambda heard: check(heard[1:])
