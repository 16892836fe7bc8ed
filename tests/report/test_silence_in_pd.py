"""The diagnosis on paper held against what Pd lets be heard."""

from __future__ import annotations

import pytest
from lint.samples import canvas_of

from patchgen.headless.engine import find_pd
from patchgen.headless.hearing import SOFTEST
from patchgen.headless.probe import observe
from patchgen.report.measure import moving
from patchgen.report.trouble import Verdict

from .boxes import RUN, RUN_KEPT, VOLUME, VOLUME_KEPT
from .sketched import sound_of

ENVELOPE = "[metro 50] -> [1 5 \\, 0 40 5( -> [vline~] -> 1:[*~]"

LOUD = [
    "[osc~ 440] -> [*~ 0.1] -> [dac~]",
    f"[osc~ 440] -> [*~] -> [dac~], {VOLUME_KEPT} -> 1:[*~]",
    f"[osc~ 440] -> [*~] -> [dac~], {RUN_KEPT} -> {ENVELOPE}",
    f"[osc~ 440] -> [*~] -> [dac~], [loadbang] -> {RUN} -> {ENVELOPE}",
    "[loadbang] -> [440( -> [s pitch], [r pitch] -> [osc~] -> [dac~]",
    "[phasor~ 220] -> [*~ 64] -> [tabread4~ w] -> [dac~], [table w 64], "
    "[loadbang] -> [; w sinesum 64 1(",
    "[pd a {[noise~] -> [outlet~], [loadbang] -> [1( -> [switch~]}] -> [dac~]",
    "[noise~] -> [throw~ bus], [catch~ bus] -> [vcf~ 5] -> [dac~], [sig~ 900] -> 1:[vcf~ 5]",
]
"""Patches that sound by themselves."""

SILENT = [
    "[osc~ 440] -> [*~] -> [dac~]",
    f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> 1:[*~]",
    f"[osc~ 440] -> [*~] -> [dac~], {RUN} -> {ENVELOPE}",
    "[440( -> [s pitch], [r pitch] -> [osc~] -> [dac~]",
    "[phasor~ 220] -> [*~ 64] -> [tabread4~ w] -> [dac~], [table w 64]",
    "[pd a {[noise~] -> [outlet~], [switch~]}] -> [dac~]",
    "[noise~] -> [lop~] -> [dac~]",
    "[noise~] -> [vcf~ 5] -> [dac~]",
    "[noise~] -> [clip~] -> [dac~]",
    "[loadbang] -> [spigot] -> [0.5( -> 1:[*~], [osc~ 440] -> [*~] -> [dac~]",
]
"""Patches in which nothing is heard before somebody changes or plays them."""


@pytest.mark.parametrize("sample", LOUD + SILENT)
def test_pd_agrees_with_the_diagnosis(sample: str) -> None:
    canvas = canvas_of(sample)

    seen = observe(canvas, pd=find_pd(), timeout=30)
    is_heard = any(moving(samples) > SOFTEST for samples in seen.audio)

    assert is_heard is (sample in LOUD)
    assert (sound_of(sample).verdict is Verdict.SOUNDS) is is_heard
