"""Structures that hold arrays of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.cycles import cycles
from patchgen.lint.rule import Invalid, Patch, View
from patchgen.pd.atoms import unescape

CODE = "template-loop"
SEVERITY = Severity.ERROR
WHY = "The first scalar of such a structure holds another one, and so on: Pd crashes."

VALID = [
    "[struct dot float x float y]",
    "#N struct line array dots dot;\n#N struct dot float x;\n#N canvas 0 50 450 300 12;\n",
    "[struct line float x array dots dot], [struct dot float array]",
]
INVALID = [
    Invalid("[struct dot float x array dots dot]", says="dot"),
    Invalid(
        "#N struct one array a two;\n#N struct two array b one;\n#N canvas 0 50 450 300 12;\n",
        says="one -> two",
    ),
]


def check(view: View) -> Iterator[Finding]:
    """Circles of structures in the whole patch, told at its top."""
    if view.path:
        return
    pairs = list(held(view.patch))
    names = sorted({name for pair in pairs for name in pair})
    place = {name: index for index, name in enumerate(names)}
    for group in cycles((place[outer], place[inner]) for outer, inner in pairs):
        chain = " -> ".join(names[index] for index in group[:4])
        message = f"the structure {chain} holds itself"
        hint = "An array in a structure needs a structure of its own."
        yield Finding(CODE, SEVERITY, message, view.place(), hint=hint)


def held(patch: Patch) -> Iterator[tuple[str, str]]:
    """Each structure with those that its arrays hold."""
    for view in patch.views:
        for record in (*view.canvas.preamble, *view.records):
            if record.atoms[:2] == ("#N", "struct"):
                yield from arrays(tuple(map(unescape, record.atoms[2:])))
        for known in view.known:
            if known.name == "struct":
                yield from arrays(known.args)


def arrays(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The name of a structure with that of what each of its arrays holds."""
    place = 1
    while place < len(words):
        if words[place] == "array" and place + 2 < len(words):
            yield words[0], words[place + 2]
        place += 3 if words[place] == "array" else 2
