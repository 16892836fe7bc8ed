"""Watches and tempi: running stopwatches, clocks of minutes, egg timers, laps, tapped and stepped metronomes."""

from __future__ import annotations

import itertools

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, moments, numbers, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import plain
from patchgen_training.skills.time_compose import unpaced
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_words import Text, count_word, listed


def running_watch(draw: Draw) -> Example:
    """A stopwatch whose display runs, with start and stop buttons or a toggle."""
    step = draw.one((100, 100, 10, 50, 200, 1000))
    unit, rule, factor = draw.one((("seconds", "/ 1000", 1000.0), ("seconds", "/ 1000", 1000.0), ("milliseconds", "", 1.0), ("ms", "", 1.0), ("minutes", "/ 60000", 60000.0)))
    by_toggle = draw.chance(0.4)
    sketch = Sketch()
    if by_toggle:
        switch = sketch.add('tgl "run"')
        begin = sketch.add("sel 1", switch)
        metro = sketch.add(f"metro {step}", switch)
        feeds = [Feed(10, switch, "1"), Feed(1010 + step / 2, switch, "0")]
    else:
        start, stop = sketch.add('bng "start"'), sketch.add('bng "stop"')
        begin = start
        metro = sketch.add(f"metro {step}", sketch.add("msg stop", stop))
        feeds = [Feed(10, start, "bang"), Feed(1010 + step / 2, stop, "bang")]
    if by_toggle:
        timer = sketch.add("timer", begin, sketch.into(1, metro))
    else:
        both = sketch.add("t b b", begin)
        sketch.connect(both, metro)
        timer = sketch.add("timer", sketch.out(both, 1), sketch.into(1, metro))
    shown = sketch.add("number", sketch.add(rule, timer) if rule else timer)
    how = draw.one(("with a toggle to start and stop", "started and stopped by a toggle", "while a toggle is on", "controlled by a run toggle")) if by_toggle else draw.one(
        ("with start and stop buttons", "with a start and a stop button", "started with one button and stopped with another", "between a click on start and a click on stop"))
    often = draw.one((f", updated every {step} ms,", f", refreshed every {step} milliseconds,", f", a new reading every {plain(step / 1000)} s,"))
    clauses: list[Text] = [
        f"[show] the running time in {unit} {how}{often}", f"[work] as a stopwatch that shows {unit}{often} {how}", f"[display] a running stopwatch in {unit}{often} {how}", f"[measure] the elapsed time in {unit} and [show] it while it runs{often} {how}", f"[count] {unit} like a stopwatch{often} {how}",
        f"[show] how many {unit} have passed{often} {how}"]
    things: list[Text] = [f"a running stopwatch in {unit}{often} {how}", f"a timer display in {unit} that runs{often} {how}", f"a stop watch showing {unit}{often} {how}"]
    last = (1000 // step) * step / factor if 1000 % step == 0 else 0

    def fits(seen: Observation) -> bool:
        found = numbers(seen, shown)
        return len(found) >= 1000 // step and found == sorted(found) and abs(found[-1] - last) <= (step + 1) / factor

    return unpaced(draw, sketch, (clauses, things, [f"stopwatch, {unit}{often} {how}", f"how long has it been running? number box in {unit}{often} {how}"]), fits, feeds, [shown], 1.4 + step / 1000)


def minutes_clock(draw: Draw) -> Example:
    """Minutes and seconds, perhaps hours, in number boxes of their own."""
    has_hours, has_reset = draw.chance(0.3), draw.chance(0.45)
    by_load = draw.chance(0.3)
    sketch = Sketch()
    switch = sketch.add("loadbang" if by_load else 'tgl "on"')
    clear = [sketch.into(1, sketch.add("msg 0", sketch.add('bng "reset"')))] if has_reset else []
    store = sketch.add("f", sketch.add("metro 1000", switch), *clear)
    sketch.connect(sketch.add("+ 1", store), store, inlet=1)
    second = sketch.add('number "seconds"', sketch.add("mod 60", store))
    minute_count = sketch.add("div 60", store)
    if has_hours:
        minute = sketch.add('number "minutes"', sketch.add("mod 60", minute_count))
        hour = sketch.add('number "hours"', sketch.add("div 3600", store))
    else:
        minute, hour = sketch.add('number "minutes"', minute_count), 0
    what = draw.one(("hours, minutes and seconds", "seconds, minutes and hours", "h, min and sec")) if has_hours else draw.one(("minutes and seconds", "seconds and minutes", "min and sec", "minutes:seconds"))
    start = draw.one((", starting when the patch is opened", " since the patch was opened", ", running from load on", ", started automatically at load")) if by_load else draw.one((" while a toggle is on", ", with a toggle to start and stop", ", switched on by a toggle", " with an on/off toggle"))
    tail = start + (draw.one((", with a reset button", " and a reset button", ", reset by a button")) if has_reset else "")
    clauses: list[Text] = [
        f"[count] {what} in separate number boxes{tail}", f"[show] the elapsed {what}{tail}", f"[work] as a clock with {what}{tail}", f"[display] {what} in number boxes of their own{tail}", f"[tell] how many {what} have gone by{tail}", f"[count] time in {what}{tail}"]
    things: list[Text] = [f"a clock that shows {what}{tail}", f"a timer display with {what}{tail}", f"a digital clock counting {what}{tail}", f"number boxes for {what} that count up{tail}"]
    begin = 0 if by_load else 10

    def fits(seen: Observation) -> bool:
        seconds, minutes = numbers(seen, second), numbers(seen, minute)
        return seconds == [float(i % 60) for i in range(63)] and minutes == [float(i // 60) for i in range(63)] and (not hour or set(numbers(seen, hour)) == {0.0})

    return unpaced(draw, sketch, (clauses, things, [f"{what} counter{tail}"]), fits, [] if by_load else [Feed(10, switch, "1")], [second, minute, *([hour] if hour else [])], begin / 1000 + 62.5)


def egg_timer(draw: Draw) -> Example:
    """A delay typed in seconds or minutes, started by a button, with an end one sees or reads."""
    unit, factor = draw.one((("seconds", 1000), ("seconds", 1000), ("minutes", 60000), ("milliseconds", 1)))
    is_slider, has_stop = draw.chance(0.35) and factor != 1, draw.chance(0.35)
    top = draw.one((10, 20, 30, 60))
    word = draw.one((*GREETINGS, "done", "ready", "time", "eggs"))
    kind = draw.one(("bang", "word", "toggle"))
    sketch = Sketch()
    value = sketch.add(f'hsl 0 {top} "{unit}" init:{top // 2}' if is_slider else f'number "{unit}"')
    time = sketch.add(f"* {factor}", value) if factor > 1 else value
    start = sketch.add('bng "start"')
    stops = [sketch.add("msg stop", sketch.add('bng "stop"'))] if has_stop else []
    wait = sketch.add("delay 1000", start, *stops, sketch.into(1, time))
    amount = draw.integer(1, 3) if factor == 60000 else draw.integer(2, 9) if factor == 1000 else draw.integer(2, 30) * 100
    end = 10 + amount * factor
    watch: list[Handle] = []
    if kind == "word":
        sketch.add("print", sketch.add(f"msg {word}", wait))
        act, check = draw.one((f"[print] {word}", f"[say] {word} in the console", f"[print] the word {word}")), all_of(says(0, [word]), at_times(0, [end]))
    elif kind == "toggle":
        light = sketch.add('tgl "done"', sketch.add("msg 1", wait), sketch.add("msg 0", start))
        watch, act = [light], draw.one(("[switch] on a toggle called done, which start switches off,", "[turn] on a toggle named done (start turns it off)"))
        check = all_of(says(light, [0, 1]), at_times(light, [10, end]))
    else:
        light = sketch.add("bng", wait)
        watch, act, check = [light], draw.one(("[flash] a bang", "[send] a bang", "[bang]")), at_times(light, [end])
    stop = draw.one((" and a stop button", ", with a stop button too", ", a stop button cancels it")) if has_stop else ""
    given = draw.one((f"the number of {unit} set with a slider from 0 to {top}", f"as many {unit} as a slider (0-{top}) says")) if is_slider else draw.one(
        (f"the number of {unit} typed into a number box", f"as many {unit} as I type in a number box", f"the {unit} given in a number box", f"a time in {unit} from a number box", f"x {unit} (number box)"))
    clauses: list[Text] = [
        f"{act} {given} after a click on start{stop}", f"[wait] {given} after start is clicked and then {act}{stop}", f"{act} after {given}, with a start button{stop}", f"when I press start {act} after {given}{stop}", f"[work] as an egg timer: start, then after {given} {act}{stop}",
        f"[count] off {given} from a click on start and {act} at the end{stop}"]
    does = act.replace("[", "").replace("]", "")
    things: list[Text] = [f"an egg timer to {does} {given} after a click on start{stop}", f"an adjustable timer, {given}, start button{stop}, to {does} at the end", f"a kitchen timer: {given}, start button{stop}, then {does}"]
    return unpaced(draw, sketch, (clauses, things, [f"timer: {given}, start button{stop}, then {does}"]), check, [Feed(5, value, str(amount)), Feed(10, start, "bang")], watch, end / 1000 + 0.1)


def countdown_from(draw: Draw) -> Example:
    """A countdown from a typed number, a number a second, that stops at zero."""
    step = draw.one((1000, 1000, 1000, 500, 100))
    kind, word = draw.one(("none", "bang", "bang", "word")), draw.one((*GREETINGS, "liftoff", "boom", "zero"))
    sketch = Sketch()
    value = sketch.add('number "from"')
    start = sketch.add('bng "start"')
    both = sketch.add("t b b", start)
    metro = sketch.add(f"metro {step}", both)
    kept = sketch.add("f", sketch.out(both, 1), sketch.into(1, value))
    store = sketch.add("f", metro, sketch.into(1, kept))
    shown = sketch.add("number", store)
    less = sketch.add("- 1", store)
    done = sketch.add("sel 0", store)
    stop = sketch.add("msg stop", done)
    light = sketch.add("bng", done) if kind == "bang" else 0
    if kind == "word":
        sketch.add("print", sketch.add(f"msg {word}", done))
    sketch.connect(less, store, inlet=1)
    sketch.connect(stop, metro)
    end = {"none": draw.one(("", " and [stop] at 0")), "bang": draw.one((" and [bang] at zero", " and [flash] a bang when it reaches 0", ", with a bang at the end")), "word": draw.one((f" and [print] {word} at zero", f" and [print] {word} when it is over"))}[kind]
    pace = draw.one(("every second", "second by second", "once per second", "in seconds")) if step == 1000 else draw.one((f"every {step} ms", f"in steps of {step} milliseconds"))
    clauses: list[Text] = [
        f"[count] down {pace} from a typed number to 0 after a click on start{end}", f"[count] down {pace} from the number in a number box, with a start button{end}", f"[start] a countdown from whatever number I type, {pace}, with a start button{end}",
        f"[count] backwards {pace} from a number box value to zero when start is pressed{end}", f"[show] a countdown {pace} from a number that can be typed in, started by a button{end}"]
    things: list[Text] = [f"a countdown {pace} from a typed number with a start button" + end.replace("[", "").replace("]", ""), f"a countdown timer with a number box for the start value and a start button, {pace}" + end.replace("[", "").replace("]", "")]
    top = draw.integer(3, 8)
    checks: list[Holds] = [says(shown, list(range(top, -1, -1)))]
    if kind == "word":
        checks.append(says(0, [word]))
    if light:
        checks.append(at_times(light, [10 + top * step]))
    return unpaced(draw, sketch, (clauses, things, [f"type a number, click start, count down {pace}" + end.replace("[", "").replace("]", "")]), all_of(*checks), [Feed(5, value, str(top)), Feed(10, start, "bang")], [shown, *([light] if light else [])], (10 + step * (top + 2.5)) / 1000)


def laps(draw: Draw) -> Example:
    """Times since a start button, or since the patch was opened, at each click."""
    unit, rule, factor = draw.one((("seconds", "/ 1000", 1000.0), ("seconds", "/ 1000", 1000.0), ("milliseconds", "", 1.0), ("ms", "", 1.0)))
    by_load = draw.chance(0.4)
    name = draw.one(("lap", "lap", "now", "mark", "split", "read"))
    sketch = Sketch()
    start = sketch.add("loadbang" if by_load else 'bng "start"')
    lap = sketch.add(f'bng "{name}"')
    timer = sketch.add("timer", start, sketch.into(1, lap))
    box = outcome(draw, sketch, sketch.add(rule, timer) if rule else timer, kinds=("box", "box", "print"))
    since = draw.one(("the patch was opened", "the patch was loaded", "loading")) if by_load else draw.one(("a start button was clicked", "start was pressed", "a click on start"))
    verb = draw.one(("[show]", "[display]", "[tell] me")) if box.box else "[print]"
    clauses: list[Text] = [
        f"{verb} how many {unit} have passed since {since} whenever I click {name}", f"{verb} the time in {unit} since {since} on each click of a {name} button", f"{verb} the {unit} since {since} every time a {name} button is pressed",
        f"when a button called {name} is clicked {verb} the {unit} since {since}", f"[measure] the time since {since} and {verb} it in {unit} with each click on {name}"]
    things: list[Text] = [f"a {name} button that {'shows' if box.box else 'prints'} the {unit} since {since}", f"a lap timer in {unit}, counting from when {since if not since.startswith(('a click', 'loading')) else 'it starts'}, with a {name} button{box.noun(draw)}" if not since.startswith(("a click", "loading")) else f"a {unit} timer since {since} with a {name} button{box.noun(draw)}"]
    a, b = draw.integer(100, 800), draw.integer(900, 1900)
    begin = 0 if by_load else 10

    def fits(seen: Observation) -> bool:
        found = numbers(seen, box.box)
        return len(found) == 2 and all(abs(f - (t - begin) / factor) < 0.01 * t / factor + 2 / factor for f, t in zip(found, (a, b), strict=True))

    return unpaced(draw, sketch, (clauses, things, [f"{name} button -> {unit} since {since}{box.noun(draw)}"]), fits, [*([] if by_load else [Feed(10, start, "bang")]), Feed(a, lap, "bang"), Feed(b, lap, "bang")], box.watch, 2.0)


def tapped_metronome(draw: Draw) -> Example:
    """A metronome that takes the tempo of two taps."""
    shows = draw.chance(0.4)
    name = draw.one(("tap", "tap", "beat"))
    sketch = Sketch()
    tap, switch = sketch.add(f'bng "{name}"'), sketch.add('tgl "on"')
    both = sketch.add("t b b", tap)
    timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
    if shows:
        sketch.add('number "bpm"', sketch.add("expr 60000 / $f1", timer))
    light = sketch.add("bng", sketch.add("metro 500", switch, sketch.into(1, timer)))
    tail = draw.one((" and [show] the bpm", " and [display] the tempo in bpm in a number box")) if shows else ""
    clauses: list[Text] = [
        f"[set] the speed of a metronome (bang) by tapping a {name} button, on/off with a toggle,{tail}", f"[run] a metro at the tempo that I tap on a {name} button, with a toggle to start it,{tail}", f"[flash] a bang in the tempo of my clicks on a {name} button while a toggle is on{tail}",
        f"[follow] the tempo tapped on a {name} button with a flashing bang, toggle for on and off,{tail}"]
    end = tail.replace("[", "").replace("]", "")
    things: list[Text] = [f"a tap tempo metronome with a {name} button, a toggle and a flashing bang{' that shows the bpm' if shows else ''}", f"a metro whose speed is tapped with a {name} button, with an on/off toggle{' and a bpm display' if shows else ''}"]
    gap = draw.one((200, 300, 400, 600, 700))
    return unpaced(draw, sketch, (clauses, things, [f"tap tempo for a metro: {name} button, toggle on/off, bang flashes{end}"]), at_times(light, [20 + gap + gap * i for i in range(4)]),
                   [Feed(10, tap, "bang"), Feed(10 + gap, tap, "bang"), Feed(20 + gap, switch, "1")], [light], (20 + gap * 4.5) / 1000)


def stepped_tempo(draw: Draw) -> Example:
    """A metronome with buttons for faster and slower, or messages with tempi."""
    by_preset = draw.chance(0.5)
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    if by_preset:
        tempi = sorted(draw.some((40, 50, 60, 70, 72, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200), draw.integer(2, 5)))
        messages = [sketch.add(f"msg {t}") for t in tempi]
        shown = sketch.add('number "bpm"', *messages)
        step, start = 0, 120
    else:
        step, start = draw.one((1, 2, 5, 5, 10, 10, 20)), draw.one((60, 90, 100, 120, 120))
        up, down = draw.one((("faster", "slower"), ("faster", "slower"), ("up", "down"), ("plus", "minus")))
        more, less = sketch.add(f'bng "{up}"'), sketch.add(f'bng "{down}"')
        total = sketch.add(f"+ {start}", sketch.add(f"msg {step}", more), sketch.add(f"msg -{step}", less))
        shown = sketch.add('number "bpm"', total)
        sketch.connect(shown, total, inlet=1)
    metro = sketch.add(f"metro {plain(60000 / start)}", switch, sketch.into(1, sketch.add("expr 60000 / $f1", shown)))
    light = sketch.add("bng", metro)
    on = draw.one((", toggle for on and off", ", with an on/off toggle", ", started by a toggle", " and a toggle to start and stop"))
    if by_preset:
        row = listed(draw, tempi)
        clauses: list[Text] = [f"[flash] a bang at a tempo chosen from the messages {row} bpm{on}", f"[run] a metronome with tempo presets {row} bpm{on}", f"[switch] a metronome between {row} bpm with messages{on}", f"[let] me choose the tempo of a metronome by clicking {row} (bpm){on}", f"[set] the tempo of a flashing bang to {row} bpm with message boxes{on}"]
        things: list[Text] = [f"a metronome with messages for {row} bpm{on}", f"a metronome with {count_word(draw, len(tempi))} tempo presets, {row} bpm,{on}"]
        chosen = draw.one(tempi)
        feeds = [Feed(5, messages[tempi.index(chosen)], "bang")]
    else:
        by = f"{step} bpm"
        clauses = [f"[make] a metronome {by} faster or slower with two buttons ({up}, {down}), starting at {start} bpm{on}", f"[flash] a bang at {start} bpm, with buttons {up} and {down} that change the tempo by {by}{on}", f"[run] a metronome at {start} bpm with {up} and {down} buttons in steps of {by}{on}",
                   f"[change] the tempo of a metronome by {by} with {up} and {down} buttons, from {start} bpm on{on}"]
        things = [f"a metronome at {start} bpm with {up} and {down} buttons ({by} each){on}", f"a metronome whose tempo goes up and down by {by} with buttons called {up} and {down}, start {start} bpm{on}"]
        chosen = start + 2 * step
        feeds = [Feed(4, more, "bang"), Feed(5, more, "bang")]
    period = 60000 / chosen
    return unpaced(draw, sketch, (clauses, things, []), all_of(lambda seen: numbers(seen, shown)[-1] == chosen, at_times(light, [10 + period * i for i in range(4)])), [*feeds, Feed(10, switch, "1")], [shown, light], (10 + period * 3.5) / 1000)


def speeding_up(draw: Draw) -> Example:
    """A beat that gets a little faster or slower with each bang."""
    faster = draw.chance(0.65)
    by_factor = draw.chance(0.4)
    first = draw.one((1000, 800, 500, 600, 1200) if faster else (100, 150, 200, 250))
    factor, step = draw.one((0.9, 0.95, 0.8) if faster else (1.1, 1.2, 1.05)), draw.one((5, 10, 20, 25, 50))
    limit = draw.one((50, 100)) if faster else draw.one((1000, 2000))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {first}", switch)
    light = sketch.add("bng", metro)
    store = sketch.add(f"f {first}", metro)
    change = sketch.add(f"* {plain(factor)}" if by_factor else f"{'-' if faster else '+'} {step}", store)
    kept = sketch.add(f"{'max' if faster else 'min'} {limit}", change)
    sketch.connect(kept, store, inlet=1)
    sketch.connect(kept, metro, inlet=1)
    word = "faster" if faster else "slower"
    by = f"the interval is multiplied by {plain(factor)} each time" if by_factor else f"the interval gets {step} ms {'shorter' if faster else 'longer'} each time"
    bound = f"{'down' if faster else 'up'} to {limit} ms"
    on = draw.one((", with a toggle", ", on/off with a toggle", " while a toggle is on", ", started by a toggle"))
    clauses: list[Text] = [
        f"[bang] {word} and {word}, starting at {first} ms, {by}, {bound}{on}", f"[run] a metro that gets {word} with every beat: from {first} ms, {by}, {bound}{on}", f"[flash] a bang that gets {word} every time (start {first} ms, {by}, {bound}){on}",
        f"[{'accelerate' if faster else 'slow'}] a beat{'' if faster else ' down'} from {first} ms, {by}, {bound}{on}"]
    things: list[Text] = [f"a metronome that gets {word} with each beat, from {first} ms, {by}, {bound}{on}", f"{'an accelerando' if faster else 'a ritardando'} of bangs from {first} ms, {by}, {bound}{on}"]
    gaps = [float(first)]

    def next_gap(gap: float) -> float:
        new = gap * factor if by_factor else gap - step if faster else gap + step
        return max(limit, new) if faster else min(limit, new)

    gaps = [next_gap(first)]
    for _ in range(4):
        gaps.append(next_gap(gaps[-1]))

    def fits(seen: Observation) -> bool:
        at = moments(seen, light)
        found = [b - a for a, b in itertools.pairwise(at)][:4]
        return len(found) == 4 and all(abs(f - g) < 3 for f, g in zip(found, gaps, strict=False))

    return unpaced(draw, sketch, (clauses, things, []), fits, [Feed(10, switch, "1")], [light], (10 + sum(gaps) + 5) / 1000)


SKILLS: dict[str, Skill] = widened({
    "running-stopwatch": running_watch,
    "minutes-and-seconds": minutes_clock,
    "egg-timer": egg_timer,
    "countdown-from-typed": countdown_from,
    "lap-times": laps,
    "tapped-metronome": tapped_metronome,
    "stepped-tempo": stepped_tempo,
    "speeding-up-stepwise": speeding_up,
})
