"""Findings and results, as lines for people and as plain data for JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from difflib import unified_diff
from typing import TYPE_CHECKING

import click

from patchgen.findings import Finding, Fix, Severity, finding_data

if TYPE_CHECKING:
    # Only for its type: `patchgen check` must not load the pipeline.
    from patchgen.pipeline.steps import Result

FIXES = {Fix.NONE: "", Fix.SAFE: " [fix]", Fix.UNSAFE: " [unsafe fix]"}
"""Marks what --fix mends, and what it only mends together with --unsafe-fixes."""

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
"""Only seen on a terminal: click takes them out elsewhere."""
DIFF_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_difference(name: str, before: str, after: str) -> None:
    """Prints how a file changes, as `patch` reads it; nothing where it does not."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file"
        click.echo(click.style(line.rstrip("\n"), fg=DIFF_COLOURS.get(line[0])) + end)


def finding_line(finding: Finding, *, where: str = "", width: int = 0) -> str:
    """One finding: `patch.pd:12: error connection-port: [bng] has no outlet 3`.

    `width` is that of the column for the severity.
    """
    kind = "mended" if finding.fixed else finding.severity.value
    colour = "green" if finding.fixed else COLOURS[finding.severity]
    hint = f" ({finding.hint})" if finding.hint and not finding.fixed else ""
    told = f"{finding.code}: {finding.message}{hint}{fix_mark(finding)}"
    return f"{where}{click.style(f'{kind:<{width}}', fg=colour)} {told}"


def fix_mark(finding: Finding) -> str:
    """Whether it can be mended, unless it has been."""
    return "" if finding.fixed else FIXES[finding.fix]


def findings_data(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Findings in their order."""
    return [finding_data(finding) for finding in findings]


def result_lines(result: Result) -> list[str]:
    """File first, then findings, then how it came about."""
    tried = "checked in Pd" if result.is_checked_in_pd else "not tried: no Pd on this machine"
    drafts = "1 draft" if result.candidates == 1 else f"{result.candidates} drafts"
    facts = f"{drafts}, {result.tokens} tokens, seed {result.seed}, {result.model}, {tried}"
    findings = [f"  {finding_line(finding)}" for finding in result.findings] or ["  no findings"]
    return [str(result.path), *findings, f"  {result.seconds:.1f} s: {facts}"]


def result_data(result: Result) -> dict[str, object]:
    """A result with all its fields."""
    findings = findings_data(result.findings)
    return {**asdict(result), "path": str(result.path), "findings": findings}


def as_json(data: object) -> str:
    """Indented JSON; bytes of a file name that are no text are shown as escapes."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
