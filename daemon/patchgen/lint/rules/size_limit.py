"""Numbers that make Pd take all memory or time: huge arrays, delay lines, copies, block sizes."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number

CODE = "size-limit"
SEVERITY = Severity.ERROR
WHY = "Pd reserves memory as soon as it loads the box, and crashes when there is none left."

VALID = [
    "[table sample 441000]",
    "[delwrite~ echo 5000] -> [print]",
    "[clone voice 16]",
    "#N canvas 0 50 450 300 12;\n#X array a 100000 float 3;\n",
]
INVALID = [
    Invalid("[table sample 1e9]", says="1e9", at=0),
    Invalid("[array define -k sample 99999999]", says="99999999"),
    Invalid("[delwrite~ echo 1e9]", says="1e9"),
    Invalid("[clone voice 100000]", says="100000"),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a 1e9 float 3;\n", says="1e9", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a 9 float 3;\n#A resize 1e9;\n", says="1e9"),
]

SAMPLES = 10_000_000
"""Of one array: 80 MB, nearly four minutes of sound; the largest seen in real patches is 4e6."""

LIMITS: dict[str, float] = {
    "array": SAMPLES,
    "table": SAMPLES,
    "array define": SAMPLES,
    "delwrite~": 600_000,
    "clone": 1_000,
    "block~": 1_048_576,
    "switch~": 1_048_576,
    "env~": 1_048_576,
    "poly": 10_000,
    "dac~": 512,
    "adc~": 512,
    "soundfiler": SAMPLES,
    "readsf~": 100_000_000,
    "writesf~": 100_000_000,
    "sigmund~": 1_048_576,
    "fiddle~": 1_048_576,
    "bonk~": 1_048_576,
    "pd~": 1_000,
}
"""Objects -> the largest number they may have as an argument; milliseconds for delwrite~."""

BOXES = 10_000
"""Of one canvas; ten times what the largest real ones have."""


def check(view: View) -> Iterator[Finding]:
    """Arguments of the boxes in LIMITS, the contents of arrays, and the number of boxes."""
    if len(view.boxes) > BOXES:
        message = f"{len(view.boxes)} boxes on one canvas, at most {BOXES} are sensible"
        yield Finding(CODE, SEVERITY, message, view.place())
    for index, known in enumerate(view.known):
        limit = LIMITS.get(known.name)
        if limit is not None:
            number = largest(known.args)
            if number is not None and abs(float(number)) > limit:
                message = f"{number} is too large for {view.label(index)}, at most {limit:g}"
                yield Finding(CODE, SEVERITY, message, view.place(index))
    for record in view.records:
        if record.atoms[:2] == ("#A", "resize"):
            number = largest(record.atoms[2:])
            if number is not None and float(number) > SAMPLES:
                message = f"{number} is too large for an array, at most {SAMPLES:g}"
                yield Finding(CODE, SEVERITY, message, view.place())


def largest(args: tuple[str, ...]) -> str | None:
    """The number farthest from zero among the arguments."""
    numbers = [arg for arg in args if is_number(arg)]
    return max(numbers, key=lambda number: abs(float(number)), default=None)
