"""Skills: recorders of many parts: a table of a said length, a record button, ways to play it back, speed, loop, filter, echo, level."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.parts_clause import Head, Words
from patchgen_training.skills.parts_sound import Signal, different_level, echo, filtering, output
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_values import times
from patchgen_training.skills.sketch import Handle

RECORD = (
    ("[record] {t} of the microphone into a table and [play] it back", "[sample] the microphone for {t} and [play] the recording", "[record] {t} of sound from the mic into an array and [let] me play it", "[work] as a {t_} sampler for the microphone", "[capture] {t} of the live input and [play] it again"),
    ("a {t_} sampler for the microphone", "a sampler that records {t} of the microphone", "a recorder for {t} of microphone sound", "a microphone sampler with a table of {t}"), ("{t_} mic sampler", "mic recorder, {t}"),
)  # fmt: skip
LOOPS = (
    ("[record] {t} of the microphone and [loop] it", "[work] as a looper of {t}", "[sample] {t} of the microphone and [repeat] it endlessly", "[record] {t} from the mic into an array and [play] it in a loop"),
    ("a {t_} looper for the microphone", "a looper that records {t} of the microphone", "a microphone looper with a loop of {t}"), ("{t_} mic looper", "looper, {t}"),
)  # fmt: skip
BUTTON = Words(
    ("a button that starts the recording", "a record button", "a button for recording"), ("a button starts the recording", "the recording starts when a record button is clicked", "a click on a button records"), ("[start] the recording with a button", "[record] when a button is clicked"), ("record button",),
)  # fmt: skip
FORWARD = Words(
    ("a button that plays it", "a play button", "another button for playing it"), ("a second button plays it", "a play button plays it once", "it is played when another button is clicked"), ("[play] it once when a second button is clicked",), ("play button",),
)  # fmt: skip
BACKWARD = Words(
    ("a button that plays it backwards", "a button for reverse playback", "a backward button"), ("another button plays it backwards", "it can be played in reverse with a button", "one more button plays it backwards"), ("[play] it backwards when another button is clicked",), ("reverse button", "backward button"),
)  # fmt: skip
SPEED = Knob("speed", ("playback speed", "speed", "playback rate", "speed of the playback"), "", 0, 2, 1, ((0, 2), (0.5, 2), (0.25, 4), (0, 4), (0.1, 3), (0.5, 1.5), (-2, 2)), (0.5,))


def recorder(stage: Stage, samples: int, name: str) -> None:
    """The array and what writes into it."""
    stage.add(f"graph {name} {samples} -1 1")
    stage.say(BUTTON)
    button = stage.add('bng "record"')
    stage.add(f"tabwrite~ {name}", stage.add("adc~ 1"), button)
    stage.feeds.append(Feed(10, button, "bang"))


def chained(stage: Stage, sound: Signal) -> None:
    """Perhaps a filter, perhaps an echo, and the level."""
    if stage.draw.chance(0.35):
        sound = filtering(stage, sound, stage.draw.one(("low", "low-control", "high", "high-control")))
    if stage.draw.chance(0.2):
        sound = echo(stage, sound)
    output(stage, sound, stage.draw.one(("unsaid", "volume", "volume", "pan")))


def sampler(draw: Draw) -> Example:
    """Played once, forwards and perhaps backwards."""
    stage = Stage(draw)
    length = draw.one((500, 1000, 1000, 1500, 2000, 2000, 3000))
    samples = int(length * 44.1)
    recorder(stage, samples, "recording")
    stage.say(FORWARD)
    forward = stage.add('bng "forward"' if (both := draw.chance(0.5)) else 'bng "play"')
    messages: list[Handle] = []
    if both:
        stage.say(BACKWARD)
        backward = stage.add('bng "backward"')
        messages.append(stage.add(f"msg 0 , {samples} {length}", forward))
        messages.append(stage.add(f"msg {samples} , 0 {length}", backward))
    else:
        messages.append(stage.add(f"msg 0 , {samples} {length}", forward))
    chained(stage, stage.add("tabread4~ recording", stage.add("line~", *messages)))
    stage.feeds.append(Feed(length + 60, forward, "bang"))
    stage.seconds = (length + 1000) / 1000
    return finished(stage, Head(*RECORD, times(draw, t=length)))


def looper(draw: Draw) -> Example:
    """Repeated endlessly, at a speed."""
    stage = Stage(draw)
    length = draw.one((500, 1000, 1000, 1500, 2000, 2000, 3000))
    samples = int(length * 44.1)
    recorder(stage, samples, "loop")
    each = plain(round(1000 / length, 4))
    if draw.chance(0.75):
        box, _ = control(stage, SPEED, ("slider",))
        stage.probes.append((box, "0.3", different_level))
        rate: Signal = stage.add("phasor~", stage.add(f"* {each}", box) if length != 1000 else box)
    else:
        rate = stage.add(f"phasor~ {each}")
    chained(stage, stage.add("tabread4~ loop", stage.add(f"*~ {samples}", rate)))
    stage.seconds = (2 * length + 100) / 1000
    return finished(stage, Head(*LOOPS, times(draw, t=length)))


SKILLS: dict[str, Skill] = {"sampler": sampler, "looper": looper}
CORE: tuple[str, ...] = ("sampler", "looper")
