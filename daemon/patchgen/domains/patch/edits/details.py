"""What is said of a new control: its range, where it starts, its label."""

from __future__ import annotations

import re

from patchgen.domains.patch.edits.quantity import Quantity, quantity, span
from patchgen.domains.patch.edits.speech import CALLED, QUOTES, unquoted

RANGE = re.compile(
    r",?\s*\(?(?:(?:with |in )?(?:a |the )?(?:range|values?|bounds|limits)?\s*(?:of |from "
    r"|between |"
    r"going from |ranging from |running from )|from |between |ranging from |going from |range )"
    r"(?P<range>\S+(?: \w+)? ?(?:to|and|-|\.\.+|–) ?\S+(?: (?:hz|khz|ms|s|seconds?|bpm|"
    r"hertz)\b)?)\)?",
    re.IGNORECASE,
)
BARE = re.compile(
    r",?\s*\(?(?P<range>-?[\d.]+ ?(?:k?hz|ms)? ?(?:-|\.\.+|–|to) ?-?[\d.]+ ?(?:k?hz|ms)?)\)?\s*$",
    re.IGNORECASE,
)
START = re.compile(
    r",?\s*(?:and )?(?:(?:that )?start(?:s|ing)? (?:at|with|from)|initially|default(?:ing "
    r"to)?|initial value|"
    r"preset to|set to) (?P<start>\S+(?: (?:hz|khz|ms))?)",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf",?\s*(?:and )?{CALLED} (?P<label>[{QUOTES}][^{QUOTES}]+[{QUOTES}]|\S+)", re.IGNORECASE
)


def details(text: str) -> tuple[Quantity | None, Quantity | None, Quantity | None, str]:
    """Range, start value and label that are said of a control."""
    ranged = RANGE.search(text) or BARE.search(text)
    bounds = span(ranged["range"]) if ranged else None
    started = START.search(text)
    amount = quantity(started["start"]) if started else None
    named = LABELLED.search(text)
    low, high = bounds or (None, None)
    return low, high, amount, unquoted(named["label"]) if named else ""


def plain(what: str) -> str:
    """The words for a box without what is said of the control."""
    for pattern in (LABELLED, START, RANGE, BARE):
        what = pattern.sub("", what)
    return what.strip(" ,")
