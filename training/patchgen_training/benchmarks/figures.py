"""Figures as the tables spell them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def count(number: float) -> str:
    """A whole number with its thousands apart: 19,626."""
    return f"{number:,.0f}"


def share(part: float, whole: float) -> str:
    """A part of a whole in percent, or a dash where there is no whole."""
    return f"{100 * part / whole:.2f} %" if whole else "-"


def milliseconds(seconds: float) -> str:
    """A duration with three digits that matter."""
    value = 1000 * seconds
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.3g} ms"


def spread(seconds: Sequence[float]) -> str:
    """The median, and from where to where the measurements go."""
    return f"{milliseconds(median(seconds))} ({milliseconds(min(seconds))} to " + (
        f"{milliseconds(max(seconds))})"
    )
