"""How many tokens tokenisers make of the same songs or pieces: our own against GPT-2's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from patchgen.music import chords, nd, psdv
from patchgen_training.datasets import row
from patchgen_training.recipe import GPT2
from patchgen_training.tokens import train as tokens
from patchgen_training.tokens.named import backend
from patchgen_training.tokens.words import tokeniser

ITEMS = {
    "nd": lambda text: len(nd.decode(text).notes),
    "psdv": lambda text: len(psdv.decode(text).notes),
    "sheet": lambda text: len(chords.parse(text).chords),
}
"""What one counts in a text of each form: notes, or chords."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a tokeniser makes of some texts."""

    name: str
    vocabulary: int
    used: int
    """Different tokens that occur."""
    a_text: float
    """Tokens."""
    an_item: float
    """Tokens of a note, or of a chord."""


def report(recipe: GPT2, out: Path, against: Sequence[str]) -> list[Counted]:
    """The run's own tokeniser, one token for each word, and those of the models named.

    Over the validation texts, from which none of them has learned.
    """
    texts = [item.patch for item in row.read(out / "valid.jsonl")]
    items = sum(ITEMS[recipe.data.form](text) for text in texts)
    words = sorted({word for text in texts for word in text.split()})
    given: dict[str, Tokenizer] = {
        recipe.name: tokens.load(out / "tokenizer.json"),
        "words": tokeniser(words, len(words) + 3),
        **{name: backend(name) for name in against},
    }
    return [counted(name, made, texts, items) for name, made in given.items()]


def counted(name: str, tokenizer: Tokenizer, texts: Sequence[str], items: int) -> Counted:
    """The texts, cut by one tokeniser."""
    cut = tokenizer.encode_batch([f"{text.strip()} " for text in texts], add_special_tokens=False)
    count = sum(len(one.ids) for one in cut)
    used = {number for one in cut for number in one.ids}
    return Counted(
        name, tokenizer.get_vocab_size(), len(used), count / len(texts), count / max(1, items)
    )


def facts(found: Sequence[Counted]) -> dict[str, Any]:
    """For a manifest."""
    return {
        one.name: {
            "vocabulary": one.vocabulary,
            "used": one.used,
            "tokens_a_text": round(one.a_text, 2),
            "tokens_an_item": round(one.an_item, 3),
        }
        for one in found
    }
