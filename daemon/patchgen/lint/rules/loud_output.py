"""A gain over 1 right before the loudspeakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.insert import below
from patchgen.lint.mend import Mend
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Connection

CODE = "loud-output"
SEVERITY = Severity.WARNING
WHY = "Most sounds clip there, and loud noise harms ears."

VALID = [
    "[osc~] -> [*~ 0.1] -> [dac~]",
    "[osc~] -> [*~ 20] -> [clip~ -1 1] -> [dac~]",
    "[osc~] -> [*~ 4] -> [+~] -> [*~ 0.1] -> [dac~]",
]
INVALID = [
    Invalid("[osc~] -> [*~ 4] -> [dac~]", says="4", at=1),
    Invalid("[osc~] -> [*~ 4] -> [hip~ 5] -> [dac~]", at=1),
]


FIX = Fix.UNSAFE
"""What is louder than full scale is clipped then, as the sound card does."""
MENDED = [
    (
        "[osc~] -> [*~ 4] -> [dac~], [*~ 4] -> 1:[dac~]",
        "[osc~] -> [*~ 4] -> [clip~ -1 1] -> [dac~], [clip~ -1 1] -> 1:[dac~]",
    ),
]


UNITY = frozenset({"+~", "-~", "lop~", "hip~"})
"""Objects that pass a signal on about as loud as it came."""


def check(view: View) -> Iterator[Finding]:
    """Each [*~] with a constant over 1 that feeds [dac~]."""
    for index, known in enumerate(view.known):
        if known.name != "*~" or not known.args or not is_number(known.args[0]):
            continue
        if abs(float(known.args[0])) > 1 and not view.is_fed(index, 1) and is_heard(view, index):
            message = f"a gain of {known.args[0]} goes into [dac~], with nothing to soften it"
            yield Finding(CODE, SEVERITY, message, view.place(index), hint="Use 0.1 or so.")


def is_heard(view: View, start: int) -> bool:
    """Whether the signal comes to a [dac~] about as loud as it leaves the box."""
    seen = {start}
    waiting = [start]
    while waiting:
        for cord in view.feeds.get(waiting.pop(), ()):
            name = view.known[cord.sink].name
            if name == "dac~":
                return True
            if name in UNITY and cord.inlet == 0 and cord.sink not in seen:
                seen.add(cord.sink)
                waiting.append(cord.sink)
    return False


def last_cords(view: View, box: int) -> list[int]:
    """Positions in `view.cords` of those from the box into a [dac~]."""
    cords, known = view.cords, view.known
    return [place for place in view.cords_of(box, 0) if known[cords[place].sink].name == "dac~"]


def mends(view: View) -> Iterator[Mend]:
    """A [clip~] between the two."""
    new = len(view.boxes)
    for finding in check(view):
        box = finding.place.box
        assert box is not None
        places = last_cords(view, box)
        if not places:
            continue
        instead: dict[int, tuple[Connection, ...]] = {
            view.cord_items[place][0]: (replace(view.cords[place], source=new),) for place in places
        }
        start = view.cord_items[places[0]][0]
        instead[start] = (Connection(box, 0, new, 0), *instead[start])
        yield Mend(finding, instead, (below(view, box, ("clip~", "-1", "1")),))
