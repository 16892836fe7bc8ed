"""Examining drafts: what is wrong is a finding, what can be mended is mended."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from patchgen.domains.registry import DOMAINS
from patchgen.engine.base import Draft
from patchgen.findings import Severity
from patchgen.pipeline.examine import Candidate, examine
from patchgen.pipeline.task import from_sentence

from .answers import DEEP_LOUD, LOUD, NONSENSE, NOT_FINITE, QUITS, TONE, TWICE_LOUD, UNKNOWN

NOTATION = from_sentence("a tone", DOMAINS["patch"].forms["notation"])
RAW = from_sentence("a tone", DOMAINS["patch"].forms["pd"])
RAW_PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 40 *~ 0.1;\n"
    "#X obj 10 70 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)


def examined(text: str, pd: Path | None = None, **facts: object) -> Candidate:
    """The candidate that a notation becomes."""
    return examine(Draft(text, "end", **facts), NOTATION, pd)  # type: ignore[arg-type]


def codes(candidate: Candidate, severity: Severity | None = None) -> list[str]:
    """The codes of its findings that were not mended."""
    found = (finding for finding in candidate.findings if not finding.fixed)
    return [f.code for f in found if severity in (None, f.severity)]


def test_a_good_draft_has_nothing_against_it(pd: Path) -> None:
    candidate = examined(TONE, pd)

    assert candidate.canvas is not None
    assert candidate.findings == ()


@pytest.mark.parametrize("text", ["", "\n", NONSENSE, "1 osc~\n3 dac~\n", "1 dac~ < 9\n"], ids=repr)
def test_what_is_no_patch_is_unreadable(text: str) -> None:
    candidate = examined(text)

    assert candidate.canvas is None
    assert codes(candidate) == ["unreadable"]


@pytest.mark.parametrize("text", [UNKNOWN, QUITS, "1 textfile\n2 msg read /etc/passwd\n1 < 2\n"])
def test_the_gate_refuses_what_could_do_harm(text: str) -> None:
    candidate = examined(text)

    assert candidate.errors
    assert any(code.startswith("gate-") for code in codes(candidate, Severity.ERROR))


def test_what_the_gate_refuses_never_reaches_pd(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    spy = script(tmp_path, f"touch {trace}")

    examined(UNKNOWN, spy)
    assert not trace.exists()
    examined(TONE, spy)
    assert trace.exists()


@pytest.mark.parametrize("text", [LOUD, TWICE_LOUD, DEEP_LOUD], ids=["plain", "two", "deep"])
def test_a_loud_draft_is_limited(pd: Path, text: str) -> None:
    candidate = examined(text, pd)

    assert "sound-too-loud" not in codes(candidate)
    (finding,) = (f for f in candidate.findings if f.code == "sound-too-loud")
    assert finding.fixed
    assert "[clip~]" in finding.message
    assert not candidate.errors


def test_a_draft_that_is_not_finite_is_refused(pd: Path) -> None:
    assert codes(examined(NOT_FINITE, pd), Severity.ERROR) == ["sound-not-finite"]


def test_a_refused_connection_is_left_out(pd: Path) -> None:
    candidate = examined("1 osc~ 440\n2 *~ 0.1 < 1 1.7\n3 dac~ < 2\n", pd)

    assert candidate.canvas is not None
    assert len(candidate.canvas.connections) == 2
    assert not candidate.errors
    assert any(finding.fixed for finding in candidate.findings)


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (Draft(TONE, "length"), "did not finish"),
        (Draft(TONE, "stuck"), "did not finish"),
        (Draft(TONE, "length", dropped="4 os"), "its unfinished end was dropped"),
    ],
)
def test_a_draft_that_was_cut_short_is_told(draft: Draft, says: str) -> None:
    (finding,) = examine(draft, NOTATION, None).findings

    assert (finding.code, finding.severity) == ("unfinished", Severity.WARNING)
    assert says in finding.message


def test_what_pd_says_while_the_patch_runs_is_told(pd: Path) -> None:
    candidate = examined("1 loadbang\n2 msg a b < 1\n3 + < 2\n4 print < 3\n", pd)

    assert "Pd says: +: no method for 'a'" in [f.message for f in candidate.findings]
    assert not candidate.errors


@pytest.mark.parametrize(
    ("body", "says"),
    [("kill -SEGV $$", "crashed"), ("exit 0", "makes Pd quit")],
)
def test_a_draft_that_ends_pd_is_refused(tmp_path: Path, body: str, says: str) -> None:
    candidate = examined(TONE, script(tmp_path, body))

    assert candidate.errors == 1
    assert says in candidate.findings[-1].message


def test_a_pd_that_is_gone_costs_the_draft_and_is_told(tmp_path: Path) -> None:
    candidate = examined(TONE, tmp_path / "gone")

    assert codes(candidate) == ["pd-failed"]
    assert "could not be started" in candidate.findings[0].message


def script(folder: Path, body: str) -> Path:
    """A program in the place of Pd."""
    path = folder / "pd"
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_fewer_errors_then_fewer_warnings_then_surer_words_are_better(pd: Path) -> None:
    worst_first = [
        examined(NONSENSE),
        examined(UNKNOWN),
        examine(Draft(TONE, "length"), NOTATION, None),
        examined(TONE, mean_logprob=-0.9),
        examined(TONE, mean_logprob=-0.1),
    ]

    best_first = sorted(worst_first, key=lambda candidate: candidate.rank)

    assert best_first == worst_first[::-1]


def test_a_raw_patch_is_examined_like_any_other(pd: Path) -> None:
    candidate = examine(Draft(RAW_PATCH, "end"), RAW, pd)

    assert candidate.canvas is not None
    assert candidate.findings == ()


def test_no_answer_of_a_model_is_an_accident() -> None:
    chance = random.Random(0)
    odd = "#N #A canvas connect restore msg ; , \\ $ 0 -1 1e9 1e999 nan dac~ pd { } < \n".split(" ")

    for _ in range(150):
        words = RAW_PATCH.replace("\n", " \n ").split(" ")
        for _ in range(chance.randrange(1, 6)):
            words[chance.randrange(len(words))] = chance.choice(odd)
        draft = Draft(" ".join(words), "end")
        for form in (RAW, NOTATION):
            assert isinstance(examine(draft, form, None), Candidate)
