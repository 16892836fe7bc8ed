"""Numbers as musicians write them: frequencies, times, shares, and the values worth drawing."""

from __future__ import annotations

import re

from patchgen_training.skills.draw import Draw

TONES = (
    55, 60, 65, 73, 80, 82, 87, 90, 98, 100, 110, 120, 123, 130, 138, 146, 150, 164, 165, 174, 180,
    196, 200, 210, 220, 233, 240, 246, 250, 261, 262, 277, 280, 293, 300, 311, 320, 329, 330, 349,
    350, 370, 380, 392, 400, 415, 420, 432, 440, 441, 450, 466, 480, 493, 500, 523, 550, 554, 587,
    600, 622, 640, 659, 660, 698, 700, 739, 750, 783, 800, 830, 880, 900, 932, 987, 1000, 1046,
    1100, 1174, 1200, 1318, 1320, 1500, 1760, 2000,
)  # fmt: skip
"""Hertz, for oscillators."""
BASSES = (36, 40, 41, 43, 45, 46, 48, 50, 52, 55, 58, 60, 62, 65, 69, 70, 73, 75, 80, 82, 90, 98, 100, 110)  # fmt: skip
"""Hertz, for drones and basses."""
CUTOFFS = (
    150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 1000, 1100,
    1200, 1250, 1300, 1400, 1500, 1600, 1700, 1800, 2000, 2200, 2400, 2500, 2800, 3000, 3200, 3500,
    4000, 4500, 5000, 5500, 6000, 7000, 8000,
)  # fmt: skip
"""Hertz, for filters."""
RATES = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 8, 9, 10, 12)  # fmt: skip
"""Hertz, for slow modulators."""
DELAYS = (
    80, 90, 100, 110, 120, 125, 130, 140, 150, 160, 175, 180, 190, 200, 210, 220, 225, 230, 240,
    250, 260, 270, 275, 280, 290, 300, 310, 320, 330, 333, 340, 350, 360, 370, 375, 380, 390, 400,
    420, 425, 430, 440, 450, 460, 470, 475, 480,
)  # fmt: skip
"""Milliseconds, for echoes."""
SPANS = (200, 250, 300, 400, 500, 600, 700, 750, 800, 900, 1000, 1200, 1500, 1800, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000)  # fmt: skip
"""Milliseconds, for fades and sweeps."""

NOTE_NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
SPOKEN_SPANS = {
    250: "a quarter of a second",
    500: "half a second",
    1000: "one second",
    1500: "one and a half seconds",
    2000: "two seconds",
    3000: "three seconds",
    4000: "four seconds",
    5000: "five seconds",
    10000: "ten seconds",
}


def plain(value: float) -> str:
    """The shortest text of a number: 440, 0.5."""
    return f"{value:g}" if abs(value) < 1_000_000 else str(int(value))


def hertz(draw: Draw, value: float) -> str:
    """A frequency in one of the ways people write it: 440 Hz, 440hz, 1.5 kHz."""
    number = plain(value)
    ways = [f"{number} Hz", f"{number} Hz", f"{number} Hz", f"{number}Hz", f"{number} hz"]
    ways += [f"{number}hz", f"{number} hertz", f"{number} Hertz"]
    if value >= 1000 and value % 100 == 0:
        kilo = plain(value / 1000)
        ways += [f"{kilo} kHz", f"{kilo} kHz", f"{kilo}kHz", f"{kilo}k", f"{kilo} khz"]
    return draw.one(ways)


def span(draw: Draw, milliseconds: float) -> str:
    """A time in one of the ways people write it: 500 ms, half a second, 0.5 s."""
    number = plain(milliseconds)
    seconds = plain(milliseconds / 1000)
    ways = [f"{number} ms", f"{number} ms", f"{number}ms", f"{number} milliseconds", f"{number} msec"]
    if milliseconds >= 1000 and milliseconds % 100 == 0:
        ways = [f"{number} ms", f"{number} milliseconds"]
    if milliseconds >= 500 and milliseconds % 100 == 0:
        one = "second" if milliseconds == 1000 else "seconds"
        ways += [f"{seconds} {one}", f"{seconds} {one}", f"{seconds} s", f"{seconds}s", f"{seconds} sec"]
    if milliseconds in SPOKEN_SPANS:
        ways += [SPOKEN_SPANS[int(milliseconds)]] * 2
    return draw.one(ways)


def share(draw: Draw, value: float) -> str:
    """A part of one: 0.3 or 30%."""
    percent = plain(round(value * 100, 3))
    return draw.one([plain(value), plain(value), f"{percent}%", f"{percent} percent"])


def note_name(note: int) -> str:
    """The name of a MIDI note, with 60 as C4."""
    return f"{NOTE_NAMES[note % 12]}{note // 12 - 1}"


def note_frequency(note: float) -> float:
    """Hertz of a MIDI note, as [mtof] gives it."""
    return float(8.17579891564 * 2 ** (note / 12))


VOWEL = re.compile(r"\b([Aa]) (?=8\d*\.?\d*\b|(?:[aei]|o(?!ne\b))[a-z]|(?:[AE]b?|F#?) [a-z7])")
"""An article that needs its n: before eight, vowels, and the letters A, E and F."""


def articled(text: str) -> str:
    """Mends articles and doubled words where phrases meet: an 800 Hz tone, a half second, an open hi-hat."""
    text = re.sub(r"\b([Aa]) half a second", r"\1 half second", text)
    text = re.sub(r"\b([Aa]) a (?=quarter)", r"\1 ", text)
    text = re.sub(r"\b(sound|noise) \1\b", r"\1", text)
    return VOWEL.sub(r"\1n ", text)


def an(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"an {noun}" if noun[0].lower() in "aeio" or noun.startswith(("FM", "LFO", "LP", "HP")) else f"a {noun}"
