"""Verbs, durations and beats as the time skills speak of them."""

from __future__ import annotations

import pytest

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.time_clock import frequent, musical, spell
from patchgen_training.skills.time_words import do, does, doing


@pytest.mark.parametrize(
    ("clause", "third", "gerund"),
    [
        ("[print] it", "prints it", "printing it"),
        ("[flash] a button", "flashes a button", "flashing a button"),
        ("[stop] at 0 and [go] on", "stops at 0 and goes on", "stopping at 0 and going on"),
        ("[make] noise", "makes noise", "making noise"),
        ("[carry] it", "carries it", "carrying it"),
        ("[play] a tone", "plays a tone", "playing a tone"),
    ],
)
def test_bracketed_verbs_take_every_form(clause: str, third: str, gerund: str) -> None:
    assert does(clause) == third
    assert doing(clause) == gerund
    assert do(clause) == clause.replace("[", "").replace("]", "")


def test_a_duration_keeps_its_length_in_every_spelling() -> None:
    seconds = {"ms": 0.001, "msec": 0.001, "milliseconds": 0.001}
    for seed in range(200):
        words = spell(Draw(seed), 1750)
        number = "".join(letter for letter in words if letter.isdigit() or letter == ".")
        unit = words.removeprefix(number).strip()
        assert float(number) * seconds.get(unit, 1) == pytest.approx(1.75)


def test_the_period_of_a_beat_fits_its_tempo() -> None:
    beat, pulse = musical(Draw(3)), frequent(Draw(3))
    assert beat.period == pytest.approx(60000 / beat.number)
    assert pulse.period == pytest.approx(1000 / pulse.number)
