"""A model card: where a model is, how its prompt is built, what it writes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator


class Part(BaseModel):
    """One part of a prompt template: exactly one of the three is set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    control: str | None = None
    """A control token by name."""
    text: str | None = None
    """Fixed text."""
    slot: Literal["prompt"] | None = None
    """What the user asked for."""

    @model_validator(mode="after")
    def is_one_thing(self) -> Part:
        """Refuses a part that is none of the three, or several."""
        if [self.control, self.text, self.slot].count(None) != 2:
            raise ValueError("set exactly one of control, text and slot")
        return self


class Calibration(BaseModel):
    """Turns how sure a model is of a draft into how often such drafts are right.

    Platt's scaling of the log-odds; `patchgen-train evaluate --calibrate` finds the numbers.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    offset: float
    slope: float


class Card(BaseModel):
    """What must be known of a model to use it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    description: str
    domain: Literal["patch", "music"] = "patch"
    output: Literal["notation", "pd", "beat"]
    """`beat`: a text of music."""
    template: tuple[Part, ...]
    licence: str
    file: str | None = None
    """A file beside the catalog (the bundled model)."""
    hub: str | None = None
    """`owner/repository/file` on the Hugging Face Hub; without a file: the only GGUF there."""
    sha256: str | None = None
    """Of the file, where it is known."""
    lora: str | None = None
    """A LoRA adapter (.gguf) that belongs over the model: a file beside the model's."""
    calibration: Calibration | None = None
    """None: nothing is said about how likely a patch is right."""


class Model(BaseModel):
    """A card together with the file on this machine."""

    model_config = ConfigDict(frozen=True)

    card: Card
    path: Path

    @property
    def lora(self) -> Path | None:
        """The adapter that the card names."""
        return self.path.parent / self.card.lora if self.card.lora else None
