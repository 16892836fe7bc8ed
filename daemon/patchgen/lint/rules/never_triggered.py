"""Boxes that wait for a message which no cord brings."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.names import FIELDS
from patchgen.lint.rule import Invalid, View

CODE = "never-triggered"
SEVERITY = Severity.WARNING
WHY = "Nothing comes out of such a box, and nothing that follows it ever happens."

VALID = [
    "[bng] -> [random 12] -> [print]",
    "[1( -> [print]",
    "[r a] -> [print]",
    "[osc~ 440] -> [dac~]",
    "[netreceive 3000] -> [print]",
    "[random 12]",
    "[pd a {[inlet] -> [outlet]}] -> [print]",
    "[array define a] -> [print]",
    "[floatatom] -> [print]",
    "[mystery] -> [print]",
]
INVALID = [
    Invalid("[random 12] -> [+ 60] -> [print]", says="[random 12]", at=0),
    Invalid("[hsl] -> 1:[metro 500] -> [bng]", says="first inlet", at=1),
    Invalid("[f] -> [+ 1] -> 1:[f]", at=0),
]

SENDING = frozenset(
    """value receive netreceive netsend textfile qlist struct savestate pdcontrol clone inlet
    inlet~ soundfiler openpanel savepanel notein ctlin pgmin bendin touchin polytouchin midiin
    sysexin midirealtimein midiclkin key keyup keyname loadbang bang~ pd msg samplerate~ pointer
    get declare timer cputime realtime""".split()
) | {"text define", "array define", "scalar define", "file handle"}
"""Boxes that send by themselves, or when a player, another program or a right inlet makes them."""


def check(view: View) -> Iterator[Finding]:
    """Boxes with control outlets that feed others although nothing feeds their first inlet."""
    for index, cords in view.feeds.items():
        known = view.known[index]
        if not known.is_object or known.is_stranger or known.ports is None:
            continue
        if known.name in SENDING or known.name in FIELDS:
            continue
        if not known.ports.inlets or view.is_fed(index, 0):
            continue
        if any(known.ports.inlets) or any(view.is_signal(cord) for cord in cords):
            continue  # Signals run by themselves.
        message = f"nothing triggers {view.label(index)}: no cord leads into its first inlet"
        yield Finding(CODE, SEVERITY, message, view.place(index))
