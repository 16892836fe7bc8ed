"""How sure the model was becomes a share of right answers, and a word of warning."""

import pytest

from patchgen.catalog.card import Calibration
from patchgen.findings import Severity
from patchgen.pipeline.confidence import confidence, doubt, log_odds

AS_IT_SAYS = Calibration(offset=0, slope=1)


@pytest.mark.parametrize(("logprob", "share"), [(-0.1054, 0.9), (-0.6931, 0.5), (-2.3026, 0.1)])
def test_a_calibrated_model_is_taken_at_its_word(logprob: float, share: float) -> None:
    assert confidence(logprob, AS_IT_SAYS) == pytest.approx(share, rel=1e-3)


def test_an_overconfident_model_is_believed_less() -> None:
    cautious = Calibration(offset=-1, slope=0.5)

    assert confidence(-0.05, cautious) < confidence(-0.05, AS_IT_SAYS)
    assert confidence(-3, cautious) < confidence(-0.05, cautious)


@pytest.mark.parametrize("logprob", [0.0, -1e-12, -1000.0])
def test_extremes_stay_shares(logprob: float) -> None:
    assert 0 <= confidence(logprob, AS_IT_SAYS) <= 1


def test_odds_are_even_where_the_draft_is_as_likely_as_all_others() -> None:
    assert log_odds(-0.693147) == pytest.approx(0, abs=1e-5)


def test_low_confidence_is_told_with_its_share() -> None:
    (finding,) = doubt(0.27)

    assert (finding.code, finding.severity) == ("low-confidence", Severity.INFO)
    assert "3 in 10" in finding.message


def test_nothing_is_said_of_the_likely_and_of_the_unknown() -> None:
    assert doubt(0.8) == doubt(None) == ()
