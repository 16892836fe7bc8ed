"""What the daemon and the worker process say to each other; each message is a value."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.engine.base import Draft, ModelFacts
from patchgen.errors import PatchgenError


@dataclass(frozen=True, slots=True)
class Generate:
    """To the worker: write a draft. Jobs are numbered upwards."""

    number: int
    request: bytes
    """A pickled Request: unpacking it imports the constraint's module, which may fail."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop the job of that number, and those before it."""

    number: int


@dataclass(frozen=True, slots=True)
class Ready:
    """From the worker, once: the model is loaded and has passed its self-test."""

    facts: ModelFacts


@dataclass(frozen=True, slots=True)
class Refused:
    """From the worker, instead of Ready: the model cannot be used; the process ends."""

    error: PatchgenError


@dataclass(frozen=True, slots=True)
class Progress:
    """From the worker: the job lives and has this many tokens."""

    number: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Finished:
    """From the worker: the draft of a job."""

    number: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class Failed:
    """From the worker: a job ended in an expected error."""

    number: int
    error: PatchgenError


@dataclass(frozen=True, slots=True)
class Crashed:
    """From the worker: a job hit a bug of ours; the worker goes on."""

    number: int
    trace: str


Order = Generate | Cancel
Report = Ready | Refused | Progress | Finished | Failed | Crashed
