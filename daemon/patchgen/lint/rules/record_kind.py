"""Records that are no part of a patch: a .pd file is a script, and Pd runs every line of it."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, Patch, View
from patchgen.objects.spec import Engine
from patchgen.pd.atoms import is_number
from patchgen.pd.model import COUNTED

CODE = "record-kind"
SEVERITY = Severity.ERROR
WHY = "Every record of a file is a command, so only those that build patches may stand in it."

VALID = [
    "#N canvas 0 50 450 300 12;\n#X declare -path sub;\n#X obj 10 10 table a 4;\n",
    "#N struct dot float x float y;\n#N canvas 0 50 450 300 12;\n#X text 1 1 hello;\n",
    "#N canvas 0 50 450 300 12;\n#X array a 3 float 3;\n#A 0 1 2 3;\n"
    "#X coords 0 1 3 -1 200 140 1 0 0;\n",
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 text define words;\n#A set one two;\n",
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 voice 3;\n#A saved 0.5;\n",
]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 bng;\npd quit;\n", says="`pd quit`"),
    Invalid("#N canvas 0 50 450 300 12;\n#X savetofile x.pd /tmp;\n", says="savetofile"),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a 3 float 3;\n#A write /tmp/x;\n", says="write"),
    Invalid("#N canvas 0 50 450 300 12;\n#X connect 0 a 0 b;\n", says="four numbers"),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a;\n", says="name, size"),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 bng;\n#A 0 1;\n", says="no array or text"),
]

KINDS = COUNTED | {"connect", "coords", "declare", "f"}
"""What may follow `#X`."""
PURR_KINDS = frozenset({("#X", "gopspill")})
"""Records that only Purr Data understands."""
CONTENTS = frozenset({"set", "saved", "resize", "color", "width", "style"})
"""What may follow `#A`, if not a number; `read` and `write` would open files."""
HOLDERS = frozenset({"array", "table", "array define", "text define", "savestate"})
"""Boxes that get what `#A` brings."""


def check(view: View) -> Iterator[Finding]:
    """Records of one canvas, those before it and the kinds of its boxes."""
    is_purr = view.patch.scope.engine is Engine.PURR
    for record in view.canvas.preamble:
        if record.atoms[:2] != ("#N", "struct"):
            yield finding(view, None, f"`{shown(record.atoms)}` stands before the patch")
    for record in view.records:
        message = trouble(record.atoms) or stray(record.atoms, view.patch)
        if message and not (is_purr and record.atoms[:2] in PURR_KINDS):
            yield finding(view, None, message)
    for index, box in enumerate(view.boxes):
        if box.kind not in COUNTED:
            yield finding(view, index, f"`#X {box.kind}` is no kind of box")
        elif box.kind == "array":
            message = array_trouble(box.atoms)
            if message:
                yield finding(view, index, message)


def finding(view: View, box: int | None, message: str) -> Finding:
    """The finding for a record; what it is about comes first in the message."""
    return Finding(CODE, SEVERITY, message, view.place(box), hint="Remove the record.")


def trouble(atoms: tuple[str, ...]) -> str | None:
    """What is wrong with a record that makes no box, or None."""
    head, kind, rest = atoms[0], atoms[1] if len(atoms) > 1 else "", atoms[2:]
    if head == "#N" and kind in ("struct", "canvas"):
        return None
    if head == "#A":
        is_fine = is_number(kind) or kind in CONTENTS
        return None if is_fine else f"`{shown(atoms)}` is no content of an array or text"
    if head != "#X" or kind not in KINDS:
        return f"`{shown(atoms)}` is no record of a patch"
    if kind == "connect" and not (len(rest) >= 4 and all(a.isdecimal() for a in rest[:4])):
        return f"`{shown(atoms)}` does not have four numbers"
    return None


def stray(atoms: tuple[str, ...], patch: Patch) -> str | None:
    """What is wrong with contents that nothing can hold: a box that loads a file may."""
    if atoms[0] != "#A" or patch.names & HOLDERS:
        return None
    is_open = any(
        known.is_stranger or known.content for view in patch.views for known in view.known
    )
    return None if is_open else stray_message(atoms)


def stray_message(atoms: tuple[str, ...]) -> str:
    """What is said about contents that nothing can hold."""
    return f"`{shown(atoms)}` is for no array or text"


def array_trouble(atoms: tuple[str, ...]) -> str | None:
    """What is wrong with an array's record, or None."""
    if len(atoms) >= 3 and is_number(atoms[1]) and atoms[2] == "float":
        return None
    return f"`#X array {shown(atoms)}` does not have name, size and the word float"


def shown(atoms: tuple[str, ...]) -> str:
    """The first words of a record."""
    text = " ".join(atoms)
    return f"{text[:40]}..." if len(text) > 43 else text
