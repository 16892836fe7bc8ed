"""Abstractions beside a patch: which file a box name would load, and the canvas in it.

Read only where a user checks files of their own; what a model wrote is judged without neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Protocol

from patchgen.errors import ParseError
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Canvas, Record, walk
from patchgen.pd.parse import parse

STANDARD_PLACES = (
    "~/.local/lib/pd/extra", "~/pd-externals", "/usr/local/lib/pd-externals",
    "/usr/lib/puredata/extra", "/usr/lib/pd/extra", "~/Library/Pd",
)  # fmt: skip
"""Where vanilla Pd finds libraries without being told, in its order."""
PURR_PLACES = (
    "~/.local/lib/pd-l2ork/extra", "~/pd-l2ork-externals", "/usr/local/lib/pd-l2ork-externals",
    "/usr/lib/pd-l2ork/extra", "~/Library/Pd-l2ork",
)  # fmt: skip
"""The same for Purr Data."""

MAX_BYTES = 1_000_000
"""A larger abstraction is not read."""
MAX_TOTAL = 16_000_000
"""So many bytes are read for one folder, then no more."""
MAX_LISTED = 5000
"""So many entries of a folder are looked at for a name that is like the one sought."""


class Lookup(Protocol):
    """Finds the abstractions that the boxes of one file load."""

    def __call__(self, name: str) -> Canvas | None:
        """The canvas that a box of this name would load; None where there is none to read."""
        ...

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, be it readable or not."""
        ...

    def within(self, name: str) -> Lookup:
        """The lookup for the boxes inside that abstraction."""
        ...

    def declaring(self, canvas: Canvas) -> Lookup:
        """The lookup that also follows the `declare` records of a patch."""
        ...

    def names(self) -> frozenset[str]:
        """Names of abstractions that could be meant."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads patches inside a few folders, each once, and not without end."""

    roots: tuple[Path, ...]
    """Only files inside these are read, links followed first."""
    read: dict[Path, Canvas | None] = field(default_factory=dict)
    found: dict[Path, Path | None] = field(default_factory=dict)
    listed: dict[Path, frozenset[str]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    """Bytes of each file that has been read."""

    def file(self, path: Path) -> Path | None:
        """The real file of a path, where it is one and lies inside the roots."""
        if path not in self.found:
            self.found[path] = self._real(path)
        return self.found[path]

    def _real(self, path: Path) -> Path | None:
        real = self._within(path)
        return real if real is not None and real.is_file() else None

    def _within(self, path: Path) -> Path | None:
        """What a path really names, links followed; None outside the roots."""
        try:
            real = path.resolve(strict=True)
        except (OSError, ValueError, RuntimeError):
            return None
        return real if any(real.is_relative_to(root) for root in self.roots) else None

    def canvas(self, path: Path) -> Canvas | None:
        """The patch in a real file; None for one that is broken, too large, or one too many."""
        if path not in self.read:
            self.read[path] = self._opened(path)
        return self.read[path]

    def _opened(self, path: Path) -> Canvas | None:
        try:
            size = path.stat().st_size
            if size > MAX_BYTES or sum(self.sizes) + size > MAX_TOTAL:
                return None
            self.sizes.append(size)
            return parse(path.read_bytes().decode(errors="surrogateescape"))
        except (OSError, ParseError):
            return None

    def names(self, folder: Path) -> frozenset[str]:
        """The names of the patches in a folder that are no help files."""
        if folder not in self.listed:
            real = self._within(folder)
            self.listed[folder] = frozenset() if real is None else frozenset(listed(real))
        return self.listed[folder]


@dataclass(frozen=True, slots=True)
class Folders:
    """The places where Pd looks for the abstractions of one file."""

    own: Path
    """The folder of the file."""
    declared: tuple[Path, ...]
    """What the file and the patches around it declare."""
    given: tuple[Path, ...]
    """Pd's own search path."""
    reader: Reader

    def __call__(self, name: str) -> Canvas | None:
        """The canvas that a box of this name would load; None where there is none to read."""
        path = self.path(name)
        return None if path is None else self.reader.canvas(path)

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, be it readable or not."""
        return self.path(name) is not None

    def path(self, name: str) -> Path | None:
        """The file that a box of this name would load."""
        for words in (f"{name}.pd", f"{name}/{name}.pd"):
            for folder in self.places():
                path = self.reader.file(folder / words)
                if path is not None:
                    return path
        return None

    def places(self) -> tuple[Path, ...]:
        """The folders in Pd's order: what is declared comes before what lies beside the file."""
        return (*self.declared, self.own, *self.given)

    def within(self, name: str) -> Folders:
        """The lookup inside that abstraction: beside it, not beside the patch that loads it."""
        path = self.path(name)
        return self if path is None else replace(self, own=path.parent)

    def declaring(self, canvas: Canvas) -> Folders:
        """The lookup that also follows the `declare` records of a patch."""
        new: list[Path] = []
        for flag, path in declared_paths(canvas):
            bases = (self.own,) if flag == "-path" else self.given
            new += [base / path for base in bases]
        return replace(self, declared=(*new, *self.declared)) if new else self

    def names(self) -> frozenset[str]:
        """Names of the abstractions that lie in the folders themselves."""
        return frozenset().union(*map(self.reader.names, self.places()))


def beside(folder: Path, paths: Sequence[Path] = ()) -> Lookup:
    """The lookup for a patch in `folder`, which looks in `paths`, too, as Pd in its search path."""
    own, given = folder.resolve(), tuple(path.resolve() for path in paths)
    return Folders(own, (), given, Reader((own, *given)))


def installed(places: Sequence[str] = STANDARD_PLACES) -> tuple[Path, ...]:
    """Those of the standard places that this machine has."""
    return tuple(path for place in places if (path := Path(place).expanduser()).is_dir())


def declared_paths(canvas: Canvas) -> Iterator[tuple[str, str]]:
    """Flags and folders in the `declare` records of a patch; a box alone does nothing at load."""
    for _, inner in walk(canvas):
        for item in inner.items:
            if isinstance(item, Record) and item.atoms[:2] == ("#X", "declare"):
                words = [unescape(atom) for atom in item.atoms[2:]]
                yield from (pair for pair in pairwise(words) if pair[0] in ("-path", "-stdpath"))


def listed(folder: Path) -> Iterator[str]:
    """The names of the patches in a folder that are no help files."""
    try:
        for entry in islice(folder.iterdir(), MAX_LISTED):
            if entry.suffix == ".pd" and not entry.stem.endswith("-help"):
                yield entry.stem
    except OSError:
        return
