"""Messages that a right inlet refuses, since it takes numbers, say, or signals only."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.emitted import emitted
from patchgen.lint.rule import Invalid, View
from patchgen.objects.inlets import takes

CODE = "inlet-type"
SEVERITY = Severity.WARNING
WHY = "Pd says `inlet: expected 'float'` each time the message comes, and nothing else happens."

VALID = [
    "[hsl] -> 1:[+ 1]",
    "[hsl] -> 1:[*~]",
    "[bng] -> [metro 500]",
    "[bng] -> 1:[until]",
    "[bng] -> 1:[pack 0 b]",
    "[symbol a( -> 1:[list append]",
    "[t b f]:1 -> 1:[osc~ 440]",
    "[3 4( -> 1:[metro 500]",
    "[foo( -> 1:[mystery]",
]
INVALID = [
    Invalid("[bng] -> 1:[+ 1]", says="`bang`", at=1),
    Invalid("[bng] -> 1:[*~]", at=1),
    Invalid("[symbolatom] -> 1:[osc~ 440]", says="`symbol`"),
    Invalid("[stop( -> 1:[metro 500]", says="`stop`"),
    Invalid("[t b b]:1 -> 1:[spigot]", says="inlet 1"),
]


def check(view: View) -> Iterator[Finding]:
    """Connections into right inlets over which a message surely comes that is refused."""
    seen: set[tuple[int, int, str]] = set()
    for cord in view.whole_cords:
        known = view.known[cord.sink]
        if cord.inlet == 0 or not known.is_object or known.ports is None or known.content:
            continue
        if cord.inlet >= len(known.ports.inlets):
            continue
        for selector in emitted(view, cord):
            key = (cord.sink, cord.inlet, selector)
            if key in seen or takes(known.name, known.args, cord.inlet, selector):
                continue
            seen.add(key)
            label = view.label(cord.sink)
            message = f"inlet {cord.inlet} of {label} does not take `{selector}`"
            yield Finding(CODE, SEVERITY, message, view.place(cord.sink))
