"""The composition root: settings become a pipeline; nobody below reads settings."""

from __future__ import annotations

from pathlib import Path

from patchgen.catalog.find import find
from patchgen.config import Settings
from patchgen.engine.base import Sampling
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine
from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order


def build(settings: Settings) -> Pipeline:
    """A pipeline with the model loaded on first use. Raises ModelUnknown."""
    model = find(settings.model, settings.models_folder)
    options = LoadOptions(
        model.path,
        n_ctx=settings.n_ctx,
        n_gpu_layers=settings.n_gpu_layers,
        threads=settings.threads,
    )
    return Pipeline(WorkerEngine(options), model, usable_pd(settings.pd), settings.output_folder)


def usable_pd(wanted: Path | None) -> Path | None:
    """The Pd to try patches in. None where none is installed; one asked for must exist."""
    try:
        return find_pd(wanted)
    except PdMissing:
        if wanted is not None:
            raise
        return None


def order(
    settings: Settings,
    prompt: str,
    seed: int,
    *,
    target: Path | None = None,
    given: Path | None = None,
) -> Order:
    """A job as these settings want it."""
    drawn = sampling(settings, seed)
    return Order(prompt, drawn, settings.candidates, target, given, settings.job_seconds)


def sampling(settings: Settings, seed: int) -> Sampling:
    """How tokens are drawn."""
    return Sampling(
        temperature=settings.temperature,
        top_k=settings.top_k,
        max_tokens=settings.max_tokens,
        seed=seed,
    )
