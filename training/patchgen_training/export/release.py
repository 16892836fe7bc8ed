"""Makes an adapter ready to be given away: merged, in every kind, checked, with its cards."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from transformers import AutoModelForCausalLM, AutoTokenizer

from patchgen.errors import PatchgenError
from patchgen_training.export import adapter_file, card, gguf_file
from patchgen_training.export.card import Release
from patchgen_training.export.compare import check, compare
from patchgen_training.export.merge import merge
from patchgen_training.export.quantise import KINDS, quantise
from patchgen_training.recipe import Adapter
from patchgen_training.tuning import whole
from patchgen_training.tuning.adapter_data import examples

ALL = ("f16", *KINDS)
TEXTS = 1000
"""Texts whose tokens are compared."""

log = logging.getLogger(__name__)


def release(out: Path, target: Path, kinds: Sequence[str], licence: str) -> list[Release]:
    """Fills the folder `target` from the run in `out`; a file that fails its check is not left."""
    manifest = json.loads(read(out / "adapter.json"))
    # As the run had it, whatever the file says now.
    recipe = Adapter.model_validate(manifest["recipe"])
    merged = merge(manifest["base"], out / "adapter", out / "merged")
    tokenizer = AutoTokenizer.from_pretrained(merged)
    texts = list(islice(pieces(recipe, tokenizer.all_special_tokens), TEXTS))
    target.mkdir(parents=True, exist_ok=True)
    source = plain(merged, target, recipe.name, licence)
    files = [
        checked(made(source, kind), kind, merged, texts) for kind in sorted(kinds, key=ALL.index)
    ]
    if "f16" not in kinds:
        source.unlink()
    for item in files:
        text = card.for_daemon(recipe, item.path.stem, tokenizer.bos_token, licence)
        whole.text(item.path.with_suffix(".json"), text)
    if recipe.lora.embeddings == "lora":
        (target / "adapter").mkdir(exist_ok=True)
        file = target / "adapter" / f"{recipe.name}-lora.gguf"
        adapter_file.write(manifest["base"], out / "adapter", file)
    whole.text(target / "README.md", card.for_people(recipe, manifest, files, licence))
    return files


def read(manifest: Path) -> str:
    """The manifest of a run that has ended."""
    if not manifest.is_file():
        raise PatchgenError(f"{manifest.parent} holds no finished run", hint="Tune the recipe.")
    return manifest.read_text(encoding="utf-8")


def pieces(recipe: Adapter, control: Sequence[str]) -> Iterator[str]:
    """Whole examples, then their lines. What spells a control token is not text to everybody."""
    rows = examples(recipe.data).train
    entire = ["".join(row.values()).strip() for row in rows.select(range(min(TEXTS, len(rows))))]
    lines = (line.strip() for text in entire for line in text.split("\n"))
    for text in dict.fromkeys([*entire, *lines]):
        if text and not any(name in text for name in control):
            yield text


def plain(merged: Path, target: Path, name: str, licence: str) -> Path:
    """The merged model as GGUF in 16 bits."""
    path = target / f"{name}-f16.gguf"
    model: Any = AutoModelForCausalLM.from_pretrained(merged, dtype="auto", device_map="cpu")
    tokenizer: Any = AutoTokenizer.from_pretrained(merged)
    facts = {"name": name, "license": licence, "description": "Writes Pure Data patches."}
    gguf_file.write(model, tokenizer.backend_tokenizer, path, kind="f16", facts=facts)
    return path


def made(source: Path, kind: str) -> Path:
    """The file in that kind."""
    if kind == "f16":
        return source
    return quantise(source, source.with_name(source.name.replace("-f16.", f"-{kind}.")), kind)


def checked(path: Path, kind: str, merged: Path, texts: Sequence[str]) -> Release:
    """The file, after llama.cpp has read it as transformers reads the merged model."""
    found = compare(merged, path, texts)
    try:
        check(found, path, kind)
    except PatchgenError:
        path.unlink()
        raise
    log.info("%s: tokens of %d texts equal, logits off by %.4f", path, found.texts, found.off)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Release(path, kind, path.stat().st_size, digest, found)
