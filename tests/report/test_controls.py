"""What boxes with a face hold when the patch opens, and what stands beside them."""

from __future__ import annotations

import pytest
from lint.samples import canvas_of

from patchgen.pd.model import Box, Canvas
from patchgen.report.controls import Face, caption, face

from .boxes import COLOURS, GO, RUN, RUN_KEPT, TO_PITCH, VOLUME, VOLUME_KEPT


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (VOLUME, Face(0, 1, 0, False)),
        (VOLUME_KEPT, Face(0, 1, 0.5, True)),
        (TO_PITCH, Face(20, 2000, 20, False)),
        (RUN, Face(0, 1, 0, False)),
        (RUN_KEPT, Face(0, 1, 1, True)),
        (GO, Face()),
        (f"[hradio 15 1 1 4 empty empty empty 0 -8 0 10 {COLOURS} 2]", Face(0, 3, 2, True)),
        (f"[nbx 5 14 -1e+37 1e+37 0 1 empty empty empty 0 -8 0 10 {COLOURS} 7 256]",
         Face(None, None, 7, True)),
        ("[floatatom 5 0 10 0 - - - 0]", Face(0, 10, 0, False)),
        ("[floatatom 5 0 0 0 - - - 0]", Face(None, None, 0, False)),
        ("[osc~ 440]", Face()),
        ("[hsl]", Face(None, None, 0, False)),
        ("[hsl 128 15 0 127]", Face(0, 127, 0, False)),
        ("[hsl a b c d e]", Face(None, None, 0, False)),
    ],
)  # fmt: skip
def test_saved_values_are_read(sample: str, expected: Face) -> None:
    (box,) = canvas_of(sample).boxes

    assert face(box) == expected


def test_a_logarithmic_slider_is_read_in_its_middle() -> None:
    (box,) = canvas_of(
        f"[hsl 101 15 10 1000 1 1 empty empty empty -2 -8 0 10 {COLOURS} 5000 1]"
    ).boxes

    assert face(box).value == pytest.approx(100)


def test_a_comment_in_the_same_row_is_the_caption_of_an_unnamed_box() -> None:
    number = Box("floatatom", ("5", "0", "0", "0", "-", "-", "-", "0"), 20, 100)
    near, far = Box("text", ("cutoff",), 70, 102), Box("text", ("elsewhere",), 70, 140)

    told = caption(Canvas(items=(number, near, far)), number)

    assert told == "cutoff"


def test_a_label_comes_before_a_comment() -> None:
    slider = canvas_of(VOLUME).boxes[0]
    near = Box("text", ("something",), slider.x + 60, slider.y)

    assert caption(Canvas(items=(slider, near)), slider) == "volume"
