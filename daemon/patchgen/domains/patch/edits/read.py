"""Reads an instruction as operations; None where it is none that says a definite change."""

from __future__ import annotations

import re

from patchgen.domains.patch.edits.nouns import joined
from patchgen.domains.patch.edits.operations import Operation, Remove, SetValue
from patchgen.domains.patch.edits.phrases import PATTERNS
from patchgen.domains.patch.edits.speech import END, POLITE, QUOTES, VERBS

JOINT = re.compile(r"\s*(?:[;.]|,? and then|,? then|,? and|,)\s+", re.IGNORECASE)
"""What may stand between two instructions."""
VERB = re.compile(rf"{VERBS}\b", re.IGNORECASE)
"""How an instruction may begin that follows another one."""


def read(instruction: str) -> tuple[Operation, ...] | None:
    """The operations that the instruction asks for, in its order."""
    clause = cleaned(instruction)
    for match in JOINT.finditer(clause):
        rest = cleaned(clause[match.end() :])
        first = operation(cleaned(clause[: match.start()]))
        if isinstance(first, SetValue) and first.how == "to" and is_setting(rest):
            rest = f"set {rest}"
        if isinstance(first, Remove) and isinstance(operation(clause), Remove) and is_named(rest):
            rest = f"remove {rest}"
        others = read(rest) if first is not None and VERB.match(rest) else None
        if first is not None and others is not None:
            return (first, *others)
    found = operation(clause)
    return None if found is None else (found,)


def is_setting(rest: str) -> bool:
    """Whether it goes on with another thing to set; `0 500` is more of a message."""
    return not VERB.match(rest) and re.match(r"[-\d.]", rest) is None


def is_named(rest: str) -> bool:
    """Whether it goes on with another box, and not with another instruction or in a quotation."""
    return not VERB.match(rest) and not any(quote in rest for quote in QUOTES)


def cleaned(text: str) -> str:
    """An instruction without courtesies."""
    text = re.sub(r"\s+", " ", re.sub(r"(?<=[a-z~]) ?= ?(?=[-\d])", " = ", text)).strip()
    while (shorter := END.sub("", POLITE.sub("", text))) != text:
        text = shorter
    return text


def operation(clause: str) -> Operation | None:
    """The one operation that a clause asks for."""
    for pattern, reader in PATTERNS:
        match = pattern.fullmatch(clause) or pattern.fullmatch(joined(clause))
        found = reader(match) if match is not None else None
        if found is not None:
            return found
    return None
