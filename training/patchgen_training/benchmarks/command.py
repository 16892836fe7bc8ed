"""`patchgen-train benchmark`: measures the patch library and writes BENCHMARKS.md."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from patchgen.errors import PatchgenError
from patchgen_training.benchmarks.document import merged, section
from patchgen_training.benchmarks.part import Material
from patchgen_training.benchmarks.parts import PARTS

FOLDER = click.Path(file_okay=False, path_type=Path)
HERE = Path()


def cache_folder() -> Path:
    """Where other parsers are kept, unless the user says otherwise."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "patchgen-benchmarks"


@click.command("benchmark")
@click.option("--corpus", type=FOLDER, default=HERE, help="Folder with patches.jsonl.zst.")
@click.option("--part", "names", multiple=True, type=click.Choice(list(PARTS)), help="Only this.")
@click.option("--files", type=click.IntRange(1), help="Patches a part draws from the corpus.")
@click.option("--mutants", type=click.IntRange(1), help="Broken patches a part makes.")
@click.option("--minutes", type=click.FloatRange(0, min_open=True), help="How long a part goes on.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--processes", type=click.IntRange(1), default=os.cpu_count(), show_default=True)
@click.option("--peers/--no-peers", default=True, help="Install other parsers and race them.")
@click.option(
    "--cache", type=FOLDER, default=cache_folder, help="Where the other parsers are kept."
)
@click.option("--failures", type=FOLDER, help="Where inputs go that the library fails on.")
@click.option("--show", is_flag=True, help="Tell single cases as well.")
@click.option("--write", "document", type=click.Path(dir_okay=False, path_type=Path))
def benchmark(
    corpus: Path, names: tuple[str, ...], files: int | None, mutants: int | None,
    minutes: float | None, seed: int, processes: int, peers: bool, cache: Path,
    failures: Path | None, show: bool, document: Path | None,
) -> None:  # fmt: skip
    """Measure speed, fidelity, linter against Pd, layout, fuzzing, and how a daemon endures."""
    material = Material(
        corpus, cache, failures or cache / "failures", files, mutants, minutes, seed, processes,
        peers,
    )  # fmt: skip
    for name in names or PARTS:
        part = PARTS[name]
        try:
            result = part.measure(material)
        except PatchgenError as error:
            raise click.ClickException(f"{name}: {error.message}. {error.hint}") from error
        told = section(part, result, command_line(name, material), date.today())
        click.echo(f"## {part.TITLE}\n\n{told}")
        if show:
            click.echo("".join(f"{line}\n" for line in result.details))
        if document is not None:
            update(document, part.TITLE, told)


def command_line(name: str, material: Material) -> str:
    """The command that measures this part again."""
    corpus = [] if material.corpus == HERE else ["--corpus DIR"]
    words = ["patchgen-train benchmark", *corpus, f"--part {name}"]
    for option in ("files", "mutants", "minutes"):
        value = getattr(material, option)
        words += [f"--{option} {value:g}"] if value is not None else []
    words += [f"--seed {material.seed}"] if material.seed != 1 else []
    words += [] if material.has_peers else ["--no-peers"]
    return " ".join(words)


def update(document: Path, title: str, told: str) -> None:
    """Puts one section into the document; the parts before it are safe when the next one fails."""
    old = document.read_text("utf-8") if document.exists() else ""
    fresh = merged(old, {title: told}, (part.TITLE for part in PARTS.values()))
    partial = document.with_name(f"{document.name}.partial")
    partial.write_text(fresh, "utf-8")
    partial.replace(document)
