"""Skills: loops that end: counting out, repeating, tables of products, and bangs for equal numbers."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import bangs, prints, prints_all
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_tests import fed
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.sketch import Handle, Sketch


def looped(sketch: Sketch, start: Handle, count: int) -> Handle:
    """A counter that runs from 1 to `count` at once; returns the box that puts out the numbers."""
    order = sketch.add("t b b", start)
    loop = sketch.add("until", sketch.add(f"msg {count}", order))
    stored = sketch.add("f 0", loop, sketch.into(1, sketch.add("msg 0", sketch.out(order, 1))))
    plus = sketch.add("+ 1", stored)
    sketch.connect(plus, stored, 1)
    return plus


def count_out(draw: Draw) -> Example:
    """Prints all whole numbers up to one, or their products or squares."""
    n = draw.integer(3, 24)
    by = draw.integer(2, 12)
    rows: tuple[tuple[str, tuple[str, ...], Callable[[int], int]], ...] = (
        ("", ("the numbers 1 to {n}", "all numbers from 1 to {n}", "the whole numbers from 1 to {n}", "1 to {n}"), lambda x: x),
        ("", ("the numbers 1 to {n}", "all integers from 1 to {n}", "the numbers from 1 up to {n}"), lambda x: x),
        (f"* {by}", ("the first {n} multiples of {by}", "the multiplication table of {by} up to {n} times {by}"), lambda x: x * by),
        ("pow 2", ("the squares of the numbers 1 to {n}", "the first {n} square numbers"), lambda x: x * x),
    )
    body, what, function = draw.one(rows)
    p = Sketch()
    button = p.add("bng")
    numbers = looped(p, button, n)
    p.add("print", p.add(body, numbers) if body else numbers)
    slots = {"n": spoken(draw, n), "by": str(by), "what": what, "once": ("at once", "in a loop", "with a loop", "with until", "immediately one after the other")}
    clauses = ("~print {what} {once} {on_click}", "~use a loop to print {what} {on_click}", "~post {what} to the console {once} {on_click}",
               "~print {what} in a loop {on_click}", "~loop and ~print {what} {on_click}", "~write {what} to the console {once} {on_click}")
    asks = ("loop that prints {what}, button to start", "print {what} {once}, one click")
    return Example(worded(draw, slots, clauses, ("a loop that prints {what} {on_click}",), asks), p.text(),
                   prints_all([function(x) for x in range(1, n + 1)]), clicks(button))


def repeat(draw: Draw) -> Example:
    """Prints the same words several times."""
    n = draw.integer(2, 20)
    words = draw.one(("hello", "hello world", "tick", "again", "yes", "test", "loop", "la la la", "beep", "ping", "echo", "go"))
    p = Sketch()
    button = p.add("bng")
    p.add("print", p.add(f"msg {words}", p.add("until", p.add(f"msg {n}", button))))
    slots = {"n": spoken(draw, n), "text": (words, f'"{words}"'), "times": ("{n} times", "{n} times in a row", "{n} times at once")}
    clauses = ("~print {text} {times} {on_click}", "~post {text} to the console {times} {on_click}", "~repeat {text} {times} in the console {on_click}",
               "~write {text} {times} to the console {on_click}", "~use a loop to print {text} {times} {on_click}", "~send {text} {times} to the console {on_click}")
    return Example(worded(draw, slots, clauses, ("a loop that prints {text} {times} {on_click}",), ("{text} {times} in the console, one click", "print {text} {times} with one button")),
                   p.text(), prints_all([words.split()] * n), clicks(button))


def loop_total(draw: Draw) -> Example:
    """The sum of the whole numbers up to a given one."""
    p = Sketch()
    shape = draw.one(("number", "message"))
    n = draw.integer(3, 100)
    box = p.add("number" if shape == "number" else f"msg {n}")
    p.add("print", p.add("expr $f1 * ($f1 + 1) / 2", box))
    slots = {"n": ("a number n", "the number in a number box", "a number I enter") if shape == "number" else str(n), "it": ("it", "the result")}
    clauses = ("~calculate the sum of all numbers from 1 to {n} and {printed}", "~add up the whole numbers from 1 to {n} and {printed}", "~print the sum of the numbers 1 to {n}",
               "~compute 1 + 2 + 3 and so on up to {n} and {printed}", "~sum all integers from 1 to {n} and {printed}")
    feeds = fed(box, n) if shape == "number" else clicks(box)
    return Example(worded(draw, slots, clauses, (), ("sum of 1 to {n}, printed",)), p.text(), prints(n * (n + 1) / 2), feeds)


def bang_if(draw: Draw) -> Example:
    """A bang when two numbers compare."""
    body = draw.one(("==", "==", ">"))
    kind, two = draw.one((("number", ("two numbers", "two number boxes", "two inputs", "two input numbers")), ("hsl 0 10", ("two sliders from 0 to 10", "two sliders (0 to 10)")),
                          ("hsl 0 127", ("two sliders", "the values of two sliders"))))
    p = Sketch()
    first, second = p.add(f'{kind} "first"'), p.add(f'{kind} "second"')
    both = p.add("t b f", second)
    flash = p.add("bng", p.add("sel 1", p.add(body, first, both, p.into(1, p.out(both, 1)))))
    slots = {"two": two, "are": ("are equal", "are the same", "match", "have the same value"), "bang": ("~send a bang", "~trigger a bang", "~flash a bang", "~output a bang", "~bang"), "when": ("when", "whenever", "if", "each time")}
    if body == "==":
        clauses: tuple[str, ...] = ("{bang} {when} {two} {are}", "~compare {two} and {bang} {when} they {are}", "~take {two} and {bang} {when} they {are}", "~watch {two} and {bang} {when} they {are}")
        asks: tuple[str, ...] = ("bang {when} {two} {are}", "{two}: bang {when} they {are}")
    else:
        clauses = ("~take {two} and {bang} {when} the first is greater than the second", "~compare {two} and {bang} {when} the first one is larger", "{bang} {when} the first of {two} is bigger than the second",
                   "~watch {two} and {bang} {when} the first exceeds the second")
        asks = ("bang {when} the first of {two} is bigger", "{two}: bang {when} first > second")
    feeds = (Feed(10, second, "5"), Feed(30, first, "4"), Feed(50, first, "5" if body == "==" else "6"))
    return Example(worded(draw, slots, clauses, (), asks), p.text(), bangs(flash, 1), feeds, [flash])


SKILLS: dict[str, Skill] = {
    "count-out": count_out,
    "repeat": repeat,
    "sum-up-to": loop_total,
    "bang-if-two": bang_if,
}
