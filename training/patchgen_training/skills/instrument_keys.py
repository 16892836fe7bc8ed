"""Keys of the computer: a small piano, their codes, switches."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, loud_at, quiet_at, says
from patchgen_training.skills.sequence_melody import joined
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import hertz
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, output
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_event import result
from patchgen_training.skills.time_words import Text, do, worded

KEY_CODES = {chr(code): code for code in range(97, 123)} | {str(digit): 48 + digit for digit in range(10)}


def computer_piano(draw: Draw) -> Example:
    """Keys of the computer play notes."""
    letters = draw.one((("a", "s", "d", "f"), ("a", "s", "d", "f", "g"), ("q", "w", "e", "r"), ("z", "x", "c", "v"), ("1", "2", "3", "4"), ("a", "s", "d"), ("j", "k", "l"), ("a", "b", "c")))
    base = draw.one((48, 60, 60, 72))
    notes = [base + step for step in draw.one(((0, 2, 4, 5, 7), (0, 4, 7, 12, 16), (0, 3, 5, 7, 10)))[: len(letters)]]
    decay = draw.one((200, 300, 500, 800, 1000))
    sketch = Sketch()
    key = sketch.add("key")
    select = sketch.add("sel " + " ".join(str(KEY_CODES[letter]) for letter in letters), key)
    pitch = sketch.add("mtof", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)])
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {decay}", pitch))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", sketch.add("osc~", pitch), sketch.into(1, level)), slider)
    keys, tones = ", ".join(letters), ", ".join(map(str, notes))

    def tail() -> str:
        return joined(draw, "", [f"a decay of {spell(draw, decay)}", *([draw.one(VOLUME_WORDS)] if slider else [])])

    clauses: list[Text] = [lambda: f"[play] the MIDI notes {tones} with the computer keys {keys}{tail()}", lambda: f"[turn] the computer keys {keys} into a small piano with the notes {tones}{tail()}",
                           lambda: f"[let] me play notes {tones} on the keys {keys} of the computer keyboard{tail()}"]
    things: list[Text] = [lambda: f"a computer keyboard piano: keys {keys} for the notes {tones}{tail()}"]
    return Example(worded(draw, clauses, things, [lambda: f"play notes {tones} using keys {keys}{tail()}"]), sketch.text(), all_of(
        says(pitch, [hertz(notes[1])]), quiet_at(0, 8), loud_at(12, 60)), [Feed(10, key, str(KEY_CODES[letters[1]]))], [pitch], 0.15)


def show_key(draw: Draw) -> Example:
    """The code of a pressed or released key."""
    up = draw.chance(0.25)
    sketch = Sketch()
    source = sketch.add("keyup" if up else "key")
    shown = result(draw, sketch, source, printed=0.4)
    act = "released" if up else "pressed"
    nouns: list[Text] = [f"the code of the {act} key", f"the number of the key that was {act}", f"the ascii code of each {act} key", f"which key was {act} on the computer keyboard, as a number,",
                         f"the key code of {act} computer keys"]
    return Example(worded(draw, shown.seen().clauses(draw, nouns), (), [f"{act} key code" + ("" if shown.box else ", printed")]), sketch.text(), says(shown.box, [99]), [Feed(10, source, "99")], shown.watch, 0.05)


def key_toggle(draw: Draw) -> Example:
    """A key switches a toggle, prints, or counts."""
    letter = draw.one((*"abcdefghijklmnopqrstuvwxyz", "space", "space", "return"))
    code = {"space": 32, "return": 10}.get(letter) or KEY_CODES[letter]
    sketch = Sketch()
    source = sketch.add("key")
    select = sketch.add(f"sel {code}", source)
    name = draw.one({"space": ("the space bar", "the spacebar", "space"), "return": ("the return key", "enter", "the enter key")}.get(letter, (f"the key {letter}", f"the {letter} key", f"{letter} on the keyboard")))
    actions: tuple[tuple[str, tuple[str, ...], Sequence[float | str]], ...] = (
        ("tgl", ("[switch] a toggle on and off with {}", "[flip] a toggle when {} is pressed", "[toggle] a switch with {}"), [1, 0]),
        ("bng", ("[flash] a button when {} is pressed", "[send] a bang with {}", "[trigger] a bang when {} is hit"), []),
        ("print", ("[print] a bang when {} is pressed", "[print] bang each time {} is hit"), []))
    body, texts, wanted = draw.one(actions)
    last = sketch.add(body, select)
    box = 0 if body == "print" else last
    clauses: list[Text] = [text.format(name) for text in texts * 2]
    return Example(worded(draw, clauses, (), [do(texts[0].format(name))]), sketch.text(), all_of(at_times(box, [10, 30]), says(box, wanted)), [Feed(10, source, str(code)), Feed(20, source, "1"), Feed(30, source, str(code))],
                   (box,) if box else (), 0.05)


SKILLS: dict[str, Skill] = widened({
    "computer-piano": computer_piano,
    "key-code": show_key,
    "key-switch": key_toggle,
})
