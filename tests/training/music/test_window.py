"""Windows of a long text: each reads as a text of its own, and nothing is left out."""

from __future__ import annotations

from random import Random

import pytest

from patchgen.music import beat, chords
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo
from patchgen_training.music.sliding import sliding
from patchgen_training.music.window import begun, states_of, windows

NOTES = tuple(Note(tick, 18, 50 + tick % 17, 20 + tick % 90) for tick in range(0, 2400, 6))
LONG = Score(
    NOTES,
    tempos=(Tempo(0, 100), Tempo(960, 140)),
    metres=(Metre(0, 4, 4), Metre(960, 3, 4)),
    chords=tuple(Symbol(tick, ("Am", "F/C")[tick // 60 % 2]) for tick in range(0, 2400, 60)),
    key="Am",
)
TEXT = beat.encode(LONG)


@pytest.mark.parametrize("random", [None, Random(3)])
def test_every_window_reads_as_a_beginning(random: Random | None) -> None:
    made = list(windows(TEXT, 200, random))

    assert len(made) > 5
    assert all(text.count(" ") <= 200 for text in made)
    for text in made:
        beat.decode(text, is_whole=text.endswith("END "))
    assert [text.endswith("END ") for text in made] == [False] * (len(made) - 1) + [True]


def test_windows_leave_no_note_out() -> None:
    pitches = [note.pitch for note in LONG.notes]

    parts = [beat.decode(text, is_whole=False) for text in windows(TEXT, 200)]
    heard = [note.pitch for part in parts for note in part.notes]

    # The bar that was cut is told again.
    assert len(pitches) <= len(heard) < 1.5 * len(pitches)
    assert heard[:20] == pitches[:20]
    assert heard[-5:] == pitches[-5:]


def test_a_window_says_anew_what_holds() -> None:
    words = TEXT.split()
    states = states_of(words)
    late = next(bar for bar in states if bar > len(words) // 2)

    found = beat.decode("".join(f"{word} " for word in begun(words[late:], states[late])))

    assert found.tempos[0].bpm == 140
    assert found.metres == (Metre(0, 3, 4),)
    assert found.chords[0].at == 0
    assert found.notes[0].velocity == beat.decode(TEXT).notes[-len(found.notes)].velocity


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert list(windows(TEXT, 10_000, Random(1))) == [TEXT]


def test_another_seed_cuts_at_other_bars() -> None:
    first, second = ([len(text) for text in windows(TEXT, 200, Random(seed))] for seed in (1, 2))

    assert first != second


@pytest.mark.parametrize("most", [64, 200, 5000])
def test_sliding_windows_tell_each_word_once(most: int) -> None:
    made = list(sliding(TEXT, most))

    told = [word for window in made for word in window.words[window.told_from :]]
    assert told == TEXT.split()[1:]
    assert all(len(window.words) <= most for window in made)
    assert all(window.told_from > 1 for window in made[1:])


def test_chords_that_hold_begin_a_window_of_a_song() -> None:
    song = chords.encode(Score(chords=tuple(Symbol(96 * n, "ACDEG"[n % 5]) for n in range(40))))

    made = list(windows(song, 40))

    assert len(made) > 1
    for text in made:
        chords.decode(text, is_whole=text.endswith("END "))
