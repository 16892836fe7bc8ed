"""MIDI files."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from patchgen.errors import MusicInvalid
from patchgen.music import midi
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo
from patchgen.music.words import KEYS

from .scores import changes, law, notes

END = b"\x00\xff\x2f\x00"
ONE = b"\x00\x90\x3c\x40\x60\x80\x3c\x00"
"""The middle C for 96 ticks."""


def track(events: bytes) -> bytes:
    return b"MTrk" + struct.pack(">I", len(events)) + events


def file(*tracks: bytes, form: int = 1, division: int = 96) -> bytes:
    head = b"MThd" + struct.pack(">IHHH", 6, form, len(tracks), division)
    return head + b"".join(track(events + END) for events in tracks)


def sounding(data: bytes) -> list[tuple[int, int, int]]:
    return [(note.onset, note.duration, note.pitch) for note in midi.parse(data).notes]


@law
@given(
    notes(within=5000),
    changes(5000),
    draw.sampled_from(KEYS),
    draw.sampled_from([12, 96, 480]),
    draw.lists(draw.tuples(draw.integers(0, 4000), draw.integers(20, 300)), max_size=4),
)
def test_a_score_comes_back_from_its_file(
    played: tuple[Note, ...],
    chords: tuple[Symbol, ...],
    key: str,
    resolution: int,
    tempos: list[tuple[int, int]],
) -> None:
    score = Score(
        played,
        resolution,
        tuple(Tempo(at, bpm) for at, bpm in tempos),
        (Metre(0, 3, 4), Metre(1000, 7, 8)),
        chords,
        key,
    )

    back = midi.parse(midi.written(score))

    assert replace(back, length=score.length) == score


def test_channels_come_back_in_their_order_and_drums_stay_drums() -> None:
    score = Score((Note(0, 4, 60, 80, 5), Note(0, 4, 40, 80, 2), Note(0, 4, 36, 80, 9)))

    back = midi.parse(midi.written(score))

    assert {(note.pitch, note.channel) for note in back.notes} == {(40, 0), (60, 1), (36, 9)}


@pytest.mark.parametrize(("instrument", "program"), [("piano", 0), ("bass", 33)])
def test_a_file_is_written_for_an_instrument(instrument: str, program: int) -> None:
    data = midi.written(Score((Note(0, 4, 60, 80),)), instrument)

    assert bytes([0xC0, program]) in data


def test_everything_can_be_written_for_drums() -> None:
    data = midi.written(Score((Note(0, 4, 60, 80),)), "drums")

    assert midi.parse(data).notes[0].channel == 9


def test_a_file_is_read_with_its_name_as_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a tune.mid"
    path.write_bytes(file(ONE))

    score = midi.read(path)

    assert (score.title, score.resolution) == ("a tune", 96)
    assert score.notes == (Note(0, 96, 60, 64),)


def test_tempos_metres_and_keys_are_read() -> None:
    signs = (
        b"\x00\xff\x51\x03\x07\xa1\x20"
        b"\x00\xff\x58\x04\x03\x03\x18\x08"
        b"\x00\xff\x59\x02\xfd\x01"
        b"\x60\xff\x51\x03\x03\xd0\x90"
    )

    score = midi.parse(file(signs, ONE))

    assert score.tempos == (Tempo(0, 120), Tempo(96, 240))
    assert (score.metres, score.key) == ((Metre(0, 3, 8),), "Cm")


@pytest.mark.parametrize("form", [0, 1])
def test_both_formats_are_read(form: int) -> None:
    assert sounding(file(ONE, form=form)) == [(0, 96, 60)]


def test_a_hundred_tracks_share_the_channels() -> None:
    score = midi.parse(file(*(ONE.replace(b"\x3c", bytes([20 + n])) for n in range(100))))

    assert len(score.notes) == 100
    assert {note.channel for note in score.notes} == set(range(16)) - {9}


def test_the_drum_channel_stays() -> None:
    score = midi.parse(file(b"\x00\x99\x24\x40\x60\x89\x24\x00"))

    assert score.notes == (Note(0, 96, 36, 64, 9),)


@pytest.mark.parametrize(
    ("events", "heard"),
    [
        pytest.param(
            b"\x00\x90\x3c\x40\x60\x3c\x00\x00\x3e\x40\x60\x3e\x00",
            [(0, 96, 60), (96, 96, 62)],
            id="running status, and velocity 0 lets go",
        ),
        pytest.param(b"\x00\xf0\x03\x01\x02\xf7" + ONE, [(0, 96, 60)], id="system exclusive"),
        pytest.param(b"\x00\x90\x3e\x40" + ONE, [(0, 96, 60)], id="a key nothing lets go"),
        pytest.param(b"\x00\x80\x3c\x00" + ONE, [(0, 96, 60)], id="a key let go but not struck"),
        pytest.param(b"\x00\x90\x3e\x40\x00\x80\x3e\x00" + ONE, [(0, 96, 60)], id="no length"),
        pytest.param(
            b"\x00\x90\x3c\x40\x30\x90\x3c\x50\x30\x80\x3c\x00\x30\x80\x3c\x00",
            [(0, 48, 60), (48, 96, 60)],
            id="a key struck while it sounds",
        ),
        pytest.param(b"", [], id="no notes"),
        pytest.param(b"\x00\xff\x51\x03\x00\x00\x00" + ONE, [(0, 96, 60)], id="endless tempo"),
        pytest.param(b"\x00\xff\x58\x04\x00\x02\x18\x08" + ONE, [(0, 96, 60)], id="no beats"),
    ],
)
def test_odd_events_have_a_clear_outcome(events: bytes, heard: list[tuple[int, int, int]]) -> None:
    assert sounding(file(events)) == heard


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no MIDI file"),
        (b"hello, this is no MIDI file at all", "no MIDI file"),
        (file(ONE)[:-6], "no MIDI file"),
        (file(ONE, division=0), "how long its ticks are"),
        (file(ONE, division=0xE728), "no MIDI file"),
        (file(b"\xff\xff\xff\x7f\x90\x3c\x40\x60\x80\x3c\x00"), "more than a day"),
        (file(b"\x00\xff\x51\x03\x00\x00\x01\xff\xff\xff\x7f" + ONE[1:]), "100000 bars"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, says: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        midi.parse(data, name="tune.mid")

    assert says in caught.value.message
    assert "tune.mid" in caught.value.message
    assert caught.value.hint


@law
@given(draw.data())
def test_a_damaged_file_gives_a_score_or_an_error(sketch: draw.DataObject) -> None:
    data = bytearray(file(b"\x00\xff\x03\x02ab\x00\xf0\x02\x01\xf7", ONE + b"\x00\xc0\x05"))
    for _ in range(sketch.draw(draw.integers(1, 4))):
        data[sketch.draw(draw.integers(0, len(data) - 1))] = sketch.draw(draw.integers(0, 255))
    damaged = bytes(data[: sketch.draw(draw.integers(1, len(data)))])

    try:
        score = midi.parse(damaged)
    except MusicInvalid as error:
        assert error.hint
    else:
        assert all(0 <= note.pitch < 128 and note.duration > 0 for note in score.notes)


def test_a_huge_file_is_refused_before_it_is_unpacked() -> None:
    notes = b"".join(b"\x00\x90%c\x40\x08%c\x00" % (n % 128, n % 128) for n in range(1_430_000))

    with pytest.raises(MusicInvalid, match="1430000 notes"):
        midi.parse(file(notes))


def test_a_large_file_with_few_notes_is_read() -> None:
    padding = b"\x00\xf0\xcd\xfe\x20" + bytes(0x137F1F) + b"\xf7"

    assert sounding(file(padding * 8 + ONE)) == [(0, 96, 60)]


def test_a_file_that_is_missing_or_too_large_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large.mid"
    with large.open("wb") as data:
        data.truncate(midi.MOST_BYTES + 1)

    for path, says in ((tmp_path / "none.mid", "No such file"), (large, "larger than 16 MB")):
        with pytest.raises(MusicInvalid, match=says):
            midi.read(path)
    with pytest.raises(MusicInvalid, match="cannot read"):
        midi.read(tmp_path)
