"""Skills: instruments of many parts: an oscillator or noise, a pitch control, a filter, an envelope, a trigger or gate, modulation, a level."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import moves
from patchgen_training.skills.expect_time import loud_at, quiet_at
from patchgen_training.skills.parts_clause import Head, Words, said
from patchgen_training.skills.parts_sound import (
    TONES,
    WAVE_NOUNS,
    Signal,
    different_level,
    echo,
    filtering,
    gate,
    noise,
    oscillator,
    output,
    ringing,
    tremolo,
    vibrato,
)
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_start import clock, gate_toggle, pitched, trigger

TONE = (
    ("[play] {w}", "[generate] {w}", "[synthesize] {w}", "[produce] {w}", "[build] an instrument around {w}", "[work] as a simple synthesizer with {w}", "[play] a synth voice made of {w}"),
    ("a synthesizer with {w}", "an instrument with {w}", "a synth with {w}", "a simple instrument made of {w}", "a synth voice with {w}", "{w}"), ("{w}", "{w} synth"),
)  # fmt: skip
NOISE_NAMES = {"white": ("white noise", "white noise", "a white noise source"), "pink": ("pink noise", "a pink noise source"), "brown": ("brown noise", "a brown noise source")}
DETUNE = Knob("detune", ("detuning of a second oscillator", "detune of a second oscillator", "detuning in Hz of a second oscillator"), "Hz", 0, 20, 3, ((0, 10), (0, 20), (0, 30), (0, 15)))
DETUNED = Words(
    ("a second oscillator that is {d} higher", "a second oscillator detuned by {d}", "two oscillators that are {d} apart"), ("a second oscillator runs {d} higher", "two oscillators are {d} apart", "a second oscillator is detuned by {d}"),
    ("[add] a second oscillator {d} higher",), ("2nd osc +{d}", "two oscs {d} apart"),
)  # fmt: skip


def source(stage: Stage, kind: str, changes: tuple[str, ...]) -> tuple[Signal, Head]:
    """An oscillator with its pitch and what moves it, or noise."""
    draw = stage.draw
    if kind == "noise":
        colour = draw.one(("white", "white", "pink", "brown"))
        return noise(stage, colour), Head(*TONE, {"w": said(draw, *NOISE_NAMES[colour])})
    wave = draw.one(TONES)
    box, argument = pitched(stage, kind)
    head = Head(*TONE, {"w": said(draw, *WAVE_NOUNS[wave])})
    pitch: tuple[Signal, ...] = (box,) if box else ()
    if "vibrato" in changes and box:
        pitch = (vibrato(stage, box),)
        return oscillator(stage, wave, *pitch), head
    if "detune" in changes and box and not argument:
        first = oscillator(stage, wave, box)
        other = stage.add("+~", stage.add("sig~", box), stage.into(1, control(stage, DETUNE, ("slider",))[0]))
        return stage.add("*~ 0.5", first, oscillator(stage, wave, other)), head
    return oscillator(stage, wave, *pitch, argument=argument), head


def instrument(draw: Draw, pitch: str, shape: str, must: tuple[str, ...], ending: str) -> Example:
    """A steady, struck or held sound through a chain of parts."""
    stage = Stage(draw)
    event = "note" if pitch != "noise" else "burst"
    optional = ("filter", "filter", "vibrato", "detune", "tremolo", "echo")
    chosen = (*must, *draw.some([part for part in optional if part not in must], draw.one((0, 0, 1, 1, 2))))
    bangs: Signal = 0
    opened: tuple[Signal, Signal] = (0, 0)
    if shape == "struck":
        bangs = trigger(stage)
    if shape == "repeated":
        bangs = clock(stage, event=event, start="toggle").source
    if shape == "held":
        opened = gate_toggle(stage)
    sound, head = source(stage, pitch, chosen)
    if "filter" in chosen:
        sound = filtering(stage, sound)
    if bangs:
        sound = ringing(stage, sound, bangs, event=event)
    if shape == "held":
        sound = gate(stage, sound, *opened)
    if "tremolo" in chosen:
        sound = tremolo(stage, sound)
    if "echo" in chosen:
        sound = echo(stage, sound)
    output(stage, sound, ending)
    if shape != "steady":
        stage.checks += [quiet_at(0, 8), loud_at(12, 200, 0.0005)]
    stage.seconds = 0.9
    return finished(stage, head)


def of(pitch: str, shape: str, *must: str, ending: str = "") -> Skill:
    """A skill with this pitch and shape and the named parts."""
    return lambda draw: instrument(draw, pitch, shape, must, ending)


INDEX = Knob("depth", ("modulation depth", "modulation index", "depth of the modulation", "FM depth"), "Hz", 0, 1000, 200, ((0, 500), (0, 1000), (0, 2000), (0, 300), (10, 800)), (100, 300))
MODULATOR = Knob("modulator", ("modulator frequency", "frequency of the modulator", "modulating frequency"), "Hz", 1, 1000, 100, ((1, 500), (1, 1000), (10, 500), (20, 800), (50, 400)), (60, 150))
CARRIER = Knob("carrier", ("carrier frequency", "frequency of the carrier", "carrier pitch"), "Hz", 50, 1000, 440, ((50, 1000), (100, 1000), (100, 800), (200, 800), (50, 500)), (200, 300))
FM = (
    ("[do] FM synthesis with two sine oscillators", "[play] an FM sound", "[modulate] the frequency of one sine wave with another", "[work] as a simple FM synthesizer", "[synthesize] a tone by frequency modulation"),
    ("an FM synthesizer", "a two-oscillator FM synth", "an FM instrument", "a simple FM voice"), ("FM synth", "FM voice", "two operator FM"),
)  # fmt: skip


def frequency_modulation(draw: Draw) -> Example:
    """Carrier, modulator and depth on controls, struck or steady."""
    stage = Stage(draw)
    struck = draw.chance(0.5)
    bangs = trigger(stage) if struck else 0
    carrier, _ = control(stage, CARRIER, ("slider",))
    modulator, _ = control(stage, MODULATOR, ("slider",))
    depth, _ = control(stage, INDEX, ("slider",))
    deep = stage.add("*~", stage.add("osc~", modulator), stage.into(1, depth))
    sound: Signal = stage.add("osc~", stage.add("+~", deep, stage.into(1, carrier)))
    stage.probes.append((depth, "0", different_level))
    stage.probes.append((carrier, "900", moves))
    if struck:
        sound = ringing(stage, sound, bangs)
    output(stage, sound)
    return finished(stage, Head(*FM))


SECOND = Knob("second", ("second frequency", "frequency of the second oscillator", "pitch of the second oscillator"), "Hz", 50, 2000, 440, ((100, 1000), (200, 800), (50, 500), (100, 2000)), (330, 550))
TWO = (
    ("[mix] {w} and {v}", "[play] {w} and {v} together", "[add] up {w} and {v}"), ("a mix of {w} and {v}", "an instrument with {w} and {v}", "a two-oscillator synth with {w} and {v}"), ("{w} + {v}",),
)  # fmt: skip
FIRST = Knob("first", ("first frequency", "frequency of the first oscillator", "pitch of the first oscillator"), "Hz", 50, 2000, 220, ((100, 1000), (200, 800), (50, 500), (100, 2000)), (220, 330))


def two_oscillators(draw: Draw) -> Example:
    """Two waveforms with a frequency each, mixed."""
    stage = Stage(draw)
    one, other = draw.some(TONES, 2)
    first, _ = control(stage, FIRST, ("slider",))
    a = oscillator(stage, one, first)
    second, _ = control(stage, SECOND, ("slider",))
    b = oscillator(stage, other, second)
    stage.probes += [(first, "900", moves), (second, "1200", moves)]
    sound: Signal = stage.add("*~ 0.5", a, b)
    if draw.chance(0.5):
        sound = filtering(stage, sound)
    output(stage, sound)
    return finished(stage, Head(*TWO, {"w": said(draw, *WAVE_NOUNS[one]), "v": said(draw, *WAVE_NOUNS[other])}))


SKILLS: dict[str, Skill] = {
    "steady-frequency": of("frequency", "steady"), "steady-frequency-filter": of("frequency", "steady", "filter", ending="volume"), "steady-note": of("note", "steady", "filter"), "steady-fixed": of("fixed", "steady", "filter"), "steady-vibrato": of("frequency", "steady", "vibrato"),
    "steady-detune": of("frequency", "steady", "detune"), "steady-noise": of("noise", "steady", "filter"), "steady-echo": of("frequency", "steady", "echo"),
    "struck-frequency": of("frequency", "struck"), "struck-frequency-filter": of("frequency", "struck", "filter"), "struck-note": of("note", "struck"), "struck-fixed": of("fixed", "struck"), "struck-noise": of("noise", "struck", "filter"), "struck-volume": of("frequency", "struck", ending="volume"),
    "struck-echo": of("fixed", "struck", "echo"), "held-frequency": of("frequency", "held"), "held-frequency-filter": of("frequency", "held", "filter", ending="volume"), "held-note": of("note", "held"), "held-fixed": of("fixed", "held"), "held-noise": of("noise", "held", "filter"),
    "repeated-frequency": of("frequency", "repeated"), "repeated-fixed": of("fixed", "repeated", "filter"), "repeated-noise": of("noise", "repeated", "filter"), "frequency-modulation": frequency_modulation, "two-oscillators": two_oscillators,
}  # fmt: skip
CORE: tuple[str, ...] = ("steady-frequency-filter", "steady-note", "struck-frequency-filter", "struck-frequency", "struck-fixed", "struck-volume", "held-frequency", "held-frequency-filter", "repeated-fixed", "frequency-modulation")
