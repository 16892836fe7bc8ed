"""Skills: things that move by themselves: an LFO or chance on a filter's cutoff, a pitch or a place, with rates, ranges and depths."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import is_changed
from patchgen_training.skills.expect_time import at_times, within
from patchgen_training.skills.parts_clause import Head, Words, said
from patchgen_training.skills.parts_sound import (
    WAVE_NOUNS,
    Signal,
    different_level,
    echo,
    noise,
    oscillator,
    output,
)
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_start import clock
from patchgen_training.skills.parts_values import frequencies, frequency, spread

SWEPT = (
    ("[sweep] a filter over {s}", "[play] {s} through a resonant filter that moves by itself", "[send] {s} through a filter swept by an LFO", "[filter] {s} with an LFO on the cutoff", "[play] {s} with an auto-wah"),
    ("a filter sweep on {s}", "{s} through a filter with an LFO on the cutoff", "an auto-wah for {s}", "an LFO filter for {s}"), ("LFO filter on {s}", "{s} -> swept filter"),
)  # fmt: skip
BETWEEN = Words(
    ("a cutoff that moves {r}", "a sweep {r}", "a cutoff frequency sweeping {r}", "a cutoff range {r}"), ("the cutoff moves {r}", "the cutoff frequency sweeps {r}", "it sweeps {r}", "the filter goes {r} and back"), ("[move] the cutoff {r}", "[sweep] the cutoff {r}"), ("cutoff {r}", "sweep {r}"),
)  # fmt: skip
QUALITY = Words(("a Q of {q}", "a resonance of {q}"), ("the resonance is {q}", "the Q of the filter is {q}"), ("[use] a resonance of {q}",), ("Q {q}", "resonance {q}"))
RATED = Words(
    ("an LFO at {f}", "an LFO rate of {f}", "a sweep rate of {f}"), ("the LFO runs at {f}", "the sweep repeats at {f}", "the rate of the LFO is {f}"), ("[use] an LFO of {f}", "[run] the LFO at {f}"), ("LFO {f}", "rate {f}"),
)  # fmt: skip
RATE = Knob("rate", ("LFO rate", "rate of the LFO", "sweep rate", "speed of the LFO", "LFO speed"), "Hz", 0, 10, 0.5, ((0, 10), (0.1, 5), (0, 5), (0.1, 10), (0, 2), (0.05, 3)), (0.2, 1, 2))
SPANS = ((200, 2000), (300, 3000), (400, 1600), (200, 1800), (500, 2500), (100, 1500), (300, 1300), (600, 3000))


def bright(stage: Stage) -> tuple[Signal, Head, Callable[[], str]]:
    """Something with overtones: its signal and its name."""
    draw = stage.draw
    kind = draw.one(("sawtooth", "sawtooth", "square", "white", "white"))
    if kind == "white":
        name = said(draw, "white noise", "white noise", "a white noise source")
        return noise(stage, "white"), Head(*SWEPT, {"s": name}), name
    hertz = draw.one((55, 80, 100, 110, 120, 150, 165, 200, 220))
    name = lambda: draw.one((f"{draw.one(WAVE_NOUNS[kind])} at {frequency(draw, hertz)}", f"{draw.one(WAVE_NOUNS[kind])} of {frequency(draw, hertz)}"))  # noqa: E731
    return oscillator(stage, kind, argument=str(hertz)), Head(*SWEPT, {"s": name}), name


def lfo(stage: Stage) -> Signal:
    """A slow sine, its rate said or on a control."""
    if stage.draw.chance(0.6):
        return stage.add("osc~", control(stage, RATE, ("slider",))[0])
    rate = stage.draw.one((0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 4))
    stage.say(RATED, **frequencies(stage.draw, f=rate))
    return stage.add(f"osc~ {plain(rate)}")


def filter_sweep(draw: Draw) -> Example:
    """A band that an LFO moves."""
    stage = Stage(draw)
    sound, head, _ = bright(stage)
    low, high = draw.one(SPANS)
    quality = draw.one((3, 5, 5, 5, 8, 10))
    slow = lfo(stage)
    stage.say(BETWEEN, r=lambda: spread(draw, low, high, "Hz"))
    if quality != 5 or draw.chance(0.5):
        stage.say(QUALITY, q=said(draw, str(quality)))
    cutoff = stage.add(f"+~ {plain((high + low) / 2)}", stage.add(f"*~ {plain((high - low) / 2)}", slow))
    wet = stage.add(f"vcf~ {quality}", sound, stage.into(1, cutoff))
    stage.contrasts.append((sound, wet, is_changed))
    if draw.chance(0.25):
        wet_echo = echo(stage, wet)
        output(stage, wet_echo)
    else:
        output(stage, wet)
    return finished(stage, head)


SIREN = (
    ("[play] a siren with {w}", "[make] {w} whose pitch goes up and down", "[sweep] the pitch of {w} with an LFO", "[modulate] the frequency of {w} slowly"), ("a siren with {w}", "{w} with an LFO on the pitch", "a siren"), ("siren, {w}",),
)  # fmt: skip
PITCHES = Words(
    ("a pitch that moves {r}", "a frequency range {r}", "a sweep {r}"), ("the pitch moves {r}", "its frequency goes {r} and back", "the frequency sweeps {r}"), ("[move] the pitch {r}",), ("pitch {r}",),
)  # fmt: skip


def siren(draw: Draw) -> Example:
    """A pitch that an LFO moves."""
    stage = Stage(draw)
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    low, high = draw.one(((400, 800), (300, 900), (500, 1000), (200, 600), (600, 1200), (400, 1000), (440, 880)))
    slow = lfo(stage)
    stage.say(PITCHES, r=lambda: spread(draw, low, high, "Hz"))
    pitch = stage.add(f"+~ {plain((high + low) / 2)}", stage.add(f"*~ {plain((high - low) / 2)}", slow))
    output(stage, oscillator(stage, kind, pitch))
    return finished(stage, Head(*SIREN, {"w": said(draw, *WAVE_NOUNS[kind])}))


HELD = (
    ("[send] {s} through a filter with random cutoffs", "[choose] a random cutoff for {s} again and again", "[play] {s} with a randomly jumping filter", "[do] a sample and hold effect on the cutoff of {s}"), ("{s} with a random filter", "a sample and hold filter on {s}", "a random filter for {s}"), ("random filter on {s}",),
)  # fmt: skip
RESONANCE = Knob("resonance", ("resonance", "Q", "filter resonance"), "", 1, 20, 5, ((1, 10), (1, 20), (1, 15)))


def random_filter(draw: Draw) -> Example:
    """A cutoff that jumps by chance on a clock."""
    stage = Stage(draw)
    sound, _, name = bright(stage)
    beat = clock(stage, event="cutoff", start="toggle", kind=draw.one(("ms", "ms", "interval")))
    low, high = draw.one(SPANS)
    stage.say(BETWEEN, r=lambda: spread(draw, low, high, "Hz"))
    value = stage.add(f"+ {low}", stage.add(f"random {high - low + 1}", beat.source))
    if draw.chance(0.5):
        box, _ = control(stage, RESONANCE, ("slider",))
        wet = stage.add("vcf~", sound, stage.into(1, value), stage.into(2, box))
        stage.probes.append((box, "1", different_level))
    else:
        wet = stage.add("vcf~ 3", sound, stage.into(1, value))
    stage.contrasts.append((sound, wet, is_changed))
    output(stage, wet)
    stage.watch.append(value)
    stage.seconds = beat.lasts(3.5)
    stage.checks += [at_times(value, beat.at(range(4))), within(value, 4, low, high, True)]
    return finished(stage, Head(*HELD, {"s": name}))


SKILLS: dict[str, Skill] = {"filter-sweep": filter_sweep, "siren": siren, "random-filter": random_filter}
CORE: tuple[str, ...] = ("filter-sweep",)
