"""Real patches from a corpus as notation: permissive, vanilla, small, without comments."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import zstandard

from patchgen.domains.patch.codec import encode
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.errors import PatchgenError
from patchgen.pd.graph import flow_order, reordered
from patchgen.pd.model import Box, Canvas
from patchgen.pd.parse import parse
from patchgen.pd.ports import with_ports_in_file_order
from patchgen_training.datasets.row import Row

PERMISSIVE = frozenset("BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT Public-Domain TCL WTFPL".split())
LONGEST = 900
"""Characters of notation; longer patches teach a small model little."""


def rows(corpus: Path) -> Iterator[Row]:
    """Pairs with their instruction, then patches with none. Each row names its source."""
    paired: set[str] = set()
    for record in records(corpus / "pairs.jsonl.zst"):
        usable = record["core_vanilla_only"] and record["quality"] == "good"
        if usable and record["patch_core"] and permissive(record, "license", "instruction_license"):
            notation = tidy(record["patch_core"])
            if notation:
                paired.add(record["id"])
                yield Row(record["instruction"], notation, origin(record), record["group"])
    for record in records(corpus / "patches.jsonl.zst"):
        if record["vanilla_only"] and permissive(record, "license") and record["id"] not in paired:
            notation = tidy(record["text"])
            if notation:
                yield Row("", notation, origin(record), record["group"])


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a compressed file."""
    unpacker = zstandard.ZstdDecompressor(max_window_size=2**27)
    with path.open("rb") as packed:
        for line in io.TextIOWrapper(unpacker.stream_reader(packed), "utf-8"):
            yield json.loads(line)


def permissive(record: dict[str, Any], *fields: str) -> bool:
    """Whether every licence named by the fields lets a model be shipped."""
    return all(record.get(field) in PERMISSIVE for field in fields)


def origin(record: dict[str, Any]) -> str:
    """Repository, path and licence."""
    return f"{record['repo']}/{record['path']} ({record['license']})"


def tidy(text: str) -> str | None:
    """The notation of a patch without its comments, or None where it does not fit the model."""
    try:
        canvas = ordered(parse(text))
        notation = encode(canvas, exact=False)
    except PatchgenError:
        return None
    fits = len(notation) <= LONGEST and " < " in notation
    return notation if fits and PatchConstraint().may_end(notation) else None


def ordered(canvas: Canvas) -> Canvas:
    """Boxes by flow, comments and decoration gone, subpatches too."""
    canvas = reordered(canvas, [i for i in flow_order(canvas) if not decoration(canvas.boxes[i])])
    tidy_canvas = reordered(canvas, with_ports_in_file_order(canvas))
    inner = tuple(
        replace(box, canvas=ordered(box.canvas)) if box.canvas and box.name == "pd" else box
        for box in tidy_canvas.boxes
    )
    return replace(tidy_canvas.with_boxes(inner), preamble=())


def decoration(box: Box) -> bool:
    """Comments, coloured panels and the META subpatch."""
    return box.kind == "text" or box.name == "cnv" or box.args[:1] == ("META",)
