"""Texts made to do harm: they are read or refused, in little time, with nothing but ParseError."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patchgen.errors import ParseError
from patchgen.pd.atoms import is_number
from patchgen.pd.parse import parse
from patchgen.pd.write import write

HEAD = "#N canvas 0 50 450 300 10;\n"
MEGABYTE = 1_000_000
SECONDS = 2.0

PIECES = {
    "semicolons": ";",
    "empty records": ";\n",
    "backslashes": "\\",
    "escaped semicolons": "\\;",
    "commas": ",",
    "escaped commas": " \\, ",
    "blanks": " ",
    "lines": "\n",
    "windows lines": "\r\n",
    "carriage returns": "\r",
    "tabs": "\t",
    "nul": "\0",
    "surrogates": "\ud800",
    "short records": "a;",
    "boxes": "#X obj 1 1 f;\n",
    "boxes without end": "#X obj 1 1 ",
    "boxes on one line": "#X obj 1 1 f; ",
    "connections": "#X connect 0 0 0 0;\n",
    "cut connections": "#X connect 0 0 ",
    "canvases": "#N canvas 0 0 1 1 10;\n",
    "open and shut": "#N canvas 0 0 1 1 s 0;\n#X restore 1 1 pd;\n",
    "restores": "#X restore 1 1 pd;\n",
    "graphs": "#X graph g 0 1 2 3 4 5 6 7;\n",
    "graphs in graphs": "#X graph g;\n" * 90 + "#X text 1 1 a b c;\n" * 90 + "#X pop;\n" * 90,
    "graphs and pops": "#X graph g 0 1 2 3 4 5 6 7;\n#X pop;\n",
    "widths": "#X obj 1 1 f, f 9;\n#X f 12;\n",
    "only widths": "#X f 12;\n",
    "frames": "#X abframe 1;\n#X abframe 0;\n",
    "wrapped boxes": "#X obj 1 1 a\nb\nc;\n",
    "one long atom": "a",
    "digits": "9",
    "points": "1.",
    "exponents": "1e",
    "words": "a ",
    "hashes": "#X",
    "fences": "```\n",
}
AROUND = {
    "bare": ("", ""),
    "in a canvas": (HEAD, "\n"),
    "in a record": (HEAD + "#X text 1 1 ", ";\n"),
}
NUMBERS = {
    "as a place": (HEAD + "#X obj ", " 1 f;\n"),
    "as a connection": (HEAD + "#X connect ", " 0 0 0;\n"),
    "as a geometry": ("#N canvas 0 0 ", " 300 10;\n"),
    "as a width": (HEAD + "#X obj 1 1 f, f ", ";\n"),
    "as a later width": (HEAD + "#X obj 1 1 f;\n#X f ", ";\n"),
    "as a bound": (HEAD + "#X graph g ", " 0 0 0;\n#X pop;\n"),
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_megabyte_of_anything_is_read_or_refused_in_two_seconds(
    piece: str, around: tuple[str, str]
) -> None:
    check_in_time(around[0] + piece * (MEGABYTE // len(piece)) + around[1])


@pytest.mark.parametrize("around", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("piece", ["9", "1.", "1e", "-", "\\", "0"])
def test_a_megabyte_as_a_number_is_read_or_refused_in_two_seconds(
    piece: str, around: tuple[str, str]
) -> None:
    check_in_time(around[0] + piece * (MEGABYTE // len(piece)) + around[1])


def check_in_time(text: str) -> None:
    """Reads and writes the text, which must come back as it was or not at all."""
    start = time.process_time()
    came_back = read_and_written(text)
    took = time.process_time() - start

    assert came_back in (None, text)
    assert took < SECONDS


def read_and_written(text: str) -> str | None:
    """What is written after it was read; None for what is no patch."""
    try:
        return write(parse(text))
    except ParseError as error:
        assert error.line >= 1
        assert error.column >= 1
        return None


@pytest.mark.parametrize("name", ["short records", "boxes", "words", "canvases", "semicolons"])
def test_memory_stays_in_proportion_to_the_text(name: str) -> None:
    piece = PIECES[name]
    text = HEAD + piece * (200_000 // len(piece)) + ";"
    tracemalloc.start()

    read_and_written(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 200 * len(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("#N canvas 0 0 1 1 s 0;\n" * 100_000, "nest deeper than 100"),
        (HEAD + ";" * 300_000, "semicolons"),
        ("a" * 16_000_001, "characters"),
        (HEAD + "#X obj 1e999 1 f;\n", "needs x and y"),
        (f"#N canvas {'9' * 10_000} 0 1 1 10;\n", "needs x, y, width and height"),
        (HEAD + "#X restore 1 1 pd;\n", "without a canvas"),
        (HEAD + "#X graph g;\n#X restore 1 1 graph;\n", "#X pop must close"),
        (HEAD + "#N canvas 0 0 1 1 s 0;\n", "never closed"),
    ],
)
def test_limits_are_said_with_a_hint(text: str, says: str) -> None:
    with pytest.raises(ParseError, match=says) as caught:
        parse(text)

    assert caught.value.hint


def test_huge_numbers_are_kept_as_they_are_spelled() -> None:
    digits = "9" * 10_000
    text = (
        f"{HEAD}#X obj 1 1 f {digits} 1e999;\n#X connect {digits} 0 0 0;\n"
        f"#X obj 1e300 -1e300 f, f {digits};\n#X f {digits};\n"
    )

    assert write(parse(text)) == text


def test_a_number_is_recognised_in_linear_time() -> None:
    start = time.process_time()

    assert not is_number("9" * MEGABYTE + "x")

    assert time.process_time() - start < SECONDS


def test_digits_of_other_scripts_are_no_numbers_for_pd() -> None:
    text = HEAD + "#X connect ٣ 0 1 0;\n#X obj 1 1 f, f ٣;\n"

    canvas = parse(text)

    assert canvas.connections == ()
    assert canvas.boxes[0].width is None
    assert write(canvas) == text


SCRAPS = st.sampled_from(
    [
        "#N canvas 0 0 1 1 10;\n", "#N canvas 0 0 1 1 s 0", "#X restore 1 1 pd;\n", "#X obj 1 1 f",
        "#X connect 0 0 1 0;\n", "#X f 9", "#X graph g 1 2 3 4 5 6 7 8;\n", "#X pop;\n", "#A 0 1",
        "#X abframe 1;\n", "#X abframe 0;\n", ";", ";\n", "\n", "\r\n", " ", "\t", ",", ", f 12",
        "\\", "\\;", "\\,", "\\ ", "$1", "1e999", "-0", "007", "\0", "\x0b", "\xa0", "\u2003", "é",
    ]
)  # fmt: skip


@given(st.lists(SCRAPS | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_after_a_canvas_comes_back_or_is_refused(scraps: str) -> None:
    text = HEAD + scraps

    assert read_and_written(text) in (None, text)


@given(st.text())
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    assert read_and_written(text) in (None, text)
