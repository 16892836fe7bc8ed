"""Skills: sound in arrays and in numbers: record and play, look at a waveform, read a signal, draw and play a wave."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_tables import drawn
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import Step, Trial, to_pitch
from patchgen_training.skills.expect_audio_time import during, every, has_pitch, quiet, sounds
from patchgen_training.skills.expect_time import each, numbers, within
from patchgen_training.skills.pace_words import CLICK, PRINTED, SHOWN, span, told
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound_stage import MICROPHONE, finished, in_hertz, level, named
from patchgen_training.skills.sound_words import Control, Request, said

RECORD = (
    "records {t} of {what} into an array with one button and plays it back with another one", "has two buttons, one that records {t} of {what} and one that plays the recording", "writes {t} of {what} into a table when a record button is clicked and plays the table when a play button is clicked",
    "stores {t} of {what} in an array after a click on record and plays it after a click on play", "lets the user record {what} for {t} with a button and listen to the recording with a second button",
)  # fmt: skip
RECORD_THINGS = ("a recorder for {t} of {what} with a record and a play button", "a simple sampler: record {t} of {what}, play it back, with two buttons")
RECORD_ASKS = ("how do I record {t} of {what} and play it back? one button for each", "two buttons: record {what} ({t}), play the recording", "I want to record {what} for {t} and listen to it, with record and play buttons")


def recorder(draw: Draw) -> Example:
    """Two buttons: one records the microphone, one plays it."""
    scene = Scene(draw)
    time = draw.one((500, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000))
    scene.add(f"graph recording {int(time * 44.1)} -1 1")
    record = scene.add('bng "record"')
    scene.add("tabwrite~ recording", scene.add("adc~ 1"), record)
    play = scene.add('bng "play"')
    scene.signal = (scene.add("tabplay~ recording", play),)
    controls = level(scene, draw.one(("unsaid", "unsaid", "volume", "volume", "number")))
    late = 0.2 + time / 1000
    check = played([(0.1, record, "bang"), (late, play, "bang")], every(during(0, late - 0.01, quiet), during(late + 0.02, late + 0.3, sounds(0.001, 0.6))), late + 0.35)
    return finished(scene, Request(RECORD, RECORD_THINGS, RECORD_ASKS, controls, values={"what": named(draw, MICROPHONE), "t": span(draw, time)}), check)


LOOK = (
    "draws the waveform of {what} in an array", "writes {n} samples of {what} into a table and shows them", "shows the waveform of {what} in a graph", "takes a picture of {what}, {n} samples long, in an array", "displays {n} samples of {what} in a graphical array",
)  # fmt: skip
LOOK_ASKS = ("how can I see the waveform of {what}?", "I'd like to look at {what} like on an oscilloscope", "scope for {what}, {n} samples")


def scope(draw: Draw) -> Example:
    """A waveform in an array, at a click or while a toggle is on."""
    sketch = Sketch()
    size, frequency = draw.one((441, 512, 1000, 1024, 2048)), draw.one((220, 330, 440, 500, 880, 1000))
    running, live = draw.chance(0.5), draw.chance(0.4)
    sketch.add(f"graph scope {size} -1 1")
    source = sketch.add("adc~ 1" if live else f"osc~ {frequency}")
    start = sketch.add('tgl "on"' if running else "bng")
    clock = sketch.add("metro 100", start) if running else start
    sketch.add("tabwrite~ scope", source, clock)
    texts = [f"{text} ten times a second" if draw.chance(0.5) else f"{text} every 100 ms" for text in LOOK] if running else LOOK
    what = MICROPHONE if live else ("a {f} sine wave", "a sine wave of {f}", "a sine tone at {f}")
    controls = [Control("", "toggle")] if running else []
    request = Request(texts, (), () if running else (f"{LOOK_ASKS[2]}, drawn when I click a button", f"{LOOK_ASKS[1]}, a new picture at each click"), controls, when=() if running else CLICK, values={"what": named(draw, what), "n": lambda: str(size), "f": in_hertz(draw, frequency)})
    chosen = Trial([Feed(60, start, "1" if running else "bang")], 0.7)
    return Example(said(draw, request), sketch.text(), drawn(sketch.text(), sketch.count, size, chosen), chosen.feeds, seconds=chosen.seconds)


READ = (
    "reads the current value of {what}", "takes the momentary value of {what} with snapshot~", "converts the current sample of {what} to a number", "samples {what}", "gets one number from {what}",
)  # fmt: skip
READ_ASKS = ("how do I turn {what} into numbers?", "I want to see the numbers of {what}", "signal to number: {what}")


def reading(draw: Draw) -> Example:
    """A signal's value as a number: at a click, or again and again."""
    sketch = Sketch()
    running = draw.chance(0.5)
    rate, period = draw.one((0.1, 0.2, 0.25, 0.5, 1, 2)), draw.one((20, 50, 100, 100, 200))
    start = sketch.add('tgl "on"' if running else "bng")
    clock = sketch.add(f"metro {period}", start) if running else start
    value = sketch.add("snapshot~", sketch.add(f"osc~ {plain(rate)}"), clock)
    printed = draw.chance(0.3)
    shown = 0 if printed else sketch.add("number", value)
    if printed:
        sketch.add("print", value)
    texts = [f"{text} every {{p}}" for text in READ] if running else READ
    values = {"what": named(draw, ("a slow sine wave of {f}", "an oscillator at {f}", "a sine LFO of {f}", "a {f} sine oscillator")), "f": in_hertz(draw, rate), "p": span(draw, period)}
    request = Request(texts, (), (), [Control("", "toggle")] if running else [], when=() if running else CLICK, ends=PRINTED if printed else SHOWN, values=values)
    count = 4 if running else 2
    feeds: list[tuple[float, Handle, str]] = [(10, start, "1")] if running else [(50, start, "bang"), (80, start, "bang")]
    return told(draw, sketch, request, all_of(within(shown, count, -1, 1), each(shown, count, lambda value: value > -1.01), lambda seen: bool(numbers(seen, shown))), feeds, (shown,), 0.01 + 3.5 * period / 1000 if running else 0.2)


WAVE = (
    "plays a waveform stored in an array as an oscillator", "uses an array as the waveform of an oscillator", "reads a table again and again as a wavetable oscillator", "plays a wavetable made of the partials {p}", "fills an array with a wave of the partials {p} and plays it as an oscillator",
    "computes a waveform with the harmonics {p} in a table and plays the table",
)  # fmt: skip
WAVE_ASKS = ("how do I use an array with the partials {p} as an oscillator?", "wavetable synthesis: partials {p} in a table", "a waveform in an array, played as a tone, partials {p}")


def wavetable(draw: Draw) -> Example:
    """An oscillator that reads an array, its frequency fixed, typed or on a slider."""
    scene = Scene(draw)
    scene.source = Part(())
    partials = draw.one(("1 0.5 0.25", "1 0.5 0.33", "1 0.5 0.33 0.25", "1 0 0.33 0 0.2", "1 0.3", "1 0.8 0.6 0.4 0.2", "1 0.5"))
    frequency, how = draw.one((110, 150, 200, 220, 330, 440)), draw.one(("fixed", "box", "slider"))
    scene.add("graph wave 515 -1 1")
    scene.add(f"msg ; wave sinesum 512 {partials} ; wave normalize 1", scene.add("loadbang"))
    controls: list[Control] = []
    if how == "fixed":
        source = scene.add(f"sig~ {frequency}")
    elif how == "box":
        source = scene.add('number "frequency"')
    else:
        source = scene.add('hsl 50 1000 "frequency" init:220')
    scene.signal = (scene.add("tabosc4~ wave", source),)
    if how != "fixed":
        controls.append(Control(draw.one(("frequency", "frequency", "pitch")), "number box" if how == "box" else "slider"))
        scene.steps.append(Step(source, "650", to_pitch(650), "220"))
    scene.silent = how == "box"
    kind = draw.one(("unsaid", "unsaid", "volume")) if how != "box" else "unsaid"
    controls += level(scene, kind)
    listed = partials.replace(" ", ", ")
    texts = [text if "{p}" in text else f"{text}, with the partials {{p}}" for text in WAVE]
    texts = [f"{text} at {{f}}" for text in texts] if how == "fixed" else texts
    request = Request(texts, (), [f"{text} ({{f}})" if how == "fixed" and not text.endswith("?") else text for text in WAVE_ASKS if how != "fixed" or not text.endswith("?")], controls, values={"p": lambda: listed, "f": in_hertz(draw, frequency)})
    if how == "box":
        return finished(scene, request, played([(0.1, source, "300")], every(during(0.15, 0.5, every(sounds(), has_pitch(300)))), 0.6))
    return finished(scene, request)


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "recorder": recorder,
    "scope": scope,
    "reading": reading,
    "wavetable": wavetable,
}

CORE: tuple[str, ...] = ("sound_tables/recorder", "sound_tables/reading", "sound_tables/wavetable", "audio_tables/wavetable")
"""Plain requests that deserve more examples than exotic ones."""
