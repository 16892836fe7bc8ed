"""Hypothesis strategies for whole patches: every kind of box, nesting, odd records, any cords."""

from __future__ import annotations

from hypothesis import strategies as st

from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.write import write

Item = Box | Connection | Record

NUMBERS = st.sampled_from(["0", "1", "-1", "0.5", "440", "1e+06", "127", "-0", "1000000"])
WORDS = st.text(st.sampled_from("abz~_.-+*/|<>%=&#1"), min_size=1, max_size=8)
ESCAPED = st.sampled_from([r"\$1", r"\$0-a", r"\,", r"\;", r"two\ words", r"a\,b", r"\\", "\u00e9"])
ATOMS = st.lists(NUMBERS | WORDS | ESCAPED, max_size=5).map(tuple)

OBJECTS = (
    "f", "osc~ 440", "dac~", "dac~ 1 2 3", "t b f", "trigger", "pack 0 s 0", "route 1 2", "sel a",
    "s a", "r a", "send~ b", "receive~ b", "throw~ c", "catch~ c", "delwrite~ d 500", "delread~ d",
    "tabread4~ array1", "table t 64", "metro", "metro 0", "until", "loadbang", "expr $f1 + $f2",
    "expr~ $v1 *", "clone voice 4", "inlet", "inlet~", "outlet", "outlet~", "adc~", "*~ 2", "+ 1",
    "text define x", "list append 1 2", "array size a", "value v", "v v", "print", "block~ 64",
    "declare -path x", "struct p float x float y", "notthere 1 2", "lib/other~", "bng", "tgl",
    "bng 15 250 50 0 empty empty empty 17 7 0 10 #fcfcfc #000000 #000000",
    "hsl 128 15 0 127 0 0 a b label -2 -8 0 10 #fcfcfc #000000 #000000 0 1",
    "cnv 15 100 60 empty empty title 20 12 0 14 #e0e0e0 #404040 0", "nbx 5 14 -1e+37 1e+37 0 0",
    "vu 15 120 empty empty -1 -8 0 10 #404040 #000000 1 0", "hradio 15 1 0 8", "",
)  # fmt: skip

KEPT = (
    "#X declare -path lib", "#A 0 1 2 3", "#A saved 1 2", "#X unheard 1 2 3", "#X",
    "#X connect 0 0", "#X connect a b c d", "#Z what is this", "#N struct inside float x",
)  # fmt: skip

STRUCTS = st.sampled_from(
    [Record(("#N", "struct", "p", "float", "x", "float", "y")), Record(("#N", "struct"))]
)

BETWEEN = (" ", " ", " ", "  ", "\n", "\r\n", "\t")
AFTER = (";\n", ";\n", ";\r\n", ";", "; ", ";\n\n", " ;\n")
"""White space inside records and around their ends; the usual one most often."""

X = st.integers(-500, 2000) | st.sampled_from([0.5, -7.25, 10])
WIDTHS = st.none() | st.integers(1, 80)


def atoms(text: str) -> tuple[str, ...]:
    """A text as the file holds it, one atom a word."""
    return tuple(text.replace("$", r"\$").split())


OBJECT_BOXES = st.builds(
    Box, st.just("obj"), st.sampled_from(OBJECTS).map(atoms) | ATOMS, X, X, WIDTHS
)
TEXT_BOXES = st.builds(
    Box, st.sampled_from(["msg", "text", "floatatom", "symbolatom", "listbox"]), ATOMS, X, X, WIDTHS
)
ARRAY_BOXES = st.builds(
    Box, st.just("array"), st.just(("array1", "3", "float", "3")) | ATOMS
) | st.builds(Box, st.just("scalar"), ATOMS)
RECORDS = st.sampled_from(KEPT).map(lambda text: Record(atoms(text)))
COORDS = st.just(Record(("#X", "coords", "0", "1", "100", "-1", "200", "140", "1", "0", "0")))


def subpatches(depth: int) -> st.SearchStrategy[Box]:
    """Boxes with a canvas inside: subpatches, and graphs on their parent."""
    heads = st.sampled_from([("pd", "sub"), ("pd",), ("graph",), ("pd", "two", "words")])
    return st.builds(
        Box, st.just("restore"), heads, X, X, WIDTHS, canvases(depth, rest=("(subpatch)", "0"))
    )


@st.composite
def canvases(
    draw: st.DrawFn, depth: int = 2, rest: tuple[str, ...] = ("12",), most: int = 6
) -> Canvas:
    """A canvas with everything in it that a file may hold."""
    kinds = OBJECT_BOXES | TEXT_BOXES | ARRAY_BOXES
    if depth:
        kinds |= subpatches(depth - 1)
    items: list[Item] = draw(st.lists(kinds | RECORDS, max_size=most))
    boxes = sum(isinstance(item, Box) for item in items)
    ends = st.integers(0, max(0, boxes - 1)) | st.integers(0, boxes + 3)
    ports = st.integers(0, 1) | st.integers(0, 9)
    cords = draw(st.lists(st.builds(Connection, ends, ports, ends, ports), max_size=2 * most))
    graph = draw(st.lists(COORDS, max_size=1)) if len(rest) > 1 else []
    x, y = draw(st.integers(-50, 500)), draw(st.integers(-50, 500))
    return Canvas(x, y, 450, 300, rest, (*items, *cords, *graph))


def whole_patches() -> st.SearchStrategy[Canvas]:
    """Top canvases, some with `#N struct` before them."""
    structs = st.lists(STRUCTS, max_size=2).map(tuple)
    return st.builds(
        lambda canvas, preamble: Canvas(
            canvas.x, canvas.y, canvas.width, canvas.height, canvas.rest, canvas.items, preamble
        ),
        canvases(),
        structs,
    )


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """The text of a patch with other white space than Pd writes: old files and hands have it."""
    text = write(draw(whole_patches()))
    chance = draw(st.randoms(use_true_random=False))
    records = [
        "".join(piece + chance.choice(BETWEEN) for piece in record.split(" ")[:-1])
        + record.split(" ")[-1]
        for record in text.removesuffix(";\n").split(";\n")
    ]
    return "".join(record + chance.choice(AFTER) for record in records)
