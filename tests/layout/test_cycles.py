from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from patchgen.layout.cycles import forward
from patchgen.pd.model import Connection

ENDS = st.integers(0, 9)


def cord(source: int, sink: int) -> Connection:
    return Connection(source, 0, sink, 0)


def test_cord_that_leads_back_is_left_out() -> None:
    loop = (cord(0, 1), cord(1, 2), cord(2, 1))

    assert forward(3, loop) == loop[:2]


def test_cord_from_a_box_to_itself_is_left_out() -> None:
    assert forward(1, (cord(0, 0),)) == ()


def test_loop_is_entered_where_something_feeds_it() -> None:
    loop = (cord(1, 0), cord(0, 1), cord(2, 1))

    assert cord(0, 1) not in forward(3, loop)


def test_box_that_feeds_a_loop_is_no_part_of_it() -> None:
    flow = (cord(2, 0), cord(0, 1))

    assert forward(3, flow) == flow


@given(st.lists(st.builds(cord, ENDS, ENDS), max_size=40))
def test_what_remains_has_no_cycle(cords: list[Connection]) -> None:
    kept = list(forward(10, tuple(cords)))

    ends = set(range(10))
    while free := ends - {left.sink for left in kept}:
        ends -= free
        kept = [left for left in kept if left.source in ends]
    assert not kept
