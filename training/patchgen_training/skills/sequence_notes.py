"""Where notes come from: chance, walks, scales, chords, given rows. Each fills in a stream of MIDI notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sequence_theory import (
    CHORDS,
    SCALES,
    USUAL_CHORDS,
    USUAL_SCALES,
    chord_name,
    hertz,
    indefinite,
    note_name,
    root,
    scale_name,
)  # fmt: skip
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import Text, listed, spread


@dataclass(frozen=True)
class Notes:
    """A stream of frequencies and the words for it."""

    pitch: Handle
    """The box that puts out Hz."""
    nouns: Sequence[Text]
    """`a random melody`."""
    compass: Sequence[Text]
    """`between MIDI notes 48 and 72`, put after the noun; empty where unsaid."""
    fits: Callable[[Sequence[float]], bool]
    """Whether the frequencies heard are right."""
    restless: bool = False
    """Whether two notes in a row surely differ."""


def only(allowed: Sequence[float]) -> Callable[[Sequence[float]], bool]:
    """Every frequency is one of these notes."""
    return lambda heard: all(any(abs(f / hertz(n) - 1) < 0.002 for n in allowed) for f in heard)


def row(wanted: Sequence[float]) -> Callable[[Sequence[float]], bool]:
    """The frequencies are these notes in order, in a loop."""
    return lambda heard: all(abs(f / hertz(wanted[i % len(wanted)]) - 1) < 0.002 for i, f in enumerate(heard))


def ends(draw: Draw, low: int, high: int) -> str:
    """A range of notes by number or by name."""
    if draw.chance(0.2):
        return spread(draw, note_name(draw, low), note_name(draw, high))
    text = spread(draw, low, high)
    return draw.one((f"with MIDI notes {text}", f"{text} (MIDI notes)", f"with notes {text}", f"in MIDI notes {text}", f"using MIDI notes {text}",
                     f"between MIDI notes {low} and {high}", f"between MIDI note {low} and {high}", f"from MIDI note {low} to {high}", f"in the MIDI range {low}-{high}",
                     f"with midi pitches {text}"))


def pick(sketch: Sketch, index: Handle, notes: Sequence[int]) -> Handle:
    """A message box for each note, chosen by number, and [mtof]."""
    select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), index)
    return sketch.add("mtof", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)])


def run_once(sketch: Sketch, start: Handle, period: float, notes: Sequence[int]) -> Handle:
    """Each bang of `start` runs through the notes one time, a note every `period` ms; puts out Hz."""
    begin = sketch.add("t b b", start)
    metro = sketch.add(f"metro {period}", begin)
    store = sketch.add("f", metro, sketch.into(1, sketch.add("msg 0", sketch.out(begin, 1))))
    ahead = sketch.add("+ 1", store)
    stop = sketch.add("msg stop", sketch.add(f"sel {len(notes)}", ahead))
    sketch.connect(ahead, store, inlet=1)
    sketch.connect(stop, metro)
    return pick(sketch, store, notes)


def counter(sketch: Sketch, source: Handle, size: int) -> Handle:
    """Counts bangs from 0 and around."""
    store = sketch.add("f", source)
    around = sketch.add(f"mod {size}", sketch.add("+ 1", store))
    sketch.connect(around, store, inlet=1)
    return store


RANDOM_NOUNS: tuple[Text, ...] = (
    "a random melody", "a random melody", "a random melody", "random notes", "a melody of random notes", "random pitches", "a generative melody",
    "a randomly generated melody", "a melody with random notes", "an endless random melody", "a random tune", "random tones", "a stream of random notes")


def random_range(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Any note of a range."""
    unsaid = draw.chance(0.25)
    low, high = (48, 72) if unsaid else draw.one(((36, 60), (48, 72), (60, 72), (60, 84), (48, 84), (50, 80), (36, 84), (55, 79), (40, 64), (72, 96),
                                                  (low := draw.integer(30, 72), low + draw.integer(5, 36))))
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", source))
    return Notes(sketch.add("mtof", note), RANDOM_NOUNS, () if unsaid else (lambda: ends(draw, low, high),), only(range(low, high + 1)))


def random_bass(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Low notes by chance."""
    unsaid = draw.chance(0.35)
    low, high = (36, 48) if unsaid else draw.one(((28, 40), (36, 48), (24, 48), (33, 45), (28, 52), (30, 42), (36, 52), (low := draw.integer(24, 38), low + draw.integer(5, 20))))
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", source))
    return Notes(sketch.add("mtof", note), ("a random bass line", "a random bass line", "a bass line of random notes", "a random bassline", "random bass notes", "a generative bass line"),
                 () if unsaid else (lambda: ends(draw, low, high),), only(range(low, high + 1)))


def random_scale(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Notes of a scale by chance."""
    scale = draw.one(USUAL_SCALES)
    unrooted = draw.chance(0.3)
    base = 60 if unrooted else root(draw)
    notes = [base + step for step in SCALES[scale]]
    pitch = pick(sketch, sketch.add(f"random {len(notes)}", source), notes)

    def name() -> str:
        return scale if unrooted else scale_name(draw, base, scale)

    nouns: list[Text] = [*RANDOM_NOUNS[:8]]
    rooted: list[Text] = [] if unrooted else [lambda: f"in {name()}", lambda: f"in {name()}"]
    compass: list[Text] = [
        lambda: f"in the {name()} scale", lambda: f"using the {name()} scale", lambda: f"from the {name()} scale", lambda: f"on the {name()} scale",
        lambda: f"with the notes of the {name()} scale", *rooted]
    if unrooted:
        nouns += [f"a random {scale} melody", f"random {scale} notes", f"a {scale} random melody"]
        return Notes(pitch, nouns[-3:], (), only(notes)) if draw.chance(0.5) else Notes(pitch, nouns[:8], compass, only(notes))
    return Notes(pitch, nouns, compass, only(notes))


def random_given(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Some given notes by chance."""
    base = draw.integer(48, 66)
    notes = sorted(draw.some(range(base, base + 20), draw.integer(3, 6)))
    named = draw.chance(0.3)
    pitch = pick(sketch, sketch.add(f"random {len(notes)}", source), notes)

    def names() -> str:
        return listed(draw, [note_name(draw, note) for note in notes] if named else notes)

    return Notes(pitch, RANDOM_NOUNS[:8], (
        lambda: f"from the notes {names()}", lambda: f"using only the notes {names()}", lambda: f"choosing from {'' if named else 'MIDI notes '}{names()}",
        lambda: f"out of the {'' if named else 'MIDI '}notes {names()}", lambda: f"with the notes {names()}"), only(notes))


def random_hertz(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Any frequency of a range, in whole Hz."""
    low, high = draw.one(((200, 800), (100, 1000), (300, 900), (220, 880), (100, 500), (400, 1200), (200, 2000), (500, 1500), (150, 600), (440, 880),
                          (low := draw.integer(5, 60) * 10, low + draw.integer(10, 150) * 10)))
    pitch = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", source))
    return Notes(pitch, ("random tones", "random frequencies", "a random melody", "random pitches", "a sequence of random frequencies"), (
        lambda: f"between {low} and {high} Hz", lambda: f"from {low} Hz to {high} Hz", lambda: f"with frequencies from {low} to {high} Hz",
        lambda: f"in the range {low}-{high} Hz", lambda: f"with frequencies between {low} Hz and {high} Hz", lambda: f"between {low}hz and {high}hz"),
        lambda heard: all(low <= f <= high for f in heard))


def walk(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """A melody in small random steps."""
    size = draw.one((1, 2, 2, 3, 4, 5))
    low, high = draw.one(((48, 72), (60, 84), (50, 70), (36, 60), (55, 79), (48, 84), (60, 72)))
    start = (low + high) // 2
    total = sketch.add(f"+ {start}", sketch.add(f"- {size}", sketch.add(f"random {2 * size + 1}", source)))
    bounded = sketch.add(f"clip {low} {high}", total)
    sketch.connect(bounded, total, inlet=1)
    return Notes(sketch.add("mtof", bounded), ("a random walk melody", "a melody that wanders randomly", "a drunk walk melody", "a wandering melody", "a melody in random steps",
                                               "a brownian melody"),
                 (lambda: f"{ends(draw, low, high)} in steps of at most {size}", lambda: f"with steps up to {size} {ends(draw, low, high)}",
                  lambda: f"starting at {start}, moving by up to {size} semitones, {ends(draw, low, high)}"), only(range(low, high + 1)))


def given_row(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Given notes in order, in a loop."""
    base = draw.integer(40, 66)
    size = draw.one((3, 4, 4, 4, 5, 6, 8, 8))
    notes = [base + draw.one(draw.one(list(SCALES.values()))) + draw.one((0, 0, 0, 12)) for _ in range(size)]
    named = draw.chance(0.3)
    pitch = pick(sketch, counter(sketch, source, size), notes)

    def names() -> str:
        return listed(draw, [note_name(draw, note) for note in notes] if named else notes)

    midi = "" if named else draw.one(("MIDI ", "", ""))
    return Notes(pitch, (
        lambda: f"the {midi}notes {names()} in a loop", lambda: f"a loop of the {midi}notes {names()}", lambda: f"a sequence of the notes {names()} over and over",
        lambda: f"the melody {names()} again and again", lambda: f"a {size} step sequence with the {midi}notes {names()}", lambda: f"the notes {names()} one after the other, looped,",
        lambda: f"a repeating melody of {midi}notes {names()}", lambda: f"a {size}-note sequence: {names()}"), (), row(notes))


def scale_run(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """A scale upwards or downwards, in a loop."""
    scale = draw.one(USUAL_SCALES)
    base = root(draw)
    notes = [*(base + step for step in SCALES[scale]), base + 12]
    down = draw.chance(0.3)
    notes = notes[::-1] if down else notes
    pitch = pick(sketch, counter(sketch, source, len(notes)), notes)
    way = ("downwards", "down", "descending") if down else ("upwards", "up", "ascending")

    def name() -> str:
        return scale_name(draw, base, scale)

    def a_(words: str) -> str:
        return f"{indefinite(words)} {words}"

    return Notes(pitch, (
        lambda: f"a {way[2]} {name()} scale", lambda: f"{a_(name())} scale {way[0]}, again and again", lambda: f"{a_(name())} scale going {way[1]} in a loop",
        lambda: f"the {name()} scale {way[0]}", lambda: f"the notes of the {name()} scale {way[1]}"), (), row(notes))


def arpeggio(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """The notes of a chord, up, down, both ways or by chance."""
    chord = draw.one(USUAL_CHORDS)
    base = root(draw) - draw.one((0, 0, 12))
    tones = [base + step for step in CHORDS[chord]]
    if draw.chance(0.4):
        tones.append(base + 12)
    way = draw.one(("up", "up", "up", "down", "both", "random"))
    notes = {"up": tones, "random": tones, "down": tones[::-1], "both": tones + tones[-2:0:-1]}[way]
    index = sketch.add(f"random {len(notes)}", source) if way == "random" else counter(sketch, source, len(notes))
    pitch = pick(sketch, index, notes)
    octave = " with the octave on top" if tones[-1] == base + 12 else ""
    place = f" from MIDI note {base}" if base < 60 else ""
    words = {"up": ("an ascending arpeggio of {}", "an arpeggio of {} going up", "an upward arpeggio of {}", "an arpeggio of {}", "a rising arpeggio on {}", "the notes of {} one by one upwards"),
             "down": ("a descending arpeggio of {}", "an arpeggio of {} going down", "a downward arpeggio of {}", "a falling arpeggio on {}"),
             "both": ("an arpeggio of {} going up and down", "an up and down arpeggio of {}", "an up-down arpeggio of {}"),
             "random": ("a random arpeggio of {}", "the notes of {} in random order", "random notes of {}", "an arpeggio of {} in random order")}[way]
    return Notes(pitch, (lambda: draw.one(words).format(chord_name(draw, base, chord)) + octave + place,), (), only(notes) if way == "random" else row(notes))


def chromatic_run(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Half steps from one note to another, in a loop."""
    low = draw.one((36, 48, 48, 60, 60, 72, draw.integer(36, 72)))
    high = low + draw.one((12, 12, 24, 7, draw.integer(4, 30)))
    store = sketch.add(f"f {low}", source)
    pitch = sketch.add("mtof", store)
    ahead = sketch.add("+ 1", store)
    first = sketch.add(f"msg {low}", sketch.add(f"sel {high}", store))
    sketch.connect(ahead, store, inlet=1)
    sketch.connect(first, store, inlet=1)
    return Notes(pitch, (f"a chromatic scale from MIDI note {low} to {high} in a loop", f"the notes from {low} to {high} chromatically, again and again",
                         f"an endless chromatic run from note {low} up to {high}", f"all semitones from MIDI {low} up to {high} in a loop"), (), row(list(range(low, high + 1))))


def harmonics(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """The multiples of a frequency in order."""
    base, size = draw.one((55, 60, 80, 100, 110, 110, 120, 150, 200, 220, draw.integer(50, 250))), draw.one((4, 5, 6, 8, 8, 10, 12, 16))
    pitch = sketch.add(f"* {base}", sketch.add("+ 1", counter(sketch, source, size)))
    return Notes(pitch, (f"the first {size} harmonics of {base} Hz one after the other", f"the harmonic series of {base} Hz up to the {size}th partial in a loop",
                         f"the overtones 1 to {size} of {base} Hz in order", f"a melody of the first {size} partials of {base} Hz"), (),
                 lambda heard: all(abs(f - base * (i % size + 1)) < 0.1 for i, f in enumerate(heard)))


def two_notes(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Two notes by turns."""
    one, other = draw.some(range(40, 85), 2)
    select = sketch.add("sel 1 0", sketch.add("tgl", source))
    pitch = sketch.add("mtof", sketch.add(f"msg {one}", select), sketch.add(f"msg {other}", sketch.out(select, 1)))
    return Notes(pitch, (f"the notes {one} and {other} alternately", f"a trill between MIDI notes {one} and {other}", f"two notes, {one} and {other}, in turn", f"an alternation of the MIDI notes {one} and {other}"),
                 (), row([one, other]))


def table_row(draw: Draw, sketch: Sketch, source: Handle) -> Notes:
    """Notes read from a visible array, filled when the patch opens."""
    size = draw.one((4, 8, 8, 8, 16, 5, 6))
    base = draw.integer(40, 60)
    notes = [base + draw.one((0, 2, 3, 5, 7, 10, 12, 14)) for _ in range(size)]
    sketch.add(f"graph notes {size} 0 127")
    sketch.add("msg ; notes 0 " + " ".join(map(str, notes)), sketch.add("loadbang"))
    pitch = sketch.add("mtof", sketch.add("tabread notes", counter(sketch, source, size)))

    def names() -> str:
        return listed(draw, notes)

    return Notes(pitch, (
        lambda: f"a {size} step sequence from an array with the notes {names()}", lambda: f"a {size}-step sequence stored in a table: {names()}", lambda: f"the notes of an array ({names()}) in a loop",
        lambda: f"a melody from a graphical array of {size} notes, filled with {names()},", lambda: f"a table-based {size} step sequencer with the notes {names()}"), (), row(notes))


NOTES: dict[str, Callable[[Draw, Sketch, Handle], Notes]] = {
    "random-range": random_range, "random-bass": random_bass, "random-scale": random_scale, "random-given": random_given, "random-hertz": random_hertz,
    "walk": walk, "row": given_row, "scale": scale_run, "arpeggio": arpeggio, "chromatic": chromatic_run, "harmonics": harmonics, "two-notes": two_notes, "table": table_row,
}
