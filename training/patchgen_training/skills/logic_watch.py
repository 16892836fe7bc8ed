"""Numbers to watch, questions about them, and what is done when the answer is yes: boxes with their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Holds
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.expect_time import crossings, loud_at, quiet_at
from patchgen_training.skills.sketch import Handle, Sketch


@dataclass(frozen=True, slots=True)
class Value:
    """A control that gives a number."""

    box: Handle
    words: tuple[str, ...]
    low: int
    high: int
    is_typed: bool
    """Whether any number may come, not only those of a slider."""


TYPED = ("a number", "a number", "the number in a number box", "an incoming number", "the input", "a number i type in", "the value of a number box",
         "a number box", "a number I enter", "the number", "an input value", "my number")  # fmt: skip
SLID = ("a slider", "a slider", "the slider", "the value of a slider", "a slider value", "a fader", "the slider position")
RANGES = ((0, 100), (0, 10), (1, 100), (0, 1000), (0, 50), (0, 255), (20, 200), (-50, 50), (0, 20), (-100, 100))


def value(draw: Draw, p: Sketch) -> Value:
    """A number box most often, or a slider with or without a range."""
    kind = draw.one(("number", "number", "number", "slider", "slider", "ranged", "vertical"))
    if kind == "number":
        return Value(p.add("number"), TYPED, 0, 127 if draw.chance(0.8) else 1000, True)
    if kind == "slider":
        return Value(p.add("hsl 0 127"), SLID, 0, 127, False)
    if kind == "vertical":
        return Value(p.add("vsl 0 127"), ("a vertical slider", "the value of a vertical slider", "a vertical fader"), 0, 127, False)
    low, high = draw.one(RANGES)
    words = (f"a slider from {low} to {high}", f"a slider with the range {low} to {high}", f"a slider between {low} and {high}",
             f"a slider ({low} to {high})", f"a fader from {low} to {high}")  # fmt: skip
    return Value(p.add(f"hsl {low} {high}"), words, low, high, False)


@dataclass(frozen=True, slots=True)
class Question:
    """A test that gives 1 or 0."""

    box: Handle
    words: tuple[str, ...]
    """What follows "is": "greater than 5"."""
    yes: tuple[int, int]
    no: tuple[int, int]
    becomes: str = "gets"
    """`goes above 5`, `becomes even`."""


ABOVE = ("greater than {n}", "larger than {n}", "above {n}", "bigger than {n}", "higher than {n}", "over {n}", "more than {n}", "> {n}", "past {n}", "beyond {n}", "exceeding {n}", "greater than the value {n}", "larger than the number {n}", "higher than the threshold {n}", "above the threshold of {n}", "above a limit of {n}")
BELOW = ("less than {n}", "smaller than {n}", "below {n}", "lower than {n}", "under {n}", "< {n}", "beneath {n}", "less than the value {n}", "smaller than the number {n}", "lower than the threshold {n}", "below the threshold of {n}", "below a limit of {n}")
LIMITS: dict[str, tuple[tuple[str, ...], Callable[[int, int], tuple[tuple[int, int], tuple[int, int]]]]] = {
    ">": (ABOVE, lambda n, d: ((n + d, n + 1), (n, n - d))),
    "<": (BELOW, lambda n, d: ((n - d, n - 1), (n, n + d))),
    ">=": (("at least {n}", "{n} or more", "{n} or higher", "greater than or equal to {n}", "not below {n}", "equal to or greater than {n}", "no less than {n}", ">= {n}", "not less than {n}", "{n} or greater", "{n} or above"), lambda n, d: ((n, n + d), (n - 1, n - d))),
    "<=": (("at most {n}", "{n} or less", "less than or equal to {n}", "{n} or lower", "not above {n}", "equal to or less than {n}", "no more than {n}", "<= {n}", "not greater than {n}", "{n} or smaller", "{n} or below"), lambda n, d: ((n, n - d), (n + 1, n + d))),
    "==": (("exactly {n}", "equal to {n}", "{n}", "the same as {n}", "the number {n}", "identical to {n}"), lambda n, d: ((n, n), (n + 1, n - d))),
    "!=": (("not {n}", "not equal to {n}", "different from {n}", "anything but {n}", "any number other than {n}", "unequal to {n}"), lambda n, d: ((n + 1, n - d), (n, n))),
}  # fmt: skip


def threshold(draw: Draw, p: Sketch, x: Value, signs: tuple[str, ...] = (">", ">", ">", "<", "<", ">=", "<=", "==", "!=")) -> Question:
    """Compares with a constant."""
    margin = max(2, (x.high - x.low) // 5)
    n = draw.integer(x.low + margin, x.high - margin)
    if x.high == 127 and draw.chance(0.2):
        n = draw.one((64, 100, 60, 50, 80))
    sign = draw.one(signs)
    words, samples = LIMITS[sign]
    yes, no = samples(n, draw.integer(2, margin) if margin > 2 else 2)
    return Question(p.add(f"{sign} {n}", x.box), tuple(word.replace("{n}", str(n)) for word in words), yes, no, "is" if "=" in sign else "goes")


def ranged(draw: Draw, p: Sketch, x: Value) -> Question:
    """Inside or outside two limits."""
    span = x.high - x.low
    a = x.low + draw.integer(2, max(2, span // 3))
    b = a + draw.integer(3, max(3, span // 3))
    if draw.chance(0.7):
        words: tuple[str, ...] = (f"between {a} and {b}", f"in the range {a} to {b}", f"within {a} and {b}", f"from {a} to {b}", f"inside {a}-{b}", f"between {a} and {b} inclusive", f"inside the range from {a} to {b}", f"within the limits {a} and {b}",
                                  f"at least {a} and at most {b}", f"in the interval from {a} to {b}", f"no less than {a} and no more than {b}", f"within the range {a} to {b}", f"anywhere between {a} and {b}")
        return Question(p.add(f"expr $f1 >= {a} && $f1 <= {b}", x.box), words, (a, b), (a - 1, b + 1), "is")
    words = (f"outside {a} to {b}", f"not between {a} and {b}", f"out of the range {a} to {b}", f"below {a} or above {b}", f"outside the range from {a} to {b}", f"not in the range {a} to {b}", f"less than {a} or greater than {b}", f"smaller than {a} or larger than {b}",
             f"outside of {a} and {b}", f"outside the limits {a} and {b}", f"not within {a} and {b}")
    return Question(p.add(f"expr $f1 \\< {a} || $f1 > {b}", x.box), words, (a - 1, b + 1), (a, b), "is")


def kind_of_number(draw: Draw, p: Sketch, x: Value) -> Question:
    """Even, odd, a multiple, negative."""
    kind = draw.one(("even", "odd", "multiple", "negative", "positive", "zero"))
    if kind == "even":
        return Question(p.add("== 0", p.add("mod 2", x.box)), ("even", "even", "an even number", "divisible by two", "divisible by 2", "a multiple of two", "even and not odd"), (4, 10), (7, 3), "is")
    if kind == "odd":
        return Question(p.add("mod 2", x.box), ("odd", "odd", "an odd number", "not even", "not divisible by 2", "odd and not even", "not divisible by two"), (7, 9), (4, 2), "is")
    if kind == "negative":
        return Question(p.add("< 0", x.box), ("negative", "below zero", "less than zero", "a negative number"), (-4, -1), (3, 0), "is")
    if kind == "positive":
        return Question(p.add("> 0", x.box), ("positive", "above zero", "greater than zero", "a positive number"), (4, 1), (-3, 0), "is")
    if kind == "zero":
        return Question(p.add("== 0", x.box), ("zero", "0", "equal to zero"), (0, 0), (3, 1), "is")
    n = draw.integer(3, 12)
    words = (f"a multiple of {n}", f"divisible by {n}", f"evenly divisible by {n}")
    return Question(p.add("== 0", p.add(f"mod {n}", x.box)), words, (n, 3 * n), (n + 1, 2 * n - 1), "is")


def question(draw: Draw, p: Sketch, x: Value) -> Question:
    """Any test that fits the number."""
    if x.is_typed and draw.chance(0.2):
        return kind_of_number(draw, p, x)
    return ranged(draw, p, x) if draw.chance(0.25) else threshold(draw, p, x)


def bang_on_yes(p: Sketch, x: Value, test: Question) -> Handle:
    """The box that bangs on a yes: for one certain number [sel] alone does it."""
    found = re.fullmatch(rf"{test.box} == (\S+) < {x.box}", p.lines[-1])
    if not found:
        return p.add("sel 1", test.box)
    p.lines.pop()
    p.count -= 1
    return p.add(f"sel {found[1]}", x.box)


@dataclass(frozen=True, slots=True)
class Deed:
    """What happens on a yes, with its verbs and its check."""

    verbs: tuple[str, ...]
    holds: Callable[[int], Holds]
    """Given how many yes came."""
    watch: list[Handle] = field(default_factory=list)
    noun: tuple[str, ...] = ()
    """"a bang": for noun phrases."""


ALARMS = ("warning", "alarm", "yes", "hit", "too high", "hello", "now", "found", "go", "careful", "too much", "bingo", "limit", "stop", "attention", "match", "ok", "red", "hot",
          "done", "open", "danger", "peak", "clip", "ready", "watch out", "jackpot", "on target")  # fmt: skip


def bang(draw: Draw, p: Sketch, source: Handle) -> Deed:
    """A button flashes."""
    flash = p.add("bng", source)
    return Deed(("~send a bang", "~trigger a bang", "~flash a button", "~bang", "~output a bang", "~light a bang", "~fire a bang", "~blink a button", "~give me a bang"),
                lambda count: bangs(flash, count), [flash], ("a bang", "a flashing button"))  # fmt: skip


def word(draw: Draw, p: Sketch, source: Handle) -> Deed:
    """A word in the console."""
    text = draw.one(ALARMS)
    p.add("print", p.add(f"msg {text}", source))
    said = draw.one((text, text, f'"{text}"', f"'{text}'"))
    verbs = (f"~print {said}", f"~print {said}", f"~print the word {said}" if " " not in text else f"~print the words {said}", f"~print {said} to the console", f"~write {said} to the console",
             f"~say {said} in the console", f"~post {said}", f"~show {said} in the Pd window", f"~print the message {said}")  # fmt: skip
    return Deed(verbs, lambda count: prints_all([text.split()] * count), [], (f"{said} printed", f"the word {said} in the console"))


def number(draw: Draw, p: Sketch, source: Handle) -> Deed:
    """A fixed number in a box."""
    n = draw.one((0, 1, 100, 127, 440, 60, draw.integer(2, 999)))
    shown = p.add("number", p.add(f"msg {n}", source))
    verbs = (f"~output {n}", f"~send the number {n}", f"~show {n} in a number box", f"~send {n} to a number box", f"~output the number {n}", f"~set a number box to {n}")
    return Deed(verbs, lambda count: emits(shown, [n] * count), [shown], (f"the number {n}",))


def flip(draw: Draw, p: Sketch, source: Handle) -> Deed:
    """A toggle changes its state."""
    toggle = p.add("tgl", source)
    verbs = ("~flip a toggle", "~change the state of a toggle", "~switch a toggle over", "~invert a toggle")
    return Deed(verbs, lambda count: emits(toggle, [(i + 1) % 2 for i in range(count)]), [toggle], ("a toggle that flips",))


def tally(draw: Draw, p: Sketch, source: Handle) -> Deed:
    """A counter goes up."""
    store = p.add("f 0", source)
    plus = p.add("+ 1", store)
    p.connect(plus, store, 1)
    shown = p.add("number", plus)
    verbs = ("~add one to a counter", "~count up by one", "~increase a counter", "~increment a counter and ~show it", "~raise a count by 1 in a number box")
    return Deed(verbs, lambda count: emits(shown, list(range(1, count + 1))), [shown], ("a counter going up",))


DEEDS: tuple[Callable[[Draw, Sketch, Handle], Deed], ...] = (bang, bang, bang, word, word, word, word, number, flip, tally)


def tone_words(draw: Draw) -> tuple[int, tuple[str, ...]]:
    """A sine of a frequency or the plain 440 Hz."""
    if draw.chance(0.35):
        return 440, ("a tone", "a sound", "a sine tone", "a sine wave", "an oscillator", "a test tone", "a beep tone")
    hertz = draw.one((110, 200, 220, 300, 330, 400, 440, 500, 523, 600, 660, 700, 880, 1000, 1000, 1200, draw.integer(100, 1500)))
    return hertz, (f"a {hertz} Hz tone", f"a tone of {hertz} Hz", f"a sine of {hertz} Hz", f"a {hertz} Hz sine", f"a {hertz}hz sine wave", f"a sine tone at {hertz} Hz", f"an oscillator at {hertz} Hz")


def gated(p: Sketch, hertz: int, gate: Handle, volume: bool) -> None:
    """A sine that sounds while the gate is 1."""
    tone = p.add("*~", p.add(f"osc~ {hertz}"), p.into(1, gate))
    loud(p, tone, volume)


def loud(p: Sketch, tone: Handle, volume: bool) -> None:
    """Volume and speakers."""
    last = p.add("*~", tone, p.into(1, p.add('hsl 0 1 "volume" init:0.3'))) if volume else p.add("*~ 0.2", tone)
    p.add("dac~", last, p.into(1, last))


def heard_while(hertz: int) -> Holds:
    """Silence until 100 ms, the tone until 300 ms, then silence."""
    return all_of(quiet_at(10, 95), loud_at(110, 290), crossings(hertz, 115, 290, 0.1), quiet_at(310, 390))
