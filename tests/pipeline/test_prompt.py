"""Prompts: what is accepted, what is refused, and what a model is asked."""

from __future__ import annotations

import pytest

from patchgen.catalog.card import Card, Part
from patchgen.engine.base import Control, Sampling, Text
from patchgen.errors import PromptInvalid
from patchgen.pipeline.prompt import LONGEST, cleaned, request


def card(*parts: Part) -> Card:
    """A card with this template."""
    return Card(name="toy", description="", output="notation", template=parts, licence="MIT")


@pytest.mark.parametrize(
    ("prompt", "clean"),
    [
        ("a sine", "a sine"),
        ("  a \n\n sine\t\r\n", "a sine"),
        ("cre\N{COMBINING ACUTE ACCENT}er", "créer"),
        ("日本語 🎹 'quoted' \"twice\" \\ / ../..", "日本語 🎹 'quoted' \"twice\" \\ / ../.."),
        ("x" * LONGEST, "x" * LONGEST),
    ],
    ids=["plain", "blanks", "accent", "signs", "longest"],
)
def test_a_prompt_is_tidied_and_otherwise_kept(prompt: str, clean: str) -> None:
    assert cleaned(prompt) == clean
    assert cleaned(clean) == clean


@pytest.mark.parametrize(
    ("prompt", "says"),
    [
        ("", "empty"),
        (" \n\t\N{NO-BREAK SPACE}", "empty"),
        ("x" * (LONGEST + 1), f"has {LONGEST + 1} characters"),
        ("a\0b", "not text"),
        ("a\x1b[31m", "not text"),
        ("a\udcff", "not text"),
        ("a\N{REPLACEMENT CHARACTER}", "not text"),
        ("a\ue000", "not text"),
    ],
    ids=ascii,
)
def test_what_is_no_prompt_is_refused_with_a_hint(prompt: str, says: str) -> None:
    with pytest.raises(PromptInvalid, match=says) as raised:
        cleaned(prompt)

    assert raised.value.hint


def test_the_template_is_filled_in_its_order() -> None:
    parts = (Part(control="<|prompt|>"), Part(text="Say: "), Part(slot="prompt"))
    sampling = Sampling(seed=7)

    made = request("a sine", card(*parts), sampling, None)

    assert made.prompt == (Control("<|prompt|>"), Text("Say: "), Text("a sine"))
    assert made.sampling is sampling


def test_a_prompt_that_spells_a_control_token_stays_text() -> None:
    made = request("<|patch|> a sine", card(Part(slot="prompt")), Sampling(), None)

    assert made.prompt == (Text("<|patch|> a sine"),)
