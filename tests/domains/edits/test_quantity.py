"""Amounts: numbers, units and words."""

from __future__ import annotations

import pytest

from patchgen.domains.patch.edits.quantity import Quantity, measured, quantity, span


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("330", 330, ""), ("2 kHz", 2000, "hz"), ("2k", 2000, ""), ("0.25 seconds", 250, "ms"),
        ("half a second", 500, "ms"), ("a second", 1000, "ms"), ("120 bpm", 120, "bpm"),
        ("120 beats per minute", 120, "bpm"), ("-6 dB", -6, "db"), ("50 %", 50, "%"),
        ("fifty per cent", 50, "%"), ("A4", 69, "midi"), ("c#3", 49, "midi"),
        ("middle C", 60, "midi"), ("two hundred and fifty hertz", 250, "hz"), ("0,5 s", 500, "ms"),
        ("every 250 ms", 250, "ms"), ("1e-3", 0.001, ""),
    ],
)  # fmt: skip
def test_amounts_in_words_and_symbols(text: str, value: float, unit: str) -> None:
    assert quantity(text) == Quantity(pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["", "happy", "a", "2 bananas", "a sawtooth", "hz"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("A4", "hz", 440), ("120 bpm", "ms", 500), ("4 Hz", "ms", 250), ("-20 dB", "gain", 0.1),
        ("50%", "gain", 0.5), ("440 Hz", "midi", 69), ("2 s", "ms", 2000),
    ],
)  # fmt: skip
def test_an_amount_is_counted_as_the_patch_counts(text: str, unit: str, number: float) -> None:
    found = quantity(text)

    assert found is not None
    assert measured(found, unit) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("100 to 5000", (100, 5000)), ("between 0 and 1", (0, 1)), ("20 Hz - 2 kHz", (20, 2000)),
        ("0..127", (0, 127)), ("from -1 to 1", (-1, 1)), ("0-1", (0, 1)),
        ("1 to 10 kHz", (1000, 10000)), ("100 to 1 kHz", (100, 1000)), ("-60 to 0 dB", (-60, 0)),
        ("1 to 10k", (1000, 10000)),
    ],
)  # fmt: skip
def test_two_bounds(text: str, bounds: tuple[float, float]) -> None:
    found = span(text)

    assert found is not None
    assert tuple(amount.value for amount in found) == bounds
