"""Amounts in words and symbols: `2 kHz`, `half a second`, `120 bpm`, `-6 dB`, `A4`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

UNITS = {
    "hz": ("hz", 1), "hertz": ("hz", 1), "khz": ("hz", 1000), "kilohertz": ("hz", 1000),
    "cycles per second": ("hz", 1), "times per second": ("hz", 1), "times a second": ("hz", 1),
    "ms": ("ms", 1), "msec": ("ms", 1), "msecs": ("ms", 1), "millis": ("ms", 1),
    "millisecond": ("ms", 1), "milliseconds": ("ms", 1), "milli seconds": ("ms", 1),
    "s": ("ms", 1000), "sec": ("ms", 1000), "secs": ("ms", 1000), "second": ("ms", 1000),
    "seconds": ("ms", 1000), "min": ("ms", 60000), "minute": ("ms", 60000),
    "minutes": ("ms", 60000), "bpm": ("bpm", 1), "beats per minute": ("bpm", 1),
    "beats a minute": ("bpm", 1), "times per minute": ("bpm", 1), "times a minute": ("bpm", 1),
    "db": ("db", 1), "decibel": ("db", 1), "decibels": ("db", 1), "%": ("%", 1),
    "percent": ("%", 1), "per cent": ("%", 1), "k": ("", 1000), "": ("", 1),
}  # fmt: skip
"""Spelling -> unit, and how many of it one is."""

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "tenth": 0.1}

NUMBER = r"[-+]?(?:\d+(?:[.,]\d+)?|[.]\d+)(?:e-?\d+)?"
UNIT = "|".join(sorted(map(re.escape, filter(None, UNITS)), key=len, reverse=True))
FIGURES = re.compile(rf"(?:about |around |exactly )?({NUMBER}) ?({UNIT})?", re.IGNORECASE)
SHARE = re.compile(rf"(?:an? )?({'|'.join(PARTS)})(?: (?:of )?an?)? ({UNIT})", re.IGNORECASE)
NOTE = re.compile(
    r"(?:(?:the )?(?:midi )?note )?([a-g])(#|b| sharp| flat)? ?(-?[0-9])", re.IGNORECASE
)
STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
PLAIN = {"middle c": (60.0, "midi"), "concert pitch": (440.0, "hz"), "silence": (0.0, "")}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts."""

    value: float
    unit: str = ""
    """`hz`, `ms`, `bpm`, `db`, `%`, `midi`, or empty for a bare number."""


def quantity(text: str) -> Quantity | None:
    """The amount that the words name; None where they name none."""
    words = re.sub(r"\s+", " ", text.strip().lower()).removesuffix(".")
    words = re.sub(r"^(?:minus|negative) (?=[.\d])", "-", words)
    words = re.sub(r"^(?:a (?:value|frequency|rate|volume|level) of |every )", "", words)
    if words in PLAIN:
        return Quantity(*PLAIN[words])
    if (found := FIGURES.fullmatch(words)) is not None:
        unit, factor = UNITS[found[2] or ""]
        return Quantity(float(found[1].replace(",", ".")) * factor, unit)
    if (found := SHARE.fullmatch(words)) is not None:
        unit, factor = UNITS[found[2]]
        return Quantity(PARTS[found[1]] * factor, unit)
    if (found := NOTE.fullmatch(words)) is not None:
        sharp = {"#": 1, " sharp": 1, "b": -1, " flat": -1}.get(found[2] or "", 0)
        return Quantity(12.0 * (int(found[3]) + 1) + STEPS[found[1]] + sharp, "midi")
    return spelled_out(words)


def spelled_out(words: str) -> Quantity | None:
    """An amount whose number is in words: `two hundred hertz`, `a second`."""
    spelled, unit = re.fullmatch(rf"(.*?) ?({UNIT})?", words).groups()  # type: ignore[union-attr]
    if spelled in ("a", "an", "one") and unit and unit != "%":
        value: float | None = 1.0
    else:
        value = number_in_words(spelled)
    if value is None:
        return None
    name, factor = UNITS[unit or ""]
    return Quantity(value * factor, name)


def number_in_words(text: str) -> float | None:
    """`two hundred and fifty` as a number."""
    total, part, seen = 0.0, 0.0, False
    for word in re.split(r"[ -]", text):
        if word == "and" and seen:
            continue
        if word in SMALL:
            part += SMALL.index(word)
        elif word in TENS:
            part += TENS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word == "thousand":
            total, part = total + (part or 1) * 1000, 0.0
        else:
            return None
        seen = True
    return total + part if seen else None


def measured(amount: Quantity, unit: str) -> float:
    """The number that stands for the amount where a patch counts in `unit`."""
    value, given = amount.value, amount.unit
    if given == "%" and unit != "%":
        return value / 100
    if given == "db":
        return value if unit == "db" else 10 ** (value / 20)
    if unit == "hz":
        return in_hertz(value, given)
    if unit == "ms":
        return in_milliseconds(value, given)
    if unit == "midi" and given == "hz" and value > 0:
        return 69 + 12 * math.log2(value / 440)
    return value


def in_hertz(value: float, given: str) -> float:
    """A frequency from a pitch, a period or a tempo."""
    if given == "midi":
        return float(440 * 2 ** ((value - 69) / 12))
    if given == "ms":
        return 1000 / value if value else 0.0
    return value / 60 if given == "bpm" else value


def in_milliseconds(value: float, given: str) -> float:
    """A period from a tempo or a frequency."""
    if given in ("bpm", "hz"):
        return (60000 if given == "bpm" else 1000) / value if value else 0.0
    return value


def span(text: str) -> tuple[Quantity, Quantity] | None:
    """Two bounds: `100 to 5000`, `between 0 and 1`, `20 Hz - 2 kHz`, `0..127`."""
    words = re.sub(
        r"^(?:(?:a |the )?range (?:of )?)?(?:from|between|of)? ?", "", text.strip().lower()
    )
    found = re.fullmatch(r"(.+?) ?(?: to | and | through |\.\.+|-| up to | – |–)\s*(.+)", words)
    if found is None:
        return None
    high, low = quantity(found[2]), quantity(found[1])
    if low is None or high is None:
        return None
    # Of `1 to 10 kHz` both are meant in kHz, of `100 to 1 kHz` only the second.
    shared = quantity(found[1] + FIGURES.sub(r" \2", found[2])) if not low.unit else None
    if shared is not None and shared.value < high.value:
        low = shared
    return low, high
