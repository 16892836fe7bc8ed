"""Skills: tests on numbers: thresholds, ranges, equality, even and odd, choices between values."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill, Wording
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.logic_words import Slots, worded
from patchgen_training.skills.math_sources import OUTPUTS, weighted
from patchgen_training.skills.plain_words import ended
from patchgen_training.skills.sketch import Handle, Sketch

ABOVE = ("greater than {n}", "larger than {n}", "above {n}", "bigger than {n}", "higher than {n}", "over {n}")
BELOW = ("less than {n}", "smaller than {n}", "below {n}", "lower than {n}", "under {n}")


def fed(box: Handle, *values: float) -> tuple[Feed, ...]:
    """Numbers sent to a box, 20 ms apart."""
    return tuple(Feed(10 + 20 * i, box, f"{value:g}") for i, value in enumerate(values))


def output_words(draw: Draw, sketch: Sketch, result: Handle, values: Sequence[float]) -> tuple[Slots, Example]:
    """Adds a display or a print; returns the words for it and an example without wordings."""
    output = weighted(draw, OUTPUTS)
    holds, watch = output.add(sketch, result, tuple(map(float, values)))
    ends = tuple(f" and {end}" if end else "" for end in output.ends)
    tails = tuple(f", {tail}" if tail else "" for tail in output.tails)
    slots = {"out": ends, "tail": tails}
    return slots, Example((), sketch.text(), holds, watch=watch, seconds=0.4)


def finished(example: Example, wordings: Sequence[Wording], feeds: tuple[Feed, ...]) -> Example:
    """The example with its words and feeds."""
    return Example(wordings, example.patch, example.holds, feeds, example.watch, example.seconds)


def compare_with(draw: Draw) -> Example:
    """1 or 0 for a comparison with a constant."""
    n = draw.integer(-20, 200)
    sign, words = draw.one(((">", ABOVE), ("<", BELOW), (">=", ("at least {n}", "greater than or equal to {n}", "{n} or more")),
                            ("<=", ("at most {n}", "less than or equal to {n}", "{n} or less")),
                            ("==", ("equal to {n}", "exactly {n}", "the same as {n}", "{n}")),
                            ("!=", ("different from {n}", "not equal to {n}", "not {n}"))))
    truth = {">": (1, 0, 0), "<": (0, 0, 1), ">=": (1, 1, 0), "<=": (0, 1, 1), "==": (0, 1, 0), "!=": (1, 0, 1)}
    p = Sketch()
    box = p.add("number")
    slots, example = output_words(draw, p, p.add(f"{sign} {n}", box), list(truth[sign]))
    slots = {**slots, "n": str(n), "test": words, "whether": ("whether", "if")}
    clauses = (
        "~check {whether} {a_number} is {test}{out}", "~test {whether} {a_number} is {test}{out}",
        "~compare {a_number} with {n}, giving 1 when it is {test} and 0 otherwise{out}",
        "~output 1 if {a_number} is {test} and 0 if not{out}", "~give 1 when {a_number} is {test}, else 0{out}",
        "~take a number and ~check {whether} it is {test}{out}", "~determine {whether} {a_number} is {test}{out}",
        "~read a number, ~test {whether} it is {test}{out}",
    )
    asks = ("is {a_number} {test}?{tail}", "1 if {a_number} is {test}, otherwise 0{tail}",
            "i need to know if {a_number} is {test}{tail}", "check if input is {test}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a test whether {a_number} is {test}{tail}",
                    "a comparison that tells if {a_number} is {test}{tail}"), asks), fed(box, n + 3, n, n - 3))


def bang_when(draw: Draw) -> Example:
    """A bang when a number passes a test."""
    n = draw.integer(1, 120)
    sign, words, values = draw.one(((">", ABOVE, (n + 4, n - 3, n + 1)), ("<", BELOW, (n - 4, n + 3, n - 1))))
    p = Sketch()
    kind = draw.one(("number", "number", "slider"))
    box = p.add("number" if kind == "number" else "hsl 0 127")
    flash = p.add("bng", p.add("sel 1", p.add(f"{sign} {n}", box)))
    x = {"number": ("a number", "the number in a number box", "the input", "an incoming number"),
         "slider": ("a slider", "the value of a slider", "a slider value")}[kind]
    slots = {"n": str(n), "test": words, "x": x,
             "bangs": ("~send a bang", "~trigger a bang", "~output a bang", "~flash a bang", "~bang", "~fire a bang"),
             "when": ("when", "whenever", "if", "each time")}
    clauses = (
        "{bangs} {when} {x} is {test}", "{bangs} {when} {x} gets {test}", "~watch {x} and {bangs} {when} it is {test}",
        "{bangs} only {when} {x} is {test}", "~check {x} and {bangs} {when} it is {test}",
        "{bangs} for values of {x} that are {test}", "{bangs} {when} {x} goes {test}",
    )
    things = ("a bang {when} {x} is {test}", "a threshold detector that bangs {when} {x} is {test}",
              "a trigger for {x} being {test}")
    asks = ("bang {when} {x} is {test}", "{when} {x} is {test} i want a bang", "give me a bang {when} {x} gets {test}")
    return Example(worded(draw, slots, clauses, things, asks), p.text(), bangs(flash, 2), fed(box, *values), [flash])


def split_at(draw: Draw) -> Example:
    """Numbers below a threshold go one way, the others another way."""
    n = draw.integer(2, 127)
    p = Sketch()
    box = p.add("number")
    parts = p.add(f"moses {n}", box)
    prints = draw.chance(0.3)
    kind = "print {}" if prints else "number"
    low = p.add(kind.format("below"), parts)
    high = p.add(kind.format("above"), p.out(parts, 1))
    outputs = ("two prints",) if prints else ("two number boxes", "two different number boxes", "two displays", "two outputs")
    slots = {"n": str(n), "two": outputs, "numbers": ("numbers", "incoming numbers", "the numbers from a number box", "input values")}
    clauses = (
        "~split {numbers} at {n} into {two}", "~separate {numbers} below {n} from those above it, with {two}",
        "~route {numbers} below {n} and from {n} upwards to {two}",
        "~send {numbers} under {n} one way and all others another way, to {two}",
        "~divide {numbers} into low and high ones with a threshold of {n}, shown in {two}" if not prints else
        "~divide {numbers} into low and high ones with a threshold of {n} and ~print both with {two}",
        "~use a split point of {n} to send {numbers} to {two}, below and above",
        "~sort {numbers} into below {n} and above, on {two}",
    )
    things = ("a splitter for {numbers} at {n} with {two}", "a threshold at {n} that sends low and high numbers to {two}")
    asks = ("numbers under {n} left, others right, {two}", "split numbers at {n} to {two}")
    values = (n - 1, n, n + 5)
    if prints:
        return Example(worded(draw, slots, clauses, things, asks), p.text(), prints_all(values), fed(box, *values))
    holds = all_of(emits(low, [n - 1]), emits(high, [n, n + 5]))
    return Example(worded(draw, slots, clauses, things, asks), p.text(), holds, fed(box, *values), [low, high])


def within(draw: Draw) -> Example:
    """1 where a number lies in a range, else 0."""
    low = draw.integer(0, 60)
    high = low + draw.integer(3, 80)
    p = Sketch()
    box = p.add("number")
    result = p.add(f"expr $f1 >= {low} && $f1 <= {high}", box)
    slots, example = output_words(draw, p, result, [0, 1, 1, 0])
    slots = {**slots, "range": (f"between {low} and {high}", f"within {low} and {high}", f"in the range {low} to {high}",
             f"in the range from {low} to {high}", f"inside the range {low}-{high}"), "whether": ("whether", "if")}
    clauses = (
        "~check {whether} {a_number} is {range}{out}", "~test {whether} {a_number} lies {range}{out}",
        "~output 1 if {a_number} is {range} and 0 if not{out}", "~give 1 when {a_number} is {range}, else 0{out}",
        "~take a number and ~check {whether} it is {range}{out}", "~determine {whether} {a_number} falls {range}{out}",
        "~tell {whether} {a_number} is {range}{out}",
    )
    asks = ("is {a_number} {range}?{tail}", "1 if {a_number} is {range}, otherwise 0{tail}", "check if the input is {range}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a range check: {a_number} {range} or not{tail}",), asks),
                    fed(box, low - 1, low, high, high + 1))


def only_between(draw: Draw) -> Example:
    """Lets only numbers of a range through."""
    low = draw.integer(0, 60)
    high = low + draw.integer(5, 80)
    p = Sketch()
    box = p.add("number")
    upper = p.add(f"moses {low}", box)
    result = p.add(f"moses {high + 1}", p.out(upper, 1))
    slots, example = output_words(draw, p, result, [low, high])
    slots = {**slots, "range": (f"between {low} and {high}", f"from {low} to {high}", f"in the range {low} to {high}"),
             "numbers": ("numbers", "incoming numbers", "values", "numbers from a number box")}
    clauses = (
        "~let only {numbers} {range} through{out}", "~pass {numbers} {range} and ~ignore all others{out}",
        "~block all {numbers} that are not {range}{out}", "~filter {numbers} so that only those {range} pass{out}",
        "~ignore {numbers} that are not {range}{out}", "~keep only {numbers} {range}{out}",
        "~take {numbers} and ~let only those {range} pass{out}",
    )
    asks = ("only let {numbers} {range} pass{tail}", "filter out everything not {range}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a number filter that passes only values {range}{tail}",), asks),
                    fed(box, low - 2, low, high, high + 1))


def even_odd(draw: Draw) -> Example:
    """1 for even (or odd) numbers, else 0."""
    is_even = draw.chance(0.5)
    word, other = ("even", "odd") if is_even else ("odd", "even")
    p = Sketch()
    box = p.add("number")
    result = p.add("mod 2", box)
    if is_even:
        result = p.add("== 0", result)
    slots, example = output_words(draw, p, result, [1, 0] if is_even else [0, 1])
    slots = {**slots, "word": word, "other": other, "whether": ("whether", "if")}
    clauses = (
        "~check {whether} {a_number} is {word}{out}", "~test {whether} {a_number} is {word}{out}",
        "~output 1 if {a_number} is {word} and 0 if it is {other}{out}", "~give 1 for {word} numbers and 0 for {other} ones{out}",
        "~take a number and ~check {whether} it is {word}{out}", "~determine {whether} {a_number} is {word}{out}",
        "~tell me {whether} {a_number} is {word}{out}",
    )
    asks = ("is {a_number} {word}?{tail}", "{word} number check{tail}", "1 if {word}, 0 if {other}{tail}")
    return finished(example, worded(draw, slots, clauses, ("an {word} number test{tail}",), asks),
                    fed(box, 6, 9))


def divisible(draw: Draw) -> Example:
    """1 where a number can be divided without remainder."""
    n = draw.integer(3, 16)
    p = Sketch()
    box = p.add("number")
    result = p.add("== 0", p.add(f"mod {n}", box))
    slots, example = output_words(draw, p, result, [1, 0])
    slots = {**slots, "n": str(n), "whether": ("whether", "if")}
    clauses = (
        "~check {whether} {a_number} is divisible by {n}{out}", "~test {whether} {a_number} is a multiple of {n}{out}",
        "~output 1 if {a_number} is divisible by {n} and 0 if not{out}", "~give 1 for multiples of {n} and 0 for other numbers{out}",
        "~determine {whether} {a_number} can be divided by {n} without remainder{out}",
        "~take a number and ~check {whether} it is a multiple of {n}{out}",
    )
    asks = ("is {a_number} divisible by {n}?{tail}", "multiple of {n} check{tail}")
    return finished(example, worded(draw, slots, clauses, ("a test for multiples of {n}{tail}",), asks), fed(box, n * 3, n * 3 + 1))


def if_else(draw: Draw) -> Example:
    """One value or another, by a test."""
    n, yes, no = draw.integer(1, 100), draw.integer(0, 500), draw.integer(0, 500)
    sign, words = draw.one(((">", ABOVE), ("<", BELOW)))
    p = Sketch()
    box = p.add("number")
    above, below = (yes, no) if sign == ">" else (no, yes)
    select = p.add("sel 1 0", p.add(f"{sign} {n}", box))
    slots, holds, watch = ended(draw, p, [p.add(f"msg {yes}", select), p.add(f"msg {no}", p.out(select, 1))], [above, below])
    slots = {**slots, "n": str(n), "test": words, "yes": str(yes), "no": str(no)}
    clauses = (
        "~output {yes} if {a_number} is {test} and {no} otherwise{out}", "~give {yes} when {a_number} is {test}, else {no}{out}",
        "~check {a_number}: if it is {test} it ~return {yes}, otherwise {no}{out}",
        "~return {yes} for numbers {test} and {no} for all others{out}",
        "~choose {yes} if {a_number} is {test} and {no} if not{out}",
        "~take a number and ~output {yes} if it is {test}, otherwise {no}{out}",
    )
    asks = ("if {a_number} is {test} then {yes} else {no}{tail}", "{yes} when input is {test}, {no} when not{tail}")
    asked = worded(draw, slots, clauses, ("an if-else that gives {yes} for numbers {test} and {no} for the rest{tail}",), asks)
    return Example(asked, p.text(), holds, fed(box, n + 2, n - 2), watch, 0.4)


def no_repeats(draw: Draw) -> Example:
    """Lets a number through only when it differs from the last one."""
    p = Sketch()
    box = p.add("number")
    a, b = draw.integer(1, 50), draw.integer(51, 100)
    slots, example = output_words(draw, p, p.add("change", box), [a, b, a])
    slots = {**slots, "repeats": ("repeated numbers", "repetitions of the same number", "consecutive duplicates", "repeated values")}
    clauses = (
        "~remove {repeats} from {a_number}{out}", "~filter out {repeats}{out}", "~let a number through only if it has changed{out}",
        "~pass {a_number} only when it differs from the previous one{out}", "~ignore {repeats}{out}", "~suppress {repeats}{out}",
        "~output {a_number} only when it changes{out}", "~take a number and ~pass it on only when it is a new value{out}",
    )
    asks = ("no {repeats} please{tail}", "only react when {a_number} changes{tail}", "drop {repeats}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a filter for {repeats}{tail}",), asks), fed(box, a, a, b, b, a))


def limit(draw: Draw) -> Example:
    """Keeps a number in a range."""
    low = draw.one((-100, -20, -10, -1, 0, 0, 0, 1, 10, 20, 50, 100))
    high = low + draw.one((1, 2, 5, 10, 20, 50, 100, 127, 500, 1000, 1900))
    p = Sketch()
    box = p.add("number")
    slots, example = output_words(draw, p, p.add(f"clip {low} {high}", box), [low, high, (low + high) / 2])
    slots = {**slots, "range": (f"between {low} and {high}", f"to the range {low} to {high}", f"to the range from {low} to {high}",
             f"to {low}-{high}", f"from {low} to {high}"), "low": str(low), "high": str(high),
             "clip": ("~limit", "~clip", "~restrict", "~constrain", "~clamp", "~keep")}
    clauses = (
        "{clip} {a_number} {range}{out}", "~take a number and {clip} it {range}{out}",
        "{clip} {a_number} with a minimum of {low} and a maximum of {high}{out}", "{clip} {a_number} {range}{out}",
        "~read a number, {clip} it {range}{out}",
        "~make sure that {a_number} never goes below {low} or above {high}{out}",
    )
    asks = ("clip {a_number} {range}{tail}", "limit input {range}{tail}", "number not lower than {low} and not higher than {high}{tail}")
    return finished(example, worded(draw, slots, clauses, ("a limiter for {a_number}, minimum {low} and maximum {high}{tail}",), asks),
                    fed(box, low - 5, high + 5, (low + high) / 2))


SKILLS: dict[str, Skill] = {
    "compare-with-constant": compare_with,
    "bang-when": bang_when,
    "split-at": split_at,
    "within-range": within,
    "only-between": only_between,
    "even-odd": even_odd,
    "divisible": divisible,
    "if-else": if_else,
    "no-repeats": no_repeats,
    "clip": limit,
}
