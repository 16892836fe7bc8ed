"""The decoding constraint for texts of music: may a model's answer begin like this?

The words so far are kept as a row of places in the grammar, so that another last word costs one
step. A text that is none of them, nor a longer one, goes back as far as both are alike.
"""

from __future__ import annotations

from patchgen.domains.music.measured import Measured
from patchgen.lint.gate import MUSIC, Policy
from patchgen.music.grammar import BeatGrammar, ChordGrammar, Wishes, begins_a_word
from patchgen.music.wishes import NO_WISHES

MOST_WORDS = 1000
"""What a model reads at once, with a little room."""


class MusicConstraint:
    """Answers `allows`, `may_end` and `must_end` for a grammar (engine.base.Constraint)."""

    def __init__(self, start: Measured) -> None:
        """`start`: the beginning of the text."""
        self._words = ""
        self._ends = [0]
        """Where each word ends that `_words` has, its blank included."""
        self._places = [start]

    def allows(self, text: str) -> bool:
        """Whether some allowed text begins with `text`."""
        end = text.rfind(" ") + 1
        place = self._after(text[:end])
        return place is not None and (end == len(text) or begins_a_word(place, text[end:]))

    def may_end(self, text: str) -> bool:
        """Whether `text` is a whole piece."""
        place = self._after(text) if text.endswith(" ") else None
        return place is not None and place.may_end

    def must_end(self, text: str) -> bool:
        """Whether nothing can follow: so it is after the end of a piece."""
        return self.may_end(text)

    def _after(self, words: str) -> Measured | None:
        """The place after words that each have their blank; None where they are refused."""
        while not words.startswith(self._words):
            self._ends.pop()
            self._places.pop()
            self._words = self._words[: self._ends[-1]]
        for word in words[self._ends[-1] :].split(" ")[:-1]:
            after = self._places[-1].next(word)
            if after is None:
                return None
            self._words += f"{word} "
            self._ends.append(len(self._words))
            self._places.append(after)
        return self._places[-1]


def piano(
    policy: Policy = MUSIC, wishes: Wishes = NO_WISHES, most: int = MOST_WORDS, share: int = 1,
    given: int = 0,
) -> MusicConstraint:  # fmt: skip
    """The constraint for a piano text; music reaches nothing, whatever the policy."""
    return MusicConstraint(Measured(BeatGrammar(wishes), most, share, given=given))


def chords(
    policy: Policy = MUSIC, wishes: Wishes = NO_WISHES, most: int = MOST_WORDS,
    plain_from: int | None = None, given: int = 0,
) -> MusicConstraint:  # fmt: skip
    """The constraint for a chord text."""
    return MusicConstraint(Measured(ChordGrammar(wishes), most, plain_from=plain_from, given=given))
