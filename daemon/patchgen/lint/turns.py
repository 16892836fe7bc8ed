"""Which boxes Pd serves in the order of the file, so that their order is a part of the patch.

As Pd 0.53 does it: abstractions and libraries are loaded, templates made, and [loadbang]s and GUI
boxes that send when the patch opens fire, first box first; a message to a name reaches the last
[receive] first; [random] and [noise~] get the next of a fixed series of seeds; of two arrays of
one name the first is found. Signals are computed from the boxes that no signal feeds, the last of
these first: it decides whether [delread~], [receive~] and the like hear this block or the one
before. In what order several signals at one inlet are added is left free: it changes the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from patchgen.lint.known import Known, known
from patchgen.lint.names import Family, Role
from patchgen.pd.model import Canvas, walk

LOADS = "loads a file"
FIRES = "fires when the patch opens"
TEMPLATE = "makes a template or fills one"
SEED = "draws a seed"
COMPUTES = "computes signals"
MEETS = "meets signals without cords, or tells when it has computed"

FIRING = frozenset({"loadbang", "initbang", "clone"})
TEMPLATES = frozenset({"struct", "scalar", "scalar define"})
SEEDED = frozenset({"random", "noise~", "array random"})
TELLING = frozenset({"bang~", "env~", "threshold~", "readsf~", "writesf~", "print~",
                     "sigmund~", "fiddle~", "bonk~", "pique"})  # fmt: skip
"""Objects that send messages of their own while signals are computed."""

INIT = {"bng": 2, "tgl": 1, "hsl": 5, "vsl": 5, "nbx": 5, "hradio": 2, "vradio": 2,
        "hdl": 2, "vdl": 2}  # fmt: skip
"""GUI boxes -> place of the value that says whether they send when the patch opens."""

BOUND = frozenset({"notein", "ctlin", "pgmin", "bendin", "touchin", "polytouchin", "midiin",
                   "sysexin", "midirealtimein", "key", "keyup", "keyname"})  # fmt: skip
"""Objects that all listen to one name of Pd's own."""

SHARED = frozenset({(Family.MESSAGE, Role.TAKES), (Family.ARRAY, Role.HOLDS),
                    (Family.TEXT, Role.HOLDS), (Family.DELAY, Role.GIVES),
                    (Family.BUS, Role.TAKES), (Family.SIGNAL, Role.GIVES)})  # fmt: skip
"""Uses of a name that Pd finds in the order of the file, where several boxes share it."""

SIGNALS = frozenset({Family.SIGNAL, Family.BUS, Family.DELAY})

Path = tuple[int, ...]
"""Indices of boxes: the canvas inside the first, on it the second, and so on."""

Turns = Mapping[Path, Sequence[Sequence[int]]]
"""Path of a canvas -> groups of its boxes that keep their order."""


def turns(top: Canvas) -> Turns:
    """For each canvas of a patch the groups of boxes that Pd serves one after the other.

    What an abstraction or an external holds is not looked at; all such boxes keep their order.
    """
    spots = boxes_by_reason(top)
    is_met = spots.pop(MEETS, None) is not None
    computing = spots.pop(COMPUTES, [])
    found: dict[Path, list[list[int]]] = {}
    for together in spots.values():
        for path, indices in groups(together):
            found.setdefault(path, []).append(indices)
    canvases = dict(walk(top))
    for path, indices in groups(computing if is_met else ()):
        fed = fed_by_signals(canvases[path])
        found.setdefault(path, []).append([index for index in indices if index not in fed])
    return found


def boxes_by_reason(top: Canvas) -> dict[str, list[Path]]:
    """The paths of the boxes of a patch by each reason why their order counts."""
    spots: dict[str, list[Path]] = {}
    for path, canvas in walk(top):
        for index, box in enumerate(canvas.boxes):
            # The window of a subpatch receives under its name.
            window = {f"{Family.MESSAGE.value} pd-{arg}" for arg in box.args[:1]}
            reasons = set(reasons_of(known(box))) if box.canvas is None else window
            for reason in reasons:
                spots.setdefault(reason, []).append((*path, index))
    return spots


def groups(spots: Iterable[Path]) -> Iterator[tuple[Path, list[int]]]:
    """Canvases on which at least two boxes are, or hold, one of the boxes at the paths."""
    by_depth: dict[int, set[Path]] = {}
    for spot in spots:
        by_depth.setdefault(len(spot), set()).add(spot)
    for depth in range(max(by_depth, default=0), 0, -1):
        here = by_depth.pop(depth, set())
        if len(here) == 1 and not by_depth:
            return
        canvases: dict[Path, list[int]] = {}
        for spot in here:
            canvases.setdefault(spot[:-1], []).append(spot[-1])
        yield from ((path, sorted(found)) for path, found in canvases.items() if len(found) > 1)
        by_depth.setdefault(depth - 1, set()).update(canvases)


def reasons_of(box: Known) -> Iterator[str]:
    """Each reason once or more."""
    if box.is_stranger or box.name in ("import", "declare"):
        yield LOADS
        yield COMPUTES
    if box.name in FIRING or sends_at_start(box):
        yield FIRES
    if box.name in TEMPLATES:
        yield TEMPLATE
    if box.name in SEEDED:
        yield SEED
    if box.name in BOUND:
        yield f"#{box.name}"
    if box.is_object and box.name.endswith("~"):
        yield COMPUTES
    if box.name in TELLING:
        yield MEETS
    for use in box.uses:
        if (use.family, use.role) in SHARED:
            yield f"{use.family.value} {use.name}"
        if use.family in SIGNALS or (use.family is Family.ARRAY and box.name.endswith("~")):
            yield MEETS


def sends_at_start(box: Known) -> bool:
    """Whether it is a GUI box whose `init` is set."""
    place = INIT.get(box.name)
    return place is not None and place < len(box.args) and box.args[place] not in ("0", "")


def fed_by_signals(canvas: Canvas) -> frozenset[int]:
    """The boxes at which a cord arrives that surely carries a signal."""
    ports = [known(box).ports for box in canvas.boxes]
    fed = set()
    for cord in canvas.connections:
        source = ports[cord.source] if cord.source < len(ports) else None
        if source is not None and source.outlets[cord.outlet : cord.outlet + 1] == (True,):
            fed.add(cord.sink)
    return frozenset(fed)
