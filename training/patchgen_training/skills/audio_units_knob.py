"""Parameters of an effect as a table: what they are called, their range, the values a prompt may name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_units import hertz, plain, share
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_audio import Contrast, is_changed

Spell = Callable[[Draw, float], str]


def number(_draw: Draw, value: float) -> str:
    """The number alone."""
    return plain(value)


def spaced_share(draw: Draw, value: float) -> str:
    """A part of one: 0.5, 50%, 50 %, 50 percent."""
    percent = plain(round(value * 100, 3))
    return draw.one((share(draw, value), f"{percent} %", f"{percent}%", f"{percent} percent"))


def milliseconds(draw: Draw, value: float) -> str:
    """A short time."""
    return draw.one((f"{plain(value)} ms", f"{plain(value)} ms", f"{plain(value)}ms", f"{plain(value)} milliseconds"))


def times(draw: Draw, value: float) -> str:
    """A factor."""
    return draw.one((plain(value), plain(value), f"x{plain(value)}", f"{plain(value)}x"))


@dataclass(frozen=True, slots=True)
class Knob:
    """One parameter."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    """Labels, each with the words of a prompt that lead to it."""
    low: float
    high: float
    usual: float
    """The value where the prompt names none, and where a slider starts."""
    test: float
    """A slider's value that must change the sound."""
    values: tuple[float, ...] = ()
    """What a prompt may name; empty where it is only on a slider or unsaid."""
    spell: Spell = number
    nouns: tuple[str, ...] = ()
    """Nouns for the effect with the value inside: "a {v} echo"."""
    does: tuple[str, ...] = ()
    """Predicates with the value inside: "echoes {s} every {v}"."""
    moods: tuple[tuple[str, float], ...] = ()
    """Adjectives for the effect that stand for a value: slow, fast."""
    boxed: bool = False
    """Whether a number box may set it: the box behind has a number of its own until then."""
    check: Contrast = is_changed
    """What the test value must do: (sound before, sound with it)."""
    likely: float = 1.0
    """How often it is offered at all."""
    needed: bool = False
    """Whether it is on a slider where the prompt names no value."""


RATE = (("rate", ("rate", "rate", "LFO rate")), ("speed", ("speed", "speed", "LFO speed")))
DEPTH = (("depth", ("depth", "depth", "modulation depth")), ("amount", ("amount",)), ("intensity", ("intensity",)))
CUTOFF = (("cutoff", ("cutoff", "cutoff frequency", "cutoff")), ("frequency", ("frequency", "filter frequency")), ("brightness", ("brightness",)), ("tone", ("tone",)))
RESONANCE = (("resonance", ("resonance", "resonance", "filter resonance")), ("Q", ("Q", "Q", "Q factor")))
FEEDBACK = (("feedback", ("feedback", "feedback", "feedback amount")), ("repeats", ("repeats", "number of repeats")), ("regeneration", ("regeneration",)))
TIME = (("time", ("time", "delay time", "delay time")), ("delay", ("delay", "delay length")))
MIX = (("mix", ("mix", "wet/dry mix", "dry/wet mix", "mix")), ("wet", ("wet level", "wet amount")), ("dry_wet", ("dry/wet", "dry/wet balance")))
VOLUME = (("volume", ("volume",)),) * 6 + (("level", ("level", "output level")), ("loudness", ("loudness",)), ("gain", ("gain", "output gain")))
SLOW = (("slow", 0.2), ("slow", 0.2), ("fast", 6))


def mix_knob(usual: float = 0.5, test: float = 0) -> Knob:
    """Dry on the left, wet on the right."""
    return Knob(MIX, 0, 1, usual, test, (0.2, 0.25, 0.3, 0.4, 0.6, 0.7, 0.75), spaced_share, likely=0.5)


def rate_knob(usual: float, high: float = 10, values: tuple[float, ...] = ()) -> Knob:
    """The speed of a modulator in hertz."""
    chosen = values or (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5)
    return Knob(RATE, 0, high, usual, high, chosen, hertz, ("a {v} {n}", "{a} with an LFO at {v}"), moods=SLOW, boxed=True)
