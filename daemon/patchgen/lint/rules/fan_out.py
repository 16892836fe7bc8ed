"""One outlet whose messages meet again further down, in an order that nobody sees."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.insert import with_trigger
from patchgen.lint.mend import Mend
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "fan-out"
SEVERITY = Severity.INFO
WHY = "Which of two cords fires first depends on when they were drawn; [trigger] shows the order."
HINT = "Put [trigger] between them."

VALID = [
    "[t f f] -> [* 2] -> [pack], [t f f]:1 -> 1:[pack]",
    "[floatatom] -> [print a], [floatatom] -> [print b]",
    "[osc~] -> [*~], [osc~] -> 1:[*~]",
    "[t f f]:5 -> [* 2] -> [pack], [t f f]:5 -> 1:[pack]",
]
INVALID = [
    Invalid("[floatatom] -> [* 2] -> [pack], [floatatom] -> [+ 1] -> 1:[pack]", at=0),
]

FIX = Fix.SAFE
"""The [trigger] that is put in keeps the order of today."""
MENDED = [
    (
        "[floatatom] -> [* 2] -> [pack], [floatatom] -> [+ 1] -> 1:[pack]",
        "[floatatom] -> [t f f]:1 -> [* 2] -> [pack], [t f f] -> [+ 1] -> 1:[pack]",
    ),
    (
        "[t b f] -> [* 2] -> [pack], [t b f] -> [+ 1] -> 1:[pack], [t b f]:1 -> [print]",
        "[t b b f]:1 -> [* 2] -> [pack], [t b b f] -> [+ 1] -> 1:[pack], [t b b f]:2 -> [print]",
    ),
]

MOST = 30
"""Places that are followed from one outlet: farther away nobody thinks of the order."""


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for finding, _ in fans(view))


def mends(view: View) -> Iterator[Mend]:
    """A [trigger] for each of them, its outlets in the order in which the cords fire now."""
    for finding, order in fans(view):
        yield with_trigger(view, finding, order)


def fans(view: View) -> Iterator[tuple[Finding, list[int]]]:
    """Control outlets with several cords whose branches reach two inlets of one box.

    With each goes where its cords stand in `view.cords`.
    """
    for box, cords in view.feeds.items():
        ports = view.known[box].ports
        if len(cords) < 2:
            continue
        for outlet in sorted({cord.outlet for cord in cords}):
            if ports is not None and outlet >= len(ports.outlets):
                continue  # Pd makes none of these cords.
            branches = [c for c in cords if c.outlet == outlet and not view.is_signal(c)]
            meeting = meets(view, branches) if len(branches) > 1 else None
            if meeting is not None:
                message = (
                    f"the branches of {view.label(box)} meet again in {view.label(meeting)}, "
                    "in an order that cannot be seen"
                )
                found = Finding(CODE, SEVERITY, message, view.place(box), HINT)
                yield found, view.cords_of(box, outlet)


def meets(view: View, branches: Iterable[Connection]) -> int | None:
    """The first box that one branch reaches at its hot and another at a cold inlet."""
    hot: dict[int, set[int]] = {}
    cold: dict[int, set[int]] = {}
    for branch in dict.fromkeys(branches):
        for reached, sinks in zip(reach(view, branch), (hot, cold), strict=True):
            for box in reached:
                sinks.setdefault(box, set()).add(branch.sink)
    # Of two cords straight into one box, the rule cold-after-hot speaks.
    meeting = (box for box in hot.keys() & cold.keys() if len(hot[box] | cold[box]) > 1)
    return min(meeting, default=None)


def reach(view: View, start: Connection) -> tuple[set[int], set[int]]:
    """Boxes to which a message through this cord may come, at the first and at other inlets.

    The nearest MOST of them.
    """
    hot: set[int] = set()
    cold: set[int] = set()
    waiting = deque([start])
    while waiting and len(hot) + len(cold) < MOST:
        cord = waiting.popleft()
        if cord.inlet:
            cold.add(cord.sink)
        elif cord.sink not in hot:
            hot.add(cord.sink)
            waiting.extend(c for c in view.feeds.get(cord.sink, ()) if not view.is_signal(c))
    return hot, cold
