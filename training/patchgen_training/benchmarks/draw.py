"""How long a picture of a patch takes."""

from __future__ import annotations

from time import process_time
from xml.etree import ElementTree

from patchgen.draw.svg import svg
from patchgen.errors import ParseError
from patchgen.pd.parse import parse
from patchgen_training.benchmarks.figures import count, spread
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import sample

TITLE = "Draw"
SAYS = (
    "The processor time of `patchgen.draw.svg.svg` for real patches; each picture is read as XML."
)
FILES = 2000


def measure(material: Material) -> Result:
    """Draws real patches."""
    seconds: list[float] = []
    sizes: list[int] = []
    details: list[str] = []
    for specimen in sample(material.corpus, material.files or FILES, material.seed):
        try:
            canvas = parse(specimen.text)
        except ParseError:
            continue
        started = process_time()
        try:
            picture = svg(canvas)
            seconds.append(process_time() - started)
            ElementTree.fromstring(picture)
        except Exception as error:  # noqa: BLE001  # Counting bugs is what this is for.
            details.append(f"{specimen.name}: {type(error).__name__}: {error}")
            continue
        sizes.append(len(picture))
    rows = (
        ("pictures", count(len(sizes))),
        ("exceptions or pictures that are no XML", count(len(details))),
        ("time of one", spread(seconds) if seconds else "-"),
        ("characters of one, on average", count(sum(sizes) / max(1, len(sizes)))),
    )
    return Result((Table(("", "SVG"), rows),), details=tuple(details))
