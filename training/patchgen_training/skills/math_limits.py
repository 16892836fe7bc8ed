"""Skills: keeping numbers in bounds and bringing them to other ranges: limits, wrapping, steps, scaling in stages."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits
from patchgen_training.skills.expect_time import crossings
from patchgen_training.skills.gui_mapping import linear
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_watch import SLID, TYPED, loud
from patchgen_training.skills.sketch import Handle, Sketch

BOUNDS = ((0, 100), (0, 127), (0, 1), (1, 10), (20, 80), (0, 10), (-1, 1), (100, 1000), (36, 84), (50, 500), (200, 2000), (0, 255), (-12, 12), (1, 16), (10, 90), (40, 240), (60, 72), (20, 20000), (5, 50), (0, 1000))


def bounds(draw: Draw) -> tuple[int, int]:
    """Usual limits, or any."""
    if draw.chance(0.7):
        return draw.one(BOUNDS)
    low = draw.integer(-50, 150)
    return low, low + draw.integer(2, 400)


def typed_or_slid(draw: Draw, p: Sketch, slider: float = 0.2) -> tuple[Handle, tuple[str, ...], int]:
    """A number box or a slider 0-127: box, words, the highest value."""
    if draw.chance(slider):
        return p.add("hsl 0 127"), SLID, 127
    return p.add("number"), TYPED, 0


KEEP = ("~limit", "~limit", "~clip", "~restrict", "~constrain", "~clamp", "~keep", "~confine", "~cap", "~bound")


def keep_in_range(draw: Draw) -> Example:
    """Limits, with a light or a tone that uses the limited number, or plain."""
    low, high = bounds(draw)
    p = Sketch()
    box = p.add("number")
    slots, example = output_words(draw, p, p.add(f"clip {low} {high}", box), [low, high, (low + high) / 2])
    slots = {**slots, "x": TYPED, "low": str(low), "high": str(high), "keep": KEEP, "range": (f"between {low} and {high}", f"to a range of {low} to {high}", f"from {low} to {high}", f"within {low} and {high}", f"to {low} to {high}", f"inside the limits {low} and {high}"),
             "big": ("too big", "too large", "too high"), "small": ("too small", "too low")}
    clauses = (
        "{keep} {x} {range}{out}", "{keep} {x} so that it stays between {low} and {high}{out}", "~prevent {x} from going below {low} or above {high}{out}", "~make sure that {x} stays between {low} and {high}{out}", "~let {x} never be less than {low} or more than {high}{out}",
        "~replace everything below {low} by {low} and everything above {high} by {high}{out}", "~cut off {x} at {low} and {high}{out}", "~set {x} to {low} if it is {small} and to {high} if it is {big}{out}", "~pass {x} but no less than {low} and no more than {high}{out}",
        "~take {x} and {keep} it {range}{out}", "~have a minimum of {low} and a maximum of {high} for {x}{out}", "~force {x} into the range {low} to {high}{out}",
    )
    things = ("a limiter for {x} with the range {low} to {high}{tail}", "a clamp: {x} kept between {low} and {high}{tail}", "{x} limited to {low}..{high}{tail}" if low >= 0 else "{x} limited to {low} to {high}{tail}", "a number that cannot leave the range {low} to {high}{tail}")
    asks = ("limit {x} {range}{tail}", "{x} should never get below {low} or above {high}{tail}", "{x}, min {low} max {high}{tail}", "don't let {x} leave the range {low} to {high}{tail}", "clip {x} at {low} and {high}{tail}", "how do i keep {x} between {low} and {high}?{tail}",
            "when {x} is over {high} i want {high}, when it's under {low} i want {low}{tail}", "{x} no bigger than {high} and no smaller than {low}{tail}", "i need {x} clamped {range}{tail}")
    return finished(example, asked(draw, slots, clauses, things, asks), fed(box, low - 7, high + 9, (low + high) / 2))


def one_limit(draw: Draw) -> Example:
    """A floor or a ceiling."""
    is_floor = draw.chance(0.5)
    n = draw.one((0, 0, 1, 10, 20, 50, 100, 127, 1000, draw.integer(-50, 500)))
    p = Sketch()
    box = p.add("number")
    slots, example = output_words(draw, p, p.add(f"{'max' if is_floor else 'min'} {n}", box), [n + 4, n] if is_floor else [n, n - 4])
    slots = {**slots, "x": TYPED, "n": str(n)}
    if is_floor:
        clauses: tuple[str, ...] = ("~keep {x} from going below {n}{out}", "~make sure that {x} is at least {n}{out}", "~limit {x} to {n} or more{out}", "~give {x} a lower limit of {n}{out}", "~set {x} to {n} whenever it is smaller than that{out}", "~take {x} and ~raise it to {n} if it is below{out}",
                                    "~output {n} if {x} is below {n}, and {x} itself if not{out}", "~use {n} as the minimum for {x}{out}")
        asks: tuple[str, ...] = ("{x} but never below {n}{tail}", "{x}, at least {n}{tail}", "minimum {n} for {x}{tail}", "how do i stop {x} from getting smaller than {n}?{tail}")
        things: tuple[str, ...] = ("a lower limit of {n} for {x}{tail}", "{x} that is never less than {n}{tail}")
    else:
        clauses = ("~keep {x} from going above {n}{out}", "~make sure that {x} is at most {n}{out}", "~limit {x} to {n} or less{out}", "~give {x} an upper limit of {n}{out}", "~set {x} to {n} whenever it is larger than that{out}", "~cap {x} at {n}{out}", "~output {n} if {x} is above {n}, and {x} itself if not{out}",
                   "~use {n} as the maximum for {x}{out}", "~stop {x} from exceeding {n}{out}")
        asks = ("{x} but never above {n}{tail}", "{x}, at most {n}{tail}", "maximum {n} for {x}{tail}", "how do i stop {x} from getting bigger than {n}?{tail}", "cap {x} at {n}{tail}")
        things = ("an upper limit of {n} for {x}{tail}", "{x} that is never more than {n}{tail}")
    slots["x"] = ("a number", "an incoming number", "the input", "the number in a number box", "a value")
    return finished(example, asked(draw, slots, clauses, things, asks), fed(box, n + 4, n - 4))


def movable_limits(draw: Draw) -> Example:
    """Limits set by number boxes or sliders."""
    low, high = draw.one(((0, 127), (0, 100), (0, 10), (-100, 100), (0, 1000)))
    sliders = draw.chance(0.35)
    p = Sketch()
    box = p.add("number")
    lower, upper = (p.add(f'hsl {low} {high} "minimum" init:{low}'), p.add(f'hsl {low} {high} "maximum" init:{high}')) if sliders else (p.add('number "minimum"'), p.add('number "maximum"'))
    result = p.add("clip", box, p.into(1, lower), p.into(2, upper))
    a, b = (2, 7)
    slots, example = output_words(draw, p, result, [b, a, 5])
    slots = {**slots, "x": TYPED, "keep": KEEP, "limits": (f"two sliders from {low} to {high} for the minimum and the maximum", f"a minimum and a maximum slider ({low} to {high})") if sliders else ("two number boxes for the minimum and the maximum", "a minimum and a maximum number box", "limits that are typed into two number boxes", "adjustable minimum and maximum (number boxes)")}
    clauses = ("{keep} {x} with {limits}{out}", "{keep} {x} between two adjustable limits, {limits}{out}", "~take {x} and {keep} it, with {limits}{out}", "~have {limits} that limit {x}{out}", "~use {limits} to limit {x}{out}", "~make sure {x} stays between limits i can change, with {limits}{out}")
    things = ("an adjustable limiter for {x} with {limits}{tail}", "a clip with {limits} for {x}{tail}")
    asks = ("limit {x}, {limits}{tail}", "{x} clipped, {limits}{tail}")
    feeds = (Feed(5, lower, str(a)), Feed(10, upper, str(b)), Feed(30, box, "99"), Feed(50, box, "-4"), Feed(70, box, "5"))
    return finished(example, asked(draw, slots, clauses, things, asks), feeds)


def wrap(draw: Draw) -> Example:
    """Comes out at the other end of the range."""
    n = draw.one((4, 8, 12, 16, 7, 10, 24, 60, 100, 128, 360, draw.integer(3, 64)))
    low = draw.one((0, 0, 0, 0, 1, 60, 48, 36, 10))
    p = Sketch()
    box, words, top = typed_or_slid(draw, p)
    if low:
        result = p.add(f"+ {low}", p.add(f"mod {n}", p.add(f"- {low}", box)))
    else:
        result = p.add(f"mod {n}", box)
    xs = [low + n - 1, low + n, low + n + 2] if not top or low + n + 2 <= 127 else [1, 2, 3]
    if top and low + n + 2 > 127:
        xs = [x for x in xs if x >= low] or [low]
    slots, example = output_words(draw, p, result, [(x - low) % n + low for x in xs])
    last = low + n - 1
    slots = {**slots, "x": words, "low": str(low), "last": str(last), "over": str(last + 1), "n": str(n)}
    clauses: tuple[str, ...] = (
        "~wrap {x} into the range {low} to {last}{out}", "~wrap {x} so that {over} becomes {low} again{out}", "~keep {x} between {low} and {last} by wrapping around{out}", "~let {x} start again at {low} after {last}{out}", "~make {x} go back to {low} once it passes {last}{out}",
        "~wrap {x} around in the range {low} to {last}{out}", "~take {x} and ~wrap it to {low}-{last}{out}")
    if not low:
        clauses += ("~wrap {x} around at {n}{out}", "~reduce {x} modulo {n}{out}")
    asks = ("wrap {x} between {low} and {last}{tail}", "{x} goes round: after {last} comes {low}{tail}", "{over} should become {low}, wrap {x} into {low}..{last}{tail}", "wraparound for {x}, {low} to {last}{tail}")
    return finished(example, asked(draw, slots, clauses, ("a wraparound of {x} to {low}-{last}{tail}",), asks), fed(box, *xs))


def clip_light(draw: Draw) -> Example:
    """Limits and lights a toggle when it had to."""
    low, high = bounds(draw)
    p = Sketch()
    box = p.add("number")
    shown = p.add("number", p.add(f"clip {low} {high}", box))
    light = p.add('tgl "clipped"', p.add(f"expr $f1 \\< {low} || $f1 > {high}", box))
    slots = {"x": TYPED, "low": str(low), "high": str(high), "keep": KEEP, "light": ("~light a toggle", "~turn on a toggle", "~show on a toggle", "~switch on a toggle")}
    clauses = ("{keep} {x} between {low} and {high} and {light} when it was clipped", "{keep} {x} between {low} and {high} and {light} if it was outside", "~clip {x} to {low} to {high}, ~show it, and {light} while it is out of range", "~limit {x} to the range {low} to {high} with a toggle that shows when it is clipped",
               "{keep} {x} between {low} and {high}, and {light} when that was necessary")
    asks = ("limit {x} between {low} and {high}, toggle on if it was outside", "clip {x} {low} to {high} with a clip light (toggle)", "{x} kept in {low}-{high}, and a toggle tells me when it had to be cut")
    feeds = fed(box, low - 3, (low + high) / 2, high + 3)
    return Example(asked(draw, slots, clauses, ("a limiter for {x}, {low} to {high}, with a clip indicator (toggle)",), asks), p.text(), all_of(emits(shown, [low, (low + high) / 2, high]), emits(light, [1, 0, 1])), feeds, [shown, light], 0.2)


Stage = tuple[str, str, Callable[[float], float]]


def stage(draw: Draw, kind: str) -> Stage:
    """One step of a chain: box, clause with `it`, function."""
    if kind == "clip":
        low, high = draw.one(((0, 127), (0, 100), (0, 10), (-10, 10), (10, 90), (20, 80), (1, 50)))
        verb = draw.one(("~limit {it} to {r}", "~clip {it} to {r}", "~keep {it} in the range {r}", "~clamp {it} to {r}", "~restrict {it} to {r}"))
        return f"clip {low} {high}", verb.replace("{r}", f"{low} to {high}" if low < 0 or draw.chance(0.7) else f"{low}-{high}"), lambda x: min(high, max(low, x))
    if kind == "multiply":
        n = draw.one((2, 3, 4, 5, 10, 12, 100, 0.5, 0.1, 1.5))
        return f"* {n}", draw.one((f"~multiply {{it}} by {n}", f"~scale {{it}} by {n}", f"~multiply {{it}} with {n}")), lambda x: x * n
    if kind == "divide":
        n = draw.one((2, 4, 5, 8, 10, 100))
        return f"/ {n}", f"~divide {{it}} by {n}", lambda x: x / n
    if kind == "add":
        n = draw.one((1, 5, 10, 12, 20, 24, 60, 100, 200))
        return f"+ {n}", draw.one((f"~add {n} to {{it}}", f"~raise {{it}} by {n}", f"~offset {{it}} by {n}")), lambda x: x + n
    if kind == "subtract":
        n = draw.one((1, 5, 10, 12, 20, 64, 100))
        return f"- {n}", draw.one((f"~subtract {n} from {{it}}", f"~lower {{it}} by {n}")), lambda x: x - n
    if kind == "abs":
        return "abs", draw.one(("~make {it} positive", "~take the absolute value of {it}", "~remove the sign of {it}")), abs
    if kind == "mod":
        n = draw.one((4, 7, 8, 10, 12, 16))
        return f"mod {n}", draw.one((f"~take {{it}} modulo {n}", f"~wrap {{it}} at {n}")), lambda x: math.floor(x) % n
    return "int", draw.one(("~remove the decimals of {it}", "~cut off the fraction of {it}", "~truncate {it} to a whole number")), lambda x: float(math.trunc(x))


def in_stages(draw: Draw) -> Example:
    """A number limited, scaled, shifted, rounded, in two or three steps."""
    kinds = draw.some(("clip", "multiply", "divide", "add", "subtract", "abs", "mod", "int"), draw.one((2, 2, 3)))
    if "clip" not in kinds and draw.chance(0.6):
        kinds[draw.integer(0, len(kinds) - 1)] = "clip"
    if "mod" in kinds:
        kinds.remove("mod")
        kinds.insert(0, "mod")
    p = Sketch()
    box, words, top = typed_or_slid(draw, p, 0.35)
    stages = [stage(draw, kind) for kind in kinds]
    handle = box
    x = float(draw.integer(3, 120 if top else 150))
    y = x
    for body, _, function in stages:
        handle = p.add(body, handle)
        y = function(y)
    slots, example = output_words(draw, p, handle, [y])
    first, *rest = (clause for _, clause, _ in stages)
    then = [clause.replace("{it}", "it") for clause in rest]

    def sequence(start: str) -> str:
        parts = [start, *then]
        if len(parts) == 2:
            return draw.one(("{}, then {}", "{} and then {}", "{} and {}", "first {} and then {}", "{}, after that {}")).format(*parts)
        return draw.one(("{}, then {}, then {}", "{}, {} and finally {}", "first {}, then {} and at the end {}", "{}, {} and {}")).format(*parts)

    slots = {**slots, "x": words}
    clauses = tuple(sequence(first.replace("{it}", "{x}")) + "{out}" for _ in range(5)) + tuple("~take {x}, " + sequence(first.replace("{it}", "it")) + "{out}" for _ in range(3))
    asks = (sequence(first.replace("{it}", "{x}")) + "{tail}", "{x}: " + sequence(first.replace("{it}", "it")) + "{tail}")
    return finished(example, asked(draw, slots, clauses, (), asks), fed(box, x))


MEANINGS: tuple[tuple[str, tuple[tuple[int, int], ...], tuple[str, ...]], ...] = (
    ("Hz", ((100, 1000), (200, 2000), (50, 500), (110, 880), (20, 2000), (100, 5000), (220, 440)), ("a frequency between {a} and {b} Hz", "a frequency from {a} to {b} Hz", "{a} to {b} Hz", "hertz, {a} to {b}", "a pitch of {a} to {b} Hz")),
    ("ms", ((10, 1000), (50, 500), (100, 2000), (20, 200), (0, 1000)), ("a time between {a} and {b} ms", "a duration from {a} to {b} milliseconds", "{a} to {b} ms", "a delay time of {a} to {b} ms")),
    ("bpm", ((40, 240), (60, 180), (60, 120), (80, 160)), ("a tempo between {a} and {b} bpm", "a tempo from {a} to {b} BPM", "{a} to {b} beats per minute")),
    ("volume", ((0, 1),), ("a volume from 0 to 1", "a gain between 0 and 1", "a loudness factor of 0 to 1", "an amplitude from 0 to 1")),
    ("percent", ((0, 100),), ("percent", "a percentage", "0 to 100 percent", "0-100%")),
    ("dB", ((0, 100), (40, 100)), ("a level between {a} and {b} dB", "decibels from {a} to {b}", "{a} to {b} dB")),
    ("notes", ((36, 84), (48, 72), (60, 72), (24, 96)), ("MIDI notes from {a} to {b}", "a note number between {a} and {b}", "midi note {a} to {b}")),
    ("pan", ((-1, 1),), ("a pan position from -1 to 1", "a panning value between -1 and 1")),
)  # fmt: skip
CONTROLS = (("hsl 0 127", 127, ("a slider", "a slider from 0 to 127", "a fader (0-127)", "a slider (0 to 127)")), ("number", 127, ("a MIDI value (0-127)", "a controller value from 0 to 127", "a number from 0 to 127", "a velocity (0-127)")), ("number", 100, ("a percentage", "a number from 0 to 100", "a percent value (0-100)")),
            ("hsl 0 100", 100, ("a slider from 0 to 100", "a fader from 0 to 100")), ("number", 1023, ("a sensor value from 0 to 1023", "a number between 0 and 1023", "an arduino value (0-1023)")), ("hsl 0 1", 1, ("a slider from 0 to 1", "a fader from 0 to 1")), ("vsl 0 127", 127, ("a vertical slider", "a vertical slider from 0 to 127")),
            ("number", 255, ("a number from 0 to 255", "an 8 bit value (0-255)")), ("number", 1, ("a number from 0 to 1", "a value between 0 and 1")))  # fmt: skip


def to_meaning(draw: Draw) -> Example:
    """A controller's range mapped to Hz, ms, bpm, percent and so on; perhaps logarithmically."""
    kind, high, words = draw.one(CONTROLS)
    name, ranges, targets = draw.one(MEANINGS)
    if (name, high) in (("volume", 1), ("percent", 100)):
        name, ranges, targets = MEANINGS[0]
    a, b = draw.one(ranges)
    curve = name in ("Hz", "ms") and a > 0 and draw.chance(0.3)
    p = Sketch()
    box = p.add(kind)
    if curve:
        body = f"expr {a} * pow({b} / {a}, $f1 / {high})" if high != 1 else f"expr {a} * pow({b} / {a}, $f1)"
    else:
        body = linear(0, high, a, b)
    if curve:
        # [expr] divides whole numbers as such: a point makes them floats.
        body = body.replace(f"{b} / {a}", f"{b}. / {a}")
    x = draw.one((0, high, high / 2))
    y = a * (b / a) ** (x / high) if curve else a + (b - a) * x / high
    slots, example = output_words(draw, p, p.add(body, box), [y])
    slots = {**slots, "x": words, "to": tuple(t.replace("{a}", str(a)).replace("{b}", str(b)) for t in targets), "map": ("~map", "~scale", "~convert", "~turn", "~translate", "~rescale"),
             "curve": (" logarithmically", " on a logarithmic scale", " exponentially", " with an exponential curve") if curve else ""}
    clauses = ("{map} {x} to {to}{curve}{out}", "{map} {x} into {to}{curve}{out}", "~take {x} and {map} it to {to}{curve}{out}", "~use {x} for {to}{curve}{out}", "{map} the whole range of {x} to {to}{curve}{out}", "~get {to} out of {x}{curve}{out}", "~read {x} and ~make {to} of it{curve}{out}")
    asks = ("{x} to {to}{curve}{tail}", "i have {x} and need {to}{curve}{tail}", "map {x} to {to}{curve}{tail}", "how do i turn {x} into {to}{curve}?{tail}", "{x} -> {to}{curve}{tail}")
    return finished(example, asked(draw, slots, clauses, ("a mapping of {x} to {to}{curve}{tail}",), asks), fed(box, x))


def bounded_tone(draw: Draw) -> Example:
    """A tone whose typed frequency is kept in bounds."""
    low, high = draw.one(((100, 1000), (200, 2000), (50, 500), (20, 2000), (100, 800), (220, 880), (300, 3000)))
    volume = draw.chance(0.4)
    p = Sketch()
    box = p.add('number "frequency"')
    tone = p.add("osc~", p.add(f"clip {low} {high}", box))
    loud(p, tone, volume)
    slots = {"low": str(low), "high": str(high), "keep": KEEP, "tone": ("a sine", "a tone", "an oscillator", "a sine wave", "a sine tone"), "vol": (" and ~have a volume slider", " with a volume slider", ", with volume control") if volume else ""}
    clauses = ("~play {tone} at the frequency in a number box, limited to {low} to {high} Hz{vol}", "~set the frequency of {tone} with a number box, but ~keep it between {low} and {high} Hz{vol}", "~control the pitch of {tone} with a number box that never goes below {low} or above {high} Hz{vol}",
               "{keep} the frequency typed into a number box between {low} and {high} Hz and ~play {tone} with it{vol}", "~take a frequency from a number box, {keep} it between {low} and {high} Hz and ~send it to {tone}{vol}")
    asks = ("{tone}, frequency from a number box, clipped to {low}-{high} Hz{vol}", "{tone} with a number box for the frequency, minimum {low} Hz, maximum {high} Hz{vol}")
    feeds = (Feed(5, box, "5"), Feed(200, box, "9999"))
    holds = all_of(crossings(low, 20, 195, 0.1), crossings(high, 210, 400, 0.05))
    return Example(asked(draw, slots, clauses, ("{tone} whose frequency comes from a number box, limited to {low} to {high} Hz" + (", with a volume slider" if volume else ""),), asks), p.text(), holds, feeds, seconds=0.42)


SKILLS: dict[str, Skill] = {
    "keep-in-range": keep_in_range,
    "one-limit": one_limit,
    "movable-limits": movable_limits,
    "wrap": wrap,
    "clip-light": clip_light,
    "in-stages": in_stages,
    "to-meaning": to_meaning,
    "bounded-tone": bounded_tone,
}
