"""Skills: where a message goes: straight on to a box or the console, by its number or word, to one outlet or the other, by name; fixed values from buttons."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain_words import TYPED, clicks, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

CONTROLS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("number", ("the number in a number box", "a number", "a number entered in a number box", "a number box", "a number entered by the user", "whatever is typed into a number box", "an incoming number"), 42),
    ("hsl 0 127", ("the value of a slider", "a slider", "a slider's value", "the position of a slider", "a horizontal slider"), 64),
    ("vsl 0 127", ("the value of a vertical slider", "a vertical slider", "the position of a vertical slider"), 64),
    ("tgl", ("the state of a toggle", "a toggle", "the value of a toggle", "a toggle switch", "whether a toggle is on (1) or off (0)"), 1),
    ("hradio 8", ("the position of a radio button with 8 cells", "a radio button with 8 options", "which of 8 radio cells is chosen"), 5),
)


def straight(draw: Draw) -> Example:
    """A control goes straight to a number box, to the console, or to both; nothing is done to it."""
    body, words, value = draw.one((CONTROLS[0], *CONTROLS, CONTROLS[1]))
    p = Sketch()
    box = p.add(body)
    to = draw.one(("show", "print", "both"))
    checks: list[Holds] = []
    watch: list[Handle] = []
    if to != "print":
        watch.append(p.add("number", box))
        checks.append(emits(watch[0], [value]))
    if to != "show":
        p.add("print", box)
        checks.append(prints_all([value]))
    where = {"show": ("in a number box", "in another number box" if body == "number" else "in a number box", "with a number box"), "print": ("in the console", "to the console", "in the Pd window"), "both": ("in a number box and in the console",)}[to]
    clauses = {
        "show": ("~show {x} {w}", "~display {x} {w}", "~send {x} to a number box", "{take} {x} and ~show it {w}", "~pass {x} on to a number box", "~output {x} {w}", "~forward {x} unchanged to a number box", "{take} {x} and ~display it unchanged {w}", "~let me see {x} {w}"),
        "print": ("~print {x} {w}", "~print {x}", "~send {x} to the console", "{take} {x} and ~print it {w}", "~print {x} whenever it changes", "~write {x} {w}", "~post {x} {w}", "~print every value of {x}", "{take} {x} and ~print it unchanged"),
        "both": ("~show {x} in a number box and ~print it", "~display {x} in a number box and also ~print it to the console", "{take} {x}, ~show it in a number box and ~print it to the console", "both ~display and ~print {x}", "~print {x} and ~show it in a number box at the same time"),
    }[to]
    asks = {
        "show": ("{x} shown {w}", "i want to see {x} {w}", "connect {x} to a number box", "{x} straight into a number box, nothing in between"),
        "print": ("print {x}", "{x} printed to the console", "i want to see {x} in the console", "connect {x} to print", "how do i print {x}?"),
        "both": ("{x} in a number box and printed", "show AND print {x}", "i want to see {x} in a number box and in the console"),
    }[to]
    return example(plainly(draw, {"x": words, "w": where}, clauses, asks), p, all_of(*checks), fed(box, value), watch)


def sent_by_button(draw: Draw) -> Example:
    """Each button sends its own number."""
    count = draw.one((1, 1, 2, 2, 3))
    values = draw.some([1, 5, 10, 20, 42, 50, 60, 64, 72, 100, 127, 220, 330, 440, 500, 880, 1000, draw.integer(2, 999)], count)
    p = Sketch()
    buttons, messages = [], []
    for value in values:
        buttons.append(p.add("bng" if count == 1 else f'bng "{value}"'))
        messages.append(p.add(f"msg {value}", buttons[-1]))
    slots, holds, watch = ended(draw, p, messages if count == 1 else [p.add("f", *messages)], values)
    texts = [str(value) for value in values]
    own: GrowingSlots = {**slots, "v": texts[0]}
    if count == 1:
        clauses: tuple[str, ...] = ("~send {v} when a button is clicked{out}", "~output the number {v} {click}{out}", "~give {v} at the click of a button{out}", "{click}, ~send the number {v}{out}", "~produce the number {v} {click}{out}", "~have a button that sends {v}{out}", "~use a button to send the value {v}{out}")
        asks: tuple[str, ...] = ("a button that gives {v}{tail}", "{v} {click}{tail}", "click -> {v}{tail}", "when i click i want {v}{tail}")
    else:
        listed = ", ".join(texts[:-1]) + " and " + texts[-1]
        own |= {"list": listed, "n": ("two", "three")[count - 2], "each": " and ".join(f"{a} button sends {v}" for a, v in zip(("one", "another", "a third"), texts, strict=False))}
        clauses = ("~have {n} buttons that send {list}{out}", "~send {list} with {n} buttons{out}", "~use {n} buttons to choose between {list}{out}", "~output {list}, each with a button of its own{out}", "~let {n} buttons send the numbers {list}{out}", "~work as follows: {each}{out}")
        asks = ("{n} buttons for the numbers {list}{tail}", "{each}{tail}", "buttons for {list}{tail}", "i want {n} buttons, one each for {list}{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, clicks(*buttons), watch)


def select(draw: Draw) -> Example:
    """A button flashes for one number, or one button for each of two."""
    numbers = draw.some(range(0, 128), draw.one((1, 1, 2)))
    p = Sketch()
    box = p.add("number")
    parts = p.add("sel " + " ".join(map(str, numbers)), box)
    flashes = [p.add("bng", p.out(parts, i) if i else parts) for i in range(len(numbers))]
    own: GrowingSlots = {"x": TYPED, "n": str(numbers[0]), "m": str(numbers[-1]), "bang": ("~send a bang", "~flash a button", "~trigger a bang", "~output a bang", "~bang", "~light a button"),
                  "is": ("is {n}", "equals {n}", "is equal to {n}", "is exactly {n}", "becomes {n}", "is the number {n}")}
    if len(numbers) == 1:
        clauses: tuple[str, ...] = ("{bang} when {x} {is}", "{take} {x} and {bang} if it {is}", "{bang} only if {x} {is}", "~check {whether} {x} {is} and {bang} if so", "~compare {x} with {n} and {bang} if they are equal", "~wait for the number {n} and {bang} when it comes", "~detect when {x} {is} and {bang}", "{bang} each time {x} {is}")
        asks: tuple[str, ...] = ("bang when {x} {is}", "if {x} {is}, flash a button", "a button that flashes at {n} and only at {n}, {x} as input", "react only to the number {n} of {x}")
    else:
        clauses = ("~flash one button when {x} is {n} and another when it is {m}", "{take} {x} and ~bang one button for {n} and a second button for {m}", "~send a bang to one button if {x} is {n} and to another button if it is {m}", "~have a button that flashes for the number {n} and another that flashes for {m}", "~select between {n} and {m}, with a bang for each")
        asks = ("one button for {n}, another for {m}, {x} as input", "{n} flashes one button, {m} the other", "separate bangs for the numbers {n} and {m}")
    feeds = fed(box, 200, *numbers, 300)
    return example(plainly(draw, own, clauses, asks), p, all_of(*(bangs(flash, 1) for flash in flashes)), feeds, flashes)


def below_or_above(draw: Draw) -> Example:
    """Numbers below a limit go to one box, the others to another; or only one side is wanted."""
    n = draw.integer(2, 120)
    side = draw.one(("both", "both", "low", "high"))
    p = Sketch()
    box = p.add("number")
    parts = p.add(f"moses {n}", box)
    xs = (n - 1, n, n + 7)
    own: GrowingSlots = {"n": str(n), "low": ("below {n}", "less than {n}", "smaller than {n}", "under {n}", "lower than {n}"), "high": ("of {n} or more", "from {n} up", "that are at least {n}", "greater than or equal to {n}", "equal to or above {n}"),
                  "xs": ("numbers", "incoming numbers", "the numbers from a number box", "input numbers", "numbers entered by the user"), "a": ("one number box", "a first number box", "the left number box"), "b": ("another one", "a second number box", "another number box")}
    if side == "both":
        low, high = p.add("number", parts), p.add("number", p.out(parts, 1))
        clauses: tuple[str, ...] = ("~send {xs} {low} to {a} and all others to {b}", "~split {xs} at {n} into two number boxes: smaller ones in {a}, the rest in {b}", "{take} a number and ~send it to {a} if it is {low0} and to {b} {else}", "~route {xs} {low} to {a} and numbers {high} to {b}", "~separate {xs} {low} from those {high}, in two number boxes",
                                    "~show {xs} {low} in {a} and those {high} in {b}", "~sort {xs} into two number boxes, below {n} and from {n} up")  # fmt: skip
        asks: tuple[str, ...] = ("{xs} {low} to {a}, others to {b}", "two number boxes: under {n}, and {n} or more", "split {xs} at {n}, {a} for the lower ones and {b} for the higher ones")
        own["low0"] = own["low"]
        return example(plainly(draw, own, clauses, asks), p, all_of(emits(low, [n - 1]), emits(high, [n, n + 7])), fed(box, *xs), [low, high])
    passed = parts if side == "low" else p.out(parts, 1)
    slots, holds, watch = ended(draw, p, [passed], [n - 1] if side == "low" else [n, n + 7])  # type: ignore[list-item]
    own |= {**slots, "in": "{low}" if side == "low" else "{high}"}
    clauses = ("~let only {xs} {in} through{out}", "~pass only {xs} {in}{out}", "~ignore all {xs} except those {in}{out}", "~filter {xs} so that only those {in} come through{out}", "~keep {xs} {in} and ~drop the others{out}", "~output only {xs} {in}{out}")
    asks = ("only {xs} {in}{tail}", "{xs} {in} pass, the others do not{tail}", "drop everything but {xs} {in}{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, fed(box, *xs), watch)


PLACES = ("volume", "freq", "pan", "tempo", "pitch", "level", "mix", "speed", "gate", "cutoff")


def by_name(draw: Draw) -> Example:
    """A number goes to another place of the patch by name, without a cord."""
    name = draw.one(PLACES)
    p = Sketch()
    box = p.add("number")
    p.add(f"s {name}", box)
    slots, holds, watch = ended(draw, p, [p.add(f"r {name}")], [17, 33])
    own: GrowingSlots = {**slots, "name": name, "x": TYPED[:8]}
    clauses = ("~send {x} to a receiver named {name} without a cord{out}", "~transmit {x} wirelessly through the name {name}{out}", "~send {x} to {name} and ~receive it in another place{out}", "~use send and receive objects named {name} to pass {x} on{out}", "~connect {x} with an output through send and receive, named {name}{out}", "~pass {x} on by the name {name} instead of a connection{out}")
    asks = ("send/receive {name} for {x}{tail}", "{x} without a cable, over the name {name}{tail}", "s and r with the name {name}, {x} goes in{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, fed(box, 17, 33), watch)


def labelled_print(draw: Draw) -> Example:
    """A number is printed with a word before it."""
    name = draw.one((*PLACES, "value", "result", "number", "x", "sensor", "input"))
    is_slid = draw.chance(0.3)
    p = Sketch()
    box = p.add("hsl 0 127" if is_slid else "number")
    p.add(f"print {name}", box)
    own: GrowingSlots = {"name": name, "x": ("a slider", "the value of a slider") if is_slid else TYPED[:8]}
    clauses = ("~print {x} with the label {name}", "~print {x} to the console labelled {name}", "~print {x} with {name} in front of it", "{take} {x} and ~print it after the word {name}", "~post {x} to the console with the name {name}", "~write {x} to the console, marked with {name}", "~print {x} so that the console line begins with {name}")
    asks = ("print {x} as {name}", "print {x}, with the label {name}", "in the console i want to see {name}: and then {x}", "{x} printed, marked {name}")
    return example(plainly(draw, own, clauses, asks), p, prints_all([44]), fed(box, 44))


def radio(draw: Draw) -> Example:
    """A radio chooses one of several values, or says its own number."""
    count = draw.integer(3, 5)
    p = Sketch()
    box = p.add(f"hradio {count}")
    values = draw.some([0, 10, 20, 25, 50, 60, 64, 67, 72, 75, 100, 110, 127, 220, 330, 440, 500, 550, 660, 880, 1000], count)
    parts = p.add("sel " + " ".join(map(str, range(count))), box)
    messages = [p.add(f"msg {value}", p.out(parts, i) if i else parts) for i, value in enumerate(values)]
    slots, holds, watch = ended(draw, p, [p.add("f", *messages)], [values[1], values[-1]])
    texts = [str(value) for value in values]
    own: GrowingSlots = {**slots, "list": (", ".join(texts[:-1]) + " and " + texts[-1],), "r": ("a radio button", "a radio with {c} cells", "a horizontal radio", "radio buttons", "a row of {c} radio buttons"), "c": ("zero", "one", "two", "three", "four", "five")[count]}
    clauses = ("~choose one of the numbers {list} with {r}{out}", "~use {r} to choose between {list}{out}", "~output {list} for the cells of {r}{out}", "~give one of {list}, depending on {r}{out}", "~let the user pick one of {list} with {r}{out}", "~select {list} with {r}{out}", "~map {r} to the values {list}{out}")
    asks = ("{r} for the values {list}{tail}", "{list}, chosen with {r}{tail}", "pick {list} with {r}{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, (Feed(10, box, "1"), Feed(30, box, str(count - 1))), watch)


SKILLS: dict[str, Skill] = {
    "straight-to-box-or-console": straight, "button-sends-number": sent_by_button, "bang-for-number": select, "below-or-above": below_or_above, "send-by-name": by_name, "print-with-label": labelled_print, "radio-chooses-value": radio,
}
CORE: tuple[str, ...] = (
    "straight-to-box-or-console", "button-sends-number", "bang-for-number", "below-or-above",
    "routing_messages/say", "routing_messages/in-order", "routing_messages/route-keywords", "routing_messages/message-argument", "logic_gates/distribute",
    "logic_gates/word-for-number",
)
