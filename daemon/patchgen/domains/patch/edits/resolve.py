"""Which box is meant: words are held against all boxes, and what stays unclear is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from patchgen.domains.patch.edits.nouns import NOUNS, singular, tokens
from patchgen.domains.patch.edits.parameters import Parameter, parameters_of
from patchgen.domains.patch.edits.things import AROUND, NEAR, NOUN, Thing, Things
from patchgen.errors import EditUnclear
from patchgen.pd.atoms import is_number, number_text, unescape
from patchgen.report.naming import KINDS, said

ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "last": -1,
}  # fmt: skip
SIDES = {
    "left": ("x", False), "leftmost": ("x", False), "right": ("x", True), "rightmost": ("x", True),
    "upper": ("y", False), "top": ("y", False), "lower": ("y", True), "bottom": ("y", True),
}  # fmt: skip
SPOKEN = frozenset(" ".join(NOUNS.values()).split()) | frozenset(
    "attack decay sustain release vibrato swing mix pan panning detune key mode scale".split()
)
"""Words that are spelled as they are meant, whether a patch has what they mean or not."""
MANY = re.compile(r"\b(all|both|every|each)\b")
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Target:
    """A box, and what of it is meant where that is more than the box."""

    thing: Thing
    parameter: Parameter | None = None


def targets(
    things: Things,
    words: str,
    *,
    wants_parameter: bool = False,
    fits: Callable[[Thing], bool] = lambda _: True,
) -> list[Target]:
    """What the words mean best, all of it where several mean it alike. Raises EditUnclear.

    `fits` tells which boxes may be meant at all.
    """
    asked = tokens(words)
    places = [word for word in asked if word in ORDINALS or word in SIDES]
    asked = [word for word in asked if word not in places]
    offered = [*candidates(things, wants_parameter=wants_parameter)]
    vocabulary = {word for _, weights in offered for word in weights}
    asked = [spelled(word, vocabulary) for word in asked]
    scored = [(score(asked, weights), target) for target, weights in offered if fits(target.thing)]
    best = max((value for value, _ in scored), default=0.0)
    if not asked and places:
        raise EditUnclear(f"which box is {words!r}?", hint="Name the object: 'the first osc~'.")
    if not best:
        raise missing(things, words)
    found = distinct([target for value, target in scored if value == best])
    check_neighbours(things, asked, found)
    return placed(found, places)


def check_neighbours(things: Things, asked: Sequence[str], found: Sequence[Target]) -> None:
    """Raises EditUnclear for `the volume of the sine` where another sine is not beside it."""
    weights = things.of(found[0].thing)
    near = [word for word in asked if any(weights.get(form) == AROUND for form in forms(word))]
    own = found[0].parameter
    named = set(f"{own.words} {own.also}".split()) if own is not None else set()
    near = [word for word in near if not named & {*forms(word)}]
    meant = [Target(one) for one in things.all if near and owns(things, one, near)]
    beside = [one for one in meant if things.is_beside(one.thing, found[0].thing)]
    if len(found) == 1 and beside and len(beside) < len(meant):
        raise ambiguous(" ".join(near), meant)


def owns(things: Things, thing: Thing, words: Sequence[str]) -> bool:
    """Whether a box is called all of these words by itself."""
    weights = things.of(thing)
    return all(
        max((weights[form] for form in forms(word) if form in weights), default=0) >= NOUN
        for word in words
    )


def distinct(found: list[Target]) -> list[Target]:
    """One way to mean each box is enough."""
    boxes: dict[tuple[tuple[int, ...], int], Target] = {}
    for target in found:
        boxes.setdefault((target.thing.path, target.thing.index), target)
    return [*boxes.values()]


def candidates(things: Things, *, wants_parameter: bool) -> Iterable[tuple[Target, Counter[str]]]:
    """All boxes with their words; each thing that can be set on them adds its own."""
    for thing in things.all:
        words = things.of(thing)
        known = parameters_of(thing.name) if wants_parameter else []
        main = next((parameter for parameter in known if parameter.is_main), None)
        if thing.box.kind != "text" or not wants_parameter:
            yield Target(thing, main), words
        for parameter in known:
            own = Counter(dict.fromkeys(parameter.also.split(), NEAR))
            own |= Counter(dict.fromkeys(parameter.words.split(), NOUN + 0.5))
            # What is set is named besides the box, so the stronger of both meanings counts.
            yield Target(thing, parameter), words | own


def score(asked: Sequence[str], weights: Counter[str]) -> float:
    """How well the words mean a box: 0 where one of them does not."""
    own = [
        max((weights[form] for form in forms(word) if form in weights), default=0) for word in asked
    ]
    # `the sine and the saw` are both beside a [+~], which is neither.
    is_only_near = len(own) > 1 and max(own) <= AROUND
    return 0.0 if not all(own) or is_only_near else sum(own)


def forms(word: str) -> tuple[str, ...]:
    """A word as boxes may have it."""
    number = (number_text(float(word)),) if is_number(word) else ()
    return (word, singular(word), *number)


def spelled(word: str, vocabulary: Collection[str]) -> str:
    """The word as a box has it, where only one letter is wrong; else the word."""
    if len(word) < 4 or is_number(word) or any(form in vocabulary for form in forms(word)):
        return word
    if any(form in SPOKEN for form in forms(word)):
        return word
    near = sorted(other for other in vocabulary if is_near(word, other))
    return near[0] if near else word


def is_near(one: str, other: str) -> bool:
    """Whether one letter too many, too few, wrong, or two letters swapped is all the difference."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, tail = one[start:], other[start:]
    if rest[1:] == tail or rest == tail[1:] or rest[1:] == tail[1:]:
        return True
    return rest[:2] == tail[:2][::-1] and rest[2:] == tail[2:]


def placed(found: list[Target], places: Sequence[str]) -> list[Target]:
    """Those that an ordinal or a side picks."""
    for word in places:
        if len(found) < 2:
            if ORDINALS.get(word, 0) > 0:
                raise EditUnclear(
                    f"there is only one of them: {named(found)}",
                    hint="Name the other by its label.",
                )
            break
        if word in ORDINALS:
            ordered = sorted(found, key=lambda t: (t.thing.path, t.thing.box.y, t.thing.box.x))
            place = ORDINALS[word]
            if place >= len(ordered):
                raise EditUnclear(
                    f"there are only {len(ordered)} of them: {named(found)}",
                    hint="Count from the top, then from the left.",
                )
            found = [ordered[place]]
        else:
            axis, is_most = SIDES[word]
            edge = (max if is_most else min)(getattr(t.thing.box, axis) for t in found)
            found = [t for t in found if getattr(t.thing.box, axis) == edge]
    return found


def target(things: Things, words: str, *, wants_parameter: bool = False) -> Target:
    """The one thing that the words mean. Raises EditUnclear."""
    found = targets(things, words, wants_parameter=wants_parameter)
    if len(found) > 1:
        raise ambiguous(words, found)
    return found[0]


def thing(things: Things, words: str) -> Thing:
    """The one box that the words mean. Raises EditUnclear."""
    return target(things, words).thing


def several(things: Things, words: str) -> list[Thing]:
    """The box that the words mean, or all of them for `all` and `both`. Raises EditUnclear."""
    found = [target.thing for target in targets(things, words)]
    if len(found) > 1 and not MANY.search(words.lower()):
        raise ambiguous(words, [Target(one) for one in found])
    return found


def ambiguous(words: str, found: Sequence[Target]) -> EditUnclear:
    """The error that names those which the words may mean."""
    return EditUnclear(
        f"{words.strip()!r} may be {len(found)} boxes: {named(found)}",
        hint=f"Say which: {distinguishing(found)}.",
    )


def named(found: Sequence[Target]) -> str:
    """Boxes with their numbers."""
    told = [
        f"{said(t.thing.box)} (box {t.thing.index}{t.thing.inside})" for t in found[:MOST_NAMED]
    ]
    return ", ".join(told) + (
        f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    )


def distinguishing(found: Sequence[Target]) -> str:
    """Words that mean one of them only."""
    box = found[0].thing.box
    noun = KINDS.get(box.name, box.name)
    others = {" ".join(t.thing.box.args) for t in found}
    if len(others) == len(found) and box.args and box.name not in KINDS:
        return f"'the {' '.join(map(unescape, box.args[:2]))} {noun}'"
    return f"'the first {noun}', counted from the top"


def missing(things: Things, words: str) -> EditUnclear:
    """The error for words that mean no box."""
    there = dict.fromkeys(said(t.box) for t in things.all if t.box.kind != "text")
    listed = ", ".join([*there][:12]) + (" ..." if len(there) > 12 else "")
    return EditUnclear(
        f"nothing in the patch is called {words.strip()!r}",
        hint=f"There are: {listed}." if there else "The patch has no boxes.",
    )
