"""Skills: what a patch remembers: the last value, the change, the largest and smallest so far, sums, means, a value kept until a click."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits
from patchgen_training.skills.logic_counters import running_mean
from patchgen_training.skills.plain_words import ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

STREAM = (
    "the numbers from a number box", "incoming numbers", "the numbers I enter", "all numbers that come in", "the numbers entered by the user", "the numbers typed into a number box", "the values that arrive", "everything typed into a number box",
    "the input values", "a series of numbers from a number box",
)
ONE = (
    "a number", "an incoming number", "the number in a number box", "an input number", "a number entered by the user", "the value of a number box", "each new number", "every number I enter", "a number that comes in", "the current number", "a number typed into a number box",
)
PREVIOUS = ("the previous one", "the one before", "the previous number", "the number before it", "the last one", "the number entered before", "the number that came before it", "the preceding number")
COMPARED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "difference": (
        ("{calc} the difference between {one} and {prev}{out}", "{calc} how much {one} has changed since {prev}{out}", "~subtract {prev} from {one}{out}", "{take} a number and ~subtract the number entered before it{out}", "~output the change from one number to the next{out}",
         "{calc} by how much {one} is larger or smaller than {prev}{out}", "~remember the last number and ~subtract it from the new one{out}", "~track {stream} and ~give the difference to the one before, negative if it falls{out}", "~measure the increase or decrease from {prev} to the new number{out}"),
        ("did my number go up or down, and by how much?{tail}", "how much did it change since the last time? {stream}{tail}", "new minus old for {stream}{tail}", "difference to the last value of {stream}{tail}", "the step between two numbers I enter one after the other{tail}", "delta of {stream}{tail}")),
    "distance": (
        ("{calc} the absolute difference between {one} and {prev}{out}", "{calc} how far {one} is from {prev}, regardless of the direction{out}", "~output the size of the change between {one} and {prev}, never negative{out}", "~measure the distance from {prev} to the new number, without its sign{out}",
         "~track {stream} and ~give the absolute change each time{out}"),
        ("how big was the jump from the last number, no matter which way?{tail}", "absolute change of {stream}{tail}", "the size of the step between two numbers I enter, always positive{tail}")),
    "previous": (
        ("~output the previous number whenever a new one comes in{out}", "~remember the last number and ~give it out when the next one arrives{out}", "{take} a number and ~show the one that was entered before it{out}", "~delay {stream} by one, so that each new number brings out the one before{out}", "~give the value before the current one of {stream}{out}",
         "~output what {one} was before it changed{out}", "~keep the old value and ~output it when the number changes{out}"),
        ("the number before the current one{tail}", "what was my last number? show it when i enter a new one{tail}", "old value out when a new value comes in{tail}", "previous value of {stream}{tail}")),
    "mean": (
        ("{calc} the average of {one} and {prev}{out}", "{calc} the mean of the last two numbers of {stream}{out}", "~average {one} with {prev}{out}", "~smooth {stream} by averaging each number with the one before{out}", "~output the mean value of the current and the previous number{out}"),
        ("average of the last two of {stream}{tail}", "mean of the new number and the one before{tail}", "my sensor is jumpy: average each value with the last one{tail}")),
    "sum": (
        ("~add {one} to {prev}{out}", "{calc} the sum of the last two numbers of {stream}{out}", "~output the sum of the current and the previous number{out}", "~add the last two numbers entered{out}"),
        ("sum of the last two of {stream}{tail}", "the new number plus the one before{tail}")),
}  # fmt: skip


def beside(kind: str, x: float, y: float) -> float:
    """What comes out for a number and the one before it."""
    return {"difference": x - y, "distance": abs(x - y), "previous": y, "mean": (x + y) / 2, "sum": x + y}[kind]


def compared(draw: Draw) -> Example:
    """A number beside the one before it."""
    kind = draw.one(("difference", "difference", "difference", "distance", "previous", "previous", "mean", "sum"))
    p = Sketch()
    box = p.add("number")
    if kind == "previous":
        order = p.add("t f b", box)
        result: Handle = p.add("f", p.out(order, 1), p.into(1, order))
    else:
        order = p.add("t f f b", box)
        before = p.add("f", p.out(order, 2), p.into(1, order))
        body = {"difference": "-", "distance": "-", "mean": "expr ($f1 + $f2) / 2", "sum": "+"}[kind]
        result = p.add(body, p.out(order, 1), p.into(1, before))
        result = p.add("abs", result) if kind == "distance" else result
    a, b, c = draw.integer(2, 20), draw.integer(25, 60), draw.integer(1, 24)
    values = [beside(kind, x, y) for x, y in ((a, 0), (b, a), (c, b))]
    slots, holds, watch = ended(draw, p, [result], values)
    clauses, asks = COMPARED[kind]
    return example(plainly(draw, {**slots, "one": ONE, "prev": PREVIOUS, "stream": STREAM}, clauses, asks), p, holds, fed(box, a, b, c), watch)


SO_FAR: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "max": ("max", "-1e+06",
            ("~remember the largest of {stream}{reset}{out}", "~keep track of the highest number so far{reset}{out}", "{take} {stream} and ~keep the largest one{reset}{out}", "~show the maximum of {stream} so far{reset}{out}", "~hold the highest value that has come in{reset}{out}", "~track the greatest number received so far{reset}{out}",
             "~compare each new number with the largest one so far and ~keep the larger{reset}{out}", "~find the biggest of {stream}{reset}{out}", "~update a maximum whenever a larger number comes in{reset}{out}"),
            ("what was the highest number so far?{reset}{tail}", "peak hold for {stream}{reset}{tail}", "highest value of {stream} until now{reset}{tail}", "remember the maximum of {stream}{reset}{tail}", "the biggest number I've entered yet{reset}{tail}")),
    "min": ("min", "1e+06",
            ("~remember the smallest of {stream}{reset}{out}", "~keep track of the lowest number so far{reset}{out}", "{take} {stream} and ~keep the smallest one{reset}{out}", "~show the minimum of {stream} so far{reset}{out}", "~hold the lowest value that has come in{reset}{out}", "~track the least number received so far{reset}{out}",
             "~compare each new number with the smallest one so far and ~keep the smaller{reset}{out}", "~find the smallest of {stream}{reset}{out}", "~update a minimum whenever a smaller number comes in{reset}{out}"),
            ("what was the lowest number so far?{reset}{tail}", "lowest value of {stream} until now{reset}{tail}", "remember the minimum of {stream}{reset}{tail}", "the smallest number I've entered yet{reset}{tail}")),
    "sum": ("+", "0",
            ("~add up {stream}{reset}{out}", "~keep a running total of {stream}{reset}{out}", "{take} {stream} and ~add each one to a total{reset}{out}", "~show the sum of {stream} so far{reset}{out}", "~accumulate {stream}{reset}{out}", "~sum up {stream} one after the other{reset}{out}", "~add every new number to the sum of those before{reset}{out}",
             "~increase a total by each number that comes in{reset}{out}", "{calc} the cumulative sum of {stream}{reset}{out}"),
            ("the total of all numbers I have entered{reset}{tail}", "running sum of {stream}{reset}{tail}", "like a cash register: add up {stream}{reset}{tail}", "keep adding {stream}{reset}{tail}", "what do {stream} add up to so far?{reset}{tail}")),
    "product": ("*", "1",
                ("~multiply {stream} together{reset}{out}", "~keep a running product of {stream}{reset}{out}", "~show the product of {stream} so far{reset}{out}", "~multiply every new number with the product of those before{reset}{out}"),
                ("the product of all numbers I have entered{reset}{tail}", "running product of {stream}{reset}{tail}")),
}  # fmt: skip


def so_far(draw: Draw) -> Example:
    """The maximum, minimum, sum or product of everything so far, perhaps with a reset."""
    kind = draw.one(("max", "max", "min", "min", "sum", "sum", "sum", "product"))
    body, start, clauses, asks = SO_FAR[kind]
    p = Sketch()
    box = p.add("number")
    reset = p.add('bng "reset"') if draw.chance(0.4) else None
    first = [p.into(1, p.add(f"msg {start}", reset))] if reset else []
    combined = p.add(f"{body} {start}", box, *first)
    stored = p.add("f", combined)
    p.connect(stored, combined, 1)
    xs = [draw.integer(5, 20), draw.integer(1, 4), draw.integer(21, 40)]
    values: list[float] = []
    for x in xs:
        last = values[-1] if values else None
        values.append(x if last is None else {"max": max(last, x), "min": min(last, x), "sum": last + x, "product": last * x}[kind])
    feeds = fed(box, *xs)
    if reset:
        values.append(7)
        feeds += (Feed(90, reset, "bang"), Feed(110, box, "7"))
    slots, holds, watch = ended(draw, p, [stored], values)
    again = (" and ~start over when a reset button is clicked", ", with a button that resets it", ", with a second control, a button, to start again", ", and a reset button") if reset else ""
    return example(plainly(draw, {**slots, "stream": STREAM, "reset": again}, clauses, asks), p, holds, feeds, watch)


def mean_so_far(draw: Draw) -> Example:
    """The mean of everything so far."""
    p = Sketch()
    box = p.add("number")
    slots, holds, watch = ended(draw, p, [running_mean(p, box)], [4, 6, 8])
    clauses = (
        "{calc} the average of {stream} so far{out}", "~keep a running average of {stream}{out}", "{take} {stream} and {calc} their mean so far{out}", "~update the mean whenever a new number comes in{out}", "~add up {stream} and ~divide the sum by how many there were{out}", "~show the mean of all numbers entered up to now{out}",
        "{calc} the arithmetic mean of {stream}{out}", "~divide the total of {stream} by their count{out}",
    )
    asks = ("average of all numbers I have entered{tail}", "running mean of {stream}{tail}", "what is the average of {stream} until now?{tail}", "total divided by count for {stream}{tail}")
    return example(plainly(draw, {**slots, "stream": STREAM}, clauses, asks), p, holds, fed(box, 4, 8, 12), watch)


def stored_until_click(draw: Draw) -> Example:
    """A number waits for a click."""
    p = Sketch()
    is_slid = draw.chance(0.25)
    box = p.add("hsl 0 127" if is_slid else "number")
    button = p.add("bng")
    result = p.add("f", button, p.into(1, box))
    a, b = draw.integer(1, 60), draw.integer(61, 120)
    slots, holds, watch = ended(draw, p, [result], [a, a, b])
    xs = ("the value of a slider", "a slider", "a slider position") if is_slid else ("a number", "the number in a number box", "a number entered by the user", "the last number entered", "an input number", "the value of a number box", "a number typed into a number box")
    clauses = (
        "~store {xs} and ~output it when a button is clicked{out}", "~remember {xs} and ~recall it with a button{out}", "~hold {xs} until a button is clicked{out}", "~send {xs} on only when a button is pressed{out}", "~keep {xs} and ~release it on a bang{out}", "when a button is clicked, ~output {xs}{out}", "{take} {xs}, ~store it, and ~give it out again at each click on a button{out}",
        "~save {xs} without showing it and ~bring it back when a button is pressed{out}", "~wait for a click on a button before passing {xs} on{out}", "~memorize {xs} and ~repeat it on every click of a button{out}", "~output the current value of {xs} each time a button is clicked{out}".replace("the current value of ", ""),
    )
    asks = ("type it first, then click to send: {xs}{tail}", "{xs} should only come out when I hit a button{tail}", "store {xs}, recall on click{tail}", "a memory for {xs} with a button to get it back{tail}", "i don't want {xs} at once, only when i press a button{tail}")
    feeds = (*fed(box, a), Feed(30, button, "bang"), Feed(50, button, "bang"), *fed(box, b, start=70), Feed(90, button, "bang"))
    return example(plainly(draw, {**slots, "xs": xs}, clauses, asks), p, holds, feeds, watch)


def only_changes(draw: Draw) -> Example:
    """Repetitions are dropped."""
    p = Sketch()
    is_slid = draw.chance(0.3)
    box = p.add("hsl 0 127" if is_slid else "number")
    xs: Sequence[str] = ("the value of a slider", "a slider", "slider values") if is_slid else STREAM
    a, b = draw.integer(1, 60), draw.integer(61, 120)
    slots, holds, watch = ended(draw, p, [p.add("change", box)], [a, b, a])
    clauses = (
        "~pass {xs} on only when the value has changed{out}", "~let {xs} through only if the value differs from the one before{out}", "~remove repetitions from {xs}{out}", "~ignore {xs} when the value is the same as before{out}", "~filter out equal values that follow each other in {xs}{out}", "~output {xs} without repeated values{out}",
        "~drop a number of {xs} if it equals the previous one{out}", "~react only to changes in {xs}{out}", "{take} {xs} and ~suppress consecutive duplicates{out}",
    )
    asks = ("only when it changes: {xs}{tail}", "no double values please, {xs}{tail}", "my sensor repeats the same value all the time, i only want new ones of {xs}{tail}", "the same number twice in a row should come out once, {xs}{tail}")
    return example(plainly(draw, {**slots, "xs": xs}, clauses, asks), p, holds, fed(box, a, a, b, b, a), watch)


def extremes(draw: Draw) -> Example:
    """Largest and smallest so far, each in its own box."""
    p = Sketch()
    box = p.add("number")
    shown: list[Handle] = []
    for body, start, label in (("min", "1e+06", "minimum"), ("max", "-1e+06", "maximum")):
        combined = p.add(f"{body} {start}", box)
        stored = p.add("f", combined)
        shown.append(p.add(f'number "{label}"', stored))
        p.connect(stored, combined, 1)
    clauses = (
        "~keep track of both the smallest and the largest of {stream}, in number boxes minimum and maximum", "~show the minimum and the maximum of {stream} so far", "~remember the lowest and the highest of {stream} and ~display both", "{take} {stream} and ~display the smallest and the largest one so far", "~display the minimum and maximum received so far of {stream}",
        "~track the range of {stream}: the minimum and the maximum so far, each in a number box",
    )
    asks = ("min and max of {stream} so far", "lowest and highest of {stream}, both shown", "i want to see the smallest and the largest of {stream} until now")
    holds = all_of(emits(shown[0], [9, 3, 3]), emits(shown[1], [9, 9, 15]))
    return example(plainly(draw, {"stream": STREAM}, clauses, asks), p, holds, fed(box, 9, 3, 15), shown)


SKILLS: dict[str, Skill] = {
    "beside-previous": compared, "so-far": so_far, "mean-so-far": mean_so_far, "store-until-click": stored_until_click, "only-changes": only_changes, "minimum-and-maximum": extremes,
}
CORE: tuple[str, ...] = (
    "beside-previous", "so-far", "mean-so-far", "store-until-click", "only-changes",
    "logic_counters/running-total", "logic_counters/average-so-far", "logic_counters/change-since-last", "routing_messages/store-and-recall",
)
