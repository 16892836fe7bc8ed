"""Skills: values that are there when a patch opens: number boxes, sliders and toggles with an initial value, messages and prints at load, resets to it."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, emits, prints, prints_all, shows
from patchgen_training.skills.expect_time import PRINTED, numbers
from patchgen_training.skills.plain_words import clicks, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

RANGES = ((0, 127), (0, 127), (0, 100), (0, 1), (0, 10), (20, 2000), (-10, 10), (1, 100), (0, 1000), (100, 1000), (40, 240), (0, 255))
NAMES = ("volume", "frequency", "tempo", "cutoff", "pan", "speed", "level", "pitch", "depth", "amount")


def slider_at(draw: Draw) -> Example:
    """A slider that stands at a value and has sent it."""
    low, high = draw.one(RANGES)
    value = draw.number(low, high, (high - low) / 4 if high - low < 20 else 1)
    text = draw.text(value)
    kind, words = draw.one((("hsl", ("a slider", "a slider", "a horizontal slider")), ("vsl", ("a vertical slider",))))
    name = draw.one(("", "", *NAMES))
    p = Sketch()
    box = p.add(f"{kind} {low} {high}" + (f' "{name}"' if name else "") + f" init:{text}")
    slots, _, watch = ended(draw, p, [box], [value])
    label = (f" labelled {name}", f" called {name}", f" named {name}", f" for {name}") if name else ""
    slots = {**slots, "s": words, "label": label, "v": text, "r": (f"from {low} to {high}", f"between {low} and {high}", f"with the range {low} to {high}", f"({low} to {high})", f"with a minimum of {low} and a maximum of {high}"),
             "at": ("that starts at {v}", "that is set to {v} when the patch opens", "with the initial value {v}", "with {v} as its starting value", "initialized to {v}", "preset to {v}", "whose initial value is {v}", "with a default of {v}", "that stands at {v} from the beginning", "which is at {v} on loading")}
    clauses = ("~have {s}{label} {r} {at}{out}", "~provide {s}{label} {r} {at}{out}", "~use {s}{label} {r} {at}{out}", "~offer {s}{label} {r} {at}{out}", "~set {s}{label} {r} to {v} when the patch is opened{out}".replace("~set", "~start with").replace(" to {v} when the patch is opened", " {at}"), "~show the value of {s}{label} {r} {at}{out}")
    asks = ("{s}{label} {r} {at}{tail}", "i want {s}{label} {r} {at}{tail}", "{s}{label} {r}, and it should already be at {v} when i open the patch{tail}", "{s}{label} {r}, default {v}{tail}")
    return example(plainly(draw, slots, clauses, asks, ("{s}{label} {r} {at}{tail}",)), p, near(watch, value, (high - low) / 100), (), watch)


def near(watch: Sequence[Handle], value: float, margin: float) -> Holds:
    """The value came out at load, as exactly as a slider of some pixels can hold it."""
    def holds(seen: Observation) -> bool:
        found = [number for box in watch or [PRINTED] for number in numbers(seen, box)]
        return bool(found) and all(abs(number - value) <= margin for number in found)
    return holds


def number_at(draw: Draw) -> Example:
    """A number box that is set when the patch opens, perhaps by a button too."""
    value = draw.one((0, 1, 5, 10, 42, 50, 60, 64, 100, 120, 127, 220, 440, 500, 1000, draw.integer(2, 999), 0.5))
    text = draw.text(value)
    has_reset = draw.chance(0.35)
    p = Sketch()
    start = p.add("loadbang")
    reset = p.add('bng "reset"') if has_reset else None
    box = p.add("number", p.add(f"msg {text}", start, *([reset] if reset else [])))
    again = ("", "") if not reset else (" and a reset button that sets it back to {v}", ", with a button that resets it to {v}", ", and again whenever a reset button is clicked", ", with a reset button")
    slots = {"v": text, "reset": again, "n": ("a number box", "a number box", "the number in a number box")}
    clauses = ("~set {n} to {v} {load}{reset}", "~have a number box that starts at {v}{reset}", "~show {v} in a number box {load}{reset}", "~initialize {n} with {v}{reset}", "~send {v} to a number box {load}{reset}", "~have a number box with the initial value {v}{reset}", "~put {v} into a number box {load}{reset}", "{load}, ~set {n} to {v}{reset}",
               "~start with {v} in a number box{reset}", "~use {v} as the default of a number box{reset}")  # fmt: skip
    asks = ("a number box that is {v} when the patch opens{reset}", "number box, initial value {v}{reset}", "my number box should not start at zero but at {v}{reset}".replace("my", "the"), "how do i give a number box a start value of {v}{reset}?", "{v} in a number box {load}{reset}")
    feeds = clicks(reset, start=100) if reset else ()
    return example(plainly(draw, slots, clauses, asks), p, emits(box, [value] * (2 if reset else 1)), feeds, [box])


def toggle_at(draw: Draw) -> Example:
    """A toggle that is on from the start."""
    p = Sketch()
    toggle = p.add("tgl", p.add("msg 1", p.add("loadbang")))
    does = draw.chance(0.5)
    slots: dict[str, tuple[str, ...]] = {"t": ("a toggle", "a toggle", "a toggle box", "a switch (toggle)")}
    if does:
        p.add("print", toggle)
        end, tail = " and ~print its state", ", print its state"
        slots["end"], slots["tail"] = (end, " and ~print its value"), (tail, ", state printed")
    else:
        slots["end"], slots["tail"] = ("", ""), ("", "")
    clauses = ("~turn {t} on {load}{end}", "~have {t} that is on {load}{end}", "~switch {t} on {load}{end}", "~start with {t} switched on{end}", "~set {t} to 1 {load}{end}", "{load}, ~turn {t} on{end}", "~activate {t} {load}{end}")
    asks = ("{t} that is already on {load}{tail}", "{t}, on from the start{tail}", "the toggle should be on when i open the patch{tail}", "switch {t} on {load}{tail}")
    holds = all_of(emits(toggle, [1]), prints(1)) if does else emits(toggle, [1])
    return example(plainly(draw, slots, clauses, asks), p, holds, (), [toggle])


WORDS = ("hello", "ready", "loaded", "welcome", "patch is open", "hello world", "start", "go", "good morning", "here we go", "ok")


def said_at(draw: Draw) -> Example:
    """A word or number goes to the console when the patch opens, or when a button is clicked."""
    text = draw.one((*WORDS, *WORDS, str(draw.integer(1, 999))))
    at_load = draw.chance(0.6)
    p = Sketch()
    start = p.add("loadbang" if at_load else "bng")
    p.add("print", p.add(f"msg {text}", start))
    said = draw.one((text, f'"{text}"', f"'{text}'"))
    slots = {"say": said, "at": ("{load}",) if at_load else ("{click}",)}
    clauses = ("~print {say} {at}", "~print {say} to the console {at}", "~post {say} to the console {at}", "~write {say} to the Pd window {at}", "{at}, ~print {say}", "~send the message {say} to the console {at}", "~show {say} in the console {at}", "~output {say} to a print object {at}", "~say {say} in the console {at}")
    asks = ("print {say} {at}", "i want to see {say} in the console {at}", "{say} in the console {at}", "{at} the console should say {say}")
    wanted = [float(text)] if text.isdigit() else text.split()
    return example(plainly(draw, slots, clauses, asks), p, prints_all([wanted]), () if at_load else clicks(start), (), 0.2)


def sent_at(draw: Draw) -> Example:
    """Two values at load, each to its own labelled box."""
    a, b = draw.some(NAMES, 2)
    x, y = draw.integer(1, 100), draw.integer(1, 127)
    p = Sketch()
    start = p.add("loadbang")
    first = p.add(f'number "{a}"', p.add(f"msg {x}", start))
    second = p.add(f'number "{b}"', p.add(f"msg {y}", start))
    slots = {"a": a, "b": b, "x": str(x), "y": str(y)}
    clauses = ("~set a number box {a} to {x} and a number box {b} to {y} {load}", "~initialize the number boxes {a} and {b} with {x} and {y}", "~have two number boxes, {a} and {b}, that start at {x} and {y}", "{load}, ~send {x} to {a} and {y} to {b}, both number boxes", "~give the number box {a} the initial value {x} and the number box {b} the initial value {y}")
    asks = ("{a} starts at {x}, {b} at {y}, both number boxes", "initial values: {a} {x}, {b} {y}, in number boxes", "number boxes {a} = {x} and {b} = {y} {load}")
    return example(plainly(draw, slots, clauses, asks), p, all_of(shows(first, x), shows(second, y)), (), [first, second])


def slider_plain(draw: Draw) -> Example:
    """A slider with its minimum and maximum, without an initial value."""
    low, high = draw.one(RANGES)
    kind, words = draw.one((("hsl", ("a slider", "a slider", "a horizontal slider")), ("vsl", ("a vertical slider",))))
    p = Sketch()
    box = p.add(f"{kind} {low} {high}")
    x = low + (high - low) / 2
    slots, holds, watch = ended(draw, p, [box], [x])
    slots = {**slots, "s": words, "r": (f"from {low} to {high}", f"between {low} and {high}", f"with the range {low} to {high}", f"that goes from {low} to {high}", f"with a minimum of {low} and a maximum of {high}", f"whose lowest value is {low} and whose highest value is {high}")}
    clauses = ("~have {s} {r}{out}", "~set a number with {s} {r}{out}", "~let the user choose a number with {s} {r}{out}", "~read {s} {r}{out}", "{take} the value of {s} {r}{out}", "~provide {s} {r}{out}")
    asks = ("{s} {r}{tail}", "i want {s} {r}{tail}", "{s}, left end {lo}, right end {hi}{tail}".replace("left end {lo}, right end {hi}", "{r}"))
    return example(plainly(draw, slots, clauses, asks, ("{s} {r}{tail}",)), p, holds, fed(box, x), watch)


SKILLS: dict[str, Skill] = {"slider-starts-at": slider_at, "number-starts-at": number_at, "toggle-starts-on": toggle_at, "print-at-load-or-click": said_at, "two-initial-values": sent_at, "slider-with-range": slider_plain}
CORE: tuple[str, ...] = (
    "slider-starts-at", "number-starts-at", "print-at-load-or-click", "slider-with-range", "gui_mapping/slider",
)
