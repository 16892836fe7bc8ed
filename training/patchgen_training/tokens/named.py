"""Tokenisers that others made, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import Tokenizer

from patchgen.errors import ConfigInvalid, ModelUnknown

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase


def named(name: str, setting: str) -> PreTrainedTokenizerBase:
    """The tokeniser of a model on the Hub or in a folder, which must know how a text ends.

    `setting` is the key of the recipe that names it.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(name)
    except (OSError, ValueError) as error:
        raise ModelUnknown(
            f"no model to be had by the name {name!r}: {str(error).splitlines()[0]}",
            hint=f"Name a folder, or a model on the Hub while online: --set {setting}=FOLDER.",
        ) from error
    if tokenizer.eos_token_id is None:
        raise ConfigInvalid(f"{name} has no end of text", hint="Choose another base model.")
    return tokenizer


def backend(name: str) -> Tokenizer:
    """The same without what transformers adds. Raises ConfigInvalid where it has no such core."""
    found = getattr(named(name, "tokens"), "backend_tokenizer", None)
    if not isinstance(found, Tokenizer):
        raise ConfigInvalid(f"{name} has no tokenizer.json", hint="Name another model.")
    return found
