"""A patch as text for terminals: one row a box, in the order of the flow, with its cords.

Cords drawn with characters become a thicket as soon as a patch has some twenty boxes, and nobody
can tell which inlet they reach. Rows stay readable with a thousand boxes, can be searched, and use
the brackets in which Pd users write boxes in mail: [object], [message( and [number\\.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from patchgen.boxes.ports import Used, used_ports
from patchgen.draw.caption import caption, cut
from patchgen.draw.ports import Lookup, ports
from patchgen.pd.graph import feeds, flow_order
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Connection

NARROWEST = 40
"""Columns that are used in any case, however deep a subpatch lies."""

WIDEST_BOX = 0.6
"""Of the columns; the rest is for cords."""

TIED = "\N{NO-BREAK SPACE}"
"""Between an arrow and the first box it leads to."""

DEEPEST = 8
"""Subpatches in subpatches that are indented further."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What rows are made of beside letters."""

    control: str = "→"
    signal: str = "⇒"
    upwards: str = "↑"
    """After a box that stands further up: the cord closes a loop."""
    guide: str = "│ "
    ellipsis: str = "…"


ASCII = Signs("->", "=>", "^", "| ", "...")


def text(
    canvas: Canvas, columns: int = 100, lookup: Lookup | None = None, *, is_ascii: bool = False
) -> str:
    """The listing of a patch: comments, what hangs together by cords, then loose boxes.

    `3 [t b f]  → 4  1→ 5:1` says that box 3 is connected with its outlet 0 to box 4, and with
    its outlet 1 to inlet 1 of box 5; a double arrow is a signal. Subpatches follow their row.
    """
    signs = ASCII if is_ascii else Signs()
    lines = rows(canvas, max(columns, NARROWEST), lookup, signs, 0)
    shown = "\n".join(line.rstrip() for line in lines)
    return (readable(shown, is_ascii=is_ascii) or "(an empty patch)") + "\n"


def readable(shown: str, *, is_ascii: bool) -> str:
    """Without what a terminal would act upon or cannot show."""
    kept = "".join(c if c.isprintable() or c == "\n" else "?" for c in shown)
    return kept.encode("ascii", "replace").decode() if is_ascii else kept


def rows(
    canvas: Canvas, columns: int, lookup: Lookup | None, signs: Signs, depth: int
) -> Iterator[str]:
    """The rows of a canvas, with those of its subpatches below theirs."""
    boxes, leaving = canvas.boxes, feeds(canvas)
    used = used_ports(canvas.connections)
    order = reading_order(canvas)
    place = {index: row for row, index in enumerate(i for group in order for i in group)}
    digits = len(str(max(0, len(boxes) - 1)))
    for number, group in enumerate(order):
        if number:
            yield ""
        is_tied = any(index in leaving for index in group)
        longest = (int(columns * WIDEST_BOX) if is_tied else columns - 1) - digits
        names = {i: bracketed(boxes[i], longest, signs) for i in group}
        width = max(map(len, names.values())) if is_tied else 0
        for index in group:
            head = f"{index:>{digits}} "
            if boxes[index].kind == "text" and not is_tied:
                yield from row(head, [caption(boxes[index])], columns)
                continue
            outlets = ports(boxes[index], used.get(index, Used()), lookup).outlets
            told = told_cords(leaving.get(index, ()), outlets, place, index, signs)
            yield from row(f"{head}{names[index]:<{width}}  ", told, columns)
            yield from inner_rows(boxes[index], columns, lookup, signs, depth)


def inner_rows(
    box: Box, columns: int, lookup: Lookup | None, signs: Signs, depth: int
) -> Iterator[str]:
    """The rows of a subpatch, indented."""
    if box.canvas is None:
        return
    indent = "" if depth >= DEEPEST else "  " + signs.guide
    room = max(NARROWEST, columns - len(indent))
    for line in rows(box.canvas, room, lookup, signs, depth + 1):
        yield indent + line


def row(head: str, told: list[str], columns: int) -> Iterator[str]:
    """A box and its cords; those that do not fit follow below."""
    room = max(columns - len(head), NARROWEST // 2)
    for number, part in enumerate(wrap("  ".join(told), room) or [""]):
        yield (head if not number else " " * len(head)) + part.replace(TIED, " ")


def told_cords(
    cords: Iterable[Connection], outlets: tuple[bool, ...], place: dict[int, int], index: int,
    signs: Signs,
) -> list[str]:  # fmt: skip
    """`→ 4, 5:1` and `1⇒ 6`, an entry for each outlet; a box further up has a mark."""
    sinks: dict[int, list[str]] = {}
    for cord in cords:
        if cord.sink not in place:
            continue
        port = f":{cord.inlet}" if cord.inlet else ""
        mark = signs.upwards if place[cord.sink] <= place[index] else ""
        sinks.setdefault(cord.outlet, []).append(f"{cord.sink}{port}{mark}")
    told = []
    for outlet, names in sorted(sinks.items()):
        arrow = signs.signal if outlet < len(outlets) and outlets[outlet] else signs.control
        told.append(f"{outlet or ''}{arrow}{TIED}{', '.join(names)}")
    return told


def bracketed(box: Box, longest: int, signs: Signs) -> str:
    """A box as Pd users write it in a line of text."""
    left, right = {"msg": ("[", "("), "text": ("", "")}.get(box.kind, ("[", "]"))
    if box.kind in ATOM_BOXES:
        right = "\\"
    shown = cut(caption(box), max(8, longest - len(left + right)), signs.ellipsis)
    return f"{left}{shown}{right}"


def reading_order(canvas: Canvas) -> list[list[int]]:
    """Box indices in groups: comments, each part that cords hold together, and the rest."""
    boxes = canvas.boxes
    part = parts(canvas)
    groups: dict[int, list[int]] = {}
    comments: list[int] = []
    loose: list[int] = []
    for index in flow_order(canvas):
        if index in part:
            groups.setdefault(part[index], []).append(index)
        else:
            (comments if boxes[index].kind == "text" else loose).append(index)
    comments.sort(key=lambda i: (boxes[i].y, boxes[i].x, i))
    return [group for group in (comments, *groups.values(), loose) if group]


def parts(canvas: Canvas) -> dict[int, int]:
    """Index of a box with cords -> the lowest index that it hangs together with."""
    leader: dict[int, int] = {}

    def leader_of(index: int) -> int:
        while leader.setdefault(index, index) != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    count = len(canvas.boxes)
    for cord in canvas.connections:
        if cord.source < count and cord.sink < count:
            first, second = sorted((leader_of(cord.source), leader_of(cord.sink)))
            leader[second] = first
    return {index: leader_of(index) for index in tuple(leader)}
