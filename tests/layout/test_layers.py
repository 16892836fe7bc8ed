from __future__ import annotations

from patchgen.layout.layers import rows
from patchgen.pd.model import Connection

NONE: frozenset[int] = frozenset()


def cords(text: str) -> tuple[Connection, ...]:
    """Cords from `0>1 1>2:1`: box, box and inlet."""
    found = []
    for cord in text.split():
        source, _, sink = cord.partition(">")
        box, _, inlet = sink.partition(":")
        found.append(Connection(int(source), 0, int(box), int(inlet or 0)))
    return tuple(found)


def test_box_lies_below_everything_that_feeds_it() -> None:
    row = rows([50] * 4, cords("0>1 1>2 0>2 2>3"), NONE, NONE)

    assert row == [0, 1, 2, 3]


def test_control_lies_just_above_the_box_it_feeds() -> None:
    row = rows([50] * 5, cords("0>1 1>2 2>3 4>3:1"), NONE, NONE)

    assert row[4] == row[3] - 1


def test_box_between_a_control_and_its_target_comes_down_with_it() -> None:
    row = rows([50] * 6, cords("0>1 1>2 2>3 4>5 5>3:1"), NONE, NONE)

    assert (row[4], row[5]) == (row[3] - 2, row[3] - 1)


def test_display_of_a_control_does_not_hold_it_back() -> None:
    row = rows([50] * 6, cords("0>1 1>2 2>3 4>3:1 4>5"), NONE, NONE)

    assert row[4] == row[3] - 1
    assert row[5] == row[4] + 1


def test_narrow_controls_share_a_row() -> None:
    row = rows([30, 30, 60], cords("0>2 1>2:1"), NONE, NONE)

    assert row == [0, 0, 1]


def test_wide_controls_stand_in_steps_the_last_inlet_lowest() -> None:
    row = rows([130, 130, 60], cords("0>2 1>2:1"), NONE, NONE)

    assert row == [0, 1, 2]


def test_inlets_share_the_first_row_and_outlets_the_last() -> None:
    row = rows([50] * 6, cords("0>2 2>3 3>4 1>3:1 0>5"), frozenset({0, 1}), frozenset({4, 5}))

    assert row == [0, 0, 1, 2, 3, 3]
