"""Skills: what has come so far and what happens just now: crossings that bang once, two limits, every nth, records with a reset, the last few, one of several inputs."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import bangs, prints_all, shows
from patchgen_training.skills.plain3_words import Ending, finished, made, sentences
from patchgen_training.skills.plain_words import CLICKED, SLID, TYPED, clicks, fed
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, ORDINALS

WORDS = ("alarm", "loud", "peak", "over", "warning", "hit", "now", "limit", "go", "too high", "stop", "trigger")
UP = ("rises above {n}", "goes above {n}", "climbs over {n}", "exceeds {n}", "passes {n} on the way up", "gets higher than {n}", "crosses {n} upwards", "becomes greater than {n}")
DOWN = ("falls below {n}", "goes below {n}", "drops under {n}", "sinks below {n}", "passes {n} on the way down", "gets lower than {n}", "crosses {n} downwards", "becomes less than {n}")
AGAIN_UP = ("and again only after it has fallen to {n} or below", "and not again until it has been at or below {n}", "but not again while it stays above", "only once, until it comes back down", "once per crossing", "just once and not for every further value above", "and then stay quiet until it has gone back to {n} or less")
AGAIN_DOWN = ("and again only after it has risen to {n} or above", "and not again until it has been at or above {n}", "but not again while it stays below", "only once, until it comes back up", "once per crossing", "just once and not for every further value below", "and then stay quiet until it has gone back to {n} or more")


def deed(draw: Draw, p: Sketch, source: Handle, count: int) -> tuple[tuple[str, ...], tuple[str, ...], Holds, list[Handle]]:
    """A bang or a printed word, with long and short words for it."""
    if draw.chance(0.65):
        light = p.add("bng", source)
        return ("~send a bang", "~bang", "~trigger a button", "~flash a button", "~light up a bang", "~output a bang"), ("bang", "a bang", "flash a button", "bang once"), bangs(light, count), [light]
    word = draw.one(WORDS)
    p.add("print", p.add(f"msg {word}", source))
    mark = f'"{word}"'
    return (f"~print {mark}", f"~print {mark} to the console", f"~post {mark} to the console", f"~print the word {mark}" if " " not in word else f"~print {mark}", f"~print {word}"), (f"print {word}", f"print {mark}"), prints_all([word.split()] * count), []


def crossing(draw: Draw) -> Example:
    """One deed at the moment when a limit is passed."""
    rises, limit, is_slid = draw.chance(0.65), draw.integer(10, 110), draw.chance(0.3)
    p = Sketch()
    box = p.add("hsl 0 127" if is_slid else "number")
    last = p.add("sel 1", p.add("change", p.add(f"{'>' if rises else '<'} {limit}", box)))
    do, brief, holds, watch = deed(draw, p, last, 2)
    order = (limit - 5, limit + 5, limit + 8, limit - 5, limit + 5) if rises else (limit + 5, limit - 5, limit - 8, limit + 5, limit - 5)
    slots = {"x": SLID if is_slid else TYPED, "n": str(limit), "goes": UP if rises else DOWN, "again": AGAIN_UP if rises else AGAIN_DOWN, "do": do, "b": brief, "q": ("a slider", "the slider") if is_slid else ("a number", "the input", "it", "my number")}
    formal = (
        "{do} once when {x} {goes}, {again}", "{do} when {x} {goes}, {again}", "{do} the moment {x} {goes}, {again}", "~watch {x} and {do} when it {goes}, {again}", "{take} {x} and {do} each time it {goes}, {again}", "{do} only at the moment when {x} {goes}", "~detect when {x} {goes} and {do}, {again}",
        "when {x} {goes}, {do}, {again}", "{do} exactly once every time {x} {goes}", "~monitor {x} and {do} once as soon as it {goes}, {again}",
    )  # fmt: skip
    short = ("{b} once when {q} {goes}", "{b} when {q} {goes}, only once", "{b} the moment {q} {goes}", "{b} once per crossing of {n}", "{q} {goes}: {b}, just once", "{b} only when it {goes}, not while it stays there")
    speech = (
        "i want to {b} when {x} {goes}, {again}", "when {x} {goes} it should {b}, {again}", "{b} only at the crossing: when {x} {goes}, {again}", "My sensor is jumpy, {b} just once when {x} {goes}, {again}", "how do I {b} once when {x} {goes}, {again}?", "it keeps triggering! please {b} only once when {x} {goes}, {again}",
    )  # fmt: skip
    return made(sentences(draw, slots, formal, short, [text.replace("{b}", "{do}") for text in speech]), p, Ending({}, holds, watch), fed(box, *order))


def two_limits(draw: Draw) -> Example:
    """A deed when the upper limit is passed, armed again at the lower one; or a toggle that follows both."""
    low = draw.integer(10, 60)
    high, is_slid, is_lamp = low + draw.integer(5, 50), draw.chance(0.3), draw.chance(0.35)
    p = Sketch()
    box = p.add("hsl 0 127" if is_slid else "number")
    on = p.add("sel 1", p.add(f"> {high}", box))
    off = p.add("sel 1", p.add(f"< {low}", box))
    ups, downs = p.add("msg 1", on), p.add("msg 0", off)
    order = (low + 1, high + 2, low + 1, high + 3, low - 2, high + 2)
    slots: dict[str, object] = {"x": SLID if is_slid else TYPED, "hi": str(high), "lo": str(low), "up": tuple(text.replace("{n}", str(high)) for text in UP), "down": tuple(text.replace("{n}", str(low)) for text in DOWN), "q": ("a slider",) if is_slid else ("a number", "the input", "my number")}
    if is_lamp:
        lamp = p.add("tgl", ups, downs)
        formal: tuple[str, ...] = (
            "~switch a toggle on when {x} {up} and off only when it {down}", "~turn a toggle on when {x} {up} and off again when it {down}", "{take} {x}, ~switch a toggle on when it {up} and off when it {down}, leaving it as it is in between", "~apply hysteresis on {x}: a toggle goes on above {hi} and off below {lo}",
            "~light a toggle when {x} {up}, keeping it lit until it {down}", "~set a toggle to 1 when {x} {up} and to 0 when it {down}, with no change in between", "~have a toggle that goes on as soon as {x} {up} and goes off as soon as it {down}",
        )  # fmt: skip
        short: tuple[str, ...] = ("toggle on above {hi}, off below {lo}", "hysteresis: on above {hi}, off below {lo}", "{q}: toggle on over {hi}, off under {lo}", "schmitt trigger {hi} / {lo} with a toggle")
        speech: tuple[str, ...] = ("the toggle should go on when {x} {up} and stay on until it {down}", "above {hi} the toggle is on, below {lo} it's off, between nothing changes, {x} comes in", "my lamp flickers, so switch the toggle on when {x} {up} but off only when it {down}", "I need two thresholds for {x}: toggle on above {hi}, off below {lo}")
        holds, watch = shows(lamp, 1), [lamp]
        return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, watch), fed(box, *order))  # type: ignore[arg-type]
    last = p.add("sel 1", p.add("change", ups, downs))
    do, brief, holds, watch = deed(draw, p, last, 2)
    slots |= {"do": do, "b": brief}
    formal = (
        "{do} when {x} {up}, and again only after it has fallen below {lo}", "{do} once when {x} {up} and not again until it {down}", "~watch {x} and {do} when it {up}, then ~wait until it {down} before the next one", "{do} when {x} {up}, with hysteresis: it must go below {lo} before it can happen again",
        "{take} {x}, {do} when it {up} and ~ignore further values above until it {down}", "~detect peaks in {x}: {do} when it {up}, and only after it {down} again", "~use two limits for {x}: {do} above {hi}, but only again after it has been below {lo}",
    )  # fmt: skip
    short = ("{b} above {hi}, rearm below {lo}", "{b} over {hi}, again only after falling under {lo}", "{b} with hysteresis {hi}/{lo}", "{b} once above {hi} until below {lo}")
    speech = ("{do} when {x} {up}, but it must have dropped below {lo} before it does so again", "just one trigger per peak: {do} when {x} {up}, wait until it {down}", "I want hysteresis on {x}: {do} over {hi}, next time only after it {down}", "how can i {do} when {x} {up}, and again only when it has been below {lo}?")
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, holds, watch), fed(box, *order))  # type: ignore[arg-type]


def every_nth_click(draw: Draw) -> Example:
    """Only one click in n gets through."""
    n = draw.integer(2, 12)
    p = Sketch()
    button = p.add("bng")
    held = p.add("f 0", button)
    count = p.add(f"mod {n}", p.add("+ 1", held))
    do, brief, holds, watch = deed(draw, p, p.add("sel 0", count), 2)
    p.connect(count, held, 1)
    nth = (f"every {ORDINALS[n]} click", f"each {ORDINALS[n]} click", f"only every {ORDINALS[n]} click", f"one click out of {NUMBER_WORDS[n]}", f"every {n}th click" if n > 3 else f"every {ORDINALS[n]} click")
    slots = {"do": do, "b": brief, "nth": nth, "n": (NUMBER_WORDS[n], str(n))}
    formal = ("{do} on {nth} on a button", "~count the clicks on a button and {do} on {nth}", "~let {nth} on a button through and {do} then", "~ignore clicks on a button except {nth}, and then {do}", "{do} after every {n} clicks on a button", "{do} whenever a button has been clicked {n} more times", "~divide the clicks on a button by {n}: {do} on {nth}", "~react to {nth} on a button only and {do}")
    short = ("{b} on {nth}", "{nth}: {b}", "{b} every {n} clicks", "{b} after {n} clicks, again and again", "{nth} on a button, {b}")
    speech = ("I click a button, but it should {do} on {nth}", "{nth} should {do}, the others do nothing", "how do i {do} on {nth} of a button?", "a clock divider for a button: {do} on {nth}")
    return made(sentences(draw, slots, formal, short, [text.replace("{do}", "{b}") if draw.chance(0.3) else text for text in speech]), p, Ending({}, holds, watch), clicks(*[button] * (2 * n)), 0.1 + 0.04 * n)


RECORDS: dict[str, tuple[str, str, Callable[[float, float], float], tuple[str, ...], tuple[str, ...]]] = {
    "max": ("max", "-1e+06", max, ("the highest number so far", "the largest value that has come in so far", "the maximum of all numbers so far", "the biggest number up to now", "the record high"), ("highest so far", "max so far", "keep the maximum", "peak hold", "biggest so far")),
    "min": ("min", "1e+06", min, ("the lowest number so far", "the smallest value that has come in so far", "the minimum of all numbers so far", "the smallest number up to now", "the record low"), ("lowest so far", "min so far", "keep the minimum", "smallest so far")),
    "sum": ("+", "0", lambda a, b: a + b, ("the sum of all numbers so far", "the running total", "the total of everything entered so far", "all numbers added up so far"), ("running total", "add everything up", "sum so far", "keep adding my numbers")),
}


def record(draw: Draw) -> Example:
    """The extreme or the sum so far, perhaps with a button to start over."""
    body, start, function, nouns, brief = RECORDS[draw.one(tuple(RECORDS))]
    has_reset = draw.chance(0.6)
    p = Sketch()
    box = p.add("number")
    reset = p.add('bng "reset"') if has_reset else 0
    first = [p.into(1, p.add(f"msg {start}", reset))] if has_reset else []
    combined = p.add(f"{body} {start}", box, *first)
    held = p.add("f", combined)
    p.connect(held, combined, 1)
    xs = [float(draw.integer(5, 20)), float(draw.integer(1, 4)), float(draw.integer(21, 40)), 12.0]
    value = float(start)
    for x in xs:
        value = x if value == float(start) and body != "+" else function(value, x)
    feeds = fed(box, *xs)
    if has_reset:
        feeds += (Feed(200, reset, "bang"), Feed(220, box, "7"))
        value = 7.0
    ending = finished(draw, p, [held], [value], only_last=True)
    again = (", with a reset button", ", and a reset button starts over", ", and ~have a button that resets it", ", with a button to start again", ", and a button clears it", ", with a reset button that forgets the old numbers") if has_reset else ("",)
    short_again = (", with reset", " with a reset button", ", reset button", ", button to reset") if has_reset else ("",)
    slots = {**ending.slots, "w": nouns, "b": brief, "again": again, "sa": short_again, "xs": ("the numbers from a number box", "all numbers that come in", "the numbers I enter", "the numbers entered by the user", "incoming numbers", "the values of a number box")}
    formal = ("~keep {w}{out}{again}", "~remember {w}{out}{again}", "{take} {xs} and {tell} {w}{place}{again}", "{tell} {w}{place}{again}", "~track {xs} and {tell} {w}{place}{again}", "{calc} {w} from {xs}{out}{again}", "~update {w} with every new number{out}{again}", "~store {w} of {xs}{out}{again}")
    short = ("{b}{st}{sa}", "{b}{sa}", "{w}{st}{sa}", "show {w}{sa}" if ending.watch else "print {w}{sa}")
    speech = ("i type numbers and want {w}{tail}{sa}", "what's {w}? it should {wish}{sa}", "I enter one number after the other and need {w}{tail}{sa}", "let me see {w} while numbers come in{tail}{sa}", "{w} please{tail}{sa}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, feeds)


def last_few(draw: Draw) -> Example:
    """The last three or so numbers: their mean, sum or extreme, or all as a list."""
    kind = draw.one(("list", "list", "mean", "mean", "sum", "max", "min"))
    n = draw.one((2, 3, 3, 4)) if kind == "list" else 3
    p = Sketch()
    box = p.add("number")
    order = p.add("t f" + " b" * (n - 1), box)
    older: list[Handle] = []
    for i in range(n - 1, 0, -1):
        older.append(p.add("f", p.out(order, i), *([p.into(1, order)] if i == 1 else [])))
    for one, before in zip(older[1:], older, strict=False):
        p.connect(one, before, 1)
    values = [float(draw.integer(1, 40)) for _ in range(n + 1)]
    newest_first = [*reversed(values)][:n]
    inputs: list[Handle | Cord] = [order, *(p.into(i, handle) for i, handle in enumerate(older[::-1], 1))]
    if kind == "list":
        listed = p.add("pack " + " ".join(["f"] * n), *inputs)
        p.add("print", listed)
        holds: Holds = lambda seen: list(seen.prints[-1].atoms) == newest_first  # noqa: E731
        ending = Ending({}, holds, [])
    else:
        refs = [f"$f{i + 1}" for i in range(n)]
        body = {"mean": f"({' + '.join(refs)}) / {n}", "sum": " + ".join(refs), "max": f"max({refs[0]}, max({refs[1]}, {refs[2]}))", "min": f"min({refs[0]}, min({refs[1]}, {refs[2]}))"}[kind]
        value = {"mean": sum(newest_first) / n, "sum": sum(newest_first), "max": max(newest_first), "min": min(newest_first)}[kind]
        ending = finished(draw, p, [p.add("expr " + body, *inputs)], [value], only_last=True)
    count = NUMBER_WORDS[n]
    nouns = {"list": (f"the last {count} numbers as a list", f"a list of the {count} most recent numbers, the newest first", f"the {count} numbers that came last, newest first"), "mean": (f"the average of the last {count} numbers", f"the mean of the {count} most recent numbers", f"a moving average over {count} numbers"),
             "sum": (f"the sum of the last {count} numbers", f"the total of the {count} most recent numbers"), "max": (f"the largest of the last {count} numbers", f"the maximum of the {count} most recent numbers"), "min": (f"the smallest of the last {count} numbers", f"the minimum of the {count} most recent numbers")}[kind]  # fmt: skip
    slots = {"tell": ("~print", "~post"), "place": (" to the console", ""), "out": (" and ~print it", " and ~print it to the console"), "st": (" and print it", ", printed", " to the console"), "tail": (", print it", ", printed"), "wish": ("print it",), **ending.slots, "w": nouns, "xs": ("the numbers from a number box", "all numbers that come in", "the numbers I enter", "incoming numbers")}
    formal = ("{tell} {w}{place} with every new number", "{take} {xs} and {tell} {w}{place}", "~keep {w}{out}", "~remember {w}{out}", "{calc} {w}{out} whenever a number is entered", "~store {w}{out}", "~update {w} each time a number comes in{out}")
    short = ("{w}{st}", "{w}{st}", "i want {w}{st}", f"history of {count} numbers, newest first{{st}}" if kind == "list" else "get {w}{st}")
    speech = ("i type numbers and want {w}{tail}", "I'd like {w}{tail}, every time a new one comes in", "{w}, please{tail}", "remember {w}{tail}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, fed(box, *values))


def chosen(draw: Draw) -> Example:
    """A radio or a toggle decides which of several numbers is passed on."""
    n = draw.one((2, 2, 3, 4))
    p = Sketch()
    names = ("first", "second", "third", "fourth")[:n]
    boxes = [p.add(f'number "{name}"') for name in names]
    radio = p.add(f"hradio {n}")
    gates = []
    for i, box in enumerate(boxes):
        gates.append(p.add("spigot 1" if i == 0 else "spigot", box, p.into(1, p.add(f"== {i}", radio))))
    pick = draw.integer(0, n - 1)
    values = [float(10 * (i + 1) + draw.integer(0, 9)) for i in range(n)]
    feeds = [Feed(10, radio, str(pick)), *fed_each(boxes, values)]
    ending = finished(draw, p, gates, [values[pick]])
    count = NUMBER_WORDS[n]
    slots = {**ending.slots, "n": count, "r": ("radio buttons", "a radio button", f"a radio with {count} cells", "a horizontal radio", "a selector with radio buttons"), "xs": (f"{count} number boxes", f"{count} numbers", f"{count} inputs", f"{count} numbers from number boxes")}
    formal = ("~pass on one of {xs}, chosen with {r}{out}", "~use {r} to choose which of {xs} is passed on{out}", "~let {r} decide which of {xs} comes through{out}", "~have {xs} and {r} that choose which of them is used{out}", "~switch between {xs} with {r}{out}", "~select one of {xs} by {r}, blocking the others{out}", "~route only the chosen one of {xs} to the output, the choice being made with {r}{out}")
    short = ("choose between {xs} with {r}{st}", "{r} picks one of {xs}{st}", "select one of {xs} by radio{st}", "{n} inputs, one output, {r}{st}")
    speech = ("i have {xs} and want to choose with {r} which one gets through{tail}", "{r} should select which of {xs} comes out{tail}", "only the selected one of {xs} may pass, the selection is made with {r}{tail}", "how do I switch between {xs} using {r}?{tail}")
    return made(sentences(draw, slots, formal, short, speech), p, ending, feeds)


def fed_each(boxes: list[Handle], values: list[float]) -> list[Feed]:
    """A number for every box, 20 ms apart."""
    return [Feed(30 + 20 * i, box, f"{x:g}") for i, (box, x) in enumerate(zip(boxes, values, strict=True))]


def joined_on_click(draw: Draw) -> Example:
    """Several numbers sent as one list when a button is clicked."""
    n = draw.one((2, 3, 3, 4))
    p = Sketch()
    boxes = [p.add("number") for _ in range(n)]
    button = p.add("bng")
    first = p.add("f", button, p.into(1, boxes[0]))
    listed = p.add("pack " + " ".join(["f"] * n), first, *[p.into(i, box) for i, box in enumerate(boxes) if i])
    p.add("print", listed)
    values = [float(draw.integer(1, 99)) for _ in boxes]
    slots = {"n": NUMBER_WORDS[n], "click": CLICKED, "xs": (f"{NUMBER_WORDS[n]} numbers", f"{NUMBER_WORDS[n]} number boxes", f"the values of {NUMBER_WORDS[n]} number boxes", f"{NUMBER_WORDS[n]} numbers entered by the user")}
    formal = ("~join {xs} to a list {click} and ~print it", "~collect {xs} and ~print them as one list {click}", "~print {xs} as a single list {click}", "~pack {xs} into a list and ~print it {click}", "{click}, ~print {xs} as a list", "~combine {xs} in one list and ~print the list {click}", "~send {xs} together as a list to the console {click}", "~gather {xs} and ~print them in one line {click}")
    short = ("{xs} as a list on click, print", "print {xs} as a list on click", "button prints {xs} as a list", "pack {xs}, print on bang", "join {xs}, print when i click")
    speech = ("i type {xs} and when i click they should be printed as one list", "one click, one list: {xs} printed together", "print {xs} together in one line, but only {click}", "how do I pack {xs} into a list and print it {click}?")
    feeds = [*fed_each(boxes, values), Feed(200, button, "bang")]
    return made(sentences(draw, slots, formal, short, speech), p, Ending({}, prints_all([values]), []), feeds)


SKILLS: dict[str, Skill] = {
    "crossing-once": crossing, "two-limits": two_limits, "every-nth-click": every_nth_click, "record-so-far": record, "last-few-numbers": last_few, "chosen-by-radio": chosen, "joined-on-click": joined_on_click,
}  # fmt: skip
CORE: tuple[str, ...] = ("crossing-once", "two-limits", "every-nth-click", "record-so-far", "chosen-by-radio", "joined-on-click")
