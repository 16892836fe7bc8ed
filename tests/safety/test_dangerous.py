"""Dangerous patches as answers of a model: each is refused or defused, for the reason expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lint.samples import canvas_of

from patchgen.catalog.find import find
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import GenerationFailed
from patchgen.findings import Finding
from patchgen.headless.engine import find_pd
from patchgen.lint.gate import gate
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Found, Order, Written

from .dangerous import DEFUSED, HEAD, JUDGED, STATIC, UNWRITTEN
from .harmless import HARMLESS

Outcome = tuple[tuple[Finding, ...], str | None]
Drafts = Callable[..., Outcome]


def text_of(sample: str) -> str:
    """The text of a file; a sketch is spelled out."""
    return sample if sample.startswith("#N") else write(canvas_of(sample))


@pytest.fixture
def answered(tmp_path: Path) -> Iterator[Drafts]:
    """Runs a job whose model answers with this text: the findings, and what was written."""
    folder = tmp_path / "made"
    card = find("patchgen-small", tmp_path).card.model_copy(update={"output": "pd"})

    def run(text: str, pd: Path | None = None) -> Outcome:
        pipeline = Pipeline(ScriptedEngine([text]), card, pd, folder)
        findings: tuple[Finding, ...] = ()
        try:
            for event in pipeline.run(Order("a patch")):
                if isinstance(event, Found):
                    findings = event.findings
                elif isinstance(event, Written):
                    return findings, event.result.text
        except GenerationFailed:
            assert not folder.exists() or not list(folder.iterdir())
        return findings, None

    yield run


@pytest.mark.parametrize(("sample", "code", "says"), STATIC.values(), ids=STATIC)
def test_a_dangerous_patch_is_refused_before_pd_sees_it(
    answered: Drafts, tmp_path: Path, sample: str, code: str, says: str
) -> None:
    trace = tmp_path / "trace"
    spy = tmp_path / "pd"
    spy.write_text(f"#!/bin/sh\ntouch {trace}\n", "utf-8")
    spy.chmod(0o755)

    findings, written = answered(text_of(sample), spy)

    assert written is None
    assert not trace.exists()
    reasons = [finding for finding in findings if finding.code.startswith(code)]
    assert any(says in finding.message + finding.hint for finding in reasons), findings


@pytest.mark.parametrize(("sample", "code", "says"), JUDGED.values(), ids=JUDGED)
def test_what_only_pd_can_judge_is_refused_after_its_check(
    answered: Drafts, sample: str, code: str, says: str
) -> None:
    findings, written = answered(text_of(sample), find_pd())

    assert written is None
    assert any(f.code == code and says in f.message for f in findings), findings


@pytest.mark.parametrize(("text", "word"), UNWRITTEN.values(), ids=UNWRITTEN)
def test_what_is_no_part_of_a_patch_is_never_written(
    answered: Drafts, text: str, word: str
) -> None:
    _, written = answered(text, find_pd())

    assert word not in (written or "")


@pytest.mark.parametrize("text", [f"{HEAD}pd quit;\n", f"#N struct a array b a;\n{HEAD}"])
def test_a_file_with_such_a_record_is_refused(text: str) -> None:
    assert {finding.code for finding in gate(parse(text))} <= {"record-kind", "template-loop"}
    assert gate(parse(text))


@pytest.mark.parametrize("sample", DEFUSED.values(), ids=DEFUSED)
def test_a_loud_patch_is_defused_by_a_limiter(answered: Drafts, sample: str) -> None:
    findings, written = answered(text_of(sample), find_pd())

    assert written is not None and "clip~" in written
    assert any(f.code == "sound-too-loud" and f.fixed for f in findings), findings


@pytest.mark.parametrize("sample", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_look_alike_passes(answered: Drafts, sample: str) -> None:
    text = text_of(sample)

    findings, written = answered(text, find_pd())

    assert gate(parse(text)) == ()
    assert written is not None, findings


def test_the_lists_are_as_long_as_promised() -> None:
    assert len(STATIC) + len(JUDGED) + len(UNWRITTEN) + len(DEFUSED) >= 60
    assert len(HARMLESS) >= 25
