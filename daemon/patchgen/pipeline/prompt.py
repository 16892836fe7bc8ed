"""Accepts or refuses a prompt, and builds the request that a model's card asks for."""

from __future__ import annotations

import re
import unicodedata

from patchgen.catalog.card import Card
from patchgen.engine.base import ConstraintFactory, Control, Piece, Request, Sampling, Text
from patchgen.errors import PromptInvalid

LONGEST = 4000
"""Characters. Longer texts do not fit a model's context beside the answer."""
EXAMPLE = 'Try "Create a Pure Data patch that plays a 440 Hz sine with a volume slider".'


def cleaned(prompt: str) -> str:
    """The prompt with its white space in order. Raises PromptInvalid."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", prompt)).strip()
    if not text:
        raise PromptInvalid("the prompt is empty", hint=EXAMPLE)
    if len(text) > LONGEST:
        raise PromptInvalid(
            f"the prompt has {len(text)} characters",
            hint=f"Say it in at most {LONGEST}: one or two sentences work best.",
        )
    odd = next((c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn")), None)
    if odd is not None or "\N{REPLACEMENT CHARACTER}" in text:
        raise PromptInvalid("the prompt is not text", hint=f"It holds binary data. {EXAMPLE}")
    return text


def request(
    prompt: str,
    card: Card,
    sampling: Sampling,
    constraint: ConstraintFactory | None,
    beginning: str = "",
) -> Request:
    """The prompt in the model's own template; user text never becomes a control token."""
    pieces: list[Piece] = []
    for part in card.template:
        if part.control is not None:
            pieces.append(Control(part.control))
        else:
            pieces.append(Text(prompt if part.slot else part.text or ""))
    return Request(tuple(pieces), sampling, constraint, beginning)
