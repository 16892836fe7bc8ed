"""Skills: gates, switches and logic on toggles, and choices by number."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.sketch import Handle, Sketch


def clicks(*boxes: Handle) -> tuple[Feed, ...]:
    """Bangs to buttons and message boxes, 20 ms apart."""
    return tuple(Feed(10 + 20 * i, box, "bang") for i, box in enumerate(boxes))


def gate(draw: Draw) -> Example:
    """A toggle lets numbers through or blocks them."""
    p = Sketch()
    kind = draw.one(("number", "number", "slider"))
    box = p.add("number" if kind == "number" else "hsl 0 127")
    toggle = p.add("tgl")
    result = p.add("spigot", box, p.into(1, toggle))
    slots, example = output_words(draw, p, result, [7])
    xs = {"number": ("numbers", "a number", "incoming numbers", "the number from a number box"),
          "slider": ("the values of a slider", "a slider", "slider values")}[kind]
    slots = {**slots, "x": xs, "toggle": ("a toggle", "a toggle", "a toggle switch", "an on/off switch"),
             "pass": ("~let {x} through", "~pass {x}", "~let {x} pass"), "on": ("on", "switched on", "active", "enabled")}
    clauses = (
        "{pass} only when {toggle} is {on}{out}", "{pass} while {toggle} is {on}{out}", "~block {x} when {toggle} is off{out}",
        "~use {toggle} as a gate for {x}{out}", "~open and ~close a gate for {x} with {toggle}{out}",
        "~gate {x} with {toggle}{out}", "~stop {x} unless {toggle} is {on}{out}", "~switch {x} on and off with {toggle}{out}",
        "{pass} or ~block it with {toggle}{out}",
    )
    things = ("a gate for {x} with {toggle}{tail}", "{toggle} that opens and closes the way for {x}{tail}")
    asks = ("gate for {x}, {toggle} opens it{tail}", "{x} should only come through if {toggle} is {on}{tail}")
    feeds = (Feed(10, box, "3"), Feed(30, toggle, "1"), Feed(50, box, "7"), Feed(70, toggle, "0"), Feed(90, box, "9"))
    return finished(example, worded(draw, slots, clauses, things, asks), feeds)


TOGGLES = {
    "and": ("&&", None, [0, 0, 1], ("logical AND", "logical and", "AND"), "both toggles are on"),
    "or": ("||", None, [0, 1, 1], ("logical OR", "logical or", "OR"), "at least one toggle is on"),
    "xor": ("!=", None, [0, 1, 0], ("exclusive OR", "XOR", "exclusive or"), "exactly one of the toggles is on"),
    "nand": ("&&", "== 0", [1, 1, 0], ("NAND", "logical NAND"), "the toggles are not both on"),
    "nor": ("||", "== 0", [1, 0, 0], ("NOR", "logical NOR"), "none of the toggles is on"),
}


def toggle_logic(draw: Draw) -> Example:
    """A logical operation on two toggles."""
    body, after, truth, names, state = TOGGLES[draw.one(tuple(TOGGLES))]
    p = Sketch()
    first, second = p.add('tgl "first"'), p.add('tgl "second"')
    both = p.add("t b f", second)
    result = p.add(body, first, both, p.into(1, p.out(both, 1)))
    if after:
        result = p.add(after, result)
    slots, example = output_words(draw, p, result, truth)
    slots = {**slots, "op": names, "state": state, "two": ("two toggles", "two toggles", "two switches", "two toggle boxes")}
    clauses = (
        "~calculate the {op} of {two}{out}", "~combine {two} with {op}{out}", "~perform a {op} operation on {two}{out}",
        "~apply {op} to {two}{out}", "~output 1 if {state}, with two toggles as inputs{out}",
        "~take {two} and ~compute their {op}{out}", "~check with two toggles whether {state}{out}",
        "~implement an {op} gate with {two}{out}",
    )
    things = ("a {op} gate with {two}{tail}", "the {op} of {two}{tail}")
    asks = ("{two}, {op}{tail}", "{op} of {two}{tail}", "tell me if {state} (two toggles){tail}")
    feeds = (Feed(10, second, "0"), Feed(30, second, "1"), Feed(50, first, "1"))
    return finished(example, worded(draw, slots, clauses, things, asks), feeds)


def inverted(draw: Draw) -> Example:
    """1 becomes 0 and 0 becomes 1."""
    p = Sketch()
    kind = draw.one(("toggle", "toggle", "number"))
    box = p.add("tgl" if kind == "toggle" else "number")
    slots, example = output_words(draw, p, p.add("== 0", box), [0, 1])
    xs = {"toggle": ("a toggle", "the state of a toggle", "a toggle's value"), "number": ("a 0 or 1", "a number that is 0 or 1")}[kind]
    slots = {**slots, "x": xs}
    clauses = (
        "~invert {x}{out}", "~negate {x} logically{out}", "~calculate the logical not of {x}{out}",
        "~turn {x} into its opposite, 0 for 1 and 1 for 0{out}", "~apply a logical NOT to {x}{out}",
        "~flip {x} so that 1 becomes 0 and 0 becomes 1{out}", "~take {x} and ~invert it logically{out}",
        "~output the logical inverse of {x}{out}",
    )
    asks = ("not gate for {x}{tail}", "logical not of {x}{tail}", "the opposite of {x}, 0 when 1 and 1 when 0{tail}")
    feeds = (Feed(10, box, "1"), Feed(30, box, "0"))
    return finished(example, worded(draw, slots, clauses, ("a logical inverter for {x}{tail}",), asks), feeds)


def flip_flop(draw: Draw) -> Example:
    """Each click switches between on and off."""
    p = Sketch()
    button = p.add("bng")
    toggle = p.add("tgl", button)
    slots = {"a_button": ("a button", "a bang", "a bang button", "one button"), "toggle": ("a toggle", "a toggle box", "a toggle switch")}
    clauses = (
        "~switch {toggle} on and off with {a_button}", "~flip {toggle} with every click on {a_button}",
        "~use {a_button} to turn {toggle} on and off", "~change the state of {toggle} each time {a_button} is clicked",
        "~alternate between 0 and 1 with {a_button}, shown on {toggle}", "~toggle between on and off {on_click}, shown on {toggle}",
        "~invert {toggle} {on_click}", "~turn {toggle} on with one click on {a_button} and off with the next",
    )
    asks = ("{a_button} that flips {toggle}", "click {a_button}, {toggle} changes")
    return Example(worded(draw, slots, clauses, ("{a_button} that switches {toggle} on and off",), asks), p.text(),
                   emits(toggle, [1, 0, 1]), clicks(button, button, button), [toggle], 0.1)


def switch_of_two(draw: Draw) -> Example:
    """A toggle chooses which of two numbers comes out."""
    p = Sketch()
    first, second = p.add('number "first"'), p.add('number "second"')
    toggle = p.add('tgl "select"')
    left = p.add("spigot 1", first, p.into(1, p.add("== 0", toggle)))
    right = p.add("spigot", second, p.into(1, toggle))
    result = p.add("number", left, right)
    slots = {"two": ("two numbers", "two number boxes", "two inputs", "two sources"), "toggle": ("a toggle", "a toggle switch", "a switch")}
    clauses = (
        "~switch between {two} with {toggle}", "~select one of {two} with {toggle} and ~show it in a number box",
        "~use {toggle} to choose which of {two} is displayed", "~let the first or the second of {two} through, depending on {toggle}",
        "~pass the first number when {toggle} is off and the second number when it is on",
        "~choose between {two} using {toggle} and ~display the chosen one",
        "~have {two} and {toggle} that decides which one goes to the output",
    )
    asks = ("{toggle} to pick one of {two}", "switch between {two}, {toggle} selects")
    feeds = (Feed(5, toggle, "0"), Feed(10, first, "3"), Feed(20, second, "4"), Feed(30, toggle, "1"), Feed(40, first, "5"), Feed(50, second, "6"))
    return Example(worded(draw, slots, clauses, ("an input switch for {two} with {toggle}",), asks), p.text(),
                   emits(result, [3, 6]), feeds, [result], 0.1)


def distribute(draw: Draw) -> Example:
    """A radio chooses where a number goes."""
    n = draw.integer(2, 5)
    p = Sketch()
    box, radio = p.add("number"), p.add(f'hradio {n} "output"')
    route = p.add("route " + " ".join(map(str, range(n))), p.add("list prepend 0", box, p.into(1, radio)))
    outs = [p.add("number", p.out(route, i) if i else route) for i in range(n)]
    words = ("zero", "one", "two", "three", "four", "five")
    slots = {"n": (str(n), words[n]), "radio": ("a radio button", "a radio", "radio buttons"), "boxes": ("number boxes", "outputs", "number boxes")}
    clauses = (
        "~send {a_number} to one of {n} {boxes}, chosen with {radio}", "~route {a_number} to {n} {boxes} selected by {radio}",
        "~choose with {radio} which of {n} {boxes} gets the number", "~distribute {a_number} to {n} {boxes} with {radio} as selector",
        "~use {radio} to select which of {n} {boxes} receives {a_number}", "~switch {a_number} between {n} {boxes} with {radio}",
    )
    asks = ("one number, {n} {boxes}, {radio} picks which", "{radio} to route a number to {n} {boxes}")
    last = n - 1
    feeds = (Feed(10, box, "8"), Feed(30, radio, str(last)), Feed(50, box, "9"))
    return Example(worded(draw, slots, clauses, ("a demultiplexer for {a_number} with {radio} and {n} {boxes}",), asks), p.text(),
                   all_of(emits(outs[0], [8]), emits(outs[last], [9])), feeds, outs, 0.1)


def bang_on_number(draw: Draw) -> Example:
    """A bang for one or several given numbers."""
    chosen = draw.some(list(range(0, 128)), draw.one((1, 1, 1, 2, 3)))
    numbers = sorted(chosen)
    p = Sketch()
    box = p.add("number")
    select = p.add("sel " + " ".join(map(str, numbers)), box)
    flashes = [p.add("bng", p.out(select, i) if i else select) for i in range(len(numbers))]
    said = " and ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
    if len(numbers) == 1:
        slots = {"n": said, "bang": ("~send a bang", "~trigger a bang", "~output a bang", "~flash a bang", "~fire a bang"),
                 "when": ("when", "whenever", "each time", "if")}
        clauses: tuple[str, ...] = (
            "{bang} {when} {a_number} equals {n}", "{bang} {when} {a_number} is {n}", "{bang} {when} the number {n} is entered",
            "{bang} {when} the number {n} comes in", "~detect the number {n} and {bang}", "~wait for the number {n} and then {bang}",
            "~check for the number {n} and {bang} {when} it arrives",
        )
        asks: tuple[str, ...] = ("bang on {n}", "{when} I type {n} it bangs", "a bang only for the number {n}")
        things: tuple[str, ...] = ("a bang for the number {n}", "a detector for the number {n} that bangs")
    else:
        slots = {"n": said, "bang": ("~send a bang", "~trigger a bang", "~output a bang", "~flash a bang")}
        clauses = (
            "~trigger a separate bang for each of the numbers {n}", "~flash a different button for each of the numbers {n}",
            "~trigger different bangs when a number box shows {n}", "~detect the numbers {n} and {bang} for each of them",
            "~have one bang for each of the numbers {n}", "~light up a different bang when the input is {n}",
        )
        asks = ("separate bangs for {n}", "different bangs when the number is {n}")
        things = ("a number box with separate bangs for {n}",)
    holds = all_of(*(bangs(flash, 1) for flash in flashes))
    return Example(worded(draw, slots, clauses, things, asks), p.text(), holds, fed(box, 200, *numbers), flashes, 0.2)


WORDS = ("red", "green", "blue", "low", "middle", "high", "kick", "snare", "hat", "up", "down", "left", "right", "start",
         "stop", "apple", "pear", "cat", "dog", "yes", "no", "hot", "cold", "loud", "quiet", "open", "closed")


def word_for_number(draw: Draw) -> Example:
    """Prints a different word for each number."""
    count = draw.integer(2, 4)
    words = draw.some(WORDS, count)
    first = draw.one((0, 1))
    numbers = list(range(first, first + count))
    p = Sketch()
    kind = "toggle" if (count, first) == (2, 0) and draw.chance(0.6) else "number"
    box = p.add("tgl" if kind == "toggle" else "number")
    numbers = [1, 0] if kind == "toggle" else numbers
    select = p.add("sel " + " ".join(map(str, numbers)), box)
    messages = [p.add(f"msg {word}", p.out(select, i) if i else select) for i, word in enumerate(words)]
    p.add("print", *messages)
    listed = ", ".join(f"{word} for {number}" for word, number in zip(words, numbers, strict=True))
    if kind == "toggle":
        slots = {"on": words[0], "off": words[1]}
        clauses = (
            "~print {on} when a toggle is switched on and {off} when it is switched off",
            "~print {on} or {off} depending on a toggle", "~use a toggle to ~print {on} when on and {off} when off",
            "~post {on} to the console if a toggle is on and {off} if it is off", "~write {off} for 0 and {on} for 1 of a toggle to the console",
            "~print the word {on} if a toggle is 1 and the word {off} if it is 0",
        )
        asks: tuple[str, ...] = ("toggle prints {on} / {off}", "toggle on: print {on}, off: print {off}")
    else:
        slots = {"list": listed, "w": words[-1]}
        clauses = (
            "~print a different word for each number: {list}", "~print {list}", "~map numbers to words and ~print them: {list}",
            "~take a number and ~print {list}", "~select a word by number and ~print it ({list})", "~post {list} to the console, depending on the number",
        )
        asks = ("numbers to words, {list}, printed", "print {list} depending on a number box")
    values = numbers[::-1]
    return Example(worded(draw, slots, clauses, (), asks), p.text(), prints_all(words[::-1]), fed(box, *values))


def sign_words(draw: Draw) -> Example:
    """Says whether a number is below or above a limit, in words."""
    n, low, high = draw.one(((0, "negative", "positive"), (0, "negative", "positive"), (10, "small", "big"), (64, "low", "high"),
                             (50, "low", "high"), (100, "small", "large"), (20, "cold", "warm"), (18, "minor", "adult")))
    p = Sketch()
    box = p.add("number")
    parts = p.add("sel 1 0", p.add(f"< {n}", box))
    p.add("print", p.add(f"msg {low}", parts), p.add(f"msg {high}", p.out(parts, 1)))
    slots = {"n": str(n), "low": low, "high": high}
    clauses = (
        "~print {low} if {a_number} is below {n} and {high} if not", "~print {low} for numbers under {n} and {high} for all others",
        "~check {a_number} and ~print {low} when it is less than {n}, {high} otherwise",
        "~post {low} or {high} to the console, depending on whether {a_number} is below {n}",
        "~take a number and ~print {low} if it is less than {n} and {high} if it is at least {n}",
        "~say {low} below {n} and {high} from {n} up, in the console",
    )
    asks = ("print {low} or {high} for a number, limit {n}", "is it {low} or {high}? print it, the border is {n}")
    return Example(worded(draw, slots, clauses, (), asks), p.text(), prints_all([low, high]), fed(box, n - 2, n + 2))


SKILLS: dict[str, Skill] = {
    "gate": gate,
    "toggle-logic": toggle_logic,
    "logical-not": inverted,
    "flip-flop": flip_flop,
    "switch-of-two": switch_of_two,
    "distribute": distribute,
    "bang-on-number": bang_on_number,
    "word-for-number": word_for_number,
    "low-or-high-word": sign_words,
}
