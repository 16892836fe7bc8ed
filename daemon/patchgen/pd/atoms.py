"""Atoms as Pd's files spell them: escapes, numbers, and the split of a record into atoms."""

from __future__ import annotations

import re

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
NEEDS_ESCAPE = re.compile(r"[,;\\ ]|\$(?=\d)")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


def escape(text: str) -> str:
    r"""One atom as the file spells it: `a,b` becomes `a\,b`, `$1` becomes `\$1`."""
    return NEEDS_ESCAPE.sub(lambda match: "\\" + match.group(0), text)


def unescape(atom: str) -> str:
    r"""The text an atom stands for: `\$1` becomes `$1`."""
    return ESCAPED.sub(r"\1", atom)


def escape_words(text: str) -> tuple[str, ...]:
    """Free text as a comment holds it: one atom a word, commas and semicolons on their own."""
    spaced = re.sub(r"([,;])", r" \1 ", text)
    return tuple(escape(word) for word in spaced.split())


def is_number(atom: str) -> bool:
    """Whether Pd reads the atom as a float (a leading plus makes a symbol)."""
    return not atom.startswith("+") and NUMBER.fullmatch(atom) is not None


def number_text(value: float) -> str:
    """A number as Pd writes it (`%g`, six digits)."""
    return f"{value:g}"
