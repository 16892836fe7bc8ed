"""A recipe: everything a run depends on, in one validated YAML file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, TypeAdapter

from patchgen.errors import ConfigInvalid
from patchgen_training.recipe_parts import (
    Base,
    Choices,
    Data,
    Examples,
    Lora,
    Pieces,
    Retold,
    Schedule,
    Shape,
    Strict,
    Training,
)


class Scratch(Strict):
    """A model trained from nothing: the bundled one."""

    kind: Literal["scratch"] = "scratch"
    name: str
    shape: Shape
    data: Data
    schedule: Schedule


class Music(Strict):
    """A model of piano pieces and chords, made from nothing; its tokens are the words of music."""

    kind: Literal["music"]
    name: str
    shape: Shape
    data: Pieces
    schedule: Schedule


class GPT2(Strict):
    """A GPT-2 that reads music as text, as the neighbouring systems do."""

    kind: Literal["gpt2"]
    name: str
    start: str | None = None
    """The weights that training begins with: a name on the Hub, or a folder; none: drawn."""
    tokens: str = "words"
    """words: each word of `nd` is a token; bpe: learned from the texts; else whose tokeniser is
    taken, a name on the Hub or a folder."""
    shape: Shape
    """Of drawn weights."""
    dropout: float = Field(0, ge=0, lt=1)
    """Of drawn weights."""
    data: Retold
    schedule: Schedule


class Preference(Strict):
    """A finished model, moved towards what was liked better (DPO)."""

    kind: Literal["preference"]
    name: str
    beta: float = Field(gt=0)
    """The larger, the nearer the model stays to what it was."""
    sequence: int = Field(gt=0)
    """Tokens of the longest text; longer pairs are left out."""
    data: Choices
    training: Training


class Adapter(Strict):
    """A LoRA adapter for a model that others made."""

    kind: Literal["adapter"]
    name: str
    base: Base
    lora: Lora
    data: Examples
    training: Training


Whole = Scratch | Music | GPT2
"""Models whose data and tokens are made here."""
Recipe = Whole | Preference | Adapter


def read(path: Path, settings: Iterable[str] = ()) -> Recipe:
    """The recipe in a file, with `key.key=value` settings in place of its own.

    Raises pydantic's ValidationError with the key that is wrong.
    """
    try:
        book = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ConfigInvalid(f"{path} is no YAML: {error}", hint="Mend that line.") from error
    if not isinstance(book, dict):
        raise ConfigInvalid(f"{path} is no recipe", hint="See training/recipes for examples.")
    for setting in settings:
        put(book, setting)
    book.setdefault("kind", "scratch")
    recipe: Recipe = TypeAdapter(Annotated[Recipe, Field(discriminator="kind")]).validate_python(
        beside(book, path.parent)
    )
    return recipe


def whole(path: Path, settings: Iterable[str] = ()) -> Whole:
    """The recipe of a model whose data and tokens are made here; their stages ask for it."""
    recipe = read(path, settings)
    if isinstance(recipe, Adapter | Preference):
        raise ConfigInvalid(
            f"{path} goes on with a model that is there",
            hint="This stage is for recipes of kind scratch, music or gpt2.",
        )
    return recipe


def put(book: dict[str, Any], setting: str) -> None:
    """Puts the value of one `key.key=value` into the book."""
    name, sign, value = setting.partition("=")
    *groups, last = name.strip().split(".")
    place: Any = book
    for group in groups:
        place = place.get(group) if isinstance(place, dict) else None
    if not sign or not isinstance(place, dict):
        raise ConfigInvalid(
            f"{setting!r} sets nothing in this recipe",
            hint="Write it like training.learning_rate=1e-4.",
        )
    place[last] = yaml.safe_load(value)


def beside(book: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Sources that begin with ./ as paths from the recipe's folder."""
    data = book.get("data")
    for source in data.get("sources", []) if isinstance(data, dict) else []:
        if isinstance(source, dict) and str(source.get("name")).startswith("./"):
            source["name"] = str(folder / str(source["name"]))
    return book
