"""The four levels a signal can have, and what is asked about a box to find its level."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol

from patchgen.report.answers import Messages
from patchgen.report.firing import Firing
from patchgen.report.net import Net, Spot


class Level(IntEnum):
    """What a signal can be at most."""

    NONE = 0
    """All samples are 0."""
    STEADY = 1
    """A constant or a ramp: nothing to hear."""
    SLOW = 2
    """It moves, but below what ears can hear."""
    SOUND = 3


class Heard(Protocol):
    """What feeds each box, as far as it has been worked out."""

    net: Net
    firing: Firing
    filled: frozenset[str]
    """Arrays that hold anything."""
    is_played: bool
    """Whether somebody uses the controls and the microphone."""

    def inlet(self, spot: Spot, inlet: int) -> Level:
        """What arrives at an inlet: signals, or else the number that is set there."""
        ...

    def number(self, spot: Spot, inlet: int) -> Messages:
        """The numbers that an inlet may be set to."""
        ...

    def loudest(self, spot: Spot) -> Level:
        """The highest level at any inlet."""
        ...

    def source(self, spot: Spot) -> Level:
        """What comes over a name or a delay line."""
        ...
