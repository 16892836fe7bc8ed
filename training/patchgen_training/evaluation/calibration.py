"""Fits and judges the confidence: how often answers of which sureness were right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from patchgen.catalog.card import Calibration
from patchgen.pipeline.confidence import confidence, log_odds
from patchgen_training.evaluation.attempt import Attempt
from patchgen_training.evaluation.report import said
from patchgen_training.plot import Panel, picture

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
ROUNDS = 50
PRIOR = 1.0
"""Ridge on the slope's distance from 1: a few answers cannot turn it far."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same confidence."""

    low: float
    high: float
    count: int
    promised: float
    """Mean confidence."""
    right: int


def halves(made: Sequence[Attempt]) -> tuple[list[Attempt], list[Attempt]]:
    """Every other task: one half to fit on, one to judge by. No task is in both."""
    names = sorted({attempt.task for attempt in made})
    first = set(names[::2])
    return [a for a in made if a.task in first], [a for a in made if a.task not in first]


def fitted(made: Sequence[Attempt]) -> Calibration:
    """The likeliest offset and slope (logistic regression by Newton's method, Platt 1999)."""
    odds = np.array([log_odds(attempt.logprob) for attempt in made])
    right = np.array([attempt.is_done for attempt in made], dtype=np.float64)
    design = np.stack([np.ones_like(odds), odds], axis=1)
    weights = np.array([0.0, 1.0])
    for _ in range(ROUNDS):
        weights = nearer(design, right, weights, step(design, right, weights))
    return Calibration(offset=round(float(weights[0]), 3), slope=round(float(weights[1]), 3))


Array = npt.NDArray[np.float64]


def step(design: Array, right: Array, weights: Array) -> Array:
    """One step of Newton's method towards the likeliest weights (2,)."""
    share = 0.5 + 0.5 * np.tanh(design @ weights / 2)
    slope = np.array([0.0, PRIOR]) * (weights - np.array([0.0, 1.0]))
    gradient = design.T @ (share - right) + slope
    curve = (design * (share * (1 - share))[:, None]).T @ design
    result: Array = np.linalg.solve(curve + np.diag([1e-6, PRIOR]), gradient)
    return result


def nearer(design: Array, right: Array, weights: Array, whole: Array) -> Array:
    """The weights after as much of a step as makes them likelier.

    One answer far off throws a whole step beyond all bounds.
    """
    now = unlikeliness(design, right, weights)
    for halvings in range(ROUNDS):
        tried: Array = weights - whole / 2**halvings
        if unlikeliness(design, right, tried) <= now:
            return tried
    return weights


def unlikeliness(design: Array, right: Array, weights: Array) -> float:
    """What the weights are to make small: negative log-likelihood, and the ridge."""
    odds = design @ weights
    return float(
        np.sum(np.logaddexp(0.0, odds) - right * odds) + PRIOR / 2 * (weights[1] - 1.0) ** 2
    )


def bins(made: Sequence[Attempt], calibration: Calibration) -> list[Bin]:
    """What was promised and what came true, by confidence; empty ones are left out."""
    shares = [confidence(attempt.logprob, calibration) for attempt in made]
    found = []
    for low, high in pairwise(EDGES):
        inside = [i for i, share in enumerate(shares) if low <= share < high or share == high == 1]
        if inside:
            promised = math.fsum(shares[i] for i in inside) / len(inside)
            right = sum(made[i].is_done for i in inside)
            found.append(Bin(low, high, len(inside), promised, right))
    return found


def error(found: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of promise and truth, by answers."""
    total = sum(part.count for part in found)
    return sum(abs(part.promised * part.count - part.right) for part in found) / max(total, 1)


@dataclass(frozen=True, slots=True)
class Reliability:
    """A calibration from one half of the tasks, judged on the other half."""

    calibration: Calibration
    fitted_on: int
    """Answers."""
    bins: tuple[Bin, ...]


def reliability(made: Sequence[Attempt]) -> Reliability:
    """Fits and judges; answers without a patch have no confidence and are left out."""
    ours, theirs = halves([attempt for attempt in made if attempt.path])
    calibration = fitted(ours)
    return Reliability(calibration, len(ours), tuple(bins(theirs, calibration)))


def diagram(found: Reliability) -> str:
    """The reliability as SVG: what came true over what was promised, beside the diagonal."""
    points = tuple((part.promised, part.right / part.count) for part in found.bins)
    panel = Panel(
        "share that came true, over the confidence",
        {"measured": points, "promised": ((0.0, 0.0), (1.0, 1.0))},
        most=1.0,
    )
    return picture([panel])


def table(judged: Reliability) -> list[str]:
    """The reliability in words and as a Markdown table."""
    calibration, found = judged.calibration, judged.bins
    return [
        f"calibration from {judged.fitted_on} answers: "
        f"offset {calibration.offset:g}, slope {calibration.slope:g}",
        "",
        f"| confidence | answers of {sum(part.count for part in found)} others "
        "| promised | came true |",
        "|---|---|---|---|",
        *(
            f"| {100 * part.low:.0f}-{100 * part.high:.0f} % | {part.count} "
            f"| {100 * part.promised:.0f} % | {said(part.right, part.count)} |"
            for part in found
        ),
        "",
        f"expected calibration error: {100 * error(found):.1f} %",
    ]
