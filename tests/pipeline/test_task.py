"""Tasks: which patches can be continued, what the model reads of them, and how its answer joins."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from patchgen.domains.base import Form
from patchgen.domains.registry import DOMAINS
from patchgen.errors import NothingAdded, PatchUnusable
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pipeline.task import LARGEST_FILE, Task, from_patch

NOTATION = DOMAINS["patch"].forms["notation"]
RAW = DOMAINS["patch"].forms["pd"]
HEAD = "#N canvas 0 50 450 300 12;\n"
TONE = f"{HEAD}#X text 9 9 mine;\n#X obj 50 99 dac~;\n#X obj 40 50 osc~ 440;\n"
"""The dac~ comes first, as a player may have made it."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The patch that is continued."""
    return tmp_path / "mine.pd"


def task(file: Path, text: str, words: str = "a tone", form: Form = NOTATION) -> Task:
    """The task of continuing a patch."""
    file.write_text(text, "utf-8")
    return from_patch(file, words, form)


def cords(canvas: Canvas) -> list[tuple[int, int, int, int]]:
    """All connections."""
    return [(c.source, c.outlet, c.sink, c.inlet) for c in canvas.connections]


def test_the_model_reads_the_boxes_by_flow_without_comments(file: Path) -> None:
    assert task(file, f"{TONE}#X connect 2 0 1 0;\n").beginning == "1 osc~ 440\n2 dac~ < 1\n"


def test_the_answer_joins_boxes_that_stay_as_and_where_they_are(file: Path) -> None:
    wanted = task(file, TONE)

    canvas = wanted.read(f"{wanted.beginning}3 *~ 0.1 < 2\n1 < 3 3>1\n")

    assert canvas.boxes[:3] == parse(TONE).boxes
    assert [box.name for box in canvas.boxes[3:]] == ["*~"]
    assert cords(canvas) == [(2, 0, 3, 0), (3, 0, 1, 0), (3, 0, 1, 1)]
    placed = wanted.arranged(canvas)
    assert [(box.x, box.y) for box in placed.boxes[:3]] == [(9, 9), (50, 99), (40, 50)]
    assert placed.boxes[3].y > 99


def test_feedback_does_not_keep_the_model_from_adding_boxes(file: Path) -> None:
    text = (
        f"{HEAD}#X obj 9 9 f;\n#X obj 9 40 + 1;\n#X obj 9 70 print;\n"
        "#X connect 0 0 1 0;\n#X connect 1 0 0 1;\n#X connect 1 0 2 0;\n"
    )
    wanted = task(file, text)
    assert NOTATION.constraint is not None

    assert NOTATION.constraint().allows(f"{wanted.beginning}4 bng\n")
    canvas = wanted.read(f"{wanted.beginning}4 bng\n1 < 2>1 4\n")
    assert cords(canvas) == [(0, 0, 1, 0), (1, 0, 0, 1), (1, 0, 2, 0), (3, 0, 0, 0)]


def test_content_and_connections_of_the_given_patch_are_kept(file: Path) -> None:
    text = (
        f"{HEAD}#X obj 9 9 text define -k t;\n#A set a \\, b;\n#X obj 9 50 print;\n"
        "#X connect 0 0 1 0;\n"
    )
    wanted = task(file, text)

    canvas = wanted.read(f"{wanted.beginning}3 bng\n1 < 3\n")

    assert [item.record for item in canvas.items[:2]] == [i.record for i in parse(text).items[:2]]
    assert cords(canvas) == [(0, 0, 1, 0), (2, 0, 0, 0)]


@pytest.mark.parametrize("added", ["", "2 < 1\n"])
def test_an_answer_that_adds_nothing_is_told(file: Path, added: str) -> None:
    wanted = task(file, f"{TONE}#X connect 2 0 1 0;\n")

    with pytest.raises(NothingAdded):
        wanted.read(wanted.beginning + added)


def test_a_cord_alone_is_something(file: Path) -> None:
    wanted = task(file, TONE)

    assert cords(wanted.read(f"{wanted.beginning}1 < 2\n")) == [(2, 0, 1, 0)]


def test_records_are_the_beginning_for_a_model_that_writes_them(file: Path) -> None:
    text = f"{TONE}#X connect 2 0 1 0;\n#X coords 0 0 1 1 9 9 1;\n"
    wanted = task(file, text, form=RAW)

    assert wanted.beginning == TONE
    answer = f"{TONE}#X obj 1 1 *~ 0.1;\n#X connect 2 0 3 0;\n#X connect 1 0 0 0;\n```\nDone!"
    canvas = wanted.read(answer)
    assert canvas.boxes[:3] == parse(TONE).boxes
    # What it guessed about cords among the given boxes does not count.
    assert cords(canvas) == [(2, 0, 1, 0), (2, 0, 3, 0)]


def test_a_raw_answer_may_name_boxes_that_are_not_there(file: Path) -> None:
    wanted = task(file, TONE, form=RAW)

    canvas = wanted.read(f"{TONE}#X obj 1 1 bng;\n#X connect 77 0 3 0;\n")

    assert len(canvas.boxes) == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello", "not a patch"),
        ("", "not a patch"),
        (f"{HEAD}#X obj 9 9 shell;\n", "shell"),
        (f"{HEAD}#X obj 9 9 my-abstraction;\n", "my-abstraction"),
        (f"{HEAD}#X msg 9 9 \\; pd quit;\n", "cannot be continued"),
        (f"{HEAD}#X obj 9 9 netsend;\n", "netsend"),
        (f"{HEAD}#X obj 9 9 bng;\n#X connect 0 0 7 0;\n", "has an error"),
        (f"{HEAD}#X obj 9 9 savestate;\n", "savestate"),
        (HEAD + "#X obj 9 9 bng;\n" * 90, "90 boxes"),
        (f"{HEAD}#X floatatom;\n", "not a patch"),
    ],
)
def test_what_cannot_be_continued_is_told(file: Path, text: str, says: str) -> None:
    with pytest.raises(PatchUnusable, match=says) as raised:
        task(file, text)

    assert raised.value.hint
    assert file.read_text("utf-8") == text


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    large = tmp_path / "large.pd"
    large.write_bytes(b" " * (LARGEST_FILE + 1))

    for path, says in ((tmp_path / "none.pd", "No such file"), (tmp_path, "directory"),
                       (large, "too large"), (Path("/tmp/\0"), "cannot read")):  # fmt: skip
        with pytest.raises(PatchUnusable, match=says):
            from_patch(path, "a tone", NOTATION)


def test_the_prompt_is_what_is_said_then_the_description_then_made_from_the_objects(
    file: Path,
) -> None:
    inner = "#N canvas 0 50 500 160 META 0;\n#X text 9 9 DESCRIPTION my bell;\n"
    meta = f"{inner}#X restore 9 9 pd META;\n"

    assert task(file, TONE + meta, " a  tone ").prompt == "a tone"
    assert task(file, TONE + meta, "").prompt == "my bell"
    assert "oscillator" in task(file, TONE, "").prompt
    with pytest.raises(PatchUnusable, match="no description"):
        task(file, HEAD, "")


def test_an_old_file_in_latin_1_keeps_its_letters(file: Path) -> None:
    file.write_bytes(f"{HEAD}#X text 9 9 Glöckchen;\n#X obj 9 50 osc~;\n".encode("latin-1"))
    wanted = from_patch(file, "a tone", NOTATION)

    canvas = wanted.read(f"{wanted.beginning}2 dac~ < 1\n")

    assert canvas.boxes[0].atoms == ("Glöckchen",)


@pytest.mark.parametrize("form", [NOTATION, RAW], ids=["notation", "pd"])
def test_random_bytes_never_break_it(file: Path, form: Form) -> None:
    chance = random.Random(4)
    pieces = (
        HEAD, "#X obj 9 9 osc~;\n", "#X connect 0 0 1 0;\n", "#N canvas", "#A 0 1;\n", "#X",
        "#X restore 1 1 pd;\n", "\0", "\xff", "#X array a 9 float 3;\n", " 1e9 ;",
    )  # fmt: skip
    for _ in range(150):
        file.write_bytes("".join(chance.choices(pieces, k=chance.randrange(9))).encode("latin-1"))
        try:
            from_patch(file, "a tone", form)
        except PatchUnusable as error:
            assert error.message
