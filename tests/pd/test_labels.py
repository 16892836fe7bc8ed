"""Labels against the places where Debian's Pd 0.53.1 drew them."""

from __future__ import annotations

import pytest

from patchgen.pd.labels import label, label_area, label_text, with_label_at
from patchgen.pd.model import Box
from patchgen.pd.parse import parse
from patchgen.pd.rectangle import Rectangle

COLOURS = "#fcfcfc #000000 #000000"

DRAWN = [
    (f"bng 15 250 50 0 empty empty start 17 7 0 10 {COLOURS}", (16, 1, 48, 14)),
    (f"tgl 19 0 empty empty on_off 0 -8 0 12 {COLOURS} 0 1", (-1, -15, 43, 0)),
    (f"hsl 128 15 0 127 0 0 empty empty cutoff_Hz -2 -8 0 10 {COLOURS} 0 1", (-3, -14, 53, -1)),
    (f"vsl 15 128 0 127 0 0 empty empty vol 0 -9 0 10 {COLOURS} 0 1", (-1, -15, 18, -2)),
    ("cnv 15 100 60 empty empty head 20 12 0 14 #e0e0e0 #404040 0", (19, 4, 53, 21)),
]


def gui(body: str) -> Box:
    return parse(f"#N canvas 0 0 450 300 10;\n#X obj 0 0 {body};\n").boxes[0]


@pytest.mark.parametrize(("body", "letters"), DRAWN, ids=[body.split()[0] for body, _ in DRAWN])
def test_area_holds_all_letters(body: str, letters: tuple[int, int, int, int]) -> None:
    area = label_area(gui(body))

    assert area is not None
    assert area.joined(Rectangle(*letters)) == area
    assert area.width <= letters[2] - letters[0] + 4


def test_no_label_needs_no_space() -> None:
    box = gui(f"bng 15 250 50 0 empty empty empty 17 7 0 10 {COLOURS}")

    assert label_area(box) is None


def test_label_of_a_background_is_found_in_its_old_form_too() -> None:
    box = gui("cnv 15 100 60 head 20 12 0 14 #e0e0e0 #404040")

    found = label(box)

    assert found is not None
    assert (found.text, found.dx, found.dy, found.font) == ("head", 20, 12, 14)


def test_moved_label_leaves_everything_else_as_it_was() -> None:
    box = gui(f"bng 15 250 50 0 empty empty start 17 7 0 10 {COLOURS}")

    moved = with_label_at(box, -3, 20)

    assert moved.atoms == (*box.atoms[:8], "-3", "20", *box.atoms[10:])


@pytest.mark.parametrize(
    ("side", "letters"), [(0, (-27, 2, -2, 15)), (1, (33, 2, 58, 15)), (2, (-2, -14, 24, -1))]
)
def test_label_of_a_number_box_stands_on_its_side(
    side: int, letters: tuple[int, int, int, int]
) -> None:
    canvas = parse(f"#N canvas 0 0 450 300 10;\n#X floatatom 0 0 5 0 0 {side} left - - 0;\n")

    area = label_area(canvas.boxes[0])

    assert area is not None
    assert area.joined(Rectangle(*letters)) == area


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("floatatom 0 0 5 0 0 0 cutoff - - 0", "cutoff"),
        ("symbolatom 0 0 10 0 0 0 a\\ b - - 0", "a b"),
        ("listbox 0 0 20 0 0 0 - in out 0", ""),
        ("floatatom 0 0 5 0 0 0 --12 - - 0", "-12"),
        ("floatatom 0 0 5 0 0", ""),
        (f"obj 0 0 bng 15 250 50 0 empty empty start 17 7 0 10 {COLOURS}", "start"),
        (f"obj 0 0 bng 15 250 50 0 empty empty empty 17 7 0 10 {COLOURS}", ""),
        ("obj 0 0 osc~ 440", ""),
    ],
)
def test_text_of_a_label_is_what_stands_beside_the_box(record: str, expected: str) -> None:
    box = parse(f"#N canvas 0 0 450 300 10;\n#X {record};\n").boxes[0]

    assert label_text(box) == expected
