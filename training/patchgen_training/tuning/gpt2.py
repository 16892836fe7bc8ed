"""A GPT-2 as its recipe says: of drawn weights, or of those that are there."""

from __future__ import annotations

import torch
from tokenizers import Tokenizer
from transformers import GPT2Config, GPT2LMHeadModel, set_seed

from patchgen.errors import ConfigInvalid, ModelUnknown
from patchgen_training.recipe import GPT2
from patchgen_training.tokens.control import control


def model(recipe: GPT2, tokenizer: Tokenizer, start: str | None) -> GPT2LMHeadModel:
    """The model; `start` is a name on the Hub, or a folder.

    Raises ModelUnknown or ConfigInvalid.
    """
    made = drawn(recipe, tokenizer) if start is None else given(start)
    size, context = made.config.vocab_size, made.config.n_positions
    if tokenizer.get_vocab_size() > size or recipe.schedule.block > context:
        raise ConfigInvalid(
            f"the model has {size} tokens and a context of {context}; the recipe wants "
            f"{tokenizer.get_vocab_size()} and {recipe.schedule.block}",
            hint="Set tokens, shape and schedule.block so that they fit.",
        )
    return made


def drawn(recipe: GPT2, tokenizer: Tokenizer) -> GPT2LMHeadModel:
    """A model that knows nothing; the same seed gives the same."""
    shape = recipe.shape
    begin, end, pad = control(tokenizer)
    set_seed(recipe.schedule.seed)
    return GPT2LMHeadModel(
        GPT2Config(
            vocab_size=shape.vocabulary,
            n_positions=shape.context,
            n_embd=shape.width,
            n_layer=shape.layers,
            n_head=shape.heads,
            n_inner=shape.feed_forward,
            resid_pdrop=recipe.dropout,
            embd_pdrop=recipe.dropout,
            attn_pdrop=recipe.dropout,
            bos_token_id=begin,
            eos_token_id=end,
            pad_token_id=pad,
        )
    )


def given(start: str) -> GPT2LMHeadModel:
    """The model of that name."""
    try:
        return GPT2LMHeadModel.from_pretrained(start, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise ModelUnknown(
            f"no model to be had by the name {start!r}: {str(error).splitlines()[0]}",
            hint="Name a folder, or a model on the Hub while online; --set start=null draws one.",
        ) from error
