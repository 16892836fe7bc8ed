"""Skills: messages: printing words, order of messages, arguments, storing, keywords, send and receive."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints, prints_all
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.sketch import Sketch

PHRASES = (
    "hello world", "hello", "hello pd", "good morning", "goodbye", "ready", "start", "stop", "done", "it works", "clicked", "bang",
    "welcome to pd", "test", "ok", "hi there", "the patch is loaded", "hello music", "one two three", "attention", "new note",
    "button pressed", "let's go", "finished", "hello everybody", "system ready", "play", "pause", "error", "yes", "no way", "warning",
)
NAMES = ("volume", "freq", "tempo", "value", "level", "pitch", "cutoff", "speed", "amp", "note", "pan", "gain", "depth", "rate", "mix", "decay", "attack", "filter")


def say(draw: Draw) -> Example:
    """Prints words on a click, at load, or from a message box."""
    phrase = draw.one(PHRASES)
    if draw.chance(0.25):
        phrase = " ".join(draw.some(("red", "blue", "sun", "moon", "low", "high", "left", "right", "cat", "dog", "sound", "noise"), draw.integer(1, 3)))
    if draw.chance(0.15):
        phrase = str(draw.integer(1, 500))
    how = draw.one(("button", "button", "load", "message", "toggle"))
    p = Sketch()
    start = {"button": "bng", "load": "loadbang", "toggle": "tgl"}
    if how == "message":
        trigger = message = p.add(f"msg {phrase}")
    else:
        trigger = p.add(start[how])
        message = p.add(f"msg {phrase}", p.add("sel 1", trigger) if how == "toggle" else trigger)
    p.add("print", message)
    when = {"button": ("{on_click}",), "load": ("{at_load}",), "message": ("when a message box is clicked", "from a message box", "with a message box"),
            "toggle": ("when a toggle is switched on", "when a toggle is turned on", "each time a toggle goes on")}[how]
    slots = {"text": (phrase, f'"{phrase}"', phrase, f"'{phrase}'"), "when": when, "words": ("the text", "the message", "the words", "")}
    clauses = ("~print {text} {when}", "~print {text} to the console {when}", "~post {text} to the console {when}", "~write {text} to the Pd window {when}",
               "~print the message {text} {when}", "~show {text} in the console {when}", "~say {text} in the console {when}", "~send {text} to the console {when}",
               "~output the text {text} to the console {when}", "~display {text} in the Pd window {when}")
    things = ("{text} printed to the console {when}",)
    asks = ("{text} in the console {when}", "print {text} {when}", "how do i print {text} {when}?")
    atoms = [float(word) if word.isdecimal() else word for word in phrase.split()]
    feeds = () if how == "load" else (Feed(10, trigger, "1" if how == "toggle" else "bang"),)
    return Example(worded(draw, slots, clauses, things, asks), p.text(), prints(*atoms), feeds)


def in_order(draw: Draw) -> Example:
    """Several messages, one after the other, from one click."""
    count = draw.integer(2, 4)
    words = draw.some(("one", "two", "three", "first", "second", "third", "left", "right", "on", "off", "a", "b", "c", "red", "green", "blue", "1", "2", "3",
                       "10", "20", "30", "100", "start", "stop"), count)
    p = Sketch()
    button = p.add("bng")
    order = p.add("t " + " ".join("b" * count), button)
    messages = [p.add(f"msg {word}", p.out(order, count - 1 - i) if count - 1 - i else order) for i, word in enumerate(words)]
    p.add("print", *messages)
    listed = ", then ".join(words)
    slots = {"list": (listed, ", ".join(words[:-1]) + f" and then {words[-1]}"), "order": ("in this order", "in that order", "one after the other", "in exactly this order")}
    clauses = ("~print {list} {order} {on_click}", "~print {list} {on_click}", "~post {list} to the console {on_click}, {order}",
               "~send {list} to the console {order} {on_click}", "~use a trigger to print {list} {on_click}", "~write {list} to the console {on_click}")
    return Example(worded(draw, slots, clauses, (), ("{list}, printed {order} with one click", "one button prints {list}")), p.text(),
                   prints_all([float(w) if w.isdecimal() else w for w in words]), clicks(button))


def comma_messages(draw: Draw) -> Example:
    """One message box that sends several messages."""
    numbers = draw.some(list(range(1, 100)), draw.integer(2, 5))
    p = Sketch()
    message = p.add("msg " + " , ".join(map(str, numbers)))
    p.add("print", message)
    listed = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    slots = {"list": (listed, f"the numbers {listed}"), "one": ("one message box", "a single message box", "one message box with commas")}
    clauses = ("~send {list} as separate messages from {one} and ~print them", "~print {list} one after the other from {one}",
               "~use {one} to print {list} as separate messages", "~output {list} one after another with {one} and ~print them",
               "~print {list} on separate lines with {one}", "~send {list} separately to the console from {one}")
    return Example(worded(draw, slots, clauses, ("{one} that sends {list} separately to a print",), ("{one}, prints {list} separately",)), p.text(),
                   prints_all(numbers), (Feed(10, message, "bang"),))


def argument(draw: Draw) -> Example:
    """Puts a number into a message with $1."""
    word = draw.one(NAMES)
    after = draw.one(("", "", " 100", " 500", " ms", " Hz"))
    before = draw.chance(0.75) or not after
    body = f"{word} $1{after}" if before else f"$1{after}"
    p = Sketch()
    box = p.add("number")
    p.add("print", p.add(f"msg {body}", box))
    x = draw.integer(1, 300)
    said = body.replace("$1", "X")
    slots = {"m": (f"{said}, where X is the number", f"{said} (X being the number)", f'"{said}" with the number in place of X'),
             "a_number": ("a number", "the number from a number box", "an incoming number")}
    clauses = ("~insert {a_number} into the message {m}, and ~print it", "~put {a_number} into a message of the form {m}, and ~print it",
               "~build the message {m} and ~print it", "~take a number and ~print {m}", "~print {m} from a number box",
               "~format {a_number} as the message {m}, and ~print it")
    atoms = [float(w) if w.isdecimal() else w for w in body.replace("$1", str(x)).split()]
    return Example(worded(draw, slots, clauses, (), ("number box to message {m}, printed", "print {m}")), p.text(), prints(*atoms), fed(box, x))


def store(draw: Draw) -> Example:
    """Stores a number; a button recalls it."""
    p = Sketch()
    box, button = p.add("number"), p.add("bng")
    slots, example = output_words(draw, p, p.add("f", button, p.into(1, box)), [9])
    slots = {**slots, "on": ("when a button is clicked", "when a bang is clicked", "on a bang", "when I press a button", "only when a button is hit")}
    clauses = ("~store {a_number} and ~recall it {on}{out}", "~remember {a_number} and ~output it {on}{out}", "~hold {a_number} until a button is clicked{out}",
               "~keep {a_number} and ~send it out {on}{out}", "~save {a_number} and ~recall it {on}{out}", "~take a number and ~output it {on}{out}")
    feeds = (Feed(10, box, "4"), Feed(30, box, "9"), Feed(50, button, "bang"))
    return finished(example, worded(draw, slots, clauses, ("a memory for {a_number}, recalled with a button{tail}",), ("store {a_number}, button recalls it{tail}",)), feeds)


def preset_values(draw: Draw) -> Example:
    """Message boxes or buttons with fixed values for one number box."""
    values = draw.some([*range(0, 128), 220, 440, 880, 500, 1000, 250], draw.integer(2, 5))
    uses_buttons = draw.chance(0.4)
    p = Sketch()
    boxes = []
    buttons = []
    for value in values:
        button = p.add(f'bng "{value}"') if uses_buttons else None
        boxes.append(p.add(f"msg {value}", button) if button else p.add(f"msg {value}"))
        buttons.append(button or boxes[-1])
    slots, example = output_words(draw, p, p.add("f", *boxes), [float(v) for v in values])
    listed = ", ".join(map(str, values[:-1])) + f" and {values[-1]}"
    slots = {**slots, "list": (listed, f"the values {listed}", f"the numbers {listed}"), "boxes": ("buttons", "separate buttons", "bang buttons") if uses_buttons else
             ("message boxes", "separate message boxes", "messages")}
    clauses = ("~choose between {list} with {boxes}{out}", "~select one of {list} with {boxes}{out}", "~have {boxes} for {list}{out}",
               "~send {list} from {boxes}{out}", "~recall the presets {list} with {boxes}{out}", "~offer {list} as presets on {boxes}{out}")
    return finished(example, worded(draw, slots, clauses, ("{boxes} for {list}{tail}", "presets {list} on {boxes}{tail}"), ("{boxes} with {list}{tail}",)),
                    clicks(*buttons))


def keywords(draw: Draw) -> Example:
    """Routes messages by their first word."""
    names = draw.some(NAMES, draw.integer(2, 3))
    values = [draw.integer(1, 127) for _ in names]
    prints_them = draw.chance(0.3)
    p = Sketch()
    messages = [p.add(f"msg {name} {value}") for name, value in zip(names, values, strict=True)]
    route = p.add("route " + " ".join(names), *messages)
    outs = [p.add(f"print {name}" if prints_them else f'number "{name}"', p.out(route, i) if i else route) for i, name in enumerate(names)]
    listed = ", ".join(f"{name} {value}" for name, value in zip(names, values, strict=True))
    keys = ", ".join(names[:-1]) + f" and {names[-1]}"
    slots = {"list": (f"the messages {listed}", f"messages such as {listed}", listed), "keys": keys,
             "to": ("separate prints", "a print each", "different print objects") if prints_them else ("separate number boxes", "a number box each", "different number boxes")}
    clauses = ("~route {list} by keyword to {to}", "~sort {list} by their first word to {to}", "~route messages beginning with {keys} ({list}) to {to}",
               "~send {list} to {to} depending on the keyword", "~separate {list} by keyword to {to}", "~distribute {list} to {to} by the first word")
    if prints_them:
        return Example(worded(draw, slots, clauses, (), ("route {list} to {to}",)), p.text(), prints_all(values), clicks(*messages))
    return Example(worded(draw, slots, clauses, (), ("route {list} to {to}",)), p.text(),
                   all_of(*(emits(box, [value]) for box, value in zip(outs, values, strict=True))), clicks(*messages), outs)


def wireless(draw: Draw) -> Example:
    """A named send and receive instead of a cord."""
    name = draw.one(NAMES)
    kind, words = draw.one((("number", ("a number", "the number in a number box", "the value of a number box")), ("hsl 0 127", ("the value of a slider", "a slider's value", "a slider value")),
                            ("tgl", ("the state of a toggle", "a toggle", "a toggle's value"))))
    by_message = draw.chance(0.2)
    p = Sketch()
    x = draw.integer(1, 100) if kind != "tgl" else 1
    if by_message:
        box = p.add(f"msg ; {name} {x}")
        words = (f"the number {x}", f"{x}", f"the value {x}")
    else:
        box = p.add(kind)
        p.add(f"s {name}", box)
    slots, example = output_words(draw, p, p.add(f"r {name}"), [float(x)])
    slots = {**slots, "x": words, "name": (f"a receiver named {name}", f"a receive object called {name}", f"the receiver {name}") if by_message else
             (f"send and receive objects named {name}", f"a send/receive pair called {name}", f"s and r with the name {name}", f"send {name} and receive {name}"),
             "via": ("from a message box to", "with a message box to") if by_message else ("through", "using", "with", "via")}
    clauses: tuple[str, ...] = ("~send {x} {via} {name}{out}", "~pass {x} {via} {name}{out}", "~transmit {x} {via} {name}{out}", "~transfer {x} {via} {name}{out}")
    if not by_message:
        clauses += ("~send {x} without cords, {via} {name}{out}", "~use {name} to transmit {x}{out}", "~connect {x} wirelessly {via} {name}{out}")
    feeds = (Feed(10, box, "bang" if by_message else str(x)),)
    return finished(example, worded(draw, slots, clauses, (), ("{x} {via} {name}{tail}", "send {x} {via} {name}{tail}")), feeds)


def shared_value(draw: Draw) -> Example:
    """A variable by name, read with a button."""
    name = draw.one(NAMES)
    p = Sketch()
    box, button = p.add("number"), p.add("bng")
    p.add(f"v {name}", box)
    slots, example = output_words(draw, p, p.add(f"v {name}", button), [6])
    slots = {**slots, "name": (f"a value object named {name}", f"a variable called {name}", f"a shared variable named {name}", f"the value {name}"),
             "on": ("when a button is clicked", "with a button", "on a bang", "when a bang is clicked")}
    clauses = ("~store {a_number} in {name} and ~read it {on}{out}", "~save {a_number} in {name} and ~recall it {on}{out}", "~write {a_number} to {name} and ~get it back {on}{out}",
               "~use {name} to store {a_number} and ~recall it {on}{out}")
    return finished(example, worded(draw, slots, clauses, (), ("{name} for {a_number}, read {on}{tail}",)), (Feed(10, box, "6"), Feed(30, button, "bang")))


def message_display(draw: Draw) -> Example:
    """Shows what comes in inside a message box."""
    p = Sketch()
    box = p.add("number")
    shown = p.add("msg", p.add("msg set $1", box))
    slots = {"box": ("a message box", "the text of a message box"), "set": ("with set", "using set $1", "without sending it", "without triggering it")}
    clauses = ("~show {a_number} in {box}", "~display {a_number} in {box}", "~set the content of a message box to {a_number} {set}", "~write {a_number} into {box}",
               "~put {a_number} into {box} {set}", "~store {a_number} in {box} {set}", "~change the content of a message box with a number box")
    return Example(worded(draw, slots, clauses, ("a message box that shows {a_number}",), ("number box value shown in a message box",)), p.text(),
                   emits(shown, [31]), (Feed(10, box, "31"), Feed(30, shown, "bang")), [shown])


def print_number(draw: Draw) -> Example:
    """Prints a control, perhaps with a label."""
    label = draw.one(("", "", *NAMES))
    kind, words, x = draw.one((("number", ("a number", "the number in a number box", "every number I enter", "whatever I type into a number box"), 12),
                               ("hsl 0 127", ("the value of a slider", "slider values", "a slider's position"), 64), ("tgl", ("the state of a toggle", "a toggle"), 1),
                               ("vsl 0 127", ("the value of a vertical slider", "a vertical slider"), 33), ("hradio 8", ("the selected cell of a radio button", "a radio button's value"), 5)))
    p = Sketch()
    box = p.add(kind)
    p.add(f"print {label}".strip(), box)
    slots = {"x": words, "label": (f" with the label {label}", f" labelled {label}", f" with the prefix {label}") if label else ("", " to the console", " in the Pd window")}
    clauses = ("~print {x}{label}", "~post {x} to the console{label}" if label else "~post {x} to the console", "~write {x} to the console{label}" if label else "~write {x} to the console",
               "~show {x} in the console{label}" if label else "~show {x} in the console", "~print {x}{label} each time it changes", "~send {x} to a print object{label}" if label else "~send {x} to a print object")
    return Example(worded(draw, slots, clauses, (), ("print {x}{label}", "how do i print {x}{label}?")), p.text(), prints(x), fed(box, x))


SKILLS: dict[str, Skill] = {
    "say": say,
    "in-order": in_order,
    "comma-messages": comma_messages,
    "message-argument": argument,
    "store-and-recall": store,
    "preset-values": preset_values,
    "route-keywords": keywords,
    "send-receive": wireless,
    "shared-value": shared_value,
    "message-display": message_display,
    "print-control": print_number,
}
