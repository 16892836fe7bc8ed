"""Skills: two things at once: tones left and right, kick and hat on clocks of their own, a drone and a pulse, a melody over a bass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    SAMPLE_RATE,
    Sound,
    dominant,
    is_changed,
    level,
    moves,
    sound,
)
from patchgen_training.skills.expect_time import at_times
from patchgen_training.skills.parts_clause import Head, Words, said
from patchgen_training.skills.parts_sound import (
    TONES,
    VOLUME,
    WAVE_NOUNS,
    Signal,
    falls_silent,
    filtering,
    oscillator,
    output,
    ringing,
)
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_values import frequencies, times
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sketch import Handle

SIDES = (
    ("[play] one sound on the left and another on the right", "[play] two different tones, one in each speaker", "[send] one oscillator to the left channel and another to the right one", "[play] two oscillators at the same time, hard left and hard right"),
    ("a stereo pair of oscillators", "two oscillators, one per channel", "a patch with two tones, left and right", "a left/right tone generator"), ("left/right oscillators", "two tones L/R"),
)  # fmt: skip
LEFT = Words(
    ("{w} of {f} on the left", "{w} at {f} in the left speaker", "{w} with {f} in the left channel"), ("the left channel has {w} of {f}", "on the left there is {w} at {f}", "left plays {w} at {f}"), ("[play] {w} of {f} on the left",), ("left {w} {f}", "L: {w} {f}"),
)  # fmt: skip
RIGHT = Words(tuple(t.replace("left", "right") for t in LEFT.having), tuple(t.replace("left", "right") for t in LEFT.says), ("[play] {w} of {f} on the right",), ("right {w} {f}", "R: {w} {f}"))
ONE_SIDE = {
    "left": Knob("left", ("left frequency", "frequency of the left channel", "pitch on the left", "frequency of the left oscillator"), "Hz", 50, 2000, 220, ((100, 1000), (50, 1000), (200, 800), (100, 2000)), (300, 440)),
    "right": Knob("right", ("right frequency", "frequency of the right channel", "pitch on the right", "frequency of the right oscillator"), "Hz", 50, 2000, 330, ((100, 1000), (50, 1000), (200, 800), (100, 2000)), (300, 440)),
}  # fmt: skip
KIND = Words(
    ("{w} on both sides", "{w} for both channels"), ("both sides use {w}", "both oscillators are {w}"), ("[use] {w} on both sides",), ("{w} both",),
)  # fmt: skip


def left_and_right(draw: Draw) -> Example:
    """A tone in each speaker: said, or on sliders."""
    stage = Stage(draw)
    tones: list[Handle] = []
    if draw.chance(0.5):
        hertz = draw.some((100, 110, 150, 200, 220, 250, 262, 300, 330, 350, 400, 440, 500, 550, 600, 660, 700, 880), 2)
        for words, f in zip((LEFT, RIGHT), hertz, strict=True):
            kind = draw.one(("sine", "sine", *TONES))
            stage.say(words, w=said(draw, *WAVE_NOUNS[kind][:1]), **frequencies(draw, f=f))
            tones.append(oscillator(stage, kind, argument=str(f)))
        stage.checks.append(lambda seen: all(abs(dominant(sound(seen)[i : i + 1]) / f - 1) < 0.03 for i, f in enumerate(hertz)))
    else:
        kind = draw.one(TONES)
        if kind != "sine":
            stage.say(KIND, w=said(draw, *WAVE_NOUNS[kind]))
        for side in ("left", "right"):
            box, _ = control(stage, ONE_SIDE[side], ("slider",))
            tones.append(oscillator(stage, kind, box))
            stage.probes.append((box, "950", moves))
    ends = pair_level(stage, tones)
    stage.add("dac~", ends[0], stage.into(1, ends[1]))
    return finished(stage, Head(*SIDES))


def pair_level(stage: Stage, tones: list[Handle]) -> list[Handle]:
    """One volume slider for two channels, or an unsaid gain."""
    if stage.draw.chance(0.4):
        return [stage.add("*~ 0.2", tone) for tone in tones]
    box, _ = control(stage, VOLUME, ("slider",))
    stage.probes.append((box, "0", falls_silent))
    return [stage.add("*~", tone, stage.into(1, box)) for tone in tones]


@dataclass(frozen=True, slots=True)
class Layer:
    """One of two things: its words with {t}, and how it is built on bangs."""

    names: tuple[str, ...]
    build: Callable[[Stage, Handle], Signal]


def drum(name: str) -> Callable[[Stage, Handle], Signal]:
    """A drum of the usual shape."""
    return lambda stage, bangs: DRUMS[name].build(stage.sketch, [bangs])


def blip(hertz: int, decay: int) -> Callable[[Stage, Handle], Signal]:
    """A short sine."""

    def build(stage: Stage, bangs: Handle) -> Signal:
        ramp = stage.add("line~", stage.add(f"msg 1 , 0 {decay}", bangs))
        return stage.add("*~", stage.add(f"osc~ {hertz}"), stage.into(1, ramp))

    return build


EACH = Words(
    ("{d} every {t}", "{d} that comes every {t}", "{d} with an interval of {t}", "{d} repeated every {t}"), ("{d} comes every {t}", "{d} is played every {t}", "every {t} there is {d}", "{d} repeats every {t}"), ("[play] {d} every {t}", "[repeat] {d} every {t}"), ("{d} every {t}",),
)  # fmt: skip
BOTH = (
    ("[play] two rhythms at the same time", "[run] two independent clocks with a sound each", "[play] two sounds with two metros", "[layer] two pulses of different speed"), ("a polyrhythm of two sounds", "two independent rhythms", "a two-layer rhythm", "a rhythm with two metros"), ("two metros", "two rhythms", "polyrhythm"),
)  # fmt: skip
STARTED = Words(
    ("one toggle that starts and stops both", "a toggle for both", "a single on/off toggle"), ("one toggle starts and stops both", "both run while a toggle is on", "a single toggle switches both on and off"), ("[start] and [stop] both with one toggle",), ("one toggle", "on/off toggle"),
)  # fmt: skip


def two_rhythms(draw: Draw) -> Example:
    """Two sounds, each with its own interval, behind one toggle."""
    stage = Stage(draw)
    high, low = draw.one((600, 660, 800, 880, 1000, 1200)), draw.one((100, 150, 200, 220, 300, 440))
    decay = draw.one((50, 80, 100, 150, 200))
    pool = {
        "kick": Layer(("a kick drum", "a kick", "a bass drum"), drum("kick")), "hat": Layer(("a hi-hat", "a closed hi-hat"), drum("hat")), "snare": Layer(("a snare", "a snare drum"), drum("snare")), "clap": Layer(("a clap", "a hand clap"), drum("clap")), "cowbell": Layer(("a cowbell",), drum("cowbell")),
        "high": Layer((f"a {decay} ms beep of {high} Hz", f"a {high} Hz beep of {decay} ms"), blip(high, decay)), "low": Layer((f"a {decay} ms tone of {low} Hz", f"a {low} Hz tone of {decay} ms"), blip(low, decay)),
    }  # fmt: skip
    chosen = draw.one((("kick", "hat"), ("kick", "hat"), ("kick", "snare"), ("high", "low"), ("kick", "high"), ("hat", "low"), ("cowbell", "kick"), ("snare", "hat"), ("clap", "hat"), ("high", "low")))
    periods = draw.some((150, 200, 250, 300, 333, 375, 400, 450, 500, 600), 2)
    stage.say(STARTED)
    switch = stage.add('tgl "on"')
    signals: list[Signal] = []
    for name, period in zip(chosen, periods, strict=True):
        metro = stage.add(f"metro {period}", switch)
        stage.say(EACH, d=said(draw, *pool[name].names), **times(draw, t=period))
        signals.append(pool[name].build(stage, metro))
        stage.watch.append(metro)
        stage.checks.append(at_times(metro, [10 + period * i for i in range(1 + int(740 / period))]))
    stage.feeds.append(Feed(10, switch, "1"))
    total = stage.add("*~ 0.5", *signals)
    output(stage, total, draw.one(("unsaid", "volume", "volume")))
    stage.seconds = 0.75
    return finished(stage, Head(*BOTH))


DRONED = Words(
    ("a drone of {w} at {f}", "a continuous {f} drone of {w}", "a steady {f} tone ({w})"), ("{w} at {f} drones on all the time", "a drone of {w} at {f} goes on underneath", "the drone is {w} at {f}"), ("[hold] a drone of {w} at {f}",), ("drone {w} {f}",),
)  # fmt: skip
PULSED = Words(
    ("a pulse of {w} at {f} every {t}", "{w} at {f} that pulses every {t}", "a {f} note of {w} every {t}"), ("{w} at {f} sounds every {t}", "every {t} there is a note of {w} at {f}", "a pulse of {w} at {f} comes every {t}"), ("[play] {w} at {f} every {t}",), ("pulse {w} {f} every {t}",),
)  # fmt: skip
DRONE = (
    ("[play] a drone and a pulse at the same time", "[combine] a drone with a repeating note", "[hold] a low tone while another note pulses above it", "[play] a repeated note over a drone"), ("a drone with a pulse", "a drone and a pulsing note", "a pulse over a drone"), ("drone + pulse",),
)  # fmt: skip
PULSE_SWITCH = Words(
    ("a toggle for the pulse", "a toggle that starts and stops the pulse"), ("a toggle starts and stops the pulse", "the pulse runs while a toggle is on"), ("[start] and [stop] the pulse with a toggle",), ("pulse toggle",),
)  # fmt: skip


def drone_and_pulse(draw: Draw) -> Example:
    """A steady tone, perhaps filtered, and a note on a metro with a decay."""
    stage = Stage(draw)
    low, high, period = draw.one((55, 60, 65, 73, 80, 82, 98, 100, 110, 120)), draw.one((220, 262, 300, 330, 392, 440, 500, 523, 660, 880)), draw.one((200, 250, 300, 400, 500))
    one, other = draw.one(TONES), draw.one(TONES)
    stage.say(DRONED, w=said(draw, *WAVE_NOUNS[one][:1]), **frequencies(draw, f=low))
    drone: Signal = oscillator(stage, one, argument=str(low))
    if draw.chance(0.5):
        drone = filtering(stage, drone, draw.one(("low", "low-control")))
    stage.say(PULSE_SWITCH)
    switch = stage.add('tgl "pulse"')
    stage.say(PULSED, w=said(draw, *WAVE_NOUNS[other][:1]), **frequencies(draw, f=high), **times(draw, t=period))
    metro = stage.add(f"metro {period}", switch)
    pulse = ringing(stage, oscillator(stage, other, argument=str(high)), metro, event="note", kind=draw.one(("decay", "decay", "attack")))
    output(stage, stage.add("*~ 0.5", drone, pulse), draw.one(("unsaid", "volume", "volume")))
    stage.feeds.append(Feed(10, switch, "1"))
    stage.watch.append(metro)
    stage.seconds = 0.75
    stage.checks.append(at_times(metro, [10 + period * i for i in range(1 + int(740 / period))]))
    return finished(stage, Head(*DRONE))


OVER = (
    ("[play] a melody over a bass line", "[run] two sequences at once, a melody and a bass", "[play] two note sequences in parallel"), ("a melody with a bass line", "two sequencers, melody and bass", "a two-part sequence"), ("melody + bass", "two sequences"),
)  # fmt: skip
TOP = Words(
    ("a melody of the MIDI notes {m} with {w}", "{w} playing the notes {m}", "the notes {m} on {w} as the melody"), ("the melody is {m} on {w}", "{w} plays the notes {m}", "the upper part plays {m} with {w}"), ("[play] the notes {m} with {w}",), ("melody {m} on {w}",),
)  # fmt: skip
BASS = Words(
    ("a bass line of the MIDI notes {m} with {w}", "{w} playing the bass notes {m}", "the notes {m} on {w} as the bass"), ("the bass plays {m} on {w}", "{w} plays the bass notes {m}", "the lower part is {m} with {w}"), ("[play] the bass notes {m} with {w}",), ("bass {m} on {w}",),
)  # fmt: skip
TOGETHER = Words(
    ("one step every {t} for both", "a step length of {t}", "a common clock of {t}"), ("both go on every {t}", "the common clock ticks every {t}", "a step takes {t} in both"), ("[step] both every {t}",), ("step {t}", "every {t}"),
)  # fmt: skip


def melody_and_bass(draw: Draw) -> Example:
    """Two rows of notes on one clock with a voice each."""
    stage = Stage(draw)
    period = draw.one((150, 200, 250, 300, 350))
    stage.say(STARTED)
    stage.say(TOGETHER, **times(draw, t=period))
    switch = stage.add('tgl "on"')
    metro = stage.add(f"metro {period}", switch)
    signals: list[Signal] = []
    for words, span in ((TOP, range(60, 80)), (BASS, range(36, 52))):
        notes, kind = draw.some(span, draw.one((2, 3, 4, 4))), draw.one(TONES)
        row = " ".join(map(str, notes))
        commas = ", ".join(map(str, notes))
        stage.say(words, m=said(draw, row, commas), w=said(draw, *WAVE_NOUNS[kind][:1]))
        pitch = pick(stage.sketch, counter(stage.sketch, metro, len(notes)), notes)
        signals.append(oscillator(stage, kind, pitch))
    output(stage, stage.add("*~ 0.5", *signals), draw.one(("unsaid", "volume", "volume")))
    stage.feeds.append(Feed(10, switch, "1"))
    stage.watch.append(metro)
    stage.seconds = 0.75
    stage.checks.append(at_times(metro, [10 + period * i for i in range(1 + int(740 / period))]))
    stage.checks += [lambda seen: level(late(sound(seen))) > 0.001]
    stage.contrasts += [(signals[0], signals[1], is_changed)]
    return finished(stage, Head(*OVER))


def late(heard: Sound) -> Sound:
    """What is heard after the start."""
    return heard[:, int(0.05 * SAMPLE_RATE) :]


SKILLS: dict[str, Skill] = {"left-and-right": left_and_right, "two-rhythms": two_rhythms, "drone-and-pulse": drone_and_pulse, "melody-and-bass": melody_and_bass}
CORE: tuple[str, ...] = ("left-and-right", "two-rhythms", "drone-and-pulse", "melody-and-bass")
