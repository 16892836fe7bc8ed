"""Skills: lists made of live numbers, elements by index, sorting, growing lists, lists of notes to be heard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, emits, prints, prints_all
from patchgen_training.skills.expect_time import loud_at, loudness
from patchgen_training.skills.lists_basic import COUNTS, clicked, list_words, some_list
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import finished, output_words
from patchgen_training.skills.sketch import Handle, Sketch

LABELS = (("pitch", "velocity"), ("note", "velocity", "duration"), ("frequency", "amplitude"), ("x", "y"), ("x", "y", "z"), ("red", "green", "blue"), ("attack", "decay", "release"), ("hours", "minutes", "seconds"), ("frequency", "q"), ("tempo", "volume"), ("pan", "volume"), ("bar", "beat"))  # fmt: skip


def boxes_to_list(draw: Draw) -> Example:
    """Named number boxes, sent as one list at a click or whenever the first changes."""
    names = draw.one(LABELS)
    at_click = draw.chance(0.6)
    p = Sketch()
    boxes = [p.add(f'number "{name}"') for name in names]
    kinds = " ".join("f" * len(names))
    if at_click:
        button = p.add('bng "send"')
        # [pack] sends at its first inlet: the first number waits in an [f] for the click.
        packed = p.add(f"pack {kinds}", p.add("f", button, p.into(1, boxes[0])), *(p.into(i, box) for i, box in enumerate(boxes) if i))
    else:
        button = 0
        packed = p.add(f"pack {kinds}", boxes[0], *(p.into(i, box) for i, box in enumerate(boxes) if i))
    p.add("print", packed)
    listed = ", ".join(names[:-1]) + f" and {names[-1]}"
    xs = [float(draw.integer(1, 99)) for _ in names]
    slots = {"list": listed, "first": names[0], "boxes": (f"number boxes for {listed}", f"{COUNTS[len(names)]} number boxes called {listed}", f"the number boxes {listed}"), "click": ("when a button is clicked", "with a button", "on a click of a send button", "only when i press a button") if at_click else ("whenever the {first} changes", "each time the {first} comes in", "as soon as the {first} is entered")}
    clauses = ("~print {boxes} as one list {click}", "~pack {boxes} into a list and ~print it {click}", "~combine {list} from number boxes to a list that is printed {click}", "~send {list} as one list to the console {click}", "~collect {boxes} in a list and ~print it {click}", "~have {boxes} and ~print all values together {click}")
    asks = ("{list} as a list, printed {click}", "{boxes}, packed and printed {click}", "print {list} together {click}")
    feeds = tuple(Feed(10 + 10 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes[::-1], xs[::-1], strict=True)))
    if at_click:
        feeds += (Feed(90, button, "bang"),)
    return Example(asked(draw, slots, clauses, ("{boxes}, printed as a list {click}",), asks), p.text(), prints_all([xs]), feeds, seconds=0.2)


def named_parts(draw: Draw) -> Example:
    """A list in a message box, unpacked into named boxes."""
    names = draw.one(LABELS)
    xs = [draw.integer(1, 127) for _ in names]
    p = Sketch()
    message = p.add("msg " + " ".join(map(str, xs)))
    parts = p.add("unpack " + " ".join("f" * len(xs)), message)
    shown = [p.add(f'number "{name}"', p.out(parts, i) if i else parts) for i, name in enumerate(names)]
    text = " ".join(map(str, xs))
    listed = ", ".join(names[:-1]) + f" and {names[-1]}"
    slots = {**list_words(draw, text), "names": (listed, f"number boxes named {listed}", f"{listed} boxes")}
    clauses = ("~split {list} into {names}", "~unpack {list} into {names}", "~show {list} as {names}", "~take {list} apart into {names}", "~separate {list} into {names}", "~read {list} as {names} and ~show each in a number box")
    return Example(asked(draw, slots, clauses, ("{list} split into {names}",), ("{list} to {names}", "{list} means {names}, show them")), p.text(), all_of(*(emits(box, [x]) for box, x in zip(shown, xs, strict=True))), clicked(message), shown)


def by_index(draw: Draw) -> Example:
    """A number box or a radio picks an element of a list."""
    numbers, text = some_list(draw, 3, 8)
    count = len(numbers)
    by_radio = draw.chance(0.35)
    p = Sketch()
    box = p.add(f"hradio {count}" if by_radio else 'number "index"')
    store = p.add(f"list store {text}", p.add("msg get $1 1", box))
    index = draw.integer(0, count - 1)
    slots, example = output_words(draw, p, store, [numbers[index]])
    slots = {**slots, "list": (text, f"the list {text}", f"the numbers {text.replace(' ', ', ')}"), "by": (f"a radio button with {count} cells", "a radio button") if by_radio else ("a number box", "an index from a number box", "its index (from 0) in a number box", "an index i type in, counted from 0")}
    clauses = ("~pick an element of {list} with {by}{out}", "~get the element of {list} chosen with {by}{out}", "~look up one of {list} by {by}{out}", "~choose one of {list} with {by}{out}", "~select an element from {list} with {by}{out}", "~output the element of {list} that is selected with {by}{out}")
    return finished(example, asked(draw, slots, clauses, ("an element picker for {list} with {by}{tail}",), ("element of {list} by {by}{tail}", "{by} picks from {list}{tail}")), (Feed(10, box, str(index)),))


def sort_three(draw: Draw) -> Example:
    """Three numbers in order of size, or the middle one, from a list in a message or from number boxes."""
    low, middle, high = "min($f1, min($f2, $f3))", "max(min($f1, $f2), min(max($f1, $f2), $f3))", "max($f1, max($f2, $f3))"
    numbers, text = some_list(draw, 3, 3)
    p = Sketch()
    message = p.add(f"msg {text}")
    words = list_words(draw, text)
    if draw.chance(0.4):
        slots, example = output_words(draw, p, p.add(f"expr {middle}", message), [sorted(numbers)[1]])
        slots = {**slots, **words}
        clauses: tuple[str, ...] = ("~find the median of {list}{out}", "~calculate the middle value of {list}{out}", "~get the median of {list}{out}", "~pick the middle one (by size) of {list}{out}", "~take {list} and ~work out the median{out}")
        return finished(example, asked(draw, slots, clauses, ("the median of {list}{tail}",), ("median of {list}{tail}", "which number of {list} is in the middle by size?{tail}")), clicked(message))
    order = [p.add(f"expr {body}", message) for body in (low, middle, high)]
    shown = [p.add(f'number "{name}"', box) for name, box in zip(("low", "middle", "high"), order, strict=True)]
    clauses = ("~sort {list} and ~show low, middle and high in number boxes", "~sort {list} from small to large into three number boxes", "~put {list} in ascending order, shown in three number boxes", "~order {list} by size and ~display the three values", "~show the smallest, the middle and the largest of {list}", "~take {list} and ~show the elements in order of size")
    return Example(asked(draw, words, clauses, ("{list} sorted into three number boxes",), ("sort {list}", "{list} in order of size, three number boxes", "sort three numbers: {list}")), p.text(), all_of(*(emits(box, [x]) for box, x in zip(shown, sorted(numbers), strict=True))), clicked(message), shown)


def growing_list(draw: Draw) -> Example:
    """A number box adds to a list that is printed each time, or whose length is shown."""
    kind = draw.one(("print", "print", "length", "front"))
    has_clear = draw.chance(0.4)
    p = Sketch()
    box = p.add("number")
    order = p.add("t b f", box)
    clear = p.add("msg delete 0 -1", p.add('bng "clear"')) if has_clear else None
    add = p.add("msg prepend $1" if kind == "front" else "msg append $1", p.out(order, 1))
    store = p.add("list store", order, add, *([clear] if clear else []))
    xs = [float(draw.integer(1, 99)) for _ in range(3)]
    slots = {"clear": (" with a clear button", ", with a button to empty it", " (clear button included)") if has_clear else "", "x": ("every number i enter", "each incoming number", "the numbers from a number box", "each number from a number box", "new numbers")}
    if kind == "length":
        shown = p.add("number", p.add("list length", store))
        clauses: tuple[str, ...] = ("~collect {x} in a list and ~show how long it is{clear}", "~add {x} to a list and ~show its length{clear}", "~store {x} in a list and ~display the number of elements{clear}", "~keep {x} in a list and ~show how many there are{clear}")
        asks: tuple[str, ...] = ("list of {x}, show the length{clear}", "put {x} into a list and tell me its length{clear}")
        return Example(asked(draw, slots, clauses, (), asks), p.text(), emits(shown, [1, 2, 3]), tuple(Feed(10 + 20 * i, box, f"{x:g}") for i, x in enumerate(xs)), [shown], 0.15)
    p.add("print", store)
    place = ("at the beginning of", "at the front of", "in front of") if kind == "front" else ("at the end of", "to the end of", "to")
    slots["at"] = place
    clauses = ("~put {x} {at} a list and ~print the whole list each time{clear}", "~add {x} {at} a growing list and ~print it{clear}", "~collect {x} {at} a list, printed after every new one{clear}", "~build a list of {x}, each {at} the list, and ~print it every time{clear}", "~remember {x} {at} a list and ~print the list so far{clear}")
    if kind == "print":
        clauses = tuple(c.replace(" {at} a list", " in a list").replace(", each {at} the list", "").replace("~put {x} in", "~store {x} in") for c in clauses)
    asks = ("growing list of {x}" + (", newest first" if kind == "front" else "") + ", printed each time{clear}", "print all the numbers so far when a new one comes" + (", the newest in front" if kind == "front" else "") + "{clear}")
    lines = [xs[: i + 1] if kind == "print" else xs[: i + 1][::-1] for i in range(3)]
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints_all(lines), tuple(Feed(10 + 20 * i, box, f"{x:g}") for i, x in enumerate(xs)), seconds=0.15)


def with_word(draw: Draw) -> Example:
    """A list or number with a word put in front or behind, without the list selector."""
    word = draw.one(("note", "freq", "volume", "set", "tempo", "play", "color", "pos", "pan", "cc", "step", "value", "x", "gain"))
    numbers, text = some_list(draw, 2, 4)
    front = draw.chance(0.65)
    p = Sketch()
    message = p.add(f"msg {text}")
    p.add("print", p.add("list trim", p.add(f"list prepend {word}", message)) if front else p.add(f"list append {word}", message))
    slots = {**list_words(draw, text), "w": (word, f"the word {word}"), "it": ("it", "the result")}
    clauses = (("~put {w} in front of {list} and ~print {it}", "~prepend {w} to {list} and ~print {it}", "~add {w} at the beginning of {list} and ~print {it}", "~turn {list} into a message starting with {w} and ~print {it}", "~print {list} with {w} in front") if front else
               ("~put {w} behind {list} and ~print {it}", "~append {w} to {list} and ~print {it}", "~add {w} at the end of {list} and ~print {it}", "~print {list} followed by {w}", "~print {list} with {w} at the end"))
    wanted: list[float | str] = [word, *numbers] if front else [*numbers, word]
    return Example(asked(draw, slots, clauses, (), ("{list} with {w} " + ("in front" if front else "at the end") + ", printed",)), p.text(), prints(*wanted), clicked(message))


def rotate(draw: Draw) -> Example:
    """First element to the end, or without its first or last elements."""
    numbers, text = some_list(draw, 4, 6)
    kind = draw.one(("rotate", "rest", "first"))
    n = draw.integer(1, len(numbers) - 2)
    n = 1 if kind == "rotate" else n
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add(f"list split {n}", message)
    many = "element" if n == 1 else f"{COUNTS[n]} elements"
    if kind == "rotate":
        # [list split] sends its second outlet first: the rest must wait for the first element.
        p = Sketch()
        message = p.add(f"msg {text}")
        order = p.add("t l l", message)
        first = p.add("list split 1", p.out(order, 1))
        rest = p.add("list split 1", order)
        p.add("print", p.add("list append", p.out(rest, 1), p.into(1, first)))
        wanted = numbers[1:] + numbers[:1]
        clauses: tuple[str, ...] = ("~rotate {list} by one to the left and {printed}", "~move the first element of {list} to the end and {printed}", "~take the first element of {list}, ~put it at the end and {printed}", "~shift {list} round by one position and {printed}")
        asks: tuple[str, ...] = ("rotate {list} by one, print it", "{list}, first element to the end, printed")
    elif kind == "rest":
        p.add("print", p.out(parts, 1))
        wanted = numbers[n:]
        clauses = ("~remove the first {many} of {list} and ~print the rest", "~print {list} without the first {many}", "~drop the first {many} of {list} and {printed}", "~cut the first {many} off {list} and ~print what is left", "~skip the first {many} of {list} and ~print the others")
        asks = ("{list} without the first {many}, printed", "drop the first {many} of {list}, print the rest")
    else:
        p.add("print", parts)
        wanted = numbers[:n]
        clauses = ("~print only the first {many} of {list}", "~take the first {many} of {list} and {printed}", "~keep the first {many} of {list} and {printed}", "~cut {list} after the first {many} and ~print the beginning", "~get the first {many} of {list} and {printed}")
        asks = ("first {many} of {list}, printed", "print the first {many} of {list}, not the rest")
    slots = {**list_words(draw, text), "many": many, "it": ("it", "the result", "the new list")}
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints(*wanted), clicked(message))


def list_chord(draw: Draw) -> Example:
    """A list of notes or frequencies in a message box sets sounding oscillators."""
    is_notes = draw.chance(0.65)
    count = draw.one((2, 3, 3, 4))
    xs = sorted(draw.some((48, 50, 52, 53, 55, 57, 59, 60, 62, 64, 65, 67, 69, 72), count)) if is_notes else sorted(draw.some((110, 150, 200, 220, 300, 330, 400, 440, 550, 660, 880), count))
    text = " ".join(map(str, xs))
    volume = draw.chance(0.4)
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add("unpack " + " ".join("f" * count), message)
    tones: list[Handle] = []
    for i in range(count):
        pitch = p.out(parts, i) if i else parts
        tones.append(p.add("osc~", p.add("mtof", pitch) if is_notes else pitch))
    mixed = p.add("*~ 0.1", *tones) if not volume else p.add("*~", p.add("*~ 0.25", *tones), p.into(1, p.add('hsl 0 1 "volume" init:0.3')))
    p.add("dac~", mixed, p.into(1, mixed))
    n = {2: "two", 3: "three", 4: "four"}[count]
    slots = {"list": (f"the MIDI notes {text}", f"a list of the notes {text.replace(' ', ', ')} (MIDI)", f"the midi note list {text}") if is_notes else (f"the frequencies {text}", f"a list of the frequencies {text.replace(' ', ', ')} Hz", f"{text} Hz"),
             "n": (n, str(count)), "vol": (" with a volume slider", ", with volume control") if volume else "", "osc": ("sine oscillators", "oscillators", "sine tones", "osc~ objects")}
    clauses = ("~play {list} from a message box with {n} {osc}{vol}", "~unpack {list} in a message box and ~play them with {n} {osc}{vol}", "~send {list} from a message box to {n} {osc}{vol}", "~sound {list} as a chord when a message box is clicked, with {n} {osc}{vol}", "~set {n} {osc} with one message box containing {list}{vol}")
    asks = ("message box with {list}, {n} {osc} play it{vol}", "{list} as a chord from one message box, {n} {osc}{vol}", "click a message box and hear {list} together on {n} {osc}{vol}")
    holds = all_of(loud_at(150, 400, 0.01, 0.5), changed_by(110, 400))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, (Feed(100, message, "bang"),), seconds=0.42)


def changed_by(start: float, end: float) -> Holds:
    """The sound moves after the click, while it was still before."""

    def check(seen: Observation) -> bool:
        before = np.asarray(seen.audio[0][441:4000])
        after = np.asarray(seen.audio[0][int(start * 44.1) : int(end * 44.1)])
        return float(np.std(before)) < 1e-3 and float(np.std(after)) > 0.005 and loudness(seen, start, end) < 0.6

    return check


def each_element(draw: Draw) -> Example:
    """Does something to every element and prints them one by one."""
    numbers, text = some_list(draw, 3, 5)
    n = draw.integer(2, 12)
    rows: tuple[tuple[str, str, Callable[[float], float], tuple[str, ...]], ...] = (
        (f"* {n}", "~multiply", lambda x: x * n, (f"~multiply each element of {{list}} by {n}", f"~go through {{list}} and ~multiply every number by {n}")),
        (f"+ {n}", "~add", lambda x: x + n, (f"~add {n} to each element of {{list}}", f"~go through {{list}} and ~add {n} to every number")),
        ("expr $f1 * $f1", "~square", lambda x: x * x, ("~square every element of {list}", "~go through {list} and ~square each number")),
        ("mtof", "~convert", lambda x: 440 * 2 ** ((x - 69) / 12), ("~convert every MIDI note of {list} to Hz", "~go through {list} and ~turn each note into a frequency")),
        ("/ 2", "~halve", lambda x: x / 2, ("~halve each element of {list}", "~go through {list} and ~divide every number by 2")),
    )
    body, _, function, verbs = draw.one(rows)
    p = Sketch()
    message = p.add(f"msg {text}")
    order = p.add("t l l", message)
    first = p.add("list split 1", p.out(order, 1))
    p.add("print", p.add(body, first))
    p.connect(p.add("list split 1", order), order, 0, 1)
    slots = {**list_words(draw, text), "do": verbs, "one": ("one by one", "one after the other", "on separate lines", "separately")}
    clauses = ("{do} and ~print the results {one}", "{do} and ~print each result", "{do}, ~print them {one}", "{do} and ~post the results {one} to the console")
    return Example(asked(draw, slots, clauses, (), ("{do}, print the results {one}", "{do}, print each")), p.text(), prints_all([function(x) for x in numbers]), clicked(message))


SKILLS: dict[str, Skill] = {
    "boxes-to-list": boxes_to_list,
    "named-parts": named_parts,
    "element-by-index": by_index,
    "sort-three": sort_three,
    "growing-list": growing_list,
    "list-with-word": with_word,
    "rotate-or-cut": rotate,
    "list-to-oscillators": list_chord,
    "each-element": each_element,
}
