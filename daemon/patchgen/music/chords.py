"""Chord progressions as the model's chord texts, as lines that people write, and back.

A progression is a score without notes. Within a bar chords stand where 1 to 8 even slots begin; in
a chord text one that stands elsewhere moves to the nearest eighth of its bar, and every bar has the
first one's metre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from patchgen.errors import MusicInvalid
from patchgen.music.arrange import requantised
from patchgen.music.bar_lines import written_bars
from patchgen.music.chord_grammar import MOST_SLOTS
from patchgen.music.grammar import ChordGrammar, walked
from patchgen.music.key import estimated_key
from patchgen.music.score import Bar, Metre, Score, Symbol, bars
from patchgen.music.symbols import NO_CHORD, transposed_key, understood, words_of
from patchgen.music.words import BAR, CHORDS, END, METRES, REPEAT, RESOLUTION, Kind

_LABEL = re.compile(r"\[[^\]\n]*\]|^\s*[A-Z][\w .'-]*:", re.MULTILINE)
_BAR_LINE = re.compile(r"[:\]]*\|[|:\[\]]*")
_BETWEEN = re.compile(r"(?:\s|,|;|(?<=\s)[-–—>→]+(?=\s))+")


def encode(score: Score) -> str:
    """The chords of the score as a chord text."""
    score = requantised(score, RESOLUTION)
    key = transposed_key(score.key, 0) if score.key else estimated_key(score)
    beats, unit = METRES[written_bars(score)[0].metre]
    words = [CHORDS, f"k{key}", f"m{beats}/{unit}"]
    for slots in _slots(score):
        words.append(BAR)
        for slot in slots:
            words += (REPEAT,) if slot == REPEAT else words_of(slot)
    return " ".join((*words, END, ""))


def sheet(score: Score) -> str:
    """The chords of the score as people write them: `| C | Am7/E F | % |`."""
    lines = (" ".join(slots) for slots in _slots(score))
    return f"| {' | '.join(lines)} |"


def _slots(score: Score) -> Iterator[list[str]]:
    """For each bar, and one at the least, its chords or `%` where the last one holds."""
    written = {symbol.at: symbol.chord for symbol in score.chords}
    written = {0: NO_CHORD} | written
    whole = bars(score) or (Bar(0, 1, score.metres[0]),)
    for bar in whole:
        chords = {
            at - bar.start: written[at] for at in written if bar.start <= at < bar.start + bar.ticks
        }
        yield _shared_out(chords, bar.ticks)


def _shared_out(chords: dict[int, str], ticks: int) -> list[str]:
    """The fewest slots that have a beginning wherever a chord has one, evenly divided if may be."""
    for count in sorted(range(1, MOST_SLOTS + 1), key=lambda count: (ticks % count > 0, count)):
        beginnings = [number * ticks // count for number in range(count)]
        if chords.keys() <= set(beginnings):
            return [chords.get(at, REPEAT) for at in beginnings]
    slots = [REPEAT] * MOST_SLOTS
    for at, chord in chords.items():
        slots[min(MOST_SLOTS - 1, (at * MOST_SLOTS + ticks // 2) // ticks)] = chord
    return slots


def decode(text: str, *, is_whole: bool = True) -> Score:
    """The progression of a chord text; of an unfinished one (not `is_whole`) what it has so far."""
    words, places = walked(ChordGrammar(), text, is_whole=is_whole)
    slots: list[list[str]] = []
    for word, at in zip(words, places, strict=True):
        if at.last is Kind.BAR:
            slots.append([])
        elif at.last is Kind.BASS:
            slots[-1][-1] += word
        elif at.last in (Kind.CHORD, Kind.REPEAT):
            slots[-1].append(word)
    key = words[1].removeprefix("k") if len(words) > 1 else None
    return _progression(slots, METRES[places[-1].metre if places else 0], key)


def _progression(slots: Sequence[Sequence[str]], metre: tuple[int, int], key: str | None) -> Score:
    """The score of which these are the bars."""
    held = Metre(0, *metre)
    ticks = held.ticks(RESOLUTION)
    chords = (
        Symbol(bar * ticks + number * ticks // len(row), chord)
        for bar, row in enumerate(slots)
        for number, chord in enumerate(row)
        if chord != REPEAT
    )
    return Score(
        resolution=RESOLUTION,
        metres=(held,),
        chords=tuple(chords),
        key=key,
        length=len(slots) * ticks,
    )


def parse(text: str, *, metre: tuple[int, int] = (4, 4), key: str | None = None) -> Score:
    """The progression that somebody wrote: `C Am F G7`, `| C Am | F % |`, or a chord text.

    Without bar lines each chord is a bar. Labels such as `[chorus]` and `Intro:` are left out."""
    if text.split(maxsplit=1)[:1] == [CHORDS]:
        return decode(text)
    plain = _LABEL.sub(" ", text)
    if "|" in plain:
        rows = [_row(bar) for bar in _BAR_LINE.split(plain)]
    else:
        rows = [[chord] for chord in _row(plain)]
    rows = [row for row in rows if row]
    _check(rows)
    return _progression(rows, metre, key)


def _row(text: str) -> list[str]:
    """The chords of one bar; a lone stroke holds the last one."""
    return [REPEAT if word == "/" else word for word in _BETWEEN.split(text) if word]


def _check(rows: Sequence[Sequence[str]]) -> None:
    if all(symbol == REPEAT for row in rows for symbol in row):
        raise MusicInvalid("there is no chord in the text", hint="Write chords like | C | Am F |.")
    for number, row in enumerate(rows, 1):
        if len(row) > MOST_SLOTS:
            raise MusicInvalid(
                f"bar {number} has {len(row)} chords",
                hint=f"Divide it by a bar line: {MOST_SLOTS} are the most a bar can have.",
            )
        for symbol in row:
            if symbol != REPEAT:
                understood(symbol)
