"""Numbers that make Pd take all memory or time: huge arrays, delay lines, copies, block sizes."""

from __future__ import annotations

import re
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
    "[makefilename take-%04d.wav]",
    "[block~ 1024 4 2]",
    "#N canvas 0 50 450 300 12;\n#X array a 100000 float 3;\n",
]
INVALID = [
    Invalid("[table sample 1e9]", says="1e9", at=0),
    Invalid("[array define -k sample 99999999]", says="99999999"),
    Invalid("[delwrite~ echo 1e9]", says="1e9"),
    Invalid("[clone voice 100000]", says="100000"),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a 1e9 float 3;\n", says="1e9", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X array a 9 float 3;\n#A resize 1e9;\n", says="1e9"),
    Invalid(
        "[table a 1e7], [table b 1e7], [table c 1e7], [table d 1e7], [table e 1e7]", says="5e+07"
    ),
    Invalid("[makefilename %99999d]", says="%99999d", at=0),
    Invalid("[set %*d( -> [makefilename]", says="%*d", at=0),
    Invalid("[block~ 64 1048576]", says="1048576", at=0),
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

TOTAL = {
    "samples": (frozenset({"array", "table", "array define"}), 4 * SAMPLES),
    "milliseconds of delay": (frozenset({"delwrite~"}), 5 * LIMITS["delwrite~"]),
}
"""What a whole patch may ask for, over all boxes of these names."""

FACTOR = 64
"""Largest overlap and oversampling of a [block~]; Pd divides by zero far above."""

FORMAT = re.compile(r"%[^a-zA-Z%]*(?:[0-9]{4}|\*|\$)")
"""A [makefilename] wider than the place that Pd has for it, which crashes, or of any width."""

BOXES = 10_000
"""Of one canvas; ten times what the largest real ones have."""


def check(view: View) -> Iterator[Finding]:
    """Arguments of the boxes in LIMITS, the contents of arrays, and the number of boxes."""
    if len(view.boxes) > BOXES:
        message = f"{len(view.boxes)} boxes on one canvas, at most {BOXES} are sensible"
        yield Finding(CODE, SEVERITY, message, view.place())
    if not view.path:
        yield from totals(view)
    for index, known in enumerate(view.known):
        yield from odd_arguments(view, index)
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


def totals(view: View) -> Iterator[Finding]:
    """What the arrays and delay lines of a whole patch come to."""
    boxes = [known for part in view.patch.views for known in part.known]
    for what, (names, limit) in TOTAL.items():
        numbers = (largest(known.args) for known in boxes if known.name in names)
        sizes = [abs(float(number)) for number in numbers if number is not None]
        total = sum(sizes)
        if total > limit > max(sizes):  # What is too large by itself is told at its box.
            message = f"{total:g} {what} in one patch, at most {limit:g} are sensible"
            yield Finding(CODE, SEVERITY, message, view.place())


def odd_arguments(view: View, index: int) -> Iterator[Finding]:
    """Arguments that are too large where another one may well be."""
    known = view.known[index]
    words: tuple[str, ...] = ()
    if known.name in ("block~", "switch~"):
        words = tuple(w for w in known.args[1:] if is_number(w) and float(w) > FACTOR)
    elif known.name in ("makefilename", "msg", "symbol"):
        words = tuple(word for word in known.args if FORMAT.search(word))
    for word in words:
        message = f"{word} is too large for {view.label(index)}"
        yield Finding(CODE, SEVERITY, message, view.place(index))


def largest(args: tuple[str, ...]) -> str | None:
    """The number farthest from zero among the arguments."""
    numbers = [arg for arg in args if is_number(arg)]
    return max(numbers, key=lambda number: abs(float(number)), default=None)
