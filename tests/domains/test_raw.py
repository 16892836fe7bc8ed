"""The patch in the answer of a model that writes `.pd` text."""

from __future__ import annotations

import pytest

from patchgen.domains.patch.raw import patch_in
from patchgen.errors import ParseError
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X msg 9 9 \\; a b \\, c;\n"
    "#X obj 10 40 dac~;\n#X connect 0 0 2 0;\n"
)
CHATTER = "Here is your patch; it plays a sine.\nA file begins with #N canvas and so on.\n"
AFTER = "This patch:\n- makes a sine with osc~;\n- sends it to dac~;\n#1 enjoy;"


def test_a_bare_patch_is_read_as_it_is() -> None:
    assert write(patch_in(PATCH)) == PATCH


@pytest.mark.parametrize(
    "answer",
    [
        f"```pd\n{PATCH}```",
        f"{CHATTER}```\n{PATCH}```\n{AFTER}",
        f"{CHATTER}\n{PATCH}\n{AFTER}",
        f"{PATCH}\n\n### Instruction:\nanother one\n\n### Response:\n{PATCH}",
        PATCH.replace("\n", "\r\n") + "\r\nBye;\r\n",
        f"Sure: {PATCH}",
        " ".join(PATCH.split("\n")) + "That is all; bye;",
        f"  {PATCH}",
    ],
    ids=["fence", "all", "chatter", "goes on", "windows", "same line", "one line", "indented"],
)
def test_what_stands_around_the_patch_falls_away(answer: str) -> None:
    assert patch_in(answer).items == parse(PATCH).items


@pytest.mark.parametrize(
    "tail", ["#X connect 1 0", "#X msg 1 1 a \\;", "#X", "\n```", "#X obj 1 1 a\n```\nb;"]
)
def test_a_last_record_that_was_cut_off_is_dropped(tail: str) -> None:
    assert patch_in(PATCH + tail) == patch_in(PATCH)


@pytest.mark.parametrize(
    "answer",
    [
        "", "no patch", "#N canvas", "#N canvas 0 50 450", "#N canvas 0 50 a b 12;",
        "``` #N struct a;", "#N canvas 0 50 1e999 300 12;",
    ],
    ids=repr,
)  # fmt: skip
def test_an_answer_without_a_patch_is_an_error(answer: str) -> None:
    with pytest.raises(ParseError):
        patch_in(answer)


def test_a_subpatch_that_was_left_open_cannot_be_saved() -> None:
    with pytest.raises(ParseError, match="never closed"):
        patch_in("#N canvas 0 50 450 300 12;\n#N canvas 0 0 9 9 sub 0;\n#X obj 1 1 bng;\n")


def test_a_subpatch_comes_with_the_patch() -> None:
    inner = "#N canvas 0 50 450 300 12;\n#N canvas 0 0 9 9 sub 0;\n#X restore 5 5 pd sub;\n"

    (box,) = patch_in(f"```\n{inner}```").boxes

    assert isinstance(box.canvas, Canvas)
