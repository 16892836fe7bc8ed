"""What `patchgen check` prints. Every function says whether all files are free of errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import click

from patchgen.cli.check_file import Checked
from patchgen.cli.patch_files import STANDARD, write_text
from patchgen.cli.show import FIXES, as_json, finding_line, findings_data, show_difference
from patchgen.findings import Finding, Fix
from patchgen.lint.runner import is_fine


def is_good(report: Checked) -> bool:
    """Whether the file could be read and has no errors left."""
    return not report.error and is_fine(report.findings)


def kept(report: Checked) -> Checked:
    """The same, once the mended text is in its file, or on the standard output."""
    if report.path == STANDARD:
        if not report.error:
            click.echo(report.mended, nl=False)
    elif report.mended != report.text:
        write_text(report.path.resolve(), report.mended)  # A link stays one.
    return report


def lines(reports: Iterable[Checked], *, is_grouped: bool, is_aside: bool = False) -> bool:
    """One line a finding and a count at the end; nothing where there is nothing to say.

    `is_aside` when the standard output is for the mended patch.
    """
    seen: list[Finding] = []
    files, is_all_good = 0, True
    for report in reports:
        files += 1
        is_all_good &= is_good(report)
        tell_error(report)
        if report.findings:
            shown = grouped(report) if is_grouped else flat(report)
            click.echo("\n".join(shown), err=is_aside)
            seen += report.findings
    if seen:
        click.echo(summary(files, seen), err=is_aside)
    return is_all_good


def tell_error(report: Checked) -> None:
    """One line on the error stream for a file that cannot be read."""
    if report.error:
        click.echo(f"{click.style('error:', fg='red')} {report.error}", err=True)


def flat(report: Checked) -> Iterator[str]:
    """Lines as compilers print them, for editors and `grep`."""
    for finding in report.findings:
        line = finding.place.line
        place = finding.place if line is None else line
        yield finding_line(finding, where=f"{report.name}:{place}: ")


def grouped(report: Checked) -> Iterator[str]:
    """The name of the file, then the findings below it."""
    yield click.style(report.name, underline=True)
    for finding in report.findings:
        line = "" if finding.place.line is None else str(finding.place.line)
        yield finding_line(finding, where=f"{line:>6}  ", width=7)
    yield ""


def summary(files: int, findings: Iterable[Finding]) -> str:
    """Such as `3 files: 1 error, 2 warnings; --fix mends 2`."""
    kinds = Counter("mended" if f.fixed else f.severity.value for f in findings)
    told = [amount(kinds[kind], kind) for kind in ("error", "warning", "info") if kinds[kind]]
    if kinds["mended"]:
        told.append(f"{kinds['mended']} mended")
    fixes = Counter(f.fix for f in findings if not f.fixed)
    safe, unsafe = fixes[Fix.SAFE], fixes[Fix.UNSAFE]
    hints = [f"--fix mends {safe}"] if safe else []
    hints += [f"--fix --unsafe-fixes mends {safe + unsafe}"] if unsafe else []
    return "; ".join([f"{amount(files, 'file')}: {', '.join(told)}", *hints])


def amount(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def diff(reports: Iterable[Checked]) -> bool:
    """What --fix would change, as `patch` reads it."""
    is_all_good = True
    for report in reports:
        # What has not been mended in the file itself counts as before.
        is_all_good &= not report.error and is_fine(tuple(as_before(report)))
        tell_error(report)
        show_difference(report.name, report.text, report.mended)
    return is_all_good


def as_before(report: Checked) -> Iterator[Finding]:
    """The findings as if nothing had been mended."""
    return (replace(finding, fixed=False) for finding in report.findings)


def as_data(reports: Iterable[Checked]) -> bool:
    """A list of files with their findings."""
    data, is_all_good = [], True
    for report in reports:
        is_all_good &= is_good(report)
        findings = findings_data(report.findings)
        data.append({"file": report.name, "error": report.error, "findings": findings})
    click.echo(as_json(data))
    return is_all_good


def statistics(reports: Iterable[Checked]) -> bool:
    """How often each code occurs, the most frequent first."""
    counts: Counter[tuple[str, str, Fix]] = Counter()
    is_all_good = True
    for report in reports:
        is_all_good &= is_good(report)
        tell_error(report)
        counts.update((f.severity.value, f.code, f.fix) for f in report.findings if not f.fixed)
    for (severity, code, fix), count in sorted(counts.items(), key=lambda c: (-c[1], c[0][1])):
        click.echo(f"{count:>6}  {severity:<7}  {code}{FIXES[fix]}")
    return is_all_good
