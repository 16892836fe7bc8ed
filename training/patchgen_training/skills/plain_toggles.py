"""Skills: logic with toggles: and, or, exclusive or, neither, not; shown as number, on a third toggle, in words; gates opened and closed by a toggle."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.plain_words import ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

TESTS: dict[str, tuple[str, bool, tuple[int, int, int], tuple[str, ...], tuple[str, ...]]] = {
    "and": ("&&", False, (0, 0, 1), ("both toggles are on", "both of two toggles are on", "two toggles are both on", "the first and the second toggle are on", "a first toggle and a second toggle are switched on at the same time", "two toggles are on at once"),
            ("logical AND", "AND", "logical and", "boolean AND")),
    "or": ("||", False, (0, 1, 1), ("at least one of two toggles is on", "either of two toggles is on (or both)", "the first or the second toggle is on", "one or both of two toggles are on", "any of two toggles is on", "a first toggle or a second toggle is switched on"),
           ("logical OR", "OR", "logical or", "boolean OR")),
    "xor": ("!=", False, (0, 1, 0), ("exactly one of two toggles is on", "only one of two toggles is on, but not both", "two toggles are in different states", "one toggle is on and the other is off", "either of two toggles is on, but not both", "two toggles differ"),
            ("exclusive OR", "XOR", "exclusive or", "logical XOR")),
    "nand": ("&&", True, (1, 1, 0), ("two toggles are not both on", "at least one of two toggles is off"), ("NAND", "logical NAND")),
    "nor": ("||", True, (1, 0, 0), ("none of two toggles is on", "both of two toggles are off", "neither of two toggles is on", "two toggles are both off"), ("NOR", "logical NOR")),
    "same": ("==", False, (1, 0, 1), ("two toggles are in the same state", "both toggles are on or both are off", "two toggles are equal"), ("XNOR", "equality")),
}  # fmt: skip


def two_toggles(draw: Draw) -> Example:
    """Something follows from two toggles: 1 or 0, a lamp, words, a bang."""
    name = draw.one(("and", "and", "or", "or", "xor", "xor", "nand", "nor", "same"))
    body, is_turned, truth, words, names = TESTS[name]
    p = Sketch()
    first, second = p.add('tgl "first"'), p.add('tgl "second"')
    both = p.add("t b f", second)
    result = p.add(body, first, both, p.into(1, p.out(both, 1)))
    result = p.add("== 0", result) if is_turned else result
    feeds = (Feed(10, first, "0"), Feed(30, second, "1"), Feed(50, first, "1"))
    kind = draw.one(("number", "number", "lamp", "lamp", "words"))
    slots: dict[str, Sequence[str] | str] = {"are": words, "name": names, "two": ("two toggles", "two toggles", "two toggle boxes", "two switches (toggles)", "two toggle switches", "a first and a second toggle")}
    clauses: tuple[str, ...]
    if kind == "number":
        ends, holds, watch = ended(draw, p, [result], truth)
        slots |= ends
        clauses = ("~output 1 if {are} and 0 {else}{out}", "~check {whether} {are}{out}", "~give 1 when {are}, {else} 0{out}", "{calc} the {name} of {two}{out}", "{take} {two} and {calc} their {name}{out}", "~combine {two} with a {name}{out}".replace("a {name}", "{name}"),
                   "~test {whether} {are}, with 1 for yes and 0 for no{out}", "~perform the {name} operation on {two}{out}", "~work as a gate for {two}: 1 only if {are}{out}", "~tell {whether} {are}{out}")  # fmt: skip
        asks: tuple[str, ...] = ("{name} of {two}{tail}", "1 only if {are}{tail}", "I have {two} and want a 1 if {are}{tail}", "{name} gate with {two}{tail}", "is it true that {are}? 1 or 0{tail}")
    elif kind == "lamp":
        lamp = p.add("tgl", result)
        holds, watch = emits(lamp, truth), [lamp]
        clauses = ("~turn a third toggle on {while} {are}", "~turn a third toggle on {while} {are}, and off otherwise", "~show on a third toggle {whether} {are}", "~light a toggle as a lamp {while} {are} and ~switch it off {else}", "~have a third toggle that is on only {while} {are}".replace("only {while}", "{while}"), "{while} {are}, ~switch a third toggle on",
                   "{take} {two} and ~show their {name} on a third toggle", "~combine {two} with {name} and ~show the result on another toggle", "~set another toggle to the {name} of {two}")  # fmt: skip
        asks = ("a third toggle should be on {while} {are}", "{two} as inputs and a third toggle that shows their {name}", "lamp (toggle) on {while} {are}", "{name} of {two}, show it on a toggle", "two light switches: a lamp toggle is on {while} {are}")
    else:
        yes, no = draw.one((("yes", "no"), ("open", "closed"), ("on", "off"), ("ok", "wait"), ("true", "false"), ("go", "stop"), ("ready", "not yet")))
        select = p.add("sel 1 0", result)
        p.add("print", p.add(f"msg {yes}", select), p.add(f"msg {no}", p.out(select, 1)))
        holds, watch = prints_all([(yes if one else no).split() for one in truth]), []
        slots |= {"yes": yes, "no": no}
        clauses = ("~print {yes} if {are} and {no} {else}", "~check {whether} {are} and ~print {yes} or {no}", "~print {yes} to the console when {are}, {else} {no}", "~decide {whether} {are}, and ~print {yes} if so and {no} if not", "if {are}, ~print {yes}, {else} {no}")
        asks = ("{yes} if {are}, {no} {else}, printed to the console", "print {yes} when {are}, print {no} when not", "{two}: {yes} in the console if {are}, otherwise {no}")
    return example(plainly(draw, slots, clauses, asks), p, holds, feeds, watch)


def turned(draw: Draw) -> Example:
    """The opposite of a toggle."""
    p = Sketch()
    box = p.add("tgl")
    result = p.add("== 0", box)
    is_lamp = draw.chance(0.5)
    slots: dict[str, Sequence[str] | str] = {"t": ("a toggle", "a toggle box", "the state of a toggle", "a toggle switch")}
    if is_lamp:
        lamp = p.add("tgl", result)
        holds, watch = emits(lamp, [0, 1]), [lamp]
        clauses: tuple[str, ...] = ("~show the opposite of {t} on a second toggle", "~turn a second toggle on when a first one is off and off when it is on", "~invert {t} and ~show the result on another toggle", "~have a second toggle that always is the opposite of the first", "~keep one of two toggles on while the other one is off: a first toggle controls the second")
        asks: tuple[str, ...] = ("second toggle = not first toggle", "one toggle on, the other off: the second shows the opposite of the first", "opposite of {t}, on another toggle")
    else:
        slots_, holds, watch = ended(draw, p, [result], [0, 1])
        slots |= slots_
        clauses = ("~invert {t}, so that on gives 0 and off gives 1{out}", "~output 1 when a toggle is off and 0 when it is on{out}", "{calc} the logical NOT of {t}{out}", "~negate {t}: 1 becomes 0 and 0 becomes 1{out}", "~turn {t} into its opposite{out}", "~give 0 if a toggle is on and 1 if it is off{out}")
        asks = ("not {t}{tail}", "on should give 0 and off 1: invert {t}{tail}", "opposite of {t}{tail}", "logical not of {t}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, 1, 0), watch)


GATED = (("number", ("a number", "the number in a number box", "incoming numbers", "the numbers from a number box", "a number entered by the user", "the input")), ("hsl 0 127", ("the value of a slider", "a slider", "slider values")))
OPEN = (
    "~let {xs} through only {while} a toggle is on{out}", "~pass {xs} on {while} a toggle is on and ~block it while it is off{out}", "~open a gate for {xs} with a toggle{out}", "~block {xs} unless a toggle is on{out}", "{take} {xs} and ~let it pass only {while} a toggle is switched on{out}", "~use a toggle as a gate for {xs}: on lets it through, off blocks it{out}",
    "~switch {xs} on and off with a toggle{out}", "~send {xs} on only {while} a toggle is checked{out}", "~enable {xs} with a toggle{out}", "~forward {xs} if a toggle is on and ~ignore it if the toggle is off{out}",
)
OPEN_ASKS = ("toggle on: {xs} goes through, toggle off: nothing{tail}", "{xs} only {while} the toggle is on{tail}", "an on/off switch for {xs}{tail}", "a gate for {xs}, opened by a toggle{tail}", "spigot with a toggle for {xs}{tail}")
SHUT = (
    "~block {xs} {while} a toggle is on{out}", "~let {xs} through only {while} a toggle is off{out}", "~pass {xs} on unless a toggle is on{out}", "~stop {xs} {while} a mute toggle is on{out}", "{take} {xs} and ~let it pass until a toggle is switched on{out}", "~use a toggle to hold back {xs}: off lets it through, on blocks it{out}",
    "~close a gate for {xs} with a toggle{out}",
)
SHUT_ASKS = ("toggle off: {xs} goes through, toggle on: nothing{tail}", "{xs} only {while} the toggle is off{tail}", "block {xs} when a toggle is on{tail}", "an off switch for {xs}: a toggle that stops it{tail}")


def gated(draw: Draw) -> Example:
    """A toggle opens the way for a number, or closes it."""
    shuts = draw.chance(0.4)
    p = Sketch()
    kind, xs = draw.one((GATED[0], GATED[0], GATED[1]))
    box = p.add(kind)
    toggle = p.add("tgl")
    gate = p.add("spigot 1", box, p.into(1, p.add("== 0", toggle))) if shuts else p.add("spigot", box, p.into(1, toggle))
    values = [11.0, 13.0] if shuts else [12.0]
    slots, holds, watch = ended(draw, p, [gate], values)
    feeds = (*fed(box, 11), Feed(30, toggle, "1"), *fed(box, 12, start=50), Feed(70, toggle, "0"), *fed(box, 13, start=90))
    clauses, asks = (SHUT, SHUT_ASKS) if shuts else (OPEN, OPEN_ASKS)
    words = ("while", "while", "as long as", "when")
    return example(plainly(draw, {**slots, "xs": xs, "while": words}, clauses, asks), p, holds, feeds, watch)


def either_box(draw: Draw) -> Example:
    """A toggle sends a number to one of two boxes, or picks one of two numbers."""
    p = Sketch()
    chooses = draw.chance(0.5)
    if chooses:
        first, second = p.add('number "first"'), p.add('number "second"')
        toggle = p.add('tgl "select"')
        gate = p.add("spigot 1", first, p.into(1, p.add("== 0", toggle)))
        other = p.add("spigot", second, p.into(1, toggle))
        shown = p.add("number", gate, other)
        feeds = (Feed(10, toggle, "1"), *fed(second, 5, start=20), *fed(first, 6, start=40), Feed(60, toggle, "0"), *fed(first, 7, start=80))
        clauses: tuple[str, ...] = ("~choose with a toggle which of two number boxes is shown", "~pass on the first of two numbers while a toggle is off and the second while it is on", "~switch between two number boxes with a toggle and ~display the chosen one", "~select the first or the second number with a toggle and ~show it", "~let a toggle decide which of two numbers comes out",
                   "{take} two numbers and ~pass on only the one that a toggle selects")  # fmt: skip
        asks: tuple[str, ...] = ("toggle off: first number, toggle on: second number", "two numbers in, one out, a toggle chooses", "a switch between two number boxes")
        return example(plainly(draw, {}, clauses, asks), p, emits(shown, [5, 7]), feeds, [shown])
    box, toggle = p.add("number"), p.add("tgl")
    gate = p.add("spigot 1", box, p.into(1, p.add("== 0", toggle)))
    other = p.add("spigot", box, p.into(1, toggle))
    a, b = draw.one((("left", "right"), ("first", "second"), ("a", "b"), ("off", "on"), ("dry", "wet")))
    left, right = p.add(f'number "{a}"', gate), p.add(f'number "{b}"', other)
    slots = {"a": f"a number box {a}", "b": f"a number box {b}", "xs": GATED[0][1]}
    clauses = ("~send {xs} to {a} while a toggle is off and to {b} while it is on", "~direct {xs} to {a} or {b} with a toggle (off or on)", "~let a toggle decide whether {xs} goes to {a} (off) or to {b} (on)", "{take} {xs} and ~route it to {b} if a toggle is on, {else} to {a}", "~switch {xs} between {a}, toggle off, and {b}, toggle on")
    asks = ("{xs} to {a} if the toggle is off, to {b} if it is on", "toggle off: {a}, toggle on: {b}, for {xs}", "one number in, two ways out, chosen with a toggle: {a} (off), {b} (on)")
    feeds = (*fed(box, 3), Feed(30, toggle, "1"), *fed(box, 4, start=50))
    watch: list[Handle] = [left, right]
    return example(plainly(draw, slots, clauses, asks), p, all_of(emits(left, [3]), emits(right, [4])), feeds, watch)


SKILLS: dict[str, Skill] = {"two-toggles": two_toggles, "opposite-of-toggle": turned, "toggle-gate": gated, "toggle-picks-way": either_box}
CORE: tuple[str, ...] = (
    "two-toggles", "opposite-of-toggle", "toggle-gate", "toggle-picks-way", "logic_gates/toggle-logic",
    "logic_gates/gate", "logic_gates/logical-not", "logic_gates/flip-flop",
)
