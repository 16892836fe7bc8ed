"""Where the sound of a patch leaves it, and by which cords it gets there."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.lint.rule import View
from patchgen.pd.model import Connection

SINKS = ("dac~", "outlet~", "throw~", "send~", "writesf~")
"""Ways out for sound, the most usual first."""


@dataclass(frozen=True, slots=True)
class Way:
    """What sends to the same inlets of a box, as one stream of sound."""

    sources: tuple[tuple[int, int], ...]
    """Boxes and their outlets."""
    inlets: tuple[tuple[int, int], ...]
    """Boxes and their inlets."""


def outputs(things: Things) -> list[Thing]:
    """The boxes by which the sound leaves, of the first kind that gets any. Raises EditUnclear."""
    for name in SINKS:
        found = [t for t in things.all if t.name == name and signals_into(things.view(t), t.index)]
        if found:
            return [thing for thing in found if thing.path == found[0].path]
    raise EditUnclear(
        "the patch sends no sound anywhere", hint="Connect something to [dac~] first."
    )


def signals_into(view: View, index: int) -> list[Connection]:
    """The cords that bring sound to a box."""
    return [cord for cord in view.fed_by.get(index, ()) if view.is_signal(cord)]


def signals_from(view: View, index: int) -> list[Connection]:
    """The cords that take sound from a box."""
    return [cord for cord in view.feeds.get(index, ()) if view.is_signal(cord)]


def ways(cords: list[Connection]) -> list[Way]:
    """The cords as streams: what sends to the same inlets is one, and is treated together."""
    inlets: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cord in cords:
        inlets.setdefault((cord.source, cord.outlet), []).append((cord.sink, cord.inlet))
    streams: dict[tuple[tuple[int, int], ...], list[tuple[int, int]]] = {}
    for source, found in inlets.items():
        streams.setdefault(tuple(sorted(found)), []).append(source)
    return [Way(tuple(sources), found) for found, sources in streams.items()]
