"""The bundled model goes on from a given beginning as if it had written that itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from patchgen.catalog.card import Model
from patchgen.catalog.find import find
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.engine.base import Sampling
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine
from patchgen.pipeline.prompt import request

PROMPTS = (
    "Create a Pure Data patch that plays white noise through a low-pass filter with a slider",
    "Create a Pure Data patch that plays a random melody, with a toggle and a volume control",
    "Create a Pure Data patch that adds 10 and 20 when a bang is triggered and prints the result",
)
SURE = Sampling(temperature=0)


@pytest.fixture(scope="module")
def model() -> Model:
    """The bundled model."""
    return find("patchgen-small", Path("none"))


@pytest.fixture(scope="module")
def bundled(model: Model) -> Iterator[WorkerEngine]:
    """It, in a worker."""
    with closing(WorkerEngine(LoadOptions(model.path))) as engine:
        yield engine


@pytest.mark.parametrize("prompt", PROMPTS)
def test_it_ends_where_it_ends_without(model: Model, bundled: WorkerEngine, prompt: str) -> None:
    whole = bundled.generate(request(prompt, model.card, SURE, PatchConstraint))
    rows = whole.text.splitlines(keepends=True)

    for count in range(1, len(rows)):
        beginning = "".join(rows[:count])
        draft = bundled.generate(request(prompt, model.card, SURE, PatchConstraint, beginning))
        assert draft.text == whole.text
        assert draft.tokens < whole.tokens
    assert len(rows) > 2
    assert whole.mean_logprob < 0
