"""Makes one record of a file a box, a connection, or a record that is only kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isfinite

from patchgen.pd.atoms import is_number, join, split
from patchgen.pd.model import COUNTED, PLACED, Box, Canvas, Connection, Record, Spelling
from patchgen.pd.records import body, error_at

Item = Box | Connection | Record

WHOLE = re.compile("[0-9]{1,9}")
USUAL = re.compile("-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Written:
    """A record as the file has it."""

    atoms: tuple[str, ...]
    text: str
    """With its semicolon and what follows that, up to the next record."""
    offset: int
    is_odd: bool
    """Whether the writer would spell it otherwise even if it is on one line: where it is long."""

    def spelling(self, atoms: tuple[str, ...]) -> Spelling | None:
        """How the file spells `atoms`; None where the writer would spell them so, too."""
        is_usual = not self.is_odd and join(atoms) == self.text
        return None if is_usual else Spelling(atoms, self.text)


def item(text: str, record: Written) -> Item:
    """A record inside a canvas. Raises ParseError for a box without a place."""
    atoms = record.atoms
    kind = atoms[1] if len(atoms) > 1 and atoms[0] == "#X" else ""
    if kind in PLACED:
        return box(text, record)
    if kind in COUNTED:
        return Box(kind, atoms[2:], spelling=record.spelling(atoms))
    if kind == "connect" and len(atoms) > 5 and all(map(WHOLE.fullmatch, atoms[2:6])):
        cord = Connection(*map(int, atoms[2:6]), rest=atoms[6:])
        spelling = record.spelling(cord.record)
        return replace(cord, spelling=spelling) if spelling else cord
    return kept(record)


@lru_cache(maxsize=1 << 14)
def usual_cord(text: str) -> Connection:
    """A connection from its record; most patches have the same ones, and values can be shared."""
    source, outlet, sink, inlet = text[len("#X connect ") : -len(";\n")].split()
    return Connection(int(source), int(outlet), int(sink), int(inlet))


def kept(record: Written) -> Record:
    """A record as it is."""
    return Record(record.atoms, spelling=record.spelling(record.atoms))


def box(text: str, record: Written, canvas: Canvas | None = None) -> Box:
    """A box that has coordinates, in whatever way they are spelled."""
    atoms = record.atoms
    place = measures(atoms[2:4])
    if len(place) < 2:
        raise error_at(
            text, record.offset, f"#X {atoms[1]} needs x and y",
            hint="Two numbers of pixels must follow the kind of box.",
        )  # fmt: skip
    rest, width = without_width(atoms[4:])
    made = Box(atoms[1], rest, place[0], place[1], width, canvas)
    spelling = record.spelling(made.record)
    return replace(made, spelling=spelling) if spelling else made


def usual_box(match: re.Match[str], longest: int) -> Box:
    """A box whose coordinates are spelled as Pd spells them; `longest` counts characters."""
    text = match[0]
    _, kind, x, y, *words = split(body(match))
    atoms = tuple(words)
    rest, width = without_width(atoms)
    record = ("#X", kind, x, y, *atoms)
    if width is not None:
        record = (*record[:-1], str(width))
    is_usual = len(text) <= longest and join(record) == text
    spelling = None if is_usual else Spelling(record, text)
    return Box(kind, rest, int(x), int(y), width, spelling=spelling)


def without_width(atoms: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """The atoms of a box and the width that `, f 12` sets."""
    if atoms[-3:-1] == (",", "f") and WHOLE.fullmatch(atoms[-1]):
        return atoms[:-3], int(atoms[-1])
    return atoms, None


def widened(found: Item | None, record: Written) -> Box | None:
    """The box before a record such as `#X f 12`, with its width; None where it speaks of no box."""
    atoms = record.atoms
    if len(atoms) != 3 or atoms[:2] != ("#X", "f") or not WHOLE.fullmatch(atoms[2]):
        return None
    if not isinstance(found, Box) or found.kind not in PLACED or found.width is not None:
        return None
    before = found.spelling.text if found.spelling else join(found.record)
    made = replace(found, width=int(atoms[2]), spelling=None)
    is_odd = record.is_odd or found.spelling is not None
    both = replace(record, text=before + record.text, is_odd=is_odd)
    return replace(made, spelling=both.spelling(made.record))


def canvas(text: str, record: Written) -> Canvas:
    """An empty canvas from its opening record."""
    atoms = record.atoms
    geometry = measures(atoms[2:6])
    if len(geometry) < 4:
        raise error_at(
            text, record.offset, "#N canvas needs x, y, width and height",
            hint="A new patch begins with `#N canvas 0 50 450 300 12;`.",
        )  # fmt: skip
    x, y, width, height = map(int, geometry)
    made = Canvas(x, y, width, height, atoms[6:])
    spelling = record.spelling(made.record)
    return replace(made, spelling=spelling) if spelling else made


def measures(atoms: tuple[str, ...]) -> list[float]:
    """Numbers of pixels; fewer than atoms where one is no such number."""
    return [number for number in map(measure, atoms) if number is not None]


def measure(atom: str) -> float | None:
    """A number of pixels, whole ones as integers; None for no number or one without bounds."""
    if USUAL.fullmatch(atom):
        return int(atom)
    if not is_number(atom):
        return None
    value = float(atom)
    if value.is_integer():
        return int(value)
    return value if isfinite(value) else None
