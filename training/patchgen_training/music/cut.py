"""Texts of the neighbouring systems as stretches that fit into the context, in their order.

A stretch begins anew where a bar or a note does, so none begins in the midst of a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from patchgen.music import psdv
from patchgen_training.datasets.row import Row
from patchgen_training.tokens.control import control
from patchgen_training.tuning.packing import IGNORED

WORD_PAIR = re.compile(r"(?:n\d+|sepxx) d\d+ (?:END )?")
FIRST = "START "


@dataclass(frozen=True, slots=True)
class Form:
    """How a text comes apart, and how some of its items in a row are a text."""

    items: Callable[[str], Sequence[str]]
    joined: Callable[[Sequence[str]], str]
    may_begin: Callable[[str], bool]
    """Whether an item means the same without those before it."""


def from_the_start(items: Sequence[str]) -> str:
    """Notes of `psdv`, the first one at 0 seconds."""
    score = psdv.decode("".join(items))
    first = score.notes[0].onset
    return psdv.encode(
        replace(score, notes=tuple(replace(note, onset=note.onset - first) for note in score.notes))
    )


FORMS = {
    "nd": Form(
        WORD_PAIR.findall, lambda items: FIRST + "".join(items), lambda item: item[0] == "n"
    ),
    "psdv": Form(re.compile(r" ?\S+").findall, from_the_start, lambda item: True),
    "sheet": Form(
        lambda text: [f" | {bar}" for bar in text.strip("| ").split(" | ")],
        lambda items: f"{''.join(items).strip()} |",
        lambda item: not item.startswith(" | %"),
    ),
}
"""By the name in a recipe."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a text."""

    text: str
    is_last: bool
    """Whether the piece ends with it."""


def stretches(text: str, form: Form, tokenizer: Tokenizer, most: int) -> Iterator[Stretch]:
    """A text as stretches of at most `most` tokens, one after the other."""
    items = form.items(text)
    # The head of `nd`, and what stands around a sheet.
    room = most - 2
    lengths = [len(one.ids) for one in tokenizer.encode_batch(items, add_special_tokens=False)]
    begun, used = 0, 0
    for place, length in enumerate(lengths):
        if used + length > room and place > begun:
            if stretch := told(items[begun:place], form):
                yield Stretch(stretch, is_last=False)
            begun, used = place, 0
        used += length
    if stretch := told(items[begun:], form):
        yield Stretch(stretch, is_last=True)


def told(items: Sequence[str], form: Form) -> str:
    """The items as a text, from the first that may begin one; empty where none may."""
    first = next((place for place, item in enumerate(items) if form.may_begin(item)), None)
    return "" if first is None else form.joined(items[first:])


def examples(
    rows: Iterator[Row], form: str, tokenizer: Tokenizer, most: int
) -> Iterator[tuple[list[int], list[int]]]:
    """Tokens and labels of all stretches; the end is learned where a piece ends."""
    begin, end, _ = control(tokenizer)
    for row in rows:
        for stretch in stretches(row.patch, FORMS[form], tokenizer, most - 2):
            ids = tokenizer.encode(stretch.text, add_special_tokens=False).ids
            ids = [*ids, end] if stretch.is_last else list(ids)
            yield [begin, *ids], [IGNORED, *ids]
