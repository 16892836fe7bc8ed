"""Pieces in the texts of the neighbouring systems: every key, nothing lost, nothing unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.music import chords, nd, psdv
from patchgen.music.score import Note, Score
from patchgen_training.music import retold, source
from patchgen_training.recipe_parts import Retold


def recipe(form: str, passes: int = 12) -> Retold:
    """What is learned from, in that form."""
    return Retold.model_validate({"form": form, "passes": passes, "seed": 3})


def test_a_piece_is_written_out_in_every_key(folder: Path) -> None:
    rows = list(retold.retold(recipe("nd"), folder, "train"))

    first = [nd.decode(row.patch) for row in rows if row.group == "piece-0"]
    assert {min(note.pitch for note in score.notes) for score in first} == set(range(43, 55))
    assert len(rows) == 6 * 12


def test_no_duration_is_lost_on_the_way_to_words(folder: Path) -> None:
    piece = next(source.pieces(folder, "train"))

    score = nd.decode(retold.in_words(piece.score))

    assert [(n.onset / 4, n.duration / 4, n.pitch) for n in score.notes] == [
        (n.onset / 12, n.duration / 12, n.pitch) for n in piece.score.notes
    ]


def test_a_long_wait_is_some_waits_in_a_row_and_the_highest_key_is_there() -> None:
    far = Score((Note(0, 4, 108, 80), Note(1000, 300, 21, 80)), resolution=4)

    text = retold.in_words(far)

    assert set(text.split()) <= set(retold.WORDS)
    assert [(note.onset, note.duration) for note in nd.decode(text).notes] == [(0, 4), (1000, 128)]


def test_validation_is_as_it_was_written_and_no_work_is_on_two_sides(folder: Path) -> None:
    sides = {side: list(retold.retold(recipe("psdv"), folder, side)) for side in ("train", "valid")}

    (valid,) = sides["valid"]
    (piece,) = source.pieces(folder, "valid")
    assert valid.patch == psdv.encode(piece.score)
    assert valid.group not in {row.group for row in sides["train"]}


@pytest.mark.parametrize("passes", [1, 12])
def test_sheets_are_as_people_write_them_in_as_many_keys(folder: Path, passes: int) -> None:
    rows = list(retold.retold(recipe("sheet", passes), folder, "train"))

    texts = {row.patch for row in rows if row.group == "song-0"}
    assert len(texts) == passes
    assert all(len(chords.parse(text).chords) == 7 for text in texts)
    assert all(text.startswith("| ") and "CHORDS" not in text for text in texts)
