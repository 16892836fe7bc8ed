"""What formulas, streams and decisions share: labelled boxes of which each updates the result, last values, choices of words."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Holds
from patchgen_training.skills.expect import all_of, prints, shows
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.math_sources import OUTPUTS, weighted
from patchgen_training.skills.sketch import Cord, Handle, Sketch

STREAM = (
    "the numbers from a number box",
    "incoming numbers",
    "the numbers I enter",
    "all numbers that come in",
    "the numbers entered by the user",
    "the values that arrive",
    "a stream of numbers",
    "the values of a number box",
    "the input values",
    "a series of numbers",
    "sensor values from a number box",
)


def labelled(
    p: Sketch, labels: Sequence[str], kind: str = "number"
) -> tuple[list[Handle], list[Handle | Cord]]:
    """Number boxes or sliders with labels, and what to feed the inlets of one box with so that each of them updates it."""
    boxes = [p.add(f'{kind} "{label}"') for label in labels]
    sources: list[Handle | Cord] = [boxes[0]]
    for inlet, box in enumerate(boxes[1:], 1):
        both = p.add("t b f", box)
        sources += [both, p.into(inlet, p.out(both, 1))]
    return boxes, sources


def filled_in(boxes: Sequence[Handle], values: Sequence[float]) -> tuple[Feed, ...]:
    """Numbers for the boxes, the last box first."""
    pairs = list(zip(boxes, values, strict=True))[::-1]
    return tuple(Feed(10 + 20 * i, box, f"{value:g}") for i, (box, value) in enumerate(pairs))


def last(
    draw: Draw, p: Sketch, source: Handle, value: float, tolerance: float = 1e-3
) -> tuple[Slots, Holds, list[Handle]]:
    """A number box, a print or both after a box, with the words for it; only the last value counts."""
    output = weighted(draw, OUTPUTS)
    checks: list[Holds] = []
    watch: list[Handle] = []
    if output.has_display:
        watch.append(p.add("number", source))
        checks.append(shows(watch[0], value, tolerance))
    if output.has_print:
        p.add("print", source)
        checks.append(prints(value, tolerance=tolerance))
    ends = [end for end in output.ends if end]
    return {"out": tuple(f"{joint}{end}" for end in ends for joint in (" and ", " and ", ", and ")) + (("", "") if "" in output.ends else ()),
            "tail": tuple(f", {tail}" if tail else "" for tail in output.tails)}, all_of(*checks), watch  # fmt: skip


def bare(verbs: Sequence[str]) -> tuple[str, ...]:
    """Verbs without their marks, for places where the base form stands."""
    return tuple(verb.replace("~", "") for verb in verbs)
