"""Atoms as Pd's files spell them: escapes, numbers, and the split of a record into atoms."""

from __future__ import annotations

import re

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
NEEDS_ESCAPE = re.compile(r"[,;\\ ]|\$(?=\d)")
NUMBER = re.compile(r"-?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?")
PLAIN = r"[^ \t\r\n,\\]"
ATOM = re.compile(rf"{PLAIN}++(?:\\.?+{PLAIN}*+)*+|(?:\\.?+{PLAIN}*+)++|,", re.DOTALL)
"""An atom with its escapes, or the comma that ends a message."""
SIMPLE = re.compile(r"[!-+\--\[\]-~ \t\r\n]*+")
"""Text without escapes, commas, and what only Python takes for white space."""


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
    return NUMBER.fullmatch(atom) is not None


def number_text(value: float) -> str:
    """A number as Pd writes it (`%g`, six digits)."""
    return f"{value:g}"


def split(body: str) -> tuple[str, ...]:
    """The atoms of a record, from its text without the semicolon."""
    return tuple(body.split() if SIMPLE.fullmatch(body) else ATOM.findall(body))


def join(atoms: tuple[str, ...]) -> str:
    """A record as Pd writes it since 0.52: on one line, no blank before a comma or semicolon."""
    return " ".join(atoms).replace(" ,", ",").replace(" ; ", ";\n") + ";\n"
