"""Skills: how loud it is: meters, thresholds with one or two outcomes, lights and words above and below a level; and panning."""

from __future__ import annotations

import re
from collections.abc import Callable

from patchgen.domains.patch.codec import decode
from patchgen.headless.engine import find_pd
from patchgen.headless.probe import Feed, Observation, observe
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_units import TONES, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import close
from patchgen_training.skills.expect_audio import Sound, Step, level, sound
from patchgen_training.skills.expect_time import numbers, singles, spoke
from patchgen_training.skills.pace_words import PRINTED, SHOWN, told
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound_stage import (
    MICROPHONE,
    Voice,
    finished,
    in_hertz,
    microphone,
    named,
    noise,
    tone,
)
from patchgen_training.skills.sound_stage import level as leveled
from patchgen_training.skills.sound_words import Control, Request, said


def with_tone(text: str, check: Holds, loudness: float, feeds: list[tuple[float, Handle, str]], watch: list[Handle], seconds: float) -> Holds:
    """The check on the patch with a tone of a known loudness for the microphone."""
    # The tone stands in for the first box, [adc~]; its gain comes last, where nothing is renumbered.
    count = text.count("\n") + 1
    notation = re.sub(r"(?m)^(\d+ env~) < 1$", rf"\1 < {count}", text.replace("adc~ 1\n", "osc~ 441\n", 1)) + f"{count} *~ {plain(loudness)} < 1\n"

    def holds(_seen: Observation) -> bool:
        seen = observe(decode(notation), feeds=[Feed(at, box - 1, message) for at, box, message in feeds], watch=[box - 1 for box in watch], seconds=seconds, pd=find_pd())
        return check(seen)

    return holds


METER = (
    "measures the level of {what} in decibels", "measures how loud {what} is in dB", "tracks the loudness of {what} in dB with env~", "determines the current level of {what} in dB", "reads the amplitude of {what} in decibels",
    "monitors how loud {what} is",
)  # fmt: skip
METER_THINGS = ("a level meter in dB for {what}",)
METER_ASKS = ("how loud is {what}? I want to see the decibels{end}", "I need the level of {what} in dB{end}", "how do I measure the volume of {what}?{End}", "show me how many dB {what} has{end}")


def meter(draw: Draw) -> Example:
    """The microphone's level in a number box or in the console."""
    sketch = Sketch()
    follower = sketch.add("env~", sketch.add("adc~ 1"))
    printed = draw.chance(0.25)
    shown = 0 if printed else sketch.add("number", follower)
    if printed:
        sketch.add("print", follower)
    values = {"what": named(draw, MICROPHONE), "end": named(draw, (", printed", ", in the console") if printed else ("", " in a number box")), "End": named(draw, (" Print it.",) if printed else ("", " Show it in a number box."))}
    request = Request(METER, () if printed else METER_THINGS, METER_ASKS, ends=PRINTED if printed else SHOWN, values=values)

    def near(seen: Observation) -> bool:
        found = numbers(seen, shown)
        return bool(found) and close(found[-1], 90.97, 0.02)

    return told(draw, sketch, request, with_tone(sketch.text(), near, 0.5, [], [shown] if shown else [], 0.5), (), (shown,), 0.4)


ABOVE = (
    "{turns} when {what} is louder than {n} dB", "{turns} when the level of {what} rises above {n} dB", "{turns} if {what} exceeds a threshold of {n} dB", "measures the level of {what} and {turns} when it is greater than {n} dB", "compares the loudness of {what} with {n} dB and {turns} if it is higher",
)  # fmt: skip
BELOW = (
    "{turns} when {what} is quieter than {n} dB", "{turns} when the level of {what} falls below {n} dB", "{turns} if {what} is under a threshold of {n} dB", "measures the level of {what} and {turns} when it is less than {n} dB", "compares the loudness of {what} with {n} dB and {turns} if it is lower",
)  # fmt: skip
ABOVE_ASKS = ("{what} gets too loud, over {n} dB: then {please}", "how can I {do} as soon as {what} goes over {n} dB?", "if {what} is above {n} dB {please}")
BELOW_ASKS = ("{what} gets too quiet, under {n} dB: then {please}", "how can I {do} as soon as {what} goes under {n} dB?", "if {what} is below {n} dB {please}")
LAMP = ("turns on a toggle", "switches a toggle on", "lights a toggle", "sets a toggle to 1")
LAMP_OFF = (", and turns it off again otherwise", ", and off while it is not", "", "", ", and switches it off when it is not")
FLASH = ("sends a bang", "flashes a bang button", "outputs a bang", "triggers a bang")
SAY = ("prints {w}", "prints the word {w} to the console", "writes {w} to the console", "posts {w} to the Pd window")


def threshold(above: bool) -> Callable[[Draw], Example]:
    """A light, a bang or a word above or below a level, the level fixed or set in a number box."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        limit, kind = draw.one((40, 50, 55, 60, 65, 70, 75, 80, 85)), draw.one(("lamp", "lamp", "flash", "word"))
        word = draw.one(("loud", "noise", "alarm", "hello", "clap", "hey") if above else ("quiet", "silence", "calm", "hush", "rest", "still"))
        follower = sketch.add("env~", sketch.add("adc~ 1"))
        adjustable = draw.chance(0.3)
        device = draw.one(("slider", "number box"))
        control = 0
        if adjustable:
            control = sketch.add('hsl 0 100 "threshold" init:60' if device == "slider" else 'number "threshold"')
            limit = 60
        sign = ">" if above else "<"
        compared = sketch.add(f"{sign} {limit}" if not (adjustable and device == "slider") else sign, follower, *([sketch.into(1, control)] if adjustable else []))
        if kind == "lamp":
            shown = sketch.add("tgl", compared)
        else:
            once = sketch.add("sel 1", sketch.add("change", compared))
            if kind == "flash":
                shown = sketch.add("bng", once)
            else:
                shown = 0
                sketch.add("print", sketch.add(f"msg {word}", once))
        turns = {"lamp": LAMP, "flash": FLASH, "word": tuple(text.replace("{w}", word) for text in SAY)}[kind]
        bases = {"lamp": ("turn on a toggle", "light a toggle"), "flash": ("get a bang", "flash a button"), "word": (f"print {word}", f"print the word {word}")}[kind]
        says = {"lamp": ("a toggle should light up", "turn on a toggle"), "flash": ("a button should flash", "send a bang"), "word": (f"print {word}", f"the console should say {word}")}[kind]
        n = "the threshold" if adjustable else plain(limit)
        values = {"what": named(draw, MICROPHONE), "turns": named(draw, turns), "do": named(draw, bases), "please": named(draw, says)}

        def fit(texts: tuple[str, ...]) -> list[str]:
            return [text.replace("a threshold of {n} dB", "a threshold").replace("{n} dB", "the threshold") if adjustable else text.replace("{n}", n) for text in texts]

        controls = [Control(draw.one(("threshold", "threshold", "level", "threshold in dB")), device)] if adjustable else []
        request = Request(fit(ABOVE if above else BELOW), (), fit(ABOVE_ASKS if above else BELOW_ASKS), controls, ends=LAMP_OFF if kind == "lamp" else (), values=values)

        def spoke_when_loud(seen: Observation) -> bool:
            return bool(singles(seen, shown)) and singles(seen, shown)[-1] in (1, word) if kind != "flash" else spoke(shown, 1)(seen)

        # A tone at full scale has 97 dB; silence has none.
        loudness = 1.0 if above else 0.0001
        return told(draw, sketch, request, with_tone(sketch.text(), spoke_when_loud, loudness, [], [shown] if shown else [], 0.5), (), (shown,), 0.4)

    return skill


BOTH = (
    "prints {a} when {what} is louder than {n} dB and {b} when it is not", "prints {a} if the level of {what} is above {n} dB and {b} otherwise", "measures the level of {what} and prints {a} when it rises above {n} dB and {b} when it falls below it again",
    "compares the loudness of {what} with {n} dB and writes {a} to the console if it is higher, else {b}",
)  # fmt: skip
BOTH_ASKS = ("is {what} over {n} dB? then print {a}, if not print {b}", "{what}: {a} above {n} dB, {b} below, in the console", "how do I print {a} when {what} goes over {n} dB and {b} when it goes back under?")


def two_words(draw: Draw) -> Example:
    """A word above a level and another one below."""
    sketch = Sketch()
    limit, (one, two) = draw.one((40, 50, 55, 60, 65, 70, 75, 80, 85)), draw.one((("loud", "quiet"), ("noise", "silence"), ("on", "off"), ("yes", "no"), ("high", "low"), ("playing", "resting")))
    follower = sketch.add("env~", sketch.add("adc~ 1"))
    choose = sketch.add("sel 1 0", sketch.add("change", sketch.add(f"> {limit}", follower)))
    loud, soft = sketch.add(f"msg {one}", choose), sketch.add(f"msg {two}", sketch.out(choose, 1))
    sketch.add("print", loud, soft)
    values = {"what": named(draw, MICROPHONE), "a": lambda: one, "b": lambda: two, "n": lambda: plain(limit)}

    def last(seen: Observation) -> bool:
        return bool(singles(seen, 0)) and singles(seen, 0)[-1] == one

    return told(draw, sketch, Request(BOTH, (), BOTH_ASKS, values=values), with_tone(sketch.text(), last, 1.0, [], [], 0.5), (), (), 0.4)


PAN = (
    "moves {what} between the left and the right speaker", "pans {what} between left and right", "places {what} anywhere between the left and the right channel", "plays {what} in stereo with an adjustable position", "distributes {what} to the left and right channel according to a pan position",
)  # fmt: skip
PAN_THINGS = ("{what} with stereo panning", "a panner for {what}", "{what} placed between left and right")
PAN_ASKS = ("how do I move {what} from the left to the right speaker by hand?", "I want {what} left, right or in the middle", "panning for {what}")


def voiced(scene: Scene) -> Voice:
    """A tone, noise or the microphone."""
    draw = scene.draw
    kind = draw.one(("fixed", "fixed", "steady", "noise", "mic"))
    return noise(scene, draw.one(("white", "pink"))) if kind == "noise" else microphone(scene) if kind == "mic" else tone(scene, kind, draw.one(("sine", "sine", "sawtooth", "square", "triangle")))


def leftward(_before: Sound, after: Sound) -> bool:
    """All on the left."""
    return level(after[:1]) > 10 * level(after[1:]) + 1e-5


def pan(draw: Draw) -> Example:
    """A pan slider or number box."""
    scene = Scene(draw)
    scene.source = Part(())
    voice, device = voiced(scene), draw.one(("slider", "slider", "number box"))
    control = scene.add('hsl 0 1 "pan" init:0.5' if device == "slider" else 'number 0 1 "pan"')
    body = "*~" if device == "slider" else "*~ 0.5"
    away = scene.add("expr 1 - $f1", control)
    scene.signal = (scene.add(body, voice.signal, scene.into(1, away)), scene.add(body, voice.signal, scene.into(1, control)))
    scene.steps.append(Step(control, "0", leftward, "0.5"))
    controls = [Control(draw.one(("pan", "position", "panning", "pan position", "stereo position")), device, draw.one(("", "from 0 (left) to 1 (right)"))), *leveled(scene, draw.one(("unsaid", "unsaid", "volume", "toggle")))]
    return finished(scene, Request(PAN, PAN_THINGS, PAN_ASKS, controls, values={"what": named(draw, voice.what), "f": in_hertz(draw, voice.frequency)}))


SIDES = (
    "plays {a} on the left channel and {b} on the right channel", "sends {a} to the left speaker and {b} to the right speaker", "outputs {a} to the left and {b} to the right output", "plays a different tone on each side: {a} left, {b} right",
)  # fmt: skip
SIDE = ("plays {a} only on the {side} channel", "sends {a} to the {side} speaker only", "outputs {a} on the {side} side and nothing on the other", "plays {a} in the {side} speaker, the other one stays silent")
SIDE_ASKS = ("how do I hear {a} only in the {side} speaker?", "{a}, {side} channel only", "I want to test my {side} loudspeaker with {a}")
SIDES_ASKS = ("{a} left, {b} right", "how do I put {a} into the left ear and {b} into the right one?")


def sides(draw: Draw) -> Example:
    """A tone on one side, or one on each."""
    scene = Scene(draw)
    one, two = draw.some([tone for tone in TONES if 80 <= tone <= 1200], 2)
    single, side = draw.chance(0.5), draw.one(("left", "right"))
    if single:
        scene.signal = (scene.add(f"osc~ {one}"),)
    else:
        scene.signal = (scene.add(f"osc~ {one}"), scene.add(f"osc~ {two}"))
    controls = leveled(scene, draw.one(("unsaid", "unsaid", "volume")))

    def spelled(value: float) -> Callable[[], str]:
        spell = in_hertz(draw, value)
        return lambda: draw.one(("a {f} sine", "a sine wave of {f}", "a {f} tone", "a sine at {f}")).replace("{f}", spell())

    values = {"a": spelled(one), "b": spelled(two), "side": lambda: side}
    if not single:
        return finished(scene, Request(SIDES, (), SIDES_ASKS, controls, values=values))
    scene.add("dac~", scene.signal[0] if side == "left" else scene.into(1, scene.signal[0]))
    chosen, text = scene.trial(), scene.sketch.text()

    def holds(seen: Observation) -> bool:
        heard = sound(seen, 0, 0.2)
        here, there = (0, 1) if side == "left" else (1, 0)
        return chosen.holds(seen) and level(heard[here : here + 1]) > 0.001 > level(heard[there : there + 1])

    return Example(said(draw, Request(SIDE, (), SIDE_ASKS, controls, values=values)), text, holds, chosen.feeds, seconds=chosen.seconds)


MIC = (
    "passes {what} to the speakers", "sends {what} to the loudspeakers", "takes {what} and plays it on both speakers", "lets me hear {what}", "routes {what} to the left and right output", "plays {what} through the speakers", "connects {what} to dac~",
)  # fmt: skip
MIC_THINGS = ("{what} sent straight to the speakers", "{what} through to both outputs")
MIC_ASKS = ("how can I hear {what} in Pd?", "I just want {what} to come out of my speakers", "{what} in, speakers out", "how do I get {what} into Pd and out again?")


def through(draw: Draw) -> Example:
    """The microphone to the speakers, with a level."""
    scene = Scene(draw)
    scene.source = Part(())
    voice = microphone(scene)
    scene.signal = (voice.signal,)
    controls = leveled(scene, draw.one(("unsaid", "volume", "volume", "volume", "number", "toggle", "mute", "mute")))
    return finished(scene, Request(MIC, MIC_THINGS, MIC_ASKS, controls, values={"what": named(draw, voice.what)}))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "meter": meter,
    "above": threshold(True),
    "below": threshold(False),
    "two-words": two_words,
    "pan": pan,
    "sides": sides,
    "microphone": through,
}

CORE: tuple[str, ...] = (
    *(f"sound_levels/{name}" for name in SKILLS),
    "audio_meters/level-number", "audio_meters/threshold", "audio_meters/level-conversions", "audio_meters/vu-meter", "audio_chains/pan", "audio_chains/auto-pan", "audio_oscillators/stereo-tones",
    "audio_levels_units/volume-in-units", "audio_levels_units/mute", "audio_levels_units/louder-quieter", "audio_tables/recorder", "audio_tables_play/sampler", "audio_tables/scope", "audio_mixing/mixer", "audio_mixing/crossfade",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
