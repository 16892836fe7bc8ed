"""A recipe: everything a run depends on, in one validated YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """No unknown keys, no changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shape(Strict):
    """The size of a LLaMA model made from scratch."""

    width: int = Field(gt=0, multiple_of=32)
    layers: int = Field(gt=0)
    heads: int = Field(gt=0)
    feed_forward: int = Field(gt=0, multiple_of=32)
    context: int = Field(gt=0)
    """Tokens, prompt and answer together."""
    vocabulary: int = Field(gt=300)


class Data(Strict):
    """What a run learns from."""

    per_skill: int = Field(gt=0)
    """Patches drawn from each skill."""
    prompts: int = Field(gt=0)
    """At most this many prompts a patch."""
    seed: int
    held_out: float = Field(gt=0, lt=1)
    """Share of patch groups kept for validation."""
    real_repeats: int = Field(ge=0)
    """How often each patch of the corpus is seen for one pass over the synthetic ones."""
    core_times: int = Field(1, gt=0)
    """The skills that musicians ask for most get this many times as many patches."""


class Schedule(Strict):
    """How the weights are moved."""

    optimizer: Literal["adamw", "muon"] = "adamw"
    learning_rate: float = Field(gt=0)
    weight_decay: float = Field(ge=0)
    warmup_steps: int = Field(ge=0)
    decay_share: float = Field(gt=0, le=1)
    """The last share of the run, in which the learning rate falls to nothing."""
    batch: int = Field(gt=0)
    """Blocks a step."""
    block: int = Field(gt=0)
    """Tokens a block."""
    steps: int = Field(gt=0)
    save_every: int = Field(100, gt=0)
    """Steps between checkpoints."""
    seed: int


class Scratch(Strict):
    """A model trained from nothing: the bundled one."""

    name: str
    shape: Shape
    data: Data
    schedule: Schedule


def read(path: Path) -> Scratch:
    """The recipe in a file. Raises pydantic's ValidationError with the key that is wrong."""
    return Scratch.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
