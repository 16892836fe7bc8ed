"""Skills: numbers that move by themselves: up or down in a time, to a typed target, there and back, gliding after a control."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of, shows
from patchgen_training.skills.expect_time import numbers
from patchgen_training.skills.pace_words import CLICK, number, span, told
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound_words import Control, Request

TIMES = (200, 250, 300, 400, 500, 500, 600, 700, 750, 800, 1000, 1000, 1200, 1500, 2000, 2000, 2500, 3000, 3000, 4000, 5000, 8000, 10000)
RANGES = ((0, 1), (0, 1), (0, 10), (0, 100), (0, 100), (0, 127), (0, 127), (0, 1000), (20, 80), (100, 1000), (50, 500), (36, 84), (200, 2000), (1, 10), (0, 255))
SHOWN = (" and shows it in a number box", " and displays it in a number box", " and shows the numbers on the way", " and shows the value in a number box", "", "", ", shown in a number box")


def passes(box: Handle, first: float, last: float, middle: float) -> Holds:
    """Begins and ends where it should and is on its way in between."""
    low, high = sorted((first, last))

    def check(seen: Observation) -> bool:
        found = numbers(seen, box)
        return len(found) > 3 and abs(found[0] - first) < 0.3 * (high - low) and abs(found[-1] - last) < 1e-3 * max(1, abs(last)) and any(abs(value - middle) < 0.2 * (high - low) for value in found)

    return check


UP = (
    "lets a number rise from {a} to {b} in {t}", "makes a number go up from {a} to {b} within {t}", "increases a number steadily from {a} to {b} over {t}", "ramps a number up from {a} to {b} in {t}", "raises a value from {a} to {b} over {t}", "moves a number smoothly from {a} up to {b} in {t}",
    "produces a line that rises from {a} to {b} in {t}",
)  # fmt: skip
DOWN = (
    "lets a number fall from {a} to {b} in {t}", "makes a number go down from {a} to {b} within {t}", "decreases a number steadily from {a} to {b} over {t}", "ramps a number down from {a} to {b} in {t}", "lowers a value from {a} to {b} over {t}", "moves a number smoothly from {a} down to {b} in {t}",
    "produces a line that falls from {a} to {b} in {t}",
)  # fmt: skip
UP_THINGS = ("a number that rises from {a} to {b} in {t}", "a ramp from {a} up to {b} over {t}")
DOWN_THINGS = ("a number that falls from {a} to {b} in {t}", "a ramp from {a} down to {b} over {t}")
UP_ASKS = ("how do I get from {a} up to {b} in {t} smoothly, with a button?", "click -> number climbs from {a} to {b}, {t}", "one click and a number box should run up from {a} to {b} within {t}")
DOWN_ASKS = ("how do I get from {a} down to {b} in {t} smoothly, with a button?", "click -> number sinks from {a} to {b}, {t}", "one click and a number box should run down from {a} to {b} within {t}")


def ramp(upwards: bool) -> Callable[[Draw], Example]:
    """A line up or down at a click, its time fixed."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        low, high = draw.one(RANGES)
        first, last = (low, high) if upwards else (high, low)
        time = draw.one(TIMES)
        button = sketch.add("bng")
        shown = sketch.add("number", sketch.add("line", sketch.add(f"msg {first} , {last} {time}", button)))
        things = [f"{text} {draw.one(CLICK)}" for text in (UP_THINGS if upwards else DOWN_THINGS)]
        values = {"a": number(first), "b": number(last), "t": span(draw, time)}
        request = Request(UP if upwards else DOWN, things, UP_ASKS if upwards else DOWN_ASKS, when=CLICK, ends=SHOWN, values=values)
        return told(draw, sketch, request, passes(shown, first, last, (first + last) / 2), [(10, button, "bang")], (shown,), time / 1000 + 0.1)

    return skill


TIMED = (
    "lets a number go from {a} to {b} in the time that was set", "moves a number from {a} to {b} in an adjustable time", "ramps a number from {a} to {b} within the given time", "makes a number run from {a} to {b} in a time that can be changed",
)  # fmt: skip
TIMED_ASKS = ("a ramp from {a} to {b} whose time I can change, a click starts it", "click: a number goes from {a} to {b}, and I want to choose how long that takes")


def ramp_adjustable(draw: Draw) -> Example:
    """A line whose time is typed in."""
    sketch = Sketch()
    low, high = draw.one(RANGES)
    first, last = (low, high) if draw.chance(0.7) else (high, low)
    button = sketch.add("bng")
    control = sketch.add('number "time"')
    kept = sketch.add("f 1000", button, sketch.into(1, control))
    shown = sketch.add("number", sketch.add("line", sketch.add(f"msg {first} , {last} $1", kept)))
    name = draw.one(("time", "ramp time", "duration"))
    request = Request(TIMED, (), TIMED_ASKS, [Control(f"{name} {draw.one(('in ms', 'in milliseconds'))}", "number box")], when=CLICK, ends=SHOWN[:4], values={"a": number(first), "b": number(last)})
    return told(draw, sketch, request, passes(shown, first, last, (first + last) / 2), [(10, control, "300"), (20, button, "bang")], (shown,), 0.5)


BACK = (
    "lets a number rise from {a} to {b} in {t} and then fall back to {a} in {s}", "moves a number from {a} up to {b} in {t} and down again to {a} in {s}", "ramps a number up from {a} to {b} over {t} and back down to {a} over {s}", "makes a number climb from {a} to {b} within {t} and return to {a} within {s}",
)  # fmt: skip
BACK_ASKS = ("up from {a} to {b} in {t}, then back to {a} in {s}, one click", "how can a number go up to {b} in {t} and come back to {a} in {s} when I click?")


def there_and_back(draw: Draw) -> Example:
    """Up, then down, at one click."""
    sketch = Sketch()
    low, high = draw.one([pair for pair in RANGES if pair[0] == 0])
    rise, fall = draw.one(TIMES[:16]), draw.one(TIMES[:16])
    button = sketch.add("bng")
    up = sketch.add(f"msg {high} {rise}", button)
    down = sketch.add(f"msg {low} {fall}", sketch.add(f"delay {rise}", button))
    shown = sketch.add("number", sketch.add("line", up, down))
    request = Request(BACK, (), BACK_ASKS, when=CLICK, ends=SHOWN[:5], values={"a": number(low), "b": number(high), "t": span(draw, rise), "s": span(draw, fall)})

    def check(seen: Observation) -> bool:
        found = numbers(seen, shown)
        return bool(found) and abs(max(found) - high) < 0.05 * high and abs(found[-1] - low) < 1e-3

    return told(draw, sketch, request, check, [(10, button, "bang")], (shown,), (rise + fall) / 1000 + 0.1)


GLIDE = (
    "glides to every new number of a {d} in {t}", "smooths the values of a {d} over {t}", "moves to each new value of a {d} within {t} instead of jumping", "takes a number from a {d} and approaches it in {t}", "lets a number follow a {d} smoothly, taking {t} for each change", "interpolates to each new number of a {d} over {t}",
)  # fmt: skip
GLIDE_ASKS = (
    "my {d} jumps, I want its numbers to glide in {t}", "how do I smooth a {d} so that each change takes {t}?", "numbers of a {d} should not jump but slide, {t}", "portamento of {t} for the numbers of a {d}",
)  # fmt: skip


def glide(draw: Draw) -> Example:
    """Numbers that slide after a slider or number box."""
    sketch = Sketch()
    device, time = draw.one(("slider", "number box")), draw.one([t for t in TIMES if t <= 3000])
    source = sketch.add("hsl 0 127" if device == "slider" else "number")
    shown = sketch.add("number", sketch.add("line", sketch.add(f"msg $1 {time}", source)))
    ends = (" and shows the result in a number box", " and displays the smoothed value", " and shows it in a second number box", "")
    request = Request(GLIDE, (), GLIDE_ASKS, ends=ends, values={"d": lambda: device, "t": span(draw, time)})
    return told(draw, sketch, request, all_of(passes(shown, 0, 100, 50), shows(shown, 100)), [(10, source, "100")], (shown,), time / 1000 + 0.1)


TARGET = (
    "moves a number to a target entered in a number box, taking {t}", "takes a target from a number box and lets a number glide to it in {t}", "goes smoothly from the current value to whatever number the user enters, within {t}", "receives a target value in a number box and approaches it in {t}",
)  # fmt: skip
SWITCH_UP = (
    "raises a number from 0 to {b} in {t} when a toggle is switched on and lowers it back to 0 in {t} when it is switched off", "fades a number up to {b} over {t} while a toggle is on and down to 0 over {t} when it is off",
    "lets a number go to {b} within {t} if a toggle is turned on and to 0 within {t} if it is turned off", "moves a number to {b} when a toggle is on and to 0 when it is off, each time in {t}",
)  # fmt: skip
SWITCH_ASKS = ("toggle on: number goes to {b} in {t}, toggle off: back to 0 in {t}", "how do I fade a number between 0 and {b} with a toggle? {t} each way")


def by_toggle(draw: Draw) -> Example:
    """Up while a toggle is on, down when it is off."""
    sketch = Sketch()
    top, time = draw.one((1, 1, 10, 100, 100, 127, 1000)), draw.one([t for t in TIMES if t <= 4000])
    switch = sketch.add('tgl "on"')
    both = sketch.add("sel 1 0", switch)
    up, down = sketch.add(f"msg {top} {time}", both), sketch.add(f"msg 0 {time}", sketch.out(both, 1))
    shown = sketch.add("number", sketch.add("line", up, down))
    request = Request(SWITCH_UP, (), SWITCH_ASKS, ends=("", "", " and shows it in a number box", ", shown in a number box"), values={"b": number(top), "t": span(draw, time)})

    def check(seen: Observation) -> bool:
        found = numbers(seen, shown)
        return bool(found) and abs(max(found) - top) < 1e-3 * top + 1e-6 and abs(found[-1]) < 1e-3

    return told(draw, sketch, request, check, [(10, switch, "1"), (30 + time, switch, "0")], (shown,), 2 * time / 1000 + 0.15)


def target(draw: Draw) -> Example:
    """A glide to a typed number, in the shape of a glide after a number box."""
    sketch = Sketch()
    time = draw.one([t for t in TIMES if t <= 4000])
    source = sketch.add("number")
    shown = sketch.add("number", sketch.add("line", sketch.add(f"msg $1 {time}", source)))
    ends = (" and shows the number on its way", " and displays it in a second number box", "", " and shows the current value")
    request = Request(TARGET, (), ("I type a number and another number box should go there in {t}", "type a target, the value slides to it within {t}"), ends=ends, values={"t": span(draw, time)})
    return told(draw, sketch, request, all_of(passes(shown, 0, 60, 30), shows(shown, 60)), [(10, source, "60")], (shown,), time / 1000 + 0.1)


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "up": ramp(True),
    "down": ramp(False),
    "adjustable": ramp_adjustable,
    "there-and-back": there_and_back,
    "glide": glide,
    "target": target,
    "by-toggle": by_toggle,
}

CORE: tuple[str, ...] = (
    *(f"pace_ramps/{name}" for name in SKILLS),
    "time_ramp/ramp-on-click", "time_ramp/ramp-smooth-input", "time_ramp/ramp-up-and-back", "time_ramp/ramp-by-toggle", "time_glide/glide-to-typed",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
