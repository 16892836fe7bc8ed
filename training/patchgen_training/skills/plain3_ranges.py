"""Skills: one range onto another with the given numbers, linear, turned round or exponential; kept inside, wrapped, or let through only inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.gui_mapping import linear
from patchgen_training.skills.plain3_words import finished, made, sentences
from patchgen_training.skills.plain_ranges import curved
from patchgen_training.skills.plain_words import TYPED, fed
from patchgen_training.skills.sketch import Handle, Sketch


@dataclass(frozen=True, slots=True)
class Ranged:
    """A number with a range, and the words for it with {r} for the range."""

    box: Handle
    feeds: Callable[[tuple[float, ...]], tuple[Feed, ...]]
    words: tuple[str, ...]
    brief: tuple[str, ...]
    shows_all: bool


def ranged(draw: Draw, p: Sketch, low: float, high: float) -> Ranged:
    """A slider, a number box or a MIDI controller."""
    kind = draw.one(("hsl", "hsl", "vsl", "number", "number", "number", "ctlin" if (low, high) == (0, 127) else "number"))
    span = (f"{low:g} to {high:g}", f"{low:g} and {high:g}")
    if kind == "ctlin":
        n = draw.one((1, 7, 10, 16, 74))
        box = p.add(f"ctlin {n}")
        words = tuple(f"{name}{tail}" for name in (f"MIDI controller {n}", f"the value of controller {n}", f"CC {n}", f"control change {n}") for tail in ("", " (0 to 127)", ", 0 to 127,"))
        return Ranged(box, lambda xs: tuple(Feed(10 + 20 * i, box, f"{n} {x:g} 1") for i, x in enumerate(xs)), words[::3] + words[1::3], (f"cc {n}", f"controller {n}"), True)
    ends = (f" from {span[0]}", f" between {span[1]}", f" with the range {span[0]}", f" ({span[0]})", f" in the range {span[0]}", f" ranging from {span[0]}")
    if kind == "number":
        box = p.add("number")
        words = tuple(f"{name}{end}" for name in ("a number", "an input number", "a value entered by the user", "a sensor value", "an incoming number", "a number from a number box") for end in ends)
        return Ranged(box, lambda xs: fed(box, *xs), words, (f"{low:g}-{high:g}", f"{low:g} to {high:g}", f"{low:g}..{high:g}"), True)
    box = p.add(f"{kind} {low:g} {high:g}")
    name = "vertical slider" if kind == "vsl" else "slider"
    words = tuple(f"{form} {name}{end}" for form in ("a", "the value of a", "the position of a") for end in ends)
    return Ranged(box, lambda xs: fed(box, *xs), words, (f"slider {low:g}-{high:g}", f"a slider {low:g} to {high:g}"), False)


MEANINGS: tuple[tuple[tuple[float, float], tuple[str, ...]], ...] = (
    ((20, 20000), ("Hz", "hertz")), ((100, 2000), ("Hz", "hertz")), ((50, 5000), ("Hz",)), ((200, 8000), ("Hz",)), ((10, 1000), ("ms", "milliseconds")), ((50, 500), ("ms",)), ((60, 180), ("bpm", "beats per minute")), ((0, 1), ()), ((0, 100), ("percent", "%")), ((0, 127), ()), ((-1, 1), ()), ((0, 10), ()), ((1, 10), ()), ((-12, 12), ("semitones",)), ((36, 84), ()), ((0, 255), ()), ((1, 5), ("seconds",)),
    ((500, 50), ("ms",)), ((1, 0), ()), ((127, 0), ()), ((100, 0), ()), ((1000, 100), ()), ((0, 360), ("degrees",)), ((0.1, 10), ("Hz",)), ((5, 25), ()), ((-50, 50), ()), ((0, 12), ()), ((2, 8), ()),
)  # fmt: skip
FROM = ((0, 127), (0, 127), (0, 127), (0, 1), (0, 100), (0, 10), (0, 1023), (0, 255), (-1, 1), (1, 10), (0, 1000), (-100, 100), (0, 50), (20, 80), (10, 50), (0, 5), (1, 6))
LINEAR = ("", "", "", " linearly", " in a straight line", " proportionally")
CURVED = (" exponentially", " on an exponential curve", " in equal ratios", " logarithmically, so that equal steps multiply", " with an exponential mapping", " exponentially")


def mapped(draw: Draw, *, is_curved: bool) -> Example:
    """One range becomes another."""
    while True:
        (low, high), ((a, b), units) = draw.one(FROM), draw.one(MEANINGS)
        if (low, high) != (a, b) and (not is_curved or (low == 0 and 0 < a < b)):
            break
    p = Sketch()
    x = ranged(draw, p, low, high)
    xs: tuple[float, ...] = (low, high, (low + high) / 2) if x.shows_all and high < 1000 else (low, high)
    if any(x_ != round(x_) for x_ in xs) and (low, high) == (0, 127):
        xs = (0, 127)
    ys = [a * (b / a) ** (x_ / high) if is_curved else a + (b - a) * (x_ - low) / (high - low) for x_ in xs]
    body = curved(high, a, b) if is_curved else linear(low, high, a, b)
    ending = finished(draw, p, [p.add(body, x.box)], ys, 2e-3)
    unit = f" {draw.one(units)}" if units else ""
    how = CURVED if is_curved else LINEAR
    brief_how = (" exponentially", ", exponential", " exp", ", exponential curve") if is_curved else ("", "", "", " linear", ", linear")
    slots = {
        **ending.slots, "x": x.words, "q": x.brief, "a": f"{a:g}", "b": f"{b:g}", "lo": f"{low:g}", "hi": f"{high:g}", "u": unit, "how": how, "bh": brief_how, "map": ("~map", "~scale", "~convert", "~rescale", "~remap", "~translate", "~transform"),
        "to": (f"{a:g} to {b:g}{unit}", f"the range {a:g} to {b:g}{unit}", f"a range of {a:g} to {b:g}{unit}", f"values from {a:g} to {b:g}{unit}", f"{a:g} through {b:g}{unit}"),
    }  # fmt: skip
    formal: tuple[str, ...] = (
        "{map} {x} to {to}{how}{out}", "{map} {x} onto {to}{how}{out}", "{take} {x} and {map} it{how} to {to}{out}", "{map} {x}{how} so that {lo} becomes {a}{u} and {hi} becomes {b}{u}{out}", "~turn {x} into {to}{how}{out}", "{take} {x} and ~bring it{how} to {to}{out}", "~use {x} to produce {to}{how}{out}",
        "~stretch {x}{how} to {to}{out}", "given {x}, ~produce {to}{how}{out}", "~let {lo} give {a}{u} and {hi} give {b}{u}{how} for {x}{out}", "{map} {x} from its own range to {to}{how}{out}", "~make {to} of {x}{how}{so}", "{take} {x}, {map} it{how} to {to} and {end}",
    )  # fmt: skip
    short = ("{q} to {a}-{b}{bh}{st}", "scale {q} to {a}..{b}{u}{bh}", "map {q} to {a} to {b}{u}{bh}{st}", "{q} -> {a} to {b}{u}{bh}", "{lo}..{hi} to {a}..{b}{bh}{st}, {q}" if x.shows_all else "{q} mapped to {a}..{b}{bh}{st}", "convert {q} into {a}-{b}{u}{bh}", "{q} should become {a} to {b}{u}{bh}")
    speech = (
        "i have {x} but need {to}{how}{tail}", "{x} should end up as {to}{how}{tail}", "when {x} is at {lo} I want {a}{u}, at {hi} {b}{u}, in between{how}{tail}" if not is_curved else "when {x} is at {lo} I want {a}{u}, at {hi} {b}{u}, in between exponentially{tail}", "how do I map {x} to {to}{how}?{tail}", "what formula makes {to} of {x}{how}?{tail}", "My sensor is fine but the range is wrong: {x} must become {to}{how}{tail}",
    )  # fmt: skip
    return made(sentences(draw, slots, formal, short, speech), p, ending, x.feeds(xs))


BOUNDS = ((0, 127), (0, 100), (0, 1), (10, 20), (-10, 10), (20, 80), (1, 6), (100, 1000), (0, 10), (36, 84), (-1, 1), (50, 200), (0, 255), (60, 72), (5, 50), (1, 100), (0, 7), (3, 12))
KEPT: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "clip": (
        ("~limit {x} to {lo} to {hi}{out}", "~keep {x} between {lo} and {hi}, using {lo} for anything lower and {hi} for anything higher{out}", "~clip {x} at {lo} and {hi}{out}", "~stop {x} from getting less than {lo} or more than {hi}{out}", "~replace values of {x} above {hi} by {hi} and below {lo} by {lo}{out}", "{take} {x} and ~force it into the range {lo} to {hi} by cutting off{out}", "~restrict {x} to a minimum of {lo} and a maximum of {hi}{out}", "~clamp {x} to the range from {lo} to {hi}{out}"),
        ("clip {q} to {lo}-{hi}{st}", "keep {q} between {lo} and {hi}{st}", "limit {q} to {lo}..{hi}{st}", "clamp {lo} {hi}{st}", "{q}, min {lo} max {hi}{st}", "not below {lo}, not above {hi}{st}", "no higher than {hi}, no lower than {lo}{st}"),
        ("{x} must not leave {lo} to {hi}; use the limit when it does{tail}", "too big becomes {hi}, too small becomes {lo}, for {x}{tail}", "how do I keep {x} between {lo} and {hi}?{tail}", "whatever I type should stay in {lo} to {hi}, cut off at the ends{tail}")),
    "wrap": (
        ("~wrap {x} around into {lo} to {last}{out}", "~wrap {x} so that {hi} becomes {lo} again and the result stays from {lo} to {last}{out}", "~start over at {lo} whenever {x} passes {last}{out}", "{take} {x} and ~wrap it into the range {lo} to {last}, both included{out}", "~bring {x} into {lo} to {last} by starting again at the beginning{out}", "~let {x} run round in the circle {lo} to {last}{out}"),
        ("wrap {q} to {lo}-{last}{st}", "wrap around {lo} to {last}{st}", "after {last} comes {lo} again{st}", "{q} wrapped into {lo}..{last}{st}", "wrap, {lo} to {last} inclusive{st}"),
        ("{x} should wrap around: {last}, then {lo} again{tail}", "after {last} it must go on at {lo}, for {x}{tail}", "how do I wrap {x} into {lo} to {last}?{tail}", "no limit but a circle from {lo} to {last}, {x} comes in{tail}")),
    "inside": (
        ("~let {x} through only if it lies from {lo} to {hi}{out}", "~pass {x} on when it is between {lo} and {hi} and ~drop it otherwise{out}", "~block {x} when it is below {lo} or above {hi}{out}", "~ignore {x} outside {lo} to {hi}{out}", "{take} {x} and ~forward it only when it is at least {lo} and at most {hi}{out}", "~filter out {x} unless it is within {lo} to {hi}{out}"),
        ("only pass {q} from {lo} to {hi}{st}", "block {q} outside {lo}-{hi}{st}", "let through {lo} to {hi} only{st}", "ignore everything not in {lo}..{hi}{st}", "drop {q} unless {lo} to {hi}{st}"),
        ("{x} only comes out if it is from {lo} to {hi}, all else is ignored{tail}", "i don't want numbers outside {lo} to {hi} to pass at all, {x}{tail}", "how do I let {x} pass only between {lo} and {hi}?{tail}")),
}  # fmt: skip


def kept(draw: Draw) -> Example:
    """Clipped, wrapped, or only passed inside: the same numbers, three meanings."""
    way = draw.one(tuple(KEPT))
    low, high = draw.one([pair for pair in BOUNDS if way == "clip" or pair[1] - pair[0] > 3])
    p = Sketch()
    box = p.add("number")
    xs: tuple[float, ...] = (low - 3, low, high - 1, high + 2)
    if way == "clip":
        result, ys = p.add(f"clip {low} {high}", box), [float(min(max(x, low), high)) for x in xs]
    elif way == "wrap":
        size = high - low
        result = p.add(f"mod {size}", p.add(f"- {low}" if low > 0 else f"+ {-low}", box) if low else box)
        result = p.add(f"+ {low}" if low > 0 else f"- {-low}", result) if low else result
        ys = [(x - low) % size + low for x in xs]
    else:
        result = p.add(f"moses {high + 1}", p.out(p.add(f"moses {low}", box), 1))
        ys = [x for x in xs if low <= x <= high]
    ending = finished(draw, p, [result], ys)
    slots = {**ending.slots, "x": TYPED, "q": ("a number", "my number", "the input", "what i type", "numbers"), "lo": str(low), "hi": str(high), "last": str(high - 1)}
    return made(sentences(draw, slots, *KEPT[way]), p, ending, fed(box, *xs))


SKILLS: dict[str, Skill] = {
    "range-to-range": lambda draw: mapped(draw, is_curved=False), "range-to-range-curved": lambda draw: mapped(draw, is_curved=True), "clipped-wrapped-or-blocked": kept,
}  # fmt: skip
CORE: tuple[str, ...] = tuple(SKILLS)
