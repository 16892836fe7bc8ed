"""Random numbers in motion: typed limits, scales, urns, walks with controls, bells, glides, words that never repeat."""

from __future__ import annotations

import itertools

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.chance_choices import WORD_SETS
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import among, moments, numbers, singles, within
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import plain
from patchgen_training.skills.time_compose import paced, wordings
from patchgen_training.skills.time_event import Action
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_pace import UNPACED, any_pace, awake, beating
from patchgen_training.skills.time_trigger import Trigger
from patchgen_training.skills.time_words import Text, count_word, listed

SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10), "minor pentatonic": (0, 3, 5, 7, 10), "major pentatonic": (0, 2, 4, 7, 9), "pentatonic": (0, 2, 4, 7, 9), "whole tone": (0, 2, 4, 6, 8, 10),
    "blues": (0, 3, 5, 6, 7, 10), "dorian": (0, 2, 3, 5, 7, 9, 10), "phrygian": (0, 1, 3, 5, 7, 8, 10), "lydian": (0, 2, 4, 6, 7, 9, 11), "mixolydian": (0, 2, 4, 5, 7, 9, 10), "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
}  # fmt: skip
ROOTS = {"C": 60, "D": 62, "E": 64, "F": 65, "G": 67, "A": 57, "B": 59, "Eb": 63, "Bb": 58, "F#": 66}
CHORDS = {"major chord": (0, 4, 7), "minor chord": (0, 3, 7), "major triad": (0, 4, 7), "minor triad": (0, 3, 7), "dominant seventh chord": (0, 4, 7, 10), "minor seventh chord": (0, 3, 7, 10), "diminished chord": (0, 3, 6), "augmented chord": (0, 4, 8)}


def limits(draw: Draw) -> tuple[str, str, str, str]:
    """Names of the two limits and the bodies of their controls, as sliders or number boxes."""
    low, high = draw.one((("min", "max"), ("min", "max"), ("low", "high"), ("minimum", "maximum"), ("from", "to"), ("lowest", "highest"), ("lower", "upper"), ("bottom", "top")))
    if draw.chance(0.45):
        top = draw.one((127, 127, 100, 1000, 50, 20))
        return low, high, f'hsl 0 {top} "{low}" init:0', f'hsl 0 {top} "{high}" init:{top}'
    return low, high, f'number "{low}"', f'number "{high}"'


def within_controls(draw: Draw) -> Example:
    """A random number between two numbers that the player sets, whole or with decimals."""
    sketch = Sketch()
    is_float = draw.chance(0.35)
    low_name, high_name, low_body, high_body = limits(draw)
    is_slider = low_body.startswith("hsl")
    low, high = sketch.add(low_body), sketch.add(high_body)
    pace = any_pace(draw, sketch) if draw.chance(0.9) else beating(draw, sketch)
    drawn = sketch.add("random 10000", pace.source)
    rule = "expr $f2 + $f1 / 10000 * ($f3 - $f2)" if is_float else "expr int($f2 + $f1 / 10000 * ($f3 - $f2 + 1))"
    box = outcome(draw, sketch, sketch.add(rule, drawn, sketch.into(1, low), sketch.into(2, high)), kinds=("box", "box", "box", "print", "both"))
    kind = draw.one(("a random decimal number", "a random float", "a random number with decimals")) if is_float else draw.one(("a random number", "a random number", "a random integer", "a random whole number", "a random value"))

    def between() -> str:
        controls = "sliders" if is_slider else "number boxes"
        forms = [f"between {low_name} and {high_name}, two {controls},", f"between two {controls} called {low_name} and {high_name}", f"with two {controls} for {low_name} and {high_name}", f"in a range set by two {controls} ({low_name} and {high_name})",
                 f"between a {low_name} {controls[:-1]} and a {high_name} {controls[:-1].replace('number boxe', 'number box')}".replace("boxe ", "box ")]
        if not is_slider:
            forms += [f"between two numbers I type ({low_name}, {high_name})", f"between two typed limits, {low_name} and {high_name},", f"between two values that can be entered ({low_name} and {high_name})"]
        return draw.one(forms).replace("number boxe and", "number box and").removesuffix("boxe")

    clauses: list[Text] = [
        lambda: f"[generate] {kind} {between()}{box.end(draw)}", lambda: f"[pick] {kind} {between()}{box.end(draw)}", lambda: f"[choose] {kind} {between()}{box.end(draw)}", lambda: f"[give] me {kind} {between()}{box.end(draw)}",
        lambda: f"[output] {kind} {between()}{box.end(draw)}", lambda: f"[make] {kind} {between()}{box.end(draw)}"]
    things: list[Text] = [lambda: f"{kind} {between()}{box.noun(draw)}", lambda: f"a random generator {between()}{' (decimals)' if is_float else ''}{box.noun(draw)}"]
    speech: list[Text] = [lambda: f"{kind.removeprefix('a ')} {between()} @{box.noun(draw)}"]
    a = draw.integer(1, 8)
    b = a + draw.integer(2, 11)
    action = Action(clauses, lambda t: within(box.box, t.count, a, b, whole=not is_float), box.watch, things, speech)
    feeds = (Feed(3, low, str(a)), Feed(4, high, str(b)), *pace.trigger.feeds)
    at_once = pace.trigger.at[0] < 3
    def fits(seen: Observation) -> bool:
        found = numbers(seen, box.box)
        return len(found) == pace.trigger.count and all(a - 1e-3 <= n <= b + 1e-3 and (is_float or n % 1 == 0) for n in found[1 if at_once else 0:])
    return Example(wordings(draw, action, pace), sketch.text(), fits, feeds, action.watch, pace.trigger.seconds)


def scale_note(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A note number of a scale or chord, by chance."""
    is_chord = draw.chance(0.3)
    name, steps = draw.one(tuple((CHORDS if is_chord else SCALES).items()))
    key, root = draw.one(tuple(ROOTS.items()))
    root += draw.one((0, 0, 0, -12, 12))
    scale = name if is_chord else f"{name} scale"
    notes = [root + step for step in steps]
    picked = sketch.add(f"random {len(notes)}", source)
    select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), picked)
    box = outcome(draw, sketch, *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)], kinds=("box", "box", "box", "print", "both", "send"))

    def of() -> str:
        where = draw.one((f" starting at {root}", f" from {root} up", f" on {root}", f" (root {root})", f" with root note {root}"))
        return draw.one((f"a {key} {scale}{where}", f"the {key} {scale}{where}", f"{key} {name}{where}", f"the {scale} in {key}{where}"))

    clauses: list[Text] = [
        lambda: f"[pick] a random note of {of()}{box.end(draw)}", lambda: f"[choose] a random note number from {of()}{box.end(draw)}", lambda: f"[generate] random MIDI note numbers from {of()}{box.end(draw, True)}", lambda: f"[output] a random midi note of {of()}{box.end(draw)}",
        lambda: f"randomly [select] a note of {of()}{box.end(draw)}", lambda: f"[give] a random note from {of()} as a number{box.end(draw)}", lambda: f"[draw] notes of {of()} by chance{box.end(draw, True)}"]
    things: list[Text] = [lambda: f"a random note number of {of()}{box.noun(draw)}", lambda: f"random notes (as numbers) from {of()}{box.noun(draw)}", lambda: f"a random {scale} note generator, {key}, root {root}{box.noun(draw)}"]
    return Action(clauses, lambda t: among(box.box, t.count, notes), box.watch, things, [lambda: f"random note number of {of()} @{box.noun(draw)}"])


def urn(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Each number of a set once, by chance, then all over again."""
    is_range = draw.chance(0.7)
    size = draw.integer(4, 12)
    low = draw.one((0, 0, 1, 1, 1, 10, 48, 60)) if is_range else 0
    values = list(range(low, low + size)) if is_range else draw.some(range(1, 128), draw.integer(4, 8))
    size = len(values)
    row = " ".join(map(str, values))
    pool = sketch.add("list append", source)
    both = sketch.add("t l l", pool)
    draws = sketch.add("t b f", sketch.add("list length", sketch.out(both, 1)))
    place = sketch.add(f"random {size}", draws, sketch.into(1, sketch.out(draws, 1)))
    cut = sketch.add("list split", both, sketch.into(1, place))
    item = sketch.add("list split 1", sketch.out(cut, 1))
    box = outcome(draw, sketch, item, kinds=("box", "box", "box", "print"))
    left = sketch.add("t l l", sketch.add("list append", cut, sketch.into(1, sketch.out(item, 1))))
    empty = sketch.add("sel 0", sketch.add("list length", left))
    fill = sketch.add(f"msg {row}", sketch.add("loadbang"), empty)
    sketch.connect(left, pool, inlet=1, outlet=1)
    sketch.connect(fill, pool, inlet=1)

    def what() -> str:
        if is_range:
            return draw.one((f"the numbers {values[0]} to {values[-1]}", f"each number from {values[0]} to {values[-1]}", f"all numbers from {values[0]} to {values[-1]}", f"{values[0]}-{values[-1]}", f"the integers between {values[0]} and {values[-1]}"))
        return draw.one((f"the numbers {listed(draw, values)}", f"each of {listed(draw, values)}", f"the values {listed(draw, values)}"))

    clauses: list[Text] = [
        lambda: f"[draw] {what()} from an urn, each only once until all are used,{box.end(draw)}", lambda: f"[shuffle] {what()} and [output] one{'' if box.box else ' to print'}, every one once before any comes again,", lambda: f"[pick] from {what()} at random without repeating any until all have been used{box.end(draw)}",
        lambda: f"[give] {what()} in random order, each once, then reshuffled,{box.end(draw, True)}", lambda: f"[choose] randomly from {what()} without putting them back, starting over when all are gone,{box.end(draw)}",
        lambda: f"[deal] {what()} like a shuffled deck of cards, a new shuffle when it is empty,{box.end(draw)}", lambda: f"[play] through {what()} in a random order with no repetitions until the set is used up{box.end(draw)}"]
    things: list[Text] = [lambda: f"an urn with {what()}, each drawn once before they start over,{box.noun(draw)}", lambda: f"a shuffle of {what()} (no repeats until all were used){box.noun(draw)}", lambda: f"a random order of {what()} without repeats, refilled when empty,{box.noun(draw)}"]
    speech: list[Text] = [lambda: f"urn: {what()}, no repeats until all are used, @{box.noun(draw)}", lambda: f"shuffle {what()}, one @, reshuffle at the end{box.noun(draw)}"]

    def fits(trigger: Trigger) -> Holds:
        def check(seen: Observation) -> bool:
            drawn = numbers(seen, box.box)
            rounds = [drawn[i : i + size] for i in range(0, len(drawn), size)]
            return len(drawn) == trigger.count and all(len(set(r)) == len(r) and set(r) <= {float(v) for v in values} for r in rounds)
        return check

    return Action(clauses, fits, box.watch, things, speech)


def walk_with_step(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A drunk walk by one step up or down, kept in a range, on a slider or in a box."""
    size = draw.one((1, 1, 1, 2, 5, 10, 3))
    low, high = draw.one(((0, 127), (0, 127), (0, 100), (48, 72), (36, 84), (0, 10), (-10, 10), (60, 84), (200, 800), (0, 1000), (0, 20)))
    start = (low + high) // 2
    coin = sketch.add("random 2", source)
    step = sketch.add(f"- {size}", sketch.add(f"* {2 * size}", coin))
    total = sketch.add(f"+ {start}", step)
    kept = sketch.add(f"clip {low} {high}", total)
    is_slider = draw.chance(0.35)
    place = sketch.add(f"hsl {low} {high}", kept) if is_slider else 0
    box = None if is_slider else outcome(draw, sketch, kept, kinds=("box", "box", "print"))
    sketch.connect(kept, total, inlet=1)
    by = draw.one((f"by {size}", f"in steps of {size}", f"{size} at a time"))
    ends = draw.one((f"between {low} and {high}", f"in the range {low} to {high}", f"within {low} and {high}", f"from {low} to {high}"))
    what = f"a slider ({low} to {high})" if is_slider else f"a number {ends}"
    tail = box.end(draw) if box else ""
    clauses: list[Text] = [
        f"[move] {what} randomly up or down {by}, starting at {start},{tail}", f"[take] a random step up or down ({size}) with {what}, beginning at {start},{tail}", f"[flip] a coin to move {what} up or down {by} from {start}{tail}",
        f"[change] {what} {by} up or down by chance, start {start},{tail}", f"[let] {what} drift {by} up or down at random from {start}{tail}", f"[make] {what} wander randomly {by}, starting from {start},{tail}"]
    things: list[Text] = [f"{what} that goes up or down {by} at random, starting at {start},{box.noun(draw) if box else ''}", f"a drunk walk of {what} {by}, start {start},{box.noun(draw) if box else ''}"]
    handle = place or (box.box if box else 0)

    def fits(trigger: Trigger) -> Holds:
        def check(seen: Observation) -> bool:
            path = [start, *numbers(seen, handle)]
            return len(path) == trigger.count + 1 and all(abs(abs(b - a) - size) < 0.01 or b in (low, high) for a, b in itertools.pairwise(path)) and all(low <= n <= high for n in path)
        return check

    return Action(clauses, fits, (handle,) if handle else (), things, [f"{what}: +{size} or -{size} by chance @, start {start}{box.noun(draw) if box else ''}"])


def bell_around(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The sum of some random numbers, as a bell around its middle."""
    count, top = draw.one((2, 2, 3, 4, 4)), draw.one((6, 10, 11, 21, 25, 32, 50, 101, draw.integer(5, 60)))
    both = sketch.add("t " + " ".join("b" * count), source)
    parts = [sketch.add(f"random {top}", sketch.out(both, i)) for i in range(count)]
    total = parts[0]
    for part in parts[1:]:
        total = sketch.add("+", total, sketch.into(1, part))
    box = outcome(draw, sketch, total)
    n = count_word(draw, count)
    most = count * (top - 1)
    recipe = draw.one((f"the sum of {n} random numbers from 0 to {top - 1}", f"{n} random numbers between 0 and {top - 1} added together", f"{n} random numbers below {top}, summed,"))
    clauses: list[Text] = [
        lambda: f"[add] {n} random numbers between 0 and {top - 1}{box.end(draw)}", lambda: f"[generate] {recipe}{box.end(draw)}", lambda: f"[make] a bell-shaped random number: {recipe}{box.end(draw)}", lambda: f"[output] an approximately gaussian random number, {recipe}{box.end(draw)}",
        lambda: f"[sum] {n} random integers below {top}{box.end(draw)}", lambda: f"[give] a random number that is mostly near the middle of 0 to {most} by adding {n} random numbers below {top}{box.end(draw)}"]
    things: list[Text] = [lambda: f"a gaussian-like random number ({recipe}){box.noun(draw)}", lambda: f"{recipe}{box.noun(draw)}", lambda: f"a bell curve random generator made from {recipe}{box.noun(draw)}"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: len(numbers(seen, box.box)) == trigger.count and all(
            abs(sum(column) - whole) < 1e-3 for *column, whole in zip(*[numbers(seen, part) for part in parts], numbers(seen, box.box), strict=True))

    return Action(clauses, fits, (*parts, *box.watch), things, [lambda: f"{recipe} @{box.noun(draw)}"])


def words_no_repeat(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A random word or number, never the same twice in a row."""
    is_words = draw.chance(0.6)
    items = list(draw.one([words for words in WORD_SETS if len(words) >= 3])) if is_words else [str(n) for n in draw.some(range(1, 128), draw.integer(3, 6))]
    size = len(items)
    step = sketch.add("+ 1", sketch.add(f"random {size - 1}", source))
    total = sketch.add("+", step)
    around = sketch.add(f"mod {size}", total)
    select = sketch.add("sel " + " ".join(map(str, range(size))), around)
    box = outcome(draw, sketch, *[sketch.add(f"msg {item}", sketch.out(select, i)) for i, item in enumerate(items)], kinds=("print",) if is_words else ("box", "box", "print"))
    sketch.connect(around, total, inlet=1)

    def row() -> str:
        return listed(draw, items, "or")

    never = draw.one(("never the same twice in a row", "no immediate repeats", "but not the same one twice in succession", "without direct repetition", "always a different one than before", "never two equal ones in a row"))
    clauses: list[Text] = [
        lambda: f"[choose] {row()} at random, {never},{box.end(draw)}", lambda: f"[pick] one of {row()} randomly, {never},{box.end(draw)}", lambda: f"randomly [select] {row()} with {never.removeprefix('but ')},{box.end(draw)}" if never.startswith("no ") else f"randomly [select] {row()}, {never},{box.end(draw)}",
        lambda: f"[draw] from {row()} by chance, {never},{box.end(draw)}"]
    verb = "print" if not box.box else "output"
    clauses += [lambda: f"[{verb}] one of {row()} at random, {never},", lambda: f"[{verb}] a random choice of {row()}, {never},", lambda: f"randomly [{verb}] {row()}, {never},"]
    things: list[Text] = [lambda: f"a random choice of {row()}, {never},{box.noun(draw)}", lambda: f"a chooser for {row()} ({never}){box.noun(draw)}"]
    wanted = [float(i) if i.isdigit() else i for i in items]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: among(box.box, trigger.count, wanted)(seen) and all(a != b for a, b in itertools.pairwise(singles(seen, box.box)))

    return Action(clauses, fits, box.watch, things, [lambda: f"random {row()} @, {never}{box.noun(draw)}"])


def random_glide(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A number or slider that glides to random places."""
    top = draw.one((127, 127, 100, 1000, 50, 10, 255))
    time = draw.one((50, 100, 200, 250, 300, 400, 500, 800, 1000, 2000))
    is_slider = draw.chance(0.4)
    goal = sketch.add(f"random {top + 1}", source)
    glide = sketch.add("line", sketch.add(f"msg $1 {time}", goal))
    place = sketch.add(f"hsl 0 {top}", glide) if is_slider else sketch.add("number", glide)
    what = f"a slider (0 to {top})" if is_slider else "a number"
    span = draw.one((f"in {time} ms", f"within {time} milliseconds", f"in {plain(time / 1000)} seconds", f"over {time} ms", f"taking {time} ms"))
    ends = "" if is_slider else draw.one((f" between 0 and {top}", f" from 0 to {top}", f" in the range 0-{top}"))
    clauses: list[Text] = [
        f"[glide] {what} to a new random value{ends} {span}", f"[move] {what} smoothly to a random value{ends} {span}", f"[ramp] {what} to a random target{ends} {span}", f"[let] {what} glide to random values{ends} {span}",
        f"[choose] a random value{ends or f' from 0 to {top}'} and [slide] {what} there {span}", f"[make] smooth random movements with {what}{ends}, each {span},"]
    things: list[Text] = [f"{what} that glides {span} to a random value{ends}", f"smooth random values for {what}{ends}, a glide {span},", f"a random lfo: {what} ramps to a random value{ends} {span},"]

    def fits(trigger: Trigger) -> Holds:
        return lambda seen: within(goal, trigger.count, 0, top, whole=True)(seen) and (len(numbers(seen, place)) >= trigger.count or trigger.seconds < 0.3) and all(-0.01 <= n <= top + 0.01 for n in numbers(seen, place))

    return Action(clauses, fits, (goal, place), things, [f"{what} glides to random values{ends} @, {span}"])


def several_at_once(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Several sliders or number boxes randomized together."""
    size, top = draw.integer(2, 5), draw.one((127, 127, 100, 10, 1000))
    is_slider = draw.chance(0.65)
    names = draw.some(("pitch", "volume", "cutoff", "pan", "speed", "depth", "rate", "mix"), size) if draw.chance(0.35) else [""] * size
    both = sketch.add("t " + " ".join("b" * size), source)
    places = []
    for i, name in enumerate(names):
        value = sketch.add(f"random {top + 1}", sketch.out(both, i) if i else both)
        places.append(sketch.add((f"hsl 0 {top}" if is_slider else "number") + (f' "{name}"' if name else ""), value))
    n = count_word(draw, size)
    noun = "sliders" if is_slider else "number boxes"
    called = f" called {listed(draw, names)}" if names[0] else ""
    ends = draw.one((f"(0 to {top})", f"between 0 and {top}", f"from 0 to {top}"))
    clauses: list[Text] = [
        f"[set] {n} {noun}{called} to random values {ends}", f"[randomize] {n} {noun}{called} {ends}", f"[give] {n} {noun}{called} new random values {ends}", f"[put] random numbers {ends} into {n} {noun}{called}", f"[change] {n} {noun}{called} at random {ends}",
        f"[make] a random preset for {n} {noun}{called} {ends}", f"[fill] {n} {noun}{called} with random numbers {ends}", f"[throw] {n} {noun}{called} into random positions {ends}" if is_slider else f"[show] {n} random numbers {ends} in {noun}{called}"]
    things: list[Text] = [f"{n} {noun}{called} that get random values {ends}", f"a randomizer for {n} {noun}{called} {ends}", f"a random preset of {n} {noun}{called} {ends}, a new one"]
    return Action(clauses, lambda t: all_of(*[within(place, t.count, 0, top) for place in places]), places, things, [f"randomize {n} {noun}{called} {ends} @"])


def random_speed(draw: Draw) -> Example:
    """Bangs at random distances, with a toggle, perhaps with a random number each."""
    low, high = draw.one(((100, 1000), (200, 800), (50, 500), (500, 2000), (1000, 3000), (100, 400), (250, 750), (300, 1500), (1000, 5000), (100, 2000), (20, 300), (200, 400)))
    has_number, top = draw.chance(0.4), draw.one((127, 100, 6, 10, 1000))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {low}", switch)
    gap = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", metro))
    light = sketch.add("bng", metro) if not has_number else sketch.add("number", sketch.add(f"random {top + 1}", metro))
    sketch.connect(gap, metro, inlet=1)

    def ends() -> str:
        return draw.one((f"between {low} and {high} ms", f"of {low} to {high} milliseconds", f"between {plain(low / 1000)} and {plain(high / 1000)} seconds", f"from {low} ms to {high} ms", f"{low}-{high} ms"))

    what = f"[generate] a random number from 0 to {top}" if has_number else draw.one(("[flash] a bang", "[send] bangs", "[bang]", "[fire] bangs", "[trigger] bangs"))
    noun = f"random numbers (0 to {top})" if has_number else "bangs"
    clauses: list[Text] = [
        lambda: f"{what} at random time intervals {ends()}", lambda: f"{what} with a random time {ends()} in between", lambda: f"{what} in irregular rhythm, gaps {ends()},", lambda: f"{what} at irregular intervals {ends()}", lambda: f"{what} again and again after a random time {ends()}",
        lambda: f"{what} with unpredictable timing, {ends()} apart,", lambda: f"{what} at random moments (distance {ends()})"]
    things: list[Text] = [lambda: f"{noun} at random times, {ends()} apart", lambda: f"a metro with random intervals {ends()}" + (f" for random numbers from 0 to {top}" if has_number else ""), lambda: f"an irregular clock for {noun}, gaps {ends()}"]
    tails = (", with a toggle to start and stop", " while a toggle is on", ", switched on and off by a toggle", ", toggle for on/off", ", with an on/off toggle")

    def fits(seen: Observation) -> bool:
        gaps = [b - a for a, b in itertools.pairwise(moments(seen, light))]
        return len(gaps) >= 3 and all(low - 1 <= g <= high + 1 for g in gaps)

    action = Action([lambda c=c: c() + draw.one(tails) for c in clauses], lambda t: fits, (light,), [lambda c=c: c() + draw.one(tails) for c in things], [lambda: f"{noun}, gaps random {ends()}, toggle"])  # type: ignore[misc]
    return Example(wordings(draw, action, UNPACED), sketch.text(), fits, [Feed(10, switch, "1")], [light], 0.05 + high * 5 / 1000)


SKILLS: dict[str, Skill] = {
    "random-between-controls": within_controls,
    "random-scale-note": paced(scale_note),
    "random-urn": paced(urn, awake),
    "random-up-or-down": paced(walk_with_step),
    "random-bell-sum": paced(bell_around),
    "random-word-no-repeat": paced(words_no_repeat),
    "random-glide": paced(random_glide, beating),
    "random-presets": paced(several_at_once),
    "random-pulse": random_speed,
}
