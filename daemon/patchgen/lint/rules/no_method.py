"""Messages that the object at the other end does not understand."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.emitted import emitted
from patchgen.lint.rule import Invalid, View
from patchgen.objects.reference import find

CODE = "no-method"
SEVERITY = Severity.WARNING
WHY = "Pd says `no method for` it as soon as the message comes, and nothing else happens."

VALID = [
    "[440( -> [osc~]",
    "[1 0 \\, 0 500( -> [vline~]",
    "[foo 1( -> [route foo]",
    "[tgl] -> [metro 500]",
    "[stop( -> [metro 500]",
    "[bng] -> [f]",
    "[t a] -> [osc~]",
    "[foo( -> [mystery]",
    "[list a b( -> [list fromsymbol]",
]
INVALID = [
    Invalid("[start( -> [metro 500]", says="`start`", at=1),
    Invalid("[bng] -> [osc~ 440]", says="`bang`", at=1),
    Invalid("[t b f] -> [*~]", says="`bang`"),
    Invalid("[symbolatom] -> [mtof]", says="`symbol`"),
]

LOOSE = frozenset({"pointer", "text define", "scalar define", "list"})
"""Objects whose messages depend on what they hold, or that newer versions extended."""


def check(view: View) -> Iterator[Finding]:
    """Connections into first inlets over which a message surely comes that is not understood."""
    seen: set[tuple[int, str]] = set()
    for cord in view.whole_cords:
        if cord.inlet != 0:
            continue
        for selector in emitted(view, cord):
            if (cord.sink, selector) not in seen and not understands(view, cord.sink, selector):
                seen.add((cord.sink, selector))
                message = f"{view.label(cord.sink)} does not understand `{selector}`"
                yield Finding(CODE, SEVERITY, message, view.place(cord.sink))


def understands(view: View, box: int, selector: str) -> bool:
    """Whether the first inlet takes such a message; unknown boxes take anything."""
    known = view.known[box]
    if not known.is_object or known.ports is None or known.name in LOOSE:
        return True
    spec = find(known.name)
    if spec is None or not spec.messages or spec.library != "vanilla":
        return True
    methods = spec.messages
    if selector in methods or "anything" in methods:
        return True
    if selector in ("bang", "float", "symbol", "list") and "list" in methods:
        return True
    return selector == "list" and not {"float", "symbol"}.isdisjoint(methods)
