"""Other scores made of scores: in another key, on another grid, a part of one, two as one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Literal, TypeVar

from patchgen.music.score import DRUMS, Metre, Note, Score, Symbol, Tempo, without_overlaps
from patchgen.music.symbols import transposed_chord, transposed_key

Change = TypeVar("Change", Tempo, Metre, Symbol)


def transposed(score: Score, semitones: int) -> Score:
    """The same music higher or lower; what would leave the keyboard moves by octaves."""
    notes = tuple(
        note if note.channel == DRUMS else replace(note, pitch=_folded(note.pitch + semitones))
        for note in score.notes
    )
    chords = tuple(
        replace(symbol, chord=transposed_chord(symbol.chord, semitones)) for symbol in score.chords
    )
    key = None if score.key is None else transposed_key(score.key, semitones)
    return replace(score, notes=notes, chords=chords, key=key)


def _folded(pitch: int) -> int:
    if pitch < 0:
        return pitch % 12
    return pitch if pitch < 128 else 116 + (pitch - 116) % 12


def requantised(score: Score, resolution: int) -> Score:
    """The score on another grid, to which onsets and ends snap; a short note keeps one tick.

    Where that lets a key overlap itself, the earlier note is cut."""
    if resolution == score.resolution:
        return score

    def snapped(tick: int) -> int:
        return (2 * tick * resolution + score.resolution) // (2 * score.resolution)

    notes = []
    for note in score.notes:
        onset, end = snapped(note.onset), snapped(note.onset + note.duration)
        notes.append(Note(onset, max(1, end - onset), note.pitch, note.velocity, note.channel))
    return replace(
        score,
        notes=without_overlaps(notes),
        resolution=resolution,
        tempos=tuple(replace(tempo, at=snapped(tempo.at)) for tempo in score.tempos),
        metres=tuple(replace(metre, at=snapped(metre.at)) for metre in score.metres),
        chords=tuple(replace(symbol, at=snapped(symbol.at)) for symbol in score.chords),
        length=snapped(score.length),
    )


def cut(score: Score, start: int, end: int) -> Score:
    """What begins from `start` up to before `end`, from tick 0 on; notes ring no further."""
    notes = tuple(
        replace(note, onset=note.onset - start, duration=min(note.end, end) - note.onset)
        for note in score.notes
        if start <= note.onset < end
    )
    return replace(
        score,
        notes=notes,
        tempos=_within(score.tempos, start, end),
        metres=_within(score.metres, start, end),
        chords=_within(score.chords, start, end),
        length=max(0, min(end, score.length) - start),
    )


def _within(changes: tuple[Change, ...], start: int, end: int) -> tuple[Change, ...]:
    """What holds at the start, and all that follows before the end."""
    first = max(0, bisect_right(changes, start, key=lambda one: one.at) - 1)
    return tuple(
        replace(change, at=max(0, change.at - start))
        for change in changes[first:]
        if change.at < end
    )


def joined(first: Score, second: Score, mode: Literal["after", "overlay"] = "after") -> Score:
    """Two scores as one: the second after the first's length, or above it from the same start."""
    second = requantised(second, first.resolution)
    shift = first.length if mode == "after" else 0
    notes = tuple(replace(note, onset=note.onset + shift) for note in second.notes)
    chords = tuple(replace(symbol, at=symbol.at + shift) for symbol in second.chords)
    if mode == "overlay":
        return replace(
            first,
            notes=without_overlaps(first.notes + notes),
            chords=first.chords or chords,
            length=max(first.length, second.length),
        )
    return replace(
        first,
        notes=without_overlaps(first.notes + notes),
        chords=first.chords + chords,
        tempos=first.tempos + tuple(replace(one, at=one.at + shift) for one in second.tempos),
        metres=first.metres + tuple(replace(one, at=one.at + shift) for one in second.metres),
        length=shift + second.length,
    )
