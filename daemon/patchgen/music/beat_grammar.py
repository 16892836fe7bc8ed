"""A place in a piano text, and which words may follow there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from patchgen.music.symbols import NO_CHORD
from patchgen.music.wishes import NO_WISHES, Wishes
from patchgen.music.words import BAR_TICKS, PITCHES, WORDS, Kind, Word

_ABOVE_ALL = PITCHES.stop
_IN_A_BAR = frozenset({Kind.CHORD, Kind.PLACE, Kind.BAR, Kind.END})
_FOLLOWS: dict[Kind | None, frozenset[Kind]] = {
    None: frozenset({Kind.PIANO}),
    Kind.PIANO: frozenset({Kind.KEY}),
    Kind.KEY: frozenset({Kind.METRE}),
    Kind.METRE: _IN_A_BAR | {Kind.TEMPO},
    Kind.TEMPO: _IN_A_BAR | {Kind.HAS_CHORDS},
    Kind.HAS_CHORDS: frozenset({Kind.BAR}),
    Kind.BAR: _IN_A_BAR | {Kind.METRE, Kind.TEMPO},
    Kind.CHORD: frozenset({Kind.BASS, Kind.PLACE}),
    Kind.BASS: frozenset({Kind.PLACE}),
    Kind.PLACE: _IN_A_BAR | {Kind.VELOCITY, Kind.PITCH},
    Kind.VELOCITY: frozenset({Kind.PITCH}),
    Kind.PITCH: frozenset({Kind.DURATION}),
    Kind.DURATION: _IN_A_BAR | {Kind.VELOCITY, Kind.PITCH},
    Kind.END: frozenset(),
}
"""By the word before; the steps say what else a word needs."""
_NOT_IN_THE_HEADER = (_IN_A_BAR - {Kind.BAR}, _IN_A_BAR)
"""Before the tempo no bar line either."""


class BeatGrammar(NamedTuple):
    """A place in a piano text; the one made of wishes alone is the beginning."""

    wishes: Wishes = NO_WISHES
    last: Kind | None = None
    """What the word before is."""
    metre: int = -1
    """Its number in METRES."""
    tempo: int = 0
    has_chords: bool = False
    bar: int = 0
    """How many have begun; 0 in the header."""
    start: int = 0
    """The tick at which the bar begins."""
    place: int = -1
    """The last in the bar."""
    is_bare: bool = False
    """Has the place neither a chord nor a note yet?"""
    pitch: int = _ABOVE_ALL
    """The last at the place."""
    velocity: int = -1
    chord: str = ""
    """The one that holds."""
    pending: str = ""
    """One whose place is still to come."""
    due: tuple[tuple[int, str], ...] = ()
    """The wished chords that the bar still lacks."""
    ringing: tuple[int, ...] = ()
    """The ticks at which sounding notes end; kept only where their number is bounded."""

    @property
    def may_end(self) -> bool:
        """Is this a whole text?"""
        return self.last is Kind.END

    @property
    def follows(self) -> frozenset[Kind]:
        """What the next word can be."""
        if self.bar == 0:
            return _FOLLOWS[self.last] - _NOT_IN_THE_HEADER[self.last is Kind.METRE]
        return _FOLLOWS[self.last] - (_IN_A_BAR if self.is_bare else {Kind.HAS_CHORDS})

    def next(self, word: str) -> BeatGrammar | None:
        """The place after the word; None where it may not follow."""
        known = WORDS.get(word)
        if known is None or known.kind not in _FOLLOWS[self.last]:
            return None
        if (self.is_bare or not self.bar) and known.kind not in self.follows:
            return None
        return _STEPS[known.kind](self, known)


def _piano(at: BeatGrammar, word: Word) -> BeatGrammar:
    return at._replace(last=Kind.PIANO)


def _key(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    return at._replace(last=Kind.KEY) if at.wishes.key in (None, word.text) else None


def _metre(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    wished = at.wishes.metre
    if at.bar == 1 or word.number == at.metre or wished not in (None, word.text):
        return None
    return at._replace(last=Kind.METRE, metre=word.number)


def _tempo(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    wished = at.wishes.tempo
    if at.bar == 1 or word.number == at.tempo or wished not in (None, word.text):
        return None
    return at._replace(last=Kind.TEMPO, tempo=word.number)


def _has_chords(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if at.bar or at.wishes.has_chords is False:
        return None
    return at._replace(last=Kind.HAS_CHORDS, has_chords=True)


def _bar(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    wishes = at.wishes
    if at.bar == 0:
        if bool(wishes.has_chords or wishes.line) > at.has_chords:
            return None
    elif _lacks_chords(at) or at.bar == wishes.bars:
        return None
    line = wishes.line or ()
    return at._replace(
        last=Kind.BAR,
        bar=at.bar + 1,
        start=at.start + (BAR_TICKS[at.metre] if at.bar else 0),
        place=-1,
        due=line[at.bar] if at.bar < len(line) else (),
    )


def _end(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if _lacks_chords(at) or at.bar < len(at.wishes.line or ()):
        return None
    return at._replace(last=Kind.END) if at.wishes.bars in (None, at.bar) else None


def _lacks_chords(at: BeatGrammar) -> bool:
    return bool(at.due) or (at.has_chords and not at.chord)


def _chord(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if not at.has_chords or at.place + 1 >= BAR_TICKS[at.metre]:
        return None
    if at.due:
        if word.text != at.due[0][1].partition("/")[0]:
            return None
    elif at.wishes.line is not None or word.text == at.chord == NO_CHORD:
        return None
    return at._replace(last=Kind.CHORD, pending=word.text)


def _bass(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    symbol = at.pending + word.text
    if at.pending == NO_CHORD or WORDS[at.pending].number == word.number or symbol == at.chord:
        return None
    if at.due and symbol != at.due[0][1]:
        return None
    return at._replace(last=Kind.BASS, pending=symbol)


def _place(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if not at.place < word.number < BAR_TICKS[at.metre]:
        return None
    tick = at.start + word.number
    ringing = tuple(end for end in at.ringing if end > tick)
    after = at._replace(
        last=Kind.PLACE, place=word.number, pitch=_ABOVE_ALL, is_bare=True, ringing=ringing
    )
    if at.pending:
        return _with_chord(after)
    if (at.has_chords and not at.chord) or (at.due and word.number >= at.due[0][0]):
        return None
    return after if _has_room(after) else None


def _with_chord(at: BeatGrammar) -> BeatGrammar | None:
    """The place, with the chord that was written before it."""
    if at.pending == at.chord or (not at.chord and at.place):
        return None
    if at.due and at.due[0] != (at.place, at.pending):
        return None
    return at._replace(chord=at.pending, pending="", is_bare=False, due=at.due[1:])


def _has_room(at: BeatGrammar) -> bool:
    most = at.wishes.most_at_once
    return most is None or len(at.ringing) < most


def _velocity(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if word.number == at.velocity or at.pitch <= PITCHES.start or not _has_room(at):
        return None
    return at._replace(last=Kind.VELOCITY, velocity=word.number)


def _pitch(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if word.number >= at.pitch or at.velocity < 0 or not _has_room(at):
        return None
    return at._replace(last=Kind.PITCH, pitch=word.number, is_bare=False)


def _duration(at: BeatGrammar, word: Word) -> BeatGrammar | None:
    if at.wishes.most_at_once is None:
        return at._replace(last=Kind.DURATION)
    end = at.start + at.place + word.number
    return at._replace(last=Kind.DURATION, ringing=(*at.ringing, end))


_STEPS: dict[Kind, Callable[[BeatGrammar, Word], BeatGrammar | None]] = {
    Kind.PIANO: _piano,
    Kind.KEY: _key,
    Kind.METRE: _metre,
    Kind.TEMPO: _tempo,
    Kind.HAS_CHORDS: _has_chords,
    Kind.BAR: _bar,
    Kind.END: _end,
    Kind.CHORD: _chord,
    Kind.BASS: _bass,
    Kind.PLACE: _place,
    Kind.VELOCITY: _velocity,
    Kind.PITCH: _pitch,
    Kind.DURATION: _duration,
}
