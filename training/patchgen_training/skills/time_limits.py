"""Too fast, too slow, too long ago: speed limits, settling, watchdogs, single shots, intervals judged."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, numbers, says, spoke
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import duration, spell
from patchgen_training.skills.time_compose import unpaced
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_words import Text, count_word

INPUTS = (("number", "a number box"), ("number", "numbers from a number box"), ("hsl 0 127", "a slider"), ("hsl 0 127", "the values of a slider"), ("hsl 0 100", "a slider from 0 to 100"), ("ctlin 1", "the mod wheel (midi controller 1)"), ("ctlin 7", "midi controller 7"))


def source_of(draw: Draw, sketch: Sketch) -> tuple[Handle, str]:
    """A stream of numbers and its name."""
    body, name = draw.one(INPUTS)
    return sketch.add(body), name


def said_value(box: Handle, sketch: Sketch, value: int) -> str:
    """The feed for a source: controllers want a number and a controller."""
    body = sketch.lines[box - 1].split(" ", 1)[1]
    return f"{body.split()[1]} {value} 1" if body.startswith("ctlin") else str(value)


def speed_limit(draw: Draw) -> Example:
    """The first number passes at once, then nothing for a while."""
    time = duration(draw, 20, 2000)
    sketch = Sketch()
    source, what = source_of(draw, sketch)
    gate = sketch.add("spigot 1", source)
    both = sketch.add("t b f", gate)
    box = outcome(draw, sketch, sketch.out(both, 1), kinds=("box", "box", "box", "print"))
    shut = sketch.add("t b b", both)
    close, back = sketch.add("msg 0", sketch.out(shut, 1)), sketch.add("msg 1", sketch.add(f"delay {time}", shut))
    sketch.connect(close, gate, inlet=1)
    sketch.connect(back, gate, inlet=1)

    def t() -> str:
        return spell(draw, time)

    view = "" if box.box else " and [print] them"
    clauses: list[Text] = [
        lambda: f"[limit] {what} to one value per {t()}{view}", lambda: f"[let] through at most one value of {what} every {t()}{view}", lambda: f"[pass] a value of {what} and [ignore] all others for the next {t()}{view}", lambda: f"[thin] out {what} so that values are at least {t()} apart{view}",
        lambda: f"[block] further values of {what} for {t()} after each one that passes{view}", lambda: f"[slow] down {what}: no more than one number in {t()}{view}", lambda: f"[reduce] the data rate of {what} to one per {t()}{view}"]
    things: list[Text] = [lambda: f"a speed limit for {what}, {t()} between values{',' if box.box else ', printed,'}", lambda: f"a rate limiter for {what} (one value per {t()}){box.noun(draw)}", lambda: f"something like speedlim: {what}, at most one value per {t()}{box.noun(draw)}"]
    speech: list[Text] = [lambda: f"too many values from {what}, let one through every {t()} at most{view}", lambda: f"{what} sends too fast, limit it to one number per {t()}{view}".replace("[", "").replace("]", "")]
    feeds = [Feed(10, source, said_value(source, sketch, 5)), Feed(10 + time * 0.5, source, said_value(source, sketch, 6)), Feed(30 + time, source, said_value(source, sketch, 9))]
    return unpaced(draw, sketch, (clauses, things, speech), all_of(says(box.box, [5, 9]), at_times(box.box, [10, 30 + time])), feeds, box.watch, 0.1 + time / 1000)


def settled(draw: Draw) -> Example:
    """A number passes only when it has not changed for a while."""
    time = duration(draw, 50, 3000)
    sketch = Sketch()
    source, what = source_of(draw, sketch)
    both = sketch.add("t b f", source)
    store = sketch.add("f", sketch.add(f"delay {time}", both), sketch.into(1, sketch.out(both, 1)))
    box = outcome(draw, sketch, store, kinds=("box", "box", "box", "print"))

    def t() -> str:
        return spell(draw, time)

    view = draw.one(("[show] it", "[output] it", "[pass] it on")) if box.box else "[print] it"
    last = draw.one(("[show] the last value of", "[output] the last value of", "[send] the final value of")) if box.box else "[print] the last value of"
    clauses: list[Text] = [
        lambda: f"{last} {what} when it has not changed for {t()}", lambda: f"{last} {what} after {t()} without a change", lambda: f"{last} {what} only when it has rested for {t()}", lambda: f"[wait] until {what} has been still for {t()} and then {view}",
        lambda: f"[debounce] {what} by {t()} and {view}", lambda: f"[hold] back {what} until no new value came for {t()} and then {view}", lambda: f"{last} {what} once i stopped moving it for {t()}"]
    things: list[Text] = [lambda: f"a debouncer for {what}: the value comes after {t()} of rest{',' if box.box else ', printed,'}", lambda: f"a settle filter for {what} ({t()}){box.noun(draw)}"]
    speech: list[Text] = [lambda: f"only the value that {what} settles on, {t()} after the last change" + ("" if box.box else ", printed")]
    feeds = [Feed(10, source, said_value(source, sketch, 5)), Feed(10 + time * 0.5, source, said_value(source, sketch, 8))]
    return unpaced(draw, sketch, (clauses, things, speech), all_of(says(box.box, [8]), at_times(box.box, [10 + time * 1.5])), feeds, box.watch, 0.1 + time * 1.6 / 1000)


def watchdog(draw: Draw) -> Example:
    """A sign when no number, note, or click came for a while; the toggle also shows when all is well."""
    time, word = duration(draw, 200, 8000), draw.one((*GREETINGS, "silence", "timeout", "idle", "nothing", "asleep"))
    kind = draw.one(("bang", "word", "word", "toggle", "zero"))
    sketch = Sketch()
    body, what = draw.one((("number", "number"), ("number", "number"), ("hsl 0 127", "slider movement"), ("bng", "click"), ("bng", "bang"), ("key", "key press"), ("notein", "midi note")))
    source = sketch.add(body)
    any_bang = source if body == "bng" else sketch.add("bng", source)
    wait = sketch.add(f"delay {time}", any_bang)
    at = 10 + time * 0.5
    end = at + time
    watch: list[Handle] = []
    check: Holds
    if kind == "word":
        sketch.add("print", sketch.add(f"msg {word}", wait))
        act, check = draw.one((f"[print] {word}", f"[print] the word {word}", f"[write] {word} to the console")), all_of(says(0, [word]), at_times(0, [end]))
    elif kind == "toggle":
        light = sketch.add('tgl "active"', sketch.add("msg 1", any_bang), sketch.add("msg 0", wait))
        watch, act = [light], draw.one(("[switch] a toggle called active off", "[turn] off a toggle labelled active (each input turns it on)", "[set] the toggle active to 0, which every input sets to 1,"))
        check = lambda seen: numbers(seen, light)[-1] == 0 and numbers(seen, light)[0] == 1  # noqa: E731
    elif kind == "zero" and body == "number":
        shown = sketch.add("number", source, sketch.add("msg 0", wait))
        watch, act, check = [shown], draw.one(("[set] the shown number back to 0", "[reset] the displayed number to 0", "[return] the number to zero")), all_of(says(shown, [65, 65, 0]), at_times(shown, [10, at, end]))
    else:
        light = sketch.add("bng", wait)
        watch, act, check = [light], draw.one(("[send] a bang", "[bang]", "[flash] a bang", "[light] a bang")), at_times(light, [end])

    def t() -> str:
        return spell(draw, time)

    def without() -> str:
        return draw.one((f"if no {what} came for {t()}", f"when there was no {what} for {t()}", f"after {t()} without a {what}", f"if nothing came for {t()} after the last {what}", f"when {t()} have passed since the last {what}", f"{t()} after the last {what}"))

    clauses: list[Text] = [lambda: f"{act} {without()}", lambda: f"{act} {without()}", lambda: f"{without()} {act}", lambda: f"{act} {without()}, each new {what} restarts the wait,", lambda: f"[wait] for a {what} and {act} {without()}", lambda: f"[watch] for a {what} and {act} {without()}"]
    things: list[Text] = [lambda: f"a timeout to {act.replace('[', '').replace(']', '')} {without()}", lambda: f"a watchdog: {act.replace('[', '').replace(']', '')} {without()}"]
    speech: list[Text] = [lambda: f"no {what} for {t()} -> {act}", lambda: f"tell me when nothing happens: {act} {without()}", lambda: f"timeout {t()}, every {what} resets it, then {act}"]
    message = {"bng": "bang", "key": "65", "notein": "65 100 1"}.get(body, "65")
    return unpaced(draw, sketch, (clauses, things, speech), check, [Feed(10, source, message), Feed(at, source, message)], watch, 0.1 + end / 1000)


def single_shot(draw: Draw) -> Example:
    """Only the first click counts until a reset button."""
    sketch = Sketch()
    name = draw.one(("reset", "reset", "clear", "rearm"))
    source = sketch.add("bng")
    reset = sketch.add(f'bng "{name}"')
    gate = sketch.add("spigot 1", source, sketch.into(1, sketch.add("msg 1", reset)))
    is_word, word = draw.chance(0.4), draw.one(GREETINGS)
    order = sketch.add("t b b", gate)
    sketch.connect(sketch.add("msg 0", sketch.out(order, 1)), gate, inlet=1)
    light = sketch.add(f"msg {word}" if is_word else "bng", order)
    if is_word:
        sketch.add("print", light)
    act = f"[print] {word}" if is_word else draw.one(("[send] a bang", "[flash] a bang", "[bang]"))
    tail = draw.one((f"until a button called {name} is pressed", f"until I click {name}", f"until it is reset with a {name} button", f"and has a {name} button to allow it once more", f"with a {name} button to make it ready again"))
    clauses: list[Text] = [
        f"{act} only on the first click of a button, {tail}", f"{act} on the first click and [ignore] the others {tail}", f"[let] only the first click through and {act}, {tail}", f"{act} just once however often a button is clicked, {tail}", f"[react] to a button only once ({act.replace('[', '').replace(']', '')}), {tail}",
        f"[pass] only one click on, {act}, {tail}"]
    things: list[Text] = [f"a one-shot button to {act.replace('[', '').replace(']', '')} only the first time, {tail}", f"a button that works only once {tail}, to {act.replace('[', '').replace(']', '')}"]
    feeds = [Feed(10, source, "bang"), Feed(20, source, "bang"), Feed(30, reset, "bang"), Feed(40, source, "bang")]
    return unpaced(draw, sketch, (clauses, things, [f"first click only: {act}, {tail}"]), at_times(light, [10, 40]), feeds, [light], 0.1)


def interval_judged(draw: Draw) -> Example:
    """Whether two clicks were near or far apart in time."""
    time = draw.one((200, 250, 300, 400, 500, 600, 750, 1000, 1500, 2000))
    fast, slow = draw.one((("fast", "slow"), ("quick", "slow"), ("early", "late"), ("short", "long"), ("rush", "calm"), ("double", "single")))
    is_lights = draw.chance(0.4)
    sketch = Sketch()
    source = sketch.add("bng")
    both = sketch.add("t b b", source)
    timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
    split = sketch.add(f"moses {time}", timer)
    if is_lights:
        lights = [sketch.add(f'bng "{fast}"', split), sketch.add(f'bng "{slow}"', sketch.out(split, 1))]
        check: Holds = all_of(spoke(lights[0], 1), spoke(lights[1], 2))
    else:
        lights = []
        sketch.add("print", sketch.add(f"msg {fast}", split), sketch.add(f"msg {slow}", sketch.out(split, 1)))
        check = says(0, [slow, fast, slow])
    verb = "[flash] a bang" if is_lights else "[print]"

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"{verb} {fast} if two clicks of a button are less than {t()} apart and {slow} otherwise", lambda: f"[measure] the time between clicks and {verb} {fast} when it is under {t()}, else {slow},", lambda: f"{verb} {fast} when I click again within {t()} and {slow} when it takes longer",
        lambda: f"{verb} {fast} or {slow} depending on whether the clicks on a button are closer than {t()}", lambda: f"[judge] how fast a button is clicked: {verb} {fast} below {t()}, {slow} above,", lambda: f"[compare] the time between two clicks with {t()} and {verb} {fast} or {slow}"]
    things: list[Text] = [lambda: f"a click speed test that says {fast} below {t()} and {slow} above" + (" with two bangs" if is_lights else " in the console")]
    feeds = [Feed(time + 100, source, "bang"), Feed(time * 1.5 + 100, source, "bang"), Feed(time * 3 + 100, source, "bang")]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"clicks closer than {t()}: {fast}, else {slow}" + (", two bangs" if is_lights else ", printed")]), check, feeds, lights, 0.2 + time * 3 / 1000)


def click_allowance(draw: Draw) -> Example:
    """A bang after so many clicks, or only so many clicks let through."""
    count = draw.integer(2, 10)
    is_after = draw.chance(0.5)
    name = draw.one(("reset", "reset", "clear"))
    sketch = Sketch()
    source, reset = sketch.add("bng"), sketch.add(f'bng "{name}"')
    store = sketch.add("f", source, sketch.into(1, sketch.add("msg 0", reset)))
    ahead = sketch.add("+ 1", store)
    test = sketch.add(f"sel {count}", ahead) if is_after else sketch.add(f"moses {count + 1}", ahead)
    light = sketch.add("bng", test)
    sketch.connect(ahead, store, inlet=1)
    n = count_word(draw, count)
    tail = draw.one((f", with a {name} button", f" and has a {name} button", f", a {name} button starts over"))
    clauses: list[Text] = [f"[flash] a bang when a button has been clicked {n} times{tail}", f"[bang] on the {count}th click of a button{tail}".replace("2th", "2nd").replace("3th", "3rd"), f"[send] a bang after {n} clicks{tail}", f"[wait] for {n} clicks and then [bang]{tail}", f"[count] clicks and [bang] once there are {n}{tail}"] if is_after else [
        f"[let] only the first {n} clicks of a button through{tail}", f"[pass] no more than {n} clicks on to a bang{tail}", f"[flash] a bang for the first {n} clicks and then no more{tail}", f"[limit] a button to {n} clicks{tail}", f"[ignore] clicks after the first {n}{tail}"]
    things: list[Text] = [f"a bang after {n} clicks{tail}"] if is_after else [f"a button that can be used only {n} times{tail}", f"a click limiter ({n} clicks){tail}"]
    feeds = [*(Feed(10 + 5 * i, source, "bang") for i in range(count + 2)), Feed(100, reset, "bang"), *(Feed(110 + 5 * i, source, "bang") for i in range(count))]
    wanted = [10 + 5 * (count - 1), 110 + 5 * (count - 1)] if is_after else [*(10 + 5 * i for i in range(count)), *(110 + 5 * i for i in range(count))]
    return unpaced(draw, sketch, (clauses, things, []), at_times(light, wanted), feeds, [light], 0.25)


SKILLS: dict[str, Skill] = widened({
    "speed-limit": speed_limit,
    "settled-value": settled,
    "watchdog": watchdog,
    "single-shot": single_shot,
    "interval-judged": interval_judged,
    "click-allowance": click_allowance,
})
