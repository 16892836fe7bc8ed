"""Reads a .pd file into a Canvas; what it does not understand it keeps as a Record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import isfinite

from patchgen.errors import ParseError
from patchgen.pd.atoms import is_number
from patchgen.pd.model import COUNTED, Box, Canvas, Connection, Record

MAX_CHARACTERS = 16_000_000
MAX_DEPTH = 100
TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+)|(?P<end>;)|(?P<comma>,)|(?P<atom>(?:\\.|[^ \t\r\n,;\\])+|\\)", re.DOTALL
)
WRAPPED = re.compile(r"[^;\s]\r?\n")
"""A line that ends inside a record."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A record's atoms and the position of its first character."""

    atoms: tuple[str, ...]
    offset: int


@dataclass(slots=True)
class OpenCanvas:
    """A canvas whose closing `restore` has not come yet."""

    header: Spelled
    items: list[Box | Connection | Record] = field(default_factory=list)
    preamble: tuple[Record, ...] = ()

    def closed(self) -> Canvas:
        """The finished value."""
        x, y, width, height = (int(float(atom)) for atom in self.header.atoms[2:6])
        return Canvas(x, y, width, height, self.header.atoms[6:], tuple(self.items), self.preamble)


def parse(text: str) -> Canvas:
    """The patch in `text`. Raises ParseError with line and column where it is no patch."""
    if len(text) > MAX_CHARACTERS:
        raise ParseError(
            f"the file has {len(text)} characters", line=1, column=1,
            hint=f"Patches over {MAX_CHARACTERS} characters are not read.",
        )
    before: list[Record] = []
    stack: list[OpenCanvas] = []
    for record in records(text):
        kind = record.atoms[:2]
        if kind == ("#N", "canvas"):
            push(text, stack, record, tuple(before))
        elif not stack:
            if record.atoms[0] not in ("#N", "#X", "#A"):
                odd = record.atoms[0][:40]
                raise error_at(text, record.offset, f"text outside a record: {odd!r}")
            before.append(Record(record.atoms))
        elif kind == ("#X", "restore"):
            pop(text, stack, record)
        else:
            stack[-1].items.append(item(text, record))
    if not stack:
        raise ParseError("no #N canvas record", line=1, column=1, hint="Is this a Pd patch?")
    if len(stack) > 1:
        raise error_at(text, stack[-1].header.offset, "this canvas is never closed by #X restore")
    return replace(stack[0].closed(), is_wrapped=WRAPPED.search(text) is not None)


def records(text: str) -> Iterator[Spelled]:
    """Records in file order, each split into atoms. Raises ParseError at a cut-off end."""
    atoms: list[str] = []
    start = 0
    for token in TOKEN.finditer(text):
        if token.lastgroup == "end":
            if atoms:
                yield Spelled(tuple(atoms), start)
            atoms = []
        elif token.lastgroup in ("atom", "comma"):
            if not atoms:
                start = token.start()
            atoms.append(token.group())
    if atoms:
        raise error_at(text, start, "the last record has no closing semicolon")


def push(text: str, stack: list[OpenCanvas], record: Spelled, before: tuple[Record, ...]) -> None:
    """Opens a canvas."""
    if stack and len(stack) >= MAX_DEPTH:
        raise error_at(text, record.offset, f"canvases nest deeper than {MAX_DEPTH}")
    if len(record.atoms) < 6 or not all(map(is_measure, record.atoms[2:6])):
        raise error_at(text, record.offset, "#N canvas needs x, y, width and height")
    stack.append(OpenCanvas(record, preamble=() if stack else before))


def is_measure(atom: str) -> bool:
    """Whether the atom is a number of pixels: `1e999` would be infinitely many."""
    return is_number(atom) and isfinite(float(atom))


def pop(text: str, stack: list[OpenCanvas], record: Spelled) -> None:
    """Closes the innermost canvas and puts it as a box on the one above."""
    if len(stack) == 1:
        raise error_at(text, record.offset, "#X restore without a canvas to close")
    inner = stack.pop().closed()
    x, y, atoms, width = placed(text, record)
    stack[-1].items.append(Box("restore", atoms, x, y, width, inner))


def item(text: str, record: Spelled) -> Box | Connection | Record:
    """A record inside a canvas as a box, a connection, or itself."""
    atoms = record.atoms
    if atoms[0] != "#X" or len(atoms) < 2:
        return Record(atoms)
    if atoms[1] == "connect":
        return connection(record)
    if atoms[1] in ("scalar", "array"):
        return Box(atoms[1], atoms[2:])
    if atoms[1] not in COUNTED:
        return Record(atoms)
    x, y, rest, width = placed(text, record)
    return Box(atoms[1], rest, x, y, width)


def connection(record: Spelled) -> Connection | Record:
    """A `#X connect` record; one that names no boxes is carried as it is."""
    numbers = record.atoms[2:]
    if len(numbers) != 4 or not all(atom.isdecimal() for atom in numbers):
        return Record(record.atoms)
    source, outlet, sink, inlet = (int(atom) for atom in numbers)
    return Connection(source, outlet, sink, inlet)


def placed(text: str, record: Spelled) -> tuple[float, float, tuple[str, ...], int | None]:
    """The coordinates, atoms and set width of a box."""
    atoms = record.atoms
    if len(atoms) < 4 or not (is_number(atoms[2]) and is_number(atoms[3])):
        raise error_at(text, record.offset, f"#X {atoms[1]} needs x and y")
    rest, width = atoms[4:], None
    if len(rest) >= 3 and rest[-3:-1] == (",", "f") and rest[-1].isdigit():
        rest, width = rest[:-3], int(rest[-1])
    return coordinate(atoms[2]), coordinate(atoms[3]), rest, width


def coordinate(atom: str) -> float:
    """Whole numbers stay integers, so that they are written as they came."""
    value = float(atom)
    return int(value) if value.is_integer() else value


def error_at(text: str, offset: int, message: str) -> ParseError:
    """A ParseError for a character position."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return ParseError(message, line=line, column=column)
