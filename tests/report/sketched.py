"""Sketched patches as the report sees them."""

from __future__ import annotations

from lint.samples import canvas_of

from patchgen.lint.rule import Patch
from patchgen.report.ears import Ears
from patchgen.report.net import Net
from patchgen.report.silence import Sound, diagnose


def net_of(sample: str) -> Net:
    """A sketch as one net."""
    return Net(Patch(canvas_of(sample)))


def ears_of(sample: str) -> Ears:
    """A sketch, heard on paper."""
    return Ears(net_of(sample))


def sound_of(sample: str) -> Sound:
    """The diagnosis of a sketch."""
    return diagnose(ears_of(sample))


def codes_of(sample: str) -> list[str]:
    """The troubles of a sketch."""
    return [trouble.code for trouble in sound_of(sample).troubles]
