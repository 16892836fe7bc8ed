"""Our picture beside the one that Pd's own window draws, for each kind of box.

Pd saved the patches in tests/patches/drawn; only the ticks in graphs.pd, which Pd reads but does
not save, were added by hand. Measured with Debian's Pd 0.53.1: every border, port and cord lies
on the pixel where Pd draws it; of all pixels 0.1 to 0.4 % differ by more than 96 of 255, all of
them at the edges of letters and of slanted lines, which Tk does not smooth.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from patchgen.draw.marks import Line, Role
from patchgen.draw.raster import png
from patchgen.draw.scene import scene
from patchgen.draw.svg import svg
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.rectangle import Rectangle

from .pd_window import PdWindow, grey, pd_window

PATCHES = Path(__file__).parents[1] / "patches" / "drawn"
NAMES = ("boxes", "controls", "graphs")

NEAR = 2
"""Pixels."""
DIFFERENT = 96
"""Of 255: less is the edge of a smoothed line."""
SHARE = 0.006


@cache
def in_pd(name: str) -> PdWindow:
    """A patch in Pd's window; opened once for all tests."""
    return pd_window(PATCHES / f"{name}.pd")


def canvas(name: str) -> Canvas:
    """The same patch as we read it."""
    return parse((PATCHES / f"{name}.pd").read_text("utf-8"))


def nobody(_name: str) -> None:
    """A lookup beside which no abstraction lies."""


def ours(name: str, role: Role) -> list[Rectangle]:
    """The areas of all lines in our picture that have a role."""
    found = []
    for mark in scene(canvas(name), lookup=nobody):
        if isinstance(mark, Line) and mark.role is role:
            x, y = zip(*mark.points, strict=True)
            found.append(Rectangle(min(x), min(y), max(x), max(y)))
    return found


def distance(one: Rectangle, other: Rectangle) -> float:
    """How far the sides are from each other at most."""
    sides = ("left", "top", "right", "bottom")
    return max(abs(getattr(one, side) - getattr(other, side)) for side in sides)


def astray(drawn: Iterable[Rectangle], near: list[Rectangle]) -> list[Rectangle]:
    """Areas that have none of the others near them."""
    return [area for area in drawn if min((distance(area, n) for n in near), default=99) > NEAR]


@pytest.mark.parametrize("name", NAMES)
def test_borders_are_where_pd_draws_them(name: str) -> None:
    pds = [item.area for item in in_pd(name).items if item.is_border]

    found = ours(name, Role.BOX)

    assert len(found) == len(pds) > 10
    assert astray(pds, found) == astray(found, pds) == []


@pytest.mark.parametrize("name", NAMES)
def test_ports_are_where_pd_draws_them(name: str) -> None:
    pds = [item.area for item in in_pd(name).items if item.is_port]

    found = ours(name, Role.PORT)

    assert len(found) == len(pds) > 10
    assert astray(pds, found) == astray(found, pds) == []


@pytest.mark.parametrize("name", NAMES)
def test_cords_are_where_pd_draws_them(name: str) -> None:
    pds = [item.area for item in in_pd(name).items if item.tags.endswith(" cord")]

    found = ours(name, Role.CORD)

    assert len(found) == len(pds) > 1
    assert astray(pds, found) == astray(found, pds) == []


@pytest.mark.parametrize("name", NAMES)
def test_pixels_are_those_of_pds_window(name: str) -> None:
    theirs = in_pd(name).pixels.astype(int)

    drawn = grey(png(svg(canvas(name), lookup=nobody))).astype(int)

    rows, columns = (min(sizes) for sizes in zip(drawn.shape, theirs.shape, strict=True))
    assert rows > 400 and columns > 600
    differs = np.abs(drawn[:rows, :columns] - theirs[:rows, :columns]) > DIFFERENT
    assert differs.mean() < SHARE
