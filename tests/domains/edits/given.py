"""Patches to edit, and how to look at what became of them."""

from __future__ import annotations

from patchgen.domains.patch.edits.edit import edited
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

SLIDER = "hsl 128 15 0 1 0 0 empty empty volume -2 -8 0 10 #fcfcfc #000000 #000000 0 1"
TOGGLE = "tgl 15 0 empty empty empty 17 7 0 10 #fcfcfc #000000 #000000 0 1"

TONE = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 40 osc~ 440;\n#X obj 10 100 *~ 0.1;\n"
    "#X obj 10 160 dac~;\n#X text 200 40 my remark;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)
FILTERED = (
    f"#N canvas 0 50 450 300 12;\n#X obj 10 10 {SLIDER};\n#X obj 10 40 osc~ 440;\n"
    "#X obj 200 40 osc~ 220;\n#X obj 10 70 lop~ 1000;\n#X obj 10 100 *~ 0.1;\n#X obj 10 130 dac~;\n"
    "#X connect 1 0 3 0;\n#X connect 2 0 3 0;\n#X connect 3 0 4 0;\n#X connect 4 0 5 0;\n"
    "#X connect 4 0 5 1;\n#X connect 0 0 4 1;\n"
)
CLOCK = (
    f"#N canvas 0 50 450 300 12;\n#X obj 10 10 {TOGGLE};\n#X obj 10 40 metro 500;\n"
    "#X obj 10 70 random 12;\n#X obj 10 100 + 60;\n#X obj 10 130 mtof;\n"
    "#X obj 10 160 print pitch;\n"
    "#X msg 200 100 7;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 2 0 3 0;\n"
    "#X connect 3 0 4 0;\n#X connect 4 0 5 0;\n#X connect 6 0 3 0;\n"
)
ECHO = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 noise~;\n#X obj 10 40 *~ 0.1;\n"
    "#X obj 200 40 delwrite~ line 1000;\n#X obj 200 70 delread~ line 300;\n#X obj 200 100 *~ 0.5;\n"
    "#X obj 10 160 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 1 0 5 0;\n"
    "#X connect 3 0 4 0;\n#X connect 4 0 5 0;\n#X connect 4 0 2 0;\n"
)
ALL = {"tone": TONE, "filtered": FILTERED, "clock": CLOCK, "echo": ECHO}


def after(text: str, instruction: str) -> Canvas:
    """The patch after an instruction that says a definite change."""
    changed = edited(parse(text), instruction)
    assert changed is not None, f"not read: {instruction}"
    return changed


def texts(canvas: Canvas) -> list[str]:
    """The boxes of a patch as words."""
    return [" ".join(box.atoms) for box in canvas.boxes]


def lines_changed(text: str, instruction: str) -> tuple[set[str], set[str]]:
    """The records that are gone, and those that are new."""
    old, new = text.splitlines(), write(after(text, instruction)).splitlines()
    return set(old) - set(new), set(new) - set(old)


def cords(canvas: Canvas) -> set[tuple[str, int, str, int]]:
    """The cords by the words of the boxes at their ends."""
    words = texts(canvas)
    return {(words[c.source], c.outlet, words[c.sink], c.inlet) for c in canvas.connections}
