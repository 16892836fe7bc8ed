"""Skills: what was played or moved is recorded in its time and replayed: MIDI notes, sliders, clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.band2_melody import ending
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import Trial
from patchgen_training.skills.expect_time import loud_at, moments, numbers
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound_stage import finished, level
from patchgen_training.skills.sound_words import Request, said


def recorded(sketch: Sketch, source: Handle) -> tuple[Handle, Handle, Handle]:
    """Numbers of a source go to a text with the time since the last while a toggle is on; gives the toggle, the button that plays them and what is played."""
    switch = sketch.add('tgl "record"')
    gate = sketch.add("spigot", source, sketch.into(1, switch))
    order = sketch.add("t b b f", gate)
    begin = sketch.add("t b b", sketch.add("sel 1", switch))
    timer = sketch.add("timer", order, begin, sketch.into(1, sketch.out(order, 1)))
    event = sketch.add("pack f f", timer, sketch.into(1, sketch.out(order, 2)))
    sketch.add("text set recording 100000", event)
    sketch.add("text define recording", sketch.add("msg clear", sketch.out(begin, 1)))
    play = sketch.add('bng "play"')
    return switch, play, sketch.add("text sequence recording -w 1", sketch.add("msg line 0 , auto", play))


def again(box: Handle, values: list[float], gaps: list[float], start: float) -> Holds:
    """The values come again after a start, as far apart as they were."""

    def holds(seen: Observation) -> bool:
        found = [(at, value) for at, value in zip(moments(seen, box), numbers(seen, box), strict=True) if at >= start - 1]
        if [value for _, value in found] != values:
            return False
        return all(abs(at - start - gap) < 4 for (at, _), gap in zip(found, gaps, strict=True))

    return holds


GESTURE = (
    "records the movements of a slider while a toggle is on and repeats them when a button is clicked", "remembers how a slider is moved, with its timing, and plays the movement back at the click of a button", "captures the gestures made with a slider and repeats them exactly in time when play is pressed",
    "stores the values of a slider together with the time between them and outputs them again to a number box on a click", "records a slider as automation: a toggle starts the recording, a button plays it back and a number box shows the values", "writes every change of a slider into a list with its time and plays this list when a button is pressed",
)  # fmt: skip
GESTURE_THINGS = ("a gesture recorder for a slider with a record toggle and a play button", "a recorder for slider movements with playback", "an automation recorder: a slider, a record toggle, a play button and a number box")
GESTURE_ASKS = ("I want to record how I move a slider and play it back later with a button", "how can I record a slider and have Pd move through the same values again in the same time?", "i move a slider while record is on, then click play and see the same numbers again")


def gesture(draw: Draw) -> Example:
    """A slider's movement, replayed into a number box."""
    sketch = Sketch()
    source = sketch.add('hsl 0 127 "gesture"')
    switch, play, back = recorded(sketch, source)
    box = sketch.add("number", back)
    feeds = [Feed(10, switch, "1"), Feed(60, source, "20"), Feed(100, source, "64"), Feed(180, source, "100"), Feed(220, switch, "0"), Feed(300, play, "bang")]
    return Example(said(draw, Request(GESTURE, GESTURE_THINGS, GESTURE_ASKS)), sketch.text(), again(box, [20, 64, 100], [50, 90, 170], 300), feeds, [box], 0.55)


PLAYED = (
    "records the notes played on a MIDI keyboard while a toggle is on and plays them back with an oscillator when a button is clicked", "remembers the MIDI notes that I play, with their rhythm, and repeats the melody at the click of a button", "captures incoming MIDI notes together with their timing and plays them again with a sine oscillator when play is pressed",
    "works as a MIDI recorder: a toggle starts the recording and a button plays the notes again", "stores each MIDI note with the time since the one before and plays this melody back on a click",
)  # fmt: skip
PLAYED_THINGS = ("a MIDI note recorder with a record toggle and a play button", "a recorder that plays my MIDI melody back with a sine tone, with a record toggle and a play button")
PLAYED_ASKS = ("I play something on my MIDI keyboard and want to hear it again, same notes, same rhythm, when I click a button", "how do I record MIDI notes and play them back?", "record toggle, play button, MIDI notes in, sine out")


def notes(draw: Draw) -> Example:
    """A melody of a MIDI keyboard, replayed by an oscillator."""
    scene = begun(draw)
    source = scene.add("notein")
    note = scene.add("stripnote", source, scene.into(1, scene.sketch.out(source, 1)))
    switch, play, back = recorded(scene.sketch, note)
    back = scene.add("f", back)
    sounding = scene.add("osc~", scene.add("mtof", back))
    shape = scene.add("line~", scene.add("msg 1 , 0 500", back))
    scene.signal = (scene.add("*~", sounding, scene.into(1, shape)),)
    controls = level(scene, ending(draw))
    feeds = [Feed(10, switch, "1"), Feed(60, source, "60 90 1"), Feed(90, source, "60 0 1"), Feed(160, source, "64 90 1"), Feed(240, source, "67 90 1"), Feed(280, switch, "0"), Feed(300, play, "bang")]
    example = finished(scene, Request(PLAYED, PLAYED_THINGS, PLAYED_ASKS, controls), Trial(feeds, 0.65, loud_at(360, 600)))
    return replace(example, watch=[back], holds=all_of(again(back, [60, 64, 67], [50, 150, 230], 300), example.holds))


TAPPED = (
    "records the rhythm of clicks on a button while a toggle is on and plays it back when another button is pressed", "remembers when a tap button is clicked and repeats this rhythm at the click of a play button", "captures a tapped rhythm and repeats it on a second button", "stores the times between the clicks on a button and bangs another button in the same rhythm on a click",
)  # fmt: skip
TAPPED_THINGS = ("a rhythm recorder with a tap button, a record toggle and a play button", "a recorder for tapped rhythms that flashes a button on playback")
TAPPED_ASKS = ("I tap a rhythm on a button, then click play and a button should flash in the same rhythm", "how can I record the rhythm of my clicks and play it again?")


def rhythm(draw: Draw) -> Example:
    """The rhythm of clicks, replayed as bangs."""
    sketch = Sketch()
    tap = sketch.add('bng "tap"')
    switch, play, back = recorded(sketch, sketch.add("msg 1", tap))
    sketch.add("bng", back)
    feeds = [Feed(10, switch, "1"), Feed(60, tap, "bang"), Feed(100, tap, "bang"), Feed(180, tap, "bang"), Feed(220, switch, "0"), Feed(300, play, "bang")]
    return Example(said(draw, Request(TAPPED, TAPPED_THINGS, TAPPED_ASKS)), sketch.text(), again(back, [1, 1, 1], [50, 90, 170], 300), feeds, [back], 0.55)


SKILLS: dict[str, Callable[[Draw], Example]] = {"gesture": gesture, "notes": notes, "rhythm": rhythm}

CORE: tuple[str, ...] = ("gesture", "notes")
"""Plain requests that deserve more examples than exotic ones."""
