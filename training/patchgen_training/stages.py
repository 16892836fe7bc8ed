"""The stages that make a model from a recipe; each leaves its output and a small manifest."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer

from patchgen.errors import ConfigInvalid
from patchgen.music.words import VOCABULARY
from patchgen_training.datasets import real, row, synthetic
from patchgen_training.datasets.manifest import write as write_manifest
from patchgen_training.datasets.row import Row
from patchgen_training.datasets.side import is_held_back
from patchgen_training.evaluation.apart import is_held_out
from patchgen_training.music.retold import WORDS
from patchgen_training.recipe import GPT2, Adapter, Music, Preference, Recipe, Scratch, Whole
from patchgen_training.tokens import train as tokens
from patchgen_training.tokens import words
from patchgen_training.tokens.control import control
from patchgen_training.tokens.named import backend

if TYPE_CHECKING:
    from patchgen_training.tuning.packing import Blocks

Manifest = dict[str, Any]
DESCRIPTIONS = {
    "scratch": "Writes Pure Data patches in PatchGen's notation.",
    "music": "Writes piano pieces and chords in PatchGen's words.",
    "gpt2": "Writes music as text.",
}

log = logging.getLogger(__name__)


def collect(recipe: Scratch, corpus: Path, out: Path, pd: Path, processes: int) -> Manifest:
    """Writes train.jsonl and valid.jsonl into `out` and returns the manifest."""
    data = recipe.data
    failures: Counter[str] = Counter()
    made = list(synthetic.tally(synthetic.rows(data, pd, processes), failures))
    found = list(real.rows(corpus))
    count = len(made) + len(found)
    made, found = (
        [item for item in part if not is_held_out(item.prompt)] for part in (made, found)
    )
    made_train, made_valid = split(made, data.held_out)
    real_train, real_valid = split(found, data.held_out)
    counts = {
        "train": row.write(out / "train.jsonl", made_train + real_train * data.real_repeats),
        "valid": row.write(out / "valid.jsonl", made_valid + real_valid),
    }
    manifest = {
        "recipe": recipe.name,
        "rows": counts,
        "distinct_patches": len({item.patch for item in made}),
        "distinct_prompts": len({item.prompt for item in made}),
        "skills": len({item.origin for item in made}),
        "real_patches": len(found),
        "left_to_the_benchmark": count - len(made) - len(found),
        "failed_examples": sum(failures.values()),
        "failures": dict(failures.most_common(40)),
        "sources": dict(Counter(item.origin.split("/")[0] for item in found)),
    }
    write_manifest(out / "data.json", manifest)
    return manifest


def split(rows: list[Row], held_out: float) -> tuple[list[Row], list[Row]]:
    """Training and validation rows; a group goes to one side as a whole, by its hash."""
    sides: tuple[list[Row], list[Row]] = [], []
    for item in rows:
        sides[is_held_back(item.group, held_out)].append(item)
    return sides


def tokenise(recipe: Whole, out: Path) -> Path:
    """Saves the tokeniser and returns its file; one that is learned is so on the training rows."""
    path = out / "tokenizer.json"
    tokenizer_of(recipe, out / "train.jsonl").save(str(path))
    return path


def tokenizer_of(recipe: Whole, rows: Path) -> Tokenizer:
    """The recipe's tokeniser."""
    size = recipe.shape.vocabulary
    if isinstance(recipe, Music):
        return words.tokeniser(VOCABULARY, size)
    if isinstance(recipe, Scratch) or recipe.tokens == "bpe":
        return tokens.train(texts(rows), size)
    if recipe.tokens != "words":
        return backend(recipe.tokens)
    if recipe.data.form != "nd":
        raise ConfigInvalid(
            f"{recipe.data.form} has no list of words", hint="Set tokens to bpe or gpt2."
        )
    return words.tokeniser(WORDS, size)


def texts(path: Path) -> Iterator[str]:
    """Prompts and patches, each once."""
    seen: set[str] = set()
    for item in row.read(path):
        for text in (item.prompt, item.patch):
            if text and text not in seen:
                seen.add(text)
                yield text


def tune(
    recipe: Recipe, out: Path, *, start: Path | None, resume: bool, compiled: bool
) -> Manifest:
    """Trains what the recipe is for; `start` is a folder with weights to begin with."""
    if isinstance(recipe, Adapter):
        return tune_adapter(recipe, out, start=start, resume=resume)
    if isinstance(recipe, Preference):
        return tune_preference(recipe, out, start=start, resume=resume)
    return tune_whole(recipe, out, start=start, resume=resume, compiled=compiled)


def tune_adapter(recipe: Adapter, out: Path, *, start: Path | None, resume: bool) -> Manifest:
    """Trains an adapter; saves `out/adapter`."""
    from patchgen_training.tuning import adapter, sampling

    callbacks = sampling.callbacks(recipe, out)
    manifest = adapter.tune(recipe, out, resume=resume, start=start, callbacks=callbacks)
    if manifest.pop("writes"):
        write_manifest(out / "adapter.json", manifest)
    return manifest


def tune_preference(recipe: Preference, out: Path, *, start: Path | None, resume: bool) -> Manifest:
    """Moves the model in `start` towards what was liked better; saves `out/model`."""
    from patchgen_training.tuning import preference

    if start is None:
        raise ConfigInvalid("there is no model to move", hint="--start RUN/model names one.")
    manifest = preference.tune(recipe, out, start=start, resume=resume)
    write_manifest(out / "model.json", manifest)
    return manifest


def tune_whole(
    recipe: Whole, out: Path, *, start: Path | None, resume: bool, compiled: bool
) -> Manifest:
    """Trains on the rows in `out`, from the weights in `start` if given; saves `out/model`."""
    from patchgen_training.tuning import gpt2, scratch
    from patchgen_training.tuning.optimizer import MuonWithAdamW

    tokenizer = tokens.load(out / "tokenizer.json")
    schedule = recipe.schedule
    train, valid = (packed(recipe, out / f"{name}.jsonl", tokenizer) for name in ("train", "valid"))
    log.info("%d training blocks, %d validation blocks", len(train.tokens), len(valid.tokens))
    settings = scratch.arguments(schedule, out / "run", compiled=compiled)
    model = (
        gpt2.model(recipe, tokenizer, str(start) if start else recipe.start)
        if isinstance(recipe, GPT2)
        else scratch.model(recipe.shape, list(control(tokenizer)), start=start)
    )
    optimizer = (
        MuonWithAdamW(model, schedule.learning_rate, schedule.weight_decay)
        if schedule.optimizer == "muon"
        else None
    )
    metrics = scratch.tune(
        model, train, valid, settings, log=out / "log.jsonl", optimizer=optimizer, resume=resume
    )
    model.save_pretrained(out / "model")
    manifest = {
        "recipe": recipe.model_dump(),
        "blocks": {"train": len(train.tokens), "valid": len(valid.tokens)},
        "parameters": model.num_parameters(),
        "metrics": metrics,
    }
    write_manifest(out / "model.json", manifest)
    return manifest


def packed(recipe: Whole, rows: Path, tokenizer: Tokenizer) -> Blocks:
    """The rows of a file as blocks."""
    from patchgen_training.music import cut, example
    from patchgen_training.tuning import packing

    found, schedule = row.read(rows), recipe.schedule
    if isinstance(recipe, GPT2):
        given = cut.examples(found, recipe.data.form, tokenizer, schedule.block)
        return packing.blocks(given, control(tokenizer)[2], schedule.block, schedule.seed)
    encode = example.encode if isinstance(recipe, Music) else packing.encode
    return packing.pack(found, tokenizer, schedule.block, schedule.seed, encode)


def export(recipe: Whole | Preference, out: Path, target: Path, kind: str) -> None:
    """Writes the trained model as GGUF."""
    from transformers import AutoModelForCausalLM

    from patchgen_training.export import gguf_file

    model: Any = AutoModelForCausalLM.from_pretrained(out / "model")
    tokenizer = tokens.load(out / "tokenizer.json")
    facts = {
        "name": recipe.name,
        "license": "mit",
        "description": DESCRIPTIONS[subject(recipe)],
    }
    gguf_file.write(model, tokenizer, target, kind=kind, facts=facts)


def subject(recipe: Whole | Preference) -> str:
    """What kind of model it is, also where it only goes on with one."""
    if isinstance(recipe, Preference):
        return "music" if recipe.data.text == "music" else "scratch"
    return recipe.kind
