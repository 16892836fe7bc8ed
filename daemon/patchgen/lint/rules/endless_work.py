"""Numbers that keep Pd at work for so long that it seems to hang."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number

CODE = "endless-work"
SEVERITY = Severity.ERROR
WHY = "Pd does nothing else until it is done, and cannot be stopped meanwhile."

VALID = [
    "[tgl] -> [metro 1]",
    "[metro 0]",
    "[44100( -> [until] -> [f]",
    "[0.5( -> [metro 5]",
    "[resize 44100( -> [s a], [table a]",
]
INVALID = [
    Invalid("[tgl] -> [metro 1e-09]", says="1e-09", at=1),
    Invalid("[1e-30( -> 1:[metro 5]", says="1e-30"),
    Invalid("[1e9( -> [until] -> [f]", says="1e9", at=0),
    Invalid("[resize 1e9( -> [s a], [table a]", says="1e9", at=0),
    Invalid("[; a resize 1e9(, [table a]", says="1e9"),
    Invalid("[2e9( -> [setsize a b]", says="2e9"),
]

SHORTEST = 0.01
"""Milliseconds between two bangs, less than a sample lasts."""
MOST = 10_000_000
"""Turns of a loop, or members of an array."""
COUNTING = frozenset({"until", "setsize"})
"""Objects that do something as often as a number says."""


def check(view: View) -> Iterator[Finding]:
    """Times of [metro]s, and numbers in messages."""
    for index, known in enumerate(view.known):
        if known.name == "metro":
            for number in known.args[:1]:
                if is_short(number):
                    yield finding(view, index, f"{number} ms is too short for [metro]")
        elif known.name == "msg":
            for trouble in said(view, index):
                yield finding(view, index, trouble)


def finding(view: View, box: int, message: str) -> Finding:
    """The finding for a box."""
    return Finding(CODE, SEVERITY, message, view.place(box), hint="Use a sensible number.")


def said(view: View, box: int) -> Iterator[str]:
    """What is wrong with the numbers of a message box, by where they go."""
    sinks = {(view.known[cord.sink].name, cord.inlet) for cord in view.feeds.get(box, ())}
    is_count = any(name in COUNTING for name, _ in sinks)
    for message in messages(view.known[box].args):
        number = message.atoms[-1]
        is_resize = message.selector == "resize"
        if (is_resize or (is_count and not message.receiver)) and is_large(number):
            yield f"{number} is too much for one array or loop, at most {MOST:g}"
        if ("metro", 1) in sinks and not message.receiver and is_short(number):
            yield f"{number} ms is too short for [metro]"


def is_short(number: str) -> bool:
    """Whether a time is nearly nothing; Pd itself mends zero and less."""
    return is_number(number) and 0 < float(number) < SHORTEST


def is_large(number: str) -> bool:
    """Whether something is to be done far too often."""
    return is_number(number) and float(number) > MOST
