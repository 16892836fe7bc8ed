"""Boxes as a player calls them: `[osc~ 440]`, `slider 'volume'`, `number box`."""

from __future__ import annotations

from patchgen.lint.names import FIELDS, NO_NAME
from patchgen.lint.rule import text_of
from patchgen.pd.atoms import unescape
from patchgen.pd.labels import label_text
from patchgen.pd.model import Box

KINDS = {
    "bng": "button", "tgl": "toggle", "hsl": "slider", "vsl": "slider", "nbx": "number box",
    "hradio": "radio buttons", "vradio": "radio buttons", "floatatom": "number box",
    "symbolatom": "symbol box", "listbox": "list box", "vu": "level meter",
}  # fmt: skip
"""Boxes with a face, as a player calls them."""


def said(box: Box) -> str:
    """A box in a sentence or in a chain."""
    name = box.name
    if name in KINDS:
        called = title(box)
        return f"[{KINDS[name]} '{called}']" if called else f"[{KINDS[name]}]"
    if name == "cnv":
        return "[cnv]"
    if box.kind == "array":
        return f"[array {' '.join(map(unescape, box.atoms[:1]))}]"
    return text_of(box)


def title(box: Box) -> str:
    """The label of a box with a face, else the name it sends to or receives from."""
    return label_text(box) or next(iter(own_names(box)), "")


def own_names(box: Box) -> tuple[str, ...]:
    """The names under which a box with a face sends and receives, in this order."""
    values = tuple(map(unescape, box.args))
    places = FIELDS.get(box.name, ())
    found = (values[place] for place in places if 0 <= place < len(values))
    return tuple(name for name in found if name not in NO_NAME)
