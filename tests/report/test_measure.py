"""Listening in Pd: levels along the way, and the first silent box."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint.samples import canvas_of

from patchgen.headless.engine import find_pd
from patchgen.lint.abstractions import beside
from patchgen.lint.rule import Patch
from patchgen.report.ears import Ears
from patchgen.report.expand import expanded
from patchgen.report.measure import Measured, measured
from patchgen.report.net import Net

from .boxes import VOLUME


def heard(sample: str, folder: Path | None = None) -> Measured:
    """A sketch after a short time in Pd."""
    canvas = expanded(canvas_of(sample), None if folder is None else beside(folder))
    return measured(Ears(Net(Patch(canvas))), canvas, find_pd(), seconds=0.2)


@pytest.mark.parametrize(
    ("sample", "first"),
    [
        (f"[osc~ 440] -> [*~] -> [hip~ 5] -> [dac~], {VOLUME} -> 1:[*~]", ["[*~]"]),
        ("[noise~] -> [pd a {[inlet~] -> [lop~ 0] -> [outlet~]}] -> [dac~]", ["[lop~ 0]"]),
        ("[osc~ 440] -> [*~] -> [dac~], [vline~] -> 1:[*~]", ["[vline~]"]),
        ("[osc~ 440] -> [s~ a], [r~ b] -> [dac~]", ["[r~ b]"]),
    ],
)
def test_the_first_silent_box_is_named(sample: str, first: list[str]) -> None:
    result = heard(sample)

    assert result.is_silent
    assert [tap.box for tap in result.first_silent] == first


def test_levels_are_told_along_the_way() -> None:
    result = heard("[osc~ 441] -> [*~ 0.1] -> [dac~]")

    told = [(tap.box, tap.decibels) for tap in result.taps]
    assert not result.is_silent
    assert told == [
        ("[osc~ 441]", pytest.approx(-3, abs=0.2)),
        ("[*~ 0.1]", pytest.approx(-23, abs=0.2)),
    ]


def test_an_oscillator_that_stands_still_is_not_silent_but_named() -> None:
    result = heard("[osc~] -> [dac~]")

    (tap,) = result.first_silent
    assert result.is_silent
    assert (tap.box, tap.is_silent, tap.decibels) == ("[osc~]", False, None)


def test_sound_that_is_too_loud_is_told() -> None:
    result = heard("[osc~ 440] -> [*~ 4] -> [dac~]")

    assert "sound-too-loud" in [finding.code for finding in result.findings]


def test_the_patch_is_heard_as_it_was_beside_the_taps() -> None:
    result = heard("[osc~ 441] -> [dac~ 3]")

    assert result.is_silent
    assert result.taps[0].decibels == pytest.approx(-3, abs=0.2)


def test_abstractions_are_listened_to(tmp_path: Path) -> None:
    (tmp_path / "tone.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ \\$1;\n#X obj 10 40 outlet~;\n"
        "#X connect 0 0 1 0;\n",
        "utf-8",
    )

    result = heard("[tone 441] -> [dac~]", tmp_path)

    assert not result.is_silent
    assert result.taps[0].box == "[osc~ 441]"
