"""Recipes are validated and say how to start them."""

from pathlib import Path

import pytest
from pydantic import ValidationError

import patchgen_training
from patchgen_training.recipe import Scratch, read

RECIPES = sorted((Path(patchgen_training.__file__).parent.parent / "recipes").glob("*.yaml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_is_valid_and_begins_with_its_command(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert isinstance(read(path), Scratch)
    assert first.startswith("#")
    assert path.name in first


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    text = RECIPES[0].read_text(encoding="utf-8") + "colour: blue\n"
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ValidationError, match="colour"):
        read(tmp_path / "odd.yaml")
