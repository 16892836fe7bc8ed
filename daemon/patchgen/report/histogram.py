"""Counts what patches are made of: objects by their full names, kinds of boxes, sizes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

from patchgen.errors import PatchgenError
from patchgen.lint.abstractions import Lookup, beside
from patchgen.objects.reference import full_name
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Canvas, walk
from patchgen.pd.parse import parse
from patchgen.report.origin import UNKNOWN, origin

KINDS = {
    "obj": "object", "msg": "message", "floatatom": "number", "symbolatom": "symbol",
    "listbox": "list", "text": "comment", "array": "array", "scalar": "scalar",
}  # fmt: skip
"""Kinds of boxes in the file -> what a player calls them."""

MEASURES = ("boxes", "cords", "canvases", "depth", "bytes")
"""What is measured of each patch; comments count as boxes, a patch without subpatches is 1 deep."""

LONGEST_NAME = 60
"""Characters; what is longer is cut, so that a hostile file cannot fill the memory with names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An object and how often it occurs."""

    name: str
    """Without aliases: `trigger` for [t b b], `list append` for [list append 1]."""
    library: str
    """`vanilla`, `vanilla 0.57`, `extra`, `Purr Data`, a library, `abstraction` or `unknown`."""
    boxes: int
    files: int
    """In how many files it occurs."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How one measure is distributed over the files."""

    median: int
    p90: int
    """Nine files in ten have no more."""
    most: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a pile of patches is made of."""

    files: int
    """That could be read."""
    objects: tuple[Entry, ...]
    """The most frequent first."""
    kinds: dict[str, int]
    """Boxes by kind, the most frequent first, without comments."""
    comments: int
    sizes: dict[str, Spread]
    """By the words of MEASURES; empty without files."""
    failures: tuple[tuple[Path, PatchgenError], ...]
    """Files that could not be read, and why."""


def histogram(paths: Iterable[Path], read: Callable[[Path], str]) -> Statistics:
    """What the patches at `paths` are made of; `read` gives the text of one.

    Only counts are kept while it goes through them.
    """
    tally = Tally()
    neighbours = Neighbours()
    for path in paths:
        try:
            text = read(path)
            canvas = parse(text)
        except PatchgenError as error:
            tally.failures.append((path, error))
        else:
            tally.add(canvas, text, neighbours.of(path, canvas))
    return tally.statistics()


@dataclass(slots=True)
class Tally:
    """The counts so far."""

    boxes: Counter[tuple[str, str]] = field(default_factory=Counter)
    files: Counter[tuple[str, str]] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    measures: list[array[int]] = field(default_factory=lambda: [array("q") for _ in MEASURES])
    failures: list[tuple[Path, PatchgenError]] = field(default_factory=list)

    def add(self, canvas: Canvas, text: str, lookup: Lookup) -> None:
        """Counts one more patch."""
        found = Counter(objects_of(canvas, lookup))
        self.boxes.update(found)
        self.files.update(found.keys())
        self.kinds.update(kind(box) for _, inner in walk(canvas) for box in inner.boxes)
        size = len(text.encode(errors="surrogatepass"))
        for values, value in zip(self.measures, measured(canvas, size), strict=True):
            values.append(value)

    def statistics(self) -> Statistics:
        """The counts as a value."""
        count = len(self.measures[0])
        sizes = dict(zip(MEASURES, map(spread, self.measures), strict=True)) if count else {}
        kinds = dict(self.kinds.most_common())
        comments = kinds.pop("comment", 0)
        objects = entries(self.boxes, self.files)
        return Statistics(count, objects, kinds, comments, sizes, tuple(self.failures))


class Neighbours:
    """The abstractions beside the patches; remembers one folder, since files come by folders."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lookup: Lookup = beside(Path())

    def of(self, path: Path, canvas: Canvas) -> Lookup:
        """The lookup for the boxes of a patch."""
        if path.parent != self._folder:
            self._folder, self._lookup = path.parent, beside(path.parent)
        return self._lookup.declaring(canvas)


def objects_of(canvas: Canvas, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Full name and origin of every object box, those in subpatches, too."""
    for _, inner in walk(canvas):
        for box in inner.boxes:
            if box.kind == "obj" and box.atoms:
                yield named(box, lookup)


def named(box: Box, lookup: Lookup) -> tuple[str, str]:
    """Full name and origin of an object box. A name such as `$1` is not known before it is used."""
    name = unescape(box.name)
    if is_number(name):
        return "float", "vanilla"
    full, _ = full_name(name, tuple(map(unescape, box.args[:1])))
    where = UNKNOWN if "$" in full else origin(full, lookup)
    return full[:LONGEST_NAME], where


def kind(box: Box) -> str:
    """What a player calls this kind of box."""
    if box.canvas is not None or box.kind == "restore":
        return "graph" if box.name == "graph" else "subpatch"
    return KINDS.get(box.kind, box.kind)


def measured(canvas: Canvas, size: int) -> tuple[int, ...]:
    """The MEASURES of a patch; `size` in bytes."""
    found = list(walk(canvas))
    boxes = sum(len(inner.boxes) for _, inner in found)
    cords = sum(len(inner.connections) for _, inner in found)
    return boxes, cords, len(found), 1 + max(len(path) for path, _ in found), size


def spread(values: Iterable[int]) -> Spread:
    """Median, nine tenths and maximum of at least one value, each a value that occurs."""
    ranked = sorted(values)
    median, p90 = (ranked[ceil(share * len(ranked)) - 1] for share in (0.5, 0.9))
    return Spread(median, p90, ranked[-1])


def entries(boxes: Counter[tuple[str, str]], files: Counter[tuple[str, str]]) -> tuple[Entry, ...]:
    """The objects by the number of their boxes, then by name."""
    found = (Entry(*key, count, files[key]) for key, count in boxes.items())
    return tuple(sorted(found, key=lambda entry: (-entry.boxes, entry.name, entry.library)))
