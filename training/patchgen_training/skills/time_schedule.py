"""Something some time after something else: schedules after one click, delayed starts, sounds of a length, sleep timers."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, loud_at, moments, numbers, quiet_at, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_clock import duration, plain, spell
from patchgen_training.skills.time_compose import unpaced, wordings
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_event import Action
from patchgen_training.skills.time_pace import any_pace
from patchgen_training.skills.time_words import Text, count_word

CAUSES = ("button", "button", "button", "button", "load", "load", "space", "key", "toggle", "toggle", "off", "number", "over")
AFTER = {
    "button": ("a click on a button", "I click a button", "a button is pressed", "a button click", "clicking a button", "pressing a button", "I hit a button", "a button press"),
    "load": ("the patch is opened", "the patch opens", "loading", "opening the patch", "the patch has loaded", "startup", "I open the patch"),
    "space": ("the space bar is pressed", "I press the space bar", "pressing the spacebar", "i hit space"),
    "key": ("any key is pressed", "a key press", "I press any key", "a key of the computer is pressed"),
    "toggle": ("a toggle is switched on", "switching a toggle on", "a toggle is turned on", "I turn a toggle on", "a toggle goes on"),
    "off": ("a toggle is switched off", "switching a toggle off", "I turn a toggle off", "a toggle goes off"),
    "number": ("a number arrives", "I enter a number", "a number comes in from a number box", "a number is typed into a number box"),
}


def cause(draw: Draw, sketch: Sketch, kind: str) -> tuple[Handle, list[Feed], float, list[str]]:
    """The box that bangs, the feeds that make it, when, and what `after` is followed by."""
    words = list(AFTER.get(kind, ()))
    if kind == "load":
        return sketch.add("loadbang"), [], 0, words
    if kind == "space":
        typed = sketch.add("key")
        return sketch.add("sel 32", typed), [Feed(5, typed, "65"), Feed(10, typed, "32")], 10, words
    if kind == "key":
        typed = sketch.add("key")
        return sketch.add("bng", typed), [Feed(10, typed, "65")], 10, words
    if kind in ("toggle", "off"):
        switch = sketch.add("tgl")
        on = kind == "toggle"
        return sketch.add(f"sel {int(on)}", switch), [*([] if on else [Feed(5, switch, "1")]), Feed(10, switch, str(int(on)))], 10, words
    if kind == "number":
        box = sketch.add("number")
        return sketch.add("bng", box), [Feed(10, box, "7")], 10, words
    if kind == "over":
        limit = draw.integer(1, 12) * 10 if draw.chance(0.7) else draw.integer(1, 127)
        box = sketch.add("number")
        hit = sketch.add("sel 1", sketch.add(f"> {limit}", box))
        said = [f"a number gets bigger than {limit}", f"a number goes over {limit}", f"a number box exceeds {limit}", f"the number in a box is greater than {limit}", f"I enter a number above {limit}", f"a value > {limit}"]
        return hit, [Feed(5, box, str(limit)), Feed(10, box, str(limit + 1))], 10, said
    button = sketch.add("bng")
    return button, [Feed(10, button, "bang")], 10, words


def said_after(draw: Draw, words: list[str]) -> str:
    """`after a click on a button`."""
    return f"after {draw.one(words)}"


def schedule(draw: Draw) -> Example:
    """Several events at given times after one cause: bangs, words or numbers."""
    kind = draw.one(("bang", "bang", "words", "words", "numbers", "lights"))
    is_chain = draw.chance(0.35)
    count = draw.integer(2, 4)
    gaps = [duration(draw, 50, 2500) for _ in range(count)]
    first_now = draw.chance(0.7)
    sketch = Sketch()
    source, feeds, begin, words = cause(draw, sketch, draw.one(("button", "button", "button", "button", "load", "space", "toggle")))
    if first_now:
        gaps[0] = 0
    steps = [sum(gaps[: i + 1]) for i in range(count)]
    if not is_chain:
        steps = sorted({*steps[: 1 if first_now else 0], *[duration(draw, 50, 5000) for _ in range(count - (1 if first_now else 0))]})
        gaps = steps
    last: Handle = source
    points: list[Handle] = []
    for gap in gaps:
        point = sketch.add(f"delay {gap}", last if is_chain else source) if gap else source
        points.append(point)
        last = point
    items = draw.some(GREETINGS, len(points)) if kind == "words" else [str(n) for n in draw.some(range(1, 128), len(points))]
    watch: list[Handle] = []
    if kind == "bang":
        watch = [sketch.add("bng", *points)]
        check: Holds = at_times(watch[0], [begin + s for s in steps])
    elif kind == "lights":
        watch = [sketch.add("bng", point) for point in points]
        check = all_of(*[at_times(light, [begin + s]) for light, s in zip(watch, steps, strict=True)])
    else:
        messages = [sketch.add(f"msg {item}", point) for item, point in zip(items, points, strict=True)]
        if kind == "words":
            sketch.add("print", *messages)
            check = all_of(says(0, items), at_times(0, [begin + s for s in steps]))
        else:
            watch = [sketch.add("number", *messages)]
            check = all_of(says(watch[0], [float(i) for i in items]), at_times(watch[0], [begin + s for s in steps]))

    def moment(i: int) -> str:
        if not gaps[i]:
            return draw.one(("at once", "immediately", "right away", "now", "directly", "at once"))
        if is_chain and i:
            return draw.one(("{} later", "{} after that", "another {} later", "after {} more")).format(spell(draw, gaps[i])).replace("another a ", "another ").replace("after a second more", "after one more second")
        return draw.one(("after {}", "{} later" if not i or is_chain else "after {}", "after {}")).format(spell(draw, gaps[i]))

    def one(i: int) -> str:
        at = moment(i)
        return {"bang": ("a bang " if not i else draw.one(("again ", "another one ", "one more "))) + at, "lights": f"the {('first', 'second', 'third', 'fourth', 'fifth')[i]} bang {at}"}.get(kind, f"{items[i]} {at}")

    def events() -> str:
        parts = [one(i) for i in range(len(points))]
        joint = draw.one((" and ", " and ", " and then ", ", then "))
        return ", ".join(parts[:-1]) + joint + parts[-1]

    verb = {"bang": ("[send]", "[send]", "[output]", "[give]"), "lights": ("[flash]", "[light]", "[trigger]"), "words": ("[print]", "[print]", "[write]", "[post]"), "numbers": ("[show]", "[output]", "[send]", "[display]")}[kind]

    def when() -> str:
        return draw.one(("when ", "as soon as ", "whenever ")) + draw.one([w for w in words if " is " in w or w.startswith(("I ", "i ")) or "opens" in w] or words) if draw.chance(0.5) else said_after(draw, words)

    clauses: list[Text] = [
        lambda: f"{draw.one(verb)} {events()}, {when()}", lambda: f"{when()} {draw.one(verb)} {events()}", lambda: f"{draw.one(verb)} {events()} {when()}", lambda: f"{when()}, {draw.one(verb)} {events()}", lambda: f"[react] {when()}: {events()}" if kind in ("bang", "lights") else f"{draw.one(verb)} {events()}, all {when()}"]
    noun = {"bang": "bangs", "lights": f"{count_word(draw, len(points))} bangs", "words": "words in the console", "numbers": "numbers in a number box"}[kind]
    things: list[Text] = [lambda: f"a sequence of {noun} {when()}: {events()}", lambda: f"a schedule of {noun}, {events()}, {when()}", lambda: f"timed {noun} {when()}: {events()}"]
    speech: list[Text] = [lambda: f"{draw.one(words)} -> {events()}", lambda: f"{when()} {'bang' if kind == 'bang' else do_plain(verb[0])} {events()}", lambda: f"one trigger, several events: {events()} ({when()})"]
    return unpaced(draw, sketch, (clauses, things, speech), check, feeds, watch, (begin + steps[-1]) / 1000 + 0.1)


def do_plain(verb: str) -> str:
    """The verb without its brackets."""
    return verb.strip("[]")


def outcome_later(draw: Draw, sketch: Sketch, point: Handle, at: float) -> tuple[list[str], list[Handle], Holds]:
    """What happens in the end: orders with [verbs], what to watch, and the check."""
    kind = draw.one(("word", "word", "bang", "bang", "number", "toggle on", "toggle off", "slider", "tone", "count"))
    if kind == "word":
        word = draw.one(GREETINGS)
        sketch.add("print", sketch.add(f"msg {word}", point))
        return [f"[print] {word}", f"[print] the word {word}", f"[write] {word} to the console", f"[say] {word} in the console", f"[post] {word}"], [], all_of(says(0, [word]), at_times(0, [at]))
    if kind == "number":
        value = draw.integer(1, 200)
        box = sketch.add("number", sketch.add(f"msg {value}", point))
        return [f"[show] {value} in a number box", f"[set] a number box to {value}", f"[send] {value} to a number box", f"[output] the number {value}", f"[display] {value}"], [box], all_of(says(box, [value]), at_times(box, [at]))
    if kind in ("toggle on", "toggle off"):
        value = int(kind == "toggle on")
        box = sketch.add('tgl "light"', sketch.add(f"msg {value}", point))
        state = "on" if value else "off"
        return [f"[switch] a toggle called light {state}", f"[turn] a toggle (light) {state}", f"[set] the toggle light to {value}", f"[turn] {state} a toggle labelled light"], [box], all_of(says(box, [value]), at_times(box, [at]))
    if kind == "slider":
        value = draw.integer(1, 12) * 10
        box = sketch.add("hsl 0 127", sketch.add(f"msg {value}", point))
        return [f"[set] a slider (0 to 127) to {value}", f"[move] a slider from 0 to 127 to {value}", f"[put] a 0-127 slider on {value}"], [box], at_times(box, [at])
    if kind == "count":
        count = draw.integer(2, 5)
        boxes = [sketch.add("bng", point) for _ in range(count)]
        n = count_word(draw, count)
        return [f"[flash] {n} bangs at the same time", f"[light] {n} bangs at once", f"[bang] {n} buttons together"], boxes, all_of(*[at_times(box, [at]) for box in boxes])
    if kind == "tone":
        pitch = draw.one((220, 300, 330, 440, 500, 550, 660, 880, 1000))
        on = sketch.add("msg 1", point)
        sound = sketch.add("*~ 0.2", sketch.add("*~", sketch.add(f"osc~ {pitch}"), sketch.into(1, on)))
        sketch.add("dac~", sound, sketch.into(1, sound))
        return [f"[play] a {pitch} Hz tone", f"[start] a {pitch} Hz sine tone", f"[turn] on a sine of {pitch} Hz", f"[switch] on a {pitch} Hz tone"], [], all_of(quiet_at(0, at - 5), loud_at(at + 5, at + 60, 0.02, 0.5))
    light = sketch.add("bng", point)
    return ["[flash] a bang", "[send] a bang", "[bang]", "[light] a bang", "[trigger] a bang", "[output] a bang"], [light], at_times(light, [at])


def after_this_that(draw: Draw) -> Example:
    """One thing a given time after another: `5 seconds after the patch is opened turn a toggle on`."""
    time = duration(draw, 100, 8000)
    sketch = Sketch()
    source, feeds, begin, words = cause(draw, sketch, draw.one(CAUSES))
    acts, watch, check = outcome_later(draw, sketch, sketch.add(f"delay {time}", source), begin + time)

    def t() -> str:
        return spell(draw, time)

    def act() -> str:
        return draw.one(acts)

    def w() -> str:
        return draw.one(words)

    def when() -> str:
        text = w()
        return f"when {text}" if " is " in text or " opens" in text or " goes " in text or " gets " in text or text.startswith(("I ", "i ")) or "arrives" in text or "exceeds" in text else f"after {text}"

    clauses: list[Text] = [
        lambda: f"{act()} {t()} after {w()}", lambda: f"{t()} after {w()} {act()}", lambda: f"[wait] {t()} after {w()} and then {act()}", lambda: f"{act()} with a delay of {t()} after {w()}", lambda: f"{when()}, [wait] {t()} and {act()}",
        lambda: f"{when()} {act()} {t()} later", lambda: f"{act()} {t()} after {w()}", lambda: f"{act()} only {t()} after {w()}", lambda: f"[let] {t()} pass after {w()} and then {act()}"]
    speech: list[Text] = [lambda: f"{w()}, wait {t()}, then {act()}", lambda: f"{t()} after {w()}: {act()}", lambda: f"{when()} it should {act()}, but {t()} later", lambda: f"{w()} -> {t()} -> {act()}"]
    return unpaced(draw, sketch, (clauses, [], speech), check, feeds, watch, (begin + time) / 1000 + 0.15)


TONES = {"sine": ("osc~ {}", 1.0, "sine"), "saw": ("phasor~ {}", 0.6, "sawtooth"), "noise": ("noise~", 0.6, "white noise")}


def sound_for_a_while(draw: Draw) -> Example:
    """A sound of a given length at each click, key, or beat."""
    kind = draw.one(("sine", "sine", "sine", "sine", "saw", "noise"))
    pitch = draw.one((220, 262, 300, 330, 350, 392, 440, 523, 550, 600, 660, 700, 800, 880, 1000, draw.integer(100, 1200)))
    has_volume = draw.chance(0.3)
    sketch = Sketch()
    pace = any_pace(draw, sketch)
    gap = min((b - a for a, b in zip(pace.trigger.at, pace.trigger.at[1:], strict=False)), default=3000.0)
    is_slow = not pace.start
    time = duration(draw, 50, 3000) if is_slow else duration(draw, 20, max(30, min(3000, gap * 0.8)))
    on = sketch.add("msg 1", pace.source)
    off = sketch.add("msg 0", sketch.add(f"delay {time}", pace.source))
    body, _, name = TONES[kind]
    tone = sketch.add(body.format(pitch))
    gated = sketch.add("*~", tone, sketch.into(1, on), sketch.into(1, off))
    sound = sketch.add("*~", gated, sketch.into(1, sketch.add('hsl 0 1 "volume" init:0.3'))) if has_volume else sketch.add("*~ 0.2", gated)
    sketch.add("dac~", sound, sketch.into(1, sound))

    def what() -> str:
        if kind == "noise":
            return draw.one(("white noise", "a burst of white noise", "noise"))
        hz = draw.one((f"{pitch} Hz", f"{pitch}hz", f"{pitch} Hz", f"{pitch} hertz"))
        wave = draw.one(("sine", "sine", "sine tone", "tone", "sine wave")) if kind == "sine" else draw.one((name, f"{name} tone", f"{name} wave"))
        return draw.one((f"a {hz} {wave}", f"a {wave} of {hz}", f"a {hz} {wave}", f"a {wave} at {hz}"))

    def t() -> str:
        return spell(draw, time)

    def volume() -> str:
        return draw.one((" with a volume slider", " with volume control", " and has a volume slider", " at a volume set by a slider")) if has_volume else ""

    clauses: list[Text] = [
        lambda: f"[play] {what()} for {t()} @{volume()}", lambda: f"[play] {what()} for {t()} @{volume()}", lambda: f"[sound] {what()} for {t()} @{volume()}", lambda: f"[turn] {what()} on for {t()} @{volume()}", lambda: f"[switch] on {what()} @ and off again after {t()}{volume()}",
        lambda: f"[give] me {what()} that lasts {t()} @{volume()}", lambda: f"[let] me hear {what()} for {t()} @{volume()}", lambda: f"[make] {what()} sound for {t()} @{volume()}", lambda: f"[trigger] {what()} of {t()} length @{volume()}", lambda: f"[start] {what()} @ and [stop] it {t()} later{volume()}"]
    things: list[Text] = [lambda: f"{what()} of {t()} @{volume()}", lambda: f"{what()} that lasts {t()} @{volume()}", lambda: f"a {t()} long beep ({what()}) @{volume()}".replace("a a ", "a ").replace("a half a", "a half"), lambda: f"{what()} for {t()} @{volume()}"]
    speech: list[Text] = [lambda: f"{what()}, {t()} long, @{volume()}", lambda: f"@ {what()} for {t()}{volume()}", lambda: f"i want to hear {what()} for {t()} @{volume()}"]
    first = pace.trigger.at[0]
    spacing = gap if len(pace.trigger.at) > 1 else 1e9
    checks: list[Holds] = [loud_at(first + 3, first + min(time, spacing) - 2, 0.02, 0.5)]
    if spacing > time + 20:
        checks.append(quiet_at(first + time + 4, first + min(spacing - 2, time + 60)))
    action = Action(clauses, lambda _t: all_of(*checks), (), things, speech)
    return Example(wordings(draw, action, pace), sketch.text(), all_of(*checks), tuple(pace.trigger.feeds), (), max(pace.trigger.seconds, (first + time) / 1000 + 0.1))


def sleep_timer(draw: Draw) -> Example:
    """A toggle that goes off, or on again, by itself."""
    time = duration(draw, 200, 8000)
    is_off = draw.chance(0.7)
    sketch = Sketch()
    switch = sketch.add("tgl")
    back = sketch.add(f"msg {int(not is_off)}", sketch.add(f"delay {time}", sketch.add(f"sel {int(is_off)}", switch)))
    sketch.connect(back, switch)
    state, other = ("on", "off") if is_off else ("off", "on")

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[turn] a toggle {other} by itself {t()} after it was switched {state}", lambda: f"[switch] a toggle {other} automatically {t()} after I turn it {state}", lambda: f"[set] a toggle back to {other} after {t()}", lambda: f"[let] a toggle go {other} again on its own after {t()}",
        lambda: f"[reset] a toggle to {int(not is_off)} {t()} after it was set to {int(is_off)}", lambda: f"[keep] a toggle {state} for only {t()} and then [switch] it {other} automatically", lambda: f"when I switch a toggle {state} [turn] it {other} again {t()} later"]
    things: list[Text] = [lambda: f"a toggle that goes {other} by itself after {t()}", lambda: f"a {'sleep timer' if is_off else 'snooze'}: a toggle that switches itself {other} {t()} after being turned {state}", lambda: f"an auto-{other} toggle ({t()})"]
    feeds = [*([] if is_off else [Feed(5, switch, "1")]), Feed(10, switch, str(int(is_off)))]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"toggle {state}, {t()} later it goes {other} by itself", lambda: f"auto {other} after {t()} for a toggle"]),
                   lambda seen: bool(numbers(seen, switch)) and numbers(seen, switch)[-1] == int(not is_off) and abs(moments(seen, switch)[-1] - 10 - time) < 3, feeds, [switch], time / 1000 + 0.1)


def long_press(draw: Draw) -> Example:
    """Only if a toggle stays on long enough something happens."""
    time, word = duration(draw, 200, 5000), draw.one(GREETINGS)
    sketch = Sketch()
    switch = sketch.add("tgl")
    select = sketch.add("sel 1 0", switch)
    wait = sketch.add(f"delay {time}", select, sketch.add("msg stop", sketch.out(select, 1)))
    is_printed = draw.chance(0.5)
    light = 0
    if is_printed:
        sketch.add("print", sketch.add(f"msg {word}", wait))
    else:
        light = sketch.add("bng", wait)
    act = f"[print] {word}" if is_printed else draw.one(("[flash] a bang", "[send] a bang", "[bang]"))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"{act} when a toggle has been on for {t()}", lambda: f"{act} if a toggle stays on for {t()}", lambda: f"{act} only when a toggle is kept on for at least {t()}", lambda: f"{act} {t()} after a toggle is switched on, unless it is switched off before,",
        lambda: f"[wait] until a toggle has been on for {t()} without a break and then {act}", lambda: f"{act} after {t()} of a toggle being on, cancelled when it goes off,"]
    things: list[Text] = [lambda: f"a long press detector: a toggle must stay on for {t()} to {act.replace('[', '').replace(']', '')}"]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"toggle on for {t()} -> {act}, off before that -> nothing"]), at_times(light, [40 + time * 0.4 + time]),
                   [Feed(10, switch, "1"), Feed(10 + time * 0.4, switch, "0"), Feed(40 + time * 0.4, switch, "1")], [light] if light else [], time * 1.5 / 1000 + 0.1)


def number_echo(draw: Draw) -> Example:
    """A number and its echoes: several pipes, or a feedback that halves it."""
    time = duration(draw, 50, 1500)
    is_fading = draw.chance(0.45)
    factor = draw.one((0.5, 0.5, 0.7, 0.8, 0.25))
    count = draw.integer(2, 4)
    sketch = Sketch()
    value = sketch.add("number")
    if is_fading:
        echo = sketch.add(f"* {plain(factor)}", sketch.add(f"pipe {time}"))
        kept = sketch.add("moses 1", echo)
        shown = sketch.add("number", value, sketch.out(kept, 1))
        sketch.connect(value, echo - 1)
        sketch.connect(kept, echo - 1, outlet=1)
    else:
        pipes: list[Handle | Cord] = [sketch.add(f"pipe {time * (i + 1)}", value) for i in range(count)]
        shown = sketch.add("number", value, *pipes)

    def t() -> str:
        return spell(draw, time)

    n = count_word(draw, count)
    share = f"{plain(factor * 100)} %"
    clauses: list[Text] = [
        lambda: f"[repeat] a number {every_gap(draw, time)}, each time multiplied by {plain(factor)}, until it is below 1,", lambda: f"[echo] a number {every_gap(draw, time)}, each echo {share} of the last, until it is smaller than 1,",
        lambda: f"[make] fading echoes of a number, {t()} apart and {plain(factor)} times as big each, down to 1,", lambda: f"[show] a number and its decaying echoes ({t()} apart, times {plain(factor)}, until under 1)"] if is_fading else [
        lambda: f"[repeat] a number {n} times, {t()} apart", lambda: f"[show] a number at once and {n} echoes of it {every_gap(draw, time)}", lambda: f"[echo] each number {n} times with {t()} between", lambda: f"[output] a number now and again {n} times, {t()} apart",
        lambda: f"[send] a number on immediately and then {n} more times {every_gap(draw, time)}"]
    things: list[Text] = [lambda: f"a number echo with feedback {plain(factor)} and {t()} delay that ends below 1"] if is_fading else [lambda: f"a number echo, {n} repeats {t()} apart", lambda: f"a multi-tap delay for numbers with {n} taps, {t()} apart"]
    first = draw.one((100, 80, 64, 50))
    wanted = [float(first)]
    while is_fading and wanted[-1] * factor >= 1:
        wanted.append(wanted[-1] * factor)
    wanted = wanted if is_fading else wanted * (count + 1)
    return unpaced(draw, sketch, (clauses, things, []), all_of(says(shown, wanted, 0.01), at_times(shown, [10 + time * i for i in range(len(wanted))])), [Feed(10, value, str(first))], [shown], (time * (len(wanted) + 1)) / 1000 + 0.1)


def every_gap(draw: Draw, time: int) -> str:
    """`every 300 ms`."""
    return f"every {spell(draw, time)}".replace("every a ", "every ")




SKILLS: dict[str, Skill] = widened({
    "schedule": schedule,
    "after-this-that": after_this_that,
    "sound-for-a-while": sound_for_a_while,
    "sleep-timer": sleep_timer,
    "long-press": long_press,
    "number-echo": number_echo,
})
