"""Where a model runs: how it is loaded here, the safer ways where that crashes, or which server."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

SMALL_MODEL = 100_000_000
"""Bytes. A smaller model uses one thread: threads spin while they wait for each other, so that on
a busy machine two of them were measured four times slower than one, also on the prompt."""


KEY_VARIABLE = "PATCHGEN_API_KEY"
"""Where the key for a server is read from."""
PATIENCE = 120.0
"""Seconds; a large model may take long to read the prompt before its first word."""


Speaks = Literal["auto", "completions", "chat"]
"""How a server takes a prompt: as the beginning of a text, or as a message to answer."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """A model file and how much of the machine it may use."""

    path: Path
    n_ctx: int = 2048
    """Tokens of prompt and answer together; never more than the model was trained for."""
    n_gpu_layers: int | Literal["auto"] = "auto"
    """Layers for the graphics card; auto: all where llama.cpp was built for one, else none."""
    threads: int | None = None
    """Threads while writing; None: one for a small model, all cores for a large one."""
    batch_threads: int | None = None
    """Threads while reading the prompt; None: as above."""
    memory_map: bool = True
    """Whether the file is mapped into memory rather than read."""
    lora: Path | None = None
    """An adapter to lay over the model."""
    lora_scale: float = 1.0
    """How strongly it counts."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a model runs that is not on this machine."""

    url: str
    """As `http://HOST:8080/v1`: paths such as `/completions` are put behind it."""
    model: str = ""
    """Its name there; empty: the only one."""
    key: str = field(default="", repr=False)
    patience: float = PATIENCE
    """Seconds without a word until it counts as hung."""
    speaks: Speaks = "auto"
    """How it is asked; auto: for completions, and as a chat where it has none."""


def ladder(options: LoadOptions) -> tuple[LoadOptions, ...]:
    """The options as asked, then without the graphics card, then as plain as can be."""
    without_card = replace(options, n_gpu_layers=0)
    plain = replace(without_card, threads=1, batch_threads=1, memory_map=False)
    return tuple(dict.fromkeys((options, without_card, plain)))


def core_count() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def writing_threads(options: LoadOptions) -> int:
    """Threads for one token at a time."""
    return _fitting_threads(options) if options.threads is None else options.threads


def reading_threads(options: LoadOptions) -> int:
    """Threads for a stretch of prompt."""
    return _fitting_threads(options) if options.batch_threads is None else options.batch_threads


def _fitting_threads(options: LoadOptions) -> int:
    return 1 if options.path.stat().st_size < SMALL_MODEL else core_count()
