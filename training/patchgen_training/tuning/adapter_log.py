"""The log of a run: one JSON line for each thing that was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments


def append(path: Path, step: int, entry: dict[str, Any]) -> None:
    """Adds one line in one write, so that processes and kills cannot mix lines."""
    line = json.dumps({"step": step, **entry})
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


class LogWriter(TrainerCallback):
    """Writes what the trainer logs: loss, learning rate, validation loss."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """One line at the step; only the first process writes."""
        if state.is_world_process_zero and logs:
            append(self.path, state.global_step, logs)
