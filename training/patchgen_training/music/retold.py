"""Pieces and songs in the texts of the neighbouring systems, in one key after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from patchgen.music import chords, nd, psdv
from patchgen.music.arrange import requantised, transposed
from patchgen.music.score import Score
from patchgen_training.datasets.row import Row
from patchgen_training.music import source
from patchgen_training.music.passes import SHIFTS, drawn_shifts, row
from patchgen_training.music.progression import progression
from patchgen_training.music.source import Piece, Song
from patchgen_training.recipe_parts import Retold

LONGEST = 128
"""Sixteenths of the longest word `d`."""
WORDS = (
    *("START", "END", "sepxx"),
    *(f"n{pitch}" for pitch in range(21, 109)),
    *(f"d{steps}" for steps in range(1, LONGEST + 1)),
)
"""All words of `nd` as they are learned."""


def retold(recipe: Retold, folder: Path, split: source.Split) -> Iterator[Row]:
    """What stands on a side: training rows in all passes, others once, in their own key."""
    passes = recipe.passes if split == "train" else 0
    if recipe.form == "sheet":
        for song in source.songs(folder, split):
            yield from (row(text, song) for text in sheets(song, passes, recipe.seed) if text)
        return
    write = in_words if recipe.form == "nd" else psdv.encode
    for piece in source.pieces(folder, split):
        for score in in_keys(piece, passes, recipe.seed):
            yield row(write(score), piece)


def in_keys(piece: Piece, passes: int, seed: int) -> Iterator[Score]:
    """The piece so often, in keys drawn without a repeat while there are more; 0: as it is."""
    shifts = drawn_shifts(piece.score, Random(f"{seed} {piece.name}")) if passes else [0]
    for number in range(max(1, passes)):
        yield transposed(piece.score, shifts[number % len(shifts)])


def sheets(song: Song, passes: int, seed: int) -> Iterator[str]:
    """The song so often, in other keys; a text is empty where our words cannot say it."""
    drawn = Random(f"{seed} {song.name}").sample(SHIFTS, len(SHIFTS))
    for number in range(max(1, passes)):
        text = progression(song, drawn[number % len(drawn)] if passes else 0)
        yield chords.sheet(chords.decode(text)) if text else ""


def in_words(score: Score) -> str:
    """The score in `nd`, each of its words one of WORDS, and each with its blank."""
    score = requantised(score, nd.RESOLUTION)
    notes = (replace(note, duration=min(note.duration, LONGEST)) for note in score.notes)
    words = nd.encode(replace(score, notes=tuple(notes))).split()
    told: list[str] = []
    for place, word in enumerate(words):
        steps = int(word[1:]) if word[0] == "d" else 0
        while steps > LONGEST:
            # A long wait is some waits in a row, which read the same.
            told += (f"d{LONGEST}", words[place - 1])
            steps -= LONGEST
        told.append(f"d{steps}" if steps else word)
    return "".join(f"{word} " for word in told)
