"""Rebuilds the sentence a player typed from the atoms that Pd made of it."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable

Atom = str | int | float

CLINGING = frozenset(",;.?!")
"""Atoms that belong to the word before them: Pd splits `20, then` at the comma."""
LARGEST_INTEGER = 1e15
"""Whole numbers from here on keep their exponent: their digits would be invented."""


def sentence(atoms: Iterable[Atom]) -> str:
    """The words with single blanks between them, punctuation back at the word before it."""
    words: list[str] = []
    for atom in atoms:
        text = atom_text(atom)
        if text in CLINGING and words:
            words[-1] += text
        else:
            words.append(text)
    return " ".join(words)


def atom_text(atom: Atom) -> str:
    """One atom as it was typed, as far as that can be known: Pd keeps numbers as 32-bit floats."""
    if isinstance(atom, float):
        return float_text(atom)
    return str(atom)


def float_text(value: float) -> str:
    """`440`, `0.1`, `1e-05`: the shortest decimal that gives the same 32-bit float again."""
    if math.isfinite(value) and value.is_integer() and abs(value) < LARGEST_INTEGER:
        return str(int(value))
    wanted = as_float32(value)
    candidates = (f"{wanted:.{digits}g}" for digits in range(1, 10))
    return next((text for text in candidates if as_float32(float(text)) == wanted), str(wanted))


def as_float32(value: float) -> float:
    """The nearest number that Pd can hold; beyond its range, infinity."""
    try:
        narrowed: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)
    return narrowed
