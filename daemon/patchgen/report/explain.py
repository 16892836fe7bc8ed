"""Explains a patch: reads it, follows it, and puts what there is to say into one value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from patchgen.findings import Finding, Place
from patchgen.lint.gate import gate
from patchgen.lint.reach import reaches
from patchgen.lint.rule import Patch
from patchgen.lint.runner import lint
from patchgen.lint.scope import WHOLE, Scope
from patchgen.objects.capabilities import Capability
from patchgen.pd.model import Canvas
from patchgen.report import portrait
from patchgen.report.chains import Chain, Loop, chains, loops
from patchgen.report.ears import Ears
from patchgen.report.expand import expanded
from patchgen.report.loudness import loudness
from patchgen.report.measure import Measured, measured
from patchgen.report.naming import said
from patchgen.report.net import Net
from patchgen.report.outputs import Output, outputs
from patchgen.report.portrait import Control, ObjectUse, Port
from patchgen.report.silence import Sound, diagnose


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing that the patch can do beyond itself."""

    capability: Capability
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subpatch:
    """A canvas in the patch, so that places can be told by its name."""

    place: Place
    name: str
    """With those around it: `pd voice / pd filter`."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything there is to say about a patch."""

    name: str
    title: str
    """What the patch says about itself; empty where it says nothing."""
    is_abstraction: bool
    """Whether it has inlets or outlets and so is meant to be a box in other patches."""
    boxes: int
    """Without comments, in all canvases of the file."""
    canvases: int
    subpatches: tuple[Subpatch, ...]
    """All canvases but the patch itself, those of abstractions too."""
    ports: tuple[Port, ...]
    controls: tuple[Control, ...]
    outputs: tuple[Output, ...]
    signal_chains: tuple[Chain, ...]
    control_chains: tuple[Chain, ...]
    loops: tuple[Loop, ...]
    objects: tuple[ObjectUse, ...]
    unknown: tuple[str, ...]
    """Names of objects that vanilla Pd does not have and that are no files beside the patch."""
    reached: tuple[Reached, ...]
    refusals: tuple[Finding, ...]
    """What the gate for generated patches would say."""
    findings: tuple[Finding, ...]
    """What the linter finds."""
    sound: Sound
    loudness: tuple[Finding, ...]
    """What may be too loud, or clicks."""
    measured: Measured | None = None
    """What was heard in Pd, where it was asked."""


def explain(
    canvas: Canvas,
    scope: Scope = WHOLE,
    *,
    folder: Path | None = None,
    pd: Path | None = None,
) -> Explanation:
    """What a patch is and does, and why it is silent where it is.

    `folder` is where sound files are looked for, and with `pd` the patch is also listened to.
    Raises PdFailed then when Pd hangs or crashes on it.
    """
    whole = expanded(canvas, scope.lookup)
    net = Net(Patch(whole, replace(scope, lookup=None)), folder)
    ears = Ears(net)
    findings = lint(canvas, scope)
    made = described(canvas, net, ears, findings)
    heard = None if pd is None else measured(ears, whole, pd)
    return replace(made, name=scope.name, measured=heard)


def described(canvas: Canvas, net: Net, ears: Ears, findings: tuple[Finding, ...]) -> Explanation:
    """Everything that can be said without Pd."""
    boxes, canvases = portrait.counted(canvas)
    ports = portrait.ports(net)
    return Explanation(
        name="",
        title=portrait.title(canvas),
        is_abstraction=bool(ports),
        boxes=boxes,
        canvases=canvases,
        subpatches=tuple(Subpatch(Place(path), net.where(path)) for path in net.views if path),
        ports=ports,
        controls=portrait.controls(net, canvas),
        outputs=outputs(net),
        signal_chains=chains(net, is_signal=True),
        control_chains=chains(net, is_signal=False),
        loops=loops(net),
        objects=portrait.objects(net, canvas),
        unknown=unknown(net),
        reached=reached(net.patch),
        refusals=gate(canvas),
        findings=findings,
        sound=diagnose(ears),
        loudness=loudness(ears, findings),
    )


def unknown(net: Net) -> tuple[str, ...]:
    """Names of objects that nobody knows."""
    found = (net.known(spot) for spot in net.spots)
    return tuple(dict.fromkeys(known.name for known in found if known.is_unknown))


def reached(patch: Patch) -> tuple[Reached, ...]:
    """What the patch reaches beyond itself, with the boxes that do."""
    found: dict[Capability, dict[str, None]] = {}
    for view in patch.views:
        for reach in reaches(view):
            if reach.capability is not Capability.NONE:
                box = reach.box
                told = reach.why if box is None else said(view.boxes[box])
                found.setdefault(reach.capability, {})[told] = None
    order = list(Capability)
    ranked = sorted(found, key=order.index)
    return tuple(Reached(capability, tuple(found[capability])) for capability in ranked)
