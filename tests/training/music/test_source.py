"""Rows of the licensed files as scores and songs."""

from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.music.score import Metre, Note, Tempo
from patchgen_training.music import source
from patchgen_training.music.source import key_of, metre_of
from patchgen_training.music.upbeat import upbeat

from .conftest import piece


def test_a_side_holds_its_own_pieces_only(folder: Path) -> None:
    names = {side: [p.name for p in source.pieces(folder, side)] for side in ("valid", "test")}

    assert names == {"valid": ["piece-6"], "test": ["piece-7"]}


def test_a_piece_keeps_notes_tempo_metre_and_voice(folder: Path) -> None:
    found = next(source.pieces(folder, "valid"))

    assert found.score.notes[0] == Note(0, 36, 54, 72)
    assert found.score.tempos == (Tempo(0, 118.0),)
    assert found.score.metres == (Metre(0, 3, 4),)
    assert len(found.score.notes) == 48
    assert len(found.voice) == 16


def test_labels_of_sections_are_no_chords(folder: Path) -> None:
    found = next(source.songs(folder, "test"))

    assert found.bars[4] == ("Am",)
    assert found.bars[2] == ("F", "C/E")
    assert found.key == "A"


def test_a_folder_without_music_is_told(tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match=r"there is no .*piano\.jsonl\.xz"):
        next(source.pieces(tmp_path, "train"))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("E- major", "Eb"), ("f#", "F#m"), ("Gm", "Gm"), ("d minor", "Dm"), ("", None), (None, None)],
)
def test_keys_are_spelt_our_way(written: str | None, wanted: str | None) -> None:
    assert key_of(written) == wanted


def test_words_for_a_tempo_are_no_metre() -> None:
    assert metre_of(0, "fast") is None
    assert metre_of(0, "Cut") == Metre(0, 2, 2)


def test_the_first_change_of_metre_tells_the_upbeat() -> None:
    metres = (Metre(0, 3, 4), Metre(12 + 36 * 4, 2, 4))

    assert upbeat((), metres, 12) == 24


def test_long_low_notes_tell_the_upbeat() -> None:
    waltz = source.played(piece(0, "train")["notes"])
    pickup = Note(0, 12, 70, 60)
    late = (pickup, *source.moved(waltz, 12))

    assert upbeat(waltz, (Metre(0, 3, 4),), 12) == 0
    assert upbeat(late, (Metre(0, 3, 4),), 12) == 24
