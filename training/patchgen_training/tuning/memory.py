"""How much memory of a graphics card a recipe needs, computed from the shape of its base model.

On paper: what fragments, and what kernels keep for themselves, is in no formula.
"""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.errors import ModelUnknown
from patchgen_training.recipe import Adapter
from patchgen_training.recipe_parts import Fresh, Lora

FOUR_BITS = 0.5 + 1 / 64 + 4 / (64 * 256)
"""Bytes of a weight in NF4: its half byte, its share of the scales, and of the scales' scales."""
HALF, FULL = 2, 4
"""Bytes of a number in 16 and in 32 bits."""
MOMENTS = {"adamw_8bit": 2 + 8 / 256, "paged_adamw_8bit": 2 + 8 / 256, "adamw_torch": 8.0}
"""Bytes an optimizer keeps for each weight it moves."""
KEPT_WIDE, KEPT_FORWARD = 12, 8
"""Vectors of the model's width, and of the feed-forward width, that the backward pass of one layer
keeps for each token: inputs of norms and of each projection and of its adapter."""
LOGIT = HALF + FULL + FULL + HALF
"""Bytes for each logit: itself, in 32 bits for the loss, and both gradients."""
CONTEXT = 500_000_000
"""Bytes that CUDA and its libraries take before anything is loaded; about this on a T4."""
T4 = 15 * 2**30
"""Bytes of a T4 that programs can have; 1 of its 16 GiB goes to error correction."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes that decide."""

    layers: int
    width: int
    forward: int
    keys: int
    """Width of keys and of values."""
    vocabulary: int

    def projections(self) -> dict[str, tuple[int, int]]:
        """Inputs and outputs of each matrix of a layer."""
        wide, forward, keys = self.width, self.forward, self.keys
        return {
            "q_proj": (wide, wide),
            "k_proj": (wide, keys),
            "v_proj": (wide, keys),
            "o_proj": (wide, wide),
            "gate_proj": (wide, forward),
            "up_proj": (wide, forward),
            "down_proj": (forward, wide),
        }


SHAPES = {
    "mistral-7b-v0.3": Shape(32, 4096, 14336, 1024, 32768),
    "llama-3-8b": Shape(32, 4096, 14336, 1024, 128256),
}


def shape_of(base: str | Fresh) -> Shape:
    """The shape of a base model. Raises ModelUnknown for one that is not in the table."""
    if isinstance(base, Fresh):
        keys = base.width // base.heads * base.key_heads
        return Shape(base.layers, base.width, base.feed_forward, keys, base.vocabulary)
    for name, shape in SHAPES.items():
        if name in base.lower():
            return shape
    raise ModelUnknown(
        f"the shape of {base!r} is not known", hint=f"Known are {', '.join(SHAPES)}."
    )


def needed(recipe: Adapter) -> dict[str, float]:
    """Bytes by purpose; the sum is the peak."""
    shape, training = shape_of(recipe.base.model), recipe.training
    tokens = training.batch * recipe.base.sequence
    matrices = sum(inputs * outputs for inputs, outputs in shape.projections().values())
    table = shape.vocabulary * shape.width
    trained = adapter_size(shape, recipe.lora)
    layer = tokens * (KEPT_WIDE * shape.width + KEPT_FORWARD * shape.forward) * HALF
    held = shape.layers * (tokens * shape.width * HALF if training.checkpointing else layer)
    return {
        "matrices of the base": shape.layers
        * matrices
        * (FOUR_BITS if recipe.base.four_bit else HALF),
        "embedding and head": 2 * table * HALF,
        "adapter": trained * FULL,
        "gradients": trained * FULL,
        "optimizer": trained * MOMENTS[training.optimizer],
        "activations between layers": held,
        # The head is done before the first layer's backward pass begins: never both.
        "one layer, or all logits": max(layer, tokens * shape.vocabulary * LOGIT),
        "one matrix unpacked": shape.width * shape.forward * HALF,
        "CUDA": CONTEXT,
    }


def adapter_size(shape: Shape, lora: Lora) -> int:
    """Weights that are trained."""
    pairs = shape.projections()
    matrices = sum(lora.rank * sum(pairs[name]) for name in lora.targets if name in pairs)
    tables = len([name for name in lora.targets if name not in pairs])
    whole = shape.vocabulary * shape.width
    small = lora.rank * (shape.vocabulary + shape.width)
    return shape.layers * matrices + tables * (whole if lora.embeddings == "whole" else small)
