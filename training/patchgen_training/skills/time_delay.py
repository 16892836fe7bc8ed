"""Delays of bangs, numbers, lists and words, with a fixed or an adjustable time."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, says, spoke
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_clock import duration, plain, spell
from patchgen_training.skills.time_event import result
from patchgen_training.skills.time_words import Text, listed, worded

HELD_OUT = 500
"""A delay of numbers by this time belongs to the benchmark."""
GREETINGS = ("hello", "done", "ready", "go", "finished", "time", "beep", "boo", "ok", "start", "wake", "late",
             "now", "stop", "end", "hi", "tick", "bye", "world", "coffee", "tea", "ring", "yes", "enough")


def delayed_bang(draw: Draw) -> Example:
    """A button's bang, later."""
    time = duration(draw)
    sketch = Sketch()
    source = sketch.add("bng")
    wait = sketch.add(f"delay {time}", source)
    printed = draw.chance(0.3)
    end = 0 if printed else sketch.add("bng", wait)
    if printed:
        sketch.add("print", wait)

    def t() -> str:
        return spell(draw, time)

    if printed:
        clauses: list[Text] = [
            lambda: f"[print] a bang {t()} after a button is clicked", lambda: f"[delay] a bang by {t()} and [print] it",
            lambda: f"[wait] {t()} after a click on a button and then [print] a bang",
            lambda: f"[print] bang {t()} after a button press", lambda: f"[delay] a button's bang for {t()} before printing it",
            lambda: f"when a button is pressed, [wait] {t()} and [print] bang"]
        things: list[Text] = [lambda: f"a bang that is printed {t()} after clicking a button"]
        speech: list[Text] = [lambda: f"print bang {t()} after i click a button", lambda: f"click, wait {t()}, print bang"]
    else:
        clauses = [
            lambda: f"[delay] a bang by {t()}", lambda: f"[delay] a bang from a button for {t()}",
            lambda: f"[send] a bang {t()} after a button is pressed", lambda: f"[flash] a button {t()} after another one is clicked",
            lambda: f"[wait] {t()} after a button click and then [send] a bang", lambda: f"[pass] a bang on after {t()}",
            lambda: f"[output] a bang {t()} after it received one", lambda: f"when a button is clicked [trigger] a bang {t()} later",
            lambda: f"[bang] {t()} after a click", lambda: f"[make] a bang arrive {t()} late",
            lambda: f"[hold] a bang back for {t()}", lambda: f"[react] to a button click with a bang after {t()}"]
        things = [lambda: f"a {plain(time)} ms delay for a bang", lambda: f"a delayed bang ({t()}) with a button",
                  lambda: f"a button whose bang arrives {t()} later", lambda: f"a bang delay of {t()}"]
        speech = [lambda: f"how do i delay a bang by {t()}", lambda: f"bang, but {t()} later",
                  lambda: f"I click and {t()} later another button should flash", lambda: f"delay bang {t()}",
                  lambda: f"after i press a button wait {t()} then bang", lambda: f"one shot timer: {t()} after click -> bang"]
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(end, [10 + time]),
                   [Feed(10, source, "bang")], (end,) if end else (), 0.05 + time / 1000)


def delayed_number(draw: Draw) -> Example:
    """A number, later; every number of a quick row comes."""
    time = duration(draw)
    time = 450 if time == HELD_OUT else time
    sketch = Sketch()
    source = sketch.add("number")
    shown = result(draw, sketch, sketch.add(f"pipe {time}", source), printed=0.35)

    def t() -> str:
        return spell(draw, time)

    tail = "" if shown.box else draw.one((" and [print] it", " and [print] the result", " before printing it"))
    view = draw.one(("", "", " before showing it", " and [display] it in a number box")) if shown.box else tail
    clauses: list[Text] = [
        lambda: f"[delay] a number by {t()}{view}", lambda: f"[delay] the input by {t()}{view}",
        lambda: f"[take] a number and [output] it {t()} later" + ("" if shown.box else " to print"),
        lambda: f"[pipe] a number through a delay of {t()}{view}", lambda: f"[delay] every number from a number box by {t()}{view}",
        lambda: f"[hold] each incoming number back for {t()}{view}", lambda: f"[repeat] the input number after {t()}{view}",
        lambda: f"[show] a number {t()} after it was entered" if shown.box else f"[print] a number {t()} after it was entered",
        lambda: f"[pass] an input value on after {t()}{view}", lambda: f"[send] numbers through a {plain(time)} ms pipe{view}"]
    things: list[Text] = [] if not shown.box else [
        lambda: f"a delay line for numbers of {t()}", lambda: f"a number box that follows another one {t()} later",
        lambda: f"a {plain(time)}ms number delay"]
    speech: list[Text] = [lambda: f"number in, same number out {t()} later" + ("" if shown.box else ", printed")]
    if shown.box:
        speech += [lambda: f"how can i delay numbers by {t()}?", lambda: f"my number should arrive {t()} late",
                   lambda: f"delay a value {t()}", lambda: f"echo the number i type after {t()}"]
    one, other = draw.integer(1, 99), draw.integer(100, 200)
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(
        says(shown.box, [one, other]), at_times(shown.box, [10 + time, 14 + time])),
        [Feed(10, source, str(one)), Feed(14, source, str(other))], shown.watch, 0.05 + time / 1000)


def delayed_list(draw: Draw) -> Example:
    """Two numbers of a message, later, together."""
    time, one, other = duration(draw), draw.integer(1, 127), draw.integer(1, 127)
    sketch = Sketch()
    source = sketch.add(f"msg {one} {other}")
    wait = sketch.add(f"pipe 0 0 {time}", source)
    sketch.add("print", sketch.add("pack f f", wait, sketch.into(1, sketch.out(wait, 1))))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[delay] the list {one} {other} by {t()} and [print] it",
        lambda: f"[print] the two numbers {one} and {other} of a message {t()} after it is clicked",
        lambda: f"[send] the message {one} {other} through a pipe of {t()} and [print] the list",
        lambda: f"[print] the list {one} {other} {t()} after clicking its message",
        lambda: f"[hold] a message {one} {other} back for {t()} before printing it"]
    return Example(worded(draw, clauses, (), [lambda: f"delay the message '{one} {other}' {t()} then print"]),
                   sketch.text(), all_of(says(0, [one, other]), at_times(0, [10 + time])),
                   [Feed(10, source, "bang")], (), 0.05 + time / 1000)


def delayed_word(draw: Draw) -> Example:
    """A word printed some time after a click or after opening."""
    time, word = duration(draw, 50), draw.one(GREETINGS)
    sketch = Sketch()
    at_load = draw.chance(0.35)
    source = sketch.add("loadbang" if at_load else "bng")
    sketch.add("print", sketch.add(f"msg {word}", sketch.add(f"delay {time}", source)))

    def t() -> str:
        return spell(draw, time)

    moment = draw.one(("the patch is opened", "the patch is loaded", "loading the patch", "startup")) if at_load else draw.one(
        ("a button is clicked", "a click on a button", "a button press", "pressing a button"))
    clauses: list[Text] = [
        lambda: f"[print] {word} {t()} after {moment}", lambda: f"[print] the word {word} {t()} after {moment}",
        lambda: f"[wait] {t()} after {moment} and then [print] {word}", lambda: f"{t()} after {moment} [print] {word}",
        lambda: f"[print] the message {word} with a delay of {t()} after {moment}",
        lambda: f"[write] {word} to the console {t()} after {moment}"]
    speech: list[Text] = [lambda: f"print {word} {t()} after {moment}", lambda: f"{t()} after {moment}: print '{word}'",
                          lambda: f"the console should say {word} {t()} after {moment}"]
    start = 0 if at_load else 10
    return Example(worded(draw, clauses, (), speech), sketch.text(), all_of(
        says(0, [word]), at_times(0, [start + time])),
        [] if at_load else [Feed(10, source, "bang")], (), 0.05 + time / 1000)


def adjustable_delay(draw: Draw) -> Example:
    """The delay time of a bang or a number, set by a number box or a slider."""
    numbers = draw.chance(0.5)
    top = draw.one((500, 1000, 2000, 5000, 3000))
    slider = draw.chance(0.5)
    sketch = Sketch()
    source = sketch.add("number" if numbers else "bng")
    time = sketch.add(f'hsl 0 {top} "delay"' if slider else 'number "delay"')
    wait = sketch.add("pipe" if numbers else "delay", source, sketch.into(1, time))
    shown = sketch.add("number" if numbers else "bng", wait)
    control = draw.one((f"a slider from 0 to {top} ms", f"a slider (0-{top} ms)", f"a slider between 0 and {top} milliseconds")) if (
        slider) else draw.one(("a number box", "a number box in ms", "a second input in milliseconds"))
    what = draw.one(("a number", "numbers", "the input number")) if numbers else draw.one(("a bang", "a button's bang", "bangs"))
    clauses: list[Text] = [
        f"[delay] {what} by a time set with {control}", f"[delay] {what} with an adjustable delay time, set by {control}",
        f"[delay] {what}, the delay time comes from {control}", f"[hold] {what} back for a time given by {control}",
        f"[let] {control} set how long {what} will be delayed", f"[pass] {what} on after a delay that {control} sets"]
    things: list[Text] = [f"an adjustable delay for {what}, with {control} for the time",
                          f"a variable delay of {what} controlled by {control}"]
    speech: list[Text] = [f"delay {what}, delay time from {control}", f"{control} should set the delay of {what}"]
    chosen = draw.integer(2, 20) * 10
    value = draw.integer(1, 99)
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(shown, [20 + chosen], 8 + top / 100),
                   [Feed(10, time, str(chosen)), Feed(20, source, str(value) if numbers else "bang")], [shown], 0.3)


def cancelled(draw: Draw) -> Example:
    """A delayed bang that a second button cancels."""
    time, word = duration(draw, 100, 10000), draw.one(GREETINGS)
    sketch = Sketch()
    start, cancel = sketch.add('bng "start"'), sketch.add(f'bng "{(name := draw.one(("cancel", "stop")))}"')
    wait = sketch.add(f"delay {time}", start, sketch.add("msg stop", cancel))
    printed = draw.chance(0.5)
    end = 0
    if printed:
        sketch.add("print", sketch.add(f"msg {word}", wait))
    else:
        end = sketch.add("bng", wait)
    what = f"[print] {word}" if printed else "[send] a bang"

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"{what} {t()} after a start button is pressed unless a {name} button is pressed first",
        lambda: f"{what} {t()} after clicking start, with a {name} button to abort it",
        lambda: f"[wait] {t()} after a start button and then {what}, and has a {name} button that aborts the wait",
        lambda: f"{what} after {t()}, with a button to start it and a button to {name} it"]
    things: list[Text] = [lambda: f"a timer of {t()} with start and {name} buttons that ends with "
                          + (f"printing {word}" if printed else "a bang")]
    speech: list[Text] = [lambda: f"timer {t()}, start button, {name} button, then " + (f"print {word}" if printed else "bang")]
    return Example(worded(draw, clauses, things, speech), sketch.text(), at_times(end, [30 + time]),
                   [Feed(10, start, "bang"), Feed(20, cancel, "bang"), Feed(30, start, "bang")],
                   (end,) if end else (), 0.05 + time / 1000)


def cascade(draw: Draw) -> Example:
    """Words printed one after the other, each some time after the one before."""
    words = draw.some(GREETINGS, draw.integer(2, 4))
    times = [0, *[duration(draw, 100, 3000)] * (len(words) - 1)]
    sketch = Sketch()
    last = source = sketch.add("bng")
    boxes = []
    for word, time in zip(words, times, strict=True):
        last = sketch.add(f"delay {time}", last) if time else last
        boxes.append(sketch.add(f"msg {word}", last))
    sketch.add("print", *boxes)

    def t() -> str:
        return spell(draw, times[1])

    then = " then ".join(words)
    clauses: list[Text] = [
        lambda: f"[print] {listed(draw, words)} one after the other, {t()} apart, when a button is clicked",
        lambda: f"[print] {then} with {t()} between them on a button click",
        lambda: f"on a click [print] {then}, each {t()} after the last",
        lambda: f"when a button is pressed [print] the words {listed(draw, words)} in a row with pauses of {t()}"]
    speech: list[Text] = [lambda: f"button -> print {then}, {t()} in between",
                          lambda: f"print {listed(draw, words)} in sequence, wait {t()} between words, start with a button"]
    at = [10 + sum(times[: i + 1]) for i in range(len(words))]
    return Example(worded(draw, clauses, (), speech), sketch.text(), all_of(says(0, words), at_times(0, at)),
                   [Feed(10, source, "bang")], (), 0.05 + at[-1] / 1000)


def bang_cascade(draw: Draw) -> Example:
    """A row of buttons that flash one after the other."""
    count, time = draw.integer(3, 6), duration(draw, 50, 2000)
    sketch = Sketch()
    first = last = sketch.add("bng")
    for _ in range(count - 1):
        last = sketch.add("bng", sketch.add(f"delay {time}", last))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[flash] {count} buttons one after the other, {t()} apart, beginning with the clicked one",
        lambda: f"[pass] a bang along a chain of {count} buttons with {t()} delay between them",
        lambda: f"[send] a bang through a row of {count} buttons, each {t()} after the last"]
    things: list[Text] = [lambda: f"a chain of {count} buttons that flash in a row with delays of {t()}",
                          lambda: f"a running light of {count} bang buttons with {t()} between them"]
    return Example(worded(draw, clauses, things), sketch.text(), at_times(last, [10 + time * (count - 1)]),
                   [Feed(10, first, "bang")], [last], 0.05 + time * count / 1000)


def echoed_bang(draw: Draw) -> Example:
    """A bang and its echoes: several delays from one button."""
    one = duration(draw, 50, 2000)
    sketch = Sketch()
    source = sketch.add("bng")
    wait = sketch.add(f"delay {one}", source)
    end = sketch.add("bng", source, wait)

    def t() -> str:
        return spell(draw, one)

    clauses: list[Text] = [
        lambda: f"[send] a bang at once and again {t()} later when a button is clicked",
        lambda: f"[double] a bang: one immediately and one after {t()}", lambda: f"[repeat] each bang once after {t()}",
        lambda: f"[echo] a button's bang after {t()}, keeping the original too",
        lambda: f"on a click [flash] a button twice, with {t()} in between"]
    return Example(worded(draw, clauses, (), [lambda: f"one click, two bangs, {t()} apart"]), sketch.text(), all_of(
        spoke(end, 2), at_times(end, [10, 10 + one])), [Feed(10, source, "bang")], [end], 0.05 + one / 1000)


SKILLS: dict[str, Skill] = widened({
    "delay-bang": delayed_bang,
    "delay-number": delayed_number,
    "delay-list": delayed_list,
    "delay-word": delayed_word,
    "delay-adjustable": adjustable_delay,
    "delay-cancelled": cancelled,
    "delay-cascade-words": cascade,
    "delay-cascade-bangs": bang_cascade,
    "delay-echo-bang": echoed_bang,
})
