"""Rows of text as tokens and labels: which tokens count, what is too long, what shares a block."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from trl.data_utils import pack_dataset

from patchgen_training.recipe_parts import Training
from patchgen_training.tuning.packing import IGNORED

if TYPE_CHECKING:
    from datasets import Dataset
    from transformers import PreTrainedTokenizerBase


def tokenise(
    rows: Dataset, tokenizer: PreTrainedTokenizerBase, training: Training, sequence: int
) -> Dataset:
    """Columns `input_ids` and `labels` from `text`, or from `prompt` and `completion`."""

    def encode(row: dict[str, str]) -> dict[str, list[int]]:
        return encoded(row, tokenizer, completion_only=training.completion_only)

    made = rows.map(encode, remove_columns=rows.column_names, desc="Tokenising")
    if training.too_long == "leave_out":
        made = made.filter(lambda row: len(row["input_ids"]) <= sequence)
    else:
        made = made.map(lambda row: {name: ids[:sequence] for name, ids in row.items()})
    made = made.filter(lambda row: any(label != IGNORED for label in row["labels"]))
    if training.packing and len(made):
        made = pack_dataset(made.shuffle(seed=training.seed), sequence, "bfd")
    return made


def encoded(
    row: dict[str, str], tokenizer: PreTrainedTokenizerBase, *, completion_only: bool
) -> dict[str, list[int]]:
    """One example between begin and end of text.

    Prompt and completion are tokenised as one text, since a token may differ at its edge; what
    the prompt alone begins with is the prompt.
    """
    before = row.get("prompt", "")
    text = row["text"] if "text" in row else before + row["completion"]
    ids = [*begun(text, tokenizer), tokenizer.eos_token_id]
    asked = common(begun(before, tokenizer), ids) if completion_only and before else 0
    return {"input_ids": ids, "labels": [IGNORED] * asked + ids[asked:]}


def begun(text: str, tokenizer: PreTrainedTokenizerBase) -> list[int]:
    """The tokens of a text after the one that begins it; a written-out end of text is dropped."""
    ids = list(tokenizer(text)["input_ids"])
    if ids and ids[-1] == tokenizer.eos_token_id:
        ids.pop()
    first = tokenizer.bos_token_id
    return ids if first is None or ids[:1] == [first] else [first, *ids]


def common(one: list[int], other: list[int]) -> int:
    """How many tokens two lists begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def digest(rows: Dataset | None) -> str:
    """A hash of all tokens and labels in their order."""
    total = hashlib.sha256()
    for row in rows or ():
        total.update(repr((row["input_ids"], row["labels"])).encode())
    return total.hexdigest()


def count(rows: Dataset | None) -> dict[str, Any]:
    """How many sequences and tokens there are."""
    lengths = [len(row["input_ids"]) for row in rows or ()]
    return {"sequences": len(lengths), "tokens": sum(lengths)}
