"""Boxes in the order of the flow."""

from patchgen.pd.graph import fed_by, feeds, flow_order, reordered
from patchgen.pd.model import Box, Canvas, Connection, Record


def patch(count: int, *cords: tuple[int, int]) -> Canvas:
    boxes = tuple(Box("obj", (f"o{i}",)) for i in range(count))
    return Canvas(items=(*boxes, *(Connection(a, 0, b, 0) for a, b in cords)))


def test_a_box_comes_after_what_feeds_it() -> None:
    assert flow_order(patch(3, (2, 0), (0, 1))) == [2, 0, 1]


def test_an_ordered_patch_stays_as_it_is() -> None:
    assert flow_order(patch(4, (0, 2), (1, 2), (2, 3))) == [0, 1, 2, 3]


def test_a_cycle_is_cut_and_every_box_kept() -> None:
    assert sorted(flow_order(patch(3, (0, 1), (1, 2), (2, 0)))) == [0, 1, 2]


def test_cords_follow_their_boxes_to_new_places_and_vanish_with_them() -> None:
    moved = reordered(patch(3, (0, 1), (1, 2)), [2, 1])

    assert [box.name for box in moved.boxes] == ["o2", "o1"]
    assert moved.connections == (Connection(1, 0, 0, 0),)


def test_neighbours_are_found_from_both_ends() -> None:
    canvas = patch(3, (0, 2), (1, 2))

    assert [cord.source for cord in fed_by(canvas)[2]] == [0, 1]
    assert [cord.sink for cord in feeds(canvas)[0]] == [2]


def test_saved_content_and_width_follow_their_box() -> None:
    content, width = Record(("#A", "0", "1", "2")), Record(("#X", "f", "9"))
    head, coords = Record(("#X", "declare")), Record(("#X", "coords", "0"))
    first, second = Box("obj", ("array", "define")), Box("obj", ("f",))
    canvas = Canvas(items=(head, first, content, width, second, coords))

    assert reordered(canvas, [1, 0]).items == (head, second, first, content, width, coords)
