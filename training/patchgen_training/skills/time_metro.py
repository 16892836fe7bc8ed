"""What a beat does: flashes, prints, counts, divides itself, slows down, swings."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, moments, numbers, says, spoke
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import clock, duration, every, spell
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_trigger import any_beat, any_steady, beat, button, opening
from patchgen_training.skills.time_words import Text, count_word, listed, ordinal, worded


def flash(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A button that blinks with the beat."""
    light = sketch.add("bng", source)
    clauses: list[Text] = [
        "[send] a bang", "[send] bangs", "[bang]", "[generate] a bang", "[output] a bang", "[flash] a button",
        "[produce] bangs", "[trigger] a bang", "[blink] a bang button", "[make] a button flash", "[emit] a bang",
        "[fire] a bang", "[generate] a pulse", "[create] a steady pulse of bangs", "[let] a button blink", "[tick]"]
    things: list[Text] = ["a metronome that bangs", "a pulse", "a clock that ticks", "a bang", "a blinking button, flashing",
                          "a metro that fires", "a timer that bangs"]
    speech: list[Text] = ["bang @", "i need a bang @", "metro, bangs @", "a bang @ please", "a metro @", "send bangs @",
                          "clock ticking @", "blink @"]
    return Action(clauses, lambda trigger: at_times(light, trigger.at), (light,), things, speech)


def print_word(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A word, or some, in the console."""
    word = draw.one(GREETINGS)
    text = draw.one((word, word, f"{word} {draw.one(GREETINGS)}", str(draw.integer(0, 999)), "hello world", "good morning"))
    sketch.add("print", sketch.add(f"msg {text}", source))
    what = f"the number {text}" if text.isdigit() else draw.one((text, f"the message {text}", f"'{text}'", f"\"{text}\""))
    clauses: list[Text] = [
        f"[print] {what}", f"[print] {what} to the console", f"[write] {what} to the console", f"[print] {what} in the Pd window",
        f"[post] {what} to the console", f"[send] {what} to print", f"[show] {what} in the console", f"[log] {what}"]
    speech: list[Text] = [f"print {what} @", f"{what} in the console @", f"console should say {what} @",
                          f"printing {what} @"]
    wanted = [float(part) if part.isdigit() else part for part in text.split()]
    return Action(clauses, lambda trigger: all_of(
        at_times(0, trigger.at), says(0, wanted * trigger.count)), (), (), speech)


def every_nth(draw: Draw) -> Example:
    """A divider: only each nth bang gets through."""
    sketch = Sketch()
    by_button = draw.chance(0.4)
    size = draw.integer(2, 16)
    trigger = button(draw, sketch, clicks=size * 2 + 1) if by_button else beat(
        draw, sketch, clock(draw, 50, 1000), "toggle", beats=size * 2 + 1)
    store = sketch.add("f", trigger.source)
    around = sketch.add(f"mod {size}", sketch.add("+ 1", store))
    light = sketch.add("bng", sketch.add("sel 0", around))
    sketch.connect(around, store, inlet=1)

    def nth() -> str:
        return ordinal(draw, size)

    if by_button:
        clauses: list[Text] = [
            lambda: f"[pass] only every {nth()} bang of a button", lambda: f"[send] a bang on every {nth()} click of a button",
            lambda: f"[divide] the bangs of a button by {size}", lambda: f"[bang] once for every {count_word(draw, size)} clicks",
            lambda: f"[let] only each {nth()} click through", lambda: f"[flash] a button after every {size} clicks"]
        things: list[Text] = [lambda: f"a bang divider by {size}", lambda: f"a filter that passes every {nth()} bang"]
        speech: list[Text] = [lambda: f"only every {nth()} click should bang", lambda: f"every {nth()} bang please"]
    else:
        def w() -> str:
            return trigger.when()
        clauses = [
            lambda: f"[bang] on every {nth()} tick of a metro that runs {w()}",
            lambda: f"[divide] a clock by {size}; the clock runs {w()}", lambda: f"[run] a metro {w()} and [pass] only every {nth()} bang",
            lambda: f"[tick] {w()} and [flash] a button on each {nth()} tick"]
        things = [lambda: f"a clock divider by {size} for a metro running {w()}"]
        speech = [lambda: f"clock divider: metro {w()}, bang every {nth()} tick"]
    return Example(worded(draw, clauses, things, speech), sketch.text(),
                   at_times(light, [trigger.at[size - 1], trigger.at[2 * size - 1]]), trigger.feeds, [light], trigger.seconds)


def burst(draw: Draw) -> Example:
    """A button that sets off a number of bangs and then rests."""
    count, time = draw.integer(2, 16), duration(draw, 20, 1000)
    sketch = Sketch()
    start = sketch.add("bng")
    begin = sketch.add("t b b", start)
    metro = sketch.add(f"metro {time}", begin)
    zero = sketch.add("msg 0", sketch.out(begin, 1))
    store = sketch.add("f", metro, sketch.into(1, zero))
    ahead = sketch.add("+ 1", store)
    stop = sketch.add("msg stop", sketch.add(f"sel {count}", ahead))
    light = sketch.add("bng", metro)
    sketch.connect(ahead, store, inlet=1)
    sketch.connect(stop, metro)

    def t() -> str:
        return spell(draw, time)

    number = count_word(draw, count)
    clauses: list[Text] = [
        lambda: f"[send] {number} bangs, {t()} apart, when a button is clicked", lambda: f"[fire] a burst of {number} bangs {every(draw, time)} on a click",
        lambda: f"[bang] {number} times {every(draw, time)} after a button press and then [stop]",
        lambda: f"[repeat] a button's bang {number} times with {t()} between them", lambda: f"on a click [output] exactly {count} bangs, one {every(draw, time)}"]
    things: list[Text] = [lambda: f"a burst generator: {count} bangs spaced {t()} on a click", lambda: f"a button that makes {number} bangs with a spacing of {t()}"]
    speech: list[Text] = [lambda: f"{count} bangs, {t()} apart, when i click", lambda: f"one click -> {number} bangs {every(draw, time)}"]
    at = [10 + i * time for i in range(count)]
    again = at[-1] + 20
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(light, [*at, *(t + again - 10 for t in at)]),
                   [Feed(10, start, "bang"), Feed(again, start, "bang")], [light], 0.1 + (again + at[-1] + 2 * time) / 1000)


def speeding(draw: Draw) -> Example:
    """A metro whose interval glides."""
    first, last = draw.one(((1000, 100), (500, 50), (800, 100), (100, 1000), (200, 1000), (2000, 200), (600, 60), (50, 500), (1000, 200)))
    time = draw.one((5000, 10000, 4000, 8000, 20000, 3000, 6000))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    ramp = sketch.add("line", sketch.add(f"msg {first} , {last} {time}", sketch.add("sel 1", switch)))
    metro = sketch.add(f"metro {first}", switch, sketch.into(1, ramp))
    light = sketch.add("bng", metro)
    faster = first > last
    word = "faster" if faster else "slower"

    def ends() -> str:
        return draw.one((f"from {spell(draw, first)} to {spell(draw, last)} within {spell(draw, time)}",
                         f"the interval going from {first} to {last} ms in {spell(draw, time)}", f"({first} ms to {last} ms over {spell(draw, time)})"))

    clauses: list[Text] = [
        lambda: f"[bang] {word} and {word}, {ends()}, when a toggle is on", lambda: f"[run] a metro that gets {word}, {ends()}, started by a toggle",
        lambda: f"[send] bangs that get {word} {ends()}, with a toggle to start and stop",
        lambda: f"[{'accelerate' if faster else 'slow'}] a metro{'' if faster else ' down'} {ends()} when a toggle is switched on"]
    things: list[Text] = [lambda: f"{'an accelerating' if faster else 'a slowing'} metronome, {ends()}, with a toggle"]
    speech: list[Text] = [lambda: f"metro getting {word}, {ends()}, toggle to start", lambda: f"{'accelerando' if faster else 'ritardando'} of bangs {ends()} with on/off toggle"]

    def drifts(seen: Observation) -> bool:
        gaps = [b - a for a, b in zip(moments(seen, light), moments(seen, light)[1:], strict=False)]
        return len(gaps) >= 3 and (gaps[-1] < gaps[0] if faster else gaps[-1] > gaps[0])

    return Example(worded(draw, clauses, things, speech), sketch.text(), drifts, [Feed(10, switch, "1")], [light], 0.1 + max(time / 2000, 5))


def swing(draw: Draw) -> Example:
    """Long and short distances in turn."""
    long, short = draw.one(((400, 200), (300, 150), (300, 200), (200, 100), (320, 180), (250, 150), (600, 300), (450, 150), (500, 250),
                            (draw.integer(20, 50) * 10, draw.integer(5, 19) * 10)))
    sketch = Sketch()
    start, stop = sketch.add('bng "start"'), sketch.add('bng "stop"')
    message = sketch.add("msg stop", stop)
    one = sketch.add(f"delay {short}", start, message)
    other = sketch.add(f"delay {long}", message, one)
    light = sketch.add("bng", one, other)
    sketch.connect(other, one)
    pair = draw.one((f"{long} ms and {short} ms", f"{long} and {short} ms", f"{long} and {short} milliseconds"))
    tail = draw.one((", with start and stop buttons", ", with a start button and a stop button", ", start and stop buttons"))
    clauses: list[Text] = [
        f"[bang] in a swing rhythm with intervals of {pair} in turn{tail}", f"[send] bangs that are alternately {pair} apart{tail}",
        f"[make] a shuffle pulse, alternating {pair}{tail}", f"[bang] at alternating intervals of {pair}{tail}"]
    things: list[Text] = [f"a swing clock with alternating gaps of {pair}{tail}", f"a swung metronome ({pair}){tail}"]
    speech: list[Text] = [f"swing metro {pair}{tail}", f"bangs alternating between {pair} distance{tail}"]
    at = [10 + short, 10 + short + long, 10 + 2 * short + long, 10 + 2 * (short + long)]
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(light, at), [Feed(10, start, "bang")], [light],
                   (at[-1] + short / 2) / 1000)


def tap_tempo(draw: Draw) -> Example:
    """Beats per minute from the time between two clicks."""
    sketch = Sketch()
    tap = sketch.add(f'bng "{(name := draw.one(("tap", "tap", "beat")))}"')
    both = sketch.add("t b b", tap)
    timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
    shown = result(draw, sketch, sketch.add("expr 60000 / $f1", timer), printed=0.3)
    nouns: list[Text] = [f"the tempo in bpm of the clicks on a {name} button", f"the bpm tapped on a button called {name}",
                         f"the tempo in beats per minute tapped with a {name} button",
                         f"the tempo of tapping a {name} button in bpm", f"the bpm between two clicks on a {name} button"]
    clauses = list(shown.seen().clauses(draw, nouns))
    clauses += [] if not shown.box else [f"[measure] the tempo in bpm from clicks on a {name} button", f"[calculate] bpm from taps on a {name} button",
                                         f"[work] as a tap tempo with a {name} button, showing the bpm"]
    speech: list[Text] = [f"tap tempo with a {name} button" + (", bpm in a number box" if shown.box else ", print the bpm"),
                          f"i tap a {name} button and get the bpm" + ("" if shown.box else " printed")]
    gap = draw.one((300, 400, 500, 600, 750))
    return Example(worded(draw, clauses, (), speech), sketch.text(), lambda seen: shows_last(seen, shown.box, 60000 / gap),
                   [Feed(10, tap, "bang"), Feed(10 + gap, tap, "bang")], shown.watch, 0.1 + gap / 1000)


def shows_last(seen: Observation, box: Handle, value: float) -> bool:
    """The last number is near the value."""
    found = numbers(seen, box)
    return bool(found) and abs(found[-1] / value - 1) < 0.01


CONVERSIONS: tuple[tuple[str, str, str, Callable[[float], float], tuple[int, int]], ...] = (
    ("bpm", "the beat length in milliseconds", "expr 60000 / $f1", lambda x: 60000 / x, (40, 240)),
    ("bpm", "the length of an eighth note in milliseconds", "expr 30000 / $f1", lambda x: 30000 / x, (40, 240)),
    ("bpm", "the length of a sixteenth note in milliseconds", "expr 15000 / $f1", lambda x: 15000 / x, (40, 240)),
    ("bpm", "the length of a 4/4 bar in milliseconds", "expr 240000 / $f1", lambda x: 240000 / x, (40, 240)),
    ("bpm", "the beat length in seconds", "expr 60 / $f1", lambda x: 60 / x, (40, 240)),
    ("bpm", "the beat frequency in Hz", "expr $f1 / 60", lambda x: x / 60, (40, 240)),
    ("a beat length in milliseconds", "bpm", "expr 60000 / $f1", lambda x: 60000 / x, (100, 2000)),
    ("a frequency in Hz", "its period in milliseconds", "expr 1000 / $f1", lambda x: 1000 / x, (1, 2000)),
    ("a period in milliseconds", "its frequency in Hz", "expr 1000 / $f1", lambda x: 1000 / x, (1, 2000)),
    ("seconds", "milliseconds", "* 1000", lambda x: x * 1000, (1, 60)),
    ("milliseconds", "seconds", "/ 1000", lambda x: x / 1000, (10, 9000)),
    ("minutes", "seconds", "* 60", lambda x: x * 60, (1, 60)),
    ("seconds", "minutes", "/ 60", lambda x: x / 60, (10, 900)),
    ("hours", "minutes", "* 60", lambda x: x * 60, (1, 48)),
    ("minutes", "hours", "/ 60", lambda x: x / 60, (10, 900)),
    ("milliseconds", "samples at 44100 Hz", "* 44.1", lambda x: x * 44.1, (1, 1000)),
    ("samples at 44100 Hz", "milliseconds", "/ 44.1", lambda x: x / 44.1, (1, 44100)),
    ("milliseconds", "samples at 48000 Hz", "* 48", lambda x: x * 48, (1, 1000)),
    ("seconds", "samples at 48000 Hz", "* 48000", lambda x: x * 48000, (1, 20)),
)


def conversion(draw: Draw) -> Example:
    """One unit of time into another."""
    source, target, box, rule, (low, high) = draw.one(CONVERSIONS)
    sketch = Sketch()
    value = sketch.add("number")
    shown = result(draw, sketch, sketch.add(box, value), printed=0.3)
    tail = "" if shown.box else draw.one((" and [print] it", " and [print] the result"))
    clauses: list[Text] = [
        f"[convert] {source} to {target}{tail}", f"[convert] {source} into {target}{tail}", f"[calculate] {target} from {source}{tail}",
        f"[turn] {source} into {target}{tail}", f"[compute] {target} for a given number of {source}{tail}" if source != "bpm" and not source.startswith("a ")
        else f"[compute] {target} for {source}{tail}", f"[translate] {source} to {target}{tail}"]
    speech: list[Text] = [f"{source} to {target}" + ("" if shown.box else ", printed"), f"convert {source} -> {target}" + ("" if shown.box else " and print it")]
    things: list[Text] = [] if not shown.box else [f"a converter from {source} to {target}", f"a {source} to {target} converter"]
    given = draw.integer(low, high)
    return Example(worded(draw, clauses, things, speech), sketch.text(), lambda seen: shows_last(seen, shown.box, rule(given)),
                   [Feed(10, value, str(given))], shown.watch, 0.1)


def two_metros(draw: Draw) -> Example:
    """Two clocks under one toggle."""
    one, other = sorted(draw.some((100, 150, 200, 250, 300, 350, 400, 500, 600, 700, 750, 800, 900, 1000, 1200), 2))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    first, second = sketch.add(f"metro {one}", switch), sketch.add(f"metro {other}", switch)
    lights = [sketch.add("bng", first), sketch.add("bng", second)]

    def pair() -> str:
        return draw.one((f"one {every(draw, one)} and one {every(draw, other)}", f"one at {one} ms, the other at {other} ms",
                         f"with intervals of {spell(draw, one)} and {spell(draw, other)}"))

    tail = draw.one((", switched by one toggle", ", both started by the same toggle", " with a common toggle", ", one toggle for both"))
    clauses: list[Text] = [lambda: f"[run] two metros, {pair()}{tail}", lambda: f"[flash] two buttons, {pair()}{tail}",
                           lambda: f"[bang] two buttons at different speeds, {pair()}{tail}"]
    things: list[Text] = [lambda: f"two metros {pair()}{tail}", lambda: f"two independent clocks, {pair()}{tail}"]
    return Example(worded(draw, clauses, things, [lambda: f"2 metros, {pair()}{tail}"]), sketch.text(), all_of(
        at_times(lights[0], [10 + one * i for i in range(1 + (other * 2 - 30) // one)]), spoke(lights[1], 2)),
        [Feed(10, switch, "1")], lights, (other * 2 - 15) / 1000)


def after_opening(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Numbers sent when the patch opens."""
    values = draw.some(range(1, 500), draw.integer(1, 3))
    text = " ".join(map(str, values))
    sketch.add("print", sketch.add(f"msg {text}", source))
    what = f"the list {text}" if len(values) > 1 else f"the number {text}"
    return Action([f"[print] {what}", f"[send] {what} to print", f"[output] {what} to the console", f"[post] {what} in the console",
                   lambda: f"[print] {listed(draw, values)} in one line"], lambda trigger: says(0, values * trigger.count), (), (),
                  [f"print {text} @"])


SKILLS: dict[str, Skill] = widened({
    "metro-flash": on_event(flash, any_beat),
    "metro-flash-steady": on_event(flash, any_steady),
    "print-word": on_event(print_word),
    "print-word-at-opening": on_event(print_word, opening),
    "print-numbers": on_event(after_opening),
    "metro-every-nth": every_nth,
    "metro-burst": burst,
    "metro-speeding": speeding,
    "metro-swing": swing,
    "metro-two": two_metros,
    "tap-tempo": tap_tempo,
    "time-conversion": conversion,
})
