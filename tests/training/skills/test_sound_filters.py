"""The notch is a hole in the spectrum, and a near relative is not taken for it."""

from __future__ import annotations

import pytest

from patchgen_training.skills.audio_part import Chain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_audio import Trial, render, sound
from patchgen_training.skills.sound_filters import box, passes


def filtered(kind: str) -> str:
    """Noise through a filter at 1000 Hz, in notation."""
    chain = Chain(Draw(1))
    noise = chain.add("noise~")
    chain.signal = (box(kind, chain, noise, " 1000"),)
    chain.output()
    return chain.sketch.text()


@pytest.mark.parametrize("kind", ["low-pass", "high-pass", "band-pass", "notch"])
def test_filter_does_what_its_name_says_and_its_relatives_do_not(kind: str) -> None:
    dry = sound(render("1 noise~\n2 dac~ < 1 1>1\n", Trial([], 0.6)))
    opposite = {
        "low-pass": "high-pass",
        "high-pass": "low-pass",
        "band-pass": "notch",
        "notch": "band-pass",
    }

    wet = sound(render(filtered(kind), Trial([], 0.6)))

    assert passes(kind, 1000)(dry, wet)
    assert not passes(opposite[kind], 1000)(dry, wet)
