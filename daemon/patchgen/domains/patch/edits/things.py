"""The boxes of a patch with the words by which a player may mean them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from patchgen.domains.patch.edits.nouns import NOUNS, singular, tokens
from patchgen.domains.patch.edits.parameters import at_inlet, parameters_of
from patchgen.lint.known import Known
from patchgen.lint.rule import Patch, View, text_of
from patchgen.objects.reference import find
from patchgen.pd.atoms import is_number, number_text, unescape
from patchgen.pd.labels import label_text
from patchgen.pd.model import Box, Canvas
from patchgen.report.controls import caption, comment
from patchgen.report.naming import KINDS, own_names

META = ("META",)

FASTEST_LFO = 30.0
"""Hertz; a faster oscillator is heard as a tone."""

NAME, LABEL, NOUN, ARGUMENT, NEAR, TOLD, AROUND = 8.0, 9.0, 6.0, 5.0, 3.0, 1.0, 0.5
"""How much a word tells of a box: its name, its label, what it is called, and so on."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A box somewhere in the patch."""

    path: tuple[int, ...]
    index: int
    box: Box
    name: str
    """The full name."""
    inside: str = ""
    """Where it is, as in ` in [pd voice]`; empty for the patch itself."""


class Things:
    """All boxes of a patch but its META, and what they are called."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.views = {view.path: view for view in Patch(canvas).views if not is_meta(canvas, view)}
        self.all = tuple(
            Thing(view.path, index, box, called(view.known[index], box), self.inside(view.path))
            for view in self.views.values()
            for index, box in enumerate(view.boxes)
            if box.args[:1] != META or box.canvas is None
        )

    def view(self, thing: Thing) -> View:
        """The canvas of a box."""
        return self.views[thing.path]

    def at(self, thing: Thing, index: int) -> Thing:
        """Another box of the same canvas."""
        view = self.view(thing)
        box = view.boxes[index]
        return replace(thing, index=index, box=box, name=called(view.known[index], box))

    def inside(self, path: tuple[int, ...]) -> str:
        """In what subpatch the boxes of a canvas are, in words."""
        return f" in {text_of(self.views[path[:-1]].boxes[path[-1]])}" if path else ""

    def is_fed(self, thing: Thing) -> bool:
        """Whether something feeds a box."""
        return bool(self.view(thing).fed_by.get(thing.index))

    def is_beside(self, one: Thing, other: Thing) -> bool:
        """Whether a cord joins two boxes."""
        if one.path != other.path:
            return False
        cords = (
            *self.view(one).feeds.get(one.index, ()),
            *self.view(one).fed_by.get(one.index, ()),
        )
        return any(other.index in (cord.source, cord.sink) for cord in cords)

    @cached_property
    def words(self) -> dict[tuple[tuple[int, ...], int], Counter[str]]:
        """For each box its words, with how much each tells."""
        own = {(t.path, t.index): own_words(t, self.view(t)) for t in self.all}
        for thing in self.all:
            key = (thing.path, thing.index)
            for word in tokens(thing.inside):
                own[key].setdefault(word, NEAR)  # type: ignore[arg-type]
            for word in self.around(thing):
                if word not in own[key]:
                    own[key][word] = AROUND  # type: ignore[assignment]
        return own

    def of(self, thing: Thing) -> Counter[str]:
        """The words of one box."""
        return self.words[thing.path, thing.index]

    def around(self, thing: Thing) -> Iterator[str]:
        """Words of what a box is connected with, and of what it sets there."""
        view = self.view(thing)
        for cord in view.feeds.get(thing.index, ()):
            sink = self.at(thing, cord.sink)
            yield from called_by(sink.name)
            parameter = at_inlet(sink.name, cord.inlet)
            yield from parameter.words.split() if parameter else ()
        for cord in view.fed_by.get(thing.index, ()):
            yield from called_by(self.at(thing, cord.source).name)
            yield from tokens(label_text(view.boxes[cord.source]))


def is_meta(canvas: Canvas, view: View) -> bool:
    """Whether it is the canvas that tells about the patch."""
    return bool(view.path) and canvas.boxes[view.path[0]].args[:1] == META


def called(known: Known, box: Box) -> str:
    """The full name of a box, or its kind."""
    return known.name if box.canvas is None else "pd"


def called_by(name: str) -> list[str]:
    """Words for an object."""
    return [name, *NOUNS.get(name, "").split()]


def own_words(thing: Thing, view: View) -> Counter[str]:
    """The words of a box by itself; the strongest of each counts."""
    box, found = thing.box, Counter[str]()
    nouns = NOUNS.get(thing.name, "").split()
    if is_number(first := next(iter(box.args), "")) and float(first) > FASTEST_LFO:
        nouns = [noun for noun in nouns if noun != "lfo"]
    weighted = [
        (TOLD, told(thing.name)),
        (NEAR, tokens(caption(view.canvas, box)) if box.name in KINDS else []),
        (ARGUMENT, arguments(box)),
        (NOUN, nouns),
        (NAME, [thing.name, box.name.lower(), *thing.name.split()]),
        (LABEL, tokens(" ".join((label_text(box), *own_names(box))))),
    ]
    for weight, words in weighted:
        for word in words:
            found[word] = weight  # type: ignore[assignment]
    return found


def told(name: str) -> list[str]:
    """What the objects reference says of an object."""
    spec = find(name)
    words = tokens(re.sub(r"[,()0-9]", " ", spec.description)) if spec is not None else []
    return [form for word in words if len(word) > 2 for form in (word, singular(word))]


def arguments(box: Box) -> list[str]:
    """The words and numbers that stand in a box."""
    if box.name in KINDS:
        return []
    if box.kind == "text":
        return tokens(comment(box))
    plain = [unescape(atom).lower() for atom in box.args]
    return [number_text(float(atom)) if is_number(atom) else atom for atom in plain]


def parameter_words(name: str) -> set[str]:
    """All words for what can be set on an object."""
    return {word for parameter in parameters_of(name) for word in parameter.words.split()}
