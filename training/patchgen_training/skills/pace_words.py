"""What plain requests about time share: spelled times, clicks, results, and the finished example."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.sound_words import Fill, Request, said
from patchgen_training.skills.time_clock import every, plain, spell

CLICK = (
    "when a button is clicked", "when a button is pressed", "each time a button is clicked", "when I click a button", "after a click on a button", "whenever a button is pressed", "on a click", "when the user clicks a button", "as soon as a button is clicked",
    "upon a bang", "when a bang button is clicked",
)  # fmt: skip
SHOWN = (
    " and shows it in a number box", " and displays it in a number box", " and shows the result", " and displays the result in a number box", " and shows it", " and outputs it to a number box", ", shown in a number box", " and puts the result into a number box",
)  # fmt: skip
PRINTED = (
    " and prints it", " and prints it to the console", " and prints the result", " and writes it to the console", " and prints it in the Pd window", " and posts the result to the console", ", printed to the console", " and prints the result to the Pd console",
)  # fmt: skip


def span(draw: Draw, milliseconds: float) -> Fill:
    """A time spelled afresh each time: `500 ms`, `half a second`."""
    return lambda: spell(draw, milliseconds)


def each(draw: Draw, milliseconds: float) -> Fill:
    """A repetition spelled afresh each time: `every 500 ms`."""
    return lambda: every(draw, milliseconds)


def number(value: float) -> Fill:
    """A number as it is."""
    return lambda: plain(value)


def result(draw: Draw, sketch: Sketch, *sources: Handle | Cord, printed: float = 0.35) -> tuple[Handle, tuple[str, ...]]:
    """A number box, or [print] where the sentence says so; 0 stands for the console."""
    if draw.chance(printed):
        sketch.add("print", *sources)
        return 0, PRINTED
    return sketch.add("number", *sources), SHOWN


def told(
    draw: Draw, sketch: Sketch, request: Request, holds: Holds, feeds: Sequence[tuple[float, Handle, str]] = (), watch: Sequence[Handle] = (), seconds: float = 0.3,
) -> Example:  # fmt: skip
    """The example with its wordings; feeds are in milliseconds."""
    return Example(said(draw, request), sketch.text(), holds, [Feed(at, box, message) for at, box, message in feeds], [box for box in watch if box], seconds)
