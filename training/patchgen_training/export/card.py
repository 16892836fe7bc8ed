"""The two cards of a model: one for the daemon beside each file, one for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from patchgen.catalog.card import Card, Part
from patchgen_training.datasets.form import ALPACA, INSTRUCTION
from patchgen_training.export.compare import TOLERANCE, Comparison
from patchgen_training.recipe import Adapter
from patchgen_training.recipe_parts import Examples

SLOT = "{prompt}"


@dataclass(frozen=True, slots=True)
class Release:
    """One file that is given away."""

    path: Path
    kind: str
    size: int
    """Bytes."""
    sha256: str
    found: Comparison
    """Against the merged model."""


def template(data: Examples, begin: str | None) -> tuple[Part, ...]:
    """The prompt as the model met it in training; `begin` is the token before every text."""
    words = {
        "raw": "\n",
        "pairs": SLOT,
        "instruction": ALPACA.replace("{instruction}", data.instruction or INSTRUCTION),
    }[data.form]
    before, slot, after = words.partition(SLOT)
    parts = [Part(control=begin) if begin else None, Part(text=before) if before else None]
    parts += [Part(slot="prompt") if slot else None, Part(text=after) if after else None]
    return tuple(part for part in parts if part is not None)


def for_daemon(recipe: Adapter, name: str, begin: str | None, licence: str) -> str:
    """What the daemon's catalog reads beside the file."""
    card = Card(
        name=name,
        description=f"{recipe.name}: an adapter merged into its base model.",
        output="notation" if recipe.data.notation else "pd",
        template=template(recipe.data, begin),
        licence=licence,
    )
    return card.model_dump_json(indent=2, exclude_none=True) + "\n"


def for_people(
    recipe: Adapter, manifest: Mapping[str, Any], files: Sequence[Release], licence: str
) -> str:
    """The page of the model: README.md, with the fields that the Hub reads on top."""
    return "\n".join(
        [
            *head(recipe, licence),
            *about(recipe),
            *table_of_files(files),
            *use(files),
            *training(recipe, manifest),
        ]
    )


def head(recipe: Adapter, licence: str) -> list[str]:
    """The fields in YAML; JSON strings are YAML, whatever stands in them."""
    base = recipe.base.model
    names = [source.name for source in recipe.data.sources if is_on_hub(source.name)]
    return [
        "---",
        f"license: {json.dumps(licence)}",
        *([f"base_model: {json.dumps(base)}"] if isinstance(base, str) and is_on_hub(base) else []),
        *([f"datasets: {json.dumps(names)}"] if names else []),
        "language: en",
        "pipeline_tag: text-generation",
        'tags: ["pure-data", "patchgen", "gguf", "lora"]',
        "---",
        "",
    ]


def is_on_hub(name: str) -> bool:
    """Whether it is owner/name, and nothing on this machine."""
    return name.count("/") == 1 and not name.startswith((".", "/")) and not Path(name).exists()


def about(recipe: Adapter) -> list[str]:
    """What it is."""
    form = "PatchGen's notation" if recipe.data.notation else "the text of .pd files"
    return [
        f"# {recipe.name}",
        "",
        f"Writes Pure Data patches, in {form}, for requests in English. Answers can be wrong:",
        "PatchGen checks and tries each patch before Pd opens it, so run the model with PatchGen.",
        "",
    ]


def table_of_files(files: Sequence[Release]) -> list[str]:
    """Sizes, checksums, and how far each file is from the model that was trained."""
    rows = [
        f"| {item.path.name} | {item.size / 1e6:,.1f} | {item.found.off:.4f} "
        f"| {TOLERANCE[item.kind]} | {item.sha256} |"
        for item in files
    ]
    texts = max((item.found.texts for item in files), default=0)
    return [
        "## Files",
        "",
        "| file | MB | logits off | allowed | sha256 |",
        "|---|---|---|---|---|",
        *rows,
        "",
        "Logits off: root mean square of the difference to the merged model in 32 bits, as a share",
        f"of the logits' standard deviation. All {texts:,} texts compared become the same tokens.",
        "",
    ]


def use(files: Sequence[Release]) -> list[str]:
    """How to run it."""
    name = files[-1].path.name if files else "MODEL.gguf"
    return [
        "## Use",
        "",
        f"    patchgen generate --model {name} 'a 440 Hz sine with a volume slider'",
        "",
        "Keep the .json file beside the .gguf: it says how the model is prompted.",
        "",
    ]


def training(recipe: Adapter, manifest: Mapping[str, Any]) -> list[str]:
    """Constants and figures of the run."""
    lora, steps = recipe.lora, recipe.training
    examples = manifest.get("examples", {}).get("train", {})
    metrics = manifest.get("metrics", {})
    losses = [f"{key} {metrics[key]:.4f}" for key in ("train_loss", "eval_loss") if key in metrics]
    return [
        "## Training",
        "",
        f"- LoRA: rank {lora.rank}, alpha {lora.alpha}, on {', '.join(lora.targets)}.",
        f"- {steps.epochs:g} epochs, {steps.batch} x {steps.accumulation} sequences a step, "
        f"learning rate {steps.learning_rate:g}, seeds {lora.seed} and {steps.seed}.",
        f"- {examples.get('sequences', 0):,} sequences, {examples.get('tokens', 0):,} tokens, "
        f"{manifest.get('steps', 0):,} steps.",
        *([f"- Loss in nats a token: {', '.join(losses)}."] if losses else []),
        "",
    ]
