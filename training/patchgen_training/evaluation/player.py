"""Plays a patch it has never seen: finds what can be operated and where results appear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from patchgen.headless.probe import Feed, Observation, Seen, observe
from patchgen.pd.atoms import is_number
from patchgen.pd.graph import fed_by, feeds
from patchgen.pd.model import Box, Canvas

NUMBERS = ("floatatom", "nbx")
SLIDERS = ("hsl", "vsl")
CHOICES = ("hradio", "vradio")
KEPT = (*NUMBERS, *SLIDERS, *CHOICES, "tgl")
"""Boxes that keep a value, which a patch may set at the start or by a click."""
PRESETS = frozenset({"loadbang", "bng", "msg", "t", "trigger"})
"""What such a value comes from."""
SEND, RECEIVE = ("s", "send"), ("r", "receive")
NUMBER_BOX = ("5", "0", "0", "0", "-", "-", "-", "0")
Action = tuple[float, int, object]
"""Milliseconds, box index, message."""


@dataclass(frozen=True)
class Player:
    """A patch and the Pd that runs it."""

    canvas: Canvas
    pd: Path
    microphone: float = 0.0
    """Pitch in Hz of the sine that [adc~] hears; 0 is silence."""

    def sources(self, *names: str) -> list[int]:
        """Boxes of these names that nothing feeds, or only a preset: what a user operates."""
        arriving = fed_by(self.canvas)
        return [
            i
            for i, box in enumerate(self.canvas.boxes)
            if box.name in names and (i not in arriving or self.is_preset(i))
        ]

    def is_preset(self, box: int) -> bool:
        """Whether it passes on a value that only a start or clicks have put there."""
        before = reached(box, {i: [c.source for c in cs] for i, cs in fed_by(self.canvas).items()})
        boxes = self.canvas.boxes
        return (
            boxes[box].name in KEPT
            and box in feeds(self.canvas)
            and all(boxes[i].name in PRESETS for i in before)
        )

    def entries(self, count: int = 1) -> list[int]:
        """Where so many numbers are entered: number boxes, too few also sliders, radios, messages.

        A message box that holds one number becomes a number box in `play`. Raises LookupError.
        """
        messages = [i for i in self.sources("msg") if holds_number(self.canvas.boxes[i])]
        for names in (NUMBERS, (*NUMBERS, *SLIDERS), (*NUMBERS, *SLIDERS, *CHOICES)):
            found = self.sources(*names)
            if len(found) >= count:
                return found
        found = sorted([*found, *messages])
        if len(found) < count:
            raise LookupError(f"nowhere to enter {count} numbers")
        return found

    def buttons(self) -> list[int]:
        """Everything a user can click: buttons, then message boxes, then toggles."""
        return [i for name in ("bng", "msg", "tgl") for i in self.sources(name)]

    def fed(self, *names: str) -> list[int]:
        """Boxes of these names that something in the patch feeds."""
        arriving = fed_by(self.canvas)
        return [i for i, box in enumerate(self.canvas.boxes) if box.name in names and i in arriving]

    def triggers(self) -> list[int]:
        """Buttons and message boxes that send nothing but a bang."""
        boxes = self.canvas.boxes
        return [
            i
            for i in self.sources("bng", "msg")
            if boxes[i].kind == "obj" or boxes[i].atoms == ("bang",)
        ]

    def press(self, at: float = 100.0, place: int = 0) -> Action:
        """A click on one of what can be clicked. Raises LookupError: there are too few."""
        return at, self.buttons()[place], "bang"

    def toggle(self, place: int = 0) -> int:
        """A toggle that a user switches."""
        return self.sources("tgl")[place]

    def control(self, *words: str) -> int:
        """What is labelled with one of the words, else the only slider or number box."""
        found = self.sources(*SLIDERS, *NUMBERS, *CHOICES)
        for i in found:
            if any(word in label(self.canvas.boxes[i]) for word in words):
                return i
        if len(found) == 1:
            return found[0]
        raise LookupError(f"no control called {words}")

    def message(self, *words: str) -> int:
        """A message box that holds one of the words."""
        for i in self.sources("msg"):
            if any(word in self.canvas.boxes[i].atoms for word in words):
                return i
        raise LookupError(f"no message box with {words}")

    @cached_property
    def displays(self) -> list[int]:
        """Number, symbol and list boxes, toggles, buttons and sliders that show a result.

        Nothing behind them displays or prints, though they may go on to sound, or to themselves.
        """
        names = (*KEPT, "bng", "symbolatom", "listbox")
        boxes, arriving = self.canvas.boxes, fed_by(self.canvas)
        after = {i: [c.sink for c in cs] for i, cs in feeds(self.canvas).items()}
        after |= {
            i: [j for j, other in enumerate(boxes) if other.name in RECEIVE and other.args == args]
            for i, args in ((i, box.args) for i, box in enumerate(boxes) if box.name in SEND)
        }
        return [
            i
            for i, box in enumerate(boxes)
            if box.name in names
            and i in arriving
            and not self.is_preset(i)
            and not any(boxes[j].name in (*names, "print") for j in reached(i, after) - {i})
        ]

    @cached_property
    def setters(self) -> list[int]:
        """Boxes that write into a message box or a display with `set`, which then sends nothing."""
        boxes, leaving = self.canvas.boxes, feeds(self.canvas)
        return [
            i
            for i, box in enumerate(boxes)
            if (box.name == "list" or (box.name == "msg" and box.atoms[:1] == ("set",)))
            and any(
                c.outlet == 0
                and c.sink not in leaving
                and (boxes[c.sink].name == "msg" or (box.name == "msg" and c.sink in self.displays))
                for c in leaving.get(i, ())
            )
        ]

    def play(self, *actions: Action, seconds: float = 0.3) -> Observation:
        """Runs the patch while the actions are done."""
        told = [Feed(at, box, str(message)) for at, box, message in actions]
        return observe(
            self.played(actions), feeds=told, watch=(*self.displays, *self.setters),
            seconds=seconds, pd=self.pd, timeout=20, microphone=self.microphone,
        )  # fmt: skip

    def played(self, actions: tuple[Action, ...]) -> Canvas:
        """The patch, with number boxes for message boxes into which a number is entered."""
        boxes = list(self.canvas.boxes)
        for _, i, message in actions:
            if holds_number(boxes[i]) and is_number(str(message)):
                boxes[i] = replace(boxes[i], kind="floatatom", atoms=NUMBER_BOX)
        return self.canvas.with_boxes(tuple(boxes))

    def shown(
        self, *actions: Action, seconds: float = 0.3
    ) -> list[tuple[float, tuple[object, ...]]]:
        """Every message that was printed or displayed, with its milliseconds, in order of time."""
        seen = self.play(*actions, seconds=seconds)
        found = sorted([*seen.prints, *self.displayed(seen)], key=lambda value: value.at)
        return [(value.at, value.atoms) for value in found]

    def displayed(self, seen: Observation) -> list[Seen]:
        """What the displays have shown, also what was written into them with `set`."""
        written = (
            replace(value, atoms=value.atoms[1:])
            for box in self.setters
            for value in seen.values(box)
            if value.atoms[:1] == ("set",)
        )
        return [*(value for box in self.displays for value in seen.values(box)), *written]

    def timed_results(self, *actions: Action, seconds: float = 0.3) -> list[tuple[float, float]]:
        """All numbers that were printed or displayed, with the milliseconds at which they came."""
        shown = self.shown(*actions, seconds=seconds)
        return [(at, atoms[0]) for at, atoms in shown if atoms and isinstance(atoms[0], float)]

    def results(self, *actions: Action, seconds: float = 0.3) -> list[float]:
        """The same without the times."""
        return [value for _, value in self.timed_results(*actions, seconds=seconds)]

    def answers(self, *given: float) -> list[float]:
        """Results once all numbers are entered, in either order, and a button is clicked."""
        return self.answered(self.entries(len(given))[: len(given)], given)

    def answered(self, boxes: Sequence[int], given: Sequence[float]) -> list[float]:
        """The same, with the boxes to use. What stood there before counts if nothing is new."""
        pairs = list(zip(boxes, given, strict=True))
        order = [*reversed(pairs), *pairs] if len(pairs) > 1 else pairs
        entered = [(10.0 * turn, box, value) for turn, (box, value) in enumerate(order, 1)]
        clicked = [(200.0, button, "bang") for button in self.triggers()[:1]]
        found = self.timed_results(*entered, *clicked, seconds=0.4)
        fresh = [value for at, value in found if at >= 10 * len(pairs) - 1]
        return fresh or [value for _, value in found[-1:]]


def reached(start: int, steps: dict[int, list[int]]) -> set[int]:
    """Every box that is reached from one in one or more steps."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        fresh = set(steps.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def holds_number(box: Box) -> bool:
    """Whether it is a message box with nothing but one number."""
    return box.kind == "msg" and len(box.atoms) == 1 and is_number(box.atoms[0])


def spelled(atom: object) -> str:
    """An atom as Pd shows it."""
    return f"{atom:g}" if isinstance(atom, float) else str(atom)


def label(box: Box) -> str:
    """Everything a user can read on or beside a box, in lower case."""
    return " ".join(box.atoms).lower()


def last(values: list[float]) -> float:
    """The last value; NaN where there is none, which equals nothing."""
    return values[-1] if values else float("nan")


def near(value: float, wanted: float, tolerance: float = 1e-4) -> bool:
    """Equal up to a part of the wanted value, to four digits where nothing else is said."""
    return abs(value - wanted) <= tolerance * max(1.0, abs(wanted))


Check = Callable[[Player], bool]
