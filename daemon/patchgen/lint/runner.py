"""Runs the rules over a patch, mends what can be mended without a change of behaviour."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from patchgen.errors import ParseError
from patchgen.findings import Finding, Severity
from patchgen.lint.lines import located, strange_records
from patchgen.lint.registry import ON_REQUEST, REFUSED_CORDS, RULES
from patchgen.lint.rule import Patch, Rule, View
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse

VANILLA = (Engine.VANILLA,)


def lint(
    canvas: Canvas,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
) -> tuple[Finding, ...]:
    """Everything the rules find, canvas by canvas from the top.

    `select` names the only rules to run, `ignore` rules to leave out. `strict` makes an object
    that vanilla lacks an error: the patch is to stand alone.
    """
    patch = Patch(canvas, engines, strict)
    return tuple(found(patch, chosen(select, ignore)))


def lint_text(
    text: str,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = frozenset(),
    engines: tuple[Engine, ...] = VANILLA,
    strict: bool = False,
) -> tuple[Finding, ...]:
    """As `lint`, for the text of a file: what is no patch is a finding, and findings have lines."""
    try:
        canvas = parse(text)
    except ParseError as error:
        return strange_records(text, error)
    findings = lint(canvas, select=select, ignore=ignore, engines=engines, strict=strict)
    return located(text, findings) if findings else ()


def fix(canvas: Canvas) -> tuple[Canvas, tuple[Finding, ...]]:
    """The patch without the connections that Pd refuses, and what was left out."""
    mended, findings = without_refused(canvas, ())
    return mended, tuple(replace(finding, fixed=True) for finding in findings)


def chosen(select: Collection[str] | None, ignore: Collection[str]) -> list[Rule]:
    """The rules to run."""
    wanted = RULES.keys() - ON_REQUEST if select is None else select
    return [rule for code, rule in RULES.items() if code in wanted and code not in ignore]


def found(patch: Patch, rules: list[Rule]) -> Iterator[Finding]:
    """The findings of all canvases."""
    for view in patch.views:
        for rule in rules:
            yield from rule.check(view)


def without_refused(canvas: Canvas, path: tuple[int, ...]) -> tuple[Canvas, list[Finding]]:
    """One canvas and those inside it without their refused connections."""
    findings: list[Finding] = []
    boxes = list(canvas.boxes)
    for index, box in enumerate(boxes):
        if box.canvas is not None:
            inner, more = without_refused(box.canvas, (*path, index))
            boxes[index] = replace(box, canvas=inner)
            findings += more
    view = View(canvas, path, Patch(canvas))
    places: set[int] = set()
    for rule in REFUSED_CORDS.values():
        for place, finding in rule.refused(view):
            if place not in places:
                places.add(place)
                findings.append(finding)
    if not findings:
        return canvas, []
    gone = {view.cord_items[place][0] for place in places}
    kept = tuple(item for place, item in enumerate(canvas.items) if place not in gone)
    return replace(canvas, items=kept).with_boxes(tuple(boxes)), findings


def is_fine(findings: tuple[Finding, ...]) -> bool:
    """Whether nothing is left that keeps the patch from Pd."""
    return not any(f.severity is Severity.ERROR and not f.fixed for f in findings)
