"""The picture of a piece."""

from __future__ import annotations

import re
import time
from itertools import pairwise

from patchgen.draw.marks import Line, Words
from patchgen.draw.raster import png
from patchgen.draw.roll import KEY, marks, roll, ruled
from patchgen.draw.ruling import named_bars, span
from patchgen.music.score import DRUMS, Metre, Note, Score, Symbol

SCORE = Score(
    (Note(0, 12, 60, 20), Note(12, 24, 64, 120), Note(36, 6, 38, 90, DRUMS)),
    chords=(Symbol(0, "C"), Symbol(24, "G7/B")),
    length=96,
)


def filled(score: Score) -> list[Line]:
    """The marks of the keys."""
    found = [mark for mark in marks(ruled(score)) if isinstance(mark, Line) and mark.fill != "none"]
    return [mark for mark in found if mark.points[2][1] - mark.points[0][1] == KEY - 1]


def test_notes_stand_where_and_as_long_as_they_sound() -> None:
    sheet = ruled(SCORE)

    first, second, drum = filled(SCORE)

    assert first.points[0] == (sheet.x(0), sheet.y(60))
    assert second.points[0] == (sheet.x(12), sheet.y(64))
    assert second.points[0][1] < first.points[0][1] < drum.points[0][1]
    assert second.points[2][0] - second.points[0][0] == sheet.x(36) - sheet.x(12) - 1


def test_a_louder_key_is_darker() -> None:
    soft, loud, drum = (int(mark.fill[1:3], 16) for mark in filled(SCORE))

    assert loud < soft < drum or loud < drum


def test_words_name_chords_bars_and_octaves() -> None:
    found = {mark.text: mark for mark in marks(ruled(SCORE)) if isinstance(mark, Words)}

    assert {"C", "G7/B", "1", "2", "C4"} <= set(found)
    assert found["C"].y < found["C4"].y < found["1"].y


def test_chords_without_room_are_left_out() -> None:
    crowded = Score(chords=tuple(Symbol(i, "F#m7b5") for i in range(960)))

    words = [m.x for m in marks(ruled(crowded)) if isinstance(m, Words) and m.text == "F#m7b5"]

    assert 10 < len(words) < 960 / 12
    assert all(b - a >= 42 for a, b in pairwise(words))


def test_a_few_keys_are_shown_among_three_octaves() -> None:
    for pitch in (0, 60, 127):
        shown = span(Score((Note(0, 1, pitch, 80),)))

        assert shown.low <= pitch <= shown.high
        assert shown.high - shown.low + 1 >= 36


def test_bars_are_numbered_as_far_as_there_is_room() -> None:
    score = Score(length=36 * 100, metres=(Metre(0, 3, 4),))

    found = list(named_bars(score, 20))

    assert found[:2] == [(0, 1), (8 * 36, 9)]
    assert len(found) <= 20


def test_the_picture_is_svg_and_png() -> None:
    svg = roll(SCORE)

    assert re.match(r'<svg [^>]*width="\d+" height="\d+"', svg)
    assert png(svg).startswith(b"\x89PNG")


def test_long_and_empty_pieces_have_a_picture_soon() -> None:
    begun = time.monotonic()

    long = roll(Score(tuple(Note(i * 24, 24, 30 + i % 60, 90) for i in range(10_000))))

    assert len(long) > 1_000_000
    assert time.monotonic() - begun < 20
    assert png(long).startswith(b"\x89PNG")
    assert png(roll(Score())).startswith(b"\x89PNG")
