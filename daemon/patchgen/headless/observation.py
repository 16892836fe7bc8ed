"""What a probe saw and heard, as values with a few questions one can ask."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from math import inf, isfinite, sqrt
from operator import mul

from patchgen.headless.console import errors
from patchgen.headless.parts import FINISHED, RECORDING, TIME_LABEL, VALUE_LABEL
from patchgen.pd.atoms import is_number, unescape

BLANK = re.compile(r"(?<!\\) ")
DEFAULT_SELECTORS = ("list", "symbol")


@dataclass(frozen=True, slots=True)
class Seen:
    """A message, seen at a logical time in milliseconds."""

    at: float
    label: str
    """The label of the [print], or of a watched box its index."""
    atoms: tuple[float | str, ...]
    """(5.0,) for a float, ("foo",) for a symbol, ("bang",) for a bang, ("set", 5.0) for `set 5`."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a patch did while it ran."""

    console: tuple[str, ...]
    """Every line the user would have seen, those of [print] boxes included."""
    prints: tuple[Seen, ...] = ()
    """What reached [print] boxes, in order."""
    watched: dict[int, tuple[Seen, ...]] = field(default_factory=dict)
    audio: tuple[array[float], ...] = ()
    """The channels of [dac~], from channel 1, at 44100 Hz; none where there is no [dac~]."""
    is_finished: bool = True
    """False where the patch made Pd quit before its time was over."""

    @property
    def complaints(self) -> tuple[str, ...]:
        """The console lines that Pd marks as errors."""
        return errors(self.console)

    def values(self, box: int) -> tuple[Seen, ...]:
        """What left the first outlet of a watched box, in order."""
        return self.watched[box]

    def last(self, box: int) -> float | str | None:
        """The only atom of the last message of a watched box; None where it has more or none."""
        seen = self.watched[box]
        return seen[-1].atoms[0] if seen and len(seen[-1].atoms) == 1 else None

    def rms(self, channel: int | None = None) -> float:
        """Root mean square of one channel (from 0) or of all; infinite with samples not finite."""
        channels = self.audio if channel is None else self.audio[channel : channel + 1]
        count = sum(len(samples) for samples in channels)
        power = sum(sum(map(mul, samples, samples)) for samples in channels)
        return (sqrt(power / count) if isfinite(power) else inf) if count else 0.0

    def peak(self) -> float:
        """The largest absolute sample; infinite where samples are not finite."""
        if not all(isfinite(sum(samples)) for samples in self.audio):
            return inf
        return max((abs(end) for s in self.audio if s for end in (min(s), max(s))), default=0.0)


def read_console(
    lines: tuple[str, ...], labels: dict[str, str], watch: tuple[int, ...], end: float
) -> tuple[tuple[str, ...], tuple[Seen, ...], dict[int, tuple[Seen, ...]]]:
    """Sorts the lines into console, prints, and messages of watched boxes before `end` ms."""
    console: list[str] = []
    prints: list[Seen] = []
    watched: dict[int, list[Seen]] = {box: [] for box in watch}
    at = 0.0
    for line in lines:
        label, _, text = line.partition(": ")
        if label == TIME_LABEL:
            at = float(text)
        elif not label.startswith(VALUE_LABEL):
            if RECORDING not in line and FINISHED not in line:
                console.append(line)
        elif at < end:
            tag = label.removeprefix(VALUE_LABEL)
            if tag in labels:
                prints.append(Seen(at, labels[tag], message_atoms(text)))
                console.append(f"{labels[tag]}: {text}" if labels[tag] else text)
            else:
                box = int(tag.removeprefix("box-"))
                watched[box].append(Seen(at, str(box), message_atoms(text)))
    return tuple(console), tuple(prints), {box: tuple(seen) for box, seen in watched.items()}


def message_atoms(text: str) -> tuple[float | str, ...]:
    """A printed message as atoms, without the selector of a list or a symbol."""
    words = BLANK.split(text)
    if words[0] in DEFAULT_SELECTORS:
        del words[0]
    return tuple(float(word) if is_number(word) else unescape(word) for word in words)
