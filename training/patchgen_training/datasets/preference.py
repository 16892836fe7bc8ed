"""What players liked better: pairs from `patchgen history export --preferences`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from patchgen.domains.music.score_of import score_of
from patchgen.errors import PatchgenError
from patchgen.music import beat, chords
from patchgen.pd.parse import parse
from patchgen_training.datasets import manifest, table
from patchgen_training.datasets.form import Formed, Row, alpaca, answer, noted
from patchgen_training.datasets.hub import Source, load
from patchgen_training.evaluation.apart import is_held_out

Manner = Literal["instruction", "plain", "music"]
"""How a pair is told: the prompt in Alpaca's words; as it is; or the player patches as the words of
a model of music, which takes no prompt."""
SIDES = ("chosen", "rejected")
FIELDS = {name: name for name in ("prompt", *SIDES)}


def preferences(
    path: Path,
    *,
    manner: Manner = "instruction",
    is_notation: bool = False,
    cache: Path | None = None,
) -> Formed:
    """Rows with `prompt`, `chosen` and `rejected`, as trainers on preferences take them.

    Left out are pairs of patches without a prompt, those that ask for a task of the benchmark, and
    those whose sides are equal in this form or cannot be written in it.
    """
    given = load(Source(str(path), FIELDS), cache)
    if manner == "music":
        own, made = given, given.map(music_pair)
    else:
        own = given.filter(is_usable)
        made = own.map(pair, fn_kwargs={"manner": manner, "is_notation": is_notation})
    telling = made.filter(is_telling)
    left_out = {"benchmark": len(given) - len(own), "says_nothing": len(own) - len(telling)}
    return Formed(telling, left_out)


def write_preferences(
    path: Path, out: Path, *, manner: Manner = "instruction", is_notation: bool = False
) -> Mapping[str, int]:
    """Writes the pairs as a table with a manifest, and returns what was left out.

    Raises PatchgenError where no pair is left.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".patchgen-", dir=out.parent) as cache:
        made = preferences(path, manner=manner, is_notation=is_notation, cache=Path(cache))
        if not len(made.rows):
            raise PatchgenError(
                f"no pair of {path} can be used",
                hint="`patchgen prefer` notes choices, `patchgen history export` writes them.",
            )
        table.save(made.rows, out)
        told = {"manner": manner, "notation": is_notation, "left_out": made.left_out}
        facts = {"pairs": len(made.rows), **told}
    files = {"inputs": [manifest.described(path)], "outputs": [manifest.described(out)]}
    manifest.write(out.with_suffix(".json"), {**facts, **files})
    return made.left_out


def is_usable(row: Row) -> bool:
    """Whether it has a prompt, which a continued patch may lack, and none of the benchmark's."""
    return bool(row["prompt"]) and not is_held_out(row["prompt"])


def pair(row: Row, manner: Manner, is_notation: bool) -> dict[str, str]:
    """Both patches in the form; one that cannot be written in it is empty."""
    bare = {name: answer(row[name]) for name in SIDES}
    texts = {name: noted(patch) if is_notation else patch for name, patch in bare.items()}
    return {"prompt": row["prompt"] if manner == "plain" else alpaca(row), **texts}


def music_pair(row: Row) -> dict[str, str]:
    """Both pieces in words, behind those that they begin with in common."""
    words = [in_words(row[name]).split(" ") for name in SIDES]
    pairs = takewhile(lambda both: both[0] == both[1], zip(*words, strict=False))
    count = len(list(pairs))
    before, chosen, rejected = (
        "".join(f"{word} " for word in part if word)
        for part in (words[0][:count], *(side[count:] for side in words))
    )
    return {"prompt": before, "chosen": chosen, "rejected": rejected}


def in_words(patch: str) -> str:
    """The piece that a patch plays; empty where it is no player."""
    try:
        score = score_of(parse(patch))
        return beat.encode(score) if score.notes else chords.encode(score)
    except PatchgenError:
        return ""


def is_telling(row: Row) -> bool:
    """Whether there are two answers, and they differ."""
    return bool(row["chosen"]) and bool(row["rejected"]) and row["chosen"] != row["rejected"]
