"""One outlet whose messages meet again further down, in an order that nobody sees."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "fan-out"
SEVERITY = Severity.INFO
WHY = "Which of two cords fires first depends on when they were drawn; [trigger] shows the order."

VALID = [
    "[t f f] -> [* 2] -> [pack], [t f f]:1 -> 1:[pack]",
    "[floatatom] -> [print a], [floatatom] -> [print b]",
    "[osc~] -> [*~], [osc~] -> 1:[*~]",
]
INVALID = [
    Invalid("[floatatom] -> [* 2] -> [pack], [floatatom] -> [+ 1] -> 1:[pack]", at=0),
]


MOST = 30
"""Places that are followed from one outlet: farther away nobody thinks of the order."""


def check(view: View) -> Iterator[Finding]:
    """Control outlets with several cords whose branches reach two inlets of one box."""
    for box, cords in view.feeds.items():
        if len(cords) < 2:
            continue
        for outlet in {cord.outlet for cord in cords}:
            branches = [c for c in cords if c.outlet == outlet and not view.is_signal(c)]
            meeting = meets(view, branches) if len(branches) > 1 else None
            if meeting is not None:
                message = (
                    f"the branches of {view.label(box)} meet again in {view.label(meeting)}, "
                    "in an order that cannot be seen"
                )
                hint = "Put [trigger] between them."
                yield Finding(CODE, SEVERITY, message, view.place(box), hint=hint)


def meets(view: View, branches: Sequence[Connection]) -> int | None:
    """The first box that one branch reaches at its hot and another at a cold inlet."""
    reached = [(branch.sink, *reach(view, branch)) for branch in branches]
    for (one, hot, cold), (other, also_hot, also_cold) in combinations(reached, 2):
        # Of two cords straight into one box, the rule cold-after-hot speaks.
        meeting = (hot & also_cold) | (cold & also_hot) if one != other else set()
        if meeting:
            return min(meeting)
    return None


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
