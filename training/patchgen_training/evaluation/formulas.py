"""Checks that are tables: what goes into a patch, what must come out."""

from __future__ import annotations

from patchgen_training.evaluation.player import Check, Player, near

TOLERANCE = 1e-3
"""Six digits of pi are enough."""


def maps(pairs: dict[float, float]) -> Check:
    """For each number entered its result is shown."""
    return gives({(given,): (wanted,) for given, wanted in pairs.items()})


def gives(cases: dict[tuple[float, ...], tuple[float, ...]]) -> Check:
    """For the numbers entered, in the order of the boxes, all results are shown."""

    def check(player: Player) -> bool:
        return all(shows(player.answers(*given), *results) for given, results in cases.items())

    return check


def decides(cases: dict[tuple[float, ...], bool]) -> Check:
    """For the numbers entered a toggle is switched on, or off."""

    def check(player: Player) -> bool:
        return bool(player.fed("tgl")) and all(
            bool((player.answers(*given) or [0.0])[-1]) is wanted for given, wanted in cases.items()
        )

    return check


def shows(found: list[float], *wanted: float) -> bool:
    """Whether each wanted number is among the results; a patch may show its input, too."""
    return all(any(near(value, number, TOLERANCE) for value in found) for number in wanted)
