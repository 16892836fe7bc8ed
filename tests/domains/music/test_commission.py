"""What wishes become: a beginning, a constraint that holds, and a whole piece from the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from patchgen.domains.music.commission import Commission
from patchgen.domains.music.in_chords import progression
from patchgen.domains.music.judge import MusicConstraint
from patchgen.domains.music.on_piano import piano
from patchgen.domains.music.request import read
from patchgen.errors import MusicInvalid
from patchgen.music import beat, chords
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo, bars, seconds

from .playback import scale
from .test_judge import drawn

GIVEN = Score(scale(16), 12, (Tempo(0, 90),), length=192, key="C", title="Scale")


def asked(sentence: str, given: Score | None = None, most: int = 1000) -> Commission:
    """What becomes of a sentence."""
    wish = read(sentence)
    return (piano if wish.kind == "piano" else progression)(wish, given, most)


def answer(commission: Commission, seed: int = 1) -> Score:
    """A piece by chance that the constraint allows."""
    constraint = commission.constraint()
    assert isinstance(constraint, MusicConstraint)
    assert constraint.allows(commission.beginning)
    return commission.read(drawn(constraint, seed, commission.beginning))


def test_what_is_wished_begins_the_text() -> None:
    assert asked("piano in A minor, 3/4, 90 bpm").beginning == "PIANO kAm m3/4 b88 "
    assert asked("piano 3/4").beginning == "PIANO "
    assert asked("piano over C F").beginning == "PIANO kC m4/4 "
    assert asked("piano over C F, 120 bpm").beginning == "PIANO kC m4/4 b120 h "
    assert asked("chords in G").beginning == "CHORDS kG "
    assert asked("chords C Am, 4 bars").beginning == "CHORDS kC m4/4 | C | Am | "


def test_a_piece_is_as_wished() -> None:
    score = answer(asked("piano in D minor, 3/4, 97 bpm, 5 bars"))

    assert (score.key, score.metres, len(bars(score))) == ("Dm", (Metre(0, 3, 4),), 5)
    assert score.tempos == (Tempo(0, 97),)


@pytest.mark.parametrize("sentence", ["piano 30 seconds", "piano 30 seconds, 3/4, 150 bpm",
                                      "chords, 20 seconds, 100 bpm"])  # fmt: skip
def test_bars_fill_the_time(sentence: str) -> None:
    score = answer(asked(sentence))

    wanted = int(sentence.split(" seconds")[0].split()[-1])
    bar = seconds(score, bars(score)[0].ticks)
    assert abs(seconds(score, score.length) - wanted) <= bar / 2


def test_chords_come_again_until_the_piece_is_full() -> None:
    score = answer(asked("piano over C Am F, 7 bars, 100 bpm"))

    assert [(one.at // 48, one.chord) for one in score.chords] == [
        (0, "C"), (1, "Am"), (2, "F"), (3, "C"), (4, "Am"), (5, "F"), (6, "C"),
    ]  # fmt: skip


def test_chords_without_a_length_come_once() -> None:
    assert len(bars(answer(asked("piano over C Am F G G7")))) == 5


def test_a_piece_goes_on_behind_the_given_one() -> None:
    score = answer(asked("piano after the piece, 3 bars", GIVEN))

    assert len(bars(score)) == 4 + 3
    assert score.notes[: len(GIVEN.notes)] == GIVEN.notes
    assert all(note.onset >= 192 for note in score.notes[len(GIVEN.notes) :])
    assert (score.title, score.key) == ("Scale", "C")


def test_a_long_piece_is_read_from_its_last_bars() -> None:
    long = Score(scale(1000, ticks=6, held=6), 12, length=6000)

    commission = asked("piano, 4 bars", long)

    assert commission.beginning.count(" ") <= 510
    assert len(bars(answer(commission))) == 125 + 4


def test_the_model_may_be_shown_a_few_bars_only() -> None:
    commission = asked("piano from its last 2 bars, 3 bars", GIVEN)

    assert commission.beginning.count("|") == 2 + 1
    assert len(bars(answer(commission))) == 4 + 3


@pytest.mark.parametrize("resolution", [4, 100, 480])
def test_a_piece_on_another_grid_keeps_its_times(resolution: int) -> None:
    notes = tuple(Note(i * resolution, resolution, 60, 80) for i in range(8))

    score = answer(asked("piano, 2 bars", Score(notes, resolution)))

    found = [note.onset / score.resolution for note in score.notes[:8]]
    assert found == list(range(8))


def test_another_piano_lies_over_the_given_one() -> None:
    score = answer(asked("piano over the piece", GIVEN))

    assert len(bars(score)) == 4
    assert {(n.onset, n.pitch) for n in GIVEN.notes} <= {(n.onset, n.pitch) for n in score.notes}
    assert len(score.notes) > len(GIVEN.notes)


def test_a_progression_goes_on() -> None:
    score = answer(asked("chords after C Am F, 4 chords"))

    assert [one.chord for one in score.chords[:3]] == ["C", "Am", "F"]
    assert len(bars(score)) == 7


def test_a_progression_that_begins_with_chords_has_the_whole_length() -> None:
    assert len(bars(answer(asked("chords C Am F, 6 bars")))) == 6


@pytest.mark.parametrize("seed", range(5))
def test_a_progression_that_is_full_gets_no_more_chords(seed: int) -> None:
    commission = asked("chords C Am F G7, 4 bars")

    assert [symbol.chord for symbol in answer(commission, seed).chords] == ["C", "Am", "F", "G7"]


def test_a_given_progression_goes_on() -> None:
    given = chords.parse("| Dm7 G7 | C |")

    score = answer(asked("chords, 2 bars", given))

    assert [one.chord for one in score.chords[:3]] == ["Dm7", "G7", "C"]
    assert len(bars(score)) == 4


def test_an_answer_that_breaks_off_ends_with_its_last_whole_bar() -> None:
    commission = asked("piano in C, 4/4, 120 bpm, 8 bars")

    score = commission.read("PIANO kC m4/4 b120 | p0 v8 n60 d12 | p0 n62 d12 | p0 n6")

    assert (len(bars(score)), [note.pitch for note in score.notes]) == (2, [60, 62])


@pytest.mark.parametrize(
    ("sentence", "given", "most", "says"),
    [
        ("piano 128 bars", None, 60, "do not fit"),
        ("piano over C Am F G, 60 bars", None, 120, "do not fit"),
        ("chords, 100 bars", None, 60, "do not fit"),
        ("piano, 4 bars", Score(chords=(Symbol(0, "C"),)), 1000, "no notes"),
    ],
)
def test_what_cannot_be_is_told(sentence: str, given: Score | None, most: int, says: str) -> None:
    with pytest.raises(MusicInvalid, match=says):
        asked(sentence, given, most)


def test_an_answer_without_a_whole_bar_is_told() -> None:
    with pytest.raises(MusicInvalid, match="not finished a bar"):
        asked("piano, 4 bars", GIVEN).read(asked("piano, 4 bars", GIVEN).beginning + "p0 ")


def test_a_metre_that_has_no_word_is_laid_over_in_another() -> None:
    odd = replace(GIVEN, metres=(Metre(0, 11, 8),))

    assert beat.encode(answer(asked("piano over the piece", odd))).startswith("PIANO kC")
