"""Edits with all checks, and edits that the model makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.engine.base import Sampling
from patchgen.errors import GenerationFailed, PatchUnusable
from patchgen.pd.parse import parse
from patchgen.pipeline.edit import edit
from patchgen.pipeline.provenance import edits_of, prompt_of, provenance_of
from patchgen.pipeline.steps import Order, Result, Written

from .answers import names
from .conftest import Make

GIVEN = (
    "#N canvas 0 50 450 300 12;\n#X obj 100 40 osc~ 440;\n#X obj 100 90 *~ 0.1;\n"
    "#X obj 100 140 dac~;\n#X text 200 40 mine;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)
FILTERED = "1 osc~ 440\n2 lop~ 500 < 1\n3 *~ 0.1 < 2\n4 dac~ < 3\n"
SAME = "1 osc~ 440\n2 *~ 0.1 < 1\n3 dac~ < 2\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A patch that somebody made."""
    path = tmp_path / "mine.pd"
    path.write_text(GIVEN, "utf-8")
    return path


def order(given: Path, instruction: str) -> Order:
    """An edit by the model."""
    return replace(Order(instruction, Sampling(seed=1), given=given), is_edit=True)


def result(make: Make, given: Path, *answers: str, pd: Path | None = None) -> Result:
    """What becomes of the patch when the model answers so."""
    *_, last = make(*answers, pd=pd).run(order(given, "make it warmer"))
    assert isinstance(last, Written)
    return last.result


def test_an_edit_is_checked_in_pd(pd: Path) -> None:
    done = edit(parse(GIVEN), "add a low-pass", pd)

    assert done is not None
    assert done.is_checked_in_pd
    assert done.findings == ()


def test_what_says_no_definite_change_is_not_done_without_a_model() -> None:
    assert edit(parse(GIVEN), "make it warmer", None) is None


def test_an_edit_that_is_done_already_changes_nothing() -> None:
    done = edit(parse(GIVEN), "set the frequency to 440", None)

    assert done is not None
    assert done.canvas == parse(GIVEN)


def test_what_becomes_too_loud_gets_a_limiter(pd: Path) -> None:
    done = edit(parse(GIVEN), "set the volume to 4", pd)

    assert done is not None
    assert [finding.code for finding in done.findings if finding.fixed] == ["sound-too-loud"]
    assert done.canvas.boxes[-1].name == "clip~"
    assert (done.canvas.boxes[-1].x, done.canvas.boxes[-1].y) != (0, 0)


def test_old_faults_of_a_patch_are_no_reason_to_refuse(pd: Path) -> None:
    faulty = parse(GIVEN.replace("#X text", "#X obj 200 90 nosuchthing;\n#X text"))

    done = edit(faulty, "set the frequency to 330", pd)

    assert done is not None
    assert [finding.code for finding in done.findings] == ["not-tried"]


def test_a_new_fault_is_refused() -> None:
    given = parse(GIVEN.replace("#X text", "#X msg 300 40 5;\n#X text"))

    with pytest.raises(GenerationFailed, match="faulty"):
        edit(given, "change the message to ; pd quit", None)


def test_only_patches_that_patchgen_made_tell_of_their_edits(pipeline: Make, given: Path) -> None:
    made = parse(result(pipeline, given, FILTERED).text)

    done = edit(made, "set the cutoff to 800, then make it stereo", None)

    assert done is not None
    assert edits_of(done.canvas) == ("set the cutoff to 800, then make it stereo",)
    assert provenance_of(done.canvas) == provenance_of(made)
    plain = edit(parse(GIVEN), "make it stereo", None)
    assert plain is not None
    assert edits_of(plain.canvas) == ()


def test_the_models_answer_is_laid_over_the_patch(pipeline: Make, given: Path, pd: Path) -> None:
    done = result(pipeline, given, FILTERED, pd=pd)

    changed = parse(done.text)
    assert changed.boxes[:4] == parse(GIVEN).boxes
    assert names(done.text)[4:6] == ["lop~", "pd"]
    assert given.read_text("utf-8") == GIVEN
    assert done.is_checked_in_pd


def test_prompt_and_provenance_hold_both_sentences(pipeline: Make, given: Path) -> None:
    changed = parse(result(pipeline, given, FILTERED).text)

    origin = provenance_of(changed)
    assert origin.edit == "make it warmer"
    assert origin.given == "mine.pd"
    assert prompt_of(changed).endswith("make it warmer.")


def test_an_answer_that_changes_nothing_is_not_passed_off_as_an_edit(
    pipeline: Make, given: Path
) -> None:
    with pytest.raises(GenerationFailed, match="changes nothing"):
        result(pipeline, given, SAME)


def test_a_patch_that_needs_more_than_the_model_may_write_is_refused(
    pipeline: Make, given: Path
) -> None:
    given.write_text(GIVEN + "#X obj 9 9 shell;\n", "utf-8")

    with pytest.raises(PatchUnusable, match="cannot be edited"):
        result(pipeline, given, FILTERED)
