"""Skills: numbers that pass a test are counted, a chain of steps ends in a test, a number picks a word."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import bangs, emits, prints_all
from patchgen_training.skills.logic_watch import ABOVE, BELOW, Value
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain2_words import STREAM
from patchgen_training.skills.plain_tests import fed_both, tested
from patchgen_training.skills.plain_tests import said as test_words
from patchgen_training.skills.plain_words import TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

COUNTED = (
    "~count how often {x} is {test}{out}{reset}",
    "~count how many of {stream} are {test}{out}{reset}",
    "~count the numbers that are {test}{out}{reset}",
    "~count only those of {stream} that are {test}{out}{reset}",
    "{take} {stream} and ~count how many of them are {test}{out}{reset}",
    "~check {whether} {x} is {test} and ~add 1 to a counter if so{out}{reset}",
    "~increase a counter each time {x} is {test}{out}{reset}",
    "each time {x} is {test}, ~increase a count by one{out}{reset}",
    "~keep a count of how often {x} was {test}{out}{reset}",
    "~tally how many times {x} is {test}{out}{reset}",
    "{take} {x}, ~test {whether} it is {test}, and ~count the times it is{out}{reset}",
    "when {x} is {test}, ~raise a counter by 1{out}{reset}",
    "~watch {x} and ~count the cases in which it is {test}{out}{reset}",
)
COUNTED_ASKS = (
    "how many times was {x} {test}?{tail}{again}",
    "count it every time {x} is {test}{tail}{again}",
    "how many of {stream} are {test}?{tail}{again}",
    "a counter for the times {x} is {test}{tail}{again}",
    "i need to know how often {x} is {test}{tail}{again}",
    "plus one whenever {x} is {test}{tail}{again}",
)


def counted(draw: Draw) -> Example:
    """Numbers that pass a test are counted."""
    p = Sketch()
    x = Value(p.add("number"), TYPED, 0, draw.one((20, 100, 127, 1000)), True)
    reset = p.add('bng "reset"') if draw.chance(0.35) else None
    zero = p.add("msg 0", reset) if reset else None
    test = tested(draw, p, x)
    store = p.add("f 0", p.add("sel 1", test.box), *([p.into(1, zero)] if zero else []))
    after = p.add("+ 1", store)
    p.connect(after, store, 1)
    feeds, values = fed(x.box, *fed_both(x, test)), [1.0, 2.0]
    if reset:
        feeds += (Feed(90, reset, "bang"), *fed(x.box, test.yes[0], start=110))
        values += [0, 1]
    ends, holds, watch = ended(draw, p, [after, zero] if zero else [after], values)
    slots: GrowingSlots = {**ends, **test_words(x, test), "stream": STREAM, "reset": (", with a button that resets the count", ", with a reset button", " and ~set the count back to 0 when a reset button is clicked", "; a second control, a button, resets it to 0") if reset else "",
                    "again": (", with a reset button", ", and a button to start again at 0") if reset else ""}  # fmt: skip
    return example(plainly(draw, slots, COUNTED, COUNTED_ASKS), p, holds, feeds, watch)


STEPS: tuple[tuple[str, Callable[[float, float], float], str, str], ...] = (
    ("+", lambda x, n: x + n, "~add {n}", "plus {n}"),
    ("*", lambda x, n: x * n, "~multiply by {n}", "times {n}"),
    ("-", lambda x, n: x - n, "~subtract {n}", "minus {n}"),
    ("/", lambda x, n: x / n, "~divide by {n}", "divided by {n}"),
)


def chain_tested(draw: Draw) -> Example:
    """A number is calculated with, and the result is compared with a limit."""
    p = Sketch()
    box = p.add("number")
    steps = [(step, draw.integer(2, 12)) for step in draw.some(STEPS, draw.one((1, 2, 2)))]

    def value(x: float) -> float:
        for step, n in steps:
            x = step[1](x, n)
        return x

    result: Handle = box
    for step, n in steps:
        result = p.add(f"{step[0]} {n}", result)
    small, large = draw.integer(1, 15), draw.integer(50, 90)
    limit = round((value(small) + value(large)) / 2)
    is_above = draw.chance(0.65)
    test = p.add(f"{'>' if is_above else '<'} {limit}", result)
    yes, no = (large, small) if is_above else (small, large)
    kind = draw.one(("number", "toggle", "bang", "words"))
    done = [step[2].replace("{n}", str(n)) for step, n in steps]
    first = done[0].replace("~add", "~add", 1)
    verbs = {
        "~add": "~add {k} to {x}",
        "~multiply": "~multiply {x} by {k}",
        "~subtract": "~subtract {k} from {x}",
        "~divide": "~divide {x} by {k}",
    }
    chain = verbs[first.split()[0]].replace("{k}", str(steps[0][1])) + "".join(
        f", then {one}" if len(done) > 1 else "" for one in done[1:]
    )
    spoken = (
        "{x} " + " ".join(step[3].replace("{n}", str(n)) for step, n in steps)
        if len(steps) == 1
        else "({x} "
        + f"{steps[0][0][3].replace('{n}', str(steps[0][1]))}) {steps[1][0][3].replace('{n}', str(steps[1][1]))}"
    )
    slots: GrowingSlots = {
        "x": TYPED,
        "do": chain,
        "done_it": chain.replace("{x}", "it"),
        "f": spoken,
        "n": str(limit),
        "test": ABOVE if is_above else BELOW,
        "r": ("the result", "the result", "the outcome", "what comes out"),
    }
    asks: tuple[str, ...] = (
        "is {f} {test}?{tail}",
        "{bare}. Is the result {test}?{tail}",
        "i want to know if {f} is {test}{tail}",
    )
    slots["bare"] = chain.replace("~", "")
    if kind == "number":
        ends, holds, watch = ended(draw, p, [test], (1, 0, 1))
        clauses: tuple[str, ...] = (
            "{do}, and ~check {whether} {r} is {test}{out}",
            "{do} and ~test {whether} {r} is {test}{out}",
            "{take} {x}, {done_it}, and ~give 1 if {r} is {test} and 0 if it is not{out}",
            "{do} and then ~output 1 if {r} is {test}, {else} 0{out}",
            "~check {whether} {f} is {test}{out}",
            "{do}, then ~compare {r} with a limit: 1 if it is {test}, 0 {else}{out}",
        )
        return example(
            plainly(draw, {**slots, **ends}, clauses, asks), p, holds, fed(box, yes, no, yes), watch
        )
    slots["tail"] = {
        "toggle": ", shown by a toggle",
        "bang": " Flash a button if so.",
        "words": ", yes or no in the console",
    }[kind]
    if kind == "toggle":
        lamp = p.add("tgl", test)
        clauses = (
            "{do} and ~turn a toggle on if {r} is {test} and off if not",
            "{do}, and ~show with a toggle {whether} {r} is {test}",
            "{take} {x}, {done_it}, and ~switch a toggle on while {r} is {test}",
            "~have a toggle that is on while {f} is {test}",
            "{do} and ~set a toggle to {whether} {r} is {test}".replace(
                "set a toggle to", "tell by a toggle"
            ),
        )
        return example(
            plainly(draw, slots, clauses, asks),
            p,
            emits(lamp, [1, 0, 1]),
            fed(box, yes, no, yes),
            [lamp],
        )
    if kind == "bang":
        flash = p.add("bng", p.add("sel 1", test))
        clauses = (
            "{do} and ~flash a button if {r} is {test}",
            "{do}, and ~send a bang when {r} is {test}",
            "{take} {x}, {done_it}, and ~bang a button whenever {r} is {test}",
            "~flash a button when {f} is {test}",
            "{do}, ~compare {r} with {n} and ~flash a button if it is {test}",
        )
        asks = (
            "a bang when {f} is {test}",
            "{bare}. If the result is {test}, flash a button",
            "button should flash when {f} is {test}",
        )
        return example(
            plainly(draw, slots, clauses, asks), p, bangs(flash, 2), fed(box, yes, no, yes), [flash]
        )
    a, b = draw.one(
        (("yes", "no"), ("too much", "ok"), ("pass", "fail"), ("true", "false"), ("alarm", "fine"))
    )
    select = p.add("sel 1 0", test)
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    slots.update({"a": a, "b": b, "tail": (", {a} or {b} in the console", ", print {a} or {b}")})
    clauses = (
        "{do} and {print} {a} if {r} is {test} and {b} if not{console}",
        "{do}, ~check {whether} {r} is {test}, and {print} {a} or {b}{console}",
        "{take} {x}, {done_it}, and {print} {a} when {r} is {test}, {else} {b}{console}",
        "{print} {a} if {f} is {test} and {b} {else}{console}",
    )
    return example(
        plainly(draw, slots, clauses, asks),
        p,
        prints_all([a.split(), b.split(), a.split()]),
        fed(box, yes, no, yes),
    )


def nth_action(draw: Draw) -> Example:
    """Numbers typed in pick one of several words, and anything else gets a word of its own."""
    p = Sketch()
    box = p.add("number")
    n = draw.integer(2, 4)
    words = draw.some(
        (
            "kick",
            "snare",
            "hat",
            "red",
            "green",
            "blue",
            "start",
            "stop",
            "hello",
            "intro",
            "verse",
            "chorus",
            "monday",
            "tuesday",
            "apple",
            "pear",
            "north",
            "south",
            "do",
            "re",
            "mi",
        ),
        n,
    )
    fallback = draw.one(("unknown", "other", "error", "nothing", "none", "wrong"))
    first = draw.one((0, 1, 1))
    numbers = (
        list(range(first, first + n))
        if draw.chance(0.7)
        else sorted(draw.some(list(range(2, 60)), n))
    )
    select = p.add("sel " + " ".join(map(str, numbers)), box)
    messages = [
        p.add(f"msg {word}", p.out(select, i) if i else select)
        for i, word in enumerate([*words, fallback])
    ]
    p.add("print", *messages)
    pairs = [f"{word} for {number}" for number, word in zip(numbers, words, strict=True)]
    ifs = [f"{word} if it is {number}" for number, word in zip(numbers, words, strict=True)]
    arrows = ", ".join(f"{number} = {word}" for number, word in zip(numbers, words, strict=True))
    slots: GrowingSlots = {
        "pairs": ", ".join(pairs),
        "ifs": ", ".join(ifs),
        "arrows": arrows,
        "f": fallback,
        "any": ("any other number", "all other numbers", "everything else", "anything else"),
        "c": ("", " to the console", " in the console"),
    }
    clauses = ("{print} {pairs} and {f} for {any}{c}, with {x} as the input", "{take} {x} and {print} {ifs}, and {f} {else}{c}", "~translate {x} into a word and {print} it{c}: {arrows}, {any}: {f}", "{take} {x} and {print} the word that belongs to it{c} ({arrows}), or {f} for {any}", "~choose a word by {x}, {pairs}, and {f} for {any}, and {print} it{c}",
               "~look up a word for {x} and {print} it{c}: {arrows}; {f} if the number is not in the list")  # fmt: skip
    asks = (
        "{arrows}, {any} = {f}: print the word for {x}",
        "number to word, printed: {arrows}, and {f} for {any}",
        "i type a number and want a word in the console: {arrows}. {f} if it is none of them",
    )
    return example(
        plainly(draw, slots, clauses, asks),
        p,
        prints_all([*words, fallback]),
        fed(box, *numbers, 99),
    )


SKILLS: dict[str, Skill] = {
    "count-when": counted,
    "calculate-then-test": chain_tested,
    "number-to-word-or-other": nth_action,
}
CORE: tuple[str, ...] = ("count-when", "calculate-then-test", "number-to-word-or-other")
