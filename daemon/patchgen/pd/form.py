"""What is particular to a whole file: how its lines end, and whether long records are broken."""

from __future__ import annotations

import re
from dataclasses import dataclass

WRAP = 65
"""Older Pds break a record after the atom that carries the line past this many bytes."""

BROKEN = re.compile(r"\n(?<=[^;\s]\n)")
"""A line that ends inside a record."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file's text in the usual form, and how the file differs from that."""

    text: str
    """With `\\n` at the end of each line."""
    line_end: str
    ending: str
    """What follows the last semicolon, with `\\n` at the end of lines."""
    is_wrapped: bool

    @property
    def longest(self) -> int:
        """Characters up to which a record is written on one line."""
        if not self.is_wrapped:
            return len(self.text)
        return WRAP if self.text.isascii() else WRAP // 4


USUAL = Form("", "\n", "\n", False)
"""The form in which Pd saves today."""


def form_of(text: str) -> Form:
    """The form of a file. Where its lines end in several ways, they are left as they are."""
    line_end = "\n"
    if "\r" in text and text.count("\r\n") == text.count("\r") == text.count("\n"):
        text, line_end = text.replace("\r\n", "\n"), "\r\n"
    last = text.rfind(";") + 1
    ending = text[last:]
    if ending.strip(" \t\r\n"):
        ending = "\n"  # The text is cut off, which the parser will say.
    elif ending != "\n":
        text = text[:last] + "\n"
    is_wrapped = text.count(";\n") < text.count("\n") and BROKEN.search(text) is not None
    return Form(text, line_end, ending, is_wrapped)
