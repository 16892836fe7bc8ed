"""The parts of recipes: shapes, what is learned, how weights are moved."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """No unknown keys, no changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shape(Strict):
    """The size of a model made from nothing."""

    width: int = Field(gt=0, multiple_of=32)
    layers: int = Field(gt=0)
    heads: int = Field(gt=0)
    feed_forward: int = Field(gt=0, multiple_of=32)
    context: int = Field(gt=0)
    """Tokens, prompt and answer together."""
    vocabulary: int = Field(gt=200)


class Data(Strict):
    """What a run learns from."""

    per_skill: int = Field(gt=0)
    """Patches drawn from each skill."""
    prompts: int = Field(gt=0)
    """At most this many prompts a patch."""
    seed: int
    held_out: float = Field(gt=0, lt=1)
    """Share of patch groups kept for validation."""
    real_repeats: int = Field(ge=0)
    """How often each patch of the corpus is seen for one pass over the synthetic ones."""
    core_times: int = Field(1, gt=0)
    """The skills that musicians ask for most get this many times as many patches."""


class Schedule(Strict):
    """How the weights are moved."""

    optimizer: Literal["adamw", "muon"] = "adamw"
    learning_rate: float = Field(gt=0)
    weight_decay: float = Field(ge=0)
    warmup_steps: int = Field(ge=0)
    decay_share: float = Field(gt=0, le=1)
    """The last share of the run, in which the learning rate falls to nothing."""
    decay: Literal["linear", "cosine"] = "linear"
    """How it falls."""
    beta2: float = Field(0.98, gt=0, lt=1)
    """AdamW's memory of squares."""
    batch: int = Field(gt=0)
    """Blocks on one device at a time."""
    accumulation: int = Field(1, gt=0)
    """Batches a step."""
    block: int = Field(gt=0)
    """Tokens a block."""
    steps: int = Field(gt=0)
    save_every: int = Field(100, gt=0)
    """Steps between checkpoints."""
    keeps: Literal["last", "best"] = "last"
    """best: the checkpoint with the lowest validation loss; then each one is validated."""
    seed: int


class Pieces(Strict):
    """What a model of music learns from."""

    passes: int = Field(gt=0)
    """How often each piece is written out, each time in another key and cut at other bars."""
    chord_share: float = Field(ge=0, lt=1)
    """Share of words in texts of chords."""
    plain_share: float = Field(ge=0, le=1)
    """Share of chord texts that tell each change once, a bar each, as one types them."""
    harmony_share: float = Field(ge=0, le=1)
    """Share of piano texts with chord words."""
    voice_share: float = Field(ge=0, le=1)
    """Share of songs whose sung line is played, too."""
    seed: int


class Retold(Strict):
    """What a model of a neighbouring system learns from: the same pieces and songs in its text."""

    form: Literal["nd", "psdv", "sheet"]
    """nd and psdv: piano pieces in the codec of that name; sheet: chords as people write them."""
    passes: int = Field(gt=0)
    """How often each piece is written out, each time in another key; 12 are all keys."""
    seed: int


class Choices(Strict):
    """Pairs of a better and a worse text."""

    text: Literal["music", "patch"]
    """What the model writes: words of music, or patches in notation for a request."""
    pairs: str
    """A table with the columns prompt, chosen and rejected, from `patchgen-train corpus
    preferences` or `patchgen-train music-pairs`."""
    held_out: float = Field(0, ge=0, lt=1)
    """Share of pairs kept for validation."""


class Fresh(Strict):
    """A Mistral with random weights, to try a run where no model is at hand."""

    width: int = Field(gt=0, multiple_of=256)
    """A multiple of what k-quantisation takes for a row."""
    layers: int = Field(gt=0)
    heads: int = Field(gt=0)
    key_heads: int = Field(gt=0)
    feed_forward: int = Field(gt=0, multiple_of=256)
    vocabulary: int = Field(gt=300)
    seed: int


class Base(Strict):
    """The model that an adapter is trained for."""

    model: str | Fresh
    """A name on the Hub, a folder, or the shape of a random model."""
    engine: Literal["transformers", "unsloth"] = "transformers"
    """unsloth needs a GPU; it trains the embeddings whole, whatever the adapter says."""
    four_bit: bool = True
    """NF4 with double quantisation."""
    storage: Literal["uint8", "bfloat16"] = "uint8"
    """How four-bit weights are held; FSDP can shard them as bfloat16 only."""
    sequence: int = Field(gt=0)
    """Tokens of the longest example."""


class Lora(Strict):
    """The adapter's size and places."""

    rank: int = Field(gt=0)
    alpha: int = Field(gt=0)
    dropout: float = Field(0, ge=0, lt=1)
    bias: Literal["none"] = "none"
    rank_stabilised: bool = False
    """Scale by alpha / sqrt(rank), not alpha / rank."""
    targets: tuple[str, ...] = Field(min_length=1)
    embeddings: Literal["lora", "whole"] = "lora"
    """How embed_tokens and lm_head are trained where they are targets."""
    seed: int


class Source(Strict):
    """A dataset and the names of its columns."""

    name: str
    """A name on the Hub, a file or a folder; ./ begins a path beside the recipe."""
    split: str = "train"
    columns: dict[str, str] = {}
    """Our name of a column (patch, instruction, prompt, output, completion): the dataset's."""
    revision: str | None = None
    """A commit on the Hub, so that the rows stay the same."""
    share: float = Field(1, gt=0)
    """How many of its rows are drawn; above 1, rows repeat."""


class Examples(Strict):
    """What an adapter learns from."""

    form: Literal["raw", "instruction", "pairs"]
    """raw: patches alone; instruction: with a request in Alpaca's words; pairs: columns prompt and
    completion as they are."""
    notation: bool = False
    """Patches in the daemon's notation instead of .pd text; what it cannot express is left out."""
    sources: tuple[Source, ...] = Field(min_length=1)
    instruction: str = ""
    """What stands above each request; empty: the row's own, or the original's."""
    distinct: bool = False
    """Leaves out repeated rows."""
    held_out: float = Field(0, ge=0, lt=1)
    """Share of distinct patches kept for validation."""
    seed: int


class Training(Strict):
    """How an adapter's weights are moved."""

    epochs: float = Field(gt=0)
    batch: int = Field(gt=0)
    """Examples on one device at a time."""
    accumulation: int = Field(1, gt=0)
    """Batches a step."""
    learning_rate: float = Field(gt=0)
    embedding_learning_rate: float | None = Field(None, gt=0)
    """Of embed_tokens and lm_head; none: the same."""
    warmup: float = Field(ge=0)
    """Steps; below 1, a share of all."""
    weight_decay: float = Field(ge=0)
    optimizer: Literal["adamw_8bit", "adamw_torch", "paged_adamw_8bit"] = "adamw_8bit"
    schedule: Literal["linear", "cosine", "constant_with_warmup"] = "linear"
    precision: Literal["auto", "bf16", "fp16", "fp32"] = "auto"
    """auto: bf16 where the device has it, else fp16."""
    checkpointing: bool = True
    """Computes activations twice to hold fewer: gradient checkpointing."""
    packing: bool = False
    """Several examples in one sequence, each blind to the others."""
    too_long: Literal["cut", "leave_out"] = "cut"
    """What becomes of an example that is longer than the sequence."""
    completion_only: bool = False
    """The loss counts the answers only."""
    log_every: int = Field(1, gt=0)
    save_every: int = Field(50, gt=0)
    """Steps between checkpoints, and between validations."""
    keep: int = Field(2, gt=0)
    """Checkpoints that stay on disk."""
    sample_every: int = Field(0, ge=0)
    """Steps between samples for the task metric; 0: none are drawn."""
    samples: int = Field(8, gt=0)
    sample_length: int = Field(512, gt=0)
    """Tokens of the longest sample."""
    report_to: tuple[Literal["tensorboard", "wandb"], ...] = ()
    seed: int
