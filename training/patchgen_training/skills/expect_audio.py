"""Predicates on rendered sound: level, brightness and pitch in windows of time, and trials of controls."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.sketch import Cord, Handle

Sound = NDArray[np.float64]
"""Samples of both channels: shape (channels, samples)."""
Change = Callable[[Sound, Sound], bool]
"""Whether a sound has changed as it should: (before, after)."""
Holds = Callable[[Observation], bool]

SAMPLE_RATE = 44100
SETTLING = 0.1
"""Seconds left to filters after a change, before they are measured."""
LISTENING = 0.25
"""Seconds that one measurement lasts."""


def sound(observation: Observation, start: float = 0, end: float | None = None) -> Sound:
    """What went to the speakers between two times in seconds."""
    first = int(start * SAMPLE_RATE)
    last = None if end is None else int(end * SAMPLE_RATE)
    channels = [np.asarray(channel, dtype=np.float64)[first:last] for channel in observation.audio]
    return np.stack(channels) if channels else np.zeros((2, 1))


def level(heard: Sound) -> float:
    """Root mean square over all channels."""
    return float(np.sqrt(np.mean(np.square(heard)))) if heard.size else 0.0


def spectrum(heard: Sound) -> tuple[Sound, Sound]:
    """Frequencies in hertz and the energy at each, direct current left out."""
    mono = heard.mean(axis=0) if heard.size else np.zeros(64)
    mono = mono - mono.mean()
    size = 1 << (mono.size - 1).bit_length()
    energy: Sound = np.square(np.abs(np.fft.rfft(mono * np.hanning(mono.size), size)))
    frequencies: Sound = np.fft.rfftfreq(size, 1 / SAMPLE_RATE).astype(np.float64)
    return frequencies, energy


def centroid(heard: Sound) -> float:
    """The amplitudes' centre on a logarithmic frequency scale, in hertz: higher is brighter."""
    frequencies, energy = spectrum(heard)
    audible = frequencies > 20
    amplitudes = np.sqrt(energy[audible])
    total = max(float(np.sum(amplitudes)), 1e-20)
    return float(np.exp(np.sum(amplitudes * np.log(frequencies[audible])) / total))


def dominant(heard: Sound) -> float:
    """The strongest frequency in hertz."""
    frequencies, energy = spectrum(heard)
    return float(frequencies[int(np.argmax(energy))])


def energy_near(heard: Sound, frequency: float, width: float = 12.0) -> float:
    """The share of the energy that lies within `width` hertz of a frequency."""
    frequencies, energy = spectrum(heard)
    near = np.abs(frequencies - frequency) <= width
    return float(np.sum(energy[near]) / max(float(np.sum(energy)), 1e-20))


def envelope(heard: Sound, step: float = 0.01) -> Sound:
    """The level of each hundredth of a second."""
    size = int(step * SAMPLE_RATE)
    count = heard.shape[1] // size
    pieces = heard[:, : count * size].reshape(heard.shape[0], count, size)
    shape: Sound = np.sqrt(np.mean(np.square(pieces), axis=(0, 2)))
    return shape


def goes_silent(_before: Sound, after: Sound) -> bool:
    """Nothing is heard any more."""
    return level(after) < 1e-4


def starts(before: Sound, after: Sound) -> bool:
    """Silence turns into sound."""
    return level(before) < 1e-4 and 0.0005 < level(after) < 0.6


def changes(ratio: Callable[[Sound], float], factor: float) -> Change:
    """The measure grows by at least the factor, or shrinks by it where the factor is below one."""

    def check(before: Sound, after: Sound) -> bool:
        quotient = ratio(after) / max(ratio(before), 1e-9)
        return quotient >= factor if factor > 1 else quotient <= factor

    return check


louder = changes(level, 1.15)
quieter = changes(level, 0.85)
brighter = changes(centroid, 1.1)
darker = changes(centroid, 0.9)


def wobble(heard: Sound) -> float:
    """How much the level moves: its standard deviation over its mean, in windows of 5 ms."""
    shape = envelope(heard, 0.005)
    return float(shape.std() / max(float(shape.mean()), 1e-9))


def to_pitch(frequency: float, tolerance: float = 0.03) -> Change:
    """The strongest frequency becomes this one."""
    return lambda _before, after: abs(dominant(after) - frequency) <= max(tolerance * frequency, 5)


def different(before: Sound, after: Sound) -> bool:
    """The average spectrum is another one: at least a tenth of the energy has moved."""
    shapes = []
    for heard in (before, after):
        energy = spectrum(heard)[1]
        bands = np.add.reduceat(energy, np.unique(np.geomspace(1, energy.size - 1, 60).astype(int)))
        shapes.append(bands / max(float(bands.sum()), 1e-20))
    return float(np.abs(shapes[0] - shapes[1]).sum()) > 0.1


def moves(before: Sound, after: Sound) -> bool:
    """The level or the spectrum is another one."""
    return abs(level(after) / max(level(before), 1e-9) - 1) > 0.1 or different(before, after)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try: send a message to a box, listen, and put things back."""

    control: int
    message: str
    shows: Change
    back: str = ""
    """The message that restores the state before; empty to leave it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Steps laid out in time, as an example needs them."""

    feeds: list[Feed] = field(default_factory=list)
    seconds: float = 0.4
    holds: Holds = lambda observation: True


def trial(
    steps: Sequence[Step], *, low: float = 0.0001, high: float = 0.5, silent: bool = False,
    lead: float = 0, also: Sequence[Holds] = (),
) -> Trial:  # fmt: skip
    """Listen to the patch after `lead` seconds, then after each step; `silent`: it waits for its first step."""
    wait = SETTLING + min(lead, 0.5)
    slot = wait + LISTENING
    feeds: list[Feed] = []
    for index, step in enumerate(steps):
        feeds.append(Feed(1000 * (lead + slot * (index + 1)), step.control, step.message))
        if step.back:
            feeds.append(Feed(1000 * (lead + slot * (index + 2)) - 5, step.control, step.back))

    def holds(observation: Observation) -> bool:
        windows = [
            sound(observation, lead + slot * i + wait, lead + slot * (i + 1) - 0.01)
            for i in range(len(steps) + 1)
        ]
        first = windows[0]
        if not np.all(np.isfinite(sound(observation))) or float(np.abs(first).max()) > 1.0:
            return False
        if (level(first) > 1e-4) if silent else not low < level(first) < high:
            return False
        rest = first
        for step, after in zip(steps, windows[1:], strict=True):
            if not step.shows(rest, after):
                return False
            rest = rest if step.back else after
        return all(check(observation) for check in also)

    return Trial(feeds, lead + slot * (len(steps) + 1) + 0.05, holds)


Contrast = Callable[[Sound, Sound], bool]
"""How a sound differs from the same patch without an effect: (dry, wet)."""


def is_changed(dry: Sound, wet: Sound) -> bool:
    """The effect does something to the sound."""
    return level(wet - dry) > 0.05 * level(dry)


def is_repeated_after(milliseconds: float) -> Contrast:
    """Nothing is added before this time, and something is from then on."""

    def check(dry: Sound, wet: Sound) -> bool:
        added = wet - dry
        first = int(milliseconds / 1000 * SAMPLE_RATE)
        early = level(added[:, : first - 256])
        return early < 1e-4 and level(added[:, first:]) > 0.05 * level(dry)

    return check


def is_wobbling(dry: Sound, wet: Sound) -> bool:
    """The level moves more than it did."""
    return wobble(wet[:1]) > wobble(dry[:1]) + 0.1


Bypass = tuple[Handle | Cord, Handle | Cord, Contrast]


def heard(text: str, chosen: Trial, contrasts: Sequence[Bypass]) -> Trial:
    """The trial, also run with noise for the microphone and against the patch without each effect."""
    deaf = "adc~" in text
    if not deaf and not contrasts:
        return chosen
    live = re.sub(r"(?m)^(\d+) adc~ 1\b", r"\1 noise~", text)

    def holds(observation: Observation) -> bool:
        if deaf and level(sound(observation)) > 1e-4:
            return False
        actual = render(live, chosen) if deaf else observation
        wet = sound(actual)
        return chosen.holds(actual) and all(
            check(sound(render(bypassed(live, before, after), chosen)), wet)
            for before, after, check in contrasts
        )

    return Trial(chosen.feeds, chosen.seconds, holds)


def render(text: str, chosen: Trial) -> Observation:
    """What another patch does with the same feeds."""
    from patchgen.domains.patch.codec import decode
    from patchgen.headless.engine import find_pd
    from patchgen.headless.probe import observe

    feeds = [Feed(feed.at, feed.box - 1, feed.message) for feed in chosen.feeds]
    return observe(decode(text), feeds=feeds, seconds=chosen.seconds, pd=find_pd())


def bypassed(text: str, before: Handle | Cord, after: Handle | Cord) -> str:
    """The notation with every cord from `after` taken from `before` instead."""
    old = re.escape(str(after).partition(">")[0])
    new = str(before).partition(">")[0]
    lines = []
    for line in text.splitlines():
        body, arrow, sources = line.partition(" < ")
        kept = [re.sub(rf"^{old}(?=>|$)", new, source) for source in sources.split()]
        lines.append(f"{body}{arrow}{' '.join(kept)}")
    return "\n".join(lines) + "\n"
