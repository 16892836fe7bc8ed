"""Broken texts, what counts as a failure, and whether sorting is judged right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.write import write
from patchgen_training.benchmarks import fuzz, sort, text_mutants, trial
from patchgen_training.benchmarks.text_mutants import MUTATIONS
from patchgen_training.benchmarks.trial import ALWAYS, Trial

TEXT = """\
#N canvas 0 50 450 300 12;
#X obj 10 10 osc~ 440;
#X obj 10 50 *~ 0.1;
#X obj 10 90 dac~;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
"""
SINE = Canvas(
    items=(
        Box("obj", ("osc~", "440"), 10, 50),
        Box("obj", ("dac~",), 10, 90),
        Box("msg", ("1",), 10, 10),
        Connection(0, 0, 1, 0),
        Connection(0, 0, 1, 1),
    )
)


@pytest.fixture
def texts() -> Iterator[None]:
    """What the processes of the pool would be given."""
    fuzz.TEXTS[:] = [TEXT]
    yield
    fuzz.TEXTS.clear()


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_of_the_text_breaks_it(name: str) -> None:
    outcomes = {MUTATIONS[name](TEXT, TEXT[::-1], Random(seed)) for seed in range(20)}

    assert outcomes - {TEXT}


def test_mutants_do_not_grow_without_bounds() -> None:
    mutants = [text_mutants.mutant(TEXT * 300, TEXT, Random(seed))[1] for seed in range(40)]

    assert 0 < min(map(len, mutants)) <= max(map(len, mutants)) <= text_mutants.LONGEST


@pytest.mark.usefixtures("texts")
def test_a_mutant_can_be_made_again_from_its_seed_and_number() -> None:
    assert fuzz.mutant(1, 7) == fuzz.mutant(1, 7)
    assert fuzz.mutant(1, 7) != fuzz.mutant(1, 8)


def test_a_parse_error_is_an_answer() -> None:
    trial = Trial()

    trial.run("no patch", "by hand", ALWAYS)

    assert (trial.failures, trial.parsed) == ([], 0)


def test_any_other_exception_is_a_failure_with_its_place() -> None:
    def broken(_canvas: Canvas) -> str:
        raise KeyError("oops")

    seen = Trial()

    seen.run(TEXT, "by hand", {"write": broken})

    (failure,) = seen.failures
    assert failure.step == "write"
    assert failure.kind.startswith("KeyError in test_benchmark_fuzz.py:")
    assert failure.story.startswith("by hand\nTraceback")


def test_a_step_that_takes_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 0.0, 0.0, 0.0, 0.0, 5.0])
    monkeypatch.setattr(trial, "process_time", lambda: next(ticks))
    seen = Trial()

    seen.run(TEXT, "by hand", {"write": write})

    assert [(failure.step, failure.kind) for failure in seen.failures] == [("write", "over 1 s")]


def test_inputs_of_failures_are_kept_for_another_try(tmp_path: Path) -> None:
    failures = [
        trial.Failure("lint", "KeyError in x.py:1", TEXT + "x" * n, "how") for n in range(5)
    ]

    fuzz.keep_shortest(failures, tmp_path)

    kept = sorted(tmp_path.glob("lint-KeyError-in-x.py-1-*.pd"))
    assert len(kept) == fuzz.KEPT
    assert TEXT in {path.read_text("utf-8") for path in kept}
    assert kept[0].with_suffix(".txt").read_text("utf-8") == "how\n"


def test_a_patch_sorted_well_counts_as_unchanged() -> None:
    turned = Canvas(
        items=(
            SINE.boxes[2], SINE.boxes[0], SINE.boxes[1],
            Connection(1, 0, 2, 0), Connection(1, 0, 2, 1),
        )
    )  # fmt: skip

    assert sort.fate(SINE, turned) == "graph unchanged"


def test_cords_in_another_order_and_other_cords_are_noticed() -> None:
    first, second = SINE.connections

    assert sort.fate(SINE, SINE.with_connections((second, first))) == "order of cords changed"
    assert sort.fate(SINE, SINE.with_connections((first, replace(second, sink=2)))) == (
        "graph changed"
    )
