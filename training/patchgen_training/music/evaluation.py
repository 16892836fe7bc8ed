"""The report on a model of music: figures on test pieces, and what it writes by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from patchgen_training.datasets.manifest import described
from patchgen_training.music import figures, samples, source
from patchgen_training.recipe import Music

Facts = dict[str, Any]


def measured(recipe: Music, folder: Path, out: Path, *, has_anchors: bool) -> Facts:
    """What the test pieces leave to know, for n-grams and for the model of the run in `out`."""
    test = figures.held_out(folder, "test")
    found = []
    if has_anchors:
        found += figures.by_ngrams(out, figures.held_out(folder, "valid"), test)
    if (out / "model").is_dir():
        found += figures.by_model(out, recipe.shape.context, test)
    return {"figures": [figure.facts() for figure in found]}


def listened(model: Path, folder: Path, count: int) -> Facts:
    """What the exported model writes, beside the test pieces and the training pieces."""
    test, known = (
        [piece.score for piece in source.pieces(folder, side)] for side in ("test", "train")
    )
    return {"model": described(model), "written": samples.listened(model, count, test, known)}
