"""Scores drawn for tests."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as draw

from patchgen.music.score import Metre, Note, Score, Symbol, Tempo, without_overlaps
from patchgen.music.symbols import KEY_NAMES, NO_CHORD, NOTE_NAMES, QUALITIES, Chord, pitch_class
from patchgen.music.words import DURATIONS, KEYS, METRES, TEMPOS

law = settings(max_examples=40, deadline=None)
"""For what must hold of every score, on a busy machine too."""
any_duration = draw.integers(1, 200)
any_pitch = draw.integers(0, 127)
any_velocity = draw.integers(1, 127)


def notes(
    *,
    within: int,
    durations: draw.SearchStrategy[int] = any_duration,
    pitches: draw.SearchStrategy[int] = any_pitch,
    velocities: draw.SearchStrategy[int] = any_velocity,
) -> draw.SearchStrategy[tuple[Note, ...]]:
    """Notes of one channel that begin within so many ticks, no key of which overlaps itself."""
    one = draw.builds(
        Note,
        draw.integers(0, within - 1),
        durations,
        pitches,
        velocities,
    )
    return draw.lists(one, max_size=30).map(without_overlaps)


chord_names = draw.one_of(
    draw.just(NO_CHORD),
    draw.builds(Chord, draw.sampled_from(NOTE_NAMES), draw.sampled_from(list(QUALITIES))).map(str),
    draw.builds(
        Chord,
        draw.sampled_from(NOTE_NAMES),
        draw.sampled_from(list(QUALITIES)),
        draw.sampled_from(NOTE_NAMES),
    )
    .filter(lambda one: pitch_class(one.root) != pitch_class(one.bass))
    .map(str),
)
"""Symbols just as our words can say them."""


@draw.composite
def on_the_piano(sketch: draw.DrawFn) -> Score:
    """A score that a piano text says in full."""
    length = 0
    metres: list[Metre] = []
    tempos: list[Tempo] = []
    for _ in range(sketch(draw.integers(1, 4))):
        metre = Metre(length, *sketch(draw.sampled_from(METRES)))
        if not metres or (metre.beats, metre.unit) != (metres[-1].beats, metres[-1].unit):
            metres.append(metre)
        tempo = Tempo(length, sketch(draw.sampled_from(TEMPOS)))
        if not tempos or tempo.bpm != tempos[-1].bpm:
            tempos.append(tempo)
        length += metre.ticks(12) * sketch(draw.integers(1, 3))
    velocities = draw.integers(0, 15).map(lambda number: 8 * number + 4)
    keys = draw.integers(21, 108)
    # Some are cut where their key is struck again, perhaps to a duration that has no word.
    played = sketch(notes(within=length, durations=draw.sampled_from(DURATIONS), pitches=keys,
                          velocities=velocities))  # fmt: skip
    played = tuple(note for note in played if note.duration in DURATIONS)
    return Score(played, 12, tuple(tempos), tuple(metres), sketch(changes(length)),
                 sketch(draw.sampled_from(KEYS)), length)  # fmt: skip


@draw.composite
def changes(sketch: draw.DrawFn, length: int) -> tuple[Symbol, ...]:
    """Chords that change, the first at the start; perhaps none."""
    places = sorted({0, *sketch(draw.lists(draw.integers(0, length - 1), max_size=6))})
    symbols: list[Symbol] = []
    for at in places if sketch(draw.booleans()) else ():
        chord = sketch(chord_names)
        if not symbols or symbols[-1].chord != chord:
            symbols.append(Symbol(at, chord))
    return tuple(symbols)


@draw.composite
def anything(sketch: draw.DrawFn) -> Score:
    """A score such as a file may hold, with nothing in the words' own measure."""
    resolution = sketch(draw.sampled_from((1, 4, 12, 24, 96, 480)))
    some_metres = draw.lists(
        draw.builds(
            Metre, draw.integers(0, 4000), draw.integers(1, 20), draw.sampled_from((1, 2, 4, 8, 16))
        ),
        max_size=3,
    )
    some_tempos = draw.lists(
        draw.builds(Tempo, draw.integers(0, 4000), draw.floats(10, 400)), max_size=3
    )
    some_chords = draw.lists(draw.builds(Symbol, draw.integers(0, 3000), chord_names), max_size=4)
    return Score(
        sketch(notes(within=3000)),
        resolution,
        tuple(sketch(some_tempos)),
        tuple(sketch(some_metres)),
        tuple(sketch(some_chords)),
        sketch(draw.sampled_from((None, *KEY_NAMES))),
        sketch(draw.integers(0, 4000)),
    )
