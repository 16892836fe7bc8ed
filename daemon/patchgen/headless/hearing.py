"""Judges a recorded sound: finite, not too loud, centred, and there at all."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from patchgen.findings import Finding, Severity
from patchgen.headless.observation import Observation

LOUDEST = 1.0
"""Sound cards clip beyond this sample value."""
LARGEST_OFFSET = 0.5
"""The mean of a channel; more of it only warms the loudspeaker."""
SOFTEST = 1e-4
"""A peak below this (-80 dB) counts as silence."""


def hear(observation: Observation) -> tuple[Finding, ...]:
    """The problems of the recorded sound; none for a patch without [dac~]."""
    return tuple(problems(observation)) if observation.audio else ()


def problems(observation: Observation) -> Iterator[Finding]:
    """Each problem as a finding. Only sound that is not finite is an error."""
    peak = observation.peak()
    if peak == inf:
        yield Finding(
            "sound-not-finite", Severity.ERROR, "the sound has infinite or undefined samples",
            hint="Look for a feedback that grows, or a division by zero.",
        )  # fmt: skip
        return
    if peak > LOUDEST:
        yield Finding(
            "sound-too-loud", Severity.WARNING, f"the sound reaches {peak:.3g}, 1 is full scale",
            hint="Put a [*~] with a smaller factor, or [clip~ -1 1], before [dac~].",
        )  # fmt: skip
    if peak < SOFTEST:
        yield Finding(
            "sound-silent", Severity.INFO, "no sound comes out by itself",
            hint="Something must be switched on first, or a volume starts at 0.",
        )  # fmt: skip
    for channel, samples in enumerate(observation.audio, start=1):
        offset = sum(samples) / len(samples) if samples else 0.0
        if abs(offset) > LARGEST_OFFSET:
            yield Finding(
                "sound-off-centre", Severity.WARNING,
                f"channel {channel} has a constant offset of {offset:.3g}",
                hint="Put [hip~ 5] before [dac~].",
            )  # fmt: skip
