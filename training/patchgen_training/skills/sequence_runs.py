"""Scales in every direction and sequencers whose notes nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, numbers, says
from patchgen_training.skills.sequence_notes import counter, pick, row
from patchgen_training.skills.sequence_phrase import phrased
from patchgen_training.skills.sequence_start import loud, pulse
from patchgen_training.skills.sequence_steps import WAYS, put_out, timbre
from patchgen_training.skills.sequence_theory import SCALES, USUAL_SCALES, root_name
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text


def scale_walk(draw: Draw) -> Example:
    """A scale up, down, or up and down: heard, or shown as numbers."""
    scale = draw.one(("major", "major", "minor", *USUAL_SCALES))
    rooted = draw.chance(0.65)
    base = 60 + (draw.one((0, 0, 2, 4, 5, 7, 9, draw.integer(0, 11))) if rooted else 0)
    steps = [*(base + step for step in SCALES[scale]), base + 12]
    way = draw.one(("up", "up", "down", "both"))
    notes = {"up": steps, "down": steps[::-1], "both": steps + steps[-2:0:-1]}[way]
    output = draw.one(("sound", "sound", "sound", "print", "number"))
    sketch = Sketch()
    beat = pulse(draw, sketch)
    select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), counter(sketch, beat.source, len(notes)))
    messages = [sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)]
    watched, wave, more = put_out(draw, sketch, output, messages)
    features = [*beat.features, *more]
    going = draw.one(WAYS[way])
    name = f"{root_name(draw, base)} {scale}" if rooted else scale
    core = f"a {name} scale {going}".rstrip()
    cores: Sequence[Text] = {
        "sound": [f"[play] {core}{wave}", f"[play] {core} in a loop{wave}", f"[run] through {core}{wave}", f"[repeat] {core}{wave}", f"[go] through {core}{wave}", f"[play] the notes of {core} one after the other{wave}"],
        "print": [f"[print] the MIDI notes of {core} one by one", f"[print] {core} as MIDI notes", f"[write] the note numbers of {core} to the console"],
        "number": [f"[show] the MIDI notes of {core} one by one in a number box", f"[display] {core} as MIDI notes in a number box", f"[count] through the MIDI notes of {core} in a number box"]}[output]
    nouns: Sequence[Text] = {
        "sound": [f"{core}{wave}", f"a {name} scale player that goes {going or 'up'}{wave}", f"{core} in a loop{wave}"],
        "print": [f"the notes of {core}, printed,"], "number": [f"the notes of {core} in a number box"]}[output]
    count = 5 if beat.period < 600 else 3
    right = (lambda seen: row(notes)(numbers(seen, watched)) and sounds(0.003, 0.7)(seen)) if output == "sound" else says(watched, list(islice(cycle(notes), count)))
    return Example(phrased(draw, cores, nouns, beat.when, features, heard=output == "sound"), sketch.text(), all_of(at_times(watched, beat.at(range(count))), right), beat.feeds, [watched] if watched else [], beat.seconds(count - 0.5))


PLAIN = {3: (60, 64, 67), 4: (60, 64, 67, 72), 5: (60, 62, 64, 67, 69), 6: (60, 62, 64, 65, 67, 69), 7: (60, 62, 64, 65, 67, 69, 71), 8: (60, 62, 64, 65, 67, 69, 71, 72),
         16: (60, 62, 64, 65, 67, 69, 71, 72, 72, 71, 69, 67, 65, 64, 62, 60)}


def plain_sequencer(draw: Draw) -> Example:
    """A step sequencer of a said number of steps and unsaid notes: a scale of C."""
    size = draw.one((3, 4, 4, 5, 6, 7, 8, 8, 8, 16, 16))
    notes = list(PLAIN[size])
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="step")
    pitch = pick(sketch, counter(sketch, beat.source, size), notes)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    count = draw.one((str(size), NUMBER_WORDS[size]))
    cores: list[Text] = [f"[run] a {count} step sequencer{wave}", f"[play] a sequence of {count} notes{wave}", f"[play] a {count} step melody in a loop{wave}", f"[work] as a {count}-step sequencer{wave}", f"[loop] {count} notes{wave}", f"[step] through {count} notes{wave}", f"[sequence] {count} notes{wave}"]
    nouns: list[Text] = [f"a {count} step sequencer{wave}", f"a {count}-step sequencer{wave}", f"a sequencer with {count} steps{wave}", f"a step sequencer of {count} notes{wave}", f"a simple {count} step sequencer{wave}", f"a melody of {count} notes in a loop{wave}"]
    steps = min(size + 1, 5) if beat.period < 600 else 3
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(pitch, beat.at(range(steps))), lambda seen: row(notes)(numbers(seen, pitch)), sounds(0.003, 0.7)), beat.feeds, [pitch], beat.seconds(steps - 0.5))


SKILLS: dict[str, Skill] = {"scale-walk": scale_walk, "sequencer-plain": plain_sequencer}
