"""MIDI files as scores and back; the one door to symusic.

A track of a file becomes a channel (the first is 0, and drums are always 9), so a score goes into a
file and comes back whole, but for the numbers of its channels. A key that is struck while it sounds
is cut there. A note-on of velocity 0 lets a key go; a key that nothing lets go is left out, as it
has no length. Programs, controllers, bends and system exclusive messages are not read. Chords are
kept as markers, `chord Am7`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen.errors import MusicInvalid
from patchgen.music.score import (
    DRUMS,
    Metre,
    Note,
    Score,
    Symbol,
    Tempo,
    bar_starts,
    clock,
    without_overlaps,
)
from patchgen.music.symbols import KEY_NAMES, pitch_class, understood

if TYPE_CHECKING:
    from symusic import core

INSTRUMENTS = {"piano": 0, "electric piano": 4, "bass": 33, "drums": None}
"""General MIDI programs, counted from 0; drums have none but a channel."""
MOST_BYTES = 16 * 1024 * 1024
MOST_NOTES = 250_000
LONGEST = 24 * 60 * 60
"""Seconds."""
MOST_BARS = 100_000
MARK = "chord "
_HINT = "Give a standard MIDI file, with times in ticks a quarter note."
_CHANNELS = [*range(DRUMS), *range(DRUMS + 1, 16)]


def read(path: Path) -> Score:
    """The score of a MIDI file, titled as the file is named."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise MusicInvalid(f"cannot read {path}: {error.strerror}", hint=_HINT) from error
    if size > MOST_BYTES:
        raise MusicInvalid(f"{path} is larger than 16 MB", hint="Give a file with fewer notes.")
    return parse(data, name=str(path), title=path.stem)


def parse(data: bytes, *, name: str = "the file", title: str = "") -> Score:
    """The score in the bytes of a MIDI file; errors call it by its name."""
    # Imported late: it takes a while to load.
    from symusic import core

    try:
        file = core.ScoreTick.from_midi(data)
    except (RuntimeError, ValueError) as error:
        raise MusicInvalid(
            f"{name} is no MIDI file, or a broken one: {error}", hint=_HINT
        ) from error
    if file.ticks_per_quarter <= 0:
        raise MusicInvalid(f"{name} does not say how long its ticks are", hint=_HINT)
    count = sum(len(track.notes) for track in file.tracks)
    if count > MOST_NOTES:
        raise MusicInvalid(
            f"{name} has {count} notes", hint=f"Give a part of it: {MOST_NOTES} are the most."
        )
    return _checked(_score(file, title), name)


def _score(file: core.ScoreTick, title: str) -> Score:
    tempos = (Tempo(one.time, round(one.qpm, 2)) for one in file.tempos if isfinite(one.qpm))
    metres = (
        Metre(one.time, one.numerator, one.denominator)
        for one in file.time_signatures
        if one.numerator > 0 and one.denominator > 0
    )
    keys = [_key(one.key, one.tonality) for one in file.key_signatures]
    return Score(
        notes=without_overlaps(_notes(file)),
        resolution=file.ticks_per_quarter,
        tempos=tuple(tempos),
        metres=tuple(metres),
        chords=tuple(_chords(file)),
        key=keys[0] if keys else None,
        title=title,
    )


def _notes(file: core.ScoreTick) -> Iterator[Note]:
    """All notes that have a length; more tracks than channels share these."""
    melodic = 0
    for track in file.tracks:
        channel = DRUMS if track.is_drum else _CHANNELS[melodic % len(_CHANNELS)]
        melodic += not track.is_drum
        for one in track.notes:
            if one.duration > 0 and one.velocity > 0:
                yield Note(one.time, one.duration, one.pitch, one.velocity, channel)


def _chords(file: core.ScoreTick) -> Iterator[Symbol]:
    """The markers that are chords."""
    for marker in file.markers:
        if marker.text.startswith(MARK):
            with suppress(MusicInvalid):
                understood(marker.text.removeprefix(MARK))
                yield Symbol(marker.time, marker.text.removeprefix(MARK))


def _key(sharps: int, is_minor: int) -> str:
    """The name of a key signature; flats are negative sharps."""
    tonic = (7 * sharps + 9 * is_minor) % 12
    return KEY_NAMES[tonic] + ("m" if is_minor else "")


def _checked(score: Score, name: str) -> Score:
    """The score, if it is one that can be worked with."""
    if any(note.onset < 0 or note.pitch > 127 or note.velocity > 127 for note in score.notes):
        raise MusicInvalid(f"{name} has notes that no key can play", hint=_HINT)
    if clock(score)(score.length) > LONGEST:
        raise MusicInvalid(f"{name} lasts more than a day", hint="Give a shorter file.")
    if sum(len(starts) for _, starts in bar_starts(score)) > MOST_BARS:
        raise MusicInvalid(f"{name} has more than {MOST_BARS} bars", hint="Give a shorter file.")
    return score


def written(score: Score, instrument: str = "piano") -> bytes:
    """The bytes of a MIDI file of the score, for one of INSTRUMENTS."""
    from symusic import core

    file = core.ScoreTick(score.resolution)
    program = INSTRUMENTS[instrument]
    by_channel: dict[int, list[Note]] = defaultdict(list)
    for note in without_overlaps(score.notes):
        by_channel[DRUMS if program is None else note.channel].append(note)
    # Without a track symusic does not sort tempos, metres and markers, and their times go wrong.
    for channel, notes in sorted(by_channel.items()) or [(0, [])]:
        track = core.TrackTick(score.title, program or 0, channel == DRUMS)
        for one in notes:
            track.notes.append(core.NoteTick(one.onset, one.duration, one.pitch, one.velocity))
        file.tracks.append(track)
    _write_signs(score, file)
    return file.dumps_midi()


def _write_signs(score: Score, file: core.ScoreTick) -> None:
    """Adds tempos, metres, the key and the chords."""
    from symusic import core

    for tempo in score.tempos:
        file.tempos.append(core.TempoTick(tempo.at, tempo.bpm))
    for metre in score.metres:
        file.time_signatures.append(core.TimeSignatureTick(metre.at, metre.beats, metre.unit))
    if score.key is not None:
        is_minor = score.key.endswith("m")
        tonic = pitch_class(score.key.removesuffix("m")) + (3 if is_minor else 0)
        sharps = (7 * tonic + 5) % 12 - 5
        file.key_signatures.append(core.KeySignatureTick(0, sharps, int(is_minor)))
    for symbol in score.chords:
        file.markers.append(core.TextMetaTick(symbol.at, MARK + symbol.chord))
