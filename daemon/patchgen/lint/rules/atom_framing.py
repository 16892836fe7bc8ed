"""Atoms that Pd would read as something else: a comma, semicolon or blank without its backslash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.mend import Mend
from patchgen.lint.rule import Invalid, View

CODE = "atom-framing"
SEVERITY = Severity.ERROR
WHY = "A bare comma or semicolon ends the record, and what follows is run as another command."

VALID = [
    "[msg 1 \\, 2(",
    "#N canvas 0 50 450 300 12;\n#X msg 10 10 1 \\, 2 \\; foo 1;\n#X obj 9 9 osc~ 440, f 12;\n",
    "#N canvas 0 50 450 300 12;\n#X text 10 10 two\\ words \\$1 back\\\\slash;\n",
]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440, savetofile x /tmp;\n", says="`,`"),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 s p\x01d;\n", says="character"),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 s pd\x00;\n", says="character"),
    Invalid(f"#N canvas 0 50 450 300 12;\n#X obj 10 10 s {'x' * 1200};\n", says="1200 bytes"),
]

FIX = Fix.UNSAFE
"""What stood after the comma is no command any more, but part of the box."""
MENDED = [
    (
        "#N canvas 0 50 450 300 12;\n#X text 10 10 one, two;\n",
        "#N canvas 0 50 450 300 12;\n#X text 10 10 one \\, two;\n",
    ),
]

LONGEST = 900
"""Bytes of an atom. Pd cuts atoms at 1000, and the cut may bare an escaped semicolon."""

ATOMS = re.compile(
    r"(?:(?:[^\x00-\x0a\x0d-\x20,;\\\x7f]|\\[^\x00-\x09\x0d-\x1f\x7f])+(?:\x00|\Z))*", re.DOTALL
)
"""Whole atoms, each closed by a zero; linear, since no two parts begin alike.

Purr Data breaks the lines of comments with the character 11, which Pd keeps in the atom.
"""
CONTROL = re.compile(r"[\x00-\x09\x0d-\x1f\x7f]")


def check(view: View) -> Iterator[Finding]:
    """All atoms that will be written."""
    for index, box in enumerate(view.boxes):
        if not is_clean(box.atoms):
            yield finding(view, index, box.atoms)
    records = (*view.records, *view.canvas.preamble)
    for atoms in (view.canvas.rest, *(record.atoms for record in records)):
        if not is_clean(atoms):
            yield finding(view, None, atoms)


def is_clean(atoms: tuple[str, ...]) -> bool:
    """Whether Pd reads these atoms back one for one."""
    joined = "\x00".join(atoms)
    if joined.count("\x00") >= max(1, len(atoms)) or "" in atoms:
        return False
    if ATOMS.fullmatch(joined) is None:
        return False
    return len(joined) <= LONGEST // 4 or all(size(atom) <= LONGEST for atom in atoms)


def size(atom: str) -> int:
    """Bytes in the file."""
    return len(atom.encode("utf-8", "replace"))


def finding(view: View, box: int | None, atoms: tuple[str, ...]) -> Finding:
    """The finding for the first bad atom."""
    atom = next(atom for atom in atoms if not is_clean((atom,)))
    return Finding(CODE, SEVERITY, described(atom), view.place(box), hint="Escape or shorten it.")


def described(atom: str) -> str:
    """What is wrong with one atom."""
    if size(atom) > LONGEST:
        return f"an atom of {size(atom)} bytes is too long for Pd"
    if CONTROL.search(atom):
        return f"the atom {atom[:40]!r} holds a control character"
    return f"the atom `{atom[:40]}` is not escaped as Pd needs it"


def mends(view: View) -> Iterator[Mend]:
    """Bare commas in a box get their backslash."""
    for index, box in enumerate(view.boxes):
        escaped = tuple("\\," if atom == "," else atom for atom in box.atoms)
        if escaped != box.atoms and is_clean(escaped):
            item = replace(box, atoms=escaped)
            yield Mend(finding(view, index, box.atoms), {view.box_items[index]: (item,)})
