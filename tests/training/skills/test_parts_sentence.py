"""Sentences of many parts name every part, whatever their order."""

from __future__ import annotations

import pytest

from patchgen_training.skills.catalogue import skills
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.parts_clause import Head, Part, Words, said
from patchgen_training.skills.parts_sentence import tidy, wordings

NAMES = {
    "volume": ("volume",),
    "cutoff": ("cutoff",),
    "tempo": ("tempo", "speed"),
    "decay": ("decay",),
    "rate": ("rate", "speed"),
    "feedback": ("feedback",),
    "resonance": ("resonance", "Q"),
}
"""The label of a control, and words one of which must be in each of its requests."""


def a_part(name: str) -> Part:
    """A part whose forms all hold one word."""
    return Part(
        Words(
            (f"a {name} of {{t}}",),
            (f"the {name} is {{t}}",),
            (f"[use] a {name} of {{t}}",),
            (f"{name} {{t}}",),
        ),
        {"t": lambda: "200 ms"},
    )


def test_every_wording_names_every_part() -> None:
    head = Head(("[play] a tone",), ("a tone",))
    parts = [a_part(name) for name in ("attack", "decay", "release", "delay")]

    texts = [wording.text for seed in range(40) for wording in wordings(Draw(seed), head, parts)]

    assert all(name in text for text in texts for name in ("attack", "decay", "release", "delay"))
    assert all(text.count("200 ms") == 4 and "{" not in text and "[" not in text for text in texts)


def test_a_head_without_parts_is_a_sentence_too() -> None:
    head = Head(("[play] {w}",), ("{w}",), fills={"w": said(Draw(0), "a tone")})

    texts = [wording.text for seed in range(40) for wording in wordings(Draw(seed), head, [])]

    assert all("tone" in text for text in texts)


def test_articles_and_hedges_are_mended() -> None:
    assert (
        tidy("a 800 Hz tone , with a about 20 ms attack every about 2 s")
        == "an 800 Hz tone, with a 20 ms attack about every 2 s"
    )


@pytest.mark.parametrize("name", [name for name in skills() if name.startswith("parts_")])
def test_every_labelled_control_is_spoken_of(name: str) -> None:
    examples = [skills()[name](Draw(seed)) for seed in range(12)]

    for example in examples:
        for label, words in NAMES.items():
            if f'"{label}"' in example.patch:
                assert all(
                    any(word in wording.text for word in words) for wording in example.wordings
                ), label
