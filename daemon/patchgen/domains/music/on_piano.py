"""Piano pieces asked of the model: new ones, those over chords, and what joins a given piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from patchgen.domains.base import Constraint
from patchgen.domains.music import judge
from patchgen.domains.music.commission import (
    BPM,
    HEADER,
    Commission,
    at_tempo,
    header,
    is_long,
    key_word,
    metre_word,
    share,
    tempo_word,
    usual,
    whole_text,
    wished_bars,
)
from patchgen.domains.music.measured import bar_words
from patchgen.domains.music.wish import Wish
from patchgen.errors import MusicInvalid
from patchgen.music import beat, chords
from patchgen.music.arrange import cut, joined, requantised
from patchgen.music.grammar import BeatGrammar, Wishes
from patchgen.music.harmony import estimated_chords
from patchgen.music.key import estimated_key
from patchgen.music.score import Metre, Score, bars
from patchgen.music.words import BAR, END, HAS_CHORDS, METRES, PIANO, RESOLUTION

BARS = 16
"""Of a piece whose length nobody says."""
READ_BACK = 500
"""Words of a given piece that the model goes on from: half of what it reads at once."""


def piano(wish: Wish, given: Score | None, most: int) -> Commission:
    """A piano piece of at most so many words of the model. Raises MusicInvalid."""
    if given is None:
        return new(wish, most)
    given = whole(given)
    return overlay(wish, given, most) if wish.mode == "overlay" else continued(wish, given, most)


def new(wish: Wish, most: int) -> Commission:
    """A piece from nothing, perhaps over chords."""
    metre = Metre(0, *(wish.metre or METRES[0]))
    bpm = wish.bpm or (BPM if wish.seconds else None)
    wished = Wishes(
        bars=wished_bars(wish, metre, bpm or BPM, BARS),
        key=None if wish.key is None else key_word(wish.key),
        metre=metre_word(metre) if wish.metre or wish.seconds or wish.line else None,
        tempo=None if bpm is None else tempo_word(bpm),
    )
    if wish.line:
        wished = over_line(wish, wished, metre)
    return asked(wished, most, lambda text: at_tempo(answered(text), bpm))


def over_line(wish: Wish, wished: Wishes, metre: Metre) -> Wishes:
    """The wishes with the chords, again and again until the piece is full, or once."""
    once = chords.parse(wish.line, metre=(metre.beats, metre.unit), key=wish.key)
    count = wished.bars if is_long(wish) and wished.bars else len(bars(once))
    turned = once
    while len(bars(turned)) < count:
        turned = joined(turned, once)
    line = beat.chord_line(turned)[:count]
    key = wished.key or key_word(estimated_key(once))
    return replace(wished, bars=count, key=key, has_chords=True, line=line)


def overlay(wish: Wish, given: Score, most: int) -> Commission:
    """A second piano above a given piece, from its start, over the chords of its notes."""
    metre = usual(given.metres[0])
    sung = replace(given, chords=given.chords or estimated_chords(given), metres=(metre,))
    count = wished_bars(wish, metre, given.tempos[0].bpm, len(bars(sung)))
    line = beat.chord_line(sung)[:count]
    wished = Wishes(
        bars=len(line),
        key=key_word(given.key or estimated_key(given)),
        metre=metre_word(metre),
        tempo=tempo_word(given.tempos[0].bpm),
        has_chords=True,
        line=line,
    )
    return asked(wished, most, lambda text: joined(given, answered(text), "overlay"))


def asked(wished: Wishes, most: int, read: Callable[[str], Score]) -> Commission:
    """The commission of a text from its first word on."""
    has_chords = HAS_CHORDS if wished.line else None
    before = header(PIANO, wished.key, wished.metre, wished.tempo, has_chords)
    return Commission(before, constraint(wished, most), read)


def constraint(wished: Wishes, most: int, before: str = "") -> Callable[[], Constraint]:
    """What a text must keep that goes on from the words before. Raises MusicInvalid."""
    written, begun = before.count(" "), before.count(BAR)
    most = min(most, judge.MOST_WORDS - written)
    coming = range(begun, wished.bars or begun)
    each = share(len(coming), most)
    at = BeatGrammar(wished)
    if sum(max(each, bar_words(at, number)) for number in coming) + HEADER > most:
        raise MusicInvalid(
            f"{len(coming)} bars with so many chords do not fit into {most} words",
            hint="Ask for fewer bars or chords.",
        )
    return partial(judge.piano, wishes=wished, most=written + most, share=each, given=written)


def answered(text: str) -> Score:
    """The piece in an answer; one that breaks off ends with its last whole bar."""
    return beat.decode(whole_text(text))


def whole(score: Score) -> Score:
    """A given score, on a grid that new notes fit on, up to the end of its last bar."""
    if score.resolution < RESOLUTION:
        score = requantised(score, RESOLUTION)
    if not score.notes:
        raise MusicInvalid(
            "there are no notes to go on from", hint="Give a piece with notes for keys."
        )
    last = bars(score)[-1]
    return replace(score, length=last.start + last.ticks)


def continued(wish: Wish, given: Score, most: int) -> Commission:
    """More of a given piece: the model reads its last bars, and what it adds comes behind."""
    shown = last_bars(beat.decode(beat.encode(given)), wish.read_back)
    before = beat.encode(shown).removesuffix(f"{END} ")
    number = before.count(BAR)
    coming = wished_bars(wish, bars(shown)[-1].metre, shown.tempos[-1].bpm, BARS)
    wished = Wishes(bars=None if coming is None else number + coming)
    before += f"{BAR} "

    def read(text: str) -> Score:
        score = answered(text)
        if len(bars(score)) <= number:
            raise MusicInvalid("the model has not finished a bar", hint="Raise max_tokens.")
        return joined(given, cut(score, bars(score)[number].start, score.length))

    return Commission(before, constraint(wished, most, before), read)


def last_bars(score: Score, most: int | None) -> Score:
    """As many of the last bars as the model can read and still write as much again, or fewer."""
    rows = bars(score)
    words = [row.count(" ") for row in beat.encode(score).split(BAR)[1:]]
    first = len(rows) - 1
    fewest = 0 if most is None else max(0, len(rows) - most)
    while first > fewest and HEADER + sum(words[first - 1 :]) <= READ_BACK:
        first -= 1
    return cut(score, rows[first].start, score.length) if first else score
