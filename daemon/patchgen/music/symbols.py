"""Chord symbols: their parts, the notes they mean, and the nearest one we have a word for.

The qualities are those written four times or more in the 175,836 chord symbols of the songs we
train on, commonest first. Counted over the field `chords` of their JSON lines with
`re.findall(r"(?<!\\S)[A-G][#b]*([^/\\s]*)", chords)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from patchgen.errors import MusicInvalid

NO_CHORD = "N.C."

QUALITIES = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "7": (0, 4, 7, 10),
    "m7": (0, 3, 7, 10),
    "5": (0, 7),
    "maj7": (0, 4, 7, 11),
    "sus4": (0, 5, 7),
    "6": (0, 4, 7, 9),
    "add9": (0, 2, 4, 7),
    "dim7": (0, 3, 6, 9),
    "dim": (0, 3, 6),
    "7sus4": (0, 5, 7, 10),
    "9sus4": (0, 2, 5, 7, 10),
    "7#9": (0, 3, 4, 7, 10),
    "m7b5": (0, 3, 6, 10),
    "m9": (0, 2, 3, 7, 10),
    "maj9": (0, 2, 4, 7, 11),
    "9": (0, 2, 4, 7, 10),
    "11": (0, 2, 4, 5, 7, 10),
    "m11": (0, 2, 3, 5, 7, 10),
    "7b9": (0, 1, 4, 7, 10),
    "13": (0, 2, 4, 7, 9, 10),
    "m6": (0, 3, 7, 9),
    "aug": (0, 4, 8),
    "7#5": (0, 4, 8, 10),
    "sus2": (0, 2, 7),
    "69": (0, 2, 4, 7, 9),
    "madd9": (0, 2, 3, 7),
    "maj13": (0, 2, 4, 7, 9, 11),
    "madd11": (0, 3, 5, 7),
    "7b5": (0, 4, 6, 10),
    "add11": (0, 4, 5, 7),
    "13sus4": (0, 2, 5, 7, 9, 10),
    "maj7#11": (0, 4, 6, 7, 11),
    "mb6": (0, 3, 7, 8),
    "7sus2": (0, 2, 7, 10),
    "7#11": (0, 4, 6, 7, 10),
    "mmaj7": (0, 3, 7, 11),
    "m13": (0, 2, 3, 7, 9, 10),
    "add#11": (0, 4, 6, 7),
    "maj7#5": (0, 4, 8, 11),
    "7b13": (0, 4, 7, 8, 10),
    "maj9#11": (0, 2, 4, 6, 7, 11),
    "9#11": (0, 2, 4, 6, 7, 10),
}
"""Semitones above the root."""

SPELLINGS = {
    "": ("M", "maj", "Maj", "major"),
    "m": ("-", "mi", "min", "Min", "minor"),
    "maj7": ("M7", "Maj7", "ma7", "j7", "Δ", "Δ7", "7M", "major7"),
    "m7": ("-7", "mi7", "min7", "Min7", "minor7"),
    "dim": ("o", "°"),
    "dim7": ("o7", "°7", "º7"),
    "m7b5": ("ø", "ø7", "m7-5", "-7b5", "min7b5", "h7"),
    "aug": ("+", "#5"),
    "7#5": ("+7", "7+", "aug7", "7+5"),
    "7b5": ("7-5",),
    "7b9": ("7-9",),
    "7#9": ("7+9", "7alt", "alt"),
    "sus4": ("sus", "4"),
    "7sus4": ("7sus",),
    "9sus4": ("9sus", "7sus4add9"),
    "add9": ("2", "add2"),
    "add11": ("add4",),
    "69": ("6add9",),
    "madd9": ("m2", "madd2"),
    "mmaj7": ("mM7", "m7M", "mMaj7", "-maj7", "minmaj7", "m7+"),
    "maj9": ("M9", "Maj9"),
    "maj13": ("M13", "Maj13"),
    "m9": ("-9", "min9"),
    "m6": ("-6", "min6"),
    "m11": ("-11", "min11"),
}
"""Other ways to write a quality."""

_BY_SPELLING = {
    **{spelling: quality for quality, all_ in SPELLINGS.items() for spelling in all_},
    **{quality: quality for quality in QUALITIES},
}
_FIFTHS = {letter: number - 1 for number, letter in enumerate("FCGDAEB")}
_LOWEST, _HIGHEST = -7, 10
"""Cb and A#, counted in fifths from C."""


def _name(fifths: int) -> str:
    letter = "FCGDAEB"[(fifths + 1) % 7]
    turns = (fifths + 1) // 7
    return letter + ("#" * turns if turns > 0 else "b" * -turns)


NOTE_NAMES = tuple(_name(fifths) for fifths in range(_LOWEST, _HIGHEST + 1))
"""The 18 names a root or a bass can have."""
KEY_NAMES = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
"""One name for each key, by pitch class; with an m it is minor."""

_CHORD = re.compile(r"([A-Ga-g])(##|bb|#|b)?([^/]*)(?:/([A-Ga-g])(##|bb|#|b)?)?")
_ADDED = re.compile(r"(?:(?:add|no|omit|sus|maj|M)?[#b+-]?(?:2|3|4|5|6|7|9|11|13)|sus|alt)+")
"""What may stand behind a quality we know, in a symbol nobody knows as a whole."""
_KEY = re.compile(r"([A-G][#b]?)(m?)")


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord symbol in its parts, each with a name we have a word for."""

    root: str
    quality: str
    bass: str = ""
    """Empty where the root is the lowest."""

    def __str__(self) -> str:
        return self.root + self.quality + (f"/{self.bass}" if self.bass else "")

    @property
    def words(self) -> tuple[str, ...]:
        """The one or two words of the model that say it."""
        return (self.root + self.quality, f"/{self.bass}") if self.bass else (str(self),)


def pitch_class(name: str) -> int:
    """0 for C, 11 for B."""
    return 7 * _fifths(name[0], name[1:]) % 12


def simplified(symbol: str) -> str:
    """The same chord as our words can say it, or the nearest by its notes: `C7#5b9` is `C7#5`."""
    chord = understood(symbol)
    return NO_CHORD if chord is None else str(chord)


def words_of(symbol: str) -> tuple[str, ...]:
    """The one or two words of the model that say the chord, or the nearest to it."""
    chord = understood(symbol)
    return (NO_CHORD,) if chord is None else chord.words


def pitch_classes(symbol: str) -> frozenset[int]:
    """The notes a chord is made of, its bass among them; none for `N.C.`."""
    chord = understood(symbol)
    if chord is None:
        return frozenset()
    root = pitch_class(chord.root)
    notes = {(root + interval) % 12 for interval in QUALITIES[chord.quality]}
    return frozenset(notes | ({pitch_class(chord.bass)} if chord.bass else set()))


@lru_cache(maxsize=4096)
def understood(symbol: str) -> Chord | None:
    """A chord symbol in its parts; None for `N.C.`."""
    if symbol.upper() in ("N.C.", "NC", "N.C"):
        return None
    plain = symbol.replace("♯", "#").replace("♭", "b").replace("(", "").replace(")", "")
    match = _CHORD.fullmatch(plain.replace("6/9", "69").replace(",", ""))
    if match is None:
        raise _no_chord(symbol)
    letter, accidental, written, *low = match.groups(default="")
    root = _spelt(_fifths(letter.upper(), accidental))
    quality = _quality(written)
    if quality is None:
        raise _no_chord(symbol)
    bass = _spelt(_fifths(low[0].upper(), low[1])) if low[0] else ""
    return Chord(root, quality, "" if bass and pitch_class(bass) == pitch_class(root) else bass)


def _no_chord(symbol: str) -> MusicInvalid:
    return MusicInvalid(
        f"{symbol[:40]!r} is no chord symbol", hint="Write chords like C, Am7, F#m7b5, G/B or N.C."
    )


def _quality(written: str) -> str | None:
    """The quality as it is written, else the one nearest in its notes, else how it begins."""
    known = _BY_SPELLING.get(written)
    if known is not None:
        return known
    intervals = _intervals(written)
    if intervals:
        return min(QUALITIES, key=lambda quality: len(intervals ^ set(QUALITIES[quality])))
    for end in range(len(written) - 1, -1, -1):
        known = _BY_SPELLING.get(written[:end])
        if known is not None and _ADDED.fullmatch(written[end:]):
            return known
    return None


def _intervals(quality: str) -> frozenset[int]:
    """The semitones above the root of a quality that has no word; none where nobody knows it."""
    # Imported late: it takes a while to load, and hardly a symbol needs it.
    import pychord

    try:
        return frozenset(int(note) % 12 for note in pychord.Chord("C" + quality).components(False))
    except ValueError:
        return frozenset()


def transposed_chord(symbol: str, semitones: int) -> str:
    """The chord so many semitones higher, spelt along with its key."""
    chord = understood(symbol)
    if chord is None:
        return NO_CHORD
    shift = (7 * semitones + 5) % 12 - 5
    root, bass = (
        _spelt(_fifths(name[0], name[1:]) + shift) if name else ""
        for name in (chord.root, chord.bass)
    )
    return str(Chord(root, chord.quality, bass))


def transposed_key(key: str, semitones: int) -> str:
    """The key so many semitones higher, by the name we have for it."""
    match = _KEY.fullmatch(key)
    if match is None:
        raise MusicInvalid(f"{key[:40]!r} is no key", hint="Write keys like C, F#, Bb, Am or C#m.")
    return KEY_NAMES[(pitch_class(match[1]) + semitones) % 12] + match[2]


def _fifths(letter: str, accidental: str) -> int:
    """How many fifths a note is above C."""
    return _FIFTHS[letter] + 7 * (accidental.count("#") - accidental.count("b"))


def _spelt(fifths: int) -> str:
    """The name of a note, respelt where it is beyond Cb or A#."""
    while fifths > _HIGHEST:
        fifths -= 12
    while fifths < _LOWEST:
        fifths += 12
    return _name(fifths)
