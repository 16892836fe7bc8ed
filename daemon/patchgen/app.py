"""The composition root: settings become a pipeline; nobody below reads settings."""

from __future__ import annotations

import os
from pathlib import Path

from patchgen.catalog.card import Card
from patchgen.catalog.find import card_of, find
from patchgen.config import Settings, listed
from patchgen.domains.music.piece import holds_piece
from patchgen.domains.music.request import asks_for_music
from patchgen.engine.base import Sampling
from patchgen.engine.options import KEY_VARIABLE, LoadOptions, Server
from patchgen.engine.remote import RemoteEngine
from patchgen.engine.worker import WorkerEngine
from patchgen.errors import PatchgenError, PdMissing
from patchgen.headless.engine import find_pd
from patchgen.lint.gate import Policy, policy_of
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order

FOUNDATION = (
    "model", "models_folder", "output_folder", "pd", "n_ctx", "n_gpu_layers", "threads", "lora",
    "lora_scale", "remote_url", "remote_model", "remote_seconds", "remote_speaks",
    "allow", "deny",
)  # fmt: skip
"""Settings that a pipeline is made of; all others belong to single jobs."""


def build(settings: Settings) -> Pipeline:
    """A pipeline with the model loaded on first use. Raises ModelUnknown."""
    pd, folder, may = usable_pd(settings.pd), settings.output_folder, policy(settings)
    if settings.remote_url is not None:
        card = uncalibrated(card_of(settings.model, settings.models_folder))
        return Pipeline(RemoteEngine(server(settings)), card, pd, folder, may)
    model = find(settings.model, settings.models_folder)
    options = load_options(settings, model.path, model.lora)
    card = model.card if settings.lora is None else uncalibrated(model.card)
    return Pipeline(WorkerEngine(options), card, pd, folder, may)


def routed(settings: Settings, prompt: str, given: Path | None = None) -> Settings:
    """The settings with the model that writes what is asked for: music has its own.

    That one runs here, without what belongs to the other: a server, an adapter."""
    if not (asks_for_music(prompt) or (given is not None and holds_piece(given))):
        return settings
    model = settings.model if writes_music(settings) else settings.music_model
    return settings.model_copy(update={"model": model, "remote_url": None, "lora": None})


def writes_music(settings: Settings) -> bool:
    """Whether the model that is set for patches writes music."""
    try:
        return card_of(settings.model, settings.models_folder).domain == "music"
    except PatchgenError:
        return False


def policy(settings: Settings) -> Policy:
    """What a patch may reach, as these settings want it."""
    return policy_of(listed(settings.allow), listed(settings.deny))


def uncalibrated(card: Card) -> Card:
    """The card of a model that is not quite the measured one, or does not tell how sure it is."""
    return card.model_copy(update={"calibration": None})


def load_options(settings: Settings, path: Path, own_lora: Path | None) -> LoadOptions:
    """How a model is loaded. `own_lora` is the adapter of its card."""
    return LoadOptions(
        path,
        n_ctx=settings.n_ctx,
        n_gpu_layers=settings.n_gpu_layers,
        threads=settings.threads,
        lora=settings.lora or own_lora,
        lora_scale=settings.lora_scale,
    )


def server(settings: Settings) -> Server:
    """The server that these settings name."""
    assert settings.remote_url is not None
    return Server(
        settings.remote_url,
        model=settings.remote_model,
        key=os.environ.get(KEY_VARIABLE, ""),
        patience=settings.remote_seconds,
        speaks=settings.remote_speaks,
    )


def foundation(settings: Settings) -> tuple[object, ...]:
    """What must be the same for one pipeline to do for both: settings, and the model's files."""
    return (*(getattr(settings, name) for name in FOUNDATION), *file_versions(settings))


def file_versions(settings: Settings) -> tuple[object, ...]:
    """What tells the model's files from others that take their place."""
    try:
        model = find(settings.model, settings.models_folder)
    except PatchgenError:
        return ()
    files = (model.path, settings.lora or model.lora)
    return tuple(version(file) for file in files if file is not None)


def version(path: Path) -> object:
    """Path, time and size of a file; None where there is none."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return path, facts.st_mtime_ns, facts.st_size


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
