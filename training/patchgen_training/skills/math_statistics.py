"""Skills: what can be said of a stream of numbers: several figures at once, last few, records, directions, jumps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, output_words
from patchgen_training.skills.logic_watch import DEEDS, SLID, TYPED, bang, word
from patchgen_training.skills.plain2_words import labelled
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import ORDINALS

STREAM = ("incoming numbers", "the numbers i enter", "all numbers so far", "numbers from a number box", "everything typed into a number box", "a stream of numbers", "all incoming values", "the numbers that come in")
EACH = ("a number", "an incoming number", "the number in a number box", "a number box", "the input", "a value")

Figure = tuple[tuple[str, ...], Callable[[Sequence[float]], list[float]]]
FIGURES: dict[str, Figure] = {
    "minimum": (("the minimum", "the smallest", "the lowest"), lambda xs: [min(xs[: i + 1]) for i in range(len(xs))]),
    "maximum": (("the maximum", "the largest", "the highest"), lambda xs: [max(xs[: i + 1]) for i in range(len(xs))]),
    "sum": (("the sum", "the total"), lambda xs: [sum(xs[: i + 1]) for i in range(len(xs))]),
    "count": (("how many there were", "the count", "the number of inputs"), lambda xs: [i + 1 for i in range(len(xs))]),
}
STARTS = {"minimum": ("min", "1e+06"), "maximum": ("max", "-1e+06"), "sum": ("+", "0")}


def figure(p: Sketch, name: str, box: Handle, reset: Handle | None) -> Handle:
    """The boxes of one figure; puts it out in a labelled number box."""
    if name == "count":
        zero = [p.into(1, p.add("msg 0", reset))] if reset else []
        stored = p.add("f 0", p.add("bng", box), *zero)
        plus = p.add("+ 1", stored)
        p.connect(plus, stored, 1)
        return p.add('number "count"', plus)
    body, start = STARTS[name]
    first = [p.into(1, p.add(f"msg {start}", reset))] if reset else []
    combined = p.add(f"{body} {start}", box, *first)
    stored = p.add("f", combined)
    p.connect(stored, combined, 1)
    return p.add(f'number "{name}"', stored)


def several_figures(draw: Draw) -> Example:
    """Two or three figures of all numbers so far."""
    names = draw.one((["minimum", "maximum"], ["minimum", "maximum"], ["sum", "count"], ["minimum", "maximum", "sum"], draw.some(tuple(FIGURES), 2), draw.some(tuple(FIGURES), 3)))
    p = Sketch()
    box = p.add("number")
    reset = p.add('bng "reset"') if draw.chance(0.35) else None
    shown = [figure(p, name, box, reset) for name in names]
    xs = [float(draw.integer(1, 90)) for _ in range(3)]
    holds = all_of(*(emits(handle, FIGURES[name][1](xs)) for name, handle in zip(names, shown, strict=True)))
    if reset:
        last = 1.0 + draw.integer(1, 90)
        holds = all_of(*(emits(handle, FIGURES[name][1](xs) + [1.0 if name == "count" else last]) for name, handle in zip(names, shown, strict=True)))

    def said() -> str:
        words = [draw.one(FIGURES[name][0]) for name in names]
        return ", ".join(words[:-1]) + f" and {words[-1]}"

    slots = {"what": tuple(said() for _ in range(4)), "stream": STREAM, "reset": (" with a reset button", ", with a button to start over", ", and ~reset with a button") if reset else "", "again": (" with a reset button", ", resettable with a button") if reset else ""}
    clauses = ("~show {what} of {stream}{reset}", "~keep track of {what} of {stream}{reset}", "~display {what} of {stream} in number boxes{reset}", "~calculate {what} of {stream}{reset}", "~track {what} of {stream}{reset}", "~take numbers and ~show {what} so far{reset}",
               "~update {what} of {stream} with every new one{reset}", "~tell me {what} of {stream}{reset}")
    asks: tuple[str, ...] = ("{what} of {stream}{again}", "i need {what} of {stream} at the same time{again}", "statistics for {stream}: {what}{again}", "what are {what} of {stream}?", "number box in, {what} out{again}")
    if reset:
        asks = asks[:3]
    feeds = fed(box, *xs)
    if reset:
        feeds += (Feed(90, reset, "bang"), Feed(110, box, f"{last:g}"))
    return Example(asked(draw, slots, clauses, ("{what} of {stream}, each in its own number box{again}", "a small statistics tool showing {what} of {stream}{again}"), asks), p.text(), holds, feeds, shown, 0.2)


LAST: dict[str, tuple[str, Callable[[Sequence[float]], float], tuple[str, ...]]] = {
    "mean": ("mean", lambda xs: sum(xs) / len(xs), ("the average of the last {n} numbers", "the mean of the last {n} values", "a moving average over {n} numbers", "a running average of the {n} most recent numbers", "a {n} point moving average")),
    "sum": ("sum", sum, ("the sum of the last {n} numbers", "the total of the {n} most recent numbers")),
    "max": ("max", max, ("the largest of the last {n} numbers", "the maximum of the {n} most recent values", "the highest of the last {n} inputs")),
    "min": ("min", min, ("the smallest of the last {n} numbers", "the minimum of the {n} most recent values", "the lowest of the last {n} inputs")),
}


def of_last_few(draw: Draw) -> Example:
    """A figure of the last three or four numbers."""
    n = draw.one((3, 3, 4))
    name, function, nouns = LAST[draw.one(("mean", "mean", "mean", "sum", "max", "min"))]
    p = Sketch()
    box = p.add("number")
    order = p.add("t f" + " b" * (n - 1), box)
    older: list[Handle] = []
    for i in range(n - 1, 0, -1):
        older.append(p.add("f", p.out(order, i), *([p.into(1, order)] if i == 1 else [])))
    for one, before in zip(older[1:], older, strict=False):
        p.connect(one, before, 1)
    names = [f"$f{i + 1}" for i in range(n)]
    nested = names[-1]
    for variable in names[-2::-1]:
        nested = f"{name}({variable}, {nested})"
    total = " + ".join(names)
    body = {"mean": f"({total}) / {n}", "sum": total}.get(name, nested)
    result = p.add(f"expr {body}", order, *(p.into(i, handle) for i, handle in enumerate(older[::-1], 1)))
    xs = [float(draw.integer(1, 60)) for _ in range(n + 2)]
    full = [0.0] * (n - 1) + xs
    slots, example = output_words(draw, p, result, [function(full[i : i + n]) for i in range(len(xs))])
    slots = {**slots, "n": (str(n), ("three", "four")[n - 3]), "what": nouns}
    clauses = ("~calculate {what}{out}", "~keep {what}{out}", "~compute {what} from a number box{out}", "~take numbers and ~work out {what}{out}", "~output {what} with every new input{out}", "~find {what}{out}", "~update {what} whenever a number comes in{out}")
    return Example(asked(draw, slots, clauses, ("{what}{tail}",), ("{what}{tail}", "i need {what}{tail}", "number box, then {what}{tail}", "how do i get {what}?{tail}".replace("?{tail}", "{tail}"))), example.patch, example.holds, fed(box, *xs), example.watch, 0.25)


def record(draw: Draw) -> Example:
    """A deed at every new record."""
    is_high = draw.chance(0.7)
    body, start = ("max", "-1e+06") if is_high else ("min", "1e+06")
    p = Sketch()
    box = p.add("number")
    combined = p.add(f"{body} {start}", box)
    stored = p.add("f", combined)
    p.connect(stored, combined, 1)
    changed = p.add("change", stored)
    if draw.chance(0.5):
        deed = bang(draw, p, changed)
    else:
        text = draw.one(("new record", "record", "highscore", "top", "new best", "peak"))
        p.add("print", p.add(f"msg {text}", changed))
        deed = word(draw, Sketch(), 1)
        verbs = (f"~print {text}", f'~print "{text}"', f"~say {text} in the console", f"~write {text} to the console")
        deed = type(deed)(verbs, lambda count: prints_all([text.split()] * count), [], (f"{text} printed",))
    high = ("higher than all before", "larger than every number before", "a new maximum", "the highest so far", "a new record", "bigger than anything before") if is_high else ("lower than all before", "smaller than every number before", "a new minimum", "the lowest so far")
    slots = {"do": deed.verbs, "noun": deed.noun, "x": EACH, "high": high, "when": ("when", "whenever", "each time", "if")}
    clauses = ("{do} {when} {x} is {high}", "~watch {x} and {do} {when} it is {high}", "{do} for every number that is {high}", "~remember the {m} and {do} {when} {x} is {high}", "~detect {when} {x} is {high} and {do}".replace("{when}", "when"), "{when} {x} is {high}, {do}")
    slots["m"] = ("maximum", "highest value", "largest number") if is_high else ("minimum", "lowest value", "smallest number")
    feeds = fed(box, *((5, 3, 9, 9, 12) if is_high else (50, 60, 40, 40, 7)))
    return Example(asked(draw, slots, clauses, ("{noun} {when} {x} is {high}",), ("{do} {when} {x} is {high}", "{x} {high}? {do}", "i want to {do} {when} {x} is {high}")), p.text(), deed.holds(3), feeds, deed.watch, 0.2)


DIRECTIONS = (("up", "down"), ("rising", "falling"), ("higher", "lower"), ("up", "down"), ("more", "less"), ("increasing", "decreasing"), ("warmer", "colder"), ("louder", "quieter"))


def direction(draw: Draw) -> Example:
    """Says whether numbers rise or fall, in words or with two bangs."""
    up, down = draw.one(DIRECTIONS)
    lights = draw.chance(0.35)
    slider = draw.chance(0.35)
    p = Sketch()
    box = p.add("hsl 0 127" if slider else "number")
    order = p.add("t f f b", box)
    previous = p.add("f", p.out(order, 2), p.into(1, order))
    select = p.add("sel 1 0", p.add("> 0", p.add("-", p.out(order, 1), p.into(1, previous))))
    ends: list[Handle | Cord] = [select, p.out(select, 1)]
    boxes = [p.add(f'bng "{name}"' if lights else f"msg {name}", end) for name, end in zip((up, down), ends, strict=True)]
    if not lights:
        p.add("print", *boxes)
    slots = {"x": SLID if slider else TYPED, "up": up, "down": down, "do": ("~flash the bang", "~light the button", "~bang the button") if lights else ("~print", "~print", "~write", "~post")}
    slots["rise"], slots["fall"] = ("goes up", "rises", "gets bigger", "increases"), ("goes down", "falls", "gets smaller", "decreases")
    two = "two bangs labelled {up} and {down}" if lights else "the words {up} and {down} in the console"
    clauses = ("{do} {up} when {x} {rise} and {down} when it {fall}", "~tell with " + two + " whether {x} {rise} or {fall}", "~compare {x} with the one before and {do} {up} if it is bigger and {down} if not", "~detect the direction in which {x} is moving and {do} {up} or {down}",
               "{do} {up} if {x} is greater than the previous one, otherwise {down}", "~watch {x}: {do} {up} if it {rise}, {down} if it {fall}", "~show the direction of {x} with " + two)
    asks = ("is {x} going up or down? {do} {up} or {down}", "{x} {rise}: {do} {up}, {x} {fall}: {do} {down}", "{up} / {down} depending on the direction of {x}, " + ("two bangs" if lights else "printed"))
    feeds = fed(box, 10, 20, 5, 6)
    holds = all_of(lambda seen: [len(seen.values(handle - 1)) for handle in boxes] == [3, 1]) if lights else prints_all([up, up, down, up])
    return Example(asked(draw, slots, clauses, ("a direction detector for {x}, " + two,), asks), p.text(), holds, feeds, boxes if lights else [], 0.2)


def jump(draw: Draw) -> Example:
    """A deed when the change to the number before is large."""
    n = draw.one((2, 3, 5, 10, 10, 12, 20, 25, 30))
    p = Sketch()
    slider = draw.chance(0.35)
    box = p.add("hsl 0 127" if slider else "number")
    order = p.add("t f f b", box)
    previous = p.add("f", p.out(order, 2), p.into(1, order))
    size = p.add("abs", p.add("-", p.out(order, 1), p.into(1, previous)))
    deed = draw.one(DEEDS[:8])(draw, p, p.add("sel 1", p.add(f"> {n}", size)))
    slots = {"x": SLID if slider else TYPED, "n": str(n), "do": deed.verbs, "noun": deed.noun, "when": ("when", "whenever", "if", "each time"), "more": ("more than {n}", "over {n}")}
    clauses = ("{do} {when} {x} changes by {more}", "{do} {when} {x} jumps by {more} from one value to the next", "~compare {x} with the previous value and {do} if the difference is {more}", "~detect jumps of {more} in {x} and {do}", "~watch {x} and {do} {when} it moves by {more} at once",
               "{do} {when} the difference between {x} and the last one is {more}", "{when} {x} changes by {more}, {do}")
    asks = ("{x} jumps by {more}: {do}", "{noun} {when} {x} changes by {more}", "i want to {do} {when} {x} suddenly changes by {more}")
    feeds = fed(box, 1, 1 + n, 2 + 2 * n, 2 + 2 * n + 1, 0)
    return Example(asked(draw, slots, clauses, ("a jump detector: {noun} {when} {x} changes by {more}",), asks), p.text(), deed.holds(2), feeds, deed.watch, 0.2)


def fill_up(draw: Draw) -> Example:
    """Adds numbers up until a total is passed."""
    n = draw.one((10, 20, 50, 100, 100, 500, 1000, draw.integer(5, 300)))
    p = Sketch()
    box = p.add("number")
    total = p.add("+ 0", box)
    stored = p.add("f", total)
    p.connect(stored, total, 1)
    shown = p.add("number", stored)
    deed = draw.one((bang, word, word))(draw, p, p.add("sel 1", p.add(f"> {n}", stored)))
    slots = {"n": str(n), "do": deed.verbs, "noun": deed.noun, "over": ("more than {n}", "over {n}", "greater than {n}", "above {n}"), "when": ("when", "as soon as", "once")}
    clauses = ("~add up {stream} and {do} {when} the total is {over}", "~sum {stream}, ~show the total and {do} {when} it gets {over}", "~keep a running total of {stream} and {do} {when} it is {over}", "~add every number to a total and {do} if the total is {over}",
               "~accumulate {stream} and {do} {when} the sum is {over}", "~collect a sum and {do} {when} {n} is exceeded")
    slots["stream"] = ("incoming numbers", "the numbers i enter", "numbers from a number box", "all numbers")
    asks = ("sum up {stream}, {over}: {do}", "{noun} {when} the sum of {stream} is {over}", "add numbers until the total is {over}, then {do}")
    third = n // 2 + 1
    feeds = fed(box, third, 1, third)
    return Example(asked(draw, slots, clauses, ("a running total of {stream} with {noun} {when} it is {over}",), asks), p.text(), all_of(deed.holds(1 if third + 1 <= n else 2), emits(shown, [third, third + 1, 2 * third + 1])), feeds, [shown, *deed.watch], 0.2)


COUNTS = {3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5")}
GROUPS: dict[str, tuple[tuple[str, ...], Callable[[Sequence[float]], float]]] = {
    "mean": (("the average of {n} numbers", "the mean of {n} numbers", "the average value of {n} number boxes", "the arithmetic mean of {n} values"), lambda xs: sum(xs) / len(xs)),
    "sum": (("the sum of {n} numbers", "the total of {n} number boxes", "the sum of {n} values"), sum),
    "max": (("the largest of {n} numbers", "the maximum of {n} number boxes", "the biggest of {n} values"), max),
    "min": (("the smallest of {n} numbers", "the minimum of {n} number boxes", "the lowest of {n} values"), min),
    "range": (("the range of {n} numbers, largest minus smallest,", "the distance between the largest and the smallest of {n} numbers"), lambda xs: max(xs) - min(xs)),
    "product": (("the product of {n} numbers", "{n} numbers multiplied together"), lambda xs: xs[0] * xs[1] * xs[2] * (xs[3] if len(xs) > 3 else 1) * (xs[4] if len(xs) > 4 else 1)),
}


def nest(name: str, variables: Sequence[str]) -> str:
    """`max($f1, max($f2, $f3))`."""
    return variables[0] if len(variables) == 1 else f"{name}({variables[0]}, {nest(name, variables[1:])})"


def of_boxes(draw: Draw) -> Example:
    """A figure of three to five number boxes, each of which updates it."""
    name = draw.one(("mean", "mean", "sum", "max", "min", "range", "product"))
    n = draw.one((4, 4, 3, 5)) if name != "product" else draw.one((3, 4))
    nouns, function = GROUPS[name]
    p = Sketch()
    boxes, sources = labelled(p, ORDINALS[1 : n + 1])
    variables = [f"$f{i + 1}" for i in range(n)]
    total = " + ".join(variables)
    body = {"mean": f"({total}) / {n}", "sum": total, "product": " * ".join(variables), "range": f"{nest('max', variables)} - {nest('min', variables)}"}.get(name) or nest(name, variables)
    xs = [float(draw.integer(1, 40)) for _ in boxes]
    steps = [function([0.0] * i + xs[i:]) for i in range(n - 1, -1, -1)]
    slots, example = output_words(draw, p, p.add(f"expr {body}", *sources), steps)
    slots = {**slots, "what": nouns, "n": COUNTS[n]}
    clauses = ("~calculate {what}{out}", "~compute {what}{out}", "~work out {what}{out}", "~have {n} number boxes and ~calculate {what}{out}", "~find {what}, updated whenever one of them changes{out}", "~determine {what}{out}", "~output {what}{out}")
    feeds = tuple(Feed(10 + 20 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes[::-1], xs[::-1], strict=True)))
    return Example(asked(draw, slots, clauses, ("{what}{tail}",), ("{what}{tail}", "i need {what}{tail}", "what is {what}?{tail}")), example.patch, example.holds, feeds, example.watch, 0.2)


def between_two(draw: Draw) -> Example:
    """A slider fades from one number to another."""
    p = Sketch()
    one, other = p.add('number "first"'), p.add('number "second"')
    mix = p.add('hsl 0 1 "mix"')
    second, third = p.add("t b f", other), p.add("t b f", mix)
    sources: list[Handle | Cord] = [one, second, p.into(1, p.out(second, 1)), third, p.into(2, p.out(third, 1))]
    a, b, x = float(draw.integer(0, 100)), float(draw.integer(101, 900)), draw.one((0.25, 0.5, 0.75))
    slots, example = output_words(draw, p, p.add("expr $f1 + ($f2 - $f1) * $f3", *sources), [0.0, a, a + (b - a) * x])
    slots = {**slots, "two": ("two numbers", "two number boxes", "a first and a second number"), "slider": ("a slider", "a slider from 0 to 1", "a mix slider", "a fader")}
    clauses = ("~interpolate between {two} with {slider}{out}", "~blend {two} with {slider}{out}", "~crossfade between {two} with {slider}{out}", "~mix {two} with {slider}{out}", "~move from the first of {two} to the second with {slider}{out}", "~calculate a weighted mean of {two}, the weight set with {slider}{out}",
               "~morph from one number to another with {slider}{out}")
    feeds = (Feed(10, other, "0"), Feed(30, one, f"{a:g}"), Feed(50, other, f"{b:g}"), Feed(70, mix, f"{x}"))
    slots2, example = slots, Example((), example.patch, emits_all_of(example, a, b, x), feeds, example.watch, 0.2)
    return Example(asked(draw, slots2, clauses, ("a number crossfade: {two} and {slider}{tail}",), ("interpolation of {two} by {slider}{tail}", "{two}, {slider} chooses a value in between{tail}")), example.patch, example.holds, feeds, example.watch, 0.2)


def emits_all_of(example: Example, a: float, b: float, x: float) -> Callable[..., bool]:
    """The values in the order of the feeds: 0, a, a again, then the mixture."""
    wanted = [0.0, a, a, a + (b - a) * x]
    checks = [emits(handle, wanted) for handle in example.watch]
    return lambda seen: all(check(seen) for check in checks) and (bool(checks) or prints_all(wanted)(seen))


SKILLS: dict[str, Skill] = {
    "several-figures": several_figures,
    "of-last-few": of_last_few,
    "new-record": record,
    "direction": direction,
    "jump": jump,
    "total-passes": fill_up,
    "of-number-boxes": of_boxes,
    "between-two": between_two,
}
