"""GUI boxes in the notation: their ranges, labels and names, without size, colour and font."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from patchgen.pd.atoms import is_number, number_text
from patchgen.pd.model import Box

OPTION = re.compile(r"(init|send|receive):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of GUI box is saved: its fields in order, with this house's usual values."""

    fields: str
    """Names of the saved atoms, in order."""
    usual: str
    """The values a fresh box has."""
    numbers: tuple[str, ...] = ()
    """Fields that the notation writes as bare numbers, all or none of them."""
    kind: str = "obj"


IEM_TAIL = "send receive label dx dy font fontsize background foreground labelcolor"
ATOM_FIELDS = "width lo hi labelpos label receive send fontsize"
FORMS = {
    "bng": Form(
        f"size hold interrupt load {IEM_TAIL}",
        "15 250 50 0 empty empty empty 17 7 0 10 #fcfcfc #000000 #000000",
    ),
    "tgl": Form(
        f"size load {IEM_TAIL} value nonzero",
        "15 0 empty empty empty 17 7 0 10 #fcfcfc #000000 #000000 0 1",
        ("nonzero",),
    ),
    "hsl": Form(
        f"width height lo hi log load {IEM_TAIL} value steady",
        "128 15 0 127 0 0 empty empty empty -2 -8 0 10 #fcfcfc #000000 #000000 0 1",
        ("lo", "hi"),
    ),
    "vsl": Form(
        f"width height lo hi log load {IEM_TAIL} value steady",
        "15 128 0 127 0 0 empty empty empty 0 -9 0 10 #fcfcfc #000000 #000000 0 1",
        ("lo", "hi"),
    ),
    "nbx": Form(
        f"width height lo hi log load {IEM_TAIL} value logheight",
        "5 14 -1e+37 1e+37 0 0 empty empty empty 0 -8 0 10 #fcfcfc #000000 #000000 0 256",
        ("lo", "hi"),
    ),
    "hradio": Form(
        f"size change load number {IEM_TAIL} value",
        "15 1 0 8 empty empty empty 0 -8 0 10 #fcfcfc #000000 #000000 0",
        ("number",),
    ),
    "vradio": Form(
        f"size change load number {IEM_TAIL} value",
        "15 1 0 8 empty empty empty 0 -8 0 10 #fcfcfc #000000 #000000 0",
        ("number",),
    ),
    "number": Form(ATOM_FIELDS, "5 0 0 0 - - - 0", ("lo", "hi"), "floatatom"),
    "symbolbox": Form(ATOM_FIELDS, "10 0 0 0 - - - 0", (), "symbolatom"),
    "listbox": Form(ATOM_FIELDS, "20 0 0 0 - - - 0", (), "listbox"),
}
NAMES = {form.kind: name for name, form in FORMS.items() if form.kind != "obj"}
"""The notation's name for a box kind: `number` for `floatatom`."""

LABEL_RIGHT = "1"
SLIDERS = {"hsl": "width", "vsl": "height"}


def words(box: Box) -> tuple[str, ...] | None:
    """A GUI box as words of the notation, or None where it has an unusual number of fields."""
    name = NAMES.get(box.kind, box.name)
    form = FORMS.get(name)
    if form is None:
        return None
    saved = box.atoms if form.kind != "obj" else box.args
    names = form.fields.split()
    if len(saved) != len(names):
        return None
    field = dict(zip(names, saved, strict=True))
    usual = dict(zip(names, form.usual.split(), strict=True))
    out = [name]
    if any(field[number] != usual[number] for number in form.numbers) or name in SLIDERS:
        out += [field[number] for number in form.numbers]
    if field["label"] != usual["label"]:
        out.append(f'"{field["label"]}"')
    if field.get("log", "0") == "1":
        out.append("log")
    if field.get("load", "0") == "1" and "value" in field:
        out.append(f"init:{initial(name, field)}")
    out += [f"{key}:{field[key]}" for key in ("send", "receive") if field[key] != usual[key]]
    return tuple(out)


def box(body: tuple[str, ...]) -> Box | None:
    """The GUI box that the words describe, or None where they are no GUI box."""
    form = FORMS.get(body[0])
    if form is None:
        return None
    field = dict(zip(form.fields.split(), form.usual.split(), strict=True))
    numbers = [word for word in body[1:] if is_number(word)]
    if numbers and len(numbers) != len(form.numbers):
        return None
    field.update(zip(form.numbers, numbers, strict=False))
    for word in body[1 + len(numbers) :]:
        if not set_option(body[0], field, word):
            return None
    atoms = tuple(field.values())
    return Box(form.kind, (body[0], *atoms) if form.kind == "obj" else atoms)


def set_option(name: str, field: dict[str, str], word: str) -> bool:
    """Puts a label, `log`, `init:`, `send:` or `receive:` into the fields; False if it is none."""
    if len(word) > 2 and word[0] == word[-1] == '"':
        field["label"] = word[1:-1]
        if "labelpos" in field:
            field["labelpos"] = LABEL_RIGHT
        return True
    if word == "log" and "log" in field:
        field["log"] = "1"
        return True
    match = OPTION.fullmatch(word)
    if match is None or not match[2]:
        return False
    if match[1] != "init":
        field[match[1]] = match[2]
        return True
    if "load" not in field or "value" not in field or not is_number(match[2]):
        return False
    field["load"] = "1"
    field["value"] = saved(name, field, float(match[2]))
    return True


def initial(name: str, field: dict[str, str]) -> str:
    """The value a box sends at load, in as few digits as bring the same saved value back."""
    if name not in SLIDERS or not all(is_number(field[key]) for key in ("lo", "hi", "value")):
        return field["value"]
    low, high = float(field["lo"]), float(field["hi"])
    share = float(field["value"]) / 100 / (float(field[SLIDERS[name]]) - 1)
    value = low + share * (high - low)
    if field["log"] == "1" and low * high > 0:
        value = low * (high / low) ** share
    rounded = (float(f"{value:.{digits}g}") for digits in range(1, 7))
    exact = (number for number in rounded if saved(name, field, number) == field["value"])
    return number_text(next(exact, value))


def saved(name: str, field: dict[str, str], value: float) -> str:
    """The opposite of `initial`, within the slider's range."""
    if name not in SLIDERS or not all(is_number(field[key]) for key in ("lo", "hi")):
        return number_text(value)
    low, high = float(field["lo"]), float(field["hi"])
    if high == low:
        return "0"
    if field["log"] == "1" and low * high > 0 and value * low > 0:
        share = math.log(value / low) / math.log(high / low)
    else:
        share = (value - low) / (high - low)
    return number_text(round(min(max(share, 0.0), 1.0) * 100 * (float(field[SLIDERS[name]]) - 1)))
