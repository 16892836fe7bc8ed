"""Coloured areas keep what lies on them."""

from __future__ import annotations

from hypothesis import given, settings

from patchgen.layout.backgrounds import contents
from patchgen.layout.metric import measure
from patchgen.layout.place import place
from patchgen.layout.sheet import sheet
from patchgen.pd.model import Canvas

from .canvases import canvas, canvases

COLOURS = "#e0e0e0 #404040 0"
AREA = f"#X obj {{place}} cnv 15 {{size}} empty empty {{label}} 20 12 0 14 {COLOURS}"


def area(place: str, size: str, label: str = "empty") -> str:
    """A coloured area as a line of a canvas."""
    return AREA.format(place=place, size=size, label=label)


def on(found: Canvas, background: int) -> list[int]:
    """The boxes on a coloured area."""
    members = list(range(len(found.boxes)))
    return contents(sheet(found, 10), members).get(background, [])


def test_box_lies_on_the_smallest_area_below_it() -> None:
    found = canvas(f"{area('0 0', '400 300')}\n{area('10 10', '100 50')}\n#X obj 20 20 f")

    assert on(found, 0) == [1]
    assert on(found, 1) == [2]


def test_area_keeps_the_part_of_a_chain_that_lay_on_it() -> None:
    found = canvas(
        f"{area('10 90', '120 80')}\n#X obj 20 20 metro 500\n#X obj 20 100 random 8\n"
        "#X obj 300 140 mtof\n#X obj 20 300 print",
        "1>2 2>4 3>4",
    )

    placed = place(found)

    assert on(found, 0) == [2]
    assert on(placed, 0) == [2]
    assert measure(placed).overlaps == measure(placed).upward == 0


def test_area_grows_where_its_content_needs_more_room_and_never_shrinks() -> None:
    crowd = "\n".join(f"#X obj {20 + i} {40 + i} loadbang" for i in range(4))
    found = canvas(f"{area('10 10', '100 100')}\n{crowd}\n{area('400 10', '300 200')}")

    small, *_, large = place(found).boxes

    assert int(small.args[2]) > 100
    assert large.args[1:3] == ("300", "200")


def test_label_of_an_area_stays_readable() -> None:
    titled = area("10 10", "200 100", "title")
    found = canvas(f"{titled}\n#X obj 20 15 f\n#X obj 20 60 print", "1>2")

    assert measure(found).overlaps == 1
    assert measure(place(found)).overlaps == 0


def test_header_with_texts_is_kept_as_it_is() -> None:
    found = canvas(
        f"{area('5 5', '500 40')}\n#X text 30 10 left\n#X text 400 12 right\n"
        "#X obj 20 100 f\n#X obj 20 300 print",
        "3>4",
    )

    header, left, right, *_ = place(found).boxes

    assert (left.x - header.x, left.y - header.y) == (25, 5)
    assert (right.x - header.x, right.y - header.y) == (395, 7)


@settings(deadline=None, max_examples=60)
@given(canvases())
def test_what_lies_on_an_area_stays_on_it(found: Canvas) -> None:
    once = place(found)
    before = contents(sheet(once, 10), list(range(len(once.boxes))))

    twice = place(once)

    assert contents(sheet(twice, 10), list(range(len(twice.boxes)))) == before
