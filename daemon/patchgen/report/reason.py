"""A reason for silence at one box, and how an inlet that gets nothing is told."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.report.ears import Ears
from patchgen.report.hands import hands, stopped
from patchgen.report.net import Spot
from patchgen.report.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Block:
    """Reasons at a box, and inlets behind which the search goes on."""

    troubles: tuple[Trouble, ...] = ()
    inlets: tuple[int, ...] = ()


def unset(ears: Ears, spot: Spot, inlet: int, code: str, *, is_enough: bool = True) -> Trouble:
    """A trouble at a box whose inlet gets nothing, or only 0, until a player does something."""
    firing = ears.rest.firing
    controls = hands(ears.used.firing, spot, inlet) if is_enough else ()
    metro = stopped(firing, spot, inlet)
    if metro:
        more = f", since nothing starts {metro}"
    elif firing.reaching(spot, inlet):
        more = ", since that is what it gets"
    elif controls:
        more = f" until you {controls[0]}"
    elif ears.controls(spot, inlet):
        more = ", since nothing that leads to it is ever started"
    else:
        more = ", and no cord leads there"
    return ears.told(spot, code, more, controls=controls)
