"""Stretches: in order, none in the midst of a word, each a text of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from patchgen.music import chords, nd, psdv
from patchgen_training.datasets.row import Row
from patchgen_training.music import cut, retold, source
from patchgen_training.tokens import train as tokens
from patchgen_training.tokens.control import control
from patchgen_training.tokens.words import tokeniser

MOST = 40
SHEET = " ".join(f"| {root}m7 {root}7" for root in "CDEFGAB" * 3) + " | % | % | Am |"
READ = {"nd": nd.decode, "psdv": psdv.decode, "sheet": chords.parse}


@pytest.fixture(scope="module")
def texts(folder: Path) -> dict[str, str]:
    """One text in each form."""
    score = next(source.pieces(folder, "train")).score
    return {"nd": retold.in_words(score), "psdv": psdv.encode(score), "sheet": SHEET}


def tokenizer_for(form: str, texts: dict[str, str]) -> Tokenizer:
    """The tokeniser that a recipe would have."""
    return tokeniser(retold.WORDS, 256) if form == "nd" else tokens.train(texts.values(), 400)


@pytest.mark.parametrize("form", cut.FORMS)
def test_each_stretch_fits_and_can_be_read(form: str, texts: dict[str, str]) -> None:
    tokenizer = tokenizer_for(form, texts)

    found = list(cut.stretches(texts[form], cut.FORMS[form], tokenizer, MOST))

    assert len(found) > 2
    assert [one.is_last for one in found] == [False] * (len(found) - 1) + [True]
    for one in found:
        READ[form](one.text)
        assert len(tokenizer.encode(one.text, add_special_tokens=False).ids) <= MOST


@pytest.mark.parametrize("form", ["nd", "psdv"])
def test_all_notes_stand_in_some_stretch_in_their_order(form: str, texts: dict[str, str]) -> None:
    found = cut.stretches(texts[form], cut.FORMS[form], tokenizer_for(form, texts), MOST)

    scores = [READ[form](one.text) for one in found]
    pitches = [note.pitch for score in scores for note in score.notes]
    assert pitches == [note.pitch for note in READ[form](texts[form]).notes]
    assert all(score.notes[0].onset == 0 for score in scores)


def test_bars_keep_their_order_and_a_held_chord_begins_no_stretch(texts: dict[str, str]) -> None:
    tokenizer = tokenizer_for("sheet", texts)

    for most in range(MOST - 12, MOST):
        found = cut.stretches(SHEET, cut.FORMS["sheet"], tokenizer, most)
        told = [one.text for one in found]
        assert not any(text.startswith("| %") for text in told)
        bars = [bar for text in told for bar in text.strip("| ").split(" | ")]
        assert [bar for bar in bars if bar != "%"] == [
            bar for bar in SHEET.strip("| ").split(" | ") if bar != "%"
        ]


def test_the_end_is_learned_where_a_piece_ends_and_the_beginning_never(
    texts: dict[str, str],
) -> None:
    tokenizer = tokenizer_for("psdv", texts)
    begin, end, _ = control(tokenizer)

    made = list(cut.examples(iter([Row("", texts["psdv"], "", "")]), "psdv", tokenizer, MOST))

    assert [ids.count(end) for ids, _ in made] == [0] * (len(made) - 1) + [1]
    for ids, labels in made:
        assert ids[0] == begin
        assert labels == [cut.IGNORED, *ids[1:]]
        assert len(ids) <= MOST
