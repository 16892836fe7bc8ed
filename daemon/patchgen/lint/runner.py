"""Runs the rules over a patch, mends what can be mended without a change of behaviour."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from patchgen.errors import ParseError
from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.abstractions import Lookup
from patchgen.lint.lines import located, strange_records
from patchgen.lint.mend import Mender, mended, rebuilt
from patchgen.lint.registry import MENDERS, ON_REQUEST, REFUSED_CORDS, RULES
from patchgen.lint.rule import Patch, Rule, View
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

VANILLA = (Engine.VANILLA,)

MOST_ROUNDS = 50
"""Of mending: one mend may bring to light another fault, and some exclude each other."""


def lint(
    canvas: Canvas,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
    lookup: Lookup | None = None,
    name: str = "",
) -> tuple[Finding, ...]:
    """Everything the rules find, canvas by canvas from the top.

    `select` names the only rules to run, `ignore` rules to leave out. `strict` makes an object
    that vanilla lacks an error: the patch is to stand alone. `lookup` finds abstractions; without
    it, an object that vanilla lacks takes any cord. `name` is that of the file.
    """
    patch = Patch(canvas, engines, strict, lookup, name)
    return tuple(found(patch, chosen(select, ignore)))


def lint_text(
    text: str,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
    lookup: Lookup | None = None,
    name: str = "",
) -> tuple[Finding, ...]:
    """As `lint`, for the text of a file: what is no patch is a finding, and findings have lines."""
    try:
        canvas = parse(text)
    except ParseError as error:
        return strange_records(text, error)
    findings = lint(
        canvas, select=select, ignore=ignore, engines=engines, strict=strict, lookup=lookup,
        name=name,
    )  # fmt: skip
    return located(text, findings) if findings else ()


def fix(
    canvas: Canvas,
    *,
    select: Collection[str] | None = tuple(REFUSED_CORDS),
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
    lookup: Lookup | None = None,
    name: str = "",
    unsafe: bool = False,
) -> tuple[Canvas, tuple[Finding, ...]]:
    """The patch with its faults mended, as far as they can be, and what was mended.

    By itself only connections that Pd refuses are left out; `select=None` stands for everything
    that does not change what the patch does. `unsafe` adds the mends that do.
    """
    findings: list[Finding] = []
    menders = [
        mender
        for rule in chosen(select, ignore)
        if (mender := MENDERS.get(rule.CODE)) and (unsafe or mender.FIX is Fix.SAFE)
    ]
    for _ in range(MOST_ROUNDS):
        canvas, fresh = mended_once(Patch(canvas, engines, strict, lookup, name), menders)
        if not fresh:
            break
        findings += fresh
    return canvas, tuple(replace(finding, fixed=True) for finding in findings)


def fix_text(
    text: str,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
    lookup: Lookup | None = None,
    name: str = "",
    unsafe: bool = False,
) -> tuple[str, tuple[Finding, ...]]:
    """As `fix`, for the text of a file and all rules; the findings have the lines they had in it.

    Where nothing is mended, or the text is no patch, it comes back as it is.
    """
    try:
        canvas = parse(text)
    except ParseError:
        return text, ()
    canvas, findings = fix(
        canvas, select=select, ignore=ignore, engines=engines, strict=strict, lookup=lookup,
        name=name, unsafe=unsafe,
    )  # fmt: skip
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


def chosen(select: Collection[str] | None, ignore: Collection[str]) -> list[Rule]:
    """The rules to run."""
    wanted = RULES.keys() - ON_REQUEST if select is None else select
    return [rule for code, rule in RULES.items() if code in wanted and code not in ignore]


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
