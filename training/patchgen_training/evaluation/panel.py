"""The panel of an unknown patch: ranges of its controls, switches, volumes, and each display."""

from __future__ import annotations

from itertools import permutations

from patchgen.headless.probe import Feed, observe
from patchgen.pd.graph import fed_by
from patchgen.pd.labels import label_text
from patchgen.pd.model import Box
from patchgen_training.evaluation.player import (
    CHOICES,
    KEPT,
    NUMBERS,
    SLIDERS,
    Action,
    Player,
    label,
)

ON = ("1", "start", "on", "play", "go", '"start"', '"on"', '"play"', '"go"')
OFF = ("0", "stop", "off", "pause", '"stop"', '"off"', '"pause"')
LOUD = ("vol", "gain", "level", "loud", "amp")
Stream = list[tuple[float, tuple[object, ...]]]
"""What came at one place: milliseconds and message."""


def span(box: Box) -> tuple[float, float] | None:
    """Lowest and highest value that a control takes; None where it takes any number."""
    name, *fields = box.atoms if box.kind == "obj" else (box.kind, *box.atoms)
    if name in CHOICES:
        return 0.0, float(fields[3]) - 1
    at = {"hsl": 2, "vsl": 2, "nbx": 2, "floatatom": 1}.get(name)
    if at is None:
        return None
    low, high = float(fields[at]), float(fields[at + 1])
    return None if low == high or max(abs(low), abs(high)) > 1e30 else (low, high)


def fitting(player: Player, control: int, *wanted: float) -> tuple[float, ...]:
    """The wanted numbers if the control takes them, else as many from its low to its high."""
    found = span(player.canvas.boxes[control])
    if found is None or all(min(found) <= value <= max(found) for value in wanted):
        return wanted
    step = (found[1] - found[0]) / (len(wanted) + 1)
    return tuple(found[0] + step * (place + 1) for place in range(len(wanted)))


def ends(player: Player, control: int, high: float = 1.0) -> tuple[float, float]:
    """The ends of a control's range; 0 and `high` where it takes any number."""
    return span(player.canvas.boxes[control]) or (0.0, high)


def controls(player: Player, *words: str) -> list[int]:
    """All that is labelled with one of the words, else every control without any label."""
    found = player.sources(*SLIDERS, *NUMBERS, *CHOICES)
    named = [i for i in found if any(word in label(player.canvas.boxes[i]) for word in words)]
    return named or [i for i in found if not label_text(player.canvas.boxes[i])] or found


def pairs(player: Player, first: tuple[str, ...], second: tuple[str, ...]) -> list[tuple[int, int]]:
    """Which control may be the one and which the other, by label, else in either order."""
    either = set(permutations(player.sources(*SLIDERS, *NUMBERS, *CHOICES), 2))
    named = [(a, b) for a in controls(player, *first) for b in controls(player, *second)]
    return [pair for pair in named if pair in either]


def is_volume(player: Player, control: int) -> bool:
    """Whether a control is called so, or has no label and goes from 0 to 1."""
    box = player.canvas.boxes[control]
    if label_text(box):
        return any(word in label(box) for word in LOUD)
    return span(box) == (0.0, 1.0)


def awake(player: Player, *apart: int) -> tuple[Action, ...]:
    """Switches on and turns up, after 1 ms, what a patch may have beyond what was asked for."""
    toggles = [(1.0, i, 1) for i in player.sources("tgl") if i not in apart]
    volumes = [
        (1.0, i, fitting(player, i, 0.4)[0])
        for i in player.sources(*SLIDERS, *NUMBERS)
        if i not in apart and is_volume(player, i)
    ]
    return *toggles, *volumes


def switch(player: Player, is_on: bool, at: float = 10.0) -> Action:
    """Turning on or off: a toggle, else what is called so, else the first or last button."""
    if toggles := player.sources("tgl"):
        return at, toggles[0], int(is_on)
    for i in player.sources("msg", "bng"):
        if any(word in player.canvas.boxes[i].atoms for word in (ON if is_on else OFF)):
            return at, i, "bang"
    buttons = player.sources("bng")
    return at, buttons[0 if is_on else -1], "bang"


def pressed(player: Player, word: str, place: int) -> list[int]:
    """The button or message box with this word, else the one at a place."""
    found = player.sources("bng") or player.sources("msg")
    named = [i for i in found if word in label(player.canvas.boxes[i])]
    return named[:1] or found[place : place + 1]


def streams(player: Player, *actions: Action, seconds: float = 0.3) -> list[Stream]:
    """What came at each display, and at all [print] together, apart from one another.

    Other than in `Player.shown`, a display may lie in the middle of a chain.
    """
    arriving, boxes = fed_by(player.canvas), player.canvas.boxes
    watch = [i for i in arriving if boxes[i].name in (*KEPT, "bng", "symbolatom", "listbox")]
    told = [Feed(at, box, str(message)) for at, box, message in actions]
    seen = observe(
        player.played(actions), feeds=told, watch=watch, seconds=seconds, pd=player.pd,
        timeout=20, microphone=player.microphone,
    )  # fmt: skip
    found = (seen.prints, *(seen.values(i) for i in watch))
    return [[(value.at, value.atoms) for value in values] for values in found if values]
