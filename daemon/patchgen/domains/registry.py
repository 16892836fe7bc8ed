"""All domains by name."""

from __future__ import annotations

from patchgen.domains.base import Domain, Form
from patchgen.domains.music import judge as music_judge
from patchgen.domains.music.answer import in_words, lacking, played
from patchgen.domains.patch.beginning import in_notation, in_records
from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.domains.patch.raw import patch_in
from patchgen.domains.patch.wishes import missing

MUSIC = "music"

DOMAINS: dict[str, Domain] = {
    "patch": Domain(
        "patch",
        {
            "notation": Form(decode, PatchConstraint, in_notation),
            "pd": Form(patch_in, None, in_records),
        },
        missing,
    ),
    MUSIC: Domain(
        MUSIC,
        {"beat": Form(played, music_judge.piano, in_words)},
        lacking,
        # A piece waits until somebody starts it.
        usual=frozenset({"sound-silent"}),
    ),
}
