"""Skills: recordings of the microphone played in pieces and in both directions: buttons for ways, speeds and parts."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_tables import heard_later
from patchgen_training.skills.audio_tables_play import MICROPHONE, TABLE, record
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import has_pitch
from patchgen_training.skills.sequence_phrase import NEVER, phrased
from patchgen_training.skills.sequence_start import loud
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import NUMBER_WORDS, Text

LENGTHS = (1000, 1000, 2000, 2000, 3000, 3000, 4000, 5000)


def recorded(draw: Draw, sketch: Sketch) -> tuple[int, int, list[Feed], Callable[[], str]]:
    """A record button: milliseconds, samples, what is done to it, how its length is said."""
    unsaid = draw.chance(0.5)
    length = 3000 if unsaid else draw.one(LENGTHS)
    samples = int(length * 44.1)
    _, feeds = record(draw, sketch, samples, "button")
    return length, samples, feeds, lambda: "" if unsaid else f" {spell(draw, length)} of"


def finished(draw: Draw, sketch: Sketch, signal: Handle, size: Callable[[], str], tails: tuple[str, ...], things: tuple[str, ...], feeds: list[Feed], start: int, end: int, pitch: float) -> Example:
    """The output and the words: what is recorded, then how it is played."""
    features = loud(draw, sketch, signal, 0.4)
    def spoken(verb: str) -> str:
        how = draw.one((" when I press a record button", " with a record button", " at a click", ""))
        into = draw.one(("", f" into {draw.one(TABLE)}", f" in {draw.one(TABLE)}")) if verb != "sample" else ""
        return f"[{verb}]{size()} {draw.one(MICROPHONE)}{into}{how} and {draw.one(tails)}"

    verbs = ("record", "record", "sample", "capture", "store")
    cores: list[Text] = [lambda: spoken(draw.one(verbs))] * 5
    nouns: list[Text] = [lambda: f"a recorder for{size()} {draw.one(MICROPHONE)} {draw.one(things)}", lambda: f"a sampler of{size()} {draw.one(MICROPHONE)} {draw.one(things)}", lambda: f"a recording of{size()} {draw.one(MICROPHONE)} {draw.one(things)}"]
    made = Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), lambda seen: True)
    return heard_later(made, feeds, start / 1000, end / 1000, has_pitch(pitch, 0.06))


def both_ways(draw: Draw) -> Example:
    """One button plays it forwards, another backwards."""
    sketch = Sketch()
    length, samples, feeds, size = recorded(draw, sketch)
    forwards, backwards = sketch.add('bng "forward"'), sketch.add('bng "backward"')
    line = sketch.add("line~", sketch.add(f"msg 0 , {samples} {length}", forwards), sketch.add(f"msg {samples} , 0 {length}", backwards))
    signal = sketch.add("tabread4~ recording", line)
    begin = length + 200
    feeds.append(Feed(begin, draw.one((forwards, backwards)), "bang"))
    tails = ("[play] it forwards with one button and backwards with another", "[have] a button that plays it forwards and a button that plays it backwards", "[play] it back forwards or in reverse, each with its own button", "[let] me play it forwards or backwards with two buttons", "[play] the recording with a forward button and a backward button")
    things = ("with a forward and a backward button", "that plays it forwards with one button and backwards with another", "with two play buttons, forwards and reversed", "that can be played forwards and in reverse with two buttons")
    return finished(draw, sketch, signal, size, tails, things, feeds, begin + 50, begin + 400, 330)


SPEEDS = {0.5: ("half speed", "half the speed"), 1: ("normal speed", "the original speed"), 2: ("double speed", "twice the speed")}
LABELS = {0.5: "half", 1: "normal", 2: "double"}


def speeds(draw: Draw) -> Example:
    """A button for each of two or three speeds."""
    sketch = Sketch()
    length, samples, feeds, size = recorded(draw, sketch)
    chosen = draw.one(((0.5, 1, 2), (0.5, 2), (1, 0.5), (1, 2)))
    buttons = [sketch.add(f'bng "{LABELS[speed]}"') for speed in chosen]
    messages = [sketch.add(f"msg 0 , {samples} {length / speed:g}", button) for speed, button in zip(chosen, buttons, strict=True)]
    signal = sketch.add("tabread4~ recording", sketch.add("line~", *messages))
    begin, which = length + 200, draw.integer(0, len(chosen) - 1)
    feeds.append(Feed(begin, buttons[which], "bang"))

    names = [draw.one(SPEEDS[speed]) for speed in chosen]
    row = ", ".join(names[:-1]) + f" or {names[-1]}"
    tails = (f"[play] it at {row} with separate buttons", f"[play] it back at {row}, a button for each", f"[have] a button each to play it at {row.replace(' or ', ' and ')}", f"[let] me play it at {row} by pressing a button")
    things = (f"with buttons for {row.replace(' or ', ' and ')}", f"that plays it at {row} with a button each", f"played at {row}, one button for each speed,")
    return finished(draw, sketch, signal, size, tails, things, feeds, begin + 50, begin + 350, 330 * chosen[which])


def slices(draw: Draw) -> Example:
    """Parts of the recording on buttons, or by a number, or by chance on a beat."""
    sketch = Sketch()
    length, samples, feeds, size = recorded(draw, sketch)
    count = draw.one((2, 3, 4, 4, 8))
    part, time = samples // count, length / count
    by = draw.one(("buttons", "number", "chance")) if count < 8 else draw.one(("number", "chance"))
    if by == "buttons":
        buttons = [sketch.add(f'bng "{i + 1}"') for i in range(count)]
        line = sketch.add("line~", *[sketch.add(f"msg {part * i} , {part * (i + 1)} {time:g}", button) for i, button in enumerate(buttons)])
        begin = length + 200
        feeds.append(Feed(begin, draw.one(buttons), "bang"))
    else:
        if by == "number":
            box = sketch.add('number "slice"')
            index = sketch.add("- 1", box)
            message, begin = str(draw.integer(1, count)), length + 200
        else:
            switch = sketch.add('tgl "on"')
            index = sketch.add(f"random {count}", sketch.add(f"metro {time:g}", switch))
            box, message, begin = switch, "1", length + 200
        start = sketch.add(f"* {part}", index)
        ends = sketch.add("pack f f", start, sketch.into(1, sketch.add(f"+ {part}", start)))
        # The end is reckoned first: [pack] fires at its left inlet.
        line = sketch.add("line~", sketch.add(f"msg $1 , $2 {time:g}", ends))
        feeds.append(Feed(begin, box, message))
    signal = sketch.add("tabread4~ recording", line)
    number = draw.one((str(count), NUMBER_WORDS[count]))
    tails = {
        "buttons": (f"[cut] it into {number} equal slices, each played by its own button", f"[play] each of {number} parts of it with a button", f"[have] {number} buttons that play {number} slices of it", f"[divide] it into {number} parts that buttons play"),
        "number": (f"[play] one of {number} slices of it, chosen by a number box", f"[cut] it into {number} slices and [play] the one whose number I enter", f"[play] the slice (1 to {count}) that is typed into a number box"),
        "chance": (f"[cut] it into {number} slices and [play] them in random order while a toggle is on", f"[play] random slices of it, {number} in all, with an on/off toggle", f"[shuffle] {number} slices of it with a metro and a toggle"),
    }[by]
    things = {
        "buttons": (f"cut into {number} slices with a button each", f"with {number} buttons for {number} parts"), "number": (f"with a number box to choose one of {number} slices", f"cut into {number} slices, chosen by number"),
        "chance": (f"that plays {number} slices in random order while a toggle is on", f"cut into {number} slices that are shuffled, with an on/off toggle"),
    }[by]
    return finished(draw, sketch, signal, size, tails, things, feeds, begin + 30, begin + min(int(time), 300) - 10, 330)


SKILLS: dict[str, Skill] = {"both-ways": both_ways, "speeds": speeds, "slices": slices}
CORE: tuple[str, ...] = ("band_player/both-ways",)
