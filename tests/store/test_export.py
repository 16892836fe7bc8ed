"""Training data from the history."""

from __future__ import annotations

from patchgen.store.export import instructions, preferences
from patchgen.store.history import History

from .conftest import DONE, FAILED, done


def test_patches_become_pairs_with_their_prompts(history: History) -> None:
    for entry in (DONE, FAILED, done(prompt="a drone", patch="drone"), done(kind="reproduce")):
        history.add(entry)

    rows = [(row["prompt"], row["patch"]) for row in instructions(history)]

    assert rows == [(DONE.prompt, DONE.patch), ("a drone", "drone")]


def test_of_a_choice_only_what_was_preferred_teaches(history: History) -> None:
    jobs = [history.add(done(patch=text)) for text in ("one", "two", "three")]
    history.offer(jobs)
    assert len([*instructions(history)]) == 3

    history.prefer(jobs[0], "B")

    assert [row["patch"] for row in instructions(history)] == ["two"]


def test_a_patch_that_was_corrected_teaches_as_the_player_left_it(history: History) -> None:
    jobs = [history.add(done(patch=text)) for text in ("one", "two")]
    history.correct(jobs[0], "mine", "lop~ added")

    taught = [(row["patch"], row["change"]) for row in instructions(history)]
    (pair,) = preferences(history)

    assert taught == [("mine", "lop~ added"), ("two", "")]
    assert (pair["prompt"], pair["chosen"], pair["rejected"]) == (DONE.prompt, "mine", "one")


def test_what_was_chosen_and_corrected_is_better_than_all(history: History) -> None:
    jobs = [history.add(done(patch=text)) for text in ("one", "two")]
    history.offer(jobs)
    history.prefer(jobs[0], "A")
    history.correct(jobs[0], "mine", "lop~ added")

    pairs = [(row["chosen"], row["rejected"]) for row in preferences(history)]

    assert pairs == [("mine", "two"), ("mine", "one")]
    assert [row["patch"] for row in instructions(history)] == ["mine"]


def test_choices_become_pairs_of_better_and_worse(history: History) -> None:
    jobs = [history.add(done(patch=text)) for text in ("one", "two", "three")]
    history.offer(jobs)
    history.prefer(jobs[0], "C")

    rows = [(row["prompt"], row["chosen"], row["rejected"]) for row in preferences(history)]

    assert rows == [(DONE.prompt, "three", "one"), (DONE.prompt, "three", "two")]
