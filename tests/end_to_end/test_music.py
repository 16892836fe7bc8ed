"""From a sentence to a piece that plays, with the bundled model of music and a real Pd."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen import app, config
from patchgen.domains.music.score_of import score_of
from patchgen.headless.engine import find_pd
from patchgen.headless.load import load
from patchgen.music.score import Metre, Score, bars
from patchgen.pd.parse import parse
from patchgen.pipeline.steps import Written


def made(sentence: str, folder: Path) -> Score:
    """The piece in the patch that the sentence becomes with the default settings and seed 0."""
    settings = config.settings_from(config.gathered(None, {}, {"output_folder": folder}))
    pipeline = app.build(app.routed(settings, sentence))
    try:
        *_, end = pipeline.run(app.order(settings, sentence, 0))
    finally:
        pipeline.close()
    assert isinstance(end, Written)
    assert load(end.result.text, find_pd()).is_silent
    return score_of(parse(end.result.path.read_text("utf-8")))


def test_a_piano_piece_is_as_long_and_in_the_metre_that_was_asked_for(tmp_path: Path) -> None:
    score = made("piano a slow waltz in A minor, 8 bars", tmp_path)

    assert (score.metres, score.key, len(bars(score))) == ((Metre(0, 3, 4),), "Am", 8)
    assert len({note.pitch for note in score.notes}) > 4


@pytest.mark.parametrize("sentence", ["chords C Am F, 8 bars", "piano over C Am F G, 8 bars"])
def test_given_chords_stand_at_the_beginning(sentence: str, tmp_path: Path) -> None:
    score = made(sentence, tmp_path)

    assert [symbol.chord for symbol in score.chords][:3] == ["C", "Am", "F"]
    assert len(bars(score)) == 8
