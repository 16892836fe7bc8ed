"""Rows as token blocks of one length; the loss counts the answers only."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from patchgen_training.datasets.row import Row
from patchgen_training.tokens.train import ANSWER, BEGIN, END, PAD, control_id

IGNORED = -100
"""The label that torch's cross entropy passes over."""
Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Packed examples."""

    tokens: Ids
    """(blocks, length)"""
    labels: Ids
    """(blocks, length); IGNORED where a token is part of a prompt or padding."""


Encode = Callable[[Row, Tokenizer], tuple[list[int], list[int]]]
"""Tokens and labels of one example."""


def encode(row: Row, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Tokens and labels of one example. A row without a prompt begins with the answer."""
    ids = {name: control_id(tokenizer, name) for name in (BEGIN, ANSWER, END)}
    prompt = tokenizer.encode(row.prompt, add_special_tokens=False).ids
    before = [ids[BEGIN], *prompt, ids[ANSWER]]
    answer = [*tokenizer.encode(row.patch, add_special_tokens=False).ids, ids[END]]
    return before + answer, [IGNORED] * len(before) + answer


def pack(
    rows: Iterable[Row], tokenizer: Tokenizer, length: int, seed: int, encode: Encode = encode
) -> Blocks:
    """Rows in random order, fit into blocks and never cut; too long ones are left out."""
    examples = (encode(row, tokenizer) for row in rows)
    return blocks(examples, control_id(tokenizer, PAD), length, seed)


def blocks(
    given: Iterable[tuple[list[int], list[int]]], pad: int, length: int, seed: int
) -> Blocks:
    """Examples in random order, each with its own tokens in theirs."""
    examples = list(given)
    random.Random(seed).shuffle(examples)
    packed = list(filled(examples, length))
    tokens = np.full((len(packed), length), pad, dtype=np.int64)
    labels = np.full((len(packed), length), IGNORED, dtype=np.int64)
    for row, (ids, wanted) in enumerate(packed):
        tokens[row, : len(ids)] = ids
        labels[row, : len(wanted)] = wanted
    return Blocks(tokens, labels)


def filled(
    examples: Iterable[tuple[list[int], list[int]]], length: int, waiting: int = 16
) -> Iterator[tuple[list[int], list[int]]]:
    """Blocks of at most `length` tokens; `waiting` of them are open at a time."""
    bins: list[tuple[list[int], list[int]]] = []
    for ids, labels in examples:
        if len(ids) > length:
            continue
        fitting = [block for block in bins if len(block[0]) + len(ids) <= length]
        if fitting:
            tightest = max(fitting, key=lambda block: len(block[0]))
            tightest[0].extend(ids)
            tightest[1].extend(labels)
            continue
        bins.append((list(ids), list(labels)))
        if len(bins) > waiting:
            fullest = max(range(len(bins)), key=lambda place: len(bins[place][0]))
            yield bins.pop(fullest)
    yield from bins
