"""Figures of written music."""

from __future__ import annotations

from math import log2

import pytest

from patchgen.music.metrics import FIGURES, figures
from patchgen.music.score import Note, Score, Tempo


def line(*pitches: int) -> Score:
    """Quarter notes at 60 beats a minute."""
    notes = tuple(Note(12 * n, 12, pitch, 80) for n, pitch in enumerate(pitches))
    return Score(notes, tempos=(Tempo(0, 60),))


def test_there_are_seven() -> None:
    assert len(FIGURES) == 7


@pytest.mark.parametrize(
    ("score", "figure", "value"),
    [
        (line(60, 72, 48), "pitch_class_entropy", 0),
        (line(*range(60, 72)), "pitch_class_entropy", log2(12)),
        (line(60, 62, 64, 65, 67, 69, 71, 60), "scale_consistency", 1),
        (line(*range(60, 72)), "scale_consistency", 7 / 12),
        (line(60, 62, 64), "polyphony", 1),
        (Score(tuple(Note(0, 12, p, 80) for p in (60, 64, 67))), "polyphony", 2),
        (line(60, 62, 64), "notes_a_second", 1),
        (line(60, 48, 67), "pitch_range", 19),
        (line(60, 62, 64, 65, 67, 69), "repetition", 0),
        (line(60, 60, 60, 60, 60), "repetition", 1),
        (line(60, 62, 64), "onset_entropy", 0),
        (
            Score(tuple(Note(at, 3, 60, 80) for at in (0, 3, 6, 12, 18))),
            "onset_entropy",
            1,
        ),
    ],
)
def test_each_figure_tells_what_it_should(score: Score, figure: str, value: float) -> None:
    assert figures(score)[figure] == pytest.approx(value)


@pytest.mark.parametrize(
    "score", [Score(), Score((Note(0, 4, 36, 80, 9),))], ids=["nothing", "drums"]
)
def test_where_there_are_no_notes_all_are_nought(score: Score) -> None:
    assert set(figures(score).values()) == {0.0}
