"""What a wish asks of the model: how its text begins, what it must keep, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from patchgen.domains.base import Constraint
from patchgen.domains.music import judge
from patchgen.domains.music.measured import bar_words
from patchgen.domains.music.wish import Wish
from patchgen.errors import MusicInvalid
from patchgen.music import beat
from patchgen.music import chords as progressions
from patchgen.music.arrange import cut, joined, requantised
from patchgen.music.grammar import BeatGrammar, Wishes
from patchgen.music.harmony import estimated_chords
from patchgen.music.key import estimated_key
from patchgen.music.score import Metre, Score, Tempo, bars
from patchgen.music.words import (
    BAR,
    CHORDS,
    END,
    HAS_CHORDS,
    METRES,
    PIANO,
    RESOLUTION,
    TEMPOS,
)

BARS = 16
"""Of a piece whose length nobody says."""
CHORDS_BARS = 8
BPM = 100
"""Where seconds are wished and no tempo is."""
READ_BACK = 500
"""Words of a given piece that the model goes on from, at most: half of what it reads at once."""
HEADER = 8
"""Words that are no part of a bar, and some more."""
STEADY = 0.75
"""How much of the words a bar can count on; the rest is for bars that need more."""


@dataclass(frozen=True, slots=True)
class Commission:
    """One piece, asked of the model."""

    beginning: str
    constraint: Callable[[], Constraint]
    read: Callable[[str], Score]
    """The whole piece in the model's answer. Raises MusicInvalid."""


def commission(wish: Wish, given: Score | None = None, most: int = judge.MOST_WORDS) -> Commission:
    """What the model is asked; `most` are the words that it may write. Raises MusicInvalid."""
    most = min(most, wish.words or most, judge.MOST_WORDS)
    if wish.kind == "chords":
        return progression(wish, given, most)
    if given is None:
        return new(wish, most)
    given = whole(given)
    return overlay(wish, given, most) if wish.mode == "overlay" else continued(wish, given, most)


def new(wish: Wish, most: int) -> Commission:
    """A piano piece from nothing, perhaps over chords."""
    metre = wish.metre
    if metre is None and (wish.line or wish.seconds):
        metre = METRES[0]
    bpm = wish.bpm or (BPM if wish.seconds else None)
    wished = Wishes(
        bars=wished_bars(wish, metre, bpm, BARS),
        key=None if wish.key is None else f"k{wish.key}",
        metre=None if metre is None else f"m{metre[0]}/{metre[1]}",
        tempo=None if bpm is None else f"b{min(TEMPOS, key=lambda one: abs(one - bpm))}",
    )
    if wish.line:
        wished = over_line(wish, wished, metre or METRES[0])
    return Commission(
        header(wished),
        piano_constraint(wished, most),
        lambda text: at_tempo(read_piano(text), bpm),
    )


def over_line(wish: Wish, wished: Wishes, metre: tuple[int, int]) -> Wishes:
    """The wishes with the line of chords, again and again until the piece is full."""
    score = progressions.parse(wish.line, metre=metre, key=wish.key)
    row = beat.chord_line(score)
    count = wished.bars if is_long(wish) and not wish.words else len(row)
    count = count or len(row)
    turned = score
    while len(bars(turned)) < count:
        turned = joined(turned, score)
    line = beat.chord_line(cut(turned, 0, bars(turned)[count - 1].start + bars(turned)[0].ticks))
    key = wished.key or f"k{estimated_key(score)}"
    return replace(wished, bars=count, key=key, has_chords=True, line=line)


def is_long(wish: Wish) -> bool:
    """Whether the wish says how long the piece is."""
    return any((wish.bars, wish.seconds, wish.words, wish.chords))


def wished_bars(
    wish: Wish, metre: tuple[int, int] | None, bpm: int | None, usual: int
) -> int | None:
    """How many bars; None where only the number of words is bounded."""
    if wish.bars or wish.chords:
        return wish.bars or wish.chords
    if wish.seconds:
        beats, unit = metre or METRES[0]
        return max(1, round(wish.seconds * (bpm or BPM) / 60 / (beats * 4 / unit)))
    return None if wish.words else usual


def header(wished: Wishes) -> str:
    """As much of the first words as the wishes fix."""
    words = [PIANO]
    for word in (wished.key, wished.metre, wished.tempo, HAS_CHORDS if wished.line else None):
        if word is None:
            break
        words.append(word)
    return "".join(f"{word} " for word in words)


def piano_constraint(wished: Wishes, most: int, before: str = "") -> Callable[[], Constraint]:
    """The constraint for a text that goes on from the words before. Raises MusicInvalid."""
    written = before.count(" ")
    start = before.count(BAR)
    coming = (wished.bars or start + 1) - start
    grammar = BeatGrammar(wished)
    least = sum(bar_words(grammar, number) for number in range(start, start + coming)) + HEADER
    most = min(most, judge.MOST_WORDS - written)
    if least > most:
        raise MusicInvalid(
            f"{coming} bars with their chords do not fit into {most} words",
            hint="Ask for fewer bars, and let `patchgen music continue` go on from there.",
        )
    share = int(STEADY * (most - HEADER) / coming) if wished.bars else 1
    return partial(judge.piano, wishes=wished, most=written + most, share=max(1, share))


def read_piano(text: str) -> Score:
    """The piece in an answer; one that breaks off ends with its last whole bar."""
    return beat.decode(text if text.endswith(f" {END} ") else ended(text))


def ended(text: str) -> str:
    """The whole bars of a text that breaks off. Raises MusicInvalid where it has none."""
    kept = text[: text.rfind(BAR)] if text.count(BAR) > 1 else ""
    if not kept:
        raise MusicInvalid("the model has not finished a bar", hint="Raise max_tokens.")
    return f"{kept}{END} "


def at_tempo(score: Score, bpm: int | None) -> Score:
    """The score at just the tempo that was wished: words name every fourth only."""
    return score if bpm is None else replace(score, tempos=(Tempo(0, bpm),))


def whole(score: Score) -> Score:
    """A given score, on a grid that new notes fit on, up to the end of its last bar."""
    if score.resolution < RESOLUTION:
        score = requantised(score, RESOLUTION)
    rows = bars(score)
    if not rows or not score.notes:
        raise MusicInvalid(
            "there are no notes to go on from", hint="Give a piece with notes for keys."
        )
    return replace(score, length=rows[-1].start + rows[-1].ticks)


def continued(wish: Wish, given: Score, most: int) -> Commission:
    """More of a given piece: the model reads its last bars, and what it adds comes behind."""
    shown = last_bars(beat.decode(beat.encode(given)))
    before = beat.encode(shown).removesuffix(f"{END} ")
    start = bars(shown)[-1]
    number = before.count(BAR)
    coming = wished_bars(wish, (start.metre.beats, start.metre.unit), tempo_at(shown), BARS)
    wished = Wishes(bars=None if coming is None else number + coming)

    def read(text: str) -> Score:
        score = read_piano(text)
        fresh = cut(score, bars(score)[number].start, score.length)
        return joined(given, fresh)

    return Commission(before, piano_constraint(wished, most, before), read)


def tempo_at(score: Score) -> int:
    """Quarter notes a minute at the end of a score."""
    return round(score.tempos[-1].bpm)


def last_bars(score: Score) -> Score:
    """As many of the last bars as the model can read and still write as much again."""
    rows = bars(score)
    words = [row.count(" ") for row in beat.encode(score).split(BAR)[1:]]
    first = len(rows) - 1
    while first > 0 and HEADER + sum(words[first - 1 :]) <= READ_BACK:
        first -= 1
    return cut(score, rows[first].start, score.length) if first else score


def overlay(wish: Wish, given: Score, most: int) -> Commission:
    """A second piano above a given piece, from its start, over the chords of its notes."""
    metre = given.metres[0]
    if (metre.beats, metre.unit) not in METRES:
        metre = Metre(0, *METRES[0])
    sung = replace(given, chords=given.chords or estimated_chords(given), metres=(metre,))
    count = wished_bars(wish, (metre.beats, metre.unit), tempo_at(given), len(bars(sung)))
    line = beat.chord_line(sung)[:count]
    wished = Wishes(
        bars=len(line),
        key=f"k{given.key or estimated_key(given)}",
        metre=f"m{metre.beats}/{metre.unit}",
        tempo=f"b{min(TEMPOS, key=lambda one: abs(one - given.tempos[0].bpm))}",
        has_chords=True,
        line=line,
    )
    return Commission(
        header(wished),
        piano_constraint(wished, most),
        lambda text: joined(given, read_piano(text), "overlay"),
    )


def progression(wish: Wish, given: Score | None, most: int) -> Commission:
    """Chords alone, perhaps on from others."""
    line, is_after = wish.line, wish.mode == "after"
    if given is not None:
        given = given if given.chords else replace(given, chords=estimated_chords(given))
        line, is_after = progressions.sheet(given), True
    before, number = f"{CHORDS} ", 0
    wished = Wishes(
        key=None if wish.key is None else f"k{wish.key}",
        metre=None if wish.metre is None else f"m{wish.metre[0]}/{wish.metre[1]}",
    )
    if line:
        score = progressions.parse(line, metre=wish.metre or METRES[0], key=wish.key)
        before = progressions.encode(score).removesuffix(f"{END} ")
        number = before.count(BAR)
        wished = Wishes()
    count = wished_bars(wish, wish.metre, wish.bpm, CHORDS_BARS)
    if count is not None:
        count = number + count if is_after else max(count, number)
    wished = replace(wished, bars=count)
    written = before.count(" ")
    coming = (count or number + 1) - number
    if 2 * coming + HEADER > min(most, judge.MOST_WORDS - written):
        raise MusicInvalid(
            f"{coming} bars more do not fit into {most} words", hint="Ask for fewer bars."
        )
    made = partial(
        judge.chords,
        wishes=wished,
        most=written + min(most, judge.MOST_WORDS - written),
        is_plain=wish.chords is not None and not line,
    )
    return Commission(before, made, lambda text: at_tempo(progressions.decode(text), wish.bpm))

