"""Skills: panels of controls: coarse and fine, several sliders set at once, steps by buttons and keys, bars of lights."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.expect_time import crossings
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import finished, output_words
from patchgen_training.skills.logic_watch import loud, value
from patchgen_training.skills.sketch import Sketch

NAMES = ("volume", "pitch", "tempo", "cutoff", "pan", "attack", "decay", "gain", "depth", "rate", "mix", "feedback", "brightness", "delay", "resonance", "tune")
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five"}


def listed(items: list[str]) -> str:
    """a, b and c."""
    return ", ".join(items[:-1]) + f" and {items[-1]}" if len(items) > 1 else items[0]


def coarse_and_fine(draw: Draw) -> Example:
    """Two sliders added to one value, which may be the frequency of a tone."""
    high, fine = draw.one(((1000, 10), (1000, 50), (127, 1), (2000, 20), (100, 1), (880, 10)))
    sounds = high >= 880 and draw.chance(0.5)
    p = Sketch()
    one, two = p.add(f'hsl 0 {high} "coarse"' + (" init:440" if sounds else "")), p.add(f'hsl 0 {fine} "fine"' + (" init:0" if sounds else ""))
    both = p.add("t b f", two)
    total = p.add("+", one, both, p.into(1, p.out(both, 1)))
    slots: dict[str, str | tuple[str, ...]] = {"two": (f"a coarse slider (0 to {high}) and a fine slider (0 to {fine})", f"a coarse slider from 0 to {high} and a fine slider from 0 to {fine}", f"two sliders, coarse 0-{high} and fine 0-{fine}")}
    if sounds:
        loud(p, p.add("osc~", total), False)
        clauses: tuple[str, ...] = ("~set the frequency of a sine with {two}", "~tune an oscillator with {two}", "~control the pitch of a tone with {two}", "~play a tone whose frequency in Hz is the sum of {two}", "~use {two} to tune a sine wave")
        asks: tuple[str, ...] = ("sine with {two} for the frequency", "{two} for tuning a tone")
        slots2, example = slots, Example((), p.text(), all_of(crossings(440, 20, 195, 0.05), crossings(500 + fine, 210, 400, 0.05)), seconds=0.42)
        feeds = (Feed(200, one, "500"), Feed(201, two, str(fine)))
        return finished(example, asked(draw, slots2, clauses, ("a sine wave tuned by {two}",), asks), feeds)
    outs, example = output_words(draw, p, total, [fine / 2, high // 2 + fine / 2])
    slots = {**slots, **outs}  # type: ignore[dict-item]
    clauses = ("~set a number with {two}{out}", "~add {two} to one value{out}", "~combine {two} into one number{out}", "~adjust a value with {two}{out}", "~use {two} for one parameter{out}", "~have {two} and ~calculate their sum{out}")
    asks = ("{two} for one value{tail}", "coarse and fine control: {two}{tail}")
    return finished(example, asked(draw, slots, clauses, ("a fine tuned value from {two}{tail}",), asks), (Feed(10, two, f"{fine / 2:g}"), Feed(30, one, str(high // 2))))


def all_at_once(draw: Draw) -> Example:
    """Buttons set several sliders or number boxes at once: presets, a reset."""
    names = draw.some(NAMES, draw.one((2, 2, 3)))
    presets = draw.one((1, 1, 2, 2, 3))
    sliders = draw.chance(0.7)
    p = Sketch()
    labels = ["reset"] if presets == 1 else [str(i + 1) for i in range(presets)]
    buttons = [p.add(f'bng "{label}"') for label in labels]
    table = [[0 if presets == 1 and draw.chance(0.6) else draw.integer(1, 127) for _ in names] for _ in buttons]
    if presets == 1 and 0 in table[0]:
        table = [[0] * len(names)]
    boxes = []
    for column, name in enumerate(names):
        messages = [p.add(f"msg {row[column]}", button) for row, button in zip(table, buttons, strict=True)]
        boxes.append(p.add(f'hsl 0 127 "{name}"' if sliders else f'number "{name}"', *messages))
    kind = "sliders" if sliders else "number boxes"
    slots: dict[str, str | tuple[str, ...]] = {"boxes": (f"{COUNTS[len(names)]} {kind} ({listed(names)})", f"the {kind} {listed(names)}", f"{kind} for {listed(names)}")}
    if presets == 1:
        target = "0" if not any(table[0]) else ", ".join(map(str, table[0][:-1])) + f" and {table[0][-1]}"
        slots |= {"to": f"to {target}", "button": ("a reset button", "one button", "a button", "a single button")}
        clauses: tuple[str, ...] = ("~set {boxes} {to} with {button}", "~reset {boxes} {to} at once with {button}", "~put {boxes} back {to} when a button is clicked", "~have {boxes} and {button} that sets all {to}", "~return {boxes} {to} with {button}")
        asks: tuple[str, ...] = ("{boxes}, {button} sets them {to}", "{button} to reset {boxes} {to}")
    else:
        rows = "; ".join(f"{label}: {' '.join(map(str, row))}" for label, row in zip(labels, table, strict=True))
        slots |= {"rows": rows, "n": COUNTS[presets]}
        clauses = ("~recall {n} presets for {boxes} with buttons ({rows})", "~have {n} preset buttons for {boxes}: {rows}", "~set {boxes} from {n} presets, {rows}", "~switch {boxes} between {n} presets ({rows})", "~store the presets {rows} for {boxes} on {n} buttons")
        asks = ("presets for {boxes}: {rows}", "{n} preset buttons, {boxes}, {rows}")
    holds = all_of(*(emits(box, [row[column] for row in table]) for column, box in enumerate(boxes)))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, clicks(*buttons), boxes, 0.12)


def named_prints(draw: Draw) -> Example:
    """Several labelled controls, each printed under its name."""
    names = draw.some(NAMES, draw.one((2, 3, 3, 4)))
    kind, word = draw.one((("hsl 0 127", "sliders"), ("number", "number boxes"), ("tgl", "toggles"), ("vsl 0 127", "vertical sliders"), ("hsl 0 1", "sliders from 0 to 1")))
    p = Sketch()
    boxes = [p.add(f'{kind} "{name}"') for name in names]
    for name, box in zip(names, boxes, strict=True):
        p.add(f"print {name}", box)
    n = COUNTS[len(names)]
    slots = {"boxes": (f"{n} {word} named {listed(names)}", f"{n} {word} for {listed(names)}", f"{n} {word} labelled {listed(names)}"), "name": ("with its name", "under its name", "with the name in front", "labelled with its name")}
    clauses = ("~have {boxes} and ~print each value {name}", "~print the values of {boxes}, each {name}", "~show {boxes} in the console, each {name}", "~use {boxes} and ~post every change {name}", "~work as a control panel with {boxes} that prints each one {name}")
    asks = ("{boxes}, printed {name}", "a panel: {boxes}, print each {name}")
    feeds = tuple(Feed(10 + 20 * i, box, "1") for i, box in enumerate(boxes))
    return Example(asked(draw, slots, clauses, ("a control panel with {boxes}, each printed {name}",), asks), p.text(), prints_all([1] * len(boxes)), feeds, seconds=0.15)


def stepped_slider(draw: Draw) -> Example:
    """Buttons or keys move a slider or number by steps."""
    by = draw.one((1, 5, 10, 10, 12, 20))
    by_key = draw.chance(0.35)
    slider = draw.chance(0.7)
    p = Sketch()
    if by_key:
        up_key, down_key = draw.one((("w", "s"), ("u", "d"), ("a", "z"), ("p", "m"), ("k", "j")))
        key = p.add("key")
        select = p.add(f"sel {ord(up_key)} {ord(down_key)}", key)
        up, down = p.add(f"msg {by}", select), p.add(f"msg -{by}", p.out(select, 1))
        how: tuple[str, ...] = (f"the keys {up_key} (up) and {down_key} (down)", f"{up_key} and {down_key} on the computer keyboard", f"key {up_key} for up and key {down_key} for down")
        feeds: tuple[Feed, ...] = (Feed(10, key, str(ord(up_key))), Feed(30, key, str(ord(up_key))), Feed(50, key, str(ord(down_key))))
    else:
        one, two = p.add('bng "up"'), p.add('bng "down"')
        up, down = p.add(f"msg {by}", one), p.add(f"msg -{by}", two)
        how = ("an up and a down button", "two buttons for up and down", "plus and minus buttons", "buttons for up and down")
        feeds = clicks(one, one, two)
    plus = p.add("+ 0", up, down)
    clip = p.add("clip 0 127", plus) if slider else plus
    shown = p.add("hsl 0 127" if slider else "number", clip)
    p.connect(shown, plus, 1)
    slots = {"x": ("a slider", "a slider from 0 to 127", "the value of a slider") if slider else ("a number box", "the number in a number box", "a number"), "by": str(by), "how": how}
    clauses = ("~move {x} in steps of {by} with {how}", "~change {x} by {by} with {how}", "~step {x} up and down by {by} with {how}", "~raise and ~lower {x} by {by} with {how}", "~use {how} to move {x} by {by}", "~nudge {x} by {by} with {how}")
    asks = ("{x}, {how} move it by {by}", "{how} for {x}, steps of {by}", "i want to change {x} by {by} with {how}")
    return Example(asked(draw, slots, clauses, ("{x} with {how}, steps of {by}",), asks), p.text(), emits(shown, [by, 2 * by, by]), feeds, [shown], 0.12)


def lights(draw: Draw) -> Example:
    """A row of toggles as a level meter for a number."""
    count = draw.one((3, 4, 4, 5))
    p = Sketch()
    x = value(draw, p)
    span = x.high - x.low
    step = max(1, span // (count + 1))
    limits = [x.low + step * (i + 1) for i in range(count)]
    toggles = [p.add(f'tgl "{limit}"', p.add(f"> {limit}", x.box)) for limit in limits]
    slots = {"x": x.words, "n": (COUNTS[count], str(count)), "limits": listed([str(limit) for limit in limits]), "t": ("toggles", "toggles as lights", "lights (toggles)")}
    clauses = ("~show {x} on a row of {n} {t} that go on above {limits}", "~display {x} as a bar of {n} {t} with the thresholds {limits}", "~light {n} {t} one after the other as {x} goes above {limits}", "~turn on one more of {n} {t} for each of the limits {limits} that {x} exceeds", "~work as a level meter for {x} with {n} {t}, thresholds {limits}")
    asks = ("{n} {t} for {x}, on above {limits}", "bar graph of {x} with {n} {t}: {limits}")
    feed = limits[1] + 1
    holds = all_of(*(emits(box, [float(feed > limit)]) for box, limit in zip(toggles, limits, strict=True)))
    return Example(asked(draw, slots, clauses, ("a level display for {x} with {n} {t} at {limits}",), asks), p.text(), holds, (Feed(10, x.box, str(feed)),), toggles, 0.1)


def ranged_slider(draw: Draw) -> Example:
    """A radio or toggle multiplies the value of a slider."""
    count = draw.one((2, 3, 3))
    factors = [1, 10, 100][:count] if draw.chance(0.6) else sorted(draw.some([1, 2, 3, 4, 5, 8, 10, 16, 50, 100], count))
    toggle = count == 2 and draw.chance(0.6)
    p = Sketch()
    slider = p.add("hsl 0 127" if draw.chance(0.5) else "hsl 0 1")
    top = 127 if "127" in p.lines[0] else 1
    radio = p.add('tgl "range"' if toggle else f'hradio {count} "range"')
    select = p.add("sel " + " ".join(map(str, range(count))), radio)
    messages = [p.add(f"msg {factor}", p.out(select, i) if i else select) for i, factor in enumerate(factors)]
    both = p.add("t b f", *messages)
    slots, example = output_words(draw, p, p.add(f"* {factors[0]}", slider, both, p.into(1, p.out(both, 1))), [float(top * factors[0]), float(top * factors[-1])])
    slots = {**slots, "s": f"a slider from 0 to {top}", "f": listed([str(factor) for factor in factors]), "by": ("a toggle", "a switch (toggle)") if toggle else ("a radio button", "a radio")}
    clauses = ("~multiply {s} by {f}, chosen with {by}{out}", "~scale {s} by a factor of {f}, selected with {by}{out}", "~switch the range of {s} with {by} to the factors {f}{out}", "~use {by} to choose the factor {f} for {s}{out}", "~have {s} and {by} for the multipliers {f}{out}")
    asks = ("{s} times {f}, {by} selects{tail}", "{by} for the range of {s}: factor {f}{tail}")
    return finished(example, asked(draw, slots, clauses, ("{s} with {by} for the factors {f}{tail}",), asks), (Feed(10, slider, str(top)), Feed(30, radio, str(count - 1))))


SKILLS: dict[str, Skill] = {
    "coarse-and-fine": coarse_and_fine,
    "all-at-once": all_at_once,
    "named-prints": named_prints,
    "stepped-slider": stepped_slider,
    "row-of-lights": lights,
    "ranged-slider": ranged_slider,
}
