"""The passes of a recipe: every piece again and again, each time in another key and dress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random

from patchgen.music import beat
from patchgen.music.arrange import joined, transposed
from patchgen.music.harmony import estimated_chords
from patchgen.music.key import estimated_key
from patchgen.music.score import Score
from patchgen.music.words import PITCHES
from patchgen_training.datasets.row import Row
from patchgen_training.music.progression import progression
from patchgen_training.music.source import Piece, Song
from patchgen_training.music.window import windows
from patchgen_training.recipe_parts import Pieces

SHIFTS = range(-5, 7)
"""Semitones: all twelve keys, none far away."""


def piano(pieces: Iterable[Piece], recipe: Pieces, most: int) -> Iterator[Row]:
    """All pieces in all passes, as windows of at most `most` words."""
    for piece in pieces:
        yield from passes_of(piece, recipe, most)


def passes_of(piece: Piece, recipe: Pieces, most: int) -> Iterator[Row]:
    """One piece in all passes; the same piece and seed give the same texts."""
    random = Random(f"{recipe.seed} {piece.name}")
    alone = keyed(piece.score)
    sung = joined(alone, replace(alone, notes=piece.voice), "overlay") if piece.voice else alone
    shifts = drawn_shifts(sung, random)
    for number in range(recipe.passes):
        score = sung if random.random() < recipe.voice_share else alone
        if random.random() < recipe.harmony_share:
            score = replace(score, chords=estimated_chords(score))
        moved = beat.encode(transposed(score, shifts[number % len(shifts)]))
        for text in windows(moved, most, random if number else None):
            yield row(text, piece)


def keyed(score: Score) -> Score:
    """The score with a key: its own, or the one that its notes suggest."""
    return score if score.key else replace(score, key=estimated_key(score))


def drawn_shifts(score: Score, random: Random) -> list[int]:
    """All shifts that keep the notes on a piano, in a drawn order."""
    pitches = [note.pitch for note in score.notes]
    low, high = min(pitches), max(pitches)
    shifts = [s for s in SHIFTS if low + s in PITCHES and high + s in PITCHES] or [0]
    return random.sample(shifts, len(shifts))


def chords(songs: Sequence[Song], recipe: Pieces, most: int, words: int) -> Iterator[Row]:
    """Songs in one key after the other until so many words are told."""
    told, number = 0, 0
    while told < words and songs:
        before = told
        for song in songs:
            text = chord_text(song, recipe, number)
            if 0 < text.count(" ") <= most:
                told += text.count(" ")
                yield row(text, song)
        if told == before:
            return
        number += 1


def chord_text(song: Song, recipe: Pieces, number: int) -> str:
    """A song in the key of that pass, each change in a bar of its own for a share of the passes."""
    random = Random(f"{recipe.seed} {song.name}")
    shifts = random.sample(SHIFTS, len(SHIFTS))
    is_plain = Random(f"{recipe.seed} {song.name} {number}").random() < recipe.plain_share
    return progression(song, shifts[number % len(shifts)], is_plain=is_plain)


def row(text: str, source: Piece | Song) -> Row:
    """A text as it stands in a data file."""
    return Row("", text, f"{source.name} ({source.licence})", source.name)
