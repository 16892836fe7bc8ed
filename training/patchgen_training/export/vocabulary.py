"""A tokeniser as llama.cpp wants it: byte-level BPE, BPE as in SentencePiece, or whole words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gguf
from tokenizers import Tokenizer

from patchgen.errors import PatchgenError

NEVER_MERGED = -1e9
"""The score of a piece that no merge makes."""
BLANK = "\N{LOWER ONE EIGHTH BLOCK}"
"""How SentencePiece writes a blank."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the file says about tokens."""

    model: str
    """`gpt2` (byte-level BPE) or `llama` (SentencePiece)."""
    pre: str
    """llama.cpp's name for the way text is cut before merging."""
    tokens: tuple[str, ...]
    types: tuple[gguf.TokenType, ...]
    scores: tuple[float, ...] | None
    """The higher, the earlier two pieces are merged; SentencePiece only."""
    merges: tuple[str, ...]
    adds_begin: bool
    """Whether a text begins with BOS."""
    adds_blank: bool
    """Whether a blank is put before a text."""


def vocabulary(tokenizer: Tokenizer, size: int) -> Vocabulary:
    """The tokeniser's tokens, filled up to the `size` of the model's tables.

    Raises PatchgenError for a tokeniser that llama.cpp would read differently.
    """
    facts = json.loads(tokenizer.to_str())
    if facts["model"]["type"] == "WordLevel":
        return whole_words(facts, size)
    if facts["model"]["type"] != "BPE":
        raise unknown(f"a model of type {facts['model']['type']}")
    tokens, types = listed(facts, size)
    merges = tuple(" ".join(pair) for pair in facts["model"]["merges"])
    begins = begins_with_special(facts["post_processor"])
    if is_sentencepiece(facts):
        scores = tuple(merge_scores(facts["model"]["merges"], tokens))
        blank = puts_blank(facts)
        return Vocabulary("llama", "default", tokens, types, scores, (), begins, blank)
    pre = way_of_cutting(facts)
    return Vocabulary("gpt2", pre, tokens, types, None, merges, begins, adds_blank=False)


def whole_words(facts: dict[str, Any], size: int) -> Vocabulary:
    """Each word as an added token, which llama.cpp finds in a text before all else, longest first.

    So every word must end with a blank that stands nowhere else in it: then none is found within
    a longer one.
    """
    tokens, types = listed(facts, size)
    normal, added = gguf.TokenType.NORMAL, gguf.TokenType.USER_DEFINED
    words = [token for token, kind in zip(tokens, types, strict=True) if kind is normal]
    if any(word.find(" ") != len(word) - 1 for word in words):
        raise unknown("words without a blank at their end")
    types = tuple(added if kind is normal else kind for kind in types)
    # One merge that never happens: llama.cpp refuses a file that lists none.
    begins = begins_with_special(facts["post_processor"])
    return Vocabulary("gpt2", "gpt-2", tokens, types, None, ("a b",), begins, adds_blank=False)


def unknown(what: str) -> PatchgenError:
    """The error for a tokeniser that has no like in llama.cpp."""
    return PatchgenError(
        f"llama.cpp has no such tokeniser: {what}",
        hint="Export a model with the tokeniser of Mistral, Llama 3, GPT-2, or of this project.",
    )


def listed(facts: dict[str, Any], size: int) -> tuple[tuple[str, ...], tuple[gguf.TokenType, ...]]:
    """All tokens by number, and what kind each is."""
    numbers: dict[str, int] = dict(facts["model"]["vocab"])
    added = {item["content"]: item for item in facts["added_tokens"]}
    numbers |= {name: item["id"] for name, item in added.items()}
    by_number = {number: name for name, number in numbers.items()}
    if max(by_number) >= size:
        raise PatchgenError(
            f"the tokeniser has {max(by_number) + 1} tokens, the model {size}",
            hint="Export with the tokeniser that the model was trained with.",
        )
    tokens = tuple(by_number.get(number, f"[PAD{number}]") for number in range(size))
    has_bytes = facts["model"].get("byte_fallback", False)
    kinds = (kind(name, added.get(name), has_bytes=has_bytes) for name in tokens)
    types = (k if n in by_number else gguf.TokenType.UNUSED for n, k in enumerate(kinds))
    return tokens, tuple(types)


def kind(name: str, added: dict[str, Any] | None, *, has_bytes: bool) -> gguf.TokenType:
    """What a token is to llama.cpp."""
    if name == "<unk>" and has_bytes:
        return gguf.TokenType.UNKNOWN
    if added is not None:
        return gguf.TokenType.CONTROL if added["special"] else gguf.TokenType.USER_DEFINED
    if has_bytes and len(name) == 6 and name.startswith("<0x") and name.endswith(">"):
        return gguf.TokenType.BYTE
    return gguf.TokenType.NORMAL


def parts(step: dict[str, Any] | None, name: str) -> list[dict[str, Any]]:
    """The steps of a sequence, or the one step, or none."""
    if step is None:
        return []
    return list(step[name]) if step["type"] == "Sequence" else [step]


def is_sentencepiece(facts: dict[str, Any]) -> bool:
    """Whether blanks are letters and unknown letters fall apart into bytes."""
    return bool(facts["model"].get("byte_fallback")) and (
        any(step["type"] == "Metaspace" for step in cuts(facts))
        or any(step.get("content") == BLANK for step in parts(facts["normalizer"], "normalizers"))
    )


def cuts(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """How text is cut before merging."""
    return parts(facts["pre_tokenizer"], "pretokenizers")


def puts_blank(facts: dict[str, Any]) -> bool:
    """Whether a text that begins with a word gets a blank before it."""
    prepended = any(step["type"] == "Prepend" for step in parts(facts["normalizer"], "normalizers"))
    return prepended or any(step.get("prepend_scheme", "never") != "never" for step in cuts(facts))


def merge_scores(merges: list[list[str]], tokens: tuple[str, ...]) -> Iterator[float]:
    """A score for each token: the earlier the merge that makes it, the higher."""
    first: dict[str, float] = {}
    for rank, (left, right) in enumerate(merges):
        first.setdefault(left + right, -float(rank))
    for name in tokens:
        yield first.get(name, NEVER_MERGED)


def way_of_cutting(facts: dict[str, Any]) -> str:
    """llama.cpp's name for it."""
    steps = cuts(facts)
    kinds = [step["type"] for step in steps]
    if facts["normalizer"] is None and kinds and kinds[-1] == "ByteLevel":
        by_words = steps[-1].get("use_regex", True)
        if kinds == ["ByteLevel"] and by_words and not steps[0]["add_prefix_space"]:
            return "gpt-2"
        if kinds == ["Digits", "ByteLevel"] and by_words:
            return "smollm"
        if kinds == ["Split", "ByteLevel"] and facts["model"].get("ignore_merges"):
            return "llama-bpe"
    raise unknown(f"text is cut by {', '.join(kinds) or 'nothing'}")


def begins_with_special(step: dict[str, Any] | None) -> bool:
    """Whether the tokeniser puts BOS before a text."""
    for part in parts(step, "processors"):
        if part["type"] == "TemplateProcessing" and "SpecialToken" in part["single"][0]:
            return True
    return False


def add(writer: gguf.GGUFWriter, words: Vocabulary) -> None:
    """Writes everything about tokens but the numbers of the control tokens."""
    writer.add_tokenizer_model(words.model)
    writer.add_tokenizer_pre(words.pre)
    writer.add_token_list(words.tokens)
    writer.add_token_types(words.types)
    if words.scores is not None:
        writer.add_token_scores(words.scores)
    else:
        writer.add_token_merges(words.merges)
    writer.add_add_bos_token(words.adds_begin)
    writer.add_add_space_prefix(words.adds_blank)
