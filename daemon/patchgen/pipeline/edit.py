"""An edit that an instruction says exactly: no model is asked, but every check is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from patchgen.domains.patch.edits.edit import edited
from patchgen.domains.patch.edits.merging import settled
from patchgen.errors import GenerationFailed, PdFailed
from patchgen.findings import Finding, Severity
from patchgen.lint.gate import MUSIC, Policy, gate
from patchgen.lint.registry import ABOUT_PLACES
from patchgen.lint.runner import lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Canvas
from patchgen.pipeline.examine import TOO_LOUD, mended, trial
from patchgen.pipeline.limit import limited
from patchgen.pipeline.provenance import with_edit

UNTRIED = "not-tried"
CHECKED = Scope(ignore=ABOUT_PLACES)


@dataclass(frozen=True, slots=True)
class Edit:
    """A patch after an edit."""

    canvas: Canvas
    findings: tuple[Finding, ...] = ()
    """What the checks say of it that they did not say before."""
    is_checked_in_pd: bool = False


def edit(canvas: Canvas, instruction: str, pd: Path | None, policy: Policy = MUSIC) -> Edit | None:
    """The patch as the instruction wants it; None for one that only a model can follow.

    Raises EditUnclear, and GenerationFailed where the patch would have a fault that it has not.
    """
    changed = edited(canvas, instruction)
    if changed is None or changed == canvas:
        return None if changed is None else Edit(canvas)
    found = examined(canvas, changed, pd, policy)
    return Edit(with_edit(found.canvas, instruction), found.findings, found.is_checked_in_pd)


def examined(before: Canvas, after: Canvas, pd: Path | None, policy: Policy) -> Edit:
    """The changed patch after all checks. What was wrong with it before is no reason to refuse."""
    refusals = gate(before, policy)
    fresh = new_ones(
        (*refusals, *lint(before, CHECKED)), (*gate(after, policy), *lint(after, CHECKED))
    )
    refuse(fresh)
    if pd is None:
        return Edit(after, fresh)
    if refusals:
        note = Finding(UNTRIED, Severity.INFO, f"not tried in Pd: {refusals[0].message}")
        return Edit(after, (*fresh, note))
    try:
        had, has = trial(before, pd), trial(after, pd)
        if TOO_LOUD in codes(has) and TOO_LOUD not in codes(had):
            loud = [mended(finding) for finding in has if finding.code == TOO_LOUD]
            after = settled(before, limited(after))
            has = (*loud, *trial(after, pd))
    except PdFailed as error:
        raise GenerationFailed(f"Pd fails on the edited patch: {error.message}") from error
    heard = new_ones(had, has)
    refuse(heard)
    return Edit(after, (*fresh, *heard), is_checked_in_pd=True)


def new_ones(had: tuple[Finding, ...], has: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that are not of before, each once: places and figures may have changed."""
    old = {(f.code, f.message) for f in had} | {
        (f.code, "") for f in had if f.code.startswith("sound-")
    }
    return tuple(
        finding
        for finding in dict.fromkeys(has)
        if not {(finding.code, finding.message), (finding.code, "")} & old
    )


def refuse(findings: tuple[Finding, ...]) -> None:
    """Raises GenerationFailed for the first error among them."""
    for finding in findings:
        if finding.severity is Severity.ERROR and not finding.fixed:
            raise GenerationFailed(
                f"the edited patch would be faulty: {finding.message}",
                hint=finding.hint or "Nothing was changed. Say it in other words.",
            )


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """What kinds of findings there are."""
    return {finding.code for finding in findings}
