"""Records in the order of their places, and nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.parse import parse
from patchgen.pd.same import same_graph
from patchgen.pd.sort import sorted_by_place
from patchgen.pd.write import write

SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))


def canvas(*records: str) -> Canvas:
    """A patch with these records."""
    return parse("#N canvas 0 50 450 300 12;\n" + "".join(f"{record};\n" for record in records))


def order(patch: Canvas) -> list[str]:
    """The first argument of each box, or its name."""
    return [box.args[0] if box.args else box.name for box in patch.boxes]


def box(x: float, y: float, name: str) -> str:
    """The record of an object that is known by its argument."""
    return f"#X obj {x} {y} f {name}"


def sorted_order(*records: str) -> list[str]:
    """The boxes of a patch with these records, after sorting."""
    return order(sorted_by_place(canvas(*records)))


def test_boxes_go_from_top_to_bottom_then_from_left_to_right() -> None:
    found = sorted_order(box(10, 90, "d"), box(200, 10, "b"), box(10, 50, "c"), box(10, 10, "a"))

    assert found == ["a", "b", "c", "d"]


def test_negative_and_fractional_places_count_as_numbers() -> None:
    found = sorted_order(
        box(10, 9.5, "c"), box(10, 100, "d"), box(10, -100, "a"), box(10, -30, "b")
    )

    assert found == ["a", "b", "c", "d"]


def test_cords_follow_their_boxes() -> None:
    patch = canvas(box(10, 90, "low"), box(10, 10, "high"), "#X connect 1 0 0 1")

    assert sorted_by_place(patch).connections == (Connection(0, 0, 1, 1),)


def test_an_outlet_fires_in_the_order_it_had() -> None:
    patch = canvas(
        box(10, 200, "low"), box(10, 100, "mid"), box(10, 10, "top"),
        "#X connect 2 0 0 0", "#X connect 1 0 0 0", "#X connect 2 0 1 0", "#X connect 2 0 0 1",
    )  # fmt: skip

    found = sorted_by_place(patch).connections

    from_top = [(cord.sink, cord.inlet) for cord in found if cord.source == 0]
    assert from_top == [(2, 0), (1, 0), (2, 1)]


def test_cords_stand_where_pd_would_save_them() -> None:
    patch = canvas(
        "#X obj 10 90 f", "#X obj 10 10 t b b",
        "#X connect 0 0 1 0", "#X connect 1 1 0 1", "#X connect 1 0 0 0",
        "#X coords 0 1 100 -1 200 140 1",
    )  # fmt: skip

    assert write(sorted_by_place(patch)).splitlines()[3:] == [
        "#X connect 0 0 1 0;",
        "#X connect 0 1 1 1;",
        "#X connect 1 0 0 0;",
        "#X coords 0 1 100 -1 200 140 1;",
    ]


def test_every_canvas_is_sorted() -> None:
    patch = canvas(
        "#N canvas 0 50 300 200 in 0", box(10, 90, "b"), box(10, 10, "a"), "#X connect 1 0 0 0",
        "#X restore 10 90 pd in", box(10, 10, "top"), "#X connect 1 0 0 0",
    )  # fmt: skip

    found = sorted_by_place(patch)

    inner = found.boxes[1].canvas
    assert found.connections == (Connection(0, 0, 1, 0),)
    assert inner is not None
    assert order(inner) == ["a", "b"]
    assert inner.connections == (Connection(0, 0, 1, 0),)


def test_a_panel_stays_under_what_lies_on_it() -> None:
    panel = "#X obj 10 50 cnv 15 200 200 empty empty panel 20 12 0 14 -233017 -66577 0"

    found = sorted_by_place(canvas(panel, box(20, 60, "on"), box(20, 20, "above")))

    assert [item.name for item in found.boxes] == ["f", "cnv", "f"]
    assert order(found)[2] == "on"


def test_a_panel_over_a_box_stays_over_it() -> None:
    panel = "#X obj 10 10 cnv 15 200 200 empty empty panel 20 12 0 14 -233017 -66577 0"

    found = sorted_by_place(canvas(box(20, 60, "hidden"), panel))

    assert [item.name for item in found.boxes] == ["f", "cnv"]


@pytest.mark.parametrize("name", ["inlet", "outlet", "inlet~", "outlet~"])
def test_ports_in_one_column_keep_their_numbers(name: str) -> None:
    records = (f"#X obj 10 90 {name} first", f"#X obj 10.4 10 {name} second")

    assert sorted_order(*records) == ["first", "second"]


def test_ports_side_by_side_are_sorted_as_other_boxes() -> None:
    assert sorted_order("#X obj 90 90 inlet b", "#X obj 10 10 inlet a") == ["a", "b"]


def test_saved_content_follows_its_box() -> None:
    patch = canvas(
        "#X obj 10 90 text define -k low", "#A set one", "#X obj 10 10 text define -k high",
        "#A set two", "#X f 30",
    )  # fmt: skip

    assert write(sorted_by_place(patch)).splitlines()[1:] == [
        "#X obj 10 10 text define -k high;", "#A set two;", "#X f 30;",
        "#X obj 10 90 text define -k low;", "#A set one;",
    ]  # fmt: skip


def test_declarations_stay_first_and_coords_last() -> None:
    patch = canvas(
        "#X declare -path lib", box(10, 90, "b"), box(10, 10, "a"),
        "#X coords 0 1 100 -1 200 140 1",
    )  # fmt: skip

    found = sorted_by_place(patch).items

    kinds = [item.atoms[1] if isinstance(item, Record) else "box" for item in found]
    assert kinds == ["declare", "box", "box", "coords"]


@pytest.mark.parametrize("record", ["#X scalar data 1 2 \\;", "#X foo 1", "#X array a 9 float 2"])
def test_nothing_passes_what_has_no_place(record: str) -> None:
    patch = canvas(box(10, 90, "b"), box(10, 50, "a"), record, box(90, 40, "d"), box(90, 9, "c"))

    found = [item.args[0] for item in sorted_by_place(patch).boxes if item.kind == "obj"]

    assert found == ["a", "b", "c", "d"]


def test_held_boxes_keep_their_order() -> None:
    patch = canvas(box(10, 90, "b"), box(10, 10, "a"), box(10, 50, "m"))

    found = sorted_by_place(patch, {(): [[1, 0]]})

    assert order(found) == ["m", "b", "a"]


def test_cords_never_come_before_their_boxes() -> None:
    patch = canvas(
        "#X obj 10 90 f", "#X obj 10 10 f", "#X connect 1 0 0 0", "#X obj 10 50 f", "#A 1",
        "#X foo", "#X coords 0",
    )  # fmt: skip

    found = sorted_by_place(patch).items

    assert isinstance(found[4], Connection)
    assert (found[4].source, found[4].sink) == (0, 2)


@pytest.mark.parametrize(
    "cords",
    [
        ("#X connect 1.0 0 0 0",),
        ("#X connect 1 0",),
        ("#X connect 0 0 1 0", box(10, 5, "late"), "#X connect 0 0 2 0"),
    ],
)
def test_a_canvas_with_cords_that_are_not_understood_stays(cords: Sequence[str]) -> None:
    patch = canvas(box(10, 90, "b"), box(10, 10, "a"), *cords)

    assert sorted_by_place(patch) == patch or same_graph(patch, sorted_by_place(patch))


def test_a_cord_before_its_box_keeps_a_canvas_as_it_is() -> None:
    patch = canvas(box(10, 90, "b"), "#X connect 0 0 1 0", box(10, 10, "a"))

    assert sorted_by_place(patch) == patch


def test_a_cord_to_a_box_that_does_not_exist_is_kept() -> None:
    patch = canvas(box(10, 90, "b"), box(10, 10, "a"), "#X connect 1 0 7 0", "#X connect 9 0 0 0")

    found = sorted_by_place(patch).connections

    assert found == (Connection(0, 0, 7, 0), Connection(9, 0, 1, 0))


def test_a_heap_stays_as_it_is_and_takes_no_time() -> None:
    heap = Canvas(items=tuple(Box("obj", ("f", str(i)), 10 + i % 3, 10) for i in range(3000)))

    assert sorted_by_place(heap) == heap


def test_a_place_beyond_all_numbers_is_no_bug() -> None:
    assert sorted_order("#X obj 10 1e30 inlet b", "#X obj -1e30 5 inlet a") == ["a", "b"]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_patches_of_pd_keep_their_graph(path: Path) -> None:
    patch = parse(path.read_text("utf-8"))

    found = sorted_by_place(patch)

    assert same_graph(patch, found)
    assert parse(write(found)) == found


BOXES = st.builds(
    Box,
    st.sampled_from(["obj", "msg", "text", "scalar"]),
    st.sampled_from([("f",), ("inlet",), ("outlet",), ("cnv", "15", "90", "90"), ("t", "b", "b")]),
    st.integers(-50, 50),
    st.integers(-50, 150),
)
CORDS = st.builds(Connection, *[st.integers(0, 9)] * 4)
RECORDS = st.sampled_from([("#A", "0", "1"), ("#X", "foo"), ("#X", "coords", "0")]).map(Record)
PATCHES = st.builds(Canvas, items=st.lists(BOXES | CORDS | RECORDS, max_size=20).map(tuple))


@given(PATCHES)
def test_any_patch_keeps_its_graph_and_stays_once_sorted(patch: Canvas) -> None:
    found = sorted_by_place(patch)

    assert same_graph(patch, found)
    assert sorted_by_place(found) == found


@given(PATCHES)
def test_boxes_that_overlap_keep_their_order(patch: Canvas) -> None:
    from patchgen.pd.above import covering

    marked = patch.with_boxes(
        tuple(Box(b.kind, (*b.atoms, f"id{i}"), b.x, b.y) for i, b in enumerate(patch.boxes))
    )

    found = [int(box.atoms[-1][2:]) for box in sorted_by_place(marked).boxes]

    pairs = covering(marked.boxes, 10)
    assert pairs is not None
    assert all(found.index(below) < found.index(above) for below, above in pairs)
