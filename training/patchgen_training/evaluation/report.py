"""Figures of a run of the benchmark: shares with confidence intervals, by tier, and times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from math import sqrt
from statistics import quantiles

from patchgen_training.evaluation.attempt import Attempt
from patchgen_training.evaluation.benchmark import TIERS

SURE = 1.96
"""Standard deviations on either side of a 95 % interval."""


def interval(right: int, count: int) -> tuple[float, float]:
    """Between which shares the true one lies with 95 % confidence (Wilson's score interval)."""
    if not count:
        return 0.0, 1.0
    share = right / count
    spread = SURE * sqrt(share * (1 - share) / count + SURE**2 / (4 * count**2))
    middle = share + SURE**2 / (2 * count)
    scale = 1 + SURE**2 / count
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def said(right: int, count: int) -> str:
    """A share in percent with its interval: `85.0 % (72-93)`."""
    low, high = interval(right, count)
    return f"{100 * right / max(count, 1):.1f} % ({100 * low:.0f}-{100 * high:.0f})"


def table(made: Sequence[Attempt]) -> list[str]:
    """A Markdown table: a row for each tier, and one for all tasks but the readme's."""
    head = "| tier | tasks | parses | lints clean | loads clean | pass@1 | pass@{} |"
    best = (
        1
        + max((attempt.seed for attempt in made), default=0)
        - min((attempt.seed for attempt in made), default=0)
    )
    rows = [head.format(best), "|---|---|---|---|---|---|---|"]
    parts = [(f"{tier}: {name}", {tier}) for tier, name in TIERS.items()]
    for name, tiers in (*parts, ("1 to 3", set(TIERS) - {0})):
        part = [attempt for attempt in made if attempt.tier in tiers]
        rows += [row(name, part)] if part else []
    return rows


def row(name: str, made: Sequence[Attempt]) -> str:
    """One line: pass@1 is that of the first seed, pass@n asks for one right answer among all."""
    tasks = [list(group) for _, group in groupby(made, key=lambda attempt: attempt.task)]
    first = [group[0] for group in tasks]

    def share(holds: Callable[[Attempt], bool]) -> str:
        return said(sum(map(holds, made)), len(made))

    cells = (
        name,
        str(len(tasks)),
        share(lambda attempt: attempt.is_read),
        share(lambda attempt: attempt.is_clean),
        share(lambda attempt: attempt.is_loaded),
        said(sum(attempt.is_done for attempt in first), len(first)),
        said(sum(any(attempt.is_done for attempt in group) for group in tasks), len(tasks)),
    )
    return f"| {' | '.join(cells)} |"


def times(made: Sequence[Attempt]) -> str:
    """Seconds from prompt to checked file, and drafts, of the answers that came about."""
    seconds = sorted(attempt.seconds for attempt in made if attempt.path)
    if len(seconds) < 2:
        return "no times"
    cuts = quantiles(seconds, n=20)
    drafts = sum(attempt.drafts for attempt in made) / len(made)
    return (
        f"seconds from prompt to checked file: median {cuts[9]:.2f}, 95 % under {cuts[18]:.2f}; "
        f"{drafts:.2f} drafts on average"
    )
