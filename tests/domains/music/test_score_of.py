"""A piece read back out of its player patch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from music.scores import on_the_piano

from patchgen.domains.music.player import player
from patchgen.domains.music.score_of import is_player, score_of
from patchgen.errors import MusicInvalid
from patchgen.music import beat
from patchgen.music.score import Note, Score, Tempo
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write


def saved(score: Score, title: str = "") -> Canvas:
    """The player as a file has it."""
    return parse(write(player(score, title)))


@given(on_the_piano())
@settings(max_examples=60, deadline=None)
def test_what_a_text_can_say_comes_back(score: Score) -> None:
    text = beat.encode(score)
    written = beat.decode(text)

    back = score_of(saved(written, "a title"))

    assert back == replace(written, title="a title")
    assert beat.encode(back) == text


@pytest.mark.parametrize("resolution", [4, 12, 100, 480])
def test_times_come_back_on_any_grid(resolution: int) -> None:
    notes = tuple(Note(7 * i, 3, 60 + i, 1 + i, i % 16) for i in range(40))
    score = Score(notes, resolution, (Tempo(0, 97.3), Tempo(28, 180)), length=400)

    back = score_of(saved(score))

    factor = back.resolution / resolution
    assert [(n.onset / factor, n.duration / factor, n.pitch, n.velocity, n.channel)
            for n in back.notes] == [(n.onset, n.duration, n.pitch, n.velocity, n.channel)
                                     for n in score.notes]  # fmt: skip
    assert [tempo.bpm for tempo in back.tempos] == [97.3, 180]


def test_an_edited_row_is_heard() -> None:
    text = write(player(Score((Note(0, 12, 60, 90),)), "one"))
    row = "0 60 90 "
    assert row in text

    back = score_of(parse(text.replace(row, "0 72 100 ")))

    assert [(note.pitch, note.velocity) for note in back.notes] == [(72, 100)]


def test_other_patches_are_no_players() -> None:
    canvas = parse("#N canvas 0 0 450 300 12;\n#X obj 10 10 text define piece;\n#A set 1 2;\n")

    assert not is_player(canvas)
    with pytest.raises(MusicInvalid, match="plays no piece"):
        score_of(canvas)


@pytest.mark.parametrize("word", ["x", "1e300", "inf"])
def test_rows_that_are_no_rows_are_told(word: str) -> None:
    text = write(player(Score((Note(0, 12, 60, 90),)), "one")).replace("0 60 90 ", f"{word} 60 90 ")

    with pytest.raises(MusicInvalid, match=f"'{word}'"):
        score_of(parse(text))
