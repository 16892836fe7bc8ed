"""`patchgen layout`: gives every box of a patch a good place."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen.cli.patch_files import read_text, write_text


@click.command("layout", short_help="Give every box a good place.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write this file and leave the first as it is.")  # fmt: skip
def command(file: Path, output: Path | None) -> None:
    """Lay out FILE anew, in place or into another file. Nothing but positions changes."""
    from patchgen.layout.place import place
    from patchgen.pd.parse import parse
    from patchgen.pd.write import write

    write_text(output or file, write(place(parse(read_text(file)))))
