"""Changes the words in a patch: labels, comments, messages, names."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch.edits.faces import relabelled
from patchgen.domains.patch.edits.operations import AddComment, Rename, SetMessage
from patchgen.domains.patch.edits.resolve import targets, thing
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.mend import rebuilt
from patchgen.pd.atoms import escape, escape_words, unescape
from patchgen.pd.graft import grafted, with_box
from patchgen.pd.model import Box, Canvas, walk
from patchgen.report.naming import said

NAMED = frozenset(
    "send receive send~ receive~ throw~ catch~ delwrite~ delread~ delread4~ value".split()
)
"""Objects whose first argument is a name that others share."""


def renamed(things: Things, asked: Rename) -> Canvas:
    """The patch with another label, comment or name. Raises EditUnclear."""
    found = thing_or_name(things, asked.what)
    if found.name in NAMED and found.box.args:
        return with_name(
            things.canvas, unescape(found.box.args[0]), escape(asked.text.replace(" ", "-"))
        )
    if found.name == "print":
        return with_box_at(
            things, found, replace(found.box, atoms=("print", *escape_words(asked.text)))
        )
    if found.box.kind == "text":
        box: Box | None = replace(found.box, atoms=escape_words(asked.text))
    elif found.box.canvas is not None and found.box.name == "pd":
        return with_box_at(
            things, found, renamed_canvas(found.box, escape(asked.text.replace(" ", "-")))
        )
    else:
        box = relabelled(found.box, asked.text)
    if box is None:
        raise EditUnclear(
            f"{said(found.box)} has no label", hint="Sliders, buttons and comments do."
        )
    return with_box_at(things, found, box)


def thing_or_name(things: Things, words: str) -> Thing:
    """The box that is meant, or one of those that share the name that is. Raises EditUnclear."""
    found = [target.thing for target in targets(things, words)]
    names = {one.box.args[:1] if one.name in NAMED else None for one in found}
    return found[0] if len(names) == 1 and None not in names else thing(things, words)


def renamed_canvas(box: Box, name: str) -> Box:
    """A subpatch of another name."""
    assert box.canvas is not None
    rest = (name, *box.canvas.rest[1:])
    return replace(box, atoms=("pd", name), canvas=replace(box.canvas, rest=rest))


def with_box_at(things: Things, found: Thing, box: Box) -> Canvas:
    """The patch with another box in the place of one."""
    inner = with_box(things.view(found).canvas, found.index, box)
    return rebuilt(things.canvas, {found.path: inner})


def with_name(canvas: Canvas, old: str, new: str) -> Canvas:
    """The patch with a name changed in every box that shares it."""
    short = {"s", "r", "s~", "r~", "v", "vd~"}
    parts = {}
    for path, inner in walk(canvas):
        boxes = tuple(
            replace(box, atoms=(box.atoms[0], new, *box.atoms[2:]))
            if box.kind == "obj"
            and box.name in NAMED | short
            and box.args
            and unescape(box.args[0]) == old
            else box
            for box in inner.boxes
        )
        if boxes != inner.boxes:
            parts[path] = boxes
    for path, boxes in sorted(parts.items(), reverse=True):
        now = dict(walk(canvas))[path]
        merged = tuple(replace(b, canvas=o.canvas) for b, o in zip(boxes, now.boxes, strict=True))
        canvas = rebuilt(canvas, {path: now.with_boxes(merged)})
    return canvas


def message_set(things: Things, asked: SetMessage) -> Canvas:
    """The patch with another message in a message box. Raises EditUnclear."""
    same = [one for one in things.all if f"message {spoken(one.box)}" == asked.what]
    found = same[0] if len(same) == 1 else thing(things, asked.what)
    if found.box.kind != "msg":
        raise EditUnclear(
            f"{said(found.box)} is no message box", hint="Say what the message box holds."
        )
    return with_box_at(things, found, replace(found.box, atoms=escape_words(asked.text)))


def spoken(box: Box) -> str:
    """The content of a message box as it is typed."""
    return " ".join(box.atoms).replace(" \\,", ",").replace("\\", "") if box.kind == "msg" else ""


def commented(things: Things, asked: AddComment) -> Canvas:
    """The patch with one more comment."""
    made = grafted(things.canvas, [Box("text", escape_words(asked.text))], ())
    return nearby(made, [len(made.boxes) - 1])
