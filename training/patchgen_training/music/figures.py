"""What is left to know in music: nats a word, bits a note, nats a chord, whoever tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from patchgen.music import beat
from patchgen.music.words import CHORDS, PIANO, VOCABULARY, WORDS, Kind
from patchgen_training.datasets import row
from patchgen_training.music import source
from patchgen_training.music.anchors import anchors
from patchgen_training.music.passes import keyed
from patchgen_training.music.progression import changes, progression
from patchgen_training.music.source import Song

NUMBERS = {word: number for number, word in enumerate(VOCABULARY)}
TOLD_FROM = 1
"""The first word says which kind of text it is, and is given."""


@dataclass(frozen=True, slots=True)
class Held:
    """Texts of one kind, held out, and what one counts in them."""

    texts: tuple[str, ...]
    items: int
    """Notes, or chords as they change."""

    @property
    def words(self) -> int:
        """All that must be told."""
        return sum(text.count(" ") - TOLD_FROM for text in self.texts)


def held_out(folder: Path, split: source.Split) -> dict[str, Held]:
    """The pieces of a split as they were written: `piano`, `chords`, and `changes` a bar each."""
    pieces, songs = list(source.pieces(folder, split)), list(source.songs(folder, split))
    return {
        "piano": Held(
            tuple(beat.encode(keyed(piece.score)) for piece in pieces),
            sum(len(piece.score.notes) for piece in pieces),
        ),
        "chords": told(songs, is_plain=False),
        "changes": told(songs, is_plain=True),
    }


def told(songs: Sequence[Song], *, is_plain: bool) -> Held:
    """Songs as texts; what our words cannot say is not counted."""
    pairs = [(progression(song, 0, is_plain=is_plain), len(changes(song))) for song in songs]
    kept = [(text, count) for text, count in pairs if text]
    return Held(tuple(text for text, _ in kept), sum(count for _, count in kept))


@dataclass(frozen=True, slots=True)
class Figure:
    """How much is left to know of the held-out texts of a kind."""

    kind: str
    teller: str
    nats: float
    held: Held

    @property
    def a_word(self) -> float:
        """Nats."""
        return self.nats / self.held.words

    @property
    def an_item(self) -> float:
        """Bits a note, or nats a chord."""
        return self.nats / self.held.items / (log(2) if self.kind == "piano" else 1)

    def facts(self) -> dict[str, Any]:
        """For a manifest."""
        unit = "bits_a_note" if self.kind == "piano" else "nats_a_chord"
        return {
            "kind": self.kind,
            "teller": self.teller,
            "texts": len(self.held.texts),
            "words": self.held.words,
            "items": self.held.items,
            "nats_a_word": round(self.a_word, 4),
            unit: round(self.an_item, 4),
        }


def by_ngrams(run: Path, valid: dict[str, Held], test: dict[str, Held]) -> list[Figure]:
    """The anchors: learned from the same texts as the model in `run`."""
    learned = [item.patch for item in row.read(run / "train.jsonl")]
    found = []
    for kind, first in (("piano", PIANO), ("chords", CHORDS)):
        train = [numbers(text) for text in learned if text.startswith(first)]
        tried, asked = ([numbers(text) for text in side[kind].texts] for side in (valid, test))
        told = anchors(train, tried, asked, len(VOCABULARY), TOLD_FROM)
        found += [Figure(kind, name, nats, test[kind]) for name, nats in told.items()]
    return found + by_ngrams_of_symbols(learned, valid, test)


def by_ngrams_of_symbols(
    learned: Sequence[str], valid: dict[str, Held], test: dict[str, Held]
) -> list[Figure]:
    """The anchors for changes alone: a symbol with its bass is one word, nothing else is one."""
    sides = [
        [symbols(text) for text in texts]
        for texts in (
            [text for text in learned if text.startswith(CHORDS)],
            valid["changes"].texts,
            test["changes"].texts,
        )
    ]
    names = sorted({name for side in sides for text in side for name in text})
    known = {name: number for number, name in enumerate(names)}
    train, tried, asked = [[[known[name] for name in text] for text in side] for side in sides]
    told = anchors(train, tried, asked, len(known), 0)
    return [Figure("changes", name, nats, test["changes"]) for name, nats in told.items()]


def by_model(run: Path, context: int, test: dict[str, Held]) -> list[Figure]:
    """The model that `run` made, in 32 bits."""
    import torch
    from transformers import LlamaForCausalLM

    from patchgen_training.music.surprise import surprises
    from patchgen_training.tokens import train as tokens

    model = LlamaForCausalLM.from_pretrained(run / "model", dtype=torch.float32)
    tokenizer = tokens.load(run / "tokenizer.json")
    return [
        Figure(kind, "model", sum(float(part.sum()) for part in told), held)
        for kind, held in test.items()
        for told in [surprises(model, tokenizer, held.texts, context)]
    ]


def numbers(text: str) -> list[int]:
    """The words of a text by their place in the vocabulary."""
    return [NUMBERS[word] for word in text.split()]


def symbols(text: str) -> list[str]:
    """The chord symbols of a text, none twice in a row."""
    found: list[str] = []
    for word in text.split():
        kind = WORDS[word].kind
        if kind is Kind.CHORD:
            found.append(word)
        elif kind is Kind.BASS:
            found[-1] += word
    return [name for place, name in enumerate(found) if place == 0 or name != found[place - 1]]
