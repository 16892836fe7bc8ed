"""Skills: lists and symbols in plain words: sum, mean, extremes, length, one element, both ends, reversed, sorted, longer, scaled; names with numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, emits, prints
from patchgen_training.skills.lists_basic import ORDINALS, some_list
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain_words import clicks, ended, example, plainly
from patchgen_training.skills.sketch import Handle, Sketch

NAMES = ("two", "three", "four", "five", "six")
PRINT_ENDS = (" and ~print it", " and ~print the result", ", then ~print it to the console", " and ~print the new list", " and ~post it to the console", " and ~print it in the Pd window", ", and ~print the resulting list")
PRINT_TAILS = (", printed", ", print it", ", print the result to the console", ", and print it")


def spoken_list(text: str, numbers: Sequence[int]) -> GrowingSlots:
    """What a list in a message box is called."""
    commas = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    count = NAMES[len(numbers) - 2]
    return {"list": (f"the list {text}", f"a list with the numbers {commas}", f"the list {text} from a message box", f"a message box with {text}", f"the numbers {commas} in a message box", f"a message with the list {text}", f"a list of {count} numbers ({text})",
                     f"the {count} numbers {commas} of a message box", f"the message {text}", f"a message box containing the list {text}")}  # fmt: skip


FIGURES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sum": (("the sum", "the total", "what the numbers add up to in", "the sum of all elements"), ("~add up all numbers of {list}", "~add all elements of {list} together", "~sum up {list}", "~add the numbers of {list}")),
    "product": (("the product", "the product of all elements"), ("~multiply all numbers of {list}", "~multiply all elements of {list} together", "~multiply the numbers of {list} with one another")),
    "mean": (("the average", "the mean", "the arithmetic mean", "the mean value"), ("~average the numbers of {list}", "~add up {list} and ~divide by the number of elements")),
    "max": (("the largest number", "the maximum", "the highest value", "the biggest element"), ("~pick the largest number out of {list}", "~find the highest number of {list}", "~keep only the biggest number of {list}")),
    "min": (("the smallest number", "the minimum", "the lowest value", "the smallest element"), ("~pick the smallest number out of {list}", "~find the lowest number of {list}", "~keep only the smallest number of {list}")),
    "length": (("the length", "the number of elements", "the size", "how many elements there are in", "the number of items"), ("~count the elements of {list}", "~tell how many items there are in {list}", "~count how many numbers are in {list}", "~measure how long {list} is")),
}  # fmt: skip


def figure(draw: Draw) -> Example:
    """One number from a list."""
    name = draw.one(tuple(FIGURES))
    numbers, text = some_list(draw, 2 if name == "length" else 3, 5)
    n = len(numbers)
    each = [f"$f{i + 1}" for i in range(n)]
    p = Sketch()
    message = p.add(f"msg {text}")

    def nested(function: str) -> str:
        body = each[-1]
        for one in reversed(each[:-1]):
            body = f"{function}({one}, {body})"
        return body

    body, value = {
        "sum": ("expr " + " + ".join(each), float(sum(numbers))), "product": ("expr " + " * ".join(each), float(math.prod(numbers))), "mean": (f"expr ({' + '.join(each)}) / {n}", sum(numbers) / n),
        "max": ("expr " + nested("max"), float(max(numbers))), "min": ("expr " + nested("min"), float(min(numbers))), "length": ("list length", float(n)),
    }[name]
    if value > 1e6:
        return figure(draw)
    slots, holds, watch = ended(draw, p, [p.add(body, message)], [value])
    nouns, verbs = FIGURES[name]
    nouns_of = tuple(noun if noun.endswith(" in") else f"{noun} of" if " of " not in noun else f"{noun} in" for noun in nouns)
    own: GrowingSlots = {**slots, **spoken_list(text, numbers), "f": nouns_of, "do": verbs}
    clauses = ("{calc} {f} {list}{out}", "{calc} {f} {list}{out}", "{do}{out}", "{do}{out}", "{take} {list} and {calc} {f} it{out}", "~output {f} {list}{out}", "{take} {list}, {calc} {f} it{out}".replace("{list}, {calc}", "{list} and {calc}"), "~show {f} {list}" if watch else "~print {f} {list}")
    asks = ("{f} {list}{tail}", "what is {f} {list}?{tail}" if name != "length" else "how long is {list}?{tail}", "i have {list} and need {f} it{tail}", "{do}{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, clicks(message), watch)


def element(draw: Draw) -> Example:
    """The first, the last, or any other element."""
    numbers, text = some_list(draw, 3, 5)
    n = len(numbers)
    index = draw.one((0, 0, n - 1, n - 1, draw.integer(0, n - 1)))
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add("unpack " + " ".join("f" * n), message)
    middle = p.out(parts, index) if index else parts
    slots, holds, watch = ended(draw, p, [middle], [numbers[index]])  # type: ignore[list-item]
    which = [f"the {ORDINALS[index]} element", f"the {ORDINALS[index]} number", f"element number {index + 1}", f"the {ORDINALS[index]} item", f"the {ORDINALS[index]} value", f"item {index + 1} (counted from 1)"]
    if index == n - 1:
        which = ["the last element", "the last number", "the final element", "the last item", *which]
    own: GrowingSlots = {**slots, **spoken_list(text, numbers), "e": which}
    clauses = ("~get {e} of {list}{out}", "~extract {e} from {list}{out}", "{take} {list} and ~output only {e}{out}", "~pick {e} out of {list}{out}", "~keep only {e} of {list}{out}", "~select {e} of {list} and ~ignore the others{out}", "~find {e} in {list}{out}", "~give {e} of {list}{out}")
    asks = ("{e} of {list}{tail}", "i only need {e} of {list}{tail}", "how do i get at {e} of {list}?{tail}", "{list}, but only {e}{tail}")
    return example(plainly(draw, own, clauses, asks), p, holds, clicks(message), watch)


def changed(draw: Draw) -> Example:
    """A longer, turned, scaled or headed list, printed."""
    numbers, text = some_list(draw, 2, 4)
    n = len(numbers)
    p = Sketch()
    message = p.add(f"msg {text}")
    kind = draw.one(("reverse", "reverse", "append", "append", "prepend", "prepend", "word", "times", "plus"))
    new, word, k = draw.integer(100, 200), draw.one(("freq", "note", "volume", "pitch", "values", "tempo", "play", "set")), draw.integer(2, 12)
    wanted: list[float | str] = [float(x) for x in numbers]
    if kind == "reverse":
        result: Handle = p.add("msg " + " ".join(f"${i}" for i in range(n, 0, -1)), message)
        wanted.reverse()
        verbs: tuple[str, ...] = ("~reverse {list}", "~turn {list} round", "~output {list} backwards", "~put the elements of {list} in the opposite order", "~turn the order of {list} round, last element first", "~reverse the order of {list}")
    elif kind == "append":
        result = p.add(f"list append {new}", message)
        wanted.append(float(new))
        verbs = ("~append {new} to {list}", "~add {new} at the end of {list}", "~put {new} behind {list}", "~attach {new} to the end of {list}", "~make {list} longer by {new} at its end", "~join {list} and {new}, in this order")
    elif kind == "prepend":
        result = p.add(f"list prepend {new}", message)
        wanted.insert(0, float(new))
        verbs = ("~prepend {new} to {list}", "~add {new} at the beginning of {list}", "~put {new} in front of {list}", "~insert {new} before the first element of {list}", "~place {new} at the start of {list}")
    elif kind == "word":
        result = p.add("list trim", p.add(f"list prepend {word}", message))
        wanted.insert(0, word)
        verbs = ("~put the word {word} in front of {list}", "~prepend the word {word} to {list}", "~turn {list} into a message that begins with {word}", "~prefix {list} with {word}", "~make {list} a message with the selector {word}")
    else:
        body = f"* {k}" if kind == "times" else f"+ {k}"
        parts = p.add("unpack " + " ".join("f" * n), message)
        boxes = [p.add(body, p.out(parts, i) if i else parts) for i in range(n)]
        result = p.add("pack " + " ".join("f" * n), boxes[0], *(p.into(i, box) for i, box in enumerate(boxes) if i))
        wanted = [float(x * k if kind == "times" else x + k) for x in numbers]
        verbs = ("~multiply every number of {list} by {k}", "~multiply each element of {list} by {k}", "~scale all numbers of {list} by {k}") if kind == "times" else ("~add {k} to every number of {list}", "~increase each element of {list} by {k}", "~add {k} to all numbers of {list}")
    p.add("print", result)
    own: GrowingSlots = {**spoken_list(text, numbers), "do": verbs, "out": PRINT_ENDS, "tail": PRINT_TAILS, "new": str(new), "word": word, "k": str(k)}
    clauses = ("{do}{out}", "{do}{out}", "{do} when the message is clicked{out}", "{take} a message box and {do2}{out}")
    own["do2"] = tuple(verb.replace("{list}", "its list " + text) for verb in verbs)
    asks = ("{do}{tail}", "how do i {bare}?{tail}", "i need to {bare}{tail}", "I want to {bare}. The result goes to the console.")
    own["bare"] = tuple(verb.replace("~", "") for verb in verbs)
    return example(plainly(draw, own, clauses, asks), p, prints(*wanted), clicks(message))


def joined(draw: Draw) -> Example:
    """Numbers from boxes become one list."""
    n = draw.one((2, 2, 3))
    p = Sketch()
    boxes = [p.add("number") for _ in range(n)]
    sources: list[Handle] = [boxes[0]]
    for inlet, box in enumerate(boxes[1:], 1):
        both = p.add("t b f", box)
        sources += [both, p.into(inlet, p.out(both, 1))]  # type: ignore[list-item]
    p.add("print", p.add("pack " + " ".join("f" * n), *sources))
    xs = [float(draw.integer(1, 90)) for _ in boxes]
    own: GrowingSlots = {"n": (f"{NAMES[n - 2]} numbers", f"{NAMES[n - 2]} number boxes", f"the values of {NAMES[n - 2]} number boxes", f"{NAMES[n - 2]} numbers entered by the user", f"{NAMES[n - 2]} input numbers"), "out": PRINT_ENDS, "tail": PRINT_TAILS}
    clauses = ("~pack {n} into a list{out}", "~combine {n} into one list{out}", "~make a list of {n}{out}", "{take} {n}, ~join them into a single list{out}", "~put {n} together in one message{out}", "~collect {n} in a list{out}", "~print {n} as one list", "~turn {n} into one list{out}")
    asks = ("{n} to one list{tail}", "one list out of {n}{tail}", "join {n}{tail}", "i have {n} and want them in one line of the console")
    feeds = tuple(Feed(10 + 20 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes, xs, strict=True)))
    return example(plainly(draw, own, clauses, asks), p, prints(*xs), feeds)


def taken_apart(draw: Draw) -> Example:
    """Each number of a list goes to its own box."""
    numbers, text = some_list(draw, 2, 4)
    n = len(numbers)
    p = Sketch()
    message = p.add(f"msg {text}")
    parts = p.add("unpack " + " ".join("f" * n), message)
    shown = [p.add("number", p.out(parts, i) if i else parts) for i in range(n)]
    own: GrowingSlots = {**spoken_list(text, numbers), "boxes": (f"{NAMES[n - 2]} number boxes", "separate number boxes", "a number box of its own for each element", "individual number boxes", "one number box per element")}
    clauses = ("~unpack {list} into {boxes}", "~split {list} into {boxes}", "~take {list} apart and ~show its numbers in {boxes}", "~display the elements of {list} in {boxes}", "~separate {list} into single numbers, shown in {boxes}", "~send each element of {list} to {boxes}".replace("send each element", "distribute the elements"))
    asks = ("{list} into {boxes}", "show me the parts of {list}, {boxes}", "unpack {list}, {boxes}", "i have {list} and want to see every number alone in {boxes}")
    holds: list[Holds] = [emits(box, [float(x)]) for box, x in zip(shown, numbers, strict=True)]
    return example(plainly(draw, own, clauses, asks), p, all_of(*holds), clicks(message), shown)


FORMS = (("file-%d", "-"), ("note%d", ""), ("sample-%d", "-"), ("take%d", ""), ("channel-%d", "-"), ("track%d", ""), ("voice-%d", "-"), ("step-%d", "-"), ("preset%d", ""), ("rec%d", ""), ("part-%d", "-"), ("sound-%d", "-"), ("image%d", ""))


def numbered_name(draw: Draw) -> Example:
    """A symbol made of a word and a number."""
    form, _ = draw.one(FORMS)
    x = draw.integer(1, 40)
    shows_it = draw.chance(0.4)
    p = Sketch()
    box = p.add("number")
    made = p.add(f"makefilename {form}", box)
    result = p.add("symbolbox" if shows_it else "print", made)
    name, stem = form.replace("%d", str(x)), form.replace("%d", "")
    own: GrowingSlots = {"form": form, "name": name, "stem": stem, "x": str(x), "out": (" and ~show it in a symbol box", " and ~display it in a symbol box", ", shown in a symbol box") if shows_it else PRINT_ENDS[:3],
                  "tail": (", shown in a symbol box", ", in a symbol box") if shows_it else PRINT_TAILS, "like": ("like {name} for {x}", "such as {name} when the number is {x}", "({x} becomes {name})", "of the form {form}", "so that {x} gives {name}")}
    clauses = ("~make a name {like} from {a}{out}", "~put {a} behind the word {stem}, {like},{out}".replace(",{out}", "{out}"), "~build a symbol {like} from {a}{out}", "{take} {a} and ~make a symbol {like}{out}", "~turn {a} into a name {like}{out}", "~create numbered names {like} from {a}{out}", "~format {a} as a symbol {like}{out}", "~join the word {stem} and {a} to one symbol {like}{out}")
    own["a"] = ("a number", "the number in a number box", "a number entered by the user", "an incoming number", "a number typed into a number box")
    asks = ("numbered names {like}{tail}", "i enter {x} and want {name}{tail}", "{stem} plus a number as one symbol {like}{tail}", "how do i get names {like} out of a number box?{tail}")
    holds: Holds = emits(result, [name]) if shows_it else prints(name)
    return example(plainly(draw, own, clauses, asks), p, holds, (Feed(10, box, str(x)),), [result] if shows_it else [])


SKILLS: dict[str, Skill] = {
    "figure-of-list": figure, "element-of-list": element, "list-changed": changed, "numbers-to-list": joined, "list-to-boxes": taken_apart, "numbered-name": numbered_name,
}
CORE: tuple[str, ...] = (
    "figure-of-list", "element-of-list", "list-changed", "numbers-to-list", "list-to-boxes",
    "numbered-name", "lists_basic/pack", "lists_basic/unpack", "lists_basic/list-element", "lists_basic/list-length", "lists_basic/list-total",
    "lists_basic/list-reverse", "routing_symbols/file-name",
)
