"""Skills: lists and words in plain requests: typed lists, spreads, membership, lists made by a click, first and rest, words compared, named and looked up."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, prints, prints_all
from patchgen_training.skills.lists_basic import some_list
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain_lists import NAMES, PRINT_ENDS, PRINT_TAILS, spoken_list
from patchgen_training.skills.plain_words import clicks, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS


def folded(function: str, each: Sequence[str]) -> str:
    """`max($f1, max($f2, $f3))`."""
    body = each[-1]
    for one in reversed(each[:-1]):
        body = f"{function}({one}, {body})"
    return body


Figure = tuple[Callable[[Sequence[str]], str], Callable[[Sequence[float]], float], tuple[str, ...]]
COMMON: dict[str, Figure] = {
    "sum": (lambda e: " + ".join(e), sum, ("the sum of {l}", "the total of {l}")), "product": (lambda e: " * ".join(e), math.prod, ("the product of {l}", "what you get by multiplying {l}")),
    "mean": (lambda e: f"({' + '.join(e)}) / {len(e)}", lambda x: sum(x) / len(x), ("the average of {l}", "the mean of {l}")), "max": (lambda e: folded("max", e), max, ("the largest of {l}", "the maximum of {l}")), "min": (lambda e: folded("min", e), min, ("the smallest of {l}", "the minimum of {l}")),
}
SPREAD: dict[str, Figure] = {
    "range": (lambda e: f"{folded('max', e)} - {folded('min', e)}", lambda x: max(x) - min(x), ("the difference between the largest and the smallest of {l}", "the spread of {l}, largest minus smallest", "how far apart the largest and the smallest of {l} are")),
    "squares": (lambda e: " + ".join(f"{one} * {one}" for one in e), lambda x: sum(y * y for y in x), ("the sum of the squares of {l}", "the squares of {l} added together")), "ends": (lambda e: f"{e[-1]} - {e[0]}", lambda x: x[-1] - x[0], ("the last minus the first of {l}", "the difference between the last and the first of {l}")),
    "outer": (lambda e: f"{e[0]} + {e[-1]}", lambda x: x[0] + x[-1], ("the sum of the first and the last of {l}", "the first of {l} plus the last one")), "middle": (lambda e: f"({folded('max', e)} + {folded('min', e)}) / 2", lambda x: (max(x) + min(x)) / 2, ("the middle between the largest and the smallest of {l}", "halfway between the smallest and the largest of {l}")),
    "length": (lambda e: f"sqrt({' + '.join(f'{one} * {one}' for one in e)})", lambda x: math.hypot(*x), ("the square root of the sum of the squares of {l}", "the length of the vector with the coordinates {l}")), "rms": (lambda e: f"sqrt(({' + '.join(f'{one} * {one}' for one in e)}) / {len(e)})", lambda x: math.sqrt(sum(y * y for y in x) / len(x)), ("the root mean square of {l}", "the rms of {l}")),
}  # fmt: skip
FIGURE = ("{calc} {w}{out}", "{calc} {w}{out}", "{take} {l} and {calc} {wt}{out}", "~output {w}{out}", "~work out {w}{out}", "~have {l} and {calc} {wt}{out}", "{calc} {w} when the list arrives{out}")
FIGURE_ASKS = ("{w}{tail}", "i need {w}{tail}", "{l}: {wt}{tail}", "can pd give me {w}?{tail}", "i have {l} and want {wt}{tail}")


def figure(draw: Draw) -> Example:
    """One number from a typed list, or a spread of a list in a message."""
    is_typed = draw.chance(0.5)
    name = draw.one(tuple(COMMON) + tuple(SPREAD)) if is_typed else draw.one(tuple(SPREAD))
    made, function, nouns = {**COMMON, **SPREAD}[name]
    numbers, text = some_list(draw, 3, 4)
    n = len(numbers)
    p = Sketch()
    box = p.add("listbox" if is_typed else f"msg {text}")
    value = float(function([float(x) for x in numbers]))
    ends, holds, watch = ended(draw, p, [p.add("expr " + made([f"$f{i + 1}" for i in range(n)]), box)], [value], 1e-3)
    word = NAMES[n - 2]
    ls = (f"a list of {word} numbers typed into a list box", f"{word} numbers typed as a list", f"a list of {word} numbers from a list box", f"a list with {word} numbers entered by the user", f"the {word} numbers in a list box") if is_typed else tuple(spoken_list(text, numbers)["list"])
    slots: GrowingSlots = {**ends, "l": ls, "w": nouns, "wt": tuple(noun.replace("{l}", "its numbers") for noun in nouns)}
    feeds = (Feed(10, box, text if is_typed else "bang"),)
    return example(plainly(draw, slots, FIGURE, FIGURE_ASKS), p, holds, feeds, watch)


def membership(draw: Draw) -> Example:
    """Whether a number is one of a few."""
    members = sorted(draw.some(list(range(1, 40)), draw.integer(3, 5)))
    p = Sketch()
    box = p.add("number")
    select = p.add("sel " + " ".join(map(str, members)), box)
    hits = [p.out(select, i) if i else select for i in range(len(members))]
    miss = p.out(select, len(members))
    commas = ", ".join(map(str, members[:-1]))
    slots: GrowingSlots = {"m": (f"one of the numbers {commas} and {members[-1]}", f"{commas} or {members[-1]}", f"in the list {' '.join(map(str, members))}", f"one of {commas}, {members[-1]}", f"a member of the list {commas}, {members[-1]}", f"among {commas} and {members[-1]}")}
    given = (members[0], 50, members[-1])
    kind = draw.one(("number", "words", "bang"))
    if kind == "bang":
        flash = p.add("bng", *hits)
        clauses: tuple[str, ...] = ("~flash a button if {x} is {m}", "{take} {x} and ~flash a button when it is {m}", "~send a bang if {x} is {m}", "~check {whether} {x} is {m} and ~flash a button if so")
        asks: tuple[str, ...] = ("a bang if {x} is {m}", "button flashes when {x} is {m}", "is {x} {m}? flash a button if so")
        return example(plainly(draw, slots, clauses, asks), p, bangs(flash, 2), fed(box, *given), [flash])
    a, b = ("1", "0") if kind == "number" else draw.one((("yes", "no"), ("found", "missing"), ("allowed", "forbidden"), ("true", "false")))
    yes, no = p.add(f"msg {a}", *hits), p.add(f"msg {b}", miss)
    if kind == "number":
        ends, holds, watch = ended(draw, p, [yes, no], (1, 0, 1))
        clauses = ("~check {whether} {x} is {m}{out}", "~output 1 if {x} is {m} and 0 {else}{out}", "{take} {x} and ~tell {whether} it is {m}, as 1 or 0{out}", "~give 1 when {x} is {m}, {else} 0{out}", "~test {whether} {x} is {m}{out}")
        asks = ("is {x} {m}? 1 or 0{tail}", "1 if {x} is {m}, else 0{tail}", "i want to know if {x} is {m}{tail}")
        return example(plainly(draw, {**slots, **ends}, clauses, asks), p, holds, fed(box, *given), watch)
    p.add("print", yes, no)
    slots.update({"a": a, "b": b})
    clauses = ("{print} {a} if {x} is {m} and {b} {else}{console}", "{take} {x} and {print} {a} if it is {m}, {b} if not{console}", "~check {whether} {x} is {m} and {print} {a} or {b}{console}", "~look up {x} in a list and {print} {a} if it is {m}, {else} {b}{console}")
    asks = ("is {x} {m}? print {a} or {b}", "{a} if {x} is {m}, {b} {else}, in the console")
    return example(plainly(draw, slots, clauses, asks), p, prints_all([a, b, a]), fed(box, *given))


def listed_on_click(draw: Draw) -> Example:
    """Number boxes become a list at a click."""
    n = draw.one((2, 3, 3, 4))
    p = Sketch()
    boxes = [p.add("number") for _ in range(n)]
    button = p.add("bng")
    first = p.add("f", button, p.into(1, boxes[0]))
    p.add("print", p.add("pack " + " ".join("f" * n), first, *(p.into(i, box) for i, box in enumerate(boxes) if i)))
    xs = [float(draw.integer(1, 99)) for _ in boxes]
    slots: GrowingSlots = {"n": (f"{NUMBER_WORDS[n]} numbers", f"{NUMBER_WORDS[n]} number boxes", f"the values of {NUMBER_WORDS[n]} number boxes", f"{NUMBER_WORDS[n]} numbers entered by the user"), "out": PRINT_ENDS, "tail": PRINT_TAILS}
    clauses = ("~join {n} into a list {click}{out}", "{click}, ~combine {n} into one list{out}", "~collect {n} and ~send them as a list {click}{out}", "~pack {n} into one message {click}{out}", "~print {n} as one list {click}", "~wait for a click on a button and then ~put {n} together in a list{out}")
    asks = ("{n} to one list, but only {click}{tail}", "button -> {n} as a list{tail}", "collect {n}, send the list {click}{tail}")
    feeds = (*(Feed(10 + 15 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes, xs, strict=True))), Feed(100, button, "bang"))
    return example(plainly(draw, slots, clauses, asks), p, prints_all([xs]), tuple(feeds))


def first_and_rest(draw: Draw) -> Example:
    """The first element, and the others."""
    numbers, text = some_list(draw, 3, 6)
    k = draw.one((1, 1, 1, 2))
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add(f"list split {k}", message)
    p.add("print first", parts)
    p.add("print rest", p.out(parts, 1))
    what = ("the first element", "the first number", "the head") if k == 1 else ("the first two elements", "the first two numbers")
    slots: GrowingSlots = {**spoken_list(text, numbers), "f": what, "r": ("the rest", "the remaining elements", "the others", "everything behind it" if k == 1 else "everything behind them")}
    clauses = ("~split {f} of {list} from {r} and {print} both{console}", "{take} {list} and {print} {f} and {r} separately{console}", "~separate {f} of {list} from {r}, and {print} the two parts{console}", "{print} {f} of {list} and then {r}{console}, labelled first and rest", "~divide {list} into {f} and {r} and {print} both parts{console}", "~cut {list} after {f} and {print} the two pieces{console}")
    asks = ("{f} of {list} here, {r} there, both printed", "head and tail of {list}, printed" if k == 1 else "{f} and {r} of {list}, printed", "print {f} and {r} of {list}", "how do i split {f} from {r}? {list}")
    wanted = ([float(x) for x in numbers[:k]], [float(x) for x in numbers[k:]])

    def parted(seen: Observation) -> bool:
        lines = [[atom for atom in line.atoms if isinstance(atom, float)] for line in seen.prints]
        return len(lines) == 2 and all(one in lines for one in wanted)

    return example(plainly(draw, slots, clauses, asks), p, parted, clicks(message))


WORDS = ("hello", "start", "stop", "yes", "no", "kick", "snare", "red", "blue", "open", "sesame", "play", "up", "down", "cat", "dog", "secret", "banana")


def word_compared(draw: Draw) -> Example:
    """A typed word is compared with a fixed one or with another typed one."""
    p = Sketch()
    box = p.add("symbolbox")
    word, other = draw.some(WORDS, 2)
    is_pair = draw.chance(0.35)
    if is_pair:
        second = p.add("symbolbox")
        select = p.add("sel nothing", box, p.into(1, second))
        said: GrowingSlots = {"x": ("a word typed into a symbol box", "the word in a symbol box", "a word in a symbol box"), "t": ("the same as the word in a second symbol box", "equal to a word in another symbol box", "identical to the word in a second symbol box")}
    else:
        select = p.add(f"sel {word}", box)
        said = {"x": ("a word typed into a symbol box", "the word in a symbol box", "a typed word from a symbol box", "a word entered in a symbol box", "the text in a symbol box"), "t": (f"the word {word}", word, f'"{word}"', f"equal to {word}", f"the password {word}")}
    before = (Feed(5, second, f"symbol {word}"),) if is_pair else ()
    feeds = (*before, Feed(20, box, f"symbol {other}"), Feed(40, box, f"symbol {word}"))
    if draw.chance(0.4):
        flash = p.add("bng", select)
        clauses: tuple[str, ...] = ("~flash a button if {x} is {t}", "~compare {x}: if it is {t}, ~flash a button", "{take} {x} and ~flash a button when it is {t}", "~send a bang if {x} is {t}", "~check {whether} {x} is {t} and ~flash a button if so")
        asks: tuple[str, ...] = ("a bang if {x} is {t}", "is {x} {t}? then flash a button", "button flashes when {x} is {t}")
        return example(plainly(draw, said, clauses, asks), p, bangs(flash, 1), feeds, [flash])
    a, b = draw.one((("correct", "wrong"), ("same", "different"), ("yes", "no"), ("welcome", "denied"), ("match", "mismatch")))
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    slots: GrowingSlots = {**said, "a": a, "b": b}
    clauses = ("{print} {a} if {x} is {t} and {b} {else}{console}", "{take} {x} and {print} {a} if it is {t}, {b} if not{console}", "~check {whether} {x} is {t} and {print} {a} or {b}{console}", "~compare {x} with a word and {print} {a} if it is {t}, {else} {b}{console}")
    asks = ("is {x} {t}? print {a} or {b}", "print {a} when {x} is {t}, {b} when not", "{a} in the console if {x} is {t}, otherwise {b}")
    return example(plainly(draw, slots, clauses, asks), p, prints_all([b, a]), feeds)


TABLES: tuple[tuple[tuple[str, ...], tuple[int, ...], str], ...] = (
    (("low", "middle", "high"), (110, 440, 1760), "a frequency"), (("slow", "medium", "fast"), (60, 100, 160), "a tempo"), (("C", "E", "G"), (60, 64, 67), "a MIDI note"), (("one", "two", "three"), (1, 2, 3), "a number"), (("red", "green", "blue"), (1, 2, 3), "a number"), (("soft", "loud"), (30, 110), "a velocity"),
    (("off", "on"), (0, 1), "a number"), (("quarter", "eighth", "half"), (500, 250, 1000), "a time in ms"), (("left", "right"), (0, 127), "a position"), (("small", "medium", "big"), (10, 50, 100), "a size"), (("spring", "summer", "autumn", "winter"), (1, 2, 3, 4), "a number"),
)  # fmt: skip


def word_to_number(draw: Draw) -> Example:
    """A typed word is looked up."""
    words, values, what = draw.one(TABLES)
    p = Sketch()
    box = p.add("symbolbox")
    select = p.add("sel " + " ".join(words), box)
    messages: list[Handle] = [p.add(f"msg {value}", p.out(select, i) if i else select) for i, value in enumerate(values)]
    ends, holds, watch = ended(draw, p, messages, values)
    arrows = ", ".join(f"{word} = {value}" for word, value in zip(words, values, strict=True))
    pairs = ", ".join(f"{value} for {word}" for word, value in zip(words, values, strict=True))
    slots: GrowingSlots = {**ends, "t": (arrows, pairs), "what": what, "x": ("a word typed into a symbol box", "the word in a symbol box", "a word entered in a symbol box", "a typed word from a symbol box")}
    clauses = ("~convert {x} to {what} ({t}){out}", "{take} {x} and ~output {what} for it ({t}){out}", "~translate {x} into {what}: {t}{out}", "~look up {what} for {x} ({t}){out}", "~turn {x} into {what}, {t}{out}", "~choose {what} by {x} ({t}){out}")
    asks = ("{x} to {what}: {t}{tail}", "i type a word into a symbol box and get {what}: {t}{tail}", "word -> number from a symbol box: {t}{tail}", "{t}, chosen by {x}{tail}")
    feeds = tuple(Feed(10 + 20 * i, box, f"symbol {word}") for i, word in enumerate(words))
    return example(plainly(draw, slots, clauses, asks), p, holds, feeds, watch)


GREETINGS = (("hello $1", "hello"), ("good morning $1", "good morning"), ("name $1", "name"), ("you typed $1", "you typed"), ("welcome $1", "welcome"), ("play $1", "play"), ("load $1", "load"), ("bye $1", "bye"))


def word_in_sentence(draw: Draw) -> Example:
    """A typed word is put into a longer message."""
    body, lead = draw.one(GREETINGS)
    p = Sketch()
    box = p.add("symbolbox")
    p.add("print", p.add(f"msg {body}", box))
    word = draw.one(("anna", "ben", "world", "intro", "maria", "sam"))
    slots: GrowingSlots = {"lead": (lead, f'"{lead}"', f"the words {lead}" if " " in lead else f"the word {lead}"), "x": ("a word typed into a symbol box", "the word in a symbol box", "a name entered in a symbol box", "a name typed into a symbol box", "the text of a symbol box")}
    clauses = ("{print} {lead} followed by {x}{console}", "~put {lead} in front of {x} and {print} the result{console}", "{take} {x} and {print} it{console} with {lead} in front", "~build a message of {lead} and {x} and {print} it{console}", "~insert {x} after {lead} and {print} the sentence{console}")
    asks = ("{lead} and then {x}, printed", "i type a name into a symbol box, the console says {lead} and the name", "{x} with {lead} before it, in the console")
    return example(plainly(draw, slots, clauses, asks), p, prints(*lead.split(), word), (Feed(10, box, f"symbol {word}"),))


def doubled(draw: Draw) -> Example:
    """A number becomes a list with itself or with what is made of it."""
    p = Sketch()
    box = p.add("number")
    n = draw.integer(2, 12)
    kind = draw.one(("twice", "thrice", "beside", "word"))
    x = draw.integer(3, 90)
    wanted: list[float | str]
    if kind in ("twice", "thrice"):
        count = 2 if kind == "twice" else 3
        p.add("print", p.add("msg " + " ".join(["$1"] * count), box))
        verbs: tuple[str, ...] = ("~make a list that holds {x} " + kind.replace("thrice", "three times"), "~repeat {x} in a list, " + NUMBER_WORDS[count] + " times in all", "~turn {x} into a list of " + NUMBER_WORDS[count] + " equal numbers")
        wanted = [float(x)] * count
    elif kind == "beside":
        both = p.add("t f f", box)
        p.add("print", p.add("pack f f", both, p.into(1, p.add(f"* {n}", p.out(both, 1)))))
        verbs = (f"~make a list of {{x}} and {n} times that number", f"~put {{x}} and its product with {n} into one list", f"~combine {{x}} with {n} times its value in a list")
        wanted = [float(x), float(x * n)]
    else:
        word = draw.one(("freq", "volume", "note", "tempo", "cutoff"))
        p.add("print", p.add(f"msg {word} $1", box))
        verbs = (f"~put the word {word} in front of {{x}}", f"~turn {{x}} into a message {word} with the number", f"~send {{x}} with the name {word} before it")
        wanted = [word, float(x)]
    slots: GrowingSlots = {"x": ("a number", "a number from a number box", "an incoming number", "a number entered by the user", "the number in a number box"), "do": verbs, "out": PRINT_ENDS, "tail": PRINT_TAILS, "bare": tuple(verb.replace("~", "") for verb in verbs)}
    clauses = ("{do}{out}", "{do}{out}", "{do}{out}", "{do} whenever it changes{out}")
    asks = ("{bare}{tail}", "how do i {bare}?{tail}", "i want to {bare}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, prints(*wanted), fed(box, x))


def all_printed(draw: Draw) -> Example:
    """One click prints several messages in order, the last of them a flash of a button."""
    steps = draw.some(("one", "two", "three", "ready", "set", "go", "intro", "verse", "chorus", "first", "second", "last"), draw.one((2, 3)))
    p = Sketch()
    button = p.add("bng")
    n = len(steps)
    order = p.add("t " + " ".join("b" * (n + 1)), button)
    messages = [p.add(f"msg {step}", p.out(order, n - i)) for i, step in enumerate(steps)]
    flash = p.add("bng", order)
    p.add("print", *messages)
    slots: GrowingSlots = {"s": ", then ".join(steps), "list": ", ".join(steps)}
    clauses = ("{print} {s}{console} {click} and finally ~flash another button", "{click}, {print} {s}{console}, and at the end ~flash another button", "~send the messages {list} to the console in this order {click}, and then ~flash a second button", "{click}, first {print} {s}{console} and last of all ~bang another button")
    asks = ("{s} in the console and then a flash of another button, {click}", "one click: print {s}, then bang another button", "in this order {click}: {list}, printed, and a bang at the end")
    return example(plainly(draw, slots, clauses, asks), p, all_of(prints_all(steps), bangs(flash, 1)), clicks(button), [flash])


SKILLS: dict[str, Skill] = {
    "figure-of-typed-list": figure, "member-of-list": membership, "list-on-click": listed_on_click, "first-and-rest": first_and_rest, "word-compared": word_compared, "word-to-number": word_to_number, "word-in-sentence": word_in_sentence,
    "number-in-list": doubled, "messages-then-bang": all_printed,
}
CORE: tuple[str, ...] = ("figure-of-typed-list", "member-of-list", "list-on-click", "word-to-number")
