"""Reading .pd text."""

import time
from contextlib import suppress

import pytest

from patchgen.errors import ParseError
from patchgen.pd.model import Box, Connection, Record
from patchgen.pd.parse import parse

HEAD = "#N canvas 0 50 450 300 10;\n"


def test_boxes_and_connections_are_read_in_order() -> None:
    canvas = parse(HEAD + "#X obj 10 20 osc~ 440;\n#X obj 10 50 dac~;\n#X connect 0 0 1 1;\n")

    assert canvas.boxes == (Box("obj", ("osc~", "440"), 10, 20), Box("obj", ("dac~",), 10, 50))
    assert canvas.connections == (Connection(0, 0, 1, 1),)


def test_escaped_comma_stays_in_its_atom() -> None:
    (box,) = parse(HEAD + "#X msg 1 2 1 \\, 0 500 \\; foo \\$1;\n").boxes

    assert box.atoms == ("1", r"\,", "0", "500", r"\;", "foo", r"\$1")


def test_a_set_width_is_no_argument() -> None:
    (box,) = parse(HEAD + "#X obj 1 2 metro 500, f 12;\n").boxes

    assert (box.args, box.width) == (("500",), 12)


def test_a_subpatch_is_a_box_with_a_canvas() -> None:
    text = HEAD + "#N canvas 1 2 3 4 sub 0;\n#X obj 5 6 inlet;\n#X restore 7 8 pd sub;\n"
    (box,) = parse(text).boxes

    assert (box.kind, box.name, box.args, box.x) == ("restore", "pd", ("sub",), 7)
    assert box.canvas is not None
    assert box.canvas.boxes[0].name == "inlet"
    assert box.canvas.rest == ("sub", "0")


def test_arrays_and_scalars_count_as_boxes_and_other_records_are_kept() -> None:
    text = HEAD + "#X array a 3 float 3;\n#A 0 1 2 3;\n#X coords 0 1 2 -1 200 140 1 0 0;\n"
    canvas = parse(text)

    assert [box.kind for box in canvas.boxes] == ["array"]
    assert canvas.items[1:] == (
        Record(("#A", "0", "1", "2", "3")),
        Record(("#X", "coords", "0", "1", "2", "-1", "200", "140", "1", "0", "0")),
    )


def test_records_before_the_canvas_are_kept() -> None:
    assert parse("#N struct s float x;\n" + HEAD).preamble == (
        Record(("#N", "struct", "s", "float", "x")),
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("Sure! Here it is:\n" + HEAD + ";", 1, 1),
        (HEAD + "#X obj 10 20 osc~", 2, 1),
        (HEAD + "#X obj ten 20 osc~;", 2, 1),
        (HEAD + "#X restore 1 2 pd;", 2, 1),
        (HEAD + "#N canvas 0 0 1 1 sub 0;\n", 2, 1),
        ("#N canvas 0 50;\n", 1, 1),
        (HEAD + "#X msg 1 2 ok;\n  #X floatatom;", 3, 3),
    ],
)
def test_what_is_no_patch_is_refused_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse(text)

    assert (caught.value.line, caught.value.column) == (line, column)


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(ParseError, match="nest deeper"):
        parse("#N canvas 0 0 1 1 sub 0;\n" * 5000)


@pytest.mark.parametrize("piece", ["\\", ";", "#X obj 1 1 ", "a ", ", ", "#N canvas 0 0 1 1 10;\n"])
def test_a_megabyte_of_anything_takes_little_time(piece: str) -> None:
    text = HEAD + piece * (1_000_000 // len(piece))
    start = time.perf_counter()
    with suppress(ParseError):
        parse(text)

    assert time.perf_counter() - start < 10  # Far from quadratic, on a slow machine too.
