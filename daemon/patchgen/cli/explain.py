"""`patchgen explain`: what a patch is and does, and why it is silent."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen.cli.patch_files import STANDARD, read_text
from patchgen.cli.search_path import PATHS, TARGET, search_path
from patchgen.objects.spec import Engine


@click.command("explain", short_help="Tell what a patch does, and why it is silent.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True,
                                        path_type=Path))  # fmt: skip
@click.option("--brief", "is_brief", is_flag=True,
              help="Only controls, outputs, and whether there is sound.")  # fmt: skip
@click.option("--in-pd", "is_in_pd", is_flag=True,
              help="Also run the patch in Pd, without a window, and listen.")  # fmt: skip
@TARGET
@PATHS
@click.option("--json", "is_json", is_flag=True, help="Print the explanation as JSON.")
def command(
    file: Path, is_brief: bool, is_in_pd: bool, engines: tuple[Engine, ...],
    paths: tuple[Path, ...], is_json: bool,
) -> None:  # fmt: skip
    """Explain FILE in plain words, - for the standard input.

    Tells which controls there are and what each one reaches, what comes out, how sound and
    messages flow, what the patch can reach beyond itself, and whether there is sound: if not, which
    boxes hold it up and what to do. Places are written `2/0:5`: box 5 of the canvas in box 0 of the
    canvas in box 2, counted from 0. Sound files are looked for beside FILE, abstractions there and
    where Pd looks for libraries.
    """
    from patchgen.cli.show import as_json
    from patchgen.headless.engine import find_pd
    from patchgen.lint.abstractions import beside
    from patchgen.lint.scope import Scope
    from patchgen.pd.parse import parse
    from patchgen.report.data import as_data
    from patchgen.report.explain import explain
    from patchgen.report.words import as_text

    folder = Path.cwd() if file == STANDARD else file.parent
    explanation = explain(
        parse(read_text(file)),
        Scope(
            engines=engines,
            lookup=beside(folder, search_path(paths, engines)),
            name="" if file == STANDARD else file.name,
        ),
        folder=folder,
        pd=find_pd() if is_in_pd else None,
    )
    if is_json:
        click.echo(as_json(as_data(explanation)))
    else:
        click.echo(as_text(explanation, is_brief=is_brief), nl=False)
