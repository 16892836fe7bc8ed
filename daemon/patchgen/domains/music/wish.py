"""What somebody wants of a piece of music, and the one sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

KINDS = ("piano", "chords")
"""The first word of a sentence that asks for music."""

MOST_BARS = 128
MOST_SECONDS = 600
FEWEST_WORDS, MOST_WORDS = 16, 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """A request in its parts; what is None or empty is left to the model."""

    kind: Literal["piano", "chords"] = "piano"
    key: str | None = None
    """`C`, `Bbm`."""
    metre: tuple[int, int] | None = None
    bpm: int | None = None
    bars: int | None = None
    """So many; in a continuation so many more."""
    seconds: int | None = None
    words: int | None = None
    """At most so many, in the model's own words."""
    chords: int | None = None
    """So many, each for a bar."""
    line: str = ""
    """Chords: those under a piano piece, or those that a progression goes on from."""
    mode: Literal["", "after", "overlay"] = ""
    """How new music joins a given piece, or whether the line does not count as new."""
    unknown: tuple[str, ...] = ()
    """What nothing was made of."""
    read_back: int | None = None
    """Bars at the end of a given piece that the model goes on from; else as many as it can read."""


LENGTHS = ("bars", "seconds", "words", "chords")
"""The fields that say how long a piece is: one at most is set."""


def overruled(first: Wish, second: Wish) -> Wish:
    """The first wish with all that the second says; one length takes the place of another."""
    is_long = any(getattr(second, name) for name in LENGTHS)
    kept = {name: None if is_long else getattr(first, name) for name in LENGTHS}
    return Wish(
        kind=first.kind,
        key=second.key or first.key,
        metre=second.metre or first.metre,
        bpm=second.bpm or first.bpm,
        bars=second.bars or kept["bars"],
        seconds=second.seconds or kept["seconds"],
        words=second.words or kept["words"],
        chords=second.chords or kept["chords"],
        line=second.line or first.line,
        mode=second.mode or first.mode,
        unknown=(*first.unknown, *second.unknown),
        read_back=second.read_back or first.read_back,
    )


def said(wish: Wish) -> str:
    """The sentence, which is read as the same wish."""
    return ", ".join((f"{wish.kind}{opening(wish)}", *phrases(wish)))


def opening(wish: Wish) -> str:
    """What follows the first word without a comma: the chords of a progression."""
    if wish.kind == "piano" or not wish.line:
        return ""
    return f" after {wish.line}" if wish.mode == "after" else f" {wish.line}"


def phrases(wish: Wish) -> Iterator[str]:
    """All else, phrase by phrase."""
    if wish.mode == "overlay":
        yield "over the piece"
    if wish.mode == "after" and not (wish.kind == "chords" and wish.line):
        yield "after the piece"
    if wish.read_back is not None:
        yield f"from its last {wish.read_back} bars"
    if wish.key is not None:
        mode = "minor" if wish.key.endswith("m") else "major"
        yield f"in {wish.key.removesuffix('m')} {mode}"
    if wish.metre is not None:
        yield f"{wish.metre[0]}/{wish.metre[1]}"
    if wish.bpm is not None:
        yield f"{wish.bpm} bpm"
    if wish.bars is not None:
        yield f"{wish.bars} bars"
    if wish.seconds is not None:
        yield f"{wish.seconds} seconds"
    if wish.words is not None:
        yield f"at most {wish.words} words"
    if wish.chords is not None:
        yield f"{wish.chords} chords"
    if wish.kind == "piano" and wish.line:
        yield f"over the chords {wish.line}"
    yield from wish.unknown
