"""Chance that one sees: coins and dice with lights, one bang of several, gates, weights, statistics."""

from __future__ import annotations

from patchgen.headless.probe import Observation
from patchgen_training.skills.chance_choices import WORD_SETS
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import moments, numbers, singles, within
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_compose import paced
from patchgen_training.skills.time_event import Action
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_trigger import Trigger
from patchgen_training.skills.time_words import Text, count_word, listed

SIDES = (("heads", "tails"), ("heads", "tails"), ("heads", "tails"), ("yes", "no"), ("left", "right"), ("red", "black"), ("win", "lose"), ("A", "B"), ("true", "false"))
SEVERAL = (("red", "green", "blue"), ("rock", "paper", "scissors"), ("a", "b", "c"), ("a", "b", "c", "d"), ("kick", "snare", "hat"), ("left", "middle", "right"), ("one", "two", "three", "four"), ("north", "east", "south", "west"))


def matches(choice: Handle, lights: list[Handle], count: int) -> Holds:
    """The light whose number was drawn flashes, and no other."""
    def check(seen: Observation) -> bool:
        drawn = list(zip(moments(seen, choice), numbers(seen, choice), strict=True))
        return len(drawn) == count and all(moments(seen, light) == [at for at, number in drawn if number == index] for index, light in enumerate(lights))
    return check


def coin_lights(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A coin that lights one of two bangs."""
    one, other = draw.one(SIDES)
    is_named = draw.chance(0.55)
    toss = sketch.add("random 2", source)
    select = sketch.add("sel 0 1", toss)
    lights = [sketch.add(f'bng "{name}"' if is_named else "bng", sketch.out(select, i)) for i, name in enumerate((one, other))]

    def pair() -> str:
        return draw.one((f"two bangs, {one} and {other},", f"two bangs called {one} and {other}", f"the bangs {one} and {other}", f"{one} or {other} (two bangs)")) if is_named else draw.one(
            ("two bangs", "two bangs", "two buttons", "two bang lights", "two bangs next to each other"))

    def light() -> str:
        return draw.one((f"[light] one of {pair()}", f"[flash] one of {pair()}", f"[bang] one of {pair()}", f"[light] up one of {pair()}", f"[hit] one of {pair()}"))

    clauses: list[Text] = [
        lambda: f"[flip] a coin and {light()}", lambda: f"[toss] a coin and {light()}", lambda: f"{light()} at random", lambda: f"randomly {light()}", lambda: f"[throw] a coin and {light()} for the result", lambda: f"[choose] by chance which of {pair()} flashes",
        lambda: f"[decide] with 50 % chance which one of {pair()} gets a bang", lambda: f"[send] a bang at random to one of {pair()}", lambda: f"[simulate] a coin toss shown by {pair()}", lambda: f"[pick] one of {pair()} fifty-fifty and [flash] it",
        lambda: f"[do] a coin flip that lights one of {pair()}", lambda: f"[send] bangs randomly to {pair()}, half and half,"]
    things: list[Text] = [lambda: f"a coin flip with {pair()} as lights", lambda: f"a coin toss that lights one of {pair()}", lambda: f"a fifty-fifty switch that flashes one of {pair()}", lambda: f"{pair()} that flash by chance, only one at a time,"]
    speech: list[Text] = [lambda: f"coin flip @, lights one of {pair()}", lambda: f"heads or tails with {pair()} @" if not is_named else f"{one} or {other}? one of the two bangs lights up @", lambda: f"50/50: bang this or that, {pair()}, @"]
    return Action(clauses, lambda t: matches(toss, lights, t.count), (toss, *lights), things, speech)


def one_of_lights(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One of several bangs, by chance."""
    names = list(draw.one(SEVERAL)) if draw.chance(0.45) else []
    size = len(names) or draw.integer(3, 8)
    drawn = sketch.add(f"random {size}", source)
    select = sketch.add("sel " + " ".join(map(str, range(size))), drawn)
    lights = [sketch.add(f'bng "{names[i]}"' if names else "bng", sketch.out(select, i)) for i in range(size)]

    def n() -> str:
        if names:
            return draw.one((f"the bangs {listed(draw, names)}", f"{count_word(draw, size)} bangs called {listed(draw, names)}", f"{count_word(draw, size)} bangs ({', '.join(names)})"))
        return f"{count_word(draw, size)} {draw.one(('bangs', 'bangs', 'buttons', 'bang lights'))}"

    clauses: list[Text] = [
        lambda: f"[flash] one of {n()} at random", lambda: f"randomly [light] one of {n()}", lambda: f"[send] a bang to a randomly chosen one of {n()}", lambda: f"[choose] one of {n()} by chance and [bang] it", lambda: f"[pick] one of {n()} at random and [light] it",
        lambda: f"[distribute] bangs randomly over {n()}", lambda: f"[let] chance decide which of {n()} flashes", lambda: f"[trigger] one of {n()} randomly", lambda: f"[hit] a random one of {n()}", lambda: f"[route] bangs to random ones of {n()}"]
    things: list[Text] = [lambda: f"a random switch to one of {n()}", lambda: f"{n()} of which a random one flashes", lambda: f"a lottery with {n()}, one of them lights up,", lambda: f"a random light show with {n()}, one flashing"]
    speech: list[Text] = [lambda: f"one of {n()} at random @", lambda: f"random one of {n()} lights up @"]
    return Action(clauses, lambda t: matches(drawn, lights, t.count), (drawn, *lights), things, speech)


def lucky_roll(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A die whose number is shown, with a light for one number."""
    sides = draw.one((6, 6, 6, 6, 6, 8, 10, 12, 20, 4, 100))
    lucky = draw.one((sides, sides, 1, draw.integer(1, sides)))
    roll = sketch.add("number", sketch.add("+ 1", sketch.add(f"random {sides}", source)))
    hit = sketch.add(f"sel {lucky}", roll)
    word = draw.one(("", "", "win", "lucky", "yes", "bingo", "jackpot"))
    if word:
        sketch.add("print", sketch.add(f"msg {word}", hit))
    light = 0 if word else sketch.add("bng", hit)
    die = "a die" if sides == 6 else f"a {sides}-sided die"
    act = draw.one((f"[print] {word}", f"[print] the word {word}", f"[write] {word} to the console")) if word else draw.one(("[flash] a bang", "[light] a bang", "[bang]", "[send] a bang"))

    def when() -> str:
        return draw.one((f"if it is a {lucky}", f"when a {lucky} comes up", f"on a {lucky}", f"if it shows {lucky}", f"whenever it lands on {lucky}", f"if the result is {lucky}"))

    clauses: list[Text] = [
        lambda: f"[roll] {die} and {act} {when()}", lambda: f"[throw] {die} and {act} {when()}", lambda: f"[show] a roll of {die} and {act} {when()}", lambda: f"[roll] a d{sides}, [show] the number and {act} {when()}", lambda: f"[simulate] {die} and {act} {when()}",
        lambda: f"[generate] a random number from 1 to {sides}, [show] it and {act} {when()}", lambda: f"[pick] a number between 1 and {sides} at random and {act} {when()}"]
    does = act.replace("[", "").replace("]", "")
    things: list[Text] = [lambda: f"{die} that is rolled and will {does} {when()}", lambda: f"a dice game: roll {die}, {does} {when()}, rolling"]
    speech: list[Text] = [lambda: f"roll {die} @, {does} {when()}"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: within(roll, trigger.count, 1, sides, whole=True)(seen) and [at for at, n in zip(moments(seen, roll), numbers(seen, roll), strict=True) if n == lucky] == moments(seen, light)

    return Action(clauses, fits, (roll, light) if light else (roll,), things, speech)


def two_dice(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Two or three dice in their own boxes."""
    sides, size = draw.one((6, 6, 6, 6, 8, 10, 12, 20)), draw.one((2, 2, 2, 3))
    both = sketch.add("t " + " ".join("b" * size), source)
    boxes = [sketch.add("number", sketch.add("+ 1", sketch.add(f"random {sides}", sketch.out(both, i)))) for i in range(size)]
    dice = f"{count_word(draw, size)} dice" if sides == 6 else f"{count_word(draw, size)} {sides}-sided dice"

    def where() -> str:
        return draw.one((f"in {count_word(draw, size)} number boxes", "each in its own number box", "with a number box for each", "in separate number boxes", f"and [show] them in {count_word(draw, size)} boxes"))

    clauses: list[Text] = [
        lambda: f"[roll] {dice} {where()}", lambda: f"[throw] {dice} at once {where()}", lambda: f"[show] the result of {dice} {where()}", lambda: f"[simulate] {dice} {where()}", lambda: f"[generate] {count_word(draw, size)} random numbers from 1 to {sides} {where()}",
        lambda: f"[display] {dice} separately, {where()},", lambda: f"[give] {count_word(draw, size)} independent rolls from 1 to {sides} {where()}"]
    things: list[Text] = [lambda: f"{dice}, {where()},".replace("[", "").replace("]", ""), lambda: f"a roll of {dice} shown {draw.one(('in separate number boxes', 'each in a box of its own'))}"]
    return Action(clauses, lambda t: all_of(*[within(box, t.count, 1, sides, whole=True) for box in boxes]), boxes, things, [lambda: f"roll {dice} @, one number box each"])


def tallied(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A coin whose sides are counted."""
    one, other = draw.one(SIDES)
    toss = sketch.add("random 2", source)
    select = sketch.add("sel 0 1", toss)
    stores = [sketch.add("f", sketch.out(select, i)) for i in range(2)]
    counts = []
    for name, store in zip((one, other), stores, strict=True):
        ahead = sketch.add("+ 1", store)
        sketch.connect(ahead, store, inlet=1)
        counts.append(sketch.add(f'number "{name}"', ahead))
    clauses: list[Text] = [
        f"[flip] a coin and [count] {one} and {other} in two number boxes", f"[toss] a coin and [show] how often {one} and {other} came", f"[count] the {one} and {other} of a tossed coin", f"[keep] statistics of coin flips: {one} and {other} each have a counter,",
        f"[flip] a coin and [show] the totals of {one} and {other}", f"[throw] a coin and [add] one to {one} or {other}"]
    things: list[Text] = [f"a coin flip statistic with counters for {one} and {other}", f"a coin toss that counts {one} and {other}", f"two counters ({one}, {other}) fed by coin flips"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: len(numbers(seen, toss)) == trigger.count and all(len(numbers(seen, box)) == numbers(seen, toss).count(i) for i, box in enumerate(counts))

    return Action(clauses, fits, (toss, *counts), things, [f"count {one} vs {other}, coin flip @"])


def weighted_lights(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One light with some probability, another otherwise."""
    percent = draw.integer(1, 19) * 5 if draw.chance(0.85) else draw.integer(1, 99)
    names = draw.one((("rare", "often"), ("yes", "no"), ("a", "b"), ("left", "right"), ("hit", "miss"), ("A", "B"), ("accent", "normal"), ("one", "two"))) if draw.chance(0.8) else ("", "")
    dice = sketch.add("random 100", source)
    moses = sketch.add(f"moses {percent}", dice)
    first, second = (sketch.add(f'bng "{name}"' if name else "bng", sketch.out(moses, i) if i else moses) for i, name in enumerate(names))
    a, b = (names if names[0] else ("one bang", "another one"))
    rest = 100 - percent

    def p() -> str:
        return draw.one((f"{percent} percent", f"{percent} %", f"{percent}%", f"{percent}%"))

    clauses: list[Text] = [
        lambda: f"[flash] {a} with {p()} probability and {b} otherwise", lambda: f"[bang] {a} {p()} of the time and {b} the rest of the time", lambda: f"[light] {a} with a {p()} chance, else {b},", lambda: f"[send] {p()} of the bangs to {a} and {rest}% to {b}, by chance,",
        lambda: f"[choose] between {a} ({p()}) and {b} ({rest}%) and [flash] it", lambda: f"with a probability of {p()} [flash] {a}, otherwise {b},", lambda: f"[split] bangs randomly: {p()} to {a}, {rest} % to {b},", lambda: f"[do] a weighted coin flip, {p()} for {a}, and [light] {a} or {b}"]
    if names[0]:
        clauses = [lambda c=c: (c() if callable(c) else c).replace(f" {a} ", f" a bang called {a} ", 1) if draw.chance(0.5) else (c() if callable(c) else c) for c in clauses]  # type: ignore[misc]
    things: list[Text] = [lambda: f"a weighted random switch, {p()} to {a} and {rest}% to {b} (two bangs)", lambda: f"an unfair coin: {p()} {a}, {rest}% {b}, with two bangs,"]
    speech: list[Text] = [lambda: f"{p()} {a}, {rest}% {b}, two bangs, @", lambda: f"unfair coin @, {p()} {a} else {b}, lights"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: len(numbers(seen, dice)) == trigger.count and moments(seen, first) == [at for at, n in zip(moments(seen, dice), numbers(seen, dice), strict=True) if n < percent] and len(
            moments(seen, second)) == sum(n >= percent for n in numbers(seen, dice))

    return Action(clauses, fits, (dice, first, second), things, speech)


def three_weights(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Three words or numbers with given shares."""
    a = draw.integer(2, 14) * 5
    b = draw.integer(1, (100 - a) // 5 - 1) * 5
    c = 100 - a - b
    is_words = draw.chance(0.55)
    items = draw.some(list(draw.one([s for s in WORD_SETS if len(s) >= 3])), 3) if is_words else [str(n) for n in draw.some(range(1, 128), 3)]
    dice = sketch.add("random 100", source)
    low = sketch.add(f"moses {a}", dice)
    high = sketch.add(f"moses {a + b}", sketch.out(low, 1))
    messages = [sketch.add(f"msg {items[0]}", low), sketch.add(f"msg {items[1]}", high), sketch.add(f"msg {items[2]}", sketch.out(high, 1))]
    box = outcome(draw, sketch, *messages, kinds=("print",) if is_words else ("box", "box", "print"))
    verb = "print" if not box.box else "output"

    def shares() -> str:
        x, y, z = items
        return draw.one((f"{x} ({a}%), {y} ({b}%) or {z} ({c}%)", f"{x} with {a} percent, {y} with {b} percent and {z} with {c} percent probability", f"{a}% {x}, {b}% {y}, {c}% {z}", f"{x} {a} %, {y} {b} %, {z} {c} % of the time",
                         f"{x}, {y} or {z} with probabilities {a}, {b} and {c} percent", f"{x}, {y} and {z} with the weights {a}, {b}, {c}", f"{x} at {a}%, {y} at {b}%, {z} at {c}%"))

    clauses: list[Text] = [
        lambda: f"[{verb}] {shares()}", lambda: f"randomly [{verb}] {shares()}", lambda: f"[choose] {shares()}{box.end(draw)}", lambda: f"[make] a weighted choice: {shares()}{box.end(draw)}", lambda: f"[pick] {shares()} by chance{box.end(draw)}", lambda: f"[{verb}] by weighted chance {shares()}"]
    things: list[Text] = [lambda: f"a weighted random choice of three: {shares()}{',' if box.box else ', printed,'}", lambda: f"a chance machine with {shares()}{',' if box.box else ', printed,'}"]
    wanted = [float(i) if i.isdigit() else i for i in items]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: len(numbers(seen, dice)) == trigger.count and singles(seen, box.box) == [wanted[0 if n < a else 1 if n < a + b else 2] for n in numbers(seen, dice)]

    return Action(clauses, fits, (dice, *box.watch), things, [lambda: f"{shares()} @{box.noun(draw)}", lambda: f"weighted random @: {shares()}{box.noun(draw)}"])


def random_gate(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Beats that come through with a probability from a slider."""
    usual = draw.one((50, 50, 30, 70, 25, 80))
    is_box = draw.chance(0.25)
    name = draw.one(("probability", "probability", "chance", "density"))
    control = sketch.add(f'number 0 100 "{name}"' if is_box else f'hsl 0 100 "{name}" init:{usual}')
    dice = sketch.add("random 100", source)
    moses = sketch.add(f"moses {usual}", dice, sketch.into(1, control))
    light = sketch.add("bng", moses)
    knob = draw.one((f"a number box called {name} (in percent)", f"a {name} number box from 0 to 100")) if is_box else draw.one((f"a {name} slider", f"a slider for the {name}", f"a {name} slider from 0 to 100", f"a {name} slider in percent", f"a slider for the {name} (0-100 %)"))
    clauses: list[Text] = [
        f"[let] a bang through by chance, with {knob},", f"[flash] a bang with a probability set by {knob}", f"[send] a bang at random, the {name} set by {knob},", f"[drop] some of the bangs by chance, {knob} decides how many come through,",
        f"[trigger] a bang, but only with the {name} given by {knob},", f"[skip] beats randomly with {knob}, flashing a bang,", f"[bang] sometimes, {knob} sets how often,", f"[thin] out bangs with {knob}",
        f"[play] a bang or not, depending on {knob},"]
    things: list[Text] = [f"a probability gate with {knob}", f"random bangs with {knob}", f"a bang that comes by chance, with {knob},", f"a sparse random pulse with {knob}"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: len(numbers(seen, dice)) == trigger.count and moments(seen, light) == [at for at, n in zip(moments(seen, dice), numbers(seen, dice), strict=True) if n < usual]

    return Action(clauses, fits, (dice, light), things, [f"bang or no bang by chance @, {knob}", f"{knob} decides if the bang comes @"])


def over_or_under(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A random number and a word or light for large ones."""
    top = draw.one((100, 100, 10, 50, 127, 1000))
    limit = draw.integer(1, 9) * top // 10
    word, other = draw.one((("high", "low"), ("win", "lose"), ("big", "small"), ("yes", "no"), ("loud", "soft"), ("up", "down"), ("hot", "cold")))
    number = sketch.add("number", sketch.add(f"random {top + 1}", source))
    split = sketch.add(f"moses {limit}", number)
    kind = draw.one(("words", "lights"))
    if kind == "words":
        sketch.add("print", sketch.add(f"msg {other}", split), sketch.add(f"msg {word}", sketch.out(split, 1)))
        lights: list[Handle] = []
    else:
        lights = [sketch.add(f'bng "{other}"', split), sketch.add(f'bng "{word}"', sketch.out(split, 1))]
    act = draw.one((f"[print] {word} if it is at least {limit} and {other} if not", f"[print] {word} when it is {limit} or more, else {other},", f"[print] {other} below {limit} and {word} from {limit} up")) if kind == "words" else draw.one(
        (f"[flash] a bang {word} if it is at least {limit} and a bang {other} if not", f"[light] the bang {word} from {limit} up and the bang {other} below {limit}", f"[bang] {other} when it is smaller than {limit}, otherwise {word}, with two bangs,"))
    clauses: list[Text] = [
        f"[show] a random number from 0 to {top} and {act}", f"[generate] a random number between 0 and {top} and {act}", f"[pick] a random number up to {top}, [display] it and {act}", f"[draw] a number from 0 to {top} at random and {act}",
        f"[make] a random number (0 to {top}) and {act}"]
    does = act.replace("[", "").replace("]", "")
    things: list[Text] = [f"a random number 0-{top}, to {does}, a new one"]

    def fits(trigger: Trigger) -> Holds:
        def check(seen: Observation) -> bool:
            drawn = numbers(seen, number)
            if len(drawn) != trigger.count or not all(0 <= n <= top for n in drawn):
                return False
            if lights:
                return [len(moments(seen, light)) for light in lights] == [sum(n < limit for n in drawn), sum(n >= limit for n in drawn)]
            return singles(seen, 0) == [other if n < limit else word for n in drawn]
        return check

    return Action(clauses, fits, (number, *lights), things, [f"random number 0 to {top} @, then {does}"])


SKILLS: dict[str, Skill] = {
    "coin-lights": paced(coin_lights),
    "one-of-lights": paced(one_of_lights),
    "lucky-roll": paced(lucky_roll),
    "dice-in-boxes": paced(two_dice),
    "coin-statistics": paced(tallied),
    "weighted-lights": paced(weighted_lights),
    "three-weights": paced(three_weights),
    "gate-with-slider": paced(random_gate),
    "over-or-under": paced(over_or_under),
}
