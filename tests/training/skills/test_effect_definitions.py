"""Effects asked for by what they do."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.effect_definitions import DEFINITIONS, EFFECTS, SKILLS, its


def test_a_definition_about_it_speaks_of_its_volume() -> None:
    text = "makes the volume of it go up and down"

    assert its(text) == "makes its volume go up and down"


def test_every_definition_belongs_to_an_effect_and_names_the_sound() -> None:
    lost = [name for name in DEFINITIONS if name not in EFFECTS]
    silent = [
        text
        for name, texts in DEFINITIONS.items()
        for text in texts
        if ("{s}" in text) == EFFECTS[name].sings
    ]

    assert (lost, silent) == ([], [])


def test_near_relatives_have_no_definition_in_common() -> None:
    seen = [text for texts in DEFINITIONS.values() for text in texts]

    assert len(seen) == len(set(seen))


def test_the_words_of_a_definition_have_no_places_left_open() -> None:
    texts = [
        wording.text
        for name in SKILLS
        for seed in range(3)
        for wording in SKILLS[name](Draw(seed)).wordings
    ]

    assert not [text for text in texts if "{" in text]
