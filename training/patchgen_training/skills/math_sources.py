"""Where the number of a calculation comes from, and where its result goes: boxes and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Holds
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.math_tasks import Task
from patchgen_training.skills.sketch import Handle, Sketch

Choice = TypeVar("Choice")
Words = tuple[str, ...]
ENTERED = (
    "entered in a number box", "typed into a number box", "from a number box", "entered by the user", "given by the user",
    "typed by the user", "that the user enters", "I type in", "coming from a number box", "set in a number box", "as input",
    "received as input", "that I enter", "provided by the user", "entered by hand", "that comes in", "on the input",
)
"""What follows the name of a number that comes from a number box: "a number entered by the user"."""
NUMBERS = (
    "a number", "an input number", "the input", "any number", "a given number", "a number I type in",
    "the number in a number box", "an incoming number", "a number entered by the user", "a value",
    "whatever number I enter", "the number I enter", "an input", "an input value", "a number",
    *(f"a number {entered}" for entered in ENTERED), "a value entered in a number box", "the value typed into a number box",
    "the contents of a number box", "the current value of a number box", "whatever is typed into a number box",
    "each number that comes in", "a numeric value", "a user-supplied number", "the user's number", "any incoming number",
)
FLOATS = (
    "a float", "a floating-point number", "a float input", "a decimal number", "an input float",
    "a floating point number", "a floating-point input",
)
TAKEN_NUMBERS = (
    "a number as input", "a number", "an input number", "a number from a number box", "one number",
    "the value of a number box", "a numeric input", "a value", "an input value",
    "a number given by the user", "a single number as input", "an input", "a numeric value from a number box",
    "an input number from the user", "one numeric input", "an incoming number", "the number in a number box",
    *(f"a number {entered}" for entered in ENTERED),
)
TAKEN_FLOATS = (
    "a float as input", "a floating-point number as input", "a float", "a floating-point number",
    "a floating point number as input", "a decimal number as input", "an input float", "a float input",
)
BUTTON_WHENS = (
    "when a button is clicked", "when a bang is clicked", "when I press a button", "on a bang",
    "each time a button is pressed", "when a bang button is hit", "after a click on a button",
    "whenever a bang is clicked", "at the press of a button", "when the user clicks a bang", "upon a button click",
    "when the user presses a button", "whenever a button is pressed", "on every click of a button", "at the click of a button",
    "once a button is pressed", "as soon as a button is clicked", "in response to a bang",
)
SEPARATE_WHENS = (
    "when a button is clicked", "with a button that triggers the calculation",
    "only when a button is pressed", "with a separate button that triggers the calculation",
    "when I click a button", "when a separate button is clicked", "as soon as a bang is clicked",
    "but only when a bang is clicked", "triggered by a button", "only after a button has been clicked",
    "when the user presses a button", "not before a button is clicked", "once a button is pressed", "on a button click",
    "whenever a button is pressed", "but only on the click of a button", "at the press of a button",
)
LOAD_WHENS = (
    "at load", "when the patch opens", "on startup", "when the patch is loaded", "at start",
    "automatically when the patch opens", "as soon as the patch is loaded", "on load", "with a loadbang",
)


@dataclass(frozen=True)
class Input:
    """The source of the number in a sketch, with words for it."""

    box: Handle
    feeds: tuple[Feed, ...]
    given: tuple[float, ...]
    """The numbers that go in, in order."""
    nouns: tuple[str, ...]
    """What the number is called inside a sentence."""
    taken: tuple[str, ...] = ()
    """What a patch takes: "a number as input"."""
    whens: tuple[str, ...] = ("",)
    pronoun: str = "it"


def weighted(draw: Draw, table: Sequence[tuple[Choice, float]]) -> Choice:
    """One of the choices, by the weights beside them."""
    return draw.random.choices([row[0] for row in table], [row[1] for row in table])[0]


def tried(draw: Draw, task: Task, count: int) -> tuple[float, ...]:
    """Numbers the task can take."""
    first = task.steps[0].operation
    found: list[float] = []
    for _ in range(200):
        x = draw.number(first.low, first.high, first.step)
        try:
            task.value(x)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        found.append(x)
        if len(found) == count:
            return tuple(found)
    raise ValueError("no number suits the task")


def number_box(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A number box the user changes."""
    given = tried(draw, task, 2)
    box = sketch.add("number")
    feeds = tuple(Feed(10 + 20 * i, box, draw.text(x)) for i, x in enumerate(given))
    if task.is_float:
        return Input(box, feeds, given, FLOATS, TAKEN_FLOATS)
    return Input(box, feeds, given, NUMBERS, TAKEN_NUMBERS)


def message_box(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A message box that holds the number."""
    (x,) = tried(draw, task, 1)
    text = draw.text(x)
    box = sketch.add(f"msg {text}")
    nouns = (text, f"the number {text}", f"{text}", f"the value {text}", f"{text} from a message box",
             f"the number {text} in a message box", f"a message box with {text}")
    taken = (f"the number {text}", f"a message with the number {text}", f"{text} from a message box",
             f"the number {text} from a message box", f"a message box containing {text}")
    return Input(box, (Feed(10, box, "bang"),), (x,), nouns, taken)


def slider(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A slider with a range, or 0 to 127 where none is said."""
    first = task.steps[0].operation
    wide = (10, 20, 50, 100, 127, 255, 1000) if first.high >= 200 else (10, 20, 50, 100, 127)
    high = draw.one(wide if first.high > 12 else (1, 2, 5, 10))
    low = 0 if first.low >= 0 or draw.chance(0.4) else -high
    kind, word = draw.one((("hsl", "slider"), ("hsl", "slider"), ("hsl", "horizontal slider"),
                           ("vsl", "vertical slider")))
    said: Words = f" from {low} to {high}", f" with a range of {low} to {high}", f" ({low} to {high})"
    if draw.chance(0.3):
        low, high, said = 0, 127, ("",)
    box = sketch.add(f"{kind} {low} {high}")
    x = tried_between(draw, task, low, high)
    nouns = tuple(noun + draw.one(said) for noun in (
        f"the value of a {word}", f"a {word}", f"the position of a {word}", f"a {word} value", f"a {word}"))
    return Input(box, (Feed(10, box, draw.text(x)),), (x,), nouns, nouns)


def tried_between(draw: Draw, task: Task, low: float, high: float) -> float:
    """A number in the range of a slider that the task can take."""
    for _ in range(300):
        x = draw.number(low, high, 0.1 if high <= 10 else 1)
        try:
            task.value(x)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        return x
    raise ValueError("no slider suits the task")


def button_beside(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A number box that waits for a button."""
    (x,) = tried(draw, task, 1)
    number = sketch.add("number")
    button = sketch.add("bng")
    box = sketch.add("f", button, sketch.into(1, number))
    feeds = (Feed(10, number, draw.text(x)), Feed(30, button, "bang"))
    if task.is_float:
        return Input(box, feeds, (x,), FLOATS, TAKEN_FLOATS, SEPARATE_WHENS)
    return Input(box, feeds, (x,), NUMBERS, TAKEN_NUMBERS, SEPARATE_WHENS)


def constant_on_bang(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A fixed number, sent by a button."""
    (x,) = tried(draw, task, 1)
    text = draw.text(x)
    button = sketch.add("bng")
    box = sketch.add(f"msg {text}", button)
    nouns = text, f"the number {text}", text, f"the value {text}"
    taken = f"the number {text}", f"the fixed value {text}"
    return Input(box, (Feed(10, button, "bang"),), (x,), nouns, taken, BUTTON_WHENS)


def constant_at_load(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A fixed number, sent when the patch opens."""
    (x,) = tried(draw, task, 1)
    text = draw.text(x)
    box = sketch.add(f"msg {text}", sketch.add("loadbang"))
    nouns = text, f"the number {text}", text, f"the value {text}"
    return Input(box, (), (x,), nouns, (f"the number {text}", f"the fixed value {text}"), LOAD_WHENS)


def negative_message(draw: Draw, task: Task, sketch: Sketch) -> Input:
    """A message box with a negative number, where the request leaves the number open."""
    task.value(-5)
    box = sketch.add("msg -5")
    nouns = ("a negative number", "a given negative number", "a negative number in a message box")
    return Input(box, (Feed(10, box, "bang"),), (-5,), nouns, nouns)


INPUTS: tuple[tuple[Callable[[Draw, Task, Sketch], Input], float], ...] = (
    (number_box, 5), (message_box, 2), (negative_message, 0.3), (slider, 1.5), (button_beside, 1.5), (constant_on_bang, 1),
    (constant_at_load, 0.7),
)

SAYS_FLOAT = (number_box, button_beside)
"""The inputs that may be called a float."""


HELD_OUT = frozenset(
    (
        "number|abs < 1|expr fmod($f1, 7) < 2|number < 3",
        "bng|t b b < 1|msg 10 < 2|msg 20 < 2.1|+ < 3 4>1|print < 5",
    )
)
"""Patches that a prompt of the benchmark settles to the last number: bodies and sources."""


def is_held_out(sketch: Sketch) -> bool:
    """Whether the benchmark asks for just this patch."""
    return "|".join(line.split(" ", 1)[1] for line in sketch.lines) in HELD_OUT


@dataclass(frozen=True)
class Output:
    """Where the result goes, with words for it."""

    has_display: bool
    has_print: bool
    ends: tuple[str, ...]
    """Verb phrases after "and"; the empty one where nothing need be said."""
    heads: tuple[str, ...]
    """Verb phrases that take the result's noun: "~display {r}"."""
    tails: tuple[str, ...]
    """Short ends of free speech."""
    passives: tuple[str, ...] = ("the result is displayed",)
    """What follows "so that"."""
    wishes: tuple[str, ...] = ("show it",)
    """What the patch should do with the result, after "it should"."""

    def add(self, sketch: Sketch, result: Handle, values: tuple[float, ...]) -> tuple[Holds, list[Handle]]:
        """The boxes of the output, the check, and the boxes to watch."""
        checks: list[Holds] = []
        watch: list[Handle] = []
        if self.has_display:
            box = sketch.add("number", result)
            watch.append(box)
            checks.append(emits(box, values))
        if self.has_print:
            sketch.add("print", result)
            checks.append(prints_all(values))
        return all_of(*checks), watch


DISPLAY = Output(
    True, False,
    ("", "~display the result", "~show the result", "~output the result", "~show the result in a number box",
     "~display it", "~display the result in a number box", "~send the result to a number box",
     "~show it", "~output it", "~display the output", "~put the result in a number box", "~show the result in another number box",
     "~display the result in a second number box", "~send it to another number box", "~present the result in a number box",
     "~let the result appear in a number box", "~return the result"),
    ("~display {r}", "~show {r}", "~output {r}", "~show {r} in a number box", "~give me {r}", "~return {r}",
     "~display {r} in a number box", "~give {r}", "~show {r} in another number box", "~display {r} in a second number box",
     "~tell me {r}", "~send {r} to a number box", "~present {r}", "~put {r} into a number box", "~return {r} in a number box"),
    ("", "", "show the result", "result in a number box", "and show it in a number box", "display the result"),
    ("the result is displayed", "the result is shown in a number box", "the result appears in another number box", "I can read the result in a number box",
     "the result can be seen", "a second number box shows the result", "the result ends up in a number box"),
    ("show it in a number box", "display it", "show me the result", "show the answer in a number box", "show it"),
)
PRINT = Output(
    False, True,
    ("~print the result", "~print it", "~print the result to the console", "~print it to the console",
     "~print the result to the Pd console", "~post the result to the console", "~print the output",
     "~print the result in the Pd window", "~show the result in the console", "~write the result to the console",
     "~send the result to the console", "~log the result to the console", "~send it to a print object"),
    ("~print {r}", "~print {r} to the console", "~post {r} to the console", "~print {r} in the Pd window",
     "~write {r} to the console", "~show {r} in the console", "~print out {r}", "~log {r} to the console", "~send {r} to the console",
     "~print {r} to the Pd console"),
    ("print it", "print the result", "and print it to the console", "printed to the console",
     "with the result printed", "post it to the console"),
    ("the result is printed", "the result is printed to the console", "the result appears in the console", "I can read the result in the console",
     "the result is written to the Pd window", "the console shows the result"),
    ("print it", "print the result", "post it to the console", "print the answer to the console", "write it to the console"),
)
BOTH = Output(
    True, True,
    ("both ~display and ~print the result", "~show the result in a number box and ~print it",
     "~display the result and ~print it to the console", "~print the result and also ~show it in a number box",
     "~display and ~print the result", "~print the result and ~display it in a number box"),
    ("~display and ~print {r}", "~show {r} in a number box and also ~print it", "both ~print and ~display {r}"),
    ("show it in a number box and print it", "display and print it", "number box and print for the result"),
    ("the result is both displayed and printed", "the result is shown in a number box and printed to the console"),
    ("show it in a number box and print it as well", "display it and print it"),
)
OUTPUTS: tuple[tuple[Output, float], ...] = ((DISPLAY, 6), (PRINT, 3), (BOTH, 1))
