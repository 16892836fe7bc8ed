"""Moves a finished model towards what was liked better: DPO, as trl computes it.

"Direct Preference Optimization: Your Language Model is Secretly a Reward Model" (2023). All weights
move; a copy of the model as it was is the measure.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast
from trl.trainer.dpo_config import DPOConfig
from trl.trainer.dpo_trainer import DPOTrainer

from patchgen.errors import ConfigInvalid, ModelUnknown
from patchgen_training.datasets.hub import Source, load
from patchgen_training.datasets.row import Row
from patchgen_training.datasets.side import is_held_back
from patchgen_training.music import example
from patchgen_training.recipe import Preference
from patchgen_training.tokens import control
from patchgen_training.tokens import train as tokens
from patchgen_training.tuning import adapter_trainer, packing, whole
from patchgen_training.tuning import resume as resuming
from patchgen_training.tuning.adapter_log import LogWriter
from patchgen_training.tuning.adapter_model import precision
from patchgen_training.tuning.adapter_tokens import common
from patchgen_training.tuning.resume import WholeCheckpoints

if TYPE_CHECKING:
    from datasets import Dataset

Manifest = dict[str, Any]
Pair = dict[str, list[int]]
FIELDS = {name: name for name in ("prompt", "chosen", "rejected")}

Ids = Callable[[str, str, Tokenizer], list[int]]
"""The tokens of a prompt and an answer."""


def of_music(prompt: str, answer: str, tokenizer: Tokenizer) -> list[int]:
    """The beginning of a piece and how it goes on."""
    return example.encode(Row("", prompt + answer, "", ""), tokenizer)[0]


def of_patch(prompt: str, answer: str, tokenizer: Tokenizer) -> list[int]:
    """A request and a patch in notation."""
    return packing.encode(Row(prompt, answer, "", ""), tokenizer)[0]


IDS: dict[str, Ids] = {"music": of_music, "patch": of_patch}
"""How a model met its texts in training, by what it writes."""


class PreferenceTrainer(WholeCheckpoints, DPOTrainer):
    """trl's, with whole checkpoints, and with pairs that are tokens already."""

    def _prepare_dataset(self, dataset: Dataset, *given: Any, **named: Any) -> Dataset:
        """As it is: only the model's own way of writing tokens is that of its training."""
        return dataset


def tune(recipe: Preference, out: Path, *, start: Path, resume: bool) -> Manifest:
    """Leaves `out/model`, `out/tokenizer.json`, `out/run` with checkpoints, and `out/log.jsonl`."""
    tokenizer = tokenizer_beside(start)
    train, valid = pairs(recipe, tokenizer)
    facts = {"recipe": recipe.model_dump(mode="json"), "start": str(start)}
    checkpoint = resuming.begin(out, facts, resume=resume)
    resuming.prepare(out, facts, checkpoint)
    model, reference = (
        AutoModelForCausalLM.from_pretrained(start, dtype=torch.float32) for _ in range(2)
    )
    trainer = PreferenceTrainer(
        model=model,
        ref_model=reference,
        args=settings(recipe, out / "run", validates=valid is not None),
        train_dataset=train,
        eval_dataset=valid,
        processing_class=for_trainer(tokenizer),
        callbacks=[LogWriter(out / "log.jsonl")],
    )
    done = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    measured = trainer.evaluate() if valid is not None else {}
    with whole.folder(out / "model") as partial:
        model.save_pretrained(partial)
    tokenizer.save(str(out / "tokenizer.json"))
    counts = {"train": len(train), "valid": 0 if valid is None else len(valid)}
    return {**facts, "pairs": counts, "metrics": {**done.metrics, **measured}}


def tokenizer_beside(start: Path) -> Tokenizer:
    """The tokeniser of the model in a folder: there, or where its run has left it."""
    for place in (start, start.parent):
        if (start / "config.json").is_file() and (place / "tokenizer.json").is_file():
            return tokens.load(place / "tokenizer.json")
    raise ModelUnknown(
        f"{start} holds no model with its tokenizer.json",
        hint="Name the folder `model` of a finished run.",
    )


def for_trainer(tokenizer: Tokenizer) -> PreTrainedTokenizerFast:
    """The tokeniser as trl wants it, which takes from it how to fill a batch."""
    begin, end, pad = control.names(tokenizer)
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, bos_token=begin, eos_token=end, pad_token=pad
    )


def settings(recipe: Preference, output: Path, *, validates: bool) -> DPOConfig:
    """The recipe in trl's words."""
    made = adapter_trainer.arguments(
        recipe.training,
        output,
        precision(recipe.training.precision),
        validates=validates,
        kind=DPOConfig,
        beta=recipe.beta,
        max_length=recipe.sequence,
    )
    assert isinstance(made, DPOConfig)
    return made


def pairs(recipe: Preference, tokenizer: Tokenizer) -> tuple[Dataset, Dataset | None]:
    """Training and validation pairs as tokens. Raises ConfigInvalid where none is left."""
    from datasets import Dataset

    data, ids = recipe.data, IDS[recipe.data.text]
    rows = load(Source(data.pairs, FIELDS))
    sides: tuple[list[Pair], list[Pair]] = [], []
    for row in rows:
        made = pair(row, tokenizer, ids)
        longest = max(len(made["chosen_ids"]), len(made["rejected_ids"]))
        if len(made["prompt_ids"]) + longest <= recipe.sequence:
            sides[is_held_back(row["chosen"], data.held_out)].append(made)
    train, valid = sides
    if not train or (data.held_out and not valid):
        raise ConfigInvalid(
            f"{data.pairs} has no pair to {'validate on' if train else 'learn from'}",
            hint=f"{len(rows)} are in it; look at data.held_out and sequence.",
        )
    return Dataset.from_list(train), Dataset.from_list(valid) if valid else None


def pair(row: dict[str, str], tokenizer: Tokenizer, ids: Ids) -> Pair:
    """Both answers behind all tokens that they have in common, the prompt's first of all."""
    chosen, rejected = (ids(row["prompt"], row[side], tokenizer) for side in ("chosen", "rejected"))
    # An answer needs a token of its own.
    shared = min(common(chosen, rejected), len(chosen) - 1, len(rejected) - 1)
    return {
        "prompt_ids": chosen[:shared],
        "chosen_ids": chosen[shared:],
        "rejected_ids": rejected[shared:],
    }
