"""Finds a model by its name in the catalog, by a file in the models folder, or by path."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from os.path import expanduser, isfile
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from patchgen.catalog import hub
from patchgen.catalog.card import Card, Model
from patchgen.errors import ModelBroken, ModelUnknown

CATALOG = Path(__file__).with_name("catalog.json")
DEFAULT = "patchgen-small"
STRANGE = "patchgen-v1"
"""The card whose prompt any model understands."""
MUSICAL = b"PIANO "
"""A token of models that write music, and of no others."""
MUSIC = Card(name="", description="", domain="music", output="beat", template=(), licence="unknown")
"""How any model of music is asked: it goes on from the first words of a text."""
HEAD = 4 << 20
"""Bytes of a file in which the names of control tokens stand: all of a large vocabulary."""


@cache
def cards() -> tuple[Card, ...]:
    """The cards of the catalog."""
    return TypeAdapter(tuple[Card, ...]).validate_json(CATALOG.read_bytes())


def card_named(name: str) -> Card | None:
    """The card of that name; None where the catalog has none."""
    return next((card for card in cards() if card.name == name), None)


def find(name: str, folder: Path) -> Model:
    """The model of that name. Raises ModelUnknown with the nearest name or what to do.

    A name is one of the catalog, that of a file in the models folder, a path, or `hf:...`.
    """
    if name.startswith(hub.PREFIX):
        return by_origin(name, folder)
    if name.endswith(".gguf") or "/" in name or name in (".", ".."):
        # Path.expanduser would raise RuntimeError for the home of somebody unknown.
        return by_path(Path(expanduser(name)))
    card = card_named(name)
    if card is not None:
        return by_card(card, folder)
    if isfile(folder / f"{name}.gguf"):
        return by_path(folder / f"{name}.gguf")
    raise unknown(name, folder)


def card_of(name: str, folder: Path) -> Card:
    """How the model of that name is prompted, wherever it runs. Raises ModelUnknown."""
    return card_named(name) or find(name, folder).card


def origin(name: str, folder: Path) -> hub.Origin:
    """Where the model of that name can be downloaded. Raises ModelUnknown."""
    if name.startswith(hub.PREFIX):
        return hub.origin(name.removeprefix(hub.PREFIX))
    card = card_named(name)
    if card is None:
        raise unknown(name, folder)
    if card.hub is None:
        raise ModelUnknown(
            f"the model {name!r} is not downloaded", hint="It is a part of PatchGen itself."
        )
    return hub.origin(card.hub, card.sha256)


def known(folder: Path) -> list[str]:
    """Names of the catalog, of the files in the models folder, and of what was downloaded."""
    files = sorted(path.stem for path in folder.glob("*.gguf")) if folder.is_dir() else []
    return [*sorted({*(card.name for card in cards()), *files}), *hub.names(folder)]


def unknown(name: str, folder: Path) -> ModelUnknown:
    """The error for a name that nobody knows."""
    near = get_close_matches(name, known(folder), n=1)
    guess = f"Did you mean {near[0]!r}? " if near else ""
    return ModelUnknown(f"no model named {name!r}", hint=f"{guess}See `patchgen models`.")


def missing(name: str, more: str = "") -> ModelUnknown:
    """The error for a model that could be downloaded."""
    return ModelUnknown(
        f"the model {name!r} is not on this machine",
        hint=f"Download it: `patchgen models pull {name}`.{more}",
    )


def by_card(card: Card, folder: Path) -> Model:
    """A model of the catalog: bundled, put into the models folder by hand, or downloaded."""
    path = CATALOG.parent / card.file if card.file else folder / f"{card.name}.gguf"
    if isfile(path):
        return Model(card=card, path=path)
    if card.hub is None:
        raise ModelUnknown(
            f"the model {card.name!r} is not on this machine",
            hint="Install PatchGen again: its bundled model is missing.",
        )
    found = hub.origin(card.hub).path(folder)
    if found is None:
        raise missing(card.name, f" It comes from {card.hub}.")
    return Model(card=card, path=found)


def by_origin(name: str, folder: Path) -> Model:
    """A downloaded model. One of a repository in the catalog is prompted as the card there says."""
    wanted = hub.origin(name.removeprefix(hub.PREFIX))
    path = wanted.path(folder)
    if path is None:
        raise missing(name)
    for card in cards():
        if card.hub is not None and hub.origin(card.hub).repository == wanted.repository:
            return Model(card=card, path=path)
    return by_path(path)


def by_path(path: Path) -> Model:
    """A GGUF file, or a folder that holds one. A card beside it says how to prompt it.

    Without a card one with PatchGen's own control tokens writes notation, one whose tokens are
    words of music writes music, and any other model `.pd`.
    """
    if path.is_dir():
        path = only_file(path)
    if not isfile(path):
        raise ModelUnknown(f"no model file {str(path)!r}", hint="Give the path of a .gguf file.")
    beside = path.with_suffix(".json")
    if isfile(beside):
        return Model(card=read_card(beside), path=path)
    head = head_of(path)
    if MUSICAL in head:
        return Model(card=MUSIC.model_copy(update={"name": path.stem}), path=path)
    is_strange = b"tokenizer.ggml.tokens" in head and b"<|prompt|>" not in head
    like = next(card for card in cards() if card.name == (STRANGE if is_strange else DEFAULT))
    own: dict[str, str | None] = dict.fromkeys(("file", "hub", "sha256", "calibration"))
    own |= {"name": path.stem, "description": "", "licence": "unknown"}
    return Model(card=like.model_copy(update=own), path=path)


def only_file(folder: Path) -> Path:
    """The one GGUF file in a folder. Raises ModelUnknown where there are none or several."""
    files = sorted(folder.glob("*.gguf"))
    if len(files) == 1:
        return files[0]
    found = f"{len(files)} .gguf files" if files else "no .gguf file"
    names = ", ".join(file.name for file in files)
    raise ModelUnknown(
        f"{folder} holds {found}",
        hint=f"Name one: {names}" if files else "Give the path of a .gguf file.",
    )


def head_of(path: Path) -> bytes:
    """The beginning of a file, where the names of its tokens stand; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def read_card(path: Path) -> Card:
    """A card from its file. Raises ModelBroken."""
    try:
        return Card.model_validate_json(path.read_bytes())
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in problem["loc"])
        said = f"{place}: {problem['msg']}" if place else problem["msg"]
    except OSError as error:
        said = error.strerror or str(error)
    raise ModelBroken(
        f"the model card {path} cannot be used: {said}",
        hint="Correct it, or take it away: the model then gets the usual prompt.",
    )
