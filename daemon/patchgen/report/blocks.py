"""Why one box gives no sound: its own reason, or the inlets through which nothing comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patchgen.report.answers import ANYTHING, may_be_other_than_zero
from patchgen.report.ears import Ears
from patchgen.report.hands import hands, stopped
from patchgen.report.level import Level
from patchgen.report.net import NAMED, Spot
from patchgen.report.players import empty, file_player, player
from patchgen.report.reason import Block, unset
from patchgen.report.sounding import is_table_filled
from patchgen.report.trouble import Trouble


def block(ears: Ears, spot: Spot) -> Block:
    """What is known about a box that gives no sound."""
    known = ears.net.known(spot)
    if known.trouble:
        return Block((ears.told(spot, "bad-arguments", known.trouble),))
    off = next((path for path in ears.rest.off if spot.canvas[: len(path)] == path), None)
    if off is not None:
        return Block((switched(ears, off),))
    rule = RULES.get(known.name)
    return passing(ears, spot) if rule is None else rule(ears, spot)


def switched(ears: Ears, path: tuple[int, ...]) -> Trouble:
    """A canvas whose [switch~] is off."""
    spots = (s for s in ears.named("switch~") if s.canvas == path)
    spot = next(spots)
    controls = hands(ears.used.firing, spot, 0) if path not in ears.used.off else ()
    said = f"[{ears.net.where(path)}]" if path else "the patch"
    metro = stopped(ears.rest.firing, spot, 0)
    more = f", since nothing starts {metro}" if metro else ""
    return ears.told(spot, "switch-off", more, box=said, controls=controls)


def passing(ears: Ears, spot: Spot) -> Block:
    """A box that passes on what it gets: the search goes on behind it."""
    fed = tuple(dict.fromkeys(link.inlet for link in ears.signals(spot)))
    if fed:
        return Block(inlets=fed)
    if ears.controls(spot, 0):
        is_enough = ears.used.inlet(spot, 0) > Level.NONE
        return Block((unset(ears, spot, 0, "constant-zero", is_enough=is_enough),))
    return Block((ears.told(spot, "unfed"),))


def operand(code: str) -> Callable[[Ears, Spot], Block]:
    """[*~] and [/~]: silent where either side is 0."""

    def rule(ears: Ears, spot: Spot) -> Block:
        silent = [side for side in (0, 1) if ears.rest.inlet(spot, side) is Level.NONE]
        follow = [side for side in silent or (0, 1) if ears.signals(spot, side)]
        troubles = []
        for side in silent:
            if side not in follow:
                is_enough = ears.used.inlet(spot, side) > Level.NONE
                is_bare = side == 0 and not ears.controls(spot, 0)
                made = ears.told(spot, "unfed") if is_bare else None
                troubles.append(made or unset(ears, spot, side, code, is_enough=is_enough))
        return Block(tuple(troubles), tuple(follow))

    return rule


def oscillator(ears: Ears, spot: Spot) -> Block:
    """Oscillators: stopped, or too slow to be heard."""
    if ears.signals(spot, 0) and ears.rest.inlet(spot, 0) is Level.NONE:
        return Block(inlets=(0,))
    reached = ears.rest.number(spot, 0)
    is_slow = ANYTHING not in reached and may_be_other_than_zero(reached)
    code = "frequency-low" if is_slow else "frequency-zero"
    if is_slow and not ears.controls(spot, 0):
        return Block((ears.told(spot, code),))
    used = ears.used.number(spot, 0)
    return Block((unset(ears, spot, 0, code, is_enough=ANYTHING in used or used != reached),))


def ramp(ears: Ears, spot: Spot) -> Block:
    """[line~] and [vline~]: never told where to go, or a ramp and no sound at all."""
    if may_be_other_than_zero(ears.rest.firing.reaching(spot, 0)):
        return Block((ears.told(spot, "constant"),))
    used = ears.used.firing.reaching(spot, 0)
    is_enough = may_be_other_than_zero(used)
    return Block((unset(ears, spot, 0, "ramp-unstarted", is_enough=is_enough),))


def constant(ears: Ears, spot: Spot) -> Block:
    """[sig~]: a number."""
    if ears.rest.inlet(spot, 0) > Level.NONE:
        return Block((ears.told(spot, "constant"),))
    is_enough = may_be_other_than_zero(ears.used.number(spot, 0))
    return Block((unset(ears, spot, 0, "constant-zero", is_enough=is_enough),))


def filtering(inlet: int) -> Callable[[Ears, Spot], Block]:
    """Filters that are closed while the inlet with the cutoff gets nothing."""

    def rule(ears: Ears, spot: Spot) -> Block:
        if ears.rest.inlet(spot, 0) < Level.SOUND:
            return passing(ears, spot)
        if ears.signals(spot, inlet):
            return Block(inlets=(inlet,))
        is_enough = ears.used.inlet(spot, inlet) > Level.NONE
        return Block((unset(ears, spot, inlet, "filter-closed", is_enough=is_enough),))

    return rule


def clipping(ears: Ears, spot: Spot) -> Block:
    """[clip~] without bounds."""
    if ears.rest.inlet(spot, 0) < Level.SOUND:
        return passing(ears, spot)
    return Block((ears.told(spot, "clip-closed"),))


def holding(ears: Ears, spot: Spot) -> Block:
    """[samphold~] that never takes a sample."""
    if ears.rest.inlet(spot, 0) < Level.SLOW:
        return passing(ears, spot)
    return Block((ears.told(spot, "hold-still"),))


def table(ears: Ears, spot: Spot) -> Block:
    """Readers of arrays: an empty one, or nothing that moves through it."""
    if not is_table_filled(ears.rest, spot):
        return Block((empty(ears, spot),))
    if ears.net.known(spot).name == "tabosc4~":
        return oscillator(ears, spot)
    if ears.signals(spot, 0):
        return Block(inlets=(0,))
    return Block((ears.told(spot, "index-still"),))


def microphone(ears: Ears, spot: Spot) -> Block:
    """[adc~], and the inlet of an abstraction: somebody has to play into it."""
    if ears.net.known(spot).name == "adc~":
        return Block((ears.told(spot, "microphone", controls=("connect a microphone",)),))
    if not spot.canvas:
        return Block()
    if ears.signals(spot):
        return Block(inlets=(0,))
    return Block((ears.told(spot, "inlet-unfed", f"[{ears.net.where(spot.canvas)}]"),))


PARTNERS = {
    "receive~": "[send~]", "catch~": "[throw~]", "tabreceive~": "[tabsend~]",
    "delread~": "[delwrite~]", "delread4~": "[delwrite~]",
}  # fmt: skip
"""Boxes that take a signal under a name, and what gives it."""


def named(ears: Ears, spot: Spot) -> Block:
    """Boxes that take a signal under a name."""
    if ears.is_named(spot):
        return Block(inlets=(NAMED,))
    return Block((ears.told(spot, "no-partner", PARTNERS[ears.net.known(spot).name]),))


RULES: Mapping[str, Callable[[Ears, Spot], Block]] = {
    **dict.fromkeys(PARTNERS, named),
    **dict.fromkeys(("osc~", "phasor~"), oscillator),
    **dict.fromkeys(("line~", "vline~"), ramp),
    **dict.fromkeys(("tabread~", "tabread4~", "tabosc4~"), table),
    **dict.fromkeys(("adc~", "inlet~"), microphone),
    "*~": operand("gain-zero"),
    "/~": operand("division-zero"),
    "sig~": constant,
    "lop~": filtering(1),
    "vcf~": filtering(1),
    "clip~": clipping,
    "samphold~": holding,
    "tabplay~": player,
    "readsf~": file_player,
}
"""Objects with reasons of their own."""
