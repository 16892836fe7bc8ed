"""Skills: counting by clicks: up or down, from a number, by a step, to a limit, round and round, with a second button that sets it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.plain_words import CLICKED, clicks, ended, example, plainly
from patchgen_training.skills.sketch import Handle, Sketch

RESETS = (
    ", with a second button that sets the count back to {start}", " and ~have a second button that resets it to {start}", ", and a second button resets it to {start}", "; another button sets it back to {start}",
    " and ~start again at {start} when a reset button is clicked", ", with a reset button that puts it back to {start}", " and ~go back to {start} when a second button is clicked", ", with another button for setting it back to {start}",
    ", with a separate reset button that returns it to {start}", " and ~let me reset it to {start} with a second button", ", resettable to {start} by another button",
)
RESET_ENDS = (", plus a button to reset it to {start}", ", second button = back to {start}", ", and a reset button (back to {start})", ". A second button should set it back to {start}.", ", with a reset to {start}")


@dataclass(frozen=True, slots=True)
class Counter:
    """The boxes of a counter: what clicks, what resets, what comes out."""

    button: Handle
    reset: Handle | None
    zero: Handle | None
    store: Handle
    after: Handle


def counted(p: Sketch, start: int, steps: Sequence[str], has_reset: bool) -> Counter:
    """A number kept in a store; each click gives it out and changes it by the steps."""
    button = p.add('bng "count"' if has_reset else "bng")
    reset = p.add('bng "reset"') if has_reset else None
    zero = p.add(f"msg {start}", reset) if reset else None
    store = p.add(f"f {start}", button, *([p.into(1, zero)] if zero else []))
    after: Handle = store
    for body in steps:
        after = p.add(body, after)
    p.connect(after, store, 1)
    return Counter(button, reset, zero, store, after)


def outcome(
    draw: Draw, p: Sketch, counter: Counter, shown: Handle, start: int, values: Sequence[float], clauses: Sequence[str], asks: Sequence[str], things: Sequence[str],
    slots: dict[str, Sequence[str] | str],
) -> Example:  # fmt: skip
    """The output, the words for the reset, and clicks that try both."""
    sources = [shown, counter.zero] if counter.zero else [shown]
    feeds = clicks(*[counter.button] * len(values))
    every = list(values)
    if counter.reset:
        feeds += clicks(counter.reset, counter.button, start=300)
        every += [start, values[0]]
    ends, holds, watch = ended(draw, p, sources, every)
    said: dict[str, Sequence[str] | str] = {
        **ends, **slots, "start": str(start), "reset": RESETS if counter.reset else "", "again": RESET_ENDS if counter.reset else "",
        "click": tuple(w for w in CLICKED if "button" in w), "button": ("a button", "a button", "a bang button", "a bang"),
    }  # fmt: skip
    return example(plainly(draw, said, clauses, asks, things), p, holds, feeds, watch, 0.45)


UP = (
    "~count how often a button is clicked{out}{reset}", "~count up by {by} {click}{out}{reset}", "~increase a number by {by} {click}{out}{reset}", "~add {by} to a counter {click}{out}{reset}", "{click}, ~add {by} to a count{out}{reset}",
    "~increment a counter {click}{out}{reset}", "~count the clicks on {button}{out}{reset}", "~raise a number by {by} {click}{out}{reset}", "~keep count of the clicks on {button}{out}{reset}", "~have a counter that goes up by {by} {click}{out}{reset}",
    "{click}, ~increase the count by {by}{out}{reset}", "~count upwards {click}{out}{reset}", "~tally the clicks on {button}{out}{reset}",
)
UP_STEP = tuple(text for text in UP if "{by}" in text) + ("~count up in steps of {by} {click}{out}{reset}", "~go up by {by} {click}{out}{reset}", "~make a number larger by {by} {click}{out}{reset}")
DOWN = (
    "~decrease a number by {by} {click}{out}{reset}", "~subtract {by} from a counter {click}{out}{reset}", "~lower a number by {by} {click}{out}{reset}", "{click}, ~subtract {by} from a count{out}{reset}", "~make a number smaller by {by} {click}{out}{reset}",
    "~go down by {by} from zero {click}{out}{reset}", "~count downwards from zero by {by} {click}{out}{reset}", "~reduce a count by {by} {click}{out}{reset}", "~take {by} off a count {click}{out}{reset}", "~have a counter that goes down by {by} {click}{out}{reset}",
)
DOWN_ASKS = (
    "a counter that goes down by {by} {click}{tail}{again}", "i click a button and the number should go down by {by}{tail}{again}", "every click: minus {by}{tail}{again}", "not up but down: minus {by} per click, from zero{tail}{again}",
)
UP_ASKS = (
    "a counter that goes up by {by} {click}{tail}{again}", "i click a button and the number should go up by {by}{tail}{again}", "how many times did I press the button? Count it{tail}{again}", "count button presses{tail}{again}", "click counter, one up for every click{tail}{again}",
    "i want to count something by hand with a button{tail}{again}", "every click: plus {by}{tail}{again}",
)


def count_up(draw: Draw) -> Example:
    """Up from zero, now and then down."""
    by = draw.one((1, 1, 1, 2, 3, 5, 10, draw.integer(2, 25)))
    p = Sketch()
    is_down = draw.chance(0.25)
    counter = counted(p, 0, [f"{'-' if is_down else '+'} {by}"], draw.chance(0.5))
    values = [-by, -2 * by, -3 * by] if is_down else [by, 2 * by, 3 * by]
    clauses: tuple[str, ...] = DOWN if is_down else UP if by == 1 else UP_STEP
    asks: tuple[str, ...] = DOWN_ASKS if is_down else UP_ASKS
    things: tuple[str, ...] = ("a click counter{tail}{again}",) if by == 1 else ("a counter with steps of {by}{tail}{again}",)
    asks = tuple(text for text in asks if by == 1 or "{by}" in text)
    return outcome(draw, p, counter, counter.after, 0, values, clauses, asks, () if is_down else things, {"by": spoken(draw, by)})


FROM = {
    "up": (
        ("~count up from {n} {click}{out}{reset}", "~start at {n} and ~go up by {by} {click}{out}{reset}", "~give {n} at the first click and {by} more at each further click{out}{reset}", "~begin at {n} and ~add {by} {click}{out}{reset}", "~count upwards from {n} in steps of {by} {click}{out}{reset}",
         "~increase a number that starts at {n} by {by} {click}{out}{reset}", "{click}, ~give the next number, {by} higher each time, beginning with {n}{out}{reset}", "~raise a counter by {by} {click}, beginning at {n}{out}{reset}"),
        ("counting up from {n} by {by}, one step per click{tail}{again}", "{n}, {next}, {third} and so on upwards, next number {click}{tail}{again}", "start at {n} and climb by {by} per click{tail}{again}", "the number should begin at {n} and go up, not down, by {by} {click}{tail}{again}")),
    "down": (
        ("~count down from {n} {click}{out}{reset}", "~start at {n} and ~go down by {by} {click}{out}{reset}", "~give {n} at the first click and {by} less at each further click{out}{reset}", "~begin at {n} and ~subtract {by} {click}{out}{reset}", "~count downwards from {n} in steps of {by} {click}{out}{reset}",
         "~decrease a number that starts at {n} by {by} {click}{out}{reset}", "{click}, ~give the next number, {by} lower each time, beginning with {n}{out}{reset}", "~lower a counter by {by} {click}, beginning at {n}{out}{reset}"),
        ("counting down from {n} by {by}, one step per click{tail}{again}", "{n}, {next}, {third} and so on downwards, next number {click}{tail}{again}", "start at {n} and fall by {by} per click{tail}{again}", "the number should begin at {n} and go down, not up, by {by} {click}{tail}{again}")),
}  # fmt: skip


def count_from(draw: Draw) -> Example:
    """Up or down from a number."""
    way = draw.one(("up", "down"))
    by = draw.one((1, 1, 1, 2, 5, 10))
    n = draw.one((1, 5, 10, 12, 20, 50, 60, 100, 127, 1000, draw.integer(1, 99)))
    sign = 1 if way == "up" else -1
    p = Sketch()
    counter = counted(p, n, [f"{'+' if way == 'up' else '-'} {by}"], draw.chance(0.4))
    values = [n, n + sign * by, n + 2 * sign * by]
    every, asks = FROM[way]
    clauses = tuple(text for text in every if by == 1 or "{by}" in text)
    return outcome(draw, p, counter, counter.store, n, values, clauses, asks, (f"a counter going {way} from {{n}} in steps of {{by}}{{tail}}{{again}}",),
                   {"by": spoken(draw, by), "n": str(n), "next": str(values[1]), "third": str(values[2])})


LIMITED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "stop-up": (
        ("~count up by one {click} and ~stop at {n}{out}{reset}", "~count clicks up to {n} and ~stay there{out}{reset}", "~increase a number by one {click} until it reaches {n}{out}{reset}", "~count up {click}, but never beyond {n}{out}{reset}", "~add one {click} up to a maximum of {n}{out}{reset}", "~count from 0 to {n} with a button and then ~stop{out}{reset}"),
        ("count clicks, but stop at {n}{tail}{again}", "a counter that does not go past {n}{tail}{again}", "one up per click, at {n} it must stop{tail}{again}")),
    "stop-down": (
        ("~count down from {n} by one {click} and ~stop at 0{out}{reset}", "~decrease a number from {n} by one {click} until it reaches zero{out}{reset}", "~count down from {n} {click}, but never below 0{out}{reset}", "~start at {n} and ~subtract one {click}, down to 0{out}{reset}", "~count backwards from {n} to 0 with a button and then ~stop{out}{reset}", "~count down from {n} to 0 {click}{out}{reset}"),
        ("countdown from {n} with a button, stop at 0{tail}{again}", "from {n} down to zero, one per click{tail}{again}", "{n} clicks to go: count them down to 0{tail}{again}")),
    "wrap-up": (
        ("~count from 0 to {n} {click} and then ~start again at 0{out}{reset}", "~count up {click} and ~wrap around to 0 after {n}{out}{reset}", "~cycle through the numbers 0 to {n}, one {click}{out}{reset}", "~count round and round from 0 to {n} {click}{out}{reset}", "~go through 0 to {n} over and over, one step {click}{out}{reset}", "~start over at 0 when the count has passed {n}, counting {click}{out}{reset}"),
        ("counter 0 to {n} and again from 0, next {click}{tail}{again}", "a counter that wraps: after {n} comes 0 again{tail}{again}", "loop 0..{n} with a button{tail}{again}")),
    "wrap-down": (
        ("~count down from {n} to 0 {click} and then ~start again at {n}{out}{reset}", "~count backwards {click} from {n} and ~wrap around to {n} after 0{out}{reset}", "~cycle backwards through the numbers {n} to 0, one {click}{out}{reset}", "~count down round and round from {n} to 0 {click}{out}{reset}"),
        ("counter down from {n} to 0 and again from {n}{tail}{again}", "a counter that goes backwards and wraps: after 0 comes {n} again{tail}{again}")),
}  # fmt: skip


def count_limited(draw: Draw) -> Example:
    """Up or down to a limit, then stay there or start over."""
    kind = draw.one(tuple(LIMITED))
    n = draw.one((3, 4, 5, 7, 8, 9, 10, 12, 15, 16, draw.integer(3, 20)))
    p = Sketch()
    has_reset = draw.chance(0.3)
    start = n if kind.endswith("down") else 0
    steps = {"stop-up": ["+ 1", f"min {n}"], "stop-down": ["- 1", "max 0"], "wrap-up": ["+ 1", f"mod {n + 1}"], "wrap-down": ["- 1", f"mod {n + 1}"]}[kind]
    counter = counted(p, start, steps, has_reset)
    count = n + 3 if n < 9 and not has_reset else 3
    values = {"stop-up": [min(i + 1, n) for i in range(count)], "stop-down": [max(n - i, 0) for i in range(count)], "wrap-up": [i % (n + 1) for i in range(count)], "wrap-down": [(n - i) % (n + 1) for i in range(count)]}[kind]
    clauses, asks = LIMITED[kind]
    return outcome(draw, p, counter, counter.after if kind == "stop-up" else counter.store, start, values, clauses, asks, (), {"n": str(n)})


UP_DOWN = ("one button to count up and another to count down", "an up button and a down button", "two buttons, one for up and one for down", "a plus button and a minus button", "one button that adds {by} and another that subtracts {by}", "two buttons, up and down")


def count_both_ways(draw: Draw) -> Example:
    """Up with one button and down with another, perhaps with a third that sets it to zero."""
    by = draw.one((1, 1, 1, 5, 10))
    has_reset = draw.chance(0.45)
    p = Sketch()
    up, down = p.add('bng "up"'), p.add('bng "down"')
    reset = p.add('bng "reset"') if has_reset else None
    more, less = p.add(f"msg {by}", up), p.add(f"msg -{by}", down)
    plus = p.add("+ 0", more, less)
    zero = p.add("msg 0", reset) if reset else None
    store = p.add("f", plus, *([zero] if zero else []))
    p.connect(store, plus, 1)
    values = [by, 2 * by, by, *([0, -by] if reset else [])]
    ends, holds, watch = ended(draw, p, [store], values)
    third = (", and a third button that sets it back to 0", ", with a third button to reset it to zero", "; a third button resets it to 0", ", and a reset button for zero") if reset else ("",)
    slots = {**ends, "two": UP_DOWN, "by": spoken(draw, by), "reset": third, "xs": ("a number", "a counter", "a count", "a value")}
    clauses = (
        "~increase {xs} by {by} with one button and ~decrease it by {by} with another{out}{reset}", "~count up when one button is clicked and down when another is clicked, by {by} each time{out}{reset}", "~add {by} when a first button is clicked and ~subtract {by} when a second button is clicked{out}{reset}",
        "~raise {xs} by {by} with an up button and ~lower it by {by} with a down button{out}{reset}", "~use {two} to change {xs} by {by}{out}{reset}", "~change {xs} by {by} with {two}{out}{reset}",
    )
    asks = ("{two} for {xs}, steps of {by}{tail}{reset}", "up button, down button, one number that changes by {by}{tail}{reset}", "i need {two} to set {xs} in steps of {by}{tail}{reset}", "plus {by} on one button, minus {by} on the other{tail}{reset}")
    return example(plainly(draw, slots, clauses, asks), p, holds, clicks(up, up, down, *([reset, down] if reset else [])), watch)


def count_and_tell(draw: Draw) -> Example:
    """Counts clicks and does something at a number, showing the count."""
    n = draw.integer(2, 12)
    p = Sketch()
    counter = counted(p, 0, ["+ 1"], draw.chance(0.3))
    shown = p.add("number", counter.after, *([counter.zero] if counter.zero else []))
    flash = p.add("bng", p.add(f"sel {n}", counter.after))
    values = [i + 1 for i in range(n + 1)]
    slots = {"n": str(n), "reset": RESETS if counter.reset else "", "start": "0", "again": RESET_ENDS if counter.reset else "", "bang": ("~flash a button", "~send a bang", "~bang another button", "~trigger a bang", "~light a second button"),
             "shown": (" and ~show the count", ", ~display the count", ", ~show the count in a number box")}
    clauses = (
        "~count clicks on a button{shown} and {bang} when the count reaches {n}{reset}", "~count {click}{shown} and {bang} at {n}{reset}", "~count how often a button is clicked{shown}, and {bang} once it is {n}{reset}", "~keep a count of clicks{shown} and {bang} on click number {n}{reset}", "~add one to a count {click}{shown} and {bang} as soon as it is {n}{reset}",
    )
    asks = ("count clicks, show the count, bang at {n}{again}", "when I have clicked {n} times a button should flash, and I want to see the count{again}", "counter with display and a bang on number {n}{again}")
    feeds = clicks(*[counter.button] * (n + 1))
    return example(plainly(draw, slots, clauses, asks), p, all_of(emits(shown, values), lambda seen: len(seen.values(flash - 1)) == 1), feeds, [shown, flash], 0.45)


SKILLS: dict[str, Skill] = {
    "count-up": count_up, "count-from-up-or-down": count_from, "count-stop-or-wrap": count_limited, "count-both-ways": count_both_ways, "count-and-bang": count_and_tell,
}
CORE: tuple[str, ...] = (
    "count-up", "count-from-up-or-down", "count-stop-or-wrap", "count-both-ways", "logic_counters/counter",
    "logic_counters/cyclic-counter", "logic_counters/countdown", "logic_counters/up-down-counter",
)
