"""`patchgen check`: what the linter finds in patches, and mends."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from patchgen.cli.patch_files import STANDARD, patch_files
from patchgen.cli.search_path import PATHS, TARGET
from patchgen.objects.spec import Engine


def codes(
    context: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> frozenset[str]:
    """The codes of an option that may be given several times, with commas between them, too."""
    found = [code for value in values for code in value.replace(" ", "").split(",") if code]
    for code in found:
        require_code(code, param, context)
    return frozenset(found)


def require_code(code: str, param: click.Parameter, context: click.Context) -> None:
    """Raises BadParameter for a code that no finding has."""
    from difflib import get_close_matches

    from patchgen.lint.handbook import CODES

    if code not in CODES:
        near = get_close_matches(code, list(CODES), n=1)
        guess = f" Did you mean {near[0]!r}?" if near else " See `patchgen check --rules`."
        raise click.BadParameter(f"there is no rule {code!r}.{guess}", context, param)


def show_rule(context: click.Context, param: click.Parameter, code: str | None) -> None:
    """The answer to --explain."""
    from patchgen.lint.handbook import chapter

    if code is not None and not context.resilient_parsing:
        require_code(code, param, context)
        click.echo(chapter(code), nl=False)
        context.exit()


def show_rules(context: click.Context, _param: click.Parameter, is_wanted: bool) -> None:
    """The answer to --rules."""
    from patchgen.lint.handbook import handbook

    if is_wanted and not context.resilient_parsing:
        click.echo(handbook(), nl=False)
        context.exit()


@click.command("check", short_help="Find what is wrong with patches, and mend it.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)  # fmt: skip
@click.option("--fix", "is_fixing", is_flag=True,
              help="Mend what can be mended without changing what a patch does.")  # fmt: skip
@click.option("--unsafe-fixes", "is_unsafe", is_flag=True,
              help="With --fix or --diff: mend also what changes it.")  # fmt: skip
@click.option("--diff", "is_diff", is_flag=True,
              help="Only print what --fix would change.")  # fmt: skip
@click.option("--in-pd", "is_in_pd", is_flag=True,
              help="Open each patch in Pd, without a window, and add its complaints.")  # fmt: skip
@click.option("--select", multiple=True, callback=codes, metavar="CODES",
              help="Only these rules; codes with commas between them.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES",
              help="All rules but these.")  # fmt: skip
@TARGET
@PATHS
@click.option("--alone", "is_alone", is_flag=True,
              help="The patches stand alone: an object that Pd lacks is an error.")  # fmt: skip
@click.option("--capabilities", "is_reach", is_flag=True,
              help="Tell what each patch reaches beyond itself, and what is refused.")  # fmt: skip
@click.option("--statistics", "is_statistics", is_flag=True,
              help="Print how often each rule found something, not where.")  # fmt: skip
@click.option("--json", "is_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--explain", metavar="CODE", is_eager=True, expose_value=False, callback=show_rule,
              help="Explain one rule and exit.")  # fmt: skip
@click.option("--rules", is_flag=True, is_eager=True, expose_value=False, callback=show_rules,
              help="Print all rules as a Markdown document and exit.")  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    is_fixing: bool,
    is_unsafe: bool,
    is_diff: bool,
    is_in_pd: bool,
    select: frozenset[str],
    ignore: frozenset[str],
    engines: tuple[Engine, ...],
    paths: tuple[Path, ...],
    is_alone: bool,
    is_reach: bool,
    is_statistics: bool,
    is_json: bool,
) -> None:
    """Lint patches; a folder stands for all .pd files in and below it, - for the standard input.

    Abstractions are looked for beside each patch and where Pd looks for libraries; with --alone
    only beside it. Exits with 1 where a patch has errors, that is,
    what keeps it from working in Pd. With --fix and -, the mended patch is printed, and the
    findings go to the error stream.

    --json prints a list with an object for each file: `file`, `error` (why it could not be read,
    most often empty) and `findings`, each with `code`, `severity` (error, warning, info),
    `message`, `hint`, `line`, `canvas` (box indices that lead to the canvas), `box` (its index
    there, or null), `place` (both as one word), `fix` (safe, unsafe or empty) and `fixed`.

    With --capabilities instead: `file`, `error`, `capabilities` and `reaches`, each of these with
    `capability`, `why`, `refused` (whether the settings `allow` and `deny` keep a model from it),
    and `line`, `canvas`, `box` and `place`. It exits with 1 where anything is refused.
    """
    from patchgen.cli import check_report
    from patchgen.cli.check_file import Wishes, all_checked, found_pd
    from patchgen.lint.scope import Scope

    if is_unsafe and not (is_fixing or is_diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if is_reach:
        from patchgen.cli import capability_report

        if is_fixing or is_diff or is_in_pd or is_statistics:
            raise click.UsageError("--capabilities only goes with --json and --path.")
        report = capability_report.as_data if is_json else capability_report.lines
        context.exit(0 if report(list(dict.fromkeys(patch_files(files))), paths) else 1)
    is_writing = is_fixing and not is_diff
    if is_writing and STANDARD in files and (is_json or is_statistics):
        raise click.UsageError("the mended patch takes the standard output.")
    wishes = Wishes(
        Scope(select or None, ignore, engines, is_strict=is_alone),
        paths,
        is_fixing=is_fixing or is_diff,
        is_unsafe=is_unsafe,
        pd=found_pd() if is_in_pd else None,
    )
    paths_found = list(dict.fromkeys(patch_files(files)))
    if not paths_found:
        click.echo("no .pd files there", err=True)
    reports = all_checked(paths_found, wishes)
    if is_writing:
        reports = map(check_report.kept, reports)
    if is_diff:
        is_good = check_report.diff(reports)
    elif is_json:
        is_good = check_report.as_data(reports)
    elif is_statistics:
        is_good = check_report.statistics(reports)
    else:
        is_aside = is_writing and STANDARD in files
        is_grouped = sys.stdout.isatty()
        is_good = check_report.lines(reports, is_grouped=is_grouped, is_aside=is_aside)
    if not is_good:
        context.exit(1)
