"""How patches look before and after they are laid out, and how long that takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from random import Random
from time import process_time

from patchgen.errors import ParseError
from patchgen.layout import metric
from patchgen.layout.place import place
from patchgen.pd.model import Box, Canvas, Connection, walk
from patchgen.pd.parse import parse
from patchgen.pd.sizes import face_size, number
from patchgen_training.benchmarks.figures import count, milliseconds, share, spread
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import sample

TITLE = "Layout"
SAYS = (
    "What `patchgen.layout.metric` counts in patches as their authors left them and after "
    "`patchgen.layout.place`, over all canvases; and the processor time of the layout."
)
FILES = 2000
BIG = 1000
"""Boxes of the patch that shows the speed."""

ROWS = {
    "overlaps": "pairs of boxes that overlap",
    "crossings": "pairs of cords that cross",
    "covered": "cords that run over a box",
    "length": "pixels of cord",
    "upward": "cords that go up",
    "straight": "cords straight down (more is better)",
}


@dataclass(slots=True)
class Comparison:
    """What was counted over all patches so far."""

    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    overlapping: int = 0
    """Patches that have an overlap after the layout."""
    details: list[str] = field(default_factory=list)

    def add(self, name: str, canvas: Canvas) -> None:
        """Lays out one patch."""
        started = process_time()
        placed = place(canvas)
        self.seconds.append(process_time() - started)
        fresh = figures(placed)
        self.before += figures(canvas)
        self.after += fresh
        if fresh["overlaps"]:
            self.overlapping += 1
            self.details.append(f"{name}: {fresh['overlaps']:.0f} overlaps after the layout")


def measure(material: Material) -> Result:
    """Lays out real patches and two big ones."""
    seen = Comparison()
    patches: list[Canvas] = []
    for specimen in sample(material.corpus, material.files or FILES, material.seed):
        try:
            canvas = parse(specimen.text)
        except ParseError:
            continue
        seen.add(specimen.name, canvas)
        patches.append(canvas)
    rows = [
        (words, count(seen.before[key]), count(seen.after[key]), change(seen, key))
        for key, words in ROWS.items()
    ]
    table = Table(("", "before", "after", "after / before"), tuple(rows))
    return Result((table, big_patches(patches, material.seed)), notes(seen), tuple(seen.details))


def figures(canvas: Canvas) -> Counter[str]:
    """The figures of a patch, all its canvases together."""
    font = int(number(canvas.rest, 0, 10))
    total: Counter[str] = Counter()
    for _, inner in walk(canvas):
        counted = metric.measure(inner, font)
        for key, value in asdict(counted).items():
            total[key] += value
        if face_size(inner) is not None:
            total["on faces"] += counted.overlaps
    return total


def change(seen: Comparison, key: str) -> str:
    """What is left of a figure."""
    return share(seen.after[key], seen.before[key])


def notes(seen: Comparison) -> tuple[str, ...]:
    """How many patches, and how long each took."""
    return (
        f"{count(len(seen.seconds))} patches; {count(seen.overlapping)} have an overlap after it.",
        f"Of the overlaps after it {count(seen.after['on faces'])} are in graphs on their parent, "
        "which stay as their authors drew them.",
        f"The layout of one takes {spread(seen.seconds)}.",
    )


def big_patches(real: list[Canvas], seed: int) -> Table:
    """How long patches with a thousand boxes take."""
    patches = {
        "real patches on one canvas": joined(real, BIG),
        "a net, each box fed by one or two": net(BIG, Random(seed)),
        "chains of ten boxes": chains(BIG),
    }
    rows = []
    for name, canvas in patches.items():
        seconds = []
        for _ in range(3):
            started = process_time()
            placed = place(canvas)
            seconds.append(process_time() - started)
        left = figures(placed)["overlaps"]
        boxes = count(len(canvas.boxes))
        rows.append((name, boxes, milliseconds(sorted(seconds)[1]), count(left)))
    return Table(("patch", "boxes", "time", "overlaps after"), tuple(rows))


def joined(patches: list[Canvas], boxes: int) -> Canvas:
    """Patches without subpatches, one after the other, until there are so many boxes."""
    found: list[Box] = []
    cords: list[Connection] = []
    for canvas in patches:
        first, last = len(found), len(canvas.boxes) - 1
        if len(found) < boxes and not any(box.canvas for box in canvas.boxes):
            found += canvas.boxes
            cords += [
                replace(cord, source=cord.source + first, sink=cord.sink + first)
                for cord in canvas.connections
                if cord.source <= last and cord.sink <= last
            ]
    return Canvas(items=(*found, *cords))


def net(boxes: int, chance: Random) -> Canvas:
    """Boxes that are each fed by one or two boxes shortly before them."""
    cords = [
        Connection(max(0, sink - chance.randrange(1, 12)), 0, sink, inlet)
        for sink in range(1, boxes)
        for inlet in range(chance.choice((1, 1, 2)))
    ]
    return Canvas(items=(*(Box("obj", ("+", str(i))) for i in range(boxes)), *cords))


def chains(boxes: int) -> Canvas:
    """Boxes in rows of ten that know nothing of each other."""
    cords = [Connection(sink - 1, 0, sink, 0) for sink in range(1, boxes) if sink % 10]
    return Canvas(items=(*(Box("obj", ("+", str(i))) for i in range(boxes)), *cords))
