"""Cards: the catalog's own, and what a card may hold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from patchgen.catalog.card import Card, Part
from patchgen.catalog.find import DEFAULT, cards
from patchgen.catalog.hub import origin

TEMPLATE = [{"slot": "prompt"}]
CARD = {"name": "mine", "description": "", "output": "pd", "template": TEMPLATE, "licence": "MIT"}


def test_every_card_of_the_catalog_says_where_its_model_is() -> None:
    for card in cards():
        assert (card.file is None) != (card.hub is None), card.name
        if card.hub is not None:
            assert origin(card.hub)


def test_every_card_of_a_model_for_patches_asks_for_the_prompt_once() -> None:
    # A model of music gets the beginning of its answer, and no prompt.
    for card in cards():
        asked = [part.slot for part in card.template].count("prompt")
        assert asked == (card.domain == "patch"), card.name


def test_names_in_the_catalog_are_different() -> None:
    names = [card.name for card in cards()]

    assert len(set(names)) == len(names)
    assert DEFAULT in names


@pytest.mark.parametrize(
    "change",
    [
        {"output": "json"},
        {"domain": "cooking"},
        {"colour": "red"},
        {"template": [{"slot": "name"}]},
        {"template": [{}]},
        {"template": [{"slot": "prompt", "text": "also"}]},
        {"licence": None},
    ],
    ids=str,
)
def test_a_card_with_a_mistake_is_refused(change: dict[str, object]) -> None:
    Card.model_validate(CARD)

    with pytest.raises(ValidationError):
        Card.model_validate({**CARD, **change})


@pytest.mark.parametrize("part", [{"control": "<|go|>"}, {"text": ""}, {"slot": "prompt"}], ids=str)
def test_a_part_is_one_of_three_things(part: dict[str, str]) -> None:
    assert Part.model_validate(part).model_dump(exclude_none=True) == part
