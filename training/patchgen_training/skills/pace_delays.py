"""Skills: something later: delayed bangs, numbers and words, steps one after the other, waits that can be cancelled or set."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect import all_of, bangs
from patchgen_training.skills.expect_time import at_times, says, spoke
from patchgen_training.skills.pace_words import CLICK, span, told
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.sound_words import Control, Request

TIMES = (50, 100, 120, 150, 200, 250, 300, 350, 400, 450, 600, 700, 750, 800, 900, 1000, 1000, 1200, 1500, 2000, 2000, 2500, 3000, 3000, 4000, 5000)
WORDS = ("done", "hello", "ready", "late", "time", "go", "start", "finished", "now", "over", "wake", "stop", "tea", "ring")

BANG = (
    "waits {t} and then sends a bang", "delays a bang by {t}", "sends a bang {t} later", "passes the bang on after {t}", "flashes a second button after {t}", "holds the bang back for {t} and then outputs it", "lets {t} pass before a second button flashes", "triggers another button with a delay of {t}",
)  # fmt: skip
BANG_ASKS = ("I click, and {t} later another button should flash", "how do I delay a bang by {t}?", "click -> wait {t} -> bang", "what waits {t} after a click and then bangs?", "I press a button but the bang should come {t} later", "a bang that comes {t} after the click")
WORD = (
    "waits {t} and then prints {w}", "prints the word {w} to the console after {t}", "prints {w} {t} later", "writes {w} to the Pd window with a delay of {t}", "posts the message {w} to the console after waiting {t}", "lets {t} pass and then prints {w} to the console",
)  # fmt: skip
WORD_ASKS = ("I click, and {t} later {w} should be in the console", "how do I print {w} {t} after a click?", "click -> wait {t} -> print {w}", "a button that prints {w}, but only after {t}")
TOGGLED = (
    "turns a toggle on and switches it off again after {t}", "sets a toggle to 1 and {t} later back to 0", "switches a toggle on for {t}", "lights a toggle for {t}", "keeps a toggle on for {t} and then turns it off", "outputs a 1 to a toggle and a 0 after {t}",
)  # fmt: skip
TOGGLED_ASKS = ("a toggle that goes on when I click and off by itself after {t}", "how can I switch a toggle on for {t}? A button starts it", "click = on, {t} later = off (toggle)", "like a staircase light: a click turns a toggle on and {t} later it goes off")


def by_click(kind: str) -> Callable[[Draw], Example]:
    """A bang, a word or the end of a light some time after a click."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        time, word = draw.one(TIMES), draw.one(WORDS)
        button = sketch.add("bng")
        values = {"t": span(draw, time), "w": lambda: word}
        feeds, seconds = [(10, button, "bang")], time / 1000 + 0.1
        if kind == "toggle":
            on, off = sketch.add("msg 1", button), sketch.add("msg 0", sketch.add(f"delay {time}", button))
            light = sketch.add("tgl", on, off)
            return told(draw, sketch, Request(TOGGLED, (), TOGGLED_ASKS, when=CLICK, values=values), all_of(says(light, [1, 0]), at_times(light, [10, 10 + time])), feeds, (light,), seconds)
        late = sketch.add(f"delay {time}", button)
        if kind == "word":
            sketch.add("print", sketch.add(f"msg {word}", late))
            return told(draw, sketch, Request(WORD, (), WORD_ASKS, when=CLICK, values=values), all_of(says(0, [word]), at_times(0, [10 + time])), feeds, (), seconds)
        light = sketch.add("bng", late)
        return told(draw, sketch, Request(BANG, (), BANG_ASKS, when=CLICK, values=values), at_times(light, [10 + time]), feeds, (light,), seconds)

    return skill


NUMBER = (
    "delays a number entered in a number box by {t} and {shows}", "takes a number from a number box, waits {t} and then {shows}", "receives a number and {shows} {t} later", "accepts a number, holds it back for {t} and then {shows}", "passes each number of a number box on after {t} and {shows}", "outputs every incoming number with a delay of {t} and {shows}",
    "reads a number typed by the user and, {t} later, {shows}",
)  # fmt: skip
NUMBER_ASKS = ("I type a number and it should appear {t} later, {where}", "how do I delay numbers by {t}? {Where}", "number in, the same number out {t} later, {where}", "my numbers come {t} too early, hold them back, {where}", "every number I enter has to come out after {t}, {where}")
SLIDER = (
    "delays the values of a slider by {t} and {shows}", "passes on each value of a slider {t} later and {shows}", "takes the values of a slider, holds them back for {t} and {shows}", "outputs the position of a slider with a delay of {t} and {shows}",
)  # fmt: skip
SLIDER_ASKS = ("I move a slider and its values should come out {t} later, {where}", "how can a number follow a slider {t} late? {Where}")


def number_late(draw: Draw) -> Example:
    """A number or slider whose values come out some time later."""
    sketch = Sketch()
    time, printed, slid = draw.one(TIMES), draw.chance(0.4), draw.chance(0.25)
    source = sketch.add("hsl 0 127" if slid else "number")
    late = sketch.add(f"pipe {time}", source)
    shown = 0 if printed else sketch.add("number", late)
    if printed:
        sketch.add("print", late)
    shows = ("prints it", "prints it to the console", "writes it to the console", "prints the result") if printed else ("shows it in a number box", "displays it in another number box", "shows it", "displays the result in a second number box", "shows it in a second number box")
    many = tuple(text.replace(" it", " them").replace("the result", "the results") for text in shows)
    where = ("printed", "in the console", "with print") if printed else ("in a second number box", "shown in another number box")
    texts, asks = (SLIDER, SLIDER_ASKS) if slid else (NUMBER, NUMBER_ASKS)
    values = {"t": span(draw, time), "shows": lambda: draw.one(many if slid and draw.chance(0.5) else shows), "where": lambda: draw.one(where), "Where": lambda: draw.one(("Print it.", "Into the console.") if printed else ("Show it in a number box.", "Another number box shows the result."))}
    return told(draw, sketch, Request(texts, (), asks, values=values), all_of(says(shown, [7, 60]), at_times(shown, [10 + time, 40 + time])), [(10, source, "7"), (40, source, "60")], (shown,), time / 1000 + 0.2)


SET = ("waits for the set time and then sends a bang", "delays a bang by an adjustable time", "sends a bang after the time that was set", "passes the bang on after an adjustable delay", "flashes a second button after the chosen time")
SET_ASKS = ("I want to set how long a bang is delayed", "a delayed bang whose delay I can change", "how do I make the delay of a bang adjustable?")
TIME_LEAD = ("takes a time in milliseconds from a {d}, waits that long and {body}", "uses the number of a {d} as a delay in ms and {body}")


def bang_adjustable(draw: Draw) -> Example:
    """A delay whose time is typed in."""
    sketch = Sketch()
    button, device = sketch.add("bng"), draw.one(("number box", "number box", "slider"))
    top = draw.one((500, 1000, 2000, 3000, 5000))
    control = sketch.add('number "delay"' if device == "number box" else f'hsl 0 {top} "delay"')
    light = sketch.add("bng", sketch.add("delay", button, sketch.into(1, control)))
    unit = f"from 0 to {top} ms" if device == "slider" else draw.one(("in ms", "in milliseconds"))
    names = [f"{name} {unit}" for name in ("delay", "delay time", "waiting time", "time")]
    request = Request(SET, ("a delayed bang", "an adjustable delay for a bang"), SET_ASKS, [Control(draw.one(names), device)], when=CLICK)
    return told(draw, sketch, request, at_times(light, [20 + 250]), [(10, control, "250"), (20, button, "bang")], (light,), 0.4)


CANCEL = (
    "prints {w} {t} after a start button is clicked, unless a cancel button is clicked before", "waits {t} after a click on start and then prints {w}, with a second button, cancel, that stops the waiting", "starts a timer of {t} with one button and prints {w} at its end, while a second button labelled cancel aborts it",
    "prints {w} after {t} when start is pressed, and prints nothing when cancel is pressed in the meantime", "delays the message {w} by {t} after a click on start and has a cancel button that stops it",
)  # fmt: skip
CANCEL_ASKS = (
    "start button, {t} later print {w}, but a cancel button must be able to stop it", "how can I cancel a delay of {t}? start prints {w} at the end, cancel stops it", "{t} timer with start and cancel buttons, prints {w} when the time is up", "a timer: start it, after {t} it says {w} in the console. If I hit cancel first nothing happens",
)  # fmt: skip


def cancelled(draw: Draw) -> Example:
    """A wait with a button that calls it off."""
    sketch = Sketch()
    time, word, stopped = draw.one(TIMES), draw.one(WORDS), draw.chance(0.5)
    start, cancel = sketch.add('bng "start"'), sketch.add('bng "cancel"')
    late = sketch.add(f"delay {time}", start, sketch.add("msg stop", cancel))
    sketch.add("print", sketch.add(f"msg {word}", late))
    feeds = [(10, start, "bang"), *([(10 + time / 2, cancel, "bang")] if stopped else [])]
    return told(draw, sketch, Request(CANCEL, (), CANCEL_ASKS, values={"t": span(draw, time), "w": lambda: word}), says(0, [] if stopped else [word]), feeds, (), time / 1000 + 0.1)


STEPS = (
    "prints {a} at once and {b} {t} later", "prints {a}, waits {t} and then prints {b}", "prints {a} first and, after {t}, prints {b}", "writes {a} to the console immediately and {b} with a delay of {t}", "prints two words, {a} and then {b}, {t} apart",
)  # fmt: skip
STEPS_ASKS = ("one click: {a} in the console, {t} later {b}", "how do I print {a} and then {b} {t} afterwards, with one button?", "a button that says {a} right away and {b} after {t}")
FLASHES = (
    "flashes one button at once and a second one {t} later", "sends a bang to a first button immediately and to a second button after {t}", "lights two buttons one after the other, {t} apart", "bangs a first button, waits {t} and then bangs a second one", "passes the bang on at once and again to another button {t} later",
)  # fmt: skip
FLASHES_ASKS = ("one click: first light now, second light {t} later", "how can one click flash two buttons, the second {t} after the first?", "bang now, bang again on another button after {t}")


def in_steps(draw: Draw) -> Example:
    """Two things one after the other at one click."""
    sketch = Sketch()
    time, (one, two) = draw.one(TIMES), draw.some(WORDS, 2)
    button = sketch.add("bng")
    feeds, seconds, values = [(10, button, "bang")], time / 1000 + 0.1, {"t": span(draw, time), "a": lambda: one, "b": lambda: two}
    if draw.chance(0.5):
        first = sketch.add(f"msg {one}", button)
        second = sketch.add(f"msg {two}", sketch.add(f"delay {time}", button))
        sketch.add("print", first, second)
        return told(draw, sketch, Request(STEPS, (), STEPS_ASKS, when=CLICK, values=values), all_of(says(0, [one, two]), at_times(0, [10, 10 + time])), feeds, (), seconds)
    first = sketch.add("bng", button)
    second = sketch.add("bng", sketch.add(f"delay {time}", button))
    return told(draw, sketch, Request(FLASHES, (), FLASHES_ASKS, when=CLICK, values=values), all_of(at_times(first, [10]), at_times(second, [10 + time])), feeds, (first, second), seconds)


QUIET = (
    "prints {w} when a button has not been clicked for {t}", "sends the word {w} to the console if no click comes for {t}", "prints {w} {t} after the last click, each new click starting the wait again", "detects that a button was left alone for {t} and then prints {w}",
)  # fmt: skip
QUIET_ASKS = ("if I stop clicking for {t} it should print {w}", "how do I detect that nobody clicked for {t}? print {w} then", "timeout: no clicks for {t} -> {w} in the console", "each click restarts a wait of {t}; when it runs out print {w}")
BOUNCE = (
    "passes on a click of a button and ignores further clicks for {t}", "lets at most one click per {t} through", "ignores clicks that come less than {t} after the last one it let through", "debounces a button: after each accepted click it is blocked for {t}", "reacts to a click and is then deaf to clicks for {t}",
)  # fmt: skip
BOUNCE_ASKS = ("my button bounces, after a click ignore the next ones for {t}", "how do I ignore clicks that come too fast, within {t}?", "one bang per {t} at most, please, however fast I click", "i click like mad but only one click every {t} may get through")


def clicks(kind: str) -> Callable[[Draw], Example]:
    """No click for a while; or no second click too soon."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        time, word = draw.one(tuple(time for time in TIMES if 100 <= time <= 3000)), draw.one(WORDS)
        button = sketch.add("bng")
        values = {"t": span(draw, time), "w": lambda: word}
        if kind == "quiet":
            sketch.add("print", sketch.add(f"msg {word}", sketch.add(f"delay {time}", button)))
            feeds = [(10, button, "bang"), (10 + time / 2, button, "bang")]
            return told(draw, sketch, Request(QUIET, (), QUIET_ASKS, values=values), all_of(spoke(0, 1), at_times(0, [10 + 1.5 * time])), feeds, (), 1.7 * time / 1000 + 0.1)
        gate = sketch.add("spigot 1", button)
        light = sketch.add("bng", gate)
        both = sketch.add("t b b", light)
        closed = sketch.add("msg 0", sketch.out(both, 1))
        opened = sketch.add("msg 1", sketch.add(f"delay {time}", both))
        sketch.connect(closed, gate, inlet=1)
        sketch.connect(opened, gate, inlet=1)
        feeds = [(10, button, "bang"), (10 + time / 2, button, "bang"), (20 + time, button, "bang")]
        return told(draw, sketch, Request(BOUNCE, (), BOUNCE_ASKS, values=values), bangs(light, 2), feeds, (light,), 1.2 * time / 1000 + 0.1)

    return skill


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "bang": by_click("bang"),
    "word": by_click("word"),
    "toggle": by_click("toggle"),
    "number": number_late,
    "adjustable": bang_adjustable,
    "cancelled": cancelled,
    "two-steps": in_steps,
    "no-click": clicks("quiet"),
    "debounced": clicks("bounce"),
}

CORE: tuple[str, ...] = (
    *(f"pace_delays/{name}" for name in SKILLS),
    "time_delay/delay-bang", "time_delay/delay-number", "time_delay/delay-word", "time_delay/delay-adjustable", "time_delay/delay-cancelled", "time_timer/toggle-timed", "time_timer/debounce", "time_timer/timeout-inactive",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""

