"""Judges the sources of one line: which cords may come, which have come already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.domains.patch.notation import Source, source_in
from patchgen.lint.connections import may_connect
from patchgen.objects.spec import Ports

UNKNOWN = Ports((False,) * 4, (False,) * 4)
"""Stands for a box of which nothing is known: four of each, and any cord goes."""

Cord = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Cords:
    """The words after `<`, with what they may refer to."""

    number: int
    """The line that is fed."""
    ports: Ports | None
    boxes: list[Ports | None]
    """The boxes so far; the fed one is among them only when it is an earlier box."""
    taken_before: set[Cord]
    words: list[str]

    def is_whole(self) -> bool:
        """Whether every word is a source, each used once."""
        return self.fit(self.words)

    def may_begin(self) -> bool:
        """Whether the words are sources, the last perhaps unfinished."""
        *whole, last = self.words
        if not self.fit(whole):
            return False
        taken = self.used(whole)
        return any(spelling.startswith(last) for spelling in self.spellings(taken))

    def fit(self, words: list[str]) -> bool:
        """Whether the words are different sources that may feed this box."""
        taken: set[Cord] = set()
        for word in words:
            source = source_in(word)
            if source is None or str(source) != word:
                return False
            cord = self.cord(source)
            if cord in taken | self.taken_before or not self.may(cord):
                return False
            taken.add(cord)
        return True

    def cord(self, source: Source) -> Cord:
        """The cord from a source into this box."""
        return source.line, source.outlet, self.number, source.inlet

    def used(self, words: list[str]) -> set[Cord]:
        """The cords that the words make."""
        return {self.cord(source) for source in map(source_in, words) if source is not None}

    def taken(self) -> set[Cord]:
        """All cords of the line."""
        return self.used(self.words)

    def highest_inlet(self) -> int:
        """The rightmost inlet that is fed, from 0; -1 where none is."""
        return max((cord[3] for cord in self.taken()), default=-1)

    def spellings(self, taken: set[Cord]) -> Iterator[str]:
        """Every source that could still be written."""
        for line, ports in enumerate(self.boxes, 1):
            for outlet in range(len((ports or UNKNOWN).outlets)):
                for inlet in range(len((self.ports or UNKNOWN).inlets)):
                    cord = (line, outlet, self.number, inlet)
                    if cord not in taken | self.taken_before and self.may(cord):
                        yield str(Source(line, outlet, inlet))

    def may(self, cord: Cord) -> bool:
        """Whether the linter would accept the cord."""
        line, outlet, number, inlet = cord
        if line == number or not 1 <= line <= len(self.boxes):
            return False
        return may_connect(self.boxes[line - 1], outlet, self.ports, inlet)
