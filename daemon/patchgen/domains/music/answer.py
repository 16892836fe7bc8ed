"""What the model of music writes, as a patch; and a patch as what the model writes."""

from __future__ import annotations

from patchgen.domains.base import Beginning
from patchgen.domains.music.player import player
from patchgen.domains.music.score_of import score_of
from patchgen.domains.music.voicing import voiced
from patchgen.lint.gate import MUSIC, Policy
from patchgen.music import beat, texts
from patchgen.music.words import END
from patchgen.pd.model import Canvas


def played(text: str) -> Canvas:
    """The player of a text. Raises MusicInvalid."""
    return player(voiced(texts.read(text)), "")


def in_words(canvas: Canvas, _policy: Policy = MUSIC) -> Beginning:
    """The piece in a player as the beginning of a text. Raises MusicInvalid."""
    text = beat.encode(score_of(canvas)).removesuffix(f"{END} ")
    return Beginning(text, (), shows_cords=False)


def lacking(_prompt: str, canvas: Canvas) -> tuple[str, ...]:
    """What a piece needs, and this one has not."""
    return () if score_of(canvas).notes else ("music",)
