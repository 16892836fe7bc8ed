"""Skills: a number is tested and something follows, in long sentences with both branches: 1 or 0, a toggle, one button or another, words, numbers, passing."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.logic_conditions import PAIRS
from patchgen_training.skills.logic_watch import (
    ALARMS,
    Question,
    Value,
    kind_of_number,
    ranged,
    threshold,
)
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.plain_words import SLID, TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch


def numbered(draw: Draw, p: Sketch) -> Value:
    """A number box, or now and then a slider."""
    if draw.chance(0.8):
        return Value(p.add("number"), TYPED, 0, draw.one((20, 100, 127, 127, 1000)), True)
    return Value(p.add("hsl 0 127"), SLID, 0, 127, False)


def tested(draw: Draw, p: Sketch, x: Value, hot: Handle | None = None) -> Question:
    """A threshold, a range, or a kind of number; pairs of opposites come equally often."""
    source = Value(hot, x.words, x.low, x.high, x.is_typed) if hot else x
    kind = draw.one(("limit", "limit", "range", "kind", "kind") if x.is_typed else ("limit", "limit", "range"))
    if kind == "limit":
        return threshold(draw, p, source, (">", "<", ">=", "<=", "==", "!=", ">", "<"))
    return ranged(draw, p, source) if kind == "range" else kind_of_number(draw, p, source)


Testing = Callable[..., Question]
"""Adds a test of a number: of the draw, the sketch, the number, and perhaps another box to take it from."""


def said(x: Value, test: Question) -> Slots:
    """The words of the input and of the test."""
    return {"x": x.words, "test": test.words, "goes": test.becomes}


def fed_both(x: Value, test: Question) -> tuple[float, ...]:
    """Yes, no, yes."""
    return test.yes[0], test.no[0], test.yes[1]


def truth(draw: Draw, tested: Testing = tested) -> Example:
    """1 or 0."""
    p = Sketch()
    x = numbered(draw, p)
    test = tested(draw, p, x)
    slots, holds, watch = ended(draw, p, [test.box], (1, 0, 1))
    clauses = (
        "{show} 1 if {x} is {test} and 0 {else}{out}".replace("{show}", "~give"), "{take} {x} and ~output 1 if it is {test}, {else} 0{out}", "~check {whether} {x} is {test}{out}", "{take} {x}, ~test {whether} it is {test}, and ~give 1 for yes and 0 for no{out}",
        "~compare {x}: 1 if it is {test}, 0 {else}{out}", "~return 1 when {x} is {test} and 0 when it is not{out}", "~tell {whether} {x} is {test} by a 1 or a 0{out}", "{calc} {whether} {x} is {test} (1 for true, 0 for false){out}",
        "{take} {x} and ~check {whether} it is {test}{out}", "~test {x} for being {test}, with 1 as true and 0 as false{out}", "~decide {whether} {x} is {test}{out}", "if {x} is {test}, ~give 1, {else} 0{out}",
    )
    asks = (
        "is {x} {test}? 1 for yes, 0 for no{tail}", "i need a 1 if {x} is {test} and a 0 {else}{tail}", "1 when {x} is {test}, 0 when not{tail}", "tell me {whether} {x} is {test}{tail}", "true or false: {x} is {test}{tail}",
        "how do I find out {whether} {x} is {test}?{tail}", "i want to know if {x} is {test}{tail}",
    )
    return example(plainly(draw, {**slots, **said(x, test)}, clauses, asks, ("a check {whether} {x} is {test}{tail}",)), p, holds, fed(x.box, *fed_both(x, test)), watch)


LAMPS = ("a toggle", "a toggle", "a toggle box", "a toggle switch", "a toggle as a lamp", "an indicator toggle", "a toggle as an indicator")


def lamp(draw: Draw, tested: Testing = tested) -> Example:
    """A toggle shows the answer."""
    p = Sketch()
    x = numbered(draw, p)
    test = tested(draw, p, x)
    toggle = p.add("tgl", test.box)
    slots: Slots = {**said(x, test), "lamp": LAMPS, "off": (", and off while it is not", ", and off otherwise", " and off when it is not", "; otherwise it is off", ", else it goes off", "")}
    clauses = (
        "~switch {lamp} on {while} {x} is {test}{off}", "~turn {lamp} on {while} {x} is {test}{off}", "{take} {x} and ~turn {lamp} on {while} it is {test}{off}", "{take} {x} and ~show with {lamp} {whether} it is {test}",
        "~check {whether} {x} is {test} and ~show the answer on {lamp}", "~light {lamp} {while} {x} is {test}{off}", "~have {lamp} that is on {while} {x} is {test}{off}", "~keep {lamp} on {while} {x} is {test}{off}",
        "~activate {lamp} {while} {x} is {test} and ~deactivate it {else}", "~set {lamp} to on if {x} is {test} and to off {else}", "{while} {x} is {test}, ~turn {lamp} on, {else} off", "~use {lamp} to indicate {whether} {x} is {test}",
    )
    asks = ("{lamp} that tells me {whether} {x} is {test}", "{lamp} on {while} {x} is {test}{off}", "i want to see on {lamp} {whether} {x} is {test}", "is {x} {test}? show it with {lamp}", "{x} is {test}: toggle on. If not: toggle off", "my {lamp} should be on {while} {x} is {test}{off}".replace("my {lamp}", "the toggle"))
    return example(plainly(draw, slots, clauses, asks, ("{lamp} that is on {while} {x} is {test}{off}",)), p, emits(toggle, [1, 0, 1]), fed(x.box, *fed_both(x, test)), [toggle])


BUTTONS = (("one button", "another button"), ("a button", "another button"), ("a first button", "a second button"), ("one bang", "another bang"), ("the left button", "the right button"), ("one button", "a different button"), ("a bang", "a second bang"))


def two_buttons(draw: Draw, tested: Testing = tested) -> Example:
    """One button for yes and another one for no."""
    p = Sketch()
    x = numbered(draw, p)
    test = tested(draw, p, x)
    select = p.add("sel 1 0", test.box)
    one, other = p.add("bng", select), p.add("bng", p.out(select, 1))
    a, b = draw.one(BUTTONS)
    slots: Slots = {**said(x, test), "a": a, "b": b, "flash": ("~flash", "~bang", "~trigger", "~light up", "~blink", "~activate")}
    clauses = (
        "{flash} {a} if {x} is {test} and {b} {else}", "{take} {x} and {flash} {a} if it is {test} and {b} if it is not", "~check {whether} {x} is {test} and {flash} {a} for yes and {b} for no", "{flash} {a} when {x} is {test}, {else} {b}",
        "{take} {x} and ~decide which of two buttons flashes: {a} if it is {test}, {b} {else}", "~test {whether} {x} is {test}, then {flash} {a} if so and {b} {else}", "~send a bang to {a} when {x} is {test} and to {b} when it is not",
        "if {x} is {test}, {flash} {a}, {else} {b}", "{flash} {a} for numbers that are {test} and {b} for all other numbers, with {x} as the input",
    )
    asks = ("{a} if {x} is {test}, {b} {else}", "two buttons: {a} for {x} being {test}, {b} for the opposite", "i want {a} to flash when {x} is {test} and {b} when it isn't", "if {x} is {test} hit {a}, if not hit {b}", "{x} -> {test}? {a} : {b}")
    holds = all_of(bangs(one, 2), bangs(other, 1))
    return example(plainly(draw, slots, clauses, asks, ("{a} for {x} being {test} and {b} for all other cases",)), p, holds, fed(x.box, *fed_both(x, test)), [one, other])


BRANCHES = (
    "{print} {a} if {x} is {test} and {b} {else}{console}", "{take} {x} and {print} {a} if it is {test} and {b} if it is not{console}", "~check {whether} {x} is {test} and {print} {a} or {b}{console}", "{print} {a} when {x} is {test}, {else} {b}{console}",
    "{take} {x}, ~test {whether} it is {test}, and {print} {a} if so and {b} {else}{console}", "~decide {whether} {x} is {test}, then {print} {a} for yes and {b} for no{console}", "if {x} is {test}, {print} {a}, {else} {b}{console}",
    "{print} {a} for numbers that are {test} and {b} for the others{console}, with {x} as the input", "{take} {x} and {print} either {a} or {b}{console}, depending on {whether} it is {test}", "when {x} is {test}, {print} {a}; when it is not, {print} {b}{console}",
)
BRANCH_ASKS = (
    "{print} {a} if {x} is {test}, {b} {else}{console}", "if {x} is {test} then {a} else {b}{console}", "{a} or {b}? it depends on {whether} {x} is {test}{console}", "i want {a} when {x} is {test} and {b} when it isn't{console}", "{x}: {test} means {a}, anything else means {b}{console}",
    "could the patch say {a} if {x} is {test} and {b} if not?",
)


def two_words(draw: Draw, tested: Testing = tested) -> Example:
    """One word for yes and another one for no, in the console."""
    p = Sketch()
    x = numbered(draw, p)
    test = tested(draw, p, x)
    one, other = draw.one(PAIRS) if draw.chance(0.6) else tuple(draw.some(ALARMS, 2))
    select = p.add("sel 1 0", test.box)
    p.add("print", p.add(f"msg {one}", select), p.add(f"msg {other}", p.out(select, 1)))
    quote = draw.one(("{}", "{}", '"{}"', "the word {}" if " " not in one + other else "'{}'"))
    slots: Slots = {**said(x, test), "a": quote.format(one), "b": quote.format(other), "console": (" to the console", " in the console", "", " in the Pd window", " to the Pd console"),
                    "print": ("~print", "~print", "~print", "~post", "~write")}  # fmt: skip
    asks = tuple(text if "{print}" in text else text.replace("{console}", ", printed to the console") for text in BRANCH_ASKS[:5])
    return example(plainly(draw, slots, BRANCHES, asks), p, prints_all([one.split(), other.split(), one.split()]), fed(x.box, *fed_both(x, test)))


def two_numbers(draw: Draw, tested: Testing = tested) -> Example:
    """One number for yes and another one for no."""
    p = Sketch()
    x = numbered(draw, p)
    test = tested(draw, p, x)
    one, other = draw.some([1, 5, 10, 50, 100, 127, 200, 220, 440, 500, 880, 1000, draw.integer(2, 99), draw.integer(101, 999)], 2)
    select = p.add("sel 1 0", test.box)
    slots, holds, watch = ended(draw, p, [p.add(f"msg {one}", select), p.add(f"msg {other}", p.out(select, 1))], (one, other, one))
    own: Slots = {**said(x, test), "a": ("{one}", "{one}", "the number {one}"), "b": "{other}", "one": str(one), "other": str(other), "print": ("~output", "~give", "~send", "~return", "~choose"), "console": slots["out"]}
    asks = tuple(text.replace("{console}", "{tail}") for text in BRANCH_ASKS[:5])
    return example(plainly(draw, {**slots, **own}, BRANCHES, asks), p, holds, fed(x.box, *fed_both(x, test)), watch)


def let_through(draw: Draw, tested: Testing = tested) -> Example:
    """The number comes through on a yes."""
    p = Sketch()
    box = p.add("number")
    x = Value(box, TYPED, 0, draw.one((20, 100, 127, 1000)), True)
    both = p.add("t f f", box)
    behind = p.count
    test = tested(draw, p, x, behind)
    p.lines[behind] = p.lines[behind].replace(f"< {both}", f"< {both}.1")
    passed = p.add("spigot", both, p.into(1, test.box))
    is_range = "between" in test.words[0] or test.words[0].endswith("or more")
    if is_range or "less than" in test.words[0]:
        return let_through(draw, tested)
    slots, holds, watch = ended(draw, p, [passed], (test.yes[0], test.yes[1]))
    own: Slots = {**said(x, test), "ignore": ("~ignore", "~block", "~drop", "~discard", "~reject", "~hold back")}
    clauses = (
        "~let {x} through only if it is {test}{out}", "~pass {x} on if it is {test} and {ignore} it {else}{out}", "{take} {x} and ~pass it on only {when} it is {test}{out}", "{ignore} {x} unless it is {test}{out}", "~filter {x} so that it only comes through {when} it is {test}{out}",
        "~forward {x} only {when} it is {test} and ~do nothing {else}{out}", "{take} {x}, ~check {whether} it is {test}, and ~let it through if so{out}", "~send {x} on, but only if it is {test}{out}", "~keep {x} only if it is {test}, {ignore} it if it is not{out}",
    )
    asks = ("only let {x} through if it is {test}{tail}", "{x} that is not {test} should be ignored{tail}", "pass {x} on when it is {test}, otherwise nothing{tail}", "i only want to see {x} if it is {test}{tail}", "throw away {x} unless it is {test}{tail}")
    return example(plainly(draw, {**slots, **own}, clauses, asks), p, holds, fed(box, test.yes[0], test.no[0], test.yes[1]), watch)


SORTS: tuple[tuple[str, str, tuple[str, ...], tuple[int, int]], ...] = (
    ("even", "odd", ("mod 2", "== 0"), (6, 9)), ("odd", "even", ("mod 2",), (9, 6)), ("positive", "negative", ("> 0",), (5, -4)), ("negative", "positive", ("< 0",), (-4, 5)),
)


def sorted_out(draw: Draw) -> Example:
    """Numbers of one kind go to one box, the others to another."""
    one, other, bodies, (yes, no) = draw.one(SORTS)
    p = Sketch()
    box = p.add("number")
    both = p.add("t f f", box)
    test: Handle = p.add(bodies[0], p.out(both, 1))
    for body in bodies[1:]:
        test = p.add(body, test)
    first, second = p.add("spigot", both, p.into(1, test)), p.add("spigot", both, p.into(1, p.add("== 0", test)))
    labels = draw.chance(0.5)
    left, right = (p.add(f'number "{word}"' if labels else "number", source) for word, source in ((one, first), (other, second)))
    boxes = (("a number box labelled {one}", "one labelled {other}"), ("the number box {one}", "the number box {other}")) if labels else (
        ("one number box", "another one"), ("a first number box", "a second one"), ("the left number box", "the right one"), ("one number box", "a different number box"))
    a, b = draw.one(boxes)
    slots: Slots = {"one": one, "other": other, "a": a, "b": b, "send": ("~send", "~route", "~put", "~show", "~display", "~direct"), "xs": ("incoming numbers", "the numbers I enter", "numbers from a number box", "input numbers", "numbers entered by the user"),
                    "in": "to", "to": "to"}  # fmt: skip
    clauses = (
        "~send {one} numbers to {a} and {other} numbers to {b}", "~sort {xs} into {one} and {other} ones: {one} to {a}, {other} to {b}", "~separate {xs}, {one} ones to {a} and {other} ones to {b}", "~route {xs} to {a} if they are {one} and to {b} if they are {other}",
        "{take} a number and ~send it to {a} if it is {one} or to {b} if it is {other}", "~split {xs} into {one} numbers in {a} and {other} numbers in {b}", "{take} {x} and ~display it in {a} if it is {one} and in {b} if it is {other}", "~direct {one} numbers to {a}, {other} ones to {b}",
    )
    asks = ("{one} numbers to {a}, {other} numbers to {b}", "sort {xs}: {one} ones in {a}, {other} ones in {b}", "i enter numbers. The {one} ones should go to {a} and the {other} ones to {b}", "separate {one} from {other} numbers, {a} and {b}")
    return example(plainly(draw, slots, clauses, asks), p, all_of(emits(left, [yes]), emits(right, [no])), fed(box, yes, no), [left, right])


SKILLS: dict[str, Skill] = {
    "one-or-zero": truth, "toggle-while": lamp, "one-button-or-another": two_buttons, "word-or-other-word": two_words, "number-or-other-number": two_numbers, "through-only-if": let_through, "even-here-odd-there": sorted_out,
}
CORE: tuple[str, ...] = (
    "one-or-zero", "toggle-while", "one-button-or-another", "word-or-other-word", "number-or-other-number",
    "through-only-if", "even-here-odd-there", "logic_tests/compare-with-constant", "logic_tests/bang-when", "logic_tests/within-range",
    "logic_tests/even-odd", "logic_conditions/do-when", "logic_conditions/either-word", "logic_conditions/toggle-follows", "logic_conditions/tone-while",
)
