"""Skills: waiting, repeating, ramps and stopwatches with times in any unit; values and words at load; chance in a range; all numbers of a range at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all, shows
from patchgen_training.skills.math_sources import weighted
from patchgen_training.skills.plain3_words import OUTPUTS, Ending, finished, made, sentences, spoken
from patchgen_training.skills.plain_words import AT_LOAD, CLICKED, TYPED
from patchgen_training.skills.sketch import Handle, Sketch

WORDS = ("hello", "done", "ready", "tick", "now", "start", "over", "bye", "go", "time is up", "wake up", "ping", "welcome", "stop")
NUMERALS = {500: ("half a second", "half a sec"), 1000: ("a second", "one second", "1 sec"), 2000: ("two seconds",), 3000: ("three seconds",), 5000: ("five seconds",), 250: ("a quarter of a second",), 10000: ("ten seconds",), 1500: ("one and a half seconds",), 4000: ("four seconds",)}


def span(draw: Draw, ms: int) -> tuple[str, ...]:
    """A time as people say it."""
    seconds = f"{ms / 1000:g}"
    plural = "second" if seconds == "1" else "seconds"
    found = [f"{ms} ms", f"{ms} milliseconds", f"{ms}ms", f"{ms} msec"]
    if ms % 100 == 0 or ms == 250:
        found += [f"{seconds} {plural}", f"{seconds} s", f"{seconds} sec", f"{seconds}s", f"{seconds} {plural}"]
    return (*found, *NUMERALS.get(ms, ()), *NUMERALS.get(ms, ()))


def time_of(draw: Draw) -> int:
    """A time in ms."""
    return draw.one((100, 200, 250, 300, 400, 500, 500, 700, 750, 800, 1000, 1000, 1200, 1500, 2000, 2000, 3000, 4000, 5000, draw.integer(5, 60) * 10))


def one_deed(draw: Draw, p: Sketch, source: Handle, at: Sequence[float]) -> tuple[tuple[str, ...], tuple[str, ...], Holds, list[Handle]]:
    """A bang or a word at certain times."""
    if draw.chance(0.55):
        light = p.add("bng", source)
        on_time: Holds = lambda seen: len(seen.values(light - 1)) == len(at) and all(abs(v.at - t) < 3 for v, t in zip(seen.values(light - 1), at, strict=True))  # noqa: E731
        return ("~send a bang", "~bang", "~flash a button", "~light a second button", "~output a bang", "~trigger another button"), ("bang", "flash a button", "send a bang"), on_time, [light]
    word = draw.one(WORDS)
    p.add("print", p.add(f"msg {word}", source))
    printed: Holds = lambda seen: prints_all([word.split()] * len(at))(seen) and all(abs(line.at - t) < 3 for line, t in zip(seen.prints, at, strict=True))  # noqa: E731
    return (f'~print "{word}"', f'~print "{word}" to the console', f'~post "{word}"', f"~print {word}"), (f"print {word}", f'print "{word}"'), printed, []


def waiting(draw: Draw) -> Example:
    """One deed some time after a click."""
    ms = time_of(draw)
    p = Sketch()
    button = p.add("bng")
    do, brief, holds, watch = one_deed(draw, p, p.add(f"delay {ms}", button), [10 + ms])
    slots = {"do": do, "b": brief, "t": span(draw, ms), "click": CLICKED}
    formal = ("{do} {t} after a button is clicked", "~wait {t} after a click on a button and then {do}", "{do} with a delay of {t} {click}", "{click}, ~wait {t} and then {do}", "~delay a bang from a button by {t} and then {do}", "{do} once, {t} after the click on a button", "~react to a click on a button {t} later: {do}", "~let {t} pass after a button is pressed and then {do}")
    short = ("{b} {t} after a click", "click, wait {t}, {b}", "wait {t} then {b}", "{b} after {t}", "delay a bang by {t}" if watch else "{b} {t} later", "button, {t} later {b}")
    speech = ("i click and {t} later it should {b}", "when I press a button nothing happens for {t}, then {b}", "how do I {b} {t} after a click?", "wait {t}, then {b}, when i click", "one click, a pause of {t}, then {b}")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, watch), [Feed(10, button, "bang")], ms / 1000 + 0.1)


RATES = ((60, 1000), (120, 500), (90, 2000 / 3), (100, 600), (140, 3000 / 7), (80, 750), (150, 400), (72, 2500 / 3), (180, 1000 / 3), (110, 6000 / 11), (133, 60000 / 133), (240, 250))


def repeating(draw: Draw) -> Example:
    """One deed again and again: every so many ms or seconds, at a tempo, or so many times per second; started by a toggle."""
    kind = draw.one(("time", "time", "time", "tempo", "tempo", "rate"))
    p = Sketch()
    if kind == "time":
        ms = float(time_of(draw))
        body, pace = f"metro {ms:g}", tuple(f"every {text}" if not text.startswith(("a ", "one second")) else "every second" if text in ("a second", "one second") else f"every {text.removeprefix('a ')}" for text in span(draw, int(ms)))
    elif kind == "tempo":
        bpm, ms = draw.one(RATES)
        body, pace = f"metro 1 {bpm} permin", (f"at {bpm} bpm", f"{bpm} times a minute", f"at a tempo of {bpm} bpm", f"at {bpm} beats per minute", f"with {bpm} beats per minute", f"{bpm} times per minute")
    else:
        hz = draw.one((2, 3, 4, 5, 8, 10, 20))
        ms = 1000 / hz
        body, pace = f"metro 1 {hz} persec", (f"{hz} times a second", f"{hz} times per second", f"at {hz} Hz", f"at a rate of {hz} Hz", f"with {hz} per second")
    toggle = p.add('tgl "on"')
    clock = p.add(body, toggle)
    count = 3
    at = [10 + ms * i for i in range(count)]
    do, brief, holds, watch = one_deed(draw, p, clock, at)
    slots = {"do": do, "b": brief, "pace": pace, "tg": ("while a toggle is on", "as long as a toggle is on", "when a toggle is switched on, until it is switched off", "started and stopped with a toggle", "controlled by a toggle", "with a toggle to start and stop it"), "sg": ("with a toggle", "toggle on/off", "on/off by toggle", "w/ toggle")}
    formal = ("{do} {pace} {tg}", "{do} {pace}, {tg}", "~repeat this {pace} {tg}: {do}", "~use a toggle to start and stop a clock that will {b} {pace}", "~have a toggle: while it is on, {do} {pace}", "{pace}, {do}, {tg}", "~keep on repeating, {pace}: {do}; a toggle starts and stops it")
    short = ("{b} {pace} {sg}", "{b} {pace}, {sg}", "{pace} {b}, {sg}", "{b} again and again {pace}, {sg}")
    speech = ("{pace} it should {b}, and I want a toggle for on and off", "I switch a toggle on and it will {b} {pace} until I switch it off", "how do I {b} {pace}? with a toggle please", "over and over, {pace}: {b}. a toggle starts it", "like a metronome: {b} {pace}, {tg}")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, watch), [Feed(10, toggle, "1")], (10 + ms * (count - 1) + min(ms / 2, 100)) / 1000)


def delayed_number(draw: Draw) -> Example:
    """Numbers come out later."""
    ms = time_of(draw)
    p = Sketch()
    box = p.add("number")
    values = [float(draw.integer(1, 50)), float(draw.integer(51, 99))]
    ending = finished(draw, p, [p.add(f"pipe {ms}", box)], values)
    slots = {**ending.slots, "x": TYPED, "t": span(draw, ms), "q": ("a number", "my number", "what i type", "numbers", "the input")}
    formal = ("~delay {x} by {t}{out}", "{take} {x} and ~pass it on {t} later{out}", "~output {x} {t} after it was entered{out}", "~hold back {x} for {t}{out}", "~send {x} on with a delay of {t}{out}", "~wait {t} before {x} is passed on{out}", "{take} {x}, ~wait {t}, and {end}")
    short = ("delay {q} by {t}{st}", "{q} {t} later{st}", "pipe {t}{st}", "{q} delayed by {t}{st}", "pass {q} on after {t}{st}")
    speech = ("{x} should come out {t} later{tail}", "i enter something and {t} later it comes out{tail}", "how do I delay {x} by {t}?{tail}", "the same number, just {t} later, {x} comes in{tail}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, [Feed(10, box, f"{values[0]:g}"), Feed(30, box, f"{values[1]:g}")], ms / 1000 + 0.2)


def ramp(draw: Draw) -> Example:
    """A number runs from one value to another on a click."""
    ms = draw.one((200, 400, 500, 500, 800, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000))
    a, b = draw.one(((0, 1), (0, 100), (0, 127), (1, 0), (100, 0), (127, 0), (0, 1000), (20, 80), (440, 880), (10, 0), (-50, 50), (200, 2000), (1000, 100), (60, 72), (5, 25)))
    p = Sketch()
    button = p.add("bng")
    line = p.add("line", p.add(f"msg {a} , {b} {ms}", button))
    output = weighted(draw, OUTPUTS[:1])
    shown = p.add("number", line)

    def holds(seen: Observation) -> bool:
        values = [float(v.atoms[0]) for v in seen.values(shown - 1)]
        late = [v.at for v in seen.values(shown - 1)]
        return values[0] == a and values[-1] == b and abs(late[-1] - 10 - ms) < 40 and len(values) > 5

    goes = ("~fade", "~ramp", "~glide", "~go", "~slide", "~move", "~run")
    slots = {**spoken(output, (True, False)), "t": span(draw, ms), "a": str(a), "b": str(b), "go": goes, "g": tuple(text[1:] for text in goes), "click": CLICKED}
    formal = ("~make a number {g} from {a} to {b} in {t} {click} and ~show it", "{go} from {a} to {b} within {t} {click}", "~show a number that moves smoothly from {a} to {b} in {t} {click}", "{click}, {go} from {a} to {b} in {t}", "~count smoothly from {a} to {b} over {t} {click}", "~create a linear ramp from {a} to {b} lasting {t} {click} and ~display the values", "{go} a number from {a} to {b}, taking {t}, {click}")
    short = ("{g} from {a} to {b} in {t} on click", "ramp {a} to {b}, {t}", "{a} to {b} in {t} when i click", "line from {a} to {b} over {t}", "{g} {a} -> {b} in {t}, button")
    speech = ("i click and a number should {g} from {a} to {b} in {t}", "how do I {g} from {a} to {b} in {t} when I press a button?", "a number box that goes from {a} to {b} in {t} after a click", "starting at {a}, {b} should be reached after {t}, each time I click")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, [shown]), [Feed(10, button, "bang")], ms / 1000 + 0.15)


def at_load(draw: Draw) -> Example:
    """Something at once when the patch opens."""
    kind = draw.one(("number", "number", "word", "toggle", "slider", "bang"))
    p = Sketch()
    slots: dict[str, Sequence[str] | str] = {"load": AT_LOAD + ("as soon as it opens", "the moment it opens", "directly after loading")}
    load = p.add("loadbang") if kind != "slider" else 0
    watch: list[Handle] = []
    if kind == "number":
        n = draw.integer(1, 500)
        box = p.add("number", p.add(f"msg {n}", load))
        holds, watch = emits(box, [n]), [box]
        slots |= {"do": (f"~set a number box to {n}", f"~show {n} in a number box", f"~send {n} to a number box", f"~put {n} into a number box", f"~initialise a number box with {n}"), "b": (f"number box starts at {n}", f"{n} in a number box", f"show {n}", f"set a number box to {n}")}
    elif kind == "word":
        word = draw.one(WORDS)
        p.add("print", p.add(f"msg {word}", load))
        holds = prints_all([word.split()])
        slots |= {"do": (f'~print "{word}"', f"~print {word} to the console", f'~post "{word}" to the console', f'~write "{word}" in the Pd console'), "b": (f"print {word}", f'print "{word}"', f"say {word} in the console")}
    elif kind == "toggle":
        box = p.add("tgl", p.add("msg 1", load))
        holds, watch = shows(box, 1), [box]
        slots |= {"do": ("~switch a toggle on", "~turn a toggle on", "~set a toggle to on", "~have a toggle switched on"), "b": ("toggle on", "switch a toggle on", "a toggle that is on")}
    elif kind == "bang":
        box = p.add("bng", load)
        holds, watch = bangs(box, 1), [box]
        slots |= {"do": ("~flash a button", "~bang a button", "~send a bang to a button", "~trigger a button"), "b": ("bang a button", "flash a button", "trigger a button")}
    else:
        low, high = draw.one(((0, 127), (0, 1), (0, 100), (20, 2000), (1, 10)))
        n = draw.integer(low, high) if high > 1 else draw.one((0, 1))
        slider = p.add(f"hsl {low} {high} init:{n}")
        box = p.add("number", slider)
        holds, watch = near(box, n, (high - low) / 100), [box]
        slots |= {"do": (f"~set a slider from {low} to {high} to {n} and ~show its value", f"~show the value of a slider ({low} to {high}) that is at {n}", f"~have a slider from {low} to {high} stand at {n} and ~display its value"), "b": (f"slider {low}-{high} at {n}, value shown", f"show a slider {low} to {high}, set to {n}")}
    formal = ("{do} {load}", "{do} {load}", "{load}, {do}", "{do} without any click, {load}", "{do} by itself {load}", "{do} once {load}")
    short = ("{b} {load}", "{b} at start", "{b} on open", "on load: {b}", "loadbang: {b}", "{b} as soon as it opens")
    speech = ("{load} it should {do}", "i want to {do} {load}", "nobody should have to click: {do} {load}", "how do I {do} {load}?", "when I open the patch it should {do}")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, watch), [], 0.1)


def near(box: Handle, value: float, most: float) -> Holds:
    """A slider's value is right up to a pixel."""
    return lambda seen: any(abs(float(v.atoms[0]) - value) <= most for v in seen.values(box - 1)[-1:])


def between(draw: Draw) -> tuple[int, int]:
    """Two ends of a range of whole numbers."""
    return draw.one(((1, 6), (1, 10), (0, 10), (1, 100), (0, 100), (0, 127), (0, 7), (0, 3), (1, 3), (5, 15), (20, 30), (48, 72), (36, 60), (100, 200), (-10, 10), (1, 49), (0, 9), (1, 12), (10, 50), (0, 255), (200, 800), (3, 8)))


def chance(draw: Draw) -> Example:
    """A random number in a range: whole, with decimals, or never the same twice."""
    low, high = between(draw)
    kind = draw.one(("whole", "whole", "whole", "decimal", "decimal", "fresh", "fresh"))
    size = high - low + 1
    p = Sketch()
    button = p.add("bng")
    if kind == "whole":
        result = p.add(f"random {size}", button)
        result = p.add(f"+ {low}" if low > 0 else f"- {-low}", result) if low else result
    elif kind == "decimal":
        left = f"({low})" if low < 0 else str(low)
        result = p.add(f"expr {left} + $f1 / 10000 * ({high} - {left})", p.add("random 10000", button)) if low else p.add(f"expr $f1 / 10000 * {high}", p.add("random 10000", button))
    else:
        moved = p.add("+", p.add("+ 1", p.add(f"random {size - 1}", button)))
        wrapped = p.add(f"mod {size}", moved)
        p.connect(wrapped, moved, 1)
        result = p.add(f"+ {low}" if low > 0 else f"- {-low}", wrapped) if low else wrapped
    output = weighted(draw, OUTPUTS[:2])
    box = p.add("number" if output.has_display else "print", result)

    def holds(seen: Observation) -> bool:
        found = seen.values(box - 1) if output.has_display else seen.prints
        values = [float(v.atoms[0]) for v in found]
        inside = len(values) == 30 and all(low <= v <= high for v in values) and (kind == "decimal" or all(v == int(v) for v in values)) and len(set(values)) > 1
        return inside and (kind != "fresh" or all(a != b for a, b in pairwise(values)))

    ends = (f"from {low} to {high}", f"between {low} and {high}", f"in the range {low} to {high}", f"from {low} up to {high}, both included", f"between {low} and {high}, ends included", f"from {low} to {high} inclusive") if kind != "decimal" else (f"from {low} to {high}", f"between {low} and {high}", f"in the range {low} to {high}")
    noun = {"whole": ("a random whole number", "a random integer", "a random number", "any whole number"), "decimal": ("a random decimal number", "a random number with decimals", "a random fractional number", "a random float"), "fresh": ("a random whole number", "a random integer", "a random number")}[kind]
    extra = (", never the same twice in a row", ", never repeating the previous one", ", always different from the last one", ", without immediate repetitions", ", but not the same number two times in succession") if kind == "fresh" else ("",)
    few = {"whole": (f"random {low} to {high}", f"random number {low}-{high}" if low >= 0 else f"random number {low} to {high}", f"random int {low} to {high}"), "decimal": (f"random decimal {low} to {high}", f"random float {low} to {high}", f"random fraction {low} to {high}"), "fresh": (f"random {low} to {high}, never twice the same", f"random {low} to {high} without repeats in a row")}[kind]
    slots = {**spoken(output, (output.has_display, output.has_print)), "r": tuple(f"{one} {end}" for one in noun for end in ends), "e": extra, "few": few, "click": CLICKED}
    formal = ("~generate {r}{e} {click}{out}", "{tell} {r}{e}{place} {click}", "{click}, ~generate {r}{e}{out}", "~pick {r}{e} {click}{out}", "~choose {r}{e} {click} and {end}", "~produce {r}{e} {click}{out}", "~draw {r}{e} {click}{so}")
    short = ("{few}{st}", "{few} on click{st}", "{r}{e}{st}", "give me {r}{e}", "{few} when i click{st}")
    speech = ("I click and get {r}{e}{tail}", "{r}{e}, please, on every click{tail}", "how do I get {r}{e} {click}?{tail}", "each click should give {r}{e}{tail}", "something like a lottery: {r}{e} {click}{tail}")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, [box] if output.has_display else []), [Feed(10 + 10 * i, button, "bang") for i in range(30)], 0.4)


def all_at_once(draw: Draw) -> Example:
    """Every number of a range on one click, up or down, with steps."""
    step = draw.one((1, 1, 1, 1, 2, 5, 10))
    count, low = draw.integer(3, 20), draw.one((0, 1, 1, 5, 10, 20, 36, 48, 60, 100))
    is_down = draw.chance(0.25)
    values = [float(low + step * i) for i in range(count)]
    if is_down:
        values.reverse()
    p = Sketch()
    button = p.add("bng")
    order = p.add("t b b", button)
    loop = p.add("until", p.add(f"msg {count}", order))
    if values[0] == 1 and step == 1 and not is_down:
        held = p.add("f 0", loop, p.into(1, p.add("msg 0", p.out(order, 1))))
        result = p.add("+ 1", held)
        p.add("print", result)
        p.connect(result, held, 1)
    else:
        first = f"{values[0]:g}"
        start = p.add(f"msg {first}", p.out(order, 1))
        held = p.add(f"f {first}", loop, p.into(1, start))
        p.add("print", held)
        p.connect(p.add(f"{'-' if is_down else '+'} {step}", held), held, 1)
    one, last = f"{values[0]:g}", f"{values[-1]:g}"
    by = (f" in steps of {step}", f" by {step}s", f", {step} apart") if step > 1 else ("",)
    down = " down" if is_down else ""
    span_ = (f"from {one}{down} to {last}", f"from {one}{down} to {last}, both included", f"from {one} through {last}" if not is_down else f"from {one} back to {last}")
    slots = {"s": span_, "by": by, "click": CLICKED, "c": ("", " to the console"), "a": one, "z": last, "d": down}
    formal = ("~print all numbers {s}{by} {click}", "~print every number {s}{by} at once {click}", "{click}, ~print the numbers {s}{by} in one go", "~count {s}{by} immediately {click} and ~print every number", "~use a loop to print the numbers {s}{by}{c} {click}", "~post all the numbers {s}{by} without a pause{c} {click}", "~post the numbers {s}{by} to the console {click}")
    short = ("print {a}{d} to {z}{by} at once", "all numbers {a}{d} to {z}{by}, printed", "one click prints {a}{d} to {z}{by}", "print everything {s}{by}", "count {a}{d} to {z}{by} immediately, print")
    speech = ("one click and all numbers {s}{by} are printed at once", "I want to see all numbers {s}{by} in the console after a single click", "how do I print the numbers {s}{by} in one go {click}?", "no waiting: print the numbers {s}{by} all at once when I click")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, all_of(prints_all(values)), []), [Feed(10, button, "bang")], 0.1)


SKILLS: dict[str, Skill] = {
    "wait-then": waiting, "again-and-again": repeating, "number-later": delayed_number, "run-from-to": ramp, "as-soon-as-it-opens": at_load, "random-in-range": chance, "all-numbers-at-once": all_at_once,
}  # fmt: skip
CORE: tuple[str, ...] = tuple(SKILLS)
