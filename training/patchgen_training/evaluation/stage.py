"""What is done before an unknown instrument plays: volumes are turned up, controls are set."""

from __future__ import annotations

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.panel import LOUD, ends, is_volume
from patchgen_training.evaluation.player import NUMBERS, SLIDERS, Action, Player, label


def turned_up(player: Player, *apart: int, part: float = 0.7) -> tuple[Action, ...]:
    """Every volume, other than the given controls, at a part of its range after 1 ms."""
    return tuple(
        at_part(player, i, part, 1.0)
        for i in player.sources(*SLIDERS, *NUMBERS)
        if i not in apart and is_volume(player, i)
    )


def played(player: Player, *actions: Action, seconds: float) -> Observation:
    """What is heard when the actions are done and every other volume is turned up."""
    apart = [box for _, box, _ in actions]
    return player.play(*turned_up(player, *apart), *actions, seconds=seconds)


def at_part(player: Player, control: int, part: float, at: float, high: float = 1.0) -> Action:
    """A control at a part of its range; one that takes any number goes from 0 to `high`."""
    first, last = ends(player, control, high)
    return at, control, round(first + part * (last - first), 4)


def volume(player: Player) -> int:
    """The control of the loudness. Raises LookupError: none."""
    return player.control(*LOUD, "master")


def entry(player: Player, *words: str) -> int:
    """The control with one of the words, else the first place for a number."""
    try:
        return player.control(*words)
    except LookupError:
        return player.entries()[0]


def steps(player: Player, *others: str) -> list[int]:
    """Sliders or number boxes in the order of the file, less those with one of the words."""
    words = (*LOUD, "tempo", "speed", "bpm", "rate", "master", *others)
    boxes = player.canvas.boxes
    return [
        i
        for i in player.sources(*SLIDERS, *NUMBERS)
        if not any(word in label(boxes[i]) for word in words)
    ]
