"""Muon moves the matrices, AdamW the rest, and both follow one schedule."""

from copy import deepcopy

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR
from transformers import LlamaConfig, LlamaForCausalLM

from patchgen_training.tuning.optimizer import MuonWithAdamW, split


def tiny() -> LlamaForCausalLM:
    """A model of two layers whose output head is its embedding table."""
    torch.manual_seed(3)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=32,
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            tie_word_embeddings=True,
        )
    )


def learn(model: nn.Module, optimizer: MuonWithAdamW) -> float:
    """One step on one sequence; returns the loss before it."""
    tokens = torch.arange(12)[None]
    loss: torch.Tensor = model(input_ids=tokens, labels=tokens).loss
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return float(loss.detach())


def test_embeddings_and_norms_are_left_to_adamw() -> None:
    model = tiny()

    matrices, rest = split(model)

    names = {id(parameter): name for name, parameter in model.named_parameters()}
    assert all("proj" in names[id(parameter)] for parameter in matrices)
    assert len(matrices) == 14
    assert {"model.embed_tokens.weight", "model.norm.weight"} <= {names[id(p)] for p in rest}


def test_every_weight_moves_and_the_loss_falls() -> None:
    model = tiny()
    before = {name: weight.detach().clone() for name, weight in model.named_parameters()}
    optimizer = MuonWithAdamW(model, 1e-2, 0.0)

    losses = [learn(model, optimizer) for _ in range(20)]

    assert losses[-1] < losses[0] / 2
    assert all(not torch.equal(before[name], w) for name, w in model.named_parameters())


def test_a_schedule_reaches_both_parts() -> None:
    optimizer = MuonWithAdamW(tiny(), 1e-2, 0.0)

    LambdaLR(optimizer, lambda step: 0.0)

    assert [g["lr"] for part in optimizer.parts for g in part.param_groups] == [0.0, 0.0]


def test_a_saved_state_goes_on_as_if_it_had_not_stopped() -> None:
    model = tiny()
    optimizer = MuonWithAdamW(model, 1e-2, 0.0)
    for _ in range(3):
        learn(model, optimizer)
    weights = {name: weight.clone() for name, weight in model.state_dict().items()}
    state = deepcopy(optimizer.state_dict())
    twin = tiny()
    twin.load_state_dict(weights)
    successor = MuonWithAdamW(twin, 1e-2, 0.0)

    successor.load_state_dict(state)

    assert learn(twin, successor) == learn(model, optimizer)
    assert learn(twin, successor) == learn(model, optimizer)
