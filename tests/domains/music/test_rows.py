"""The rows of a piece: how many beats to wait, then what happens."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from patchgen.domains.music.rows import rows
from patchgen.music.score import Note, Score, Symbol, Tempo


def lines(score: Score) -> list[str]:
    """The rows as text."""
    text = " ".join(rows(score).atoms[2:])
    return [line.strip() for line in text.split(r"\;") if line.strip()]


def test_a_piece_reads_like_its_score() -> None:
    score = Score((Note(0, 6, 64, 90), Note(6, 6, 60, 80)), 12, (Tempo(0, 80), Tempo(6, 100)),
                  chords=(Symbol(0, "Am7"),), length=12)  # fmt: skip

    assert lines(score) == [
        "0 bar 1 4 4", "0 chord Am7", "0 at 0", "0 64 90", "0.5 64 0", "0 tempo 1.25", "0 60 80",
        "0.5 60 0", "0 at 1", "1 at 2", "1 at 3", "1 at 4",
    ]  # fmt: skip


def test_keys_of_other_channels_count_on() -> None:
    score = Score((Note(0, 12, 60, 90, 1), Note(0, 12, 38, 90, 9)))

    assert "0 188 90" in lines(score)
    assert "0 1190 90" in lines(score)


@settings(deadline=None)
@given(
    st.integers(1, 960),
    st.lists(st.tuples(st.integers(0, 50_000), st.integers(1, 5_000)), max_size=40),
)
def test_waits_add_up_to_the_place_in_the_score(
    resolution: int, places: list[tuple[int, int]]
) -> None:
    notes = tuple(Note(at, held, 20 + i, 64) for i, (at, held) in enumerate(places))
    score = Score(notes, resolution)

    passed, found = 0.0, {}
    for line in lines(score):
        wait, *words = line.split()
        passed += float(wait)
        assert float(wait) >= 0
        if words[0].isdigit():
            found[int(words[0]), int(words[1])] = passed

    for note in notes:
        assert abs(found[note.pitch, 64] - note.onset / resolution) < 2e-5
        assert abs(found[note.pitch, 0] - note.end / resolution) < 2e-5
