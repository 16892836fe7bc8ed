"""What a patch answers to each action of a series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from patchgen.headless.observation import Seen
from patchgen_training.evaluation.player import Action, Player, spelled

STEP = 20.0
"""Milliseconds from action to action."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came after an action, before the next."""

    prints: tuple[Seen, ...] = ()
    displayed: tuple[Seen, ...] = ()

    @property
    def numbers(self) -> list[float]:
        """All numbers printed or displayed."""
        shown = (*self.prints, *self.displayed)
        return [s.atoms[0] for s in shown if s.atoms and isinstance(s.atoms[0], float)]

    @property
    def listed(self) -> list[float]:
        """The numbers of all messages in a row: of those printed, else of those displayed."""
        shown = self.prints or self.displayed
        return [atom for s in shown for atom in s.atoms if isinstance(atom, float)]

    @property
    def text(self) -> str:
        """All words printed or displayed, labels of [print] included, in lower case."""
        said = [f"{'' if s.label == 'print' else s.label} {row(s)}" for s in self.prints]
        return " ".join([*said, *map(row, self.displayed)]).lower().strip()

    @property
    def bangs(self) -> frozenset[str]:
        """The buttons that flashed, and the words printed."""
        flashed = (s.label for s in self.displayed if s.atoms == ("bang",))
        said = (
            f"{s.label}: {row(s)}"
            for s in self.prints
            if not s.atoms or isinstance(s.atoms[0], str)
        )
        return frozenset((*flashed, *said))


def row(seen: Seen) -> str:
    """A message as Pd shows it."""
    return " ".join(map(spelled, seen.atoms))


def replies(player: Player, *acts: tuple[int, object], step: float = STEP) -> list[Reply]:
    """The answer to each action, a box and what it is told."""
    actions: list[Action] = [(step * turn, box, told) for turn, (box, told) in enumerate(acts, 1)]
    seen = player.play(*actions, seconds=step * (len(acts) + 1) / 1000)
    displayed = player.displayed(seen)
    return [
        Reply(during(seen.prints, at, at + step), during(displayed, at, at + step))
        for at, _, _ in actions
    ]


def during(values: Sequence[Seen], start: float, end: float) -> tuple[Seen, ...]:
    """Those from a time on and before another, in milliseconds."""
    return tuple(value for value in values if start - 0.1 <= value.at < end - 0.1)


def clicks(player: Player, button: int, count: int, step: float = STEP) -> list[Reply]:
    """The answer to each of many clicks."""
    return replies(player, *[(button, "bang")] * count, step=step)


def entered(player: Player, *values: float) -> list[Reply]:
    """The answer to each number entered, and to a click on the button, where there is one."""
    clicked = [(button, "bang") for button in player.triggers()[:1]]
    acts = [((player.entries()[0], value), *clicked) for value in values]
    found = iter(replies(player, *(act for turn in acts for act in turn)))
    return [together([next(found) for _ in turn]) for turn in acts]


def together(answers: list[Reply]) -> Reply:
    """Several answers as one."""
    return Reply(
        tuple(seen for answer in answers for seen in answer.prints),
        tuple(seen for answer in answers for seen in answer.displayed),
    )


def held(answers: list[Reply], start: float = nan) -> list[float]:
    """What a display shows after each action: the last number that came."""
    shown: list[float] = []
    for answer in answers:
        start = answer.numbers[-1] if answer.numbers else start
        shown.append(start)
    return shown
