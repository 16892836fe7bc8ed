"""Sizes against what Debian's Pd 0.53.1 drew on the screen at font size 10 (Tk coordinates)."""

from __future__ import annotations

import pytest

from patchgen.pd.model import Box
from patchgen.pd.parse import parse
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import outline, size, text

COLOURS = "#fcfcfc #000000 #000000"

DRAWN = [
    ("#X obj 20 20 osc~ 440;", (0, 0, 52, 18)),
    ("#X obj 20 60 +;", (0, 0, 22, 18)),
    ("#X obj 20 440 pack 0 0 0, f 30;", (0, 0, 184, 18)),
    (r"#X obj 20 100 expr \$f1 + \$f2 * 3 \, \$f1;", (0, 0, 142, 18)),
    (r"#X obj 700 720 foo\,bar x\$1;", (0, 0, 76, 18)),
    (r"#X msg 20 140 1 \, 0 500;", (0, 0, 56, 18)),
    (r"#X msg 20 180 \; foo 1 \; pd dsp 1;", (0, 0, 62, 44)),
    (r"#X msg 20 240 \$1 20;", (0, 0, 38, 18)),
    (r"#X msg 420 760 symbol two\ words;", (0, 0, 110, 18)),
    ("#X floatatom 20 480 5 0 0 0 - - - 0;", (0, 0, 32, 17)),
    ("#X floatatom 120 480 0 0 0 0 left - - 0;", (0, 0, 20, 17)),
    ("#X symbolatom 20 560 10 0 0 2 up - - 0;", (0, 0, 62, 17)),
    ("#X listbox 20 620 20 0 0 3 down - - 0;", (0, 0, 122, 17)),
    (f"#X obj 420 20 bng 15 250 50 0 empty empty start 17 7 0 10 {COLOURS};", (0, 0, 15, 15)),
    (f"#X obj 420 60 tgl 19 0 empty empty on 0 -8 0 12 {COLOURS} 0 1;", (0, 0, 19, 19)),
    (f"#X obj 9 9 hsl 128 15 0 127 0 0 empty empty f -2 -8 0 10 {COLOURS} 0 1;", (-3, 0, 130, 15)),
    (f"#X obj 9 9 vsl 15 128 0 127 0 0 empty empty v 0 -9 0 10 {COLOURS} 0 1;", (0, -2, 15, 131)),
    (f"#X obj 9 9 nbx 5 14 -1 1 0 0 empty empty f 0 -8 0 10 {COLOURS} 0 256;", (0, 0, 54, 14)),
    (f"#X obj 9 9 hradio 15 1 0 8 empty empty m 0 -8 0 10 {COLOURS} 0;", (0, 0, 120, 15)),
    (f"#X obj 9 9 vradio 15 1 0 5 empty empty m 0 -8 0 10 {COLOURS} 0;", (0, 0, 15, 75)),
    ("#X obj 9 9 vu 15 120 empty lev -1 -8 0 10 #404040 #000000 1 0;", (-1, -2, 16, 122)),
    ("#X obj 9 9 cnv 15 100 60 empty empty h 20 12 0 14 #e0e0e0 #404040 0;", (0, 0, 100, 60)),
    ("#X obj 700 120 bng;", (0, 0, 18, 18)),
    ("#X obj 700 150 hsl;", (-3, 0, 155, 18)),
    ("#X obj 700 200 vsl;", (0, -2, 18, 156)),
    ("#X obj 800 200 nbx;", (0, 0, 55, 16)),
    ("#X obj 800 300 cnv;", (0, 0, 120, 72)),
]


def only_box(record: str) -> Box:
    return parse(f"#N canvas 0 0 450 300 10;\n{record}\n").boxes[0]


@pytest.mark.parametrize(("record", "border"), DRAWN, ids=[record for record, _ in DRAWN])
def test_border_is_where_pd_draws_it(record: str, border: tuple[int, int, int, int]) -> None:
    box = only_box(record)

    drawn = outline(box)

    assert drawn == Rectangle(*border)


def test_object_longer_than_sixty_characters_breaks_at_a_blank() -> None:
    words = "text define -k a_very_long_name_for_a_text_box and many more arguments here that go on"

    measured = size(only_box(f"#X obj 420 700 {words};"))

    assert measured == (364, 31)


def test_comment_takes_at_least_the_pixels_of_its_letters() -> None:
    words = (
        "a much longer comment that goes on and on beyond the limit of sixty characters \\, so "
        "that Pd has to break it into two or even three lines"
    )

    border = outline(only_box(f"#X text 20 310 {words};"))

    letters = Rectangle(1, 3, 357, 42)
    assert border.joined(letters) == border
    assert (border.width, border.height) == (358, 42)


def test_plain_subpatch_is_as_large_as_its_name() -> None:
    inner = "#N canvas 0 50 450 300 synth 0;\n#X obj 10 10 inlet;\n"

    measured = size(only_box(f"{inner}#X restore 700 500 pd synth voice;"))

    assert measured == (88, 18)


def test_graph_on_parent_is_as_large_as_its_coords_say() -> None:
    inner = "#N canvas 0 50 450 300 face 0;\n#X obj 10 10 inlet;\n#X coords 0 -1 1 1 85 60 1 0 0;\n"

    measured = size(only_box(f"{inner}#X restore 700 540 pd face;"))

    assert measured == (85, 60)


def test_number_box_with_its_own_font_ignores_the_font_of_the_canvas() -> None:
    box = only_box("#X floatatom 20 520 8 0 0 1 lab - - 12;")

    assert size(box, font=10) == size(box, font=24) == (58, 19)


def test_larger_font_makes_a_larger_box() -> None:
    box = only_box("#X obj 20 20 osc~ 440;")

    assert size(box, font=12) == (60, 20)


def test_unknown_font_size_counts_as_the_next_smaller_one() -> None:
    box = only_box("#X obj 20 20 osc~ 440;")

    assert size(box, font=14) == size(box, font=12)


def test_absurd_arguments_give_a_size_within_pds_bounds() -> None:
    assert size(only_box("#X obj 9 9 bng 1e9;")) == (1000, 1000)
    assert size(only_box("#X obj 9 9 hradio 15 1 0 1e9;")) == (15 * 128, 15)
    assert size(only_box("#X floatatom 9 9 -7 0 0 0 - - - 0;")) == (4 * 6 + 2, 17)


def test_text_shows_no_escape_before_a_dollar_but_one_inside_a_symbol() -> None:
    box = only_box(r"#X msg 9 9 set \$1 \, two\ words;")

    assert text(box) == r"set $1, two\ words"
