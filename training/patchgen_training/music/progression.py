"""The chords of a song as a text: as they stand in their bars, or each change once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patchgen.music.chord_grammar import MOST_SLOTS
from patchgen.music.symbols import (
    NO_CHORD,
    simplified,
    transposed_chord,
    transposed_key,
    understood,
    words_of,
)
from patchgen.music.words import BAR, CHORDS, END, METRES, REPEAT
from patchgen_training.music.source import Song


def progression(song: Song, semitones: int, *, is_plain: bool = False) -> str:
    """The text of a song so many semitones higher; empty where our words cannot say it.

    `is_plain` gives each change a bar of its own.
    """
    bars = [(chord,) for chord in changes(song)] if is_plain else list(held(song.bars))
    metre = song.metre.beats, song.metre.unit
    if not changes(song) or metre not in METRES or any(len(bar) > MOST_SLOTS for bar in bars):
        return ""
    key = transposed_key(key_of(song), semitones)
    words = [CHORDS, f"k{key}", f"m{metre[0]}/{metre[1]}"]
    for bar in bars:
        words.append(BAR)
        for slot in bar:
            words += [slot] if slot == REPEAT else words_of(transposed_chord(slot, semitones))
    return "".join(f"{word} " for word in [*words, END])


def changes(song: Song) -> list[str]:
    """The chords in their order, none twice in a row."""
    return [slot for bar in held(song.bars) for slot in bar if slot != REPEAT]


def held(bars: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The bars with `%` for a chord that goes on, in no more slots than they need."""
    last = ""
    for bar in bars:
        slots = []
        for symbol in bar:
            chord = last if symbol == REPEAT else simplified(symbol)
            slots.append(chord if chord != last or not last else REPEAT)
            last = chord or last
        yield shortest([slot or NO_CHORD for slot in slots])


def shortest(slots: Sequence[str]) -> tuple[str, ...]:
    """The fewest slots that share the bar in the same way."""
    for count in range(1, len(slots)):
        step, rest = divmod(len(slots), count)
        if not rest and all(slot == REPEAT for n, slot in enumerate(slots) if n % step):
            return tuple(slots[::step])
    return tuple(slots)


def key_of(song: Song) -> str:
    """The song's key, minor where its tonic chord is; where none is told, the last chord's."""
    told = changes(song)
    last = understood(told[-1])
    tonic = (song.key or (last.root if last else "C")).removesuffix("m")
    is_minor = (song.key or "").endswith("m") or told.count(f"{tonic}m") > told.count(tonic)
    return f"{tonic}m" if is_minor else tonic
