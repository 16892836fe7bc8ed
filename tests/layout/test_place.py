from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings

from patchgen.layout.metric import measure
from patchgen.layout.place import LARGEST, SMALLEST, place
from patchgen.layout.shape import shapes
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.parse import parse
from patchgen.pd.write import write

from .canvases import GRAPH, HSL, TGL, VOICE, VSL, canvas, canvases

PORTS = ("inlet", "inlet~", "outlet", "outlet~")


def names(found: Canvas, wanted: tuple[str, ...]) -> list[int]:
    """Indices of the objects of these names from left to right."""
    boxes = found.boxes
    picked = [i for i, box in enumerate(boxes) if box.kind == "obj" and box.name in wanted]
    return sorted(picked, key=lambda i: boxes[i].x)


@settings(deadline=None, max_examples=100)
@given(canvases())
def test_nothing_overlaps(found: Canvas) -> None:
    assert measure(place(found)).overlaps == 0


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_only_places_labels_and_windows_change(found: Canvas) -> None:
    placed = place(found)

    assert placed.connections == found.connections
    for before, after in zip(found.boxes, placed.boxes, strict=True):
        assert (before.kind, before.name, before.width) == (after.kind, after.name, after.width)
        assert len(before.atoms) == len(after.atoms)
        if before.name not in ("bng", "tgl", "hsl", "vsl", "nbx", "hradio", "vradio", "cnv"):
            assert before.atoms == after.atoms


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_same_patch_gives_the_same_picture(found: Canvas) -> None:
    assert place(found) == place(found)


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_every_box_lies_within_the_upper_left_corner_and_on_whole_pixels(found: Canvas) -> None:
    placed = place(found)

    for box, shape in zip(placed.boxes, shapes(placed, 10), strict=True):
        space = shape.space.moved(box.x, box.y)
        assert space.left >= 0 and space.top >= 0
        assert isinstance(box.x, int) and isinstance(box.y, int)


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_window_has_a_sensible_size(found: Canvas) -> None:
    placed = place(found)

    assert SMALLEST[0] <= placed.width <= LARGEST[0]
    assert SMALLEST[1] <= placed.height <= LARGEST[1]


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_placed_patch_survives_the_file(found: Canvas) -> None:
    placed = place(found)

    assert write(parse(write(placed))) == write(placed)


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_ports_of_one_kind_keep_their_order_and_never_share_a_column(found: Canvas) -> None:
    fresh = found.with_boxes(tuple(replace(box, x=0, y=0) for box in found.boxes))

    placed = place(fresh)

    for wanted in (PORTS[:2], PORTS[2:]):
        indices = names(placed, wanted)
        assert indices == sorted(indices)
        assert len({placed.boxes[i].x for i in indices}) == len(indices)


def test_inlets_keep_the_order_that_pd_gave_them_by_their_places() -> None:
    found = canvas("#X obj 200 10 inlet\n#X obj 10 10 inlet\n#X obj 100 90 inlet~")

    placed = place(found)

    assert names(placed, PORTS) == [1, 2, 0]


@settings(deadline=None, max_examples=30)
@given(canvases())
def test_cords_go_up_only_in_cycles(found: Canvas) -> None:
    plain = tuple(Box("obj", ("f",)) if box.name in PORTS else box for box in found.boxes)
    # A coloured area has no outlet; what lies on it stays on it, whatever a broken file says.
    downhill = tuple(
        cord for cord in found.connections
        if cord.source < cord.sink and found.boxes[cord.source].name != "cnv"
    )  # fmt: skip

    placed = place(found.with_boxes(plain).with_connections(downhill))

    assert measure(placed).upward == 0


def test_chain_stands_upright_on_the_grid() -> None:
    found = canvas("metro 500\nrandom 12\n+ 60\nmtof\nosc~", "0>1 1>2 2>3 3>4")

    placed = place(found)

    assert {box.x for box in placed.boxes} == {20}
    assert [box.y for box in placed.boxes] == [20, 50, 80, 110, 140]


def test_feedback_is_the_only_cord_that_goes_up() -> None:
    found = canvas("bng\nf\n+ 1\nmod 8", "0>1 1>2 2>3 3>1:1")

    placed = place(found)

    assert measure(placed).upward == 1


def test_slider_stands_right_above_the_box_it_controls() -> None:
    found = canvas(f"noise~\nlop~ 1000\n{HSL}\n*~ 0.1\ndac~", "0>1 2>1:1 1>3 3>4 3>4:1")

    placed = place(found)

    slider, filter_box = placed.boxes[2], placed.boxes[1]
    assert 20 <= filter_box.y - slider.y <= 50
    assert measure(placed).crossings == 0


def test_wide_sliders_of_one_box_stand_in_steps_with_upright_cords() -> None:
    found = canvas(f"{HSL}\n{HSL}\n{HSL}\npd_synth_with_a_long_name", "0>3 1>3:1 2>3:2")

    placed = place(found)

    heights = [box.y for box in placed.boxes]
    assert heights == sorted(set(heights))
    assert measure(placed).straight == 3


def test_tall_slider_does_not_push_its_neighbours_apart() -> None:
    found = canvas(f"metro 500\nrandom 12\nmtof\nosc~\n*~\n{VSL}", "0>1 1>2 2>3 3>4 5>4:1")

    placed = place(found)

    assert [box.y for box in placed.boxes[:3]] == [20, 50, 80]


def test_first_comment_is_the_title() -> None:
    found = canvas("text A title\nosc~ 440\ndac~", "1>2")

    placed = place(found)

    title, *others = placed.boxes
    assert (title.x, title.y) == (20, 20)
    assert all(box.y > title.y + 13 for box in others)


def test_comment_stays_at_the_right_of_its_box() -> None:
    found = canvas(
        "#X text 10 10 title\n#X obj 300 200 osc~ 440\n"
        "#X text 370 201 the tone\n#X obj 10 400 dac~",
        "1>3",
    )

    placed = place(found)

    box, remark = placed.boxes[1], placed.boxes[2]
    assert abs(remark.y - box.y) <= 2
    assert box.x + 52 < remark.x <= box.x + 72


def test_comment_without_a_place_goes_to_the_top() -> None:
    found = canvas("osc~ 440\ndac~\ntext hello", "0>1")

    placed = place(found)

    assert placed.boxes[2].y < placed.boxes[0].y


def test_meta_goes_to_the_lower_right_corner() -> None:
    meta = Box("restore", ("pd", "META"), canvas=Canvas(rest=("META", "0")))
    found = canvas("osc~ 440\n*~ 0.1\ndac~", "0>1 1>2 1>2:1")
    found = replace(found, items=(meta, *found.items)).with_connections(())

    placed = place(found)

    corner, *others = placed.boxes
    assert all(corner.x >= box.x and corner.y > box.y for box in others)
    assert corner.x > placed.width / 2


def test_separate_parts_do_not_mix() -> None:
    found = canvas("osc~ 440\nr freq\n*~ 0.1\ns freq\ndac~", "0>2 1>3 2>4")

    placed = place(found)

    assert placed.boxes[0].x == placed.boxes[2].x == placed.boxes[4].x
    assert placed.boxes[1].x == placed.boxes[3].x != placed.boxes[0].x


def test_graph_keeps_its_inside() -> None:
    found = Canvas(items=(GRAPH, Box("obj", ("osc~", "440"))))

    placed = place(found)

    assert placed.boxes[0].canvas == GRAPH.canvas


def test_subpatch_shown_on_its_parent_keeps_the_places_inside() -> None:
    face = parse(
        "#N canvas 0 50 450 300 face 0;\n#X obj 7 13 inlet;\n#X obj 61 17 osc~ 440;\n"
        "#X coords 0 -1 1 1 85 60 1 0 0;\n"
    )
    found = Canvas(items=(Box("restore", ("pd", "face"), canvas=face),))

    placed = place(found)

    assert placed.boxes[0].canvas == face


def test_subpatches_are_laid_out_too() -> None:
    placed = place(Canvas(items=(VOICE,)))

    inner = placed.boxes[0].canvas
    assert inner is not None
    assert names(inner, PORTS[:2]) == [0, 1]
    assert inner.boxes[2].y > inner.boxes[0].y


def test_label_of_a_toggle_moves_beside_it() -> None:
    placed = place(canvas(TGL.replace("17 7", "0 -8")))

    assert placed.boxes[0].args[5:7] == ("17", "7")


def test_label_that_the_user_has_placed_stays() -> None:
    placed = place(canvas(TGL.replace("17 7", "-40 7")))

    assert placed.boxes[0].args[5:7] == ("-40", "7")


def test_label_of_a_fed_slider_makes_way_for_the_cord() -> None:
    placed = place(canvas(f"loadbang\n{HSL}", "0>1"))

    assert int(placed.boxes[1].args[9]) > 128


@pytest.mark.parametrize("font", [8, 12, 16])
def test_font_size_of_the_patch_counts(font: int) -> None:
    found = replace(canvas("osc~ 440\n*~ 0.1\nprint a_long_name", "0>1 0>2"), rest=(str(font),))

    assert measure(place(found), font).overlaps == 0


def test_empty_canvas_stays_empty() -> None:
    assert place(Canvas()).boxes == ()


@settings(deadline=None, max_examples=60)
@given(canvases())
def test_laying_out_twice_is_laying_out_once(found: Canvas) -> None:
    once = place(found)

    assert place(once) == once


@settings(deadline=None, max_examples=40)
@given(canvases())
def test_layout_never_adds_faults_without_parting_boxes(found: Canvas) -> None:
    before, after = measure(found), measure(place(found))

    assert after.faults <= before.faults or after.overlaps < before.overlaps


def test_picture_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; from patchgen.layout.place import place; from patchgen.pd.parse import parse;"
        "from patchgen.pd.write import write; print(write(place(parse(sys.stdin.read()))))"
    )
    boxes = "\n".join(f"#X obj {37 * i % 400} {91 * i % 300} f {i}" for i in range(30))
    cords = " ".join(f"{i}>{(7 * i + 3) % 30}" for i in range(30))
    text = write(canvas(f"{boxes}\n{TGL}\n#X text 90 90 a remark", cords))
    folders = os.pathsep.join(entry for entry in sys.path if entry)

    pictures = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=text,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": folders},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(pictures) == 1


def test_counter_loop_stands_beside_the_straight_main_chain() -> None:
    found = canvas(
        "metro 200\nf\n+ 1\nmod 8\ntabread seq\nmtof\nosc~\ndac~",
        "0>1 1>2 2>3 3>1:1 1>4 4>5 5>6 6>7",
    )

    boxes = place(found).boxes

    assert len({boxes[i].x for i in (0, 1, 4, 5, 6, 7)}) == 1
    assert boxes[2].x > boxes[4].x


def test_order_of_the_columns_is_kept() -> None:
    found = canvas(
        "#X obj 300 20 r a\n#X obj 300 60 mtof\n#X obj 20 20 r b\n#X obj 20 60 mtof\n"
        "#X obj 100 200 t f",
        "0>1 2>3 1>4 3>4",
    )

    boxes = place(found).boxes

    assert boxes[2].x < boxes[0].x and boxes[3].x < boxes[1].x


def test_many_messages_for_one_inlet_stand_below_each_other() -> None:
    lines = "\n".join(f"#X msg 0 0 a rather long message number {i}" for i in range(8))
    found = canvas(f"{lines}\nprint", " ".join(f"{i}>8" for i in range(8)))

    placed = place(found)

    heights = [box.y for box in placed.boxes]
    assert heights == sorted(set(heights))
    assert measure(placed).crossings == measure(placed).covered == 0


def test_row_of_toggles_stays_a_row() -> None:
    tgl = TGL.replace("empty empty run", "empty empty empty")
    toggles = "\n".join([tgl] * 12)
    found = canvas(f"{toggles}\npack {'0 ' * 12}", " ".join(f"{i}>12:{i}" for i in range(12)))

    placed = place(found)

    assert len({box.y for box in placed.boxes[:12]}) == 1


@pytest.mark.parametrize(
    "cords",
    [
        [(i, i + 1) for i in range(299)],
        [(0, i) for i in range(1, 300)],
        [(i, 0) for i in range(1, 300)],
        [(i * 7 % 200, i * 7 % 200 + 1 + i * 13 % 60) for i in range(250)],
        [(i, i + d) for i in range(280) for d in (1, 17)],
        [],
    ],
    ids=["chain", "fan out", "fan in", "random", "grid", "loose"],
)
def test_three_hundred_boxes_take_a_moment(cords: list[tuple[int, int]]) -> None:
    boxes = tuple(Box("obj", ("f",)) for _ in range(300))
    inside = tuple(Connection(a, 0, b, 0) for a, b in cords if b < 300)
    start = time.process_time()

    place(Canvas(items=(*boxes, *inside)))

    assert time.process_time() - start < 2


def test_a_loop_beyond_the_corner_comes_back_though_its_cords_gain_nothing() -> None:
    found = parse(
        "#N canvas 0 50 450 300 10;\n#X obj -1 18 osc~ 440;\n#X obj 0 0 osc~ 440;\n"
        "#X connect 0 0 0 2;\n#X connect 0 0 1 0;\n#X connect 1 0 0 1;\n"
    )

    assert all(box.x >= 0 and box.y >= 0 for box in place(found).boxes)
