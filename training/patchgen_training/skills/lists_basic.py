"""Skills: lists: packing, unpacking, elements, length, joining, splitting, sums, order."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints, prints_all
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.sketch import Handle, Sketch

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
COUNTS = ("zero", "one", "two", "three", "four", "five", "six")


def some_list(draw: Draw, low: int = 3, high: int = 5) -> tuple[list[int], str]:
    """Different whole numbers, and the same as the words of a message."""
    numbers = draw.some(list(range(1, 100)), draw.integer(low, high))
    return numbers, " ".join(map(str, numbers))


def list_words(draw: Draw, text: str) -> dict[str, tuple[str, ...]]:
    """Slots for a list in a message box."""
    commas = text.replace(" ", ", ")
    return {"list": (f"the list {text}", f"a list with the numbers {commas}", f"the list {text} from a message box",
                     f"a message box containing {text}", f"the numbers {commas} in a message box", f"the list ({text})")}


def clicked(box: Handle) -> tuple[Feed, ...]:
    """One click."""
    return (Feed(10, box, "bang"),)


def pack(draw: Draw) -> Example:
    """Packs two or three numbers into a list and prints it."""
    count = draw.one((2, 2, 3))
    p = Sketch()
    boxes = [p.add("number") for _ in range(count)]
    sources = [boxes[0]]
    for inlet, box in enumerate(boxes[1:], 1):
        both = p.add("t b f", box)
        sources += [both, p.into(inlet, p.out(both, 1))]  # type: ignore[list-item]
    p.add("print", p.add("pack " + " ".join("f" * count), *sources))
    slots = {"n": COUNTS[count], "numbers": (f"{COUNTS[count]} numbers", f"{COUNTS[count]} number boxes", f"{COUNTS[count]} input numbers",
             f"the values of {COUNTS[count]} number boxes"), "it": ("it", "the list", "the result"),
             "list": ("a list", "one list", "a single list")}
    clauses = ("~pack {numbers} into {list} and {printed}", "~combine {numbers} into {list} and {printed}", "~make {list} of {numbers} and {printed}",
               "~take {numbers}, ~pack them into {list} and {printed}", "~join {numbers} to {list} and {printed}", "~print {numbers} as {list}",
               "~collect {numbers} in {list} and {printed}")
    values = [float(draw.integer(1, 90)) for _ in boxes]
    feeds = fed(0, *values)
    feeds = tuple(Feed(feed.at, box, feed.message) for feed, box in zip(feeds, boxes, strict=True))
    lines = [values[: i + 1] + [0.0] * (count - i - 1) for i in range(count)]
    return Example(worded(draw, slots, clauses, ("{list} of {numbers}, printed",), ("pack {numbers} and print {it}", "print {numbers} as {list}")),
                   p.text(), prints_all(lines), feeds)


def unpack(draw: Draw) -> Example:
    """Shows each number of a list in a box of its own."""
    numbers, text = some_list(draw, 2, 5)
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add("unpack " + " ".join("f" * len(numbers)), message)
    shown = [p.add("number", p.out(parts, i) if i else parts) for i in range(len(numbers))]
    slots = {**list_words(draw, text), "boxes": ("separate number boxes", "its own number boxes", f"{COUNTS[len(numbers)]} number boxes", "single numbers, shown in number boxes")}
    clauses = ("~unpack {list} into {boxes}", "~split {list} into {boxes}", "~show every number of {list} in a number box of its own",
               "~take {list} and ~unpack it into {boxes}", "~separate {list} into {boxes}", "~break {list} up into {boxes}",
               "~display each element of {list} in a separate number box")
    return Example(worded(draw, slots, clauses, ("{list} unpacked into {boxes}",), ("unpack {list}, one number box each", "{list} to {boxes}")),
                   p.text(), all_of(*(emits(box, [n]) for box, n in zip(shown, numbers, strict=True))), clicked(message), shown)


def element(draw: Draw) -> Example:
    """One element of a list."""
    numbers, text = some_list(draw, 3, 6)
    index = draw.integer(0, len(numbers) - 1)
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add("unpack " + " ".join("f" * len(numbers)), message)
    slots, example = output_words(draw, p, p.out(parts, index) if index else parts, [numbers[index]])  # type: ignore[arg-type]
    which: tuple[str, ...] = (f"the {ORDINALS[index]} element", f"the {ORDINALS[index]} number", f"element number {index + 1}", f"the {ORDINALS[index]} item")
    if index == len(numbers) - 1:
        which += ("the last element", "the last number")
    slots = {**slots, **list_words(draw, text), "which": which}
    clauses = ("~get {which} of {list}{out}", "~extract {which} from {list}{out}", "~take {list} and ~output only {which}{out}",
               "~pick {which} out of {list}{out}", "~find {which} in {list}{out}", "~select {which} of {list}{out}")
    return finished(example, worded(draw, slots, clauses, ("{which} of {list}{tail}",), ("{which} of {list}{tail}", "how do i get {which} of {list}?{tail}")),
                    clicked(message))


def length(draw: Draw) -> Example:
    """How many elements a list has."""
    numbers, text = some_list(draw, 2, 8)
    p = Sketch()
    message = p.add(f"msg {text}")
    slots, example = output_words(draw, p, p.add("list length", message), [len(numbers)])
    slots = {**slots, **list_words(draw, text), "length": ("the length", "the number of elements", "the number of items", "the size")}
    clauses = ("~calculate {length} of {list}{out}", "~count the elements of {list}{out}", "~find {length} of {list}{out}", "~determine {length} of {list}{out}",
               "~take {list} and ~count its elements{out}", "~get {length} of {list}{out}")
    return finished(example, worded(draw, slots, clauses, ("{length} of {list}{tail}",), ("how long is {list}?{tail}", "{length} of {list}{tail}")), clicked(message))


def join(draw: Draw) -> Example:
    """Adds numbers at the front or the end of a list."""
    numbers, text = some_list(draw, 2, 4)
    extra, more = some_list(draw, 1, 2)
    at_end = draw.chance(0.5)
    p = Sketch()
    message = p.add(f"msg {text}")
    p.add("print", p.add(f"list {'append' if at_end else 'prepend'} {more}", message))
    slots = {**list_words(draw, text), "more": more.replace(" ", " and "), "it": ("it", "the result", "the new list", "the resulting list")}
    clauses = (("~append {more} to {list} and {printed}", "~add {more} at the end of {list} and {printed}", "~put {more} behind {list} and {printed}",
                "~take {list}, ~append {more} and {printed}", "~attach {more} to the end of {list} and {printed}", "~extend {list} with {more} at the end and {printed}")
               if at_end else
               ("~prepend {more} to {list} and {printed}", "~add {more} at the beginning of {list} and {printed}", "~put {more} in front of {list} and {printed}",
                "~take {list}, ~prepend {more} and {printed}", "~insert {more} before {list} and {printed}", "~attach {more} to the front of {list} and {printed}"))
    place = "at the end" if at_end else "at the front"
    asks = (f"{{list}} with {{more}} {place}, printed", f"print {{list}} with {{more}} added {place}")
    wanted = numbers + extra if at_end else extra + numbers
    return Example(worded(draw, slots, clauses, (f"{{list}} with {{more}} added {place}, printed",), asks), p.text(), prints(*wanted), clicked(message))


def split(draw: Draw) -> Example:
    """Splits a list and prints both parts."""
    numbers, text = some_list(draw, 4, 6)
    at = draw.integer(1, len(numbers) - 1)
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add(f"list split {at}", message)
    p.add("print first", parts)
    p.add("print rest", p.out(parts, 1))
    elements = "element" if at == 1 else f"{COUNTS[at]} elements"
    slots = {**list_words(draw, text), "at": str(at), "elements": elements, "both": ("both parts", "the two parts", "the two lists")}
    clauses = ("~split {list} after the first {elements} and ~print {both}", "~split {list} at position {at} and ~print {both}",
               "~cut {list} in two after {at} and ~print {both}", "~print the first {elements} and the rest of {list} separately",
               "~take {list}, ~split it after the first {elements} and ~print {both}", "~separate the first {elements} of {list} from the rest and ~print {both}")
    return Example(worded(draw, slots, clauses, ("{list} split after the first {elements}, {both} printed",), ("split {list} at {at}, print {both}",)),
                   p.text(), lambda seen: sorted(map(len_of, seen.prints)) == sorted((at, len(numbers) - at)), clicked(message))


def len_of(seen: object) -> int:
    """How many atoms a printed line has."""
    return len(seen.atoms)  # type: ignore[attr-defined]


def rearrange(draw: Draw) -> Example:
    """Another order of the elements of a list."""
    count = draw.one((2, 3, 3, 4))
    numbers, text = some_list(draw, count, count)
    p = Sketch()
    message = p.add(f"msg {text}")
    p.add("print", p.add("msg " + " ".join(f"${i}" for i in range(count, 0, -1)), message))
    slots = {**list_words(draw, text), "it": ("it", "the result", "the reversed list"), "reverse": ("~reverse", "~reverse the order of", "~turn around", "~flip the order of")}
    clauses = ("{reverse} {list} and {printed}", "~print {list} in reverse order", "~take {list}, ~reverse it and {printed}", "~output {list} backwards and {printed}",
               "~print the elements of {list} from last to first", "{reverse} the elements of {list} and {printed}")
    return Example(worded(draw, slots, clauses, ("{list} in reverse order, printed",), ("{list} backwards, printed", "reverse {list} and print it")),
                   p.text(), prints(*numbers[::-1]), clicked(message))


TOTALS: dict[str, tuple[str, Callable[[list[int]], float], tuple[str, ...]]] = {
    "sum": ("{plus}", sum, ("the sum", "the total")),
    "mean": ("({plus}) / {n}", lambda x: sum(x) / len(x), ("the average", "the mean", "the mean value")),
    "product": ("{times}", lambda x: float(math.prod(x)), ("the product",)),
    "max": ("{max}", max, ("the largest number", "the maximum", "the biggest element")),
    "min": ("{min}", min, ("the smallest number", "the minimum", "the smallest element")),
}


def list_total(draw: Draw) -> Example:
    """The sum, mean, product, largest or smallest of a list."""
    numbers, text = some_list(draw, 3, 4)
    formula, function, nouns = TOTALS[draw.one(("sum", "sum", "mean", "mean", "product", "max", "min"))]
    variables = [f"$f{i + 1}" for i in range(len(numbers))]
    p = Sketch()
    message = p.add(f"msg {text}")
    nested = dict.fromkeys(("max", "min"), variables[-1])
    for variable in variables[-2::-1]:
        nested = {name: f"{name}({variable}, {inner})" for name, inner in nested.items()}
    body = formula.format(plus=" + ".join(variables), times=" * ".join(variables), n=len(numbers), **nested)
    slots, example = output_words(draw, p, p.add(f"expr {body}", message), [float(function(numbers))])
    slots = {**slots, **list_words(draw, text), "what": nouns}
    clauses = ("~calculate {what} of {list}{out}", "~compute {what} of {list}{out}", "~find {what} of {list}{out}", "~take {list} and ~work out {what}{out}",
               "~determine {what} of {list}{out}", "~get {what} of all elements of {list}{out}")
    return finished(example, worded(draw, slots, clauses, ("{what} of {list}{tail}",), ("{what} of {list}{tail}", "what is {what} of {list}?{tail}")), clicked(message))


def swap(draw: Draw) -> Example:
    """Two numbers in the other order, or sorted."""
    is_sorted = draw.chance(0.5)
    p = Sketch()
    first, second = p.add('number "first"'), p.add('number "second"')
    both = p.add("t b f", second)
    feeds = (Feed(10, second, "3"), Feed(30, first, "8"))
    if is_sorted:
        left = p.add('number "smaller"', p.add("min", first, both, p.into(1, p.out(both, 1))))
        right = p.add('number "larger"', p.add("max", first, both, p.into(1, p.out(both, 1))))
        clauses = ("~sort two numbers and ~show the smaller and the larger one in number boxes", "~put two numbers in order, smaller and larger, and ~display both",
                   "~compare two numbers and ~show the smaller one on the left and the larger one on the right", "~order two input numbers by size and ~display them",
                   "~take two numbers and ~display the smaller and the larger one separately", "~find the smaller and the larger of two numbers and ~show both")
        asks: tuple[str, ...] = ("sort two numbers", "two numbers in, smaller and larger out")
        wanted = ([0, 3], [3, 8])
    else:
        swapped = p.add("swap", first, both, p.into(1, p.out(both, 1)))
        left, right = p.add("number", swapped), p.add("number", p.out(swapped, 1))
        clauses = ("~swap two numbers and ~show them in number boxes", "~exchange two numbers and ~display both", "~take two numbers and ~show them in swapped order",
                   "~swap the values of two number boxes and ~display them", "~output two input numbers in exchanged order", "~switch two numbers around and ~show both")
        asks = ("swap two numbers", "two numbers in, swapped out")
        wanted = ([3, 3], [0, 8])
    return Example(worded(draw, {}, clauses, (), asks), p.text(), all_of(emits(left, wanted[0]), emits(right, wanted[1])), feeds, [left, right], 0.1)


def one_by_one(draw: Draw) -> Example:
    """Prints the elements of a list one after the other."""
    numbers, text = some_list(draw, 3, 6)
    p = Sketch()
    message = p.add(f"msg {text}")
    order = p.add("t l l", message)
    p.add("print", p.add("list split 1", p.out(order, 1)))
    p.connect(p.add("list split 1", order), order, 0, 1)
    slots = {**list_words(draw, text), "one": ("one by one", "one after the other", "one at a time", "separately, one after another")}
    clauses = ("~print the elements of {list} {one}", "~take {list} and ~print its elements {one}", "~go through {list} and ~print every element",
               "~iterate over {list} and ~print each number", "~send the elements of {list} {one} to the console", "~step through {list} and ~print all elements {one}")
    return Example(worded(draw, slots, clauses, ("{list}, printed {one}",), ("{list}, print elements {one}", "iterate over {list}, print each")),
                   p.text(), prints_all(numbers), clicked(message))


def scale_list(draw: Draw) -> Example:
    """Does the same to every element of a list."""
    numbers, text = some_list(draw, 2, 4)
    n = draw.integer(2, 20)
    body, verb, function = draw.one((("*", ("~multiply each element of {list} by {n}", "~multiply {list} by {n}, element by element", "~scale every number of {list} by {n}"), lambda x: x * n),
                                     ("+", ("~add {n} to each element of {list}", "~add {n} to every number of {list}", "~increase all numbers of {list} by {n}"), lambda x: x + n)))
    p = Sketch()
    message = p.add(f"msg {text}")
    kinds = " ".join("f" * len(numbers))
    parts = p.add(f"unpack {kinds}", message)
    scaled = [p.add(f"{body} {n}", p.out(parts, i) if i else parts) for i in range(len(numbers))]
    p.add("print", p.add(f"pack {kinds}", scaled[0], *(p.into(i, box) for i, box in enumerate(scaled) if i)))
    slots = {**list_words(draw, text), "n": str(n), "do": verb, "it": ("the result", "the new list", "it")}
    clauses = ("{do} and {printed}", "{do}, then {printed}", "{do} and {printed}", "{do} and ~print the resulting list")
    return Example(worded(draw, slots, clauses, (), ("{do}, print {it}", "{do} and print the list")), p.text(), prints(*map(function, numbers)), clicked(message))


def collect(draw: Draw) -> Example:
    """Stores numbers in a list and prints it on a click."""
    p = Sketch()
    box = p.add("number")
    button = p.add('bng "print"')
    has_clear = draw.chance(0.5)
    clear = p.add("msg delete 0 -1", p.add('bng "clear"')) if has_clear else None
    store = p.add("list store", button, p.add("msg append $1", box), *([clear] if clear else []))
    p.add("print", store)
    slots = {"clear": (" with a button to clear it", ", with a clear button", " and ~empty it with a clear button") if has_clear else "",
             "numbers": ("numbers", "incoming numbers", "the numbers from a number box", "all numbers I enter")}
    clauses = ("~collect {numbers} in a list and ~print it when a button is clicked{clear}", "~store {numbers} in a list and ~print the list with a button{clear}",
               "~remember {numbers} as a list and ~print it on a bang{clear}", "~append {numbers} to a list, ~print it when a bang is clicked{clear}",
               "~gather {numbers} in a list that a button prints{clear}")
    feeds = (*fed(box, 4, 9), Feed(70, button, "bang"))
    wanted: list[list[float]] = [[4, 9]]
    if clear:
        feeds += (Feed(90, clear, "bang"), Feed(110, box, "5"), Feed(130, button, "bang"))
        wanted.append([5])
    return Example(worded(draw, slots, clauses, ("a list of {numbers} that is printed with a button{clear}",), ("collect {numbers}, button prints the list{clear}",)),
                   p.text(), prints_all(wanted), feeds)


SKILLS: dict[str, Skill] = {
    "pack": pack,
    "unpack": unpack,
    "list-element": element,
    "list-length": length,
    "list-join": join,
    "list-split": split,
    "list-reverse": rearrange,
    "list-total": list_total,
    "swap-and-sort": swap,
    "one-by-one": one_by_one,
    "scale-list": scale_list,
    "collect": collect,
}
