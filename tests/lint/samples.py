"""Reads the samples of the rules: `[osc~ 440]:0 -> 1:[dac~], [bang( -> [print]`.

    [text]            an object box, or a kind such as [floatatom]; the same text is the same box
    [text(            a message box
    [text]#2          another box with the same text
    [pd a {...}]      a subpatch with a sample inside; later only [pd a]
    A:1 -> 2:B -> C   cords, from outlet 1 into inlet 2; 0 where no number stands
    ,                 between chains

A sample that begins with `#N` is the text of a file.
"""

from __future__ import annotations

import re

from patchgen.pd.atoms import escape, unescape
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.parse import parse

KINDS = ("floatatom", "symbolatom", "listbox")
TERM_END = re.compile(r"\]|\((?=$|[\s:,#}])")
STEP = re.compile(r"(?:(\d+):)?\[")
NAMED_SUBPATCH = re.compile(r" \{.*\}\]$", re.DOTALL)
AFTER = re.compile(r"(#\d+)?(?::(\d+))?\s*(->|,|$)\s*", re.DOTALL)


def canvas_of(sample: str) -> Canvas:
    """The patch that a sample describes."""
    return parse(sample) if sample.startswith("#N") else Reader(sample).canvas()


class Reader:
    """Goes through a sample from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.place = 0
        self.boxes: dict[str, Box] = {}
        self.cords: list[Connection] = []

    def canvas(self) -> Canvas:
        """The boxes in the order in which they first occur, then the cords."""
        before: tuple[int, int] | None = None
        while self.place < len(self.text):
            inlet, box, outlet, joint = self.step()
            if before is not None:
                self.cords.append(Connection(*before, box, inlet))
            before = (box, outlet) if joint == "->" else None
        return Canvas(items=(*self.boxes.values(), *self.cords))

    def step(self) -> tuple[int, int, int, str]:
        """Inlet, box, outlet, and what joins it to the next."""
        start = STEP.match(self.text, self.place)
        assert start, f"expected a box at {self.text[self.place :]!r}"
        end = self.end_of(start.end())
        after = AFTER.match(self.text, end)
        assert after, f"expected -> or a comma at {self.text[end:]!r}"
        key = NAMED_SUBPATCH.sub("]", self.text[start.end() - 1 : end]) + (after[1] or "")
        if key not in self.boxes:
            self.boxes[key] = made(self.text[start.end() : end], len(self.boxes))
        self.place = after.end()
        box = list(self.boxes).index(key)
        return int(start[1] or 0), box, int(after[2] or 0), after[3]

    def end_of(self, start: int) -> int:
        """Where the box ends, brackets of a subpatch skipped."""
        brace = self.text.find("{", start)
        end = TERM_END.search(self.text, start)
        assert end, f"no end of {self.text[start:]!r}"
        if 0 <= brace < end.start():
            return self.text.index("}]", start) + 2
        return end.end()


def made(text: str, index: int) -> Box:
    """A box from what stands between the brackets, the closing one included."""
    body, closing = text[:-1], text[-1]
    x, y = 10, 10 + 30 * index
    if "{" in body:
        head, _, inner = body.partition("{")
        return Box("restore", words(head), x, y, None, canvas_of(inner.removesuffix("}")))
    if closing == "(":
        return Box("msg", words(body), x, y)
    kind = body.split(" ")[0]
    if kind in KINDS:
        return Box(kind, words(body)[1:], x, y)
    return Box("obj", words(body), x, y)


def words(text: str) -> tuple[str, ...]:
    """The atoms as a file spells them; a backslash in the sample changes nothing."""
    return tuple(escape(unescape(word)) for word in text.split())
