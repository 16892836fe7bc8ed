"""Measured time: between clicks, on a stopwatch, counted down, held, missed."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, begins, numbers, says, spoke
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_clock import duration, every, spell
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_event import Result, result
from patchgen_training.skills.time_words import Text, worded

UNITS = (("", "", 1.0), ("", " in milliseconds", 1.0), ("", " in ms", 1.0), ("/ 1000", " in seconds", 1000.0),
         ("/ 1000", " in seconds", 1000.0), ("/ 60000", " in minutes", 60000.0))


def measured(draw: Draw, sketch: Sketch, timer: Handle | Cord) -> tuple[Result, str, float]:
    """The timer's number in some unit, shown or printed."""
    box, unit, factor = draw.one(UNITS)
    return result(draw, sketch, sketch.add(box, timer) if box else timer, printed=0.4), unit, factor


def near(box: Handle, value: float) -> Holds:
    """The last number is near the value."""
    return lambda seen: bool(numbers(seen, box)) and abs(numbers(seen, box)[-1] - value) <= 0.02 * value + 0.001


def between_buttons(draw: Draw) -> Example:
    """The time between a click on one button and one on another."""
    names = draw.one((("start", "stop"), ("start", "stop"), ("first", "second"), ("start", "end"), ("begin", "end"), ("a", "b")))
    sketch = Sketch()
    start, stop = (sketch.add(f'bng "{name}"') for name in names)
    shown, unit, factor = measured(draw, sketch, sketch.add("timer", start, sketch.into(1, stop)))
    one, other = names
    nouns: list[Text] = [
        f"the time between a {one} button and a {other} button{unit}", f"the time between clicking {one} and {other}{unit}",
        f"the time from a {one} button to a {other} button{unit}", f"how much time{unit} passes between two buttons, {one} and {other}",
        f"the elapsed time{unit} between pressing {one} and pressing {other}", f"the time{unit} between two buttons called {one} and {other}"]
    clauses = shown.seen().clauses(draw, nouns)
    view = "" if shown.box else draw.one((" and [print] it", " and [print] the result"))
    clauses += [f"[measure] the time{unit} between a {one} button and a {other} button{view}",
                f"[measure] how long it takes{unit} from {one} to {other}{view}, with two buttons"]
    things: list[Text] = [f"a stopwatch with {one} and {other} buttons that {'shows' if shown.box else 'prints'} the time{unit}"]
    speech: list[Text] = [f"stopwatch{unit}, {one} button, {other} button" + ("" if shown.box else ", print the time"),
                          f"how long between click on {one} and click on {other}{unit}?" + ("" if shown.box else " print it")]
    gap = draw.integer(100, 900)
    return Example(worded(draw, clauses, things, speech), sketch.text(), near(shown.box, gap / factor),
                   [Feed(10, start, "bang"), Feed(10 + gap, stop, "bang")], shown.watch, 1.0)


def between_clicks(draw: Draw) -> Example:
    """The time since the last click of the same button."""
    sketch = Sketch()
    source = sketch.add("bng")
    both = sketch.add("t b b", source)
    shown, unit, factor = measured(draw, sketch, sketch.add("timer", both, sketch.into(1, sketch.out(both, 1))))
    nouns: list[Text] = [
        f"the time between two clicks of a button{unit}", f"the time since the last click of a button{unit}",
        f"the time between two bangs of the same button{unit}", f"the interval between successive button clicks{unit}",
        f"how much time{unit} passed since the previous click", f"the time from click to click{unit}"]
    clauses = shown.seen().clauses(draw, nouns)
    view = "" if shown.box else " and [print] it"
    clauses += [f"[measure] the time{unit} between two clicks on a button{view}", f"[measure] the interval{unit} between bangs{view}"]
    return Example(worded(draw, clauses, (), [f"time between 2 bangs{unit}" + ("" if shown.box else ", print it")]), sketch.text(),
                   near(shown.box, 0.4 * 1000 / factor), [Feed(10, source, "bang"), Feed(410, source, "bang")], shown.watch, 0.6)


def held(draw: Draw) -> Example:
    """How long a toggle was on."""
    sketch = Sketch()
    toggle = sketch.add("tgl")
    select = sketch.add("sel 1 0", toggle)
    shown, unit, factor = measured(draw, sketch, sketch.add("timer", select, sketch.into(1, sketch.out(select, 1))))
    nouns: list[Text] = [f"how long a toggle was on{unit}", f"the time{unit} that a toggle was switched on",
                         f"the time between switching a toggle on and off{unit}", f"the duration of a toggle's on state{unit}"]
    clauses = shown.seen().clauses(draw, nouns)
    view = "" if shown.box else " and [print] it"
    clauses += [f"[measure] how long a toggle stays on{unit}{view}", f"[measure] the time{unit} a toggle is on{view}"]
    return Example(worded(draw, clauses, (), [f"how long was the toggle on{unit}?" + ("" if shown.box else " print it")]), sketch.text(),
                   near(shown.box, 300 / factor), [Feed(10, toggle, "1"), Feed(310, toggle, "0")], shown.watch, 0.5)


def running_clock(draw: Draw) -> Example:
    """Seconds that count up while a toggle is on, starting again at zero."""
    step, unit = draw.one(((1000, "seconds"), (1000, "seconds"), (100, "tenths of a second"), (60000, "minutes"), (10, "hundredths of a second")))
    reset = draw.chance(0.6)
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    clear = sketch.add('bng "reset"') if reset else 0
    metro = sketch.add(f"metro {step}", switch)
    zero = [sketch.into(1, sketch.add("msg 0", clear))] if reset else []
    store = sketch.add("f", metro, *zero)
    shown = result(draw, sketch, store, printed=0.25)
    sketch.connect(sketch.add("+ 1", store), store, inlet=1)
    tail = draw.one((" and has a reset button", ", with a reset button", ", reset by a button")) if reset else ""
    nouns: list[Text] = [f"the elapsed {unit} while a toggle is on{tail}", f"the number of {unit} since a toggle was switched on{tail}",
                         f"the {unit} that pass while a toggle is on{tail}"]
    clauses = shown.seen().clauses(draw, nouns)
    view = "" if shown.box else " and [print] them"
    clauses += [f"[count] {unit} while a toggle is on{view}{tail}", f"[count] the {unit}{view}, started and stopped by a toggle{tail}",
                f"[count] {unit} with a toggle to start and stop{view}{tail}"]
    things: list[Text] = [f"a clock that {'shows' if shown.box else 'prints'} the {unit}, with a toggle{tail}"]
    seconds = 3.5 * step / 1000
    return Example(worded(draw, clauses, things, [f"count {unit}{view.replace('[print]', 'print')} with on/off toggle{tail}"]), sketch.text(),
                   says(shown.box, [0, 1, 2, 3]), [Feed(10, switch, "1")], shown.watch, 0.01 + seconds)


def countdown(draw: Draw) -> Example:
    """Down from a number to zero; then it stops, perhaps with a word."""
    top, step = draw.one((3, 5, 10, 10, 20, 30, 60, 100, draw.integer(3, 60))), draw.one((1000, 1000, 1000, 500, 100, 200, 250, 2000))
    step = min(step, 20000 // top)
    word = draw.one(("", "", *GREETINGS))
    sketch = Sketch()
    start = sketch.add("bng")
    both = sketch.add("t b b", start)
    metro = sketch.add(f"metro {step}", both)
    store = sketch.add("f", metro, sketch.into(1, sketch.add(f"msg {top}", sketch.out(both, 1))))
    shown = Result(sketch.add("number", store), ()) if not word and draw.chance(0.75) else result(draw, sketch, store, printed=0 if word else 1)
    last = sketch.add("- 1", store)
    done = sketch.add("sel 0", store)
    stop = sketch.add("msg stop", done)
    if word:
        sketch.add("print", sketch.add(f"msg {word}", done))
    sketch.connect(last, store, inlet=1)
    sketch.connect(stop, metro)

    def pace() -> str:
        if step == 1000:
            return draw.one(("every second", "once per second", "in seconds", "one per second"))
        return every(draw, step)

    end = f" and [print] {word} at zero" if word else draw.one(("", " and [stop]", " and [stop] at zero"))
    view = "" if shown.box else " and [print] the numbers"
    clauses: list[Text] = [
        lambda: f"[count] down from {top} to 0 {pace()} when a button is clicked{view}{end}", lambda: f"[count] backwards from {top} to zero {pace()} on a click{view}{end}",
        lambda: f"[start] a countdown from {top} {pace()} with a button{view}{end}", lambda: f"when a button is pressed [count] down {pace()} from {top} to 0{view}{end}",
        lambda: f"[make] a countdown from {top} to 0, {pace()}, started by a button{view}{end}"]
    things: list[Text] = [] if view or word else [lambda: f"a countdown from {top} to zero {pace()}, started with a button", lambda: f"a {top} step countdown timer, {pace()}, with a start by button"]
    if word and shown.box:
        things = [lambda: f"a countdown from {top} to 0 {pace()} that prints {word} at the end, started by a button"]
    speech: list[Text] = [lambda: (f"countdown {top} to 0 {pace()} on a button click{view}{end}").replace("[", "").replace("]", ""),
                          lambda: f"{top}, {top - 1}, {top - 2} ... 0, {pace()}, after a click{view}{end}".replace("[", "").replace("]", "")]
    checks = [says(shown.box, list(range(top, -1, -1)))] + ([says(0, [word])] if word else [])
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(*checks), [Feed(10, start, "bang")], shown.watch,
                   (10 + step * (top + 2.5)) / 1000)


def inactive(draw: Draw) -> Example:
    """A time-out: nothing came for a while."""
    time, word = duration(draw, 200, 8000), draw.one(GREETINGS)
    sketch = Sketch()
    source = sketch.add("bng")
    wait = sketch.add(f"delay {time}", source)
    printed = draw.chance(0.5)
    end = 0 if printed else sketch.add("bng", wait)
    if printed:
        sketch.add("print", sketch.add(f"msg {word}", wait))
    what = f"[print] {word}" if printed else draw.one(("[send] a bang", "[flash] a button"))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"{what} when a button has not been clicked for {t()} after the last click", lambda: f"{what} if no click comes for {t()}",
        lambda: f"{what} once clicks on a button have stopped for {t()}", lambda: f"{what} {t()} after the last click of a button, each new click starts the wait again",
        lambda: f"[wait] until a button was left alone for {t()} and then {what}", lambda: f"{what} after {t()} of inactivity of a button"]
    things: list[Text] = [lambda: f"a timeout of {t()} that is restarted by each click" + (f" and prints {word}" if printed else " and ends with a bang")]
    speech: list[Text] = [lambda: f"timeout: no click for {t()} -> " + (f"print {word}" if printed else "bang")]
    early = 10 + time * 0.5
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(end, [early + time]),
                   [Feed(10, source, "bang"), Feed(early, source, "bang")], (end,) if end else (), 0.05 + (early + time) / 1000)


def debounce(draw: Draw) -> Example:
    """After a click, further clicks do nothing for a while."""
    time = duration(draw, 50, 3000)
    sketch = Sketch()
    source = sketch.add("bng")
    gate = sketch.add("spigot 1", source)
    light = sketch.add("bng", gate)
    both = sketch.add("t b b", light)
    shut = sketch.add("msg 0", sketch.out(both, 1))
    back = sketch.add("msg 1", sketch.add(f"delay {time}", both))
    sketch.connect(shut, gate, inlet=1)
    sketch.connect(back, gate, inlet=1)

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[pass] a button's bang and then [ignore] further clicks for {t()}", lambda: f"[ignore] clicks that come within {t()} of the last accepted one",
        lambda: f"[debounce] a button by {t()}", lambda: f"[let] at most one bang through every {t()}", lambda: f"[block] all bangs for {t()} after each accepted click",
        lambda: f"[limit] the rate of a button to one bang per {t()}"]
    things: list[Text] = [lambda: f"a debouncer for a button, dead time {t()}", lambda: f"a button with a refractory time of {t()}"]
    return Example(worded(draw, clauses, things, [lambda: f"debounce my button, {t()}", lambda: f"ignore double clicks within {t()}"]), sketch.text(),
                   at_times(light, [10, 20 + time]), [Feed(10, source, "bang"), Feed(10 + time * 0.6, source, "bang"), Feed(20 + time, source, "bang")],
                   [light], 0.1 + time / 1000)


def double_click(draw: Draw) -> Example:
    """Only two clicks in quick succession count."""
    time = draw.one((200, 250, 300, 400, 500, draw.integer(15, 60) * 10))
    sketch = Sketch()
    source = sketch.add("bng")
    both = sketch.add("t b b", source)
    timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
    near_ = sketch.add("sel 1", sketch.add(f"expr $f1 \\< {time}", timer))
    light = sketch.add("bng", near_)
    clauses: list[Text] = [f"[detect] a double click on a button within {time} ms", f"[send] a bang when a button is clicked twice within {time} ms",
                           f"[flash] a second button on a double click faster than {time} ms", f"[react] with a bang to two clicks less than {time} milliseconds apart"]
    return Example(worded(draw, clauses, [f"a double click detector ({time} ms)"], [f"double click detection, {time} ms"]), sketch.text(),
                   lambda seen: len(seen.values(light - 1)) >= 1 and seen.values(light - 1)[-1].at > 1000,
                   [Feed(1000, source, "bang"), Feed(1000 + time * 0.5, source, "bang"), Feed(1900 + time, source, "bang")], [light], 3.0)


def timed_toggle(draw: Draw) -> Example:
    """A toggle that a button switches on for a while."""
    time = duration(draw, 100, 10000)
    sketch = Sketch()
    source = sketch.add("bng")
    on = sketch.add("msg 1", source)
    off = sketch.add("msg 0", sketch.add(f"delay {time}", source))
    toggle = sketch.add("tgl", on, off)

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[switch] a toggle on for {t()} when a button is clicked", lambda: f"[turn] a toggle on with a button and off again after {t()}",
        lambda: f"[turn] on a toggle when a button is pressed and [turn] it off {t()} later", lambda: f"[set] a toggle to 1 for {t()} on a click",
        lambda: f"[output] 1 when a button is clicked and 0 after {t()}, shown by a toggle", lambda: f"[keep] a toggle on for {t()} after a button press"]
    things: list[Text] = [lambda: f"a timed switch: a button turns a toggle on for {t()}", lambda: f"a toggle that goes off by itself {t()} after a button turned it on"]
    return Example(worded(draw, clauses, things, [lambda: f"click -> toggle on, {t()} later off"]), sketch.text(), all_of(
        says(toggle, [1, 0]), at_times(toggle, [10, 10 + time])), [Feed(10, source, "bang")], [toggle], 0.05 + time / 1000)


def reaction_game(draw: Draw) -> Example:
    """A light after a random wait, and the time until the player clicks."""
    low, spread_ = draw.one((500, 1000, 1500, 2000)), draw.one((1000, 2000, 3000, 4000))
    sketch = Sketch()
    start = sketch.add('bng "start"')
    wait = sketch.add("delay", sketch.add(f"+ {low}", sketch.add(f"random {spread_}", start)))
    light = sketch.add('bng "now"', wait)
    react = sketch.add('bng "react"')
    shown = result(draw, sketch, sketch.add("timer", light, sketch.into(1, react)))
    span = f"between {low} and {low + spread_} ms"
    verb = "show" if shown.box else "print"
    clauses: list[Text] = [
        f"[test] the reaction time: a start button, a light labelled now after a random time {span}, a react button, and [{verb}] the time in ms",
        f"[measure] reaction time: after start a button now flashes at a random time {span}, clicking react will {verb} the milliseconds",
        f"[flash] a button now at a random time {span} after start and [{verb}] the time until a react button is clicked"]
    things: list[Text] = [f"a reaction time test (start, now and react buttons, random wait {span}) that {verb}s the time"]
    end = low + spread_ + 200

    def fits(seen: Observation) -> bool:
        flashed = seen.values(light - 1)
        return len(flashed) == 1 and abs(numbers(seen, shown.box)[-1] - (end - flashed[0].at)) < 3

    return Example(worded(draw, clauses, things), sketch.text(), fits, [Feed(10, start, "bang"), Feed(end, react, "bang")],
                   (light, *shown.watch), 0.1 + end / 1000)


def sample_rate_of_bangs(draw: Draw) -> Example:
    """How many clicks came in each stretch of time."""
    time = draw.one((1000, 1000, 2000, 5000, 500, 3000))
    sketch = Sketch()
    tap, switch = sketch.add("bng"), sketch.add('tgl "on"')
    metro = sketch.add(f"metro {time}", switch)
    both = sketch.add("t b b", metro)
    zero = sketch.add("msg 0", both)
    store = sketch.add("f", sketch.out(both, 1))
    shown = result(draw, sketch, store)
    count = sketch.add("f", tap, sketch.into(1, zero))
    more = sketch.add("+ 1", count)
    sketch.connect(zero, store, inlet=1)
    sketch.connect(more, count, inlet=1)
    sketch.connect(more, store, inlet=1)

    def e() -> str:
        return every(draw, time)

    nouns: list[Text] = [lambda: f"how often a button was clicked, {e()}, while a toggle is on", lambda: f"{e()} the number of clicks on a button since the last time, with a toggle",
                         lambda: f"the number of button clicks {e()} and starts again at zero, with an on toggle"]
    verb = "show" if shown.box else "print"
    clauses: list[Text] = [lambda: f"[{verb}] " + str(draw.one(nouns)()) for _ in range(4)]  # type: ignore[operator]
    return Example(worded(draw, clauses, (), [lambda: f"click counter that {verb}s and resets {e()}, toggle on/off"]), sketch.text(),
                   lambda seen: begins(shown.box, [0, 3])(seen) and spoke(shown.box, 3)(seen),
                   [Feed(10, switch, "1"), *(Feed(20 + 10 * i, tap, "bang") for i in range(3))], shown.watch, (10 + time * 2.5) / 1000)


SKILLS: dict[str, Skill] = widened({
    "timer-two-buttons": between_buttons,
    "timer-clicks": between_clicks,
    "timer-toggle-held": held,
    "clock-seconds": running_clock,
    "countdown": countdown,
    "timeout-inactive": inactive,
    "debounce": debounce,
    "double-click": double_click,
    "toggle-timed": timed_toggle,
    "reaction-time": reaction_game,
    "clicks-per-time": sample_rate_of_bangs,
})
