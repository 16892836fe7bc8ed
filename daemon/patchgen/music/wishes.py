"""What a text must keep besides its grammar."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever asks for music insists on; nothing of what is None."""

    bars: int | None = None
    """Just so many."""
    key: str | None = None
    """As the text has it: `kAm`."""
    metre: str | None = None
    """`m3/4`, from the first bar to the last."""
    tempo: str | None = None
    """`b120`, from the first bar to the last. Chord texts have none."""
    has_chords: bool | None = None
    """Are there chords over the notes of a piano text?"""
    line: tuple[tuple[tuple[int, str], ...], ...] | None = None
    """The chords over a piano text: the places and symbols in each bar, as `chord_line` makes them.

    Bars beyond have no change. It needs a wished metre, because places depend on it."""
    most_at_once: int | None = None
    """No more notes than this sound at once in a piano text, 1 at the least."""

    def __post_init__(self) -> None:
        assert self.bars is None or self.bars > 0
        assert self.most_at_once is None or self.most_at_once > 0
        if self.line is not None:
            assert self.metre is not None and self.line[0][0][0] == 0
            assert self.bars is None or self.bars >= len(self.line)


NO_WISHES = Wishes()
