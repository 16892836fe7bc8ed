"""What a box is called in diagrams and listings, in one line."""

from __future__ import annotations

from patchgen.draw.arrays import arrays
from patchgen.pd.atoms import number_text, unescape
from patchgen.pd.labels import label_text
from patchgen.pd.model import Box
from patchgen.pd.sizes import GUI_OUTLINES, number, text

ATOMS = {"floatatom": "number", "symbolatom": "symbol", "listbox": "list"}
RANGES = frozenset({"hsl", "vsl", "nbx"})
"""GUI boxes whose third and fourth argument are their smallest and largest value."""

LONGEST = 1000
"""Characters; what is longer is cut."""


def caption(box: Box) -> str:
    """The text of a box; of a GUI box its name, range and label instead of all its arguments."""
    if box.kind in ATOMS:
        words = [ATOMS[box.kind], label_text(box)]
    elif box.kind == "obj" and box.name in GUI_OUTLINES:
        words = [box.name, value_range(box), label_text(box)]
    elif box.kind == "restore" and box.canvas is not None and box.name == "graph":
        words = ["graph", *(array.name for array in arrays(box.canvas))]
    elif box.kind == "array":
        words = ["array", *map(unescape, box.atoms[:2])]
    elif box.kind == "scalar":
        words = ["scalar", *map(unescape, box.atoms[:1])]
    else:
        words = [text(box)]
    return cut(" ".join(" ".join(words).split()), LONGEST)


def value_range(box: Box) -> str:
    """`0..127` where the range of a control is limited."""
    if box.name not in RANGES or len(box.args) < 4:
        return ""
    low, high = number(box.args, 2, 0), number(box.args, 3, 0)
    is_limited = max(abs(low), abs(high)) < 1e30 and low != high
    return f"{number_text(low)}..{number_text(high)}" if is_limited else ""


def cut(text: str, longest: int, mark: str = "…") -> str:
    """The text, or its beginning and a mark."""
    return text if len(text) <= longest else text[: max(0, longest - len(mark))] + mark
