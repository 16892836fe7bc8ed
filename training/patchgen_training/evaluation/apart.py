"""Keeps the benchmark's prompts out of training data, also in another frame or spelling."""

from __future__ import annotations

import re
from functools import cache

from patchgen_training.evaluation.benchmark import TASKS

FRAME = frozenset(
    "a able an and be build can could create d data design for generate give how i in like make me "
    "need of patch pd please pls pure puredata purr something that the to want which with write "
    "you".split()
)
"""Words with which any request may begin."""
LONG = 7
"""From so many words on, a prompt may not stand inside another one either."""


def core(prompt: str) -> str:
    """What is asked for: words in lower case, without the frame around them and punctuation."""
    words = re.findall(r"[a-z]+|\d+(?:\.\d+)?|[~#*/+<>=-]", prompt.lower())
    while words and words[0] in FRAME:
        del words[0]
    while words and words[-1] in FRAME:
        del words[-1]
    return " ".join(words)


@cache
def held_out() -> frozenset[str]:
    """The cores of all prompts of the benchmark."""
    return frozenset(core(task.prompt) for task in TASKS)


def is_held_out(prompt: str) -> bool:
    """Whether the prompt asks for a task of the benchmark in its own words."""
    asked = core(prompt)
    if asked in held_out():
        return True
    return len(asked.split()) >= LONG and any(
        held in asked for held in held_out() if len(held.split()) >= LONG
    )
