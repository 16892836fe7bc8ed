"""Patterns in time: swing at a tempo, rhythms against each other, half and double speed, delayed messages, bursts."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_clock import duration, plain, spell
from patchgen_training.skills.time_compose import unpaced
from patchgen_training.skills.time_delay import GREETINGS
from patchgen_training.skills.time_words import Text, count_word, listed

ON = (", with a toggle to start and stop", ", on/off with a toggle", " while a toggle is on", ", started and stopped by a toggle", ", toggle for on/off", " and a toggle to switch it on", " with an on/off toggle")


def swung(draw: Draw) -> Example:
    """Eighth notes with swing: a beat, and its second half late."""
    bpm, share = draw.one((60, 80, 90, 100, 110, 120, 125, 130, 140, 150, 160, 180, 200)), draw.one((55, 58, 60, 62, 65, 66, 67, 70, 75))
    as_two = draw.chance(0.4)
    period = 60000 / bpm
    late = round(period * share / 100, 2)
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro 1 {bpm} permin", switch)
    wait = sketch.add(f"delay {plain(late)}", metro)
    lights = [sketch.add("bng", metro), sketch.add("bng", wait)] if as_two else [sketch.add("bng", metro, wait)]
    tempo = draw.one((f"at {bpm} bpm", f"at {bpm} BPM", f"with {bpm} beats per minute", f"at a tempo of {bpm} bpm"))
    how = draw.one((f"with {share} % swing", f"with a swing of {share}%", f"the off-beat at {share} % of the beat", f"swung by {share} percent", f"with the second eighth at {share}% of the beat"))
    what = "two bangs, on-beat and off-beat," if as_two else draw.one(("a bang", "a bang", "eighth notes as bangs"))
    on = draw.one(ON)
    clauses: list[Text] = [
        f"[flash] {what} in swing eighths {tempo} {how}{on}", f"[bang] swung eighth notes {tempo} {how}{' with two bangs' if as_two else ''}{on}", f"[run] a swing clock {tempo} {how}{', two bangs for on-beat and off-beat' if as_two else ''}{on}", f"[send] {what} in a shuffle rhythm {tempo} {how}{on}",
        f"[tick] in swing {tempo} {how}{' with two bangs' if as_two else ' with a bang'}{on}"]
    things: list[Text] = [f"a swing metronome {tempo} {how}{' with two bangs' if as_two else ''}{on}", f"swung eighth notes {tempo} {how}{' on two bangs' if as_two else ' as bangs'}{on}"]
    beats = [10 + period * i for i in range(4)]
    check = all_of(at_times(lights[0], beats), at_times(lights[1], [b + late for b in beats[:3]])) if as_two else at_times(lights[0], sorted([*beats, *(b + late for b in beats[:3])]))
    return unpaced(draw, sketch, (clauses, things, [f"swing eighths {tempo} {how}{', two bangs' if as_two else ''}{on}"]), check, [Feed(10, switch, "1")], lights, (beats[-1] + period * 0.3) / 1000)


def against(draw: Draw) -> Example:
    """So many beats against so many in the same time."""
    one, other = draw.one(((3, 2), (2, 3), (4, 3), (3, 4), (5, 4), (5, 3), (5, 2), (7, 4), (4, 5), (7, 3), (3, 5)))
    bar = draw.one((1200, 1500, 2000, 2400, 3000, 4000, 1800, 6000))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metros = [sketch.add(f"metro {plain(round(bar / n, 3))}", switch) for n in (one, other)]
    lights = [sketch.add(f'bng "{n}"', metro) for n, metro in zip((one, other), metros, strict=True)]
    pair = f"{count_word(draw, one)} against {count_word(draw, other)}"

    def b() -> str:
        return draw.one((f"within {spell(draw, bar)}", f"in {spell(draw, bar)}", f"in a bar of {spell(draw, bar)}", f"over {spell(draw, bar)}"))

    on = draw.one(ON)
    clauses: list[Text] = [
        lambda: f"[flash] two bangs {pair} {b()}{on}", lambda: f"[run] a polyrhythm of {pair} {b()} with two bangs{on}", lambda: f"[bang] {one} times and {other} times {b()} on two bangs, again and again,{on}", lambda: f"[divide] {spell(draw, bar)} into {one} and {other} equal beats, shown by two bangs{on}",
        lambda: f"[show] {pair} {b()} with two flashing bangs{on}"]
    things: list[Text] = [lambda: f"a {one}:{other} polyrhythm {b()} with two bangs{on}", lambda: f"a visual polyrhythm, {pair}, {b()},{on}", lambda: f"two bangs playing {pair} {b()}{on}"]
    check = all_of(*[at_times(light, [10 + bar / n * i for i in range(n)], 4) for n, light in zip((one, other), lights, strict=True)])
    return unpaced(draw, sketch, (clauses, things, [lambda: f"{one} against {other} {b()}, two bangs{on}"]), check, [Feed(10, switch, "1")], lights, (10 + bar - 8) / 1000)


def double_time(draw: Draw) -> Example:
    """A metro that a second toggle makes twice or half as fast."""
    bpm, is_double = draw.one((60, 70, 80, 90, 100, 110, 120, 130, 140)), draw.chance(0.6)
    slow = round(60000 / bpm, 2)
    fast = round(slow / 2, 2) if is_double else round(slow * 2, 2)
    name = "double" if is_double else "half"
    sketch = Sketch()
    switch, change = sketch.add('tgl "on"'), sketch.add(f'tgl "{name}"')
    select = sketch.add("sel 1 0", change)
    changed, usual = sketch.add(f"msg {plain(fast)}", select), sketch.add(f"msg {plain(slow)}", sketch.out(select, 1))
    light = sketch.add("bng", sketch.add(f"metro {plain(slow)}", switch, sketch.into(1, changed), sketch.into(1, usual)))
    how = "twice as fast" if is_double else "half as fast"
    on = draw.one((", started by another toggle", ", with an on/off toggle", " and a toggle to start it"))
    clauses: list[Text] = [
        f"[flash] a bang at {bpm} bpm and {how} while a toggle called {name} is on{on}", f"[run] a metronome at {bpm} bpm with a {name} time toggle{on}", f"[switch] a {bpm} bpm metronome to {name} time with a toggle named {name}{on}", f"[bang] at {bpm} bpm, or {how} when I switch on {name},{on}"]
    things: list[Text] = [f"a metronome at {bpm} bpm with a toggle for {name} time{on}", f"a {bpm} bpm beat that goes {how} when a {name} toggle is on{on}"]
    return unpaced(draw, sketch, (clauses, things, [f"{bpm} bpm bang, {name} time toggle{on}"]), at_times(light, [10 + fast * i for i in range(3)]), [Feed(5, change, "1"), Feed(10, switch, "1")], [light], (10 + fast * 2.5) / 1000)


def delayed_messages(draw: Draw) -> Example:
    """Several messages to click, each printed later; numbers or words."""
    time = duration(draw, 50, 5000)
    is_words = draw.chance(0.5)
    items = draw.some(GREETINGS, draw.integer(2, 4)) if is_words else [str(n) for n in draw.some(range(1, 500), draw.integer(2, 4))]
    sketch = Sketch()
    messages = [sketch.add(f"msg symbol {item}" if is_words else f"msg {item}") for item in items]
    wait = sketch.add(f"pipe s {time}" if is_words else f"pipe {time}", *messages)
    is_printed = is_words or draw.chance(0.4)
    shown = 0 if is_printed else sketch.add("number", wait)
    if is_printed:
        sketch.add("print", wait)
    view = "[print] it" if is_printed else "[show] it in a number box"
    kind = "messages" if is_words else "number messages"

    def t() -> str:
        return spell(draw, time)

    row = listed(draw, items)
    clauses: list[Text] = [
        lambda: f"[delay] whichever of the {kind} {row} is clicked by {t()} and {view}", lambda: f"[delay] the {kind} {row} by {t()} and {view.replace('it', 'them', 1)}", lambda: f"[hold] back the clicked one of the {kind} {row} for {t()} and {view}",
        lambda: f"[let] me click {row} ({kind}) and {view} {t()} later".replace("it", "the choice", 1) if is_printed else f"[let] me click {row} and [show] the number {t()} later", lambda: f"[wait] {t()} after a click on one of the {kind} {row} and then {view}"]
    things: list[Text] = [lambda: f"a delay of {t()} for the {kind} {row}, {'printed' if is_printed else 'shown in a number box'}"]
    chosen = draw.integer(0, len(items) - 1)
    other = (chosen + 1) % len(items)
    wanted = [items[i] if is_words else float(items[i]) for i in (chosen, other)]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"click one of {row}, {t()} later it is {'printed' if is_printed else 'shown'}"]), all_of(says(shown, wanted), at_times(shown, [10 + time, 20 + time])),
                   [Feed(10, messages[chosen], "bang"), Feed(20, messages[other], "bang")], [shown] if shown else [], 0.1 + time / 1000)


def double_click(draw: Draw) -> Example:
    """Only two quick clicks count; a single one does nothing."""
    time, word = draw.one((150, 200, 250, 300, 350, 400, 500, 600)), draw.one((*GREETINGS, "double"))
    is_printed = draw.chance(0.45)
    sketch = Sketch()
    source = sketch.add("bng")
    both = sketch.add("t b b", source)
    timer = sketch.add("timer", both, sketch.into(1, sketch.out(both, 1)))
    quick = sketch.add("bng", sketch.add("sel 1", sketch.add(f"expr $f1 \\< {time}", timer)))
    if is_printed:
        sketch.add("print", sketch.add(f"msg {word}", quick))
    act = draw.one((f"[print] {word}", f"[print] the word {word}")) if is_printed else draw.one(("[flash] a bang", "[send] a bang", "[light] another bang", "[bang]"))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"{act} when a button is double-clicked (within {t()})", lambda: f"{act} if I click a button twice within {t()}", lambda: f"{act} on a double click, two clicks less than {t()} apart,", lambda: f"{act} only if two clicks come in less than {t()}", lambda: f"[detect] double clicks on a button within {t()} and {act}",
        lambda: f"[ignore] single clicks and {act} when a second click follows within {t()}"]
    does = act.replace("[", "").replace("]", "")
    things: list[Text] = [lambda: f"a double click detector ({t()}) to {does}", lambda: f"a button that reacts to double clicks within {t()} only, to {does}"]
    at = [1000, 1000 + time * 0.5, 2000 + time]
    return unpaced(draw, sketch, (clauses, things, [lambda: f"double click within {t()} -> {does}"]), at_times(quick, [at[1]]), [Feed(a, source, "bang") for a in at], [quick], 2.8)


SKILLS: dict[str, Skill] = widened({
    "swing-at-tempo": swung,
    "beats-against-beats": against,
    "double-time": double_time,
    "delayed-messages": delayed_messages,
    "double-click-only": double_click,
})
