"""New boxes find free places beside what they are connected with."""

from __future__ import annotations

from patchgen.layout.metric import metric
from patchgen.layout.nearby import nearby
from patchgen.pd.graft import grafted
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.parse import parse

TWO = (
    "#N canvas 0 50 450 300 12;\n#X obj 100 80 osc~ 440;\n#X obj 100 160 dac~;\n"
    "#X connect 0 0 1 0;\n"
)


def with_fresh(atoms: tuple[str, ...], *cords: Connection) -> Canvas:
    """Two boxes and a new one in its place."""
    return nearby(grafted(parse(TWO), [Box("obj", atoms)], cords), [2])


def test_what_feeds_a_box_stands_above_it() -> None:
    fresh = with_fresh(("hsl",), Connection(2, 0, 0, 0)).boxes[2]

    assert fresh.y < 80
    assert abs(fresh.x - 100) < 20


def test_what_is_fed_stands_below() -> None:
    fresh = with_fresh(("env~",), Connection(0, 0, 2, 0)).boxes[2]

    assert 80 < fresh.y < 160


def test_a_box_without_cords_stands_below_all() -> None:
    assert with_fresh(("metro",)).boxes[2].y > 160


def test_nothing_that_stood_there_moves_or_is_covered() -> None:
    canvas = with_fresh(("vsl",), Connection(2, 0, 1, 0))

    assert [(box.x, box.y) for box in canvas.boxes[:2]] == [(100, 80), (100, 160)]
    assert metric(canvas).overlaps == 0


def test_the_window_grows_only_where_it_must() -> None:
    small = parse(TWO.replace("450 300", "150 180"))

    grown = nearby(grafted(small, [Box("obj", ("metro",))], ()), [2])

    assert grown.height > 180
    assert with_fresh(("env~",), Connection(0, 0, 2, 0)).height == 300
