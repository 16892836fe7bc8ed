"""Every rule is held against its own samples."""

from __future__ import annotations

import pytest

from lint.samples import canvas_of
from patchgen.findings import Finding
from patchgen.lint.mend import Mender, mended
from patchgen.lint.registry import MENDERS, RULES
from patchgen.lint.rule import Invalid, Patch, Rule
from patchgen.lint.scope import Scope
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas

VALID = [(rule, sample) for rule in RULES.values() for sample in rule.VALID]
INVALID = [(rule, invalid) for rule in RULES.values() for invalid in rule.INVALID]
MENDED = [(code, *samples) for code, mender in MENDERS.items() for samples in mender.MENDED]


def findings(rule: Rule, sample: str, *, is_alone: bool = False) -> list[Finding]:
    return findings_on(rule, canvas_of(sample), is_alone=is_alone)


def findings_on(rule: Rule, canvas: Canvas, *, is_alone: bool = False) -> list[Finding]:
    patch = Patch(canvas, Scope(engines=(Engine.VANILLA, Engine.PURR), is_strict=is_alone))
    return [finding for view in patch.views for finding in rule.check(view)]


@pytest.mark.parametrize(("rule", "sample"), VALID, ids=lambda x: getattr(x, "CODE", None))
def test_a_rule_accepts_its_valid_samples(rule: Rule, sample: str) -> None:
    assert findings(rule, sample) == []


@pytest.mark.parametrize(("rule", "invalid"), INVALID, ids=lambda x: getattr(x, "CODE", None))
def test_a_rule_finds_something_in_its_invalid_samples(rule: Rule, invalid: Invalid) -> None:
    found = findings(rule, invalid.sample, is_alone=invalid.is_alone)

    assert found, invalid.sample
    assert invalid.says in found[0].message + found[0].hint
    assert {finding.code for finding in found} == {rule.CODE}
    if invalid.at is not None:
        assert found[0].place.box == invalid.at


@pytest.mark.parametrize("code", RULES)
def test_a_rule_bears_the_code_of_its_module_and_explains_itself(code: str) -> None:
    rule = RULES[code]

    assert code == rule.CODE
    assert str(vars(rule)["__name__"]).endswith(code.replace("-", "_"))
    assert rule.WHY.endswith(".") and rule.VALID and rule.INVALID


@pytest.mark.parametrize(("code", "before", "after"), MENDED)
def test_a_mend_makes_of_the_first_sample_the_second(code: str, before: str, after: str) -> None:
    canvas = once_mended(MENDERS[code], canvas_of(before))

    assert graph(canvas) == graph(canvas_of(after))
    assert not findings_on(RULES[code], canvas)
    assert once_mended(MENDERS[code], canvas) is canvas


def once_mended(mender: Mender, canvas: Canvas) -> Canvas:
    (view,) = Patch(canvas).views
    mends = list(mender.mends(view))
    return mended(view, mends)[0] if mends else canvas


def graph(canvas: Canvas) -> tuple[object, object]:
    """The boxes by their texts, and what leaves each outlet in the order in which it fires."""
    texts = [box.atoms for box in canvas.boxes]
    cords = sorted(canvas.connections, key=lambda cord: (texts[cord.source], cord.outlet))
    return sorted(texts), [(texts[c.source], c.outlet, texts[c.sink], c.inlet) for c in cords]
