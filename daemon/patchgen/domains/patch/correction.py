"""What a player has corrected in a patch, in a few words; nothing where only its looks changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from patchgen.domains.patch.codec import decode, encode
from patchgen.domains.patch.controls import NAMES
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.same import same_graph

NOUNS = {"text": "comment", "msg": "message", **NAMES}
"""What boxes without an object's name are called."""
MOST_NAMED = 3
"""Kinds of boxes that are told by name."""


def change(before: Canvas, after: Canvas) -> str:
    """What is different: `lop~ added, hip~ removed`; empty where the graph is the same.

    Places, sizes, colours and the spelling of numbers do not count.
    """
    old, new = bare(before), bare(after)
    if same_graph(old, new):
        return ""
    had, has = Counter(kinds(old)), Counter(kinds(new))
    told = (listed(has - had, "added"), listed(had - has, "removed"))
    return ", ".join(filter(None, told)) or inner_change(old, new)


def inner_change(old: Canvas, new: Canvas) -> str:
    """What is different between patches with the same kinds of boxes."""
    if Counter(texts(old)) != Counter(texts(new)):
        return "arguments changed"
    return (
        "cords changed" if Counter(contents(old)) == Counter(contents(new)) else "content changed"
    )


def listed(kinds: Counter[str], what: str) -> str:
    """`lop~ and osc~ added`, or their number where they are many."""
    if not kinds:
        return ""
    if len(kinds) > MOST_NAMED:
        return f"{kinds.total()} boxes {what}"
    return f"{' and '.join(sorted(kinds))} {what}"


def bare(canvas: Canvas) -> Canvas:
    """The patch without places and looks."""
    return spelled(decode(encode(canvas, exact=False)))


def spelled(canvas: Canvas) -> Canvas:
    """Numbers as Pd would save them."""
    items = tuple(respelled(item) for item in canvas.items)
    return replace(canvas, items=items)


def respelled(item: Box | Connection | Record) -> Box | Connection | Record:
    """A box with its numbers as Pd saves them."""
    if not isinstance(item, Box):
        return item
    inner = item.canvas and spelled(item.canvas)
    return replace(item, atoms=tuple(map(number, item.atoms)), canvas=inner)


def number(atom: str) -> str:
    """An atom; a number with six digits, which is all that Pd keeps."""
    return f"{float(atom):g}" if is_number(atom) else atom


def kinds(canvas: Canvas) -> list[str]:
    """What the boxes are, in subpatches, too."""
    return [NOUNS.get(box.kind, box.name) for inner in canvases(canvas) for box in inner.boxes]


def texts(canvas: Canvas) -> list[tuple[str, ...]]:
    """What stands in the boxes, in subpatches, too."""
    return [(box.kind, *box.atoms) for inner in canvases(canvas) for box in inner.boxes]


def contents(canvas: Canvas) -> list[tuple[str, ...]]:
    """What arrays and texts hold, in subpatches, too."""
    return [
        item.atoms for inner in canvases(canvas) for item in inner.items if isinstance(item, Record)
    ]


def canvases(canvas: Canvas) -> Iterator[Canvas]:
    """The patch and all that is inside it."""
    yield canvas
    for box in canvas.boxes:
        if box.canvas is not None:
            yield from canvases(box.canvas)
