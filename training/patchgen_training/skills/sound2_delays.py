"""Skills: delays whose time is typed in milliseconds, seconds or beats, tapped, or a note value; filtered repeats; two sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_units import plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.sound2_probe import Feeds, begun, pulsed, tested
from patchgen_training.skills.sound_stage import (
    Voice,
    both,
    in_hertz,
    level,
    microphone,
    named,
    noise,
)
from patchgen_training.skills.sound_words import Control, Request


def heard_input(scene: Scene) -> Voice:
    """The microphone as a rule."""
    return noise(scene, "white") if scene.draw.chance(0.2) else microphone(scene)


def usual(draw: Draw) -> str:
    """A level that sounds at once."""
    return draw.one(("unsaid", "unsaid", "unsaid", "volume", "volume", "mute"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What is typed for a delay time: its label and conversion, a value, what it means in seconds, its names."""

    label: str
    body: str
    value: str
    seconds: float
    names: tuple[str, ...]
    of: tuple[str, ...] = (
        "an adjustable time",
        "the entered time",
        "a time typed by the user",
        "the time given",
    )


TEMPO = ("tempo in bpm", "tempo in beats per minute", "tempo", "tempo in bpm")
UNITS: dict[str, Unit] = {
    "ms": Unit("time", "", "200", 0.2, ("delay time in milliseconds", "delay time in ms", "delay in ms", "number of milliseconds of the delay", "delay time")),
    "seconds": Unit("seconds", "* 1000", "0.2", 0.2, ("delay time in seconds", "delay in seconds", "number of seconds of the delay", "time in seconds")),
    "beat": Unit("bpm", "expr 60000 / $f1", "240", 0.25, TEMPO, ("one beat", "a quarter note", "one beat of the tempo", "the length of one beat", "exactly one beat")),
    "eighth": Unit("bpm", "expr 30000 / $f1", "150", 0.2, TEMPO, ("an eighth note", "half a beat", "the length of an eighth note", "an 8th note", "exactly half a beat")),
    "dotted": Unit("bpm", "expr 45000 / $f1", "180", 0.25, TEMPO, ("a dotted eighth note", "a dotted eighth", "three sixteenths of a bar", "three quarters of a beat", "the length of a dotted eighth note")),
}  # fmt: skip
LEADS = (
    "takes a {n} from a number box and {body}", "reads a {n} typed by the user and {body}", "accepts a {n} in a number box and {body}", "lets the user type a {n} and {body}", "receives a {n} in a number box, sends it to a delay line and {body}",
)  # fmt: skip
WET = (
    "plays {what} delayed by {t}",
    "delays {what} by {t}",
    "lets {what} be heard only after {t}",
    "outputs only the delayed sound of {what}, {t} late",
    "holds {what} back by {t} before it is heard",
    "sends {what} through a delay line of {t} without the direct sound",
)
MIXED = (
    "plays {what} together with a copy delayed by {t}", "adds an echo to {what} that comes after {t}", "mixes {what} with the same sound {t} later", "lets {what} be heard at once and once more after {t}", "repeats {what} once after {t} on top of the original",
    "adds a single echo with a delay of {t} to {what}", "sums {what} and a version of it that is delayed by {t}", "plays {what} and, {t} later, its echo",
)  # fmt: skip


def typed(unit: str) -> Skill:
    """A delay, alone or added to the sound, whose time is a typed number."""
    chosen = UNITS[unit]

    def skill(draw: Draw) -> Example:
        scene = begun(draw)
        voice, is_wet = heard_input(scene), draw.chance(0.4)
        scene.add("delwrite~ delay 5000", voice.signal)
        box = scene.add(f'number "{chosen.label}"')
        late = scene.add("delread~ delay", scene.add(chosen.body, box) if chosen.body else box)
        scene.signal = (late if is_wet else scene.add("+~", voice.signal, scene.into(1, late)),)
        controls = [
            Control(draw.one(chosen.names), "number box", "", LEADS),
            *level(scene, usual(draw)),
        ]
        things = (
            ("{what} delayed by {t}, without the direct sound", "a pure delay of {what} by {t}")
            if is_wet
            else (
                "{what} with an echo after {t}",
                "an echo of {t} on {what}",
                "{what} plus one repeat after {t}",
            )
        )
        asks = (
            (
                "I want to hear {what} {t} late, and only the late sound",
                "how can I hold {what} back by {t}?",
            )
            if is_wet
            else (
                "I'd like {what} to come back once after {t}",
                "one echo of {what} please, {t} later",
                "i want to hear {what} and then the same thing again after {t}",
            )
        )
        request = Request(
            WET if is_wet else MIXED,
            things,
            asks,
            controls,
            values={"what": named(draw, voice.what), "t": named(draw, chosen.of)},
        )
        feeds: Feeds = [(0.02, box, chosen.value)]
        holds = pulsed(
            text_of(scene),
            feeds,
            [chosen.seconds] if is_wet else [0, chosen.seconds],
            [chosen.seconds - 0.06, chosen.seconds + 0.05, *([0.0] if is_wet else [])],
        )
        return tested(scene, request, holds)

    return skill


def text_of(scene: Scene) -> str:
    """The notation with its output, which the scene itself gets later."""
    sketch = scene.sketch
    last = sketch.count + 1
    first = scene.into(0, scene.signal[0])
    return (
        sketch.text().removesuffix("\n".join([*sketch.late, ""]) if sketch.late else "")
        + f"{last} dac~ < {first} {scene.into(1, scene.signal[-1])}\n"
        + "".join(f"{line}\n" for line in sketch.late)
    )


TAPPED = (
    "measures the time between two clicks on a tap button and uses it as the delay time of {what}", "sets the delay time of an echo on {what} by tapping a button twice", "delays {what} by the time between the last two clicks on a button and mixes it with the original",
    "takes the time between two taps on a button as the time of an echo for {what}", "plays {what} with an echo whose delay time is tapped on a button", "uses a timer between the clicks of a tap button to set the delay time of {what}",
    "adds an echo in tap tempo to {what}", "determines the interval between clicks of a button and delays {what} by this interval, with the direct sound",
)  # fmt: skip
TAPPED_THINGS = (
    "a tap tempo delay for {what}",
    "an echo on {what} with a tap button",
    "a tap-tempo echo for {what}",
    "a delay for {what} whose time I tap on a button",
    "tap tempo echo on {what}",
)
TAPPED_ASKS = (
    "I want to tap the delay time of {what} with a button",
    "how can I set an echo on {what} by tapping a button in time with the music?",
    "i click twice on a button and the echo of {what} should have that time",
    "tap a button to set the echo time for {what}, like on a guitar pedal",
)


def tapped(draw: Draw) -> Example:
    """An echo as long as the time between two clicks."""
    scene = begun(draw)
    voice = heard_input(scene)
    line = scene.add("delwrite~ delay 5000", voice.signal)
    both_ = scene.add("t b b", scene.add('bng "tap"'))
    timer = scene.add("timer", both_, scene.into(1, scene.sketch.out(both_, 1)))
    late = scene.add("delread~ delay", timer)
    tap = both_ - 1
    repeated = draw.chance(0.5)
    if repeated:
        late = scene.add("*~ 0.5", late)
        scene.sketch.connect(late, line)
    scene.signal = (scene.add("+~", voice.signal, scene.into(1, late)),)
    controls = level(scene, usual(draw))
    tails = (
        " with feedback",
        " and fed back at half the level, so that it repeats",
        ", with several repeats that get quieter",
        " with repeats that die away",
        ", where the echo is fed back",
    )
    does = [text + (tails[i % len(tails)] if repeated else "") for i, text in enumerate(TAPPED)]
    things = [
        text + (tails[i % 3 * 2 % len(tails)] if repeated else "")
        for i, text in enumerate(TAPPED_THINGS)
    ]
    request = Request(
        does,
        things,
        [] if repeated else TAPPED_ASKS,
        controls,
        values={"what": named(draw, voice.what)},
    )
    feeds: Feeds = [(0.0, tap, "bang"), (0.15, tap, "bang")]
    return tested(
        scene,
        request,
        pulsed(
            text_of(scene),
            feeds,
            [0, 0.15, *([0.3] if repeated else [])],
            [0.1, *([] if repeated else [0.3])],
        ),
    )


NOTES = {
    "a quarter note": 1.0, "a beat": 1.0, "one beat": 1.0, "an eighth note": 0.5, "an eighth": 0.5, "half a beat": 0.5, "a dotted eighth note": 0.75, "a dotted eighth": 0.75, "a sixteenth note": 0.25, "a half note": 2.0, "two beats": 2.0, "an eighth note triplet": 1 / 3, "a dotted quarter note": 1.5,
}  # fmt: skip
VALUED = (
    "adds an echo of {v} at {b} bpm to {what}", "delays {what} by {v} at a tempo of {b} bpm and mixes it with the original, with repeats that die away", "plays {what} with echoes that are {v} apart in {b} bpm", "puts a delay of {v} with feedback on {what}, for a tempo of {b} beats per minute",
    "repeats {what} after {v} at {b} bpm, each repeat half as loud as the one before", "adds an echo to {what} that is synchronised to {v} at {b} bpm", "adds tempo-synced repeats to {what}, each {v} after the last one at {b} bpm",
)  # fmt: skip
VALUED_THINGS = (
    "an echo of {v} at {b} bpm for {what}",
    "a tempo-synced delay on {what}, {v} at {b} bpm",
    "{what} with repeats after {v} at {b} bpm",
    "a delay of {v} at {b} BPM with feedback on {what}",
)
VALUED_ASKS = (
    "my song is at {b} bpm and I want an echo of {v} on {what}",
    "how long is {v} at {b} bpm? I need an echo of that length on {what}",
    "{what} with an echo in time: {v}, tempo {b}",
)


def note_value(draw: Draw) -> Example:
    """An echo with feedback as long as a note value at a tempo."""
    scene = begun(draw)
    value = draw.one(
        [name for name in NOTES for _ in range(2 if NOTES[name] in (0.5, 0.75, 1) else 1)]
    )
    while (
        not (
            tempo := draw.one(
                (60, 75, 80, 90, 96, 100, 110, 120, 120, 125, 128, 130, 135, 140, 150, 160, 180)
            )
        )
        or not 80 <= 60000 / tempo * NOTES[value] <= 1000
    ):
        value = draw.one(list(NOTES))
    milliseconds = round(60000 / tempo * NOTES[value], 1)
    voice = heard_input(scene)
    line = scene.add("delwrite~ echo 1000", voice.signal)
    wet = scene.add("*~ 0.5", scene.add(f"delread~ echo {plain(milliseconds)}"))
    scene.sketch.connect(wet, line)
    scene.signal = (scene.add("+~", voice.signal, scene.into(1, wet)),)
    controls = level(scene, usual(draw))
    request = Request(
        VALUED,
        VALUED_THINGS,
        VALUED_ASKS,
        controls,
        values={"what": named(draw, voice.what), "v": lambda: value, "b": lambda: plain(tempo)},
    )
    delay = milliseconds / 1000
    return tested(scene, request, pulsed(text_of(scene), [], [0, delay, 2 * delay], [delay / 2]))


LOOPED = (
    "delays {what} by {t} and feeds it back through a low-pass filter at {f}", "plays {what} with an echo of {t} whose repeats get darker, because a low-pass filter at {f} is in the feedback loop", "puts a feedback delay of {t} with a low-pass filter at {f} in the loop on {what}",
    "adds repeats to {what} every {t}, each one filtered with a low-pass at {f}", "writes {what} into a delay line, reads it after {t}, filters it with a low-pass at {f}, halves it and writes it back", "makes a tape echo of {t} for {what}, with a low-pass of {f} in the feedback path",
    "echoes {what} after {t}, and every repeat passes a low-pass filter at {f} and gets quieter and duller",
)  # fmt: skip
LOOPED_THINGS = (
    "a delay of {t} for {what} with a low-pass filter at {f} in the feedback loop",
    "a dark echo of {t} on {what}, low-passed at {f} in the loop",
    "a tape-like echo on {what}: {t}, low-pass {f} in the feedback",
)
LOOPED_ASKS = (
    "I want the repeats of an echo on {what} to get duller each time: delay {t}, low-pass at {f} in the feedback",
    "how do I put a low-pass at {f} into the feedback of a {t} delay on {what}?",
)


def filtered_loop(draw: Draw) -> Example:
    """An echo that loses its treble with each repeat."""
    scene = begun(draw)
    milliseconds, cutoff = (
        draw.one((150, 200, 250, 300, 350, 375, 400, 450, 500)),
        draw.one((800, 1000, 1200, 1500, 2000, 2500, 3000)),
    )
    voice = heard_input(scene)
    line = scene.add("delwrite~ tape 1000", voice.signal)
    late = scene.add(f"lop~ {cutoff}", scene.add(f"delread~ tape {milliseconds}"))
    steered = draw.chance(0.35)
    control = scene.add('hsl 0 0.9 "feedback" init:0.5') if steered else 0
    wet = scene.add("*~", late, scene.into(1, control)) if steered else scene.add("*~ 0.5", late)
    scene.sketch.connect(wet, line)
    scene.signal = (scene.add("+~", voice.signal, scene.into(1, wet)),)
    controls = [*([Control("feedback", "slider")] if steered else []), *level(scene, usual(draw))]
    request = Request(
        [text.replace(", halves it", "") if steered else text for text in LOOPED],
        LOOPED_THINGS,
        LOOPED_ASKS,
        controls,
        values={
            "what": named(draw, voice.what),
            "t": lambda: span(draw, milliseconds),
            "f": in_hertz(draw, cutoff),
        },
    )
    delay = milliseconds / 1000
    return tested(scene, request, pulsed(text_of(scene), [], [0, delay, 2 * delay], [delay / 2]))


SIDED = (
    "delays {what} by {l} on the left channel and by {r} on the right channel", "plays {what} on both sides, {l} late on the left and {r} late on the right", "sends {what} delayed by {l} to the left speaker and delayed by {r} to the right speaker",
    "reads {what} from a delay line twice, after {l} for the left output and after {r} for the right output", "uses a delay time of {l} for the left channel and of {r} for the right channel of {what}",
)  # fmt: skip
SIDED_THINGS = (
    "a stereo delay for {what} with {l} on the left and {r} on the right",
    "{what} with different delays left ({l}) and right ({r})",
)
SIDED_ASKS = (
    "left should hear {what} after {l}, right after {r}",
    "how do I give {what} another delay on each side, {l} left and {r} right?",
)


def sides(draw: Draw) -> Example:
    """Two delay times, one for each ear."""
    scene = begun(draw)
    left, right = draw.some((100, 120, 150, 200, 250, 300, 350, 400, 450, 500, 600), 2)
    voice = heard_input(scene)
    scene.lead = 0.6
    scene.add("delwrite~ delay 1000", voice.signal)
    both(scene, scene.add(f"delread~ delay {left}"), scene.add(f"delread~ delay {right}"))
    controls = level(scene, usual(draw))
    request = Request(
        SIDED,
        SIDED_THINGS,
        SIDED_ASKS,
        controls,
        values={
            "what": named(draw, voice.what),
            "l": lambda: span(draw, left),
            "r": lambda: span(draw, right),
        },
    )
    text = text_of(scene)
    return tested(
        scene,
        request,
        pulsed(text, [], [left / 1000], [0, right / 1000], 0),
        pulsed(text, [], [right / 1000], [0, left / 1000], 1),
    )


SKILLS: dict[str, Callable[[Draw], Example]] = {
    **{f"typed-{unit}": typed(unit) for unit in UNITS},
    "tapped": tapped,
    "note-value": note_value,
    "filtered-loop": filtered_loop,
    "sides": sides,
}

CORE: tuple[str, ...] = (
    "typed-ms",
    "typed-seconds",
    "note-value",
    "filtered-loop",
    "audio_effects_echoes/tempo-delay",
    "audio_effects_echoes/ping-pong",
)
"""Plain requests that deserve more examples than exotic ones."""
