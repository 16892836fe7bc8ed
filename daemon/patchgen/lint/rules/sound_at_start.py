"""Sound that begins as soon as the patch is opened."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.known import Known
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View

CODE = "sound-at-start"
SEVERITY = Severity.WARNING
WHY = "Nobody has turned the volume down yet; the player should begin, not the patch."

VALID = [
    "[bng] -> [; pd dsp 1(",
    "[loadbang] -> [; pd dsp 0(",
    "[loadbang] -> [0.5( -> [hsl]",
    "[loadbang] -> [del 10] -> [f 3] -> [print]",
    "[loadbang] -> [metro 500] -> [print]",
    "[loadbang] -> [0( -> [metro 500] -> [osc~] -> [dac~]",
    "[tgl 15 0 empty empty empty 17 7 0 10 0 0 0 1 1] -> [metro 500] -> [osc~] -> [dac~]",
    "[tgl 15 1 empty empty empty 17 7 0 10 0 0 0 0 1] -> [metro 500] -> [osc~] -> [dac~]",
]
INVALID = [
    Invalid("[loadbang] -> [; pd dsp 1(", says="switches sound on", at=1),
    Invalid("[loadbang] -> [t b b] -> [del 100] -> [; pd dsp 1(", at=3),
    Invalid("[loadbang] -> [metro 500] -> [osc~] -> [dac~]", says="starts", at=1),
    Invalid("[tgl 15 1 empty empty on 17 7 0 10 0 0 0 1 1] -> [metro 500] -> [osc~] -> [dac~]"),
    Invalid("[bng 15 250 50 1 empty empty on 17 7 0 10 0 0 0] -> [; pd dsp 1(", at=1),
    Invalid("[loadbang] -> [1( -> [tgl] -> [metro 500] -> [random 9] -> [osc~] -> [dac~]", at=3),
]

PASSING = frozenset("trigger bang delay tgl bng float pipe send msg".split())
"""Boxes through which the first bang comes."""

STARTED = frozenset({"metro"})
"""Boxes that a bang or a number starts."""


def check(view: View) -> Iterator[Finding]:
    """Where the first bang comes on this canvas: of a [loadbang], or a box with a saved value."""
    starts = [index for index, known in enumerate(view.known) if is_start(known)]
    for box in reached(view, starts) if starts else ():
        known = view.known[box]
        if known.name == "msg" and any(
            m.receiver == "pd" and m.atoms == ("dsp", "1") for m in messages(known.args)
        ):
            message = "the patch switches sound on when it is opened"
            hint = "Let the player switch it on: put a [bng] or a [tgl] before it."
            yield Finding(CODE, SEVERITY, message, view.place(box), hint=hint)
        elif known.name in STARTED and is_heard(view, box):
            message = f"{view.label(box)} starts when the patch is opened, and is heard in [dac~]"
            yield Finding(CODE, SEVERITY, message, view.place(box), hint="Start it with a [tgl].")


def is_start(known: Known) -> bool:
    """Whether the box sends something other than 0 as soon as the patch is opened."""
    if known.name == "tgl":
        return known.args[1:2] == ("1",) and known.args[12:13] not in ((), ("0",))
    return known.name == "loadbang" or (known.name == "bng" and known.args[3:4] == ("1",))


def reached(view: View, starts: list[int]) -> list[int]:
    """The boxes to which a bang or number other than 0 comes from the given ones."""
    seen: dict[int, None] = {}
    waiting = list(starts)
    while waiting:
        source = waiting.pop()
        for cord in view.feeds.get(source, ()):
            known = view.known[source]
            is_zero = (known.name, known.args) == ("msg", ("0",))
            if cord.inlet or is_zero or cord.sink in seen:
                continue
            seen[cord.sink] = None
            if view.known[cord.sink].name in PASSING:
                waiting.append(cord.sink)
    return sorted(seen)


def is_heard(view: View, start: int) -> bool:
    """Whether cords lead from the box to a [dac~] of this canvas."""
    seen = {start}
    waiting = [start]
    while waiting:
        for cord in view.feeds.get(waiting.pop(), ()):
            if view.known[cord.sink].name == "dac~":
                return True
            if cord.sink not in seen:
                seen.add(cord.sink)
                waiting.append(cord.sink)
    return False
