"""Step sequences and arpeggios: letters, MIDI numbers or Hz, any order, played or shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, numbers, says, within
from patchgen_training.skills.sequence_notes import counter, only, pick, row
from patchgen_training.skills.sequence_phrase import Feature, phrased
from patchgen_training.skills.sequence_start import loud, pulse
from patchgen_training.skills.sequence_theory import (
    CHORD_SIGNS,
    CHORDS,
    ROOTS,
    SCALES,
    USUAL_SCALES,
    hertz,
    root_name,
)
from patchgen_training.skills.sequence_voice import WAVES, envelope, waveform
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import NUMBER_WORDS, Text, listed

ECHO = Feature(("an echo", "echo", "a delay effect", "some echo", "an echo effect"), ("[have] an echo", "[go] through an echo", "[have] some delay on it"), ("hear an echo on it",), ("echo", "delay effect"))


def timbre(draw: Draw, sketch: Sketch, pitch: Handle, trigger: Handle) -> tuple[str, list[Feature], Handle]:
    """A waveform, perhaps with a decay and an echo: the words after the noun, the features, the signal."""
    kind = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle"))
    wave = draw.one(WAVES[kind][2]) if kind != "sine" or draw.chance(0.3) else ""
    signal = waveform(sketch, kind, pitch)
    features = []
    if draw.chance(0.35):
        decay = draw.one((100, 150, 200, 250, 300, 400, 500, 800))
        signal = envelope(sketch, signal, 0, decay, trigger)
        features.append(Feature((lambda: f"a decay of {spell(draw, decay)} per note", lambda: f"notes that fade out in {spell(draw, decay)}", f"a {decay} ms decay"), (f"[fade] each note out in {decay} ms", f"[have] a decay of {decay} ms"), (), (f"{decay} ms decay",)))
    if draw.chance(0.2):
        signal, _ = echo_300(sketch, signal)
        features.append(ECHO)
    return draw.one((f" with {wave}", f" on {wave}", f" using {wave}")) if wave else "", features, signal


def echo_300(sketch: Sketch, signal: Handle) -> tuple[Handle, None]:
    """The plain echo of 300 ms that the other skills have too."""
    line = sketch.add("delwrite~ echo 1000", signal)
    wet = sketch.add("*~ 0.5", sketch.add("delread~ echo 300"))
    sketch.connect(wet, line)
    return sketch.add("+~", signal, sketch.into(1, wet)), None


def put_out(draw: Draw, sketch: Sketch, output: str, notes: Sequence[Handle]) -> tuple[Handle, str, list[Feature]]:
    """MIDI notes as `sound`, in a `number` box or printed: the box to watch (0: none), the words after the noun, the features."""
    if output == "sound":
        pitch = sketch.add("mtof", *notes)
        wave, features, signal = timbre(draw, sketch, pitch, pitch)
        return pitch, wave, [*features, *loud(draw, sketch, signal)]
    if output == "number":
        return sketch.add("number", *notes), "", []
    sketch.add("print", *notes)
    return 0, "", []


def letters(draw: Draw) -> tuple[list[int], list[str]]:
    """Notes as players write them: letters, perhaps with octaves. A bare letter lies in the octave of middle C."""
    with_octave = draw.chance(0.35)
    size = draw.one((3, 4, 4, 4, 5, 6, 8))
    accidental = draw.chance(0.3)
    classes = [draw.integer(0, 11) if accidental else draw.one(SCALES["major"]) for _ in range(size)]
    if not with_octave:
        return [60 + step for step in classes], [root_name(draw, step).replace(" sharp", "#").replace(" flat", "b") for step in classes]
    octave = draw.integer(2, 5)
    return [12 * (octave + 1) + step for step in classes], [f"{ROOTS[step]}{octave}" for step in classes]


def order(draw: Draw, size: int) -> tuple[str, list[int]]:
    """Forwards as a rule, or backwards, or there and back."""
    way = draw.one(("", "", "", "", "", "backwards", "random"))
    return way, list(range(size))[::-1] if way == "backwards" else list(range(size))


def step_sequence(draw: Draw) -> Example:
    """Given notes in a loop."""
    form = draw.one(("letters", "letters", "letters", "midi", "hertz"))
    notes, names = letters(draw)
    if form == "midi":
        notes = [draw.integer(40, 80) for _ in notes]
        names = [str(note) for note in notes]
    if form == "hertz":
        notes = [draw.one((100, 110, 150, 165, 200, 220, 262, 294, 300, 330, 350, 392, 400, 440, 494, 500, 523, 550, 600, 660, 700, 800, 880)) for _ in notes]
        names = [str(note) for note in notes]
    size = len(notes)
    way, indices = order(draw, size)
    sketch = Sketch()
    beat = pulse(draw, sketch, noun=draw.one(("note", "step", "note")))
    index = sketch.add(f"random {size}", beat.source) if way == "random" else counter(sketch, beat.source, size)
    played = [notes[i] for i in indices]
    if form == "hertz":
        select = sketch.add("sel " + " ".join(map(str, range(size))), index)
        pitch = sketch.add("f", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(played)])
    else:
        pitch = pick(sketch, index, played)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    unit = {"letters": "", "midi": draw.one(("MIDI notes ", "midi ", "MIDI note numbers ")), "hertz": ""}[form]
    tail = {"": "", "backwards": draw.one((" backwards", " in reverse order", " in reverse")), "random": draw.one((" in random order", " in a random order", " randomly"))}[way]

    def row_of() -> str:
        return unit + listed(draw, names) + (draw.one((" Hz", "hz", " hertz", " Hz")) if form == "hertz" else "")

    def noted() -> str:
        return row_of() if unit else f"{'frequencies' if form == 'hertz' else 'notes'} {row_of()}"

    count = draw.one((str(size), NUMBER_WORDS[size]))
    cores: list[Text] = [
        lambda: f"[play] the {noted()}{tail}{wave}", lambda: f"[loop] {row_of()}{tail}{wave}", lambda: f"[play] {row_of()} over and over{tail}{wave}", lambda: f"[step] through {row_of()}{tail}{wave}",
        lambda: f"[cycle] through the {noted()}{tail}{wave}", lambda: f"[sequence] {row_of()}{tail}{wave}", lambda: f"[repeat] the sequence {row_of()}{tail}{wave}",
        lambda: f"[play] a {count} step sequence of {row_of()}{tail}{wave}", lambda: f"[run] through {count} {'frequencies' if form == 'hertz' else 'notes'}, {row_of()},{tail}{wave}", lambda: f"[play] the melody {row_of()} in a loop{tail}{wave}"]
    nouns: list[Text] = [
        lambda: f"a {count} step sequencer playing {row_of()}{tail}{wave}", lambda: f"a step sequencer of {count} steps ({row_of()}){tail}{wave}", lambda: f"a sequencer with the {noted()}{tail}{wave}",
        lambda: f"a looping melody {row_of()}{tail}{wave}", lambda: f"an ostinato on {row_of()}{tail}{wave}", lambda: f"a {count}-note sequence {row_of()}{tail}{wave}", lambda: f"a loop of {row_of()}{tail}{wave}", lambda: f"a riff of {row_of()}{tail}{wave}"]
    steps = min(size + 1, 5 if beat.period < 600 else 3)

    def right(seen: Observation) -> bool:
        heard = numbers(seen, pitch)
        if way == "random":
            return all(any(abs(f - (n if form == "hertz" else hertz(n))) < 0.05 for n in notes) for f in heard)
        wanted = list(islice(cycle(played), len(heard)))
        return all(abs(f - (n if form == "hertz" else hertz(n))) < 0.05 for f, n in zip(heard, wanted, strict=True))

    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(pitch, beat.at(range(steps))), right, sounds(0.003, 0.7)), beat.feeds, [pitch], beat.seconds(steps - 0.5))


WAYS: dict[str, tuple[str, ...]] = {
    "up": ("up", "upwards", "ascending", "", "", "from low to high"), "down": ("down", "downwards", "descending", "from high to low"), "both": ("up and down", "upwards and downwards", "up then down"), "random": ("randomly", "in random order", "with a random order")}
CHORD_WORDS = {"major": ("major chord", "major triad", "major arpeggio"), "minor": ("minor chord", "minor triad", "minor arpeggio"), "diminished": ("diminished chord", "dim chord"), "augmented": ("augmented chord",), "sus4": ("sus4 chord",), "sus2": ("sus2 chord",),
               "major seventh": ("major seventh chord", "major 7th chord", "maj7 chord"), "minor seventh": ("minor seventh chord", "minor 7th chord", "min7 chord"), "dominant seventh": ("seventh chord", "dominant seventh chord", "7th chord", "dominant 7 chord")}


def chord_in_words(draw: Draw, chord: str, base: int, rooted: bool) -> str:
    """`a C minor chord`, `Am`, `a minor chord`."""
    if not rooted:
        return f"a {draw.one(CHORD_WORDS[chord])}".replace(" arpeggio", " chord")
    name = root_name(draw, base)
    forms = [f"a {name} {draw.one(CHORD_WORDS[chord])}".replace(" arpeggio", " chord"), f"{name} {chord}", f"the {name} {chord} chord"]
    return draw.one(forms if " " in name else [*forms, f"{name}{CHORD_SIGNS[chord]}" + (" major" if chord == "major" else "")])


def arpeggiator(draw: Draw) -> Example:
    """The notes of a chord one by one: heard, printed or shown."""
    chord = draw.one(("major", "major", "minor", "minor", "minor", *CHORDS))
    rooted = draw.chance(0.6)
    base = 60 + (draw.one((0, 0, 2, 4, 5, 7, 9, 11, draw.integer(0, 11))) if rooted else 0)
    tones = [base + step for step in CHORDS[chord]]
    way = draw.one(("up", "up", "up", "down", "both", "random"))
    notes = {"up": tones, "random": tones, "down": tones[::-1], "both": tones + tones[-2:0:-1]}[way]
    output = draw.one(("sound", "sound", "sound", "sound", "print", "number"))
    sketch = Sketch()
    beat = pulse(draw, sketch)
    index = sketch.add(f"random {len(notes)}", beat.source) if way == "random" else counter(sketch, beat.source, len(notes))
    select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), index)
    messages = [sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)]
    watched, wave, more = put_out(draw, sketch, output, messages)
    features = [*beat.features, *more]
    going = draw.one(WAYS[way])

    def what() -> str:
        return f"{chord_in_words(draw, chord, base, rooted)} {going}".strip() + wave

    shown = {"sound": "", "print": draw.one((" and [print] the MIDI notes", ", printing the note numbers")), "number": draw.one((" and [show] the MIDI note in a number box", ", showing the MIDI note numbers"))}[output]
    cores: list[Text] = [lambda: f"[arpeggiate] {what()}{shown}", lambda: f"[play] an arpeggio over {what()}{shown}", lambda: f"[play] an arpeggio of {what()}{shown}", lambda: f"[play] the notes of {what()} one after the other{shown}",
                         lambda: f"[break] up {what()} into single notes{shown}", lambda: f"[run] an arpeggio through {what()}{shown}", lambda: f"[play] the tones of {what()} one by one{shown}"]
    shown_noun = {"sound": "", "print": " as printed MIDI notes", "number": " as MIDI notes in a number box"}[output]
    nouns: list[Text] = [lambda: f"an arpeggio over {what()}{shown_noun}", lambda: f"an arpeggiator for {what()}{shown_noun}", lambda: f"an arpeggio of {what()}{shown_noun}", lambda: f"an arpeggiator that plays {what()}{shown_noun}", lambda: f"a broken {what().removeprefix('a ').removeprefix('the ')}{shown_noun}" if not rooted else f"a broken chord of {what()}{shown_noun}"]
    if output == "print":
        cores = [lambda: f"[print] the MIDI notes of {what()} one after the other", lambda: f"[print] an arpeggio of {what()}", *cores[:1]]
    if output == "number":
        cores = [lambda: f"[show] the MIDI notes of {what()} one by one in a number box", lambda: f"[output] the MIDI notes of {what()} in a number box one at a time", *cores[:1]]
    steps = 5 if beat.period < 600 else 3
    checks: list[Holds] = [at_times(watched, beat.at(range(steps)))]
    if output == "sound":
        checks += [lambda seen: (only(notes) if way == "random" else row(notes))(numbers(seen, watched)), sounds(0.003, 0.7)]
    else:
        checks.append(within(0 if output == "print" else watched, steps, min(notes), max(notes), True) if way == "random" else says(watched, list(islice(cycle(notes), steps))))
    return Example(phrased(draw, cores, nouns, beat.when, features, heard=output == "sound"), sketch.text(), all_of(*checks), beat.feeds, [watched] if watched else [], beat.seconds(steps - 0.5))


def root_arpeggiator(draw: Draw) -> Example:
    """An arpeggio whose root is set: a number box, a slider, or the last key of a MIDI keyboard."""
    chord = draw.one(tuple(CHORDS)[:2] * 4 + tuple(CHORDS))
    way = draw.one(("up", "up", "up", "down", "both", "random"))
    tones = [*CHORDS[chord], 12] if draw.chance(0.3) and len(CHORDS[chord]) == 3 else list(CHORDS[chord])
    steps = {"up": tones, "random": tones, "down": tones[::-1], "both": tones + tones[-2:0:-1]}[way]
    by = draw.one(("number", "slider", "midi"))
    sketch = Sketch()
    beat = pulse(draw, sketch)
    index = sketch.add(f"random {len(steps)}", beat.source) if way == "random" else counter(sketch, beat.source, len(steps))
    select = sketch.add("sel " + " ".join(map(str, range(len(steps)))), index)
    messages = [sketch.add(f"msg {step}", sketch.out(select, i)) for i, step in enumerate(steps)]
    base, feeds = 60, list(beat.feeds)
    if by == "midi":
        keyboard = sketch.add("notein")
        strip = sketch.add("stripnote", keyboard, sketch.into(1, sketch.out(keyboard, 1)))
        total = sketch.add("+ 60", *messages, sketch.into(1, strip))
    else:
        low, high = draw.one(((36, 72), (48, 72), (36, 84), (48, 84)))
        control = sketch.add('number "root"' if by == "number" else f'hsl {low} {high} "root" init:60')
        total = sketch.add("+ 60", *messages, sketch.into(1, control))
        base = draw.integer(low, high)
        feeds = [Feed(3, control, str(base)), *feeds] if beat.begin else feeds
        base = base if beat.begin else 60
    pitch = sketch.add("mtof", total)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    source: dict[str, tuple[str, ...]] = {
        "number": (" on a root note from a number box", " with the root in a number box", " whose root is typed into a number box", " on any root MIDI note I enter"),
        "slider": (" with a slider for the root note", " whose root is set by a slider", " on a root chosen with a slider", " with an adjustable root note (slider)"),
        "midi": (" on the last note of my MIDI keyboard", " with the root from a MIDI keyboard", " on the MIDI note i play", " from one note on a MIDI keyboard")}
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    octave = " plus the octave" if tones[-1] == 12 else ""

    def what() -> str:
        return f"{draw.one(CHORD_WORDS[chord]).split(' ar')[0]}"

    def tail() -> str:
        return f"{octave} {draw.one(WAYS[way])}".rstrip() + wave + draw.one(source[by])

    def noun() -> str:
        return what().removesuffix(" chord").removesuffix(" triad")

    cores: list[Text] = [lambda: f"[arpeggiate] a {noun()} chord{tail()}", lambda: f"[play] a {noun()} arpeggio{tail()}", lambda: f"[run] a {noun()} arpeggio{tail()}", lambda: f"[play] the notes of a {noun()} chord one by one{tail()}"]
    nouns: list[Text] = [lambda: f"a {noun()} arpeggiator{tail()}", lambda: f"an arpeggiator playing a {noun()} chord{tail()}", lambda: f"a {noun()} arpeggio{tail()}"]
    notes = [base + step for step in steps]
    count = 5 if beat.period < 600 else 3
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(
        at_times(pitch, beat.at(range(count))), lambda seen: (only(notes) if way == "random" else row(notes))(numbers(seen, pitch)), sounds(0.003, 0.7)), feeds, [pitch], beat.seconds(count - 0.5))


def generative(draw: Draw) -> Example:
    """Random notes of a scale over some octaves, perhaps with rests."""
    scale = draw.one(("pentatonic", "minor pentatonic", *USUAL_SCALES))
    rooted = draw.chance(0.5)
    base = 60 + (draw.integer(0, 11) if rooted else 0) - (12 if (deep := draw.chance(0.25)) else 0)
    octaves = draw.one((1, 2, 2, 3))
    rests = draw.one((0, 0, 0, 50, 70))
    sketch = Sketch()
    beat = pulse(draw, sketch)
    gate: Handle = beat.source
    if rests:
        gate = sketch.add("bng", sketch.add(f"moses {rests}", sketch.add("random 100", beat.source)))
    size = len(SCALES[scale])
    if octaves > 1:
        both = sketch.add("t b b", gate)
        jump = sketch.add("* 12", sketch.add(f"random {octaves}", sketch.out(both, 1)))
        gate = both
    select = sketch.add("sel " + " ".join(map(str, range(size))), sketch.add(f"random {size}", gate))
    messages = [sketch.add(f"msg {base + step}", sketch.out(select, i)) for i, step in enumerate(SCALES[scale])]
    pitch = sketch.add("mtof", sketch.add("+", *messages, sketch.into(1, jump))) if octaves > 1 else sketch.add("mtof", *messages)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    name = f"{root_name(draw, base)} {scale}" if rooted else scale
    reach = {1: "", 2: draw.one((" over two octaves", " over 2 octaves", " in a range of two octaves", " spanning 2 octaves")), 3: draw.one((" over three octaves", " over 3 octaves", " across three octaves"))}[octaves]
    reach += draw.one((f" from MIDI note {base} up", f" starting at MIDI note {base}")) if deep else ""
    silent = {0: ("",), 50: (" with rests", " with some rests", " with pauses in half of the steps", " where each step has a 50% chance to sound"), 70: (" where 30% of the steps are rests", " with a 70% chance for each note to sound")}[rests]

    def tail() -> str:
        return f"{reach}{wave}{draw.one(silent)}"

    cores: list[Text] = [
        lambda: f"[play] random notes from a {name} scale{tail()}", lambda: f"[improvise] on the {name} scale{tail()}", lambda: f"[generate] a random melody in {name}{tail()}" if rooted else f"[generate] a random {name} melody{tail()}",
        lambda: f"[make] up a melody from the {name} scale{tail()}", lambda: f"[choose] notes of a {name} scale at random and [play] them{tail()}", lambda: f"[compose] an endless {name} melody by chance{tail()}",
        lambda: f"[play] a generative melody on a {name} scale{tail()}", lambda: f"[play] random {name} notes{tail()}"]
    nouns: list[Text] = [
        lambda: f"a random melody in a {name} scale{tail()}", lambda: f"a generative {name} melody{tail()}", lambda: f"a melody generator on the {name} scale{tail()}", lambda: f"a self-playing {name} synth{tail()}",
        lambda: f"an endless random tune in {name}{tail()}", lambda: f"a random {name} note player{tail()}"]
    notes = [base + step + 12 * octave for step in SCALES[scale] for octave in range(octaves)]
    steps = 6 if beat.period < 600 else 3

    def right(seen: Observation) -> bool:
        heard = numbers(seen, pitch)
        return only(notes)(heard) and (len(heard) <= steps if rests else len(heard) == steps)

    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(right, *([] if rests else [sounds(0.003, 0.7)])), beat.feeds, [pitch], beat.seconds(steps - 0.5))


SKILLS: dict[str, Skill] = {"steps-notes": step_sequence, "arpeggiator": arpeggiator, "arpeggiator-root": root_arpeggiator, "generative-scale": generative}
