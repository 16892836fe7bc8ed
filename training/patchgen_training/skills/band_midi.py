"""Skills: what a MIDI keyboard sends, asked for in the same sentences for note, velocity, channel and frequency; what pressed and released keys do."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, says
from patchgen_training.skills.sequence_phrase import NEVER, When, enumerated, phrased
from patchgen_training.skills.sequence_theory import hertz
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import Text

NOTES = ("incoming MIDI notes", "MIDI notes", "the notes of a MIDI keyboard", "notes played on a MIDI keyboard", "the keys played on my MIDI keyboard", "notes from a MIDI controller")
TAKES = ("[receive] {n}", "[take] {n}", "[read] {n}", "[listen] to {n}", "[get] {n}")


@dataclass(frozen=True, slots=True)
class Value:
    """One of the numbers that come with a note."""

    label: str
    words: tuple[str, ...]
    """Of {n}, the notes: "the velocity of {n}"."""
    own: tuple[str, ...]
    """After "their": "velocity"."""


VALUES = {
    "note": Value("note", ("the note number of {n}", "the MIDI note number of {n}", "the pitch of {n} as a MIDI note number", "which key is pressed, as a note number, for {n}"), ("note number", "MIDI note number", "pitch as a note number")),
    "velocity": Value("velocity", ("the velocity of {n}", "how hard {n} are struck", "the key velocity of {n}", "the loudness (velocity) of {n}"), ("velocity", "key velocity", "velocity value")),
    "channel": Value("channel", ("the channel of {n}", "the MIDI channel of {n}", "on which MIDI channel {n} arrive"), ("MIDI channel", "channel", "channel number")),
    "frequency": Value("frequency", ("the frequency of {n}", "the frequency in Hz of {n}", "the frequency in hertz of {n}", "the pitch in Hz of {n}"), ("frequency", "frequency in Hz", "frequency in hertz")),
}  # fmt: skip


def shown_values(draw: Draw) -> Example:
    """One, two or three of them in number boxes, or one or two printed."""
    wanted = draw.one((("note",), ("velocity",), ("channel",), ("frequency",), ("frequency",), ("note", "velocity"), ("note", "velocity"), ("note", "frequency"), ("note", "channel"), ("frequency", "velocity"), ("note", "velocity", "channel")))
    printed = draw.chance(0.35) and wanted in (("note",), ("velocity",), ("channel",), ("frequency",), ("note", "velocity"))
    sketch = Sketch()
    source = sketch.add("notein")
    cords: dict[str, Handle | Cord] = {"note": source, "velocity": sketch.out(source, 1), "channel": sketch.out(source, 2)}
    if "frequency" in wanted:
        cords["frequency"] = sketch.add("mtof", source)
    boxes: list[Handle] = []
    if printed and len(wanted) > 1:
        sketch.add("print", sketch.add("pack f f", cords[wanted[0]], sketch.into(1, cords[wanted[1]])))
    elif printed:
        sketch.add("print", cords[wanted[0]])
    else:
        boxes = [sketch.add(f'number "{VALUES[key].label}"', cords[key]) for key in wanted]
    many = len(wanted) > 1
    where = draw.one(("to the console", "in the console", "to the Pd window")) if printed else ("in number boxes" if many else "in a number box")

    def notes() -> str:
        return draw.one(NOTES)

    def what() -> str:
        first = draw.one(VALUES[wanted[0]].words)
        if many:
            owns = [draw.one(VALUES[key].own) for key in wanted]
            return f"the {enumerated(owns)} of {notes()}"
        return first.replace("{n}", notes())

    def theirs() -> str:
        owns = [draw.one(VALUES[key].own) for key in wanted]
        each = ", each in its own number box" if many and not printed and draw.chance(0.4) else f" {where}"
        verb = "[print]" if printed else draw.one(("[show]", "[display]"))
        return f"{draw.one(TAKES).replace('{n}', notes())} and {verb} their {enumerated(owns)}{each}"

    plain = "[print]" if printed else draw.one(("[show]", "[display]", "[tell] me"))
    cores: list[Text] = [theirs, theirs, theirs, lambda: f"{plain} {what()}" + ("" if printed or plain != "[show]" else f" {where}"), lambda: f"{plain} {what()}"]
    nouns: list[Text] = [lambda: f"a monitor for {what()}" + (" that prints" if printed else ""), lambda: f"{'a console printout' if printed else 'a display'} of {what()}", lambda: f"{'a printer' if printed else 'number boxes' if many else 'a number box'} for {what()}"]
    note, velocity, channel = draw.integer(36, 96), draw.integer(1, 127), draw.integer(1, 16)
    right: dict[str, float] = {"note": note, "velocity": velocity, "channel": channel, "frequency": hertz(note)}
    checks: list[Holds] = [says(0, [right[key] for key in wanted])] if printed else [says(box, [right[key]]) for box, key in zip(boxes, wanted, strict=True)]
    return Example(phrased(draw, cores, nouns, NEVER, (), heard=False), sketch.text(), all_of(*checks), [Feed(10, source, f"{note} {velocity} {channel}")], boxes, 0.05)


PRESSED = When(("when a MIDI key is pressed", "each time a key of the MIDI keyboard is pressed", "whenever a MIDI note is played", "for every MIDI note that starts", "when I press a key on my MIDI keyboard", "on each MIDI note-on"), (), ("note on",))
RELEASED = When(("when a MIDI key is released", "each time a key of the MIDI keyboard is released", "whenever a MIDI note ends", "for every MIDI note that stops", "when I let go of a key on my MIDI keyboard", "on each MIDI note-off"), (), ("note off",))


def key_events(draw: Draw) -> Example:
    """A button, a word or a count for pressed keys, released keys, or both."""
    which = draw.one(("pressed", "pressed", "released", "both", "held", "count"))
    sketch = Sketch()
    source = sketch.add("notein")
    feeds = [Feed(10, source, "60 90 1"), Feed(30, source, "60 0 1")]
    velocity = sketch.out(source, 1)
    cores: list[Text]
    if which == "held":
        box = sketch.add("tgl", sketch.add("> 0", velocity))
        cores = ["[switch] a toggle on while a MIDI key is held and off when it is released", "[show] with a toggle whether a MIDI key is held down", "[turn] a toggle on when a MIDI key is pressed and off when it is released", "[keep] a toggle on as long as a MIDI note is held"]
        nouns: list[Text] = ["a toggle that is on while a MIDI key is held", "a toggle that shows whether a MIDI note is held down"]
        return Example(phrased(draw, cores, nouns, NEVER, heard=False), sketch.text(), says(box, [1, 0]), feeds, [box], 0.06)
    if which == "count":
        strip = sketch.add("stripnote", source, sketch.into(1, velocity))
        store = sketch.add("f", sketch.add("t b", strip))
        ahead = sketch.add("+ 1", store)
        box = sketch.add("number", ahead)
        sketch.connect(ahead, store, inlet=1)
        cores = ["[count] the MIDI notes that are played", "[count] how many keys of a MIDI keyboard have been pressed and [show] the number in a number box", "[show] how many MIDI notes have come in", "[display] the number of MIDI notes played so far in a number box", "[count] MIDI notes and [display] the count"]
        nouns = ["a counter for MIDI notes", "a number box that counts the MIDI notes I play", "a counter of keys pressed on a MIDI keyboard"]
        more = [Feed(40, source, "62 80 1"), Feed(50, source, "62 0 1")]
        return Example(phrased(draw, cores, nouns, NEVER, heard=False), sketch.text(), says(box, [1, 2]), [*feeds, *more], [box], 0.08)
    select = sketch.add("sel 0", velocity)
    if which == "both":
        on, off = sketch.add('bng "on"', sketch.out(select, 1)), sketch.add('bng "off"', select)
        cores = ["[flash] one button when a MIDI key is pressed and another when it is released", "[bang] a button for every MIDI note-on and another for every note-off", "[light] one button on when a note starts and another when the note ends on a MIDI keyboard", "[send] a bang to one button when a MIDI key goes down and to another button when it comes up"]
        nouns = ["two buttons, one for pressed and one for released MIDI keys", "a button for MIDI note-ons and another for note-offs"]
        return Example(phrased(draw, cores, nouns, NEVER, heard=False), sketch.text(), all_of(at_times(on, [10]), at_times(off, [30])), feeds, [on, off], 0.06)
    cord: Handle | Cord = sketch.out(select, 1) if which == "pressed" else select
    when, at = (PRESSED, 10) if which == "pressed" else (RELEASED, 30)
    if draw.chance(0.35):
        word = draw.one(("hello", "on", "off", "key", "now", "yes"))
        sketch.add("print", sketch.add(f"msg {word}", cord))
        cores = [f"[print] {word}", f"[print] the word {word}", f"[write] {word} to the console"]
        return Example(phrased(draw, cores, [f"the word {word} printed"], when, heard=False), sketch.text(), all_of(says(0, [word]), at_times(0, [at])), feeds, (), 0.06)
    box = sketch.add("bng", cord)
    cores = ["[flash] a button", "[send] a bang to a button", "[bang] a button", "[light] up a button", "[trigger] a bang"]
    return Example(phrased(draw, cores, ["a button that flashes", "a bang"], when, heard=False), sketch.text(), at_times(box, [at]), feeds, [box], 0.06)


SKILLS: dict[str, Skill] = {"shown-values": shown_values, "key-events": key_events}
CORE: tuple[str, ...] = ("band_midi/shown-values", "band_midi/key-events")
