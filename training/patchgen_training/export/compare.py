"""Holds a GGUF file against the model it was made of: the same tokens, nearly the same logits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from patchgen.errors import PatchgenError

TOLERANCE = {"f32": 0.002, "f16": 0.01, "q8_0": 0.05, "q5_k_m": 0.2, "q4_k_m": 0.3}
"""The most that the logits may be off: root mean square of the differences as a share of the
standard deviation of the logits themselves. Measured on a random model, which has no outliers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one program makes of the texts."""

    tokens: tuple[tuple[int, ...], ...]
    logits: npt.NDArray[np.float32]
    """(tokens of the first text, vocabulary)"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How near two readings are."""

    texts: int
    differing: tuple[int, ...]
    """Numbers of the texts that are cut into other tokens."""
    off: float
    """Root mean square of the logits' differences as a share of their standard deviation."""


def compare(model: Path, file: Path, texts: Sequence[str]) -> Comparison:
    """The GGUF file against the folder of transformers. The first text gives the logits."""
    read = by_llama(file, texts)
    wanted = by_transformers(model, texts, len(read.logits))
    pairs = enumerate(zip(wanted.tokens, read.tokens, strict=True))
    differing = tuple(number for number, (left, right) in pairs if left != right)
    gap = float(np.sqrt(np.mean((wanted.logits - read.logits) ** 2)))
    return Comparison(len(texts), differing, gap / float(wanted.logits.std()))


def check(found: Comparison, file: Path, kind: str) -> None:
    """Raises PatchgenError where the file is not what was trained."""
    hint = "Do not use the file; tell the makers of PatchGen which model it was made of."
    if found.differing:
        raise PatchgenError(
            f"{file}: {len(found.differing)} of {found.texts} texts become other tokens", hint=hint
        )
    # Written so that a comparison that gave no number fails, too.
    if not found.off <= TOLERANCE[kind]:
        raise PatchgenError(
            f"{file}: the logits are off by {found.off:.3g}, allowed is {TOLERANCE[kind]}",
            hint=hint,
        )


def by_llama(file: Path, texts: Sequence[str], *, adapter: Path | None = None) -> Reading:
    """Read by llama.cpp, in a process of its own."""
    with TemporaryDirectory(prefix="patchgen-") as name:
        asked, answer = Path(name) / "texts.json", Path(name) / "read.npz"
        asked.write_text(json.dumps(list(texts)), encoding="utf-8")
        places = [file, asked, answer, *([adapter] if adapter else [])]
        program = ["-m", "patchgen_training.export.llama_reading"]
        command = [sys.executable, *program, *map(str, places)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode != 0:
            said = ended.stderr.strip().rpartition("\n")[2]
            raise PatchgenError(
                f"llama.cpp cannot read {file}: {said or f'exit {ended.returncode}'}",
                hint="Export the model again.",
            )
        with np.load(answer) as read:
            ends = np.concatenate([[0], np.cumsum(read["lengths"])])
            tokens = read["tokens"].tolist()
            cut = tuple(tuple(tokens[start:end]) for start, end in pairwise(ends))
            return Reading(cut, read["logits"])


def by_transformers(model: Path, texts: Sequence[str], count: int) -> Reading:
    """Read by transformers in 32 bits; logits of so many tokens of the first text."""
    tokenizer = AutoTokenizer.from_pretrained(model)
    tokens = tuple(tuple(tokenizer(text).input_ids) for text in texts)
    weights = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32, device_map="cpu")
    with torch.no_grad():
        logits = weights(torch.tensor([tokens[0][:count]])).logits[0].numpy()
    return Reading(tokens, logits)
