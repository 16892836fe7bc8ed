"""Continuing a patch, the whole path: a file comes in, stays as it is, and a new one lies there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.errors import GenerationFailed, OutputUnwritable
from patchgen.headless.load import load
from patchgen.pd.parse import parse

from .answers import names, peak
from .conftest import Make
from .test_run import files, order, requests, result_of

GIVEN = "#N canvas 0 50 450 300 12;\n#X obj 40 50 osc~ 440;\n#X obj 50 99 dac~;\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A patch that somebody has begun."""
    path = tmp_path / "my tone.pd"
    path.write_text(GIVEN, "utf-8")
    return path


def test_a_given_patch_is_continued_in_a_new_file(
    pipeline: Make, folder: Path, pd: Path, given: Path
) -> None:
    made = pipeline("3 *~ 0.1 < 1\n2 < 3 3>1\n", pd=pd)

    result = result_of(made, replace(order(), given=given))

    (request,) = requests(made)
    assert request.beginning == "1 osc~ 440\n2 dac~\n"
    assert files(folder) == ["tone-continued.pd"]
    assert names(result.text)[:3] == ["osc~", "dac~", "*~"]
    assert parse(result.text).boxes[:2] == parse(GIVEN).boxes
    assert load(result.text, pd).is_silent
    assert given.read_text("utf-8") == GIVEN


def test_a_model_that_writes_records_continues_a_patch_too(
    pipeline: Make, pd: Path, given: Path
) -> None:
    answer = "#X obj 1 1 *~ 0.1;\n#X connect 0 0 2 0;\n#X connect 2 0 1 0;\n"
    made = pipeline(answer, pd=pd, model="patchgen-v1")

    result = result_of(made, replace(order(), given=given))

    (request,) = requests(made)
    assert request.beginning == GIVEN
    assert names(result.text)[:3] == ["osc~", "dac~", "*~"]
    assert peak(result.text, pd) == pytest.approx(0.1, abs=0.01)


def test_a_model_that_adds_nothing_gets_its_other_drafts_and_is_told(
    pipeline: Make, folder: Path, given: Path
) -> None:
    wanted = replace(order(candidates=2), given=given)

    assert result_of(pipeline("", "2 < 1\n"), wanted).candidates == 2
    with pytest.raises(GenerationFailed, match="adds nothing") as raised:
        list(pipeline("", "").run(wanted))
    assert "complete" in raised.value.hint
    assert files(folder) == ["tone-continued.pd"]


def test_the_given_file_is_never_written(pipeline: Make, given: Path) -> None:
    link = given.with_name("link.pd")
    link.symlink_to(given)

    for target in (given, link):
        with pytest.raises(OutputUnwritable, match="is continued"):
            list(pipeline("2 < 1\n").run(replace(order(target=target), given=given)))

    assert given.read_text("utf-8") == GIVEN


def test_a_too_loud_continuation_is_limited_and_the_given_boxes_stay(
    pipeline: Make, pd: Path, given: Path
) -> None:
    result = result_of(pipeline("3 *~ 9 < 1\n2 < 3\n", pd=pd), replace(order(), given=given))

    assert peak(result.text, pd) <= 1
    assert parse(result.text).boxes[:2] == parse(GIVEN).boxes
