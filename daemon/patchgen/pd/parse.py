"""Reads a .pd file into a Canvas; what it does not understand it keeps as a Record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from patchgen.errors import ParseError
from patchgen.pd.atoms import split
from patchgen.pd.form import USUAL, Form, form_of
from patchgen.pd.items import (
    Item,
    Written,
    box,
    canvas,
    item,
    kept,
    usual_box,
    usual_cord,
    widened,
)
from patchgen.pd.model import Box, Canvas, Record
from patchgen.pd.old_graph import EMPTY, old_graph, opens_graph
from patchgen.pd.records import (
    BOX,
    CONNECTION,
    CUT_OFF,
    PLAIN_BOX,
    WIDE_BOX,
    Spelled,
    body,
    check_end,
    error_at,
    matches,
    records,
)

__all__ = ["Spelled", "parse", "records"]

MAX_DEPTH = 100
ONE_PATCH = "A file holds one patch; a canvas inside it ends with `#X restore x y pd name;`."
NO_PATCH = "A patch begins with `#N canvas 0 50 450 300 12;`."


@dataclass(slots=True)
class Open:
    """A canvas, or a graph of an old file, whose closing record has not come yet."""

    opening: Written
    head: Canvas
    """It still without items."""
    items: list[Item] = field(default_factory=list)

    @property
    def is_graph(self) -> bool:
        """Whether `#X graph` opened it, as in files older than Pd 0.35; `#X pop` closes it."""
        return self.opening.atoms[0] == "#X"

    def closed(self, before: Sequence[Record] = (), form: Form = USUAL) -> Canvas:
        """The canvas with what was put on it; a top canvas also with what concerns the file."""
        head = self.head
        return Canvas(
            head.x, head.y, head.width, head.height, head.rest, tuple(self.items), tuple(before),
            form.is_wrapped, form.line_end, form.ending, spelling=head.spelling,
        )  # fmt: skip


def parse(text: str) -> Canvas:
    """The patch in `text`. Raises ParseError with line and column where it is no patch."""
    reader = Reader(form_of(text))
    reader.read()
    return reader.finished()


class Reader:
    """Builds canvases from records; those that are open lie on a stack."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.text = form.text
        self.longest = form.longest
        self.before: list[Record] = []
        self.stack: list[Open] = []
        self.items: list[Item] | None = None
        """Where the next box goes; None where records are only kept."""
        self.is_framed = False
        """Whether Purr Data's private abstractions are being defined, which make no boxes."""

    def read(self) -> None:
        """Takes in all records; the commonest shapes need no further look."""
        longest, is_wrapped = self.longest, self.form.is_wrapped
        for match in matches(self.text):
            shape, items = match.lastindex, self.items
            if items is None:
                self.take(match)
            elif shape == CONNECTION:
                items.append(usual_cord(match[1]))
            elif shape in (PLAIN_BOX, WIDE_BOX) and not (is_wrapped and len(match[0]) > longest):
                words = tuple(match[2].split())
                width = None if shape == PLAIN_BOX else int(match[3])
                items.append(Box(words[1], words[4:], int(words[2]), int(words[3]), width))
            elif shape in (PLAIN_BOX, WIDE_BOX, BOX):
                items.append(usual_box(match, longest))
            else:
                self.take(match)

    def written(self, match: re.Match[str]) -> Written:
        """The record with its text; white space before the first one belongs to it."""
        is_first = not (self.stack or self.before)
        text = self.text[: match.end()] if is_first else match[0]
        return Written(split(body(match)), text, match.start(), len(text) > self.longest)

    def take(self, match: re.Match[str]) -> None:
        """Takes in any record."""
        if match.lastindex == CUT_OFF:
            check_end(match)
            return
        record = self.written(match)
        kind = record.atoms[:2]
        if self.stack and (self.is_framed or kind == ("#X", "abframe")):
            self.frame(record)
        elif kind == ("#N", "canvas"):
            self.push(record, canvas(self.text, record))
        elif not self.stack:
            self.precede(record)
        elif kind == ("#X", "restore"):
            self.restore(record)
        elif opens_graph(record.atoms) and not self.is_in_graph:
            self.push(record, EMPTY)
        elif kind == ("#X", "pop") and self.stack[-1].is_graph:
            self.pop(record)
        else:
            self.add(record)

    def add(self, record: Written) -> None:
        """Puts what the record makes on the innermost canvas."""
        items = self.stack[-1].items
        wider = widened(items[-1], record) if items else None
        if wider:
            items[-1] = wider
        else:
            items.append(item(self.text, record))

    def precede(self, record: Written) -> None:
        """Keeps a record that stands before the first canvas."""
        if record.atoms[0] not in ("#N", "#X", "#A"):
            odd = record.atoms[0][:40]
            raise self.error(record, f"text outside a record: {odd!r}", NO_PATCH)
        self.before.append(kept(record))

    def frame(self, record: Written) -> None:
        """Keeps all records from `#X abframe 1` to `#X abframe 0`: they make no boxes here."""
        if record.atoms[:2] == ("#X", "abframe"):
            self.is_framed = record.atoms[2:] != ("0",)
            self.items = None if self.is_framed else self.stack[-1].items
        self.stack[-1].items.append(kept(record))

    def push(self, record: Written, opened: Canvas) -> None:
        """Opens a canvas or a graph."""
        if len(self.stack) >= MAX_DEPTH:
            raise self.error(
                record, f"canvases nest deeper than {MAX_DEPTH}", "Save a part as an abstraction."
            )
        self.stack.append(Open(record, opened))
        self.items = self.stack[-1].items

    def restore(self, record: Written) -> None:
        """Closes the innermost canvas and puts it as a box on the one above."""
        if len(self.stack) == 1:
            hint = "Pd would lose everything after it. Remove it, or restore the #N canvas before."
            raise self.error(record, "#X restore without a canvas to close", hint)
        if self.stack[-1].is_graph:
            hint = "Pd hangs on it. Put `#X pop;` after the last array of the graph."
            raise self.error(record, "#X restore where #X pop must close the graph", hint)
        inner = self.close().closed()
        self.stack[-1].items.append(box(self.text, record, inner))

    def pop(self, record: Written) -> None:
        """Closes the graph of an old file."""
        graph = self.close()
        text = self.text[graph.opening.offset : record.offset + len(record.text)]
        self.stack[-1].items.append(old_graph(graph.opening, graph.closed(), text))

    @property
    def is_in_graph(self) -> bool:
        """Whether an old graph is open; none was ever saved inside another."""
        return any(opened.is_graph for opened in self.stack)

    def close(self) -> Open:
        """Takes the innermost canvas off the stack."""
        innermost = self.stack.pop()
        self.items = self.stack[-1].items
        return innermost

    def finished(self) -> Canvas:
        """The top canvas, after the last record."""
        if not self.stack:
            raise ParseError("no #N canvas record", line=1, column=1, hint=NO_PATCH)
        if len(self.stack) > 1:
            message = "this canvas is never closed by #X restore"
            raise self.error(self.stack[-1].opening, message, ONE_PATCH)
        return self.stack[0].closed(self.before, self.form)

    def error(self, record: Written, message: str, hint: str) -> ParseError:
        """A ParseError at a record."""
        return error_at(self.text, record.offset, message, hint)
