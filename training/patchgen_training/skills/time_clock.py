"""Durations and tempi: their numbers in a patch and their many spellings in a prompt."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.time_words import count_word

ROUND = (10, 20, 25, 30, 40, 50, 60, 75, 80, 100, 100, 120, 125, 150, 175, 200, 200, 220, 225, 250,
         250, 275, 300, 300, 333, 350, 375, 400, 400, 425, 450, 500, 500, 550, 600, 650, 700, 750, 800,
         850, 900, 950, 1000, 1000, 1000, 1100, 1200, 1250, 1300, 1400, 1500, 1500, 1600, 1750, 1800,
         2000, 2000, 2000, 2200, 2250, 2400, 2500, 2500, 2750, 3000, 3000, 3000, 3500, 3500, 4000,
         4000, 4500, 5000, 5000, 5500, 6000, 7000, 7500, 8000, 9000, 10000, 10000)
SPOKEN = {
    250: ("a quarter of a second", "a quarter second"),
    500: ("half a second", "half a second", "half a sec", "1/2 second"),
    1000: ("a second", "one second", "1 second", "1 sec"),
    1500: ("one and a half seconds", "a second and a half"),
    2000: ("two seconds", "2 secs"),
    60000: ("a minute", "one minute", "1 minute", "1 min"),
}
BEATS = {"quarter notes": "1", "eighth notes": "0.5", "sixteenth notes": "0.25", "half notes": "2",
         "8th notes": "0.5", "16th notes": "0.25"}


def plain(value: float) -> str:
    """A number without needless zeros: `1.5`, `2`, `0.25`."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def duration(draw: Draw, low: float = 10, high: float = 10000) -> int:
    """A duration in milliseconds, mostly a round one."""
    if draw.chance(0.8):
        return draw.one([item for item in ROUND if low <= item <= high])
    return draw.integer(int(low), int(min(high, 3000)))


def spell(draw: Draw, milliseconds: float) -> str:
    """A duration as a player may write it: `1.5 seconds`, `1500 ms`, `one and a half seconds`."""
    number = plain(milliseconds)
    seconds = plain(milliseconds / 1000)
    forms = [f"{number} ms", f"{number} milliseconds", f"{number}ms", f"{number} msec"]
    if (milliseconds % 100 == 0 and milliseconds >= 100) or milliseconds % 250 == 0:
        forms = [f"{seconds} seconds", f"{seconds} s", f"{seconds} sec", f"{seconds}s",
                 f"{seconds} seconds", f"{number} ms", f"{number} milliseconds", f"{number}ms"]
    if milliseconds % 1000 == 0:
        word = count_word(draw, int(milliseconds / 1000))
        forms += [f"{word} seconds"] * 2 + [f"{seconds} secs"]
    if milliseconds == 1000:
        forms = ["1 s", "1000 ms", "1000 milliseconds", "1000ms", "1s"]
    forms += SPOKEN.get(int(milliseconds), ()) * 2
    return draw.one(forms)


def every(draw: Draw, milliseconds: float) -> str:
    """A repetition: `every 2 seconds`, `once every 300 ms`, `each second`."""
    if milliseconds == 1000 and draw.chance(0.7):
        return draw.one(("every second", "once a second", "once per second", "each second",
                         "every 1 second", "one time per second"))
    head = draw.one(("every", "every", "every", "every", "each", "once every"))
    return f"{head} {spell(draw, milliseconds)}".replace("every a ", "every ").replace("each a ", "each ")


@dataclass(frozen=True)
class Clock:
    """A steady beat: what `metro` is told, and how the beat was asked for."""

    arguments: str
    """Arguments of `metro`."""
    period: float
    """Milliseconds from beat to beat."""
    unit: str
    """ms, bpm or hz: the unit the prompt speaks in."""
    number: float
    """The number in that unit."""
    beat: str = ""
    """The note value, where one was named."""

    @property
    def body(self) -> str:
        """The box of the patch."""
        return f"metro {self.arguments}"

    def said(self, draw: Draw) -> str:
        """The beat in words that follow a verb: `every 300 ms`, `at 90 bpm`, `4 times a second`."""
        if self.unit == "ms":
            return every(draw, self.number)
        number = plain(self.number)
        if self.unit == "hz":
            return draw.one((f"{number} times a second", f"{number} times per second", f"at {number} Hz",
                             f"{number} times every second", f"at a rate of {number} Hz",
                             f"at {number}hz", f"{count_word(draw, int(self.number))} times a second"))
        tempo = draw.one((f"at {number} bpm", f"at {number} BPM", f"at a tempo of {number} bpm",
                          f"with a tempo of {number} bpm", f"at {number} beats per minute",
                          f"at {number}bpm", f"at {number} bpm", f"in tempo {number}",
                          f"at a speed of {number} bpm", f"with {number} beats per minute"))
        return f"in {self.beat} {tempo}" if self.beat else tempo

    def noun(self, draw: Draw) -> str:
        """The beat before a noun: `120 bpm`, `2 second`, `4 Hz`."""
        number = plain(self.number)
        return {"ms": f"{number} ms", "bpm": f"{number} bpm", "hz": f"{number} Hz"}[self.unit]


def steady(draw: Draw, low: float = 50, high: float = 5000) -> Clock:
    """A beat given in milliseconds or seconds."""
    period = duration(draw, low, high)
    return Clock(str(period), period, "ms", period)


def musical(draw: Draw, beats: bool = False) -> Clock:
    """A beat given in beats per minute; with `beats` perhaps as eighth notes and the like."""
    usual = draw.chance(0.5)
    bpm = draw.one((60, 70, 72, 75, 80, 84, 90, 96, 100, 105, 108, 110, 112, 115, 116, 118, 120, 120, 122,
                    124, 125, 126, 128, 130, 132, 135, 138, 140, 144, 150, 160, 168, 174, 180, 200))
    bpm = bpm if usual else draw.integer(40, 240)
    beat = draw.one(list(BEATS)) if beats and draw.chance(0.35) else ""
    length = BEATS.get(beat, "1")
    return Clock(f"{length} {bpm} permin", 60000 / bpm * float(length), "bpm", bpm, beat)


def frequent(draw: Draw) -> Clock:
    """A beat given in times per second."""
    rate = draw.integer(2, 20) if draw.chance(0.8) else draw.integer(21, 50)
    return Clock(f"1 {rate} persec", 1000 / rate, "hz", rate)


def clock(draw: Draw, low: float = 50, high: float = 4000) -> Clock:
    """Any beat."""
    kind = draw.one(("steady", "steady", "steady", "musical", "musical", "frequent"))
    return steady(draw, low, high) if kind == "steady" else musical(draw) if kind == "musical" else frequent(draw)


def rhythm(draw: Draw) -> Clock:
    """A beat for notes: from 80 milliseconds to a second and a half."""
    if draw.chance(0.5):
        return musical(draw, beats=True)
    return steady(draw, 80, 1500) if draw.chance(0.85) else Clock(
        f"1 {(rate := draw.integer(2, 10))} persec", 1000 / rate, "hz", rate)
