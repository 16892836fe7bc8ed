"""How likely a patch does what was asked, from how sure the model was of its words."""

from __future__ import annotations

import math

from patchgen.catalog.card import Calibration
from patchgen.findings import Finding, Severity

LOW = 0.5
"""Below, the user is told."""
SUREST = -1e-6
"""No logarithm of a probability counts as more than this."""


def confidence(logprob: float, calibration: Calibration) -> float:
    """The share of patches with this log-probability that do what was asked: 0 to 1."""
    odds = calibration.offset + calibration.slope * log_odds(logprob)
    return 0.5 + 0.5 * math.tanh(odds / 2)


def log_odds(logprob: float) -> float:
    """The odds of a draft against all others, as a natural logarithm."""
    sure = min(logprob, SUREST)
    return sure - math.log(-math.expm1(sure))


def doubt(share: float | None) -> tuple[Finding, ...]:
    """What the user must know of a patch that is more likely wrong than right."""
    if share is None or share >= LOW:
        return ()
    tenths = max(1, round(share * 10))
    told = f"the model is not sure here: {tenths} in 10 such patches do what was asked"
    hint = "Look whether it does; else say it in other words, or try another seed."
    return (Finding("low-confidence", Severity.INFO, told, hint=hint),)
