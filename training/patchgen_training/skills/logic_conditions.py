"""Skills: when a number passes a test, something happens: words, bangs, toggles, tones, counters."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.expect_time import loud_at, quiet_at
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed
from patchgen_training.skills.logic_watch import (
    DEEDS,
    bang,
    bang_on_yes,
    gated,
    heard_while,
    loud,
    number,
    question,
    tally,
    threshold,
    tone_words,
    value,
    word,
)
from patchgen_training.skills.sketch import Cord, Handle, Sketch

WHEN = ("when", "when", "whenever", "if", "as soon as", "each time", "every time", "once")
VOLUME = ("", " with a volume slider", " and ~have a volume slider", ", with volume control", " (volume slider included)")


def do_when(draw: Draw) -> Example:
    """One deed when the answer is yes."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    deed = draw.one(DEEDS)(draw, p, bang_on_yes(p, x, test))
    slots = {"x": x.words, "test": test.words, "do": deed.verbs, "when": ("when", "when", "whenever", "if", "each time", "every time"), "goes": test.becomes, "noun": deed.noun}
    clauses = (
        "{do} {when} {x} is {test}", "{do} {when} {x} {goes} {test}", "{when} {x} is {test}, {do}", "~watch {x} and {do} {when} it is {test}",
        "~check {x} and {do} {when} it {goes} {test}", "~test if {x} is {test} and {do} if so", "{do} only {when} {x} is {test}", "~look at {x} and {do} if it is {test}",
        "~compare {x} and {do} if it is {test}", "{do}, but only if {x} is {test}", "~take {x}, and if it is {test}, {do}",
    )
    things = ("{noun} {when} {x} is {test}", "a detector: {noun} {when} {x} is {test}", "{x} and {noun} for when it is {test}", "a condition: if {x} is {test}, {noun}")
    asks = ("if {x} is {test}, {do}", "{when} {x} {goes} {test} i want to {do}", "{x} is {test} -> {do}", "i need {noun} {when} {x} {goes} {test}", "{do} {when} {x} {goes} {test}, nothing otherwise",
            "i need to notice when {x} is {test}, so {do} then", "how can i {do} {when} {x} {goes} {test}?", "{noun} if {x} is {test} please", "if({x} is {test}) {do}")
    yes, no = test.yes, test.no
    return Example(asked(draw, slots, clauses, things, asks), p.text(), deed.holds(2), fed(x.box, yes[0], no[0], yes[1], no[1]), deed.watch, 0.2)


def on_crossing(draw: Draw) -> Example:
    """A deed at the moment a limit is passed, not again until it was passed back."""
    p = Sketch()
    x = value(draw, p)
    test = threshold(draw, p, x, (">", ">", "<"))
    deed = draw.one((bang, bang, word, word, tally, number))(draw, p, p.add("sel 1", p.add("change", test.box)))
    slots = {"x": x.words, "test": test.words, "do": deed.verbs, "noun": deed.noun,
             "once": ("only once", "just once", "once", "one single time"), "cross": ("crosses over to being", "first gets", "changes to being", "newly gets")}
    clauses = (
        "{do} {once} when {x} goes {test}, not for every further value", "{do} at the moment {x} goes {test}", "{do} {once} each time {x} goes {test}",
        "~watch {x} and {do} {once} when it goes {test}, not again until it has come back", "{do} when {x} crosses the limit and gets {test}, without repeating it",
        "{do} {once} when {x} becomes {test} and not again while it stays there", "~detect the moment when {x} gets {test} and {do}", "{do} only on the change to {test} of {x}",
    )
    things = ("{noun} {once} when {x} goes {test}, without repeats", "a crossing detector: {noun} at the moment {x} gets {test}")
    asks = ("{x} goes {test}: {do}, but {once} per crossing", "{do} when {x} gets {test}, no repeats while it stays there", "i want to {do} exactly at the moment {x} goes {test}")
    yes, no = test.yes, test.no
    return Example(asked(draw, slots, clauses, things, asks), p.text(), deed.holds(2), fed(x.box, no[0], yes[0], yes[1], no[1], yes[1], yes[0]), deed.watch, 0.25)


PAIRS = (("low", "high"), ("yes", "no"), ("in", "out"), ("quiet", "loud"), ("small", "big"), ("off", "on"), ("ok", "too much"), ("cold", "hot"), ("dark", "bright"), ("pass", "fail"), ("stop", "go"),
         ("red", "green"), ("slow", "fast"), ("soft", "hard"), ("left", "right"), ("closed", "open"), ("true", "false"), ("minor", "major"), ("sleep", "wake"))  # fmt: skip


def either_word(draw: Draw) -> Example:
    """One word for yes, another for no."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    one, other = draw.one(PAIRS) if draw.chance(0.5) else draw.one(PAIRS)[::-1]
    by_number = draw.chance(0.3)
    if by_number:
        a, b = draw.some([*range(0, 128), 220, 440, 880, 500, 1000, 250], 2)
        one, other = str(a), str(b)
    select = p.add("sel 1 0", test.box)
    yes, no = p.add(f"msg {one}", select), p.add(f"msg {other}", p.out(select, 1))
    shown = p.add("number" if by_number else "print", yes, no)
    write = ("~output", "~send", "~give", "~show") if by_number else ("~print", "~print", "~say", "~write", "~post", "~output")
    where = ("", "", " in a number box") if by_number else (" in the console", "", "")
    if not by_number:
        write = ("~print", "~print", "~print", "~post")
    slots = {"x": x.words, "test": test.words, "do": write, "one": one, "other": other, "else": ("otherwise", "else", "if not", "in all other cases"), "in": where, "w": "number" if by_number else "word"}
    clauses = (
        "{do} {one} if {x} is {test} and {other} {else}{in}", "{do} {one} when {x} is {test}, {other} {else}{in}", "~check if {x} is {test} and {do} {one} or {other}{in}",
        "~decide whether {x} is {test}: {do} {one}, {else} {other}{in}", "{do} either {one} or {other}{in}, depending on whether {x} is {test}", "~test {x} and {do} {one} for {test}, {other} for everything else{in}",
        "~look at {x}, {do} {one} if it is {test}, and {other} {else}{in}", "~choose between the {w}s {one} and {other}: {one} if {x} is {test}, {other} {else}{in}", "if {x} is {test}, {do} {one}, {else} {other}{in}",
    )
    asks = ("if {x} is {test} then {do} {one} else {do} {other}{in}", "{one} or {other}? {do} {one} when {x} is {test}, {other} {else}{in}", "{x} {test}: {one}, {else}: {other}{in}", "i need to see {one} when {x} is {test} and {other} {else}{in}" if by_number else
            "i need to read {one} in the console when {x} is {test} and {other} {else}", "{do} {one} / {other} depending on {x} being {test}{in}")
    things = ("a decision: {one} if {x} is {test}, {other} {else}" + (", in a number box" if by_number else ", printed"),)
    said = [[float(w)] if by_number else w.split() for w in (one, other, one)]
    feeds = fed(x.box, test.yes[0], test.no[0], test.yes[1])
    holds = emits(shown, [w[0] for w in said]) if by_number else prints_all(said)
    return Example(asked(draw, slots, clauses, things, asks), p.text(), holds, feeds, [shown] if by_number else [], 0.2)


def toggle_follows(draw: Draw) -> Example:
    """A toggle is on while the answer is yes."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    toggle = p.add("tgl", test.box)
    slots = {"x": x.words, "test": test.words, "lamp": ("a toggle", "a toggle", "a toggle switch", "a toggle box", "an indicator toggle", "a toggle as a lamp"), "while": ("while", "as long as", "when", "whenever", "if")}
    clauses = (
        "~switch on {lamp} {while} {x} is {test}", "~turn on {lamp} {while} {x} is {test} and off otherwise", "~light {lamp} {while} {x} is {test}", "~show with {lamp} whether {x} is {test}",
        "~set {lamp} to 1 {while} {x} is {test} and to 0 if not", "~check {lamp} {while} {x} is {test}", "~have {lamp} that is on {while} {x} is {test}", "~use {lamp} to show if {x} is {test}",
        "~turn {lamp} on when {x} is {test} and off again when it is not", "{while} {x} is {test}, ~turn {lamp} on",
    )
    things = ("{lamp} that is on {while} {x} is {test}", "an on/off light (toggle) for {x} being {test}", "a warning light: {lamp} that goes on {while} {x} is {test}")
    asks = ("{lamp} on {while} {x} is {test}, off otherwise", "is {x} {test}? show me on {lamp}", "i need to see on {lamp} if {x} is {test}", "{x} is {test} -> toggle on, otherwise toggle off")
    return Example(asked(draw, slots, clauses, things, asks), p.text(), emits(toggle, [1, 0, 1]), fed(x.box, test.yes[0], test.no[0], test.yes[1]), [toggle], 0.2)


def tone_while(draw: Draw) -> Example:
    """A tone sounds while the answer is yes."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    hertz, tone = tone_words(draw)
    volume = draw.chance(0.35)
    gated(p, hertz, test.box, volume)
    slots = {"x": x.words, "test": test.words, "tone": tone, "while": ("while", "as long as", "when", "whenever", "only when", "only while", "if"), "vol": VOLUME[1:] if volume else "",
             "on": ("~turn on", "~switch on", "~play", "~play", "~sound", "~start")}
    clauses = (
        "{on} {tone} {while} {x} is {test}{vol}", "~play {tone} {while} {x} is {test} and ~be silent otherwise{vol}", "~turn {tone} on when {x} is {test} and off when it is not{vol}", "~let {tone} sound {while} {x} is {test}{vol}",
        "{on} {tone} {while} {x} {goes} {test}{vol}", "~mute {tone} unless {x} is {test}{vol}", "~gate {tone} with {x}: it sounds {while} the value is {test}{vol}", "~make {tone} audible {while} {x} is {test}{vol}",
        "~check {x} and {on} {tone} {while} it is {test}{vol}", "~be silent until {x} is {test}, then ~play {tone}{vol}", "{while} {x} is {test}, {on} {tone}{vol}", "~switch {tone} on and off depending on whether {x} is {test}{vol}",
    )
    slots["goes"] = test.becomes
    things = ("{tone} that sounds {while} {x} is {test}" + (" with a volume slider" if volume else ""), "an alarm: {tone} {while} {x} is {test}" + (", with a volume slider" if volume else ""))
    asks: tuple[str, ...] = ("{tone} {while} {x} is {test}{vol}", "i need to hear {tone} {while} {x} is {test}{vol}", "{x} is {test} -> {tone} on, else off{vol}", "i want to hear when {x} {goes} {test}: {on} {tone} then{vol}",
            "{on} {tone} if {x} {goes} {test}, silence otherwise{vol}", "sound only when {x} is {test}, {tone}{vol}")
    if hertz == 440 and "440" not in tone[0]:
        asks += ("i need to hear when {x} is {test}{vol}", "make a sound {while} {x} is {test}{vol}", "how can i hear that {x} is {test}?{vol}".replace("?{vol}", "{vol}?" if volume else "?"))
    feeds = (Feed(10, x.box, str(test.no[0])), Feed(100, x.box, str(test.yes[0])), Feed(300, x.box, str(test.no[1])))
    return Example(asked(draw, slots, clauses, things, asks), p.text(), heard_while(hertz), feeds, seconds=0.4)


def beep_when(draw: Draw) -> Example:
    """A short beep when the answer is yes."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    hertz, _ = tone_words(draw)
    length = draw.one((100, 100, 150, 200, 200, 250, 300))
    is_plain = hertz == 440 and draw.chance(0.5)
    length = 200 if is_plain else length
    level = p.add("line~", p.add(f"msg 1 , 0 {length}", bang_on_yes(p, x, test)))
    volume = draw.chance(0.3)
    loud(p, p.add("*~", p.add(f"osc~ {hertz}"), p.into(1, level)), volume)
    long = (f"{length} ms", f"{length} milliseconds", f"{length / 1000:g} s")
    slots = {"x": x.words, "test": test.words, "goes": test.becomes, "vol": VOLUME[1:] if volume else "", "when": ("when", "whenever", "each time", "if", "every time"), "long": long,
             "beep": ("a beep", "a short beep", "a short tone", "a little beep", "a short sound") if is_plain else
             (f"a {hertz} Hz beep of {long[0]}", f"a beep at {hertz} Hz that fades out in {long[1]}", f"a short {hertz} Hz tone ({long[0]} decay)", f"a {long[0]} beep of {hertz} Hz")}
    clauses = (
        "~play {beep} {when} {x} is {test}{vol}", "~sound {beep} {when} {x} {goes} {test}{vol}", "~trigger {beep} {when} {x} is {test}{vol}", "~make {beep} {when} {x} {goes} {test}{vol}", "{when} {x} is {test}, ~play {beep}{vol}",
        "~watch {x} and ~play {beep} {when} it is {test}{vol}", "~warn me with {beep} {when} {x} {goes} {test}{vol}", "~check {x} and ~sound {beep} if it is {test}{vol}", "~give {beep} as a signal {when} {x} is {test}{vol}",
    )
    things = ("{beep} {when} {x} is {test}" + (" with a volume slider" if volume else ""), "an alarm that plays {beep} {when} {x} {goes} {test}" + (" and has a volume slider" if volume else ""))
    asks = ("{beep} {when} {x} {goes} {test}{vol}", "i want to hear {beep} {when} {x} is {test}{vol}", "{x} is {test} = {beep}{vol}", "warn me with {beep} if {x} {goes} {test}{vol}", "i need {beep} {when} {x} {goes} {test}{vol}")
    feeds = (Feed(10, x.box, str(test.no[0])), Feed(100, x.box, str(test.yes[0])))
    return Example(asked(draw, slots, clauses, things, asks), p.text(), all_of(quiet_at(15, 95), loud_at(102, 130), quiet_at(100 + length + 20, 500)), feeds, seconds=0.52)


def clock_while(draw: Draw) -> Example:
    """A metro runs while the answer is yes."""
    p = Sketch()
    x = value(draw, p)
    test = question(draw, p, x)
    ms = draw.one((100, 125, 200, 250, 300, 400, 500, 500, 1000))
    flash = p.add("bng", p.add(f"metro {ms}", test.box))
    slots = {"x": x.words, "test": test.words, "while": ("while", "as long as", "when", "only while", "whenever"), "every": (f"every {ms} ms", f"every {ms} milliseconds", f"each {ms} ms") if ms < 1000 else ("every second", "once a second", "every 1000 ms"),
             "bang": ("~flash a button", "~bang", "~send bangs", "~blink a bang", "~trigger a bang")}
    clauses = ("{bang} {every} {while} {x} is {test}", "~run a metro that bangs {every} {while} {x} is {test}", "~start a metronome ({every}) when {x} is {test} and ~stop it when it is not", "{while} {x} is {test}, {bang} {every}",
               "~let a metro tick {every} {while} {x} is {test}", "~stop a metro that ticks {every} unless {x} is {test}", "~check {x} and {bang} {every} {while} it is {test}")
    things = ("a metro that bangs {every} {while} {x} is {test}", "a blinking button, {every}, {while} {x} is {test}")
    asks = ("metro {every} {while} {x} is {test}", "{bang} {every}, but only {while} {x} is {test}", "start the metro if {x} is {test}, stop it otherwise, {every}")
    on = 110 + 2.5 * ms
    feeds = (Feed(10, x.box, str(test.no[0])), Feed(100, x.box, str(test.yes[0])), Feed(on, x.box, str(test.no[1])))
    return Example(asked(draw, slots, clauses, things, asks), p.text(), lambda seen: len(seen.values(flash - 1)) == 3, feeds, [flash], (on + 1.5 * ms) / 1000)


def latch(draw: Draw) -> Example:
    """On above one limit, off only below a lower one."""
    p = Sketch()
    x = value(draw, p)
    span = x.high - x.low
    low = x.low + draw.integer(2, max(2, span // 3))
    high = low + draw.integer(3, max(3, span // 3))
    up = p.add("sel 1", p.add(f"> {high}", x.box))
    down = p.add("sel 1", p.add(f"< {low}", x.box))
    toggle = p.add("tgl", p.add("msg 1", up), p.add("msg 0", down))
    slots = {"x": x.words, "high": str(high), "low": str(low), "t": ("a toggle", "a toggle", "a switch (toggle)"), "above": ("above", "over", "higher than", "greater than"), "below": ("below", "under", "lower than", "less than")}
    clauses = (
        "~switch {t} on when {x} goes {above} {high} and off only when it falls {below} {low}", "~turn {t} on {above} {high} and off {below} {low}, with {x} as input", "~work as a threshold with hysteresis: {t} goes on when {x} is {above} {high} and off when it is {below} {low}",
        "~set {t} on {above} {high}, off {below} {low}, and ~leave it alone in between, for {x}", "~use two thresholds on {x}: {above} {high} switches {t} on, {below} {low} switches it off",
        "~switch {t} with {x}, on when it gets {above} {high} and off when it gets {below} {low}",
    )
    things = ("a hysteresis switch for {x}: on {above} {high}, off {below} {low}", "a Schmitt trigger for {x}, {t} on {above} {high} and off {below} {low}")
    asks = ("{t} on if {x} is {above} {high}, off if {below} {low}, no change in between", "hysteresis: {x} {above} {high} on, {below} {low} off, shown on {t}")
    feeds = fed(x.box, low, high + 1, (low + high) // 2, low - 1)
    return Example(asked(draw, slots, clauses, things, asks), p.text(), lambda seen: [v.atoms[0] for v in seen.values(toggle - 1)] == [1, 0], feeds, [toggle], 0.2)


ZONES = (("low", "middle", "high"), ("cold", "warm", "hot"), ("soft", "medium", "loud"), ("green", "yellow", "red"), ("slow", "medium", "fast"), ("bass", "mid", "treble"), ("left", "center", "right"),
         ("small", "medium", "large"), ("quiet", "normal", "loud"), ("one", "two", "three"), ("too low", "ok", "too high"))  # fmt: skip


def three_zones(draw: Draw) -> Example:
    """A word or a bang for low, middle and high numbers."""
    p = Sketch()
    x = value(draw, p)
    span = x.high - x.low
    a = x.low + draw.integer(2, max(2, span // 3))
    b = a + draw.integer(3, max(3, span // 3))
    words = draw.one(ZONES)
    first = p.add(f"moses {a}", x.box)
    second = p.add(f"moses {b}", p.out(first, 1))
    lights = draw.chance(0.35) and " " not in words[0]
    ends: list[Handle | Cord] = [first, second, p.out(second, 1)]
    kind = "bng" if lights else "msg"
    boxes = [p.add(f'bng "{name}"' if lights else f"msg {name}", end) for name, end in zip(words, ends, strict=True)]
    if not lights:
        p.add("print", *boxes)
    w1, w2, w3 = words
    slots = {"x": x.words, "a": str(a), "b": str(b), "w1": w1, "w2": w2, "w3": w3, "do": ("~print", "~print", "~post", "~write to the console") if kind == "msg" else ("~light a bang labelled", "~flash the button", "~bang")}
    if kind == "msg":
        clauses: tuple[str, ...] = (
            "{do} {w1} below {a}, {w2} from {a} to {b} and {w3} above that, for {x}", "{do} {w1} if {x} is under {a}, {w2} if it is under {b} and {w3} otherwise", "~divide {x} into three zones with limits {a} and {b} and {do} {w1}, {w2} or {w3}",
            "~sort {x} into {w1}, {w2} and {w3} with thresholds at {a} and {b} and {printed}", "~classify {x} as {w1} (below {a}), {w2} (below {b}) or {w3} and {printed}", "~check {x} and {do} {w1} when it is less than {a}, {w3} when it is {b} or more and {w2} in between",
        )
        asks: tuple[str, ...] = ("{x}: {w1} under {a}, {w2} up to {b}, {w3} over it, printed", "{w1}, {w2} or {w3}? limits {a} and {b}, print the word for {x}", "i need three words for {x}: {w1} < {a}, {w2} < {b}, else {w3}, in the console")
    else:
        clauses = ("~flash a bang labelled {w1} when {x} is below {a}, {w2} when it is below {b} and {w3} from there on", "~divide {x} into three zones with limits {a} and {b} and ~flash one of the buttons {w1}, {w2} and {w3}",
                   "~light up one of three bangs, {w1} below {a}, {w2} between {a} and {b}, {w3} from {b} upwards, for {x}", "~sort {x} into three zones ({w1} under {a}, {w2} under {b}, {w3}) with a bang for each",
                   "~have three buttons {w1}, {w2} and {w3}: the first flashes if {x} is under {a}, the second under {b}, the third above")
        asks = ("three bangs {w1} {w2} {w3} for {x}, limits {a} and {b}", "{x} zones: under {a} {w1}, under {b} {w2}, above {w3}, a bang each")
    feeds = fed(x.box, a - 1, a, b, a - 2)
    holds = prints_all([words[i].split() for i in (0, 1, 2, 0)]) if kind == "msg" else lambda seen: [len(seen.values(box - 1)) for box in boxes] == [2, 1, 1]
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, feeds, boxes if lights else [], 0.2)


SKILLS: dict[str, Skill] = {
    "do-when": do_when,
    "on-crossing": on_crossing,
    "either-word": either_word,
    "toggle-follows": toggle_follows,
    "tone-while": tone_while,
    "beep-when": beep_when,
    "clock-while": clock_while,
    "hysteresis": latch,
    "three-zones": three_zones,
}
