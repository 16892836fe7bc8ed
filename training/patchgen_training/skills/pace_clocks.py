"""Skills: steady beats: their speed fixed, typed or on a slider, in ms, bpm or Hz; what beats do; how they start and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, says
from patchgen_training.skills.pace_words import CLICK, number, span, told
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.sound_stage import named
from patchgen_training.skills.sound_words import Control, Request
from patchgen_training.skills.time_clock import Clock, clock, every

WORDS = ("tick", "hello", "beat", "now", "go", "click", "ping", "time", "next")
LIGHT = (
    "sends a bang {every}", "makes a bang button flash {every}", "outputs a bang {every}", "bangs {every}", "flashes a button {every}", "lets a button blink {every}", "triggers a bang {every}", "produces a steady stream of bangs, one {every}",
    "runs a metronome that bangs {every}", "lights up a button {every}", "generates bangs {every}",
)  # fmt: skip
LIGHT_THINGS = ("a bang {every}", "a metronome that flashes {every}", "a button that blinks {every}", "a clock that bangs {every}", "a steady pulse of bangs {every}")
LIGHT_ASKS = ("how do I get a bang {every}?", "I need a regular bang {every}", "what sends bangs by itself {every}?", "is there an object that bangs {every}?", "something that keeps banging {every}")
WORD = (
    "prints the word {w} to the console {every}", "prints {w} {every}", "writes {w} to the Pd window {every}", "posts the message {w} to the console {every}", "sends {w} to print {every}", "repeats the word {w} in the console {every}", "prints the message {w} again and again, {every}",
)  # fmt: skip
WORD_THINGS = ("a clock that prints {w} {every}", "the word {w} in the console {every}", "a metro that prints {w} {every}")
WORD_ASKS = ("how do I print {w} {every}?", "I want to see {w} in the console {every}", "the console should say {w} {every}")
CLICKING = (
    "plays a short click {every}", "clicks audibly {every}", "plays a metronome click {every}", "lets me hear a click {every}", "sounds a short beep of 1000 Hz {every}", "ticks audibly {every}", "plays a short 1000 Hz tone as a metronome {every}",
)  # fmt: skip
CLICKING_THINGS = ("an audible metronome that clicks {every}", "a click to play along to {every}", "a short click sound {every}")
CLICKING_ASKS = ("I need a click to practise with, {every}", "how do I hear a metronome {every}?", "give me a click I can hear {every}")
BLINK = ("switches a toggle on and off in turn {every}", "flips a toggle {every}", "changes the state of a toggle {every}", "makes a toggle blink, changing {every}", "alternates a toggle between 1 and 0 {every}", "inverts a toggle {every}")
BLINK_THINGS = ("a toggle that flips {every}", "a blinking toggle that changes {every}", "a toggle switched on and off in turn {every}")
BLINK_ASKS = ("how do I make a toggle blink {every}?", "a toggle should go on, off, on, off, {every}", "I want a toggle to change {every}, like an LED")
TURNS = ("bangs two buttons in turn, the next one {every}", "alternates between two bang buttons {every}", "flashes a left and a right button alternately {every}", "sends a bang to one button and then to the other, {every}", "bangs first one button and then a second one, alternating {every}")
TURNS_THINGS = ("two buttons that flash alternately {every}", "a bang that alternates between two buttons {every}")
TURNS_ASKS = ("two lights, first one, then the other, {every}", "how can I alternate between two bangs {every}?", "left, right, left, right: two buttons flashing {every}")
COUNT = ("counts up by one {every} and shows the count in a number box", "increases a number by 1 {every} and displays it", "counts 0, 1, 2, 3 and so on {every} and shows the number", "adds 1 to a counter {every} and shows it in a number box", "displays a number that goes up by one {every}")
COUNT_THINGS = ("a counter that goes up by one {every}", "a number box that counts up {every}")
COUNT_ASKS = ("how do I count up by one {every}?", "a number box going 0, 1, 2, 3, ... {every}", "the number must grow by 1 {every}")
DOWN = ("counts down by one from {from} {every} and shows the count in a number box", "decreases a number by 1 {every}, starting at {from}, and displays it", "subtracts 1 from a number that starts at {from} {every} and shows it in a number box", "displays a number that begins at {from} and goes down by one {every}")
DOWN_THINGS = ("a counter that goes down by one from {from} {every}", "a number box that counts down from {from} {every}")
DOWN_ASKS = ("how do I count down by one from {from} {every}?", "the number must fall by 1 {every}, it begins at {from}")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a beat does, in words."""

    does: tuple[str, ...]
    things: tuple[str, ...]
    asks: tuple[str, ...]


DEEDS = {
    "light": Deed(LIGHT, LIGHT_THINGS, LIGHT_ASKS), "word": Deed(WORD, WORD_THINGS, WORD_ASKS), "click": Deed(CLICKING, CLICKING_THINGS, CLICKING_ASKS), "blink": Deed(BLINK, BLINK_THINGS, BLINK_ASKS),
    "turns": Deed(TURNS, TURNS_THINGS, TURNS_ASKS), "count": Deed(COUNT, COUNT_THINGS, COUNT_ASKS), "down": Deed(DOWN, DOWN_THINGS, DOWN_ASKS),
}  # fmt: skip


@dataclass(slots=True)
class Beat:
    """A running metro: its handle, when it bangs, what starts it, what controls it."""

    metro: Handle
    at: list[float]
    feeds: list[tuple[float, Handle, str]]
    controls: list[Control]
    every: tuple[Callable[[], str], ...]


def begun(sketch: Sketch, start: str, body: str, *speed: Handle) -> tuple[Handle, list[tuple[float, Handle, str]], float]:
    """A metro behind its start."""
    controls = [sketch.into(1, handle) for handle in speed]
    if start == "toggle":
        switch = sketch.add('tgl "on"')
        return sketch.add(body, switch, *controls), [(10, switch, "1")], 10
    if start == "buttons":
        go = sketch.add('bng "start"')
        stop = sketch.add("msg stop", sketch.add('bng "stop"'))
        return sketch.add(body, go, stop, *controls), [(10, go, "bang")], 10
    return sketch.add(body, sketch.add("loadbang"), *controls), [], 0


def steady(draw: Draw, sketch: Sketch, beats: int = 3) -> Beat:
    """A beat of a fixed speed."""
    ticks: Clock = clock(draw, 100, 3000)
    start = draw.one(("toggle", "toggle", "toggle", "unsaid", "unsaid", "buttons", "load"))
    metro, feeds, first = begun(sketch, "toggle" if start == "unsaid" else start, ticks.body)
    controls = [] if start == "unsaid" else [Control("", start)]
    return Beat(metro, [first + ticks.period * index for index in range(beats)], feeds, controls, (lambda: ticks.said(draw),))


UNITS: dict[str, tuple[str, str, str, tuple[str, ...], tuple[str, ...], int, Callable[[float], float]]] = {
    "ms": ("interval", "", 'hsl 100 2000 "interval" init:500', ("interval", "interval", "time between two beats", "interval in ms", "period"), ("in ms", "in milliseconds"), 250, lambda value: value),
    "bpm": ("tempo", "expr 60000 / $f1", 'hsl 40 240 "tempo" init:120', ("tempo", "tempo", "speed", "tempo in bpm"), ("in bpm", "in beats per minute"), 150, lambda value: 60000 / value),
    "Hz": ("rate", "expr 1000 / $f1", 'hsl 1 20 "rate" init:4', ("rate", "rate in Hz", "frequency", "number of times per second"), ("in Hz", "in times per second", "in hertz"), 5, lambda value: 1000 / value),
}  # fmt: skip
FIRST: dict[str, tuple[str, ...]] = {
    "ms": ("takes a time in milliseconds from a {d} and {body}", "reads an interval in ms from a {d} and {body}", "uses the value of a {d} as the interval in milliseconds and {body}"),
    "bpm": ("takes a tempo in bpm from a {d}, converts it to milliseconds and {body}", "reads a tempo in beats per minute from a {d}, divides 60000 by it to get the interval and {body}", "converts a tempo in bpm from a {d} to a time in ms for a metro and {body}"),
    "Hz": ("takes a rate in Hz from a {d}, converts it to an interval in milliseconds and {body}", "reads how many times per second from a {d} and {body}", "divides 1000 by a rate in Hz from a {d} to get the interval and {body}"),
}


def adjustable(draw: Draw, sketch: Sketch, beats: int = 3) -> Beat:
    """A beat whose speed is typed or set with a slider."""
    unit, device = draw.one(("ms", "ms", "bpm", "bpm", "Hz")), draw.one(("number box", "number box", "slider"))
    label, rule, slider, names, units, value, period = UNITS[unit]
    control = sketch.add(slider if device == "slider" else f'number "{label}"')
    speed = sketch.add(rule, control) if rule else control
    start = draw.one(("toggle", "toggle", "unsaid", "unsaid", "buttons"))
    metro, feeds, first = begun(sketch, "toggle" if start == "unsaid" else start, "metro 500", speed)
    name = draw.one(names)
    lead = tuple(text.replace("{d}", device) for text in FIRST[unit])
    needs = unit == "Hz" or device == "number box"
    said = "" if "in " in name or "number of" in name else draw.one(units) if needs else draw.one(("", units[0]))
    # A unit that decides must be part of the name, so that no phrase leaves it out.
    controls = [Control(f"{name} {said}".strip(), device, "", lead), *([] if start == "unsaid" else [Control("", start)])]
    at = [first + period(value) * index for index in range(beats)]
    phrases = ("again and again", "repeatedly", "in a steady beat", "regularly", "over and over") if draw.chance(0.5) else ("at an adjustable speed", "at a speed that can be changed", "repeatedly")
    return Beat(metro, at, [(5, control, str(value)), *feeds], controls, (lambda: draw.one(phrases),))


def does(kind: str, pace: Callable[[Draw, Sketch], Beat]) -> Callable[[Draw], Example]:
    """The skill of doing something on each beat."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        beat = pace(draw, sketch)
        word, begin = draw.one(WORDS), draw.one((10, 20, 50, 60, 100))
        seconds = (beat.at[-1] + (beat.at[-1] - beat.at[-2]) / 2) / 1000
        boxes: list[Handle] = []
        if kind == "light":
            boxes = [sketch.add("bng", beat.metro)]
            holds = at_times(boxes[0], beat.at)
        elif kind == "word":
            sketch.add("print", sketch.add(f"msg {word}", beat.metro))
            holds = all_of(at_times(0, beat.at), says(0, [word] * 3))
        elif kind == "blink":
            boxes = [sketch.add("tgl", beat.metro)]
            holds = all_of(at_times(boxes[0], beat.at), says(boxes[0], [1, 0, 1]))
        elif kind == "turns":
            choose = sketch.add("sel 1 0", sketch.add("tgl", beat.metro))
            boxes = [sketch.add("bng", choose), sketch.add("bng", sketch.out(choose, 1))]
            holds = all_of(at_times(boxes[0], beat.at[::2]), at_times(boxes[1], beat.at[1::2]))
        else:
            store = sketch.add(f"f {begin}" if kind == "down" else "f", beat.metro)
            boxes = [sketch.add("number", store)]
            sketch.connect(sketch.add("- 1" if kind == "down" else "+ 1", store), store, 1)
            holds = says(boxes[0], [begin, begin - 1, begin - 2] if kind == "down" else [0, 1, 2])
        deed = DEEDS[kind]
        values = {"every": lambda: beat.every[0](), "w": lambda: word, "from": number(begin)}
        return told(draw, sketch, Request(deed.does, deed.things, deed.asks, beat.controls, values=values), holds, beat.feeds, boxes, seconds)

    return skill


NTH = (
    "sends a bang {every} and a second bang on every {n} beat", "bangs a button {every} and another button on each {n} beat", "runs a clock {every} and lets only every {n} bang through to a second button", "flashes one button {every} and a second button only every {n} time",
)  # fmt: skip
NTH_THINGS = ("a clock that bangs {every} and a second bang on every {n} beat", "a beat {every} with a second button for every {n} beat")
NTH_ASKS = ("one light {every}, another light only on every {n} beat", "how do I pick out every {n} bang of a clock that runs {every}? I want to see both")


def nth(draw: Draw) -> Example:
    """Every beat and every nth beat."""
    sketch = Sketch()
    beat, count = steady(draw, sketch, 7), draw.one((2, 3, 3, 4, 4, 5, 6))
    first = sketch.add("bng", beat.metro)
    store = sketch.add("f", first)
    ahead = sketch.add("+ 1", store)
    sketch.connect(ahead, store, 1)
    second = sketch.add("bng", sketch.add("sel 0", sketch.add(f"mod {count}", ahead)))
    ordinal = {2: ("second", "2nd"), 3: ("third", "3rd"), 4: ("fourth", "4th"), 5: ("fifth", "5th"), 6: ("sixth", "6th")}[count]
    values = {"every": lambda: beat.every[0](), "n": named(draw, ordinal)}
    holds = all_of(at_times(first, beat.at), at_times(second, beat.at[count - 1 :: count]))
    seconds = (beat.at[-1] + (beat.at[1] - beat.at[0]) / 2) / 1000
    return told(draw, sketch, Request(NTH, NTH_THINGS, NTH_ASKS, beat.controls, values=values), holds, beat.feeds, (first, second), seconds)


BURST = ("sends exactly {n} bangs, one {every}, and then stops", "bangs {n} times, {every}, and stops by itself", "starts a metro that bangs {every} and stops after {n} bangs", "outputs {n} bangs in a row, one {every}, and no more")
BURST_ASKS = ("I want {n} bangs, one {every}, then silence, when I click a button", "how do I make a metro stop after {n} bangs ({every})? A button starts it", "one click, {n} bangs, {every}, then stop")
LASTS = ("sends a bang {every} for {t} and then stops", "bangs {every} and stops after {t}", "starts a metro that bangs {every} and ends {t} later", "runs a clock of one bang {every} for {t} only")
LASTS_ASKS = ("I want a bang {every}, but only for {t} after my click", "how do I stop a metro ({every}) automatically after {t}? A button starts it", "one click: bangs {every} during {t}, then stop")


def ends(by_count: bool) -> Callable[[Draw], Example]:
    """A metro that stops after so many bangs, or after a time."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        period = draw.one((100, 150, 200, 250, 300, 400, 500, 500, 1000))
        count = draw.one((3, 4, 5, 6, 8, 10))
        button = sketch.add("bng")
        if by_count:
            both = sketch.add("t b b", button)
            metro = sketch.add(f"metro {period}", both)
            store = sketch.add("f", metro, sketch.into(1, sketch.add("msg 0", sketch.out(both, 1))))
            ahead = sketch.add("+ 1", store)
            sketch.connect(ahead, store, inlet=1)
            sketch.connect(sketch.add("msg stop", sketch.add(f"sel {count}", ahead)), metro)
        else:
            stop = sketch.add("msg stop", sketch.add(f"delay {period * count}", button))
            metro = sketch.add(f"metro {period}", button, stop)
        light = sketch.add("bng", metro)
        at = [10 + period * index for index in range(count)]
        values = {"every": lambda: every(draw, period), "n": lambda: str(count), "t": span(draw, period * count)}
        request = Request(BURST if by_count else LASTS, (), BURST_ASKS if by_count else LASTS_ASKS, when=CLICK, values=values)
        return told(draw, sketch, request, at_times(light, at), [(10, button, "bang")], (light,), (at[-1] + 1.6 * period) / 1000)

    return skill


SKILLS: dict[str, Callable[[Draw], Example]] = {
    **{f"steady-{kind}": does(kind, steady) for kind in DEEDS if kind != "click"},
    **{f"adjustable-{kind}": does(kind, adjustable) for kind in ("light", "word", "blink", "turns", "count")},
    "every-nth": nth,
    "ends-after-count": ends(True),
    "ends-after-time": ends(False),
}

CORE: tuple[str, ...] = (
    *(f"pace_clocks/{name}" for name in SKILLS),
    "time_paced/paced-flash", "time_paced/paced-count", "time_paced/paced-word", "time_metro/metro-every-nth", "time_metro/metro-burst", "time_beats/beat-blinking", "time_beats/beat-click-track", "time_metro/time-conversion", "time_metro/tap-tempo",
    "time_beats/beat-two-lights", "time_count/count-freely", "time_count/count-clicks", "time_count/count-around",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
