"""Passes: other keys, voices and chords, the same for the same seed; every text can be read."""

from __future__ import annotations

import json
from pathlib import Path

from patchgen.music import beat, chords
from patchgen.music.score import Metre, Note, Score
from patchgen.music.words import PITCHES
from patchgen_training.datasets import row
from patchgen_training.music import passes, source, stage
from patchgen_training.music.progression import changes, progression
from patchgen_training.music.source import Piece, Song
from patchgen_training.recipe import Music

WALTZ = Piece("waltz", Score((Note(0, 36, 48, 70), Note(12, 24, 64, 60)), length=36), (), "CC0-1.0")
BARS = (("Am",), ("%",), ("F", "C/E"), ("G7", "G7"), ("Am",), ("Am",), ("%", "E7(b9)"))
SONG = Song("song", Metre(0, 4, 4), "A", BARS, "CC0-1.0")


def test_each_pass_is_in_another_key(recipe: Music) -> None:
    data = recipe.data.model_copy(update={"passes": 12, "harmony_share": 0})

    texts = [item.patch for item in passes.passes_of(WALTZ, data, 1000)]

    assert len({text.split()[1] for text in texts}) == 12
    lowest = {min(note.pitch for note in beat.decode(text).notes) for text in texts}
    assert lowest == set(range(43, 55))


def test_no_key_takes_a_note_from_the_piano() -> None:
    edge = Piece("edge", Score((Note(0, 12, PITCHES.stop - 1, 70),), length=48), (), "CC0-1.0")

    shifts = passes.drawn_shifts(edge.score, passes.Random(1))

    assert sorted(shifts) == [-5, -4, -3, -2, -1, 0]


def test_the_same_seed_writes_the_same_texts(folder: Path, recipe: Music) -> None:
    other = recipe.data.model_copy(update={"seed": recipe.data.seed + 1})

    first, again, third = (
        list(passes.piano(source.pieces(folder, "train"), data, 62))
        for data in (recipe.data, recipe.data, other)
    )

    assert first == again
    assert first != third


def test_the_voice_is_played_and_chords_stand_above(folder: Path, recipe: Music) -> None:
    piece = next(source.pieces(folder, "test"))
    shares = {"passes": 1, "harmony_share": 1, "voice_share": 1}

    (text,) = (item.patch for item in passes.passes_of(
        piece, recipe.data.model_copy(update=shares), 1000
    ))  # fmt: skip

    found = beat.decode(text)
    assert len(found.notes) == len(piece.score.notes) + len(piece.voice)
    assert found.chords


def test_chords_that_go_on_are_told_by_a_repeat() -> None:
    text = progression(SONG, 0)

    assert text == "CHORDS kAm m4/4 | Am | % | F C /E | G7 | Am | % | % E7b9 END "
    assert chords.encode(chords.decode(text)) == text


def test_changes_alone_have_a_bar_each() -> None:
    text = progression(SONG, 2, is_plain=True)

    assert text == "CHORDS kBm m4/4 | Bm | G | D /F# | A7 | Bm | F#7b9 END "
    assert text.count("|") == len(changes(SONG))


def test_what_our_words_cannot_say_is_left_out() -> None:
    crowded = Song("crowded", Metre(0, 4, 4), "A", (("C", "D", "E") * 3,), "CC0-1.0")
    silent = Song("silent", Metre(0, 4, 4), "A", (), "CC0-1.0")

    assert progression(crowded, 0) == ""
    assert progression(silent, 0) == ""


def test_the_files_hold_readable_texts_and_the_manifest_counts_them(
    folder: Path, recipe: Music, tmp_path: Path
) -> None:
    stage.collect(recipe, folder, tmp_path)

    rows = {side: list(row.read(tmp_path / f"{side}.jsonl")) for side in ("train", "valid")}
    facts = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    for item in [*rows["train"], *rows["valid"]]:
        codec = beat if item.patch.startswith("PIANO") else chords
        codec.decode(item.patch, is_whole=item.patch.endswith(" END "))
        assert item.patch.count(" ") <= recipe.schedule.block - stage.CONTROL
    assert not {item.group for item in rows["train"]} & {item.group for item in rows["valid"]}
    assert all(item.group != "piece-7" for item in rows["train"])
    assert facts["train"]["rows"] == len(rows["train"])
    assert facts["train"]["pieces"] == 12
    assert facts["train"]["licences"]["public domain (all authors died by 1955)"] == 6
    words = facts["train"]["words"]
    assert words["PIANO"] + words["CHORDS"] == words["all"]
    assert words["CHORDS"] / words["all"] > recipe.data.chord_share
