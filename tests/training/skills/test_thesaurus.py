"""Prompts in other words still ask for the same patch."""

import re

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.thesaurus import SYNONYMS, groups, reworded


def variants(sentence: str, patch: str = "") -> set[str]:
    """What two hundred draws make of a sentence."""
    return {reworded(sentence, patch, Draw(seed)) for seed in range(200)}


def test_a_phrase_is_exchanged_for_one_of_its_group() -> None:
    sentence = "plays a beep when a button is clicked"

    made = variants(sentence)

    assert sentence in made
    assert any("is pressed" in text for text in made)
    assert any(text.startswith("plays a beep whenever a button") for text in made)


def test_words_that_the_patch_shows_stay() -> None:
    made = variants(
        "prints the answer to the console", "1 bang\n2 msg answer < 1\n3 print answer < 2\n"
    )

    assert all("the answer" in text for text in made)


def test_a_word_that_means_something_else_in_the_patch_does_not_come_in() -> None:
    made = variants("displays the result", '1 number "answer"\n')

    assert not any("answer" in text for text in made)


def test_parts_of_words_are_left_alone() -> None:
    made = variants("for tomorrow's lesson: the sawtooths of a square-wave pair")

    assert all("tomorrow's lesson: the sawtooths of a square-wave pair" in text for text in made)


def test_the_same_seed_says_it_the_same_way() -> None:
    sentence = "shows the result in a number box when I click the button"

    assert reworded(sentence, "", Draw(5)) == reworded(sentence, "", Draw(5))


def test_no_phrase_belongs_to_two_groups() -> None:
    phrases = [phrase for group in groups() for phrase in {text.lower() for text in group}]

    assert len(phrases) == len(set(phrases))
    assert all(re.search(r"\w|%", phrase) for phrase in SYNONYMS)
