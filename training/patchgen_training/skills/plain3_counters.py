"""Skills: counters of clicks between any two numbers that stop or start over, words for zones of a number, a toggle that picks one of two numbers, in short and long sentences."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import prints_all
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.plain3_words import Ending, finished, made, sentences
from patchgen_training.skills.plain_counting import counted
from patchgen_training.skills.plain_words import CLICKED, SLID, TYPED, clicks, fed
from patchgen_training.skills.sketch import Sketch

UP = ("~count up", "~go up", "~count upwards", "~climb")
DOWN = ("~count down", "~go down", "~count downwards", "~count backwards")
STAY = ("and ~stop there", "and ~stay there", "and ~remain at {b}", "and no further", "and then ~keep showing {b}", "where it ends")
AROUND = ("and ~start again at {a}", "and ~wrap around to {a}", "and then ~begin at {a} again", "over and over", "in a loop", "cyclically", "and ~jump back to {a} after {b}")
ROUND_SHORT = ("loop", "wrap around", "again and again", "cyclic", "then again from {a}")
STAY_SHORT = ("stop there", "stay at {b}", "not further", "then stop")


def limited(draw: Draw) -> Example:
    """From one number to another, one per click, then staying or starting over, perhaps with a reset."""
    is_down, wraps = draw.chance(0.35), draw.chance(0.55)
    low = draw.one((0, 0, 1, 1, 1, 5, 10, 36))
    size = draw.one((3, 4, 5, 6, 7, 8, 8, 9, 10, 12, 16))
    a, b = (low + size - 1, low) if is_down else (low, low + size - 1)
    has_reset = draw.chance(0.4) and not (wraps and low)
    p = Sketch()
    sign = "-" if is_down else "+"
    if wraps:
        counter = counted(p, a - low, [f"{sign} 1", f"mod {size}"], has_reset)
        shown = p.add(f"+ {low}", counter.store) if low else counter.store
    else:
        counter = counted(p, a, [f"{sign} 1", f"{'max' if is_down else 'min'} {b}"], has_reset)
        shown = counter.store
    step = -1 if is_down else 1
    values = [float(low + (a - low + step * i) % size) if wraps else float(max(b, a - i) if is_down else min(b, a + i)) for i in range(size + 2)]
    feeds = clicks(*[counter.button] * len(values))
    if counter.reset:
        feeds += (Feed(600, counter.reset, "bang"), Feed(620, counter.button, "bang"))
        values += [float(a), float(a)]
    ending = finished(draw, p, [shown, counter.zero] if counter.zero else [shown], values)
    again = ("; another button sets it back to {a}", ", with a reset button that returns to {a}", " and ~have a second button that resets it to {a}", ", and a reset button starts at {a} again") if has_reset else ("",)
    slots: dict[str, Sequence[str] | str] = {
        **ending.slots, "go": DOWN if is_down else UP, "a": str(a), "b": str(b), "limit": AROUND if wraps else STAY, "ls": ROUND_SHORT if wraps else STAY_SHORT, "click": tuple(text for text in CLICKED if "button" in text), "again": again, "sa": (", reset button", " with reset", ", plus reset") if has_reset else ("",), "d": "down " if is_down else "",
    }  # fmt: skip
    formal = ("{go} from {a} to {b}, one step {click}, {limit}{out}{again}", "{click}, {go} by one from {a} to {b} {limit}{out}{again}", "{go} from {a} to {b} with clicks on a button, {limit}{out}{again}", "~step through the numbers {a} to {b} {click}, {limit}{out}{again}", "~have a counter of clicks that runs from {a} to {b} {limit}{out}{again}", "~use a button to {g} from {a} to {b}, {limit}{out}{again}")
    slots["g"] = tuple(text[1:] for text in (DOWN if is_down else UP))
    short = ("{g} {a} to {b}, {ls}{st}{sa}", "{g} from {a} to {b} on click, {ls}{st}{sa}", "counter {d}{a} to {b}, {ls}{st}{sa}", "{a} to {b} by clicks, {ls}{st}{sa}", "button counts {d}{a} to {b}, {ls}{st}{sa}")
    speech = ("each click the next number {d}from {a} to {b}, {ls}{tail}{sa}", "I click and it counts {d}from {a} to {b}, {ls}{tail}{sa}", "a counter that goes {d}from {a} to {b}, at the end {ls}{tail}{sa}", "how do I count {d}from {a} to {b} with a button, {ls}{tail}{sa}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, feeds, 0.7)


TWO = (("low", "high"), ("small", "big"), ("quiet", "loud"), ("cold", "hot"), ("dark", "bright"), ("slow", "fast"), ("below", "above"), ("soft", "hard"), ("fail", "pass"), ("young", "old"))
THREE = (("low", "medium", "high"), ("quiet", "normal", "loud"), ("cold", "warm", "hot"), ("slow", "moderate", "fast"), ("small", "medium", "large"), ("dark", "dim", "bright"), ("bass", "mid", "treble"), ("soft", "medium", "hard"))


def zone_words(draw: Draw) -> Example:
    """A word for the zone in which a number lies: two or three zones."""
    is_three, is_slid = draw.chance(0.5), draw.chance(0.2)
    n = draw.integer(10, 60)
    m = n + draw.integer(10, 50)
    p = Sketch()
    box = p.add("hsl 0 127" if is_slid else "number")
    x = SLID if is_slid else TYPED
    q = ("a slider", "my slider") if is_slid else ("a number", "my number", "the input")
    if is_three:
        one, two, three = draw.one(THREE)
        low = p.add(f"moses {n}", box)
        high = p.add(f"moses {m}", p.out(low, 1))
        words = [p.add(f"msg {one}", low), p.add(f"msg {two}", high), p.add(f"msg {three}", p.out(high, 1))]
        p.add("print", *words)
        holds = prints_all([[one], [two], [three]])
        feeds = fed(box, n - 2, n + 2, m + 2)
        zones: tuple[str, ...] = (
            f"{one} below {n}, {two} from {n} up to {m} and {three} from {m} upwards", f"{one} if it is less than {n}, {two} if it is from {n} to below {m}, and {three} if it is {m} or more", f"{one} for less than {n}, {two} for {n} to {m} and {three} for anything from {m} on", f'"{one}" when it is under {n}, "{two}" when it lies between {n} and {m}, and "{three}" when it is at least {m}',
        )  # fmt: skip
        brief: tuple[str, ...] = (f"{one} < {n}, {two} < {m}, else {three}", f"under {n} {one}, under {m} {two}, above {three}", f"below {n}: {one}, {n} to {m}: {two}, from {m}: {three}")
    else:
        one, three = draw.one(TWO)
        test = p.add("sel 1 0", p.add(f"< {n}", box))
        p.add("print", p.add(f"msg {one}", test), p.add(f"msg {three}", p.out(test, 1)))
        holds = prints_all([[one], [three]])
        feeds = fed(box, n - 2, n + 2)
        zones = (f"{one} if it is less than {n} and {three} otherwise", f"{one} below {n} and {three} from {n} upwards", f'"{one}" when it is under {n} and "{three}" when it is {n} or more', f"{one} for anything smaller than {n}, {three} for the rest", f"{one} if it is below {n}, {three} if it is at least {n}")
        brief = (f"{one} below {n}, else {three}", f"under {n} {one}, otherwise {three}", f"< {n}: {one}, >= {n}: {three}")
    slots: dict[str, Sequence[str] | str] = {"x": x, "q": q, "z": zones, "b": brief, "c": ("", " to the console", " in the console")}
    formal = ("{take} {x} and ~print {z}", "~look at {x} and ~print {z}", "~classify {x} and ~print the word {z}", "~describe {x} with a word in the console: {z}", "~print a word for {x}: {z}", "~check {x} and ~post {z}", "given {x}, ~print {z}", "{take} {x}, ~test in which zone it lies and ~print {z}")
    short = ("print {b}", "{q}: {b}, printed", "print {b}, for {q}", "word for {q}: {b}, print it")
    speech = ("for {x}, the console should say {z}", "i want to read {z} in the console, depending on {x}", "print {z}, {x} comes in", "how do I print {z} for {x}?", "no numbers but words in the console: {b}. {x} comes in")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, []), feeds)


def toggle_picks(draw: Draw) -> Example:
    """A toggle lets the first or the second number through."""
    p = Sketch()
    first, second = p.add('number "first"'), p.add('number "second"')
    toggle = p.add('tgl "select"')
    closed = p.add("== 0", toggle)
    gates = [p.add("spigot 1", first, p.into(1, closed)), p.add("spigot", second, p.into(1, toggle))]
    is_on = draw.chance(0.5)
    a, b = float(draw.integer(1, 40)), float(draw.integer(41, 99))
    ending = finished(draw, p, gates, [b if is_on else a])
    feeds = [*([Feed(10, toggle, "1")] if is_on else []), Feed(30, first, f"{a:g}"), Feed(50, second, f"{b:g}")]
    slots: dict[str, Sequence[str] | str] = {**ending.slots, "t": ("a toggle", "a toggle", "a switch (a toggle)", "an on/off toggle"), "xs": ("two numbers", "two number boxes", "two inputs", "a first and a second number")}
    formal = ("~choose between {xs} with {t}: off for the first, on for the second{out}", "~pass the first of {xs} on while {t} is off and the second one while it is on{out}", "~let {t} decide which of {xs} comes through, off meaning the first and on the second{out}", "~use {t} to switch between {xs}{out}", "~select one of {xs} with {t}{out}", "{take} {xs} and ~let only the one chosen with {t} through{out}")
    short = ("toggle picks one of two numbers{st}", "switch between two numbers with a toggle{st}", "toggle off: first number, on: second{st}", "choose first or second number by toggle{st}", "{t} selects between {xs}{st}")
    speech = ("i have {xs}, {t} should decide which one gets through{tail}", "when {t} is on I want the second number, when it is off the first one{tail}", "how do I switch between {xs} with {t}{tail}", "only one of {xs} may come out, {t} selects which{tail}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, feeds)


def stepped(draw: Draw) -> Example:
    """Up or down by a step from a start with every click, in short sentences too."""
    by, start, is_down, has_reset = draw.one((1, 1, 2, 3, 5, 10)), draw.one((0, 0, 1, 10, 20, 50, 100)), draw.chance(0.4), draw.chance(0.4)
    p = Sketch()
    counter = counted(p, start, [f"{'-' if is_down else '+'} {by}"], has_reset)
    shown = counter.store if start else counter.after
    sign = -1 if is_down else 1
    values = [float(start + sign * by * (i + (0 if start else 1))) for i in range(3)]
    feeds = clicks(*[counter.button] * 3)
    if counter.reset:
        feeds += (Feed(300, counter.reset, "bang"), Feed(320, counter.button, "bang"))
        values += [float(start), values[0]]
    ending = finished(draw, p, [shown, counter.zero] if counter.zero else [shown], values)
    again = ("; a reset button sets it back to {s}", ", with a reset button for {s}", " and ~return to {s} when a reset button is clicked", ", with a second button that puts it back to {s}") if has_reset else ("",)
    slots: dict[str, Sequence[str] | str] = {**ending.slots, "by": spoken(draw, by), "s": str(start), "way": ("down", "downwards") if is_down else ("up", "upwards"), "verb": ("~subtract {by} from a number", "~lower a number by {by}", "~decrease a counter by {by}", "~take {by} off a count") if is_down else ("~add {by} to a number", "~raise a number by {by}", "~increase a counter by {by}", "~put {by} on top of a count"), "again": again, "sa": (", reset button", " with reset") if has_reset else ("",), "click": tuple(text for text in CLICKED if "button" in text)}
    formal = ("{verb} {click}, starting at {s}{out}{again}", "~count {way} from {s} by {by} {click}{out}{again}", "~start at {s} and {verb} {click}{out}{again}", "{click}, {verb}, beginning with {s}{out}{again}", "~have a counter that begins at {s} and goes {way} by {by} {click}{out}{again}")
    short = ("count {way} by {by} from {s} on click{st}{sa}", "click counter, {way}, steps of {by}, start {s}{st}{sa}", "each click {by} {way}, from {s}{st}{sa}", "count {way} from {s} by {by}s{st}{sa}")
    speech = ("I click and the number goes {way} by {by}, first {s}{tail}{sa}" if start else "I click and the number goes {way} by {by}, from zero{tail}{sa}", "every click means {by} {way}, starting from {s}{tail}{sa}", "how do i count {way} in steps of {by} from {s} with a button{tail}{sa}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, feeds, 0.45)


SKILLS: dict[str, Skill] = {"counter-with-ends": limited, "counter-with-step": stepped, "words-for-zones": zone_words, "toggle-picks-input": toggle_picks}
CORE: tuple[str, ...] = tuple(SKILLS)
