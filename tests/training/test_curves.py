"""The curves of a run as a picture."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from patchgen.draw.raster import png
from patchgen.errors import PatchgenError
from patchgen_training.tuning.curves import curves

ENTRIES = [
    {"step": 1, "loss": 4.0, "learning_rate": 1e-4},
    {"step": 2, "loss": 2.0},
    {"step": 2, "eval_loss": 3.0},
    {"step": 2, "samples": 4, "parsed": 3, "clean": 2, "loaded": 1},
]


def written(folder: Path, entries: list[dict[str, float]]) -> Path:
    """A log."""
    log = folder / "log.jsonl"
    log.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
    return log


def test_losses_and_shares_are_drawn_with_their_last_values(tmp_path: Path) -> None:
    picture = curves(written(tmp_path, ENTRIES))

    labels = [text.text for text in ElementTree.fromstring(picture).iter() if text.text]
    assert {"loss 2", "eval_loss 3", "parsed 0.75", "clean 0.5", "loaded 0.25"} <= set(labels)
    assert png(picture).startswith(b"\x89PNG")


def test_a_lower_loss_stands_lower(tmp_path: Path) -> None:
    picture = curves(written(tmp_path, ENTRIES[:2]))

    (drawn,) = (line for line in picture.split("\n") if 'stroke-width="2"' in line)
    (_, first), (_, second) = (
        point.split(",") for point in drawn.split('points="')[1].split('"')[0].split()
    )
    assert float(second) > float(first)


def test_a_loss_that_is_no_number_does_not_break_the_picture(tmp_path: Path) -> None:
    picture = curves(written(tmp_path, [*ENTRIES, {"step": 3, "loss": float("nan")}]))

    assert "nan" not in picture


def test_a_log_without_figures_is_told(tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match="no figures"):
        curves(written(tmp_path, []))
