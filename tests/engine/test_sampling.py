"""The cuts, temperature and chance."""

from __future__ import annotations

import numpy
import pytest

from patchgen.engine.base import Sampling
from patchgen.engine.sampling import Logits, Shortlist, log_total

PROBABILITIES = [0.05, 0.5, 0.3, 0.15]
EVERYTHING = Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0)


def logits() -> Logits:
    return numpy.log(numpy.array(PROBABILITIES, dtype=numpy.float32))


def drawn(sampling: Sampling, *, struck: int | None = None, draws: int = 4000) -> list[float]:
    """How often each token is drawn."""
    shortlist = Shortlist(logits(), sampling)
    if struck is not None:
        shortlist.strike(struck)
    random = numpy.random.default_rng(1)
    tokens = [shortlist.draw(random) for _ in range(draws)]
    return [tokens.count(token) / draws for token in range(len(PROBABILITIES))]


def test_without_cuts_tokens_come_as_often_as_their_probability() -> None:
    assert drawn(EVERYTHING) == pytest.approx(PROBABILITIES, abs=0.03)


def test_striking_a_token_gives_its_share_to_the_others() -> None:
    assert drawn(EVERYTHING, struck=1) == pytest.approx([0.1, 0.0, 0.6, 0.3], abs=0.03)


def test_temperature_zero_takes_the_likeliest() -> None:
    assert drawn(Sampling(temperature=0.0), draws=20) == [0.0, 1.0, 0.0, 0.0]


def test_a_low_temperature_sharpens() -> None:
    squares = [p**2 for p in PROBABILITIES]
    expected = [square / sum(squares) for square in squares]

    shares = drawn(Sampling(temperature=0.5, top_k=0, top_p=1.0, min_p=0.0))

    assert shares == pytest.approx(expected, abs=0.03)


@pytest.mark.parametrize(
    ("sampling", "possible"),
    [
        (Sampling(temperature=1.0, top_k=2, top_p=1.0, min_p=0.0), {1, 2}),
        (Sampling(temperature=1.0, top_k=0, top_p=0.79, min_p=0.0), {1, 2}),
        (Sampling(temperature=1.0, top_k=0, top_p=0.9, min_p=0.0), {1, 2, 3}),
        (Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.25), {1, 2, 3}),
        (Sampling(temperature=1.0, top_k=1, top_p=0.01, min_p=1.0), {1}),
    ],
)
def test_cuts_leave_only_likely_tokens(sampling: Sampling, possible: set[int]) -> None:
    assert {token for token, share in enumerate(drawn(sampling)) if share > 0} == possible


def test_the_next_token_moves_up_when_one_in_the_cut_is_struck() -> None:
    sampling = Sampling(temperature=1.0, top_k=2, top_p=1.0, min_p=0.0)

    shares = drawn(sampling, struck=1)

    assert shares == pytest.approx([0.0, 0.0, 2 / 3, 1 / 3], abs=0.03)


def test_nothing_is_drawn_when_everything_is_banned() -> None:
    nothing = numpy.full(5, -numpy.inf, dtype=numpy.float32)

    assert Shortlist(nothing, EVERYTHING).draw(numpy.random.default_rng(0)) is None


def test_a_logit_minus_the_total_is_a_log_probability() -> None:
    shifted = logits() + numpy.float32(7)

    probabilities = numpy.exp(shifted - log_total(shifted))

    assert probabilities.tolist() == pytest.approx(PROBABILITIES, rel=1e-5)
