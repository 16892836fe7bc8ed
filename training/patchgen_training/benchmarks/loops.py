"""Times three loops that write with the same model: llama.cpp's own, ours, ours constrained.

    python -m patchgen_training.benchmarks.loops MODEL.gguf ROUNDS < prompts

A process of its own, since llama.cpp and torch must not meet in one. Prints a line of JSON:
tokens per second of each loop in each round. All use one thread, one context and the same prompts;
reading the prompt is not timed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

import llama_cpp.llama_cpp as native

from patchgen.catalog.find import find
from patchgen.domains.registry import DOMAINS
from patchgen.engine.base import Request, Sampling
from patchgen.engine.decode import write_draft
from patchgen.engine.llama import LlamaModel
from patchgen.engine.options import LoadOptions
from patchgen.pipeline.prompt import request

TEMPERATURE = 0.3
MOST = 256
"""Tokens of one answer."""
Loop = Callable[[Request], tuple[int, float]]
"""Answers a request: tokens, and seconds."""


class Native:
    """A model as llama.cpp's examples run it: its own sampler, no look at the text."""

    def __init__(self, path: Path, encode: Callable[[Request], list[int]]) -> None:
        """Loads the model once more, with the settings that LlamaModel has found good."""
        self.encode = encode
        model = native.llama_model_default_params()
        model.use_extra_bufts = False
        self.model = native.llama_model_load_from_file(str(path).encode(), model)
        context = native.llama_context_default_params()
        context.n_ctx, context.n_threads, context.n_threads_batch = 1024, 1, 1
        context.flash_attn_type = 0
        self.context = native.llama_init_from_model(self.model, context)
        self.vocabulary = native.llama_model_get_vocab(self.model)
        self.sampler = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
        for part in (
            native.llama_sampler_init_temp(TEMPERATURE),
            native.llama_sampler_init_dist(0),
        ):
            native.llama_sampler_chain_add(self.sampler, part)

    def write(self, asked: Request) -> tuple[int, float]:
        """Samples until the model ends the text."""
        native.llama_memory_clear(native.llama_get_memory(self.context), True)
        self.read(self.encode(asked))
        started, count = perf_counter(), 0
        while count < MOST:
            token = native.llama_sampler_sample(self.sampler, self.context, -1)
            if native.llama_vocab_is_eog(self.vocabulary, token):
                break
            self.read([token])
            count += 1
        return count, perf_counter() - started

    def read(self, tokens: list[int]) -> None:
        """Reads tokens."""
        array = (native.llama_token * len(tokens))(*tokens)
        native.llama_decode(self.context, native.llama_batch_get_one(array, len(tokens)))


def ours(model: LlamaModel, is_constrained: bool, asked: Request) -> tuple[int, float]:
    """Our own loop; the prompt is read before the clock starts, and found in the cache."""
    factory = asked.constraint_factory if is_constrained else None
    tokens = model.encode(asked.prompt)
    model.begin(tokens, lambda: None)
    started = perf_counter()
    job = Request(asked.prompt, asked.sampling, factory)
    draft = write_draft(model, tokens, job, tick=lambda _: None)
    return draft.tokens, perf_counter() - started


def main() -> None:
    """Runs the loops in turns."""
    path, rounds = Path(sys.argv[1]), int(sys.argv[2])
    found = find(str(path), path.parent)
    sampling = Sampling(temperature=TEMPERATURE, max_tokens=MOST)
    form = DOMAINS[found.card.domain].forms[found.card.output]
    requests = [
        request(line.strip(), found.card, sampling, form.constraint)
        for line in sys.stdin
        if line.strip()
    ]
    model = LlamaModel(LoadOptions(path))
    loops: dict[str, Loop] = {
        "native": Native(path, lambda asked: model.encode(asked.prompt)).write,
        "free": partial(ours, model, False),
        "constrained": partial(ours, model, True),
    }
    rates: dict[str, list[float]] = {name: [] for name in loops}
    for _ in range(rounds):
        for name, loop in loops.items():
            answers = [loop(asked) for asked in requests]
            rates[name].append(sum(n for n, _ in answers) / sum(s for _, s in answers))
    sys.stdout.write(json.dumps(rates) + "\n")


if __name__ == "__main__":
    main()
