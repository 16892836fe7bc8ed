"""What is drawn for a box, where the picture depends on more than its own record."""

from __future__ import annotations

import pytest

from patchgen.draw.marks import Line, Role, Words
from patchgen.draw.scene import scene
from patchgen.pd.model import Canvas

from .samples import SYNTH, patch

FACE = "coords 0 -1 1 1 100 60 1 0 0"
VOICE = patch("obj 9 9 inlet", "obj 60 9 inlet~", "obj 9 99 outlet~", "obj 20 20 bng", FACE)


def lines(canvas: Canvas, role: Role, **beside: Canvas) -> list[Line]:
    """The lines with a role, where some abstractions lie beside the patch."""
    marks = scene(canvas, lookup=beside.get)
    return [mark for mark in marks if isinstance(mark, Line) and mark.role is role]


def words(canvas: Canvas, **beside: Canvas) -> list[str]:
    """All texts."""
    return [mark.text for mark in scene(canvas, lookup=beside.get) if isinstance(mark, Words)]


def test_object_that_nobody_has_is_dashed() -> None:
    box, known = lines(patch("obj 9 9 nobody", "obj 9 50 osc~"), Role.BOX)

    assert (box.is_dashed, known.is_dashed) == (True, False)


def test_object_that_refuses_its_arguments_is_dashed() -> None:
    refused, made = lines(patch("obj 9 9 osc~ loud", r"obj 9 50 osc~ \$1"), Role.BOX)

    assert (refused.is_dashed, made.is_dashed) == (True, False)


def test_without_a_lookup_every_object_passes_for_known() -> None:
    marks = scene(patch("obj 9 9 nobody"))

    assert not any(isinstance(mark, Line) and mark.is_dashed for mark in marks)


def test_unknown_object_has_the_ports_that_cords_need() -> None:
    canvas = patch("obj 9 9 nobody~", "obj 9 50 nobody", "connect 0 1 1 2")

    ports, cords = lines(canvas, Role.PORT), lines(canvas, Role.CORD)

    assert (len(ports), [cord.width for cord in cords]) == (2 + 3, [2])


def test_abstraction_shows_its_ports_and_its_face() -> None:
    canvas = patch("obj 9 9 voice", "obj 9 99 dac~", "connect 0 0 1 0")

    boxes = lines(canvas, Role.BOX, voice=VOICE)

    assert len(boxes) == len(["voice", "bng in voice", "dac~"])
    assert boxes[0].points[2] == (9 + 100, 9 + 60)
    assert [cord.width for cord in lines(canvas, Role.CORD, voice=VOICE)] == [2]


def test_abstraction_is_not_drawn_inside_itself() -> None:
    endless = patch("obj 5 5 endless", "coords 0 -1 1 1 99 99 1 0 0")

    boxes = lines(patch("obj 9 9 endless"), Role.BOX, endless=endless)

    assert len(boxes) == 1


def test_ports_of_a_subpatch_go_from_left_to_right() -> None:
    signal, control = lines(SYNTH, Role.CORD)[0], lines(SYNTH, Role.CORD)[2]

    assert (signal.width, control.width) == (2, 1)
    assert signal.points[1][0] < control.points[1][0]


def test_box_that_does_not_fit_a_face_is_hidden() -> None:
    fits, hangs_out = "obj 9 9 tgl", "obj 90 9 tgl"

    boxes = lines(
        patch("#N canvas 0 0 9 9 f 0", fits, hangs_out, FACE, "restore 0 0 pd f"), Role.BOX
    )

    assert len(boxes) == len(["frame", "fits"])


def test_objects_and_messages_stay_off_a_face() -> None:
    inside = ("obj 9 9 print", "msg 9 30 hello", "text 9 40 shown")

    shown = words(patch("#N canvas 0 0 9 9 f 0", *inside, FACE, "restore 0 0 pd f"))

    assert shown == ["pd f", "shown"]


def test_title_is_hidden_where_the_graph_says_so() -> None:
    hidden = FACE.replace("60 1", "60 3")

    assert words(patch("#N canvas 0 0 9 9 f 0", hidden, "restore 0 0 pd f")) == []


def test_window_of_a_graph_shows_what_its_parent_cuts_out() -> None:
    parts = lines(VOICE, Role.PART)

    assert [part.points[2] for part in parts if part.colour == "#ff8080"] == [(100, 60)]


def test_more_marks_than_any_viewer_bears_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("patchgen.draw.scene.MOST_MARKS", 50)

    assert len(scene(patch(*["obj 9 9 osc~"] * 100))) == 50
