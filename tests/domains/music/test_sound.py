"""The built-in instrument in real Pd: audible, never clipped, silent afterwards."""

from __future__ import annotations

from array import array

import pytest

from patchgen.domains.music.player import player
from patchgen.headless.hearing import hear
from patchgen.music.score import DRUMS, Note, Score

from .playback import control, play

RATE = 44100


def level(samples: array[float], start: float, end: float) -> float:
    """The largest sample between two times in seconds."""
    return max(map(abs, samples[round(start * RATE) : round(end * RATE)]))


def test_a_piece_is_heard_and_then_it_is_silent(engine: str) -> None:
    score = Score((Note(0, 24, 60, 80), Note(0, 24, 64, 80), Note(0, 24, 67, 80)), length=48)

    seen = play(player(score, ""), 2.5, engine=engine)

    assert hear(seen) == ()
    assert 0.1 < level(seen.audio[0], 0.05, 1.0) < 0.9
    assert level(seen.audio[0], 1.5, 2.4) < 1e-4
    assert seen.audio[0] == seen.audio[1]


def test_nothing_sounds_before_it_is_started() -> None:
    score = Score((Note(0, 24, 60, 80),))

    seen = play(player(score, ""), 0.5, (0.0, "play", "0"))

    assert level(seen.audio[0], 0.2, 0.5) < 0.1
    assert level(seen.audio[0], 0.0, 0.009) == 0


def test_the_loudest_clusters_do_not_clip() -> None:
    notes = tuple(Note(i * 3, 24, 21 + (7 * i + j) % 88, 127) for i in range(16) for j in range(16))

    seen = play(player(Score(notes), ""), 2.5, (0.0, "volume", "100"))

    assert 0.7 < seen.peak() <= 1.0


def test_a_louder_key_sounds_louder() -> None:
    peaks = [
        play(player(Score((Note(0, 12, 60, velocity),)), ""), 0.6).peak()
        for velocity in (30, 80, 127)
    ]

    assert peaks[0] < peaks[1] / 2 < peaks[2] / 3


def test_the_volume_goes_down_to_silence() -> None:
    score = Score((Note(0, 48, 60, 100),))

    seen = play(player(score, ""), 1.0, (400.0, "volume", "0"))

    assert level(seen.audio[0], 0.1, 0.4) > 0.05
    assert level(seen.audio[0], 0.5, 1.0) == 0


def test_stop_is_silence_soon() -> None:
    score = Score(tuple(Note(0, 96, pitch, 100) for pitch in range(40, 56)))

    seen = play(player(score, ""), 1.0, (400.0, "play", "0"))

    assert level(seen.audio[0], 0.7, 1.0) < 1e-4


def test_drums_are_noise_of_their_own() -> None:
    notes = (Note(0, 6, 36, 100, DRUMS), Note(24, 6, 46, 100, DRUMS))

    seen = play(player(Score(notes), ""), 1.6)

    assert level(seen.audio[0], 0.01, 0.2) > 0.01
    assert level(seen.audio[0], 0.6, 0.9) < 1e-4
    assert level(seen.audio[0], 1.01, 1.2) > 0.01


@pytest.mark.parametrize("channel", [0, 8, 10, 15])
def test_every_other_channel_plays_the_piano(channel: int) -> None:
    notes = (Note(0, 12, 69, 100, channel), Note(36, 3, 40, 100, DRUMS))

    seen = play(player(Score(notes), ""), 0.5)

    crossings = sum(
        a < 0 <= b for a, b in zip(seen.audio[0][4410:], seen.audio[0][4411:], strict=False)
    )
    assert crossings == pytest.approx(440 * 0.41, rel=0.1)


def test_the_volume_starts_below_the_top() -> None:
    canvas = player(Score(), "")

    slider = canvas.boxes[control(canvas, "volume")]

    assert int(slider.atoms[-2]) < 127 * 100
