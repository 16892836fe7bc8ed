"""Skills: buttons and toggles in plain words: values in turn, presets for several controls, majority of toggles, counters with a typed limit."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all, shows
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain_words import clicks, ended, example, plainly
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS

POOL = (0, 1, 5, 10, 20, 25, 50, 60, 64, 67, 72, 100, 110, 127, 200, 220, 250, 330, 400, 440, 500, 660, 880, 1000)


def listed(values: Sequence[object], joint: str = "and") -> str:
    """`1, 2 and 3`."""
    texts = [str(value) for value in values]
    return ", ".join(texts[:-1]) + f" {joint} {texts[-1]}"


def flipped(draw: Draw) -> Example:
    """A button goes to and fro between two numbers."""
    a, b = draw.some(POOL, 2)
    p = Sketch()
    button = p.add("bng")
    select = p.add("sel 1 0", p.add("tgl", button))
    ends, holds, watch = ended(draw, p, [p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1))], (a, b, a))
    slots: GrowingSlots = {**ends, "a": str(a), "b": str(b), "click": ("each time a button is clicked", "with every click of a button", "when a button is clicked", "on each click of a button", "whenever a button is pressed")}
    clauses = ("~switch between {a} and {b} {click}{out}", "~alternate between {a} and {b} {click}{out}", "~output {a} at the first click of a button, {b} at the second, {a} at the third and so on{out}", "{click}, ~change from {a} to {b} or back{out}", "~flip between the two numbers {a} and {b} {click}{out}", "~give {a} and {b} in turn {click}{out}",
               "~toggle a value between {a} and {b} {click}{out}", "~have a button that switches to {a}, then to {b}, then to {a} again{out}", "~use one button to go back and forth between {a} and {b}{out}")  # fmt: skip
    asks = ("one button, two values: {a}, then {b}, then {a} again{tail}", "click -> {a}, click -> {b}, click -> {a}{tail}", "a button that flips between {a} and {b}{tail}", "how do i switch between {a} and {b} with the same button?{tail}", "every other click {a}, the others {b}, starting with {a}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(button, button, button), watch)


def cycled(draw: Draw) -> Example:
    """A button goes through three or four numbers and begins again."""
    values = draw.some(POOL, draw.one((3, 3, 4, 5)))
    n = len(values)
    p = Sketch()
    button = p.add("bng")
    store = p.add("f", button)
    p.connect(p.add(f"mod {n}", p.add("+ 1", store)), store, 1)
    select = p.add("sel " + " ".join(map(str, range(n))), store)
    messages = [p.add(f"msg {value}", p.out(select, i) if i else select) for i, value in enumerate(values)]
    ends, holds, watch = ended(draw, p, messages, [*values, values[0]])
    slots: GrowingSlots = {**ends, "v": (listed(values), ", ".join(map(str, values))), "n": NUMBER_WORDS[n], "click": ("each time a button is clicked", "with every click of a button", "when a button is clicked", "on each click of a button", "whenever a button is pressed"), "again": (", then start again", " and begin again after the last one", ", over and over", " in a loop")}
    clauses = ("~go through the values {v} {click}, starting over at the end{out}", "~cycle through {v} {click}{out}", "~output the next one of {v} {click}, in a loop{out}", "{click}, ~give the next of the {n} values {v}, and ~begin again after the last{out}", "~step through the {n} numbers {v} with a button, over and over{out}", "~use a button to cycle through the values {v}{out}",
               "~have one button that gives {v} one after the other and then starts again{out}", "~rotate through {v} with clicks on a button{out}")  # fmt: skip
    asks = ("a button that cycles through {v}{tail}", "click by click: {v}, then from the beginning{tail}", "{n} values in turn with one button: {v}{tail}", "next value at each click: {v} and round again{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(*[button] * (n + 1)), watch)


NAMES = (("freq", "volume"), ("tempo", "volume"), ("cutoff", "resonance"), ("x", "y"), ("attack", "release"), ("red", "blue"), ("pan", "level"), ("rate", "depth"))


def presets(draw: Draw) -> Example:
    """Buttons set two sliders at once."""
    a, b = draw.one(NAMES)
    count = draw.one((2, 2, 3))
    labels = draw.one((("A", "B", "C"), ("soft", "medium", "loud"), ("one", "two", "three"), ("dark", "neutral", "bright")))[:count] if count == 3 else draw.one((("A", "B"), ("soft", "loud"), ("verse", "chorus"), ("dark", "bright"), ("day", "night")))
    kind = draw.one(("hsl 0 127", "hsl 0 127", "number"))
    rows = [(draw.integer(0, 127), draw.integer(0, 127)) for _ in labels]
    p = Sketch()
    buttons = [p.add(f'bng "{label}"') for label in labels]
    firsts: list[Handle] = []
    seconds: list[Handle] = []
    for button, (one, other) in zip(buttons, rows, strict=True):
        order = p.add("t b b", button)
        firsts.append(p.add(f"msg {one}", order))
        seconds.append(p.add(f"msg {other}", p.out(order, 1)))
    left, right = p.add(f'{kind} "{a}"', *firsts), p.add(f'{kind} "{b}"', *seconds)
    what = "sliders" if kind != "number" else "number boxes"
    spoken = "; ".join(f"{label}: {a} {one}, {b} {other}" for label, (one, other) in zip(labels, rows, strict=True))
    slots: GrowingSlots = {"what": what, "n": NUMBER_WORDS[count], "a": a, "b": b, "labels": listed(labels), "p": (spoken, spoken.replace(": ", " = ")), "two": (f"the {what} {a} and {b}", f"two {what} {a} and {b}", f"two {what}, {a} and {b},")}
    slots["two"] = slots["two"][:2]
    clauses = ("~recall {n} presets for {two} with buttons ({p})", "~have {n} preset buttons {labels} that set {two} ({p})", "~set {two} to stored values with the buttons {labels}: {p}", "~use buttons {labels} to recall presets of {two}: {p}", "~have buttons {labels}; each of them sets {two} at once: {p}", "~switch {two} between {n} presets with buttons: {p}")
    asks = ("{n} presets for {two}, one button each: {p}", "preset buttons {labels} for {two}: {p}", "one click should set both {a} and {b}: {p}", "buttons {labels} recall {two}: {p}")
    holds = all_of(emits(left, [one for one, _ in rows]), emits(right, [other for _, other in rows]))
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(*buttons), [left, right])


def named_values(draw: Draw) -> Example:
    """Labelled buttons, each with a number of its own."""
    labels, values = draw.one(((("low", "middle", "high"), (110, 440, 1760)), (("slow", "medium", "fast"), (60, 90, 140)), (("small", "medium", "large"), (10, 50, 100)), (("C", "E", "G"), (60, 64, 67)), (("piano", "mezzo", "forte"), (30, 70, 110)), (("off", "half", "full"), (0, 50, 100)), (("quiet", "loud"), (20, 100)), (("left", "center", "right"), (0, 64, 127)), (("min", "max"), (0, 127))))
    p = Sketch()
    buttons = [p.add(f'bng "{label}"') for label in labels]
    ends, holds, watch = ended(draw, p, [p.add(f"msg {value}", button) for button, value in zip(buttons, values, strict=True)], values)
    pairs = listed([f"{label} for {value}" for label, value in zip(labels, values, strict=True)])
    arrows = ", ".join(f"{label} = {value}" for label, value in zip(labels, values, strict=True))
    slots: GrowingSlots = {**ends, "n": NUMBER_WORDS[len(labels)], "labels": listed(labels), "values": listed(values), "pairs": pairs, "arrows": arrows}
    clauses = ("~have {n} buttons {labels} that output {values}{out}", "~send {values} with {n} buttons labelled {labels}{out}", "~offer {n} buttons, {pairs}{out}".replace(", {pairs}", " ({arrows})"), "~let me choose between {values} with the buttons {labels}{out}", "~output a number of its own for each of the buttons {labels} ({arrows}){out}", "~use the buttons {labels} to choose the values {values}{out}")
    asks = ("{n} buttons: {arrows}{tail}", "buttons {labels}, values {values}{tail}", "a button for each value: {arrows}{tail}", "{labels} buttons that give {values}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(*buttons), watch)


MAJORITY: dict[str, tuple[str, tuple[int, ...], tuple[str, ...]]] = {
    "majority": ("expr $f1 + $f2 + $f3 >= 2", (0, 1, 1), ("at least two of three toggles are on", "the majority of three toggles is on", "two or three of three toggles are on", "most of three toggles are on")),
    "one": ("expr $f1 + $f2 + $f3 == 1", (1, 0, 0), ("exactly one of three toggles is on", "one and only one of three toggles is on", "just one of three toggles is on")),
    "two": ("expr $f1 + $f2 + $f3 == 2", (0, 1, 0), ("exactly two of three toggles are on", "two of three toggles are on, neither more nor less")),
    "odd": ("expr ($f1 + $f2 + $f3) % 2", (1, 0, 1), ("an odd number of three toggles is on", "one or all three of three toggles are on")),
    "none": ("expr $f1 + $f2 + $f3 == 0", (0, 0, 0), ("none of three toggles is on", "all of three toggles are off")),
}


def majority(draw: Draw) -> Example:
    """A condition on three toggles."""
    name = draw.one(tuple(MAJORITY))
    body, values, said = MAJORITY[name]
    p = Sketch()
    toggles = [p.add("tgl") for _ in range(3)]
    sources: list[Handle | Cord] = [toggles[0]]
    for inlet, toggle in enumerate(toggles[1:], 1):
        both = p.add("t b f", toggle)
        sources += [both, p.into(inlet, p.out(both, 1))]
    test = p.add(body, *sources)
    feeds = tuple(Feed(10 + 20 * i, toggle, "1") for i, toggle in enumerate(toggles))
    if name == "none":
        feeds, values = (*feeds, *(Feed(80 + 20 * i, toggle, "0") for i, toggle in enumerate(toggles))), (0, 0, 0, 0, 0, 1)
    if draw.chance(0.45):
        lamp = p.add("tgl", test)
        clauses: tuple[str, ...] = ("~turn another toggle on {while} {t}", "~switch a fourth toggle on {while} {t}", "~show with another toggle {whether} {t}", "~check {whether} {t} and ~show it with another toggle", "~light a fourth toggle if {t}")
        asks: tuple[str, ...] = ("a fourth toggle that is on {while} {t}", "toggle as a lamp: on if {t}", "i want to see on another toggle {whether} {t}")
        return example(plainly(draw, {"t": said}, clauses, asks), p, emits(lamp, values), feeds, [lamp])
    if draw.chance(0.3):
        select = p.add("sel 1 0", test)
        p.add("print", p.add("msg yes", select), p.add("msg no", p.out(select, 1)))
        clauses = ("{print} yes if {t} and no {else}{console}", "~check {whether} {t} and {print} yes or no{console}", "{print} yes{console} {while} {t}, {else} no")
        asks = ("yes or no in the console: {t}?".replace(": {t}?", ", yes if {t}"), "print yes if {t}, no if not")
        return example(plainly(draw, {"t": said}, clauses, asks), p, prints_all(["yes" if value else "no" for value in values]), feeds)
    ends, holds, watch = ended(draw, p, [test], values)
    clauses = ("~check {whether} {t}{out}", "~output 1 if {t} and 0 {else}{out}", "~give 1 {while} {t}, {else} 0{out}", "~test {whether} {t}, as 1 or 0{out}", "~tell {whether} {t} by a 1 or a 0{out}")
    asks = ("1 if {t}, 0 {else}{tail}", "tell me {whether} {t}, as 1 or 0{tail}", "i need to know {whether} {t}{tail}")
    return example(plainly(draw, {**ends, "t": said}, clauses, asks), p, holds, feeds, watch)


def typed_limit(draw: Draw) -> Example:
    """Clicks are counted up to a typed maximum, where they stop or start again; perhaps with a bang at the end."""
    does_stop, has_bang = draw.chance(0.5), draw.chance(0.4)
    p = Sketch()
    button = p.add("bng")
    limit = p.add('number "maximum"')
    store = p.add("f 0", button)
    plus = p.add("+ 1", store)
    after = p.add("min" if does_stop else "mod", plus, p.into(1, limit))
    shown = p.add("number", after)
    n = draw.integer(2, 5)
    values = [min(i + 1, n) if does_stop else (i + 1) % n for i in range(n + 1)]
    checks, watch = [emits(shown, values)], [shown]
    if has_bang:
        test = p.add("==", after, p.into(1, limit)) if does_stop else p.add("== 0", after)
        flash = p.add("bng", p.add("sel 1", test))
        checks.append(bangs(flash, 2 if does_stop else 1))
        watch.append(flash)
    p.connect(after, store, 1)
    slots: GrowingSlots = {"max": ("a maximum entered in a number box", "a maximum that is set in a number box", "a limit typed into the number box maximum", "a maximum from a number box"), "end": (" and ~flash a button there", ", with a bang when the maximum is reached", " and ~send a bang at the maximum") if has_bang and does_stop else (" and ~flash a button each time it starts again", ", with a bang at each new start", " and ~send a bang when it begins again") if has_bang else ""}
    if does_stop:
        clauses: tuple[str, ...] = ("~count clicks on a button up to {max}{end}", "~count the clicks on a button and ~stop at {max}{end}", "~count up with a button, but not beyond {max}{end}", "~increase a number by 1 with each click of a button until {max} is reached{end}", "~have a click counter that stays at {max}{end}")
        asks: tuple[str, ...] = ("count clicks, not beyond {max}", "click counter that stops at {max}", "counter with {max} as the end")
    else:
        clauses = ("~count clicks on a button and ~start again at 0 when {max} is reached{end}", "~count clicks modulo {max}{end}", "~count up with a button and ~go back to 0 at {max}{end}", "~have a cyclic counter for clicks with {max}{end}", "~increase a number by 1 with each click of a button and ~wrap around to 0 at {max}{end}")
        asks = ("click counter that goes back to 0 at {max}", "count clicks in a circle, {max}", "cyclic click counter with {max}")
    asks = asks if not has_bang else tuple(ask_ + "{also}" for ask_ in asks)
    slots["also"] = (", plus a bang when the maximum is reached" if does_stop else ", plus a bang at each new start",)
    return example(plainly(draw, slots, clauses, asks), p, all_of(*checks), (Feed(5, limit, str(n)), *clicks(*[button] * (n + 1), start=20)), watch)


def held_values(draw: Draw) -> Example:
    """A toggle chooses between two number boxes or a number and its calculation."""
    p = Sketch()
    box, toggle = p.add("number"), p.add("tgl")
    n = draw.integer(2, 12)
    body, verb, value = draw.one(((f"* {n}", f"multiply it by {n}", lambda x: x * n), (f"+ {n}", f"add {n} to it", lambda x: x + n), (f"- {n}", f"subtract {n} from it", lambda x: x - n), ("* -1", "turn its sign round", lambda x: -x), (f"/ {n}", f"divide it by {n}", lambda x: x / n)))
    changed = p.add("spigot", box, p.into(1, toggle))
    off = p.add("== 0", toggle)
    plain = p.add("spigot 1", box, p.into(1, off))
    result = p.add(body, changed)
    x = draw.integer(3, 60)
    ends, holds, watch = ended(draw, p, [result, plain], (x, value(x), x))  # type: ignore[no-untyped-call]
    slots: GrowingSlots = {**ends, "do": verb, "x": ("a number", "the number in a number box", "an incoming number", "a number entered by the user"), "on": ("while a toggle is on", "only while a toggle is on", "if a toggle is on")}
    clauses = ("{take} {x} and {v} {on}, {else} ~pass it on as it is{out}", "~pass {x} on as it is, but {v} {on}{out}", "~send {x} through unchanged while a toggle is off and {v} while it is on{out}")
    slots["v"] = "~" + verb
    asks = ("{x} goes through unchanged, but {on} {do}{tail}", "bypass switch: {do} {on}, otherwise leave {x} alone{tail}")
    asks = (asks[0].replace("but {on} {do}", "but {do} {on}"), "a toggle that decides: on, {do}; off, leave it. The input is {x}{tail}".replace("{tail}", ""))
    feeds = (Feed(10, box, str(x)), Feed(30, toggle, "1"), Feed(50, box, str(x)), Feed(70, toggle, "0"), Feed(90, box, str(x)))
    return example(plainly(draw, slots, clauses, asks), p, holds, feeds, watch)


def click_and_show(draw: Draw) -> Example:
    """The last button pressed is shown as a number."""
    n = draw.one((2, 3, 4))
    p = Sketch()
    buttons = [p.add("bng") for _ in range(n)]
    shown = p.add("number", *[p.add(f"msg {i + 1}", button) for i, button in enumerate(buttons)])
    slots: GrowingSlots = {"n": NUMBER_WORDS[n], "range": f"1 to {n}"}
    clauses = ("~show which of {n} buttons was clicked last, as a number from {range}", "~have {n} buttons and ~show the number of the one that was pressed last", "~display the number of the last clicked of {n} buttons ({range})", "~tell by a number from {range} which of {n} buttons has been pressed", "~number {n} buttons from {range} and ~show the number of the one I click")
    asks = ("which of {n} buttons did i press last? {range} in a number box", "{n} buttons, and the number of the last one pressed", "show {range} depending on which of {n} buttons is clicked")
    return example(plainly(draw, slots, clauses, asks), p, all_of(emits(shown, range(1, n + 1)), shows(shown, n)), clicks(*buttons), [shown])


SKILLS: dict[str, Skill] = {
    "button-flips": flipped, "button-cycles": cycled, "preset-buttons": presets, "named-values": named_values, "three-toggles": majority, "typed-limit": typed_limit, "toggle-bypass": held_values, "which-button": click_and_show,
}
CORE: tuple[str, ...] = ("button-flips", "button-cycles", "preset-buttons", "named-values", "typed-limit")
