"""What is told of samples: whether they read, whether they end, how like pieces they are."""

from __future__ import annotations

from pathlib import Path

from patchgen.music import beat
from patchgen.music.metrics import FIGURES
from patchgen_training.music import samples, source


def test_a_sample_is_read_up_to_where_it_was_cut() -> None:
    cut = samples.read("PIANO kC m4/4 b120 | p0 v9 n60 d12 p12 n62 ")

    assert cut is not None
    assert len(cut.notes) == 1


def test_what_breaks_the_grammar_is_no_music() -> None:
    assert samples.read("PIANO kC m4/4 b120 | n60 d12 ") is None
    assert samples.read("CHORDS kC m4/4 | % END ") is None


def test_a_piece_is_compared_by_as_many_words_as_a_sample_has(folder: Path) -> None:
    piece = next(source.pieces(folder, "test")).score

    text = samples.beginning(piece)

    assert 0 < text.count(" ") <= samples.LONGEST
    assert beat.decode(text).notes[0].pitch == piece.notes[0].pitch


def test_every_metric_is_averaged(folder: Path) -> None:
    scores = [piece.score for piece in source.pieces(folder, "train")]

    found = samples.averages(scores)

    assert set(found) == set(FIGURES)
    # An octave and a half of broken chords in each piece.
    assert found["pitch_range"] == 19
    assert samples.averages([]) == {}


def test_a_copied_piece_is_found_in_another_key(folder: Path) -> None:
    one, other, *_ = (piece.score for piece in source.pieces(folder, "train"))

    assert samples.copies([one], [other]) == [len(one.notes)]
