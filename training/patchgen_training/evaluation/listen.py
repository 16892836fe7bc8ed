"""Listens to an unknown patch while its controls are moved."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.panel import LOUD, awake, controls, ends
from patchgen_training.evaluation.player import Action, Player
from patchgen_training.evaluation.sound import loudness

Judge = Callable[[Observation], bool]


def heard(player: Player, *actions: Action, seconds: float = 0.6) -> Observation:
    """What is heard when everything else is switched on and turned up."""
    apart = [box for _, box, _ in actions]
    return player.play(*awake(player, *apart), *actions, seconds=seconds)


def turns_down(player: Player, volume: int, *others: Action) -> bool:
    """The control goes from silence over half to full loudness."""
    low, high = ends(player, volume)
    at = (low, low + (high - low) / 2, high)
    found = [loudness(heard(player, *others, (5, volume, value))) for value in at]
    return found[2] > 1e-3 and found[0] < 0.02 * found[2] and found[0] < found[1] < 0.98 * found[2]


def with_volume(player: Player, is_wanted: Judge, seconds: float = 0.6) -> bool:
    """The wanted sound comes at full volume, and some control is that volume."""
    return any(
        is_wanted(heard(player, (5, i, ends(player, i)[1]), seconds=seconds))
        and turns_down(player, i)
        for i in controls(player, *LOUD)
    )
