"""Reading .pd text."""

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


def test_a_record_of_its_own_may_set_a_width() -> None:
    (box, other) = parse(HEAD + "#X obj 1 2 metro;\n#X f 12;\n#X obj 1 2 f, f 3;\n#X f 4;\n").boxes

    assert (box.args, box.width) == ((), 12)
    assert other.width == 3


def test_atoms_after_a_connection_are_kept_with_it() -> None:
    (cord,) = parse(HEAD + "#X connect 1 2 3 4 empty;\n").connections

    assert cord == Connection(1, 2, 3, 4, rest=("empty",))


def test_a_graph_of_an_old_file_is_a_subpatch_with_coords() -> None:
    arrays = "#X array a 9 float 0;\n#X array b 9 float 0;\n"
    old = f"{HEAD}#X graph g 0 -1 9 1 259 176 459 36;\n{arrays}#X pop;\n#X obj 1 1 f;\n"

    graph, box = parse(old).boxes

    assert (graph.kind, graph.atoms, graph.x, graph.y) == ("restore", ("graph",), 259, 36)
    assert graph.canvas is not None
    assert [inner.kind for inner in graph.canvas.boxes] == ["array", "array"]
    assert graph.canvas.items[-1] == Record(tuple("#X coords 0 1 9 -1 200 140 1".split()))
    assert box.name == "f"


def test_a_graph_without_a_name_opens_nothing() -> None:
    canvas = parse(HEAD + "#X graph;\n#X graph 1 2 3;\n#X pop;\n")

    assert [item.record[1] for item in canvas.items] == ["graph", "graph", "pop"]


def test_private_abstractions_of_purr_data_make_no_boxes() -> None:
    inside = "#X abframe 1;\n#N canvas 1 2 3 4 10;\n#X obj 1 1 f;\n#X abpush a;\n#X abframe 0;\n"
    canvas = parse(HEAD + inside + "#X obj 1 1 ab a;\n")

    assert [box.name for box in canvas.boxes] == ["ab"]
    assert len(canvas.items) == 6


def test_blanks_are_those_of_pd() -> None:
    (box,) = parse(HEAD + "#X text 1 1 a\x0bb\xa0c\u2003d\x1ce\r\nf\tg;\n").boxes

    assert box.atoms == ("a\x0bb\xa0c\u2003d\x1ce", "f", "g")


def test_an_escaped_line_break_belongs_to_its_atom() -> None:
    (box,) = parse(HEAD + "#X text 1 1 a\\\nb\\ c;\n").boxes

    assert box.atoms == ("a\\\nb\\ c",)


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
