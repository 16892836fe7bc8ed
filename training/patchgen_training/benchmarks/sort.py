"""Whether sorting the boxes of a patch by their places leaves its graph alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from time import process_time

from patchgen.errors import ParseError
from patchgen.pd.model import Box, Canvas, Record
from patchgen.pd.parse import parse
from patchgen.pd.sort import sorted_by_place
from patchgen_training.benchmarks.figures import count, milliseconds
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import sample

TITLE = "Sort"
SAYS = (
    "Whether `patchgen.pd.sort.sorted_by_place` keeps what a patch does: on every canvas the same "
    "boxes, the same cords between the same boxes, in the same order from each outlet."
)
OUTCOMES = ("graph unchanged", "order of cords changed", "graph changed", "exception")


def measure(material: Material) -> Result:
    """Sorts every patch."""
    outcomes = dict.fromkeys(OUTCOMES, 0)
    details: list[str] = []
    seconds = 0.0
    for specimen in sample(material.corpus, material.files, material.seed):
        try:
            canvas = parse(specimen.text)
        except ParseError:
            continue
        started = process_time()
        try:
            result = sorted_by_place(canvas)
        except Exception as error:  # noqa: BLE001  # Counting bugs is what this is for.
            outcome = "exception"
            details.append(f"{specimen.name}: {type(error).__name__}: {error}")
        else:
            seconds += process_time() - started
            outcome = fate(canvas, result)
            if outcome != OUTCOMES[0]:
                details.append(f"{specimen.name}: {outcome}")
        outcomes[outcome] += 1
    rows = tuple((outcome, count(number)) for outcome, number in outcomes.items())
    whole = sum(outcomes.values())
    notes = (f"{count(whole)} patches, {milliseconds(seconds / max(1, whole))} each.",)
    return Result((Table(("outcome", "patches"), rows),), notes, tuple(details))


def fate(before: Canvas, after: Canvas) -> str:
    """What sorting did to a patch."""
    if graph(before, is_ordered=True) == graph(after, is_ordered=True):
        return OUTCOMES[0]
    same = graph(before, is_ordered=False) == graph(after, is_ordered=False)
    return OUTCOMES[1] if same else OUTCOMES[2]


def graph(canvas: Canvas, *, is_ordered: bool) -> Hashable:
    """The boxes, cords and records of a canvas, whatever the indices of the boxes are."""
    faces = [face(box, is_ordered=is_ordered) for box in canvas.boxes]
    leaving: dict[int, dict[int, list[Hashable]]] = {}
    for cord in canvas.connections:
        sinks = leaving.setdefault(cord.source, {}).setdefault(cord.outlet, [])
        sinks.append((end(faces, cord.sink), cord.inlet))
    nodes: Counter[Hashable] = Counter(
        (end(faces, i), frozenset((o, bundle(sinks, is_ordered)) for o, sinks in outlets.items()))
        for i, outlets in leaving.items()
    )
    records = Counter(item.atoms for item in canvas.items if isinstance(item, Record))
    header = (canvas.x, canvas.y, canvas.width, canvas.height, canvas.rest, canvas.preamble)
    return header, *(frozenset(c.items()) for c in (Counter(faces), nodes, records))


def end(faces: list[Hashable], index: int) -> Hashable:
    """What a cord is tied to; None for a box that does not exist."""
    return faces[index] if index < len(faces) else None


def bundle(sinks: list[Hashable], is_ordered: bool) -> Hashable:
    """What one outlet feeds."""
    return tuple(sinks) if is_ordered else frozenset(Counter(sinks).items())


def face(box: Box, *, is_ordered: bool) -> Hashable:
    """A box with everything inside it."""
    inner = None if box.canvas is None else graph(box.canvas, is_ordered=is_ordered)
    return box.kind, box.atoms, box.x, box.y, box.width, inner
