"""The listing for terminals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from layout.canvases import canvases

from patchgen.draw.text import text
from patchgen.pd.model import Canvas

from .samples import COLOURS, HOSTILE, SYNTH, TONE, patch


def test_rows_follow_the_flow_with_their_cords() -> None:
    assert text(TONE).splitlines() == [
        "0 [osc~ 440]  ⇒ 1",
        "1 [*~ 0.1]    ⇒ 2, 2:1",
        "2 [dac~]",
    ]


def test_box_that_feeds_stands_above_what_it_feeds() -> None:
    canvas = patch("obj 1 1 dac~", "obj 1 1 osc~", "connect 1 0 0 0")

    assert text(canvas).splitlines() == ["1 [osc~]  ⇒ 0", "0 [dac~]"]


def test_cord_upwards_has_a_mark() -> None:
    canvas = patch("obj 1 1 + 1", "obj 1 1 f", "connect 0 0 1 1", "connect 1 0 0 0")

    assert text(canvas).splitlines() == ["0 [+ 1]  → 1:1", "1 [f]    → 0↑"]


def test_other_outlets_are_named() -> None:
    canvas = patch("obj 1 1 t b f", "obj 1 1 print", "connect 0 1 1 0", "connect 0 0 1 0")

    assert text(canvas).splitlines()[0] == "0 [t b f]  → 1  1→ 1"


def test_subpatch_follows_its_row() -> None:
    assert text(SYNTH).splitlines() == [
        "0 [osc~ 440]  ⇒ 1",
        "3 [bang(      → 1:1",
        "1 [pd synth]  ⇒ 2",
        "  │ 1 [inlet~]   ⇒ 2",
        "  │ 2 [outlet~]",
        "  │",
        "  │ 0 [inlet]",
        "2 [dac~]",
    ]


def test_controls_show_their_range_and_label() -> None:
    slider = f"obj 1 1 hsl 128 15 0 127 0 0 empty empty volume -2 -8 0 10 {COLOURS} 0 1"
    canvas = patch(slider, "floatatom 1 1 5 0 0 0 pitch - - 0", "msg 1 1 bang")

    assert text(canvas).splitlines() == ["0 [hsl 0..127 volume]", "1 [number pitch\\", "2 [bang("]


def test_comments_come_first_in_reading_order() -> None:
    canvas = patch("text 1 90 second", "obj 1 1 bng", "text 1 10 first")

    assert text(canvas).splitlines() == ["2 first", "0 second", "", "1 [bng]"]


@settings(max_examples=30, deadline=None)
@given(canvases())
def test_no_row_is_wider_than_asked(canvas: Canvas) -> None:
    assert max(map(len, text(canvas, columns=80).splitlines())) <= 80


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_patch_sends_nothing_to_the_terminal(name: str) -> None:
    shown = text(HOSTILE[name])

    assert all(letter.isprintable() or letter == "\n" for letter in shown)


def test_plain_signs_are_enough() -> None:
    shown = text(SYNTH, is_ascii=True)

    assert shown.isascii()
    assert "0 [osc~ 440]  => 1" in shown


def test_empty_patch_says_so() -> None:
    assert text(patch()) == "(an empty patch)\n"
