"""A place in a text of music from which the end can still be reached within so many words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from patchgen.music.beat_grammar import BeatGrammar
from patchgen.music.chord_grammar import ChordGrammar
from patchgen.music.symbols import words_of
from patchgen.music.words import Kind

_HEADER: dict[Kind | None, int] = {
    None: 4, Kind.PIANO: 3, Kind.KEY: 2, Kind.METRE: 1, Kind.TEMPO: 0, Kind.HAS_CHORDS: 0,
}  # fmt: skip
"""Words of a piano text up to its first bar line; `h` is not among them."""
_CHORD_HEADER: dict[Kind | None, int] = {None: 3, Kind.CHORDS: 2, Kind.KEY: 1, Kind.METRE: 0}


@dataclass(frozen=True, slots=True)
class Measured:
    """A grammar that comes to its end in time."""

    at: BeatGrammar | ChordGrammar
    most: int
    """Words of the whole text."""
    share: int = 1
    """Words that each bar still to come can count on, so that none is left empty."""
    plain_from: int | None = None
    """The bars after so many of a chord text are one chord each."""
    given: int = 0
    """Words that are there already, for which there is room in any case."""
    words: int = 0
    """So far."""

    @property
    def may_end(self) -> bool:
        """Is this a whole text?"""
        return self.at.may_end

    @property
    def follows(self) -> frozenset[Kind]:
        """What the next word can be."""
        return self.at.follows

    def next(self, word: str) -> Measured | None:
        """The place after the word; None where it may not follow or no room would be left."""
        after = self.at.next(word)
        if after is None or not self.is_plain_enough(after):
            return None
        place = replace(self, at=after, words=self.words + 1)
        has_room = place.words <= self.given or place.words + place.least <= self.most
        return place if has_room else None

    def is_plain_enough(self, after: BeatGrammar | ChordGrammar) -> bool:
        """Whether a bar that must be one chord is no more."""
        if (
            self.plain_from is None
            or after.bar <= self.plain_from
            or isinstance(after, BeatGrammar)
        ):
            return True
        return after.slots <= 1 and after.last is not Kind.REPEAT

    @property
    def least(self) -> int:
        """Words until the end at the least, with the shares of the bars to come."""
        at = self.at
        if at.may_end:
            return 0
        coming = range(at.bar, bars_wished(at))
        if isinstance(at, ChordGrammar):
            return chords_here(at) + max(self.share, 2) * len(coming) + 1
        bars = (max(self.share, bar_words(at, number)) for number in coming)
        return notes_here(at) + sum(bars) + 1


def bars_wished(at: BeatGrammar | ChordGrammar) -> int:
    """How many bars the text has at the least."""
    return max(at.wishes.bars or 1, len(at.wishes.line or ()))


def bar_words(at: BeatGrammar, number: int) -> int:
    """The fewest words of a bar still to come: its line, and its wished chords."""
    line = at.wishes.line
    if line is not None:
        return 1 + sum(map(change_words, line[number] if number < len(line) else ()))
    has_first = number == 0 and (at.has_chords or at.wishes.has_chords)
    return 3 if has_first else 1


def change_words(change: tuple[int, str]) -> int:
    """The words of a chord and of its place."""
    return len(words_of(change[1])) + 1


def notes_here(at: BeatGrammar) -> int:
    """The fewest words until a bar line or the end may follow."""
    if not at.bar:
        wants = at.wishes.has_chords or at.wishes.line is not None
        return _HEADER[at.last] + bool(wants and not at.has_chords)
    due = sum(map(change_words, at.due))
    if at.pending:
        # Of this chord only the place is to come, and perhaps the bass.
        return pending_words(at) + sum(map(change_words, at.due[1:]))
    if at.has_chords and not at.chord and not at.due:
        return 2
    if at.last is Kind.VELOCITY:
        return 2 + due
    if at.last is Kind.PITCH:
        return 1 + due
    if at.last is Kind.PLACE and at.is_bare:
        return due + (3 if at.velocity < 0 else 2)
    return due


def pending_words(at: BeatGrammar) -> int:
    """What a chord still needs whose place is to come."""
    return 1 + (at.last is Kind.CHORD and bool(at.due) and at.pending != at.due[0][1])


def chords_here(at: ChordGrammar) -> int:
    """The fewest words until a bar line or the end may follow."""
    return int(at.last is Kind.BAR) if at.bar else _CHORD_HEADER[at.last]
