"""Chance that chooses: among values and words, with weights, with a gate, without repeats."""

from __future__ import annotations

from patchgen.headless.probe import Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import among, each, numbers, spoke, within
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_words import Text, count_word, listed, spread

WORD_SETS = (
    ("red", "green", "blue"), ("yes", "no", "maybe"), ("rock", "paper", "scissors"), ("kick", "snare", "hat"),
    ("up", "down", "left", "right"), ("north", "east", "south", "west"), ("cat", "dog", "bird"),
    ("spring", "summer", "autumn", "winter"), ("soft", "loud"), ("apple", "pear", "plum"), ("a", "b", "c"),
    ("do", "re", "mi", "fa"), ("sun", "moon", "star"), ("hello", "goodbye"), ("fast", "slow", "medium"),
    ("minor", "major"), ("violin", "flute", "harp", "drum"), ("tea", "coffee", "water"), ("A", "B", "C", "D"),
    ("one", "two", "three"), ("sine", "saw", "square"), ("verse", "chorus", "bridge"), ("go", "wait"),
)


def some_values(draw: Draw, low: int = 2, high: int = 6) -> list[int]:
    """Different numbers of one kind: notes, frequencies, or anything."""
    pool = draw.one((range(36, 97), range(1, 100), range(100, 1001, 50), range(0, 128), range(10, 300, 10)))
    values = draw.some(pool, draw.integer(low, high))
    return sorted(values) if draw.chance(0.6) else values


def choice(sketch: Sketch, source: Handle, values: list[str]) -> list[Handle]:
    """[random], [sel] and one message box for each value."""
    picked = sketch.add(f"random {len(values)}", source)
    select = sketch.add("sel " + " ".join(map(str, range(len(values)))), picked)
    return [sketch.add(f"msg {value}", sketch.out(select, i)) for i, value in enumerate(values)]


def random_value(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One of some numbers."""
    values = some_values(draw)
    shown = result(draw, sketch, *choice(sketch, source, [str(v) for v in values]))
    nouns: list[Text] = [
        lambda: f"a random value out of {listed(draw, values)}", lambda: f"one of {listed(draw, values)} at random",
        lambda: f"one of the numbers {listed(draw, values)} at random",
        lambda: f"a random choice of {listed(draw, values, 'or')}",
        lambda: f"randomly one of the values {listed(draw, values)}",
        lambda: f"a random number from the list {listed(draw, values)}",
        lambda: f"one of these numbers by chance: {listed(draw, values)},",
        lambda: f"either {listed(draw, values, 'or')} at random"]
    tail = "" if shown.box else " and [print] it"
    clauses = shown.clauses(draw, nouns) + [
        lambda: f"[choose] randomly among {listed(draw, values)}{tail}",
        lambda: f"[pick] one of {listed(draw, values)} at random{tail}",
        lambda: f"randomly [select] one of {listed(draw, values)}{tail}"]
    return Action(clauses, lambda trigger: among(shown.box, trigger.count, values), shown.watch)


def random_word(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One of some words, printed."""
    words = list(draw.one(WORD_SETS))
    sketch.add("print", *choice(sketch, source, words))
    clauses: list[Text] = [
        lambda: f"[print] one of the words {listed(draw, words)} at random",
        lambda: f"randomly [print] {listed(draw, words, 'or')}",
        lambda: f"[print] {listed(draw, words, 'or')} at random",
        lambda: f"[choose] one of {listed(draw, words)} at random and [print] it",
        lambda: f"[pick] a random word from {listed(draw, words)} and [print] it to the console",
        lambda: f"[print] a random word out of {listed(draw, words)}",
        lambda: f"[select] randomly between {listed(draw, words)} and [print] the choice",
        lambda: f"[print] a randomly chosen word: {listed(draw, words, 'or')},"]
    speech: list[Text] = [lambda: f"random word ({listed(draw, words)}) in the console @",
                          lambda: f"print either {listed(draw, words, 'or')}, random, @"]
    return Action(clauses, lambda trigger: among(0, trigger.count, words), (), (), speech)


def weighted(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One word or number with a given probability, else another."""
    percent = draw.integer(1, 19) * 5 if draw.chance(0.8) else draw.integer(1, 99)
    one, other = draw.some(draw.one(WORD_SETS), 2) if draw.chance(0.6) else map(str, some_values(draw, 2, 2))
    moses = sketch.add(f"moses {percent}", sketch.add("random 100", source))
    first = sketch.add(f"msg {one}", moses)
    second = sketch.add(f"msg {other}", sketch.out(moses, 1))
    sketch.add("print", first, second)
    rest = 100 - percent
    clauses: list[Text] = [
        f"[print] {one} with a probability of {percent} % and {other} otherwise",
        f"[print] {one} in {percent}% of the cases and {other} in the other {rest}%",
        f"[print] {one} with {percent} percent probability, else {other},",
        f"[choose] {one} {percent}% of the time and {other} {rest}% of the time and [print] it",
        f"randomly [print] {one} ({percent} %) or {other} ({rest} %)",
        f"[print] {one} with a {percent}% chance, otherwise {other},",
        f"[make] a weighted choice, {one} {percent} % and {other} {rest} %, and [print] it",
        f"[print] either {one} or {other}, {one} with probability {percent / 100:g},"]
    speech: list[Text] = [f"{percent}% {one}, {rest}% {other} @, printed",
                          f"weighted random: {one} {percent} percent, {other} {rest} percent, print @"]
    return Action(clauses, lambda trigger: among(
        0, trigger.count, [float(w) if w.isdigit() else w for w in (one, other)]), (), (), speech)


def chance_gate(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A bang that comes through only now and then."""
    percent = draw.integer(1, 19) * 5 if draw.chance(0.8) else draw.integer(1, 99)
    dice = sketch.add("random 100", source)
    moses = sketch.add(f"moses {percent}", dice)
    printed = draw.chance(0.3)
    flash = sketch.add("bng", moses)
    if printed:
        sketch.add("print", flash)
    what = draw.one((f"a probability of {percent} %", f"a chance of {percent}%", f"{percent} percent probability",
                     f"a {percent} % chance", f"{percent}% probability", f"probability {percent / 100:g}"))
    act = "[print] a bang" if printed else "[send] a bang"
    clauses: list[Text] = [
        f"{act} with {what}", f"{act} only with {what}", f"with {what} {act}",
        f"{act} in {percent}% of all cases", f"{act} {percent} % of the time, by chance,",
    ]
    if not printed:
        clauses += [f"[flash] a button with {what}", f"[let] a bang through with {what}",
                    f"[trigger] a bang with {what}", f"[pass] a bang on with {what}"]
    things: list[Text] = [] if printed else [
        f"a probability gate of {percent}% for bangs that come", f"a random gate that lets {percent}% of bangs pass,"]
    return Action(clauses, lambda trigger: all_of(
        within(dice, trigger.count, 0, 99, whole=True),
        lambda seen: len(seen.values(flash - 1)) == sum(n < percent for n in numbers(seen, dice))),
        (dice, flash), things)


def no_repeat(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A random number that differs from the one before: a random step further, around the range."""
    size = draw.integer(3, 24)
    offset = draw.one((0, 0, 1, 10, 36, 48, 60, draw.integer(2, 90)))
    step = sketch.add("+ 1", sketch.add(f"random {size - 1}", source))
    total = sketch.add("+", step)
    around = sketch.add(f"mod {size}", total)
    last = sketch.add(f"+ {offset}", around) if offset else around
    shown = result(draw, sketch, last)
    sketch.connect(around, total, inlet=1)
    low, high = offset, offset + size - 1
    nouns: list[Text] = [
        lambda: f"a random number {spread(draw, low, high)} that never repeats twice in a row",
        lambda: f"random numbers {spread(draw, low, high)} without immediate repetitions",
        lambda: f"a random number {spread(draw, low, high)} but never the same one twice in a row",
        lambda: f"a random number {spread(draw, low, high)}, always different from the last one,",
        lambda: f"random values {spread(draw, low, high)} with no direct repeats",
        lambda: f"a non-repeating random integer {spread(draw, low, high)}",
        lambda: f"random integers {spread(draw, low, high)}, never two equal ones in succession,"]
    return Action(shown.clauses(draw, nouns), lambda trigger: all_of(
        within(shown.box, trigger.count, low, high, whole=True),
        lambda seen: all(a != b for a, b in zip(numbers(seen, shown.box), numbers(seen, shown.box)[1:], strict=False))),
        shown.watch)


def random_walk(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A number that wanders by small steps between two bounds."""
    size = draw.one((1, 1, 2, 2, 3, 4, 5, 7, 10))
    low = draw.one((0, 0, 1, 36, 48, 40, -50, 20, 100))
    high = low + draw.one((12, 24, 36, 48, 60, 100, 127, 50, 20, 30))
    start = draw.one(((low + high) // 2, (low + high) // 2, low + size + 1))
    step = sketch.add(f"- {size}", sketch.add(f"random {2 * size + 1}", source))
    total = sketch.add(f"+ {start}", step)
    bounded = sketch.add(f"clip {low} {high}", total)
    shown = result(draw, sketch, bounded, printed=0.2)
    sketch.connect(bounded, total, inlet=1)
    steps = f"steps of at most {size}" if size > 1 else draw.one(("steps of 1", "steps of one at most"))
    nouns: list[Text] = [
        lambda: f"a random walk {spread(draw, low, high)} starting at {start} with {steps}",
        lambda: f"a drunk walk {spread(draw, low, high)} with {steps}, starting at {start},",
        lambda: f"a number that wanders randomly {spread(draw, low, high)} in {steps} from {start}",
        lambda: f"the next value of a random walk {spread(draw, low, high)} ({steps}, start {start})",
        lambda: f"a brownian value {spread(draw, low, high)}, start {start}, {steps},"]
    clauses = shown.clauses(draw, nouns) + ([
        lambda: f"[do] a random walk {spread(draw, low, high)} from {start} with {steps}",
        lambda: f"[change] a number randomly by at most {size} up or down, start {start}, {spread(draw, low, high)},",
        lambda: f"randomly [move] a value up or down by up to {size}, starting at {start}, clipped to {low} and {high},",
    ] if shown.box else [])
    return Action(clauses, lambda trigger: all_of(
        within(shown.box, trigger.count, low, high, whole=True),
        lambda seen: all(abs(b - a) <= size for a, b in zip(
            [start, *numbers(seen, shown.box)], numbers(seen, shown.box), strict=False))),
        shown.watch, [] if not shown.box else [
            lambda: f"a random walk {spread(draw, low, high)}, start {start}, {steps}, stepping",
            lambda: f"a drunk generator ({low} to {high}, {steps}, start {start}) that moves"])


def random_toggle(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A toggle that goes on or off by chance."""
    toggle = sketch.add("tgl", sketch.add("random 2", source))
    clauses: list[Text] = [
        "randomly [turn] a toggle on or off", "[switch] a toggle on or off at random", "[set] a toggle to a random state",
        "[put] a toggle randomly on or off", "[decide] by chance whether a toggle is on or off",
        "[send] a random 0 or 1 to a toggle", "[make] a toggle randomly go on or off"]
    speech: list[Text] = ["a toggle that switches randomly @", "random on/off toggle @"]
    return Action(clauses, lambda trigger: each(toggle, trigger.count, lambda n: n in (0, 1)), (toggle,), (), speech)


def maximum_of_two(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The larger or smaller of two random numbers."""
    top = draw.one((6, 10, 20, 50, 100, 128, draw.integer(5, 300)))
    word, box = draw.one((("larger", "max"), ("smaller", "min"), ("bigger", "max"), ("higher", "max"), ("lower", "min")))
    both = sketch.add("t b b", source)
    one = sketch.add(f"random {top}", both)
    other = sketch.add(f"random {top}", sketch.out(both, 1))
    shown = result(draw, sketch, sketch.add(box, one, sketch.into(1, other)))
    nouns: list[Text] = [
        f"the {word} of two random numbers below {top}", f"the {word} one of two random numbers under {top}",
        f"whichever of two random numbers from 0 to {top - 1} is {word}",
        f"the {word} of {count_word(draw, 2)} random integers between 0 and {top - 1}"]
    extreme = max if box == "max" else min

    def is_extreme(seen: Observation) -> bool:
        pairs = zip(numbers(seen, one), numbers(seen, other), strict=True)
        return numbers(seen, shown.box) == [extreme(pair) for pair in pairs]

    return Action(shown.clauses(draw, nouns), lambda trigger: all_of(
        spoke(shown.box, trigger.count), is_extreme), (*shown.watch, one, other))


SKILLS: dict[str, Skill] = {
    "random-value-of-list": on_event(random_value),
    "random-word": on_event(random_word),
    "random-weighted": on_event(weighted),
    "random-gate": on_event(chance_gate),
    "random-no-repeat": on_event(no_repeat),
    "random-walk": on_event(random_walk),
    "random-toggle": on_event(random_toggle),
    "random-extreme-of-two": on_event(maximum_of_two),
}
