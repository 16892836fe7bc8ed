"""Writing .pd text: byte for byte what Pd saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patchgen.pd.model import Box, Canvas, Connection, Record, walk
from patchgen.pd.parse import parse
from patchgen.pd.write import spelled_anew, write

SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))
PECULIAR = {"contents", "every_box"}
"""Pd writes a lone backslash as nothing between two blanks, which only the spelling keeps."""


HEAD = "#N canvas 0 50 450 300 10;\n"


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_file_that_pd_saved_comes_back_byte_for_byte(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")

    assert write(parse(text)) == text


@pytest.mark.parametrize(
    "path", [path for path in SAVED if path.stem not in PECULIAR], ids=lambda path: path.stem
)
def test_it_does_so_from_the_values_alone(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    canvas = parse(text)

    fresh = replace(spelled_anew(canvas), is_wrapped=canvas.is_wrapped)

    assert write(fresh) == text


def test_there_are_saved_files_to_compare_with() -> None:
    assert len(SAVED) >= 10


ODD = {
    "numbers": "#X obj 20.0 010 f 1.0 007 1e+06 -0;\n#X text 1e1 -0 a;\n#X connect 00 0 01 0;\n",
    "widths": "#X obj 1 1 f, f 012;\n#X obj 1 1 f, f 00;\n#X msg 1 1 a , f 9;\n"
    "#X obj 1 1 f;\n#X f 12;\n",
    "blanks": "#X  obj 1 1 f ;\n\n#X text 1 1\ta  b ;;\n ;#X obj 2 2 f;#X msg 1 1 a;\n",
    "breaks": "#X text 1 1 a\nb;\n#X obj 1 1 f\n;\n#X text 1 1 one line however long it may be, "
    "f 70;\n#X obj 1 1 a line that is far longer than the sixty-five bytes of other lines here;\n",
    "a break and a width": "#X text 1 1 a\nb;\n#N canvas 0 0 9 9 s 0;\n#X restore 1 1 pd a name "
    "that is far longer than the sixty-five bytes of other lines;\n#X f 71;\n",
    "commas": "#X text 1 1 a\n, f 12;\n#X obj 1 1 , , a,b;\n",
    "geometry": "#N canvas 1.5 2.25 300 200.75 inside 0;\n#X restore 1 1 pd inside;\n",
    "cords": "#X obj 1 1 f;\n#X connect 0 0 0 0 empty;\n#X connect 0 0;\n#X connect a b c d;\n",
    "records": "#Z what is this;\n#X;\n#A;\n#X unheard 1.0;\n#N struct late float x;\n#C set 1;\n",
    "graph": "#X graph g 0 -1 9 1 259 176 459 36;\n#X array a 9 float 0;\n#X pop;\n#X obj 1 1 f;\n",
    "abstractions": "#X abframe 1;\n#N canvas 1 2 3 4 10;\n#X obj 1 1 f;\n#X abpush a;\n"
    "#X abframe 0;\n#X obj 1 1 ab a;\n",
    "no end": "#X obj 1 1 f;",
    "long end": "#X obj 1 1 f;\n\n \n",
    "letters": "#X text 1 1 a\x0bb \xa0 \u2003 \0 \ud800 \x85 é 🎛;\n",
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_what_is_spelled_oddly_comes_back_as_it_was(body: str, line_end: str) -> None:
    text = ("\n" + HEAD + body).replace("\n", line_end)

    assert write(parse(text)) == text


def test_lines_that_end_in_several_ways_stay_as_they_are() -> None:
    text = HEAD + "#X obj 1 1 f;\r\n#X obj 2 2 f;\n#X text 3 3 a\rb;\r"

    assert write(parse(text)) == text


def test_only_the_changed_box_is_spelled_anew() -> None:
    text = HEAD + "#X obj 20.0 010 f  1.0;\n#X obj 20.0 010 f  2.0;\n"
    canvas = parse(text)

    moved = canvas.with_boxes((replace(canvas.boxes[0], x=30), canvas.boxes[1]))

    assert write(moved) == HEAD + "#X obj 30 10 f 1.0;\n#X obj 20.0 010 f  2.0;\n"


def test_equal_records_keep_their_own_spelling() -> None:
    text = HEAD + "#X connect 0 0 1 0;\n#X connect 0 0 1 0 ;\n#X connect 0 0 1  0;\n"

    assert write(parse(text)) == text


def test_an_old_graph_is_written_as_a_new_one_once_it_has_moved() -> None:
    canvas = parse(HEAD + "#X graph g 0 -1 9 1 259 176 459 36;\n#X array a 9 float 0;\n#X pop;\n")

    moved = canvas.with_boxes((replace(canvas.boxes[0], x=7),))

    assert write(moved) == (
        f"{HEAD}#N canvas 0 50 450 250 (subpatch) 0;\n#X array a 9 float 0;\n"
        "#X coords 0 1 9 -1 200 140 1;\n#X restore 7 36 graph;\n"
    )


def test_the_width_of_a_subpatch_stands_in_a_record_of_its_own() -> None:
    canvas = Canvas(items=(replace(subpatch(Canvas()), width=20),))

    assert write(canvas).endswith("#X restore 1 2 pd s;\n#X f 20;\n")
    assert parse(write(canvas)) == canvas


def test_a_line_is_broken_after_the_atom_that_passes_65_bytes() -> None:
    short, word, letter = "a" * 49, "b" * 4, "é" * 28
    items = (
        Box("obj", (short, word)),
        Box("obj", (short, word, "c")),
        Box("obj", (short, word + "b", "c", "d")),
        Box("obj", (letter, "c")),
        Box("obj", (short, word + "b"), width=9),
    )

    text = write(Canvas(items=items, is_wrapped=True))

    assert text == (
        f"{HEAD}#X obj 0 0 {short} {word};\n"
        f"#X obj 0 0 {short} {word} c\n;\n"
        f"#X obj 0 0 {short} {word}b\nc d;\n"
        f"#X obj 0 0 {letter}\nc;\n"
        f"#X obj 0 0 {short} {word}b\n, f 9;\n"
    )


def test_a_patch_spelled_anew_has_the_same_values() -> None:
    canvas = parse(("\n" + HEAD + "".join(ODD.values())).replace("\n", "\r\n"))

    fresh = spelled_anew(canvas)

    assert fresh.items == canvas.items
    assert write(parse(write(fresh))) == write(fresh)


def whole(number: float) -> float:
    """Pixels without a fraction are integers."""
    return int(number) if number.is_integer() else number


def subpatch(canvas: Canvas) -> Box:
    """A box that holds the canvas."""
    return Box("restore", ("pd", "s"), 1, 2, None, replace(canvas, rest=("s", "0")))


ATOMS = st.text(st.sampled_from("abz~01.-"), min_size=1, max_size=12)
BOXES = st.builds(
    Box,
    st.sampled_from(["obj", "msg", "text"]),
    st.lists(ATOMS, min_size=1, max_size=30).map(tuple),
    st.integers(-500, 500),
    st.floats(-500, 500).map(lambda x: float(f"{x:g}")).map(whole),
    st.none() | st.integers(1, 80),
)
CANVASES = st.recursive(
    st.builds(Canvas, items=st.lists(BOXES, max_size=6).map(tuple)),
    lambda inner: st.builds(
        Canvas,
        items=st.lists(
            BOXES
            | inner.map(subpatch)
            | st.builds(Connection, *[st.integers(0, 9)] * 4),
            max_size=6,
        ).map(tuple),
    ),
    max_leaves=8,
)


@given(CANVASES)
def test_what_is_written_is_read_as_the_same_patch(canvas: Canvas) -> None:
    assert parse(write(canvas)) == canvas


def test_other_connections_go_before_the_closing_coords() -> None:
    coords = Record(("#X", "coords", "0", "1", "2", "-1", "200", "140", "1", "0", "0"))
    canvas = Canvas(items=(Box("obj", ("f",)), Box("obj", ("f",)), coords))

    assert canvas.with_connections((Connection(0, 0, 1, 0),)).items[2:] == (
        Connection(0, 0, 1, 0),
        coords,
    )


def test_walk_reaches_every_canvas_with_its_path() -> None:
    inner = Box("restore", ("pd",), canvas=Canvas())
    canvas = Canvas(items=(Box("msg", ("1",)), replace(inner, canvas=Canvas(items=(inner,)))))

    assert [path for path, _ in walk(canvas)] == [(), (1,), (1, 0)]
