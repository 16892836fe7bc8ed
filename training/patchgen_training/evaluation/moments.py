"""When things come: events, rhythms and numbers in what a patch shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from patchgen_training.evaluation.panel import Stream, streams, switch
from patchgen_training.evaluation.player import Action, Player

SLACK = 15
"""Milliseconds by which an event may be early or late."""


def times(stream: Stream, since: float = 0) -> list[float]:
    """When something came, from a moment on; what came at once counts once."""
    return sorted({round(at, 1) for at, _ in stream if at >= since})


def is_regular(found: list[float], period: float, count: int) -> bool:
    """At least so many events, each as long after the one before."""
    gaps = [later - earlier for earlier, later in pairwise(found)]
    return len(found) >= count and all(abs(gap - period) <= SLACK for gap in gaps)


def numbers(stream: Stream) -> list[tuple[float, float]]:
    """The numbers of a stream with their times; one that is repeated at once counts once."""
    found: list[tuple[float, float]] = []
    for at, atoms in stream:
        value = atoms[0] if len(atoms) == 1 else None
        if isinstance(value, float) and (not found or found[-1] != (at, value)):
            found.append((at, value))
    return found


def value_at(stream: Stream, at: float) -> float:
    """The last number up to a moment; NaN where there is none."""
    return ([float("nan")] + [value for when, value in numbers(stream) if when <= at])[-1]


def said(player: Player, *actions: Action, seconds: float) -> list[tuple[float, str]]:
    """What was printed, a bang by the label of its [print]."""
    prints = player.play(*actions, seconds=seconds).prints
    return [
        (seen.at, seen.label if seen.atoms == ("bang",) else " ".join(map(str, seen.atoms)))
        for seen in prints
    ] or [(at, " ".join(map(str, a))) for at, a in player.shown(*actions, seconds=seconds)]


def in_logical_time(player: Player) -> Player:
    """The same patch with [timer] for [realtime], which says nothing where Pd is in a hurry."""
    boxes = (
        replace(box, atoms=("timer",)) if box.name == "realtime" else box
        for box in player.canvas.boxes
    )
    return replace(player, canvas=player.canvas.with_boxes(tuple(boxes)))


def ticks_while_on(player: Player, period: float, *before: Action) -> bool:
    """Somewhere it ticks from 300 ms, when it is switched on, to 2500 ms, and not outside."""
    actions = (*before, switch(player, True, 300), switch(player, False, 2500))
    found = [times(stream, 100) for stream in streams(player, *actions, seconds=3.5)]
    return any(
        is_regular(ticks, period, 2200 // round(period))
        and 295 < ticks[0] < 320 + period
        and ticks[-1] <= 2510
        for ticks in found
    )
