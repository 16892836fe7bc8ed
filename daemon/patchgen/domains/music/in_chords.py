"""Chord progressions asked of the model: new ones, and those that go on from given chords."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from patchgen.domains.music import judge
from patchgen.domains.music.commission import (
    BPM,
    HEADER,
    Commission,
    at_tempo,
    header,
    key_word,
    metre_word,
    whole_text,
    wished_bars,
)
from patchgen.domains.music.wish import Wish
from patchgen.errors import MusicInvalid
from patchgen.music import chords
from patchgen.music.grammar import Wishes
from patchgen.music.harmony import estimated_chords
from patchgen.music.score import Metre, Score
from patchgen.music.words import BAR, CHORDS, END, METRES

BARS = 8
"""Of a progression whose length nobody says."""


def progression(wish: Wish, given: Score | None, most: int) -> Commission:
    """Chords of at most so many words of the model. Raises MusicInvalid."""
    metre = Metre(0, *(wish.metre or METRES[0]))
    count = wished_bars(wish, metre, wish.bpm or BPM, BARS)
    if given is None and not wish.line:
        wished = Wishes(
            bars=count,
            key=None if wish.key is None else key_word(wish.key),
            metre=metre_word(metre) if wish.metre or wish.seconds else None,
        )
        return asked(wish, wished, header(CHORDS, wished.key, wished.metre), most)
    before = chords.encode(begun(wish, given, metre)).removesuffix(f"{END} ")
    number = before.count(BAR)
    if count is not None:
        is_more = given is not None or wish.mode == "after"
        count = count + number if is_more else max(count, number)
    if count != number:
        before += f"{BAR} "
    return asked(wish, Wishes(bars=count), before, most, number)


def begun(wish: Wish, given: Score | None, metre: Metre) -> Score:
    """The chords to go on from."""
    if given is None:
        return chords.parse(wish.line, metre=(metre.beats, metre.unit), key=wish.key)
    found = given.chords or estimated_chords(given)
    if not found:
        raise MusicInvalid("there are no chords to go on from", hint="Give a piece with notes.")
    return replace(given, chords=found)


def asked(wish: Wish, wished: Wishes, before: str, most: int, given: int = 0) -> Commission:
    """The commission of a text that goes on from the words before."""
    written, start = before.count(" "), before.count(BAR)
    most = min(most, judge.MOST_WORDS - written)
    coming = max(0, (wished.bars or start) - start)
    if 2 * coming + HEADER > most:
        raise MusicInvalid(
            f"{coming} bars do not fit into {most} words", hint="Ask for fewer bars."
        )
    if start and wished.bars == start:
        most = 1  # The last given bar is not to grow: nothing but the end may follow.
    constraint = partial(
        judge.chords,
        wishes=wished,
        most=written + most,
        plain_from=None if wish.chords is None else given,
        given=written,
    )
    return Commission(
        before, constraint, lambda text: at_tempo(chords.decode(whole_text(text)), wish.bpm)
    )
