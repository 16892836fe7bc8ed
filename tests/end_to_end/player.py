"""Plays a patch it has never seen: finds what can be operated and where results appear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from patchgen.headless.probe import Feed, Observation, observe
from patchgen.pd.graph import fed_by, feeds
from patchgen.pd.model import Box, Canvas

RATE = 44100
NUMBERS = ("floatatom", "nbx")
SLIDERS = ("hsl", "vsl")
Action = tuple[float, int, object]
"""Milliseconds, box index, message."""


@dataclass(frozen=True)
class Player:
    """A patch and the Pd that runs it."""

    canvas: Canvas
    pd: Path

    def sources(self, *names: str) -> list[int]:
        """Boxes of these names that nothing in the patch feeds: what a user operates."""
        arriving = fed_by(self.canvas)
        return [
            i for i, box in enumerate(self.canvas.boxes) if box.name in names and i not in arriving
        ]

    @cached_property
    def displays(self) -> list[int]:
        """Number boxes that end a chain."""
        arriving, leaving = fed_by(self.canvas), feeds(self.canvas)
        return [
            i
            for i, box in enumerate(self.canvas.boxes)
            if box.name in NUMBERS and i in arriving and i not in leaving
        ]

    def slider(self, *words: str) -> int:
        """The slider or number box whose label has one of the words. Raises LookupError."""
        for i in self.sources(*SLIDERS, *NUMBERS):
            if any(word in label(self.canvas.boxes[i]) for word in words):
                return i
        raise LookupError(f"no control called {words}")

    def play(self, *actions: Action, seconds: float = 0.3) -> Observation:
        """Runs the patch while the actions are done."""
        told = [Feed(at, box, str(message)) for at, box, message in actions]
        return observe(
            self.canvas, feeds=told, watch=self.displays, seconds=seconds, pd=self.pd, timeout=20
        )

    def results(self, *actions: Action, seconds: float = 0.3) -> list[float]:
        """All numbers that were printed or displayed, in order of time."""
        return [value for _, value in self.timed_results(*actions, seconds=seconds)]

    def timed_results(self, *actions: Action, seconds: float = 0.3) -> list[tuple[float, float]]:
        """The same with the milliseconds at which they came."""
        seen = self.play(*actions, seconds=seconds)
        shown = [value for box in self.displays for value in seen.values(box)]
        found = sorted([*seen.prints, *shown], key=lambda value: value.at)
        return [(v.at, v.atoms[0]) for v in found if v.atoms and isinstance(v.atoms[0], float)]


def label(box: Box) -> str:
    """Everything a user can read on or beside a box, in lower case."""
    return " ".join(box.atoms).lower()


def last(values: Sequence[float]) -> float:
    """The last value; NaN where there is none, which equals nothing."""
    return values[-1] if values else float("nan")


def near(value: float, wanted: float) -> bool:
    """Equal to four digits."""
    return abs(value - wanted) <= 1e-4 * max(1.0, abs(wanted))


def rms(seen: Observation) -> float:
    """Loudness of what can be heard, so without a constant offset; 0 where there is no [dac~]."""
    if not seen.audio:
        return 0.0
    return float(np.std(np.asarray(seen.audio[0], dtype=np.float64)))


def centroid(seen: Observation, start: float = 0.1) -> float:
    """The spectrum's centre of gravity in Hz, after `start` seconds."""
    samples: npt.NDArray[np.float64] = np.asarray(seen.audio[0], dtype=np.float64)
    power = np.abs(np.fft.rfft(samples[int(start * RATE) :])) ** 2
    hertz = np.fft.rfftfreq(len(samples) - int(start * RATE), 1 / RATE)
    return float((power * hertz).sum() / max(float(power.sum()), 1e-12))


Check = Callable[[Player], bool]
