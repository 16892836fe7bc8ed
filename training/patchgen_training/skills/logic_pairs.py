"""Skills: two numbers compared or combined, with words, bangs, toggles and tones as the answer."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import emits, prints_all
from patchgen_training.skills.expect_time import numbers
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_watch import (
    Deed,
    bang,
    gated,
    heard_while,
    number,
    tally,
    tone_words,
    word,
)
from patchgen_training.skills.sketch import Cord, Handle, Sketch

KINDS = (("number", 100, ("two numbers", "two number boxes", "two input numbers", "two values", "two inputs")), ("number", 100, ("two numbers", "a first and a second number", "two number boxes")), ("hsl 0 127", 127, ("two sliders", "the values of two sliders", "two faders")),
         ("hsl 0 100", 100, ("two sliders from 0 to 100", "two faders (0 to 100)")))  # fmt: skip


def two(draw: Draw, p: Sketch) -> tuple[Handle, Handle, list[Handle | Cord], int, tuple[str, ...]]:
    """Two controls: their boxes, the sources for a box of two inlets, the highest value, the words."""
    kind, top, words = draw.one(KINDS)
    first, second = p.add(f'{kind} "first"'), p.add(f'{kind} "second"')
    both = p.add("t b f", second)
    return first, second, [first, both, p.into(1, p.out(both, 1))], top, words


Relation = tuple[str, Callable[[int], tuple[tuple[int, int], tuple[int, int]]], tuple[str, ...]]


def relation(draw: Draw, p: Sketch, sources: list[Handle | Cord], top: int) -> tuple[Handle, tuple[tuple[int, int], tuple[int, int]], tuple[str, ...]]:
    """A test of both: its box, a pair that passes and one that fails, and what is said of them."""
    n = draw.integer(10, top // 2 - 5)
    kind = draw.one((">", ">", "<", "==", "close", "sum", "difference", "both", "either", "far"))
    if kind == ">":
        return p.add(">", *sources), ((n + 3, n), (n, n + 3)), ("the first is greater than the second", "the first one is bigger", "the first number is larger than the second one", "the first exceeds the second", "the first is higher than the second")
    if kind == "<":
        return p.add("<", *sources), ((n, n + 3), (n + 3, n)), ("the first is smaller than the second", "the first one is less than the second", "the first is below the second", "the second is bigger than the first")
    if kind == "==":
        return p.add("==", *sources), ((n, n), (n + 1, n)), ("they are equal", "both are the same", "they match", "they have the same value", "the two are identical")
    if kind in ("close", "far"):
        d = draw.one((2, 3, 5, 10))
        gap = p.add("abs", p.add("-", *sources))
        if kind == "close":
            return p.add(f"< {d}", gap), ((n, n + d - 1), (n, n + d)), (f"they are closer than {d}", f"they differ by less than {d}", f"the distance between them is below {d}", f"they are less than {d} apart")
        return p.add(f"> {d}", gap), ((n, n + d + 1), (n, n + d)), (f"they are more than {d} apart", f"they differ by more than {d}", f"the distance between them is over {d}")
    if kind == "sum":
        return p.add(f"> {2 * n}", p.add("+", *sources)), ((n, n + 1), (n, n)), (f"their sum is greater than {2 * n}", f"together they are more than {2 * n}", f"the sum of both is over {2 * n}", f"they add up to more than {2 * n}")
    if kind == "difference":
        return p.add(f"> {n}", p.add("-", *sources)), ((n + 4, 2), (n, 2)), (f"the first minus the second is more than {n}", f"the difference of the first and the second is above {n}")
    if kind == "both":
        return p.add(f"expr $f1 > {n} && $f2 > {n}", *sources), ((n + 1, n + 2), (n, n + 2)), (f"both are above {n}", f"both of them are greater than {n}", f"they are both over {n}")
    return p.add(f"expr $f1 > {n} || $f2 > {n}", *sources), ((n + 1, 1), (n, n)), (f"at least one of them is above {n}", f"one of them (or both) is greater than {n}", f"any of the two is over {n}")


WHEN = ("when", "whenever", "if", "as soon as", "each time")


def deed(draw: Draw) -> Example:
    """Something happens when the two stand in a relation."""
    p = Sketch()
    first, second, sources, top, words = two(draw, p)
    test, ((a, b), _), state = relation(draw, p, sources, top)
    done: Deed = draw.one((bang, bang, word, word, number, tally))(draw, p, p.add("sel 1", test))
    slots = {"two": words, "state": state, "do": done.verbs, "noun": done.noun, "when": WHEN}
    clauses = ("~take {two} and {do} {when} {state}", "~compare {two} and {do} {when} {state}", "~watch {two} and {do} {when} {state}", "~check {two} and {do} if {state}", "~have {two} and {do} {when} {state}", "~look at {two}: {when} {state}, {do}", "~read {two} and {do} only if {state}")
    asks = ("{two}: {do} {when} {state}", "{do} {when} {state} ({two})", "i have {two} and want to {do} {when} {state}", "{two}, {noun} {when} {state}")
    feeds = (Feed(10, second, str(b)), Feed(30, first, str(a)))
    watch = [test, *done.watch]
    return Example(asked(draw, slots, clauses, ("{noun} {when} {state}, for {two}",), asks), p.text(), lambda seen: done.holds(passes(seen, test))(seen) and seen.last(test - 1) == 1, feeds, watch, 0.1)


def passes(seen: Observation, test: Handle) -> int:
    """How often the test was true: the second number alone may pass it too."""
    return numbers(seen, test).count(1)


def lamp(draw: Draw) -> Example:
    """A toggle is on while the two stand in a relation."""
    p = Sketch()
    first, second, sources, top, words = two(draw, p)
    test, ((a, b), (c, d)), state = relation(draw, p, sources, top)
    toggle = p.add("tgl", test)
    slots = {"two": words, "state": state, "while": ("while", "as long as", "when", "whenever", "if"), "t": ("a toggle", "a toggle", "a toggle box", "an indicator toggle")}
    clauses = ("~take {two} and ~turn {t} on {while} {state}", "~compare {two} and ~show on {t} whether {state}", "~switch {t} on {while} {state}, for {two}", "~light {t} {while} {state}, {two} being the input", "~check {two} so that {t} is on {while} {state}", "~have {two} and {t} that tells if {state}")
    asks = ("{two}, {t} on {while} {state}", "show me on {t} if {state} ({two})", "{t} on {while} {state}, off otherwise, {two}")
    feeds = (Feed(10, second, str(b)), Feed(30, first, str(a)), Feed(50, second, str(d)), Feed(70, first, str(c)))
    return Example(asked(draw, slots, clauses, ("{t} that is on {while} {state}, for {two}",), asks), p.text(), lambda seen: [v.atoms[0] for v in seen.values(toggle - 1)][1::2] == [1, 0], feeds, [toggle], 0.15)


def tone(draw: Draw) -> Example:
    """A tone sounds while the two stand in a relation."""
    p = Sketch()
    first, second, sources, top, words = two(draw, p)
    test, ((a, b), (c, d)), state = relation(draw, p, sources, top)
    hertz, sound = tone_words(draw)
    volume = draw.chance(0.3)
    gated(p, hertz, test, volume)
    slots = {"two": words, "state": state, "while": ("while", "as long as", "when", "only when", "if"), "tone": sound, "vol": (" with a volume slider", ", with volume control") if volume else ""}
    clauses = ("~take {two} and ~play {tone} {while} {state}{vol}", "~compare {two} and ~play {tone} {while} {state}{vol}", "~turn on {tone} {while} {state}, for {two}{vol}", "~check {two} and ~sound {tone} {while} {state}{vol}", "~have {two} and ~let {tone} sound {while} {state}{vol}", "~switch {tone} on {while} {state}, with {two}{vol}")
    asks = ("{two}: {tone} {while} {state}{vol}", "i want to hear {tone} {while} {state} ({two}){vol}", "{tone} {while} {state}, silence otherwise, {two}{vol}")
    feeds = (Feed(100, second, str(b)), Feed(100, first, str(a)), Feed(300, second, str(d)), Feed(300, first, str(c)))
    return Example(asked(draw, slots, clauses, ("{tone} that sounds {while} {state}, {two}" + (", volume slider" if volume else ""),), asks), p.text(), heard_while(hertz), feeds, seconds=0.4)


NAMES = (("first", "second", "equal"), ("left", "right", "same"), ("bigger", "smaller", "equal"), ("higher", "lower", "same"), ("more", "less", "equal"), ("above", "below", "equal"), ("win", "lose", "draw"), ("a", "b", "tie"))


def three_way(draw: Draw) -> Example:
    """Prints one of three words: the first is larger, the second is larger, both are equal."""
    more, less, equal = draw.one(NAMES)
    p = Sketch()
    first, second, sources, top, words = two(draw, p)
    gap = p.add("-", *sources)
    parts = p.add("moses 0", gap)
    zero = p.add("sel 0", p.out(parts, 1))
    p.add("print", p.add(f"msg {less}", parts), p.add(f"msg {equal}", zero), p.add(f"msg {more}", p.out(zero, 1)))
    n = draw.integer(5, top - 10)
    slots = {"two": words, "m": more, "l": less, "e": equal}
    clauses = ("~compare {two} and ~print {m} if the first is larger, {l} if it is smaller and {e} if both are the same", "~take {two} and ~print {m}, {l} or {e}, depending on which is bigger", "~print {m} when the first of {two} is greater, {l} when the second is greater and {e} when they match", "~tell which of {two} is larger by printing {m}, {l} or {e}", "~check which of {two} is bigger and ~print {m} for the first, {l} for the second or {e}")
    asks = ("{two}: print {m}, {l} or {e}", "which of {two} is bigger? print {m}, {l} or {e}", "{m} if first > second, {l} if first < second, {e} if equal, printed ({two})")
    feeds = (Feed(10, second, str(n)), Feed(30, first, str(n + 2)), Feed(50, first, str(n)), Feed(70, first, str(n - 2)))
    return Example(asked(draw, slots, clauses, ("a comparison of {two} that prints {m}, {l} or {e}",), asks), p.text(), prints_all([less, more, equal, less]), feeds, seconds=0.12)


def decided_value(draw: Draw) -> Example:
    """One formula or another, by a test on the numbers."""
    p = Sketch()
    first, second, sources, _, words = two(draw, p)
    rows: tuple[tuple[str, Callable[[float, float], float], tuple[str, ...]], ...] = (
        ("expr if($f1 > $f2, $f1 - $f2, 0)", lambda a, b: a - b if a > b else 0, ("how much the first exceeds the second, or 0 if it does not", "the first minus the second, but not less than 0")),
        ("expr if($f1 > $f2, $f1 - $f2, $f2 - $f1)", lambda a, b: abs(a - b), ("the larger minus the smaller one", "the distance between them, always positive")),
        ("expr if($f1 > $f2, $f1 + $f2, $f1 * $f2)", lambda a, b: a + b if a > b else a * b, ("their sum if the first is bigger, otherwise their product",)),
        ("expr if($f2 == 0, 0, $f1 / max($f2, 1))", lambda a, b: a / b if b else 0, ("the first divided by the second, or 0 if the second is 0", "the quotient, but 0 instead of a division by zero")),
        ("expr if($f1 == $f2, 100, 0)", lambda a, b: 100 if a == b else 0, ("100 if they are equal and 0 otherwise", "100 for equal numbers, else 0")),
        ("expr max($f1, $f2) * 2", lambda a, b: max(a, b) * 2, ("twice the larger one", "the bigger of the two, doubled")),
        ("expr ($f1 + $f2) / 2 > 50", lambda a, b: float((a + b) / 2 > 50), ("1 if their average is above 50 and 0 if not", "whether their mean is over 50 (1 or 0)")))
    body, function, nouns = draw.one(rows)
    shown = p.add("number", p.add(body, *sources))
    a, b = draw.integer(2, 80), draw.integer(1, 60)
    slots = {"two": words, "r": nouns}
    clauses = ("~take {two} and ~output {r}", "~take {two} and ~show {r} in a number box", "~use {two} as inputs and ~output {r}", "~read {two} and ~display {r}", "~have {two} and ~show {r}", "~compare {two} and ~show {r}")
    asks = ("{two}: {r}", "{r}, from {two}", "i have {two} and need {r}")
    feeds = (Feed(10, second, str(b)), Feed(30, first, str(a)))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), emits(shown, [function(0, b), function(a, b)]), feeds, [shown], 0.1)


SKILLS: dict[str, Skill] = {
    "deed-of-two": deed,
    "lamp-of-two": lamp,
    "tone-of-two": tone,
    "three-way": three_way,
    "decided-value": decided_value,
}
