"""Grains: short pieces of a recording, one after the other, from places by chance or from one place of it."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_tables import heard_later
from patchgen_training.skills.audio_tables_play import MICROPHONE, record
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import has_pitch
from patchgen_training.skills.sequence_phrase import NEVER, Feature, phrased, widened
from patchgen_training.skills.sequence_start import SWITCH, loud
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import every, spell
from patchgen_training.skills.time_words import Text

PITCH = Feature(("a pitch slider", "a slider for the pitch of the grains", "a transposition slider", "adjustable pitch"), ("[have] a slider for the pitch of the grains", "[let] me transpose the grains with a slider"), ("change the pitch of the grains", "transpose the grains with a slider"), ("pitch slider", "grain pitch slider"))
POSITION = Feature(("a position slider", "a slider for the place in the recording", "a slider that chooses where in the recording the grains come from"), ("[have] a position slider", "[let] me choose with a slider where the grains come from"), ("move through the recording with a slider", "choose the position with a slider"), ("position slider",))
CLOUD = ("a cloud of grains", "a granular cloud", "a granular texture", "short grains", "a grain cloud", "a stream of grains")
RECORD = Feature(("a record button", "a button to record", "a button that starts the recording"), ("[have] a record button", "[record] at the click of a button"), ("record with a button",), ("record button",))


def grain_start(draw: Draw, sketch: Sketch, clock: Handle, last: int, features: list[Feature]) -> Handle:
    """The first sample of a grain: any of the table, or near a place set with a slider."""
    if draw.chance(0.6):
        return sketch.add(f"random {last}", clock)
    position = sketch.add(f'hsl 0 {last - 1000} "position" init:0')
    features.append(POSITION)
    return sketch.add("+", sketch.add("random 1000", clock), sketch.into(1, position))


def grains(draw: Draw) -> Example:
    """A recording is played in grains, each with a fade at both ends."""
    length, period = draw.one((1000, 1000, 2000, 2000, 3000)), draw.one((50, 60, 80, 100, 100, 120, 150, 200))
    grain = draw.one((period, period, period // 2))
    samples, size, half = int(length * 44.1), int(grain * 44.1), grain // 2
    sketch = Sketch()
    _, feeds = record(draw, sketch, samples, "button")
    switch = sketch.add('tgl "on"')
    clock = sketch.add(f"metro {period}", switch)
    features = [SWITCH]
    order = sketch.add("t f f", grain_start(draw, sketch, clock, samples - 2 * size, features))
    if draw.chance(0.35):
        pitch = sketch.add('hsl 0.5 2 "pitch" init:1')
        end = sketch.add(f"expr $f1 + $f2 * {size}", sketch.out(order, 1), sketch.into(1, pitch))
        features.append(PITCH)
    else:
        end = sketch.add(f"+ {size}", sketch.out(order, 1))
    path = sketch.add(f"msg $1 , $2 {grain}", sketch.add("pack f f", order, sketch.into(1, end)))
    voice = sketch.add("tabread4~ recording", sketch.add("line~", path))
    fade = sketch.add("vline~", sketch.add(f"msg 0 , 1 {half} , 0 {half} {half}", clock))
    features += loud(draw, sketch, sketch.add("*~", voice, sketch.into(1, fade)))
    features += [RECORD] if draw.chance(0.4) else []
    source = draw.one(MICROPHONE)

    def what() -> str:
        return draw.one((f"grains of {spell(draw, grain)} {every(draw, period)}", f"a grain of {spell(draw, grain)} {every(draw, period)}", f"{spell(draw, grain)} grains, one {every(draw, period)},"))

    where = ("from random positions", "from random places", "taken from it at random", "from places chosen by chance") if POSITION not in features else ("from around one position", "from one place of it", "taken near one position")
    took = f"{spell(draw, length)} of {source}"
    cores: list[Text] = [
        lambda: f"[record] {took} into a table and [play] it back in {what()} {draw.one(where)}", lambda: f"[make] {draw.one(CLOUD)} out of {took}: {what()} {draw.one(where)}", lambda: f"[granulate] {took}, with {what()} {draw.one(where)}",
        lambda: f"[turn] a recording of {took} into {draw.one(CLOUD)}, {what()} {draw.one(where)}", lambda: f"[work] as a simple granular synthesizer for {took}, playing {what()} {draw.one(where)}", lambda: f"[chop] {took} into {what()} {draw.one(where)} and [fade] each of them in and out",
        lambda: f"[sample] {took} and [play] {what()} {draw.one(where)}, each with a short fade in and out", lambda: f"[read] {draw.one(CLOUD)} from a recorded array of {took}, {what()} {draw.one(where)}",
    ]  # fmt: skip
    nouns: list[Text] = [
        lambda: f"a granular sampler for {took} with {what()} {draw.one(where)}", lambda: f"{draw.one(CLOUD)} from {took}, {what()} {draw.one(where)}", lambda: f"granular synthesis of {took}: {what()} {draw.one(where)}", lambda: f"a granulator for {took}, {what()} {draw.one(where)}",
    ]  # fmt: skip
    made = Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), lambda seen: True)
    begin = length + 200
    return heard_later(made, [*feeds, Feed(begin, switch, "1")], begin / 1000, (begin + 5 * period + 200) / 1000, has_pitch(330, 0.1))


SKILLS: dict[str, Skill] = widened({"grains": grains})
