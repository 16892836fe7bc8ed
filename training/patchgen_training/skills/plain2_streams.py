"""Skills: numbers as they come: smoothing, edges, two thresholds, rate limits, dead bands, every nth, grids and scales, a first value and a calculation."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all, shows
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.pace_words import span
from patchgen_training.skills.plain2_words import STREAM, labelled, last
from patchgen_training.skills.plain_words import SLID, TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import ORDINALS

NTH = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}


def one_pole(draw: Draw) -> Example:
    """Each result moves a part of the way to the new number."""
    part = draw.one((0.1, 0.1, 0.2, 0.25, 0.3, 0.5, 0.05))
    p = Sketch()
    is_slid = draw.chance(0.25)
    box = p.add("hsl 0 127" if is_slid else "number")
    mixed = p.add(f"expr $f2 + {part} * ($f1 - $f2)", box)
    stored = p.add("f", mixed)
    values, y = [], 0.0
    for x in (100, 100, 20):
        y += part * (x - y)
        values.append(y)
    ends, holds, watch = ended(draw, p, [stored], values, 1e-3)
    p.connect(stored, mixed, 1)
    percent = f"{part * 100:g}"
    slots: Slots = {**ends, "xs": SLID if is_slid else STREAM, "c": f"{part:g}", "pc": (f"{percent} percent", f"{percent}%"), "rest": f"{1 - part:g}"}
    clauses: tuple[str, ...] = (
        "~smooth {xs} with a one-pole filter with coefficient {c}{out}", "~smooth {xs} by moving {pc} of the way to each new value{out}", "~low-pass filter {xs} at control rate with a factor of {c}{out}", "{take} {xs} and ~smooth them exponentially with a factor of {c}{out}", "{calc} an exponential moving average of {xs} with the weight {c} for the new value{out}",
        "~mix {pc} of each new value of {xs} with {rest} of the last result{out}".replace("{rest} of the last result", "the rest of the last result"), "~let the output move towards {xs} by {pc} of the distance at each new value{out}", "~average {xs} with a leaky integrator, coefficient {c}{out}", "{calc} y = y + {c} * (x - y) for each new value x of {xs}{out}",
    )  # fmt: skip
    clauses = tuple(text.replace("smooth them", "smooth it") for text in clauses) if is_slid else clauses
    asks = ("my sensor is jumpy. smooth {xs} with factor {c}{tail}", "one-pole smoothing of {xs}, {c}{tail}", "exponential smoothing, alpha {c}, for {xs}{tail}", "y = y + {c}*(x-y) for {xs}{tail}", "{xs} should follow only {pc} of each change{tail}", "can I smooth noisy input, {pc} at each step? {xs}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, 100, 100, 20), watch)


EDGES = (
    "~flash a button once {when} {x} {goes} {n}, not again until it has come back", "~send a single bang {when} {x} {goes} {n}", "~detect the moment at which {x} {goes} {n} and ~flash a button", "~send only one bang each time {x} {goes} {n}, however long it stays there", "{take} {x} and ~flash a button only at the moment it {goes} {n}",
    "~bang a button {when} {x} crosses {n} {way}, and not for every further value", "~trigger a bang once {when} {x} {goes} {n} and ~wait until it has returned before the next one", "when {x} {goes} {n}, ~flash a button just once", "~detect when {x} crosses the threshold {n} {way} and ~flash a button once", "~react with one bang to {x} crossing {n} {way}",
)  # fmt: skip
EDGE_ASKS = (
    "one bang when {x} {goes} {n}, not a bang for each value", "edge detector: bang when {x} crosses {n} {way}", "a button should flash only once when {x} {goes} {n}", "i get too many bangs. I want just one when {x} {goes} {n}", "{x} crosses {n} {way} -> one bang",
)


def edge(draw: Draw) -> Example:
    """One bang at the moment a limit is crossed."""
    limit = draw.integer(10, 110)
    rises = draw.chance(0.65)
    p = Sketch()
    is_slid = draw.chance(0.3)
    box = p.add("hsl 0 127" if is_slid else "number")
    flash = p.add("bng", p.add("sel 1", p.add("change", p.add(f"{'>' if rises else '<'} {limit}", box))))
    slots: Slots = {"x": SLID if is_slid else TYPED, "n": str(limit), "goes": ("goes above", "rises above", "exceeds", "goes over", "gets greater than", "passes above") if rises else ("goes below", "falls below", "drops under", "gets less than", "sinks below"), "way": ("upwards", "from below", "on the way up") if rises else ("downwards", "from above", "on the way down"),
                    "when": ("when", "whenever", "each time", "as soon as")}  # fmt: skip
    high, low = limit + 5, limit - 5
    order = (low, high, high + 3, low, high) if rises else (high, low, low - 2, high, low)
    return example(plainly(draw, slots, EDGES, EDGE_ASKS), p, bangs(flash, 2), fed(box, *order), [flash])


def two_thresholds(draw: Draw) -> Example:
    """On above one limit, off below another."""
    low = draw.integer(10, 60)
    high = low + draw.integer(5, 50)
    p = Sketch()
    is_slid = draw.chance(0.3)
    box = p.add("hsl 0 127" if is_slid else "number")
    on = p.add("sel 1", p.add(f"> {high}", box))
    off = p.add("sel 1", p.add(f"< {low}", box))
    lamp = p.add("tgl", p.add("msg 1", on), p.add("msg 0", off))
    slots: Slots = {"x": SLID if is_slid else TYPED, "lo": str(low), "hi": str(high), "lamp": ("a toggle", "a toggle", "a toggle box", "a toggle switch"), "above": ("goes above {hi}", "exceeds {hi}", "rises above {hi}", "is greater than {hi}"), "below": ("falls below {lo}", "drops under {lo}", "is less than {lo}", "goes below {lo}"),
                    "keep": (", and ~keep its state in between", "", " and ~leave it as it is in between", "; in between nothing changes")}  # fmt: skip
    clauses = (
        "~switch {lamp} on when {x} {above} and off when it {below}{keep}", "~turn {lamp} on as soon as {x} {above}, and off again only when it {below}{keep}", "~have a threshold with hysteresis: {lamp} goes on when {x} {above} and off when it {below}", "{take} {x} and ~use two thresholds, {hi} for switching {lamp} on and {lo} for switching it off",
        "~work as a Schmitt trigger for {x}, with {hi} as the upper and {lo} as the lower threshold, shown on {lamp}", "~activate {lamp} when {x} {above} and ~deactivate it when it {below}{keep}", "when {x} {above}, ~turn {lamp} on; when it {below}, ~turn it off{keep}", "~set {lamp} to on above {hi} and to off below {lo}, with no change between the two, for {x}",
        "~prevent flickering: {lamp} goes on when {x} {above} and off not before it {below}",
    )  # fmt: skip
    asks = ("{lamp} on above {hi}, off below {lo}, nothing in between, for {x}", "hysteresis for {x}: on at {hi}, off at {lo}, on {lamp}", "my toggle flickers around the threshold. It should go on when {x} {above} and off when it {below}", "schmitt trigger {lo}/{hi} on {x} with {lamp}", "thermostat logic: {lamp} goes on when {x} {above} and off when it {below}")
    return example(plainly(draw, slots, clauses, asks), p, emits(lamp, [1, 0]), fed(box, high - 2, high + 2, high - 2, low - 2), [lamp])


def speed_limit(draw: Draw) -> Example:
    """At most one number in a time."""
    milliseconds = draw.one((50, 100, 100, 200, 250, 300, 500, 1000, draw.integer(2, 40) * 10))
    p = Sketch()
    is_slid = draw.chance(0.4)
    box = p.add("hsl 0 127" if is_slid else "number")
    gate = p.add("spigot 1", box)
    order = p.add("t b f", gate)
    shown = p.add("number", p.out(order, 1))
    both = p.add("t b b", order)
    closed = p.add("msg 0", p.out(both, 1))
    opened = p.add("msg 1", p.add(f"delay {milliseconds}", both))
    p.connect(closed, gate, 1)
    p.connect(opened, gate, 1)
    slots: Slots = {"xs": SLID if is_slid else STREAM, "t": [span(draw, milliseconds)() for _ in range(4)]}
    clauses = (
        "~pass at most one number of {xs} in {t}", "~limit the rate of {xs} to one value per {t}", "~thin out {xs} so that at least {t} pass between two values", "{take} {xs} and ~let a new value through only if the last one was at least {t} ago", "~slow down {xs} to at most one value in {t} and ~show them in a number box",
        "~ignore further numbers of {xs} for {t} after each one that has passed", "~let {xs} through no faster than one value in {t}", "~reduce the data rate of {xs}, with {t} between values, and ~show the result", "~block {xs} for {t} after every number that comes through", "~throttle {xs} to one number in {t}",
    )  # fmt: skip
    asks: tuple[str, ...] = ("{xs} are too fast, at most one in {t} please", "like speedlim: {xs}, one value in {t}", "throttle {xs}, {t}", "not more than one value in {t} from {xs}", "too many values! after each one {xs} should be ignored for {t}")
    asks = tuple(text.replace("{xs} are too fast", "my values are too fast, {xs}") for text in asks)
    feeds = (Feed(10, box, "5"), Feed(30, box, "6"), Feed(milliseconds + 40, box, "7"))
    return example(plainly(draw, slots, clauses, asks), p, emits(shown, [5, 7]), feeds, [shown], milliseconds / 1000 + 0.15)


def dead_band(draw: Draw) -> Example:
    """Small changes are ignored."""
    n = draw.one((2, 3, 5, 5, 10, 20, draw.integer(2, 25)))
    p = Sketch()
    is_slid = draw.chance(0.3)
    box = p.add("hsl 0 127" if is_slid else "number")
    both = p.add("t f f", box)
    change = p.add("-", p.out(both, 1))
    gate = p.add("spigot", both, p.into(1, p.add(f"> {n}", p.add("abs", change))))
    ends, holds, watch = ended(draw, p, [gate], (50, 50 + n + 2))
    p.connect(gate, change, 1)
    slots: Slots = {**ends, "xs": SLID if is_slid else STREAM, "n": str(n)}
    clauses: tuple[str, ...] = (
        "~pass a number of {xs} on only if it differs by more than {n} from the last one that was passed{out}", "~ignore changes of {n} or less in {xs}{out}", "~let {xs} through only when they have changed by more than {n}{out}", "~ignore small changes of {xs}, up to {n}{out}", "{take} {xs} and ~drop every value within {n} of the last one that came through{out}",
        "~filter jitter out of {xs}: only steps larger than {n} come through{out}", "~apply a dead band of {n} to {xs}{out}",
    )  # fmt: skip
    clauses = tuple(text.replace("when they have", "when it has") for text in clauses) if is_slid else clauses
    asks = ("my sensor trembles: only pass {xs} if the change is more than {n}{tail}", "dead band of {n} for {xs}{tail}", "ignore {xs} unless the change is greater than {n}{tail}", "only real movements of more than {n}, {xs}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, 50, 50 + n, 50 + n + 2, 50 + n + 3), watch)


def every_nth(draw: Draw) -> Example:
    """Only every nth number comes through."""
    n = draw.one((2, 3, 4, 5))
    p = Sketch()
    box = p.add("number")
    order = p.add("t f b", box)
    store = p.add("f 0", p.out(order, 1))
    plus = p.add("+ 1", store)
    around = p.add(f"mod {n}", plus)
    gate = p.add("spigot", order, p.into(1, p.add("== 0", around)))
    given = [draw.integer(1, 99) for _ in range(2 * n)]
    ends, holds, watch = ended(draw, p, [gate], [given[n - 1], given[2 * n - 1]])
    p.connect(around, store, 1)
    slots: Slots = {**ends, "xs": STREAM, "nth": (f"every {NTH[n]} number", f"every {NTH[n]} one", f"each {NTH[n]} number") if n > 2 else ("every second number", "every other number", "each second number"), "n": str(n)}
    clauses = ("~let only {nth} of {xs} through{out}", "~pass on {nth} of {xs} and ~ignore the others{out}", "{take} {xs} and ~output only {nth}{out}", "~thin out {xs}, keeping {nth}{out}", "~drop all of {xs} except {nth}{out}", "~count {xs} and ~pass on {nth}{out}", "~keep {nth} of {xs}{out}")
    asks = ("only {nth} of {xs}{tail}", "{nth} of {xs} should come through{tail}", "i get too many values, keep {nth}, {xs}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *given), watch)


SCALES: dict[str, tuple[int, ...]] = {
    "C major": (0, 2, 4, 5, 7, 9, 11), "A minor": (0, 2, 4, 5, 7, 9, 11), "C minor": (0, 2, 3, 5, 7, 8, 10), "C major pentatonic": (0, 2, 4, 7, 9), "C minor pentatonic": (0, 3, 5, 7, 10), "G major": (0, 2, 4, 6, 7, 9, 11),
    "D dorian": (0, 2, 4, 5, 7, 9, 11), "whole-tone": (0, 2, 4, 6, 8, 10), "F major": (0, 2, 4, 5, 7, 9, 10), "C blues": (0, 3, 5, 6, 7, 10),
}  # fmt: skip


def to_scale(draw: Draw) -> Example:
    """A MIDI note goes down to the next note of a scale."""
    name = draw.one(tuple(SCALES))
    notes = [max(note for note in SCALES[name] if note <= i) for i in range(12)]
    p = Sketch()
    is_slid = draw.chance(0.3)
    box = p.add("hsl 36 96" if is_slid else "number")
    both = p.add("t f f", box)
    octave = p.add("* 12", p.add("div 12", p.out(both, 1)))
    picked = p.add("list store " + " ".join(map(str, notes)), p.add("msg get $1 1", p.add("mod 12", both)))
    result = p.add("+", picked, p.into(1, octave))
    given = [draw.integer(48, 59), draw.integer(60, 83)]
    ends, holds, watch = ended(draw, p, [result], [x // 12 * 12 + notes[x % 12] for x in given])
    slots: Slots = {**ends, "s": (f"the {name} scale", f"a {name} scale" if name[0] != "A" else "the notes of A minor", f"the notes of the {name} scale") if name != "whole-tone" else ("the whole-tone scale on C", "the whole-tone scale"),
                    "x": ("the MIDI notes of a slider from 36 to 96", "a slider from 36 to 96 as a MIDI note") if is_slid else ("a MIDI note", "a MIDI note number", "a MIDI note entered by the user", "a note number from a number box", "an incoming MIDI note", "the note in a number box")}  # fmt: skip
    clauses = ("~quantise {x} to {s}{out}", "~snap {x} down to the nearest note of {s}{out}", "~force {x} into {s}{out}", "{take} {x} and ~replace it by the next lower note of {s} if it does not belong to it{out}", "~round {x} down to {s}{out}", "~correct {x} so that only notes of {s} come out{out}", "~map {x} to {s}{out}", "~quantize {x} to {s}, keeping its octave{out}")
    asks = ("scale quantizer: {x} to {s}{tail}", "only notes of {s} should come out for {x}{tail}", "keep {x} inside {s}{tail}", "no wrong notes! {x} should be pulled into {s}{tail}", "how do I snap {x} to {s}?{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *given), watch)


def to_grid(draw: Draw) -> Example:
    """A number goes up or down to a multiple."""
    n = draw.one((2, 3, 4, 5, 8, 10, 12, 16, 20, 25, 50, 100))
    kind = draw.one(("nearest", "down", "up"))
    inner = {"nearest": f"round($f1 / {n})", "down": f"floor($f1 / {n})", "up": f"ceil($f1 / {n})"}[kind]
    function: Callable[[float], float] = {"nearest": lambda x: math.floor(x / n + 0.5), "down": lambda x: math.floor(x / n), "up": lambda x: math.ceil(x / n)}[kind]
    p = Sketch()
    box = p.add("number")
    given = [n * draw.integer(1, 5) + 0.3 * n, n * draw.integer(6, 9) + 0.8 * n]
    ends, holds, watch = ended(draw, p, [p.add(f"expr {inner} * {n}", box)], [n * function(x) for x in given])
    slots: Slots = {**ends, "x": TYPED, "n": str(n), "m": {"nearest": (f"the nearest multiple of {n}", f"the closest multiple of {n}", f"a grid of {n}", f"steps of {n}"), "down": (f"the next lower multiple of {n}", f"the largest multiple of {n} that is not greater", f"the multiple of {n} below it"), "up": (f"the next higher multiple of {n}", f"the smallest multiple of {n} that is not less", f"the multiple of {n} above it")}[kind]}  # fmt: skip
    verb = {"nearest": "~round", "down": "~round {x} down to", "up": "~round {x} up to"}[kind]
    clauses = (("~round {x} to {m}{out}", "~snap {x} to {m}{out}", "~quantise {x} to {m}{out}", "{take} {x} and ~move it to {m}{out}", "~output {m} for {x}{out}", "~force {x} onto {m}{out}") if kind == "nearest" else
               (verb + " {m}{out}", "{take} {x} and ~output {m}{out}", "{calc} {m} for {x}{out}", "~move {x} " + kind + " to {m}{out}", "~quantise {x} " + kind + " to {m}{out}"))  # fmt: skip
    asks = ("{x} to {m}{tail}", "{m} for {x}{tail}", "i need {x} rounded " + ("" if kind == "nearest" else kind + " ") + "to {m}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *given), watch)


OPS: tuple[tuple[str, Callable[[float, float], float], tuple[str, ...]], ...] = (
    ("*", lambda x, n: x * n, ("~multiply its value by {n}", "~output {n} times its value")), ("+", lambda x, n: x + n, ("~add {n} to its value", "~increase its value by {n}")), ("-", lambda x, n: x - n, ("~subtract {n} from its value", "~decrease its value by {n}")),
    ("/", lambda x, n: x / n, ("~divide its value by {n}",)), ("mod", lambda x, n: x % n, ("~give its value modulo {n}", "~output the remainder of its value divided by {n}")),
)  # fmt: skip


def start_and_step(draw: Draw) -> Example:
    """A slider or two that start at a value, and a calculation."""
    p = Sketch()
    low, high = draw.one(((0, 127), (0, 100), (0, 100), (0, 10), (1, 50), (20, 2000), (0, 1000)))
    body, function, verbs = draw.one(OPS)
    n, start, then = draw.integer(2, 12), draw.integer(low + 1, high - 1), draw.integer(low, high)
    box = p.add(f"hsl {low} {high} init:{start}")
    result = p.add(f"{body} {n}", box)
    ends, holds, watch = last(draw, p, result, function(then, n))
    said = [verb.replace("{n}", str(n)) for verb in verbs]
    slots: Slots = {**ends, "do": said, "s": (f"a slider from {low} to {high}", f"a slider with the range {low} to {high}", f"a slider ({low} to {high})", f"a horizontal slider from {low} to {high}"), "init": (f"that starts at {start}", f"with the initial value {start}", f"set to {start} at the start", f"whose starting value is {start}", f"initialised to {start}", f"that is at {start} when the patch opens"),
                    "bare": tuple(verb.replace("~", "") for verb in said)}  # fmt: skip
    clauses = ("~have {s} {init} and {do}{out}", "{take} {s} {init} and {do}{out}", "~offer {s} {init}, {do}{out}".replace(", {do}", " and {do}"), "~use {s} {init} and {do}{out}", "~let me move {s} {init}, and {do}{out}")
    asks = ("{s} {init}, then {bare}{tail}", "{s} {init}. It should {bare}{tail}", "i have {s} {init} and want to {bare}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, (Feed(20, box, str(then)),), watch)


LIVE: dict[str, tuple[str, Callable[[Sequence[float]], float], tuple[str, ...]]] = {
    "sum": (" + ", sum, ("the sum of {xs}", "the total of {xs}")), "product": (" * ", math.prod, ("the product of {xs}", "{xs} multiplied with one another")), "mean": (" + ", lambda x: sum(x) / len(x), ("the average of {xs}", "the mean of {xs}")),
    "max": ("max", max, ("the largest of {xs}", "the maximum of {xs}")), "min": ("min", min, ("the smallest of {xs}", "the minimum of {xs}")),
}  # fmt: skip


def live_sliders(draw: Draw) -> Example:
    """Three or four sliders combined into one number, kept up to date."""
    name = draw.one(("sum", "mean", "mean", "max", "min"))
    n = draw.one((3, 3, 4))
    joint, function, nouns = LIVE[name]
    high = draw.one((127, 100, 10, 127))
    p = Sketch()
    boxes, sources = labelled(p, ORDINALS[1 : n + 1], f"hsl 0 {high}")
    each = [f"$f{i + 1}" for i in range(n)]
    body = joint.join(each)
    if name in ("max", "min"):
        body = each[-1]
        for one in reversed(each[:-1]):
            body = f"{name}({one}, {body})"
    if name == "mean":
        body = f"({body}) / {n}"
    given = [draw.integer(1, 9) for _ in range(n)]
    ends, holds, watch = last(draw, p, p.add(f"expr {body}", *sources), function(given))
    feeds = tuple(Feed(10 + 20 * i, box, str(x)) for i, (box, x) in enumerate(zip(boxes[::-1], given[::-1], strict=True)))
    number = {3: "three", 4: "four"}[n]
    range_ = (f" from 0 to {high}", f" (0 to {high})", f" with the range 0 to {high}") if high != 127 else ("",)
    xs = tuple(f"{kind}{r}" for kind in (f"{number} sliders", f"the values of {number} sliders", f"{number} sliders") for r in range_)
    slots: Slots = {**ends, "w": nouns, "xs": xs, "wt": tuple(noun.replace("{xs}", "them") for noun in nouns), "live": ("whenever one of them is moved", "live", "continuously", "each time one of them changes", "")}
    clauses = ("{calc} {w}{out}", "~have {xs} and {calc} {wt}{out}", "{take} {xs} and {calc} {wt}{out}", "~show {w}" if watch else "~print {w}", "~update {w} whenever one of them is moved{out}", "~combine {xs} into one number, {wt}{out}", "~keep {w} up to date{out}")
    asks = ("{w}, live{tail}", "{xs}, then {wt}{tail}", "i move {xs} and want {wt}{tail}", "what is {w}?{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, feeds, watch)


def shown_and_said(draw: Draw) -> Example:
    """The value shown, and a word when it is beyond a limit."""
    limit, word = draw.integer(10, 110), draw.one(("alarm", "too high", "warning", "stop", "loud", "limit", "hot", "over"))
    p = Sketch()
    box = p.add("number")
    shown = p.add("number", box)
    p.add("print", p.add(f"msg {word}", p.add("sel 1", p.add(f"> {limit}", box))))
    slots: Slots = {"x": TYPED, "n": str(limit), "w": draw.one((word, f'"{word}"', f"the word {word}" if " " not in word else word)), "above": (f"above {limit}", f"greater than {limit}", f"over {limit}", f"larger than {limit}"), "c": ("", " to the console", " in the console")}
    clauses = ("~show {x} in another number box and {print} {w}{c} if it is {above}", "{take} {x}, ~display it, and {print} {w}{c} when it is {above}", "~display {x} in a second number box and also {print} {w}{c} whenever it is {above}", "{print} {w}{c} when {x} is {above} and always ~show the number in a number box", "~pass {x} to a number box and {print} {w}{c} if it is {above}")
    asks = ("show {x} in a number box, and {w} in the console if it's {above}", "i want to see {x}, and read {w} in the console when it is {above}", "display {x} and print {w} if {above}")
    return example(plainly(draw, slots, clauses, asks), p, all_of(shows(shown, limit + 3), prints_all([word.split()])), fed(box, limit - 3, limit + 3), [shown])


SKILLS: dict[str, Skill] = {
    "one-pole": one_pole, "edge": edge, "two-thresholds": two_thresholds, "speed-limit": speed_limit, "dead-band": dead_band, "every-nth-number": every_nth, "note-to-scale": to_scale, "number-to-grid": to_grid,
    "initial-value-and-step": start_and_step, "live-sliders": live_sliders, "shown-and-warned": shown_and_said,
}
CORE: tuple[str, ...] = ("one-pole", "edge", "two-thresholds", "speed-limit", "initial-value-and-step", "live-sliders")
