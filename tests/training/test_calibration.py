"""A calibration turns what a model says of itself into what came true."""

import math
import random
import xml.etree.ElementTree as ElementTree

import pytest

from patchgen.catalog.card import Calibration
from patchgen_training.evaluation.attempt import Attempt
from patchgen_training.evaluation.calibration import (
    bins,
    diagram,
    error,
    fitted,
    halves,
    reliability,
    table,
)


def answers(count: int, truth: float, seed: int = 1) -> list[Attempt]:
    """Answers of a model whose log-odds are `truth` times what it says."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        said = chance.uniform(0.02, 0.98)
        odds = truth * math.log(said / (1 - said))
        is_done = chance.random() < 1 / (1 + math.exp(-odds))
        made.append(
            Attempt(f"task-{number}", 1, "", 0, "x.pd", is_done=is_done, logprob=math.log(said))
        )
    return made


@pytest.mark.parametrize("truth", [0.4, 1.0])
def test_the_slope_of_an_overconfident_model_is_found(truth: float) -> None:
    found = fitted(answers(4000, truth))

    assert found.slope == pytest.approx(truth, abs=0.08)
    assert found.offset == pytest.approx(0, abs=0.12)


def test_fitted_promises_come_true_and_naive_ones_do_not() -> None:
    made = answers(4000, 0.4)
    others = answers(4000, 0.4, seed=2)

    assert error(bins(others, fitted(made))) < 0.03
    assert error(bins(others, Calibration(offset=0, slope=1))) > 0.1


def test_no_task_is_in_both_halves_whatever_its_seeds() -> None:
    made = [Attempt(f"task-{n}", 1, "", seed) for n in range(9) for seed in range(3)]

    ours, theirs = halves(made)

    assert len(ours) + len(theirs) == 27
    assert not {a.task for a in ours} & {a.task for a in theirs}


def test_the_table_counts_every_answer_of_the_other_half() -> None:
    made = answers(200, 1.0)

    lines = table(reliability(made))
    rows = [line.split("|") for line in lines if line.startswith("| ") and "-" in line[:8]]

    assert sum(int(row[2]) for row in rows) == 100


def test_one_answer_far_off_does_not_throw_the_fit_off() -> None:
    made = answers(300, 1.0)
    odd = Attempt("odd", 1, "", 0, "x.pd", is_done=False, logprob=-1536.0)

    found = fitted([*made, odd])

    assert found.slope == pytest.approx(fitted(made).slope, abs=0.02)


def test_nobody_is_sure_when_all_answers_are_wrong() -> None:
    made = [Attempt(f"task-{n}", 1, "", 0, "x.pd", logprob=-0.01) for n in range(50)]

    (only,) = bins(made, fitted(made))

    assert only.promised < 0.2


def test_the_diagram_of_an_honest_model_lies_near_the_diagonal() -> None:
    honest = diagram(reliability(answers(4000, 1.0)))

    drawn = ElementTree.fromstring(honest).iter()
    lines = [line for line in drawn if line.get("stroke-width") == "2"]
    measured, promised = ([tuple(map(float, p.split(","))) for p in line.attrib["points"].split()]
                          for line in lines)  # fmt: skip
    (left, foot), (right, top) = promised
    for x, y in measured:
        expected = foot + (x - left) / (right - left) * (top - foot)
        assert y == pytest.approx(expected, abs=0.08 * (foot - top))
