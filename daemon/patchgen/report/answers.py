"""What each kind of box sends when messages reach it, as far as that can be known without Pd.

Messages are tuples of atoms: ("bang",), ("0.5",), ("set", "3"). Where nobody can tell, a box may
send anything. All of it errs towards more: what is said never to come does never come.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

from patchgen.lint.messages import messages
from patchgen.objects.reference import find
from patchgen.pd.atoms import is_number, number_text

Message = tuple[str, ...]
Messages = frozenset[Message]
Inputs = Mapping[int, Messages]
"""Messages by the inlet they reach."""
Answer = Callable[[tuple[str, ...], Inputs, int], Messages]
"""From arguments, what comes in, and the number of an outlet to what leaves there."""

ANYTHING: Message = ("\0",)
NOTHING: Messages = frozenset()
ANY: Messages = frozenset({ANYTHING})
BANG: Messages = frozenset({("bang",)})

HOT_ELSEWHERE = frozenset({"timer", "realtime", "cputime", "text sequence"})
"""Objects of vanilla Pd that answer at another inlet than the first."""

MOST = 12
"""Different messages that are told apart at one outlet."""


def bounded(found: Messages) -> Messages:
    """The messages, or anything where they are too many."""
    return ANY if ANYTHING in found or len(found) > MOST else found


def answer(name: str, args: tuple[str, ...], inputs: Inputs, outlet: int) -> Messages:
    """What a box sends from one outlet; nothing where nothing comes in."""
    if not any(inputs.values()):
        return NOTHING
    rule = ANSWERS.get(name)
    if rule is not None:
        return bounded(rule(args, inputs, outlet))
    found = find(name)
    is_cold = found is not None and found.library == "vanilla" and name not in HOT_ELSEWHERE
    return NOTHING if is_cold and not hot(inputs) else ANY


def hot(inputs: Inputs) -> Messages:
    """What reaches the first inlet."""
    return inputs.get(0, NOTHING)


def numbers(found: Messages) -> Messages:
    """The single numbers among messages; a list counts as its first atom."""
    if ANYTHING in found:
        return ANY
    return frozenset((m[0],) for m in found if is_figure(m))


def is_figure(message: Message) -> bool:
    """Whether a message is a number or a list that begins with one."""
    return bool(message) and is_number(message[0])


def always_bang(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """A bang for whatever comes."""
    return BANG if hot(inputs) else NOTHING


def passed(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """The same again."""
    return hot(inputs)


def stored(args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """[float] and [int]: numbers pass, a bang sends what is kept."""
    out = numbers(hot(inputs))
    if ("bang",) in hot(inputs):
        kept = numbers(inputs.get(1, NOTHING)) | out
        out |= kept | frozenset({(args[0] if args and is_number(args[0]) else "0",)})
    return out


def clicked(args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """A message box: its messages, with what came in put for `$1`."""
    out: set[Message] = set()
    for message in messages(args):
        if not message.receiver:
            out |= {ANYTHING} if "$" in "".join(message.atoms) else {message.atoms}
    return frozenset(out) if hot(inputs) - {("set",)} else NOTHING


def toggled(args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """A toggle: numbers pass, a bang turns it over; without init it starts at 0."""
    out = numbers(hot(inputs))
    if ("bang",) in hot(inputs):
        is_on = len(args) > 13 and args[1] == "1" and args[12] != "0"
        out |= frozenset({("0",) if is_on else (args[13] if len(args) > 13 else "1",)})
    return out


def shown(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """Sliders and number boxes: numbers pass, a bang sends what they show."""
    out = numbers(hot(inputs))
    return out | ANY if ("bang",) in hot(inputs) else out


TYPES = {"b": "bang", "f": "float", "a": "anything", "s": "symbol", "l": "list", "p": "pointer"}


def triggered(args: tuple[str, ...], inputs: Inputs, outlet: int) -> Messages:
    """[trigger]: a bang, the number, or the same again."""
    kinds = args or ("f", "f")
    kind = TYPES.get(kinds[outlet][:1], "") if outlet < len(kinds) else ""
    if not hot(inputs):
        return NOTHING
    if kind == "bang":
        return BANG
    if kind == "float":
        return numbers(hot(inputs)) | (frozenset({("0",)}) if ("bang",) in hot(inputs) else NOTHING)
    if outlet < len(kinds) and is_number(kinds[outlet]):
        return frozenset({(kinds[outlet],)})
    return hot(inputs) if kind in ("anything", "list") else ANY


def started(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """[metro]: bangs once anything but 0 and stop has come."""
    come = hot(inputs)
    is_on = any(m != ("stop",) and not (is_figure(m) and not float(m[0])) for m in come)
    return BANG if is_on else NOTHING


def waited(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """[delay]: a bang for whatever starts it."""
    return BANG if any(m != ("stop",) for m in hot(inputs)) else NOTHING


def targets(_args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """[line]: in the end the number that it was told to go to."""
    return numbers(hot(inputs))


def selected(args: tuple[str, ...], inputs: Inputs, outlet: int) -> Messages:
    """[select]: a bang from the outlet of an equal value, else the message from the last."""
    wanted = args or ("0",)
    others = frozenset(m for m in hot(inputs) if m[:1] not in {(word,) for word in wanted})
    if outlet >= len(wanted):
        return others
    is_there = ANYTHING in hot(inputs) or 1 in inputs
    is_there = is_there or any(is_same(m[0], wanted[outlet]) for m in hot(inputs) if m)
    return BANG if is_there else NOTHING


def is_same(one: str, other: str) -> bool:
    """Whether two atoms are equal, numbers by value."""
    if is_number(one) and is_number(other):
        return float(one) == float(other)
    return one == other


def gated(args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
    """[spigot]: the same again where it has been opened."""
    opening = numbers(inputs.get(1, NOTHING)) or frozenset({(args[0] if args else "0",)})
    return hot(inputs) if may_be_other_than_zero(opening) else NOTHING


def may_be_other_than_zero(found: Messages) -> bool:
    """Whether any of the messages is a number other than 0, or may be one."""
    return any(m == ANYTHING or (is_figure(m) and float(m[0]) != 0) for m in found)


def calculated(name: str) -> Answer:
    """Arithmetic with a constant at the right; with more at the right, anything."""

    def reckon(args: tuple[str, ...], inputs: Inputs, _outlet: int) -> Messages:
        if 1 in inputs or ANYTHING in hot(inputs) or ("bang",) in hot(inputs):
            return ANY if hot(inputs) else NOTHING
        right = float(args[0]) if args and is_number(args[0]) else 0.0
        results = (apply(name, float(m[0]), right) for m in numbers(hot(inputs)))
        return frozenset((number_text(result),) for result in results)

    return reckon


ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
    ">=": operator.ge, "<=": operator.le, "max": max, "min": min,
}  # fmt: skip


def apply(name: str, left: float, right: float) -> float:
    """The result as Pd has it; a division by 0 gives 0."""
    try:
        return float(ARITHMETIC[name](left, right))
    except (ZeroDivisionError, OverflowError):
        return 0.0


ANSWERS: Mapping[str, Answer] = {
    **dict.fromkeys(("bang", "bng", "loadbang"), always_bang),
    **dict.fromkeys(("send", "receive", "inlet", "outlet", "change", "list trim"), passed),
    **dict.fromkeys(("floatatom", "hsl", "vsl", "nbx", "hradio", "vradio"), shown),
    **dict.fromkeys(("float", "int", "value"), stored),
    **dict.fromkeys(("delay",), waited),
    **dict.fromkeys(("line", "line~", "vline~"), targets),
    **{name: calculated(name) for name in ARITHMETIC},
    "msg": clicked,
    "tgl": toggled,
    "trigger": triggered,
    "metro": started,
    "select": selected,
    "spigot": gated,
}
"""Boxes whose answers are known; every other box may answer with anything."""
