"""Rows as examples."""

from __future__ import annotations

import pytest
from datasets import Dataset

from patchgen.domains.patch.codec import decode
from patchgen.errors import PatchgenError
from patchgen_training.datasets.form import INSTRUCTION, Wording, formed
from patchgen_training.evaluation.apart import held_out

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 30 30 osc~ 440;\n#X obj 30 60 dac~;\n#X connect 0 0 1 0;\n"
)


def given(**columns: str) -> Dataset:
    """A data set with one row."""
    return Dataset.from_list([columns])


def test_a_raw_patch_stands_on_its_own_line() -> None:
    rows = formed(given(patch=PATCH), Wording("raw")).rows

    assert list(rows) == [{"text": f"\n{PATCH}"}]


def test_an_instruction_has_the_words_of_alpaca() -> None:
    rows = formed(given(prompt="a sine", output=PATCH), Wording("instruction")).rows

    (row,) = rows
    assert row["completion"] == PATCH
    assert row["prompt"].startswith("Below is an instruction that describes a task, paired with")
    assert row["prompt"].endswith(
        f"### Instruction:\n{INSTRUCTION}\n\n### Input:\na sine\n\n### Response:\n"
    )


def test_the_wordings_instruction_comes_before_that_of_the_row() -> None:
    row = given(prompt="a sine", output=PATCH, instruction="own")

    own, other = (formed(row, Wording("instruction", instruction=i)).rows[0] for i in ("", "other"))

    assert "### Instruction:\nown\n" in own["prompt"]
    assert "### Instruction:\nother\n" in other["prompt"]


@pytest.mark.parametrize("form", ["raw", "pairs"])
def test_notation_is_the_same_patch(form: str) -> None:
    row = given(patch=PATCH, prompt="a sine", completion=PATCH)

    (made,) = formed(row, Wording(form, is_notation=True)).rows  # type: ignore[arg-type]

    canvas = decode((made.get("text") or made["completion"]).lstrip())
    assert [box.atoms for box in canvas.boxes] == [("osc~", "440"), ("dac~",)]
    assert len(canvas.connections) == 1


def test_what_cannot_be_used_is_left_out_and_counted() -> None:
    task = next(iter(held_out()))
    rows = Dataset.from_dict(
        {
            "prompt": ["a sine", "", None, task, "a thing"],
            "completion": [PATCH, PATCH, PATCH, PATCH, "no patch"],
        }
    )

    made = formed(rows, Wording("pairs", is_notation=True))

    assert [row["prompt"] for row in made.rows] == ["a sine"]
    assert made.left_out == {"empty": 2, "benchmark": 1, "no_notation": 1}


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(PatchgenError, match="no column output"):
        formed(given(prompt="a sine", patch=PATCH), Wording("instruction"))
