"""A job for the model of music: a sentence, and perhaps a given piece, become a task."""

from __future__ import annotations

import hashlib
from pathlib import Path

from patchgen.domains.music.in_chords import progression
from patchgen.domains.music.on_piano import piano
from patchgen.domains.music.piece import kind_of, piece
from patchgen.domains.music.player import player
from patchgen.domains.music.request import asks_for_music, read
from patchgen.domains.music.voicing import voiced
from patchgen.errors import MusicInvalid
from patchgen.findings import Finding, Severity
from patchgen.pd.model import Canvas
from patchgen.pipeline.prompt import cleaned
from patchgen.pipeline.task import Task

NOT_UNDERSTOOD = "not-understood"
ASKED_OF = {"piano": piano, "chords": progression}


def piece_task(prompt: str, given: Path | None, most: int) -> Task:
    """Music from a sentence, at most so many words. Raises PromptInvalid or MusicInvalid.

    With a given piece the sentence need not say what kind of music it is, nor anything at all.
    """
    score = None if given is None else piece(given)
    if score is not None and not asks_for_music(prompt):
        prompt = f"{kind_of(score)} after the piece, {prompt}".rstrip(" ,")
    prompt = cleaned(prompt)
    wish = read(prompt)
    commission = ASKED_OF[wish.kind](wish, score, min(most, wish.words or most))
    title = prompt if score is None else score.title

    def played(text: str) -> Canvas:
        return player(voiced(commission.read(text)), title)

    return Task(
        prompt=prompt,
        name=prompt if given is None else f"{given.stem} continued",
        read=played,
        arranged=lambda canvas: canvas,
        beginning=commission.beginning,
        given="" if given is None else given.name,
        given_sha256="" if given is None else digest(given),
        constraint=commission.constraint,
        findings=tuple(map(not_understood, wish.unknown)),
    )


def digest(path: Path) -> str:
    """What tells a file from others. Raises MusicInvalid."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise MusicInvalid(f"cannot read {path}: {error.strerror}", hint="") from error


def not_understood(phrase: str) -> Finding:
    """What is told of words that nothing was made of."""
    return Finding(
        NOT_UNDERSTOOD,
        Severity.INFO,
        f"nothing was made of the words {phrase!r}",
        hint="What counts is key, metre, tempo, length, chords: in A minor, 3/4, 90 bpm, 16 bars.",
    )
