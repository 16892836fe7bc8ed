"""Music through the whole pipeline: real checks, real Pd, and an engine with a list of answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.catalog.find import MUSIC
from patchgen.domains.music.piece import piece
from patchgen.domains.music.player import player
from patchgen.domains.music.voicing import voiced
from patchgen.engine.base import Sampling
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import GenerationFailed, MusicInvalid, OutputUnwritable, PromptInvalid
from patchgen.music import beat, chords
from patchgen.music.score import bars
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen.pipeline.provenance import provenance_of
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order, Result, Written

BARS = "| p0 v9 n60 d12 n57 d36 p12 n64 d12 | p0 n68 d36 END "
CARD = MUSIC.model_copy(update={"name": "tiny"})
WALTZ = f"PIANO kAm m3/4 b92 {BARS}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "made"


def result(folder: Path, order: Order, *answers: str) -> tuple[Result, ScriptedEngine]:
    """What a job brings, tried in Pd."""
    engine = ScriptedEngine(answers)
    last = list(Pipeline(engine, CARD, Path("/usr/bin/pd"), folder).run(order))[-1]
    assert isinstance(last, Written)
    return last.result, engine


def test_a_sentence_becomes_a_player(folder: Path) -> None:
    order = Order("piano in A minor, 3/4, 92 bpm, 2 bars", Sampling(seed=3))

    made, engine = result(folder, order, BARS)

    assert engine.requests[0].prompt == ()
    assert engine.requests[0].beginning == "PIANO kAm m3/4 b92 "
    assert beat.encode(piece(made.path)) == WALTZ
    assert made.is_checked_in_pd
    assert made.findings == ()
    assert provenance_of(parse(made.text)).prompt == order.prompt
    assert set(made.capabilities) <= {"audio", "midi"}


def test_what_was_not_understood_is_told_and_costs_no_draft(folder: Path) -> None:
    made, _ = result(folder, Order("piano, happily, 2 bars", candidates=3), f"kAm m3/4 b92 {BARS}")

    assert [one.code for one in made.findings][:1] == ["not-understood"]
    assert made.candidates == 1


def test_a_piece_without_notes_gives_way_to_another_draft(folder: Path) -> None:
    order = Order("piano in A minor, 3/4, 92 bpm, 2 bars", candidates=2)

    made, _ = result(folder, order, "| | END ", BARS)

    assert made.candidates == 2
    assert piece(made.path).notes


def test_an_answer_that_is_no_music_fails(folder: Path) -> None:
    with pytest.raises(GenerationFailed, match="may not stand there"):
        result(folder, Order("piano"), "| p0 osc~ END ")

    assert not folder.exists()


def test_chords_become_a_player_with_voices(folder: Path) -> None:
    made, _ = result(folder, Order("chords in C, 4/4, 2 bars"), "| C | F G7 END ")

    score = piece(made.path)
    assert chords.sheet(score) == "| C | F G7 |"
    assert score.notes


def test_a_piece_that_patchgen_wrote_goes_on(folder: Path) -> None:
    first, _ = result(folder, Order("piano in A minor, 3/4, 92 bpm, 2 bars"), BARS)
    before = first.path.read_bytes()

    made, engine = result(folder, Order("piano, 1 bars", given=first.path), "p0 n72 d12 END ")

    assert engine.requests[0].beginning == WALTZ.replace("END ", "| ")
    assert len(bars(piece(made.path))) == 3
    assert first.path.read_bytes() == before
    assert provenance_of(parse(made.text)).given == first.path.name


@pytest.mark.parametrize("prompt", ["", "4 bars"])
def test_a_given_piece_needs_no_word_for_its_kind(
    folder: Path, tmp_path: Path, prompt: str
) -> None:
    tune, song = tmp_path / "tune.txt", tmp_path / "song.pd"
    tune.write_text(WALTZ, "utf-8")
    song.write_text(write(player(voiced(chords.parse("C F")), "song")), "utf-8")
    count = 4 if prompt else None

    notes, _ = result(folder, Order(prompt, given=tune), "| " * ((count or 16) - 1) + "END ")
    lines, _ = result(
        folder, Order(prompt, given=song), "% " + "| % " * ((count or 8) - 1) + "END "
    )

    assert notes.prompt.startswith("piano")
    assert lines.prompt.startswith("chords")
    assert len(bars(piece(lines.path))) == 2 + (count or 8)


def test_the_given_piece_is_never_overwritten(folder: Path, tmp_path: Path) -> None:
    tune = tmp_path / "tune.txt"
    tune.write_text(WALTZ, "utf-8")

    with pytest.raises(OutputUnwritable):
        result(folder, Order("piano, 1 bars", given=tune, target=tune), "END ")


def test_bad_orders_are_told_before_the_model_is_asked(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.mid"
    bad.write_bytes(b"MThd")

    with pytest.raises(PromptInvalid):
        result(folder, Order("a sine"))
    with pytest.raises(MusicInvalid, match=r"bad\.mid"):
        result(folder, Order("piano", given=bad))
