"""The figures of the lint benchmark, and the mutants it breaks patches into."""

from __future__ import annotations

from random import Random

import pytest
from lint.samples import canvas_of

from patchgen.pd.write import write
from patchgen_training.benchmarks.agreement import Score
from patchgen_training.benchmarks.lint_mutants import MUTATIONS, mutant
from patchgen_training.benchmarks.linter import row

SAMPLE = "[metro 500] -> [random 12] -> [+ 60] -> [mtof] -> [osc~] -> [dac~]"


def test_a_score_counts_what_both_say() -> None:
    score = Score()

    score.add("one", {"a", "b"}, {"b", "c"})
    score.add("two", {"a"}, {"a"})

    assert (score.linter, score.pd, score.both) == (3, 3, 2)
    assert row(score) == ("3", "3", "2", "66.67 %", "66.67 %")
    assert score.differences == ["one: only the linter: a", "one: only Pd: c"]


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_breaks_one_thing(name: str) -> None:
    canvas = canvas_of(SAMPLE)

    outcomes = {write(MUTATIONS[name](canvas, Random(seed)) or canvas) for seed in range(20)}

    assert outcomes != {write(canvas)}


def test_the_same_seed_gives_the_same_mutant() -> None:
    canvas = canvas_of(f"[pd sub {{{SAMPLE}}}], {SAMPLE}")

    assert mutant(canvas, Random(7)) == mutant(canvas, Random(7))
    assert mutant(canvas, Random(7)) != mutant(canvas, Random(8))
