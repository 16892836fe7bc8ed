"""A place in a chord text, and which words may follow there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from patchgen.music.symbols import NO_CHORD
from patchgen.music.wishes import NO_WISHES, Wishes
from patchgen.music.words import WORDS, Kind, Word

MOST_SLOTS = 8
"""In a bar."""
_AFTER_A_SLOT = frozenset({Kind.CHORD, Kind.REPEAT, Kind.BAR, Kind.END})
_FOLLOWS: dict[Kind | None, frozenset[Kind]] = {
    None: frozenset({Kind.CHORDS}),
    Kind.CHORDS: frozenset({Kind.KEY}),
    Kind.KEY: frozenset({Kind.METRE}),
    Kind.METRE: frozenset({Kind.BAR}),
    Kind.BAR: frozenset({Kind.CHORD, Kind.REPEAT}),
    Kind.CHORD: _AFTER_A_SLOT | {Kind.BASS},
    Kind.BASS: _AFTER_A_SLOT,
    Kind.REPEAT: _AFTER_A_SLOT,
    Kind.END: frozenset(),
}


class ChordGrammar(NamedTuple):
    """A place in a chord text; the one made of wishes alone is the beginning."""

    wishes: Wishes = NO_WISHES
    last: Kind | None = None
    """What the word before is."""
    metre: int = 0
    """Its number in METRES."""
    bar: int = 0
    """How many have begun."""
    slots: int = 0
    """How many the bar has."""
    chord: str = ""
    """The last chord word, without its bass."""

    @property
    def may_end(self) -> bool:
        """Is this a whole text?"""
        return self.last is Kind.END

    @property
    def follows(self) -> frozenset[Kind]:
        """What the next word can be."""
        return _FOLLOWS[self.last]

    def next(self, word: str) -> ChordGrammar | None:
        """The place after the word; None where it may not follow."""
        known = WORDS.get(word)
        if known is None or known.kind not in _FOLLOWS[self.last]:
            return None
        return _STEPS[known.kind](self, known)


def _chords(at: ChordGrammar, word: Word) -> ChordGrammar:
    return at._replace(last=Kind.CHORDS)


def _key(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    return at._replace(last=Kind.KEY) if at.wishes.key in (None, word.text) else None


def _metre(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    if at.wishes.metre not in (None, word.text):
        return None
    return at._replace(last=Kind.METRE, metre=word.number)


def _bar(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    if at.bar == at.wishes.bars:
        return None
    return at._replace(last=Kind.BAR, bar=at.bar + 1, slots=0)


def _end(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    return at._replace(last=Kind.END) if at.wishes.bars in (None, at.bar) else None


def _chord(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    if at.slots == MOST_SLOTS:
        return None
    return at._replace(last=Kind.CHORD, slots=at.slots + 1, chord=word.text)


def _repeat(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    if at.slots == MOST_SLOTS or not at.chord:
        return None
    return at._replace(last=Kind.REPEAT, slots=at.slots + 1)


def _bass(at: ChordGrammar, word: Word) -> ChordGrammar | None:
    if at.chord == NO_CHORD or WORDS[at.chord].number == word.number:
        return None
    return at._replace(last=Kind.BASS)


_STEPS: dict[Kind, Callable[[ChordGrammar, Word], ChordGrammar | None]] = {
    Kind.CHORDS: _chords,
    Kind.KEY: _key,
    Kind.METRE: _metre,
    Kind.BAR: _bar,
    Kind.END: _end,
    Kind.CHORD: _chord,
    Kind.REPEAT: _repeat,
    Kind.BASS: _bass,
}
