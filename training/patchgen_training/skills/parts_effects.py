"""Skills: effects of many parts on the microphone, a tone or noise: delay ranges, rates, depths, feedback, mix, chains of two, two sides."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import is_changed
from patchgen_training.skills.parts_clause import Fill, Head, Words, said
from patchgen_training.skills.parts_sound import Signal, filtering, oscillator, output
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_values import frequencies, frequency, spread, times

MICROPHONE = ("the microphone", "the microphone input", "the mic", "the sound of the microphone", "the microphone signal", "my voice from the microphone", "the live input", "the audio input")
APPLIED = (
    ("[put] {x} on {s}", "[send] {s} through {x}", "[process] {s} with {x}", "[apply] {x} to {s}", "[add] {x} to {s}", "[take] {s} and [send] it through {x}", "[run] {s} through {x}", "[take] {s} and [apply] {x} to it", "[pass] {s} through {x}"),
    ("{x} for {s}", "{x} on {s}", "{x} applied to {s}", "{x} that processes {s}"), ("{s} -> {x}", "{x} on {s}", "{x} for {s}"),
)  # fmt: skip


def source(stage: Stage, live: float = 0.8) -> tuple[Signal, Fill]:
    """The microphone as a rule, or a steady tone."""
    draw = stage.draw
    if draw.chance(live):
        return stage.add("adc~ 1"), said(draw, *MICROPHONE)
    hertz = draw.one((110, 150, 200, 220, 300, 330, 440))
    return oscillator(stage, "sawtooth", argument=str(hertz)), lambda: draw.one((f"a {frequency(draw, hertz)} sawtooth wave", f"a sawtooth at {frequency(draw, hertz)}", f"a sawtooth wave of {frequency(draw, hertz)}", f"a saw oscillator at {frequency(draw, hertz)}"))


MIX = Knob("mix", ("mix", "dry/wet mix", "wet/dry balance", "balance of dry and wet", "dry/wet balance"), "", 0, 1, 0.5, ((0, 1),))
HALVES = Words(
    ("a mix of half dry and half wet", "dry and wet sound mixed half and half", "equal parts of dry and wet", "a 50/50 mix", "a 50 percent wet mix", "the original and the effect at equal levels"),
    ("dry and wet are mixed half and half", "the original and the effect are equally loud", "the mix is half dry, half wet", "it is 50% dry and 50% wet", "half of the original stays in the mix"),
    ("[mix] dry and wet half and half", "[blend] the original and the effect equally"), ("50/50 mix", "half dry half wet", "mix half and half"),
)  # fmt: skip
SHARED = Words(
    ("a mix of {w} wet and {d} dry", "{w} wet and {d} dry", "a wet share of {w} and a dry share of {d}"), ("the mix is {w} wet and {d} dry", "it is {w} wet and {d} dry"), ("[mix] {w} wet with {d} dry",), ("{w} wet {d} dry", "mix {w} wet"),
)  # fmt: skip
WET = Words(
    ("only the wet signal at the output", "no dry signal", "only the effect to be heard"), ("only the wet sound is heard", "the dry signal is left out", "no dry sound reaches the output"), ("[output] only the wet sound", "[leave] out the dry signal"), ("100% wet", "wet only"),
)  # fmt: skip


def mixed(stage: Stage, dry: Signal, wet: Signal, kind: str = "") -> Signal:
    """The original and the effect: half and half, other shares, a slider, only wet; unsaid, their sum."""
    draw = stage.draw
    kind = kind or draw.one(("half", "half", "half", "share", "slider", "slider", "wet", "unsaid", "unsaid"))
    if kind == "wet":
        stage.say(WET)
        stage.contrasts.append((dry, wet, is_changed))
        return wet
    if kind == "unsaid":
        total = stage.add("+~", dry, stage.into(1, wet))
    elif kind == "slider":
        box, _ = control(stage, MIX, ("slider",))
        loud = stage.add("*~", wet, stage.into(1, box))
        soft = stage.add("*~", dry, stage.into(1, stage.add("expr 1 - $f1", box)))
        total = stage.add("+~", soft, stage.into(1, loud))
        stage.probes.append((box, "0", is_changed))
    else:
        share = 0.5 if kind == "half" else draw.one((0.2, 0.25, 0.3, 0.4, 0.6, 0.7, 0.75, 0.8))
        rest = round(1 - share, 2)
        stage.say(HALVES if kind == "half" else SHARED, **({} if kind == "half" else {"w": said(draw, f"{share * 100:g}%", f"{share * 100:g} percent"), "d": said(draw, f"{rest * 100:g}%", f"{rest * 100:g} percent")}))
        loud, soft = stage.add(f"*~ {plain(share)}", wet), stage.add(f"*~ {plain(rest)}", dry)
        total = stage.add("+~", soft, stage.into(1, loud))
    stage.contrasts.append((dry, total, is_changed))
    return total


LFO = Knob("rate", ("LFO rate", "modulation rate", "rate", "speed of the modulation", "rate of the LFO", "modulation speed"), "Hz", 0, 10, 0.5, ((0, 10), (0.1, 5), (0, 5), (0.1, 10), (0, 2), (0.05, 3), (0.1, 2)), (0.3, 1, 2))
RATED = Words(
    ("an LFO at {f}", "a modulation rate of {f}", "a rate of {f}", "an LFO of {f} that moves the delay"), ("the LFO runs at {f}", "the modulation rate is {f}", "a sine LFO of {f} moves it", "it is modulated at {f}"), ("[modulate] it at {f}", "[use] an LFO of {f}"), ("LFO {f}", "rate {f}"),
)  # fmt: skip
RANGED = Words(
    ("a delay time that sweeps {r}", "a delay that moves {r}", "a modulated delay {r}", "a delay range {r}", "a delay time varying {r}"), ("the delay time moves {r}", "the delay sweeps {r}", "its delay time varies {r}", "the delay line is modulated {r}"),
    ("[sweep] the delay time {r}", "[modulate] the delay {r}", "[move] the delay time {r}"), ("delay {r}", "delay sweep {r}"),
)  # fmt: skip
FEEDBACK = Knob("feedback", ("feedback", "amount of feedback", "feedback gain", "feedback amount"), "", 0, 0.9, 0.5, ((0, 0.9), (0, 0.8), (0, 0.7), (0, 0.95)), (0.3, 0.4, 0.6))
FED = Words(
    ("a feedback of {g}", "{g} feedback", "feedback set to {g}"), ("the feedback is {g}", "{g} of the output is fed back", "it has a feedback of {g}"), ("[feed] {g} of the output back",), ("feedback {g}", "{g} feedback"),
)  # fmt: skip


def fed_back(stage: Stage, wet: Signal, line: int, gains: tuple[float, ...]) -> Signal:
    """The feedback of a delay line, said or on a slider."""
    if stage.draw.chance(0.4):
        amount, _ = control(stage, FEEDBACK, ("slider",))
        back = stage.add("*~", wet, stage.into(1, amount))
    else:
        gain = stage.draw.one(gains)
        stage.say(FED, g=said(stage.draw, plain(gain), f"{gain * 100:g}%", f"{gain * 100:g} percent", plain(gain)))
        back = stage.add(f"*~ {plain(gain)}", wet)
    stage.sketch.connect(back, line)
    return back


SWEPT = {
    "chorus": (("a chorus", "a chorus effect", "a simple chorus"), ((10, 30), (15, 25), (17, 23), (12, 28), (20, 30), (10, 20), (15, 35), (20, 40))),
    "flanger": (("a flanger", "a flanger effect", "a flanging effect"), ((1, 5), (2, 6), (1, 9), (1, 7), (3, 9), (2, 10), (0.5, 4.5))),
    "vibrato": (("a vibrato effect", "a pitch vibrato", "a delay-line vibrato"), ((5, 15), (8, 12), (7, 13), (4, 8), (5, 10))),
}  # fmt: skip


def swept(name: str) -> Skill:
    """A delay moved by an LFO: its range, rate, feedback and mix."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        dry, who = source(stage)
        nouns, spans = SWEPT[name]
        low, high = draw.one(spans)
        line = stage.add(f"delwrite~ {name} 100", dry)
        if draw.chance(0.65):
            lfo = stage.add("osc~", control(stage, LFO)[0]) if draw.chance(0.8) else stage.add("osc~", control(stage, LFO, ("slider",))[0])
        else:
            rate = draw.one((0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.8, 1, 2, 3, 5))
            stage.say(RATED, **frequencies(draw, f=rate))
            lfo = stage.add(f"osc~ {plain(rate)}")
        stage.say(RANGED, r=lambda: spread(draw, low, high, "ms"))
        deep = stage.add(f"*~ {plain((high - low) / 2)}", lfo)
        wet: Signal = stage.add(f"delread4~ {name}", stage.add(f"+~ {plain((high + low) / 2)}", deep))
        if name == "flanger" and draw.chance(0.6):
            fed_back(stage, wet, line, (0.3, 0.4, 0.5, 0.6, 0.7))
        output(stage, mixed(stage, dry, wet, "wet" if name == "vibrato" else ""), draw.one(("unsaid", "volume", "volume")))
        return finished(stage, Head(*APPLIED, {"x": said(draw, *nouns), "s": who}))

    return make


ECHO_TIME = Knob("time", ("delay time", "echo time", "delay time in ms", "time of the delay"), "ms", 10, 1000, 300, ((50, 500), (50, 1000), (10, 500), (100, 800), (100, 1000), (20, 600), (1, 500), (200, 1000)), (200, 250, 400, 500))
LATE = Words(
    ("a delay time of {t}", "a delay of {t}", "an echo time of {t}", "a {t_} delay"), ("the delay time is {t}", "the echo comes after {t}", "it is delayed by {t}", "the sound returns after {t}"), ("[delay] it by {t}", "[repeat] it after {t}"), ("{t} delay", "delay {t}"),
)  # fmt: skip


def echoes(feedback: bool) -> Skill:
    """A delay: its time, its feedback, its mix."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        dry, who = source(stage)
        line = stage.add("delwrite~ echo 1000" if feedback else "delwrite~ delay 1000", dry)
        name = "echo" if feedback else "delay"
        if draw.chance(0.55):
            tap: Signal = stage.add(f"delread~ {name}", control(stage, ECHO_TIME, ("slider",))[0])
        else:
            time = draw.one((80, 100, 120, 150, 180, 200, 250, 300, 350, 400, 500, 600))
            stage.say(LATE, **times(draw, t=time))
            tap = stage.add(f"delread~ {name} {time}")
        wet = fed_back(stage, tap, line, (0.3, 0.4, 0.5, 0.5, 0.6, 0.7)) if feedback else tap
        output(stage, mixed(stage, dry, wet), draw.one(("unsaid", "volume", "volume")))
        stage.seconds = 1.2
        nouns = ("an echo effect", "a delay effect with feedback", "a feedback delay", "an echo") if feedback else ("a delay", "a single echo", "a simple delay effect", "a delay line")
        return finished(stage, Head(*APPLIED, {"x": said(draw, *nouns), "s": who}))

    return make


RING = Knob("frequency", ("modulator frequency", "frequency of the modulator", "modulating frequency", "ring modulation frequency", "carrier frequency"), "Hz", 0, 1000, 200, ((10, 1000), (20, 500), (0, 1000), (50, 2000), (30, 800), (1, 500), (100, 1000)), (100, 300))
RINGS = Words(
    ("a modulator of {f}", "a modulating sine of {f}", "a {f} sine as the modulator"), ("the modulator is a sine of {f}", "it is multiplied by a sine of {f}", "the modulator runs at {f}"), ("[multiply] it by a {f} sine",), ("modulator {f}",),
)  # fmt: skip
DRIVE = Knob("drive", ("drive", "amount of drive", "input gain", "distortion amount", "drive amount"), "", 1, 50, 20, ((1, 20), (1, 50), (1, 100), (1, 30), (2, 40)), (5, 10))
CLIPPED = Words(
    ("a gain of {g} before the clipping", "an input gain of {g}", "a drive of {g}"), ("it is amplified {g} times before it is clipped", "the drive is {g}", "the gain before the clipping is {g}"), ("[amplify] it {g} times before the clipping",), ("drive {g}",),
)  # fmt: skip
SHAKE = Knob("rate", ("tremolo rate", "rate", "speed", "LFO rate", "rate of the tremolo"), "Hz", 0, 20, 5, ((0, 10), (0, 20), (1, 20), (1, 15), (0.5, 12), (1, 10)), (3, 4, 8))
DEPTH = Knob("depth", ("depth", "tremolo depth", "depth of the tremolo", "modulation depth"), "", 0, 1, 1, ((0, 1),), (0.5, 0.8))
DEEP = Words(("a depth of {d}", "a modulation depth of {d}"), ("the depth is {d}", "it has a depth of {d}"), ("[use] a depth of {d}",), ("depth {d}",))
SHAKEN = Words(("a rate of {f}", "an LFO of {f}", "a speed of {f}"), ("the rate is {f}", "the LFO runs at {f}", "it wobbles at {f}"), ("[modulate] the level at {f}",), ("{f}", "rate {f}"))


def ring(stage: Stage, dry: Signal) -> Signal:
    """Times a sine."""
    if stage.draw.chance(0.65):
        wave = stage.add("osc~", control(stage, RING, ("slider",))[0])
    else:
        hertz = stage.draw.one((30, 50, 80, 100, 150, 200, 250, 300, 400, 500, 700))
        stage.say(RINGS, **frequencies(stage.draw, f=hertz))
        wave = stage.add(f"osc~ {hertz}")
    return stage.add("*~", dry, stage.into(1, wave))


def clipping(stage: Stage, dry: Signal) -> Signal:
    """Amplified and cut."""
    if stage.draw.chance(0.65):
        loud = stage.add("*~", dry, stage.into(1, control(stage, DRIVE, ("slider",))[0]))
    else:
        gain = stage.draw.one((5, 8, 10, 15, 20, 25, 30, 40, 50))
        stage.say(CLIPPED, g=said(stage.draw, str(gain)))
        loud = stage.add(f"*~ {gain}", dry)
    return stage.add("clip~ -0.5 0.5", loud)


def shaking(stage: Stage, dry: Signal) -> Signal:
    """The level on an LFO with a depth."""
    draw = stage.draw
    if draw.chance(0.65):
        lfo = stage.add("osc~", control(stage, SHAKE, ("slider",))[0])
    else:
        rate = draw.one((2, 3, 4, 5, 6, 7, 8, 10, 12))
        stage.say(SHAKEN, **frequencies(draw, f=rate))
        lfo = stage.add(f"osc~ {rate}")
    unit = stage.add("+~ 0.5", stage.add("*~ 0.5", lfo))
    if draw.chance(0.35):
        return stage.add("*~", dry, stage.into(1, unit))
    if draw.chance(0.6):
        deep = stage.add("*~", unit, stage.into(1, control(stage, DEPTH, ("slider",))[0]))
    else:
        depth = draw.one((0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))
        stage.say(DEEP, d=said(draw, plain(depth), f"{depth * 100:g}%", f"{depth * 100:g} percent"))
        deep = stage.add(f"*~ {plain(depth)}", unit)
    return stage.add("*~", dry, stage.into(1, stage.add("expr~ 1 - $v1", deep)))


SIMPLE: dict[str, tuple[Callable[[Stage, Signal], Signal], tuple[str, ...]]] = {
    "ring": (ring, ("a ring modulator", "ring modulation", "a ring modulation effect")),
    "clipping": (clipping, ("a distortion", "distortion", "a distortion effect", "hard clipping distortion")),
    "shaking": (shaking, ("a tremolo", "a tremolo effect", "tremolo")),
}  # fmt: skip


def simple(name: str, must: str = "") -> Skill:
    """One effect, perhaps with a filter behind it or a mix, and a level."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        dry, who = source(stage, 0.75)
        build, nouns = SIMPLE[name]
        wet = build(stage, dry)
        stage.contrasts.append((dry, wet, is_changed))
        after = must or draw.one(("", "", "filter", "mix"))
        if after == "filter":
            wet = filtering(stage, wet, draw.one(("low", "low-control", "low-control", "high", "high-control")))
        if after == "mix" and name != "shaking":
            wet = mixed(stage, dry, wet, draw.one(("half", "share", "slider")))
        output(stage, wet, draw.one(("unsaid", "volume", "volume", "pan")))
        return finished(stage, Head(*APPLIED, {"x": said(draw, *nouns), "s": who}))

    return make


SIDES = Words(
    ("a delay of {a} on the left and {b} on the right", "{a} of delay on the left channel and {b} on the right channel", "a left delay of {a} and a right delay of {b}"), ("the left channel is delayed by {a} and the right one by {b}", "it comes after {a} on the left and after {b} on the right", "left repeats after {a}, right after {b}"),
    ("[delay] the left channel by {a} and the right one by {b}",), ("left {a}, right {b}", "L {a} / R {b}"),
)  # fmt: skip


def two_sides(draw: Draw) -> Example:
    """A delay of its own for each channel."""
    stage = Stage(draw)
    dry, who = source(stage)
    left, right = draw.some((100, 120, 150, 180, 200, 250, 300, 350, 375, 400, 450, 500), 2)
    stage.add("delwrite~ delay 1000", dry)
    stage.say(SIDES, **times(draw, a=left, b=right))
    taps = [stage.add(f"delread~ delay {time}") for time in (left, right)]
    sums = [stage.add("+~", dry, stage.into(1, tap)) for tap in taps]
    stage.contrasts += [(dry, total, is_changed) for total in sums]
    ends = [stage.add("*~ 0.2", total) for total in sums]
    stage.add("dac~", ends[0], stage.into(1, ends[1]))
    stage.seconds = 1.0
    return finished(stage, Head(*APPLIED, {"x": said(draw, "a stereo delay", "a stereo echo", "a left/right delay", "a two-sided delay"), "s": who}))


SKILLS: dict[str, Skill] = {
    **{name: swept(name) for name in SWEPT}, "echo": echoes(True), "delay": echoes(False), "ring": simple("ring"), "ring-mix": simple("ring", "mix"), "distortion": simple("clipping"), "distortion-filter": simple("clipping", "filter"), "tremolo": simple("shaking"), "tremolo-filter": simple("shaking", "filter"),
    "two-sides": two_sides,
}  # fmt: skip
CORE: tuple[str, ...] = ("chorus", "flanger", "echo", "delay", "ring", "distortion-filter", "tremolo")
