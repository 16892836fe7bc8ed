"""The last check before a patch may reach anybody's Pd: what it could do beyond making music.

A .pd file is a script. The gate judges records, objects, and messages; it knows nothing of
whether the patch is any good, and does not rely on the rules that do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from patchgen.findings import Finding, Severity
from patchgen.lint.reach import Reach, far_reaches, reaches
from patchgen.lint.registry import SAFETY
from patchgen.lint.rule import Patch, View
from patchgen.objects.capabilities import ALLOWABLE, Capability
from patchgen.pd.model import Canvas

CAPABILITY = "gate-capability"
UNKNOWN = "gate-unknown"
DSP = "gate-dsp"

HINTS: dict[Capability, str] = {
    Capability.READ: "Allow the capability `read` if you want this.",
    Capability.FILE: "Allow the capability `file` if you want this.",
    Capability.NETWORK: "Allow the capability `network` if you want this.",
    Capability.CONTROL: "Such a patch could command or quit Pd.",
    Capability.DYNAMIC: "Such a patch could build anything after it is loaded.",
    Capability.CODE: "Such a patch could load any program.",
    Capability.EXEC: "Such a patch could start any program.",
}


FAR = "Files are only opened in the patch's own folder."


@dataclass(frozen=True, slots=True)
class Policy:
    """What a patch may do."""

    allowed: frozenset[Capability] = frozenset({Capability.NONE, Capability.AUDIO, Capability.MIDI})
    allows_unknown: bool = False
    """Whether objects may occur that vanilla Pd does not bring along."""
    allows_dsp: bool = False
    """Whether the patch may switch sound on or off."""

    def allows(self, capability: Capability) -> bool:
        """Whether a patch may reach this; whoever may write files may read them."""
        is_read = capability is Capability.READ and Capability.FILE in self.allowed
        return is_read or capability in self.allowed

    @property
    def allows_files(self) -> bool:
        """Whether a patch may open files at all."""
        return self.allows(Capability.READ)


MUSIC = Policy()
"""Sound and MIDI, nothing else: the policy for whatever a model wrote."""


def policy_of(allow: Collection[Capability], deny: Collection[Capability]) -> Policy:
    """Sound and MIDI and what a user allows, without what the user denies."""
    assert ALLOWABLE.issuperset(allow)
    return Policy(allowed=MUSIC.allowed.union(allow).difference(deny))


def gate(canvas: Canvas, policy: Policy = MUSIC) -> tuple[Finding, ...]:
    """Why the patch must not be handed out; nothing where it may."""
    return tuple(refusals(Patch(canvas), policy))


def capabilities(canvas: Canvas) -> frozenset[Capability]:
    """Everything the patch reaches beyond itself, for the report that goes with it."""
    found = {reach.capability for view in Patch(canvas).views for reach in reaches(view)}
    return frozenset(found - {Capability.NONE})


def refusals(patch: Patch, policy: Policy) -> Iterator[Finding]:
    """Each reason, canvas by canvas."""
    for view in patch.views:
        for rule in SAFETY.values():
            yield from rule.check(view)
        far = far_reaches(view) if policy.allows_files else ()
        for reach in (*reaches(view), *far):
            finding = refusal(view, reach, policy)
            if finding is not None:
                yield finding


def refusal(view: View, reach: Reach, policy: Policy) -> Finding | None:
    """The finding for one thing the patch reaches, or None where the policy allows it."""
    place, error = view.place(reach.box), Severity.ERROR
    if reach.is_dsp:
        if policy.allows_dsp:
            return None
        return Finding(DSP, error, reach.why, place, hint="The user switches sound on.")
    if reach.is_unknown:
        if policy.allows_unknown:
            return None
        return Finding(UNKNOWN, error, reach.why, place, hint="Use objects that Pd brings along.")
    if policy.allows(reach.capability) and not reach.is_far:
        return None
    hint = FAR if reach.is_far else HINTS.get(reach.capability, "")
    return Finding(CAPABILITY, error, f"{reach.capability.value}: {reach.why}", place, hint=hint)
