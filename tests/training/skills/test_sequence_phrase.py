"""Sentences out of a core, a time and features."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, that
from patchgen_training.skills.sequence_phrase import (
    Feature,
    When,
    long_clause,
    spoken_aside,
    widened,
)


def test_a_long_clause_ends_with_what_the_user_can_do() -> None:
    volume = Feature(("a volume slider",), ("[have] a volume slider",), ("change the volume",))

    texts = [
        long_clause(Draw(seed), "[play] a kick", When(("on bang",)), [volume], heard=True).text
        for seed in range(20)
    ]

    assert all("a kick on bang" in text and "change the volume" in text for text in texts)


def test_the_cause_may_stand_before_the_verb() -> None:
    when = When(("when a button is clicked",))

    texts = [
        long_clause(Draw(seed), "[play] a kick", when, [], heard=False).text for seed in range(20)
    ]

    assert any("when a button is clicked, plays a kick" in text for text in texts)
    assert any("plays a kick when a button is clicked" in text for text in texts)


def test_an_aside_keeps_the_wish_whole() -> None:
    texts = [spoken_aside(Draw(seed), "play a kick at 120 bpm").lower() for seed in range(20)]

    assert all("play a kick at 120 bpm" in text and len(text) > 22 for text in texts)


def test_widened_skills_keep_their_patch_and_gain_wordings() -> None:
    plain = Example(
        [that("plays a kick when a button is pressed")], "1 bng\n2 dac~ < 1\n", lambda seen: True
    )

    wide = widened({"kick": lambda draw: plain})["kick"](Draw(1))

    assert wide.patch == plain.patch
    assert len(wide.wordings) > len(plain.wordings)
