"""The SVG: valid, harmless, of bounded size, whatever the patch holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from layout.canvases import canvases

from patchgen.draw.svg import svg
from patchgen.pd.model import Canvas

from .samples import HOSTILE, TONE, patch

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{name}" for name in ("svg", "rect", "polyline", "path", "ellipse", "text")}
ATTRIBUTES = set(
    "class x y width height viewBox points d cx cy rx ry fill stroke stroke-width stroke-dasharray "
    "stroke-linecap font-size font-weight font-family textLength".split()
) | {"{http://www.w3.org/XML/1998/namespace}space"}
"""All that a picture needs; among them is nothing that could run or fetch."""


def drawn(canvas: Canvas) -> ET.Element:
    """The picture, parsed."""
    return ET.fromstring(svg(canvas))


def texts(canvas: Canvas) -> list[str | None]:
    """The lines of text in a picture."""
    return [element.text for element in drawn(canvas).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_patch_gives_a_harmless_picture(name: str) -> None:
    picture = drawn(HOSTILE[name])

    left, top, width, height = map(float, picture.attrib["viewBox"].split())
    assert all(-16_000 <= edge <= 0 for edge in (left, top))
    assert 0 < width <= 16_000 and 0 < height <= 16_000
    for element in picture.iter():
        assert element.tag in TAGS
        assert element.attrib.keys() <= ATTRIBUTES
        assert "url" not in "".join(element.attrib.values())


@settings(max_examples=30, deadline=None)
@given(canvases())
def test_any_patch_gives_a_picture(canvas: Canvas) -> None:
    picture = drawn(canvas)

    assert picture.tag == f"{SVG}svg"


def test_text_is_shown_as_it_is() -> None:
    assert texts(patch('text 1 1 a <b> & "c"')) == ['a <b> & "c"']


def test_wide_text_is_broken_as_in_pd() -> None:
    assert texts(patch("obj 1 1 print aaaa bbbb, f 10")) == ["print aaaa", "bbbb"]


def test_signal_cords_are_thicker() -> None:
    cords = [e for e in drawn(TONE).iter(f"{SVG}polyline") if e.attrib["class"] == "cord"]

    assert [cord.get("stroke-width") for cord in cords] == ["2", "2", "2"]


def test_picture_holds_what_lies_outside_the_window() -> None:
    canvas = patch("obj -100 20 osc~", "obj 700 900 dac~")

    left, _, width, height = map(float, drawn(canvas).attrib["viewBox"].split())

    assert left < -100
    assert left + width > 700 and height > 900


def test_same_patch_gives_the_same_picture() -> None:
    assert svg(TONE) == svg(TONE)


def test_font_of_the_topmost_canvas_counts_for_a_subpatch() -> None:
    inner = patch("#N canvas 0 0 9 9 s 0", "obj 1 1 osc~", "restore 1 1 pd s").boxes[0].canvas
    assert inner is not None

    assert 'font-size="16"' in svg(inner, font=16)
