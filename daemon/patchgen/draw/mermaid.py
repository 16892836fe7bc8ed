"""A patch as a mermaid flowchart, subpatches within it as subgraphs.

Mermaid's own settings limit a diagram to 500 cords and 50,000 characters; larger patches are
written all the same, and whoever shows them raises the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.boxes.ports import Used, used_ports
from patchgen.draw.caption import caption
from patchgen.draw.controls import CONTROLS
from patchgen.draw.ports import Lookup, ports
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Connection
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order

SHAPES = {
    "object": ("[", "]"),
    "message": (">", "]"),
    "atom": ("[/", "/]"),
    "control": ("([", "])"),
    "comment": ("[", "]"),
    "inlet": ("[\\", "/]"),
    "outlet": ("[/", "\\]"),
    "array": ("[(", ")]"),
}
"""Kind of a box -> the brackets around its text, which make its shape."""

COMMENT_STYLE = "classDef comment fill:none,stroke:none"
NEEDS_CODE = re.compile(
    r"[^\w \-.,:+*~/=()!?$%]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|\$(?=\$)|^[-+*](?= )|(?<=\d)[.)](?= )|(?<=\w)\*|\*(?=\w)",
    re.ASCII,
)
"""What is no plain letter, and what mermaid might take for emphasis, a formula or a list."""
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Place:
    """A canvas of the patch by the box indices that lead to it."""

    path: tuple[int, ...] = ()

    def name(self, index: int) -> str:
        """The identifier of a box: `b2_0` is box 0 of the subpatch in box 2."""
        return "b" + "_".join(str(i) for i in (*self.path, index))

    def inside(self, index: int) -> Place:
        """The canvas in a box."""
        return Place((*self.path, index))


def mermaid(canvas: Canvas, lookup: Lookup | None = None) -> str:
    """The flowchart of a patch, from top to bottom; thick arrows are signals.

    A text on an arrow, `1:0`, names outlet and inlet where they are not the first ones. `lookup`
    finds abstractions, whose files tell which of their outlets are signals.
    """
    body = [*nodes(canvas, Place()), *cords(canvas, Place(), lookup)]
    style = [INDENT + COMMENT_STYLE] if any(":::comment" in line for line in body) else []
    return "\n".join(["flowchart TD", *(INDENT + line for line in body), *style]) + "\n"


def nodes(canvas: Canvas, place: Place) -> Iterator[str]:
    """The boxes of a canvas; a subpatch that holds boxes becomes a subgraph."""
    for index, box in enumerate(canvas.boxes):
        if box.canvas is not None and box.canvas.boxes:
            yield f"subgraph {place.name(index)}[{quoted(caption(box))}]"
            yield from (INDENT + line for line in nodes(box.canvas, place.inside(index)))
            yield "end"
        else:
            yield node(box, place.name(index))


def node(box: Box, name: str) -> str:
    """One box."""
    kind = kind_of(box)
    left, right = SHAPES[kind]
    style = ":::comment" if kind == "comment" else ""
    return f"{name}{left}{quoted(caption(box))}{right}{style}"


def kind_of(box: Box) -> str:
    """Which shape a box has."""
    if box.kind in ATOM_BOXES:
        return "atom"
    if box.kind in ("array", "scalar"):
        return "array"
    if box.kind == "obj" and box.name in CONTROLS:
        return "control"
    if box.kind == "obj" and box.name in INLETS | OUTLETS:
        return "inlet" if box.name in INLETS else "outlet"
    return {"msg": "message", "text": "comment"}.get(box.kind, "object")


def quoted(text: str) -> str:
    """A text that mermaid shows as it is, whatever it holds: `#34;` is a quotation mark."""
    coded = NEEDS_CODE.sub(lambda found: f"#{code_of(found.group())};", text)
    return f'"{coded or " "}"'


def code_of(character: str) -> int:
    """The number of a character; of one that no page may hold, that of the replacement sign."""
    code = ord(character)
    is_shown = code >= 32 and not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000
    return code if is_shown and code & 0xFFFE != 0xFFFE else 0xFFFD


def cords(canvas: Canvas, place: Place, lookup: Lookup | None) -> Iterator[str]:
    """The cords of a canvas, then those of its subpatches."""
    used = used_ports(canvas.connections)
    boxes = canvas.boxes
    for cord in canvas.connections:
        if cord.source < len(boxes) and cord.sink < len(boxes):
            box = boxes[cord.source]
            is_signal = carries_signal(box, cord, used.get(cord.source, Used()), lookup)
            yield arrow(boxes, cord, place, is_signal=is_signal)
    for index, box in enumerate(boxes):
        if box.canvas is not None:
            yield from cords(box.canvas, place.inside(index), lookup)


def carries_signal(box: Box, cord: Connection, used: Used, lookup: Lookup | None) -> bool:
    """Whether a cord comes from a signal outlet."""
    outlets = ports(box, used, lookup).outlets
    return cord.outlet < len(outlets) and outlets[cord.outlet]


def arrow(boxes: tuple[Box, ...], cord: Connection, place: Place, *, is_signal: bool) -> str:
    """A cord from box to box, through the outlets and inlets of subpatches."""
    source, outlet = end_of(boxes[cord.source], cord.source, cord.outlet, OUTLETS, place)
    sink, inlet = end_of(boxes[cord.sink], cord.sink, cord.inlet, INLETS, place)
    line = "==>" if is_signal else "-->"
    says = f'|"{outlet}:{inlet}"|' if outlet or inlet else ""
    return f"{source} {line}{says} {sink}"


def end_of(box: Box, index: int, port: int, names: frozenset[str], place: Place) -> tuple[str, int]:
    """Where a cord ends, and at which port: an inlet inside a subpatch says which one it is."""
    if box.canvas is not None:
        found = ports_in_order(box.canvas.boxes, names)
        if port < len(found):
            return place.inside(index).name(found[port]), 0
    return place.name(index), port
