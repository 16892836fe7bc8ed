"""What a wish asks of the model: how its text begins, what it must keep, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from patchgen.domains.base import Constraint
from patchgen.domains.music.wish import Wish
from patchgen.errors import MusicInvalid
from patchgen.music.score import Metre, Score, Tempo
from patchgen.music.words import BAR, END, METRES, TEMPOS

BPM = 100
"""Where seconds are wished and no tempo is."""
HEADER = 8
"""Words of a text that are no part of a bar, and some more."""
STEADY = 0.75
"""How much of the words the bars can count on; the rest is for those that need more."""


@dataclass(frozen=True, slots=True)
class Commission:
    """One piece, asked of the model."""

    beginning: str
    constraint: Callable[[], Constraint]
    read: Callable[[str], Score]
    """The whole piece in the model's answer. Raises MusicInvalid."""


def is_long(wish: Wish) -> bool:
    """Whether the wish says how many bars there are."""
    return any((wish.bars, wish.seconds, wish.chords))


def wished_bars(wish: Wish, metre: Metre, bpm: float, usual: int) -> int | None:
    """How many bars; None where only the number of words is bounded."""
    if wish.seconds:
        return max(1, round(wish.seconds * bpm / 60 / (metre.beats * 4 / metre.unit)))
    return wish.bars or wish.chords or (None if wish.words else usual)


def key_word(key: str) -> str:
    """`kAm`."""
    return f"k{key}"


def metre_word(metre: Metre) -> str:
    """`m3/4`."""
    return f"m{metre.beats}/{metre.unit}"


def tempo_word(bpm: float) -> str:
    """`b120`, the nearest that there is."""
    return f"b{min(TEMPOS, key=lambda one: abs(one - bpm))}"


def usual(metre: Metre) -> Metre:
    """A metre that has a word: this one, or 4/4."""
    return metre if (metre.beats, metre.unit) in METRES else Metre(0, *METRES[0])


def header(first: str, *fixed: str | None) -> str:
    """The first words, as far as they are known."""
    words = [first]
    for word in fixed:
        if word is None:
            break
        words.append(word)
    return "".join(f"{word} " for word in words)


def share(bars: int, words: int) -> int:
    """The words that each of so many bars can count on. Raises MusicInvalid for none."""
    each = int(STEADY * (words - HEADER) / max(1, bars))
    if each < 1:
        raise MusicInvalid(
            f"{bars} bars do not fit into {words} words",
            hint="Ask for fewer bars, and let `patchgen music continue` go on from there.",
        )
    return each


def whole_text(text: str) -> str:
    """The text, or where it breaks off its whole bars. Raises MusicInvalid where it has none."""
    if text.endswith(f" {END} "):
        return text
    if text.count(BAR) < 2:
        raise MusicInvalid("the model has not finished a bar", hint="Raise max_tokens.")
    return f"{text[: text.rfind(BAR)]}{END} "


def at_tempo(score: Score, bpm: int | None) -> Score:
    """The score at just the tempo that was wished: there is a word for every fourth only."""
    return score if bpm is None else replace(score, tempos=(Tempo(0, bpm),))
