"""What a musician sees of a player: its title, controls, the chord and the bar that sound."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.domains.music.plan import control
from patchgen.domains.music.roll import AREA, MOST_BARS, patch_of_colour
from patchgen.draw.ruling import last_tick, named_bars
from patchgen.music.score import Score, bars, seconds
from patchgen.pd.atoms import escape, escape_words, number_text
from patchgen.pd.model import Box

LONGEST_TITLE = 60
"""Characters of a title that fit on its bar."""

BAR, BAR_INK, GROUND, INK = "#305080", "#ffffff", "#e8eaec", "#202428"
LIGHT = "#fcfcfc"
SLOWEST, FASTEST = 20, 300
"""Quarter notes a minute that the tempo's slider reaches in any case."""

VOLUME = 80
CHORD_ROOM = 30
"""Pixels that a chord symbol over the roll takes at the least."""


def panel(score: Score, title: str) -> Iterator[Box]:
    """The boxes over and under the roll, in the order in which they are drawn."""
    name = escape(title[:LONGEST_TITLE].replace("$", "")) or "untitled"
    yield patch_of_colour(10, 10, 780, 40, BAR, name, label_at=(15, 20), size=20, ink=BAR_INK)
    yield patch_of_colour(10, 60, 780, 90, GROUND)
    yield Box("text", escape_words(facts(score)), 10, 155, width=100)
    yield from buttons()
    yield from tempo(score.tempos[0].bpm)
    yield from volume()
    yield from display(score)


def buttons() -> Iterator[Box]:
    """Start and stop, loop, MIDI."""
    yield toggle(20, 80, 50, "play", "60 25", size=16)
    yield toggle(150, 80, 20, "loop", "28 10")
    yield toggle(150, 110, 20, "midi", "28 10")


def toggle(x: int, y: int, side: int, name: str, label_at: str, size: int = 12) -> Box:
    """A toggle that sends to its name."""
    look = f"{side} 0 $0-{name} $0-{name}-shown {name} {label_at} 0 {size}"
    return control("tgl", x, y, f"{look} {LIGHT} {INK} {INK} 0 1")


def tempo(bpm: float) -> Iterator[Box]:
    """A number and a slider, in quarter notes a minute."""
    low, high = min(SLOWEST, int(bpm)), max(FASTEST, int(bpm) + 1)
    number = f"5 20 {low} {high} 0 1 $0-tempo $0-tempo-box tempo 80 10 0 12"
    yield control("nbx", 250, 80, f"{number} {LIGHT} {INK} {INK} {number_text(bpm)} 256")
    slider = f"190 20 {low} {high} 0 0 $0-tempo-slider $0-tempo-shown empty 0 0 0 12"
    yield control("hsl", 253, 110, f"{slider} {LIGHT} {INK} {INK} 0 1")


def volume() -> Iterator[Box]:
    """A slider in per cent."""
    slider = "128 20 0 100 0 1 $0-volume $0-volume-shown volume -3 -20 0 12"
    yield control("hsl", 483, 110, f"{slider} {LIGHT} {INK} {INK} {VOLUME * 127} 1")


def display(score: Score) -> Iterator[Box]:
    """The bar and the chord that sound."""
    yield Box("floatatom", ("4", "0", "0", "0", "bar", r"\$0-bar-shown", "-", "12"), 690, 80)
    yield patch_of_colour(
        650, 110, 1, 1, GROUND, label_at=(3, 12), size=24, ink=BAR, receive="$0-chord-shown"
    )
    yield from bar_numbers(score)
    yield from chord_symbols(score)


def place(score: Score, tick: int) -> int:
    """The pixel at which a tick is in the roll."""
    return round(AREA.left + (AREA.width - 1) * tick / last_tick(score))


def bar_numbers(score: Score) -> Iterator[Box]:
    """Below the roll, on a strip that covers where arrays have nothing to show."""
    below = round(AREA.bottom)
    yield patch_of_colour(round(AREA.left), below - 1, round(AREA.width) + 1, 20, GROUND)
    for tick, number in named_bars(score, MOST_BARS):
        x = place(score, tick)
        yield patch_of_colour(x, below, 1, 5, INK, str(number), label_at=(3, 10), ink=INK)


def chord_symbols(score: Score) -> Iterator[Box]:
    """Over the roll, as many as have room."""
    free = 0
    for symbol in score.chords:
        x = place(score, symbol.at)
        if x >= free and x < AREA.right - CHORD_ROOM:
            chord = escape(symbol.chord)
            yield patch_of_colour(x, round(AREA.top) - 10, 1, 10, INK, chord,
                                  label_at=(4, 0), size=12, ink=BAR)  # fmt: skip
            free = x + max(CHORD_ROOM, 8 * len(symbol.chord) + 6)


def facts(score: Score) -> str:
    """Metre, key, length and time in words."""
    metre, count = score.metres[0], len(bars(score))
    time = round(seconds(score, last_tick(score)))
    words = [f"{metre.beats}/{metre.unit}"]
    if score.key is not None:
        words.append(
            f"{score.key.removesuffix('m')} {'minor' if score.key.endswith('m') else 'major'}"
        )
    words.append(f"{count} bar{'s' * (count != 1)}")
    words.append(f"{time // 60}:{time % 60:02}")
    return " , ".join(words) + ". Switch DSP on to hear the built-in piano."
