"""Number series that look like chance: chaotic maps, sines, remainders, seeds, shuffles."""

from __future__ import annotations

import itertools

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import (
    among,
    moments,
    numbers,
    says,
    spoke,
    within,
)  # fmt: skip
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import clock, plain, spell
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_trigger import beat, button
from patchgen_training.skills.time_words import Text, listed, spread, worded


def logistic(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The logistic map, one step a bang."""
    rate = draw.one((3.57, 3.6, 3.65, 3.7, 3.75, 3.8, 3.82, 3.9, 3.95, 3.99, 4, draw.number(3.5, 3.99, 0.01)))
    start = draw.one((0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.35, 0.15))
    store = sketch.add(f"f {plain(start)}", source)
    step = sketch.add(f"expr {plain(rate)} * $f1 * (1 - $f1)", store)
    shown = result(draw, sketch, step)
    sketch.connect(step, store, inlet=1)
    r, x = plain(rate), plain(start)
    nouns: list[Text] = [
        f"the next value of the logistic map with r = {r}, starting at {x}",
        f"chaotic numbers with the logistic map, r {r}, start value {x}",
        f"a step of the logistic equation (r={r}, x={x})",
        f"values of the logistic map x = {r} * x * (1 - x) from {x}",
        f"chaos from the logistic map with growth rate {r} and initial value {x}",
        f"pseudo-random values from the chaotic logistic map (r {r}, first x {x})"]
    clauses = shown.clauses(draw, nouns)
    if shown.box:
        clauses += [f"[iterate] the logistic map with r = {r} starting from {x}",
                    f"[calculate] the logistic map with r {r} and x0 {x}, one step",
                    f"[compute] one iteration of the logistic map (r = {r}, start {x})"]
    values = [start]
    for _ in range(5):
        values.append(rate * values[-1] * (1 - values[-1]))
    return Action(clauses, lambda trigger: says(shown.box, values[1 : trigger.count + 1], 0.02), shown.watch)


def sine_hash(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The fractional part of a large multiple of a counter's sine."""
    factor = draw.one((12.9898, 78.233, 3.7, 17.1, 9.3, 91.7, 41.3, draw.number(2, 99, 0.1)))
    scale = draw.one((1000, 10000, 100, 5000, 43758, 9999, 2500, 12345))
    store = sketch.add("f", source)
    ahead = sketch.add("+ 1", store)
    sine = sketch.add(f"expr sin($f1 * {plain(factor)}) * {scale}", store)
    part = sketch.add("wrap", sine)
    top = draw.one((1, 1, 10, 100, 127, 12, 6))
    last = part if top == 1 else sketch.add("int", sketch.add(f"* {top}", part))
    shown = result(draw, sketch, last)
    sketch.connect(ahead, store, inlet=1)
    ends = spread(draw, 0, 1) if top == 1 else f"from 0 to {top - 1}"
    recipe = f"(sine of a counter times {plain(factor)}, scaled by {scale}, fractional part)"
    nouns: list[Text] = [
        f"pseudo random values {ends} computed from the sine of a counter times {plain(factor)}, scaled by {scale}",
        f"a pseudorandom number {ends} {recipe}",
        f"deterministic random numbers {ends}, the fractional part of {scale} times the sine of a counter "
        f"times {plain(factor)}",
        f"a number {ends} from a sine hash with factors {plain(factor)} and {scale}",
        f"random-looking numbers {ends}, made by wrapping {scale} * sin({plain(factor)} * n),",
        f"noise values {ends} by a sin-based hash: wrap(sin(n * {plain(factor)}) * {scale})"]
    return Action(shown.clauses(draw, nouns), lambda trigger: within(
        shown.box, trigger.count, 0, top, whole=top > 1), shown.watch)


def congruence(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A linear congruential generator with small numbers."""
    factor, more, size = draw.one(((75, 74, 65537), (21, 7, 100), (5, 3, 16), (13, 7, 64), (137, 187, 256),
                                   (17, 43, 100), (5, 1, 128), (11, 37, 1000), (25, 11, 128), (9, 5, 64)))
    seed = draw.integer(1, min(99, size - 1))
    store = sketch.add(f"f {seed}", source)
    rest = sketch.add(f"mod {size}", sketch.add(f"+ {more}", sketch.add(f"* {factor}", store)))
    shown = result(draw, sketch, rest)
    sketch.connect(rest, store, inlet=1)
    nouns: list[Text] = [
        f"the next number of a linear congruential generator (times {factor}, plus {more}, modulo {size}, seed {seed})",
        f"pseudo-random numbers x = ({factor} * x + {more}) mod {size} starting from seed {seed}",
        f"an LCG sequence with multiplier {factor}, increment {more}, modulus {size} and seed {seed}",
        f"pseudorandom integers by multiplying with {factor}, adding {more} and taking modulo {size}, seed {seed},"]
    values = [seed]
    for _ in range(5):
        values.append((factor * values[-1] + more) % size)
    return Action(shown.clauses(draw, nouns), lambda trigger: says(
        shown.box, values[1 : trigger.count + 1]), shown.watch)


def seeded(draw: Draw) -> Example:
    """A random generator that a second button sets back to the same series."""
    sketch = Sketch()
    top, seed = draw.integer(4, 500), draw.integer(1, 999)
    button_, reset = sketch.add("bng"), sketch.add('bng "reset"')
    message = sketch.add(f"msg seed {seed}", reset)
    shown = result(draw, sketch, sketch.add(f"random {top}", button_, message))
    clauses: list[Text] = list(shown.clauses(draw, [
            f"a random number below {top} on a click, with a reset button that sets the seed to {seed}",
            f"random numbers under {top} with a button, another button resets the seed to {seed}",
            f"repeatable random numbers from 0 to {top - 1}: one button for a number, one to set seed {seed}",
            f"a random number from 0 to {top - 1}, and has a button to reset the random seed to {seed}"]))
    clauses += [f"can [repeat] its random numbers (0 to {top - 1}): a reset button sends seed {seed}"
                + ("" if shown.box else ", results are printed")]
    clauses[-1] = str(clauses[-1]).replace("can [repeat]", "[repeat]")
    feeds = [Feed(10, reset, "bang"), *(Feed(20 + i, button_, "bang") for i in range(4)),
             Feed(40, reset, "bang"), *(Feed(50 + i, button_, "bang") for i in range(4))]
    return Example(worded(draw, clauses), sketch.text(), all_of(
        within(shown.box, 8, 0, top - 1, whole=True),
        lambda seen: numbers(seen, shown.box)[:4] == numbers(seen, shown.box)[4:]), feeds, shown.watch, 0.1)


def random_intervals(draw: Draw) -> Example:
    """Bangs at random distances in time."""
    low, high = draw.one(((100, 1000), (200, 800), (50, 500), (500, 2000), (1000, 3000), (100, 400), (20, 200),
                          (250, 750), (300, 1500), (1000, 5000), (2000, 4000), (10, 100)))
    sketch = Sketch()
    start, stop = sketch.add('bng "start"'), sketch.add('bng "stop"')
    message = sketch.add("msg stop", stop)
    wait = sketch.add("delay", start, message)
    printed = draw.chance(0.3)
    flash = sketch.add("bng", wait)
    if printed:
        sketch.add("print", flash)
    chance = sketch.add(f"random {high - low + 1}", wait)
    offset = sketch.add(f"+ {low}", chance)
    sketch.connect(offset, wait)
    what = draw.one(("[print] bang", "[print] a bang")) if printed else draw.one(
        ("[send] bangs", "[generate] bangs", "[bang]", "[flash] a button", "[output] bangs"))

    def ends() -> str:
        return draw.one((f"between {spell(draw, low)} and {spell(draw, high)}", f"from {low} to {high} ms",
                         f"between {low} and {high} ms", f"between {low} and {high} milliseconds",
                         f"of {plain(low / 1000)} to {plain(high / 1000)} seconds"))

    tail = ", with start and stop buttons"
    clauses: list[Text] = [
        lambda: f"{what} at random intervals {ends()}{tail}", lambda: f"{what} at irregular times, {ends()} apart{tail}",
        lambda: f"{what} with random pauses {ends()}{tail}",
        lambda: f"{what} after random waiting times {ends()}, again and again{tail}",
        lambda: f"{what} randomly in time (gaps {ends()}), started and stopped by two buttons",
        lambda: f"{what} at unpredictable moments, {ends()} between them, with a start button and a stop button"]
    speech: list[Text] = [] if printed else [
        lambda: f"random metro: bang at random times {ends()}, start + stop buttons",
        lambda: f"I need irregular bangs, gaps {ends()}, start/stop buttons",
        lambda: f"an irregular clock with random intervals {ends()}, one button starts it and one stops it"]
    things: list[Text] = [] if printed else [
        lambda: f"a random metronome with intervals {ends()} and start and stop buttons",
        lambda: f"an irregular pulse generator, {ends()} between pulses, with start and stop buttons"]

    def irregular(seen: Observation) -> bool:
        times = moments(seen, flash)
        gaps = [b - a for a, b in itertools.pairwise(times)]
        return len(gaps) >= 3 and all(low - 1 <= gap <= high + 1 for gap in gaps)

    return Example(worded(draw, clauses, things, speech), sketch.text(), irregular,
                   [Feed(10, start, "bang")], [flash], 0.05 + high * 5 / 1000)


def every_number_once(draw: Draw) -> Example:
    """A fixed permutation of a range: each number once before any comes again."""
    size, factor = draw.one(((7, 3), (8, 3), (8, 5), (9, 2), (10, 3), (10, 7), (12, 5), (12, 7), (16, 5), (16, 7),
                             (16, 11), (11, 4), (13, 5), (20, 7), (24, 7), (32, 13)))
    sketch = Sketch()
    source = sketch.add("bng")
    store = sketch.add("f", source)
    shown = result(draw, sketch, store)
    around = sketch.add(f"mod {size}", sketch.add(f"+ {factor}", store))
    sketch.connect(around, store, inlet=1)
    clauses = shown.clauses(draw, [
        f"every number from 0 to {size - 1} once in mixed order on button clicks, adding {factor} modulo {size}",
        f"a shuffled order of 0 to {size - 1} on clicks by stepping {factor} modulo {size}",
        f"the numbers 0 to {size - 1} in a scrambled order without repetition (plus {factor} modulo {size}) on a button"])
    values = [index * factor % size for index in range(size)]
    return Example(worded(draw, clauses), sketch.text(), says(shown.box, values),
                   [Feed(10 + 5 * i, source, "bang") for i in range(size)], shown.watch, 0.05 + size * 0.005)


def reaction_wait(draw: Draw) -> Example:
    """A single bang after a random wait."""
    low = draw.one((500, 1000, 1000, 2000, 300, 1500))
    high = low + draw.one((500, 1000, 2000, 3000, 4000))
    sketch = Sketch()
    start = sketch.add("bng")
    wait = sketch.add("delay", sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", start)))
    printed = draw.chance(0.4)
    end = sketch.add("print" if printed else "bng", wait)
    what = "[print] a bang" if printed else draw.one(("[flash] another button", "[send] a bang", "[output] a bang"))

    def ends() -> str:
        return draw.one((f"between {spell(draw, low)} and {spell(draw, high)}", f"of {low} to {high} ms",
                         f"between {low} and {high} milliseconds", f"of {plain(low / 1000)}-{plain(high / 1000)} s"))

    clauses: list[Text] = [
        lambda: f"{what} after a random delay {ends()} when a button is clicked",
        lambda: f"[wait] a random time {ends()} after a click and then {what}",
        lambda: f"when a button is pressed {what} after a random time {ends()}",
        lambda: f"{what} once, a random while {ends()} after a button press",
        lambda: f"[delay] a button click by a random time {ends()}" + (" and [print] it" if printed else "")]
    box = 0 if printed else end
    return Example(worded(draw, clauses, (), [
        lambda: f"bang after a random delay {ends()} when I click" + (", print it" if printed else "")]),
        sketch.text(), all_of(spoke(box, 1), lambda seen: low <= moments(seen, box)[0] - 10 <= high + 1),
        [Feed(10, start, "bang")], () if printed else (end,), 0.05 + high / 1000)


def shuffled_notes(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A random value looked up in a table that the patch fills when it opens."""
    values = draw.some(range(1, 128), draw.integer(3, 8))
    size = len(values)
    sketch.add(f"graph values {size} 0 127")
    sketch.add("msg ; values 0 " + " ".join(map(str, values)), sketch.add("loadbang"))
    shown = result(draw, sketch, sketch.add("tabread values", sketch.add(f"random {size}", source)))
    nouns: list[Text] = [
        lambda: f"a random value from a table with {listed(draw, values)}",
        lambda: f"a random element of an array that holds {listed(draw, values)}",
        lambda: f"a number read at a random place of an array filled with {listed(draw, values)}",
        lambda: f"one of {listed(draw, values)} at random from a table",
        lambda: f"a random entry of the array {listed(draw, values)}"]
    return Action(shown.clauses(draw, nouns), lambda trigger: all_of(
        spoke(shown.box, trigger.count), among(shown.box, trigger.count, values)), shown.watch)


SKILLS: dict[str, Skill] = {
    "chaos-logistic-map": on_event(logistic),
    "pseudo-random-sine": on_event(sine_hash),
    "pseudo-random-congruence": on_event(congruence),
    "random-seed": seeded,
    "random-intervals": random_intervals,
    "random-once-each": every_number_once,
    "random-wait": reaction_wait,
    "random-from-table": on_event(shuffled_notes, lambda draw, sketch: (
        button(draw, sketch) if draw.chance(0.6) else beat(
            draw, sketch, clock(draw), draw.one(("toggle", "buttons"))))),
}
