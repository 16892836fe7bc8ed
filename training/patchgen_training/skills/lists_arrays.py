"""Skills: arrays from the control side: write, read, look up, fill, sum, size."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import emits
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.sketch import Sketch

NAMES = ("array1", "table1", "data", "values", "steps", "curve", "notes", "mytable", "wave", "numbers", "list1", "seq")
SIZES = (4, 8, 8, 10, 12, 16, 16, 20, 32, 64, 100)


def table(draw: Draw, p: Sketch, low: str = "0", high: str = "127", size: int = 0) -> tuple[str, int]:
    """Adds a graph; returns its name and size."""
    name, size = draw.one(NAMES), size or draw.one(SIZES)
    p.add(f"graph {name} {size} {low} {high}")
    return name, size


def named(draw: Draw, name: str, size: int) -> dict[str, tuple[str, ...]]:
    """Slots for an array whose size the request tells, and its name unless it is the plain one."""
    if name == "array1":
        return {"array": (f"an array with {size} elements", f"an array of size {size}", f"a table with {size} points",
                          f"an array of {size} values")}
    return {"array": (f"an array named {name} with {size} elements", f"an array called {name} of size {size}", f"a table named {name} with {size} points",
                      f"a table {name} of size {size}", f"the array {name} ({size} values)")}


def read_write(draw: Draw) -> Example:
    """Number boxes write into an array and read from it."""
    p = Sketch()
    name, size = table(draw, p)
    index, value, read = p.add('number "index"'), p.add('number "value"'), p.add('number "read"')
    p.add(f"tabwrite {name}", value, p.into(1, index))
    result = p.add("number", p.add(f"tabread {name}", read))
    slots = named(draw, name, size)
    clauses = ("~write numbers into {array} and ~read them back", "~store values in {array} by index and ~read them with another number box",
               "~have {array} with number boxes for writing an index and a value and for reading", "~save numbers at chosen positions of {array} and ~look them up again",
               "~write a value to an index of {array} and ~display the value at another index", "~use {array} to store numbers and ~recall them by index")
    feeds = (Feed(10, index, "2"), Feed(30, value, "55"), Feed(50, read, "2"))
    return Example(worded(draw, slots, clauses, ("{array} with number boxes to write and read values",), ("write and read {array}",)), p.text(),
                   emits(result, [55]), feeds, [result])


def write(draw: Draw) -> Example:
    """Number boxes for index and value write into an array."""
    p = Sketch()
    name, size = table(draw, p)
    index, value = p.add('number "index"'), p.add('number "value"')
    p.add(f"tabwrite {name}", value, p.into(1, index))
    spot, probe = draw.integer(0, size - 1), draw.integer(1, 127)
    slots = named(draw, name, size)
    clauses = ("~write numbers into {array}, with number boxes for index and value", "~store a value at a given index of {array}",
               "~put values into {array} by index", "~let me set the values of {array} with an index and a value", "~change single elements of {array} with two number boxes, index and value")
    return Example(worded(draw, slots, clauses, ("{array} to write into, with number boxes for index and value",), ("write a value into {array} by index",)), p.text(),
                   lambda seen: not any("error" in line for line in seen.console), (Feed(10, index, str(spot)), Feed(30, value, str(probe))))


def lookup(draw: Draw) -> Example:
    """Looks up a given table of numbers by index."""
    values = [draw.integer(0, 127) for _ in range(draw.integer(3, 8))]
    p = Sketch()
    name, size = table(draw, p, size=len(values))
    index = p.add("number")
    start = p.add("loadbang")
    p.add(f"msg ; {name} 0 " + " ".join(map(str, values)), start)
    spot = draw.integer(0, size - 1)
    slots, example = output_words(draw, p, p.add(f"tabread {name}", index), [float(values[spot])])
    listed = ", ".join(map(str, values))
    slots = {**slots, "list": (f"the values {listed}", f"the numbers {listed}", f"{listed}"), "name": name,
             "table": (f"a table named {name}", f"an array called {name}", f"the array {name}")}
    clauses = ("~look up a number in {table} that holds {list}, by index{out}", "~read from {table} with {list} by index{out}",
               "~fill {table} with {list} at load and ~read it by index{out}", "~use {table} with {list} as a lookup table for an index{out}",
               "~take an index and ~look it up in {table} with {list}{out}", "~store {list} in {table} when the patch opens and ~read values by index{out}")
    return finished(example, worded(draw, slots, clauses, ("a lookup table {name} with {list}, read by index{tail}",), ("lookup table {name} with {list}{tail}",)),
                    fed(index, spot))


FILLS = (
    ("sinesum {n} 1", ("a sine wave", "one cycle of a sine", "a sine"), "-1", "1"),
    ("cosinesum {n} 1", ("a cosine wave", "one cycle of a cosine", "a cosine"), "-1", "1"),
    ("sinesum {n} 1 0.5 0.25", ("a sum of three sines with amplitudes 1, 0.5 and 0.25", "three harmonics with amplitudes 1, 0.5 and 0.25"), "-1", "1"),
    ("const {v}", ("the constant {v}", "{v}", "the value {v}"), "0", "127"),
)


def fill(draw: Draw) -> Example:
    """A message fills an array with a wave or a constant."""
    message, words, low, high = draw.one(FILLS)
    power = draw.one((64, 128, 256, 512))
    value = draw.integer(1, 120)
    is_wave = "sum" in message
    p = Sketch()
    name = draw.one(NAMES)
    p.add(f"graph {name} {power + 3 if is_wave else draw.one(SIZES)} {low} {high}")
    at_load = draw.chance(0.4)
    start = p.add("loadbang" if at_load else "bng")
    text = message.replace("{n}", str(power)).replace("{v}", str(value))
    p.add(f"msg ; {name} {text}", start)
    slots = {"n": str(power), "v": str(value), "what": words, "name": name, "when": ("{at_load}",) if at_load else ("{on_click}",),
             "array": (f"an array named {name}", f"the array {name}", f"a table called {name}", f"a table {name}"),
             "size": (f" with {power} points", f" of {power} points", f" ({power} points)") if is_wave else ""}
    clauses = ("~fill {array} with {what}{size} {when}", "~put {what}{size} into {array} {when}", "~write {what}{size} into {array} {when}",
               "~set {array} to {what}{size} {when}", "~draw {what}{size} in {array} {when}")
    feeds = () if at_load else (Feed(10, start, "bang"),)
    return Example(worded(draw, slots, clauses, ("{array} filled with {what}{size} {when}",), ("fill {array} with {what}{size} {when}",)), p.text(),
                   lambda seen: not any("no such" in line or "error" in line for line in seen.console), feeds)


def until_fill(draw: Draw) -> Example:
    """A bounded loop fills an array with random numbers or a ramp."""
    p = Sketch()
    top = draw.one((10, 12, 24, 50, 100, 127, 128))
    name, size = table(draw, p, high=str(top))
    is_random = draw.chance(0.6)
    button = p.add("bng")
    start = p.add("t b b", button)
    loop = p.add("until", start)
    index = p.add("f 0", loop)
    zero = p.add("msg 0", p.out(start, 1))
    p.connect(zero, index, 1)
    plus = p.add("+ 1", index)
    p.connect(plus, index, 1)
    p.connect(p.add(f"sel {size}", plus), loop, 1)
    order = p.add("t b f" if is_random else "t f f", index)
    value = p.add(f"random {top}", order) if is_random else p.add(f"expr $f1 * {top} / {size}", order)
    p.add(f"tabwrite {name}", value, p.into(1, p.out(order, 1)))
    what = (f"random numbers below {top}", f"random values below {top}") if is_random else (f"a ramp from 0 to {top}", f"a rising line from 0 to {top}", f"a linear ramp up to {top}")
    slots = {**named(draw, name, size), "what": what}
    clauses = ("~fill {array} with {what} {on_click}", "~write {what} into {array} {on_click}", "~put {what} in {array} {on_click}",
               "~use a loop to fill {array} with {what} {on_click}", "~set all elements of {array} to {what} {on_click}")
    return Example(worded(draw, slots, clauses, ("{array} that is filled with {what} {on_click}",), ("fill {array} with {what}, button to start",)), p.text(),
                   lambda seen: len(seen.values(value - 1)) == size, (Feed(10, button, "bang"),), [value])


def measure(draw: Draw) -> Example:
    """The size, sum, largest or smallest value of an array."""
    values = [draw.integer(1, 99) for _ in range(draw.integer(3, 8))]
    body, wanted, words = draw.one((
        ("array size", len(values), ("the size", "the number of elements", "the length")), ("array sum", sum(values), ("the sum", "the total")),
        ("array max", max(values), ("the largest value", "the maximum")), ("array min", min(values), ("the smallest value", "the minimum"))))
    p = Sketch()
    name, _ = table(draw, p, size=len(values))
    p.add(f"msg ; {name} 0 " + " ".join(map(str, values)), p.add("loadbang"))
    button = p.add("bng")
    slots, example = output_words(draw, p, p.add(f"{body} {name}", button), [float(wanted)])
    listed = ", ".join(map(str, values))
    slots = {**slots, "array": (f"an array named {name} with the values {listed}", f"a table {name} holding {listed}", f"an array {name} that contains {listed}"), "what": words}
    clauses = ("~calculate {what} of {array} {on_click}{out}", "~get {what} of {array} {on_click}{out}", "~find {what} of {array} {on_click}{out}", "~determine {what} of {array} {on_click}{out}")
    return finished(example, worded(draw, slots, clauses, ("{what} of {array} {on_click}{tail}",), ("{what} of {array}, button to trigger{tail}",)), (Feed(150, button, "bang"),))


def step_through(draw: Draw) -> Example:
    """A button steps through the values of a table."""
    values = [draw.integer(0, 127) for _ in range(draw.integer(3, 8))]
    p = Sketch()
    name, size = table(draw, p, size=len(values))
    p.add(f"msg ; {name} 0 " + " ".join(map(str, values)), p.add("loadbang"))
    button = p.add("bng")
    index = p.add("f 0", button)
    p.connect(p.add(f"mod {size}", p.add("+ 1", index)), index, 1)
    slots, example = output_words(draw, p, p.add(f"tabread {name}", index), [float(v) for v in values[:3]])
    listed = ", ".join(map(str, values))
    slots = {**slots, "list": (f"the values {listed}", f"the numbers {listed}", f"{listed}"), "table": (f"a table named {name}", f"an array called {name}", f"the array {name}")}
    clauses = ("~step through {table} with {list}, one value {on_click}{out}", "~read {table} with {list} one after the other {on_click}{out}",
               "~play {list} from {table} in a loop, next value {on_click}{out}", "~cycle through {list} in {table} {on_click}{out}")
    feeds = tuple(Feed(100 + 20 * i, button, "bang") for i in range(3))
    return finished(example, worded(draw, slots, clauses, ("{table} with {list} that a button steps through{tail}",), ("next value of {list} on each click, stored in {table}{tail}",)), feeds)


SKILLS: dict[str, Skill] = {
    "array-read-write": read_write,
    "array-write": write,
    "array-lookup": lookup,
    "array-fill": fill,
    "array-loop-fill": until_fill,
    "array-measure": measure,
    "array-step-through": step_through,
}
