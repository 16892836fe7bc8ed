"""What sets things going: buttons, beats with a toggle or buttons, the opening of the patch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import Clock, clock, plain

CLICKS = (
    "when a button is pressed", "when a button is clicked", "each time a button is pressed",
    "every time a button is clicked", "on each click of a button", "at the press of a button",
    "when I click a button", "when i press a button", "each time i click a button", "on a button press",
    "whenever a button is pressed", "with a button", "using a button", "at every bang of a button",
    "on button click", "on every bang from a button", "as soon as a button is clicked",
    "by pressing a button", "at the click of a button", "when you hit a button", "on a click",
    "when clicked", "when banged", "on each bang", "for every bang", "upon a bang", "on bang",
    "", "", "", "",
)
KEYS = (
    "when a key is pressed", "each time a key of the computer keyboard is pressed", "on any key press",
    "when I press any key", "whenever a key is hit", "for every key pressed on the keyboard",
    "with any key of the computer keyboard", "every time i press a key", "on each keystroke",
)
SPACES = (
    "when the space bar is pressed", "each time I press the space bar", "with the space bar",
    "whenever the spacebar is hit", "on space bar", "when i hit space", "every time the space key is pressed",
)
SOMETIMES = (
    "repeatedly", "over and over", "again and again", "continuously", "regularly", "at regular intervals",
    "periodically", "repeatedly, with a toggle", "periodically while a toggle is on", "all the time",
    "continuously when a toggle is on", "with a metro and a toggle", "driven by a metro",
    "repeatedly, with a toggle to start and stop it", "on every tick of a metro", "with a metronome",
)
OPENINGS = (
    "when the patch is opened", "when the patch opens", "on load", "when the patch is loaded",
    "as soon as the patch loads", "at startup", "automatically when it is opened", "on opening",
    "when i open it", "once at load time", "when the patch starts", "right after loading",
)
TOGGLED = (
    ", with a toggle to start and stop it", ", with a toggle to turn it on and off", " while a toggle is on",
    ", controlled by a toggle", ", switched on and off by a toggle", " when a toggle is on",
    " with an on/off toggle", ", started and stopped with a toggle", ", toggle for on/off",
    " as long as a toggle is switched on", " (on/off with a toggle)", ", with an on off switch",
    ", turned on by a toggle", " and can be started and stopped with a toggle", ", w/ toggle",
)
BUTTONED = (
    ", with a start button and a stop button", ", with start and stop buttons",
    ", with one button to start and one to stop", ", started and stopped by two buttons",
    ", with buttons for start and stop", ". It has a start button and a stop button",
    ", with a button that starts it and another that stops it", " (start and stop buttons)",
    ", using a start and a stop button", ", start/stop buttons included",
)
OPENED = (
    ", starting as soon as the patch is opened", ", starting automatically", ", starting by itself on load",
    " as soon as the patch opens", " automatically from the moment the patch is loaded",
    ", running automatically", ", without any click needed", ", starts on load",
    ", started by a loadbang", ", started automatically when the patch loads",
)


@dataclass(frozen=True)
class Trigger:
    """A box that bangs, and how the prompt says when."""

    source: Handle
    when: Callable[[], str]
    """Says when, anew each time: `every 2 seconds, with a toggle to start and stop it`."""
    at: Sequence[float]
    """Milliseconds of the bangs within the time that is watched."""
    feeds: Sequence[Feed]
    seconds: float
    clock: Clock | None = None

    @property
    def count(self) -> int:
        """How many bangs come."""
        return len(self.at)


def button(draw: Draw, sketch: Sketch, *, clicks: int = 5) -> Trigger:
    """A button, clicked some times."""
    source = sketch.add("bng")
    at = [10.0 + 40 * index for index in range(clicks)]
    feeds = [Feed(when, source, "bang") for when in at]
    return Trigger(source, lambda: draw.one(CLICKS), at, feeds, at[-1] / 1000 + 0.05)


def beat(draw: Draw, sketch: Sketch, ticks: Clock, start: str = "", *, beats: int = 4) -> Trigger:
    """A metro with a toggle (the usual), two buttons, or a loadbang."""
    start = start or draw.one(("toggle", "toggle", "toggle", "buttons", "load"))
    begin = 0.0 if start == "load" else 10.0
    source, feeds = STARTS[start](sketch, ticks.body)
    tails = {"toggle": TOGGLED, "buttons": BUTTONED, "load": OPENED}[start]

    def when() -> str:
        tail = "" if start == "toggle" and draw.chance(0.4) else draw.one(tails)
        return ticks.said(draw) + tail

    at = [begin + ticks.period * index for index in range(beats)]
    return Trigger(source, when, at, feeds, (begin + ticks.period * (beats - 0.5)) / 1000, ticks)


def toggle_start(sketch: Sketch, body: str) -> tuple[Handle, list[Feed]]:
    """A toggle before the metro."""
    switch = sketch.add('tgl "on"')
    return sketch.add(body, switch), [Feed(10, switch, "1")]


def button_start(sketch: Sketch, body: str) -> tuple[Handle, list[Feed]]:
    """Buttons that start and stop the metro."""
    start = sketch.add('bng "start"')
    stop = sketch.add('bng "stop"')
    message = sketch.add("msg stop", stop)
    return sketch.add(body, start, message), [Feed(10, start, "bang")]


def load_start(sketch: Sketch, body: str) -> tuple[Handle, list[Feed]]:
    """A metro that starts with the patch."""
    return sketch.add(body, sketch.add("loadbang")), []


STARTS: dict[str, Callable[[Sketch, str], tuple[Handle, list[Feed]]]] = {
    "toggle": toggle_start, "buttons": button_start, "load": load_start,
}


def opening(draw: Draw, sketch: Sketch) -> Trigger:
    """The patch itself, when it is opened."""
    source = sketch.add("loadbang")
    return Trigger(source, lambda: draw.one(OPENINGS), [0.0], [], 0.1)


def key(draw: Draw, sketch: Sketch) -> Trigger:
    """Any key of the computer, or the space bar."""
    source = sketch.add("key")
    words: tuple[str, ...] = KEYS
    pressed = draw.integer(97, 122)
    if draw.chance(0.5):
        words, pressed = SPACES, 32
        last = sketch.add("sel 32", source)
    else:
        last = sketch.add("bng", source)
    at = [10.0, 50.0, 90.0]
    return Trigger(last, lambda: draw.one(words), at, [Feed(t, source, str(pressed)) for t in at], 0.15)


def unsaid(draw: Draw, sketch: Sketch) -> Trigger:
    """A beat of unsaid speed: half a second."""
    source, feeds = toggle_start(sketch, "metro 500")
    return Trigger(source, lambda: draw.one(SOMETIMES), [10.0, 510.0, 1010.0, 1510.0], feeds, 1.7)


def adjustable(draw: Draw, sketch: Sketch, *, beats: int = 4) -> Trigger:
    """A beat with a toggle whose interval a slider sets."""
    low, high, first = draw.one(((50, 1000, 500), (100, 2000, 500), (100, 1000, 250), (50, 500, 200),
                                 (20, 2000, 500), (100, 5000, 1000), (10, 1000, 300)))
    switch = sketch.add('tgl "on"')
    boxed = draw.chance(0.4)
    slider = sketch.add('number "interval"' if boxed else f'hsl {low} {high} "interval" init:{first}')
    source = sketch.add("metro 500" if boxed else f"metro {first}", switch, sketch.into(1, slider))
    chosen = draw.integer(1, 9) * (high - low) / 10 + low
    period = max(chosen, 40.0)
    feeds = [Feed(5, slider, plain(period)), Feed(10, switch, "1")]
    tail = ("at an interval set by a slider from {} to {} ms", "with a slider for the interval ({} to {} ms)",
            "repeatedly, the interval set by a slider between {} and {} milliseconds",
            "again and again with a slider for the time between bangs, {}-{} ms",
            "periodically, with an interval slider ({}-{} ms) and a toggle",
            "regularly with an adjustable interval from {} ms to {} ms (slider)")
    typed = ("at an interval in ms that is typed into a number box", "with a number box for the interval in milliseconds",
             "repeatedly, the interval set in a number box", "periodically, the time between bangs comes from a number box",
             "at an adjustable interval (number box, in ms)", "repeatedly, with a number box to set the time in ms")
    at = [10 + period * index for index in range(beats)]
    return Trigger(source, lambda: draw.one(typed) if boxed else draw.one(tail).format(low, high), at, feeds,
                   (10 + period * (beats - 0.5)) / 1000)


def paced_by_tempo(draw: Draw, sketch: Sketch, *, beats: int = 4) -> Trigger:
    """A beat with a toggle whose tempo in bpm a slider sets."""
    low, high = draw.one(((40, 240), (60, 200), (40, 200), (60, 180), (30, 300), (50, 250), (80, 160)))
    switch = sketch.add('tgl "on"')
    boxed = draw.chance(0.3)
    slider = sketch.add('number "tempo"' if boxed else f'hsl {low} {high} "tempo" init:120')
    period = sketch.add("expr 60000 / $f1", slider)
    source = sketch.add("metro 500", switch, sketch.into(1, period))
    bpm = draw.integer(low, high)
    feeds = [Feed(5, slider, str(bpm)), Feed(10, switch, "1")]
    tail = ("at a tempo set by a slider from {} to {} bpm", "with a tempo slider ({} to {} bpm)",
            "at an adjustable tempo between {} and {} bpm", "with a slider for the tempo, {}-{} bpm",
            "on every beat, tempo slider from {} to {} bpm", "with tempo control ({} - {} bpm) and a toggle",
            "in a tempo that a slider sets between {} and {} beats per minute")
    typed = ("at a tempo in bpm typed into a number box", "with a number box for the tempo in bpm",
             "on every beat of a tempo set in a number box", "at an adjustable tempo (number box, bpm)",
             "repeatedly, a number box sets the bpm", "in a tempo that a number box sets in beats per minute")
    at = [10 + 60000 / bpm * index for index in range(beats)]
    return Trigger(source, lambda: draw.one(typed) if boxed else draw.one(tail).format(low, high), at, feeds,
                   (10 + 60000 / bpm * (beats - 0.5)) / 1000)


def any_trigger(draw: Draw, sketch: Sketch) -> Trigger:
    """Any of them, buttons and plain beats most often."""
    return draw.one(TRIGGERS)(draw, sketch)


def any_beat(draw: Draw, sketch: Sketch) -> Trigger:
    """Any repeating one."""
    return draw.one(TRIGGERS[8:18])(draw, sketch)


def any_steady(draw: Draw, sketch: Sketch) -> Trigger:
    """A beat of any speed."""
    return beat(draw, sketch, clock(draw))


TRIGGERS: tuple[Callable[[Draw, Sketch], Trigger], ...] = (
    *[button] * 8, *[any_steady] * 7, unsaid, adjustable, paced_by_tempo, opening, key)


def every_in_front(draw: Draw, text: str) -> bool:
    """Whether the time may stand before its clause."""
    return text.startswith(("every", "each", "when", "on ", "once", "as soon")) and draw.chance(0.25)

