"""Skills: counters, running totals, trackers of the largest and smallest, averages, differences."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import emits, prints_all
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.sketch import Handle, Sketch

CLICKS = ("clicks on a button", "bangs", "button clicks", "the clicks of a button", "the bangs of a button",
          "how often a button is clicked", "how many times a bang is clicked")


def counter(draw: Draw) -> Example:
    """Counts clicks, by one or by a step, perhaps with a reset."""
    by = draw.one((1, 1, 1, 1, draw.integer(2, 20)))
    has_reset = draw.chance(0.4)
    p = Sketch()
    button = p.add('bng "count"' if has_reset else "bng")
    reset = p.add('bng "reset"') if has_reset else None
    zero = p.add("msg 0", reset) if reset else None
    stored = p.add("f 0", button, p.into(1, zero)) if zero else p.add("f 0", button)
    plus = p.add(f"+ {by}", stored)
    p.connect(plus, stored, 1)
    prints = draw.chance(0.25)
    if prints:
        p.add("print", plus)
    shown = None if prints else p.add("number", plus, *([zero] if zero else []))
    again = ("", " and ~start again at 0 with a reset button", " with a reset button", ", with a second button that resets it to 0")
    slots = {
        "clicks": CLICKS, "by": spoken(draw, by), "reset": again[1:] if has_reset else "",
        "out": (" and ~print the count", " and ~print it", " and ~print the count to the console") if prints else
               ("", "", " and ~show the count", " and ~show it in a number box", " and ~display the count in a number box"),
        "step": f" in steps of {by}" if by > 1 else "",
    }
    clauses = (
        ("~count {clicks}{step}{out}{reset}", "~count up by one {on_click}{out}{reset}", "~increase a counter by 1 {on_click}{out}{reset}",
         "~count every click on a button{out}{reset}", "~increment a number {on_click}{out}{reset}", "~work as a counter for {clicks}{out}{reset}")
        if by == 1 else
        ("~count up by {by} {on_click}{out}{reset}", "~increase a number by {by} {on_click}{out}{reset}",
         "~add {by} to a counter {on_click}{out}{reset}", "~count up in steps of {by} {on_click}{out}{reset}",
         "~have a counter that goes up by {by} {on_click}{out}{reset}")
    )
    end = ", printed" if prints else ""
    tail = " with reset" if has_reset else ""
    things = ("a counter{step} with a button" + tail + end, "a click counter{step}" + tail + end)
    asks = ("count button clicks{step}" + tail + end, "counter{step}, button to count" + tail + end)
    values = [by, 2 * by, 3 * by]
    feeds = clicks(button, button, button)
    if prints or shown is None:
        return Example(worded(draw, slots, clauses, things, asks), p.text(), prints_all(values), feeds)
    if reset:
        feeds += (Feed(90, reset, "bang"), Feed(110, button, "bang"))
        values += [0, by]
    return Example(worded(draw, slots, clauses, things, asks), p.text(), emits(shown, values), feeds, [shown], 0.15)


def cycle(draw: Draw) -> Example:
    """Counts round and round."""
    n = draw.integer(2, 16)
    from_one = draw.chance(0.3)
    p = Sketch()
    button = p.add("bng")
    stored = p.add("f 0", button)
    plus = p.add("+ 1", stored)
    wrapped = p.add(f"mod {n}", plus)
    p.connect(wrapped, stored, 1)
    slots, example = output_words(draw, p, plus if from_one else stored, [i % n + from_one for i in range(n + 1)])
    first, last = (1, n) if from_one else (0, n - 1)
    slots = {**slots, "first": str(first), "last": str(last), "n": spoken(draw, n),
             "again": ("and ~start again", "and ~begin again", "and ~start over", "in a loop", "and then ~go back to {first}", "over and over")}
    clauses = (
        "~count from {first} to {last} {again} {on_click}{out}", "~step from {first} to {last} {again}, one step {on_click}{out}",
        "~count from {first} to {last} with a button {again}{out}", "~cycle through the numbers {first} to {last} {on_click}{out}",
        "~have a cyclic counter from {first} to {last}, counting {on_click}{out}",
        "~count {on_click}, wrapping around after {last} to {first}{out}",
    )
    asks = ("loop counter {first} to {last}, button for next{tail}", "count {first} to {last} and repeat{tail}",
            "counter that wraps around after {last} back to {first}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a cyclic counter from {first} to {last} with a button{tail}",
                    "a loop counter, {first} to {last}{tail}"), asks), clicks(*[button] * (n + 1)))


def countdown(draw: Draw) -> Example:
    """Counts down to zero and stays there."""
    n = draw.integer(3, 20)
    p = Sketch()
    button = p.add("bng")
    stored = p.add(f"f {n}", button)
    p.connect(p.add("max 0", p.add("- 1", stored)), stored, 1)
    slots, example = output_words(draw, p, stored, [n, n - 1, n - 2])
    slots = {**slots, "n": spoken(draw, n)}
    clauses = (
        "~count down from {n} to 0 {on_click}{out}", "~count backwards from {n} to zero, one step {on_click}{out}",
        "~decrease a counter from {n} to 0 with a button{out}", "~count down from {n} with every click on a button and ~stop at 0{out}",
        "~start at {n} and ~go down by one {on_click} until 0{out}", "~step down from {n} to 0 {on_click}{out}",
    )
    asks = ("countdown from {n}, button for each step{tail}", "count down {n} to 0 on clicks{tail}")
    return finished(example, worded(draw, slots, clauses, ("a countdown from {n} with a button{tail}", "a counter that goes down from {n} to 0{tail}"), asks),
                    clicks(button, button, button))


def up_down(draw: Draw) -> Example:
    """Two buttons change a number up and down."""
    by = draw.one((1, 1, 1, 5, 10, draw.integer(2, 12)))
    p = Sketch()
    up, down = p.add('bng "up"'), p.add('bng "down"')
    plus = p.add("+ 0", p.add(f"msg {by}", up), p.add(f"msg -{by}", down))
    stored = p.add("f", plus)
    p.connect(stored, plus, 1)
    shown = p.add("number", stored)
    slots = {"by": spoken(draw, by), "out": ("", " and ~show it in a number box", " and ~display it"),
             "two": ("two buttons", "two bangs", "an up button and a down button", "a button for up and a button for down")}
    clauses: tuple[str, ...] = (
        "~increase and ~decrease a number by {by} with {two}{out}", "~count up and down by {by} with {two}{out}",
        "~use {two} to change a number by {by}{out}", "~change a number up or down in steps of {by} with {two}{out}",
        "~add or ~subtract {by} with {two}{out}", "~raise and ~lower a value by {by} using {two}{out}",
    )
    if by == 1:
        clauses += ("~count up and down with {two}{out}", "~increment and ~decrement a number with {two}{out}",
                    "~have an up and a down button for a counter{out}")
    asks = ("up and down counter, step {by}, {two}", "{two} for plus {by} and minus {by}")
    return Example(worded(draw, slots, clauses, ("an up/down counter with {two}, steps of {by}",), asks), p.text(),
                   emits(shown, [by, 2 * by, by]), clicks(up, up, down), [shown], 0.1)


TOTALS = {
    "sum": ("+", "0", [3, 10, 12], ("a running total of incoming numbers", "the running sum of incoming numbers", "the sum of all numbers entered",
            "the total of all numbers so far", "an accumulated sum"), ("~add up all incoming numbers", "~accumulate incoming numbers",
            "~add every new number to a total", "~sum up all numbers entered", "~add each incoming number to a running total")),
    "product": ("*", "1", [3, 21, 42], ("the running product of incoming numbers", "the product of all numbers entered"),
                ("~multiply all incoming numbers together", "~multiply every new number with the product so far")),
    "max": ("max", "-1e+06", [3, 7, 7], ("the largest number so far", "the maximum of all numbers entered", "the highest value received so far",
            "the biggest number seen so far"), ("~keep track of the largest number", "~remember the highest number entered", "~track the maximum of incoming numbers",
            "~hold the maximum value received")),
    "min": ("min", "1e+06", [3, 3, 2], ("the smallest number so far", "the minimum of all numbers entered", "the lowest value received so far"),
            ("~keep track of the smallest number", "~remember the lowest number entered", "~track the minimum of incoming numbers")),
}


def running(draw: Draw) -> Example:
    """The total, product, maximum or minimum of all numbers so far."""
    name = draw.one(("sum", "sum", "product", "max", "max", "min"))
    body, start, values, nouns, verbs = TOTALS[name]
    p = Sketch()
    has_reset = draw.chance(0.35)
    box = p.add("number")
    reset = p.add('bng "reset"') if has_reset else None
    first = p.add(f"msg {start}", reset) if reset else None
    combined = p.add(f"{body} {start}", box, p.into(1, first)) if first else p.add(f"{body} {start}", box)
    stored = p.add("f", combined)
    p.connect(stored, combined, 1)
    slots, example = output_words(draw, p, stored, [float(value) for value in values] + ([2.0] if reset else []))
    slots = {**slots, "what": nouns, "do": verbs,
             "reset": (" with a reset button", ", with a button to reset it", " and ~start over when a reset button is clicked") if has_reset else ""}
    clauses = (
        "~calculate {what}{reset}{out}", "{do}{reset}{out}", "~keep {what}{reset}{out}", "~compute {what}{reset}{out}",
        "{do}{reset}{out}", "~take numbers from a number box and {do}{reset}{out}", "~output {what}{reset}{out}",
    )
    asks = ("{what}{reset}{tail}", "{do}{reset}{tail}")
    feeds = fed(box, 3, 7, 2)
    if reset:
        feeds += (Feed(90, reset, "bang"), Feed(110, box, "2"))
    return finished(example, worded(draw, slots, clauses, ("{what}{reset}{tail}",), asks), feeds)


def running_mean(p: Sketch, box: Handle) -> Handle:
    """The sum of all numbers so far, divided by how many there were."""
    order = p.add("t f b", box)
    count = p.add("f 0", p.out(order, 1))
    plus = p.add("+ 1", count)
    p.connect(plus, count, 1)
    total = p.add("+ 0", order)
    stored = p.add("f", total)
    p.connect(stored, total, 1)
    return p.add("/", stored, p.into(1, plus))


def average_so_far(draw: Draw) -> Example:
    """The mean of all numbers so far."""
    p = Sketch()
    box = p.add("number")
    result = running_mean(p, box)
    slots, example = output_words(draw, p, result, [4, 6, 8])
    slots = {**slots, "what": ("the average of all numbers so far", "the running average of incoming numbers", "the mean of all numbers entered",
             "the average of all incoming numbers", "a running mean")}
    clauses = (
        "~calculate {what}{out}", "~compute {what}{out}", "~keep {what}{out}", "~take numbers from a number box and ~work out {what}{out}",
        "~output {what}{out}", "~update {what} with every new number{out}",
    )
    return finished(example, worded(draw, slots, clauses, ("{what}{tail}",), ("{what}{tail}", "i need {what}{tail}")), fed(box, 4, 8, 12))


def change_since(draw: Draw) -> Example:
    """The difference to (or the mean with) the previous number."""
    is_mean = draw.chance(0.3)
    p = Sketch()
    box = p.add("number")
    order = p.add("t f f b", box)
    previous = p.add("f", p.out(order, 2), p.into(1, order))
    body = "expr ($f1 + $f2) / 2" if is_mean else "-"
    result = p.add(body, p.out(order, 1), p.into(1, previous))
    values = [2, 7, 10] if is_mean else [4, 6, 0]
    slots, example = output_words(draw, p, result, [float(v) for v in values])
    what = ("the average of the current and the previous number", "the mean of the last two numbers") if is_mean else (
        "the difference between a number and the previous one", "the change from one number to the next",
        "the difference between the current and the last number", "how much a number has changed since the last one")
    slots = {**slots, "what": what}
    clauses = ("~calculate {what}{out}", "~compute {what}{out}", "~find {what}{out}", "~output {what}{out}",
               "~take numbers from a number box and ~work out {what}{out}", "~measure {what}{out}")
    return finished(example, worded(draw, slots, clauses, ("{what}{tail}",), ("{what}{tail}", "get {what}{tail}")), fed(box, 4, 10, 10))


def count_above(draw: Draw) -> Example:
    """Counts how often a number passes a limit."""
    n = draw.integer(1, 120)
    p = Sketch()
    box = p.add("number")
    stored = p.add("f 0", p.add("sel 1", p.add(f"> {n}", box)))
    plus = p.add("+ 1", stored)
    p.connect(plus, stored, 1)
    slots, example = output_words(draw, p, plus, [1, 2])
    slots = {**slots, "n": str(n), "above": ("above", "greater than", "larger than", "over", "higher than"), "many": ("how many numbers are {above} {n}",
             "the numbers {above} {n}", "how often {a_number} is {above} {n}", "the values {above} {n}")}
    clauses = ("~count {many}{out}", "~keep count of {many}{out}", "~count only numbers {above} {n}{out}", "~take numbers and ~count {many}{out}",
               "~increase a counter each time {a_number} is {above} {n}{out}", "~tally {many}{out}")
    return finished(example, worded(draw, slots, clauses, ("a counter for numbers {above} {n}{tail}",), ("count {many}{tail}", "counter for {many}{tail}")),
                    fed(box, n + 1, n, n + 5))


SKILLS: dict[str, Skill] = {
    "counter": counter,
    "cyclic-counter": cycle,
    "countdown": countdown,
    "up-down-counter": up_down,
    "running-total": running,
    "average-so-far": average_so_far,
    "change-since-last": change_since,
    "count-above": count_above,
}
