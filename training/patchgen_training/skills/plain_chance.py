"""Skills: chance by clicks: whole numbers of a range with or without its end, fractions, dice, coins, percentages, no repeats, one of several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from patchgen.headless.probe import Observation
from patchgen_training.skills.chance_numbers import random_box, whole_range
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import PRINTED, among, numbers, spoke, within
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.plain_words import CLICKED, clicks, example, plainly
from patchgen_training.skills.sketch import Handle, Sketch

COUNT = 6
DRAW = ("~generate", "~generate", "~produce", "~output", "~create", "~pick", "~choose", "~give", "~make", "~draw")
SHOWN = (" and ~show it in a number box", " and ~display it", ", ~show it in a number box", " and ~show it", "", "", "", " and ~display the result in a number box", " and ~send it to a number box")
PRINTED_ENDS = (" and ~print it", " and ~print it to the console", ", then ~print it", " and ~post it to the console", " and ~print the result", " and ~write it to the console")
BOTH_ENDS = (" and ~show it in a number box and ~print it", ", ~display it and ~print it to the console", " and both ~display and ~print it")


def ending(draw: Draw, p: Sketch, source: Handle) -> tuple[Slots, list[Handle], Handle]:
    """A number box, a print or both; the words, what to watch and what to look at."""
    kind = draw.one(("box", "box", "box", "print", "print", "both"))
    shown = p.add("number", source) if kind != "print" else PRINTED
    if kind != "box":
        p.add("print", source)
    ends = {"box": SHOWN, "print": PRINTED_ENDS, "both": BOTH_ENDS}[kind]
    tails = {"box": ("", "", ", in a number box", ", show it"), "print": (", printed", ", print it", ", print it to the console"), "both": (", show it and print it", ", displayed and printed")}[kind]
    return {"out": ends, "tail": tails, "make": DRAW}, [shown] if shown else [], shown


def rolled(draw: Draw, p: Sketch, button: Handle, slots: Slots, clauses: Sequence[str], asks: Sequence[str], holds: Holds, watch: list[Handle]) -> Example:
    """The example with its clicks."""
    slots = {"click": CLICKED, **slots}
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(*[button] * COUNT), watch)


NUMBER = (
    "{make} {a} {click}{out}", "{click}, {make} {a}{out}", "{make} {a} with {btn}{out}", "~use {btn} to {make0} {a}{out}", "{make} a new random number {r} {click}{out}", "~let me click {btn} to get {a}{out}", "{click}, ~choose one of the numbers {r} at random{out}",
    "~have {btn} that gives {a}{out}", "{make} {a} every time a button is clicked{out}", "~draw a number {r} by chance {click}{out}",
)
NUMBER_ASKS = ("{a} {click}{tail}", "a button for {a}{tail}", "i click, i get {a}{tail}", "random {r}, on a click{tail}", "surprise me with a number {r} {click}{tail}", "how do i get {a} with a button?{tail}")


def whole(draw: Draw) -> Example:
    """A whole number; the words tell whether the upper end belongs to it."""
    low, high = whole_range(draw)
    p = Sketch()
    button = p.add("bng")
    slots, watch, shown = ending(draw, p, random_box(p, low, high, button))
    r = [f"from {low} to {high}", f"between {low} and {high}", f"in the range {low} to {high}", f"from {low} up to {high}", f"between {low} and {high}, both included", f"from {low} to and including {high}", f"of at least {low} and at most {high}"]
    r += [f"below {high + 1}", f"less than {high + 1}", f"from 0 up to but not including {high + 1}", f"smaller than {high + 1}"] if low == 0 else []
    slots = {**slots, "r": r, "a": ("a random number {r}", "a random integer {r}", "a random whole number {r}", "a random value {r}", "a number {r} at random", "a randomly chosen number {r}"), "make0": ("generate", "get", "make", "produce")}
    return rolled(draw, p, button, slots, NUMBER, NUMBER_ASKS, within(shown, COUNT, low, high, whole=True), watch)


def fraction(draw: Draw) -> Example:
    """A number with decimals."""
    low, high = draw.one(((0, 1), (0, 1), (0, 1), (-1, 1), (0, 10), (0.5, 1.5), (1, 2), (0, 0.5)))
    p = Sketch()
    button = p.add("bng")
    rolled_box = p.add("random 10000", button)
    if low == 0:
        result = p.add("/ 10000", rolled_box) if high == 1 else p.add(f"expr $f1 / 10000 * {high}", rolled_box)
    else:
        start = f"({low})" if low < 0 else f"{low}"
        result = p.add(f"expr {start} + $f1 / 10000 * ({high} - {start})", rolled_box)
    slots, watch, shown = ending(draw, p, result)
    slots = {**slots, "r": (f"from {low} to {high}", f"between {low} and {high}", f"in the range {low} to {high}"), "make0": ("generate", "get", "make"),
             "a": ("a random fraction {r}", "a random decimal number {r}", "a random float {r}", "a random number with decimals {r}", "a random floating-point number {r}", "a random real number {r}")}
    clauses = tuple(text for text in NUMBER if "{a}" in text)
    return rolled(draw, p, button, slots, clauses, [text for text in NUMBER_ASKS if "{a}" in text], within(shown, COUNT, low, high), watch)


def die(draw: Draw) -> Example:
    """A die, or two dice added."""
    sides = draw.one((6, 6, 6, 4, 8, 10, 12, 20, 100))
    two = draw.chance(0.3)
    p = Sketch()
    button = p.add("bng")
    if two:
        order = p.add("t b b", button)
        first, second = p.add(f"random {sides}", order), p.add(f"random {sides}", p.out(order, 1))
        result = p.add("+ 2", p.add("+", first, p.into(1, second)))
    else:
        result = p.add("+ 1", p.add(f"random {sides}", button))
    slots, watch, shown = ending(draw, p, result)
    dice = ("two {s} dice", "a pair of {s} dice", "two dice with {n} sides") if two else ("a {s} die", "a die with {n} sides", "a {s} dice", "one {s} die")
    if sides == 6:
        dice = (*dice, *(("two dice", "a pair of dice", "two ordinary dice") if two else ("a die", "a dice", "an ordinary die", "a virtual die", "one die")))
    clauses = ("~roll {dice} {click}{out}", "~throw {dice} {click}{out}", "~simulate {dice} {click}{out}", "{click}, ~roll {dice}{out}", "~roll {dice} with {btn}{out}", "~simulate a throw of {dice} {click}{out}") if not two else (
        "~roll {dice} {click} and ~add them up{sum}", "~throw {dice} {click} and ~give their sum{sum}", "{click}, ~roll {dice} and ~output the total{sum}", "~simulate the sum of {dice} {click}{sum}")
    asks = ("roll {dice} {click}{tail}", "{dice}, one throw per click{tail}", "i want to throw {dice} by clicking{tail}") if not two else ("the sum of {dice} {click}{tail}", "{dice}: total per click{tail}")
    kind = slots["out"]
    slots = {**slots, "dice": dice, "n": str(sides), "s": f"{sides}-sided", "sum": kind}
    return rolled(draw, p, button, slots, clauses, asks, within(shown, COUNT, 2 if two else 1, 2 * sides if two else sides, whole=True), watch)


COINS = (("heads", "tails"), ("heads", "tails"), ("heads", "tails"), ("yes", "no"), ("left", "right"), ("win", "lose"), ("0", "1"), ("red", "black"), ("true", "false"))


def coin(draw: Draw) -> Example:
    """One of two, half and half: words, a number, or one of two buttons."""
    a, b = draw.one(COINS)
    p = Sketch()
    button = p.add("bng")
    flip = p.add("random 2", button)
    if a == "0":
        slots, watch, shown = ending(draw, p, flip)
        clauses: tuple[str, ...] = ("{make} 0 or 1 at random {click}{out}", "~flip a coin {click}, giving 0 or 1{out}", "~toss a coin {click} with 0 and 1 as its sides{out}", "{make} a random bit {click}{out}", "{click}, ~choose 0 or 1 by chance{out}", "{make} either 0 or 1 with equal chances {click}{out}")
        asks: tuple[str, ...] = ("0 or 1 at random {click}{tail}", "coin flip as 0/1 {click}{tail}", "random bit {click}{tail}")
        return rolled(draw, p, button, slots, clauses, asks, among(shown, COUNT, [0, 1]), watch)
    select = p.add("sel 0 1", flip)
    if draw.chance(0.3):
        one, other = p.add("bng", select), p.add("bng", p.out(select, 1))
        clauses = ("~flip a coin {click} and ~flash one of two buttons", "~flash one of two buttons at random {click}", "{click}, ~choose one of two bangs by chance and ~flash it", "~send each click on a button randomly to one of two bangs", "~light one of two bangs, with equal chances, {click}", "~toss a coin {click}: heads flashes one button, tails another")
        asks = ("one of two buttons at random {click}", "coin flip {click}, one bang for heads and another one for tails", "a click goes to the left or the right button by chance")
        def each_once(seen: Observation) -> bool:
            return len(seen.values(one - 1)) + len(seen.values(other - 1)) == COUNT
        return rolled(draw, p, button, {}, clauses, asks, each_once, [one, other])
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    clauses = ("~flip a coin {click} and ~print {a} or {b}", "~toss a coin {click} and ~print {a} or {b} to the console", "~print {a} or {b} at random {click}", "{click}, ~print either {a} or {b} by chance", "~decide randomly between {a} and {b} {click} and ~print the result", "~choose {a} or {b} with equal probability {click} and ~print it", "~simulate a coin toss {click} with {a} or {b} in the console")
    asks = ("{a} or {b}? let chance decide {click}, printed", "coin flip {click}: print {a} or {b}", "print {a} or {b}, fifty-fifty, {click}", "half the time {a}, half the time {b}, printed {click}")
    return rolled(draw, p, button, {"a": a, "b": b}, clauses, asks, among(PRINTED, COUNT, [a, b]), [])


def percent(draw: Draw) -> Example:
    """Each click goes through with a chance."""
    share = draw.one((10, 20, 25, 30, 40, 50, 50, 60, 70, 75, 80, 90, draw.integer(5, 95)))
    p = Sketch()
    button = p.add("bng")
    flash = p.add("bng", p.add(f"moses {share}", p.add("random 100", button)))
    said = {25: ("one in four",), 50: ("one half", "fifty-fifty"), 75: ("three in four",), 20: ("one in five",), 10: ("one in ten",)}.get(share, ())
    slots: Slots = {"s": (f"a chance of {share} percent", f"a {share}% chance", f"{share}% probability", f"a probability of {share} percent", f"a probability of {share / 100:g}", f"a likelihood of {share}%", *(f"a chance of {word}" for word in said if word != "fifty-fifty")), "pc": (f"{share}%", f"{share} percent")}
    clauses = ("~let a click on a button through with {s}", "~pass bangs from a button with {s}", "~flash a second button with {s} when a button is clicked", "when a button is clicked, ~send a bang with {s}", "~let only {pc} of the clicks on a button through", "~send a bang in {pc} of all clicks on a button, by chance", "~trigger a bang with {s} at each click on a button", "~ignore some clicks on a button at random, so that {pc} of them pass")
    asks = ("a bang with {s} when i click", "clicks pass with {s}", "only {pc} of my clicks should come through, by chance", "maybe a bang: {s} per click", "a random gate for clicks that opens with {s}")
    def sometimes(seen: Observation) -> bool:
        return len(seen.values(flash - 1)) <= COUNT and (share < 60 or len(seen.values(flash - 1)) > 0)
    return rolled(draw, p, button, slots, clauses, asks, sometimes, [flash])


def fresh(draw: Draw) -> Example:
    """Never the same number twice in a row."""
    low, size = draw.one((0, 0, 1, 1, 10, 36, 48, 60)), draw.integer(3, 20)
    high = low + size - 1
    p = Sketch()
    button = p.add("bng")
    plus = p.add("+", p.add("+ 1", p.add(f"random {size - 1}", button)))
    around = p.add(f"mod {size}", plus)
    result = p.add(f"+ {low}", around) if low else around
    slots, watch, shown = ending(draw, p, result)
    p.connect(around, plus, 1)
    slots = {**slots, "r": (f"from {low} to {high}", f"between {low} and {high}", f"in the range {low} to {high}"), "a": ("a random number {r}", "a random integer {r}", "a random whole number {r}"),
             "no": ("that is never the same twice in a row", "without immediate repetitions", "that always differs from the one before", "but never the same one two times running", "without repeating the previous one", "that is different from the last one", "with no direct repeats")}
    clauses = ("{make} {a} {no} {click}{out}", "{click}, {make} {a} {no}{out}", "~use {btn} to get {a} {no}{out}", "~have {btn} that gives {a} {no}{out}", "{make} {a} {click}, {no}{out}".replace(", {no}", " {no}"))
    asks = ("{a} {no} {click}{tail}", "{a} {click}, no doubles in a row{tail}", "random {r} {click}, but not the same number again{tail}")
    def differs(seen: Observation) -> bool:
        found = numbers(seen, shown)
        return all(one != other for one, other in pairwise(found))
    return rolled(draw, p, button, slots, clauses, asks, all_of(within(shown, COUNT, low, high, whole=True), differs), watch)


def one_of(draw: Draw) -> Example:
    """One of several numbers or words."""
    is_word = draw.chance(0.5)
    items = draw.some(("red", "green", "blue", "yellow", "kick", "snare", "hat", "yes", "no", "maybe", "rock", "paper", "scissors", "cat", "dog", "bird", "up", "down", "left", "right"), draw.integer(3, 5)) if is_word else [
        str(n) for n in draw.some([60, 62, 64, 65, 67, 69, 71, 72, 110, 220, 330, 440, 550, 660, 880, 100, 200, 300, 5, 10, 25, 50, draw.integer(2, 999)], draw.integer(3, 5))]
    p = Sketch()
    button = p.add("bng")
    select = p.add("sel " + " ".join(map(str, range(len(items)))), p.add(f"random {len(items)}", button))
    messages = [p.add(f"msg {item}", p.out(select, i) if i else select) for i, item in enumerate(items)]
    shown = PRINTED if is_word else p.add("number", *messages)
    if is_word:
        p.add("print", *messages)
    listed = ", ".join(items[:-1])
    slots: Slots = {"list": (f"{listed} and {items[-1]}", f"{listed} or {items[-1]}", f"{listed}, {items[-1]}"), "w": "words" if is_word else "numbers", "out": PRINTED_ENDS if is_word else SHOWN, "tail": (", printed",) if is_word else ("", ", in a number box"), "make": ("~choose", "~pick", "~select", "~draw")}
    clauses = ("{make} one of {list} at random {click}{out}", "{make} randomly between {list} {click}{out}", "{click}, {make} one of the {w} {list} by chance{out}", "{make} a random item out of {list} {click}{out}", "{make} one of the {w} {list} randomly {click}{out}", "~use {btn} to draw one of {list}{out}")
    asks = ("one of {list}, at random, {click}{tail}", "{list}: pick one by chance {click}{tail}", "a random choice out of {list} {click}{tail}")
    allowed = list(items) if is_word else [float(item) for item in items]
    return rolled(draw, p, button, slots, clauses, asks, all_of(spoke(shown, COUNT), among(shown, COUNT, allowed)), [shown] if shown else [])


SKILLS: dict[str, Skill] = {"random-whole": whole, "random-decimal": fraction, "roll-dice": die, "flip-coin": coin, "chance-in-percent": percent, "random-never-twice": fresh, "random-one-of": one_of}
CORE: tuple[str, ...] = (
    "random-whole", "random-decimal", "roll-dice", "flip-coin", "chance-in-percent",
    "random-one-of", "chance_numbers/random-integer", "chance_numbers/random-dice", "chance_numbers/random-coin", "chance_choices/random-no-repeat",
)
