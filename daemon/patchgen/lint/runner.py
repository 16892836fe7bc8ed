"""Runs the rules over a patch, mends what can be mended without a change of behaviour."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from patchgen.errors import ParseError
from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.lines import located, strange_records
from patchgen.lint.mend import Mender, mended, rebuilt
from patchgen.lint.registry import MENDERS, ON_REQUEST, RULES
from patchgen.lint.rule import Patch, Rule, View
from patchgen.lint.scope import WHOLE, Scope
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

MOST_ROUNDS = 50
"""Of mending: one mend may bring to light another fault, and some exclude each other."""


def lint(canvas: Canvas, scope: Scope = WHOLE) -> tuple[Finding, ...]:
    """Everything the rules find, canvas by canvas from the top."""
    return tuple(found(Patch(canvas, scope), chosen(scope)))


def lint_text(text: str, scope: Scope = WHOLE) -> tuple[Finding, ...]:
    """As `lint`, for the text of a file: what is no patch is a finding, and findings have lines."""
    try:
        canvas = parse(text)
    except ParseError as error:
        return strange_records(text, error)
    findings = lint(canvas, scope)
    return located(text, findings) if findings else ()


def fix(
    canvas: Canvas, scope: Scope = WHOLE, *, unsafe: bool = False
) -> tuple[Canvas, tuple[Finding, ...]]:
    """The patch with its faults mended, as far as they can be, and what was mended.

    `unsafe` adds the mends that change what the patch does.
    """
    findings: list[Finding] = []
    menders = [
        mender
        for rule in chosen(scope)
        if (mender := MENDERS.get(rule.CODE)) and (unsafe or mender.FIX is Fix.SAFE)
    ]
    for _ in range(MOST_ROUNDS):
        canvas, fresh = mended_once(Patch(canvas, scope), menders)
        if not fresh:
            break
        findings += fresh
    return canvas, tuple(replace(finding, fixed=True) for finding in findings)


def fix_text(
    text: str, scope: Scope = WHOLE, *, unsafe: bool = False
) -> tuple[str, tuple[Finding, ...]]:
    """As `fix`, for the text of a file; the findings have the lines they had in it.

    Where nothing is mended, or the text is no patch, it comes back as it is.
    """
    try:
        canvas = parse(text)
    except ParseError:
        return text, ()
    canvas, findings = fix(canvas, scope, unsafe=unsafe)
    if not findings:
        return text, ()
    fresh = write(canvas)
    has_returns = "\r\n" in text and "\r" not in fresh
    return fresh.replace("\n", "\r\n") if has_returns else fresh, located(text, findings)


def mended_once(patch: Patch, menders: Collection[Mender]) -> tuple[Canvas, list[Finding]]:
    """One round over all canvases, and what it mended."""
    parts: dict[tuple[int, ...], Canvas] = {}
    findings: list[Finding] = []
    for view in patch.views:
        mends = [mend for mender in menders for mend in mender.mends(view)]
        if mends:
            parts[view.path], done = mended(view, mends)
            findings += done
    return (rebuilt(patch.top, parts) if findings else patch.top), findings


def chosen(scope: Scope) -> list[Rule]:
    """The rules to run."""
    is_asked_for = scope.select is not None
    return [
        rule
        for code, rule in RULES.items()
        if scope.wants(code) and (is_asked_for or code not in ON_REQUEST)
    ]


def found(patch: Patch, rules: list[Rule]) -> Iterator[Finding]:
    """The findings of all canvases."""
    for view in patch.views:
        for rule in rules:
            findings = tuple(rule.check(view))
            if findings:
                yield from marked(view, findings, MENDERS.get(rule.CODE))


def marked(view: View, findings: tuple[Finding, ...], mender: Mender | None) -> Iterator[Finding]:
    """The findings of one rule; those that can be mended say so."""
    mendable = {mend.finding: mender.FIX for mend in mender.mends(view)} if mender else {}
    for finding in findings:
        yield replace(finding, fix=mendable[finding]) if finding in mendable else finding


def is_fine(findings: tuple[Finding, ...]) -> bool:
    """Whether nothing is left that keeps the patch from Pd."""
    return not any(f.severity is Severity.ERROR and not f.fixed for f in findings)
