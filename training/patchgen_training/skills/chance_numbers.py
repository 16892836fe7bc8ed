"""Random numbers: whole ones, fractions, dice, coins, walks without and with memory."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import among, each, spoke, within
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import plain
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_words import Text, count_word, spread


def whole_range(draw: Draw) -> tuple[int, int]:
    """Two ends of a range of whole numbers."""
    kind = draw.integer(1, 10)
    if kind <= 3:
        return 0, draw.one((1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 15, 20, 50, 99, 100, 127, 255, 1000))
    if kind <= 5:
        return 1, draw.one((2, 3, 4, 5, 8, 9, 10, 12, 16, 20, 24, 49, 50, 60, 64, 90, 100, 500, 1000))
    if kind == 6:
        return -(size := draw.one((1, 2, 3, 5, 10, 12, 20, 24, 50, 100))), size
    low = draw.integer(2, 120) if kind < 9 else draw.integer(1, 20) * 10
    size = draw.integer(2, 60) if kind < 9 else draw.integer(1, 20) * 10
    return low, low + size


def random_box(sketch: Sketch, low: int, high: int, source: Handle) -> Handle:
    """[random] and its offset, both ends included."""
    box = sketch.add(f"random {high - low + 1}", source)
    if low == 0:
        return box
    return sketch.add(f"+ {low}" if low > 0 else f"- {-low}", box)


def random_integer(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A whole number of a range."""
    low, high = whole_range(draw)
    shown = result(draw, sketch, random_box(sketch, low, high, source))
    nouns: list[Text] = [
        lambda: f"a random number {spread(draw, low, high)}",
        lambda: f"a random number {spread(draw, low, high)}",
        lambda: f"a random integer {spread(draw, low, high)}",
        lambda: f"random numbers {spread(draw, low, high)}",
        lambda: f"random integers {spread(draw, low, high)}",
        lambda: f"a random whole number {spread(draw, low, high)}",
        lambda: f"a new random value {spread(draw, low, high)}",
        lambda: f"a number {spread(draw, low, high)} at random",
        lambda: f"a random value {spread(draw, low, high)}",
        lambda: f"an integer chosen randomly {spread(draw, low, high)}",
    ]
    clauses = shown.clauses(draw, nouns)
    clauses += ["[pick] a random number " + spread(draw, low, high) + shown_tail(shown.box),
                "[choose] a random integer " + spread(draw, low, high) + shown_tail(shown.box)]
    things: list[Text] = [] if not shown.box else [
        lambda: f"a random number generator ({low} to {high}) that fires",
        lambda: f"a random number {spread(draw, low, high)}",
        lambda: f"a generator of random numbers {spread(draw, low, high)}, a new one"]
    speech: list[Text] = [
        lambda: f"random number {low}-{high} @" + shown_tail(shown.box),
        lambda: f"gimme a random int {spread(draw, low, high)} @" + shown_tail(shown.box),
        lambda: f"random {low} to {high} @" + shown_tail(shown.box),
        lambda: f"I'd like a random number @, {spread(draw, low, high)}" + shown_tail(shown.box),
        lambda: f"a number {spread(draw, low, high)}, random, @" + shown_tail(shown.box),
    ]
    return Action(clauses, lambda trigger: within(shown.box, trigger.count, low, high, whole=True),
                  shown.watch, things, speech)


def shown_tail(box: Handle) -> str:
    """What has to be said where the result is printed."""
    return "" if box else ", printed to the console"


def random_fraction(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A fraction of a range, in ten thousand steps."""
    low, high = draw.one(((0, 1), (0, 1), (-1, 1), (0, 0.5), (0.5, 2), (0, 10), (1, 5), (0.1, 0.9), (-0.5, 0.5),
                          (0, 3.5), (2, 2.5), (-5, 5), (0.2, 0.8), (0, 5), (1, 2), (0.25, 4), (-2, 2)))
    if draw.chance(0.4):
        low = draw.number(-5, 5, 0.5)
        high = low + draw.number(0.5, 10, 0.5)
    a, b = plain(low), plain(high)
    box = sketch.add("random 10000", source)
    if (low, high) == (0, 1):
        box = sketch.add("/ 10000", box)
    elif low == 0:
        box = sketch.add(f"expr $f1 / 10000 * {b}", box)
    else:
        box = sketch.add(f"expr {a} + $f1 / 10000 * ({b} - {a})" if low >= 0 else
                         f"expr ({a}) + $f1 / 10000 * ({b} - ({a}))", box)
    shown = result(draw, sketch, box)
    nouns: list[Text] = [
        lambda: f"a random float {spread(draw, a, b)}", lambda: f"a random decimal {spread(draw, a, b)}",
        lambda: f"a random floating point number {spread(draw, a, b)}",
        lambda: f"a random fractional number {spread(draw, a, b)}",
        lambda: f"random floats {spread(draw, a, b)}", lambda: f"a random float value {spread(draw, a, b)}",
        lambda: f"a random number with decimals {spread(draw, a, b)}",
        lambda: f"random decimal numbers {spread(draw, a, b)}",
        lambda: f"a random real number {spread(draw, a, b)}",
    ]
    speech: list[Text] = [
        lambda: f"random float {a}-{b} @" + shown_tail(shown.box),
        lambda: f"I need a random float {spread(draw, a, b)} @" + shown_tail(shown.box),
        lambda: f"a random number with digits after the point, {a} to {b}, @" + shown_tail(shown.box)]
    return Action(shown.clauses(draw, nouns), lambda trigger: within(shown.box, trigger.count, low, high),
                  shown.watch, speech=speech)


def dice(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One die with some number of sides."""
    sides = draw.one((6, 6, 6, 6, 4, 8, 10, 12, 20, 100, 3, 7, 30, 24))
    shown = result(draw, sketch, sketch.add("+ 1", sketch.add(f"random {sides}", source)))
    kind = draw.one(("a die", "a dice")) if sides == 6 else f"a {sides}-sided die"
    end = "" if shown.box else draw.one((" and [print] the result", " and [print] it to the console"))
    view = draw.one(("", "", " and [show] the result", " and [display] the number")) if shown.box else end
    numeral = "" if shown.box else ", printed to the console"
    clauses: list[Text] = [
        f"[roll] {kind}{view}", f"[simulate] {kind}{view}", f"[throw] {kind}{view}",
        f"[simulate] the roll of {kind}{view}", f"[act] like {kind}{view}", f"[roll] a d{sides}{view}",
        f"[roll] a virtual die with {sides} sides{view}", f"[throw] a {count_word(draw, sides)}-sided die{view}",
        f"[give] a die roll from 1 to {sides}{view}",
    ]
    things: list[Text] = [
        f"a dice roller with {sides} sides{numeral}", f"a {sides}-sided dice roll{numeral}",
        f"a virtual {sides}-sided die{numeral}", f"a d{sides} roller{numeral}"]
    speech: list[Text] = [
        f"dice roll (1 to {sides}) @{numeral}", f"roll a {sides} sided dice @ pls{numeral}",
        f"d{sides} @{numeral}", f"i need a die with {sides} faces, thrown @{numeral}",
        f"a {sides} sided dice, roll it @{numeral}"]
    return Action(clauses, lambda trigger: within(shown.box, trigger.count, 1, sides, whole=True),
                  shown.watch, things, speech)


def dice_sum(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The sum of two dice."""
    sides = draw.one((6, 6, 6, 8, 4, 10, 12, 20))
    both = sketch.add("t b b", source)
    first = sketch.add(f"random {sides}", both)
    second = sketch.add(f"random {sides}", sketch.out(both, 1))
    total = sketch.add("+", first, sketch.into(1, second))
    shown = result(draw, sketch, sketch.add("+ 2", total))
    dies = "two dice" if sides == 6 else f"two {sides}-sided dice"
    nouns: list[Text] = [f"the sum of {dies}", f"the total of {dies}", f"the result of throwing {dies} added up",
                         f"the sum of a roll of {dies}", f"the added points of {dies}"]
    numeral = "" if shown.box else ", printed to the console"
    clauses = shown.clauses(draw, nouns) + [
        f"[roll] {dies} and [add] them{numeral}", f"[throw] {dies} and [sum] the points{numeral}",
        f"[simulate] a roll of {dies} and [add] the numbers{numeral}"]
    speech: list[Text] = [f"roll {dies} @ and add them up{numeral}", f"2d{sides} @{numeral}",
                          f"sum of {dies}, rolled @{numeral}"]
    return Action(clauses, lambda trigger: within(shown.box, trigger.count, 2, 2 * sides, whole=True),
                  shown.watch, speech=speech)


def coin(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Heads or tails, printed; or 0 and 1 in a number box."""
    toss = sketch.add("random 2", source)
    if draw.chance(0.4):
        shown = result(draw, sketch, toss)
        nouns: list[Text] = ["a random 0 or 1", "either 0 or 1 at random", "a random bit", "randomly 0 or 1",
                             "a 0 or a 1 by chance", "0 or 1 with equal probability"]
        return Action(shown.clauses(draw, nouns),
                      lambda trigger: within(shown.box, trigger.count, 0, 1, whole=True), shown.watch)
    heads, tails = draw.one((("heads", "tails"), ("heads", "tails"), ("yes", "no"), ("head", "tail"),
                             ("win", "lose"), ("left", "right"), ("red", "black"), ("on", "off")))
    choice = sketch.add("sel 0 1", toss)
    one = sketch.add(f"msg {heads}", choice)
    other = sketch.add(f"msg {tails}", sketch.out(choice, 1))
    sketch.add("print", one, other)
    pair = f"{heads} or {tails}"
    clauses: list[Text] = [
        f"[flip] a coin and [print] {pair}", f"[toss] a coin and [print] {pair}", f"[print] {pair} at random",
        f"randomly [print] {pair}", f"[print] either {heads} or {tails} with equal chance",
        f"[simulate] a coin flip ({pair}) and [print] it", f"[print] {pair} with a 50 % chance each",
        f"[decide] randomly between {heads} and {tails} and [print] the result"]
    things: list[Text] = [f"a coin flip that prints {pair}", f"a coin toss ({pair}, printed)"]
    speech: list[Text] = [f"coin flip @, print {pair}", f"flip a coin @, {pair} in the console",
                          f"{pair}? @, printed"]
    return Action(clauses, lambda trigger: among(0, trigger.count, (heads, tails)), (), things, speech)


def bell_curve(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The mean of several random numbers, which is near the middle most of the time."""
    top = draw.one((100, 100, 1000, 128, 50, 60, 200, 500, draw.integer(20, 400)))
    both = sketch.add("t b b b", source)
    parts = [sketch.add(f"random {top}", sketch.out(both, index)) for index in range(3)]
    total = sketch.add("+", parts[0], sketch.into(1, parts[1]))
    total = sketch.add("+", total, sketch.into(1, parts[2]))
    shown = result(draw, sketch, sketch.add("/ 3", total))
    nouns: list[Text] = [
        f"the average of three random numbers below {top}", f"the mean of three random numbers under {top}",
        f"the average of 3 random numbers from 0 to {top - 1}",
        f"a bell-curve random number made by averaging three random numbers below {top}",
        f"a roughly gaussian random number, the mean of three random numbers below {top}",
    ]
    return Action(shown.clauses(draw, nouns), lambda trigger: within(shown.box, trigger.count, 0, top - 1),
                  shown.watch)


def two_numbers(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Two independent random numbers as one list."""
    top, other = draw.integer(2, 200), draw.integer(2, 200)
    both = sketch.add("t b b", source)
    first = sketch.add(f"random {top}", both)
    second = sketch.add(f"random {other}", sketch.out(both, 1))
    sketch.add("print", sketch.add("pack f f", first, sketch.into(1, second)))
    clauses: list[Text] = [
        f"[print] a list of two random numbers, the first below {top} and the second below {other}",
        f"[print] two random numbers together, one under {top}, one under {other}",
        f"[make] a pair of random numbers (below {top} and below {other}) and [print] it as a list",
        f"[print] a random pair: 0 to {top - 1} and 0 to {other - 1}",
        f"[pack] two random numbers (smaller than {top}, smaller than {other}) into a list and [print] it",
        f"[print] random coordinates, x below {top} and y below {other}",
        f"[send] a list with a random number below {top} and another below {other} to print"]
    speech: list[Text] = [f"print a random x y pair @, x < {top} and y < {other}",
                          f"two random nums in one list @, max {top - 1} and {other - 1}, printed"]
    return Action(clauses, lambda trigger: all_of(
        spoke(0, trigger.count), each(0, 2 * trigger.count, lambda n: 0 <= n < max(top, other))), (), (), speech)


def multiples(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A random multiple of a step."""
    step, count = draw.one((2, 3, 4, 5, 7, 10, 12, 20, 25, 50, 100)), draw.integer(3, 20)
    shown = result(draw, sketch, sketch.add(f"* {step}", sketch.add(f"random {count}", source)))
    top = step * (count - 1)
    nouns: list[Text] = [f"a random multiple of {step} from 0 to {top}", f"random multiples of {step} up to {top}",
                         f"a random number from 0 to {top} in steps of {step}",
                         f"one of {count} multiples of {step} at random, starting at 0",
                         f"a random multiple of {step} between 0 and {top}"]
    return Action(shown.clauses(draw, nouns), lambda trigger: each(
        shown.box, trigger.count, lambda n: 0 <= n <= top and n % step == 0), shown.watch)


def random_slider(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A slider that jumps to random places."""
    top = draw.one((127, 127, 100, 10, 50, 255, 1000, 500))
    kind, word = draw.one((("hsl", "a slider"), ("hsl", "a horizontal slider"), ("vsl", "a vertical slider")))
    slider = sketch.add(f"{kind} 0 {top}", sketch.add(f"random {top + 1}", source))
    clauses: list[Text] = [
        f"[move] {word} (0 to {top}) to a random position", f"[set] {word} from 0 to {top} to a random value",
        f"[put] {word} with range 0 to {top} at a random place", f"randomly [move] {word} between 0 and {top}",
        f"[make] {word} jump to a random value between 0 and {top}",
        f"[send] a random number from 0 to {top} to {word}"]
    speech: list[Text] = [f"{word} 0-{top} that jumps to random values @",
                          f"randomize {word} (0 to {top}) @"]
    return Action(clauses, lambda trigger: within(slider, trigger.count, -0.5, top), (slider,), (), speech)


SKILLS: dict[str, Skill] = {
    "random-integer": on_event(random_integer),
    "random-fraction": on_event(random_fraction),
    "random-dice": on_event(dice),
    "random-dice-sum": on_event(dice_sum),
    "random-coin": on_event(coin),
    "random-bell-curve": on_event(bell_curve),
    "random-pair": on_event(two_numbers),
    "random-multiple": on_event(multiples),
    "random-slider": on_event(random_slider),
}
