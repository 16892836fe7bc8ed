"""A piece out of any file that holds one: MIDI, a text, or a player patch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from patchgen.domains.music.score_of import score_of
from patchgen.domains.music.voicing import voiced
from patchgen.errors import MusicInvalid, ParseError
from patchgen.music import midi, texts
from patchgen.music.score import Score
from patchgen.pd.parse import parse

MIDI_ENDINGS = (".mid", ".midi", ".kar")
PATCH_ENDING = ".pd"
ENDINGS = (*MIDI_ENDINGS, PATCH_ENDING, ".txt", ".nd", ".psdv")
"""Of the files in a folder that are pieces."""
ROWS = b"text define -k"
NAME = b"0-piece;"
"""How the box with the rows of a player begins and ends."""
MOST_BYTES = 4 << 20
"""Of a text or a patch: hours of music."""


def piece(path: Path) -> Score:
    """The score in a file. Raises MusicInvalid."""
    ending = path.suffix.lower()
    if ending in MIDI_ENDINGS:
        return midi.read(path)
    text = text_of(path)
    try:
        score = score_of(parse(text)) if ending == PATCH_ENDING else texts.read(text)
    except ParseError as error:
        raise MusicInvalid(f"{path} is no patch: {error.message}", hint=error.hint) from error
    except MusicInvalid as error:
        raise MusicInvalid(f"{path}: {error.message}", hint=error.hint) from error
    return score if score.title else replace(score, title=path.stem)


def text_of(path: Path) -> str:
    """The text of a file. Raises MusicInvalid."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise MusicInvalid(f"{path} is larger than 4 MB", hint="Give a part of it.")
        return data.decode("utf-8")
    except OSError as error:
        raise MusicInvalid(
            f"cannot read {path}: {error.strerror or error}", hint="Check the file's name."
        ) from error
    except UnicodeDecodeError as error:
        raise MusicInvalid(
            f"{path} is no text", hint="MIDI files end in .mid, and patches in .pd."
        ) from error


def holds_piece(path: Path) -> bool:
    """Whether a file is music rather than any patch; it neither blocks nor takes long to tell."""
    ending = path.suffix.lower()
    if ending != PATCH_ENDING:
        return ending in ENDINGS
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return False
        text = path.read_bytes()
        return ROWS in text and NAME in text
    except OSError:
        return False


def kind_of(score: Score) -> Literal["piano", "chords"]:
    """What a piece is gone on with: chords where it has no notes but those that its chords make."""
    alone = voiced(replace(score, notes=()))
    return "piano" if score.notes and alone.notes != score.notes else "chords"
