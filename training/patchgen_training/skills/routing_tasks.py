"""Skills: words that control, messages built from several numbers, values at load, orders, memories, named places."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints, prints_all
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_watch import TYPED, heard_while, loud, tone_words
from patchgen_training.skills.sketch import Handle, Sketch

VOLUME = (" with a volume slider", ", with volume control")
STATES = (("start", "stop"), ("on", "off"), ("play", "stop"), ("go", "halt"), ("open", "close"), ("loud", "silent"))


def word_switch(draw: Draw) -> Example:
    """Words in message boxes switch a tone or a metro on and off."""
    on, off = draw.one(STATES)
    is_clock = draw.chance(0.3)
    p = Sketch()
    first, second = p.add(f"msg {on}"), p.add(f"msg {off}")
    route = p.add(f"route {on} {off}", first, second)
    toggle = p.add("tgl", p.add("msg 1", route), p.add("msg 0", p.out(route, 1)))
    slots: dict[str, str | tuple[str, ...]] = {"on": on, "off": off, "two": (f"the messages {on} and {off}", f"message boxes saying {on} and {off}", f"the words {on} and {off} in message boxes", f"two message boxes, {on} and {off}")}
    if is_clock:
        ms = draw.one((100, 200, 250, 300, 500))
        flash = p.add("bng", p.add(f"metro {ms}", toggle))
        what: tuple[str, ...] = (f"a metro of {ms} ms", f"a metronome that bangs every {ms} ms", f"a bang every {ms} ms")
        holds = bangs(flash, 3)
        feeds, seconds, watch = (Feed(10, first, "bang"), Feed(20 + 2.5 * ms, second, "bang")), (30 + 4 * ms) / 1000, [flash]
        slots["vol"] = ""
    else:
        hertz, what = tone_words(draw)
        volume = draw.chance(0.35)
        tone = p.add("*~", p.add(f"osc~ {hertz}"), p.into(1, toggle))
        loud(p, tone, volume)
        slots["vol"] = VOLUME if volume else ""
        holds = heard_while(hertz)
        feeds, seconds, watch = (Feed(100, first, "bang"), Feed(300, second, "bang")), 0.4, []
    slots["what"] = what
    clauses = ("~switch {what} on and off with {two}{vol}", "~start {what} with the message {on} and ~stop it with the message {off}{vol}", "~turn {what} on when the word {on} comes and off when {off} comes{vol}", "~control {what} with {two}{vol}", "~use {two} to start and stop {what}{vol}", "~route {two} so that they switch {what} on and off{vol}")
    asks = ("{what}, {two} to switch it{vol}", "message {on} starts {what}, message {off} stops it{vol}", "say {on} or {off} in a message box to control {what}{vol}")
    return Example(asked(draw, slots, clauses, ("{what} controlled by {two}" + (" with a volume slider" if slots["vol"] else ""),), asks), p.text(), holds, feeds, watch, seconds)


SETS: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = (
    ("tempo in bpm", (("largo", 50), ("andante", 90), ("moderato", 110), ("allegro", 130), ("presto", 180))), ("volume", (("piano", 0.2), ("mezzo", 0.5), ("forte", 0.9))), ("MIDI note", (("C", 60), ("D", 62), ("E", 64), ("F", 65), ("G", 67), ("A", 69), ("B", 71))),
    ("frequency", (("low", 110), ("middle", 440), ("high", 1760))), ("delay time", (("short", 100), ("medium", 300), ("long", 900))), ("number", (("one", 1), ("two", 2), ("three", 3), ("four", 4))), ("speed", (("slow", 1000), ("medium", 500), ("fast", 100))),
    ("interval in semitones", (("third", 4), ("fourth", 5), ("fifth", 7), ("octave", 12))), ("level", (("soft", 20), ("normal", 60), ("loud", 100))))  # fmt: skip


def words_to_numbers(draw: Draw) -> Example:
    """Words in message boxes become numbers."""
    noun, table = draw.one(SETS)
    rows = sorted(draw.some(table, draw.one((2, 3, 3, 4))), key=lambda row: row[1])
    words = [name for name, _ in rows]
    p = Sketch()
    messages = [p.add(f"msg {name}") for name in words]
    route = p.add("route " + " ".join(words), *messages)
    numbers = [p.add(f"msg {value}", p.out(route, i) if i else route) for i, (_, value) in enumerate(rows)]
    slots, example = output_words(draw, p, p.add("f", *numbers), [float(value) for _, value in rows])
    table_words = ", ".join(f"{name} = {value}" for name, value in rows)
    slots = {**slots, "table": table_words, "words": ", ".join(words[:-1]) + f" and {words[-1]}", "noun": noun}
    clauses = ("~turn the words {words} into a {noun} ({table}){out}", "~translate words in message boxes to a {noun}: {table}{out}", "~convert the messages {words} to numbers, {table}{out}", "~choose a {noun} by word, {table}{out}", "~map the words {words} to a {noun} with {table}{out}", "~look up the {noun} for a word: {table}{out}")
    asks = ("words to {noun}: {table}{tail}", "message boxes {words} that give a {noun}, {table}{tail}", "{table}, message boxes with words in, number out{tail}")
    return finished(example, asked(draw, slots, clauses, ("a table of words for the {noun}: {table}{tail}",), asks), clicks(*messages))


BUILT = (("note", ("pitch", "velocity")), ("color", ("red", "green", "blue")), ("move", ("x", "y")), ("play", ("note", "duration")), ("set", ("index", "value")), ("freq", ("left", "right")), ("env", ("attack", "release")), ("pan", ("left", "right")), ("size", ("width", "height")), ("cc", ("number", "value")), ("line", ("target", "time")))  # fmt: skip


def build_message(draw: Draw) -> Example:
    """A message with a word and two or three numbers from boxes."""
    word, names = draw.one(BUILT)
    n = len(names)
    p = Sketch()
    boxes = [p.add(f'number "{name}"') for name in names]
    sources = [boxes[0]]
    for inlet, box in enumerate(boxes[1:], 1):
        both = p.add("t b f", box)
        sources += [both, p.into(inlet, p.out(both, 1))]  # type: ignore[list-item]
    packed = p.add("pack " + " ".join("f" * n), *sources)
    p.add("print", p.add(f"msg {word} " + " ".join(f"${i + 1}" for i in range(n)), packed))
    listed = ", ".join(names[:-1]) + f" and {names[-1]}"
    xs = [float(draw.integer(1, 120)) for _ in names]
    slots = {"w": word, "names": listed, "form": f"{word} " + " ".join(names), "n": {2: "two", 3: "three"}[n]}
    clauses = ("~build the message {form} from {n} number boxes and ~print it", "~print the word {w} followed by {names} from number boxes", "~put {names} from number boxes into a message that starts with {w} and {printed}", "~make a message {w} with the numbers {names} and ~print it", "~combine {n} number boxes ({names}) to a message beginning with {w} and {printed}",
               "~format {names} as a message of the form {form} and ~print it", "~send a message {form} to the console, the numbers coming from number boxes")
    asks = ("message {form} from {n} number boxes, printed", "print {w} plus {names}, number boxes for the values", "number boxes {names} into a message: {form}, print it")
    feeds = tuple(Feed(10 + 20 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes[::-1], xs[::-1], strict=True)))
    return Example(asked(draw, slots, clauses, ("a message {form}, built from number boxes for {names} and printed",), asks), p.text(), prints(word, *xs), feeds)


UNITS = (("tempo", "bpm"), ("frequency", "Hz"), ("volume", "dB"), ("delay", "ms"), ("temperature", "degrees"), ("length", "seconds"), ("cutoff", "Hz"), ("level", "percent"), ("speed", "bpm"), ("pitch", "cents"), ("distance", "meters"), ("note", "midi"))  # fmt: skip


def with_unit(draw: Draw) -> Example:
    """Prints a value with a word before and a unit behind."""
    word, unit = draw.one(UNITS)
    kind, words = draw.one((("number", ("a number", "the number in a number box", "a number i enter")), ("number", ("a number box", "the value of a number box")), ("hsl 0 127", ("a slider", "the value of a slider", "a slider value"))))
    p = Sketch()
    box = p.add(kind)
    p.add("print", p.add(f"msg {word} is $1 {unit}" if draw.chance(0.3) else f"msg {word} $1 {unit}", box))
    has_is = " is " in p.lines[1]
    x = draw.integer(1, 120)
    sample = f"{word}{' is' if has_is else ''} {x} {unit}"
    slots = {"x": words, "w": word, "u": unit, "s": (f"like {sample}", f"such as {sample}", f"in the form {sample}", f'like "{sample}"')}
    clauses = ("~print {x} with a text around it, {s}", "~print {x} as a sentence {s}", "~print {x} with the word {w} before and the unit {u} after it, {s}", "~show {x} in the console {s}", "~write {x} to the console with its unit, {s}", "~format {x} as text {s} and ~print it", "~label {x} with {w} and {u} and ~print it, {s}")
    asks = ("print {x} {s}", "{x} printed {s}", "i need to read {x} in the console {s}")
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints(word, *(["is"] if has_is else []), x, unit), fed(box, x))


def initial_values(draw: Draw) -> Example:
    """Number boxes or sliders that get values when the patch opens, perhaps with a reset."""
    names = draw.some(("tempo", "volume", "cutoff", "note", "pan", "gain", "depth", "rate", "attack", "release", "feedback", "frequency"), draw.one((1, 2, 2, 3)))
    values = [draw.integer(1, 127) for _ in names]
    has_button = draw.chance(0.45)
    sliders = draw.chance(0.4)
    p = Sketch()
    load = p.add("loadbang")
    button = p.add('bng "reset"') if has_button else 0
    boxes = []
    for name, value in zip(names, values, strict=True):
        message = p.add(f"msg {value}", load, *([button] if button else []))
        boxes.append(p.add(f'hsl 0 127 "{name}"' if sliders else f'number "{name}"', message))
    listed = ", ".join(f"{n} {v}" for n, v in zip(names[:-1], values[:-1], strict=True))
    listed = f"{listed} and {names[-1]} {values[-1]}" if listed else f"{names[-1]} {values[-1]}"
    kind = ("slider" if sliders else "number box") + (("s" if sliders else "es") if len(names) > 1 else "")
    slots = {"list": listed, "boxes": kind if len(names) > 1 else f"a {kind}", "load": ("when the patch opens", "at load", "on startup", "when the patch is loaded", "automatically at the start", "as soon as the patch is opened"),
             "reset": (" and again with a reset button", ", and with a reset button at any time", " or when a reset button is clicked") if has_button else ""}
    clauses = ("~set {boxes} to {list} {load}{reset}", "~give {boxes} the starting values {list} {load}{reset}", "~initialize {boxes} with {list} {load}{reset}", "~have {boxes} set to {list} {load}{reset}", "~load the default values {list} into {boxes} {load}{reset}", "~send the initial values {list} to {boxes} {load}{reset}")
    asks = ("{boxes} with default values {list} {load}{reset}", "{load} {boxes} should show {list}{reset}", "loadbang for {boxes}: {list}{reset}")
    shown = [[value, *([value] if has_button else [])] for value in values]
    feeds = (Feed(40, button, "bang"),) if has_button else ()
    return Example(asked(draw, slots, clauses, ("{boxes} with the initial values {list}{reset}",), asks), p.text(), all_of(*(emits(box, value) for box, value in zip(boxes, shown, strict=True))), feeds, boxes, 0.1)


DOINGS: dict[str, tuple[str, Callable[[float], float], tuple[str, ...]]] = {
    "double": ("* 2", lambda x: x * 2, ("its double", "twice the number")), "half": ("/ 2", lambda x: x / 2, ("its half", "half of it")), "square": ("expr $f1 * $f1", lambda x: x * x, ("its square", "the square of it")), "negative": ("* -1", lambda x: -x, ("its negative", "the number with the opposite sign")),
    "plus": ("+ 12", lambda x: x + 12, ("the number plus 12", "12 more")), "tenfold": ("* 10", lambda x: x * 10, ("ten times the number", "its tenfold")), "next": ("+ 1", lambda x: x + 1, ("the next number", "the number plus 1"))}  # fmt: skip


def in_turn(draw: Draw) -> Example:
    """Prints a number and things made of it in a certain order."""
    names = draw.some(tuple(DOINGS), draw.one((1, 2, 2)))
    p = Sketch()
    box = p.add("number")
    count = len(names) + 1
    order = p.add("t " + " ".join("f" * count), box)
    outs: list[Handle] = []
    for i, name in enumerate(names, 1):
        at = count - 1 - i
        outs.append(p.add(DOINGS[name][0], p.out(order, at) if at else order))
    p.add("print", p.out(order, count - 1), *outs)
    x = float(draw.integer(2, 40))
    said = tuple("the number itself, then " + " and then ".join(draw.one(DOINGS[name][2]) for name in names) for _ in range(3)) + tuple("first the number, then " + ", then ".join(draw.one(DOINGS[name][2]) for name in names) for _ in range(3))
    slots = {"all": said, "x": TYPED[:7]}
    clauses = ("~take {x} and ~print {all}", "~print {all}, for {x}", "~use a trigger to print {all}, in this order, from {x}", "~print {all} when {x} comes in", "~output {x} to the console in this order: {all}", "~read {x} and ~print {all}, in that order")
    asks = ("{x}: print {all}", "print {all} ({x})", "the right order matters: print {all}, from {x}")
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints_all([x, *(DOINGS[name][1](x) for name in names)]), fed(box, x))


def two_memories(draw: Draw) -> Example:
    """Stores the current value in one or two memories and recalls it by buttons."""
    names = draw.one((("a", "b"), ("1", "2"), ("left", "right"), ("x", "y"))) if draw.chance(0.6) else ("",)
    slider = draw.chance(0.4)
    p = Sketch()
    box = p.add("hsl 0 127" if slider else "number")
    outs: list[Handle] = []
    pairs: list[tuple[Handle, Handle]] = []
    for name in names:
        label = f" {name}" if name else ""
        # The box's word must be one word in a label, so the name is joined by a dash.
        store, recall = p.add(f'bng "store{label.replace(" ", "-")}"'), p.add(f'bng "recall{label.replace(" ", "-")}"')
        kept = p.add("f", store, p.into(1, box))
        outs.append(p.add("f", recall, p.into(1, kept)))
        pairs.append((store, recall))
    shown = p.add("number", *outs)
    n = "two memories" if len(names) > 1 else "a memory"
    slots = {"x": ("a slider", "the value of a slider", "a slider position") if slider else ("a number", "the number in a number box", "the current number"), "n": n, "b": ("store and recall buttons", "a store and a recall button", "buttons to store and to recall") if len(names) == 1 else (f"store and recall buttons for {names[0]} and {names[1]}", f"a store and a recall button for each of {names[0]} and {names[1]}")}
    clauses = ("~store {x} in {n} with {b} and ~show the recalled value", "~save {x} with a button and ~recall it later, with {b}", "~remember {x} in {n}, with {b}", "~keep {x} in {n} and ~bring it back, using {b}", "~have {n} for {x} with {b}, shown in a number box", "~work as {n} for {x}: {b}")
    asks = ("{x}, {b}", "{n} for {x} with {b}", "save and load {x}, {b}")
    (store, recall), *rest = pairs
    feeds: tuple[Feed, ...] = (Feed(10, box, "5"), Feed(20, store, "bang"), Feed(30, box, "9"), Feed(40, recall, "bang"))
    wanted = [5]
    if rest:
        feeds += (Feed(50, rest[0][0], "bang"), Feed(60, box, "77"), Feed(70, rest[0][1], "bang"), Feed(80, recall, "bang"))
        wanted += [9, 5]
    return Example(asked(draw, slots, clauses, ("{n} for {x} with {b}",), asks), p.text(), emits(shown, wanted), feeds, [shown], 0.12)


def several_receivers(draw: Draw) -> Example:
    """One sender, several receivers that do different things with the number."""
    name = draw.one(("tempo", "freq", "value", "level", "data", "pitch", "control", "x"))
    doings = draw.some(tuple(DOINGS), draw.one((1, 2)))
    p = Sketch()
    kind, words = draw.one((("number", ("a number", "the number in a number box", "a number box")), ("hsl 0 127", ("a slider", "the value of a slider"))))
    box = p.add(kind)
    p.add(f"s {name}", box)
    first = p.add("number", p.add(f"r {name}"))
    others = [p.add("number", p.add(DOINGS[doing][0], p.add(f"r {name}"))) for doing in doings]
    x = float(draw.integer(2, 50))
    what = tuple("the number and " + " and ".join(draw.one(DOINGS[doing][2]) for doing in doings) for _ in range(3))
    slots = {"x": words, "name": (f"named {name}", f"called {name}", f"with the name {name}"), "what": what, "n": {2: "two", 3: "three"}[len(doings) + 1]}
    clauses = ("~send {x} to {n} receive objects {name} and ~show {what} there", "~send {x} wirelessly to {n} receivers {name} that show {what}", "~use send and receive objects {name} with {x} to show {what} in {n} places", "~distribute {x} with a send {name} to {n} receives, showing {what}", "~pass {x} through a send {name} and ~show {what} with {n} receives")
    asks = ("send {x} {name}, {n} receives show {what}", "{x} to {n} receivers {name}: {what}")
    holds = all_of(emits(first, [x]), *(emits(handle, [DOINGS[doing][1](x)]) for handle, doing in zip(others, doings, strict=True)))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, fed(box, x), [first, *others], 0.1)


def by_first_number(draw: Draw) -> Example:
    """Lists whose first number says which box gets the second, or what is not known."""
    with_else = draw.chance(0.4)
    count = draw.integer(2, 4)
    values = [draw.integer(1, 127) for _ in range(count + with_else)]
    p = Sketch()
    messages = [p.add(f"msg {i + 1} {value}" if i < count else f"msg 9 {value}") for i, value in enumerate(values)]
    route = p.add("route " + " ".join(str(i + 1) for i in range(count)), *messages)
    boxes = [p.add(f'number "{i + 1}"', p.out(route, i) if i else route) for i in range(count)]
    if with_else:
        p.add("print other", p.out(route, count))
    texts = ", ".join(f"{i + 1} {value}" if i < count else f"9 {value}" for i, value in enumerate(values))
    slots = {"n": str(count), "texts": (f"the lists {texts}", f"message boxes with {texts}", f"lists like {texts}"), "else": (" and ~print all others", ", and ~print everything else", " and ~print what does not match") if with_else else ""}
    clauses = ("~send the second number of {texts} to one of {n} number boxes given by the first number{else}", "~route {texts} by their first number to {n} number boxes{else}", "~use the first number of {texts} as the address of {n} number boxes{else}", "~distribute {texts} to {n} boxes by the first number{else}", "~sort {texts} by the leading number into {n} number boxes{else}")
    asks = ("{texts}: first number chooses the box, {n} boxes{else}", "route {texts} to {n} boxes by first number{else}")
    checks = [emits(box, [value]) for box, value in zip(boxes, values, strict=False)]
    if with_else:
        checks.append(prints_all([[9, values[-1]]]))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), all_of(*checks), clicks(*messages), boxes, 0.15)


def button_words(draw: Draw) -> Example:
    """Several labelled buttons, or keys, that print words or show numbers."""
    words = draw.some(("hello", "goodbye", "yes", "no", "left", "right", "red", "green", "blue", "kick", "snare", "hat", "start", "stop", "up", "down", "intro", "verse", "chorus", "ready", "help", "thanks"), draw.integer(2, 4))
    by_key = draw.chance(0.35)
    p = Sketch()
    if by_key:
        letters = draw.some("abcdefghijklmnopqrstuvwxyz", len(words))
        key = p.add("key")
        select = p.add("sel " + " ".join(str(ord(letter)) for letter in letters), key)
        messages = [p.add(f"msg {w}", p.out(select, i) if i else select) for i, w in enumerate(words)]
        feeds = tuple(Feed(10 + 20 * i, key, str(ord(letter))) for i, letter in enumerate(letters))
        pairs = ", ".join(f"{letter} for {w}" for letter, w in zip(letters, words, strict=True))
        what: tuple[str, ...] = (f"the keys {pairs}", f"keys of the computer keyboard ({pairs})", f"keyboard keys: {pairs}")
    else:
        buttons = [p.add(f'bng "{w}"') for w in words]
        messages = [p.add(f"msg {w}", button) for w, button in zip(words, buttons, strict=True)]
        feeds = clicks(*buttons)
        listed = ", ".join(words[:-1]) + f" and {words[-1]}"
        n = {2: "two", 3: "three", 4: "four"}[len(words)]
        what = (f"{n} buttons for {listed}", f"a button each for {listed}", f"{n} buttons labelled {listed}", f"separate buttons for {listed}")
    p.add("print", *messages)
    slots = {"what": what}
    clauses = ("~print a word with {what}", "~print different words with {what}", "~have {what} that print the word", "~post words to the console with {what}", "~use {what} to print the words", "~write words to the console with {what}")
    asks = ("{what}, each prints its word", "print words with {what}", "{what} -> print the word")
    return Example(asked(draw, slots, clauses, ("{what}, printed to the console",), asks), p.text(), prints_all(words), feeds)


SKILLS: dict[str, Skill] = {
    "word-switch": word_switch,
    "words-to-numbers": words_to_numbers,
    "build-message": build_message,
    "print-with-unit": with_unit,
    "initial-values": initial_values,
    "in-turn": in_turn,
    "memories": two_memories,
    "several-receivers": several_receivers,
    "by-first-number": by_first_number,
    "words-by-buttons": button_words,
}
