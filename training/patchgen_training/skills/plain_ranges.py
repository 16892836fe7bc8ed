"""Skills: one range onto another, linear or exponential, turned round, said in every order; and numbers kept in bounds, three ways."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.gui_mapping import linear
from patchgen_training.skills.plain_words import SLID, TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Sketch

SOURCES = ((0, 127), (0, 127), (0, 127), (0, 1), (0, 100), (0, 10), (0, 1023), (0, 255), (-1, 1), (1, 10), (0, 1000), (-100, 100), (0, 50), (20, 200))
TARGETS = ((0, 1), (0, 100), (0, 127), (200, 2000), (100, 1000), (50, 500), (20, 20000), (-1, 1), (1, 10), (0, 10), (36, 84), (60, 180), (0, 255), (1000, 100), (1, 0), (127, 0),
           (100, 0), (300, 3000), (10, 1000), (0, 5), (-12, 12), (440, 880), (500, 50), (48, 72), (0.5, 2))  # fmt: skip
MAP = (
    "~map", "~map", "~scale", "~convert", "~rescale", "~transform", "~translate", "~bring", "~remap", "~transfer",
)


def ranges(draw: Draw, is_curved: bool) -> tuple[float, float, float, float]:
    """Two different ranges; the second one positive and rising where the way is curved."""
    while True:
        (low, high), (a, b) = draw.one(SOURCES), draw.one(TARGETS)
        if (low, high) != (a, b) and (not is_curved or (low == 0 and 0 < a < b)):
            return low, high, a, b


def curved(high: float, a: float, b: float) -> str:
    """Equal steps multiply. [expr] divides whole numbers as such: a point makes them floats."""
    top = f"{b:g}." if isinstance(b, int) else f"{b:g}"
    return f"expr {a:g} * pow({top} / {a:g}, $f1)" if high == 1 else f"expr {a:g} * pow({top} / {a:g}, $f1 / {high:g})"


def onto(draw: Draw, is_curved: bool) -> Example:
    """A number of one range becomes one of another range."""
    low, high, a, b = ranges(draw, is_curved)
    p = Sketch()
    is_slid = draw.chance(0.5)
    box = p.add(f"hsl {low:g} {high:g}" if is_slid else "number")
    body = curved(high, a, b) if is_curved else linear(low, high, a, b)
    xs = (low, high) if is_slid else (low, high, (low + high) / 2)
    ys = [a * (b / a) ** (x / high) if is_curved else a + (b - a) * (x - low) / (high - low) for x in xs]
    slots, holds, watch = ended(draw, p, [p.add(body, box)], ys)
    slots = {**slots, "x": ("a slider", "a slider", "the value of a slider", "a fader") if is_slid else ("a number", "an input number", "an incoming number", "a number entered by the user", "a value typed into a number box", "the input"),
             "lo": f"{low:g}", "hi": f"{high:g}", "a": f"{a:g}", "b": f"{b:g}", "map": MAP,
             "from": (f"{low:g} to {high:g}", f"{low:g} and {high:g}"), "r": (f"{low:g} to {high:g}", f"from {low:g} to {high:g}"),
             "rr": (f"from {low:g} to {high:g}", f"between {low:g} and {high:g}", f"with the range {low:g} to {high:g}", f"({low:g} to {high:g})", f"ranging from {low:g} to {high:g}", f"in the range {low:g} to {high:g}"),
             "to": (f"{a:g} to {b:g}", f"the range {a:g} to {b:g}", f"the range from {a:g} to {b:g}", f"{a:g}-{b:g}" if a >= 0 else f"{a:g}..{b:g}"),
             "c": (" exponentially", " logarithmically", " with an exponential curve", " on a logarithmic scale", " in an exponential way", " with a logarithmic curve") if is_curved else (" linearly", "", "", "", " in a linear way", "")}  # fmt: skip
    clauses = (
        "{map} {x} {rr} to {to}{c}{out}", "{map} {x} {rr} onto {to}{c}{out}", "{take} {x} {rr} and {map} it to {to}{c}{out}", "{take} {x} {rr}, {map} it{c} to {to}{out}",
        "{map} {x} {rr}{c} so that {lo} becomes {a} and {hi} becomes {b}{out}", "{map} {x}{c} so that {lo} gives {a} and {hi} gives {b}{out}", "~turn {x} {rr} into a number from {a} to {b}{c}{out}",
        "{map} the range {r} of {x} to {to}{c}{out}", "~produce numbers from {a} to {b} out of {x} {rr}{c}{out}", "~give {a} when {x} is at {lo} and {b} when it is at {hi}, with everything in between{c}{out}",
        "{calc} where {x} {rr} lies in {to}{c}{out}", "{take} {x} whose minimum is {lo} and whose maximum is {hi} and {map} it{c} to a minimum of {a} and a maximum of {b}{out}", "~stretch {x} {rr} to {to}{c}{out}",
    )
    asks = (
        "{x} goes {r} but I need {to}{c}{tail}", "how can i {map} {x} {rr} to {to}{c}?{tail}".replace("{map}", "map"), "{lo} should become {a} and {hi} should become {b}, {x}{c}{tail}", "my sensor sends {r} and i want {to} instead{c}, {x} as the input{tail}",
        "scale {r} to {to}{c}, from {x}{tail}", "{x} {rr} -> {to}{c}{tail}", "i have {x} {rr}. I'd like it to control something that needs {to}{c}{tail}", "what formula brings {r} to {to}{c}? {x} in{tail}", "zmap: {r} to {to}{c}, {x}{tail}",
    )  # fmt: skip
    return example(plainly(draw, slots, clauses, asks, ("{x} {rr} scaled to {to}{c}{tail}", "a range converter for {x}, {r} to {to}{c}{tail}")), p, holds, fed(box, *xs), watch)


def linear_map(draw: Draw) -> Example:
    """In equal steps."""
    return onto(draw, is_curved=False)


def curved_map(draw: Draw) -> Example:
    """In equal ratios."""
    return onto(draw, is_curved=True)


BOUNDS = ((0, 127), (0, 100), (0, 1), (10, 20), (-10, 10), (20, 80), (1, 6), (100, 1000), (0, 10), (36, 84), (-1, 1), (50, 200), (0, 255), (60, 72))
WAYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "clip": (
        ("{limit} {x} to the range {lo} to {hi}{out}", "{limit} {x} between {lo} and {hi}, so that larger values become {hi} and smaller ones {lo}{out}", "~replace {x} by {lo} if it is smaller than {lo} and by {hi} if it is larger than {hi}{out}",
         "{take} {x} and {limit} it to values between {lo} and {hi}{out}", "~make sure that {x} is never less than {lo} nor more than {hi}{out}", "~keep {x} within {lo} and {hi}, using the nearest limit for values outside{out}",
         "{limit} {x} with {lo} as the minimum and {hi} as the maximum{out}", "~let {x} go no lower than {lo} and no higher than {hi}{out}", "{take} {x}, {limit} it so that it stays between {lo} and {hi}{out}", "~output {x}, but {lo} at the least and {hi} at the most{out}",
         "{limit} {x} so that anything above {hi} becomes {hi} and anything below {lo} becomes {lo}{out}"),
        ("{x} must stay between {lo} and {hi}: cut off whatever is too much{tail}", "{x} not under {lo}, not over {hi}{tail}", "my values sometimes go beyond {hi} or below {lo}. limit {x} to that range{tail}", "clamp {x} {lo}..{hi}{tail}", "what keeps {x} between {lo} and {hi}, with the limit itself for anything outside?{tail}")),
    "wrap": (
        ("~wrap {x} around in the range {lo} to {last}, so that {hi} becomes {lo} again{out}", "~let {x} start again at {lo} after {last}{out}", "{take} {x} and ~wrap it into {lo} to {last}{out}", "~make {x} go round in circles from {lo} to {last}{out}", "~bring {x} back to {lo} when it passes {last}, like the hours of a clock{out}",
         "~fold {x} back to the beginning, {lo}, whenever it is past {last}{out}".replace("~fold", "~send"), "~wrap {x} so that after {last} comes {lo}{out}", "~keep {x} between {lo} and {last} by starting over at the other end{out}"),
        ("{x} should wrap around after {last} and go on at {lo}{tail}", "after {last} comes {lo} again, for {x}{tail}", "wrap {x} to {lo}..{last}{tail}", "not a limit but a wraparound: {x}, {lo} to {last}{tail}")),
    "inside": (
        ("~pass {x} only if it is between {lo} and {hi} and ~ignore it if not{out}", "~let {x} through only from {lo} up to {hi}{out}", "~drop {x} when it lies outside {lo} and {hi}{out}", "{take} {x} and ~let it pass only when it is in the range {lo} to {hi}{out}", "~filter {x} so that nothing outside {lo} to {hi} comes through{out}",
         "~forward {x} when it is within {lo} to {hi} and ~do nothing otherwise{out}", "~block {x} unless it is between {lo} and {hi}{out}", "~ignore values of {x} that are lower than {lo} or higher than {hi}{out}"),
        ("only let {x} through when it is between {lo} and {hi}, swallow the rest{tail}", "{x} outside {lo}-{hi} should not come out at all{tail}", "drop everything that is not from {lo} to {hi}, {x}{tail}", "a filter, not a limiter: {x} passes only from {lo} to {hi}{tail}")),
}  # fmt: skip


def bounded(draw: Draw) -> Example:
    """Cut off at the limits, wrapped round, or only let through inside them."""
    way = draw.one(tuple(WAYS))
    low, high = draw.one([pair for pair in BOUNDS if way == "clip" or pair[1] - pair[0] > 3])
    p = Sketch()
    is_slid = draw.chance(0.25)
    box = p.add("hsl 0 127" if is_slid else "number")
    xs: tuple[float, ...] = (low - 3, low, high - 1, high + 2) if not is_slid else (0, 30, 127)
    if way == "clip":
        result, ys = p.add(f"clip {low} {high}", box), [min(max(x, low), high) for x in xs]
    elif way == "wrap":
        size = high - low
        result = p.add(f"mod {size}", box) if not low else p.add(f"mod {size}", p.add(f"- {low}" if low > 0 else f"+ {-low}", box))
        result = p.add(f"+ {low}" if low > 0 else f"- {-low}", result) if low else result
        ys = [(x - low) % size + low for x in xs]
    else:
        result = p.add(f"moses {high + 1}", p.out(p.add(f"moses {low}", box), 1))
        ys = [x for x in xs if low <= x <= high]
    slots, holds, watch = ended(draw, p, [result], ys)
    clauses, asks = WAYS[way]
    slots = {**slots, "x": SLID if is_slid else TYPED, "lo": str(low), "hi": str(high), "last": str(high - 1), "limit": ("~limit", "~clip", "~restrict", "~clamp", "~constrain", "~confine")}
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *xs), watch)


SKILLS: dict[str, Skill] = {"range-onto-range": linear_map, "range-onto-range-curved": curved_map, "limit-or-wrap-or-drop": bounded}
CORE: tuple[str, ...] = (
    "range-onto-range", "limit-or-wrap-or-drop", "gui_mapping/scale-range", "math_limits/to-meaning", "logic_tests/clip",
    "math_limits/keep-in-range",
)
