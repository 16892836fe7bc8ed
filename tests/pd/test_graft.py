"""Boxes and cords put in and taken out."""

from __future__ import annotations

from patchgen.pd.graft import grafted, recorded, without
from patchgen.pd.model import Box, Connection
from patchgen.pd.parse import parse
from patchgen.pd.write import write

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 text define t;\n#A set a \\;;\n#X obj 10 40 f;\n"
    "#X obj 10 70 print;\n#X connect 1 0 2 0;\n#X coords 0 0 1 1 10 10 1;\n"
)


def test_new_boxes_follow_the_last_one_and_new_cords_the_last_cord() -> None:
    changed = grafted(parse(PATCH), [Box("obj", ("bang",), 5, 5)], [Connection(3, 0, 1, 0)])

    assert write(changed) == PATCH.replace(
        "print;\n#X connect 1 0 2 0;\n",
        "print;\n#X obj 5 5 bang;\n#X connect 1 0 2 0;\n#X connect 3 0 1 0;\n",
    )


def test_a_cord_that_is_there_is_not_made_twice() -> None:
    assert write(grafted(parse(PATCH), [], [Connection(1, 0, 2, 0)])) == PATCH


def test_a_removed_box_takes_its_content_and_cords_along() -> None:
    changed = without(parse(PATCH), {0})

    assert write(changed) == PATCH.replace(
        "#X obj 10 10 text define t;\n#A set a \\;;\n", ""
    ).replace("1 0 2 0", "0 0 1 0")


def test_a_cord_is_replaced_where_it_stood() -> None:
    changed = recorded(parse(PATCH), lambda cord: (cord, Connection(0, 0, 2, 0)))

    assert [cord.source for cord in changed.connections] == [1, 0]
