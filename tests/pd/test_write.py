"""Writing .pd text: byte for byte what Pd saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patchgen.pd.model import Box, Canvas, Connection, Record, walk
from patchgen.pd.parse import parse
from patchgen.pd.write import write

SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_file_that_pd_saved_comes_back_byte_for_byte(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert write(parse(text)) == text


def test_there_are_saved_files_to_compare_with() -> None:
    assert len(SAVED) >= 4




def whole(number: float) -> float:
    """Pixels without a fraction are integers."""
    return int(number) if number.is_integer() else number


def subpatch(canvas: Canvas) -> Box:
    """A box that holds the canvas."""
    return Box("restore", ("pd", "s"), 1, 2, None, replace(canvas, rest=("s", "0")))


ATOMS = st.text(st.sampled_from("abz~01.-"), min_size=1, max_size=12)
BOXES = st.builds(
    Box,
    st.sampled_from(["obj", "msg", "text"]),
    st.lists(ATOMS, min_size=1, max_size=30).map(tuple),
    st.integers(-500, 500),
    st.floats(-500, 500).map(lambda x: float(f"{x:g}")).map(whole),
    st.none() | st.integers(1, 80),
)
CANVASES = st.recursive(
    st.builds(Canvas, items=st.lists(BOXES, max_size=6).map(tuple)),
    lambda inner: st.builds(
        Canvas,
        items=st.lists(
            BOXES
            | inner.map(subpatch)
            | st.builds(Connection, *[st.integers(0, 9)] * 4),
            max_size=6,
        ).map(tuple),
    ),
    max_leaves=8,
)


@given(CANVASES)
def test_what_is_written_is_read_as_the_same_patch(canvas: Canvas) -> None:
    assert parse(write(canvas)) == canvas


def test_other_connections_go_before_the_closing_coords() -> None:
    coords = Record(("#X", "coords", "0", "1", "2", "-1", "200", "140", "1", "0", "0"))
    canvas = Canvas(items=(Box("obj", ("f",)), Box("obj", ("f",)), coords))

    assert canvas.with_connections((Connection(0, 0, 1, 0),)).items[2:] == (
        Connection(0, 0, 1, 0),
        coords,
    )


def test_walk_reaches_every_canvas_with_its_path() -> None:
    inner = Box("restore", ("pd",), canvas=Canvas())
    canvas = Canvas(items=(Box("msg", ("1",)), replace(inner, canvas=Canvas(items=(inner,)))))

    assert [path for path, _ in walk(canvas)] == [(), (1,), (1, 0)]
