"""A choice of patches: they differ, each has its letter, and what was made twice is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.engine.base import Sampling
from patchgen.errors import GenerationFailed
from patchgen.pipeline.offer import MOST_TRIES, offered
from patchgen.pipeline.steps import Offered, Order, Written

from .answers import TONE
from .conftest import Make

OTHER = "1 noise~\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n"
ORDER = Order("a tone", Sampling(seed=5))


def test_two_different_patches_are_made(pipeline: Make, folder: Path) -> None:
    made = pipeline(TONE, TONE, OTHER)

    events = [*offered(made.run, ORDER, 2)]

    results = [event.result for event in events if isinstance(event, Offered | Written)]
    assert isinstance(events[-1], Written)
    assert [result.seed for result in results] == [5, 7]
    assert ["osc~" in result.text for result in results] == [True, False]
    assert {path.name for path in folder.iterdir()} == {result.path.name for result in results}


def test_files_that_are_named_get_a_letter(pipeline: Make, tmp_path: Path) -> None:
    target = tmp_path / "bell.pd"

    [*offered(pipeline(TONE, OTHER).run, Order("a tone", target=target), 2)]

    assert sorted(path.name for path in tmp_path.glob("*.pd")) == ["bell-A.pd", "bell-B.pd"]


def test_a_model_without_another_idea_is_not_asked_for_ever(pipeline: Make, folder: Path) -> None:
    made = pipeline(*[TONE] * 2 * MOST_TRIES)

    with pytest.raises(GenerationFailed, match="only 1 different patches of 2"):
        [*offered(made.run, ORDER, 2)]

    assert len([*folder.iterdir()]) == 1
