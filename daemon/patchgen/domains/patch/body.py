"""Boxes as words of the notation and back; what has no form of its own goes as `raw`."""

from __future__ import annotations

import re

from patchgen.domains.patch import controls
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Box, Canvas, Record

TO_WORD = re.compile(r"\\(.)", re.DOTALL)
TO_ATOM = re.compile(r"\\(.)|[,;]|\$(?=\d)", re.DOTALL)
PLAIN = {",": ",", ";": ";", "$": "$", " ": r"\s", "\n": r"\n"}
GRAPH_PIXELS = ("200", "140")


def word(atom: str) -> str:
    r"""An atom as the notation spells it: `\$1` as `$1`, `\,` as `,`, an escaped blank as `\s`."""
    return TO_WORD.sub(lambda match: PLAIN.get(match[1], match[0]), atom)


def atom(text: str) -> str:
    """The opposite of `word`."""
    return TO_ATOM.sub(lambda match: restored(match), text)


def restored(match: re.Match[str]) -> str:
    """One escape of the file for one of the notation."""
    if match[1] is None:
        return "\\" + match[0]
    return {"s": "\\ ", "n": "\\\n"}.get(match[1], match[0])


def raw_word(text: str) -> str:
    r"""An atom kept as it is, except that blanks inside it must not split the line."""
    return text.replace("\\ ", r"\s").replace("\\\n", r"\n")


def raw_atom(text: str) -> str:
    """The opposite of `raw_word`."""
    return text.replace(r"\s", "\\ ").replace(r"\n", "\\\n")


def words(box: Box, *, exact: bool) -> tuple[str, ...]:
    """The body of a line. Not `exact`: sizes, colours and fonts of GUI boxes fall to the usual."""
    found = tidy(box)
    if found is not None and (not exact or same(from_words(found), box)):
        return found
    return ("raw", box.kind, *map(raw_word, box.atoms))


def tidy(box: Box) -> tuple[str, ...] | None:
    """The readable form of a box, or None where it has none."""
    gui = controls.words(box)
    if gui is not None:
        return gui if all(" " not in item and "\n" not in item for item in gui) else None
    if box.kind in ("obj", "msg", "text") and box.atoms:
        head = {"obj": (), "msg": ("msg",), "text": ("comment",)}[box.kind]
        return (*head, *map(word, box.atoms))
    if box.kind == "restore" and box.name == "pd":
        return ("pd", *map(word, box.args))
    return graph(box.canvas) if box.kind == "restore" and box.canvas else None


def graph(canvas: Canvas) -> tuple[str, ...] | None:
    """`graph NAME SIZE LO HI` for a graph that holds one array."""
    arrays = [box for box in canvas.boxes if box.kind == "array"]
    coords = [item.atoms for item in canvas.items if isinstance(item, Record)]
    if len(arrays) != 1 or len(canvas.boxes) != 1 or len(arrays[0].atoms) < 2:
        return None
    if not coords or coords[-1][:2] != ("#X", "coords") or len(coords[-1]) < 6:
        return None
    name, size = arrays[0].atoms[:2]
    high, low = coords[-1][3], coords[-1][5]
    return ("graph", word(name), size, low, high)


def from_words(body: tuple[str, ...]) -> Box | None:
    """The box a body describes, or None where a form is misused. Subpatches come without canvas."""
    name, rest = body[0], body[1:]
    if name == "raw":
        return Box(rest[0], tuple(map(raw_atom, rest[1:]))) if rest else None
    if name in controls.FORMS:
        gui = controls.box(body)
        return gui or (Box("obj", tuple(map(atom, body))) if legacy(body) else None)
    if name == "graph":
        return graph_box(rest)
    if name in ("msg", "comment"):
        return Box({"msg": "msg", "comment": "text"}[name], tuple(map(atom, rest)))
    return Box("restore" if name == "pd" else "obj", tuple(map(atom, body)))


def legacy(body: tuple[str, ...]) -> bool:
    """Whether a GUI name stands with arguments of its own, as older Pds wrote them."""
    form = controls.FORMS[body[0]]
    return form.kind == "obj" and len(body) > 8


def graph_box(rest: tuple[str, ...]) -> Box | None:
    """A graph with an array: name, size, lowest and highest value."""
    if len(rest) != 4 or not all(map(is_number, rest[1:])):
        return None
    name, size, low, high = rest
    array = Box("array", (atom(name), size, "float", "3"))
    coords = Record(("#X", "coords", "0", high, size, low, *GRAPH_PIXELS, "1", "0", "0"))
    inner = Canvas(0, 50, 450, 300, ("(subpatch)", "0"), (array, coords))
    return Box("restore", ("graph",), canvas=inner)


def same(one: Box | None, other: Box) -> bool:
    """Whether two boxes agree in all but place and width. Subpatches are not looked into."""
    if one is None or (one.kind, one.atoms) != (other.kind, other.atoms):
        return False
    if one.name == "graph":
        return (
            one.canvas is not None
            and other.canvas is not None
            and (one.canvas.items == other.canvas.items)
        )
    return True
