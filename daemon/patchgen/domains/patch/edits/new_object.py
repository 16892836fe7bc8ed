"""A new object from words: `a sawtooth`, `hip~ 200`, `a high-pass at 2 kHz`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from patchgen.domains.patch.edits.nouns import joined
from patchgen.domains.patch.edits.quantity import Quantity, quantity
from patchgen.domains.patch.edits.resolve import is_near
from patchgen.domains.patch.vocabulary import boxes
from patchgen.objects.arity import accepts
from patchgen.objects.reference import ELSEWHERE_CALLED

CALLED = {
    "sine": "osc~", "sinus": "osc~", "cosine": "osc~", "sine oscillator": "osc~",
    "oscillator": "osc~",
    "sawtooth": "phasor~", "saw": "phasor~", "ramp": "phasor~", "sawtooth oscillator": "phasor~",
    "phasor": "phasor~", "saw oscillator": "phasor~", "noise": "noise~",
    "noise generator": "noise~",
    "lowpass": "lop~", "lowpass filter": "lop~", "highpass": "hip~", "highpass filter": "hip~",
    "bandpass": "bp~", "bandpass filter": "bp~", "resonant filter": "vcf~", "metronome": "metro",
    "resonant lowpass": "vcf~", "random number": "random", "limiter": "clip~", "microphone": "adc~",
    "horizontal slider": "hsl", "vertical slider": "vsl", "slider": "hsl", "fader": "vsl",
    "knob": "hsl", "numberbox": "floatatom", "number": "floatatom", "toggle": "tgl",
    "switch": "tgl",
    "button": "bng", "bang": "bng", "radiobuttons": "hradio", "checkbox": "tgl",
    "addition": "+", "adder": "+", "multiplication": "*", "multiplier": "*", "division": "/",
    "subtraction": "-", "square": "square", "square oscillator": "square", "pulse": "square",
    "triangle": "triangle", "triangle oscillator": "triangle",
}  # fmt: skip
SHAPED = {
    "square": ("expr~", "($v1", ">", "0.5)", "*", "2", "-", "1"),
    "triangle": ("expr~", "4", "*", "abs($v1", "-", "0.5)", "-", "1"),
}
"""Waves that a [phasor~] needs another box for."""


@dataclass(frozen=True, slots=True)
class NewObject:
    """An object as it is to be made."""

    name: str
    args: tuple[str, ...] = ()
    amount: Quantity | None = None
    """What is said of its main setting."""
    after: tuple[str, ...] = ()
    """The object behind it that makes the wave, where one is needed."""


def new_object(text: str) -> NewObject | None:
    """The object that the words name; None where they name none that Pd has."""
    words = re.sub(r"^(?:an?|the|some|one|pd's|another)\s+", "", text.strip(), flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:object|box)$", "", words.strip("[]. "), flags=re.IGNORECASE)
    spoken = joined(words)
    if spoken in CALLED:
        return from_name(CALLED[spoken])
    name, _, rest = words.partition(" ")
    if (known := as_known(name)) is not None:
        args = tuple(rest.split())
        return NewObject(known, args) if accepts(known, args) else None
    found = re.fullmatch(
        r"(.+?)(?: (?:at|of|with (?:a )?(?:\w+ )?(?:of )?))?\s(\S+(?: \S+)?)", spoken
    )
    amount = quantity(found[2]) if found else None
    if found and amount and found[1] in CALLED:
        made = from_name(CALLED[found[1]])
        return NewObject(made.name, made.args, amount, made.after)
    return None


def from_name(name: str) -> NewObject:
    """An object, or a wave that is made of two."""
    if name in SHAPED:
        escaped = tuple(word.replace("$", r"\$") for word in SHAPED[name])
        return NewObject("phasor~", after=escaped)
    return NewObject(name)


def as_known(name: str) -> str | None:
    """The name of an object that may be made, one wrong letter forgiven."""
    known = boxes()
    for candidate in (name, name.lower(), ELSEWHERE_CALLED.get(name.lower(), "")):
        if candidate and known.has(candidate) and not candidate[0].isdigit():
            return candidate
    if len(name) < 4 or not name.endswith("~"):
        return None
    near = [other for other in known.sorted if other.endswith("~") and is_near(name.lower(), other)]
    return near[0] if len(near) == 1 else None
