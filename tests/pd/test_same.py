"""Patches that are one graph, and such that are not."""

from __future__ import annotations

import pytest

from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.same import same_graph


def canvas(text: str) -> Canvas:
    """A patch with the records between the lines."""
    records = [line.strip() for line in text.splitlines() if line.strip()]
    return parse("#N canvas 0 50 450 300 12;\n" + "".join(f"{record};\n" for record in records))


PATCH = """
    #X obj 10 10 t b b
    #X obj 10 90 f 1
    #X obj 90 90 f 2
    #X connect 0 0 1 0
    #X connect 0 0 2 0
    #X connect 0 1 2 1
"""


def test_other_numbers_for_the_same_boxes_are_the_same_graph() -> None:
    renumbered = """
        #X obj 90 90 f 2
        #X obj 10 90 f 1
        #X obj 10 10 t b b
        #X connect 2 1 0 1
        #X connect 2 0 1 0
        #X connect 2 0 0 0
    """

    assert same_graph(canvas(PATCH), canvas(renumbered))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#X connect 0 1 2 1", "#X connect 0 1 1 1"),
        ("#X connect 0 1 2 1", ""),
        ("#X connect 0 1 2 1", "#X connect 0 0 2 1"),
        ("#X obj 10 90 f 1", "#X obj 10 90 f 3"),
        ("#X obj 10 90 f 1", "#X obj 10 91 f 1"),
        ("#X obj 10 90 f 1", "#X obj 10 90 f 1, f 9"),
        ("#X obj 10 90 f 1", "#X msg 10 90 f 1"),
        ("#X obj 10 90 f 1", "#X obj 10 90 f 1\n#A 0 1"),
        ("#X obj 10 10 t b b", "#X declare -path x\n#X obj 10 10 t b b"),
    ],
)
def test_whatever_changes_is_seen(old: str, new: str) -> None:
    assert not same_graph(canvas(PATCH), canvas(PATCH.replace(old, new)))


def test_the_order_in_which_an_outlet_fires_counts() -> None:
    swapped = PATCH.replace("0 0 1 0", "x").replace("0 0 2 0", "0 0 1 0").replace("x", "0 0 2 0")

    assert not same_graph(canvas(PATCH), canvas(swapped))


def test_twins_are_told_apart_by_their_cords() -> None:
    """Two equal boxes at one place: one feeds the left inlet, one the right, or one feeds both."""
    twins = "#X obj 1 1 f\n#X obj 1 1 f\n#X obj 1 9 +\n#X connect 0 0 2 0\n"

    both = canvas(twins + "#X connect 0 0 2 1")
    each = canvas(twins + "#X connect 1 0 2 1")

    assert not same_graph(both, each)
    assert same_graph(each, canvas(twins.replace("0 0 2", "1 0 2") + "#X connect 0 0 2 1"))


def test_the_numbers_of_inlets_count() -> None:
    ports = "#X obj {} 1 inlet\n#X obj {} 9 inlet"

    assert not same_graph(canvas(ports.format(10, 10)), canvas(ports.format(10, 9)))
    swapped = "#X obj 10 9 inlet\n#X obj 10 1 inlet"
    assert not same_graph(canvas(ports.format(10, 10)), canvas(swapped))


def test_the_order_of_scalars_counts() -> None:
    assert not same_graph(
        canvas("#X scalar a 1 \\;\n#X scalar a 2 \\;"),
        canvas("#X scalar a 2 \\;\n#X scalar a 1 \\;"),
    )


def test_subpatches_are_compared_by_their_content() -> None:
    outer = "#N canvas 0 50 300 200 s 0\n{}\n#X restore 10 10 pd s"
    a, b = "#X obj 1 1 f\n#X obj 1 9 i", "#X obj 1 9 i\n#X obj 1 1 f"

    assert same_graph(canvas(outer.format(a)), canvas(outer.format(b)))
    assert not same_graph(canvas(outer.format(a)), canvas(outer.format("#X obj 1 1 f")))


def test_a_cord_to_nowhere_is_compared_by_its_number() -> None:
    boxes = "#X obj 1 1 f\n#X connect {} 0 {} 0"

    assert same_graph(canvas(boxes.format(0, 7)), canvas(boxes.format(0, 7)))
    assert not same_graph(canvas(boxes.format(0, 7)), canvas(boxes.format(0, 8)))
    assert not same_graph(canvas(boxes.format(7, 0)), canvas(boxes.format(8, 0)))


def test_a_cord_that_pd_refuses_is_none() -> None:
    early = "#X obj 1 1 f\n#X connect 0 0 1 0\n#X obj 1 9 f"
    late = "#X obj 1 1 f\n#X obj 1 9 f\n#X connect 0 0 1 0"

    assert same_graph(canvas(early), canvas(early))
    assert not same_graph(canvas(early), canvas(late))
