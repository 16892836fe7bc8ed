"""What a prompt plainly asks for, and which of it a patch lacks: chooses among candidates.

Only words that name a thing count, such as a toggle, a print, a number. Nothing here knows how to
build a patch: a model that wrote nonsense is merely found out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.pd.atoms import is_number, number_text, unescape
from patchgen.pd.model import Box, Canvas, walk


@dataclass(frozen=True, slots=True)
class Wish:
    """A thing with the words that ask for it and the signs that it is there."""

    thing: str
    asked: str
    """Pattern in the prompt."""
    names: str = ""
    """Boxes of which one must be there."""
    text: str = ""
    """Or a pattern in the text of any box."""
    needs_both: bool = False
    """Whether a box and the text must be there."""


NUMBER_BOXES = "floatatom nbx"
SLIDERS = "hsl vsl hradio vradio nbx floatatom"
BUTTON = r"(?<!radio )buttons?\b|\bbang\b|\bclick(ed|ing)?\b(?! train)|press(ed|ing)?\b"
VOLUME = (
    r"volume (control|slider|knob|fader|adjust)|(control|adjust|change|set)\w* (the |for )*volume"
)
WISHES = (
    Wish("a toggle", r"toggles?\b|on[ /-]off|on and off|start and stop", "tgl", r"^stop$"),
    Wish("a slider", r"sliders?\b|faders?\b|knobs?\b", "hsl vsl"),
    Wish("a number box", r"number ?box(es)?\b", NUMBER_BOXES),
    Wish("a button", BUTTON, "bng msg bang"),
    Wish("a print to the console", r"prints?\b|printed|printing|console\b", "print"),
    Wish("a volume control", VOLUME, SLIDERS, r"vol|gain|level", needs_both=True),
    Wish("something adjustable", r"adjustable|adjust(ed|ing|s)?\b|control(lable)?\b", SLIDERS),
    Wish("noise", r"\b(white|pink|brown|red|blue|filtered) noise|noise (signal|source)", "noise~"),
    Wish("a high-pass filter", r"high-?\s?pass|low-?cut", "hip~ vcf~ bp~ biquad~ rzero~ -~"),
    Wish("a low-pass filter", r"low-?\s?pass|high-?cut", "lop~ vcf~ biquad~ rpole~ bp~"),
    Wish("a band-pass filter", r"band-?\s?pass", "bp~ vcf~ biquad~ lop~"),
    Wish("a random choice", r"\brandom(ly)?\b", "random noise~ expr shuffle", r"random|sin|%|mod"),
    Wish("a delay", r"\bdelay(s|ed|ing)?\b|\becho(es)?\b", "delay del pipe delwrite~ delread~ vd~"),
    Wish("sound", r"\baudio (signal|output)|speakers?\b|melody|\bplays?\b", "dac~ noteout"),
    Wish("an absolute value", r"absolute value", "abs abs~", r"abs\("),
    Wish("an arc sine", r"arc-?\s?sine?\b|\basin\b|inverse sine", "", r"asin"),
    Wish("an arc cosine", r"arc-?\s?cos(ine)?\b|\bacos\b|inverse cosine", "", r"acos"),
    Wish("an arc tangent", r"arc-?\s?tan(gent)?\b|\batan\b|inverse tangent", "atan atan2", r"atan"),
    Wish("a square root", r"square root|\bsqrt\b", "sqrt sqrt~", r"sqrt|0\.5"),
    Wish("a bitwise AND", r"bit-?\s?wise and\b", "&", r"&"),
    Wish("a bitwise OR", r"bit-?\s?wise or\b", "|", r"\|"),
    Wish("a bitwise XOR", r"bit-?\s?wise (xor|exclusive or)\b", "", r"\^"),
    Wish("a remainder", r"modulo|\bmodulus\b|(?<!without )remainder", "mod %", r"fmod|%"),
    Wish("a sine function", r"\bsine (wave )?function", "sin osc~", r"sin"),
    Wish("MIDI", r"\bmidi (input|keyboard)\b", "notein ctlin bendin midiin"),
    Wish("metronome ticks", r"metro(nome)?\b", "metro"),
)

COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
COUNTED = {
    "sliders": "hsl vsl",
    "faders": "hsl vsl",
    "buttons": "bng msg",
    "toggles": "tgl",
    "number boxes": NUMBER_BOXES,
}
SEVERAL = re.compile(
    rf"\b({'|'.join(COUNTS)}|[2-8]) "
    rf"(?:(?!into|with|for|of)[a-z-]+ )?({'|'.join(COUNTED)})\b(?! of)"
)
ANOTHER = re.compile(r"\b(?:a second|another|one more) (slider|fader|button|toggle|number box)\b")

NUMBERS = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")
SCALES = (1.0, 1000.0, 0.001, 60.0, 60000.0, 0.01, 1 / 127)
"""Kilo, seconds to milliseconds and back, minutes, percent, MIDI."""


def missing(prompt: str, canvas: Canvas) -> tuple[str, ...]:
    """The things that the prompt names and the patch does not have, in words."""
    boxes = [box for _, inner in walk(canvas) for box in inner.boxes]
    names = {box.name for box in boxes}
    texts = [unescape(atom) for box in boxes for atom in box.atoms]
    return (
        *missing_things(prompt.lower(), names, texts),
        *missing_copies(prompt.lower(), boxes),
        *missing_numbers(prompt, boxes),
    )


def missing_things(prompt: str, names: set[str], texts: list[str]) -> Iterator[str]:
    """Things by their words."""
    for wish in WISHES:
        if not re.search(wish.asked, prompt):
            continue
        is_named = bool(names & set(wish.names.split()))
        is_written = bool(wish.text) and any(re.search(wish.text, text) for text in texts)
        if not (all if wish.needs_both else any)((is_named, is_written)):
            yield wish.thing


def missing_copies(prompt: str, boxes: list[Box]) -> Iterator[str]:
    """Controls of which the prompt wants more than there are."""
    wanted = [(int(COUNTS.get(n, n)), things) for n, things in SEVERAL.findall(prompt)]
    wanted += [
        (2, thing + ("es" if thing.endswith("x") else "s")) for thing in ANOTHER.findall(prompt)
    ]
    for count, things in wanted:
        if sum(box.name in COUNTED[things].split() for box in boxes) < count:
            yield f"{count} {things}"


def missing_numbers(prompt: str, boxes: list[Box]) -> Iterator[str]:
    """Numbers of the prompt that stand nowhere in the patch, not even in another unit."""
    found = {
        float(number)
        for box in boxes
        for atom in box.atoms
        for number in re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", unescape(atom))
        if is_number(number)
    }
    numbers = [float(number) for number in NUMBERS.findall(prompt)]
    for value in numbers:
        spellings = {value * scale for scale in SCALES} | {value - 1, value + 1, -value}
        spellings |= {60000 / value, 1000 / value} if value else set()
        spellings |= {value - low + 1 for low in numbers if low < value}  # Size of a range.
        if not any(abs(f - s) <= 1e-3 * max(1.0, abs(s)) for f in found for s in spellings):
            yield f"the number {number_text(value)}"
