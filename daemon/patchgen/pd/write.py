"""Writes a Canvas as the Pd that saved it would, line breaks included."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.pd.atoms import number_text
from patchgen.pd.model import Box, Canvas, Connection, Record

WRAP = 65
"""Older Pds break a record after the atom that carries the line past this many bytes."""


def write(canvas: Canvas) -> str:
    """The text of the file."""
    spell = wrapped if canvas.is_wrapped else line
    return "".join(spell(atoms) for atoms in records(canvas))


def records(canvas: Canvas) -> Iterator[tuple[str, ...]]:
    """The records of a canvas and of all canvases inside it, in file order."""
    for record in canvas.preamble:
        yield record.atoms
    geometry = tuple(str(n) for n in (canvas.x, canvas.y, canvas.width, canvas.height))
    yield ("#N", "canvas", *geometry, *canvas.rest)
    for item in canvas.items:
        if isinstance(item, Record):
            yield item.atoms
        elif isinstance(item, Connection):
            numbers = (item.source, item.outlet, item.sink, item.inlet)
            yield ("#X", "connect", *(str(n) for n in numbers))
        else:
            yield from box_records(item)


def box_records(box: Box) -> Iterator[tuple[str, ...]]:
    """A box's record, after the records of the canvas inside it."""
    if box.canvas is not None:
        yield from records(box.canvas)
    if box.kind in ("scalar", "array"):
        yield ("#X", box.kind, *box.atoms)
        return
    width = () if box.width is None else (",", "f", str(box.width))
    yield ("#X", box.kind, coordinate(box.x), coordinate(box.y), *box.atoms, *width)


def coordinate(value: float) -> str:
    """Whole pixels without a decimal point."""
    return str(value) if isinstance(value, int) else number_text(value)


def line(atoms: tuple[str, ...]) -> str:
    """One record on one line, as Pd writes it since 0.52; a comma clings to the atom before it."""
    return " ".join(atoms).replace(" , ", ", ") + ";\n"


def wrapped(atoms: tuple[str, ...]) -> str:
    """One record in lines of about 65 bytes, as Purr Data and older Pds write it."""
    out: list[str] = []
    column = 0
    for atom in atoms:
        if atom == "," and out:
            column -= out.pop() == " "
        out.append(atom)
        column += len(atom.encode())
        if column > WRAP:
            out.append("\n")
            column = 0
        else:
            out.append(" ")
            column += 1
    return "".join(out[:-1]) + ";\n"
