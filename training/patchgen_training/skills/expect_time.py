"""Predicates on time, chance and notes; handles are line numbers from 1, 0 stands for [print]."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.skills.example import Holds
from patchgen_training.skills.expect import RATE, Atom, alike, channel
from patchgen_training.skills.sketch import Handle

PRINTED: Handle = 0
"""Stands for whatever was printed, where a handle of a watched box is asked for."""


def spoken(seen: Observation, box: Handle) -> list[tuple[Atom, ...]]:
    """The messages of a watched box, or the printed lines, without a leading `symbol` or `bang`."""
    lines = seen.values(box - 1) if box else seen.prints
    return [tuple(a for a in line.atoms if a not in ("bang", "symbol", "list")) for line in lines]


def moments(seen: Observation, box: Handle) -> list[float]:
    """The milliseconds at which a watched box spoke, or something was printed."""
    return [line.at for line in (seen.values(box - 1) if box else seen.prints)]


def singles(seen: Observation, box: Handle) -> list[Atom]:
    """The atoms of all messages in one row."""
    return [atom for line in spoken(seen, box) for atom in line]


def numbers(seen: Observation, box: Handle) -> list[float]:
    """The numbers a box put out."""
    return [atom for atom in singles(seen, box) if not isinstance(atom, str)]


def says(box: Handle, values: Sequence[Atom], tolerance: float = 1e-3) -> Holds:
    """A box put out, or [print] showed, exactly these atoms."""
    return lambda seen: alike(singles(seen, box), values, tolerance)


def begins(box: Handle, values: Sequence[Atom], tolerance: float = 1e-3) -> Holds:
    """The first atoms put out are these."""
    return lambda seen: alike(singles(seen, box)[: len(values)], values, tolerance)


def each(box: Handle, count: int, test: Callable[[float], bool]) -> Holds:
    """A box put out `count` numbers and each passes the test."""
    return lambda seen: len(numbers(seen, box)) == count and all(map(test, numbers(seen, box)))


def within(box: Handle, count: int, low: float, high: float, whole: bool = False) -> Holds:
    """A box put out `count` numbers of the range, whole ones if so wanted."""
    return each(box, count, lambda n: low - 1e-4 <= n <= high + 1e-4 and (not whole or n % 1 == 0))


def among(box: Handle, count: int, allowed: Sequence[Atom]) -> Holds:
    """A box put out `count` atoms, all from the list."""
    return lambda seen: len(singles(seen, box)) == count and all(
        any(alike([atom], [item], 1e-3) for item in allowed) for atom in singles(seen, box))


def spoke(box: Handle, count: int) -> Holds:
    """So many messages came, whatever they say."""
    return lambda seen: len(moments(seen, box)) == count


def at_times(box: Handle, wanted: Sequence[float], tolerance: float = 3.0) -> Holds:
    """Messages came at these milliseconds and at no others."""
    return lambda seen: len(moments(seen, box)) == len(wanted) and all(
        abs(one - other) <= tolerance for one, other in zip(moments(seen, box), wanted, strict=True))


def loudness(seen: Observation, start: float, end: float) -> float:
    """The rms of the first channel between two times in milliseconds."""
    samples = channel(seen, 0, start / 1000, end / 1000)
    return float(np.sqrt(np.mean(np.square(samples)))) if len(samples) else 0.0


def loud_at(start: float, end: float, low: float = 0.005, high: float = 0.95) -> Holds:
    """Between two milliseconds there is sound."""
    return lambda seen: bool(seen.audio) and low <= loudness(seen, start, end) <= high


def quiet_at(start: float, end: float, limit: float = 0.003) -> Holds:
    """Between two milliseconds there is none."""
    return lambda seen: not seen.audio or loudness(seen, start, end) <= limit


def crossings(hertz: float, start: float, end: float, tolerance: float = 0.06) -> Holds:
    """Between two milliseconds the sound crosses zero upwards about `hertz` times a second."""
    def rises(seen: Observation) -> float:
        samples = channel(seen, 0, start / 1000, end / 1000)
        count = int(np.sum((samples[:-1] < 0) & (samples[1:] >= 0)))
        return count / (len(samples) / RATE)
    return lambda seen: bool(seen.audio) and abs(rises(seen) / hertz - 1) <= tolerance + 1.2 / (
        hertz * (end - start) / 1000)
