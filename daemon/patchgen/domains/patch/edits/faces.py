"""Boxes with a face for a player's hands, made from words: range, start value, label."""

from __future__ import annotations

import re
from dataclasses import replace

from patchgen.domains.patch import controls
from patchgen.pd.atoms import escape, number_text
from patchgen.pd.labels import ATOM_LABEL, label_index
from patchgen.pd.model import ATOM_BOXES, Box

FACES = {
    "horizontal slider": "hsl", "vertical slider": "vsl", "slider": "hsl", "fader": "vsl",
    "knob": "hsl", "dial": "hsl", "hslider": "hsl", "vslider": "vsl", "hsl": "hsl", "vsl": "vsl",
    "number box": "number", "numberbox": "number", "number": "number", "floatatom": "number",
    "nbx": "nbx", "toggle": "tgl", "toggle switch": "tgl", "switch": "tgl", "onoff switch": "tgl",
    "tgl": "tgl", "onoff button": "tgl", "checkbox": "tgl", "button": "bng", "bang": "bng",
    "bang button": "bng", "bng": "bng", "push button": "bng", "radio buttons": "hradio",
    "radiobuttons": "hradio", "radio": "hradio", "vu": "vu", "meter": "vu", "level meter": "vu",
    "display": "number",
}  # fmt: skip
"""Words -> names of boxes as the notation has them."""

KIND = "|".join(sorted(map(re.escape, FACES), key=len, reverse=True))
RANGED = frozenset({"hsl", "vsl", "nbx", "number"})
STARTING = frozenset({"hsl", "vsl", "nbx", "tgl"})

BOUNDS = {"hsl": (2, 3), "vsl": (2, 3), "nbx": (2, 3), "floatatom": (1, 2)}
"""Where boxes keep their range: among the arguments, of a number box among the atoms."""


def face(
    kind: str, low: float = 0, high: float = 127, start: float | None = None, label: str = ""
) -> Box:
    """A new box with a face; one that can starts with a value and sends it when the patch opens."""
    name = FACES.get(kind, kind)
    if name == "vu":
        atoms = "vu 15 120 empty empty -1 -8 0 10 #404040 #000000 1 0".split()
        return Box("obj", tuple(atoms))
    words = [name]
    if name in RANGED:
        words += [number_text(low), number_text(high)]
    elif name == "hradio" and high > low:
        words.append(number_text(high - low + 1))
    if label:
        words.append(f'"{label_atom(label)}"')
    if start is not None and name in STARTING:
        words.append(f"init:{number_text(start)}")
    made = controls.box(tuple(words))
    assert made is not None
    return made


def label_atom(text: str) -> str:
    """A label as one atom: Pd keeps blanks in labels as escaped ones only in newer versions."""
    return escape(re.sub(r"\s+", "_", text.strip()))


def relabelled(box: Box, text: str) -> Box | None:
    """The box with another label; None for one that has none."""
    label = label_atom(text)
    if box.kind in ATOM_BOXES:
        atoms = [*box.atoms]
        if len(atoms) <= ATOM_LABEL:
            return None
        atoms[ATOM_LABEL] = label
        atoms[3] = "1" if box.atoms[ATOM_LABEL] in ("-", "") else atoms[3]
        return replace(box, atoms=tuple(atoms))
    index = label_index(box)
    if index is None or index >= len(box.args):
        return None
    return replace(box, atoms=(*box.atoms[: index + 1], label, *box.atoms[index + 2 :]))


def with_bounds(box: Box, low: float | None, high: float | None) -> Box | None:
    """The control with another range, where its value stays; None for a box without one."""
    places = BOUNDS.get(box.name)
    shift = 0 if box.kind in ATOM_BOXES else 1
    if places is None or len(box.atoms) <= places[1] + shift:
        return None
    value = value_of(box)
    atoms = [*box.atoms]
    for place, bound in zip(places, (low, high), strict=True):
        if bound is not None:
            atoms[place + shift] = number_text(bound)
    changed = replace(box, atoms=tuple(atoms))
    is_starting = box.kind == "obj" and box.args[5:6] == ("1",)
    kept = with_value(changed, value) if value is not None and is_starting else None
    return kept or changed


def fields_of(box: Box) -> dict[str, str] | None:
    """The saved fields of a control by name; None for other boxes."""
    form = controls.FORMS.get(controls.NAMES.get(box.kind, box.name))
    names = form.fields.split() if form is not None else []
    saved = box.atoms if box.kind in ATOM_BOXES else box.args
    return dict(zip(names, saved, strict=True)) if names and len(names) == len(saved) else None


def with_fields(box: Box, field: dict[str, str]) -> Box:
    """The control with other fields."""
    saved = tuple(field.values())
    return replace(box, atoms=saved if box.kind in ATOM_BOXES else (box.name, *saved))


def value_of(box: Box) -> float | None:
    """What a control sends when the patch opens; None where it sends nothing."""
    field = fields_of(box)
    if field is None or field.get("load") != "1" or "value" not in field:
        return None
    return float(controls.initial(box.name, field))


def with_value(box: Box, value: float) -> Box | None:
    """The control as it starts with another value; None for one that cannot."""
    field = fields_of(box)
    if field is None or "load" not in field or "value" not in field:
        return None
    field["load"], field["value"] = "1", controls.saved(box.name, field, value)
    if box.name == "tgl" and value:
        field["nonzero"] = number_text(value)
    return with_fields(box, field)
