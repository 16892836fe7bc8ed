"""Sound that begins as soon as the patch is opened."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.known import Known
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "sound-at-start"
SEVERITY = Severity.WARNING
WHY = "Nobody has turned the volume down yet; the player should begin, not the patch."

TICKING = "[loadbang] -> [metro 500] -> [osc~]"

VALID = [
    "[bng] -> [; pd dsp 1(",
    "[loadbang] -> [; pd dsp 0(",
    "[loadbang] -> [0.5( -> [hsl]",
    "[loadbang] -> [del 10] -> [f 3] -> [print]",
    "[loadbang] -> [metro 500] -> [print]",
    "[loadbang] -> [0( -> [metro 500] -> [osc~] -> [dac~]",
    "[tgl 15 0 empty empty empty 17 7 0 10 0 0 0 1 1] -> [metro 500] -> [osc~] -> [dac~]",
    "[tgl 15 1 empty empty empty 17 7 0 10 0 0 0 0 1] -> [metro 500] -> [osc~] -> [dac~]",
    f"{TICKING} -> [*~] -> [dac~], [tgl] -> 1:[*~]",
    f"{TICKING} -> 1:[*~] -> [dac~], [tgl] -> [pack 0 20] -> [line~] -> [*~]",
]
INVALID = [
    Invalid("[loadbang] -> [; pd dsp 1(", says="switches sound on", at=1),
    Invalid("[loadbang] -> [t b b] -> [del 100] -> [; pd dsp 1(", at=3),
    Invalid("[loadbang] -> [metro 500] -> [osc~] -> [dac~]", says="starts", at=1),
    Invalid("[tgl 15 1 empty empty on 17 7 0 10 0 0 0 1 1] -> [metro 500] -> [osc~] -> [dac~]"),
    Invalid("[bng 15 250 50 1 empty empty on 17 7 0 10 0 0 0] -> [; pd dsp 1(", at=1),
    Invalid(f"{TICKING} -> [*~ 0.5] -> [dac~], [tgl] -> 1:[*~ 0.5]", at=1),
    Invalid(f"{TICKING} -> [*~] -> [dac~], [loadbang] -> [1( -> [line~] -> 1:[*~]", at=1),
    Invalid(f"{TICKING} -> [*~] -> [dac~], [r volume] -> 1:[*~]", at=1),
    Invalid("[loadbang] -> [1( -> [tgl] -> [metro 500] -> [random 9] -> [osc~] -> [dac~]", at=3),
]

PASSING = frozenset("trigger bang delay tgl bng float pipe send msg".split())
"""Boxes through which the first bang comes."""

STARTED = frozenset({"metro"})
"""Boxes that a bang or a number starts."""


SAVED = {"bng": 3, "tgl": 1, "hsl": 5, "vsl": 5, "nbx": 5, "hradio": 2, "vradio": 2}
"""Controls -> the argument that says whether they send their value when the patch is opened."""

STILL = frozenset(
    """msg floatatom trigger bang float int pack unpack route select change * / line dbtorms sqrt
    pow clip""".split()
)
"""Boxes that send nothing before something comes."""

STILL_SIGNALS = frozenset({"sig~", "line~", "vline~", "*~"})
"""Boxes whose signal is 0 before something comes, unless an argument says otherwise."""

NO_VALUE = ((), ("0",))


def check(view: View) -> Iterator[Finding]:
    """Where the first bang comes on this canvas: of a [loadbang], or a box with a saved value."""
    starts = [index for index, known in enumerate(view.known) if is_start(known)]
    touched = reached(view, starts) if starts else []
    for box in touched:
        known = view.known[box]
        if known.name == "msg" and any(
            m.receiver == "pd" and m.atoms == ("dsp", "1") for m in messages(known.args)
        ):
            message = "the patch switches sound on when it is opened"
            hint = "Let the player switch it on: put a [bng] or a [tgl] before it."
            yield Finding(CODE, SEVERITY, message, view.place(box), hint=hint)
        elif known.name in STARTED and is_heard(view, box, frozenset(touched)):
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


def is_heard(view: View, start: int, touched: frozenset[int]) -> bool:
    """Whether cords lead from the box to a [dac~] of this canvas, and no factor is still 0."""
    seen = {start}
    waiting = [start]
    while waiting:
        for cord in view.feeds.get(waiting.pop(), ()):
            if view.known[cord.sink].name == "dac~":
                return True
            if cord.sink not in seen and not is_muted(view, cord, touched):
                seen.add(cord.sink)
                waiting.append(cord.sink)
    return False


def is_muted(view: View, cord: Connection, touched: frozenset[int]) -> bool:
    """Whether a cord leads into a [*~] whose other factor is 0 until a player moves something."""
    known, other = view.known[cord.sink], 1 - cord.inlet
    if known.name != "*~" or known.args not in NO_VALUE or not view.is_fed(cord.sink, other):
        return False
    waiting = [c.source for c in view.fed_by[cord.sink] if c.inlet == other]
    seen = set(waiting)
    while waiting:
        box = waiting.pop()
        if box in touched or not is_still(view.known[box]):
            return False
        fresh = {c.source for c in view.fed_by.get(box, ())} - seen
        seen |= fresh
        waiting += fresh
    return True


def is_still(known: Known) -> bool:
    """Whether the box gives nothing but 0 as long as nothing comes to it."""
    if known.name in SAVED:
        return known.args[SAVED[known.name] :][:1] in ((), ("0",)) and not known.uses
    return known.name in STILL or (known.name in STILL_SIGNALS and known.args in NO_VALUE)
