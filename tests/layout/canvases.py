"""Canvases for the layout to arrange: written by hand or drawn at random."""

from __future__ import annotations

from hypothesis import strategies as st

from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.parse import parse

COLOURS = "#fcfcfc #000000 #000000"
HSL = f"hsl 128 15 0 127 0 0 empty empty volume -2 -8 0 10 {COLOURS} 0 1"
VSL = f"vsl 15 128 0 127 0 0 empty empty volume 0 -9 0 10 {COLOURS} 0 1"
TGL = f"tgl 15 0 empty empty run 17 7 0 10 {COLOURS} 0 1"
NBX = f"nbx 5 14 -1e+37 1e+37 0 0 empty empty cutoff_Hz 0 -8 0 10 {COLOURS} 0 256"

GRAPH = Box(
    "restore",
    ("graph",),
    canvas=Canvas(
        rest=("(subpatch)", "0"),
        items=(
            Box("array", ("array1", "100", "float", "2")),
            Record(("#X", "coords", "0", "1", "99", "-1", "200", "140", "1", "0", "0")),
        ),
    ),
)

VOICE = Box(
    "restore",
    ("pd", "voice"),
    canvas=Canvas(
        rest=("voice", "0"),
        items=(
            Box("obj", ("inlet",)),
            Box("obj", ("inlet~",)),
            Box("obj", ("outlet~",)),
            Connection(1, 0, 2, 0),
        ),
    ),
)

BODIES = (
    "osc~ 440", "*~", "+ 1", "t b f b", "sel 0 1 2 3", "pack 0 0 0 0", "metro 500", "dac~", "f",
    "expr $f1 * 2 + $f2 * 3 - $f3", "no_such_object a b", "inlet", "outlet~", HSL, VSL, TGL, NBX,
    f"bng 30 250 50 0 empty empty a_rather_long_label 0 -8 0 14 {COLOURS}",
    f"hradio 15 1 0 8 empty empty mode 0 -8 0 10 {COLOURS} 0",
    "vu 15 120 empty level -1 -8 0 10 #404040 #000000 1 0",
    "cnv 15 300 200 empty empty title 20 12 0 14 #e0e0e0 #404040 0",
)


def canvas(boxes: str, cords: str = "") -> Canvas:
    """A canvas from lines: objects, `msg ...`, `text ...`, or whole `#X` records.

    All boxes stand at 0, 0. Cords are written `0:1>2:0`, or `0>2` for the first ports.
    """
    lines = []
    for line in filter(None, (line.strip() for line in boxes.splitlines())):
        kind, _, rest = line.partition(" ")
        if kind in ("msg", "text", "floatatom"):
            line = f"#X {kind} 0 0 {rest}"
        lines.append(line if line.startswith("#") else f"#X obj 0 0 {line}")
    for cord in cords.split():
        ends = [end.partition(":") for end in cord.split(">")]
        lines.append("#X connect " + " ".join(f"{box} {port or 0}" for box, _, port in ends))
    return parse("".join(f"{line};\n" for line in ("#N canvas 0 50 450 300 10", *lines)))


def places() -> st.SearchStrategy[int]:
    """A coordinate as users leave them."""
    return st.integers(min_value=-50, max_value=900)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """A box of any kind, perhaps with a place."""
    kind = draw(st.sampled_from(["obj", "obj", "obj", "msg", "text", "floatatom", "restore"]))
    x, y = draw(st.sampled_from([(0, 0), None])) or (draw(places()), draw(places()))
    if kind == "restore":
        box = draw(st.sampled_from([GRAPH, VOICE]))
        return Box("restore", box.atoms, x, y, canvas=box.canvas)
    if kind == "obj":
        atoms = draw(st.sampled_from(BODIES)).split()
    elif kind == "floatatom":
        atoms = ["5", "0", "0", str(draw(st.integers(0, 3))), "label", "-", "-", "0"]
    else:
        word = st.sampled_from(["set", "1", r"\,", r"\;", "a_long_word_indeed", r"\$1"])
        atoms = draw(st.lists(word, max_size=25))
    return Box(kind, tuple(atoms), x, y)


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """A canvas with cords in all directions, cycles and cords to itself included."""
    items = draw(st.lists(boxes(), max_size=25))
    index = st.integers(0, max(0, len(items) - 1))
    port = st.integers(0, 3)
    cords = draw(st.lists(st.builds(Connection, index, port, index, port), max_size=40))
    return Canvas(items=(*items, *(cords if items else ())))
