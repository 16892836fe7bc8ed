"""Numbers that glide, swing and are sampled: line, control-rate oscillators, sample and hold."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import moments, numbers, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import clock, duration, every, plain, spell
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_trigger import Trigger, beat, button
from patchgen_training.skills.time_words import Text, worded


def bounds(draw: Draw) -> tuple[float, float]:
    """Two ends of a glide."""
    if draw.chance(0.4):
        return draw.one(((0, 1), (0, 1), (0, 127), (0, 100), (1, 0), (100, 0), (127, 0), (0, 10), (0, 1000), (-1, 1), (200, 800), (440, 880), (0, 255)))
    low, high = draw.some(range(0, 1001, draw.one((1, 5, 10, 50))), 2)
    return low, high


def arrives(box: Handle, low: float, high: float, start: float, time: float) -> Holds:
    """The glide ends at its goal, in time, and lies in between on the way."""
    def check(seen: Observation) -> bool:
        values, when = numbers(seen, box), moments(seen, box)
        return len(values) > 2 and abs(values[-1] - high) < 1e-3 and abs(when[-1] - start - time) < 25 and all(
            min(low, high) - 1e-3 <= v <= max(low, high) + 1e-3 for v in values)
    return check


def ramp(draw: Draw) -> Example:
    """From one number to another in some time, on a click."""
    low, high = bounds(draw)
    time = duration(draw, 200, 10000)
    a, b = plain(low), plain(high)
    sketch = Sketch()
    source = sketch.add("bng")
    shown = result(draw, sketch, sketch.add("line", sketch.add(f"msg {a} , {b} {time}", source)), printed=0.15)
    tail = "" if shown.box else " and [print] the values"
    view = "" if not shown.box else draw.one(("", "", " in a number box", " and [show] it in a number box"))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[ramp] from {a} to {b} in {t()} when a button is clicked{tail}", lambda: f"on a click, [glide] from {a} to {b} within {t()}{tail}",
        lambda: f"[fade] a number from {a} to {b} over {t()} on a button click{tail}{view}", lambda: f"[move] a value smoothly from {a} to {b} in {t()} when a button is pressed{tail}{view}",
        lambda: f"[generate] a line from {a} to {b} lasting {t()} after a button press{tail}", lambda: f"[interpolate] between {a} and {b} in {t()} on a bang{tail}",
        lambda: f"[go] linearly from {a} to {b} in {t()} on a bang{tail}{view}", lambda: f"[sweep] a number from {a} to {b} in the course of {t()} on each click{tail}"]
    things: list[Text] = [lambda: f"a linear ramp from {a} to {b} in {t()}, started by a button" + (", printed" if tail else ""), lambda: f"a {plain(time)} ms line from {a} to {b} on a button" + (", printed" if tail else "")]
    speech: list[Text] = [lambda: f"line {a} to {b} in {t()} on click" + (", print it" if tail else ""), lambda: f"ramp {a} -> {b}, {t()}, button" + (", print values" if tail else ""),
                          lambda: f"when i click, a number should go from {a} to {b} in {t()}" + (", printed" if tail else "")]
    return Example(worded(draw, clauses, things, speech), sketch.text(), arrives(shown.box, low, high, 10, time), [Feed(10, source, "bang")], shown.watch, 0.1 + time / 1000)


def smooth(draw: Draw) -> Example:
    """A number box that follows its input with a glide."""
    time = duration(draw, 50, 5000)
    slider = draw.chance(0.5)
    top = draw.one((127, 1, 100, 1000))
    sketch = Sketch()
    source = sketch.add(f"hsl 0 {top}" if slider else "number")
    shown = sketch.add("number", sketch.add("line", sketch.add(f"msg $1 {time}", source)))
    what = f"a slider from 0 to {top}" if slider else "a number box"

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[smooth] the values of {what} over {t()}", lambda: f"[glide] to each new value of {what} in {t()}", lambda: f"[make] a number follow {what} slowly, taking {t()}",
        lambda: f"[ramp] to the value of {what} within {t()}", lambda: f"[approach] every new number from {what} linearly in {t()}", lambda: f"[slide] to the input from {what} in {t()} and [show] the result"]
    things: list[Text] = [lambda: f"a {plain(time)} ms glide for {what}", lambda: f"portamento of {t()} for the numbers of {what}"]
    goal = top if slider else draw.integer(2, 100)
    return Example(worded(draw, clauses, things, [lambda: f"smooth {what} with a {t()} ramp", lambda: f"{what} should glide, {t()}"]), sketch.text(),
                   arrives(shown, 0, goal, 10, time), [Feed(10, source, str(goal))], [shown], 0.1 + time / 1000)


def up_and_back(draw: Draw) -> Example:
    """Up in one time, down in another."""
    top = draw.one((1, 1, 127, 100, 10, 50, 1000))
    one, other = duration(draw, 100, 3000), duration(draw, 100, 3000)
    sketch = Sketch()
    source = sketch.add("bng")
    up = sketch.add(f"msg {top} {one}", source)
    down = sketch.add(f"msg 0 {other}", sketch.add(f"delay {one}", source))
    shown = sketch.add("number", sketch.add("line", up, down))

    def span() -> str:
        return draw.one((f"to {top} in {spell(draw, one)} and back to 0 in {spell(draw, other)}", f"from 0 to {top} in {spell(draw, one)} and down to 0 again in {spell(draw, other)}"))

    clauses: list[Text] = [lambda: f"[ramp] {span()} when a button is clicked", lambda: f"on a click [move] a number {span()}", lambda: f"[fade] a value up {span()} on a bang",
                           lambda: f"[make] an attack and decay ramp, {span()}, on a button press", lambda: f"when a button is pressed [go] {span()}"]
    return Example(worded(draw, clauses, [lambda: f"an up-down ramp {span()} on a button"], [lambda: f"click -> number goes {span()}"]), sketch.text(),
                   lambda seen: max(numbers(seen, shown)) > 0.9 * top and numbers(seen, shown)[-1] == 0, [Feed(10, source, "bang")], [shown], 0.1 + (one + other) / 1000)


def slow_wave(draw: Draw) -> Example:
    """A control-rate sine."""
    rate = draw.one((0.1, 0.2, 0.25, 0.5, 0.5, 1, 1, 2, 3, 0.3, 4, 5, 0.4))
    low, high = draw.one(((-1, 1), (-1, 1), (0, 1), (0, 127), (0, 100), (200, 800), (0, 10), (100, 1000), (50, 70)))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    wave = sketch.add(f"osc~ {plain(rate)}")
    snap = sketch.add("snapshot~", wave, sketch.add("metro 20", switch))
    if (low, high) != (-1, 1):
        half = plain((high - low) / 2)
        snap = sketch.add(f"+ {plain((high + low) / 2)}", sketch.add(f"* {half}", snap))
    shown = sketch.add("number", snap)
    ends = f"between {low} and {high}"
    r = plain(rate)
    clauses: list[Text] = [
        f"[show] a slow sine wave of {r} Hz {ends} as numbers, with a toggle", f"[generate] LFO values {ends} at {r} Hz in a number box, with an on/off toggle",
        f"[output] a control-rate sine {ends} with {r} Hz when a toggle is on", f"[move] a number up and down like a sine {ends}, {r} times a second, with a toggle",
        f"[read] a {r} Hz sine oscillator as control values {ends} while a toggle is on"]
    things: list[Text] = [f"an LFO of {r} Hz {ends} that outputs numbers, with a toggle", f"a {r}Hz control-rate sine LFO ({low} to {high}) with on/off toggle"]
    return Example(worded(draw, clauses, things, [f"lfo {r} hz numbers {ends}, toggle"]), sketch.text(), all_of(
        lambda seen: all(low - 0.01 <= v <= high + 0.01 for v in numbers(seen, shown)),
        lambda seen: max(numbers(seen, shown)) - min(numbers(seen, shown)) > 0.9 * (high - low)), [Feed(10, switch, "1")], [shown], 0.1 + 1.1 / rate)


def repeated_sweep(draw: Draw) -> Example:
    """A slider that travels by itself, again and again."""
    time = duration(draw, 500, 8000)
    top = draw.one((127, 127, 100, 1, 1000, 10))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {time}", switch)
    slider = sketch.add(f"hsl 0 {top}", sketch.add("line", sketch.add(f"msg 0 , {top} {time}", metro)))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[move] a slider from 0 to {top} in {t()} again and again, with a toggle", lambda: f"[automate] a slider: it travels from 0 to {top} {every(draw, time)} while a toggle is on",
        lambda: f"[make] a slider go repeatedly from 0 to {top} within {t()} when a toggle is on", lambda: f"[sweep] a slider from 0 up to {top} in {t()}, in a loop, with an on/off toggle"]
    things: list[Text] = [lambda: f"a slider (0 to {top}) that moves by itself in {t()}, looped, with a toggle", lambda: f"slider automation from 0 to {top} over {t()}, repeating, with a toggle"]
    return Example(worded(draw, clauses, things), sketch.text(), lambda seen: len(numbers(seen, slider)) > 5 and max(numbers(seen, slider)) > 0.9 * top, [Feed(10, switch, "1")], [slider],
                   0.1 + 1.5 * time / 1000)


def sample_and_hold(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The value of an input, taken at the beat."""
    slider = draw.chance(0.6)
    what, body = ("a slider", "hsl 0 127 \"value\"") if slider else ("a number box", 'number "value"')
    value = sketch.add(body)
    shown = result(draw, sketch, sketch.add("f", source, sketch.into(1, value)))
    nouns: list[Text] = [f"the current value of {what}", f"the value of {what}", f"the last number from {what}", f"the value that {what} has"]
    tail = "" if shown.box else " and [print] it"
    clauses = shown.seen().clauses(draw, nouns) + [f"[sample] the value of {what}{tail}", f"[read] {what}{tail}", f"[take] the current value of {what}{tail}", f"[sample] and [hold] {what}{tail}"]
    return Action(clauses, lambda trigger: says(shown.box, [0] * trigger.count), shown.watch, [], [f"sample {what} @" + ("" if shown.box else " and print it"), f"sample & hold {what} @" + ("" if shown.box else ", printed")])


def fed_sample(draw: Draw) -> Example:
    """Sample and hold, with the input really moved."""
    example = on_event(sample_and_hold, draw_plain)(draw)
    lines = example.patch.splitlines()
    value = next(int(line.split()[0]) for line in lines if '"value"' in line)
    number = draw.integer(1, 127)
    box = example.watch[0] if example.watch else 0
    return Example(example.wordings, example.patch, lambda seen: len(numbers(seen, box)) > 1 and set(numbers(seen, box)) == {float(number)},
                   [Feed(3, value, str(number)), *example.feeds], example.watch, example.seconds)


def draw_plain(draw: Draw, sketch: Sketch) -> Trigger:
    """A beat with a toggle, or a button."""
    return button(draw, sketch) if draw.chance(0.4) else beat(draw, sketch, clock(draw), "toggle")


def rate_limit(draw: Draw) -> Example:
    """At most one number each period: the newest, if it changed."""
    time = duration(draw, 50, 2000)
    sketch = Sketch()
    value, switch = sketch.add("number"), sketch.add('tgl "on"')
    shown = sketch.add("number", sketch.add("change", sketch.add("f", sketch.add(f"metro {time}", switch), sketch.into(1, value))))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [lambda: f"[limit] a stream of numbers to one per {t()}, only when changed, with a toggle", lambda: f"[thin] out numbers: at most one per {spell(draw, time)}, no repeats, toggle to switch it on",
                           lambda: f"[pass] on the newest number {every(draw, time)} if it has changed, while a toggle is on"]
    return Example(worded(draw, clauses, [lambda: f"a speed limit for numbers of {t()} with a toggle, repeats left out"]), sketch.text(), says(shown, [7, 9]),
                   [Feed(5, value, "7"), Feed(10, switch, "1"), Feed(12, value, "8"), Feed(14, value, "9")], [shown], 0.05 + 2.5 * time / 1000)


def since_on(draw: Draw) -> Example:
    """Time mapped to a number: the ramp runs while the toggle is on and falls back when off."""
    time = duration(draw, 500, 8000)
    top = draw.one((1, 127, 100, 1000))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    select = sketch.add("sel 1 0", switch)
    up = sketch.add(f"msg {top} {time}", select)
    down = sketch.add(f"msg 0 {time}", sketch.out(select, 1))
    shown = sketch.add("number", sketch.add("line", up, down))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [lambda: f"[fade] a number up to {top} in {t()} when a toggle is on and back to 0 in {t()} when it is off", lambda: f"[ramp] to {top} over {t()} when a toggle is switched on, to 0 over {t()} when off",
                           lambda: f"[raise] a number to {top} within {t()} if a toggle is on, and [lower] it to 0 within {t()} if it is off"]
    return Example(worded(draw, clauses, [lambda: f"a fader controlled by a toggle: {top} when on, 0 when off, {t()} each way"], [lambda: f"toggle on -> {top} in {t()}, off -> 0 in {t()}"]), sketch.text(),
                   lambda seen: abs(max(numbers(seen, shown)) - top) < 1e-3 and numbers(seen, shown)[-1] == 0, [Feed(10, switch, "1"), Feed(20 + time, switch, "0")], [shown], 0.1 + 2 * time / 1000)


SKILLS: dict[str, Skill] = widened({
    "ramp-on-click": ramp,
    "ramp-smooth-input": smooth,
    "ramp-up-and-back": up_and_back,
    "ramp-by-toggle": since_on,
    "lfo-numbers": slow_wave,
    "slider-travels": repeated_sweep,
    "sample-and-hold": fed_sample,
    "number-rate-limit": rate_limit,
})
