"""Examines a draft: reads it, mends it, holds it against the gate, and tries it in headless Pd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from patchgen.domains.base import Domain
from patchgen.engine.base import Draft
from patchgen.errors import MusicInvalid, NotationError, NothingAdded, ParseError, PdFailed
from patchgen.findings import Finding, Severity
from patchgen.headless.hearing import hear
from patchgen.headless.load import LoadReport, load
from patchgen.headless.probe import observe
from patchgen.lint.gate import MUSIC, Policy, gate
from patchgen.lint.registry import ABOUT_PLACES, REFUSED_CORDS
from patchgen.lint.runner import fix, lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Canvas
from patchgen.pd.write import write
from patchgen.pipeline.limit import limited
from patchgen.pipeline.task import Task

HEARD = 0.5
"""Seconds of sound that are rendered and judged."""
TOO_LOUD = "sound-too-loud"
NOTHING_ADDED = "nothing-added"
NOT_FOUND = "not-found"
MOST_COMPLAINTS = 3
"""Lines of Pd's console that are told; a patch may complain at every beat."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft after all checks."""

    draft: Draft
    canvas: Canvas | None = None
    """None where the draft is no patch at all."""
    findings: tuple[Finding, ...] = field(default=())
    missing: tuple[str, ...] = ()
    """Things that the prompt names and the patch lacks."""

    @property
    def errors(self) -> int:
        """How many findings keep the patch from Pd."""
        return sum(f.severity is Severity.ERROR and not f.fixed for f in self.findings)

    @property
    def is_good(self) -> bool:
        """Whether no other draft needs to be tried."""
        return self.canvas is not None and not self.errors and not self.missing

    @property
    def rank(self) -> tuple[bool, int, int, int, float]:
        """Less is better: errors, things missing, warnings, then how unsure the model was."""
        warnings = sum(f.severity is Severity.WARNING and not f.fixed for f in self.findings)
        doubt = -self.draft.mean_logprob
        return self.canvas is None, self.errors, len(self.missing), warnings, doubt


def examine(draft: Draft, task: Task, pd: Path | None, policy: Policy = MUSIC) -> Candidate:
    """All checks in order; a later one is made only where the earlier found no error."""
    try:
        canvas = task.read(draft.text)
    except (NotationError, ParseError, NothingAdded, MusicInvalid) as error:
        code = NOTHING_ADDED if isinstance(error, NothingAdded) else "unreadable"
        finding = Finding(code, Severity.ERROR, error.message, hint=error.hint)
        return Candidate(draft, None, (finding,))
    if not canvas.boxes:
        finding = Finding("unreadable", Severity.ERROR, "the answer is a patch without boxes")
        return Candidate(draft, None, (finding,))
    canvas, mended = fix(canvas, Scope(select=REFUSED_CORDS))
    # Gate and lint share the safety rules; what both say is told once.
    linted = lint(canvas, Scope(ignore=ABOUT_PLACES, is_strict=True))
    checked = dict.fromkeys((*gate(canvas, policy), *linted))
    findings = (*task.findings, *cut(draft), *mended, *checked)
    candidate = Candidate(draft, canvas, findings)
    if candidate.errors or pd is None:
        return candidate
    try:
        return tried(candidate, canvas, pd, task.arranged)
    except PdFailed as error:
        finding = Finding("pd-failed", Severity.ERROR, error.message, hint=error.hint)
        return Candidate(draft, canvas, (*findings, finding))


def compared(candidate: Candidate, prompt: str, domain: Domain) -> Candidate:
    """The candidate with a note for each thing that the prompt names and the patch lacks."""
    if candidate.canvas is None:
        return candidate
    missing = domain.missing(prompt, candidate.canvas)
    notes = tuple(
        Finding(NOT_FOUND, Severity.INFO, f"the prompt asks for {thing}; none is seen here")
        for thing in missing
    )
    told = tuple(finding for finding in candidate.findings if finding.code not in domain.usual)
    return replace(candidate, missing=missing, findings=(*told, *notes))


Arranged = Callable[[Canvas], Canvas]


def tried(candidate: Candidate, canvas: Canvas, pd: Path, arranged: Arranged) -> Candidate:
    """The candidate after a trial in headless Pd, with limiters where it was too loud."""
    findings = trial(arranged(canvas), pd)
    loud = [finding for finding in findings if finding.code == TOO_LOUD]
    if loud:
        canvas = limited(canvas)
        # What is handed out must be what was tried.
        findings = (*map(mended, loud), *trial(arranged(canvas), pd))
    return Candidate(candidate.draft, canvas, (*candidate.findings, *findings))


def trial(placed: Canvas, pd: Path) -> tuple[Finding, ...]:
    """What is wrong with the patch after loading and half a second of sound in headless Pd.

    It must be laid out, for Pd counts inlets by their places.
    """
    report = tuple(complaints(load(write(placed), pd)))
    if report:
        return report
    observation = observe(placed, seconds=HEARD, pd=pd)
    if not observation.is_finished:
        return (Finding("pd-complains", Severity.ERROR, "the patch makes Pd quit"),)
    said = observation.complaints[:MOST_COMPLAINTS]
    at_work = tuple(Finding("pd-complains", Severity.WARNING, f"Pd says: {line}") for line in said)
    return (*at_work, *hear(observation))


def complaints(report: LoadReport) -> list[Finding]:
    """What Pd said while loading, as findings."""
    lines = (
        *(f"Pd couldn't create [{text}]" for text in report.not_created),
        *(f"Pd refused the connection {text}" for text in report.failed_connections),
        *report.complaints,
    )
    return [Finding("pd-complains", Severity.ERROR, line) for line in lines]


def mended(finding: Finding) -> Finding:
    """A loudness finding once the limiter is in place."""
    return replace(
        finding, message=f"{finding.message}; [clip~] before [dac~] now limits it", fixed=True
    )


def cut(draft: Draft) -> tuple[Finding, ...]:
    """Tells when the model did not finish, whether or not its last words were dropped."""
    if draft.stop_reason == "end" and not draft.dropped:
        return ()
    end = "; its unfinished end was dropped" if draft.dropped else ""
    hint = "Raise max_tokens, or ask for less."
    return (Finding("unfinished", Severity.WARNING, f"the model did not finish{end}", hint=hint),)
