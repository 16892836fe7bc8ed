"""Skills: measuring sound: level meters, thresholds, snapshots, pitch counting, converting signals to numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_scene import Scene, wordings
from patchgen_training.skills.audio_sources import NOISES, coloured
from patchgen_training.skills.audio_units import TONES, hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import prints, shows
from patchgen_training.skills.expect_audio import Trial, level, render, sound
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Holds = Callable[[Observation], bool]
POLLS = (50, 100, 200, 250, 300, 500)


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: the signal, its words, and the decibels that [env~] must show."""

    signal: Handle
    nouns: tuple[str, ...]
    decibels: float
    """0 where it is the microphone, which is silent here."""


def measured(scene: Scene, microphone: float = 0.5) -> Measured:
    """The microphone, or a sine of a given amplitude."""
    draw = scene.draw
    if draw.chance(microphone):
        live = ("the microphone", "the microphone input", "my mic", "the audio input", "the incoming sound", "live input")
        return Measured(scene.add("adc~ 1"), live, 0)
    if draw.chance(0.3):
        kind = draw.one(("white", "pink"))
        return Measured(coloured(scene, NOISES[kind]), (f"{kind} noise",), {"white": 95.2, "pink": 88.0}[kind])
    frequency, amplitude = draw.one(tuple(tone for tone in TONES if tone >= 100)), draw.one((0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8))
    handle = scene.add(f"*~ {plain(amplitude)}", scene.add(f"osc~ {frequency}"))
    nouns = tuple(f"a {hertz(draw, frequency)} {name} {how} {plain(amplitude)}" for name in ("sine", "sine wave") for how in ("with an amplitude of", "at a level of", "scaled by"))
    return Measured(handle, nouns, 100 + 20 * math.log10(amplitude / math.sqrt(2)))


def seen(
    scene: Scene, does: Sequence[str], nouns: Sequence[str], asks: Sequence[str], *, watch: Sequence[Handle] = (), feeds: Sequence[Feed] = (),
    holds: Holds, seconds: float = 0.5, **values: Fill,
) -> Example:  # fmt: skip
    """An example that is judged by what its boxes show."""
    words = wordings(scene.draw, does, nouns, asks, dict(values), None)
    return Example(words, scene.sketch.text(), holds, feeds, watch, seconds)


def spoke(box: Handle) -> Holds:
    """A box put something out."""
    return lambda observation: bool(observation.values(box - 1))


def near(box: Handle, value: float, tolerance: float) -> Holds:
    """The last number a box showed is within a tolerance."""

    def check(observation: Observation) -> bool:
        last = observation.last(box - 1)
        return isinstance(last, float) and abs(last - value) <= tolerance

    return check


def level_number(draw: Draw) -> Example:
    """The level in decibels in a number box: [env~]'s 100 is full scale."""
    scene = Scene(draw)
    kind = draw.one(("number", "print", "full-scale"))
    source = measured(scene)
    reading = scene.add("env~", source.signal)
    texts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    if kind == "print":
        shown = reading
        scene.add("print", reading)
        texts = (
            ("measures the level of {s} in dB and prints it", "prints the loudness of {s} in decibels", "follows the amplitude of {s} with env~ and prints it"),
            ("a level meter for {s} that prints decibels", "a printout of the level of {s} in dB"), ("print the dB level of {s}", "how can I print how loud {s} is?"),
        )  # fmt: skip
    else:
        if kind == "full-scale":
            reading = scene.add("- 100", reading)
        shown = scene.add("number", reading)
        extra = " relative to full scale" if kind == "full-scale" else ""
        texts = (
            ("measures the level of {s} in decibels" + extra + " and shows it in a number box", "shows how loud {s} is in dB" + extra, "displays the amplitude of {s} in dB" + extra + " in a number box", "follows the loudness of {s} and displays it in decibels" + extra),
            ("a level meter for {s} in dB" + extra, "a number box that shows the volume of {s} in decibels" + extra, "an envelope follower on {s} with a dB readout" + extra, "a dB display" + extra + " for {s}"),
            ("dB meter for {s}" + extra, "how do I measure the loudness of {s} in dB" + extra + "?", "show me the level of {s} in decibels" + extra),
        )  # fmt: skip
    target = source.decibels - (100 if kind == "full-scale" else 0)
    return seen(scene, *texts, watch=[shown], holds=near(shown, target, 2.0), s=lambda: draw.one(source.nouns))


def vu_meter(draw: Draw) -> Example:
    """The VU meter of Pd."""
    scene = Scene(draw)
    source = measured(scene)
    shifted = scene.add("- 100", scene.add("env~", source.signal))
    scene.add("vu", shifted)
    return seen(
        scene,
        ("shows the level of {s} on a VU meter", "displays the volume of {s} with a vu", "connects {s} to a VU meter", "monitors the level of {s} on a VU meter"),
        ("a VU meter for {s}", "a VU level display of {s}", "a vu meter that follows {s}"), ("vu meter for {s}", "how do i put a VU meter on {s}?", "{s} -> vu"),
        watch=[shifted], holds=near(shifted, source.decibels - 100, 2.0), s=lambda: draw.one(source.nouns),
    )  # fmt: skip


def amplitude(draw: Draw) -> Example:
    """The linear level, 0 to 1, on a slider or in a number box."""
    scene = Scene(draw)
    source = measured(scene)
    boxed = draw.chance(0.6)
    linear = scene.add("dbtorms", scene.add("env~", source.signal))
    shown = scene.add("number" if boxed else 'hsl 0 1 "level"', linear)
    where = "in a number box" if boxed else "on a slider"
    return seen(
        scene,
        (f"shows the amplitude of {{s}} from 0 to 1 {where}", f"follows the envelope of {{s}} and displays it as a linear value {where}", f"converts the level of {{s}} from dB to rms and shows it {where}"),
        (f"a linear amplitude meter for {{s}} {where}", f"an envelope follower for {{s}} showing 0 to 1 {where}"), (f"linear level of {{s}} {where}", f"how do I show the rms amplitude of {{s}} {where}?"),
        watch=[shown], holds=near(shown, 10 ** ((source.decibels - 100) / 20) if source.decibels else 0, 0.1), s=lambda: draw.one(source.nouns),
    )  # fmt: skip


def threshold(draw: Draw) -> Example:
    """A toggle that is on, or a bang that comes, when the level passes a threshold."""
    scene = Scene(draw)
    limit, banging = draw.one((50, 55, 60, 65, 70, 75, 80, 85)), draw.chance(0.4)
    microphone = scene.add("adc~ 1")
    above = scene.add(f"> {limit}", scene.add("env~", microphone))
    if banging:
        shown = scene.add("bng", scene.add("sel 1", scene.add("change", above)))
        texts = (
            ("sends a bang when the microphone gets louder than {d} dB", "bangs when the level of the mic input rises above {d} dB", "detects sounds over {d} dB at the microphone and fires a bang", "triggers a button when the input is louder than {d} decibels"),
            ("a bang when the mic passes {d} dB", "an onset detector on the microphone with a threshold of {d} dB", "a clap detector that bangs above {d} dB"), ("mic louder than {d} dB -> bang", "how do I get a bang when the mic is louder than {d} dB?"),
        )  # fmt: skip
    else:
        shown = scene.add("tgl", above)
        texts = (
            ("turns on a toggle when the microphone is louder than {d} dB", "lights a toggle while the input level is above {d} dB", "checks whether the mic is louder than {d} dB and shows it on a toggle", "has a toggle that is on when the sound at the microphone exceeds {d} decibels"),
            ("a toggle that is on while the mic is above {d} dB", "a noise detector with a threshold of {d} dB and a toggle", "a loudness threshold of {d} dB on the microphone, shown by a toggle"), ("mic over {d} dB -> toggle", "how can a toggle show that the mic is louder than {d} dB?"),
        )  # fmt: skip
    text = scene.sketch.text()
    loud = text.replace("1 adc~ 1", "1 noise~")

    def holds(observation: Observation) -> bool:
        # Headless Pd hears nothing; noise in place of the microphone must pass the threshold.
        return not any(v.atoms[0] == 1.0 for v in observation.values(above - 1)) and passes(loud, above)

    return seen(scene, *texts, watch=[above, shown], holds=holds, d=lambda: str(limit))


def passes(text: str, box: Handle) -> bool:
    """Whether a comparison gives 1 in another patch."""
    from patchgen.domains.patch.codec import decode
    from patchgen.headless.engine import find_pd
    from patchgen.headless.probe import observe

    return observe(decode(text), watch=[box - 1], seconds=0.3, pd=find_pd()).last(box - 1) == 1.0


def snapshot(draw: Draw) -> Example:
    """A signal's value now, at a button or some times a second."""
    scene = Scene(draw)
    period, rate, button = draw.one(POLLS), draw.one((0.1, 0.2, 0.25, 0.5, 1, 2)), draw.chance(0.5)
    printed = draw.chance(0.4)
    value = draw.one((0.25, 0.5, 0.75, 3, 12, 42, 100, 440))
    constant = draw.chance(0.4)
    trigger = scene.add("bng") if button else scene.add(f"metro {period}", scene.add('tgl "on"'))
    source = scene.add(f"sig~ {plain(value)}") if constant else scene.add(f"osc~ {plain(rate)}")
    taken = scene.add("snapshot~", source, trigger)
    if printed:
        scene.add("print", taken)
    else:
        scene.add("number", taken)
    control = 1
    what: Fill = (lambda: draw.one((f"a constant signal of {plain(value)}", f"a sig~ of {plain(value)}"))) if constant else (lambda: draw.one((f"a {hertz(draw, rate)} sine LFO", f"an oscillator at {hertz(draw, rate)}", f"a slow {hertz(draw, rate)} sine")))
    when: Fill = (lambda: draw.one(("when a button is pressed", "on a bang", "each time I click a button"))) if button else (lambda: draw.one((f"every {span(draw, period)} while a toggle is on", f"every {span(draw, period)}, switched by a toggle")))
    where = "prints" if printed else "shows"
    into = "" if printed else " in a number box"
    feeds = [Feed(100, control, "bang" if button else "1")]
    holds: Holds = shows(taken, value) if constant else spoke(taken)
    return seen(
        scene,
        (f"takes a snapshot of {{s}} {{w}} and {where} it{into}", f"samples {{s}} with snapshot~ {{w}} and {where} the value{into}", f"reads the current value of {{s}} {{w}} and {where} it{into}"),
        (f"a snapshot~ of {{s}} that {where} the value{into} {{w}}", f"a probe that {where} the value of {{s}}{into} {{w}}"), (f"snapshot of {{s}} {{w}}, {where.removesuffix('s')} it{into}", f"how do I read the value of {{s}} {{w}} and {where.removesuffix('s')} it{into}?"),
        watch=[taken], feeds=feeds, holds=holds, seconds=0.8, s=what, w=when,
    )  # fmt: skip


def counter(draw: Draw) -> Example:
    """A pitch detector that counts zero crossings, in hertz."""
    scene = Scene(draw)
    frequency, period = draw.one(tuple(tone for tone in TONES if 150 <= tone <= 1500)), draw.one(POLLS)
    live = draw.chance(0.5)
    source = scene.add("adc~ 1") if live else scene.add(f"osc~ {frequency}")
    crossing = scene.add("fexpr~ $x1[0] > 0 && $x1[-1] <= 0", source)
    smooth = scene.add("*~ 44100", scene.add("lop~ 3", crossing))
    reading = scene.add("snapshot~", smooth, scene.add(f"metro {period}", scene.add('tgl "on"')))
    scene.add('number "Hz"', reading)
    toggle = smooth + 1
    text = scene.sketch.text()

    def holds(observation: Observation) -> bool:
        if not live:
            return near(reading, frequency, 0.06 * frequency + 5)(observation)
        from patchgen.domains.patch.codec import decode
        from patchgen.headless.engine import find_pd
        from patchgen.headless.probe import observe

        twin = decode(text.replace("1 adc~ 1", "1 osc~ 440"))
        return near(reading, 440, 30)(observe(twin, feeds=[Feed(100, toggle - 1, "1")], watch=[reading - 1], seconds=1.2, pd=find_pd()))

    noun: Fill = (lambda: draw.one(("the microphone", "the mic input", "live input", "an incoming sound"))) if live else (lambda: f"a {hertz(draw, frequency)} sine")
    return seen(
        scene,
        ("detects the pitch of {s} in Hz by counting zero crossings and shows it every {t}", "measures the frequency of {s} and displays it in a number box every {t}, with a toggle to start", "estimates the fundamental frequency of {s} from its zero crossings, updated every {t}"),
        ("a pitch detector for {s} that counts zero crossings, updated every {t}", "a frequency counter for {s} with a number box, every {t}", "a simple tuner showing the frequency of {s} every {t}"),
        ("pitch detect {s}, number box, every {t}", "how do I measure the pitch of {s} in Hz? update every {t}"),
        watch=[reading], feeds=[Feed(100, toggle, "1")], holds=holds, seconds=1.2, s=noun, t=lambda: span(draw, period),
    )  # fmt: skip


def conversions(draw: Draw) -> Example:
    """Decibels to amplitude and back, milliseconds to samples, in number boxes."""
    scene = Scene(draw)
    kind = draw.one(("dbtorms", "rmstodb", "dbtopow", "samples", "period"))
    box = scene.add("number")
    if kind == "samples":
        result = scene.add("number", scene.add("* 44.1", box))
        value, answer = 100.0, 4410.0
        texts = (("converts milliseconds to samples at 44100 Hz", "calculates how many samples a time in ms has at a rate of 44.1 kHz"), ("a milliseconds to samples converter at 44100 Hz", "an ms to samples converter for 44.1 kHz"), ("ms to samples at 44.1k", "how many samples are x ms at 44100 Hz?"))  # fmt: skip
    elif kind == "period":
        result = scene.add("number", scene.add("expr 1000 / $f1", box))
        value, answer = 200.0, 5.0
        texts = (("converts a frequency in Hz to its period in milliseconds", "calculates the period in ms of a frequency"), ("a frequency to period converter (Hz to ms)", "a Hz to milliseconds converter"), ("Hz to ms", "how do I get the period in ms from a frequency?"))  # fmt: skip
    else:
        result = scene.add("number", scene.add(kind, box))
        value, answer = {"dbtorms": (80.0, 0.1), "rmstodb": (0.1, 80.0), "dbtopow": (90.0, 0.1)}[kind]
        texts = {
            "dbtorms": (("converts decibels to linear amplitude", "converts dB to rms in number boxes"), ("a decibel to amplitude converter", "a dB to rms converter"), ("dB to linear", "how do I convert dB to amplitude?")),
            "rmstodb": (("converts linear amplitude to decibels", "converts an rms value to dB"), ("an amplitude to decibel converter", "an rms to dB converter"), ("linear to dB", "how do i turn an amplitude into dB?")),
            "dbtopow": (("converts decibels to power", "converts dB to power units"), ("a decibel to power converter", "a dB to power converter"), ("dB to power", "how do I convert dB to power?")),
        }[kind]  # fmt: skip
    return seen(scene, *texts, watch=[result], feeds=[Feed(20, box, plain(value))], holds=shows(result, answer, 0.01))


def samplerate(draw: Draw) -> Example:
    """The sampling rate at a button or at load."""
    scene = Scene(draw)
    button, printed = draw.chance(0.6), draw.chance(0.4)
    trigger = scene.add("bng") if button else scene.add("loadbang")
    rate = scene.add("samplerate~", trigger)
    shown = scene.add("print" if printed else "number", rate)
    do, where = ("prints", "") if printed else ("shows", " in a number box")
    when = draw.one(("when a button is pressed", "on a bang")) if button else draw.one(("when the patch is opened", "on load"))
    return seen(
        scene,
        (f"{do} the current sample rate{where} {when}", f"gets the sampling rate of Pd {when} and {do} it{where}", f"{do} the audio sample rate{where} {when}"),
        (f"a patch that {do} the sample rate{where} {when}", f"a sample rate display that {do} it{where} {when}"), (f"{do.removesuffix('s')} the sample rate{where} {when}", f"what is my sample rate? {do.removesuffix('s')} it{where} {when}"),
        watch=[] if printed else [shown], feeds=[Feed(50, trigger, "bang")] if button else [],
        holds=prints(44100.0) if printed else shows(shown, 44100.0),
    )  # fmt: skip


def constant(draw: Draw) -> Example:
    """A number that becomes a signal, smoothed or not, and is read again."""
    scene = Scene(draw)
    time, smooth = draw.one((20, 50, 100, 200, 300)), draw.chance(0.6)
    control = scene.add('hsl 0 100 "value"')
    line = scene.add("line~", scene.add(f"msg $1 {time}", control)) if smooth else scene.add("sig~", control)
    reading = scene.add("snapshot~", line, scene.add("metro 100", scene.add('tgl "on"')))
    shown = scene.add("number", reading)
    toggle = line + 1
    how = "smoothed over {t} with line~" if smooth else "with sig~"
    return seen(
        scene,
        (f"converts a slider value to a signal {how} and shows it in a number box", f"turns a slider into an audio signal {how} and reads it back with snapshot~", f"makes a signal out of a slider, {how}, and displays its value"),
        (f"a slider turned into a signal {how} with a readout", f"a control to signal converter {how} with a number box"), (f"slider to signal {how}, show value", f"how do I turn a slider into a signal {how} and see its value?"),
        watch=[shown], feeds=[Feed(20, control, "64"), Feed(40, toggle, "1")], holds=near(shown, 64, 0.5), seconds=0.8, t=lambda: span(draw, time),
    )  # fmt: skip


def gate(draw: Draw) -> Example:
    """A noise gate: the microphone is heard only above a threshold."""
    scene = Scene(draw)
    slider = draw.chance(0.5)
    limit = draw.one((45, 50, 55, 60, 65, 70))
    microphone = scene.add("adc~ 1")
    follower = scene.add("env~", microphone)
    is_open = scene.add("> 60", follower, scene.into(1, scene.add('hsl 0 100 "threshold" init:60'))) if slider else scene.add(f"> {limit}", follower)
    gain = scene.add("line~", scene.add("msg $1 20", is_open))
    scene.signal = (scene.add("*~ 0.2", scene.add("*~", microphone, scene.into(1, gain))),)
    scene.output()
    loud = scene.sketch.text().replace("1 adc~ 1", "1 noise~")
    chosen = Trial(seconds=0.5)

    def holds(observation: Observation) -> bool:
        return level(sound(observation)) < 1e-4 and level(sound(render(loud, chosen), 0.3)) > 0.01

    at = "an adjustable threshold" if slider else "a threshold of {d} dB"
    return seen(
        scene,
        (f"is a noise gate for the microphone with {at}", f"mutes the microphone when it is quieter than {at}", f"lets the mic through only above {at}"),
        (f"a noise gate on the microphone with {at}", f"a gate for the mic input with {at}"), (f"noise gate, mic, {at}", f"how do I build a noise gate with {at} for my mic?"), holds=holds, d=lambda: str(limit),
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "level-number": level_number, "vu-meter": vu_meter, "linear-amplitude": amplitude, "threshold": threshold, "snapshot": snapshot,
    "frequency-counter": counter, "level-conversions": conversions, "sample-rate": samplerate, "control-to-signal": constant, "noise-gate": gate,
})  # fmt: skip
