"""Paces: what sets a thing going, how fast, how it is started and when it ends, with all its phrases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import Clock, clock, plain, spell
from patchgen_training.skills.time_trigger import Trigger, button, key, opening
from patchgen_training.skills.time_words import count_word

TAILS: dict[str, Sequence[str]] = {
    "toggle": (
        ", with a toggle to start and stop it", " while a toggle is on", " as long as a toggle is on", ", switched on and off with a toggle", ", toggle to start/stop",
        ", with an on/off toggle", " when I switch a toggle on", ", started and stopped by a toggle", ", controlled by a toggle", ", with a start/stop toggle",
        " and has a toggle for on and off", ", and I can turn it on and off with a toggle", " (start/stop toggle)", " until the toggle is switched off", " whenever the toggle is on",
    ),
    "buttons": (
        ", with a start button and a stop button", ", with start and stop buttons", ", started with one button and stopped with another", ", start and stop by two buttons",
        " and has buttons to start and to stop it", ", one button starts it and one stops it", ", after a click on start until i click stop", " (start button, stop button)",
    ),
    "load": (
        ", starting as soon as the patch is opened", ", starting by itself", ", starting automatically at load", " from the moment the patch is opened", ", running right from the start",
        ", on its own as soon as the patch opens", " without any click, right after loading", ", automatically when the patch loads", ", started with a loadbang",
    ),
    "space": (
        ", started and stopped with the space bar", ", with the space bar for start and stop", ", space bar to play and pause", ", the space key turns it on and off",
        ", and I can start and stop it with the space bar", ", toggled with the spacebar",
    ),
    "click": (
        " after a click on a button", " when I click a button", " when a button is clicked", ", started by a button", ", started with a click", " after I hit a button", " on a click", ", a button starts it",
        " once a button is pressed",
    ),
}  # fmt: skip
FRONTS: dict[str, Sequence[str]] = {
    "toggle": ("when a toggle is on", "while a toggle is on", "as long as a toggle is switched on", "when I turn a toggle on", "if a toggle is on"),
    "buttons": ("after a start button is clicked and until a stop button is clicked", "between a click on start and a click on stop"),
    "load": ("as soon as the patch is opened", "when the patch opens", "from loading on", "once the patch is loaded"),
    "space": ("after I press the space bar and until I press it again", "when the space bar has switched it on"),
    "click": ("when I click a button", "after a click on a button", "when a button is pressed", "as soon as i hit a button", "on a click"),
}
SENTENCES: dict[str, Sequence[str]] = {
    "toggle": ("A toggle turns it on and off.", "I want to start and stop it with a toggle.", "There should be a toggle for start and stop.", "A toggle switches it on and off.", "Use a toggle to start and stop.", "On/off with a toggle."),
    "buttons": ("One button starts it, another stops it.", "It needs a start button and a stop button.", "I start it with one button and stop it with another.", "Start and stop with two buttons."),
    "load": ("It starts when the patch is opened.", "It should run as soon as I open the patch.", "It starts by itself.", "No button, it just starts at load."),
    "space": ("The space bar starts and stops it.", "I want to start and stop it with the space bar.", "Space bar = start/stop."),
    "click": ("A button starts it.", "It starts when I click a button.", "I want a button to start it.", "A click sets it off."),
}
SHORTS: dict[str, Sequence[str]] = {
    "toggle": ("toggle for on/off", "with on/off toggle", "start/stop toggle", "toggle to switch it on", "w/ toggle"),
    "buttons": ("start + stop buttons", "start and stop buttons", "two buttons for start and stop"),
    "load": ("autostart", "starts on load", "loadbang", "starts by itself"),
    "space": ("space bar for start/stop", "space = on/off", "toggled by the space bar"),
    "click": ("button to start", "start with a button", "starts on a click"),
}
ENDINGS = (
    ", {n} times and then no more", ", {n} times in all", ", exactly {n} times", ", {n} times", " and ends after {n} times", ", stopping after {n} times", ", only {n} times", ", for {n} beats only",
    " and stops by itself after {n} times", ", {n} times, then it stops",
)
END_SENTENCES = ("It stops after {n} times.", "It has to stop by itself after {n} times.", "After {n} times it is over.", "Only {n} times, then stop.")
END_SHORTS = ("{n} times", "{n} times then stop", "stop after {n}", "ends after {n} times")
LASTINGS = (" for {n}", ", for {n}", " and goes on for {n}", ", stopping after {n}", " and stops after {n}", " for {n} and then stops", ", all this for {n} only", " during {n}", " and ends {n} later")
LAST_SENTENCES = ("It stops after {n}.", "It goes on for {n}.", "After {n} it has to stop by itself.", "It lasts {n}.")
LAST_SHORTS = ("for {n}", "stop after {n}", "lasts {n}", "{n} long")
TABLES = {ENDINGS: LASTINGS, END_SENTENCES: LAST_SENTENCES, END_SHORTS: LAST_SHORTS}
WHILES = (
    "while a number is above {n}", "as long as a number box is over {n}", "while the number in a box is greater than {n}", "if a number is higher than {n}, and stops when it is not", "only while a value is bigger than {n}",
    "when a number goes over {n} and until it is {n} or less again",
)


@dataclass(frozen=True)
class Pace:
    """A trigger with the parts of its description."""

    trigger: Trigger
    rate: Callable[[], str]
    """How often, or on what: `every 2 seconds`, `when a key is pressed`."""
    start: str = ""
    """A key of TAILS, empty where the rate says all."""
    limit: int = 0
    """After how many times it ends, 0 for never."""
    is_plain: bool = False
    """The toggle may go unsaid."""
    length: Callable[[], str] | None = None
    """How long it goes on: `3 seconds`; None for an end by `limit` or none."""

    @property
    def source(self) -> Handle:
        """The box that bangs."""
        return self.trigger.source

    def pick(self, draw: Draw, table: dict[str, Sequence[str]], ends: Sequence[str]) -> str:
        """A phrase of a table, joined with the end where there is one."""
        number = self.length() if self.length else count_word(draw, self.limit)
        ends = TABLES[tuple(ends)] if self.length else ends
        start = draw.one(table[self.start]) if self.start else ""
        if not self.limit:
            return start
        end = draw.one(ends).format(n=number)
        return (f"{start} {end}" if start.endswith(".") else f"{start}, {end}" if table is SHORTS else start + end).strip()

    def tail(self, draw: Draw) -> str:
        """What follows the rate: `, with a toggle to start and stop it`."""
        if self.is_plain and draw.chance(0.3):
            return ""
        text = self.pick(draw, TAILS, ENDINGS)
        return text if not text or text.startswith(",") else f" {text.strip()}"

    def front(self, draw: Draw) -> str:
        """What stands before a main clause: `when a toggle is on`."""
        return draw.one(FRONTS[self.start]) if self.start and not self.limit else ""

    def sentence(self, draw: Draw) -> str:
        """A sentence of its own: `A toggle turns it on and off.`"""
        return self.pick(draw, SENTENCES, END_SENTENCES)

    def short(self, draw: Draw) -> str:
        """In note form: `toggle for on/off`."""
        return self.pick(draw, SHORTS, END_SHORTS)


UNPACED = Pace(Trigger(0, str, (), (), 0), str)
"""For actions that say their own time."""
PaceMaker = Callable[[Draw, Sketch], Pace]


def started(sketch: Sketch, start: str, body: str, *speeds: Handle) -> tuple[Handle, list[Feed], float]:
    """A metro behind its start, the feeds that start it, and when the first bang comes."""
    controls = [sketch.into(1, speed) for speed in speeds]
    if start == "toggle":
        switch = sketch.add('tgl "on"')
        return sketch.add(body, switch, *controls), [Feed(10, switch, "1")], 10
    if start == "space":
        typed = sketch.add("key")
        switch = sketch.add('tgl "on"', sketch.add("sel 32", typed))
        return sketch.add(body, switch, *controls), [Feed(10, typed, "32")], 10
    if start == "buttons":
        begin = sketch.add('bng "start"')
        stop = sketch.add("msg stop", sketch.add('bng "stop"'))
        return sketch.add(body, begin, stop, *controls), [Feed(10, begin, "bang")], 10
    return sketch.add(body, sketch.add("loadbang"), *controls), [], 0


def made(source: Handle, rate: Callable[[], str], start: str, first: float, period: float, beats: int, feeds: list[Feed], *, plain_start: bool = False, limit: int = 0) -> Pace:
    """A pace with its moments."""
    at = [first + period * index for index in range(beats)]
    return Pace(Trigger(source, rate, at, feeds, (first + period * (beats - 0.5)) / 1000), rate, start, limit, plain_start)


def fixed(draw: Draw, sketch: Sketch, *, beats: int = 4, ticks: Clock | None = None, start: str = "") -> Pace:
    """A steady beat."""
    beat = ticks or clock(draw)
    start = start or draw.one(("toggle", "toggle", "toggle", "toggle", "buttons", "load", "space"))
    source, feeds, first = started(sketch, start, beat.body)
    return made(source, lambda: beat.said(draw), start, first, beat.period, beats, feeds, plain_start=start == "toggle")


SPEEDS = (
    ("bpm", "tempo", "expr 60000 / $f1", ((40, 240, 120), (60, 200, 120), (40, 200, 100), (60, 180, 120), (30, 300, 120), (50, 250, 120), (20, 300, 120), (40, 300, 90))),
    ("Hz", "rate", "expr 1000 / $f1", ((1, 20, 4), (0.5, 10, 2), (1, 10, 2), (1, 50, 5), (0.1, 20, 2), (0.5, 5, 1))),
    ("ms", "interval", "", ((50, 1000, 500), (100, 2000, 500), (100, 1000, 250), (50, 500, 200), (20, 2000, 500), (100, 5000, 1000), (200, 3000, 1000))),
)
UNIT_WORDS = {"bpm": ("bpm", "BPM", "beats per minute", "bpm"), "Hz": ("Hz", "hertz", "times per second", "hz"), "ms": ("ms", "milliseconds", "ms")}
NAMES = {"bpm": ("tempo", "tempo", "speed", "bpm"), "Hz": ("rate", "speed", "rate", "frequency"), "ms": ("interval", "time between beats", "interval", "time between bangs")}
BY_SLIDER = (
    "at a {name} that a slider sets from {low} to {high} {unit}", "with a slider for the {name} ({low} to {high} {unit})", "at an adjustable {name}, slider {low}-{high} {unit}",
    "with a {name} slider going from {low} to {high} {unit}", "at a {name} between {low} and {high} {unit} set with a slider", "repeatedly, with {name} control by a slider ({low}-{high} {unit})",
    "again and again with a {name} slider, {low} to {high} {unit}", "regularly, the {name} can be changed with a slider between {low} and {high} {unit}", "in a steady beat whose {name} i can change from {low} to {high} {unit} with a slider",
)
BY_BOX = (
    "at a {name} typed into a number box in {unit}", "with a number box for the {name} in {unit}", "at an adjustable {name} (number box, {unit})", "regularly, the {name} in {unit} comes from a number box",
    "repeatedly, a number box sets the {name} in {unit}", "at whatever {name} i type in {unit}, in a number box", "at a {name} in {unit} that I can type into a number box",
)


def adjustable(draw: Draw, sketch: Sketch, *, beats: int = 4) -> Pace:
    """A beat whose tempo, rate or interval a slider or a number box sets."""
    unit, label, rule, ranges = draw.one((SPEEDS[0], SPEEDS[0], SPEEDS[0], SPEEDS[1], SPEEDS[2], SPEEDS[2]))
    low, high, usual = draw.one(ranges)
    boxed = draw.chance(0.35)
    start = draw.one(("toggle", "toggle", "toggle", "toggle", "load", "buttons", "space"))
    control = sketch.add(f'number "{label}"' if boxed else f'hsl {plain(low)} {plain(high)} "{label}" init:{plain(usual)}')
    speed = sketch.add(rule, control) if rule else control
    source, feeds, first = started(sketch, start, "metro 500", speed)
    value: float = draw.one([v for v in (2, 4, 5, 10, 60, 90, 100, 120, 150, 200, 300, 400) if max(low, 60 if unit == "ms" else 0) <= v <= high])
    feeds = [*feeds] if start == "load" else [Feed(5, control, plain(value)), *feeds]
    # A slider holds whole pixels, 127 steps from end to end.
    value = low + int((usual - low) / (high - low) * 127 + 1e-6) * (high - low) / 127 if start == "load" else value
    period = 500.0 if boxed and start == "load" else value if unit == "ms" else (60000 if unit == "bpm" else 1000) / value
    at = [first + period * index for index in range(beats)]
    table = BY_BOX if boxed else BY_SLIDER

    def rate() -> str:
        return draw.one(table).format(name=draw.one(NAMES[unit]), low=plain(low), high=plain(high), unit=draw.one(UNIT_WORDS[unit]))

    return Pace(Trigger(source, rate, at, feeds, (at[-1] + period / 2) / 1000), rate, start, 0, start == "toggle")


def limited(draw: Draw, sketch: Sketch) -> Pace:
    """A beat that ends by itself after some times."""
    beat, count = clock(draw, 50, 2000), draw.one((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, draw.integer(3, 32)))
    count = max(2, min(count, int(30000 / beat.period)))
    by_load = draw.chance(0.2)
    begin = sketch.add("loadbang" if by_load else "bng")
    both = sketch.add("t b b", begin)
    metro = sketch.add(beat.body, both)
    store = sketch.add("f", metro, sketch.into(1, sketch.add("msg 0", sketch.out(both, 1))))
    ahead = sketch.add("+ 1", store)
    sketch.connect(ahead, store, inlet=1)
    sketch.connect(sketch.add("msg stop", sketch.add(f"sel {count}", ahead)), metro)
    first = 0 if by_load else 10
    pace = made(metro, lambda: beat.said(draw), "load" if by_load else "click", first, beat.period, count, [] if by_load else [Feed(10, begin, "bang")], limit=count)
    ended = Trigger(metro, pace.rate, pace.trigger.at, pace.trigger.feeds, pace.trigger.seconds + beat.period * 1.5 / 1000)
    return Pace(ended, pace.rate, pace.start, count)


def lasting(draw: Draw, sketch: Sketch) -> Pace:
    """A beat that goes on for some seconds after a click."""
    period = draw.one((50, 100, 100, 125, 150, 200, 200, 250, 300, 400, 500, 500, 750, 1000, 1000))
    time = draw.one([t for t in (500, 1000, 1500, 2000, 2000, 3000, 3000, 4000, 5000, 5000, 6000, 8000, 10000, 10000) if 2 * period <= t <= 24 * period])
    begin = sketch.add("bng")
    stop = sketch.add("msg stop", sketch.add(f"delay {time}", begin))
    metro = sketch.add(f"metro {period}", begin, stop)
    # At equal times the delay, which was set earlier, comes before the beat.
    count = -(-time // period)
    beat = Clock(str(period), period, "ms", period)
    pace = made(metro, lambda: beat.said(draw), "click", 10, period, count, [Feed(10, begin, "bang")])
    ended = Trigger(metro, pace.rate, pace.trigger.at, pace.trigger.feeds, (time + 2 * period) / 1000)
    return Pace(ended, pace.rate, "click", count, length=lambda: spell(draw, time))


def conditional(draw: Draw, sketch: Sketch) -> Pace:
    """A beat that runs while a number is large enough."""
    beat, limit = clock(draw), draw.one((0, 10, 20, 50, 60, 64, 64, 80, 100, draw.integer(1, 126)))
    value = sketch.add("number")
    metro = sketch.add(beat.body, sketch.add("change", sketch.add(f"> {limit}", value)))

    def rate() -> str:
        return f"{beat.said(draw)} {draw.one(WHILES).format(n=limit)}"

    pace = made(metro, rate, "", 10, beat.period, 4, [Feed(5, value, str(limit)), Feed(10, value, str(limit + 1))])
    off = pace.trigger.at[-1] + beat.period / 2
    return Pace(Trigger(metro, rate, pace.trigger.at, [*pace.trigger.feeds, Feed(off, value, str(limit))], (off + beat.period) / 1000), rate)


def by_event(draw: Draw, sketch: Sketch) -> Pace:
    """A button, a key, or the opening."""
    trigger = draw.one((button, button, button, button, button, key, opening))(draw, sketch)
    return Pace(trigger, trigger.when)


def any_pace(draw: Draw, sketch: Sketch) -> Pace:
    """Any of them."""
    return draw.one((*[fixed] * 8, *[adjustable] * 4, limited, limited, lasting, conditional, *[by_event] * 6))(draw, sketch)


def beating(draw: Draw, sketch: Sketch) -> Pace:
    """A repeating one."""
    return draw.one((*[fixed] * 6, *[adjustable] * 5, limited, limited, lasting, conditional))(draw, sketch)


def awake(draw: Draw, sketch: Sketch) -> Pace:
    """A pace that does not begin at load, for patches that fill something then."""
    if draw.chance(0.5):
        trigger = draw.one((button, button, button, key))(draw, sketch)
        return Pace(trigger, trigger.when)
    return fixed(draw, sketch, start=draw.one(("toggle", "toggle", "buttons", "space")))
