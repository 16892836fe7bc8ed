"""Counters: up, down, in steps, around, to and fro, to an end; with buttons, beats, resets."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, says
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import clock
from patchgen_training.skills.time_event import Action, Result, on_event, result
from patchgen_training.skills.time_trigger import STARTS, Trigger, any_trigger, beat, button
from patchgen_training.skills.time_words import Text, do, listed, spread, worded


def counted(draw: Draw, shown: Result, clauses: Sequence[str], things: Sequence[str] = ()) -> tuple[list[Text], list[Text]]:
    """Counting clauses, with where the count is to be seen."""
    views = ("", "", " and [show] the number", " and [display] the count", " in a number box", " and [show] it in a number box")
    prints = (" and [print] the number", " and [print] it", " and [print] each number", " and [print] the count to the console")
    ends = views if shown.box else prints
    texts: list[Text] = [lambda clause=clause: clause + draw.one(ends) for clause in clauses]  # type: ignore[misc]
    return texts, [thing if shown.box else f"{thing} that prints its numbers" for thing in things]


def free_count(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A count of bangs, in steps of one or more, up or down."""
    step = draw.one((1, 1, 1, 1, 2, 3, 4, 5, 7, 10, 12, 25, 50, 100, 0.5, 0.1))
    down = draw.chance(0.2)
    start = draw.one((0, 0, 0, 10, 100, 50, 1, draw.integer(2, 500))) if not down else draw.one((10, 20, 50, 100, 60, draw.integer(5, 999)))
    plain = draw.text(step)
    store = sketch.add(f"f {start}", source)
    shown = result(draw, sketch, store, printed=0.25)
    sketch.connect(sketch.add(f"{'-' if down else '+'} {plain}", store), store, inlet=1)
    sign, word = (-step, "down") if down else (step, "up")
    by = draw.one((f" in steps of {plain}", f" by {plain}", f" with step {plain}")) if step != 1 else ""
    clauses, things = counted(draw, shown, [
        f"[count] {word} from {start}{by}", f"[count] {word}{by} starting at {start}", f"[count] {word}{by} beginning with {start}",
        f"[start] at {start} and [count] {word}{by}", f"[{'decrease' if down else 'increase'}] a number by {plain}, starting with {start},",
        f"[{'subtract' if down else 'add'}] {plain} {'from' if down else 'to'} a counter that starts at {start}"],
        [f"a counter that goes {word}{by} from {start}", f"a counter{by}, counting {word} from {start},"])
    if start == 0 and step == 1:
        clauses += counted(draw, shown, ["[count] up", "[count] from zero upwards", "[increment] a counter that starts at 0"])[0]
    speech: list[Text] = [f"count {word} from {start}{by} @" + ("" if shown.box else ", print it"),
                          f"counter, start {start}, {'minus' if down else 'plus'} {plain} @" + ("" if shown.box else ", printed")]
    return Action(clauses, lambda trigger: says(shown.box, [start + sign * i for i in range(trigger.count)]), shown.watch, things, speech)


def click_count(draw: Draw) -> Example:
    """How many times a button was clicked, with a reset."""
    reset = draw.chance(0.6)
    sketch = Sketch()
    source = sketch.add('bng "count"' if reset else "bng")
    zero = [sketch.add("msg 0", sketch.add('bng "reset"'))] if reset else []
    store = sketch.add("f 0", source, *(sketch.into(1, box) for box in zero))
    ahead = sketch.add("+ 1", store)
    shown = result(draw, sketch, ahead, *zero, printed=0.25)
    sketch.connect(ahead, store, inlet=1)
    tail = draw.one((" with a reset button", ", with a button to reset the count", " and has a reset button", " and can be reset by a button")) if reset else ""
    nouns: list[Text] = [f"how many times a button was clicked{tail}", f"the number of clicks on a button{tail}", f"how often a button has been pressed{tail}",
                         f"the number of bangs from a button{tail}"]
    clauses = shown.seen().clauses(draw, nouns)
    clauses += counted(draw, shown, [f"[count] the clicks on a button{tail},", f"[count] how often a button is pressed{tail},", f"[count] bangs{tail},",
                                     f"[count] button presses{tail},"])[0] if not shown.box else [
        f"[count] the clicks on a button{tail}", f"[count] how often a button is pressed{tail}", f"[count] bangs{tail}", f"[count] the bangs it receives{tail}"]
    things: list[Text] = [f"a click counter{tail}", f"a button press counter{tail}", f"a bang counter{tail}"] if shown.box else []
    speech: list[Text] = [f"count clicks{tail}" + ("" if shown.box else ", print the number"), f"how do i count bangs{tail}" + ("" if shown.box else " and print the count")]
    feeds = [Feed(10 + i, source, "bang") for i in range(4)]
    wanted = [1, 2, 3, 4]
    if reset:
        feeds += [Feed(20, source + 1, "bang"), Feed(30, source, "bang")]
        wanted += [0, 1]
    return Example(worded(draw, clauses, things, speech), sketch.text(), says(shown.box, wanted), feeds, shown.watch, 0.1)


def around(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A count that begins again: modulo from zero, or from one bound to another."""
    if draw.chance(0.5):
        size = draw.one((2, 3, 4, 4, 5, 6, 7, 8, 8, 10, 12, 16, 16, 24, 32, 64, draw.integer(2, 100)))
        low, high = 0, size - 1
    else:
        low = draw.one((1, 1, 1, 2, 3, 5, 10, 20, 36, 48, 60, 100))
        high = low + draw.integer(2, 30)
    store = sketch.add("f 0", source)
    ahead = sketch.add("+ 1", store)
    sketch.connect(sketch.add(f"mod {high - low + 1}", ahead), store, inlet=1)
    count = store if low == 0 else ahead if low == 1 else sketch.add(f"+ {low}", store)
    shown = result(draw, sketch, count, printed=0.25)
    loop = draw.one((" and [start] over", " and [begin] again", " again and again", " in a loop", ", wrapping around,", " and then [restart]", " cyclically"))
    clauses, things = counted(draw, shown, [
        f"[count] {spread(draw, low, high)}{loop}", f"[count] from {low} to {high}{loop}", f"[cycle] through the numbers {low} to {high}",
        f"[loop] from {low} to {high}", f"[step] through {low} to {high}{loop}", f"[count] repeatedly from {low} to {high}", f"[run] through the numbers from {low} to {high} in a loop"],
        [f"a counter from {low} to {high} that wraps around", f"a looping counter ({low}-{high})", f"a cyclic counter from {low} to {high}"])
    if low == 0:
        clauses += counted(draw, shown, [f"[count] modulo {high + 1}", f"[count] {high + 1} steps starting at 0{loop}"])[0]
    speech: list[Text] = [f"count {low} to {high}, loop, @" + ("" if shown.box else ", print"), f"counter {low}..{high} wrapping @" + ("" if shown.box else ", printed")]
    size = high - low + 1
    return Action(clauses, lambda trigger: says(shown.box, [low + i % size for i in range(trigger.count)]), shown.watch, things, speech)


def bounce(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """To and fro between two bounds."""
    low = draw.one((0, 0, 0, 1, 10, 48, 60, draw.integer(1, 90)))
    high = low + draw.one((2, 3, 4, 5, 7, 8, 10, 12, 20, draw.integer(2, 50)))
    store = sketch.add(f"f {low}" if low else "f", source)
    shown = result(draw, sketch, store, printed=0.2)
    ends = sketch.add(f"sel {low} {high}", store)
    up = sketch.add("msg 1", ends)
    down = sketch.add("msg -1", sketch.out(ends, 1))
    ahead = sketch.add("+ 1", store, sketch.into(1, up), sketch.into(1, down))
    sketch.connect(ahead, store, inlet=1)
    clauses, things = counted(draw, shown, [
        f"[count] up and down between {low} and {high}", f"[count] from {low} up to {high} and back down again", f"[count] back and forth between {low} and {high}",
        f"[bounce] a counter between {low} and {high}", f"[go] up from {low} to {high} and then down again, in a loop,"],
        [f"a counter that goes up and down between {low} and {high}", f"a back and forth counter ({low} to {high})", f"a ping-pong counter between {low} and {high}"])
    size = 2 * (high - low)
    path = [*range(low, high), *range(high, low, -1)]
    return Action(clauses, lambda trigger: says(shown.box, [path[i % size] for i in range(trigger.count)]), shown.watch, things,
                  [f"count up and down {low}-{high} @" + ("" if shown.box else ", print it")])


def to_the_end(draw: Draw) -> Example:
    """Up to a number, then stop, driven by a beat."""
    top = draw.integer(3, 20)
    ticks = clock(draw, 50, 1000)
    sketch = Sketch()
    start = sketch.add("bng")
    both = sketch.add("t b b", start)
    metro = sketch.add(ticks.body, both)
    store = sketch.add("f", metro, sketch.into(1, sketch.add("msg 1", sketch.out(both, 1))))
    shown = result(draw, sketch, store)
    ahead = sketch.add("+ 1", store)
    stop = sketch.add("msg stop", sketch.add(f"sel {top}", store))
    sketch.connect(ahead, store, inlet=1)
    sketch.connect(stop, metro)

    def pace() -> str:
        return ticks.said(draw)

    view = "" if shown.box else " and [print] the numbers"
    clauses: list[Text] = [lambda: f"[count] from 1 to {top} {pace()} and [stop], started by a button{view}", lambda: f"when a button is clicked [count] up to {top} {pace()} and then [stop]{view}",
                           lambda: f"[count] to {top} once {pace()} on a button click{view}"]
    speech: list[Text] = [lambda: do(f"click: count 1 to {top} {pace()} then stop{view}")]
    at = [10 + ticks.period * i for i in range(top)]
    return Example(worded(draw, clauses, (), speech), sketch.text(), all_of(says(shown.box, list(range(1, top + 1))), at_times(shown.box, at)),
                   [Feed(10, start, "bang")], shown.watch, (at[-1] + 2.5 * ticks.period) / 1000)


def up_and_down_buttons(draw: Draw) -> Example:
    """One button adds, another subtracts."""
    step, start = draw.one((1, 1, 1, 2, 5, 10, 12, 100, draw.integer(2, 50))), draw.one((0, 0, 0, 0, 60, 10, 50, 100))
    reset = draw.chance(0.3)
    up, down = draw.one((("up", "down"), ("up", "down"), ("plus", "minus"), ("more", "less"), ("increase", "decrease")))
    sketch = Sketch()
    one, other = sketch.add(f'bng "{up}"'), sketch.add(f'bng "{down}"')
    clear = sketch.add('bng "reset"') if reset else 0
    messages = [sketch.add(f"msg {step}", one), sketch.add(f"msg {-step}", other)]
    total = sketch.add(f"+ {start}" if start else "+", *messages)
    home = [sketch.add(f"msg {start}", clear)] if reset else []
    shown = sketch.add("number", total, *home)
    sketch.connect(shown, total, inlet=1)
    tail = draw.one((" and a reset button", " plus a reset button")) if reset else ""
    by = f" by {step}" if step > 1 else draw.one(("", " by 1"))
    begin = f", starting at {start}" if start else ""
    clauses: list[Text] = [
        f"[count] up{by} with one button ({up}) and down with another ({down}){tail}{begin}", f"[change] a number{by} with {up} and {down} buttons{tail}{begin}",
        f"[increase] and [decrease] a number{by} with two buttons called {up} and {down}{tail}{begin}", f"[show] a number that an {up} button raises{by} and a {down} button lowers{tail}{begin}"]
    things: list[Text] = [f"an up/down counter with buttons {up} and {down}{tail}{by}{begin}", f"a number with {up} and {down} buttons{tail}, changing{by}{begin}"]
    wanted = [start + step, start + 2 * step, start + step]
    feeds = [Feed(10, one, "bang"), Feed(20, one, "bang"), Feed(30, other, "bang")]
    if reset:
        wanted, feeds = [*wanted, start], [*feeds, Feed(40, clear, "bang")]
    return Example(worded(draw, clauses, things, [f"{up} button, {down} button, number changes{by}{tail}{begin}"]), sketch.text(), says(shown, wanted), feeds, [shown], 0.1)


def steps_of_values(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The next of some values on each bang, in a loop."""
    values = draw.some(range(1, 128), draw.integer(3, 7)) if draw.chance(0.6) else [draw.integer(1, 20) * 50 for _ in range(draw.integer(3, 6))]
    store = counter(sketch, source, len(values))
    select = sketch.add("sel " + " ".join(str(i) for i in range(len(values))), store)
    messages = [sketch.add(f"msg {value}", sketch.out(select, i)) for i, value in enumerate(values)]
    shown = result(draw, sketch, *messages, printed=0.3)
    tail = "" if shown.box else " and [print] them"
    clauses: list[Text] = [
        lambda: f"[step] through the values {listed(draw, values)}{tail}", lambda: f"[cycle] through {listed(draw, values)}{tail}", lambda: f"[loop] through the numbers {listed(draw, values)}{tail}",
        lambda: f"[go] through {listed(draw, values)} in order{tail}, one", lambda: f"[output] {listed(draw, values)} one after the other in a loop{tail}, a step"]
    things: list[Text] = [lambda: f"a sequence of the numbers {listed(draw, values)}" + ("" if shown.box else ", printed") + ", one step"]
    size = len(values)
    return Action(clauses, lambda trigger: says(shown.box, [values[i % size] for i in range(trigger.count)]), shown.watch, things,
                  [lambda: f"sequence {listed(draw, values)} @" + ("" if shown.box else ", print")])


def two_in_turn(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Two values that take turns."""
    one, other = draw.some(range(1, 1000), 2) if draw.chance(0.5) else draw.some(range(36, 90), 2)
    select = sketch.add("sel 1 0", sketch.add("tgl", source))
    messages = [sketch.add(f"msg {one}", select), sketch.add(f"msg {other}", sketch.out(select, 1))]
    shown = result(draw, sketch, *messages)
    nouns: list[Text] = [f"{one} and {other} alternately", f"{one} and {other} in turn", f"alternately {one} and {other}", f"{one}, then {other}, then {one} again and so on,",
                         f"the two numbers {one} and {other} by turns"]
    clauses = shown.clauses(draw, nouns)
    tail = "" if shown.box else " and [print] them"
    clauses += [f"[alternate] between {one} and {other}{tail}", f"[switch] back and forth between the values {one} and {other}{tail}", f"[swap] between {one} and {other}{tail}",
                f"[toggle] between two values, {one} and {other},{tail}"]
    return Action(clauses, lambda trigger: says(shown.box, [(one, other)[i % 2] for i in range(trigger.count)]), shown.watch,
                  [], [f"alternate {one} / {other} @" + ("" if shown.box else ", printed")])


def flip_toggle(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A toggle that changes its state each time."""
    toggle = sketch.add("tgl", source)
    clauses: list[Text] = ["[toggle] between 0 and 1", "[flip] a toggle", "[switch] a toggle on and off alternately", "[turn] a toggle on and off", "[change] the state of a toggle",
                           "[alternate] between 0 and 1", "[invert] a toggle", "[make] a toggle blink", "[switch] between on and off", "[output] 1 and 0 in turn, shown by a toggle,"]
    return Action(clauses, lambda trigger: says(toggle, [(1, 0)[i % 2] for i in range(trigger.count)]), (toggle,), ["a toggle that flips", "a blinking toggle, changing"],
                  ["flip a toggle @", "toggle on/off @"])


def second_toggle(draw: Draw, sketch: Sketch) -> Trigger:
    """Any trigger but the toggled beat, whose own toggle would confuse."""
    return button(draw, sketch) if draw.chance(0.5) else beat(draw, sketch, clock(draw), draw.one(tuple(STARTS)[1:]))


SKILLS: dict[str, Skill] = widened({
    "count-freely": on_event(free_count),
    "count-clicks": click_count,
    "count-around": on_event(around),
    "count-to-and-fro": on_event(bounce),
    "count-to-the-end": to_the_end,
    "count-up-down-buttons": up_and_down_buttons,
    "step-values": on_event(steps_of_values),
    "alternate-values": on_event(two_in_turn, any_trigger),
    "flip-toggle": on_event(flip_toggle, second_toggle),
})
