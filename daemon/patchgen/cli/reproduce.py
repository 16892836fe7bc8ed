"""`patchgen reproduce`: makes a patch again from what its own META tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, MODEL, Made, data, make
from patchgen.cli.patch_files import read_text, write_text
from patchgen.config import Settings
from patchgen.errors import PatchUnusable

if TYPE_CHECKING:
    from patchgen.pipeline.provenance import Provenance
    from patchgen.pipeline.steps import Result


@click.command("reproduce", short_help="Make a patch again from its own META.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Keep what was made in this file; otherwise it is only compared.")  # fmt: skip
@click.option("--given", "base", metavar="FILE", help="The patch that FILE continues, if it does.",
              type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@MODEL
@JSON
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    output: Path | None,
    base: Path | None,
    model: str | None,
    is_json: bool,
) -> None:
    """Make FILE again from prompt, seed and model in its `pd META`, and compare byte for byte.

    What `patchgen edit` did to it afterwards is done again, too, as META tells. Exits with 1 where
    the bytes differ, and says what is not as it was then: the model, a program, the patch that was
    continued, or FILE itself.
    """
    from patchgen.cli.show import as_json
    from patchgen.pd.parse import parse
    from patchgen.pipeline.provenance import edits_of, provenance_of

    text = read_text(file)
    origin = provenance_of(parse(text))
    settings = given.read(model=model or origin.model)
    base = continued(origin, file, base)
    edits = edits_of(parse(text))
    made = edited_again(remade(settings, origin, base, output), edits, settings, output)
    is_same = made.result.text == text
    differences = [*changed(origin, made.result, base)]
    if not is_same and not differences:
        differences = [f"{file} was changed after it was {'edited' if edits else 'written'}"]
    if is_json:
        told = {"is_same": is_same, "differences": differences, "made": data(made)}
        click.echo(as_json(told))
    else:
        click.echo(f"{file}: {'the same bytes again' if is_same else 'not the same'}{after(edits)}")
        for difference in differences:
            click.echo(f"  {difference}")
    context.exit(0 if is_same else 1)


def continued(origin: Provenance, file: Path, base: Path | None) -> Path | None:
    """The patch that was continued: as named, or beside the file. Raises PatchUnusable."""
    if not origin.given:
        return None
    found = base or file.parent / Path(origin.given).name
    if base is None and found.is_file() and found.samefile(file):
        raise PatchUnusable(
            f"{file} was edited by the model in place: what it was before is not there any more",
            hint="If you have a copy from before the edit, name it with --given.",
        )
    if not found.is_file():
        verb = "was edited from" if origin.edit else "continues"
        raise PatchUnusable(
            f"{file} {verb} {origin.given}, which is not beside it",
            hint="Name it with --given.",
        )
    return found.absolute()


def remade(settings: Settings, origin: Provenance, base: Path | None, output: Path | None) -> Made:
    """The same job once more."""
    from patchgen.pipeline.steps import Order

    with TemporaryDirectory(prefix="patchgen-") as folder:
        target = output or Path(folder) / "again.pd"
        if base is not None and base.name != Path(origin.given).name:
            # The new patch tells the name of the one that it continues.
            base = Path(copy(base, Path(folder) / Path(origin.given).name))
        limit = settings.job_seconds
        prompt = origin.edit or origin.prompt
        order = Order(prompt, origin.sampling, origin.candidates, target, base, limit)
        return make(settings, replace(order, is_edit=bool(origin.edit)), "reproduce")


def edited_again(
    made: Made, edits: tuple[str, ...], settings: Settings, output: Path | None
) -> Made:
    """The patch with the same edits once more. Raises PatchUnusable where one cannot be made."""
    from patchgen.app import policy, usable_pd
    from patchgen.pd.parse import parse
    from patchgen.pd.write import write
    from patchgen.pipeline.edit import edit

    text = made.result.text
    for instruction in edits:
        done = edit(parse(text), instruction, usable_pd(settings.pd), policy(settings))
        if done is None:
            raise PatchUnusable(
                f"this PatchGen cannot do the edit again: {instruction}",
                hint="The version in META could; see ORIGIN there.",
            )
        text = write(done.canvas)
    if output is not None and edits:
        write_text(output, text)
    return replace(made, result=replace(made.result, text=text))


def after(edits: tuple[str, ...]) -> str:
    """How much was done after the model had written."""
    if not edits:
        return ""
    return (
        f", with {len(edits)} edit{'' if len(edits) == 1 else 's'} of the patch that was made first"
    )


def changed(origin: Provenance, result: Result, base: Path | None) -> Iterator[str]:
    """What is not as it was when the patch was made."""
    if not origin.sha256:
        yield f"the model {origin.model} ran on a server, which need not write the same twice"
    elif result.sha256 != origin.sha256:
        yield f"the model {origin.model} was {origin.sha256[:12]}, here is {result.model}"
    for name in origin.versions.keys() | result.versions.keys():
        then, now = origin.versions.get(name, "unknown"), result.versions.get(name, "unknown")
        if then != now:
            yield f"{name} was {then}, here is {now}"
    if base is not None and sha256(base.read_bytes()).hexdigest() != origin.given_sha256:
        yield f"{base} is not the patch that was continued then: it was changed"
