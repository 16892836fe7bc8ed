"""`patchgen music encode` and `decode`: files, folders, and what is broken in them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from patchgen.music import beat, midi
from patchgen.music.score import DRUMS, Metre, Note, Score

from ..conftest import Cli
from .pieces import TUNE, WALTZ


def midi_file(path: Path, text: str = TUNE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(midi.written(beat.decode(text)))
    return path


@pytest.fixture
def bad_folder(tmp_path: Path) -> Path:
    """Good files among broken ones."""
    folder = tmp_path / "midi"
    whole = midi_file(folder / "good.mid").read_bytes()
    midi_file(folder / "deep" / "er" / "also good.MID", WALTZ)
    (folder / "cut.mid").write_bytes(whole[: len(whole) // 2])
    (folder / "no midi.mid").write_text("this is a letter", "utf-8")
    (folder / "nothing.mid").write_bytes(b"")
    (folder / "silent.mid").write_bytes(midi.written(Score()))
    (folder / "large.mid").write_bytes(b"MThd" + bytes(10_000_000))
    (folder / "notes.doc").write_text("left alone", "utf-8")
    return folder


@pytest.mark.parametrize("form", ["beat", "psdv", "nd"])
def test_a_tune_is_the_same_after_it_was_a_text(cli: Cli, tmp_path: Path, form: str) -> None:
    source, text, back = midi_file(tmp_path / "a.mid"), tmp_path / "a.out", tmp_path / "b.mid"

    assert cli("music", "encode", source, "-o", text, "--format", form).exit_code == 0
    assert cli("music", "decode", text.rename(tmp_path / "a.txt"), "-o", back).exit_code == 0

    keys = [(round(n.onset / s.resolution, 2), n.pitch) for s in [midi.read(back)] for n in s.notes]
    step = 0.5 if form == "psdv" else 1.0
    assert keys == [(0, 60), (step, 62), (2 * step, 64), (3 * step, 65)]


def test_a_file_goes_beside_its_source_without_a_word(cli: Cli, tmp_path: Path) -> None:
    source = midi_file(tmp_path / "a.mid", WALTZ)

    result = cli("music", "encode", source)

    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "a.txt").read_text("utf-8") == f"{WALTZ}\n"


def test_a_text_goes_to_standard_output(cli: Cli, tmp_path: Path) -> None:
    result = cli("music", "encode", midi_file(tmp_path / "a.mid", WALTZ), "-o", "-")

    assert result.stdout == f"{WALTZ}\n"
    assert [path.name for path in tmp_path.glob("a*")] == ["a.mid"]


def test_chords_are_found_in_notes(cli: Cli, tmp_path: Path) -> None:
    score = Score((Note(0, 48, 60, 80), Note(0, 48, 64, 80), Note(0, 48, 67, 80)))
    (tmp_path / "a.mid").write_bytes(midi.written(score))

    result = cli("music", "encode", tmp_path / "a.mid", "-o", "-", "--format", "chords")

    assert result.stdout.split()[:5] == ["CHORDS", "kC", "m4/4", "|", "C"]


def test_bad_files_are_told_and_passed_over(cli: Cli, bad_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = cli("music", "encode", bad_folder, "-o", out)

    assert result.exit_code == 1
    made = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert made == ["deep/er/also good.txt", "good.txt"]
    for name in ("cut", "no midi", "nothing", "silent", "large"):
        assert f"{bad_folder}/{name}.mid" in result.stderr, name
    assert "this is a bug" not in result.output
    assert "2 done, 0 were done before, 5 failed" in result.stdout


def test_bad_texts_are_told_and_passed_over(cli: Cli, tmp_path: Path) -> None:
    texts = {"good": TUNE, "empty": " ", "cut": TUNE[:40], "word": "PIANO kC m4/4 b120 | n60",
             "nd": "START n60", "prose": "Dear all, thank you."}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "huge.txt").write_text("C " * 5_000_000, "utf-8")

    result = cli("music", "decode", tmp_path)

    assert result.exit_code == 1
    assert [path.name for path in tmp_path.glob("*.mid")] == ["good.mid"]
    for name in (*texts.keys() - {"good"}, "binary", "huge"):
        assert f"{tmp_path}/{name}.txt" in result.stderr, name
    assert "word 6, 'n60', may not stand there" in result.stderr


def test_a_hundred_tracks_become_one_text(cli: Cli, tmp_path: Path) -> None:
    from symusic import core

    file = core.ScoreTick(480)
    for number in range(100):
        track = core.TrackTick(f"track {number}", number % 128, number % 7 == 0)
        track.notes.append(core.NoteTick(480 * number, 240, 30 + number % 60, 80))
        file.tracks.append(track)
    (tmp_path / "many.mid").write_bytes(file.dumps_midi())

    result = cli("music", "encode", tmp_path / "many.mid", "-o", "-")

    assert result.exit_code == 0
    assert len(beat.decode(result.stdout).notes) == sum(number % 7 != 0 for number in range(100))


def test_what_is_done_is_not_done_again(cli: Cli, tmp_path: Path) -> None:
    old, new = midi_file(tmp_path / "a.mid"), midi_file(tmp_path / "b.mid")
    cli("music", "encode", tmp_path)
    os.utime(new, (2_000_000_000, 2_000_000_000))
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    os.utime(tmp_path / "a.txt", (old.stat().st_mtime + 60,) * 2)

    result = cli("music", "encode", tmp_path, "--json")
    again = cli("music", "encode", tmp_path, "--again", "--json")

    told = json.loads(result.stdout)
    assert [one["file"] for one in told["done"]] == [str(new)]
    assert told["done_before"] == [str(old)]
    assert len(json.loads(again.stdout)["done"]) == 2


def test_an_instrument_and_a_tempo_go_into_the_file(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TUNE, "utf-8")

    result = cli("music", "decode", tmp_path / "a.txt", "--instrument", "drums", "--bpm", "90")

    assert result.exit_code == 0, result.output
    score = midi.read(tmp_path / "a.mid")
    assert {note.channel for note in score.notes} == {DRUMS}
    assert score.tempos[0].bpm == 90


def test_chords_as_people_write_them_become_notes(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "song.txt").write_text("[Verse]\n| C | Am7/E |\n", "utf-8")

    result = cli("music", "decode", tmp_path / "song.txt")

    assert result.exit_code == 0, result.output
    score = midi.read(tmp_path / "song.mid")
    assert [symbol.chord for symbol in score.chords] == ["C", "Am7/E"]
    assert {note.onset // score.resolution for note in score.notes} == {0, 4}


def test_a_folder_without_files_of_the_kind_is_an_error(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    result = cli("music", "encode", tmp_path / "a")

    assert result.exit_code == 1
    assert "no files" in result.stderr


def test_a_source_is_never_overwritten(cli: Cli, tmp_path: Path) -> None:
    source = midi_file(tmp_path / "a.mid")
    before = source.read_bytes()

    result = cli("music", "encode", source, "-o", source)

    assert result.exit_code == 1
    assert source.read_bytes() == before


def test_a_metre_without_a_word_is_no_trouble(cli: Cli, tmp_path: Path) -> None:
    score = Score((Note(0, 12, 60, 80),), metres=(Metre(0, 11, 8),))
    (tmp_path / "a.mid").write_bytes(midi.written(score))

    result = cli("music", "encode", tmp_path / "a.mid", "-o", "-")

    assert beat.decode(result.stdout).notes[0].pitch == 60
