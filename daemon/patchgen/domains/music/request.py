"""Reads the sentence that asks for music: `piano a slow waltz in A minor, 16 bars`.

Each rule finds its own words in the sentence and takes them out; what nobody takes, and is no
small word, is kept as not understood. The first of two that contradict each other counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from patchgen.domains.music.wish import (
    FEWEST_WORDS,
    KINDS,
    MOST_BARS,
    MOST_SECONDS,
    MOST_WORDS,
    Wish,
    said,
)
from patchgen.errors import MusicInvalid, PromptInvalid
from patchgen.music.symbols import NO_CHORD, transposed_key, understood
from patchgen.music.words import METRES, TEMPOS

__all__ = ["asks_for_music", "read", "said"]

EXAMPLE = "Try: piano a slow waltz in A minor, 16 bars; or: chords in G major, 8 bars."
PACES = {
    "very slow": 48, "very fast": 184, "slow": 64, "slowly": 64, "calm": 72, "medium": 100,
    "fast": 144, "quick": 144, "lively": 132, "largo": 48, "lento": 56, "adagio": 60,
    "andante": 84, "moderato": 100, "allegretto": 112, "allegro": 132, "vivace": 152,
    "presto": 176,
}  # fmt: skip
"""Quarter notes a minute."""
DANCES = {
    "waltz": (3, 4), "minuet": (3, 4), "mazurka": (3, 4), "sarabande": (3, 4), "march": (2, 4),
    "polka": (2, 4), "jig": (6, 8), "gigue": (6, 8), "tarantella": (6, 8), "barcarolle": (6, 8),
}  # fmt: skip
NUMBERS = {
    name: number for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"sixteen": 16, "twenty": 20, "thirty": 30, "a": 1, "an": 1, "half a": 0.5}  # fmt: skip
SMALL = frozenset(
    "a an and at beats by chord chords compose create for from generate give in is it key like "
    "long lasting make me music of on over per piano piece play please progression short "
    "signature solo some song tempo that the time to tune with write which".split()
)
"""Words that say nothing by themselves."""

_NUMBER = rf"(\d+(?:\.\d+)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_ACCIDENTALS = {"sharp": "#", "flat": "b", "♯": "#", "♭": "b"}
_LINE_BEGINS = re.compile(r"\b(?:over|with|on|after|from|under)\b(?:\s+(?:the\s+)?chords?)?:?\s+")


def asks_for_music(sentence: str) -> bool:
    """Whether a sentence is for the model of music: its first word tells."""
    return first_word(sentence) in KINDS


def first_word(sentence: str) -> str:
    """In small letters, without what stands behind it."""
    return next(iter(sentence.split(maxsplit=1)), "").strip(",;:.").lower()


def read(sentence: str) -> Wish:
    """The wish that a sentence says. Raises PromptInvalid where it asks for no music."""
    kind = first_word(sentence)
    if kind not in KINDS:
        raise PromptInvalid(f"the sentence does not begin with {' or '.join(KINDS)}", hint=EXAMPLE)
    wish = Wish(kind="piano" if kind == "piano" else "chords")
    rest = next(iter(sentence.split(maxsplit=1)[1:]), "")
    wish, rest = with_line(wish, rest)
    for pattern, take in RULES:
        while match := pattern.search(rest):
            taken = take(wish, match)
            if taken is None or taken == wish:
                break
            wish, rest = taken, f"{rest[: match.start()]},{rest[match.end() :]}"
    return replace(wish, unknown=left(rest))


def left(rest: str) -> tuple[str, ...]:
    """The phrases that nothing was made of, without small words at their ends."""
    found = []
    for phrase in re.split(r"[,;.!?]+(?=\s|$|,)|,", rest):
        words = phrase.split()
        while words and words[0].lower() in SMALL:
            words = words[1:]
        while words and words[-1].lower() in SMALL:
            words = words[:-1]
        if words:
            found.append(" ".join(words))
    return tuple(found)


def with_line(wish: Wish, rest: str) -> tuple[Wish, str]:
    """The wish with the chords that the sentence spells, and the sentence without them."""
    start = re.match(r"[:,]?\s*", rest) if wish.kind == "chords" else None
    for match in filter(None, (start, *_LINE_BEGINS.finditer(rest))):
        line, end = chords_at(rest, match.end())
        if line:
            is_after = match is not start and wish.kind == "chords"
            found = replace(wish, line=line, mode="after" if is_after else "")
            return found, f"{rest[: match.start()]},{rest[end:]}"
    return wish, rest


def chords_at(text: str, start: int) -> tuple[str, int]:
    """The chords that stand there, and where they end; one letter before a word may be none."""
    found: list[str] = []
    end = start
    for match in re.finditer(r"[^\s,;]+|[,;]", text[start:]):
        word = match[0]
        if word in (",", ";") and found:
            continue
        if not is_chord(word):
            if found and re.fullmatch(r"(?i)major|minor|maj|min|sharp|flat", word):
                return "", start
            break
        found.append(word)
        end = start + match.end()
    is_line = any(word not in ("|", "%") for word in found)
    return (" ".join(found), end) if is_line else ("", start)


def is_chord(word: str) -> bool:
    """Whether it is a chord symbol with a capital letter, or a sign between them."""
    if word in ("|", "%", NO_CHORD):
        return True
    if not "A" <= word[0] <= "G":
        return False
    try:
        return understood(word) is not None
    except MusicInvalid:
        return False


def count(text: str) -> float:
    """A number in figures or in words."""
    return NUMBERS.get(text.lower()) or float(text)


def bounded(text: str, low: int, high: int, what: str) -> int:
    """The whole number. Raises PromptInvalid where it is out of bounds."""
    number = round(count(text))
    if not low <= number <= high:
        raise PromptInvalid(
            f"{number} {what} cannot be had", hint=f"Ask for {low} to {high} {what}."
        )
    return number


def key(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`in A minor`, `in F# major`, `in D`."""
    letter, accidental, mode = match["letter"], match["accidental"] or "", match["mode"] or ""
    if wish.key is not None or (not mode and letter.islower()):
        return None
    name = letter.upper() + _ACCIDENTALS.get(accidental.strip(" -").lower(), accidental)
    minor = mode == "m" or mode.lower().startswith("min")
    return replace(wish, key=transposed_key(name + "m" * minor, 0))


def metre(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`3/4`; only those for which there is a word."""
    found = (int(match[1]), int(match[2]))
    if wish.metre is not None or found not in METRES:
        return None
    return replace(wish, metre=found)


def dance(wish: Wish, match: re.Match[str]) -> Wish | None:
    """A dance has its metre."""
    return wish if wish.metre else replace(wish, metre=DANCES[match[1].lower()])


def bpm(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`120 bpm`."""
    if wish.bpm is not None:
        return None
    number = next(filter(None, match.groups()))
    return replace(wish, bpm=bounded(number, TEMPOS[0], TEMPOS[-1], "bpm"))


def pace(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`slow`, `andante`."""
    return None if wish.bpm else replace(wish, bpm=PACES[match[1].lower()])


def bars(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`16 bars`."""
    if is_long(wish):
        return None
    return replace(wish, bars=bounded(match[1], 1, MOST_BARS, "bars"))


def read_back(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`from its last 4 bars`."""
    if wish.read_back is not None:
        return None
    return replace(wish, read_back=bounded(match[1], 1, MOST_BARS, "bars"))


def seconds(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`30 seconds`, `a minute`."""
    if is_long(wish):
        return None
    unit = 60 if match[2].lower().startswith("m") else 1
    return replace(wish, seconds=bounded(str(count(match[1]) * unit), 1, MOST_SECONDS, "seconds"))


def words(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`at most 300 words`."""
    if is_long(wish):
        return None
    return replace(wish, words=bounded(match[1], FEWEST_WORDS, MOST_WORDS, "words"))


def chords(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`12 chords`, in a progression only."""
    if is_long(wish) or wish.kind != "chords":
        return None
    return replace(wish, chords=bounded(match[1], 1, MOST_BARS, "chords"))


def is_long(wish: Wish) -> bool:
    """Whether it is said how long the piece is."""
    return any((wish.bars, wish.seconds, wish.words, wish.chords))


def after(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`after the piece`."""
    return None if wish.mode else replace(wish, mode="after")


def overlay(wish: Wish, match: re.Match[str]) -> Wish | None:
    """`over the piece`."""
    return None if wish.mode else replace(wish, mode="overlay")


def anyone_of(names: Mapping[str, object]) -> re.Pattern[str]:
    """Finds one of the words."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?i)\b({'|'.join(longest)})\b")


Take = Callable[[Wish, re.Match[str]], Wish | None]
_NOTE = r"(?P<letter>[A-Ga-g])(?P<accidental>[#♯♭]|b(?=m?(?!\w))|[ -]?(?i:sharp|flat))?"
_IN = r"\b(?:[Ii]n|key\s+of)\s+"
RULES: tuple[tuple[re.Pattern[str], Take], ...] = (
    (re.compile(r"(?i)\bafter\s+(?:it|this|that|the\s+piece)\b"), after),
    (re.compile(r"(?i)\b(?:over|on\s+top\s+of)\s+(?:it|this|that|the\s+piece)\b"), overlay),
    (re.compile(rf"(?:{_IN})?\b{_NOTE}\s*[ -]\s*(?P<mode>(?i:major|maj|minor|min)\b)"), key),
    (re.compile(rf"{_IN}{_NOTE}(?P<mode>m)?(?![\w#/])"), key),
    (re.compile(r"\b(\d{1,2})/(\d{1,2})\b(?:\s+time\b)?"), metre),
    (anyone_of(DANCES), dance),
    (re.compile(r"(?i)\b(\d+(?:\.\d+)?)\s*(?:bpm|beats\s+(?:a|per)\s+minute)\b|"
                r"\b(?:bpm|tempo)\s+(\d+(?:\.\d+)?)"), bpm),
    (anyone_of(PACES), pace),
    (re.compile(rf"(?i)\bfrom\s+(?:its|the)\s+last\s+{_NUMBER}\s+bars?\b"), read_back),
    (re.compile(rf"(?i)\b{_NUMBER}[ -]*(?:bars?|measures?)\b(?:\s+(?:long|more))?"), bars),
    (re.compile(rf"(?i)\b{_NUMBER}[ -]*(sec(?:ond)?s?|s|min(?:ute)?s?)\b(?:\s+long)?"), seconds),
    (re.compile(rf"(?i)\b(?:at\s+most|up\s+to)\s+{_NUMBER}\s*(?:words|tokens)\b"), words),
    (re.compile(rf"(?i)\b{_NUMBER}\s*chords?\b"), chords),
)  # fmt: skip
"""What is looked for, in this order, and what it means."""
