"""A cold inlet that is fed after the hot one has already fired."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.insert import with_trigger
from patchgen.lint.mend import Mend
from patchgen.lint.names import FIELDS
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "cold-after-hot"
SEVERITY = Severity.INFO
WHY = "The first inlet fires with the old value of the second; [trigger] sends right to left."

VALID = [
    "[t f f]:1 -> 1:[* 2], [t f f] -> [* 2]",
    "[floatatom] -> 1:[*], [floatatom] -> [*]",
    "[osc~] -> [*~], [osc~] -> 1:[*~]",
    "[bng] -> [mystery], [bng] -> 1:[mystery]",
    "[bng] -> [pd a {[inlet] -> [print], [inlet]#2 -> [print b]}], [bng] -> 1:[pd a]",
]
INVALID = [
    Invalid("[floatatom] -> [*], [floatatom] -> 1:[*]", says="[floatatom]", at=1),
]


FIX = Fix.UNSAFE
"""The cold inlet is fed before the hot one then."""
MENDED = [
    (
        "[floatatom] -> [*], [floatatom] -> 1:[*]",
        "[floatatom] -> [t f f] -> [*], [t f f]:1 -> 1:[*]",
    ),
    (
        "[bng] -> [f], [bng] -> [print], [bng] -> 1:[f]",
        "[bng] -> [t b b b]:2 -> 1:[f], [t b b b]:1 -> [f], [t b b b] -> [print]",
    ),
]


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for finding, _ in late_cords(view))


def mends(view: View) -> Iterator[Mend]:
    """A [trigger] whose outlets feed the box from right to left."""
    for finding, cord in late_cords(view):
        order = view.cords_of(cord.source, cord.outlet)
        hot = next(p for p in order if ends(view.cords[p]) == (cord.sink, 0))
        cold = [p for p in order if view.cords[p].sink == cord.sink and view.cords[p].inlet]
        rest = [p for p in order if p not in cold]
        at = rest.index(hot)
        yield with_trigger(view, finding, [*rest[:at], *cold, *rest[at:]])


def ends(cord: Connection) -> tuple[int, int]:
    """The box and inlet that a cord leads to."""
    return cord.sink, cord.inlet


def late_cords(view: View) -> Iterator[tuple[Finding, Connection]]:
    """Boxes fed by one outlet at the first inlet, then at another; the later cord."""
    for box, cords in view.fed_by.items():
        known = view.known[box]
        is_known = known.ports is not None and (known.is_object or known.name in FIELDS)
        # In an abstraction or a subpatch, any inlet may be a hot one.
        if len(cords) < 2 or not is_known or known.content is not None:
            continue
        fired: set[tuple[int, int]] = set()
        for cord in cords:
            source = (cord.source, cord.outlet)
            if cord.inlet == 0 and not view.is_signal(cord):
                fired.add(source)
            elif source in fired:
                message = (
                    f"{view.label(cord.source)} feeds inlet {cord.inlet} of {view.label(box)} "
                    "after its first inlet"
                )
                hint = "Put [t f f] between them, its right outlet into the right inlet."
                yield Finding(CODE, SEVERITY, message, view.place(box), hint=hint), cord
                break
