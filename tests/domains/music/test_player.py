"""A piece as a patch, in real Pd: what sounds when, and what the controls do."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from patchgen.domains.music.player import player
from patchgen.findings import Severity
from patchgen.headless.load import load
from patchgen.lint.gate import capabilities, gate
from patchgen.lint.runner import lint
from patchgen.lint.scope import Scope
from patchgen.music.score import Note, Score, Symbol, Tempo
from patchgen.objects.capabilities import Capability
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas, walk
from patchgen.pd.parse import parse
from patchgen.pd.write import write

from .playback import (
    PRECISION,
    are_alike,
    control,
    expected,
    play,
    played,
    scale,
    sounding_at_the_end,
    with_ear,
)


def any_piece(seed: int, count: int = 60, resolution: int = 12) -> Score:
    """Keys here and there, some of them on other channels, some struck while they sound."""
    chance = random.Random(seed)
    notes = tuple(
        Note(chance.randrange(96), chance.randrange(1, 30), chance.randrange(48, 72),
             chance.randrange(1, 128), chance.choice((0, 0, 0, 1, 9)))
        for _ in range(count)
    )  # fmt: skip
    return Score(notes, resolution)


PIECE = Score(
    (*scale(8), Note(0, 48, 40, 90, 1), Note(12, 6, 36, 100, 9)),
    12, (Tempo(0, 120), Tempo(48, 90)),
    chords=(Symbol(0, "C"), Symbol(48, "F#m7b5/E")), key="C", title="Scale, with $1; and more",
)  # fmt: skip


@pytest.mark.parametrize("bpm", [62.0, 97.3, 124.0, 200.0])
def test_keys_go_down_and_up_when_the_score_says(bpm: float, engine: str) -> None:
    score = any_piece(int(bpm))

    found = played(score, (0.0, "tempo", f"{bpm}"), seconds=12.5, engine=engine)

    assert are_alike(found, expected(score, bpm))


@pytest.mark.parametrize("resolution", [4, 7, 100, 480])
def test_waits_do_not_drift_on_any_grid(resolution: int) -> None:
    notes = tuple(Note(i, 1, 60, 80) for i in range(0, 7 * resolution, max(1, resolution // 7)))
    score = Score(notes, resolution, (Tempo(0, 60),))

    found = played(score, seconds=9)

    assert are_alike(found, expected(score, 60))


def test_a_key_is_let_go_before_it_is_struck_again() -> None:
    score = Score((Note(0, 12, 60, 90), Note(12, 12, 60, 70), Note(18, 12, 60, 50)))

    found = played(score)

    assert [velocity for _, _, velocity in found] == [90, 0, 70, 0, 50, 0]


def test_stop_lets_go_of_all_keys_at_the_same_moment(engine: str) -> None:
    score = Score(tuple(Note(0, 96, pitch, 80, pitch % 3) for pitch in range(40, 70)))

    found = played(score, (777.0, "play", "0"), engine=engine)

    assert len(found) == 60
    assert {at for at, _, velocity in found if not velocity} == {777.0}
    assert not sounding_at_the_end(found)


def test_nothing_follows_a_stop_and_the_piece_begins_anew() -> None:
    moves = ((1200.0, "play", "0"), (2000.0, "play", "1"))

    found = played(Score(scale(8)), *moves, seconds=2.3)

    struck = [(at, key) for at, key, velocity in found if velocity]
    assert struck == [(0, 60), (500, 61), (1000, 62), (2000, 60)]


def test_a_new_tempo_holds_from_the_middle_of_a_wait(engine: str) -> None:
    found = played(Score(scale(4)), (750.0, "tempo", "240"), engine=engine)

    struck = [at for at, _, velocity in found if velocity]
    assert struck == pytest.approx([0, 500, 875, 1125], abs=PRECISION)


def test_the_slider_moves_the_tempo_too() -> None:
    canvas = player(Score(scale(4)), "")
    slider = next(b for b in canvas.boxes if b.name == "hsl" and r"\$0-tempo-slider" in b.atoms)

    found = played(Score(scale(4)), (10.0, "tempo-slider", "60"))

    assert slider.atoms[3:5] == ("20", "300")
    assert [at for at, _, velocity in found if velocity][2] == pytest.approx(1990, abs=PRECISION)


def test_tempos_of_the_piece_are_parts_of_the_players_tempo() -> None:
    score = Score(scale(4), 12, (Tempo(0, 120), Tempo(12, 60), Tempo(24, 240)))

    slow = played(score, (0.0, "tempo", "60"))

    struck = [at for at, _, velocity in slow if velocity]
    assert struck == pytest.approx([0, 1000, 3000, 3500], abs=PRECISION)


def test_a_loop_goes_on_without_a_gap(engine: str) -> None:
    score = Score(scale(3), length=48)

    found = played(score, (0.0, "loop", "1"), seconds=4.2, engine=engine)

    struck = [at for at, _, velocity in found if velocity]
    assert struck == pytest.approx([0, 500, 1000, 2000, 2500, 3000, 4000], abs=PRECISION)


def test_a_loop_begins_again_with_the_first_tempo() -> None:
    score = Score(scale(2), 12, (Tempo(0, 120), Tempo(12, 60)), length=48)

    found = played(score, (0.0, "loop", "1"), seconds=4.2)

    assert [at for at, _, v in found if v] == pytest.approx([0, 500, 3500, 4000], abs=PRECISION)


def test_the_end_switches_the_toggle_off() -> None:
    # A bang turns a toggle over: it starts the piece only if the toggle is off.
    found = played(Score(scale(4)), (2500.0, "play", "bang"), seconds=2.6)

    assert [at for at, _, velocity in found if velocity] == [0, 500, 1000, 1500, 2500]


def test_a_loop_switched_off_ends_at_the_end() -> None:
    moves = ((0.0, "loop", "1"), (2500.0, "loop", "0"))

    found = played(Score(scale(4)), *moves, seconds=4.8)

    assert len([at for at, _, velocity in found if velocity]) == 8


def test_four_thousand_notes_open_and_play() -> None:
    notes = tuple(Note(i // 8, 1, 40 + 5 * (i % 8) + i // 8 % 5, 80) for i in range(4000))
    score = Score(notes, 12, (Tempo(0, 300),))
    canvas = player(score, "long")

    report = load(write(canvas), Path("/usr/bin/pd"))
    found = played(score, seconds=8.6)

    assert report.is_silent
    assert len(found) == 8000
    assert Counter(velocity for *_, velocity in found) == {80.0: 4000, 0.0: 4000}
    assert are_alike(found, expected(score, 300))


@pytest.mark.parametrize(
    "score", [Score(), Score((Note(0, 1, 0, 1),)), Score((Note(5, 9, 127, 127),))]
)
def test_the_smallest_pieces_play_and_end(score: Score) -> None:
    found = played(score, (0.0, "loop", "1"), (1700.0, "loop", "0"), seconds=3)

    assert len(found) == 2 * len(score.notes) * (len(found) // 2 // max(1, len(score.notes)))
    assert not sounding_at_the_end(found)


def test_head_bar_and_chord_follow_the_music() -> None:
    canvas, bar = with_ear(player(PIECE, ""), "bar-shown")
    canvas, chord = with_ear(canvas, "chord-shown")
    canvas, head = with_ear(canvas, "head")

    seen = play(canvas, 5.0, watch=(bar, chord, head))

    assert [one.atoms for one in seen.values(bar)] == [(1.0,), (2.0,)]
    assert [one.atoms for one in seen.values(chord)] == [("label", "C"), ("label", "F#m7b5/E")]
    places = [float(one.atoms[1]) for one in seen.values(head)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (10, 789)


def test_it_is_clean_for_either_pd() -> None:
    for engines in ((Engine.VANILLA,), (Engine.PURR,), (Engine.VANILLA, Engine.PURR)):
        found = lint(player(PIECE, PIECE.title), Scope(engines=engines, is_strict=True))

        assert not [finding for finding in found if finding.severity is not Severity.INFO]
    assert not found


def test_the_gate_lets_it_pass_with_sound_and_midi_only() -> None:
    canvas = player(PIECE, PIECE.title)

    assert gate(canvas) == ()
    assert capabilities(canvas) == {Capability.AUDIO, Capability.MIDI}


def test_it_opens_without_a_word(engine: str) -> None:
    report = load(write(player(PIECE, PIECE.title)), Path(engine))

    assert report.is_silent


def test_the_file_is_read_as_it_was_written() -> None:
    canvas = player(PIECE, PIECE.title)

    assert write(parse(write(canvas))) == write(canvas)


def test_every_name_belongs_to_this_patch_alone() -> None:
    fields = {"s": 0, "r": 0, "tgl": 2, "hsl": 6, "nbx": 6, "cnv": 3}
    canvas = player(PIECE, "")

    names = {
        box.args[fields[box.name]]
        for _, part in walk(canvas) for box in part.boxes if box.name in fields
    }  # fmt: skip

    assert names - {"empty"}
    assert all(name.startswith(r"\$0-") for name in names - {"empty"})


def test_boxes_of_the_panel_stand_apart() -> None:
    canvas = player(PIECE, PIECE.title)

    found = lint(canvas, Scope(select={"overlapping-boxes", "off-canvas", "hidden-box"}))

    assert not [finding.message for finding in found]


@pytest.mark.parametrize("title", ["", "a" * 300, "Für Elise, «Nr. 1»", "100 % {x} \\ ; , $0"])
def test_any_title_opens(title: str) -> None:
    canvas: Canvas = player(Score(scale(2)), title)

    assert load(write(canvas), Path("/usr/bin/pd")).is_silent
    assert control(canvas, "play")
