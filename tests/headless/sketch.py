"""Writes test patches: one box a line, then cords as four numbers."""

from __future__ import annotations

from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse


def sketch_text(boxes: str, cords: str = "") -> str:
    """The text of a patch. Lines are objects; `msg 1 2`, `#N ...` and `#X ...` are themselves."""
    lines = ["#N canvas 0 50 450 300 12;"]
    for line in filter(None, (line.strip() for line in boxes.splitlines())):
        if line.startswith("#"):
            lines.append(f"{line};")
        elif line.startswith("msg "):
            lines.append(f"#X msg 10 10 {line.removeprefix('msg ')};")
        else:
            lines.append(f"#X obj 10 10 {line};")
    lines += [f"#X connect {cord.strip()};" for cord in cords.split(",") if cord.strip()]
    return "\n".join(lines) + "\n"


def sketch(boxes: str, cords: str = "") -> Canvas:
    """The same as a value."""
    return parse(sketch_text(boxes, cords))
