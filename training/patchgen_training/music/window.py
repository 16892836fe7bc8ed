"""Stretches of a text that fit into the model's context: from a bar on, with their own header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from patchgen.music.words import BAR, HAS_CHORDS, WORDS, Kind

FIRST_PLACE = "p0"
TURNS = (Kind.METRE, Kind.TEMPO)
"""What stands in the header, and in a bar only where it changes."""
ENDS_A_CHORD = (Kind.PLACE, Kind.BAR)
"""What may stand first in a bar, or after its first chord."""


@dataclass(frozen=True, slots=True)
class State:
    """What holds at a bar line because it was said before."""

    header: tuple[str, ...]
    velocity: str = ""
    chord: tuple[str, ...] = ()
    """The one or two words of a chord that goes on."""


def windows(text: str, most: int, random: Random | None = None) -> Iterator[str]:
    """A text as texts of at most `most` words, one after the other.

    With `random` the first one is cut short, so that each pass cuts a long piece at other bars. A
    window that does not reach the end of its piece stops in the midst of a bar, without `END`.
    """
    words = text.split(" ")[:-1]
    if len(words) <= most:
        yield text
        return
    states = states_of(words)
    start, room = min(states), most if random is None else random.randint(most // 4, most)
    while True:
        window = begun(words[start:], states[start])
        yield spaced(window[:room])
        if len(window) <= room:
            return
        told = len(words) - (len(window) - room)
        # The bar that was cut is told anew, unless it is the only one that was told.
        later = [bar for bar in states if bar > start]
        reached = [bar for bar in later if bar <= told][-1:] or later[:1]
        if not reached:
            return
        start, room = reached[0], most


def states_of(words: Sequence[str]) -> dict[int, State]:
    """What holds at each bar line, by the place of the bar line among the words."""
    state = State(tuple(words[: words.index(BAR)]))
    found = {}
    for place, word in enumerate(words):
        kind = WORDS[word].kind
        if kind is Kind.BAR:
            found[place] = state
        elif found:
            state = after(state, word, kind)
    return found


def after(state: State, word: str, kind: Kind) -> State:
    """What holds after a word of a bar."""
    if kind in TURNS:
        kinds = [WORDS[one].kind for one in state.header]
        place = kinds.index(kind)
        return replace(state, header=(*state.header[:place], word, *state.header[place + 1 :]))
    if kind is Kind.VELOCITY:
        return replace(state, velocity=word)
    if kind is Kind.CHORD:
        return replace(state, chord=(word,))
    return replace(state, chord=(*state.chord, word)) if kind is Kind.BASS else state


def begun(words: Sequence[str], state: State) -> list[str]:
    """Words from a bar line on as a text of their own: what holds there is said anew."""
    bar = list(words[1:])
    while bar and (kind := WORDS[bar[0]].kind) in TURNS:
        state = after(state, bar.pop(0), kind)
    if HAS_CHORDS in state.header:
        bar = with_chord(bar, state.chord)
    elif bar and WORDS[bar[0]].kind is Kind.REPEAT:
        bar[:1] = state.chord or bar[:1]
    return [*state.header, BAR, *with_velocity(bar, state.velocity)]


def with_chord(bar: list[str], chord: tuple[str, ...]) -> list[str]:
    """The bar with the chord that goes on, unless another begins at once."""
    place = next((place for place, word in enumerate(bar) if WORDS[word].kind in ENDS_A_CHORD), -1)
    is_first = bar[place : place + 1] == [FIRST_PLACE]
    if not chord or (is_first and place):
        return bar
    return [*chord, *bar] if is_first else [*chord, FIRST_PLACE, *bar]


def with_velocity(words: list[str], velocity: str) -> list[str]:
    """The words with a velocity for their first note, unless it has its own."""
    for place, word in enumerate(words):
        kind = WORDS[word].kind
        if kind is Kind.VELOCITY:
            break
        if kind is Kind.PITCH:
            return [*words[:place], velocity, *words[place:]] if velocity else words
    return words


def spaced(words: Sequence[str]) -> str:
    """Words as a text."""
    return "".join(f"{word} " for word in words)
