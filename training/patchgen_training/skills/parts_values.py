"""Numbers in a detailed request: times, frequencies, ranges, tempos and notes in symbols and in words."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.parts_clause import Fill, Fills, said
from patchgen_training.skills.sequence_theory import note_name
from patchgen_training.skills.time_words import NUMBER_WORDS

SPOKEN = {
    50: ("a twentieth of a second",), 100: ("a tenth of a second", "one tenth of a second"), 200: ("a fifth of a second", "two tenths of a second"), 250: ("a quarter of a second", "a quarter second"),
    300: ("three tenths of a second",), 500: ("half a second", "half a second"), 750: ("three quarters of a second",), 1000: ("one second", "a second", "one full second"), 1500: ("one and a half seconds", "a second and a half"),
    2000: ("two seconds", "two seconds"), 3000: ("three seconds", "three seconds"), 4000: ("four seconds",), 5000: ("five seconds",), 10000: ("ten seconds",),
}  # fmt: skip


def time(draw: Draw, milliseconds: float) -> str:
    """A time: 200 ms, 0.2 s, a fifth of a second, about 200 ms."""
    number, seconds = plain(milliseconds), plain(milliseconds / 1000)
    ways = [f"{number} ms", f"{number} ms", f"{number} ms", f"{number}ms", f"{number} milliseconds", f"{number} milliseconds", f"{number} msec"]
    if milliseconds >= 1000 and milliseconds % 100 == 0:
        one = "second" if milliseconds == 1000 else "seconds"
        ways = [f"{number} ms", f"{number} milliseconds", f"{seconds} {one}", f"{seconds} {one}", f"{seconds} s", f"{seconds}s"]
    elif milliseconds % 100 == 0:
        ways += [f"{seconds} seconds", f"{seconds} s"]
    ways += SPOKEN.get(int(milliseconds), ())
    text = draw.one(ways)
    hedge = draw.integer(1, 40)
    return f"about {text}" if hedge == 1 else f"{text} or so" if hedge == 2 else f"around {text}" if hedge == 3 else text


def before_noun(draw: Draw, milliseconds: float) -> str:
    """A time in front of a noun: a 200 ms decay, a 2 second release."""
    number, seconds = plain(milliseconds), plain(milliseconds / 1000)
    if milliseconds == 500 and draw.chance(0.2):
        return "half second"
    if milliseconds >= 1000 and milliseconds % 100 == 0:
        return draw.one((f"{number} ms", f"{seconds} second", f"{seconds} s", f"{seconds}-second", f"{number} millisecond"))
    return draw.one((f"{number} ms", f"{number} ms", f"{number}ms", f"{number} millisecond", f"{number}-millisecond"))


def times(draw: Draw, **values: float) -> Fills:
    """{t} for a time anywhere, {t_} in front of a noun."""
    fills: Fills = {}
    for name, value in values.items():
        fills[name] = (lambda v: lambda: time(draw, v))(value)
        fills[f"{name}_"] = (lambda v: lambda: before_noun(draw, v))(value)
    return fills


def frequency(draw: Draw, value: float) -> str:
    """A frequency: 440 Hz, 440 hertz, 1.5 kHz."""
    number = plain(value)
    ways = [f"{number} Hz", f"{number} Hz", f"{number} Hz", f"{number}Hz", f"{number} hz", f"{number} hertz", f"{number} Hertz"]
    if value >= 1000 and value % 100 == 0:
        kilo = plain(value / 1000)
        ways += [f"{kilo} kHz", f"{kilo} kHz", f"{kilo}kHz", f"{kilo} kilohertz", f"{kilo}k"]
    return draw.one(ways)


def frequencies(draw: Draw, **values: float) -> Fills:
    """{f} for a frequency."""
    return {name: (lambda v: lambda: frequency(draw, v))(value) for name, value in values.items()}


def counted(draw: Draw, number: int) -> Fill:
    """A small number in digits or as a word."""
    return said(draw, str(number), str(number), NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number))


UNITS: dict[str, tuple[str, ...]] = {
    "Hz": (" Hz", " Hz", " Hz", "Hz", " hertz", " hz"), "ms": (" ms", " ms", " ms", "ms", " milliseconds"), "BPM": (" BPM", " bpm", " bpm", " beats per minute"), "semitones": (" semitones", " semitones"), "": ("",), "dB": (" dB", " dB", " decibels"),
}  # fmt: skip


def measured(draw: Draw, value: float, unit: str) -> str:
    """One value with its unit."""
    if unit == "Hz":
        return frequency(draw, value)
    if unit == "ms":
        return time(draw, value) if value else "0 ms"
    return f"{plain(value)}{draw.one(UNITS[unit])}"


def spread(draw: Draw, low: float, high: float, unit: str) -> str:
    """A range with its unit: from 200 to 4000 Hz, between 200 Hz and 4 kHz."""
    one, other, tail = plain(low), plain(high), draw.one(UNITS[unit])
    ways = [
        f"from {one} to {other}{tail}", f"from {one} to {other}{tail}", f"between {one} and {other}{tail}", f"between {one} and {other}{tail}", f"in the range {one} to {other}{tail}", f"ranging from {one} to {other}{tail}",
        f"in a range from {one} to {other}{tail}", f"with a range of {one} to {other}{tail}", f"from {one} up to {other}{tail}", f"({one}-{other}{tail})", f"({one} to {other}{tail})", f"{one}-{other}{tail}",
    ]  # fmt: skip
    if unit in ("Hz", "ms") and low and draw.chance(0.25):
        first = frequency(draw, low) if unit == "Hz" else f"{one} ms"
        last = frequency(draw, high) if unit == "Hz" else before_range(draw, high)
        return draw.one((f"from {first} to {last}", f"between {first} and {last}", f"from {first} up to {last}"))
    return draw.one(ways)


def before_range(draw: Draw, milliseconds: float) -> str:
    """The upper end of a range of times."""
    seconds = plain(milliseconds / 1000)
    return draw.one((f"{plain(milliseconds)} ms", f"{seconds} second{'' if milliseconds == 1000 else 's'}" if milliseconds >= 1000 else f"{plain(milliseconds)} ms"))


def tempo(draw: Draw, bpm: float) -> Fill:
    """A tempo in beats per minute, after a noun or verb."""
    n = plain(bpm)
    return said(draw, f"at {n} BPM", f"at {n} bpm", f"at {n} beats per minute", f"at a tempo of {n} BPM", f"at a tempo of {n} beats per minute", f"with a tempo of {n} bpm", f"at tempo {n}")


def names(draw: Draw, notes: Sequence[int]) -> list[str]:
    """Note names with their octaves: C4, F#3."""
    return [note_name(draw, note) for note in notes]
