"""The tokeniser of texts whose words are known beforehand: each word with its blank is a token."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors

from patchgen.errors import ConfigInvalid
from patchgen_training.tokens.train import BEGIN, END, PAD

CONTROL = (BEGIN, END, PAD)


def tokeniser(words: Sequence[str], most: int) -> Tokenizer:
    """Control tokens, then the words in their order: a word keeps its number as others follow.

    Raises ConfigInvalid where the model has room for `most` tokens only.
    """
    pieces = [*CONTROL, *(f"{word} " for word in words)]
    if len(pieces) > most:
        raise ConfigInvalid(
            f"{len(pieces)} words do not fit into a vocabulary of {most}",
            hint="Give shape.vocabulary the next multiple of 64.",
        )
    numbers = {piece: number for number, piece in enumerate(pieces)}
    assert len(numbers) == len(pieces), "no word stands twice"
    made = Tokenizer(models.WordLevel(numbers, unk_token=PAD))
    made.pre_tokenizer = pre_tokenizers.Split(Regex(r"\S+ "), behavior="isolated")
    made.decoder = decoders.Fuse()
    made.add_special_tokens(list(CONTROL))
    made.post_processor = processors.TemplateProcessing(
        single=f"{BEGIN} $A", special_tokens=[(BEGIN, numbers[BEGIN])]
    )
    return made
