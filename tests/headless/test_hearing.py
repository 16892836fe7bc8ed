"""Hearing: what is wrong with a sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.findings import Severity
from patchgen.headless.hearing import hear
from patchgen.headless.probe import observe

from .sketch import sketch


@pytest.mark.parametrize(
    ("boxes", "cords", "codes"),
    [
        ("osc~ 440\n*~ 0.2\ndac~", "0 0 1 0, 1 0 2 0, 1 0 2 1", []),
        ("osc~ 440\n*~ 2\ndac~", "0 0 1 0, 1 0 2 0, 1 0 2 1", ["sound-too-loud"]),
        ("osc~ 440\n*~ 0\ndac~", "0 0 1 0, 1 0 2 0", ["sound-silent"]),
        ("sig~ 0.6\ndac~ 2", "0 0 1 0", ["sound-off-centre"]),
        ("sig~ -2\ndac~ 1", "0 0 1 0", ["sound-too-loud", "sound-off-centre"]),
        ("sig~ 1e+38\n*~ 1e+38\ndac~", "0 0 1 0, 1 0 2 0", ["sound-not-finite"]),
        ("sig~ -1e+38\n*~ 1e+38\ndac~", "0 0 1 0, 1 0 2 0", ["sound-not-finite"]),
        ("osc~ 440", "", []),
    ],
)
def test_problems_are_named(pd: Path, boxes: str, cords: str, codes: list[str]) -> None:
    found = hear(observe(sketch(boxes, cords), pd=pd))

    assert [finding.code for finding in found] == codes


def test_undefined_samples_are_an_error(pd: Path) -> None:
    canvas = sketch("sig~ 1e+38\n*~ 1e+38\n-~\ndac~", "0 0 1 0, 1 0 2 0, 1 0 2 1, 2 0 3 0")

    (finding,) = hear(observe(canvas, pd=pd))

    assert finding.code == "sound-not-finite"
    assert finding.severity is Severity.ERROR
