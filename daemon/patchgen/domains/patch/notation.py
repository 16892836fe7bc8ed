"""The notation a model writes: one box a line, each line naming what feeds it.

    1 tgl "run"
    2 metro 500 < 1
    3 hsl 0 1 "volume"
    4 *~ 0.1 < 2.0>1

A source is `BOX[.OUTLET][>INLET]`. A line whose number has been seen adds connections to that
box (feedback, or an order the lines cannot say). `pd NAME {` opens a subpatch, `}` closes it,
`! ...` carries a record of the file that is no box. DESIGN: rendering data stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.errors import NotationError

SOURCE = re.compile(r"(\d+)(?:\.(\d+))?(?:>(\d+))?")
MAX_BOXES = 1000
MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Source:
    """Where a cord comes from: a line number from 1, its outlet, and the inlet it goes into."""

    line: int
    outlet: int = 0
    inlet: int = 0

    def __str__(self) -> str:
        """The shortest spelling: outlet and inlet 0 go without saying."""
        outlet = f".{self.outlet}" if self.outlet else ""
        inlet = f">{self.inlet}" if self.inlet else ""
        return f"{self.line}{outlet}{inlet}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a box, more connections for an earlier box (no body), or a carried record."""

    number: int
    """From 1; 0 for a carried record."""
    body: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    inside: tuple[Line, ...] | None = None
    """The lines of a subpatch."""

    def __str__(self) -> str:
        """The line as text, with the lines of its subpatch."""
        if not self.number:
            return " ".join(("!", *self.body))
        body = " ".join((str(self.number), *quoted(self.body)))
        sources = " ".join(("", "<", *map(str, self.sources))) if self.sources else ""
        if self.inside is None:
            return body + sources
        return "\n".join((f"{body}{sources} {{", *map(str, self.inside), "}"))


def quoted(body: tuple[str, ...]) -> Iterator[str]:
    """Words that would read as syntax get a backslash, the name itself never."""
    for position, word in enumerate(body):
        yield f"\\{word}" if position and word in ("<", "{", "}") else word


def unquoted(words: list[str]) -> tuple[str, ...]:
    """The opposite of `quoted`."""
    return tuple(word[1:] if word in ("\\<", "\\{", "\\}") else word for word in words)


def read(text: str) -> tuple[Line, ...]:
    """The lines of a whole patch. Raises NotationError with the number of the bad line."""
    rows = [(at, row.split(" ")) for at, row in enumerate(text.split("\n"), 1) if row.strip()]
    lines, rest = block(rows, depth=0)
    if rest:
        raise NotationError("a } without a {", line=rest[0][0])
    return lines


Rows = list[tuple[int, list[str]]]


def block(rows: Rows, depth: int) -> tuple[tuple[Line, ...], Rows]:
    """The lines up to the closing brace, and what follows it."""
    lines: list[Line] = []
    boxes = 0
    while rows and rows[0][1] != ["}"]:
        (at, words), rows = rows[0], rows[1:]
        if words[0] == "!":
            lines.append(Line(0, tuple(words[1:])))
            continue
        number, body, sources, opens = split(words, boxes + 1, at)
        boxes = max(boxes, number)
        inside = None
        if opens:
            if depth + 1 > MAX_DEPTH:
                raise NotationError(f"subpatches nest deeper than {MAX_DEPTH}", line=at)
            inside, rows = block(rows, depth + 1)
            if not rows:
                raise NotationError("a { is never closed", line=at)
            rows = rows[1:]
        lines.append(Line(number, body, sources, inside))
    return tuple(lines), rows


def split(
    words: list[str], expected: int, at: int
) -> tuple[int, tuple[str, ...], tuple[Source, ...], bool]:
    """A line's number, body, sources, and whether it opens a subpatch."""
    if not words[0].isdecimal() or not 1 <= int(words[0]) <= min(expected, MAX_BOXES):
        raise NotationError(f"expected number {expected}, found {words[0][:20]!r}", line=at)
    number = int(words[0])
    opens = words[-1] == "{" and len(words) > 2
    if opens:
        words = words[:-1]
    start = 2 if number == expected else 1
    marks = [i for i in range(start, len(words)) if words[i] == "<"]
    if number < expected and marks != [1]:
        raise NotationError(f"box {number} stands already", line=at)
    end = marks[0] if marks else len(words)
    body = unquoted(words[1:end])
    if number == expected and (not body or not body[0]):
        raise NotationError("a box without a name", line=at)
    return number, body, tuple(source(word, at) for word in words[end + 1 :]), opens


def source(word: str, at: int) -> Source:
    """`6.1>2` as a Source. Raises NotationError."""
    found = source_in(word)
    if found is None:
        raise NotationError(f"not a source: {word[:20]!r}", line=at, hint="BOX[.OUTLET][>INLET]")
    return found


def source_in(word: str) -> Source | None:
    """`6.1>2` as a Source, or None."""
    match = SOURCE.fullmatch(word)
    return None if match is None else Source(*(int(group or 0) for group in match.groups()))
