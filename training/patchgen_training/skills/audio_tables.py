"""Skills: sound in arrays: wavetables, recording and playing back, loops, scopes, waveshaping."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_scene import Scene, finish, played, wordings
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import TONES, hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect_audio import (
    Sound,
    Step,
    Trial,
    level,
    moves,
    render,
    sound,
)
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    has_pitch,
    sounds,
)
from patchgen_training.skills.sequence_phrase import widened

Fill = Callable[[], str]
Check = Callable[[Sound], bool]
MIDDLE = tuple(tone for tone in TONES if 100 <= tone <= 880)
PARTIALS = (
    (1, 0.5, 0.33, 0.25), (1, 0, 0.33, 0, 0.2), (1, 0.5, 0.25), (1, 0.8, 0.6, 0.4, 0.2), (0.5, 1, 0.5), (1, 0.3, 0.6, 0.1),
    (1, 0, 0.5, 0, 0.25), (1, 0.7, 0.5), (1, 0.4, 0.2, 0.1), (0.8, 0.4, 0.6, 0.2), (1, 1, 1), (1, 0, 0, 0.5),
)  # fmt: skip
LENGTHS = (1000, 1500, 2000, 3000, 4000, 5000)


def wavetable(draw: Draw) -> Example:
    """A table of harmonics, made at load, that an oscillator reads."""
    scene = Scene(draw)
    partials, base = draw.one(PARTIALS), draw.one(MIDDLE)
    kind = draw.one(("fixed", "fixed", "slider", "box"))
    pitch: tuple[str, ...]
    scene.add("graph wave 515 -1 1")
    numbers = " ".join(plain(value) for value in partials)
    scene.add(f"msg ; wave sinesum 512 {numbers} ; wave normalize 1", scene.add("loadbang"))
    if kind == "slider":
        control = scene.add('hsl 50 1000 "frequency" init:220')
        scene.signal = (scene.add("tabosc4~ wave", control),)
        scene.steps.append(Step(control, "700", moves, "220"))
        pitch = ("with a frequency slider", "with adjustable frequency", "with a slider for the frequency")
    elif kind == "box":
        control = scene.add('number "frequency"')
        scene.signal = (scene.add("tabosc4~ wave", control),)
        scene.silent = True
        scene.steps.append(Step(control, "300", lambda before, after: level(after) > 0.01))
        pitch = ("with a number box for the frequency", "with a frequency number box")
    else:
        scene.signal = (scene.add("tabosc4~ wave", scene.add(f"sig~ {base}")),)
        pitch = (f"at {hertz(draw, base)}", f"with a frequency of {hertz(draw, base)}")
    listed = ", ".join(plain(value) for value in partials[:-1]) + f" and {plain(partials[-1])}"
    wanted = [base * (i + 1) for i, value in enumerate(partials) if value >= 0.25]
    check = played([], every(sounds(), contains(*wanted, at_least=0.01)), 0.5) if kind == "fixed" else None
    return finish(
        scene,
        ("plays a wavetable oscillator {f} with harmonics of {h}", "fills a table with sinesum {n} and reads it with tabosc4~ {f}", "draws a waveform with partials {h} in an array and plays it {f}", "uses an array as wavetable (sinesum {n}) and plays it {f}"),
        ("a wavetable oscillator {f} with harmonic amplitudes {h}", "a tabosc4~ wavetable synth {f}, partials {n}", "an oscillator reading an array made of the harmonics {h}, {f}"),
        ("wavetable {f}, sinesum {n}", "how do I play my own waveform (partials {h}) {f}?"), check=check, f=lambda: draw.one(pitch), h=lambda: listed, n=lambda: numbers,
    )  # fmt: skip


def live(text: str) -> str:
    """The patch with a tone in place of the microphone."""
    return re.sub(r"(?m)^(\d+) adc~ 1\b", r"\1 osc~ 330", text)


def recorder(draw: Draw) -> Example:
    """One button records the microphone into a table, another plays it."""
    scene = Scene(draw)
    length, reverse = draw.one(LENGTHS), draw.chance(0.15)
    samples = int(length * 44.1)
    scene.add(f"graph recording {samples} -1 1")
    record = scene.add('bng "record"')
    scene.add("tabwrite~ recording", scene.add("adc~ 1"), record)
    play = scene.add('bng "play"')
    if reverse:
        line = scene.add("line~", scene.add(f"msg {samples} , 0 {length}", play))
        scene.signal = (scene.add("tabread4~ recording", line),)
    else:
        scene.signal = (scene.add("tabplay~ recording", play),)
    feeds = [Feed(100, record, "bang"), Feed(100 + length + 100, play, "bang")]
    how = " backwards" if reverse else ""
    made = finish(
        scene,
        (f"records {{t}} of the microphone into an array and plays it back{how}, with a record and a play button", f"has a record button that samples {{t}} from the mic and a play button that plays it{how}",
         f"samples {{t}} of live input into a table with one button and plays it{how} with another", f"records the audio input for {{t}} with tabwrite~ and plays the recording{how} with a button"),
        (f"a {{t}} sampler with record and play{how} buttons", f"a mic recorder of {{t}} that plays back{how}, with two buttons", f"a simple sampler: record {{t}} from the microphone, play it{how}"),
        (f"record mic {{t}}, play back{how}, two buttons", f"how do I record {{t}} from the mic into an array and play it{how}?", f"i want to record {{t}} of my voice and play it{how}"), t=lambda: span(draw, length),
    )  # fmt: skip
    return heard_later(made, feeds, (length + 300) / 1000, (length + 700) / 1000, has_pitch(330))


def heard_later(made: Example, feeds: Sequence[Feed], start: float, end: float, check: Check) -> Example:
    """The example, checked on what is heard between two times when a tone stands in for the microphone."""
    chosen = Trial(list(feeds), end + 0.05)

    def holds(observation: Observation) -> bool:
        if level(sound(observation)) > 1e-4:
            return False
        return during(start, end, every(sounds(0.002), check))(sound(render(live(made.patch), chosen)))

    return Example(made.wordings, made.patch, holds, chosen.feeds, seconds=chosen.seconds)


def looper(draw: Draw) -> Example:
    """A recording that loops at a speed set by a slider."""
    scene = Scene(draw)
    length = draw.one(LENGTHS)
    samples = int(length * 44.1)
    speed = draw.chance(0.6)
    scene.add(f"graph loop {samples} -1 1")
    record = scene.add('bng "record"')
    scene.add("tabwrite~ loop", scene.add("adc~ 1"), record)
    rate = plain(round(1000 / length, 4))
    if speed:
        control = scene.add('hsl 0 2 "speed" init:1')
        ramp = scene.add("phasor~", scene.add(f"* {rate}", control))
    else:
        ramp = scene.add(f"phasor~ {rate}")
    scene.signal = (scene.add("tabread4~ loop", scene.add(f"*~ {samples}", ramp)),)
    feeds = [Feed(50, record, "bang")]
    after = " with a speed {knob}" if speed else ""
    made = finish(
        scene,
        (f"records {{t}} from the microphone with a button and loops it{after}", f"is a looper that records {{t}} of the mic and repeats it endlessly{after}", f"samples {{t}} of live input on a button press and plays it as a loop{after}"),
        (f"a {{t}} looper for the microphone with a record button{after.replace(' with', ' and')}", f"a mic looper of {{t}} with record button{after.replace(' with', ' and')}", f"a loop sampler ({{t}}){after}"),
        (f"looper, {{t}}, record button{after.replace(' with', ',')}", f"how do i loop {{t}} of my mic{after}?"), t=lambda: span(draw, length),
    )  # fmt: skip
    return heard_later(made, feeds, (length + 200) / 1000, (length + 700) / 1000, has_pitch(330, 0.05))


def drawn(text: str, count: int, size: int, chosen: Trial) -> Holds:
    """A reader added to the patch plays the array: silence before it is drawn, sound afterwards."""
    probed = live(text) + f"{count + 1} phasor~ 100\n{count + 2} *~ {size} < {count + 1}\n{count + 3} tabread~ scope < {count + 2}\n{count + 4} dac~ < {count + 3} {count + 3}>1\n"

    def holds(_observation: Observation) -> bool:
        reading = sound(render(probed, chosen))
        return level(reading[:, :2400]) < 1e-4 and level(reading[:, 28000:]) > 0.05

    return holds


def scope(draw: Draw) -> Example:
    """An oscilloscope: the sound is written to a table at a button or some times a second."""
    scene = Scene(draw)
    size, period = draw.one((256, 441, 512, 882, 1000, 1024, 2048)), draw.one((50, 100, 200, 250, 500))
    automatic, microphone = draw.chance(0.5), draw.chance(0.4)
    scene.add(f"graph scope {size} -1 1")
    name, base = draw.one(tuple(WAVEFORMS)), draw.one(MIDDLE)
    source = scene.add("adc~ 1") if microphone else wave(scene, WAVEFORMS[name], str(base))
    trigger = scene.add(f"metro {period}", scene.add('tgl "on"')) if automatic else scene.add("bng")
    scene.add("tabwrite~ scope", source, trigger)
    what: Fill = (lambda: draw.one(("the microphone", "the mic input", "live input"))) if microphone else (lambda: f"a {hertz(draw, base)} {draw.one(WAVEFORMS[name].nouns[:2])}")
    when: Fill = (lambda: draw.one((f"every {span(draw, period)} while a toggle is on", f"every {span(draw, period)} with a toggle to run it"))) if automatic else (lambda: draw.one(("when a button is pressed", "on a bang", "each time I click a button")))
    control = trigger - 1 if automatic else trigger
    words = wordings(
        draw,
        ("draws the waveform of {s} in an array of {n} samples {w}", "shows {s} on an oscilloscope of {n} samples {w}", "graphs {n} samples of {s} {w}", "writes {s} to an array with {n} points {w}"),
        ("an oscilloscope for {s} with {n} samples, drawn {w}", "a scope of {n} samples that shows {s} {w}", "a waveform display of {s} ({n} samples) updated {w}"),
        ("scope for {s}, {n} samples, {w}", "how can I see the waveform of {s}? {n} samples, {w}"), {"s": what, "n": lambda: str(size), "w": when}, None,
    )  # fmt: skip
    text = scene.sketch.text()
    chosen = Trial([Feed(60, control, "1" if automatic else "bang")], 0.7)
    holds = drawn(text, scene.sketch.count, size, chosen)
    return Example(words, text, holds, chosen.feeds, seconds=chosen.seconds)


def shaping(draw: Draw) -> Example:
    """Waveshaping by an expression."""
    scene = Scene(draw)
    base = draw.one(MIDDLE)
    formula, names = draw.one((
        ("$v1 * $v1 * $v1", ("cubes it", "a cubic waveshaper")), ("abs($v1)", ("rectifies it", "a full-wave rectifier")), ("max($v1, 0)", ("half-wave rectifies it", "a half-wave rectifier")),
        ("sin($v1 * 5)", ("folds it with a sine function of gain 5", "a sine wavefolder of gain 5")), ("cos($v1 * 8)", ("shapes it with a cosine of gain 8", "a cosine waveshaper of gain 8")),
        ("atan($v1 * 10) / 2", ("saturates it with an arctangent of gain 10", "an arctangent saturator of gain 10")),
        ("2 * $v1 * $v1 - 1", ("shapes it with the second Chebyshev polynomial", "a Chebyshev waveshaper of order 2")),
        ("4 * $v1 * $v1 * $v1 - 3 * $v1", ("shapes it with the third Chebyshev polynomial", "a Chebyshev waveshaper of order 3")),
    ))  # fmt: skip
    oscillator = scene.add(f"osc~ {base}")
    shaped = scene.add(f"expr~ {formula}", oscillator)
    scene.signal = (scene.add("*~ 0.5", shaped),)
    scene.contrasts.append((oscillator, shaped, lambda dry, wet: level(wet - dry) > 0.05 * level(dry)))
    return finish(
        scene,
        ("takes a {f} sine and {d}", "generates a sine at {f} and {d} with expr~", "plays a {f} sine wave through {n}", "sends a {f} oscillator through {n} made with expr~"),
        ("{n} on a {f} sine", "a {f} sine wave through {n}", "a sine at {f} with {n}"), ("sine {f} -> {n}", "how do I build {n} for a {f} sine?"),
        f=lambda: hertz(draw, base), d=lambda: names[0], n=lambda: names[1],
    )  # fmt: skip


def delayed_loop(draw: Draw) -> Example:
    """A hold: the last stretch of sound repeats for ever while a toggle is on."""
    scene = Scene(draw)
    time = draw.one((200, 250, 300, 400, 500, 600, 750, 800, 1000, 1500, 2000))
    microphone = scene.add("adc~ 1")
    line = scene.add(f"delwrite~ freeze {time}", microphone)
    tap = scene.add(f"delread~ freeze {time}")
    toggle = scene.add('tgl "freeze"')
    held = scene.add("*~", tap, scene.into(1, toggle))
    scene.sketch.connect(held, line)
    scene.signal = (tap,)
    made = finish(
        scene,
        ("repeats the last {t} of the microphone while a freeze toggle is on", "freezes {t} of live input in a delay loop with a toggle", "loops the last {t} from the mic with a delay line and a toggle that holds the feedback"),
        ("a freeze effect that repeats the last {t} of the mic with a toggle", "a {t} stutter looper for the microphone with a toggle", "a delay of {t} on the mic with a toggle for endless feedback"),
        ("freeze the last {t} of the mic, toggle", "how do i loop the last {t} of my mic while a toggle is on?"), levels=("unsaid",), t=lambda: span(draw, time),
    )  # fmt: skip
    return heard_later(made, [Feed(50, toggle, "1")], 2 * time / 1000 + 0.05, 3 * time / 1000 + 0.2, has_pitch(330, 0.05))


SKILLS: dict[str, Skill] = widened({
    "wavetable": wavetable, "recorder": recorder, "looper": looper, "scope": scope, "waveshaping": shaping, "freeze": delayed_loop,
})  # fmt: skip
