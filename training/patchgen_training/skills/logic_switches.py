"""Skills: toggles and gates in company: several switches, arming, muting, freezing, choosing tones and operations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import alike, all_of, bangs, emits, prints_all
from patchgen_training.skills.expect_time import crossings, loud_at, numbers, quiet_at
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import finished, output_words
from patchgen_training.skills.logic_watch import (
    Deed,
    bang,
    gated,
    heard_while,
    loud,
    number,
    tone_words,
    word,
)
from patchgen_training.skills.math_verbs import inflect
from patchgen_training.skills.sketch import Handle, Sketch

NUMBERS = {2: "two", 3: "three", 4: "four"}
VOLUME = (" with a volume slider", ", with volume control", " and ~have a volume slider")


def switches(p: Sketch, count: int) -> tuple[list[Handle], list[Handle]]:
    """Toggles, and sources for one box with an inlet for each, any of which updates it."""
    toggles = [p.add("tgl") for _ in range(count)]
    sources = [toggles[0]]
    for inlet, toggle in enumerate(toggles[1:], 1):
        both = p.add("t b f", toggle)
        sources += [both, p.into(inlet, p.out(both, 1))]  # type: ignore[list-item]
    return toggles, sources


def how_many_on(draw: Draw) -> Example:
    """Counts the toggles that are on, or does something when all are."""
    count = draw.one((2, 3, 3, 4))
    kind = draw.one(("sum", "all", "any", "all")) if count > 2 else draw.one(("sum", "all", "any"))
    p = Sketch()
    toggles, sources = switches(p, count)
    names = [f"$f{i + 1}" for i in range(count)]
    n = (NUMBERS[count], str(count))
    slots = {"n": n, "t": ("toggles", "switches", "toggle boxes", "on/off switches (toggles)")}
    on = tuple(Feed(10 + 20 * i, toggle, "1") for i, toggle in enumerate(toggles))
    if kind == "sum":
        slots2, example = output_words(draw, p, p.add("+" if count == 2 else "expr " + " + ".join(names), *sources), range(1, count + 1))
        clauses: tuple[str, ...] = ("~count how many of {n} {t} are on{out}", "~show how many of {n} {t} are switched on{out}", "~add up {n} {t}{out}", "~tell how many of {n} {t} are active{out}", "~calculate the number of active {t} out of {n}{out}")
        asks: tuple[str, ...] = ("how many of {n} {t} are on{tail}", "{n} {t}, the number of those that are on{tail}")
        return finished(example, asked(draw, {**slots, **slots2}, clauses, ("a count of how many of {n} {t} are on{tail}",), asks), on)
    join = " && " if kind == "all" else " || "
    test = p.add("&&" if count == 2 and kind == "all" else "||" if count == 2 else "expr " + join.join(names), *sources)
    state = ("all of {n} {t} are on", "all {n} {t} are switched on") if kind == "all" else ("any of {n} {t} is on", "at least one of {n} {t} is switched on")
    if count == 2 and kind == "all":
        state = ("both of two {t} are on", "two {t} are both switched on")
    if draw.chance(0.4):
        hertz, tone = tone_words(draw)
        gated(p, hertz, test, False)
        slots |= {"tone": tone, "state": state, "while": ("while", "when", "only when", "as long as")}
        clauses = ("~play {tone} {while} {state}", "~sound {tone} {while} {state}", "~turn on {tone} {while} {state}", "~let {tone} be heard {while} {state}", "~switch {tone} on {while} {state} and off otherwise")
        last = len(toggles) - 1 if kind == "all" else 0
        feeds = tuple(Feed(10, toggle, "1") for toggle in toggles[:last]) + (Feed(100, toggles[last], "1"), Feed(300, toggles[last], "0"))
        return Example(asked(draw, slots, clauses, ("{tone} that sounds {while} {state}",), ("{tone} {while} {state}", "i want {tone} {while} {state}")), p.text(), heard_while(hertz), feeds, seconds=0.4)
    deed = draw.one((bang, word))(draw, p, p.add("sel 1", test))
    slots |= {"do": deed.verbs, "noun": deed.noun, "state": state, "when": ("when", "as soon as", "if", "once")}
    clauses = ("{do} {when} {state}", "~check whether {state} and {do} then", "~watch whether {state} and {do} {when} it is so", "{do} only {when} {state}", "{when} {state}, {do}", "~watch some toggles and {do} {when} {state}")
    feeds = on
    fired = 1 if kind == "all" else count
    return Example(asked(draw, slots, clauses, ("{noun} {when} {state}",), ("{do} {when} {state}", "{noun} {when} {state}")), p.text(), deed.holds(fired), feeds, deed.watch, 0.15)


def armed(draw: Draw) -> Example:
    """A button works only while a toggle is on (or off)."""
    p = Sketch()
    label = draw.one(("arm", "enable", "active", "on", "allow"))
    button, toggle = p.add("bng"), p.add(f'tgl "{label}"')
    gate = p.add("spigot", button, p.into(1, toggle))
    if draw.chance(0.35):
        length = draw.one((100, 150, 200, 300))
        hertz, _ = tone_words(draw)
        level = p.add("line~", p.add(f"msg 1 , 0 {length}", gate))
        loud(p, p.add("*~", p.add(f"osc~ {hertz}"), p.into(1, level)), False)
        verbs = (f"~play a {hertz} Hz beep of {length} ms", f"~sound a short {hertz} Hz tone ({length} ms decay)", f"~trigger a {length} ms beep at {hertz} Hz")
        deed = Deed(verbs, lambda count: all_of(quiet_at(5, 195), loud_at(202, 230)), [], (f"a {length} ms beep at {hertz} Hz",))
        feeds: tuple[Feed, ...] = (Feed(20, button, "bang"), Feed(100, toggle, "1"), Feed(200, button, "bang"))
    else:
        deed = draw.one((bang, word, word, number))(draw, p, gate)
        feeds = (Feed(20, button, "bang"), Feed(100, toggle, "1"), Feed(200, button, "bang"), Feed(220, toggle, "0"), Feed(240, button, "bang"))
    slots = {"do": deed.verbs, "noun": deed.noun, "l": (f"a toggle called {label}", f"the {label} toggle", f"a toggle named {label}"), "click": ("when a button is clicked", "with a button", "on a click", "when i press a button"), "on": ("on", "switched on")}
    clauses = ("{do} {click}, but only while {l} is {on}", "{do} {click} if {l} is {on}", "~let a button {donow} only when {l} is {on}", "{do} {click} unless {l} is off", "~enable a button with {l}: it {does} only when this is {on}", "~use {l} to allow or block a button that {does}")
    slots["donow"] = tuple(verb.replace("~", "") for verb in deed.verbs)
    slots["does"] = tuple(inflect(verb, "third") for verb in deed.verbs)
    asks = ("button: {do}, blocked unless {l} is {on}", "{do} {click}, only if {l} is {on}", "i want a button to {donow} but only while {l} is {on}")
    return Example(asked(draw, slots, clauses, ("a button with {l} to enable it: {noun}",), asks), p.text(), deed.holds(1), feeds, deed.watch, 0.4)


def mute(draw: Draw) -> Example:
    """A steady tone or noise with a mute toggle or button."""
    hertz, tone = tone_words(draw)
    is_noise = draw.chance(0.3)
    volume = draw.chance(0.5)
    p = Sketch()
    source = p.add("noise~" if is_noise else f"osc~ {hertz}")
    toggle = p.add('tgl "mute"')
    shaped = p.add("*~ 1", source, p.into(1, p.add("== 0", toggle)))
    loud(p, shaped, volume)
    slots = {"tone": ("white noise", "noise", "steady white noise") if is_noise else tone, "mute": ("a mute toggle", "a toggle that mutes it", "a mute switch (toggle)", "a toggle labelled mute"), "vol": VOLUME if volume else ""}
    clauses = ("~play {tone} with {mute}{vol}", "~play {tone} that can be muted with a toggle{vol}", "~generate {tone} and ~silence it while a mute toggle is on{vol}", "~let {tone} sound until a mute toggle is switched on{vol}", "~have {tone} with {mute}{vol}", "~mute {tone} with a toggle{vol}")
    asks = ("{tone}, {mute}{vol}", "{tone} always on, toggle to mute it{vol}", "{tone} plus {mute}{vol}")
    holds = all_of(loud_at(20, 95), quiet_at(110, 195), loud_at(210, 295))
    return Example(asked(draw, slots, clauses, ("{tone} with {mute}" + (" and a volume slider" if volume else ""),), asks), p.text(), holds, (Feed(100, toggle, "1"), Feed(200, toggle, "0")), seconds=0.3)


def two_pitches(draw: Draw) -> Example:
    """A toggle, a radio or buttons choose the frequency of a sounding tone."""
    kind = draw.one(("toggle", "radio", "buttons", "messages"))
    count = 2 if kind == "toggle" else draw.one((2, 3, 3, 4))
    xs = draw.some((110, 150, 200, 220, 262, 300, 330, 350, 392, 400, 440, 500, 523, 600, 660, 700, 880, 1000), count)
    volume = draw.chance(0.4)
    p = Sketch()
    if kind in ("toggle", "radio"):
        control = p.add("tgl" if kind == "toggle" else f"hradio {count}")
        select = p.add("sel " + " ".join(map(str, range(count))), control)
        messages = [p.add(f"msg {x}", p.out(select, i) if i else select) for i, x in enumerate(xs)]
        feeds: tuple[Feed, ...] = (Feed(200, control, str(count - 1)),)
    else:
        buttons = [p.add(f'bng "{x}"') if kind == "buttons" else 0 for x in xs]
        messages = [p.add(f"msg {x}", button) if button else p.add(f"msg {x}") for x, button in zip(xs, buttons, strict=True)]
        feeds = (Feed(200, buttons[-1] or messages[-1], "bang"),)
    tone = p.add(f"osc~ {xs[0]}", *messages)
    loud(p, tone, volume)
    listed = ", ".join(map(str, xs[:-1])) + f" and {xs[-1]} Hz"
    slots = {"list": (listed, listed), "by": {"toggle": ("a toggle", "a switch (toggle)"), "radio": ("a radio button", "radio buttons", "a radio"), "buttons": (f"{NUMBERS[count]} buttons", "buttons"), "messages": (f"{NUMBERS[count]} message boxes", "message boxes")}[kind], "tone": ("a sine", "a tone", "an oscillator", "a sine wave"), "vol": VOLUME if volume else ""}
    clauses = ("~switch {tone} between {list} with {by}{vol}", "~play {tone} whose frequency is {list}, chosen with {by}{vol}", "~choose the pitch of {tone} from {list} with {by}{vol}", "~change the frequency of {tone} to {list} with {by}{vol}", "~select {list} for {tone} with {by}{vol}", "~let {by} set {tone} to {list}{vol}")
    asks = ("{tone}, {by} to choose {list}{vol}", "{by} for the frequencies {list} of {tone}{vol}", "{list} on {by}, played by {tone}{vol}")
    holds = all_of(crossings(xs[0], 20, 195, 0.05), crossings(xs[-1], 210, 400, 0.05), loud_at(210, 400))
    return Example(asked(draw, slots, clauses, ("{tone} with {by} for {list}" + (" and a volume slider" if volume else ""),), asks), p.text(), holds, feeds, seconds=0.42)


def freeze(draw: Draw) -> Example:
    """A slider or number is held while a toggle is on."""
    slider = draw.chance(0.7)
    label = draw.one(("hold", "freeze", "lock"))
    p = Sketch()
    box, toggle = p.add("hsl 0 127" if slider else "number"), p.add(f'tgl "{label}"')
    result = p.add("spigot 1", box, p.into(1, p.add("== 0", toggle)))
    slots, example = output_words(draw, p, result, [5, 40])
    slots = {**slots, "x": ("a slider", "the value of a slider", "a fader") if slider else ("a number", "the input", "the number in a number box"), "t": (f"a {label} toggle", f"a toggle named {label}", f"a toggle called {label}"), "v": f"~{label}", "w": label}
    clauses = ("{v} {x} while {t} is on{out}", "~pass {x} but {v} it when {t} is switched on{out}", "~stop {x} from changing the output while {t} is on{out}", "~ignore {x} as long as {t} is on{out}", "~let {x} through unless {t} is on{out}", "~keep the last value of {x} while {t} is on{out}")
    asks = ("{x} with {t} to {w} it{tail}", "{v} {x} with {t}{tail}", "when {t} is on {x} should not change anything{tail}")
    feeds = (Feed(10, box, "5"), Feed(30, toggle, "1"), Feed(50, box, "99"), Feed(70, toggle, "0"), Feed(90, box, "40"))
    return finished(example, asked(draw, slots, clauses, ("{x} with {t} to {w} it{tail}",), asks), feeds)


def once_only(draw: Draw) -> Example:
    """Only the first click passes, until a reset."""
    p = Sketch()
    button, reset = p.add("bng"), p.add('bng "reset"')
    gate = p.add("spigot 1", button, p.into(1, p.add("msg 1", reset)))
    order = p.add("t b b", gate)
    p.connect(p.add("msg 0", p.out(order, 1)), gate, 1)
    deed = draw.one((bang, word, word))(draw, p, order)
    slots = {"do": deed.verbs, "noun": deed.noun}
    clauses = ("{do} only on the first click {c} {reset}", "{do} once and ~ignore further clicks {reset}", "~let only the first click {c} through and {do}, {resets}", "{do} with the first press of a button and ~block all others {reset}", "~react only to the first click {c} and {do}, {resets}")
    slots |= {"c": ("of a button", "on a button"), "reset": ("until a reset button is pressed", "until it is reset with a second button"), "resets": ("until a reset button is pressed", "with a reset button")}
    asks = ("{do} at the first click only, reset button to start over", "only the first click counts: {do}, {resets}", "{noun} just once, {resets}")
    return Example(asked(draw, slots, clauses, ("a button that works only once {reset}: {noun}",), asks), p.text(), deed.holds(2), clicks(button, button, reset, button, button), deed.watch, 0.2)


OPERATIONS: dict[str, tuple[str, str, Callable[[float, float], float]]] = {"add": ("+", "sum", lambda a, b: a + b), "subtract": ("-", "difference", lambda a, b: a - b), "multiply": ("*", "product", lambda a, b: a * b), "divide": ("/", "quotient", lambda a, b: a / b)}


def choose_operation(draw: Draw) -> Example:
    """A toggle or radio chooses what is done with two numbers."""
    names = draw.some(tuple(OPERATIONS), draw.one((2, 2, 4)))
    kind = "tgl" if len(names) == 2 and draw.chance(0.6) else f"hradio {len(names)}"
    p = Sketch()
    one, other, control = p.add('number "first"'), p.add('number "second"'), p.add(kind)
    second, third = p.add("t b f", other), p.add("t b f", control)
    parts = [f"$f1 {OPERATIONS[name][0]} $f2" if name != "divide" else "$f1 / $f2" for name in names]
    body = parts[-1]
    for i in range(len(parts) - 2, -1, -1):
        body = f"if($f3 == {i}, {parts[i]}, {body})"
    result = p.add(f"expr {body}", one, second, p.into(1, p.out(second, 1)), third, p.into(2, p.out(third, 1)))
    shown = p.add("number", result)
    a, b = draw.integer(6, 40), draw.integer(1, 9)
    last = len(names) - 1
    slots = {"by": ("a toggle", "a switch (toggle)") if kind == "tgl" else ("a radio button", "a radio"), "ops": ", ".join(names[:-1]) + f" or {names[-1]}", "nouns": ", ".join(OPERATIONS[n][1] for n in names[:-1]) + f" or {OPERATIONS[names[-1]][1]}", "two": ("two numbers", "two number boxes")}
    clauses = ("~show the {nouns} of {two}, chosen with {by}", "~calculate the {nouns} of {two} depending on {by}", "~choose with {by} whether to {ops} {two}", "~take {two} and ~calculate their {nouns}, selected with {by}", "~switch between {nouns} of {two} with {by}", "~work as a calculator for {two}: {by} selects {nouns}")
    asks = ("{two}, {by} for {nouns}", "calculator with {by} to {ops} {two}")
    feeds = (Feed(5, control, str(last)), Feed(10, other, str(b)), Feed(30, one, str(a)), Feed(50, control, "0"))
    return Example(asked(draw, slots, clauses, ("a calculator for the {nouns} of {two} with {by}",), asks), p.text(), ends(shown, [OPERATIONS[names[last]][2](a, b), OPERATIONS[names[0]][2](a, b)]), feeds, [shown], 0.1)


def ends(box: Handle, wanted: Sequence[float]) -> Holds:
    """The last numbers of a box are these."""
    return lambda seen: alike(numbers(seen, box)[-len(wanted) :], wanted, 1e-3)


TWINS = (("a", "b"), ("a", "b"), ("left", "right"), ("one", "two"), ("play", "stop"), ("record", "play"), ("dry", "wet"), ("day", "night"), ("x", "y"), ("major", "minor"), ("slow", "fast"), ("red", "green"), ("loop", "single"))


def exclusive(draw: Draw) -> Example:
    """Two toggles, never both on; or a toggle that shows the opposite of another."""
    opposite = draw.chance(0.5)
    p = Sketch()
    a, b = draw.one(TWINS)
    one = p.add(f'tgl "{a}"')
    if opposite:
        two = p.add(f'tgl "{b}"', p.add("== 0", one))
        clauses: tuple[str, ...] = ("~show the opposite of a toggle {a} on a second one, {b}", "~switch a second toggle {b} off when the first, {a}, is on and on when it is off", "~have two toggles {a} and {b} of which the second is always the opposite of the first", "~invert a toggle {a}, shown on another toggle {b}", "~make toggle {b} the inverse of toggle {a}", "~turn toggle {b} on when toggle {a} is off and the other way round")
        asks: tuple[str, ...] = ("two toggles, {b} is always the opposite of {a}", "when toggle {a} is on, toggle {b} should be off, and vice versa")
        return Example(asked(draw, {"a": a, "b": b}, clauses, ("two toggles {a} and {b} that are always opposite", "a toggle {a} and its inverse {b}"), asks), p.text(), emits(two, [0, 1]), (Feed(10, one, "1"), Feed(30, one, "0")), [two])
    two = p.add(f'tgl "{b}"')
    p.connect(p.add("msg 0", p.add("sel 1", one)), two)
    p.connect(p.add("msg 0", p.add("sel 1", two)), one)
    clauses = ("~have two toggles {a} and {b} of which only one can be on", "~switch toggle {a} off when toggle {b} goes on, and the other way round", "~make two toggles {a} and {b} mutually exclusive", "~let only one of two toggles ({a}, {b}) be on at a time", "~turn off one of the toggles {a} and {b} when the other is switched on", "~keep two toggles {a} and {b} from being on at the same time")
    asks = ("two toggles {a} and {b}, never both on", "only one of the two toggles {a} and {b} may be on", "toggle {a} turns off toggle {b} and vice versa")
    return Example(asked(draw, {"a": a, "b": b}, clauses, ("two mutually exclusive toggles, {a} and {b}", "two toggles {a} and {b} where switching one on turns the other off"), asks), p.text(), all_of(emits(one, [1, 0]), emits(two, [0, 1])), (Feed(10, one, "1"), Feed(30, two, "1")), [one, two])


PLACES = (("left", "right"), ("a", "b"), ("first", "second"), ("one", "two"), ("up", "down"), ("main", "monitor"), ("dry", "wet"), ("top", "bottom"), ("in", "out"), ("x", "y"), ("live", "preview"))


def send_either_way(draw: Draw) -> Example:
    """A toggle sends clicks or numbers to one of two places."""
    one, other = draw.one(PLACES)
    is_click = draw.chance(0.45)
    p = Sketch()
    source = p.add("bng" if is_click else "number")
    toggle = p.add("tgl")
    left = p.add("spigot 1", source, p.into(1, p.add("== 0", toggle)))
    right = p.add("spigot", source, p.into(1, toggle))
    kind = "bng" if is_click else "number"
    ends_ = [p.add(f'{kind} "{one}"', left), p.add(f'{kind} "{other}"', right)]
    slots = {"x": ("the bang of a button", "a bang", "each click on a button") if is_click else ("a number", "the number in a number box", "an incoming number"), "box": "button" if is_click else "number box", "one": one, "other": other, "t": ("a toggle", "a toggle switch", "a switch (toggle)")}
    clauses = ("~send {x} to the {box} {one} or {other}, depending on {t}", "~route {x} to one of two places, {one} or {other}, with {t}", "~switch {x} between two outputs, {one} and {other}, with {t}", "~pass {x} to {one} when {t} is off and to {other} when it is on", "~use {t} to choose whether {x} goes to {one} or {other}", "~direct {x} to {one} or {other} with {t}")
    asks = ("{t} decides if {x} goes to {one} or {other}", "{x} to {one} if {t} is off, to {other} if it is on")
    feeds = (Feed(10, source, "bang" if is_click else "7"), Feed(30, toggle, "1"), Feed(50, source, "bang" if is_click else "9"))
    holds = all_of(bangs(ends_[0], 1), bangs(ends_[1], 1)) if is_click else all_of(emits(ends_[0], [7]), emits(ends_[1], [9]))
    return Example(asked(draw, slots, clauses, ("a switch that sends {x} to {one} or {other}",), asks), p.text(), holds, feeds, ends_, 0.1)


def toggle_words(draw: Draw) -> Example:
    """A toggle says words and does something besides: a tone while on, or a metro."""
    on, off = draw.one((("on", "off"), ("start", "stop"), ("open", "closed"), ("go", "halt"), ("playing", "silent"), ("running", "stopped"), ("active", "idle")))
    hertz, tone = tone_words(draw)
    p = Sketch()
    toggle = p.add("tgl")
    select = p.add("sel 1 0", toggle)
    p.add("print", p.add(f"msg {on}", select), p.add(f"msg {off}", p.out(select, 1)))
    gated(p, hertz, toggle, False)
    slots = {"on": on, "off": off, "tone": tone, "t": ("a toggle", "a toggle switch", "an on/off toggle")}
    clauses = ("~switch {tone} on and off with {t} and ~print {on} or {off}", "~play {tone} while {t} is on and ~print {on} and {off} when it changes", "~turn {tone} on with {t}, printing {on} when it starts and {off} when it stops", "~use {t} to start and stop {tone} and ~print {on} or {off} to the console", "~print {on} and ~play {tone} when {t} is switched on, and ~print {off} and ~be silent when it is off")
    asks = ("{t} for {tone}, prints {on} / {off}", "{tone} on {t}, also print {on} and {off}")
    holds = all_of(heard_while(hertz), prints_all([on, off]))
    return Example(asked(draw, slots, clauses, ("{t} that plays {tone} and prints {on} or {off}",), asks), p.text(), holds, (Feed(100, toggle, "1"), Feed(300, toggle, "0")), seconds=0.4)


SKILLS: dict[str, Skill] = {
    "how-many-on": how_many_on,
    "armed-button": armed,
    "mute": mute,
    "choose-pitch": two_pitches,
    "freeze": freeze,
    "once-only": once_only,
    "choose-operation": choose_operation,
    "exclusive-toggles": exclusive,
    "either-way": send_either_way,
    "toggle-words-tone": toggle_words,
}
