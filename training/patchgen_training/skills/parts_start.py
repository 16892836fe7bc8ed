"""What drives a patch, with its words: a clock of a said or adjustable speed, its switch, a button, a key, a gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.parts_clause import Words, said
from patchgen_training.skills.parts_stage import Knob, Stage, control
from patchgen_training.skills.parts_values import frequencies, times
from patchgen_training.skills.sketch import Cord, Handle
from patchgen_training.skills.time_trigger import STARTS

STEP_MS = Words(
    ("a step length of {t}", "one {e} every {t}", "a new {e} every {t}", "{e}s that come every {t}", "a metro of {t}", "{t} per {e}", "an interval of {t} between {e}s", "a {t_} clock"),
    ("a new {e} comes every {t}", "the time from {e} to {e} is {t}", "the {e}s follow each other every {t}", "the clock ticks every {t}", "there is one {e} every {t}", "the {e}s are {t} apart", "it takes {t} from one {e} to the next", "the clock goes on every {t}"),
    ("[go] on to the next {e} every {t}", "[use] a step length of {t}", "[move] on every {t}"), ("every {t}", "{t} per {e}", "{t} steps"),
)  # fmt: skip
STEP_BPM = Words(
    ("a tempo of {b}", "a speed of {b}", "{b} as the tempo", "a tempo of {b}", "one {e} per beat at {b}"),
    ("the tempo is {b}", "it runs at {b}", "it plays at {b}", "the clock runs at {b}", "the speed is {b}", "there is one {e} per beat at {b}"),
    ("[run] at {b}", "[play] at a tempo of {b}", "[use] a tempo of {b}"), ("{b}", "tempo {b}", "at {b}"),
)  # fmt: skip
SWITCHED = Words(
    ("a toggle to start and stop it", "an on/off toggle", "a toggle that starts and stops it", "a start/stop toggle", "a toggle that turns it on and off", "a toggle as the on/off switch", "a toggle for start and stop"),
    ("a toggle starts and stops it", "it runs while a toggle is on", "it is started and stopped with a toggle", "a toggle turns it on and off", "it only plays while a toggle is on", "I start and stop it with a toggle", "a toggle switches the clock on and off"),
    ("[start] and [stop] with a toggle", "[run] while a toggle is on", "[have] a toggle to start and stop it"), ("on/off toggle", "toggle to start", "start/stop toggle"),
)  # fmt: skip
BUTTONED = Words(
    ("a start button and a stop button", "start and stop buttons", "one button to start it and another to stop it"), ("one button starts it and another one stops it", "it is started with one button and stopped with a second", "start and stop are two buttons"),
    ("[start] with one button and [stop] with another", "[have] a start and a stop button"), ("start and stop buttons", "start button, stop button"),
)  # fmt: skip
LOADED = Words(
    ("an automatic start when the patch opens", "a loadbang that starts it"), ("it starts by itself when the patch is opened", "it begins as soon as the patch is loaded", "it runs right from the start without any click"), ("[start] as soon as the patch is opened",), ("starts on load", "autostart"),
)  # fmt: skip
TEMPO = Knob("tempo", ("tempo", "tempo in BPM", "tempo in beats per minute", "speed in BPM", "tempo"), "BPM", 40, 240, 120, ((60, 180), (40, 200), (60, 240), (50, 150), (80, 160), (30, 300), (60, 200), (40, 240)), (90, 100, 110, 140))
INTERVAL = Knob("interval", ("step length", "step time", "time between steps", "interval between steps", "step length in ms", "metro time"), "ms", 50, 1000, 250, ((50, 1000), (100, 1000), (50, 500), (100, 500), (60, 600), (80, 800), (100, 2000)), (150, 200, 300, 500))
PERIODS = (100, 120, 125, 150, 150, 175, 180, 200, 200, 220, 250, 250, 300, 333, 350, 400)
TEMPOS = (60, 72, 80, 90, 96, 100, 108, 110, 120, 120, 125, 128, 130, 132, 140, 150, 160, 180)


@dataclass(frozen=True, slots=True)
class Beat:
    """A running clock: its bangs, milliseconds between them and of the first one."""

    source: Handle
    period: float
    begin: float

    def at(self, steps: Sequence[int]) -> list[float]:
        """The milliseconds of some steps."""
        return [self.begin + self.period * step for step in steps]

    def lasts(self, steps: float) -> float:
        """Seconds that so many steps take."""
        return (self.begin + self.period * steps) / 1000


SHOWN = {"toggle": SWITCHED, "buttons": BUTTONED, "load": LOADED}


def clock(stage: Stage, *, event: str = "step", kind: str = "", start: str = "", part: float = 1, plain_ms: float = 250) -> Beat:
    """A metro: milliseconds, beats per minute, unsaid, or on a slider; steps are `part` beats long."""
    draw = stage.draw
    start = start or draw.one(("toggle",) * 7 + ("buttons", "load"))
    kind = kind or draw.one(("ms", "ms", "ms", "bpm", "bpm", "tempo", "interval", "unsaid"))
    if kind in ("tempo", "interval"):
        return steered(stage, kind, part)
    if start != "toggle" or draw.chance(0.8):
        stage.say(SHOWN[start])
    if kind == "bpm":
        bpm = draw.one(TEMPOS)
        n = str(bpm)
        stage.say(STEP_BPM, b=said(draw, f"{n} BPM", f"{n} bpm", f"{n} beats per minute", f"{n} BPM"), e=said(draw, event))
        body, period = f"metro {plain(part)} {bpm} permin", 60000 / bpm * part
    else:
        period = plain_ms if kind == "unsaid" else draw.one(PERIODS)
        if kind == "ms":
            stage.say(STEP_MS, e=said(draw, event), **times(draw, t=period))
        body = f"metro {plain(period)}"
    source, feeds = STARTS[start](stage.sketch, body)
    stage.feeds += feeds
    return Beat(source, period, 0.0 if start == "load" else 10.0)


def steered(stage: Stage, kind: str, part: float) -> Beat:
    """A toggle and a slider for the speed."""
    switch = stage.add('tgl "on"')
    if stage.draw.chance(0.8):
        stage.say(SWITCHED)
    if kind == "tempo":
        box, _ = control(stage, TEMPO, ("slider", "slider", "number box"))
        source = stage.add(f"metro {plain(500 * part)}", switch, stage.into(1, stage.add(f"expr {plain(60000 * part)} / $f1", box)))
        period = 60000 * part / 150
        stage.feeds.append(Feed(5, box, "150"))
    else:
        box, _ = control(stage, INTERVAL, ("slider", "slider", "number box"))
        source = stage.add("metro 250", switch, stage.into(1, box))
        period = 200.0
        stage.feeds.append(Feed(5, box, "200"))
    stage.feeds.append(Feed(10, switch, "1"))
    return Beat(source, period, 10.0)


PUSHED = Words(
    ("a button that triggers it", "a button to trigger it", "a trigger button", "a bang button that starts it"), ("a button triggers it", "it is triggered by a button", "it sounds each time a button is clicked", "every click on a button plays it", "I play it by clicking a button"),
    ("[wait] for a click on a button", "[play] it each time a button is clicked"), ("button", "triggered by a button", "bang to play"),
)  # fmt: skip
SPACED = Words(
    ("the space bar as the trigger", "the space bar to trigger it"), ("the space bar triggers it", "it sounds each time the space bar is pressed", "pressing the space bar plays it"), ("[play] it each time the space bar is pressed",), ("space bar", "triggered by space"),
)  # fmt: skip
REPEATED = Words(
    ("a toggle that repeats it every {t}", "a metro of {t} that repeats it while a toggle is on", "a toggle and a metro of {t} to trigger it"), ("it is repeated every {t} while a toggle is on", "a toggle starts a metro that triggers it every {t}", "while a toggle is on it comes every {t}"),
    ("[repeat] every {t} while a toggle is on",), ("every {t} while a toggle is on", "toggle + metro {t}"),
)  # fmt: skip


def trigger(stage: Stage, kind: str = "") -> Handle:
    """A button, the space bar, or a metro with a toggle; it fires after 10 ms."""
    kind = kind or stage.draw.one(("button",) * 5 + ("space", "metro", "metro"))
    if kind == "button":
        stage.say(PUSHED)
        source = stage.add("bng")
        stage.feeds.append(Feed(10, source, "bang"))
        return source
    if kind == "space":
        stage.say(SPACED)
        key = stage.add("key")
        stage.feeds.append(Feed(10, key, "32"))
        return stage.add("sel 32", key)
    period = stage.draw.one((300, 400, 500, 600, 750, 800, 1000, 1500, 2000))
    stage.say(REPEATED, **times(stage.draw, t=period))
    switch = stage.add('tgl "on"')
    stage.feeds.append(Feed(10, switch, "1"))
    return stage.add(f"metro {period}", switch)


HELD = Words(
    ("a toggle that switches the note on and off", "a toggle as the gate", "a toggle that opens and closes the envelope", "an on/off toggle for the note"), ("a toggle switches the note on and off", "a toggle opens the envelope and closes it again", "the note sounds while a toggle is on", "it is played with a toggle"),
    ("[play] while a toggle is on", "[have] a toggle that switches the note on and off"), ("toggle gate", "gate toggle", "note on/off toggle"),
)  # fmt: skip


def gate_toggle(stage: Stage) -> tuple[Cord | Handle, Cord]:
    """A toggle: what fires when it goes on and off; on after 10 ms."""
    stage.say(HELD)
    switch = stage.add('tgl "note"')
    stage.feeds.append(Feed(10, switch, "1"))
    select = stage.add("sel 1 0", switch)
    return select, stage.out(select, 1)


PITCH = Knob("frequency", ("frequency", "frequency", "pitch", "oscillator frequency", "frequency in Hz", "pitch in hertz"), "Hz", 50, 2000, 440, ((50, 1000), (100, 1000), (20, 2000), (100, 2000), (200, 800), (80, 800), (50, 500), (110, 880), (220, 880), (30, 300), (100, 1500)), (220, 300, 330, 500))
NOTE = Knob("note", ("MIDI note", "MIDI note number", "note as a MIDI number", "pitch as a MIDI note", "MIDI pitch"), "", 36, 84, 60, ((36, 84), (48, 72), (40, 80), (24, 96), (36, 72), (48, 84), (60, 84), (30, 90)), (50, 55, 64, 69))
FIXED = Words(
    ("a pitch of {f}", "a frequency of {f}", "its frequency at {f}", "a fixed pitch of {f}"), ("its frequency is {f}", "the pitch is {f}", "it sounds at {f}", "the oscillator runs at {f}"), ("[sound] at {f}", "[use] a frequency of {f}"), ("{f}", "at {f}"),
)  # fmt: skip


def pitched(stage: Stage, kind: str = "") -> tuple[Handle | None, str]:
    """What sets a pitch: a box of frequencies, or none and an argument."""
    kind = kind or stage.draw.one(("frequency", "frequency", "note", "fixed"))
    if kind == "fixed":
        hertz = stage.draw.one((55, 80, 100, 110, 120, 150, 165, 180, 200, 220, 250, 261, 300, 330, 350, 392, 400, 440, 500, 523, 550, 600, 660, 700, 880))
        stage.say(FIXED, **frequencies(stage.draw, f=hertz))
        return None, str(hertz)
    box, start = control(stage, NOTE if kind == "note" else PITCH)
    if "number" in stage.sketch.lines[box - 1].split('"')[0]:
        stage.feeds.append(Feed(3, box, "62" if kind == "note" else "310"))
    argument = plain(start) if kind != "note" and "number" in stage.sketch.lines[box - 1].split('"')[0] else ""
    return (stage.add("mtof", box) if kind == "note" else box), argument
