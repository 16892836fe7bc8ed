"""`patchgen check`: what the linter finds in patches."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from patchgen.cli.patch_files import patch_files, read_text
from patchgen.cli.show import as_json, finding_line, findings_data, place_in
from patchgen.findings import Finding


@click.command("check", short_help="Find what is wrong with patches.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True,
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option("--json", "is_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], is_json: bool) -> None:
    """Lint patches; a folder stands for all .pd files in and below it.

    Exits with 1 where a patch has errors, that is, what keeps it from working in Pd.
    """
    from patchgen.lint.runner import is_fine, lint_text

    found = {path: lint_text(read_text(path)) for path in patch_files(files)}
    if is_json:
        report = [
            {"file": str(path), "findings": findings_data(findings)}
            for path, findings in found.items()
        ]
        click.echo(as_json(report))
    else:
        show(found)
    if not all(map(is_fine, found.values())):
        context.exit(1)


def show(found: dict[Path, tuple[Finding, ...]]) -> None:
    """One line a finding and a count at the end; nothing where there is nothing to say."""
    for path, findings in found.items():
        for finding in findings:
            click.echo(finding_line(finding, where=place_in(path, finding)))
    counts = Counter(finding.severity.value for findings in found.values() for finding in findings)
    if counts:
        told = ", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items()))
        click.echo(f"{len(found)} {'file' if len(found) == 1 else 'files'}, {told}")
