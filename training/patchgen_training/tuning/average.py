"""The mean of the weights of several models that went on from one (Wortsman and others, 2022)."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from patchgen.errors import PatchgenError

WEIGHTS = "model.safetensors"


def average(models: Sequence[Path], out: Path) -> None:
    """Writes the mean of models of one shape into a folder, with the rest of the first.

    Raises PatchgenError where their weights do not fit together.
    """
    import torch
    from safetensors.torch import load_file, save_file

    parts = [load_file(model / WEIGHTS) for model in models]
    shapes = [{name: weights.shape for name, weights in part.items()} for part in parts]
    for model, shape in zip(models, shapes, strict=True):
        if shape != shapes[0]:
            raise PatchgenError(
                f"{model} has another shape than {models[0]}",
                hint="Average models that went on from the same weights.",
            )
    mean = {name: torch.stack([part[name].float() for part in parts]).mean(0) for name in parts[0]}
    shutil.copytree(models[0], out, dirs_exist_ok=True)
    save_file(mean, out / WEIGHTS, metadata={"format": "pt"})
