"""A task of the benchmark, and the judgement of a patch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from patchgen.errors import PdFailed
from patchgen.pd.model import Canvas
from patchgen_training.evaluation.player import Check, Player


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody asks for, and how to see that it is done."""

    name: str
    tier: int
    """1: control, arithmetic, logic. 2: sound and time. 3: instruments, sequencers, effects."""
    prompt: str
    check: Check
    good: tuple[str, ...]
    """Notation of patches that do it, each in a way of its own."""
    bad: tuple[str, ...]
    """Notation of patches that nearly do."""
    microphone: float = 0.0
    """Pitch in Hz of the sine at the sound input; 0 is silence."""


def does_it(task: Task, canvas: Canvas, pd: Path) -> bool:
    """Whether the patch does what the task asks for; one without the wanted control does not."""
    try:
        return bool(task.check(Player(canvas, pd, task.microphone)))
    except (LookupError, PdFailed):
        return False
