"""A delay that feeds itself without getting softer."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number

CODE = "feedback-gain"
SEVERITY = Severity.WARNING
WHY = "With a factor of 1 or more the echo never fades, and grows until it is unbearable."

VALID = [
    "[delread~ a 100] -> [*~ 0.6] -> [delwrite~ a 100]",
    "[delread~ a 100] -> [*~] -> [delwrite~ a 100], [hsl] -> 1:[*~]",
    "[delread~ a 100] -> [*~ 2] -> [dac~], [osc~] -> [delwrite~ a 100]",
]
INVALID = [
    Invalid("[delread~ a 100] -> [*~ 1.1] -> [delwrite~ a 100]", says="1.1", at=0),
    Invalid("[delread~ a 100] -> [+~] -> [delwrite~ a 100]", at=0),
]

UNITY = frozenset({"+~", "-~", "lop~", "hip~", "delwrite~"})
"""Objects that pass a signal on about as loud as it came."""


def check(view: View) -> Iterator[Finding]:
    """Each [delread~] from which a path of constant gains leads into its own [delwrite~]."""
    for index, known in enumerate(view.known):
        if known.name in ("delread~", "delread4~") and known.uses:
            gain = loudest(view, index, known.uses[0].name)
            if gain is not None and gain >= 1:
                message = f"{view.label(index)} feeds itself with a factor of {gain:g}"
                hint = "Put [*~ 0.6] or so into the loop."
                yield Finding(CODE, SEVERITY, message, view.place(index), hint=hint)


def loudest(view: View, start: int, name: str) -> float | None:
    """The largest product of gains on a way from a box to the [delwrite~] of this name."""
    best: float | None = None
    seen: dict[int, float] = {}
    waiting = [(start, 1.0)]
    while waiting:
        box, gain = waiting.pop()
        if seen.get(box, -1.0) >= gain or len(seen) > 200:
            continue
        seen[box] = gain
        known = view.known[box]
        if known.name == "delwrite~" and known.uses and known.uses[0].name == name:
            best = max(best or 0.0, gain)
        for cord in view.feeds.get(box, ()):
            factor = gain_of(view, cord.sink)
            # Without the bound, a second loop inside would be followed for ever.
            if factor is not None and view.is_signal(cord) and cord.inlet == 0 and gain < 1e6:
                waiting.append((cord.sink, gain * factor))
    return best


def gain_of(view: View, box: int) -> float | None:
    """The constant factor of a box, None where nobody knows it."""
    known = view.known[box]
    if known.name == "*~" and known.args and is_number(known.args[0]):
        return None if view.is_fed(box, 1) else abs(float(known.args[0]))
    return 1.0 if known.name in UNITY else None
