"""Skills: counters that do something: at a number, between limits, with resets, steps, scores, tones."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.expect_time import crossings, loud_at
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import finished, output_words
from patchgen_training.skills.logic_watch import bang, flip, loud, number, word
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sketch import Handle, Sketch

CLICK = ("each time i click a button", "with every click on a button", "each time a button is pressed", "when i press a button", "on each click", "whenever a bang is clicked", "per click of a button",
         "every time the button is hit", "with each button press", "on every bang of a button")  # fmt: skip
SHOWN = ("", "", " and ~show it in a number box", " and ~show the number", " and ~display it", " in a number box")
ORDINAL = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 10: "tenth"}


def counting(p: Sketch, source: Handle, *zero: Handle, start: int = 0) -> Handle:
    """The usual counter of bangs; puts out the new count."""
    stored = p.add(f"f {start}", source, *(p.into(1, reset) for reset in zero))
    plus = p.add("+ 1", stored)
    p.connect(plus, stored, 1)
    return plus


def nth(n: int) -> str:
    """An ordinal such as 12th or third."""
    return ORDINAL.get(n, f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}")


def at_count(draw: Draw) -> Example:
    """A deed at the n-th click, once or again and again."""
    n = draw.integer(2, 16)
    again = draw.chance(0.5)
    p = Sketch()
    button = p.add("bng")
    if again:
        stored = p.add("f 0", button)
        plus = p.add("+ 1", stored)
        wrapped = p.add(f"mod {n}", plus)
        p.connect(wrapped, stored, 1)
        hit = p.add("sel 0", wrapped)
    else:
        hit = p.add(f"sel {n}", counting(p, button))
    deed = draw.one((bang, word, word, number, flip))(draw, p, hit)
    slots = {"do": deed.verbs, "noun": deed.noun, "n": spoken(draw, n), "nth": (nth(n), f"{n}th" if n > 3 else nth(n)), "button": ("a button", "a bang", "the button", "a bang button")}
    if again:
        clauses: tuple[str, ...] = (
            "{do} on every {nth} click", "{do} after every {n} clicks on {button}", "~count clicks and {do} each time {n} have come", "{do} once for every {n} clicks on {button}", "~count the clicks on {button} and {do} at each {nth} one",
            "{do} every {n} clicks", "every {n} clicks on {button}, {do}", "{do} with each {nth} press of {button}", "~count to {n} with {button}, {do} and ~start again")
        asks: tuple[str, ...] = ("every {n} clicks: {do}", "i click {button}, and on each {nth} click {do}", "{noun} on every {nth} click", "how do i {do} every {nth} time i press {button}?")
    else:
        clauses = (
            "{do} after {n} clicks on {button}", "~count clicks and {do} when the count reaches {n}", "{do} when {button} has been clicked {n} times", "{do} at the {nth} click on {button}", "~count the presses of {button} and {do} at {n}",
            "{do} as soon as {button} was pressed {n} times", "~wait for {n} clicks and then {do}", "when {button} has been pressed {n} times, {do}", "~count bangs up to {n} and then {do}")
        asks = ("after {n} clicks {do}", "{noun} at the {nth} click", "i click {n} times and then it should {do}", "{do} once the counter gets to {n}", "count my clicks and {do} when there are {n}")
    things = (("{noun} for every {nth} click on {button}",) if again else ("{noun} after {n} clicks on {button}", "a click counter with {noun} at {n}"))
    total = 2 * n + 1
    feeds = tuple(Feed(10 + 10 * i, button, "bang") for i in range(total))
    return Example(asked(draw, slots, clauses, things, asks), p.text(), deed.holds(2 if again else 1), feeds, deed.watch, 0.05 + total / 100)


def between_limits(draw: Draw) -> Example:
    """Up and down buttons, the count held between limits."""
    low = draw.one((0, 0, 0, 1, -10, 10, -5))
    high = low + draw.one((3, 4, 5, 8, 10, 12, 16, 20, 100, 127))
    by = draw.one((1, 1, 1, 2, 5, 10)) if high - low >= 20 else 1
    p = Sketch()
    up, down = p.add('bng "up"'), p.add('bng "down"')
    plus = p.add(f"+ {low}" if low > 0 else "+ 0", p.add(f"msg {by}", up), p.add(f"msg -{by}", down))
    stored = p.add("f", p.add(f"clip {low} {high}", plus))
    p.connect(stored, plus, 1)
    shown = p.add("number", stored)
    slots = {"low": str(low), "high": str(high), "by": f" in steps of {by}" if by > 1 else "", "out": SHOWN, "two": ("two buttons", "an up and a down button", "an up button and a down button", "plus and minus buttons", "two bangs for up and down"),
             "stay": ("but ~stay between {low} and {high}", "without going below {low} or above {high}", "within the limits {low} and {high}", "never lower than {low} or higher than {high}", "limited to {low}-{high}" if low >= 0 else "limited to {low} to {high}")}
    clauses = ("~count up and down{by} with {two}, {stay}{out}", "~raise and ~lower a number{by} with {two}, {stay}{out}", "~change a value{by} with {two}, {stay}{out}", "~step a number up or down{by} with {two}, {stay}{out}",
               "~have a counter with {two} that stays from {low} to {high}{by}{out}", "~increase or ~decrease a number{by} with {two}, {stay}{out}")
    things = ("an up/down counter{by} limited to {low} to {high}, with {two}", "a limited counter, {low} to {high}{by}, with {two}", "{two} for a number from {low} to {high}{by}")
    asks = ("counter with {two}, minimum {low}, maximum {high}{by}", "{two} that change a number{by}, {stay}", "up down counter{by} that stops at {high} and at {low}")
    start = max(low, 0) if low > 0 else 0
    steps = [up, up, down, down, down, down]
    values, at = [], start
    for step in steps:
        at = min(high, max(low, at + (by if step == up else -by)))
        values.append(at)
    return Example(asked(draw, slots, clauses, things, asks), p.text(), emits(shown, values), clicks(*steps), [shown], 0.2)


def three_buttons(draw: Draw) -> Example:
    """Up, down and reset."""
    by = draw.one((1, 1, 1, 2, 5, 10, draw.integer(2, 25)))
    start = draw.one((0, 0, 0, 60, 100, 50, draw.integer(1, 200)))
    p = Sketch()
    up, down, reset = p.add('bng "up"'), p.add('bng "down"'), p.add('bng "reset"')
    plus = p.add(f"+ {start}", p.add(f"msg {by}", up), p.add(f"msg -{by}", down))
    stored = p.add("f", plus, p.add(f"msg {start}", reset))
    p.connect(stored, plus, 1)
    shown = p.add("number", stored)
    slots = {"by": f" by {by}" if by > 1 else "", "start": f" to {start}" if start else draw.one(("", " to zero", " to 0")), "from": f" starting at {start}" if start else "", "out": SHOWN}
    clauses = (
        "~count up{by} and down{by} with two buttons{from} and ~reset{start} with a third{out}", "~have an up button, a down button and a reset button for a counter{by}{from}, where reset goes back{start}{out}", "~change a number{by} with an up and a down button{from} and ~set it back{start} with a reset button{out}",
        "~add or ~subtract {amount} with two buttons{from}, and ~reset the number{start} with another{out}", "~use three buttons to count up{by}, count down{by} and reset{start}{from}{out}",
    )
    slots["amount"] = str(by) if by > 1 else ("1", "one")
    things = ("a counter with up, down and reset buttons{byplus}{from}", "three buttons (up, down, reset) for a number{byplus}{from}")
    slots["byplus"] = f", steps of {by}" if by > 1 else ""
    asks = ("plus, minus and reset buttons for a counter{byplus}{from}", "counter w/ up down reset{byplus}{from}", "up/down counter{byplus}{from}, reset goes back{start}")
    if not (start == 0 or by > 1):
        slots["start"] = f" to {start}"
    values = [start + by, start + 2 * by, start + by, start, start + by]
    return Example(asked(draw, slots, clauses, things, asks), p.text(), emits(shown, values), clicks(up, up, down, reset, up), [shown], 0.2)


def typed_step(draw: Draw) -> Example:
    """A number box sets the step, or the value to go on from."""
    sets_step = draw.chance(0.5)
    p = Sketch()
    button = p.add("bng")
    if sets_step:
        box = p.add('number "step"')
        stored = p.add("f 0", button)
        plus = p.add("+ 1", stored, p.into(1, box))
        values = [1.0, 4.0, 7.0]
    else:
        box = p.add('number "start"')
        stored = p.add("f 0", button, p.into(1, box))
        plus = p.add("+ 1", stored)
        values = [1.0, 4.0, 5.0]
    p.connect(plus, stored, 1)
    slots, example = output_words(draw, p, plus, values)
    slots = {**slots, "click": CLICK}
    if sets_step:
        clauses: tuple[str, ...] = ("~count up {click} by a step from a number box{out}", "~increase a number {click} by an adjustable step (number box){out}", "~have a counter whose step size is set in a number box, counting {click}{out}", "~add the value of a number box to a counter {click}{out}",
                                    "~count clicks in steps that i can type in{out}", "~add a number i choose to a total {click}{out}")
        things: tuple[str, ...] = ("a counter with an adjustable step, one step per click", "a click counter with a number box for the step size")
        asks: tuple[str, ...] = ("counter, step from a number box", "{click} add whatever is in the number box to the count", "i want to choose how much the counter goes up per click")
    else:
        clauses = ("~count up {click} from a start value in a number box{out}", "~have a counter whose starting point is set with a number box, counting {click}{out}", "~set a counter to any value with a number box and ~count on from there {click}{out}", "~count clicks starting at a number i type in{out}",
                   "~let me choose where a counter goes on, counting {click}{out}")
        things = ("a click counter whose value can be set with a number box", "a counter with a number box for the starting value")
        asks = ("counter, start value from a number box", "count clicks from any number i enter", "i need to set the counter to a number and go on counting from it with clicks")
    feeds = (Feed(10, button, "bang"), Feed(30, box, "3"), Feed(50, button, "bang"), Feed(70, button, "bang"))
    return finished(example, asked(draw, slots, clauses, tuple(t + "{tail}" for t in things), tuple(a + "{tail}" for a in asks)), feeds)


def countdown_act(draw: Draw) -> Example:
    """Clicks count down; at zero something happens."""
    n = draw.integer(2, 20)
    has_reset = draw.chance(0.4)
    p = Sketch()
    button = p.add("bng")
    reset = p.add(f"msg {n}", p.add('bng "reset"')) if has_reset else None
    stored = p.add(f"f {n}", button, *([p.into(1, reset)] if reset else []))
    minus = p.add("- 1", stored)
    p.connect(minus, stored, 1)
    shown = p.add("number", minus)
    deed = draw.one((bang, word, word))(draw, p, p.add("sel 0", minus))
    slots = {"n": spoken(draw, n), "click": CLICK, "do": deed.verbs, "noun": deed.noun, "zero": ("zero", "0", "zero"), "reset": (f" with a reset button that goes back to {n}", ", with a reset button", " (with reset button)") if has_reset else ""}
    clauses = ("~count down from {n} {click} and {do} at {zero}{reset}", "~count backwards from {n}, one less {click}, and {do} when it reaches {zero}{reset}", "~show a countdown from {n} that goes down {click} and {do} at {zero}{reset}",
               "~subtract one from {n} {click} and {do} when {zero} is reached{reset}", "~start at {n}, ~go down by one {click} and {do} on {zero}{reset}", "~go from {n} to {zero} by clicks and then {do}{reset}")
    things = ("a click countdown from {n} with {noun} at {zero}{reset}", "a counter going down from {n} {click}, {noun} at {zero}{reset}")
    asks = ("countdown {n} to 0 by clicks, {do} at the end{reset}", "{n} clicks down to {zero}, then {do}{reset}")
    feeds = clicks(*[button] * (n + 1))
    return Example(asked(draw, slots, clauses, things, asks), p.text(), all_of(deed.holds(1), emits(shown, range(n - 1, -2, -1))), feeds, [shown, *deed.watch], 0.1 + n / 50)


WORDS = ("red", "green", "blue", "yellow", "kick", "snare", "hat", "up", "down", "left", "right", "verse", "chorus", "bridge", "intro", "one", "two", "three", "slow", "fast", "north", "east", "south", "west", "rock", "paper", "scissors", "do", "re", "mi",
         "on", "off", "play", "pause", "spring", "summer", "autumn", "winter", "tick", "tock", "piano", "forte")  # fmt: skip


def cycle_words(draw: Draw) -> Example:
    """Each click brings the next word of a few, round and round."""
    words = draw.some(WORDS, draw.integer(2, 5))
    n = len(words)
    p = Sketch()
    button = p.add("bng")
    stored = counter(p, button, n)
    select = p.add("sel " + " ".join(map(str, range(n))), stored)
    symbols = draw.chance(0.35)
    messages = [p.add(f"msg symbol {w}" if symbols else f"msg {w}", p.out(select, i) if i else select) for i, w in enumerate(words)]
    shown = p.add("symbolbox" if symbols else "print", *messages)
    listed = ", ".join(words[:-1]) + f" and {words[-1]}"
    slots: dict[str, str | tuple[str, ...]] = {"list": (listed, f"the words {listed}", ", ".join(words)), "click": CLICK, "do": ("~show", "~display") if symbols else ("~print", "~print", "~post"), "in": (" in a symbol box",) if symbols else ("", " in the console"),
             "again": (", then ~start over", " in a loop", ", again from the start after the last", ", round and round", " in turn")}
    clauses = ("{do} {list} one after the other{in}, one {click}{again}", "{do} the next of {list}{in} {click}{again}", "~cycle through {list} {click} and {do} them{in}", "~step through {list} with a button and {do} each{in}", "~go to the next word {click} ({list}) and {do} it{in}",
               "{do} {list}{in} in turn {click}", "~rotate through {list} {click}, and {do} the current one{in}", "~have a button that brings up {list} one by one and {do} them{in}")
    asks = ("button to cycle {list}, {do} it{in}", "{click} the next word: {list}{in}" + ("" if symbols else ", printed"), "first click {first}, next click {second} and so on: {list}" + (", in a symbol box" if symbols else ", printed"))
    slots |= {"first": words[0], "second": words[1]}
    wanted = [words[i % n] for i in range(n + 1)]
    return Example(asked(draw, slots, clauses, (), asks), p.text(), emits(shown, wanted) if symbols else prints_all(wanted), clicks(*[button] * (n + 1)), [shown] if symbols else [], 0.25)


NAMES = (("a", "b"), ("red", "blue"), ("left", "right"), ("anna", "ben"), ("yes", "no"), ("home", "guest"), ("one", "two"), ("you", "me"), ("cats", "dogs"), ("good", "bad"), ("up", "down"))


def scores(draw: Draw) -> Example:
    """Two buttons with a count each, perhaps reset together or compared."""
    one, other = draw.one(NAMES)
    kind = draw.one(("plain", "reset", "total", "difference"))
    p = Sketch()
    buttons = [p.add(f'bng "{one}"'), p.add(f'bng "{other}"')]
    reset = p.add("msg 0", p.add('bng "reset"')) if kind == "reset" else None
    counts = [counting(p, button, *([reset] if reset else [])) for button in buttons]
    boxes = [p.add("number", count, *([reset] if reset else [])) for count in counts]
    watch, holds = boxes, all_of(emits(boxes[0], [1, 2]), emits(boxes[1], [1]))
    if kind in ("total", "difference"):
        both = p.add("t b f", boxes[1])
        result = p.add("number", p.add("+" if kind == "total" else "-", boxes[0], both, p.into(1, p.out(both, 1))))
        watch, holds = [*boxes, result], all_of(holds, emits(result, [1, 2, 3] if kind == "total" else [1, 0, 1]))
    slots = {"one": one, "other": other, "more": {"plain": "", "reset": (" and ~reset both with a third button", ", with a reset button for both", " and ~set both back to 0 with a reset button"),
             "total": (" and ~show the total of both", " and ~add the two counts together"), "difference": (" and ~show the difference between them", " and ~subtract the second count from the first")}[kind]}
    clauses = ("~count the clicks on two buttons {one} and {other} separately{more}", "~keep score with two buttons, {one} and {other}{more}", "~have two counters, one for the button {one} and one for the button {other}{more}", "~count votes for {one} and {other} with a button each{more}",
               "~show how often each of the buttons {one} and {other} was clicked{more}", "~work as a scoreboard for {one} and {other}{more}", "~tally {one} and {other} with two buttons{more}")
    asks = ("two buttons {one}/{other}, a counter for each{more}", "scoreboard {one} vs {other}, click to add a point{more}", "i need to count two things, {one} and {other}, with a button each{more}")
    return Example(asked(draw, slots, clauses, ("a score counter for {one} and {other} with a button each" + {"plain": "", "reset": " and a reset button", "total": " and the total", "difference": " and the difference"}[kind],), asks), p.text(), holds,
                   clicks(buttons[0], buttons[1], buttons[0]), watch, 0.15)


def growing(draw: Draw) -> Example:
    """Each click multiplies or divides a number."""
    factor, start, verbs = draw.one((("* 2", 1, ("~double a number", "~multiply a number by 2", "~make a number twice as big")), ("/ 2", 1000, ("~halve a number", "~divide a number by two", "~cut a number in half")), ("* 10", 1, ("~multiply a number by 10", "~make a number ten times bigger")),
                                    ("* 3", 1, ("~triple a number", "~multiply a number by three")), ("* 1.5", 100, ("~multiply a number by 1.5", "~raise a number by half of itself")), ("* 0.9", 100, ("~reduce a number by ten percent", "~multiply a number by 0.9"))))
    start = draw.one((start, start, draw.integer(1, 20)))
    p = Sketch()
    button = p.add("bng")
    stored = p.add(f"f {start}", button)
    shown = p.add("number", stored)
    p.connect(p.add(factor, stored), stored, 1)
    ratio = float(factor.split()[1]) if factor[0] == "*" else 1 / float(factor.split()[1])
    slots = {"do": verbs, "click": CLICK, "start": str(start), "out": ("", " and ~show it", " and ~display it in a number box")}
    clauses = ("{do} {click}, starting at {start}{out}", "~start at {start} and {doit} {click}{out}", "{do} {click}, with {start} as the first value{out}", "~begin with {start} and {doit} {click}{out}", "{do} {click}, starting from {start}{out}")
    slots["doit"] = tuple(verb.replace("a number", "it") for verb in verbs)
    asks = ("{do} {click}, first value {start}", "{start}, then {doit} {click}", "a number that starts at {start}: {doit} {click}")
    return Example(asked(draw, slots, clauses, (), asks), p.text(), emits(shown, [start, start * ratio, start * ratio**2], 1e-3), clicks(button, button, button), [shown], 0.12)


def climbing_tone(draw: Draw) -> Example:
    """Each click moves a sounding tone by a step."""
    in_hertz = draw.chance(0.5)
    start = draw.one((100, 200, 220, 300, 440)) if in_hertz else draw.one((48, 57, 60, 60, 69))
    by = draw.one((10, 20, 25, 50, 100)) if in_hertz else draw.one((1, 1, 2, 3, 4, 5, 7, 12))
    up = draw.chance(0.65) or start - 2 * by < 40
    two = draw.chance(0.3)
    p = Sketch()
    first = p.add('bng "up"' if two else "bng")
    second = p.add('bng "down"') if two else None
    sources = [p.add(f"msg {by if up or two else -by}", first)] + ([p.add(f"msg -{by}", second)] if second else [])
    plus = p.add(f"+ {start}", *sources)
    stored = p.add("f", plus)
    p.connect(stored, plus, 1)
    shown = p.add("number", stored)
    begin = start if in_hertz else 440 * 2 ** ((start - 69) / 12)
    tone = p.add(f"osc~ {draw.text(round(begin, 2))}", shown if in_hertz else p.add("mtof", shown))
    volume = draw.chance(0.3)
    loud(p, tone, volume)
    step = f"{by} Hz" if in_hertz else ("a semitone" if by == 1 else "an octave" if by == 12 else "a fifth" if by == 7 else f"{by} semitones")
    way = "up" if up else "down"
    slots = {"start": f"{start} Hz" if in_hertz else f"MIDI note {start}", "step": step, "way": way, "raise": "~raise" if up else "~lower", "click": CLICK, "vol": (" with a volume slider", ", volume slider included") if volume else "", "tone": ("a tone", "a sine", "a sine tone", "an oscillator")}
    if two:
        clauses: tuple[str, ...] = ("~move {tone} up and down by {step} with two buttons, starting at {start}{vol}", "~play {tone} at {start} with an up and a down button that change it by {step}{vol}", "~raise or ~lower the pitch of {tone} by {step} with two buttons, beginning at {start}{vol}",
                                    "~change the frequency of {tone} by {step} with an up and a down button, starting at {start}{vol}")
        asks: tuple[str, ...] = ("{tone} at {start}, up/down buttons move it by {step}{vol}", "up and down buttons to transpose {tone} from {start} in steps of {step}{vol}")
    else:
        clauses = ("{raise} {tone} by {step} {click}, starting at {start}{vol}", "~play {tone} at {start} that goes {way} {step} {click}{vol}", "~move the pitch of {tone} {way} by {step} {click}, beginning at {start}{vol}", "~let {tone} go {way} by {step} {click}, from {start}{vol}",
                   "~change {tone} by {step} {way} {click}, starting with {start}{vol}")
        asks = ("{tone} at {start}, {way} {step} {click}{vol}", "i want {tone} that goes {way} by {step} {click}, from {start}{vol}", "{click} the pitch goes {way} by {step}, start at {start}, {tone}{vol}")
    target = start + (by if up or two else -by)
    hertz = target if in_hertz else 440 * 2 ** ((target - 69) / 12)
    holds = all_of(crossings(begin, 20, 190, 0.08), crossings(hertz, 210, 400, 0.04), loud_at(210, 400), emits(shown, [target]))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, (Feed(200, first, "bang"),), [shown], 0.42)


def gated_count(draw: Draw) -> Example:
    """Counts something other than plain clicks: clicks while a switch is on, switchings on, presses of two buttons, keys."""
    kind = draw.one(("while", "switch", "either", "key"))
    p = Sketch()
    if kind == "while":
        button, toggle = p.add("bng"), p.add('tgl "count"')
        plus = counting(p, p.add("spigot", button, p.into(1, toggle)))
        feeds: tuple[Feed, ...] = (Feed(10, button, "bang"), Feed(30, toggle, "1"), Feed(50, button, "bang"), Feed(70, button, "bang"), Feed(90, toggle, "0"), Feed(110, button, "bang"))
        what: tuple[str, ...] = ("clicks on a button only while a toggle is on", "button clicks, but only when a toggle is switched on", "how often a button is pressed while a toggle is on", "the bangs of a button as long as a toggle is on")
    elif kind == "switch":
        toggle = p.add("tgl")
        plus = counting(p, p.add("sel 1", toggle))
        feeds = tuple(Feed(10 + 20 * i, toggle, str(x)) for i, x in enumerate((1, 0, 1, 0)))
        what = ("how often a toggle is switched on", "how many times a toggle goes on", "every time a toggle is turned on", "the number of times a switch (toggle) is turned on")
    elif kind == "either":
        one, two = p.add("bng"), p.add("bng")
        plus = counting(p, p.add("bng", one, two))
        feeds = (Feed(10, one, "bang"), Feed(30, two, "bang"))
        what = ("the clicks on two buttons together", "clicks on either of two buttons", "how often any of two buttons is pressed", "the presses of two buttons in one counter")
    else:
        key = p.add("key")
        plus = counting(p, p.add("bng", key))
        feeds = (Feed(10, key, "97"), Feed(30, key, "104"))
        what = ("key presses on the computer keyboard", "how many keys i press", "how often a key is hit on the keyboard", "every key press", "keystrokes")
    slots, example = output_words(draw, p, plus, [1, 2])
    slots = {**slots, "what": what}
    clauses = ("~count {what}{out}", "~keep count of {what}{out}", "~tally {what}{out}", "~add up {what}{out}", "~have a counter for {what}{out}")
    return finished(example, asked(draw, slots, clauses, ("a counter for {what}{tail}",), ("count {what}{tail}", "counter: {what}{tail}", "i want to count {what}{tail}")), feeds)


SKILLS: dict[str, Skill] = {
    "at-count": at_count,
    "between-limits": between_limits,
    "up-down-reset": three_buttons,
    "typed-step": typed_step,
    "countdown-act": countdown_act,
    "cycle-words": cycle_words,
    "scores": scores,
    "multiplying-clicks": growing,
    "climbing-tone": climbing_tone,
    "other-counts": gated_count,
}
