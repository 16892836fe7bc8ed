"""The grammars of the two kinds of text that models write, walked by readers and constraints alike.

A piano text, where `[x]` may be left out and `x*` may be there any number of times:

    piece    PIANO key metre tempo [h] bar bar* END
    bar      | [metre] [tempo] event*
    event    [chord] place note*                 with a chord, a note, or both
    chord    a chord word [bass]
    note     [velocity] pitch duration

Places rise within a bar and lie inside it; the pitches at one place fall. What holds on is written
only where it changes: a velocity (the first note has one), a chord, and at the beginning of a bar
(but the first) metre and tempo. Chords are only in pieces with `h`, whose first bar begins with one
at p0, `N.C.` where there is none. A bass is never the root. A bar may be empty, and notes may ring
on beyond their bar and the end; a key struck while it sounds is cut there.

A chord text:

    piece    CHORDS key metre bar bar* END
    bar      | slot slot*                        1 to 8 slots, which share the bar evenly
    slot     a chord word [bass], or %           % holds the last chord; the first slot is none

A grammar is a state: `BeatGrammar(wishes)` is the beginning, `next(word)` the state after the word
or None, so asking about each next word costs microseconds. Wishes narrow the text down, but never
so far that no word can follow.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, Self, TypeVar

from patchgen.errors import MusicInvalid
from patchgen.music.beat_grammar import BeatGrammar
from patchgen.music.chord_grammar import ChordGrammar
from patchgen.music.wishes import Wishes
from patchgen.music.words import WORDS, Kind

__all__ = ["BeatGrammar", "ChordGrammar", "Grammar", "Wishes", "begins_a_word", "refused", "walked"]


class Grammar(Protocol):
    """A place in a text of one kind."""

    @property
    def may_end(self) -> bool:
        """Is this a whole text?"""

    @property
    def follows(self) -> frozenset[Kind]:
        """What the next word can be."""

    def next(self, word: str) -> Self | None:
        """The place after the word; None where it may not follow."""


Place = TypeVar("Place", bound=Grammar)


def walked(start: Place, text: str, *, is_whole: bool = True) -> tuple[list[str], list[Place]]:
    """The words of a text and the place after each; of an unfinished one the words it has whole."""
    words = text.split()
    if not is_whole and not text[-1:].isspace():
        words = words[:-1]
    at, places = start, []
    for number, word in enumerate(words, 1):
        after = at.next(word)
        if after is None:
            raise refused(at, number, word)
        at = after
        places.append(at)
    if is_whole and not at.may_end:
        raise refused(at, len(words) + 1, None)
    return words, places


def begins_a_word(grammar: Grammar, beginning: str) -> bool:
    """Is there a word that begins so and may follow?"""
    return any(grammar.next(word) is not None for word in _beginning_with(beginning))


@lru_cache(maxsize=4096)
def _beginning_with(beginning: str) -> tuple[str, ...]:
    return tuple(word for word in WORDS if word.startswith(beginning))


def refused(grammar: Grammar, number: int, word: str | None) -> MusicInvalid:
    """What to tell of a word that may not follow, or of a text that breaks off; counts from 1."""
    wanted = " or ".join(sorted(EXAMPLES[kind] for kind in grammar.follows))
    if word is None:
        return MusicInvalid(
            f"the text breaks off after word {number - 1}", hint=f"Go on with {wanted}."
        )
    hint = f"Write {wanted}." if wanted else "Nothing may follow the end."
    return MusicInvalid(f"word {number}, {word[:40]!r}, may not stand there", hint=hint)


EXAMPLES = {
    Kind.PIANO: "PIANO",
    Kind.CHORDS: "CHORDS",
    Kind.HAS_CHORDS: "h",
    Kind.BAR: "a bar line |",
    Kind.END: "END",
    Kind.REPEAT: "%",
    Kind.CHORD: "a chord like Am7",
    Kind.BASS: "a bass like /E",
    Kind.KEY: "a key like kAm",
    Kind.METRE: "a metre like m3/4",
    Kind.TEMPO: "a tempo like b120",
    Kind.PLACE: "a later place in the bar like p12",
    Kind.VELOCITY: "another velocity like v9",
    Kind.PITCH: "a lower key like n60",
    Kind.DURATION: "a duration like d12",
}
"""How each kind of word is asked for."""
