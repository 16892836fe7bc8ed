"""What the pipeline makes opens in vanilla Pd and in Purr Data without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from abstractions.conftest import engine, target

from patchgen.engine.base import Sampling
from patchgen.headless.load import load
from patchgen.pipeline.steps import Order, Written
from patchgen_training.skills.catalogue import skills
from patchgen_training.skills.draw import Draw

from .conftest import Make

__all__ = ["engine", "target"]

EVERY = 100
"""One skill out of so many: some of each family, since their names are in order."""


@pytest.mark.parametrize("name", sorted(skills())[::EVERY])
def test_a_skills_patch_is_made_with_the_help_of_this_pd(
    engine: str, pipeline: Make, name: str
) -> None:
    answer = skills()[name](Draw(0)).patch
    order = Order("a patch", Sampling(seed=1), candidates=1)

    *_, last = pipeline(answer, pd=Path(engine)).run(order)

    assert isinstance(last, Written)
    assert last.result.is_checked_in_pd
    assert not [finding for finding in last.result.findings if finding.code == "pd"]
    assert load(last.result.text, Path(engine)).is_silent
