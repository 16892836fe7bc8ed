"""The PNG: readable on a machine without fonts, and a clear word where it cannot be made."""

from __future__ import annotations

import struct
import sys

import pytest

from patchgen.draw.raster import is_covered, png
from patchgen.draw.svg import svg
from patchgen.errors import PatchgenError

from .samples import TONE, patch


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_picture_is_as_large_as_the_window() -> None:
    assert size(png(svg(TONE))) == (450, 300)


def test_scale_makes_it_larger() -> None:
    assert size(png(svg(TONE), 2)) == (900, 600)


def test_letters_come_from_our_own_font() -> None:
    picture = svg(patch("text 1 1 letters"))

    without = png(svg(patch()))

    assert is_covered(picture)
    assert len(png(picture)) > len(without) + 300


def test_foreign_letters_are_left_to_the_system() -> None:
    assert not is_covered(svg(patch("text 1 1 \N{CJK UNIFIED IDEOGRAPH-6F22}")))


def test_picture_that_would_fill_the_memory_is_refused() -> None:
    picture = svg(patch("obj 20000 20000 bng"))

    with pytest.raises(PatchgenError, match="256 million pixels") as caught:
        png(picture)

    assert "--scale 0.6" in caught.value.hint
    assert size(png(picture, 0.1)) == (1600, 1600)


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    with pytest.raises(PatchgenError) as caught:
        png(svg(TONE))

    assert "pip install" in caught.value.hint


def test_what_is_no_picture_is_told() -> None:
    with pytest.raises(PatchgenError, match="could not be made"):
        png("no picture")
