"""What starts music and keeps it going: buttons, keys, conditions, beats with fixed or adjustable tempo; and the volume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When
from patchgen_training.skills.sequence_voice import output
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import Clock, every, musical, plain, spell, steady
from patchgen_training.skills.time_trigger import STARTS
from patchgen_training.skills.time_words import Text

VOLUME = Feature(
    ("a volume slider", "volume control", "a slider for the volume", "a level slider", "a gain slider", "a slider for how loud it is", "a loudness slider", "a fader for the volume", "adjustable volume", "a volume knob", "a volume fader"),
    ("[have] a volume slider", "[let] me set the volume with a slider", "[have] volume control", "[have] adjustable loudness", "[let] me change how loud it is"),
    ("change the volume", "control how loud it is", "set the level with a slider", "turn the volume up and down", "adjust the volume", "make it louder or softer with a slider", "control the gain"),
    ("volume slider", "volume", "vol slider", "volume control", "w/ volume"))
SWITCH = Feature(
    ("an on/off toggle", "a toggle to start and stop it", "a start/stop toggle", "a start/stop switch", "an on/off switch", "a toggle to turn it on and off", "a play/pause toggle", "a toggle for play and stop", "an on off button"),
    ("[start] and [stop] with a toggle", "[have] an on/off toggle", "[have] a toggle to start and stop it", "[let] me turn it on and off with a toggle"),
    ("start and stop it", "turn it on and off with a toggle", "switch it on and off", "start and stop it with a toggle", "play and pause it"),
    ("on/off toggle", "start/stop toggle", "toggle", "start/stop", "on/off"))
TWO_BUTTONS = Feature(
    ("a start button and a stop button", "start and stop buttons", "a button to start it and another to stop it", "play and stop buttons", "two buttons, start and stop"),
    ("[have] a start and a stop button", "[have] start and stop buttons", "[start] with one button and [stop] with another"),
    ("start it with one button and stop it with another", "start and stop it with two buttons"), ("start and stop buttons", "start button, stop button", "play/stop buttons"))
AT_ONCE = Feature(
    ("a loadbang that starts it", "automatic start when the patch opens", "an automatic start"),
    ("[start] as soon as the patch opens", "[start] by itself when the patch is opened", "[begin] automatically on load", "[start] on its own"),
    (), ("starts on load", "starts automatically", "autostart"))
START_FEATURES = {"toggle": SWITCH, "buttons": TWO_BUTTONS, "load": AT_ONCE}


def loud(draw: Draw, sketch: Sketch, signal: Handle, gain: float = 0.2, slider: float = 0.4) -> list[Feature]:
    """The output, perhaps through a volume slider."""
    has_slider = draw.chance(slider)
    output(sketch, signal, has_slider, gain)
    return [VOLUME] if has_slider else []


USUAL_TEMPO = (40, 240)
"""The ends of a tempo slider of which the prompt names none."""


def tempo_feature(low: int, high: int, unit: str, control: str) -> Feature:
    """A slider or box for the tempo, in words."""
    ends = f"{low} to {high} {unit}"
    if control == "number":
        return Feature((f"a number box for the tempo in {unit}", "a tempo number box", f"a number box to type the {unit}", f"a box where i type the tempo in {unit}"),
                       ("[have] a number box for the tempo", "[take] the tempo from a number box", f"[let] me type the {unit}"), (f"type in the tempo in {unit}", "enter the tempo in a number box"), ("tempo number box", f"{unit} number box"))
    if unit == "ms":
        return Feature((f"a slider for the interval ({ends})", f"a speed slider from {ends}", f"a slider that sets the time between steps from {ends}"), (f"[have] an interval slider from {ends}", f"[let] me set the time between steps with a slider from {ends}"),
                       (f"change the interval with a slider ({ends})", f"set the time between steps from {ends} with a slider"), (f"interval slider {low}-{high} ms", f"speed slider {ends}"))
    if (low, high) != USUAL_TEMPO:
        return Feature((f"a tempo slider from {ends}", f"a slider for the tempo ({ends})", f"a tempo slider between {low} and {high} {unit}", f"a speed slider from {ends}"), (f"[have] a tempo slider from {ends}", f"[let] me set the tempo from {ends} with a slider"),
                       (f"set the tempo from {ends} with a slider", f"change the tempo with a slider ({ends})"), (f"tempo slider {low}-{high} {unit}", f"tempo {ends} slider"))
    return Feature(("a tempo slider", "tempo control", "a speed slider", "adjustable tempo", "a slider for the tempo", "a bpm slider", "a slider for the speed", "a knob for the tempo", f"a tempo slider from {ends}", "adjustable speed"),
                   ("[have] a tempo slider", "[have] adjustable tempo", "[let] me change the tempo with a slider", "[let] me set the speed"),
                   ("change the tempo", "change the speed with a slider", "set the tempo", "adjust the speed while it plays", "make it faster and slower", "control the bpm with a slider"),
                   ("tempo slider", "speed slider", "bpm slider", "adjustable tempo", "tempo"))


@dataclass(frozen=True)
class Pulse:
    """A running beat."""

    source: Handle
    period: float
    """Milliseconds from step to step, when it is tried."""
    when: When
    """Its pace in words; empty where unsaid."""
    features: list[Feature]
    feeds: list[Feed]
    begin: float
    """Milliseconds of the first step."""

    def at(self, steps: Sequence[int]) -> list[float]:
        """The milliseconds of some steps."""
        return [self.begin + self.period * step for step in steps]

    def seconds(self, steps: float) -> float:
        """How long so many steps last."""
        return (self.begin + self.period * steps) / 1000


NOTE_NAMES = {0.25: ("sixteenth notes", "16th notes", "sixteenths"), 0.5: ("eighth notes", "8th notes", "eighths"), 1: ("quarter notes", "quarters"), 2: ("half notes",)}


def paces(draw: Draw, ticks: Clock, noun: str, part: float) -> When:
    """How fast the steps are, in words."""
    number = plain(ticks.number)
    if ticks.unit == "ms":
        forms: tuple[Text, ...] = (
            lambda: every(draw, ticks.number), lambda: f"one {noun} {every(draw, ticks.number)}", lambda: f"with a new {noun} {every(draw, ticks.number)}", lambda: f"with {spell(draw, ticks.number)} per {noun}",
            lambda: f"with {spell(draw, ticks.number)} between the {noun}s", lambda: f"{spell(draw, ticks.number)} per {noun}", lambda: f"a {noun} {every(draw, ticks.number)}", lambda: f"at {spell(draw, ticks.number)} per {noun}")
        return When(forms, (), (lambda: spell(draw, ticks.number), lambda: every(draw, ticks.number), lambda: f"{plain(ticks.number)}ms per {noun}"))
    ways = (f"at {number} bpm", f"at {number} BPM", f"at a tempo of {number} bpm", f"at {number} beats per minute", f"at tempo {number}", f"with a tempo of {number} bpm", f"at {number}bpm", f"in {number} bpm")
    tail = "" if part == 1 else f" in {draw.one(NOTE_NAMES[part])}"
    return When(tuple(way + tail for way in ways) + ((f"in {draw.one(NOTE_NAMES[part])} at {number} bpm",) if tail else ()), (), (f"{number} bpm{tail}", f"{number}bpm{tail}", f"tempo {number}{tail}"))


def pulse(draw: Draw, sketch: Sketch, *, noun: str = "note", part: float = 1, plain_ms: int = 250, said_part: bool = False, slow: bool = False, starts: str = "", in_beats: bool = False) -> Pulse:
    """A metro: tempo said (`in_beats`: only in bpm), unsaid or on a control; started by a toggle, two buttons or at load. Steps are `part` beats long."""
    start = starts or draw.one(("toggle", "toggle", "toggle", "toggle", "buttons", "load"))
    kind = draw.one(("bpm", "bpm", "bpm", "ms", "ms", "unsaid", "unsaid", "slider", "slider", "number"))
    kind = "bpm" if in_beats and kind == "ms" else kind
    shown = [START_FEATURES[start]] if start != "toggle" or draw.chance(0.6) else []
    if kind in ("slider", "number"):
        return steered_pulse(draw, sketch, kind, part, in_beats)
    if kind == "unsaid":
        ticks, when = Clock(str(plain_ms), plain_ms, "ms", plain_ms), NEVER
    elif kind == "ms":
        ticks = steady(draw, 1000, 6000) if slow else steady(draw, 80, 1500)
        when = paces(draw, ticks, noun, 1)
    else:
        bpm = int(musical(draw).number)
        ticks = Clock(f"{part:g} {bpm} permin", 60000 / bpm * part, "bpm", bpm)
        when = paces(draw, ticks, noun, part if said_part else 1)
    source, feeds = STARTS[start](sketch, ticks.body)
    return Pulse(source, ticks.period, when, shown, feeds, 0.0 if start == "load" else 10.0)


def steered_pulse(draw: Draw, sketch: Sketch, kind: str, part: float, in_beats: bool) -> Pulse:
    """A toggle and a control for the tempo."""
    switch = sketch.add('tgl "on"')
    in_ms = kind == "slider" and not in_beats and draw.chance(0.25)
    low, high = draw.one(((50, 1000), (100, 1000), (50, 500), (100, 2000))) if in_ms else USUAL_TEMPO if draw.chance(0.7) else draw.one(((60, 200), (40, 200), (60, 180), (60, 240), (30, 300), (80, 160)))
    if in_ms:
        control = sketch.add(f'hsl {low} {high} "interval" init:250')
        source = sketch.add("metro 250", switch, sketch.into(1, control))
        moved, period = "200", 200.0
    else:
        bpm = draw.integer(low, high)
        control = sketch.add('number "tempo"' if kind == "number" else f'hsl {low} {high} "tempo" init:120')
        source = sketch.add(f"metro {500 * part:g}", switch, sketch.into(1, sketch.add(f"expr {60000 * part:g} / $f1", control)))
        moved, period = str(bpm), 60000 * part / bpm
    features = [SWITCH, tempo_feature(low, high, "ms" if in_ms else "bpm", kind)]
    if draw.chance(0.35):
        features = features[1:]
    return Pulse(source, period, NEVER, features, [Feed(5, control, moved), Feed(10, switch, "1")], 10.0)


@dataclass(frozen=True)
class Moment:
    """A box that bangs when something happens."""

    source: Handle
    when: When
    feeds: list[Feed]
    at: list[float]
    """Milliseconds of the bangs."""
    seconds: float


BUTTON = When(
    ("when I press a button", "when a button is clicked", "each time i click", "each time I click a button", "when i hit a button", "every time a button is pressed", "on every click", "at the press of a button", "on a bang", "whenever I click a button",
     "when the button is pressed", "with a button", "by clicking a button", "on a mouse click", "with a click", "if i press the button", "every time i hit the bang"),
    ("triggered by a button", "on a button", "with a button to trigger it", "that a button triggers", "when I press a button", "for a bang button", "fired by a button", "started by a click", "with a trigger button"),
    ("button", "on click", "bang", "click to play", "button to trigger"))


UNSAID = When(("", *BUTTON.adverbs[:5]), ("", *BUTTON.adjectives[:5]), ("", "", *BUTTON.short))
"""For what is struck: a drum or a string alone already means that a button strikes it."""


def click(draw: Draw, sketch: Sketch) -> Moment:
    """A button."""
    source = sketch.add("bng")
    return Moment(source, BUTTON, [Feed(10, source, "bang")], [10.0], 0.3)


def letter(draw: Draw, sketch: Sketch) -> Moment:
    """A key of the computer: a letter, or the space bar."""
    code = draw.one((32, 32, draw.integer(97, 122)))
    name = draw.one(("the space bar", "the spacebar", "space", "the space key")) if code == 32 else draw.one((f"the {chr(code)} key", f"the {chr(code)} key", f"the '{chr(code)}' key"))
    key = sketch.add("key")
    source = sketch.add(f"sel {code}", key)
    when = When((f"when I press {name}", f"when {name} is pressed", f"each time i hit {name}", f"with {name}", f"whenever {name} is hit", f"by pressing {name} on my computer keyboard", f"every time {name} goes down"),
                (f"triggered by {name}", f"on {name}", f"played with {name}", f"when I press {name}"), (name, f"key: {name}" if code != 32 else "spacebar"))
    return Moment(source, when, [Feed(10, key, str(code))], [10.0], 0.3)


def condition(draw: Draw, sketch: Sketch) -> Moment:
    """A number that is above or below a limit."""
    limit = draw.one((10, 50, 64, 64, 100, 127, draw.integer(1, 120)))
    above = draw.chance(0.75)
    box = sketch.add("number")
    source = sketch.add("sel 1", sketch.add(f"{'>' if above else '<'} {limit}", box))
    sign = draw.one((f"is greater than {limit}", f"is above {limit}", f"gets bigger than {limit}", f"exceeds {limit}", f"goes over {limit}", f"is larger than {limit}", f"> {limit}", f"gets higher than {limit}")) if above else draw.one(
        (f"is less than {limit}", f"is below {limit}", f"drops under {limit}", f"is smaller than {limit}", f"< {limit}", f"falls below {limit}"))
    when = When((f"when a number {sign}", f"if the number I enter {sign}", f"whenever a number box {sign}", f"when the value {sign}", f"as soon as a number {sign}", f"if a number {sign}", f"each time the input {sign}"),
                (f"for numbers {'over' if above else 'under'} {limit}", f"when a number {sign}", f"that sounds if a number {sign}"), (f"number {sign}", f"if number {'>' if above else '<'} {limit}"))
    good, bad = (limit + 3, limit - 3) if above else (limit - 3, limit + 3)
    return Moment(source, when, [Feed(5, box, str(bad)), Feed(10, box, str(good))], [10.0], 0.3)


def opening(draw: Draw, sketch: Sketch) -> Moment:
    """The patch when it is opened."""
    when = When(("when the patch opens", "when the patch is opened", "as soon as I open it", "on load", "when it is loaded", "at startup", "once when the patch starts"), ("on load", "when the patch opens", "played at startup"), ("on load", "loadbang"))
    return Moment(sketch.add("loadbang"), when, [], [0.0], 0.3)


def ticking(draw: Draw, sketch: Sketch) -> Moment:
    """A metro with a toggle."""
    period = draw.one((250, 300, 400, 500, 500, 600, 750, 800, 1000, 1000, 1500, 2000, 2500, 3000))
    switch = sketch.add('tgl "on"')
    when = When((lambda: every(draw, period), lambda: f"{every(draw, period)} while a toggle is on", lambda: f"{every(draw, period)} with a toggle to start and stop it", lambda: f"again and again, {every(draw, period)}", lambda: f"{every(draw, period)} when i turn on a toggle"),
                (lambda: f"repeating {every(draw, period)}", lambda: every(draw, period), lambda: f"that comes {every(draw, period)}"), (lambda: every(draw, period),))
    return Moment(sketch.add(f"metro {period}", switch), when, [Feed(10, switch, "1")], [10.0, 10.0 + period], 0.3)


def moment(draw: Draw, sketch: Sketch, *, struck: bool = False) -> Moment:
    """Any of them; buttons most often. What is struck may leave the button unsaid."""
    chosen = draw.one(MOMENTS)(draw, sketch)
    return replace(chosen, when=UNSAID) if struck and chosen.when is BUTTON and draw.chance(0.5) else chosen


def repeated(draw: Draw, sketch: Sketch) -> Moment:
    """One that comes more than once."""
    return draw.one(MOMENTS[:-1])(draw, sketch)


MOMENTS = (click, click, click, click, letter, letter, condition, ticking, ticking, opening)
