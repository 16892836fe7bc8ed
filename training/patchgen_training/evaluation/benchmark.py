"""All tasks of the benchmark, in the order of their tiers."""

from __future__ import annotations

from patchgen_training.evaluation.task import Task
from patchgen_training.evaluation.tasks import (
    arithmetic,
    conversions,
    decisions,
    delays,
    effects,
    instruments,
    keyboard,
    messages,
    modulation,
    readme,
    rhythms,
    sequencers,
    shaping,
    sound,
    synthesizers,
    time,
)

TIERS = {
    0: "the readme's prompts",
    1: "control, arithmetic, logic",
    2: "sound and time",
    3: "instruments, sequencers, effects",
}

MODULES = (
    readme,
    arithmetic, conversions, decisions, messages,
    time, sound, shaping, modulation,
    sequencers, rhythms, keyboard, instruments, synthesizers, delays, effects,
)  # fmt: skip

TASKS: tuple[Task, ...] = tuple(task for module in MODULES for task in module.TASKS)
