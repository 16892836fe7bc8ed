"""Muon for the weight matrices, AdamW for embeddings and norms, as one optimizer.

Muon: Jordan et al., "Muon: An optimizer for hidden layers in neural networks" (2024); torch has it.
"""

from __future__ import annotations

from typing import Any

from torch import nn
from torch.optim import AdamW, Muon, Optimizer

BETAS = (0.9, 0.98)


class MuonWithAdamW(Optimizer):
    """Steps both; a scheduler sees the groups of both.

    Muon's steps are scaled to the size of AdamW's, so that one learning rate serves both
    (Liu et al., "Muon is scalable for LLM training", 2025).
    """

    def __init__(self, model: nn.Module, rate: float, weight_decay: float) -> None:
        matrices, rest = split(model)
        muon = Muon(matrices, lr=rate, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw")
        adamw = AdamW(rest, lr=rate, weight_decay=weight_decay, betas=BETAS, fused=True)
        self.parts: tuple[Optimizer, Optimizer] = (muon, adamw)
        super().__init__([*matrices, *rest], {})
        self.share_groups()

    def share_groups(self) -> None:
        """Makes the groups of the parts one's own: a changed rate reaches them."""
        self.param_groups = [group for part in self.parts for group in part.param_groups]

    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """One step of each part."""
        for part in self.parts:
            part.step()

    def state_dict(self) -> dict[str, Any]:
        """What `load_state_dict` needs to go on."""
        return {"parts": [part.state_dict() for part in self.parts]}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Takes up an earlier state."""
        for part, state in zip(self.parts, state_dict["parts"], strict=True):
            part.load_state_dict(state)
        self.share_groups()


def split(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """The matrices of the layers, and all else: embeddings, output head, norms."""
    tables = {
        id(module.weight) for module in model.modules() if isinstance(module, nn.Embedding)
    } | {id(head.weight) for name, head in model.named_modules() if name.endswith("lm_head")}

    def is_matrix(parameter: nn.Parameter) -> bool:
        return parameter.ndim == 2 and id(parameter) not in tables

    parameters = list(model.parameters())
    return [p for p in parameters if is_matrix(p)], [p for p in parameters if not is_matrix(p)]
