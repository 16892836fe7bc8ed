"""Colours in the three spellings of Pd's files."""

from __future__ import annotations

import pytest

from patchgen.draw.colours import colour


@pytest.mark.parametrize(
    ("atom", "means"),
    [
        ("#e0E0e0", "#e0e0e0"), ("#ff", "#0000ff"), ("-233017", "#e0e0e0"), ("-66577", "#404040"),
        ("-262144", "#fcfcfc"), ("-1", "#000000"), ("12", "#202020"), ("42", "#202020"),
        ("black", "black"),
    ],
)  # fmt: skip
def test_each_spelling_is_understood(atom: str, means: str) -> None:
    assert colour(atom, "#123456") == means


@pytest.mark.parametrize(
    "atom", [None, "", "#xyz", "url(x)", '"/><script>', "1e30", "+5", "#", "$1"]
)
def test_what_is_no_colour_is_the_usual_one(atom: str | None) -> None:
    assert colour(atom, "#123456") == "#123456"
