"""How a prompt is put to a server: as a text that it continues, or as a message that it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from patchgen.engine.base import Control, Piece

CONTROL_NAME = re.compile(r"<(?=\|[^|>]*\|>|/?s>)")
"""Where the name of a control token begins: a server reads it as the token."""
FENCE = re.compile(r"\s*```[^\n]*\n?")
ENDING = re.compile(r"(?<=\n)`{1,2}$|(?<=\n)```.*", re.DOTALL)
"""The fence after a patch, or what may become it."""

Prompt = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """One of the two ways."""

    place: str
    """The path below the server's address."""
    fields: Callable[[Prompt, str], Mapping[str, object]]
    """What is sent: from a prompt and the answer so far."""
    joined: Callable[[str, str], str]
    """The answer so far, and what the server has written since."""
    goes_on: bool
    """Whether every such server goes on in the middle of its own answer."""


def text_fields(prompt: Prompt, answer: str) -> Mapping[str, object]:
    """The prompt as one text; in a user's words the names of control tokens are taken apart."""
    pieces = (
        piece.name if isinstance(piece, Control) else harmless(piece.text) for piece in prompt
    )
    return {"prompt": "".join(pieces) + answer}


def message_fields(prompt: Prompt, answer: str) -> Mapping[str, object]:
    """The prompt as a message, without control tokens: the server has a template of its own."""
    words = "".join(harmless(piece.text) for piece in prompt if not isinstance(piece, Control))
    asked = {"role": "user", "content": words.strip()}
    if not answer:
        return {"messages": [asked]}
    begun = {"role": "assistant", "content": answer}
    # What vLLM needs to go on from there; others begin anew or go on by themselves.
    going_on = {"add_generation_prompt": False, "continue_final_message": True}
    return {"messages": [asked, begun], **going_on}


def harmless(text: str) -> str:
    """A user's words without control tokens."""
    return CONTROL_NAME.sub("< ", text)


def continued(answer: str, more: str) -> str:
    """A text and its continuation."""
    return answer + more


def answered(answer: str, more: str) -> str:
    """A reply without fences; one that repeats what was there already counts once."""
    if "```".startswith(more.strip()):
        return answer
    more = ENDING.sub("", FENCE.sub("", more, count=1) if FENCE.match(more) else more.lstrip())
    if answer.startswith(more) or more.startswith(answer):
        return max(answer, more, key=len)
    return answer + more


COMPLETIONS = Manner("completions", text_fields, continued, goes_on=True)
CHAT = Manner("chat/completions", message_fields, answered, goes_on=False)
