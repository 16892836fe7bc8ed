"""Skills: time measured and counted: between two clicks, since a click, held, in seconds or ms; seconds counted up and down."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import numbers, says
from patchgen_training.skills.pace_words import CLICK, PRINTED, SHOWN, number, result, told
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound_stage import named
from patchgen_training.skills.sound_words import Control, Request

UNITS = {1: ("in milliseconds", "in ms", "in milliseconds"), 1000: ("in seconds", "in s", "in seconds")}
TWO = (
    "measures the time between a click on a first button and a click on a second one {u}", "measures how much time passes from a click on {a} to a click on {b} {u}", "determines the time {u} between two buttons, {a} and {b}", "starts a timer with a button and stops it with another one, measures the elapsed time {u}",
    "calculates how long it takes from pressing {a} to pressing {b} {u}", "measures the duration {u} between two clicks, one on a button called {a} and one on a button called {b}",
)  # fmt: skip
TWO_ASKS = (
    "how long is it from a click on {a} to a click on {b}? {u} please{end}", "stopwatch with {a} and {b} buttons, {u}{end}", "I press {a}, later {b}, and want to know the time between them {u}{end}", "how do I measure the time between two buttons, {a} and {b}, {u}?{End}",
)  # fmt: skip
SAME = (
    "measures the time between two successive clicks on a button {u}", "measures how much time has passed since the last click on a button {u}", "determines the interval between one click and the next {u}", "tells {u} how long ago a button was clicked before, at every click,",
    "measures the time {u} from each click on a button to the next one",
)  # fmt: skip
SAME_ASKS = ("how much time is there between my clicks? {u}{end}", "time between clicks on one button, {u}{end}", "I click a button again and again and want the time between clicks {u}{end}", "how do I measure the time since the previous click {u}?{End}")
HELD = (
    "measures how long a toggle was on {u}", "measures the time from switching a toggle on to switching it off {u}", "determines for how long a toggle has been on, when it is switched off, {u},", "starts measuring when a toggle is switched on and stops when it is switched off, gives the duration {u}",
)  # fmt: skip
HELD_ASKS = ("how long was my toggle on? {u}{end}", "I switch a toggle on and off and want to know how long it was on {u}{end}", "duration of a toggle's on state, {u}{end}")


def near(box: Handle, wanted: float, unit: float) -> Holds:
    """The last number is the measured time."""
    return lambda seen: bool(numbers(seen, box)) and abs(numbers(seen, box)[-1] - wanted / unit) <= 3 / unit


def measured(kind: str) -> Callable[[Draw], Example]:
    """[timer] between two buttons, between clicks on one, or while a toggle is on."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        unit = draw.one((1, 1, 1000))
        names = draw.one((("start", "stop"), ("start", "stop"), ("start", "stop"), ("begin", "end"), ("first", "second")))
        if kind == "two":
            one, two = sketch.add(f'bng "{names[0]}"'), sketch.add(f'bng "{names[1]}"')
            timer = sketch.add("timer", one, sketch.into(1, two))
            feeds = [(20, one, "bang"), (520, two, "bang")]
        elif kind == "same":
            one = sketch.add("bng")
            both = sketch.add("t b b", one)
            timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
            feeds = [(20, one, "bang"), (520, one, "bang")]
        else:
            one = sketch.add("tgl")
            both = sketch.add("sel 1 0", one)
            timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
            feeds = [(20, one, "1"), (520, one, "0")]
        shown, ends = result(draw, sketch, timer if unit == 1 else sketch.add("/ 1000", timer))
        texts, asks = {"two": (TWO, TWO_ASKS), "same": (SAME, SAME_ASKS), "held": (HELD, HELD_ASKS)}[kind]
        if names == ("first", "second"):
            texts = tuple(text for text in texts if "first" not in text)
        printed = not shown
        values = {
            "u": named(draw, UNITS[unit]), "a": lambda: names[0], "b": lambda: names[1], "end": named(draw, (", printed", ", print it", ", in the console") if printed else ("", "", ", in a number box")),
            "End": named(draw, (" Print it.", " It should be printed.") if printed else ("", " Show it in a number box.")),
        }  # fmt: skip
        if kind == "two" and names != ("start", "stop"):
            texts = tuple(text for text in texts if "{a}" in text)
        texts = tuple(text.replace("a first button and a click on a second one", "a button called {a} and a click on a button called {b}") for text in texts)
        return told(draw, sketch, Request(texts, (), asks, ends=ends, values=values), near(shown, 500, unit), feeds, (shown,), 0.7)

    return skill


SECONDS = (
    "counts the seconds and {shows}", "counts how many seconds have passed and {shows}", "works as a clock that counts seconds and {shows}", "adds 1 every second to a count of seconds and {shows}", "increases a number by one every second and {shows}", "shows the elapsed seconds",
)  # fmt: skip
SECONDS_THINGS = ("a seconds counter", "a clock that counts seconds", "a counter that goes up by one every second")
SECONDS_ASKS = ("how do I count seconds?", "i need a seconds counter", "one more every second, like a clock: 0, 1, 2, 3 ...", "a number box that shows how many seconds have gone by")


def seconds(draw: Draw) -> Example:
    """Seconds counted while a toggle is on, perhaps with a reset."""
    sketch = Sketch()
    resets = draw.chance(0.4)
    switch = sketch.add('tgl "on"')
    reset = sketch.add('bng "reset"') if resets else 0
    metro = sketch.add("metro 1000", switch)
    zero = sketch.add("msg 0", reset) if resets else 0
    store = sketch.add("f", metro, *([sketch.into(1, zero)] if resets else []))
    shown = sketch.add("number", store)
    sketch.connect(sketch.add("+ 1", store), store, 1)
    controls = [Control("", "toggle"), *([Control("", "reset")] if resets else [])] if resets or draw.chance(0.7) else []
    feeds = [(10, switch, "1"), *([(1500, reset, "bang")] if resets else [])]
    request = Request(SECONDS, SECONDS_THINGS, SECONDS_ASKS, controls, values={"shows": named(draw, ("shows it", "displays the number", "shows the number in a number box"))})
    return told(draw, sketch, request, says(shown, [0, 1, 0] if resets else [0, 1, 2]), feeds, (shown,), 2.3)


DOWN = (
    "counts down from {n} to 0, one number per second,", "counts down the seconds from {n} to zero and stops there", "starts a countdown of {n} seconds and stops at 0", "starts at {n} and subtracts 1 every second until 0 is reached",
    "counts backwards from {n} to 0, one step each second, and stops",
)  # fmt: skip
UP = (
    "counts up from 0 to {n}, one number per second, and stops", "counts the seconds from 0 to {n} and stops there", "starts at 0 and adds 1 every second until {n} is reached, then stops", "counts forward from 0 to {n}, one step each second, and stops",
)  # fmt: skip
SHOWING = (" and shows the number in a number box", " and displays the count", " and shows the current number", ", shown in a number box")
END = (" and prints {w} at {z}", ", and prints {w} when it reaches {z}", " and finally prints {w} when {z} is reached")


def counted(upwards: bool) -> Callable[[Draw], Example]:
    """Seconds up or down to an end, perhaps with a word there."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        top, word = draw.one((3, 3, 4, 5, 5, 6, 8, 10, 10)), draw.one(("done", "go", "over", "stop", "finished", "liftoff", "end", "ready"))
        spoken = draw.chance(0.4)
        button = sketch.add("bng")
        both = sketch.add("t b b", button)
        metro = sketch.add("metro 1000", both)
        store = sketch.add("f", metro, sketch.into(1, sketch.add(f"msg {0 if upwards else top}", sketch.out(both, 1))))
        shown = sketch.add("number", store)
        step = sketch.add("+ 1" if upwards else "- 1", store)
        done = sketch.add(f"sel {top if upwards else 0}", store)
        stop = sketch.add("msg stop", done)
        if spoken:
            sketch.add("print", sketch.add(f"msg {word}", done))
        sketch.connect(step, store, inlet=1)
        sketch.connect(stop, metro)
        wanted = list(range(top + 1)) if upwards else list(range(top, -1, -1))
        ends = tuple(text + end for text in ("", *SHOWING) for end in END) if spoken else ("", *SHOWING)
        values = {"n": number(top), "w": lambda: word, "z": named(draw, (str(top),) if upwards else ("0", "zero"))}
        holds = all_of(says(shown, wanted), says(0, [word] if spoken else []))
        return told(draw, sketch, Request(UP if upwards else DOWN, (), (), ends=ends, when=CLICK, values=values), holds, [(10, button, "bang")], (shown,), top + 1.3)

    return skill


CONVERT: dict[str, tuple[str, float, float, tuple[str, ...], tuple[str, ...]]] = {
    "bpm-to-ms": ("expr 60000 / $f1", 120, 500, (
        "converts a tempo in bpm to the length of a beat in milliseconds", "calculates how many milliseconds a beat lasts at a given tempo in beats per minute", "divides 60000 by a tempo in bpm to get the milliseconds of one beat", "takes a number of beats per minute and calculates the time between two beats in ms"),
        ("how many ms is one beat at 120 bpm? I'd like to type the tempo{end}", "bpm -> ms, I type the tempo{end}", "what interval does a metro need for a tempo in bpm? I type the bpm{end}")),
    "ms-to-bpm": ("expr 60000 / $f1", 500, 120, (
        "converts the length of a beat in milliseconds to a tempo in bpm", "calculates the tempo in beats per minute from the time between two beats in ms", "divides 60000 by a beat length in milliseconds to get the bpm", "takes an interval in milliseconds and calculates how many beats per minute this is"),
        ("a beat lasts 500 ms, how many bpm is that? I'd like to type the ms{end}", "ms -> bpm, I type the milliseconds{end}")),
    "hz-to-ms": ("expr 1000 / $f1", 4, 250, (
        "converts a frequency in Hz to a period in milliseconds", "calculates how many milliseconds one period of a frequency in Hz lasts", "divides 1000 by a rate in times per second to get the interval in ms", "takes a frequency in hertz and calculates its period in ms"),
        ("how many ms is one period at 4 Hz? I'd like to type the Hz{end}", "Hz -> ms, I type the frequency{end}")),
    "ms-to-hz": ("expr 1000 / $f1", 250, 4, (
        "converts a period in milliseconds to a frequency in Hz", "calculates the frequency in hertz from the length of a period in ms", "divides 1000 by an interval in milliseconds to get how many times per second that is", "takes a time in milliseconds and calculates the frequency in Hz that belongs to it"),
        ("a period of 250 ms, what frequency is that? I'd like to type the ms{end}", "ms -> Hz, I type the period{end}")),
    "s-to-ms": ("* 1000", 2, 2000, ("converts seconds to milliseconds", "calculates how many milliseconds a number of seconds has", "multiplies a time in seconds by 1000 to get milliseconds", "takes a duration in seconds and gives it in milliseconds"), ("seconds to ms, I type the seconds{end}", "how many milliseconds are 2 seconds? I type the seconds{end}")),
    "ms-to-s": ("/ 1000", 1500, 1.5, ("converts milliseconds to seconds", "calculates how many seconds a number of milliseconds has", "divides a time in milliseconds by 1000 to get seconds", "takes a duration in ms and gives it in seconds"), ("ms to seconds, I type the ms{end}", "how many seconds are 1500 ms? I type the milliseconds{end}")),
}  # fmt: skip


def converted(draw: Draw) -> Example:
    """Times and tempi converted into each other."""
    sketch = Sketch()
    body, given, wanted, does, asks = CONVERT[draw.one(tuple(CONVERT))]
    source = sketch.add("number")
    shown, ends = result(draw, sketch, sketch.add(body, source))
    front = (", the value being entered in a number box,", "", "", ", entered in a number box,")
    texts = [text + middle for text in does for middle in front]
    values = {"end": named(draw, (", print the result", ", result in the console") if ends is PRINTED else ("", ", result in a number box", " and see the result"))}
    assert ends in (PRINTED, SHOWN)
    return told(draw, sketch, Request(texts, (), asks, ends=ends, values=values), says(shown, [wanted], 1e-3), [(10, source, f"{given:g}")], (shown,))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "between-two-buttons": measured("two"),
    "between-clicks": measured("same"),
    "toggle-held": measured("held"),
    "seconds": seconds,
    "seconds-up-to": counted(True),
    "seconds-down-from": counted(False),
    "units": converted,
}

CORE: tuple[str, ...] = (
    *(f"pace_measures/{name}" for name in SKILLS),
    "time_timer/timer-two-buttons", "time_timer/timer-clicks", "time_timer/countdown", "time_timer/clock-seconds", "time_timer/timer-toggle-held", "time_watch/running-stopwatch", "time_watch/minutes-and-seconds", "time_watch/countdown-from-typed",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
