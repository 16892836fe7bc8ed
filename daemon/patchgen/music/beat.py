"""Scores as piano texts, the words of which grammar.py explains, and back.

What a text cannot say is brought near: times to a twelfth of a beat, pitches by octaves onto the
piano's keys, velocities to one of 16, durations, tempos and metres to the nearest with a word, a
tempo that changes within a bar to the next bar line, channels to one. Drums are left out. A bar cut
short becomes a whole one: the first begins late, any other gets a shorter metre.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from patchgen.music.arrange import requantised
from patchgen.music.bar_lines import WrittenBar, written_bars
from patchgen.music.grammar import BeatGrammar, walked
from patchgen.music.key import estimated_key
from patchgen.music.score import (
    DRUMS,
    Metre,
    Note,
    Score,
    Symbol,
    Tempo,
    without_overlaps,
)
from patchgen.music.symbols import NO_CHORD, simplified, transposed_key, words_of
from patchgen.music.words import (
    BAR,
    BAR_TICKS,
    DURATIONS,
    END,
    HAS_CHORDS,
    METRES,
    PIANO,
    PITCHES,
    RESOLUTION,
    TEMPOS,
    VELOCITY_STEP,
    WORDS,
    Kind,
)

_DURATION_WORDS = tuple(
    f"d{min(DURATIONS, key=lambda one: abs(one - ticks))}" for ticks in range(max(DURATIONS) + 1)
)


def encode(score: Score) -> str:
    """The score as a piano text."""
    score = _on_the_piano(score)
    bars = written_bars(score)
    chords = _changes(score, bars[0].start)
    metre, tempo = _metre_word(bars[0]), _tempo_word(score, bars[0])
    key = transposed_key(score.key, 0) if score.key else estimated_key(score)
    words = [PIANO, f"k{key}", metre, tempo, *([HAS_CHORDS] if chords else [])]
    struck = _struck(score)
    ticks = sorted({*chords, *struck})
    for bar in bars:
        words.append(BAR)
        before = (metre, tempo)
        metre, tempo = _metre_word(bar), _tempo_word(score, bar)
        words += [word for word in (metre, tempo) if word not in before]
        for tick in ticks[bisect_left(ticks, bar.start) : bisect_left(ticks, bar.end)]:
            words += words_of(chords[tick]) if tick in chords else ()
            words.append(f"p{tick - bar.start}")
            words += struck.get(tick, ())
    return " ".join((*words, END, ""))


def chord_line(score: Score) -> tuple[tuple[tuple[int, str], ...], ...]:
    """The chords of a score, which has one metre, as a wish for a piano text."""
    score = _on_the_piano(score)
    bars = written_bars(score)
    chords = _changes(score, bars[0].start)
    return tuple(
        tuple((at - bar.start, chord) for at, chord in chords.items() if bar.start <= at < bar.end)
        for bar in bars
    )


def _on_the_piano(score: Score) -> Score:
    """The score on the grid, with the notes that the piano's keys can play."""
    notes = tuple(
        Note(note.onset, note.duration, _on_a_key(note.pitch), note.velocity)
        for note in score.notes
        if note.channel != DRUMS
    )
    return requantised(replace(score, notes=without_overlaps(notes)), RESOLUTION)


def _on_a_key(pitch: int) -> int:
    if pitch < PITCHES.start:
        return pitch + 12 * -((pitch - PITCHES.start) // 12)
    return pitch if pitch < PITCHES.stop else pitch - 12 * ((pitch - PITCHES.stop) // 12 + 1)


def _changes(score: Score, start: int) -> dict[int, str]:
    """By tick the chords that differ from the one before; the first at the start of the text."""
    written = {symbol.at: simplified(symbol.chord) for symbol in score.chords}
    if written:
        written = {start: NO_CHORD} | written
    before = ["", *written.values()]
    return {
        at: chord
        for (at, chord), last in zip(written.items(), before, strict=False)
        if chord != last
    }


def _metre_word(bar: WrittenBar) -> str:
    beats, unit = METRES[bar.metre]
    return f"m{beats}/{unit}"


def _tempo_word(score: Score, bar: WrittenBar) -> str:
    """The nearest to the tempo that holds as the bar begins."""
    bpm = next(tempo.bpm for tempo in reversed(score.tempos) if tempo.at <= max(0, bar.start))
    return f"b{min(TEMPOS, key=lambda one: abs(one - bpm))}"


def _struck(score: Score) -> dict[int, list[str]]:
    """By tick the words of the notes struck there."""
    words: dict[int, list[str]] = defaultdict(list)
    velocity = -1
    for note in score.notes:
        at = words[note.onset]
        if note.velocity // VELOCITY_STEP != velocity:
            velocity = note.velocity // VELOCITY_STEP
            at.append(f"v{velocity}")
        at.append(f"n{note.pitch}")
        at.append(_DURATION_WORDS[min(note.duration, DURATIONS[-1])])
    return words


def decode(text: str, *, is_whole: bool = True) -> Score:
    """The score of a piano text; of an unfinished one (not `is_whole`) what it has so far."""
    words, places = walked(BeatGrammar(), text, is_whole=is_whole)
    said: dict[Kind | None, list[tuple[int, BeatGrammar]]] = defaultdict(list)
    for word, at in zip(words, places, strict=True):
        said[at.last].append((WORDS[word].number, at))
    notes = (
        Note(at.start + at.place, ticks, at.pitch, _velocity(at.velocity))
        for ticks, at in said[Kind.DURATION]
    )
    last = places[-1] if places else BeatGrammar()
    return Score(
        without_overlaps(notes),
        RESOLUTION,
        tuple(Tempo(at.start, bpm) for bpm, at in said[Kind.TEMPO]),
        tuple(Metre(at.start, *METRES[number]) for number, at in said[Kind.METRE]),
        tuple(
            Symbol(at.start + place, at.chord) for place, at in said[Kind.PLACE] if not at.is_bare
        ),
        words[1].removeprefix("k") if len(words) > 1 else None,
        last.start + (BAR_TICKS[last.metre] if last.bar else 0),
    )


def _velocity(number: int) -> int:
    """The middle of the velocities that one word stands for."""
    return number * VELOCITY_STEP + VELOCITY_STEP // 2
