"""What a recipe wants sampled while its adapter is trained: which prompts, how often."""

from __future__ import annotations

from pathlib import Path

from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd
from patchgen_training.recipe import Adapter
from patchgen_training.tuning.adapter_data import examples
from patchgen_training.tuning.metrics import TaskMetric


def callbacks(recipe: Adapter, out: Path) -> list[TaskMetric]:
    """The task metric where the recipe asks for it."""
    training = recipe.training
    if not training.sample_every:
        return []
    return [
        TaskMetric(
            out / "log.jsonl",
            prompts(recipe),
            output(recipe),
            pd_if_any(),
            every=training.sample_every,
            length=training.sample_length,
        )
    ]


def prompts(recipe: Adapter) -> list[str]:
    """The first prompts held out, or of all; without prompts a patch begins as all of them do."""
    count = recipe.training.samples
    if recipe.data.form == "raw":
        return ["\n"] * count
    sides = examples(recipe.data)
    rows = sides.train if sides.valid is None else sides.valid
    return [str(row["prompt"]) for row in rows.select(range(min(count, len(rows))))]


def output(recipe: Adapter) -> str:
    """The form in which the model writes patches: `notation` or `pd`."""
    return "notation" if recipe.data.notation else "pd"


def pd_if_any() -> Path | None:
    """The Pd of this machine; a training machine may have none."""
    try:
        return find_pd()
    except PdMissing:
        return None
