"""The task metric counts what Pd and the linter say, and leaves the run as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from transformers import (
    AutoTokenizer,
    MistralForCausalLM,
    TrainerControl,
    TrainerState,
    TrainingArguments,
)

from patchgen.headless.engine import find_pd
from patchgen_training.tuning.metrics import Tally, TaskMetric, tally

from .tiny_mistral import write_tiny_mistral

GOOD = "#N canvas 0 0 450 300 12;\n#X obj 20 20 osc~ 440;\n#X obj 20 80 dac~;\n"
CORD = "#X connect 0 0 1 0;\n"
DANGLING = f"{GOOD}#X connect 0 0 7 0;\n"
UNKNOWN = "#N canvas 0 0 450 300 12;\n#X obj 20 20 nonesuch~;\n"
QUITS = "#N canvas 0 0 450 300 12;\n#X obj 20 20 loadbang;\n#X msg 20 50 \\; pd quit;\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model."""
    return write_tiny_mistral(tmp_path_factory.mktemp("base"), [GOOD, DANGLING], vocabulary=400)


def test_each_answer_counts_as_far_as_it_gets() -> None:
    answers = ["no patch at all", GOOD + CORD, DANGLING, UNKNOWN, f"{QUITS}#X connect 0 0 1 0;\n"]

    found = tally(answers, "pd", find_pd())

    # What would make Pd quit is well made, but never tried.
    assert found == Tally(samples=5, parsed=4, clean=2, loaded=1)


def test_notation_is_read_too_and_no_pd_loads_nothing() -> None:
    found = tally(["1 osc~ 440\n2 dac~ < 1\n", "< < dac~"], "notation", None)

    assert (found.samples, found.parsed, found.loaded) == (2, 1, 0)


def sample(base: Path, log: Path, step: int) -> MistralForCausalLM:
    """One look at the model in the middle of a run."""
    model = MistralForCausalLM.from_pretrained(base).train()
    metric = TaskMetric(log, ["\n", "\n"], "pd", find_pd(), every=5, length=20)
    metric.on_step_end(
        TrainingArguments(output_dir=str(log.parent), use_cpu=True),
        TrainerState(global_step=step, max_steps=12),
        TrainerControl(),
        model=model,
        processing_class=AutoTokenizer.from_pretrained(base),
    )
    return model


def test_samples_are_drawn_at_intervals_and_at_the_end(base: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"

    for step in (4, 5, 12):
        sample(base, log, step)

    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [line["step"] for line in lines] == [5, 12]
    assert {line["samples"] for line in lines} == {2}
    assert lines[0].keys() == {"step", "samples", "parsed", "clean", "loaded"}


def test_sampling_leaves_no_trace_in_the_run(base: Path, tmp_path: Path) -> None:
    torch.manual_seed(7)
    wanted = torch.rand(3)
    torch.manual_seed(7)

    model = sample(base, tmp_path / "log.jsonl", 5)

    assert torch.equal(torch.rand(3), wanted)
    assert model.training
