"""A given patch as the beginning of an answer: what a model reads before it goes on."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.base import Beginning
from patchgen.domains.patch.codec import lines
from patchgen.domains.patch.judge import MAX_BOXES, PatchConstraint
from patchgen.errors import PatchUnusable
from patchgen.lint.gate import MUSIC, Policy
from patchgen.pd.graph import flow_order, reordered
from patchgen.pd.model import Box, Canvas, Record, is_coords
from patchgen.pd.ports import with_ports_in_file_order
from patchgen.pd.write import spelled_anew, write

META = ("META",)
HINT = "`patchgen explain FILE` tells what it is made of."


def in_notation(canvas: Canvas, policy: Policy = MUSIC) -> Beginning:
    """The patch as models learn it: boxes by flow, without comments, panels and looks.

    Connections against the flow are left out, for nothing but more of them could follow. Raises
    PatchUnusable where the notation that models write has no words for a box.
    """
    order = flow(canvas)
    if len(order) >= MAX_BOXES:
        raise PatchUnusable(
            f"the patch has {len(order)} boxes; a model goes on from at most {MAX_BOXES - 1}",
            hint="Continue a smaller patch, or move a part of it into a subpatch.",
        )
    shown = lines(plain(canvas, order), exact=False)
    text = "".join(f"{line}\n" for line in shown if line.body)
    refuse_unknown_words(text, policy)
    return Beginning(text, order, shows_cords=True)


def flow(canvas: Canvas) -> tuple[int, ...]:
    """The boxes that do something, by flow; inlets and outlets as Pd counts them."""
    order = [i for i in flow_order(canvas) if not is_decoration(canvas.boxes[i])]
    return tuple(order[i] for i in with_ports_in_file_order(reordered(canvas, order)))


def plain(canvas: Canvas, order: tuple[int, ...]) -> Canvas:
    """The boxes in this order with their cords and nothing else, in subpatches, too."""
    picked = reordered(canvas, list(order))
    inner = tuple(
        replace(box, canvas=plain(box.canvas, flow(box.canvas)))
        if box.canvas is not None and box.name == "pd"
        else box
        for box in picked.boxes
    )
    items = tuple(item for item in picked.with_boxes(inner).items if not isinstance(item, Record))
    return replace(picked, items=items, preamble=())


def is_decoration(box: Box) -> bool:
    """Comments, coloured panels and the META subpatch."""
    return box.kind == "text" or box.name == "cnv" or box.args[:1] == META


def refuse_unknown_words(text: str, policy: Policy) -> None:
    """Raises PatchUnusable at the first line that no model may write."""
    constraint = PatchConstraint(policy)
    end = 0
    while (end := text.find("\n", end) + 1) > 0:
        if not constraint.allows(text[:end]):
            line = text[:end].splitlines()[-1].strip()
            raise PatchUnusable(f"the model cannot go on from this box: {line[:80]}", hint=HINT)


def in_records(canvas: Canvas, _policy: Policy = MUSIC) -> Beginning:
    """The records of all boxes but META; models write connections after all boxes."""
    order = tuple(i for i, box in enumerate(canvas.boxes) if box.args[:1] != META)
    picked = reordered(canvas, list(order)).with_connections(())
    items = tuple(item for item in picked.items if not is_coords(item))
    text = write(spelled_anew(replace(picked, items=items)))
    return Beginning(text, order, shows_cords=False)
