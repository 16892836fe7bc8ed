"""Numbers that move by themselves: glides to typed goals, fades in stages, freezes, control-rate waves, steps to a limit."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect_time import moments, numbers, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import duration, plain, spell
from patchgen_training.skills.time_compose import paced, unpaced
from patchgen_training.skills.time_event import Action
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_pace import beating
from patchgen_training.skills.time_ramp import arrives, bounds
from patchgen_training.skills.time_schedule import cause
from patchgen_training.skills.time_words import Text

PLACES = (("number", "a number"), ("number", "a number box"), ("hsl 0 {top}", "a slider"), ("vsl 0 {top}", "a vertical slider"), ("hsl 0 {top}", "a horizontal slider"))


def typed_glide(draw: Draw) -> Example:
    """A glide to a typed goal in an adjustable time."""
    is_slider = draw.chance(0.5)
    top, usual = draw.one(((5000, 1000), (10000, 1000), (2000, 500), (3000, 1000)))
    sketch = Sketch()
    time = sketch.add(f'hsl 0 {top} "time" init:{usual}' if is_slider else 'number "time"')
    goal = sketch.add('number "target"')
    shown = sketch.add("number", sketch.add("line", sketch.add(f"pack 0 {usual}", goal, sketch.into(1, time))))
    how = draw.one((f"the time set by a slider from 0 to {top} ms", f"with a time slider (0-{top} ms)", f"in a time that a slider sets between 0 and {top} ms")) if is_slider else draw.one(
        ("the time in ms comes from a number box", "with a number box for the time in milliseconds", "in as many ms as I type in another number box", "with an adjustable time in ms (number box)"))
    clauses: list[Text] = [
        f"[glide] to each number typed into a target box, {how}", f"[ramp] smoothly to a target number, {how}", f"[fade] a number to a typed target, {how}", f"[move] a number slowly to a target value that I type, {how}", f"[slide] to a new target with an adjustable ramp time, {how}",
        f"[show] a number that glides to the value of a target box, {how}", f"[interpolate] to the target number, {how}"]
    things: list[Text] = [f"a glide to a typed target, {how}", f"a ramp generator with a target box, {how}", f"an adjustable fade of a number to a target, {how}"]
    value, length = draw.integer(10, 120), draw.integer(2, 12) * 100
    feeds = [Feed(5, time, str(length)), Feed(10, goal, str(value))]
    return unpaced(draw, sketch, (clauses, things, [f"type a target and the number glides there, {how}", f"line to a target, {how}"]), arrives(shown, 0, value, 10, length), feeds, [shown], 0.1 + length / 1000)


def caused_ramp(draw: Draw) -> Example:
    """A ramp set off by load, a key, a toggle, a loud number; into a number box or a slider, perhaps printed."""
    low, high = bounds(draw)
    time = duration(draw, 200, 8000)
    sketch = Sketch()
    source, feeds, begin, words = cause(draw, sketch, draw.one(("button", "load", "load", "space", "key", "toggle", "number", "over")))
    body, name = draw.one(PLACES)
    name = f"{name} going from {plain(min(low, high))} to {plain(max(low, high))}" if "sl" in body else name
    freezes = draw.chance(0.3)
    stop = [sketch.add("msg stop", sketch.add('bng "stop"'))] if freezes else []
    ramp = sketch.add("line", sketch.add(f"msg {plain(low)} , {plain(high)} {time}", source), *stop)
    shown = sketch.add(body.replace("0 {top}", f"{plain(min(low, high))} {plain(max(low, high))}"), ramp)
    printed = draw.chance(0.15)
    if printed:
        sketch.add("print", shown)
    tail = (draw.one((", with a button that stops it on the way", ", a stop button freezes it", " and a stop button to hold it where it is")) if freezes else "") + (" and [print] the values" if printed else "")
    a, b = plain(low), plain(high)

    def t() -> str:
        return spell(draw, time)

    def when() -> str:
        return f"after {draw.one(words)}"

    clauses: list[Text] = [
        lambda: f"[move] {name} from {a} to {b} in {t()} {when()}{tail}", lambda: f"[ramp] {name} from {a} to {b} over {t()} {when()}{tail}", lambda: f"[fade] {name} from {a} to {b} within {t()} {when()}{tail}", lambda: f"{when()} [take] {name} from {a} to {b} in {t()}{tail}",
        lambda: f"[let] {name} go from {a} to {b} in {t()} {when()}{tail}", lambda: f"[automate] {name}: from {a} to {b} in {t()}, starting {when()}{tail}", lambda: f"{when()}, [slide] {name} from {a} to {b} during {t()}{tail}", lambda: f"[make] {name} {'rise' if high > low else 'fall'} from {a} to {b} in {t()} {when()}{tail}"]
    end = tail.replace("[", "").replace("]", "")
    things: list[Text] = [lambda: f"a ramp of {name} from {a} to {b} in {t()} {when()}{end}", lambda: f"an automatic fade of {name} from {a} to {b}, {t()} long, {when()}{end}"]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"{when()}: {name} from {a} to {b}, {t()}{end}"]), arrives(shown, low, high, begin, time) if "sl" not in body else
                   lambda seen: len(numbers(seen, shown)) > 2 and abs(numbers(seen, shown)[-1] - high) <= abs(high - low) * 0.01 + 1e-3, feeds, [shown], (begin + time) / 1000 + 0.1)


def staged(draw: Draw) -> Example:
    """Up, hold, and down again: a click, two glides and a wait between."""
    top = draw.one((1, 1, 127, 100, 100, 10, 1000))
    rise, hold, fall = duration(draw, 100, 2500), duration(draw, 100, 2500), duration(draw, 100, 2500)
    sketch = Sketch()
    source, feeds, begin, words = cause(draw, sketch, draw.one(("button", "button", "button", "space", "load")))
    up = sketch.add(f"msg {top} {rise}", source)
    down = sketch.add(f"msg 0 {fall}", sketch.add(f"delay {rise + hold}", source))
    shown = sketch.add("number", sketch.add("line", up, down))

    def course() -> str:
        return draw.one((f"up to {top} in {spell(draw, rise)}, stay there for {spell(draw, hold)} and go down to 0 in {spell(draw, fall)}", f"from 0 to {top} in {spell(draw, rise)}, hold {spell(draw, hold)}, then back to 0 in {spell(draw, fall)}",
                         f"to {top} within {spell(draw, rise)}, keep it for {spell(draw, hold)}, then to 0 within {spell(draw, fall)}"))

    def when() -> str:
        return f"after {draw.one(words)}"

    clauses: list[Text] = [lambda: f"[fade] a number {course()}, {when()}", lambda: f"{when()} [move] a number {course()}", lambda: f"[ramp] a value {course()}, {when()}", lambda: f"[go] {course()}, {when()}", lambda: f"[make] a number go {course()} {when()}", lambda: f"[run] an envelope of numbers {when()}: {course()}"]
    things: list[Text] = [lambda: f"a fade in three stages {when()}: {course()}", lambda: f"a control envelope {when()}: {course()}"]

    def fits(seen: Observation) -> bool:
        values, at = numbers(seen, shown), moments(seen, shown)
        full = [t for t, v in zip(at, values, strict=True) if abs(v - top) < 1e-3]
        return bool(full) and abs(full[0] - begin - rise) < 25 and values[-1] == 0 and abs(at[-1] - begin - rise - hold - fall) < 25

    return unpaced(draw, sketch, (clauses, things, [lambda: f"number: {course()}, {when()}"]), fits, feeds, [shown], (begin + rise + hold + fall) / 1000 + 0.1)


def goals(draw: Draw) -> Example:
    """Buttons that send a number gliding to different goals."""
    aims = draw.some((0, 20, 50, 64, 80, 100, 127, 200, 440, 500, 880, 1000), draw.integer(2, 4))
    time = duration(draw, 100, 4000)
    as_messages = draw.chance(0.5)
    sketch = Sketch()
    boxes: list[Handle] = []
    messages = []
    for aim in aims:
        button = 0 if as_messages else sketch.add(f'bng "{aim}"')
        message = sketch.add(f"msg {aim} {time}", *([button] if button else []))
        boxes.append(button or message)
        messages.append(message)
    shown = sketch.add("number", sketch.add("line", *messages))
    row = ", ".join(map(str, aims[:-1])) + f" or {aims[-1]}"
    kind = "messages" if as_messages else "buttons"

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [lambda: f"[glide] to {row} in {t()}, chosen by clicking {kind}", lambda: f"[fade] a number to {row} within {t()} with {kind} to click", lambda: f"[move] a number to {row} over {t()} depending on which of the {kind} is clicked", lambda: f"[ramp] to {row} in {t()} with one of the {kind} for each",
                           lambda: f"[let] me click {kind} to send a number smoothly to {row}, in {t()}"]
    things: list[Text] = [lambda: f"{kind} that make a number glide to {row} in {t()}", lambda: f"a fader with {kind} for {row}, {t()} glide,"]
    chosen = draw.integer(0, len(aims) - 1)
    return unpaced(draw, sketch, (clauses, things, []), lambda seen: (not aims[chosen] or len(numbers(seen, shown)) > 2) and (numbers(seen, shown) or [0])[-1] == aims[chosen], [Feed(10, boxes[chosen], "bang")], [shown], 0.1 + time / 1000)


def control_wave(draw: Draw) -> Example:
    """A slow triangle or square of numbers, or a sine whose rate a slider sets."""
    kind = draw.one(("triangle", "triangle", "square", "sine", "sine"))
    top = draw.one((127, 127, 100, 1, 10, 1000))
    body, name = draw.one((("number", "a number"), ("number", "a number box"), ("hsl 0 {top}", "a slider"), ("hsl 0 {top}", "a slider")))
    name = f"{name} (0 to {top})" if "hsl" in body else name
    body = body.format(top=top)
    half = draw.one((100, 200, 250, 300, 400, 500, 500, 750, 1000, 1000, 1500, 2000, 2500, 3000))
    on = draw.one((", with a toggle", ", on/off with a toggle", " while a toggle is on", ", started and stopped by a toggle", " (toggle for on/off)"))
    sketch = Sketch()
    if kind == "sine":
        low, high, usual = draw.one(((0.1, 10, 1), (0, 5, 1), (0.1, 5, 0.5), (0, 10, 2)))
        rate = sketch.add(f'hsl {plain(low)} {high} "rate" init:{plain(usual)}')
        switch = sketch.add('tgl "on"')
        wave = sketch.add("snapshot~", sketch.add("osc~", rate), sketch.add("metro 20", switch))
        scaled = sketch.add(f"+ {plain(top / 2)}", sketch.add(f"* {plain(top / 2)}", wave))
        shown = sketch.add(body, scaled)
        knob = draw.one((f"a rate slider from {plain(low)} to {high} Hz", f"a slider for the speed ({plain(low)}-{high} Hz)", f"a rate slider ({plain(low)} to {high} Hz)"))
        clauses: list[Text] = [f"[move] {name} up and down like a sine between 0 and {top}, with {knob}{on}", f"[run] a control-rate sine lfo between 0 and {top} into {name}, with {knob}{on}", f"[show] a slow sine between 0 and {top} on {name}, {knob}{on}", f"[wave] {name} between 0 and {top} at an adjustable speed, {knob}{on}",
                               f"[swing] {name} smoothly between 0 and {top}, {knob}{on}"]
        things: list[Text] = [f"an lfo of numbers from 0 to {top} with {knob} on {name}{on}", f"a control lfo, 0 to {top}, {knob}, shown by {name}{on}"]
        return unpaced(draw, sketch, (clauses, things, [f"lfo for {name}, 0-{top}, {knob}{on}"]), lambda seen: -0.01 <= min(numbers(seen, shown)) < 0.1 * top and 0.9 * top < max(numbers(seen, shown)) <= top + 0.01,
                       [Feed(5, rate, "2"), Feed(10, switch, "1")], [shown], 0.7)
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {2 * half}", switch)
    tail = f" {half}" if kind == "triangle" else ""
    up = sketch.add(f"msg {top}{tail}", metro)
    down = sketch.add(f"msg 0{tail}", sketch.add(f"delay {half}", metro))
    shown = sketch.add(body, sketch.add("line", up, down)) if kind == "triangle" else sketch.add(body, up, down)

    def h() -> str:
        return spell(draw, half)

    def p() -> str:
        return spell(draw, 2 * half)

    if kind == "triangle":
        clauses = [lambda: f"[move] {name} up to {top} in {h()} and down to 0 in {h()}, again and again{on}", lambda: f"[run] a triangle lfo between 0 and {top} with a period of {p()} into {name}{on}", lambda: f"[fade] {name} up and down between 0 and {top}, {h()} each way, in a loop{on}",
                   lambda: f"[let] {name} go from 0 to {top} and back in {p()}, forever{on}", lambda: f"[make] {name} rise to {top} within {h()} and fall back to 0 within {h()} endlessly{on}", lambda: f"[ramp] {name} up and down all the time, {h()} up to {top} and {h()} down to 0{on}"]
        things = [lambda: f"a triangle lfo of numbers from 0 to {top}, period {p()}, on {name}{on}", lambda: f"{name} that goes up to {top} and down to 0, {h()} each{on}"]
        check: Holds = lambda seen: max(numbers(seen, shown)) > 0.97 * top and numbers(seen, shown)[-1] < 0.25 * top  # noqa: E731
    else:
        clauses = [lambda: f"[switch] {name} between {top} and 0 every {h()}{on}", lambda: f"[run] a square lfo, {top} for {h()} and 0 for {h()}, into {name}{on}", lambda: f"[set] {name} to {top} for {h()} and to 0 for {h()}, in turn{on}", lambda: f"[jump] {name} between {top} and 0, {h()} each, in a loop{on}",
                   lambda: f"[make] a slow square wave of numbers ({top} and 0, {h()} each) on {name}{on}"]
        things = [lambda: f"a square lfo of numbers, {top} for {h()}, 0 for {h()}, on {name}{on}", lambda: f"{name} that jumps between {top} and 0 every {h()}{on}"]
        check = says(shown, [top, 0, top])
    seconds = (10 + 2 * half - 8) / 1000 if kind == "triangle" else (10 + 2.5 * half) / 1000
    return unpaced(draw, sketch, (clauses, things, []), check, [Feed(10, switch, "1")], [shown], seconds)


def stepping(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A number that goes up or down by a step at each beat and stays at its limit."""
    step = draw.one((1, 1, 1, 2, 5, 10, 3, 0.5, 0.1))
    up = draw.chance(0.65)
    low, high = draw.one(((0, 100), (0, 127), (0, 10), (20, 80), (0, 12), (40, 60), (0, 5), (1, 8)))
    start, end = (low, high) if up else (high, low)
    body = draw.one(("box", "box", "slider"))
    store = sketch.add(f"f {start}" if start else "f", source)
    is_slider = body == "slider"
    box = None if is_slider else outcome(draw, sketch, store, kinds=("box", "box", "print"))
    place = sketch.add(f"hsl {low} {high}", store) if is_slider else 0
    kept = sketch.add(f"{'min' if up else 'max'} {end}", sketch.add(f"{'+' if up else '-'} {plain(step)}", store))
    sketch.connect(kept, store, inlet=1)
    what = f"a slider ({low} to {high})" if is_slider else "a number"
    by = draw.one((f"by {plain(step)}", f"in steps of {plain(step)}", f"{plain(step)} at a time"))
    way = "up" if up else "down"
    verb, tail = ("raise", "increase") if up else ("lower", "decrease"), box.end(draw) if box else ""
    clauses: list[Text] = [
        f"[{verb[0]}] {what} {by} from {start} until it reaches {end} and stays there{tail}", f"[count] {way} {by} from {start} and [stop] at {end}{tail}" if not is_slider else f"[move] {what} {way} {by} and [stop] at {end}", f"[{verb[1]}] {what} {by} from {start}, but not {'above' if up else 'below'} {end},{tail}",
        f"[step] {what} {way} {by} from {start} to {end} and [hold] it there{tail}", f"[automate] {what}: {way} {by} from {start}, limit {end},{tail}", f"[make] {what} go {way} {by} from {start} to {end} and no further{tail}"]
    things: list[Text] = [f"{what} that goes {way} {by} from {start} and stops at {end}{box.noun(draw) if box else ''}", f"{what} with automatic steps {way} {by} from {start} to {end} only{box.noun(draw) if box else ''}"]
    handle = place or (box.box if box else 0)
    return Action(clauses, lambda t: says(handle, [min(high, start + i * step) if up else max(low, start - i * step) for i in range(t.count)], 0.01), (handle,) if handle else (), things, [f"{what} {way} {by} @, from {start}, stops at {end}{box.noun(draw) if box else ''}"])


SKILLS: dict[str, Skill] = widened({
    "glide-to-typed": typed_glide,
    "ramp-by-cause": caused_ramp,
    "fade-in-stages": staged,
    "glide-to-goals": goals,
    "control-wave": control_wave,
    "step-to-limit": paced(stepping),
    "step-to-limit-beating": paced(stepping, beating),
})
