"""The linter and a real Pd must say the same about the same patch."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.samples import canvas_of, words
from lint.test_parts import BAD_EXPRESSIONS, GOOD_EXPRESSIONS
from patchgen.errors import PdFailed
from patchgen.findings import Severity
from patchgen.headless.engine import find_pd, run
from patchgen.headless.load import load
from patchgen.lint.registry import REFUSED_CORDS, RULES
from patchgen.lint.runner import fix, lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Box, Canvas
from patchgen.pd.write import write

SEEN_WHILE_LOADING = (
    "unknown-object", "bad-arguments", "connection-port", "signal-to-control",
    "duplicate-connection", "dsp-loop", "missing-source", "block-conflict",
)  # fmt: skip
"""Rules whose samples make Pd complain without any message being sent."""

EXTRA = ("sigmund~", "mystery", "riddle", "$1")
"""What this Pd may lack, or only knows inside another patch."""


@pytest.fixture(scope="module")
def pd() -> Path:
    """Pd on this machine."""
    return find_pd()


@pytest.mark.parametrize(
    ("code", "sample"),
    [(code, invalid.sample) for code in SEEN_WHILE_LOADING for invalid in RULES[code].INVALID],
)
def test_pd_complains_where_the_rule_does(pd: Path, code: str, sample: str) -> None:
    report = load(write(canvas_of(sample)), pd)

    assert not report.is_silent


@pytest.mark.parametrize(
    "sample",
    [
        sample
        for code in SEEN_WHILE_LOADING
        for sample in RULES[code].VALID
        if not any(word in sample for word in EXTRA)
    ],
)
def test_pd_is_silent_where_the_rule_is(pd: Path, sample: str) -> None:
    assert load(write(canvas_of(sample)), pd).is_silent


def test_a_connection_on_an_empty_canvas_crashes_pd_and_is_an_error(pd: Path) -> None:
    canvas = canvas_of("#N canvas 0 50 450 300 12;\n#X connect 0 0 1 0;\n")

    with pytest.raises(PdFailed):
        load(write(canvas), pd)
    assert [f.severity for f in lint(canvas)] == [Severity.ERROR]


def test_number_boxes_lose_ports_to_their_names_as_in_pd(pd: Path) -> None:
    canvas = canvas_of("[floatatom 5 0 0 0 - - a] -> [floatatom 5 0 0 0 - b -]")

    report = load(write(canvas), pd)

    assert report.failed_connections == ("0 0 1 0 (gatom->gatom)",)
    assert "connection-port" in {finding.code for finding in lint(canvas)}


def test_pd_accepts_and_refuses_the_same_expressions(pd: Path) -> None:
    good = tuple(Box("obj", words(text)) for text in GOOD_EXPRESSIONS)
    bad = tuple(Box("obj", words(text)) for text, _ in BAD_EXPRESSIONS)

    accepted = load(write(Canvas(items=good)), pd)
    refused = load(write(Canvas(items=bad)), pd)

    assert accepted.not_created == ()
    assert len(refused.not_created) == len(BAD_EXPRESSIONS)


def test_pd_is_silent_about_a_mended_patch(pd: Path) -> None:
    canvas = canvas_of(
        "[osc~ 440] -> [*~ 0.1] -> [dac~], [osc~ 440] -> [*~ 0.1], [osc~ 440]:2 -> [dac~], "
        "[osc~ 440] -> [print], [*~ 0.1] -> 1:[dac~]"
    )

    mended, _ = fix(canvas, Scope(select=REFUSED_CORDS))

    assert not load(write(canvas), pd).is_silent
    assert load(write(mended), pd).is_silent


@pytest.mark.parametrize(
    ("sample", "code"),
    [
        ("[loadbang] -> [t b] -> 1:[+ 1]", "inlet-type"),
        ("[loadbang] -> [t b] -> 1:[*~]", "inlet-type"),
        ("[loadbang] -> [symbol x( -> 1:[osc~ 440]", "inlet-type"),
        ("[loadbang] -> [stop( -> 1:[metro 500]", "inlet-type"),
        ("[loadbang] -> [t b] -> 1:[spigot]", "inlet-type"),
        ("[loadbang] -> [t b] -> 1:[until]", ""),
        ("[loadbang] -> [5( -> 1:[*~]", ""),
        ("[loadbang] -> [5( -> 1:[osc~ 440]", ""),
        ("[loadbang] -> [3 4( -> 1:[metro 500]", ""),
        ("[loadbang] -> [symbol x( -> 1:[list append]", ""),
        ("[loadbang] -> [$1 foo( -> [print]", "message-argument"),
        ("[loadbang] -> [5( -> [$1 $2( -> [print]", "message-argument"),
        ("[loadbang] -> [5 6( -> [$1 $2( -> [print]", ""),
        ("[loadbang] -> [symbol x( -> [$1 foo( -> [print]", ""),
    ],
)
def test_pd_complains_of_a_message_when_the_rule_does(
    pd: Path, tmp_path: Path, sample: str, code: str
) -> None:
    canvas = canvas_of(sample)
    (tmp_path / "patch.pd").write_text(write(canvas), "utf-8")

    console = run(pd, ("-send", "pd quit", "patch.pd"), folder=tmp_path, timeout=10).console

    found = {f.code for f in lint(canvas, Scope(select={"inlet-type", "message-argument"}))}
    assert any(line.startswith("error: ") for line in console) == bool(code)
    assert found == ({code} if code else set())
