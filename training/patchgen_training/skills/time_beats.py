"""What a beat can do: lights in turn, accents, divided clocks, bars and beats, blinking, words in turn."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_time import at_times, loud_at, says
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import duration, spell
from patchgen_training.skills.time_compose import paced
from patchgen_training.skills.time_event import Action
from patchgen_training.skills.time_outcome import outcome
from patchgen_training.skills.time_pace import Pace, adjustable, fixed, limited
from patchgen_training.skills.time_words import Text, count_word, listed, ordinal

PAIRS = (("left", "right"), ("tick", "tock"), ("one", "two"), ("a", "b"), ("ping", "pong"), ("red", "green"), ("kick", "snare"), ("on", "off"), ("left", "right"), ("first", "second"), ("A", "B"))
ROWS = (("tick", "tock"), ("ping", "pong"), ("left", "right"), ("one", "two", "three"), ("do", "re", "mi"), ("red", "green", "blue"), ("one", "two", "three", "four"), ("spring", "summer", "autumn", "winter"),
        ("verse", "chorus", "bridge"), ("low", "mid", "high"), ("kick", "hat", "snare", "hat"), ("breathe", "hold"), ("in", "out"), ("yes", "no"), ("a", "b", "c"), ("north", "east", "south", "west"), ("C", "F", "G"), ("C", "Am", "F", "G"))  # fmt: skip


def turned(at: list[float], index: int, size: int) -> list[float]:
    """Every `size`-th moment from the `index`-th on."""
    return at[index::size]


def counter(sketch: Sketch, source: Handle, size: int) -> tuple[Handle, Handle]:
    """A count from zero around `size`: the box that puts it out, and the next count."""
    store = sketch.add("f", source)
    ahead = sketch.add(f"mod {size}", sketch.add("+ 1", store))
    sketch.connect(ahead, store, inlet=1)
    return store, ahead


def two_lights(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Ping pong between two bangs."""
    one, other = draw.one(PAIRS)
    is_named = draw.chance(0.5)
    select = sketch.add("sel 1 0", sketch.add("tgl", source))
    first = sketch.add(f'bng "{one}"' if is_named else "bng", select)
    second = sketch.add(f'bng "{other}"' if is_named else "bng", sketch.out(select, 1))
    pair = draw.one((f"two bangs called {one} and {other}", f"two bangs, {one} and {other},", f"the bangs {one} and {other}", f"two buttons labelled {one} and {other}")) if is_named else draw.one(
        ("two bangs", "two buttons", "two bang buttons", "a bang on the left and one on the right", "two lights (bangs)"))
    clauses: list[Text] = [
        f"[alternate] between {pair}", f"[flash] {pair} in turn", f"[switch] back and forth between {pair}", f"[send] a bang alternately to {pair}", f"[light] {pair} alternately", f"[ping] pong between {pair}",
        f"[trigger] {pair} by turns", f"[distribute] bangs alternately to {pair}", f"[let] {pair} flash one after the other, always in turn,", f"[make] {pair} blink alternately", f"[hit] {pair} in alternation",
        f"[bounce] a bang to and fro between {pair}"]
    things: list[Text] = [f"a ping pong between {pair}", f"{pair.removeprefix('the ')} that flash alternately", f"an alternator for {pair}", f"a switch that bangs {pair} in turn"]
    speech: list[Text] = [f"{pair}, always the other one, @", f"first this bang then that bang, {pair}, @", f"left right left right with {pair} @"]
    return Action(clauses, lambda t: all_of(at_times(first, t.at[0::2]), at_times(second, t.at[1::2])), (first, second), things, speech)


def running_light(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Three or more bangs in turn."""
    size = draw.integer(3, 8)
    store, _ = counter(sketch, source, size)
    select = sketch.add("sel " + " ".join(map(str, range(size))), store)
    lights = [sketch.add("bng", sketch.out(select, i)) for i in range(size)]

    def n() -> str:
        return count_word(draw, size)

    clauses: list[Text] = [
        lambda: f"[flash] {n()} bangs one after the other in a loop", lambda: f"[light] {n()} buttons in turn", lambda: f"[send] a bang to each of {n()} bangs in turn", lambda: f"[cycle] through {n()} bangs",
        lambda: f"[step] through a row of {n()} bang buttons, the next one", lambda: f"[distribute] bangs round robin over {n()} buttons", lambda: f"[trigger] {n()} bangs in sequence, the next one", lambda: f"[make] a running light of {n()} bangs, a step",
        lambda: f"[run] a light along {n()} bangs", lambda: f"[rotate] a bang among {n()} outputs (bangs)", lambda: f"[bang] the next of {n()} bangs", lambda: f"[let] {n()} bangs blink one by one,"]
    things: list[Text] = [lambda: f"a running light with {n()} bangs", lambda: f"a {size} step sequencer that flashes a different bang", lambda: f"a chaser with {n()} bangs", lambda: f"{n()} bangs that flash one after the other, the next one"]
    speech: list[Text] = [lambda: f"step sequencer with {n()} bangs, next @", lambda: f"{n()} bangs in a circle, next one lights up @"]
    return Action(clauses, lambda t: all_of(*[at_times(light, turned(list(t.at), i, size)) for i, light in enumerate(lights)]), lights, things, speech)


def words_in_turn(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Words printed in turn."""
    words = list(draw.one(ROWS))
    if len(words) == 2:
        select = sketch.add("sel 1 0", sketch.add("tgl", source))
    else:
        store, _ = counter(sketch, source, len(words))
        select = sketch.add("sel " + " ".join(map(str, range(len(words)))), store)
    sketch.add("print", *[sketch.add(f"msg {word}", sketch.out(select, i)) for i, word in enumerate(words)])

    def row() -> str:
        return listed(draw, words)

    then = ", then ".join(words)
    clauses: list[Text] = [
        lambda: f"[print] {row()} in turn", lambda: f"[print] the words {row()} one after the other in a loop, one", lambda: f"[print] {then} and so on, the next word", lambda: f"[cycle] through the words {row()} and [print] the next one",
        lambda: f"[write] {row()} to the console in turn", lambda: f"[alternate] between the words {row()} and [print] them", lambda: f"[step] through the messages {row()} and [print] one", lambda: f"[say] {row()} in the console by turns, one",
        lambda: f"[print] the next word of {row()}", lambda: f"[go] round the list {row()} printing one word", lambda: f"[loop] over {row()}, printing one word"]
    things: list[Text] = [lambda: f"a sequence of the words {row()}, printed one by one", lambda: f"a loop of words ({row()}) in the console, a new one", lambda: f"a word sequencer that prints {row()} in turn, one"]
    speech: list[Text] = [lambda: f"print {then}, {words[0]} again etc, one @", lambda: f"{row()} in the console, one @", lambda: f"the console should say {then} and then start over, one word @"]
    return Action(clauses, lambda t: says(0, [words[i % len(words)] for i in range(t.count)]), (), things, speech)


def accented(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Every nth beat, or the first of n, does something else than the others."""
    size, is_first, kind = draw.one((2, 3, 3, 4, 4, 4, 4, 5, 6, 7, 8, 8, 16)), draw.chance(0.5), draw.one(("lights", "numbers", "words"))
    strong, weak = draw.one(((127, 80), (127, 64), (100, 60), (127, 90), (1, 0.5), (120, 70), (110, 50), (1, 0), (2, 1))) if kind == "numbers" else draw.one(
        (("accent", "beat"), ("TICK", "tock"), ("strong", "weak"), ("one", "beat"), ("loud", "soft"), ("tick", "tock"), ("bar", "beat"), ("big", "small")))
    store, ahead = counter(sketch, source, size)
    select = sketch.add("sel 0", store if is_first else ahead)
    other = sketch.out(select, 1)
    offset = 0 if is_first else size - 1
    if kind == "lights":
        strong, weak = draw.one((("accent", "beat"), ("accent", "beat"), ("strong", "weak"), ("one", "beat"), ("bar", "beat")))
        one, two = sketch.add(f'bng "{strong}"', select), sketch.add(f'bng "{weak}"', other)
    else:
        messages = [sketch.add(f"msg {strong}", select), sketch.add(f"msg {weak}", other)]
        box = outcome(draw, sketch, *messages, kinds=("print",) if kind == "words" else ("box", "box", "print"))

    def where() -> str:
        if is_first:
            return draw.one((f"the first of every {count_word(draw, size)} beats", f"the first beat of {count_word(draw, size)}", f"beat one of {count_word(draw, size)}", f"the downbeat of a {size} beat bar", f"the first beat of each {size}-beat bar",
                             f"the one of a {size}/4 bar"))
        return draw.one((f"every {ordinal(draw, size)} beat", f"each {ordinal(draw, size)} beat", f"every {ordinal(draw, size)} tick", f"every {ordinal(draw, size)} bang", f"beat {size} of {size}"))

    if kind == "lights":
        clauses: list[Text] = [
            lambda: f"[flash] a bang called {strong} on {where()} and one called {weak} on the others", lambda: f"[bang] {strong} on {where()} and {weak} on all the other beats",
            lambda: f"[run] a metronome with an {strong} bang on {where()} and a {weak} bang otherwise,".replace("an s", "a s").replace("an b", "a b"), lambda: f"[light] {strong} on {where()}, else {weak},", lambda: f"[send] {where()} to a bang {strong} and the rest to a bang {weak}",
            lambda: f"[separate] {where()} ({strong}) from the other beats ({weak}), with two bangs,", lambda: f"[blink] {strong} for {where()} and {weak} for the rest,"]
        things: list[Text] = [lambda: f"a metronome with two bangs, {strong} on {where()} and {weak} on the others,", lambda: f"a visual metronome where {where()} lights {strong} and the rest light {weak}",
                              lambda: f"a beat with an accent on {where()} (bangs {strong} and {weak})"]
        speech: list[Text] = [lambda: f"metro, {strong} light on {where()}, {weak} light on the rest, @", lambda: f"accent on {where()}: bang {strong}, otherwise bang {weak}, @"]
        return Action(clauses, lambda t: all_of(at_times(one, t.at[offset::size]), at_times(two, [a for i, a in enumerate(t.at) if i % size != offset])), (one, two), things, speech)
    verb = "print" if not box.box else "output"
    noun = "velocity" if strong in (127, 100, 120, 110) else "value"
    clauses = [
        lambda: f"[{verb}] {strong} on {where()} and {weak} on the others", lambda: f"[{verb}] {strong} for {where()}, otherwise {weak},", lambda: f"[count] beats and [{verb}] {strong} on {where()}, {weak} on the rest,",
        lambda: f"[accent] {where()}: [{verb}] {strong} there and {weak} elsewhere,", lambda: f"[give] {where()} an accent, [{verb}] {strong} instead of {weak}," , lambda: f"[tick] and [{verb}] {weak}, but {strong} on {where()},"]
    things = [lambda: f"an accent pattern that {verb}s {strong} on {where()} and {weak} otherwise", lambda: f"a beat counter that {verb}s {strong} for {where()} and {weak} for the others"]
    if kind == "numbers" and box.box:
        things += [lambda: f"an accent generator: {noun} {strong} on {where()}, {weak} on the others,"]
        clauses += [lambda: f"[show] {strong} on {where()} and {weak} on all others", lambda: f"[generate] accents, {noun} {strong} on {where()} and {weak} else,"]
    speech = [lambda: f"{strong} on {where()}, {weak} on the other beats, " + ("print them, @" if not box.box else "@")]
    return Action(clauses, lambda t: says(box.box, [strong if i % size == offset else weak for i in range(t.count)]), box.watch, things, speech)


def divided(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One light on each beat and another on each nth."""
    size = draw.integer(2, 8)
    each = sketch.add("bng", source)
    _, ahead = counter(sketch, each, size)
    light = sketch.add("bng", sketch.add("sel 0", ahead))

    def nth() -> str:
        return ordinal(draw, size)

    clauses: list[Text] = [
        lambda: f"[flash] a bang on every beat and a second one on every {nth()} beat", lambda: f"[bang] on every tick and [light] another bang every {nth()} time", lambda: f"[run] a clock and [divide] it by {size}, with a bang for each,",
        lambda: f"[blink] a bang and every {size} times another one too,", lambda: f"[show] a beat and its division by {size} with two bangs", lambda: f"[tick] with one bang and [hit] a second bang only on each {nth()} tick,"]
    things: list[Text] = [lambda: f"a clock divider with a bang for each beat and one for every {nth()} beat", lambda: f"a clock and its division by {count_word(draw, size)}, shown by two bangs,", lambda: f"two bangs, one on each beat and one on every {nth()},"]
    speech: list[Text] = [lambda: f"one bang per beat, second bang every {size} beats, @", lambda: f"clock + clock divided by {size}, two bangs, @"]
    return Action(clauses, lambda t: all_of(at_times(each, t.at), at_times(light, t.at[size - 1 :: size])), (each, light), things, speech)


def beat_of_bar(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """The number of the beat in its bar, perhaps with the number of the bar."""
    size, has_bars = draw.one((2, 3, 4, 4, 4, 5, 6, 7, 8)), draw.chance(0.5)
    if has_bars:
        store = sketch.add("f", source)
        sketch.connect(sketch.add("+ 1", store), store, inlet=1)
        beat = sketch.add('number "beat"', sketch.add("+ 1", sketch.add(f"mod {size}", store)))
        bar = sketch.add('number "bar"', sketch.add("+ 1", sketch.add(f"div {size}", store)))
        meter = draw.one((f"{size}/4", f"{size} beats per bar", f"bars of {size} beats", f"{size} beats in a bar"))
        clauses: list[Text] = [
            f"[count] bars and beats ({meter})", f"[show] the bar and the beat in two number boxes, {meter},", f"[count] beats and bars with {meter}", f"[display] bar and beat numbers, {meter},", f"[tell] me which bar and which beat we are in ({meter})",
            f"[keep] track of bars and beats, {meter},", f"[work] as a bar and beat counter, {meter},"]
        things: list[Text] = [f"a bar and beat counter ({meter})", f"a counter for bars and beats, {meter},", f"two number boxes that count bars and beats ({meter})"]
        return Action(clauses, lambda t: all_of(says(beat, [i % size + 1 for i in range(t.count)]), says(bar, [i // size + 1 for i in range(t.count)])), (beat, bar), things, [f"bar / beat display, {meter}, @"])
    store, _ = counter(sketch, source, size)
    box = outcome(draw, sketch, sketch.add("+ 1", store), kinds=("box", "box", "print"))
    view = "show" if box.box else "print"
    row = " ".join(str(i + 1) for i in range(size))
    clauses = [
        f"[count] the beats of a {size}/4 bar from 1 to {size}{box.end(draw, True)}", f"[{view}] the beat number, 1 to {size}, over and over,", f"[count] {row} {row} and so on{box.end(draw, True)}", f"[{view}] which beat of {size} it is",
        f"[count] in {size}, beginning with 1 again after {size}{box.end(draw, True)}", f"[{view}] the beats of a bar of {size}", f"[count] beats {row} in a loop{box.end(draw, True)}"]
    things = [f"a beat counter from 1 to {size}{box.noun(draw)}", f"a {size}/4 beat counter{box.noun(draw)}", f"a display of the beat in a {size} beat bar{box.noun(draw)}"]
    return Action(clauses, lambda t: says(box.box, [i % size + 1 for i in range(t.count)]), box.watch, things, [f"count {row} @{box.noun(draw)}", f"beat number 1-{size} @{box.noun(draw)}"])


def chosen_beats(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A bang on some beats of the bar only."""
    size, beats = draw.one(((4, (1, 3)), (4, (2, 4)), (4, (1, 4)), (3, (1,)), (4, (1,)), (4, (3,)), (4, (4,)), (8, (1, 4, 7)), (8, (1, 5)), (4, (2,)), (3, (2, 3)), (6, (1, 4)), (5, (1, 4)), (7, (1, 3, 5)), (8, (1, 4, 6)), (4, (1, 2)), (3, (3,)), (4, (1, 2, 4))))
    store, _ = counter(sketch, source, size)
    select = sketch.add("sel " + " ".join(str(beat - 1) for beat in beats), store)
    light = sketch.add("bng", *[sketch.out(select, i) for i in range(len(beats))])
    wanted = draw.one(("beats " if len(beats) > 1 else "beat ", "the beats " if len(beats) > 1 else "beat ")) + " and ".join(map(str, beats)) if len(beats) < 3 else "beats " + ", ".join(map(str, beats))

    def of() -> str:
        return draw.one((f"of {size}", f"of a {size}/4 bar", f"of every {count_word(draw, size)}", f"in a bar of {size}", f"of each bar ({size} beats)"))

    clauses: list[Text] = [
        lambda: f"[flash] a bang on {wanted} {of()}", lambda: f"[bang] only on {wanted} {of()}", lambda: f"[send] a bang on {wanted} {of()}", lambda: f"[count] to {size} and [bang] on {wanted},", lambda: f"[trigger] a bang on {wanted} {of()}",
        lambda: f"[let] only {wanted} {of()} through to a bang", lambda: f"[skip] all beats but {wanted} {of()}, flashing a bang,"]
    things: list[Text] = [lambda: f"a bang on {wanted} {of()}", lambda: f"a rhythm with bangs on {wanted} {of()}", lambda: f"a beat filter for {wanted} {of()} with a bang"]
    return Action(clauses, lambda t: at_times(light, [a for i, a in enumerate(t.at) if i % size + 1 in beats]), (light,), things, [lambda: f"bang on {wanted} {of()}, @"])


def blinking(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A toggle that lights for a while at each beat."""
    time = duration(draw, 20, 400)
    on = sketch.add("msg 1", source)
    off = sketch.add("msg 0", sketch.add(f"delay {time}", source))
    light = sketch.add('tgl "led"', on, off)

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[blink] an led (a toggle) for {t()}", lambda: f"[switch] a toggle called led on for {t()}", lambda: f"[turn] a toggle on and {t()} later off again", lambda: f"[light] a toggle for {t()}", lambda: f"[set] the toggle led to 1 for {t()} and then to 0",
        lambda: f"[make] a toggle go on for {t()}", lambda: f"[pulse] a toggle on for {t()}", lambda: f"[show] a short pulse of {t()} on a toggle"]
    things: list[Text] = [lambda: f"a blinking led (toggle) that is on for {t()}", lambda: f"a toggle that lights up for {t()}", lambda: f"an led toggle with pulses of {t()}"]
    return Action(clauses, lambda trigger: at_times(light, sorted([*trigger.at, *(a + time for a in trigger.at if a + time < trigger.seconds * 1000)])) if trigger.count > 1 and trigger.at[1] - trigger.at[0] > time + 3 else lambda seen: len(seen.values(light - 1)) > 0,
                  (light,), things, [lambda: f"led on for {t()} @", lambda: f"toggle blinks {t()} @"])


def off_beat(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A second bang some time after each beat."""
    time = duration(draw, 30, 400)
    beat = sketch.add('bng "beat"', source)
    after = sketch.add('bng "after"', sketch.add(f"delay {time}", beat))

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [
        lambda: f"[flash] a bang called beat and {t()} later a bang called after", lambda: f"[send] a bang to beat and, {t()} later, one to after,", lambda: f"[bang] beat and then after with a delay of {t()}", lambda: f"[light] beat first and after {t()} later",
        lambda: f"[follow] each bang of beat by one of after, {t()} later,"]
    things: list[Text] = [lambda: f"a bang beat that is followed {t()} later by a bang after", lambda: f"a double pulse: beat, then after {t()} later,"]
    return Action(clauses, lambda trigger: all_of(at_times(beat, trigger.at), lambda seen: len(seen.values(after - 1)) >= 1 and abs(seen.values(after - 1)[0].at - seen.values(beat - 1)[0].at - time) < 2
                                                  if trigger.count > 1 and trigger.at[1] - trigger.at[0] > time + 3 else True), (beat, after), things, [lambda: f"beat, {t()} later after, both bangs, @"])


def click_track(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Audible clicks with a higher one on every nth beat or the first of n, or all alike."""
    size = draw.one((0, 2, 3, 3, 4, 4, 4, 5, 6, 7, 8))
    is_first, pitch, has_volume = draw.chance(0.5), draw.one((1000, 1000, 1000, 800, 880, 600, 1200)), draw.chance(0.4)
    if size:
        store, ahead = counter(sketch, source, size)
        select = sketch.add("sel 0", store if is_first else ahead)
        high = sketch.add(f"msg {2 * pitch}", select)
        tone = sketch.add("osc~", high, sketch.add(f"msg {pitch}", sketch.out(select, 1)))
    else:
        tone = sketch.add(f"osc~ {pitch}")
    level = sketch.add("line~", sketch.add("msg 1 , 0 50", source))
    sound = sketch.add("*~", tone, sketch.into(1, level))
    sound = sketch.add("*~", sound, sketch.into(1, sketch.add('hsl 0 1 "volume" init:0.3'))) if has_volume else sketch.add("*~ 0.3", sound)
    sketch.add("dac~", sound, sketch.into(1, sound))

    def accent() -> str:
        if not size:
            return ""
        which = draw.one((f"the first of {count_word(draw, size)} beats", f"the first beat of every {count_word(draw, size)}", f"the first beat of each {size}/4 bar", f"beat one of {size}")) if is_first else draw.one(
            (f"every {ordinal(draw, size)} beat", f"each {ordinal(draw, size)} beat", f"every {ordinal(draw, size)} click", f"every {ordinal(draw, size)} one"))
        return draw.one((f" with an accent on {which}", f" accenting {which}", f" with a higher click on {which}", f" and an accent on {which}", f" with {which} accented", f", {which} higher,"))

    def extra() -> str:
        tone_words = "" if pitch == 1000 else draw.one((f" of {pitch} Hz", f" at {pitch} Hz"))
        volume = draw.one((" and a volume slider", " with volume control", " with adjustable volume", ", volume slider included,")) if has_volume else ""
        return f"{tone_words}{accent()}{volume}"

    clauses: list[Text] = [
        lambda: f"[play] a click{extra()}", lambda: f"[play] metronome clicks{extra()}", lambda: f"[play] a click track{extra()}", lambda: f"[sound] a short click{extra()}", lambda: f"[work] as an audible metronome, clicks{extra()}", lambda: f"[make] audible clicks{extra()}",
        lambda: f"[give] me clicks to play along to{extra()},", lambda: f"[let] me hear a click{extra()}", lambda: f"[produce] clicks{extra()}"]
    things: list[Text] = [lambda: f"a click track{extra()}", lambda: f"an audible metronome with clicks{extra()}", lambda: f"a metronome click{extra()}", lambda: f"a practice metronome with clicks{extra()}"]
    speech: list[Text] = [lambda: f"click track, clicks{extra()}, @", lambda: f"audible metronome clicks{extra()} @"]


    return Action(clauses, lambda t: all_of(*[loud_at(a + 2, a + 25, 0.01, 0.6) for a in list(t.at)[:6]]), (), things, speech)


def regular(draw: Draw, sketch: Sketch) -> Pace:
    """A beat with room for a bar and a half."""
    if draw.chance(0.25):
        return limited(draw, sketch)
    beats = draw.integer(8, 12)
    return adjustable(draw, sketch, beats=beats) if draw.chance(0.35) else fixed(draw, sketch, beats=beats)


SKILLS: dict[str, Skill] = widened({
    "beat-two-lights": paced(two_lights),
    "beat-running-light": paced(running_light),
    "beat-words-in-turn": paced(words_in_turn),
    "beat-accent": paced(accented, regular),
    "beat-divided-lights": paced(divided, regular),
    "beat-of-bar": paced(beat_of_bar, regular),
    "beat-chosen": paced(chosen_beats, regular),
    "beat-blinking": paced(blinking),
    "beat-off-beat": paced(off_beat),
    "beat-click-track": paced(click_track, regular),
})
