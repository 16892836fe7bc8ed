"""What all runs tell the trainer."""

from __future__ import annotations

from pathlib import Path

from patchgen_training.recipe_parts import Schedule
from patchgen_training.tuning.arguments import arguments


def schedule() -> Schedule:
    """A short run."""
    return Schedule(
        learning_rate=0.003,
        weight_decay=0.1,
        warmup_steps=2,
        decay_share=0.2,
        batch=6,
        block=64,
        steps=10,
        save_every=7,
        seed=5,
    )


def test_the_recipe_sets_batch_pace_and_seed(tmp_path: Path) -> None:
    pace = schedule()

    told = arguments(pace, tmp_path)

    assert (told.per_device_train_batch_size, told.per_device_eval_batch_size) == (6, 6)
    assert (told.learning_rate, told.weight_decay) == (0.003, 0.1)
    assert (told.save_steps, told.seed) == (7, 5)


def test_a_run_says_what_is_its_own(tmp_path: Path) -> None:
    pace = schedule()

    told = arguments(pace, tmp_path, max_steps=10, report_to=[])

    assert (told.max_steps, told.report_to) == (10, [])
