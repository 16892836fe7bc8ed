"""Skills: sliders, radios, toggles and number boxes: ranges, scaling, values, links, resets."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.plain2_words import labelled
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import ORDINALS

SLIDERS = (("hsl", ("a slider", "a slider", "a horizontal slider")), ("hsl", ("a slider", "a slider")), ("vsl", ("a vertical slider",)))
RANGES = ((0, 127), (0, 1), (0, 100), (0, 10), (1, 10), (-1, 1), (-100, 100), (20, 20000), (50, 500), (100, 1000), (0, 1000), (-12, 12), (40, 240), (60, 72), (0, 255), (5, 50),
          (200, 800), (-10, 10), (0, 5), (1, 100), (-64, 63), (30, 300), (0, 50))


def some_range(draw: Draw) -> tuple[int, int]:
    """A usual range, or any."""
    if draw.chance(0.7):
        return draw.one(RANGES)
    low = draw.integer(-50, 200)
    return low, low + draw.integer(2, 500)


def ranged(low: float, high: float) -> tuple[str, ...]:
    """A range in words."""
    return (f"from {low:g} to {high:g}", f"between {low:g} and {high:g}", f"with a range of {low:g} to {high:g}", f"ranging from {low:g} to {high:g}", f"({low:g} to {high:g})",
            f"with range {low:g}-{high:g}" if low >= 0 else f"in the range of {low:g} to {high:g}")


def simple_slider(draw: Draw) -> Example:
    """A slider with a range and an output."""
    low, high = some_range(draw)
    kind, words = draw.one(SLIDERS)
    p = Sketch()
    box = p.add(f"{kind} {low} {high}")
    x = draw.number(low, high, 1 if high - low > 5 else 0.5)
    slots, example = output_words(draw, p, box, [x])
    slots = {**slots, "slider": words, "range": ranged(low, high)}
    clauses = ("~have {slider} {range}{out}", "~offer {slider} {range}{out}", "~read {slider} {range}{out}", "~use {slider} to choose a number {range}{out}", "~provide {slider} {range}{out}",
               "~set a number {range} with {slider}{out}")
    things = ("{slider} {range}{tail}", "{slider} {range}{tail}")
    return finished(example, worded(draw, slots, clauses, things, ("{slider} {range}{tail}", "just {slider} {range}{tail}")), fed(box, x))


def linear(low: float, high: float, to_low: float, to_high: float) -> str:
    """The box that brings a number from one range to another."""
    if low == to_low == 0 and 1 in (high, to_high):
        return f"* {to_high}" if high == 1 else f"/ {high}"
    part = f"($f1 - {low}) / ({high} - {low})" if low else "$f1" if high == 1 else f"$f1 / {high}"
    span = f" * ({to_high} - {to_low}) + {to_low}" if to_low else "" if to_high == 1 else f" * {to_high}"
    return f"expr {part}{span}".replace("- -", "+ ").replace("+ -", "- ")


def scale(draw: Draw) -> Example:
    """Maps one range to another."""
    (low, high), (to_low, to_high) = some_range(draw), some_range(draw)
    if (low, high) == (to_low, to_high):
        to_low, to_high = to_low + 10, to_high + 20
    is_midi = draw.chance(0.4)
    if is_midi:
        low, high = 0, 127
    if draw.chance(0.25):
        to_low, to_high = draw.one(((0, 1), (1, 0), (100, 0), (127, 0), (1000, 100)))
    from_slider = draw.chance(0.6)
    p = Sketch()
    kind, words = draw.one(SLIDERS) if from_slider else ("number", ("a number", "an input number", "a number box", "incoming numbers"))
    box = p.add(f"{kind} {low} {high}" if from_slider else "number")
    body = linear(low, high, to_low, to_high)
    x = draw.integer(low, high)
    slots, example = output_words(draw, p, p.add(body, box), [(x - low) / (high - low) * (to_high - to_low) + to_low])
    start = (f"{low} to {high}", f"{low}-{high}" if low >= 0 else f"{low}..{high}", f"{low} to {high}")
    end = (f"{to_low} to {to_high}", f"{to_low}-{to_high}" if to_low >= 0 else f"{to_low}..{to_high}",
           f"{to_low} to {to_high}")
    slots = {**slots, "x": words, "from": start, "to": end, "map": ("~map", "~scale", "~convert", "~rescale", "~map", "~transform")}
    clauses = ("{map} {x} from the range {from} to the range {to}{out}", "{map} {x} from {from} to {to}{out}", "{map} {x} with a range of {from} to {to}{out}",
               "~take {x} ({from}) and {map} it to {to}{out}", "{map} the range {from} of {x} to {to}{out}", "~turn {x} between {from} into values between {to}{out}".replace("between {from}", "of {from}").replace("between {to}", "of {to}"))
    things = ("{x} ({from}) scaled to {to}{tail}", "a range mapping of {x} from {from} to {to}{tail}")
    asks = ("scale {x} {from} to {to}{tail}", "{x} goes {from} but i need {to}{tail}", "{from} into {to}, {x}{tail}")
    return finished(example, worded(draw, slots, clauses, things, asks), fed(box, x))


def invert(draw: Draw) -> Example:
    """A slider upside down."""
    high = draw.one((1, 10, 100, 127, 127, 255, 1000))
    kind, words = draw.one(SLIDERS)
    p = Sketch()
    box = p.add(f"{kind} 0 {high}")
    x = draw.number(0, high, 0.25 if high == 1 else 1)
    slots, example = output_words(draw, p, p.add(f"expr {high} - $f1", box), [high - x])
    slots = {**slots, "slider": words, "range": ranged(0, high), "high": str(high)}
    clauses = ("~invert the values of {slider} {range}{out}", "~reverse {slider} {range} so that 0 gives {high} and {high} gives 0{out}", "~flip the direction of {slider} {range}{out}",
               "~turn the values of {slider} {range} upside down{out}", "~output the inverted value of {slider} {range}{out}", "~take {slider} {range} and ~invert it{out}")
    return finished(example, worded(draw, slots, clauses, ("an inverted slider {range}{tail}" if kind == "hsl" else "an inverted vertical slider {range}{tail}",), ("invert {slider} {range}{tail}",)), fed(box, x))


def whole_numbers(draw: Draw) -> Example:
    """A slider that gives whole numbers only."""
    low, high = draw.one(((0, 10), (0, 127), (1, 8), (0, 100), (1, 16), (-12, 12), (0, 24), (36, 84)))
    kind, words = draw.one(SLIDERS)
    p = Sketch()
    box = p.add(f"{kind} {low} {high}")
    slots, example = output_words(draw, p, p.add("change", p.add("int", box)), [low + 2, low + 3])
    slots = {**slots, "slider": words, "range": ranged(low, high), "only": ("whole numbers", "integers", "integer values")}
    clauses = ("~output only {only} from {slider} {range}, without repeats{out}", "~turn {slider} {range} into {only} without repeats{out}", "~get {only} from {slider} {range}, each only once when it changes{out}",
               "~read {slider} {range} and ~output {only} only when they change{out}", "~step through {only} with {slider} {range}, without repetitions{out}")
    feeds = (Feed(10, box, str(low + 2)), Feed(30, box, f"{low + 2.4:g}" if low >= 0 else str(low + 2)), Feed(50, box, str(low + 3)))
    return finished(example, worded(draw, slots, clauses, ("{slider} {range} for {only} without repeats{tail}",), ("{only} from {slider} {range}, no repeats{tail}",)), feeds)


def toggle_values(draw: Draw) -> Example:
    """A toggle switches between two numbers."""
    off, on = draw.some([*range(0, 128), 220, 440, 880, 300, 500, 1000], 2)
    if draw.chance(0.3):
        off = 0
    p = Sketch()
    toggle = p.add("tgl")
    select = p.add("sel 0 1", toggle)
    result = p.add("f", p.add(f"msg {off}", select), p.add(f"msg {on}", p.out(select, 1)))
    slots, example = output_words(draw, p, result, [float(on), float(off)])
    slots = {**slots, "on": str(on), "off": str(off), "toggle": ("a toggle", "a toggle", "a toggle switch")}
    clauses = ("~output {on} when {toggle} is on and {off} when it is off{out}", "~switch between {off} and {on} with {toggle}{out}", "~use {toggle} to switch between {off} and {on}{out}",
               "~give {off} or {on} depending on {toggle}{out}", "~send {on} if {toggle} is switched on and {off} if it is switched off{out}", "~map the states of {toggle} to {off} and {on}{out}")
    return finished(example, worded(draw, slots, clauses, ("{toggle} that switches between {off} and {on}{tail}",), ("{toggle}: on {on}, off {off}{tail}",)),
                    (Feed(10, toggle, "1"), Feed(30, toggle, "0")))


def radio_values(draw: Draw) -> Example:
    """A radio chooses between numbers."""
    count = draw.integer(2, 6)
    values = draw.some([*range(0, 128), 110, 220, 330, 440, 550, 660, 880, 200, 300, 500, 1000, 250], count)
    vertical = draw.chance(0.25)
    p = Sketch()
    radio = p.add(f"{'vradio' if vertical else 'hradio'} {count}")
    select = p.add("sel " + " ".join(map(str, range(count))), radio)
    result = p.add("f", *(p.add(f"msg {value}", p.out(select, i) if i else select) for i, value in enumerate(values)))
    last = count - 1
    slots, example = output_words(draw, p, result, [float(values[last]), float(values[0])])
    listed = ", ".join(map(str, values[:-1])) + f" and {values[-1]}"
    slots = {**slots, "list": (listed, f"the values {listed}", f"the numbers {listed}"), "radio": ("a vertical radio", "a vertical radio button") if vertical else
             ("a radio button", "radio buttons", "a radio", "a horizontal radio", f"a radio with {count} cells")}
    clauses = ("~choose between {list} with {radio}{out}", "~select one of {list} with {radio}{out}", "~use {radio} to pick one of {list}{out}", "~map {radio} to {list}{out}",
               "~switch between {list} with {radio}{out}", "~output {list} for the cells of {radio}{out}")
    return finished(example, worded(draw, slots, clauses, ("{radio} for {list}{tail}",), ("{radio} to choose {list}{tail}",)), (Feed(10, radio, str(last)), Feed(30, radio, "0")))


def simple_radio(draw: Draw) -> Example:
    """A radio and its number."""
    count = draw.integer(2, 16)
    vertical = draw.chance(0.3)
    p = Sketch()
    radio = p.add(f"{'vradio' if vertical else 'hradio'} {count}")
    slots, example = output_words(draw, p, radio, [float(count - 1)])
    slots = {**slots, "n": str(count), "radio": ("a vertical radio", "a vertical radio button") if vertical else ("a radio button", "a radio", "a horizontal radio", "radio buttons")}
    clauses = ("~have {radio} with {n} cells{out}", "~select a number with {radio} of {n} cells{out}", "~choose one of {n} options with {radio}{out}", "~offer {n} choices on {radio}{out}",
               "~use {radio} with {n} cells to choose a number{out}", "~show which of {n} cells of {radio} is selected{out}")
    return finished(example, worded(draw, slots, clauses, ("{radio} with {n} cells{tail}",), ("{radio}, {n} cells{tail}",)), fed(radio, count - 1))


def linked(draw: Draw) -> Example:
    """One slider moves others."""
    low, high = some_range(draw)
    count = draw.one((1, 1, 2))
    p = Sketch()
    kind, word = draw.one((("hsl", "slider"), ("vsl", "vertical slider")))
    first = p.add(f"{kind} {low} {high}")
    others = [p.add(f"{kind} {low} {high}", first) for _ in range(count)]
    x = draw.integer(low, high)
    slots = {"range": ranged(low, high), "two": f"two {word}s" if count == 1 else f"three {word}s", "other": f"another {word}" if count == 1 else f"two other {word}s", "one": f"one {word}",
             "other_one": "the other" if count == 1 else "the two others"}
    clauses = ("~link {two} {range} so that the first one moves {other_one}", "~control {other} with {one}, {range}", "~move {other} {range} with {one}", "~let {one} {range} control {other} of the same range",
               "~make {other} follow {one} {range}", "~connect {two} {range} so that {other_one} follow the first" if count == 2 else "~connect {two} {range} so that {other_one} follows the first")
    return Example(worded(draw, slots, clauses, ("{two} {range} where the first moves {other_one}",), ("{two} {range}, first one moves {other_one}",)), p.text(), all_of(*(emits(box, [x]) for box in others)),
                   fed(first, x), others)


def mirrored(draw: Draw) -> Example:
    """A number box and a slider show the same value, whichever is moved."""
    low, high = some_range(draw)
    p = Sketch()
    box, slider = p.add("number"), p.add(f"hsl {low} {high}")
    p.connect(p.add("msg set $1", box), slider)
    p.connect(p.add("msg set $1", slider), box)
    x = draw.integer(low, high)
    slots = {"range": ranged(low, high)}
    clauses = ("~keep a slider {range} and a number box in sync", "~link a number box and a slider {range} in both directions", "~show the same value on a slider {range} and a number box, whichever is changed",
               "~synchronize a slider {range} with a number box both ways", "~let a slider {range} and a number box control each other", "~connect a slider {range} and a number box so that each follows the other")
    return Example(worded(draw, slots, clauses, ("a slider {range} and a number box that follow each other",), ("slider {range} and number box in sync",)), p.text(), emits(box, [x]), (Feed(10, box, str(x)),), [box])


def set_slider(draw: Draw) -> Example:
    """Buttons move a slider to given places."""
    low, high = some_range(draw)
    count = draw.one((1, 1, 2, 3))
    values = [draw.integer(low, high) for _ in range(count)]
    if count == 1 and draw.chance(0.5):
        values = [low]
    kind, words = draw.one(SLIDERS)
    p = Sketch()
    buttons = [p.add(f'bng "{value}"' if count > 1 else 'bng "reset"') for value in values]
    slider = p.add(f"{kind} {low} {high}", *(p.add(f"msg {value}", button) for value, button in zip(values, buttons, strict=True)))
    slots, example = output_words(draw, p, slider, [float(value) for value in values])
    listed = ", ".join(map(str, values[:-1])) + f" and {values[-1]}" if count > 1 else str(values[0])
    slots = {**slots, "slider": words, "range": ranged(low, high), "list": listed, "button": ("a reset button", "a button", "a bang button") if count == 1 else (f"{('two', 'three')[count - 2]} buttons", "preset buttons")}
    clauses = (("~set {slider} {range} back to {list} with {button}{out}", "~reset {slider} {range} to {list} with {button}{out}", "~have {slider} {range} and {button} that sets it to {list}{out}",
                "~return {slider} {range} to {list} when {button} is clicked{out}") if count == 1 else
               ("~set {slider} {range} to {list} with {button}{out}", "~move {slider} {range} to {list} with {button}{out}", "~have {slider} {range} with {button} for {list}{out}",
                "~recall the positions {list} of {slider} {range} with {button}{out}"))
    return finished(example, worded(draw, slots, clauses, ("{slider} {range} with {button} for {list}{tail}",), ("{button} to set {slider} {range} to {list}{tail}",)), clicks(*buttons))


def on_off(draw: Draw) -> Example:
    """Two buttons switch a toggle on and off."""
    p = Sketch()
    use_messages = draw.chance(0.3)
    on, off = (p.add("msg 1"), p.add("msg 0")) if use_messages else (p.add('bng "on"'), p.add('bng "off"'))
    toggle = p.add("tgl", *((on, off) if use_messages else (p.add("msg 1", on), p.add("msg 0", off))))
    slots = {"two": ("two message boxes", "the messages 1 and 0") if use_messages else ("two buttons", "an on button and an off button", "separate on and off buttons", "two bangs"), "toggle": ("a toggle", "a toggle box")}
    clauses = ("~switch {toggle} on and off with {two}", "~use {two} to turn {toggle} on and off", "~control {toggle} with {two}, one for on and one for off", "~set {toggle} to on or off with {two}",
               "~turn {toggle} on with one and off with the other of {two}", "~have {toggle} that {two} switch on and off")
    return Example(worded(draw, slots, clauses, ("{toggle} controlled by {two}",), ("{two} for {toggle}, on and off",)), p.text(), emits(toggle, [1, 0]), clicks(on, off), [toggle])


def two_controls(draw: Draw) -> Example:
    """Two sliders as a pair of coordinates."""
    low, high = some_range(draw)
    p = Sketch()
    across, up = p.add(f'hsl {low} {high} "x"'), p.add(f'vsl {low} {high} "y"')
    both = p.add("t b f", up)
    p.add("print", p.add("pack f f", across, both, p.into(1, p.out(both, 1))))
    a, b = draw.integer(low, high), draw.integer(low, high)
    slots = {"range": ranged(low, high), "pair": ("a pair of x and y coordinates", "an x y pair", "x and y coordinates", "a list of x and y")}
    clauses = ("~print {pair} from a horizontal and a vertical slider {range}", "~combine a horizontal x slider and a vertical y slider {range} into {pair} and ~print it", "~use a horizontal slider for x and a vertical slider for y, {range}, and ~print {pair}",
               "~read x and y from two sliders {range} and ~print {pair}", "~work as an xy controller with two sliders {range} and ~print {pair}")
    return Example(worded(draw, slots, clauses, ("an xy controller with a horizontal and a vertical slider {range}, printed as {pair}",), ("x and y sliders {range}, print {pair}",)), p.text(),
                   prints(a, b), (Feed(10, up, str(b)), Feed(30, across, str(a))))


def logarithmic(draw: Draw) -> Example:
    """A slider with a logarithmic scale."""
    low, high = draw.one(((20, 20000), (50, 5000), (100, 10000), (1, 1000), (20, 2000), (10, 1000), (1, 100), (40, 4000)))
    label, words = draw.one((("", ("",)), ("frequency", (" for a frequency", " for frequencies in Hz", " to choose a frequency"))))
    p = Sketch()
    box = p.add(f"hsl {low} {high}" + (f' "{label}"' if label else "") + " log")
    x = draw.integer(low, high)
    slots, example = output_words(draw, p, box, [float(x)])
    slots = {**slots, "range": ranged(low, high), "for": words, "log": ("a logarithmic slider", "a slider with logarithmic scale", "a log slider", "an exponential slider")}
    clauses = ("~have {log} {range}{for}{out}", "~offer {log} {range}{for}{out}", "~use {log} {range}{for}{out}", "~provide {log}{for} {range}{out}", "~read {log} {range}{for}{out}")
    return finished(example, worded(draw, slots, clauses, ("{log} {range}{for}{tail}",), ("{log}{for} {range}{tail}",)), fed(box, x))


def several(draw: Draw) -> Example:
    """The sum or mean of several sliders."""
    count = draw.integer(2, 4)
    high = draw.one((1, 10, 100, 127))
    is_mean = draw.chance(0.5)
    p = Sketch()
    ordinals = ORDINALS[1 : count + 1]
    sliders, sources = labelled(p, ordinals, f"hsl 0 {high}")
    total = " + ".join(f"$f{i + 1}" for i in range(count))
    body = f"expr ({total}) / {count}" if is_mean else (f"expr {total}" if count > 2 else "+")
    xs = [draw.number(0, high, 0.5 if high == 1 else 1) for _ in sliders]
    steps = [sum(xs[i:]) / (count if is_mean else 1) for i in range(count - 1, -1, -1)]
    slots, example = output_words(draw, p, p.add(body, *sources), steps)
    number = ("zero", "one", "two", "three", "four")[count]
    slots = {**slots, "sliders": (f"{number} sliders", f"{count} sliders"), "range": ranged(0, high), "what": ("the average", "the mean") if is_mean else ("the sum", "the total")}
    clauses = ("~calculate {what} of {sliders} {range}{out}", "~compute {what} of the values of {sliders} {range}{out}", "~take {sliders} {range} and ~work out {what}{out}", "~have {sliders} {range} and ~calculate {what}{out}",
               "~output {what} of {sliders} {range}{out}")
    feeds = tuple(Feed(10 + 20 * i, box, draw.text(x)) for i, (box, x) in enumerate(zip(sliders[::-1], xs[::-1], strict=True)))
    return finished(example, worded(draw, slots, clauses, ("{what} of {sliders} {range}{tail}",), ("{what} of {sliders} {range}{tail}",)), feeds)


SKILLS: dict[str, Skill] = {
    "slider": simple_slider,
    "scale-range": scale,
    "invert-slider": invert,
    "whole-numbers": whole_numbers,
    "toggle-values": toggle_values,
    "radio-values": radio_values,
    "radio": simple_radio,
    "linked-sliders": linked,
    "in-sync": mirrored,
    "set-slider": set_slider,
    "on-and-off": on_off,
    "x-and-y": two_controls,
    "logarithmic-slider": logarithmic,
    "several-sliders": several,
}
