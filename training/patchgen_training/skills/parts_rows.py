"""Rows of notes on a clock, with their words: sliders or number boxes per step, given notes, chance, scales, chords."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.parts_clause import Fill, Head, Words, said
from patchgen_training.skills.parts_stage import Stage
from patchgen_training.skills.parts_start import Beat
from patchgen_training.skills.parts_values import counted, names, spread
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sequence_theory import (
    CHORDS,
    SCALES,
    chord_name,
    hertz,
    root_name,
)
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.time_words import listed


@dataclass(frozen=True, slots=True)
class Row:
    """A stream of frequencies: its box, what the patch is by it, whether what is heard is right."""

    pitch: Handle
    head: Head
    fits: Callable[[Sequence[float]], bool]


def in_order(wanted: Sequence[float]) -> Callable[[Sequence[float]], bool]:
    """These frequencies over and over."""
    return lambda heard: all(abs(f / wanted[i % len(wanted)] - 1) < 0.002 for i, f in enumerate(heard))


def one_of(wanted: Sequence[float]) -> Callable[[Sequence[float]], bool]:
    """Only these frequencies."""
    return lambda heard: all(any(abs(f / w - 1) < 0.002 for w in wanted) for f in heard)


SEQUENCER = (
    ("[work] as a {n}-step sequencer", "[step] through {n} notes in a loop", "[loop] through {n} steps", "[play] a sequence of {n} steps over and over", "[cycle] through {n} steps", "[run] a step sequencer of {n} steps", "[play] {n} notes one after another in a loop", "[implement] a {n} step sequencer"),
    ("a {n}-step sequencer", "a {n} step sequencer", "a step sequencer with {n} steps", "a sequencer of {n} steps", "a sequencer with {n} steps", "a looping sequence of {n} steps"),
    ("{n}-step sequencer", "{n} step sequencer", "sequencer, {n} steps"),
)  # fmt: skip
SET = Words(
    ("{c} {ds}{r} for the {q}", "one {d} per step{r} for the {q}", "a {d} for each step{r} that sets the {q}", "{c} {ds}{r} that set the {q} of the steps", "a row of {c} {ds}{r} for the {q} of the steps", "a {d} per step for its {q}{r}"),
    ("each step has its own {d}{r} for the {q}", "the {q} of every step is set with a {d}{r}", "{c} {ds} set the {q}{r}", "there is one {d} for each step's {q}{r}", "the {q} of the steps comes from {c} {ds}{r}", "every step gets a {d}{r} for its {q}"),
    ("[have] a {d} for the {q} of each step{r}", "[use] {c} {ds}{r} for the {q} of the steps", "[take] the {q} of every step from its own {d}{r}"), ("{c} {ds}{r} for {q}", "a {d} per step{r}", "{c} {q} {ds}{r}"),
)  # fmt: skip
HERTZ_SPANS = ((100, 1000), (100, 800), (200, 800), (50, 500), (200, 2000), (110, 880), (220, 880), (150, 900), (100, 600), (80, 1200))
NOTE_SPANS = ((48, 72), (36, 84), (40, 80), (48, 84), (36, 60), (60, 84), (36, 72), (50, 74), (45, 69))


def per_step(kind: str) -> Callable[[Stage, Beat], Row]:
    """A control for each step: `hertz`, `notes` (vertical sliders), `boxes` (MIDI notes), `hertz-boxes`."""

    def make(stage: Stage, beat: Beat) -> Row:
        draw = stage.draw
        size = draw.one((3, 4, 4, 4, 5, 6, 8, 8))
        index = counter(stage.sketch, beat.source, size)
        select = stage.add("sel " + " ".join(map(str, range(size))), index)
        in_hertz, boxed = "hertz" in kind, "boxes" in kind
        ranged = not boxed and draw.chance(0.85)
        low, high = draw.one(HERTZ_SPANS if in_hertz else NOTE_SPANS) if ranged else (100, 1000) if in_hertz else (48, 72)
        usual = 440 if in_hertz else 60
        body = "number {}" if boxed else f"vsl {low} {high} {{}} init:{min(max(usual, low), high)}"
        controls = [stage.add(body.format(f'"{i + 1}"')) for i in range(size)]
        stores = [stage.add("f", stage.out(select, i), stage.into(1, box)) for i, box in enumerate(controls)]
        pitch = stage.add("f" if in_hertz else "mtof", *stores)
        wanted = [draw.integer(low, high) for _ in controls]
        # A clock that starts with the patch is there before any control is moved.
        stage.feeds[:0] = [Feed(2, box, str(value)) for box, value in zip(controls, wanted, strict=True)]
        device, devices = ("number box", "number boxes") if boxed else draw.one((("vertical slider", "vertical sliders"), ("slider", "sliders"), ("vertical slider", "vertical sliders"), ("fader", "faders")))
        quality = said(draw, "frequency", "pitch", "frequency") if in_hertz else said(draw, "MIDI note", "note", "MIDI pitch", "MIDI note")
        reach: Fill = (lambda: " " + spread(draw, low, high, "Hz" if in_hertz else "").strip()) if ranged else lambda: draw.one((" in Hz", " in hertz")) if in_hertz and boxed else ""
        number = counted(draw, size)
        stage.say(SET, c=number, d=said(draw, device), ds=said(draw, devices), q=quality, r=reach)
        return Row(pitch, Head(*SEQUENCER, {"n": number}), in_order([float(v) if in_hertz else hertz(v) for v in wanted]))

    return make


GIVEN = (
    ("[play] {m} in a loop", "[play] {m} over and over", "[repeat] {m}", "[loop] the melody {m}", "[step] through {m}", "[sequence] {m}", "[play] the sequence {m} again and again", "[cycle] through {m}", "[play] {m} one after another, again and again"),
    ("a loop of {m}", "a melody of {m}", "a sequencer that plays {m}", "a sequence of {m}", "a repeating melody with {m}", "a riff of {m}"), ("{m} in a loop", "loop {m}", "sequence {m}"),
)  # fmt: skip


def given(kind: str) -> Callable[[Stage, Beat], Row]:
    """Notes that the sentence gives: `letters`, `midi`, `hertz`."""

    def make(stage: Stage, beat: Beat) -> Row:
        draw = stage.draw
        size = draw.one((3, 4, 4, 4, 5, 6, 8))
        base = draw.one((36, 48, 48, 60, 60))
        scale = SCALES[draw.one(("major", "minor", "dorian", "major pentatonic"))]
        notes = [base + draw.one(scale) + draw.one((0, 0, 0, 12)) for _ in range(size)]
        if kind == "hertz":
            values = [draw.one((110, 131, 147, 165, 196, 200, 220, 247, 250, 262, 294, 300, 330, 349, 392, 400, 440, 494, 500, 523, 587, 600, 659, 700, 784, 800, 880)) for _ in range(size)]
            select = stage.add("sel " + " ".join(map(str, range(size))), counter(stage.sketch, beat.source, size))
            pitch = stage.add("f", *[stage.add(f"msg {value}", stage.out(select, i)) for i, value in enumerate(values)])
            text: Fill = said_hertz(draw, values)
            return Row(pitch, Head(*GIVEN, {"m": text}), in_order([float(value) for value in values]))
        pitch = pick(stage.sketch, counter(stage.sketch, beat.source, size), notes)
        called = names(draw, notes) if kind == "letters" else [str(note) for note in notes]
        prefix = ("the notes ", "the notes ", "", "notes ") if kind == "letters" else ("the MIDI notes ", "MIDI notes ", "the MIDI note numbers ", "the notes ")
        return Row(pitch, Head(*GIVEN, {"m": lambda: draw.one(prefix) + listed(draw, called)}), in_order([hertz(note) for note in notes]))

    return make


def said_hertz(draw: Draw, values: Sequence[int]) -> Fill:
    """A row of frequencies in words."""
    return lambda: draw.one((f"the frequencies {listed(draw, values)} Hz", f"{listed(draw, values)} Hz", f"{len(values)} tones of {listed(draw, values)} Hz", f"the frequencies {listed(draw, values)} hertz"))


CHANCE = (
    ("[play] random notes {r}", "[play] a random melody {r}", "[generate] a melody of random notes {r}", "[choose] random notes {r} and [play] them", "[improvise] with random notes {r}", "[create] a generative melody {r}"),
    ("a random melody {r}", "a generative melody {r}", "a random note generator {r}", "a generator of random notes {r}", "a player of random notes {r}"), ("random notes {r}", "random melody {r}"),
)  # fmt: skip


def random_notes(stage: Stage, beat: Beat) -> Row:
    """Any MIDI note of a range."""
    draw = stage.draw
    low, high = draw.one(((36, 60), (48, 72), (60, 72), (60, 84), (48, 84), (50, 80), (36, 84), (40, 64), (55, 79)))
    pitch = stage.add("mtof", stage.add(f"+ {low}", stage.add(f"random {high - low + 1}", beat.source)))
    one, other = names(draw, (low, high))
    reach = said(draw, f"between MIDI notes {low} and {high}", f"from MIDI note {low} to {high}", f"in the MIDI range {low}-{high}", f"between {one} and {other}", f"from {one} to {other}", f"with MIDI notes between {low} and {high}")
    return Row(pitch, Head(*CHANCE, {"r": reach}), one_of([hertz(note) for note in range(low, high + 1)]))


def random_hertz(stage: Stage, beat: Beat) -> Row:
    """Any frequency of a range."""
    draw = stage.draw
    low, high = draw.one(((100, 1000), (200, 800), (200, 2000), (300, 900), (100, 500), (220, 880), (150, 600), (400, 1200)))
    pitch = stage.add(f"+ {low}", stage.add(f"random {high - low + 1}", beat.source))
    reach = said(draw, f"between {low} and {high} Hz", f"from {low} to {high} Hz", f"with frequencies between {low} and {high} hertz", f"in the range {low}-{high} Hz", f"between {low} Hz and {high} Hz")
    return Row(pitch, Head(tuple(t.replace("notes", "tones") for t in CHANCE[0]), tuple(t.replace("notes", "tones") for t in CHANCE[1]), ("random tones {r}", "random frequencies {r}"), {"r": reach}), lambda heard: all(low <= f <= high for f in heard))


def random_scale(stage: Stage, beat: Beat) -> Row:
    """Notes of a scale by chance."""
    draw = stage.draw
    scale = draw.one(("major", "minor", "major pentatonic", "minor pentatonic", "dorian", "blues", "whole tone"))
    base = 60 + draw.one((0, 0, 2, 4, 5, 7, 9))
    notes = [base + step for step in SCALES[scale]]
    pitch = pick(stage.sketch, stage.add(f"random {len(notes)}", beat.source), notes)
    name = f"{root_name(draw, base)} {scale}"
    reach = said(draw, f"in {name}", f"of the {name} scale", f"from the {name} scale", f"in the {name} scale", f"that stay in {name}")
    return Row(pitch, Head(*CHANCE, {"r": reach}), one_of([hertz(note) for note in notes]))


ARPEGGIO = (
    ("[arpeggiate] {c} {w}", "[play] an arpeggio of {c} {w}", "[play] the notes of {c} one after another {w}", "[run] through {c} {w} as an arpeggio", "[repeat] an arpeggio over {c} {w}"),
    ("an arpeggio of {c} {w}", "an arpeggiator for {c} {w}", "an arpeggiator that plays {c} {w}", "a looping arpeggio over {c} {w}"), ("arpeggio of {c} {w}", "arp over {c} {w}"),
)  # fmt: skip


def arpeggio(stage: Stage, beat: Beat) -> Row:
    """The notes of a chord up, down or both."""
    draw = stage.draw
    chord, way = draw.one(("major", "minor", "minor", "major seventh", "minor seventh", "sus4", "diminished")), draw.one(("up", "up", "down", "both"))
    base = 60 + draw.one((0, 0, 2, 4, 5, 7, 9))
    tones = [base + step for step in CHORDS[chord]]
    notes = {"up": tones, "down": tones[::-1], "both": tones + tones[-2:0:-1]}[way]
    pitch = pick(stage.sketch, counter(stage.sketch, beat.source, len(notes)), notes)
    going = {"up": ("upwards", "up", "going up", "ascending"), "down": ("downwards", "down", "going down", "descending"), "both": ("up and down", "going up and down")}[way]
    return Row(pitch, Head(*ARPEGGIO, {"c": lambda: chord_name(draw, base, chord), "w": said(draw, *going)}), in_order([hertz(note) for note in notes]))


OVERTONES = (
    ("[step] through the first {n} harmonics of {f} Hz", "[play] the overtones 1 to {n} of {f} Hz one after another", "[play] the first {n} partials of {f} Hz in order"), ("a sequence of the first {n} harmonics of {f} Hz", "a melody of the first {n} overtones of {f} Hz"), ("first {n} harmonics of {f} Hz",),
)  # fmt: skip


def overtones(stage: Stage, beat: Beat) -> Row:
    """The multiples of a frequency in order."""
    base, size = stage.draw.one((55, 60, 80, 100, 110, 120, 150)), stage.draw.one((4, 5, 6, 8, 10, 12))
    pitch = stage.add(f"* {base}", stage.add("+ 1", counter(stage.sketch, beat.source, size)))
    return Row(pitch, Head(*OVERTONES, {"n": said(stage.draw, str(size)), "f": said(stage.draw, plain(base))}), in_order([float(base * (i + 1)) for i in range(size)]))


WANDERING = (
    ("[wander] through MIDI notes {r} in steps of at most {n} semitones", "[play] a random walk over MIDI notes {r} that moves by up to {n} semitones", "[play] a melody that walks randomly {r} by at most {n} semitones at a time"),
    ("a random walk melody {r} with steps of up to {n} semitones", "a drunk walk over MIDI notes {r}, at most {n} semitones a step", "a wandering melody {r} in steps of up to {n} semitones"), ("random walk {r}, max {n} semitones",),
)  # fmt: skip


def walk(stage: Stage, beat: Beat) -> Row:
    """Small steps by chance between two ends."""
    draw = stage.draw
    size, (low, high) = draw.one((1, 2, 2, 3, 4, 5)), draw.one(((48, 72), (60, 84), (50, 70), (36, 60), (55, 79), (48, 84), (60, 72)))
    total = stage.add(f"+ {(low + high) // 2}", stage.add(f"- {size}", stage.add(f"random {2 * size + 1}", beat.source)))
    bounded = stage.add(f"clip {low} {high}", total)
    stage.sketch.connect(bounded, total, inlet=1)
    pitch = stage.add("mtof", bounded)
    reach = said(draw, f"between {low} and {high}", f"from {low} to {high}", f"in the range {low}-{high}")
    return Row(pitch, Head(*WANDERING, {"r": reach, "n": said(draw, str(size))}), one_of([hertz(note) for note in range(low, high + 1)]))
