"""Sentences about sounds and clocks name every control of their patch."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sound_words import Control, Request, command, said


def test_every_wording_names_both_controls() -> None:
    request = Request(
        ["plays {what}", "outputs {what} on both speakers"],
        ["{what}"],
        ["how can I hear {what}?"],
        [Control("cutoff", "number box"), Control("loudness", "slider")],
        values={"what": lambda: "white noise"},
    )

    wordings = [wording for seed in range(40) for wording in said(Draw(seed), request)]

    assert all("cutoff" in wording.text and "loudness" in wording.text for wording in wordings)
    assert all("{" not in wording.text for wording in wordings)


def test_time_of_the_click_is_in_every_wording_that_is_not_a_sentence_of_its_own() -> None:
    request = Request(["sends a bang {t} later"], when=["on a click"], values={"t": lambda: "2 s"})

    wordings = [wording for seed in range(20) for wording in said(Draw(seed), request)]

    assert all("on a click" in wording.text.lower() for wording in wordings)


def test_command_turns_verbs_behind_first_and_finally() -> None:
    clause = "counts to 5 and finally prints done"

    order = command(clause)

    assert order == "count to 5 and finally print done"
