"""Patch to notation and back; nothing but places and window sizes is lost on the way."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch import body
from patchgen.domains.patch.notation import Line, Source, read
from patchgen.errors import NotationError
from patchgen.pd.graph import reordered
from patchgen.pd.model import Box, Canvas, Connection, Record, is_coords
from patchgen.pd.ports import with_ports_in_file_order


def encode(canvas: Canvas, *, exact: bool = True) -> str:
    """The canvas in notation, ending in a newline. Not `exact`: GUI boxes lose their cosmetics."""
    return "".join(f"{line}\n" for line in lines(canvas, exact))


def decode(text: str) -> Canvas:
    """The patch a notation describes, all boxes at 0, 0. Raises NotationError."""
    return built(read(text), ("10",))


def lines(canvas: Canvas, exact: bool) -> tuple[Line, ...]:
    """The lines of one canvas: boxes and carried records in file order, then odd connections.

    Inlets and outlets change places until their order says what their coordinates said.
    """
    order = with_ports_in_file_order(canvas)
    if order != sorted(order):
        canvas = reordered(canvas, order)
    inline, extra = sorted_connections(canvas)
    out: list[Line] = []
    number = 0
    for item in canvas.items:
        if isinstance(item, Record):
            out.append(Line(0, tuple(map(body.raw_word, item.atoms))))
        elif isinstance(item, Box):
            number += 1
            words = body.words(item, exact=exact)
            inside = None
            if item.canvas is not None and words[0] != "graph":
                inside = lines(item.canvas, exact)
            out.append(Line(number, words, tuple(inline.get(number, ())), inside))
    return (*out, *extra)


def sorted_connections(canvas: Canvas) -> tuple[dict[int, list[Source]], tuple[Line, ...]]:
    """Connections that the box lines can carry in their firing order, and the others."""
    inline: dict[int, list[Source]] = {}
    extra: list[Line] = []
    last: dict[tuple[int, int], tuple[int, int]] = {}
    late: set[tuple[int, int]] = set()
    for connection in canvas.connections:
        outlet = (connection.source, connection.outlet)
        sink = connection.sink + 1
        source = Source(connection.source + 1, connection.outlet, connection.inlet)
        place = (sink, len(inline.get(sink, ())))
        is_backward = connection.source >= connection.sink
        if outlet in late or is_backward or place < last.get(outlet, place):
            late.add(outlet)
            extra.append(Line(sink, (), (source,)))
        else:
            last[outlet] = place
            inline.setdefault(sink, []).append(source)
    return inline, tuple(extra)


def built(block: tuple[Line, ...], rest: tuple[str, ...]) -> Canvas:
    """A canvas from the lines of one block."""
    items: list[Box | Record] = []
    connections: list[Connection] = []
    count = max((line.number for line in block), default=0)
    for line in block:
        for source in line.sources:
            if not 1 <= source.line <= count:
                raise NotationError(f"there is no box {source.line}", line=line.number)
            ends = (source.line - 1, source.outlet, line.number - 1, source.inlet)
            connections.append(Connection(*ends))
        if not line.number:
            items.append(Record(tuple(map(body.raw_atom, line.body))))
        elif line.body:
            items.append(box(line))
    tail = tail_records(items)
    kept = items[: len(items) - tail]
    return Canvas(rest=rest, items=(*kept, *connections, *items[len(items) - tail :]))


def tail_records(items: list[Box | Record]) -> int:
    """How many records close the canvas (`coords`): connections come before them, as in Pd."""
    count = 0
    while count < len(items) and is_coords(items[-1 - count]):
        count += 1
    return count


def box(line: Line) -> Box:
    """The box of one line, with the canvas inside it."""
    found = body.from_words(line.body)
    if found is None:
        raise NotationError(f"not a box: {' '.join(line.body)[:60]}", line=line.number)
    if line.inside is None and found.kind == "restore" and found.canvas is None:
        raise NotationError(f"{found.name} needs its content in {{ }}", line=line.number)
    if line.inside is None:
        return found
    name = found.args[0] if found.args else "(subpatch)"
    return replace(found, kind="restore", canvas=built(line.inside, (name, "0")))
