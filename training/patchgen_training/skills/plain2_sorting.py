"""Skills: three numbers of three boxes in order of size: all of them, or the smallest, the middle one, the largest, in short and long sentences."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, prints, shows
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.plain2_words import filled_in, labelled, last
from patchgen_training.skills.plain_words import example, plainly
from patchgen_training.skills.sketch import Sketch

THREE = ("three numbers", "three numbers entered by the user", "three input numbers", "the values of three number boxes", "three numbers in number boxes", "the numbers in three number boxes", "three typed numbers", "three numbers that are typed in", "a first, a second and a third number")
FORMULAS = {"low": "expr min($f1, min($f2, $f3))", "middle": "expr max(min($f1, $f2), min(max($f1, $f2), $f3))", "high": "expr max($f1, max($f2, $f3))"}


@dataclass(frozen=True, slots=True)
class Order:
    """A direction of sorting."""

    ends: tuple[str, ...]
    """The labels of the results, from left to right."""
    words: tuple[str, ...]
    ways: tuple[str, ...]


ORDERS = (
    Order(("low", "middle", "high"), ("ascending order", "order of size", "ascending order", "increasing order", "order from the smallest to the largest", "order, smallest first"), ("from the smallest to the largest", "from low to high", "from least to greatest", "in ascending order")),
    Order(("high", "middle", "low"), ("descending order", "descending order", "decreasing order", "order from the largest to the smallest", "order, largest first"), ("from the largest to the smallest", "from high to low", "from greatest to least", "in descending order")),
)  # fmt: skip
SORTS = (
    "~sort {x} in {o}", "~sort {x} {w}{seen}", "~put {x} in {o}{seen}", "{take} {x} and ~show them in {o}{seen}", "~arrange {x} {w}{seen}", "~take {x}, ~sort them {w}, and ~display the result{seen}", "~order {x} by size, {w}{seen}", "~bring {x} into {o}{seen}",
    "{take} {x} and ~output them {w}{seen}", "whenever one of {x} changes, ~show all three in {o}{seen}", "given {x}, ~output the same numbers {w}{seen}",
)  # fmt: skip
SORT_ASKS = (
    "{x}, sorted {w}{seen}", "sort {x}: {w}{seen}", "how do I sort {x} in {o}{seen}?", "i type {a}, {b} and {c} and want them {w}{seen}", "which of {x} is the smallest, which one is in the middle and which is the largest? Show them {w}{seen}", "can pd sort {x} {w}{seen}?",
    "a sorter for {x}, {w}{seen}",
)  # fmt: skip


def sort_boxes(draw: Draw) -> Example:
    """Three boxes, and three boxes or one printed list for the same numbers in order."""
    p = Sketch()
    boxes, sources = labelled(p, ("first", "second", "third"))
    order = draw.one((ORDERS[0], ORDERS[0], ORDERS[1]))
    is_boxed = draw.chance(0.65)
    # Pd serves the boxes in the order they stand in: the one that fires [pack] must stand last.
    made = {end: p.add(FORMULAS[end], *sources) for end in (order.ends if is_boxed else order.ends[::-1])}
    results = [made[end] for end in order.ends]
    values = draw.some(range(1, 100), 3)
    wanted = sorted(values, reverse=order.ends[0] == "high")
    seen: tuple[str, ...]
    if is_boxed:
        shown = [p.add(f'number "{end}"', box) for end, box in zip(order.ends, results, strict=True)]
        holds = all_of(*(shows(box, value) for box, value in zip(shown, wanted, strict=True)))
        seen = ("", " in three number boxes", ", shown in three number boxes", ", each in a number box of its own")
    else:
        shown = []
        pack = p.add("pack f f f", results[0], p.into(1, results[1]), p.into(2, results[2]))
        p.add("print", pack)
        holds = prints(*wanted)
        seen = (" and ~print them", " and ~print the list to the console", ", printed as a list", " as a list in the console")
    slots: Slots = {"x": THREE, "o": order.words, "w": order.ways, "seen": seen, **dict(zip("abc", map(str, values), strict=True))}
    clauses = tuple(text if "{seen}" in text else text + "{seen}" for text in SORTS)
    return example(plainly(draw, slots, clauses, SORT_ASKS), p, holds, filled_in(boxes, values), shown)


PICKED: dict[str, tuple[str, ...]] = {
    "low": ("the smallest of {x}", "the minimum of {x}", "the lowest of {x}", "the least of {x}"),
    "middle": ("the middle one of {x}", "the median of {x}", "the one of {x} that lies between the other two", "the middle value of {x}", "the second largest of {x}"),
    "high": ("the largest of {x}", "the maximum of {x}", "the biggest of {x}", "the greatest of {x}", "the highest of {x}"),
}
PICKS = (
    "{calc} {what}{out}", "~output {what}{out}", "{take} {x} and {calc} {one}{out}", "~show {what} whenever one of them changes{out}", "~compare {x} and ~give {one}{out}", "~pick {what}{out}", "~take {x} and ~return {one}{out}",
    "given {x}, {calc} {one}{out}", "~choose {what}{out}",
)  # fmt: skip
PICK_ASKS = ("{what}{tail}", "which is {one} of {x}?{tail}", "i enter {x} and want to know {one}{tail}", "how do I get {what}?{tail}", "find {what}{tail}")
ALONE = {"low": ("the smallest", "the minimum", "the lowest one"), "middle": ("the middle one", "the median", "the one in the middle"), "high": ("the largest", "the maximum", "the biggest one")}


def one_of_three(draw: Draw) -> Example:
    """The smallest, the middle or the largest of three boxes."""
    end = draw.one(("low", "middle", "middle", "high"))
    p = Sketch()
    boxes, sources = labelled(p, ("first", "second", "third"))
    values = draw.some(range(1, 100), 3)
    ends, holds, watch = last(draw, p, p.add(FORMULAS[end], *sources), sorted(values)[("low", "middle", "high").index(end)])
    slots: Slots = {**ends, "x": THREE, "what": PICKED[end], "one": ALONE[end]}
    return example(plainly(draw, slots, PICKS, PICK_ASKS), p, holds, filled_in(boxes, values), watch)


SKILLS: dict[str, Skill] = {"sort-three-boxes": sort_boxes, "one-of-three-boxes": one_of_three}
CORE: tuple[str, ...] = ("sort-three-boxes", "one-of-three-boxes")
