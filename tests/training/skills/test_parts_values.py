"""Numbers of a request keep their value in every spelling."""

from __future__ import annotations

import re

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.parts_values import frequency, spread, time


def milliseconds(text: str) -> float:
    """What a time in digits means."""
    number = float(re.findall(r"[\d.]+", text)[0])
    return number if re.search(r"m(illi)?s", text) else number * 1000


def test_a_time_in_digits_keeps_its_value() -> None:
    texts = [
        (value, time(Draw(seed), value))
        for value in (5, 120, 200, 1500, 2000)
        for seed in range(60)
    ]

    assert all(
        abs(milliseconds(text) - value) < 1e-6 for value, text in texts if re.search(r"\d", text)
    )


def test_a_frequency_keeps_its_value() -> None:
    texts = [
        (value, frequency(Draw(seed), value))
        for value in (55, 440, 1000, 1500)
        for seed in range(60)
    ]

    assert all(
        float(re.findall(r"[\d.]+", text)[0]) * (1000 if re.search(r"\dk| k", text) else 1) == value
        for value, text in texts
    )


def test_a_range_names_both_ends() -> None:
    texts = [spread(Draw(seed), 200, 4000, "Hz") for seed in range(60)]

    assert all("200" in text and ("4000" in text or re.search(r"\b4 ?k", text)) for text in texts)
