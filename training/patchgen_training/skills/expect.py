"""Predicates on what a patch did in Pd; handles are line numbers from 1."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.skills.example import Holds
from patchgen_training.skills.sketch import Handle

RATE = 44100
Atom = float | str


def all_of(*checks: Holds) -> Holds:
    """Every check holds."""
    return lambda seen: all(check(seen) for check in checks)


def close(one: Atom | None, other: Atom, tolerance: float) -> bool:
    """Equal words, or numbers that differ by at most `tolerance`, absolute or relative."""
    if isinstance(one, str) or isinstance(other, str) or one is None:
        return one == other
    return math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)


def alike(atoms: Sequence[Atom], wanted: Sequence[Atom], tolerance: float) -> bool:
    """Two lists of the same length, pairwise close."""
    return len(atoms) == len(wanted) and all(map(lambda a, b: close(a, b, tolerance), atoms, wanted))


def shows(box: Handle, value: Atom, tolerance: float = 1e-4) -> Holds:
    """The last thing a watched box put out is `value`."""
    return lambda seen: close(seen.last(box - 1), value, tolerance)


def emits(box: Handle, values: Sequence[Atom], tolerance: float = 1e-4) -> Holds:
    """A watched box put out exactly these single values, in order."""
    return lambda seen: alike([a for v in seen.values(box - 1) for a in v.atoms], values, tolerance)


def bangs(box: Handle, count: int) -> Holds:
    """A watched box put out `count` messages."""
    return lambda seen: len(seen.values(box - 1)) == count


def prints(*atoms: Atom, tolerance: float = 1e-4) -> Holds:
    """The last line printed holds exactly these atoms."""
    return lambda seen: bool(seen.prints) and alike(seen.prints[-1].atoms, atoms, tolerance)


def prints_all(lines: Sequence[Atom | Sequence[Atom]], tolerance: float = 1e-4) -> Holds:
    """Exactly these lines were printed, in order; a bare value is a line of one atom."""
    wanted = [[line] if isinstance(line, (str, float, int)) else line for line in lines]
    return lambda seen: len(seen.prints) == len(wanted) and all(
        alike(printed.atoms, line, tolerance)
        for printed, line in zip(seen.prints, wanted, strict=True)
    )


def times(box: Handle, at: Sequence[float], tolerance: float = 2.0) -> Holds:
    """A watched box spoke at these milliseconds."""
    return lambda seen: len(seen.values(box - 1)) == len(at) and all(
        abs(value.at - when) <= tolerance
        for value, when in zip(seen.values(box - 1), at, strict=True)
    )


def sounds(low: float = 0.005, high: float = 0.9) -> Holds:
    """The sound's rms lies between the two, and it never passes full scale."""
    return lambda seen: bool(seen.audio) and low <= seen.rms() <= high and seen.peak() <= 1.0


def silent() -> Holds:
    """Nothing is heard."""
    return lambda seen: not seen.audio or seen.peak() < 1e-4


def pitch(hertz: float, tolerance: float = 0.03) -> Holds:
    """The strongest frequency of the first channel is near `hertz`."""
    return lambda seen: bool(seen.audio) and abs(strongest(channel(seen)) / hertz - 1) <= tolerance


def channel(seen: Observation, number: int = 0, start: float = 0.0, end: float | None = None) -> np.ndarray:
    """One channel's samples between two times in seconds."""
    samples = np.asarray(seen.audio[number], dtype=np.float64)
    return samples[int(start * RATE) : None if end is None else int(end * RATE)]


def strongest(samples: np.ndarray) -> float:
    """The frequency of the largest spectral peak, in Hz."""
    window = np.hanning(len(samples))
    spectrum = np.abs(np.fft.rfft(samples * window, 4 * len(samples)))
    return float(np.argmax(spectrum[1:]) + 1) * RATE / (4 * len(samples))
