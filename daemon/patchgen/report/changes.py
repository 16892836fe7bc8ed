"""What an edit changed, in words: boxes added, removed and changed, cords made and gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.lint.rule import text_of
from patchgen.pd.atoms import number_text
from patchgen.pd.model import PLACED, Box, Canvas, Connection
from patchgen.report.controls import comment, face
from patchgen.report.naming import said

META = ("META",)


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two patches whose boxes have not moved."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    cords_added: tuple[str, ...] = ()
    cords_removed: tuple[str, ...] = ()
    """Between boxes that are still there."""

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for each change, marked by its first character: `+`, `-` or `~`."""
        return (
            *(f"~ {words}" for words in self.changed),
            *(f"- {words}" for words in self.removed),
            *(f"+ {words}" for words in self.added),
            *(f"- cord {words}" for words in self.cords_removed),
            *(f"+ cord {words}" for words in self.cords_added),
        )


def changes(before: Canvas, after: Canvas) -> Changes:
    """What is not as it was, subpatches included, but for the META of the patch."""
    found = [*compared(before, after, "")]
    return Changes(
        *(tuple(words for kind, words in found if kind == number) for number in range(5))
    )


def compared(before: Canvas, after: Canvas, where: str) -> Iterator[tuple[int, str]]:
    """Each change of a canvas with the number of its field in Changes."""
    stays = same_places(before, after)
    for new, box in enumerate(after.boxes):
        if is_meta(box):
            continue
        old = before.boxes[stays[new]] if new in stays else None
        if old is None:
            yield 0, told(box) + where
        elif (old.kind, old.atoms, old.width) != (box.kind, box.atoms, box.width):
            yield 2, difference(old, box) + where
        if old is not None and old.canvas is not None and box.canvas is not None:
            yield from compared(old.canvas, box.canvas, f" in {said(box)}")
    kept = set(stays.values())
    for index, box in enumerate(before.boxes):
        if index not in kept and not is_meta(box):
            yield 1, told(box) + where
    yield from cords(before, after, stays, where)


def cords(
    before: Canvas, after: Canvas, stays: dict[int, int], where: str
) -> Iterator[tuple[int, str]]:
    """Cords that were made, and cords that are gone though their boxes are not."""
    had = {(c.source, c.outlet, c.sink, c.inlet) for c in before.connections}
    has = {
        (stays[c.source], c.outlet, stays[c.sink], c.inlet)
        for c in after.connections
        if c.source in stays and c.sink in stays
    }
    kept = set(stays.values())
    for cord in after.connections:
        ends = (stays.get(cord.source), cord.outlet, stays.get(cord.sink), cord.inlet)
        if ends not in had:
            yield 3, cord_words(after, cord) + where
    for cord in before.connections:
        ends = (cord.source, cord.outlet, cord.sink, cord.inlet)
        if ends not in has and {cord.source, cord.sink} <= kept:
            yield 4, cord_words(before, cord) + where


def same_places(before: Canvas, after: Canvas) -> dict[int, int]:
    """For each box that stands where one stood, the index of that one; in turn where several do."""
    standing: dict[object, list[int]] = {}
    for index, box in enumerate(before.boxes):
        standing.setdefault(place(box), []).append(index)
    found: dict[int, int] = {}
    for index, box in enumerate(after.boxes):
        here = standing.get(place(box), [])
        same = next((i for i in here if before.boxes[i] == box), here[0] if here else None)
        if same is not None:
            here.remove(same)
            found[index] = same
    return found


def place(box: Box) -> object:
    """Where a box stands; of one that has no place, what it is."""
    return (box.x, box.y) if box.kind in PLACED else (box.kind, box.atoms)


def is_meta(box: Box) -> bool:
    """Whether it is the subpatch that tells about the patch."""
    return box.canvas is not None and box.args[:1] == META


def told(box: Box) -> str:
    """A box in words."""
    return f"comment '{comment(box)}'" if box.kind == "text" else said(box)


def difference(old: Box, new: Box) -> str:
    """How a box changed: its words, or of a control that is called the same, its values."""
    if told(old) != told(new):
        return f"{told(old)} becomes {told(new)}"
    before, after = face(old), face(new)
    details = []
    if (before.low, before.high) != (after.low, after.high):
        details.append(
            f"range {span(before.low, before.high)} becomes {span(after.low, after.high)}"
        )
    if after.sends_at_load and (before.value, before.sends_at_load) != (after.value, True):
        details.append(f"starts at {number_text(after.value or 0)}")
    return f"{told(old)}: {', '.join(details) or 'looks'}"


def span(low: float | None, high: float | None) -> str:
    """A range in words."""
    return "none" if low is None or high is None else f"{number_text(low)} to {number_text(high)}"


def cord_words(canvas: Canvas, cord: Connection) -> str:
    """A cord by its ends; ports only where they are not the first."""
    ends = []
    for index, port, name in (
        (cord.source, cord.outlet, "outlet"),
        (cord.sink, cord.inlet, "inlet"),
    ):
        box = (
            said(canvas.boxes[index]) if index < len(canvas.boxes) else text_of(Box("obj", ("?",)))
        )
        ends.append(f"{box} {name} {port + 1}" if port else box)
    return " -> ".join(ends)
