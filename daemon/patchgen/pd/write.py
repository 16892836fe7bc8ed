"""Writes a Canvas as the Pd that saved it would, line breaks included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from patchgen.pd.atoms import join
from patchgen.pd.form import WRAP
from patchgen.pd.model import Box, Canvas, Connection, Record

Part = Canvas | Box | Connection | Record
"""What has a record of its own in a file."""


def write(canvas: Canvas) -> str:
    """The text of the file; records that were not changed come out as they were."""
    spell = wrapped if canvas.is_wrapped else join
    text = "".join([spelled(part, spell) for part in parts(canvas)])
    text = text.removesuffix("\n") + canvas.ending
    return text if canvas.line_end == "\n" else text.replace("\n", canvas.line_end)


def spelled_anew(canvas: Canvas) -> Canvas:
    """The same patch without what its file spells in its own way: as a new Pd would save it."""
    items = tuple(
        replace(item, spelling=None, canvas=spelled_anew(item.canvas))
        if isinstance(item, Box) and item.canvas is not None
        else replace(item, spelling=None)
        for item in canvas.items
    )
    return Canvas(
        canvas.x, canvas.y, canvas.width, canvas.height, canvas.rest, items,
        tuple(replace(record, spelling=None) for record in canvas.preamble),
    )  # fmt: skip


def spelled(part: Part, spell: Callable[[tuple[str, ...]], str]) -> str:
    """The text of one record: as the file had it, as long as its atoms are the same."""
    record, spelling = part.record, part.spelling
    if spelling is not None and spelling.atoms == record:
        return spelling.text
    return spell(record)


def parts(canvas: Canvas) -> Iterator[Part]:
    """Everything that has a record, in file order."""
    yield from canvas.preamble
    yield canvas
    yield from contents(canvas)


def contents(canvas: Canvas) -> Iterator[Part]:
    """The items of a canvas, each after the canvas inside it."""
    for item in canvas.items:
        if isinstance(item, Box) and item.canvas is not None:
            yield from block(item, item.canvas)
        else:
            yield item


def block(box: Box, inner: Canvas) -> Iterator[Part]:
    """A canvas and the box that closes it; an old graph that was not changed is one part."""
    whole = box.spelling
    if whole is not None and whole.atoms[0] == "#N" and whole.atoms == block_atoms(box, inner):
        yield Record(whole.atoms, spelling=whole)
    else:
        yield inner
        yield from contents(inner)
        yield box


def block_atoms(box: Box, inner: Canvas) -> tuple[str, ...]:
    """The atoms of all records from the one that opens a canvas to the one that closes it."""
    atoms = list(inner.record)
    for item in inner.items:
        if isinstance(item, Box) and item.canvas is not None:
            atoms += block_atoms(item, item.canvas)
        else:
            atoms += item.record
    return (*atoms, *box.record)


def wrapped(atoms: tuple[str, ...]) -> str:
    """One record in lines of about 65 bytes, as Purr Data and older Pds write it.

    They take back the blank before a comma or semicolon, but not a line break.
    """
    out: list[str] = []
    column = 0
    for atom in atoms:
        if atom in (",", ";") and out and out[-1] == " ":
            out.pop()
        out.append(atom)
        column += len(atom.encode(errors="surrogatepass"))
        if column > WRAP or atom == ";":
            out.append("\n")
            column = 0
        else:
            out.append(" ")
            column += 1
    return "".join(out).removesuffix(" ") + ";\n"
