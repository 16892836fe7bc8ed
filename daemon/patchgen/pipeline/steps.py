"""What goes into the pipeline and what comes out: an order, events on the way, a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from patchgen.engine.base import Sampling
from patchgen.findings import Finding


@dataclass(frozen=True, slots=True)
class Order:
    """One job."""

    prompt: str
    sampling: Sampling = field(default_factory=Sampling)
    candidates: int = 1
    """At most this many drafts; the first that passes every check ends the search."""
    target: Path | None = None
    """The file to write; None: a name made from the prompt, in the pipeline's folder."""
    spares: bool = field(default=False, kw_only=True)
    """Whether a file that has the target's name by then stays, and the patch gets the next one."""
    given: Path | None = None
    """A patch to continue; the prompt may then be empty. The file itself is never changed."""
    is_edit: bool = field(default=False, kw_only=True)
    """Whether the prompt is an instruction that changes the given patch."""
    seconds: float = 0.0
    """After so long the job is given up; 0: never."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """The model writes."""

    fraction: float
    """Tokens so far over the most it may write: 0 to 1."""
    tokens: int
    candidate: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class Checking:
    """A draft is linted and tried in headless Pd."""

    candidate: int


@dataclass(frozen=True, slots=True)
class Found:
    """What the checks have to say about the chosen draft."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A patch on disk and how it came about."""

    path: Path
    text: str
    """The file's content."""
    findings: tuple[Finding, ...]
    prompt: str
    seed: int
    model: str
    seconds: float
    tokens: int
    """Of all drafts."""
    candidates: int
    """Drafts that were made."""
    capabilities: tuple[str, ...]
    """What the patch can reach: audio, midi, ..."""
    is_checked_in_pd: bool
    logprob: float = 0.0
    """Natural logarithm of the probability that the model gave to the chosen draft."""
    confidence: float | None = None
    """How likely it does what was asked, 0 to 1; None for models that were not calibrated."""
    sha256: str = ""
    """Of the model's file."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Programs that had a part in it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One of several patches to choose from is written; another one follows."""

    result: Result


@dataclass(frozen=True, slots=True)
class Written:
    """The last event of every job that succeeds."""

    result: Result


Event = Drafting | Checking | Found | Offered | Written
