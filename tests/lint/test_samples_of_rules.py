"""Every rule is held against its own samples."""

from __future__ import annotations

import pytest

from lint.samples import canvas_of
from patchgen.findings import Finding
from patchgen.lint.registry import RULES
from patchgen.lint.rule import Invalid, Patch, Rule
from patchgen.objects.spec import Engine

VALID = [(rule, sample) for rule in RULES.values() for sample in rule.VALID]
INVALID = [(rule, invalid) for rule in RULES.values() for invalid in rule.INVALID]


def findings(rule: Rule, sample: str) -> list[Finding]:
    patch = Patch(canvas_of(sample), (Engine.VANILLA, Engine.PURR))
    return [finding for view in patch.views for finding in rule.check(view)]


@pytest.mark.parametrize(("rule", "sample"), VALID, ids=lambda x: getattr(x, "CODE", None))
def test_a_rule_accepts_its_valid_samples(rule: Rule, sample: str) -> None:
    assert findings(rule, sample) == []


@pytest.mark.parametrize(("rule", "invalid"), INVALID, ids=lambda x: getattr(x, "CODE", None))
def test_a_rule_finds_something_in_its_invalid_samples(rule: Rule, invalid: Invalid) -> None:
    found = findings(rule, invalid.sample)

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
