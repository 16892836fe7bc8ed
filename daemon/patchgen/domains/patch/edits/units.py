"""What a number in a patch counts: where an amount fits, and where it is of another kind."""

from __future__ import annotations

from patchgen.domains.patch.edits.parameters import at_inlet
from patchgen.domains.patch.edits.quantity import Quantity, measured
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.pd.atoms import number_text

KINDS_OF = {
    "hz": ("hertz", {"", "hz", "midi", "ms", "bpm"}),
    "ms": ("milliseconds", {"", "ms", "bpm", "hz"}),
    "gain": ("a gain", {"", "db", "%"}),
    "midi": ("a note number", {"", "midi", "hz"}),
    "bpm": ("beats per minute", {"", "bpm", "ms", "hz"}),
}
"""Unit -> what it is called, and what can be said in it."""

NOTES = frozenset({"mtof", "noteout", "makenote"})
"""Objects whose first inlet takes a note number."""


def check(amount: Quantity, unit: str, what: str) -> None:
    """Raises EditUnclear for an amount that says nothing where a patch counts in `unit`."""
    name, fitting = KINDS_OF.get(unit, ("", {amount.unit}))
    if amount.unit not in fitting:
        raise EditUnclear(
            f"{what} counts in {name}: what is {number_text(amount.value)} {amount.unit} of that?",
            hint="Say the number itself, or 'raise it by 20%'.",
        )


def number_in(amount: Quantity | None, unit: str, what: str) -> float | None:
    """The amount as a patch counts it; None stays None. Raises EditUnclear."""
    if amount is None:
        return None
    check(amount, unit, what)
    return measured(amount, unit)


def span_in(
    low: Quantity | None, high: Quantity | None, unit: str, what: str
) -> tuple[float | None, float | None]:
    """Two bounds as a patch counts them: a period falls where its tempo rises. May raise."""
    bottom, top = number_in(low, unit, what), number_in(high, unit, what)
    is_rising = low is not None and high is not None and low.value <= high.value
    if is_rising and bottom is not None and top is not None and bottom > top:
        return top, bottom
    return bottom, top


def unit_sent(things: Things, control: Thing) -> str:
    """The unit in which a control counts: that of what it feeds; empty where that is unclear."""
    found = set()
    for cord in things.view(control).feeds.get(control.index, ()):
        sink = things.at(control, cord.sink)
        parameter = at_inlet(sink.name, cord.inlet)
        is_note = sink.name in NOTES and cord.inlet == 0
        found.add("midi" if is_note else parameter.unit if parameter else "")
    return found.pop() if len(found) == 1 else ""


def counts_beats(box_name: str, args: tuple[str, ...]) -> bool:
    """Whether a [metro] or [delay] counts in something else than milliseconds."""
    return box_name in ("metro", "delay") and len(args) > 2
