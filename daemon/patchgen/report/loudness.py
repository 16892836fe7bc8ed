"""Why a patch is too loud or clicks: what the linter says about it, and steps in a gain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from patchgen.findings import Finding, Severity
from patchgen.report.ears import Ears
from patchgen.report.firing import PLAYED
from patchgen.report.hands import upstream
from patchgen.report.net import Spot

LOUD = frozenset({"loud-output", "feedback-gain", "sound-at-start"})
"""Codes of the linter about sound that hurts."""

STEP = "gain-steps"

SMOOTHING = frozenset({"line", "line~", "vline~"})


def loudness(ears: Ears, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What may be too loud, and what clicks."""
    loud = tuple(finding for finding in findings if finding.code in LOUD)
    return loud + tuple(steps(ears))


def steps(ears: Ears) -> Iterator[Finding]:
    """Gains that a control sets without a ramp."""
    for spot in ears.named("*~"):
        for inlet in (0, 1):
            control = stepping(ears, spot, inlet)
            if control:
                said = ears.net.said(spot)
                yield Finding(
                    STEP, Severity.INFO, f"{control} sets {said} in steps, which clicks",
                    ears.place(spot), hint="Put [line~] between, fed by [$1 20(.",
                )  # fmt: skip


def stepping(ears: Ears, spot: Spot, inlet: int) -> str:
    """The control that sets a gain in steps; empty where a ramp or nothing does."""
    if ears.signals(spot, inlet):
        return ""
    for here in upstream(ears.net, spot, inlet):
        name = ears.net.known(here).name
        if name in SMOOTHING:
            return ""
        if name in PLAYED and name not in ("bng", "msg") and not ears.net.arriving.get(here):
            return ears.net.said(here)
    return ""
