"""Skills: oscillators together or moving each other: detuned, beating, FM, AM, vibrato, pulse width, LFOs."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import RATES, TONES, hertz, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Step, level, moves, wobble
from patchgen_training.skills.expect_audio_time import (
    contains,
    every,
    has_pitch,
    left,
    right,
    sounds,
    varies,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
NAMES: dict[str, tuple[str, ...]] = {
    "sine": ("sine", "sine wave"), "sawtooth": ("sawtooth", "saw", "sawtooth wave"),
    "square": ("square wave", "square"), "triangle": ("triangle wave", "triangle"),
}  # fmt: skip
MIDDLE = tuple(tone for tone in TONES if 110 <= tone <= 880)
VIBRATO = tuple(rate for rate in RATES if 3 <= rate <= 10)


def detuned(draw: Draw) -> Example:
    """Two oscillators a few hertz apart."""
    scene = Scene(draw)
    name, base, gap = draw.one(tuple(WAVEFORMS)), draw.one(MIDDLE), draw.one((0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6))
    one, two = wave(scene, WAVEFORMS[name], plain(base)), wave(scene, WAVEFORMS[name], plain(base + gap))
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", one, scene.into(1, two))),)
    pair: Fill = lambda: draw.one((f"at {base} and {plain(base + gap)} Hz", f"at {hertz(draw, base)} and {hertz(draw, base + gap)}", f"at {hertz(draw, base)}, detuned by {hertz(draw, gap)}", f"around {hertz(draw, base)} with a detune of {hertz(draw, gap)}"))  # noqa: E731
    return finish(
        scene,
        ("plays two detuned {w} oscillators {p}", "mixes two {w}s {p}", "sums two {w} oscillators {p} to get a beating sound", "plays two slightly detuned {w}s {p}", "adds two {w} oscillators {p}"),
        ("two detuned {w} oscillators {p}", "a pair of {w}s {p}", "two {w} oscillators {p} beating against each other", "a fat detuned {w} sound with two oscillators {p}"),
        ("2 {w} oscillators {p}", "how do I detune two {w}s? {p}", "I want beating between two {w}s {p}"),
        check=played([], every(sounds(), lambda heard: wobble(heard) > 0.1), max(1.0, 1.1 / gap)),
        w=lambda: draw.one(NAMES[name]), p=pair,
    )  # fmt: skip


def detune_slider(draw: Draw) -> Example:
    """Two oscillators with a detune slider in hertz."""
    scene = Scene(draw)
    name, base = draw.one(tuple(WAVEFORMS)), draw.one(MIDDLE)
    control = scene.add('hsl 0 20 "detune" init:1')
    one = wave(scene, WAVEFORMS[name], plain(base))
    two = wave(scene, WAVEFORMS[name], "", scene.add(f"+ {base}", control))
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", one, scene.into(1, two))),)
    scene.steps.append(Step(control, "20", lambda before, after: wobble(after) > 0.2))
    return finish(
        scene,
        ("plays two {w} oscillators at {f} with a detune {knob}", "mixes two {w}s at {f}, the second one detuned by a {knob}", "lets me detune one of two {w} oscillators at {f} with a {knob}"),
        ("two {w} oscillators at {f} with a detune {knob}", "two {w}s at {f} and a {knob} to detune them"),
        ("2 {w}s at {f}, detune {knob}", "how do i detune two {w}s at {f} with a {knob}?"),
        w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, base),
    )  # fmt: skip


def two_tones(draw: Draw) -> Example:
    """Two fixed frequencies mixed, as in dial tones."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "triangle", "square", "sawtooth"))
    one, two = draw.some(MIDDLE, 2)
    mixed = scene.add("+~", wave(scene, WAVEFORMS[name], str(one)), scene.into(1, wave(scene, WAVEFORMS[name], str(two))))
    scene.signal = (scene.add("*~ 0.5", mixed),)
    pair: Fill = lambda: draw.one((f"{one} and {two} Hz", f"{hertz(draw, one)} and {hertz(draw, two)}", f"{one} Hz and {two} Hz"))  # noqa: E731
    return finish(
        scene,
        ("adds two {w}s of {p}", "plays two {w} tones at {p} together", "mixes {w} oscillators at {p}", "sums two {w}s ({p})", "plays an interval of two {w}s at {p}"),
        ("a mix of two {w}s at {p}", "two {w} oscillators at {p} mixed together", "the sum of two {w}s, {p}"),
        ("{w}s at {p} together", "how do i mix two {w}s of {p}?", "add two {w} oscillators, {p}"),
        check=played([], every(sounds(), contains(one, two, at_least=0.1)), 0.6), w=lambda: draw.one(NAMES[name]), p=pair,
    )  # fmt: skip


def two_sliders(draw: Draw) -> Example:
    """Two oscillators, each with its own frequency slider."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "sawtooth", "triangle", "square"))
    controls = [scene.add('hsl 50 2000 "frequency_1" init:440'), scene.add('hsl 50 2000 "frequency_2" init:660')]
    voices = [wave(scene, WAVEFORMS[name], "", control) for control in controls]
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", voices[0], scene.into(1, voices[1]))),)
    scene.steps += [Step(controls[0], "1500", moves, "440"), Step(controls[1], "200", moves, "660")]
    return finish(
        scene,
        ("plays two {w} oscillators, each with its own frequency {knob}", "mixes two {w}s with separate frequency {knob}s", "sums two {w} oscillators with adjustable frequencies"),
        ("two {w} oscillators with a frequency {knob} each", "two {w}s mixed together with separate frequency {knob}s", "a two oscillator {w} synth with two frequency {knob}s"),
        ("2 {w} oscillators, {knob} for each frequency", "how can I mix two {w}s and set each frequency with a {knob}?"), w=lambda: draw.one(NAMES[name]),
    )  # fmt: skip


def stereo_tones(draw: Draw) -> Example:
    """One tone in each ear."""
    scene = Scene(draw)
    name, base = draw.one(("sine", "sine", "triangle", "sawtooth")), draw.one(MIDDLE)
    binaural = draw.chance(0.5)
    other = base + draw.one((4, 5, 6, 7, 8, 10, 12)) if binaural else draw.one(tuple(tone for tone in MIDDLE if tone != base))
    scene.signal = (wave(scene, WAVEFORMS[name], str(base)), wave(scene, WAVEFORMS[name], str(other)))
    return finish(
        scene,
        (("plays binaural beats with {f} in the left and {g} in the right ear ({w}s)", "makes a binaural beat: a {w} of {f} on the left, {g} on the right") if binaural else ())
        + ("plays a {w} of {f} on the left and one of {g} on the right channel", "sends a {w} at {f} to the left speaker and a {w} at {g} to the right one", "outputs {f} left and {g} right as {w}s"),
        (("binaural beats with {w}s of {f} (left) and {g} (right)",) if binaural else ()) + ("a {w} at {f} on the left and a {w} at {g} on the right", "two {w}s in stereo, {f} left and {g} right"),
        ("left {f}, right {g}, {w}s", "how do i put a {w} of {f} in the left channel and {g} in the right?"),
        check=played([], every(left(has_pitch(base, 0.006)), right(has_pitch(other, 0.006))), 0.8), w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, base), g=lambda: hertz(draw, other),
    )  # fmt: skip


def octaves(draw: Draw) -> Example:
    """A tone with a sub oscillator an octave below, or one above."""
    scene = Scene(draw)
    name, base = draw.one(tuple(WAVEFORMS)), draw.one(tuple(tone for tone in TONES if 80 <= tone <= 500))
    below = draw.chance(0.7)
    other = base / 2 if below else base * 2
    voices = [wave(scene, WAVEFORMS[name], plain(base)), wave(scene, WAVEFORMS["sine" if below else name], plain(other))]
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", voices[0], scene.into(1, voices[1]))),)
    texts = (
        ("plays a {w} at {f} with a sub oscillator one octave below", "adds a sine sub oscillator an octave under a {f} {w}", "thickens a {f} {w} with a sub-oscillator"),
        ("a {w} at {f} with a sub oscillator", "a {f} {w} plus a sine an octave lower", "a {f} {w} with a sub osc one octave down"),
        ("{w} {f} + sub osc", "how do I add a sub oscillator to a {f} {w}?"),
    ) if below else (
        ("plays a {w} at {f} together with one an octave higher", "doubles a {f} {w} at the octave above", "adds the upper octave to a {w} at {f}"),
        ("a {w} at {f} doubled one octave up", "a {f} {w} plus the same an octave higher", "two {w}s an octave apart, the lower at {f}"),
        ("{w} {f} + octave up", "how do i double a {f} {w} an octave above?"),
    )  # fmt: skip
    return finish(scene, *texts, check=played([], every(sounds(), contains(base, other, at_least=0.02)), 0.6), w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, base))  # fmt: skip


def fm(draw: Draw) -> Example:
    """A sine whose frequency another sine moves: fixed numbers."""
    scene = Scene(draw)
    carrier, modulator, depth = draw.one(MIDDLE), draw.one((30, 50, 55, 70, 80, 90, 100, 110, 120, 150, 180, 200, 220, 250, 300, 330, 440)), draw.one((50, 80, 100, 120, 150, 200, 250, 300, 400, 500))
    bent = scene.add(f"*~ {depth}", scene.add(f"osc~ {modulator}"))
    scene.signal = (scene.add("osc~", scene.add(f"+~ {carrier}", bent)),)
    return finish(
        scene,
        ("does FM synthesis with a {c} carrier, a {m} modulator and a modulation depth of {d}", "frequency modulates a {c} sine with a {m} sine and a depth of {d}",
         "plays an FM sound: carrier {c}, modulator {m}, deviation {d}", "modulates the frequency of a {c} oscillator by plus and minus {d} at {m}"),
        ("an FM synth with a carrier of {c}, a modulator of {m} and a depth of {d}", "simple frequency modulation, {c} carrier, {m} modulator, index {d}", "an FM tone with carrier {c}, modulator {m}, depth {d}"),
        ("fm: carrier {c}, mod {m}, depth {d}", "how do I do FM with carrier {c}, modulator {m} and depth {d}?"),
        check=played([], every(sounds(), contains(carrier + modulator, at_least=0.004)), 0.6), c=lambda: hertz(draw, carrier), m=lambda: hertz(draw, modulator), d=lambda: hertz(draw, depth),
    )  # fmt: skip


def fm_sliders(draw: Draw) -> Example:
    """FM with sliders for carrier, modulator and depth, or only some of them."""
    scene = Scene(draw)
    chosen = draw.one((("carrier", "modulator", "depth"), ("carrier", "modulator", "depth"), ("modulator", "depth"), ("depth",)))
    carrier, modulator, depth = (440 if "carrier" in chosen else draw.one(MIDDLE)), (110 if "modulator" in chosen else draw.one((55, 80, 100, 150, 220, 300))), 200
    bodies = {"carrier": 'hsl 50 2000 "carrier" init:440', "modulator": 'hsl 0 1000 "modulator" init:110', "depth": 'hsl 0 1000 "depth" init:200'}
    controls: dict[str, Handle] = {}

    def control(name: str) -> Handle:
        return controls.setdefault(name, scene.add(bodies[name]))

    source = scene.add("osc~", control("modulator")) if "modulator" in chosen else scene.add(f"osc~ {modulator}")
    bent = scene.add("*~", source, scene.into(1, control("depth")))
    total = scene.add("+~", bent, scene.into(1, control("carrier"))) if "carrier" in chosen else scene.add(f"+~ {carrier}", bent)
    scene.signal = (scene.add("osc~", total),)
    tries = {"carrier": ("900", "440"), "modulator": ("600", "110"), "depth": ("0", str(depth))}
    scene.steps += [Step(controls[name], tries[name][0], moves, tries[name][1]) for name in chosen]
    listed = {3: "carrier frequency, modulator frequency and modulation depth", 2: "modulator frequency and depth", 1: "modulation depth"}[len(chosen)]
    fixed = "" if len(chosen) == 3 else f" on a {plain(carrier)} Hz carrier" if len(chosen) == 2 else f" of a {plain(carrier)} Hz carrier by a {modulator} Hz modulator"
    plural = "s" if len(chosen) > 1 else ""
    one = "" if plural else "a "
    return finish(
        scene,
        (f"does FM synthesis{fixed} with {one}{{knob}}{plural} for {listed}", f"is an FM synth{fixed} with adjustable {listed}", f"plays frequency modulation{fixed} and has {one}{{knob}}{plural} for the {listed}"),
        (f"an FM synthesizer{fixed} with {one}{{knob}}{plural} for {listed}", f"frequency modulation{fixed} with {listed} control", f"an FM synth{fixed} with adjustable {listed}"),
        (f"fm synth{fixed}, {{knob}}{plural}: {listed}", f"how do I build FM{fixed} with {one}{{knob}}{plural} for {listed}?"),
    )  # fmt: skip


def am(draw: Draw) -> Example:
    """A sine whose level another one moves."""
    scene = Scene(draw)
    name, carrier, modulator = draw.one(tuple(WAVEFORMS)), draw.one(MIDDLE), draw.one((15, 20, 25, 30, 35, 40, 50, 55, 60, 70, 80, 90, 100))
    tone = wave(scene, WAVEFORMS[name], str(carrier))
    slow = scene.add("+~ 0.5", scene.add("*~ 0.5", scene.add(f"osc~ {modulator}")))
    scene.signal = (scene.add("*~", tone, scene.into(1, slow)),)
    return finish(
        scene,
        ("does amplitude modulation of a {c} {w} at {m}", "amplitude modulates a {c} {w} with a {m} sine", "plays an AM tone: {w} carrier at {c}, modulator at {m}", "uses AM synthesis with a {w} carrier of {c} and a modulator of {m}"),
        ("amplitude modulation with a {w} carrier at {c} and a modulator at {m}", "an AM synth ({w} carrier {c}, modulator {m})", "a {c} {w} amplitude modulated at {m}"),
        ("am: {w} carrier {c}, mod {m}", "how do i amplitude modulate a {c} {w} at {m}?"),
        check=played([], every(sounds(), contains(carrier, carrier + modulator, carrier - modulator, at_least=0.01, width=4)), 1.0),
        w=lambda: draw.one(NAMES[name]), c=lambda: hertz(draw, carrier), m=lambda: hertz(draw, modulator),
    )  # fmt: skip


def vibrato(draw: Draw) -> Example:
    """A tone whose pitch wobbles: numbers, or sliders for rate and depth."""
    scene = Scene(draw)
    name, base = draw.one(tuple(WAVEFORMS)), draw.one(MIDDLE)
    kind = draw.one(("fixed", "fixed", "unsaid", "sliders"))
    rate, depth = (draw.one(VIBRATO), draw.one((3, 4, 6, 8, 10, 12, 15, 20, 25, 30))) if kind == "fixed" else (5, 5)
    if kind == "sliders":
        controls = [scene.add('hsl 0 20 "rate" init:5'), scene.add('hsl 0 50 "depth" init:5')]
        swing = scene.add("*~", scene.add("osc~", controls[0]), scene.into(1, controls[1]))
        scene.steps.append(Step(controls[1], "50", moves, "5"))
    else:
        swing = scene.add(f"*~ {plain(depth)}", scene.add(f"osc~ {plain(rate)}"))
    scene.signal = (wave(scene, WAVEFORMS[name], "", scene.add(f"+~ {base}", swing)),)
    with_: Fill = {
        "fixed": lambda: draw.one((f"at a rate of {hertz(draw, rate)} and a depth of {hertz(draw, depth)}", f"of {hertz(draw, rate)} and +-{plain(depth)} Hz", f"({hertz(draw, rate)}, {plain(depth)} Hz deep)")),
        "unsaid": lambda: "", "sliders": lambda: draw.one(("with rate and depth sliders", "with adjustable rate and depth", "whose rate and depth are set by sliders")),
    }[kind]  # fmt: skip
    check = None if kind == "sliders" else played([], every(sounds(), contains(base, at_least=0.0005), lambda heard: level(heard) > 0.003), 0.8)
    return finish(
        scene,
        ("plays a {f} {w} with vibrato {v}", "adds vibrato {v} to a {w} at {f}", "makes the pitch of a {f} {w} wobble {v}" if kind != "unsaid" else "makes the pitch of a {f} {w} wobble", "generates a {w} at {f} and applies vibrato {v}"),
        ("a {f} {w} with vibrato {v}", "a {w} at {f} with vibrato {v}", "vibrato {v} on a {f} {w}"),
        ("{w} {f}, vibrato {v}", "how do I add vibrato {v} to a {f} {w}?"), check=check, w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, base), v=with_,
    )  # fmt: skip


def pulse(draw: Draw) -> Example:
    """A pulse wave: its width fixed, on a slider, or moved by an LFO."""
    scene = Scene(draw)
    base, kind = draw.one(MIDDLE), draw.one(("fixed", "slider", "lfo"))
    ramp = scene.add(f"phasor~ {base}")
    texts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    if kind == "fixed":
        width = draw.one((0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.6, 0.7, 0.75, 0.8))
        handle = scene.add(f"expr~ {plain(width)} > $v1", ramp)
        texts = (
            ("generates a {f} pulse wave with a duty cycle of {d}", "plays a pulse wave at {f} with a pulse width of {d}", "creates a rectangular wave of {f} with {d} duty cycle"),
            ("a {f} pulse wave with a width of {d}", "a pulse oscillator at {f} with a {d} duty cycle", "a rectangular wave at {f}, duty cycle {d}"),
            ("pulse wave {f} width {d}", "how do I make a pulse wave at {f} with {d} duty cycle?"),
        )  # fmt: skip
        values: dict[str, Fill] = {"d": lambda: draw.one((plain(width), f"{plain(width * 100)}%", f"{plain(width * 100)} percent"))}
    elif kind == "slider":
        control = scene.add('hsl 0 1 "width" init:0.5')
        handle = scene.add("expr~ $f2 > $v1", ramp, scene.into(1, control))
        scene.steps.append(Step(control, "0.05", moves, "0.5"))
        texts = (
            ("generates a {f} pulse wave with adjustable pulse width", "plays a pulse wave at {f} with a width {knob}", "creates a {f} pulse wave whose duty cycle is set by a {knob}"),
            ("a {f} pulse wave with a pulse width {knob}", "a pulse oscillator at {f} with an adjustable duty cycle", "a {f} PWM oscillator with a {knob} for the width"),
            ("pulse wave {f}, width {knob}", "how do i change the pulse width of a {f} wave with a {knob}?"),
        )  # fmt: skip
        values = {}
    else:
        rate = draw.one((0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.8, 1, 1.5, 2, 3))
        lfo = scene.add("+~ 0.5", scene.add("*~ 0.4", scene.add(f"osc~ {plain(rate)}")))
        handle = scene.add("expr~ $v2 > $v1", ramp, scene.into(1, lfo))
        texts = (
            ("does pulse width modulation of a {f} wave at {r}", "plays a {f} pulse wave whose width is modulated by a {r} LFO", "moves the pulse width of a {f} wave with an LFO at {r}"),
            ("PWM on a {f} pulse wave with a {r} LFO", "a {f} pulse wave with pulse width modulation at {r}", "a pulse oscillator at {f} with its width modulated at {r}"),
            ("pwm {f}, lfo {r}", "how do I get PWM at {r} on a {f} wave?"),
        )  # fmt: skip
        values = {"r": lambda: hertz(draw, rate)}
    scene.signal = (scene.add("-~ 0.5", handle),)
    check = None if kind == "slider" else played([], every(sounds(), contains(base, at_least=0.02)), 0.6)
    return finish(scene, *texts, check=check, f=lambda: hertz(draw, base), values=values)


LFOS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "sine": ("osc~", (), ("sine", "sinusoidal")), "triangle": ("phasor~", ("expr~ abs($v1 - 0.5) * 4 - 1",), ("triangle", "triangular")),
    "ramp": ("phasor~", ("expr~ $v1 * 2 - 1",), ("sawtooth", "ramp")), "square": ("phasor~", ("expr~ ($v1 > 0.5) * 2 - 1",), ("square", "square wave")),
    "random": ("phasor~", (), ("random", "sample and hold", "stepped random")),
}  # fmt: skip


def low_frequency(scene: Scene, shape: str, rate: float) -> Handle:
    """A slow oscillator between -1 and 1."""
    body, more, _ = LFOS[shape]
    handle = scene.add(f"{body} {plain(rate)}")
    if shape == "random":
        return scene.add("samphold~", scene.add("noise~"), scene.into(1, handle))
    for extra in more:
        handle = scene.add(extra, handle)
    return handle


def lfo_pitch(draw: Draw) -> Example:
    """An LFO of some shape on the pitch."""
    scene = Scene(draw)
    shape, name = draw.one(tuple(LFOS)), draw.one(tuple(WAVEFORMS))
    base, depth, rate = draw.one(tuple(tone for tone in MIDDLE if tone >= 200)), draw.one((50, 80, 100, 120, 150)), draw.one((1, 1.5, 2, 3, 4, 5, 6, 8))
    swing = scene.add(f"*~ {depth}", low_frequency(scene, shape, rate))
    scene.signal = (wave(scene, WAVEFORMS[name], "", scene.add(f"+~ {base}", swing)),)
    return finish(
        scene,
        ("modulates the pitch of a {w} around {f} by {d} with a {s} LFO at {r}", "uses a {s} LFO of {r} to move the frequency of a {w} {d} around {f}", "plays a {w} at {f} whose pitch follows a {r} {s} LFO, {d} deep"),
        ("a {w} at {f} with a {s} LFO on the pitch ({r}, {d} deep)", "a {s} LFO at {r} moving the pitch of a {f} {w} by {d}", "a {r} {s} LFO modulating the frequency of a {w} by {d} around {f}"),
        ("{s} lfo {r} on {w} pitch {f} +-{d}", "how can I use a {s} LFO at {r} on the pitch of a {f} {w}? depth {d}"),
        check=played([], every(sounds(), varies(0.02 if shape != "random" else 0.005)), max(2.2, 4 / rate)), w=lambda: draw.one(NAMES[name]), s=lambda: draw.one(LFOS[shape][2]),
        f=lambda: hertz(draw, base), d=lambda: hertz(draw, depth), r=lambda: hertz(draw, rate),
    )  # fmt: skip


def lfo_filter(draw: Draw) -> Example:
    """An LFO of some shape on the cutoff of a resonant low-pass."""
    scene = Scene(draw)
    shape, name = draw.one(tuple(LFOS)), draw.one(("sawtooth", "square", "noise", "noise"))
    base = draw.one((55, 73, 82, 98, 110, 131, 147, 165, 196, 220))
    centre, depth, rate = draw.one((1000, 1200, 1500, 1800, 2000)), draw.one((500, 600, 700, 800, 900)), draw.one((0.5, 1, 1.5, 2, 3, 4, 5, 6))
    sound = scene.add("noise~") if name == "noise" else wave(scene, WAVEFORMS[name], str(base))
    cutoff = scene.add(f"+~ {centre}", scene.add(f"*~ {depth}", low_frequency(scene, shape, rate)))
    scene.signal = (scene.sketch.out(scene.add("vcf~ 3", sound, scene.into(1, cutoff)), 1),)
    noun: Fill = (lambda: "white noise") if name == "noise" else (lambda: f"a {hertz(draw, base)} {draw.one(NAMES[name])}")
    return finish(
        scene,
        ("sweeps a resonant low-pass on {n} with a {s} LFO at {r} from {l} to {h}", "filters {n} with a low-pass whose cutoff is moved between {l} and {h} by a {r} {s} LFO", "modulates the cutoff of a low-pass filter on {n} with a {s} LFO ({r}, {l} to {h})"),
        ("{n} through a low-pass modulated by a {s} LFO at {r} between {l} and {h}", "a {s} filter LFO at {r} on {n}, cutoff {l} to {h}", "a resonant low-pass on {n} swept from {l} to {h} by a {s} LFO at {r}"),
        ("{s} lfo {r} on the cutoff ({l}-{h}) of {n}", "how do i move the cutoff between {l} and {h} with a {s} LFO at {r} on {n}?"),
        check=played([], every(sounds(0.002), varies(0.04 if shape != "random" else 0.01)), max(2.2, 4 / rate)), n=noun, s=lambda: draw.one(LFOS[shape][2]), r=lambda: hertz(draw, rate),
        l=lambda: hertz(draw, centre - depth), h=lambda: hertz(draw, centre + depth),
    )  # fmt: skip


def lfo_level(draw: Draw) -> Example:
    """An LFO of some shape between 0 and 1 on the level of a tone."""
    scene = Scene(draw)
    shape, name = draw.one(("triangle", "ramp", "square")), draw.one(tuple(WAVEFORMS))
    base, rate = draw.one(MIDDLE), draw.one((1, 1.5, 2, 2.5, 3, 4, 5, 6, 8))
    body = {"triangle": "expr~ abs($v1 - 0.5) * 2", "ramp": "", "square": "expr~ $v1 > 0.5"}[shape]
    gain = scene.add(f"phasor~ {plain(rate)}")
    gain = scene.add(body, gain) if body else gain
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[name], str(base)), scene.into(1, gain)),)
    return finish(
        scene,
        ("modulates the volume of a {f} {w} with a {s} LFO at {r}", "uses a {r} {s} LFO on the amplitude of a {w} at {f}", "chops a {f} {w} with a {s} wave at {r}" if shape == "square" else "moves the level of a {f} {w} with a {r} {s} wave"),
        ("a {f} {w} with a {s} LFO at {r} on its volume", "a {s} tremolo at {r} on a {f} {w}", "a {w} at {f} gated by a {r} {s} wave" if shape == "square" else "a {w} at {f} with a {r} {s} amplitude LFO"),
        ("{w} {f}, {s} lfo {r} on volume", "how do I use a {s} LFO of {r} on the volume of a {f} {w}?"),
        check=played([], every(sounds(), lambda heard: wobble(heard) > 0.3), 1.1), w=lambda: draw.one(NAMES[name]), s=lambda: draw.one(LFOS[shape][2]), f=lambda: hertz(draw, base), r=lambda: hertz(draw, rate),
    )  # fmt: skip


def random_pitch(draw: Draw) -> Example:
    """Sample and hold: a new random frequency some times a second."""
    scene = Scene(draw)
    name, rate, centre, depth = draw.one(tuple(WAVEFORMS)), draw.one((2, 3, 4, 5, 6, 7, 8, 10, 12)), draw.one((400, 500, 600, 800)), draw.one((200, 250, 300, 350))
    held = scene.add("samphold~", scene.add("noise~"), scene.into(1, scene.add(f"phasor~ {rate}")))
    pitch = scene.add(f"+~ {centre}", scene.add(f"*~ {depth}", held))
    scene.signal = (wave(scene, WAVEFORMS[name], "", pitch),)
    return finish(
        scene,
        ("plays a {w} whose frequency jumps randomly between {l} and {h}, {r} times a second, with sample and hold", "uses samphold~ and noise to give a {w} a new random pitch from {l} to {h} at {r} Hz",
         "makes random bleeps with a {w}: sample and hold at {r} Hz, pitches between {l} and {h}"),
        ("a {w} with random sample and hold pitches from {l} to {h} at {r} Hz", "a sample and hold {w} bleeping {r} times per second between {l} and {h}"),
        ("sample and hold {w}, {l}-{h}, {r} Hz", "how do I make random robot bleeps between {l} and {h} with a {w}, {r} per second?"),
        check=played([], every(sounds(), varies(0.05)), 2.2), w=lambda: draw.one(NAMES[name]), r=lambda: str(rate), l=lambda: hertz(draw, centre - depth), h=lambda: hertz(draw, centre + depth),
    )  # fmt: skip


def clicks(draw: Draw) -> Example:
    """A train of single-sample clicks: the jump of a phasor."""
    scene = Scene(draw)
    slider, rate = draw.chance(0.4), draw.one((2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100))
    control = scene.add('hsl 1 100 "rate" init:10') if slider else None
    ramp = scene.add("phasor~", control) if control else scene.add(f"phasor~ {rate}")
    scene.signal = (scene.add("hip~ 5000", ramp),)
    if control:
        scene.steps.append(Step(control, "90", lambda before, after: level(after) > 1.5 * level(before), "10"))
        texts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] = (
            ("generates a click train with adjustable rate", "plays a train of impulses with a rate {knob}", "makes clicks at a rate set by a {knob}"),
            ("an impulse train with a rate {knob}", "a click train with adjustable rate", "a click generator with a {knob} for the rate"),
            ("click train, rate {knob}", "how do i make clicks whose rate I can change with a {knob}?"),
        )  # fmt: skip
    else:
        texts = (
            ("generates a click train at {r}", "plays {n} impulses per second", "makes a train of clicks at {r}", "outputs an impulse train of {r}"),
            ("an impulse train at {r}", "a click train of {n} clicks per second", "a {r} click generator"),
            ("click train {r}", "how do I make an impulse train at {r}?"),
        )  # fmt: skip
    check = None if slider else played([], lambda heard: level(heard) > 1e-4 and abs(heard).max() > 0.03, 1.1)
    return finish(scene, *texts, levels=("volume",), check=check, r=lambda: hertz(draw, rate), n=lambda: str(rate))


SKILLS: dict[str, Skill] = widened({
    "detuned": detuned, "detune-slider": detune_slider, "two-tones": two_tones, "two-frequency-sliders": two_sliders, "stereo-tones": stereo_tones,
    "octaves": octaves, "fm": fm, "fm-sliders": fm_sliders, "am": am, "vibrato": vibrato, "pulse": pulse, "lfo-pitch": lfo_pitch,
    "lfo-filter": lfo_filter, "lfo-level": lfo_level, "random-pitch": random_pitch, "click-train": clicks,
})  # fmt: skip
