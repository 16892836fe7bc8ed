"""Chord symbols become notes for two hands: a bass, and close chords that hardly move."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from patchgen.music.score import Note, Score, bars
from patchgen.music.symbols import QUALITIES, Chord, pitch_class, understood

Voicing = tuple[int, ...]
"""Keys from low to high, less than an octave apart."""

LOWEST_BASS = 36
"""The bass lies in the octave above this C."""

LOW, HIGH = 52, 79
"""Where the right hand stays."""

MIDDLE = 64.0
"""About which the chords lie."""
PULL = 0.25
"""Keys of movement that a chord is worth which lies a key nearer to the middle."""

VOICES = 4
"""Of the right hand at most; what else a chord has is left out, first its root, then its fifth."""

BASS_VELOCITY, CHORD_VELOCITY = 76, 68


def voiced(score: Score) -> Score:
    """The score with its chords as notes, struck anew in each bar; one that has notes stays."""
    return score if score.notes else replace(score, notes=tuple(chord_notes(score)))


def chord_notes(score: Score) -> Iterator[Note]:
    """The notes of all chords, each held until the next one is struck."""
    hand: Voicing = ()
    for start, end, chord in strokes(score):
        hand = nearest(chord, hand)
        low = pitch_class(chord.bass or chord.root)
        yield Note(start, end - start, LOWEST_BASS + low, BASS_VELOCITY)
        for key in hand:
            yield Note(start, end - start, key, CHORD_VELOCITY)


def strokes(score: Score) -> Iterator[tuple[int, int, Chord]]:
    """From where to where each chord is struck: at its symbol, and at bar lines while it holds."""
    places = [symbol.at for symbol in score.chords]
    if not places:
        return
    lines = {bar.start for bar in bars(score) if bar.start > places[0]}
    whole = max((bar.start + bar.ticks for bar in bars(score)), default=score.length)
    starts = sorted(lines | set(places))
    for start, end in zip(starts, [*starts[1:], whole], strict=True):
        chord = understood(score.chords[bisect_right(places, start) - 1].chord)
        if chord is not None and end > start:
            yield start, end, chord


def nearest(chord: Chord, before: Voicing) -> Voicing:
    """The close voicing that is reached with little movement and does not stray from the middle."""

    def cost(hand: Voicing) -> float:
        astray = abs(sum(hand) / len(hand) - MIDDLE)
        return (movement(before, hand) if before else 0.0) + PULL * astray

    return min(voicings(chord), key=cost)


def movement(before: Voicing, after: Voicing) -> float:
    """How many keys all fingers move, each to its nearest one, seen from both chords."""
    there = sum(min(abs(key - old) for old in before) for key in after)
    back = sum(min(abs(key - old) for key in after) for old in before)
    return (there + back) / 2


def voicings(chord: Chord) -> Iterator[Voicing]:
    """All inversions of a chord, in close position, within reach of the right hand."""
    root = pitch_class(chord.root)
    classes = sorted((root + interval) % 12 for interval in upper(QUALITIES[chord.quality]))
    for lowest in range(LOW, HIGH - 11):
        if lowest % 12 in classes:
            yield tuple(sorted(lowest + (each - lowest) % 12 for each in classes))


def upper(intervals: tuple[int, ...]) -> tuple[int, ...]:
    """What the right hand plays of a chord: all that fits."""
    spare = [interval for interval in (0, 7) if interval in intervals]
    dropped = spare[: max(0, len(intervals) - VOICES)]
    kept = tuple(interval for interval in intervals if interval not in dropped)
    return kept[-VOICES:] if len(kept) > VOICES else kept
