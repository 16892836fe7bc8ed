from __future__ import annotations

from patchgen.layout.together import together


def test_pairs_join_into_sets() -> None:
    assert together(range(5), [(0, 2), (4, 2)]) == [[0, 2, 4], [1], [3]]


def test_members_keep_the_order_they_came_in() -> None:
    assert together([3, 1, 2], [(2, 3)]) == [[3, 2], [1]]
